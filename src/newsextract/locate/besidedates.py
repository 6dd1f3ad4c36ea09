"""Names that nothing labels, beside the date under the headline."""

import re
from collections.abc import Iterator

from newsextract.label import LabelledPage
from newsextract.locate.foreign import is_foreign
from newsextract.locate.linetext import LONGEST_LINE, segments
from newsextract.locate.printedbyline import Place, PrintedByline, is_full, is_topic
from newsextract.page.dates import find as find_dates
from newsextract.page.document import Element
from newsextract.page.text import text_of, whole_text_of
from newsextract.rules.bylines import names
from newsextract.rules.personnames import Named
from newsextract.rules.speech import Speech

DATED = 60
"""Elements around the headline that are looked at for a date."""
SENTENCE = 3
"""Words in lower case from which on a line with a date that ends as a sentence is one."""
SMALL = 14
"""Elements of a group that holds a date and a name."""
_YEAR = re.compile(r"\d{4}")


def beside_date(page: LabelledPage, speech: Speech, site: frozenset[str]) -> Iterator[PrintedByline]:
    """A person's name that nothing labels, beside the date under the headline."""
    if page.headline is None:
        return
    start = page.headline.index
    for element in page.document.elements[max(0, start - DATED // 3) : start + DATED]:
        own = " ".join(c for c in element.children if isinstance(c, str) and not c.isspace())
        if len(own) > LONGEST_LINE or element in page.headline or not _YEAR.search(own):
            continue
        if next(find_dates(own), None) is None:
            continue
        for group in (element, *element.ancestors):
            if group.end - group.index > SMALL or page.headline in group:
                break
            text = segments(group)
            read = [n for n in names(text, speech, site) if n.joined and not _is_tool(page, group, n)]
            if len(text) > LONGEST_LINE:
                alone = set(text.split(" | "))
                read = [n for n in read if n.name in alone]  # of running text no part is a name
            said = any(n.labelled for n in read) and speech.finds("by", text) is not None
            named = tuple(n for n in read if is_full(n) or n.kind == "agency" or (said and n.labelled))
            if not said and (_is_told(text) or not any(map(is_full, named)) or any(is_topic(page, n) for n in named)):
                named = ()
            if named and not (is_foreign(page, group) or _holds_card(page, group)):
                place: Place = "line" if said else "date"
                yield PrintedByline(element=group, place=place, near=True, text=whole_text_of(group), named=named)
                return


def _is_tool(page: LabelledPage, group: Element, named: Named) -> bool:
    """Whether what was read as a name stands in a link that prints or sends the page, in whatever language."""
    tools = page.rules.words.of(("share",))
    links = (text_of(a) for a in page.document.within(group, "a"))
    return any(named.name in said and tools.equal(said) for said in links)


def _is_told(text: str) -> bool:
    """Whether a text around a date is a sentence: "The regulars meet on 5 May in the Harbour Inn."."""
    words = (w.strip(".,!?") for w in text.split())
    return text.endswith((".", "!", "?")) and sum(w.isalpha() and w.islower() for w in words) >= SENTENCE


def _holds_card(page: LabelledPage, element: Element) -> bool:
    """Whether teasers of other articles stand in an element: their titles are no names."""
    return any(element.index <= c.start < element.end for block in page.cards for c in block.cards)
