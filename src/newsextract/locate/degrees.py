"""A line of names with their degrees in, who is named out: "Rosa Lind, MD, PhD; Tom Hart, RN". Clinics and faculties
print so who wrote, where no word and no class says it."""

import re
from collections.abc import Iterator

from newsextract.page.document import Document, Element
from newsextract.page.text import text_of
from newsextract.rules.bylines import names
from newsextract.rules.personnames import CREDENTIAL, Named
from newsextract.rules.speech import Speech

LONGEST = 220
"""Characters of such a line."""
BEHIND = 12
"""Elements behind the headline that are looked at for one."""
_PARTS = re.compile(r"[\s,;&()]+")
_BRACKETED = re.compile(r"\([^()]*\)")


def titled_names(text: str, speech: Speech) -> tuple[Named, ...]:
    """The people of a line that holds nothing but full names and a degree at least; () for any other."""
    if "," not in text or len(text) > LONGEST or text[-1:] in ".!?" or not any(c.isupper() for c in text[1:]):
        return ()
    people = names(text, speech)
    if not people or any(p.kind != "person" or " " not in p.name for p in people):
        return ()
    rest = _BRACKETED.sub(" ", text)
    for person in people:
        rest = rest.replace(person.name, " ", 1)
    conjunctions = speech.phrases("and")
    said = [part for part in _PARTS.split(rest) if part and part.casefold() not in conjunctions]
    return people if said and all(CREDENTIAL.fullmatch(part) for part in said) else ()


def lines(document: Document, headline: Element, speech: Speech) -> Iterator[tuple[Element, str, tuple[Named, ...]]]:
    """(element, its text, who it names) of the elements right behind a headline that hold such a line."""
    for element in document.elements[headline.end : headline.end + BEHIND]:
        if any(isinstance(c, str) and "," in c for c in element.children):
            text = text_of(element)
            if people := titled_names(text, speech):
                yield element, text, people
