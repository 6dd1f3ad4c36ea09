"""The byline as printed."""

from collections.abc import Iterator

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.locate.bylines import PrintedByline
from newsextract.locate.people import People
from newsextract.page.dates import find as find_dates
from newsextract.page.document import Element, css_path
from newsextract.page.text import BLOCK_TAGS, text_of

LONGEST = 160
"""Characters of a byline."""
_BELIEF = {"line": 0.85, "byline": 0.8, "name": 0.7, "text": 0.5, "date": 0.4}
_FAR = 0.5
"""How far the belief in a byline away from the headline goes."""
_EDGES = " \t|•·,;–—-/"


def read(people: People) -> tuple[str, Evidence] | None:
    """The line that names the authors, without the date beside it, and its evidence."""
    return choose(_candidates(people), key=str.casefold)


def _candidates(people: People) -> Iterator[Candidate[str]]:
    for printed in people.printed:
        element, text = _line(printed)
        if text:
            weight = _BELIEF[printed.place] * (1.0 if printed.near else _FAR)
            yield Candidate(value=text, source="dom", locator=css_path(element), raw=text_of(element), weight=weight)


def _line(printed: PrintedByline) -> tuple[Element, str]:
    """The line around a name where it is short ("By" stands outside the link), else the element's own text."""
    for element in (printed.element, *printed.element.ancestors):
        text = text_of(element)
        if len(text) > LONGEST:
            break
        if element.tag in BLOCK_TAGS:
            return element, _undated(text)
    return printed.element, _undated(printed.text[:LONGEST])


def _undated(text: str) -> str:
    """The line up to its date, or behind it where it stands first."""
    date = next(find_dates(text), None)
    if date is None:
        return text.strip(_EDGES)
    before = text[: date.start].strip(_EDGES)
    return before or text[date.end :].strip(_EDGES)
