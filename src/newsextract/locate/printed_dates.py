"""A labelled page in, its printed dates out, with how likely each is the article's own.

A page prints dates of its article, of teasers, of comments, of events, and of today. Label, markup and place tell
them apart: the article's own stands alone or beside the byline, near the headline, once.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Literal

import attrs

from newsextract.label import LabelledPage
from newsextract.page.datelines import Dateline, datelines
from newsextract.page.dates import When, day_of
from newsextract.page.document import Element
from newsextract.page.spans import Spans
from newsextract.page.text import text_of
from newsextract.rules.speech import Speech

Says = Literal["published", "updated"]

WEIGHTS = {
    "original": 4.5,
    "near": 1.4,
    "first": 1.0,
    "label": 1.0,
    "date-published": 0.6,
    "above": 0.55,
    "date": 0.45,
    "opens": 0.4,
    "entry-meta": 0.4,
    "body": 0.35,
    "header": 0.35,
    "time": 0.3,
    "stated": 0.25,
    "article": 0.2,
    "main": 0.15,
    "byline": 0.15,
    "nav": -0.2,
    "aside": -0.2,
    "footer": -0.2,
    "foreign": -0.5,
    "li": -0.4,
    "long": -0.4,
    "below": -0.5,
    "far above": -1.5,
    "clock": -4.0,
    "comments": -4.0,
    "others": -3.0,
    "title": -1.5,
    "sentence": -0.4,
    "prose": -1.2,
    "a": -0.55,
    "far": -1.0,
    "repeated": -1.1,
}
"""Weights of a conditional logit over the dates of a page, fitted on 1,183 annotated pages that print the right date
among others: fitted on either half it chose the right one on 96% of the other. What is
too rare to be fitted ("original", "clock", "comments", "others", "title") is set by hand."""
FOREIGN = frozenset(
    "ad breadcrumbs calendar caption card comments embed login most-read navigation newsletter popup prev-next "
    "read-more recommended related search shop sponsored ticker widget".split()
)
"""Labels inside which a date is not the article's."""
NEAR, BELOW, FAR = 25, 80, 250
"""Elements between headline and date."""
MANY = 2
"""Dates of one form up to which they may all be the article's."""
TEASERS = 3
"""Cards of a block from which on they are teasers, each with its own date, and not the article with another."""
TOLD = 120
"""Characters of a paragraph that is no line of a form or of a byline."""
CLOCK = 10
"""Elements from a site's header to the headline."""
HEADERS = frozenset({"header", "nav", "navigation"})
DATED = frozenset({"article", "main", "body", "byline", "date-published"})
META = frozenset({"entry-meta", "date-published", "date-modified", "date", "byline"})
"""Labels inside which a date may stand amid a long line: "This entry was posted on … and is filed under …"."""
OTHERS = ("related", "recommended", "read_also", "leads_on", "checked")
"""What the words before a date say where it is another article's, or none of when this one was written."""
SENTENCE = 5
"""Words in lower case from which on a line is a sentence."""
PROSE = 60
"""Characters from which a line that ends as a sentence is one."""
LONG = 100
SHORT_BEFORE = 30
LABEL = 60
"""Characters before a date that may label it."""
CLEAR = 4
"""Letters from which a word says "published" by itself; "am", "le" stand before any date."""
_TAGS = ("header", "article", "main", "nav", "aside", "footer", "li", "a")
_KINDS = ("date-published", "date", "entry-meta", "body", "byline")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?\d\d")


@attrs.frozen(kw_only=True)
class PrintedDate:
    """One printed date."""

    line: Dateline
    says: Says | None
    """What the words before it call it."""
    marked_modified: bool
    """Whether the markup calls it a date of change."""
    score: float
    """Log-odds, up to a constant of the page, that it is the date of publication."""


def printed_dates(page: LabelledPage, known: frozenset[When] = frozenset()) -> list[PrintedDate]:
    """The printed dates, the most likely first; `known` are stated ones that tell the order of day and month."""
    language = page.meta.language
    dated = page.labels.of("date", "date-published", "date-modified")
    lines = [d for d in datelines(page.document, language, dated=dated) if d.whole]
    if any(d.ambiguous for d in lines):
        day_first = _writes_day_first(lines, known)
        if day_first is not None:
            lines = [_ordered(d, day_first=day_first) for d in lines]
    speech = page.speech
    forms = Counter(_form(d.element) for d in lines)
    said: dict[tuple[int, date], Says | None] = {}
    teasers = Spans(_teasers(page))
    printed = {d.element.index: d for d in reversed(lines) if not d.stated}
    found = []
    for place, line in enumerate(lines):
        kinds, tags = _surroundings(page, line.element)
        if (line.loose and not kinds & META) or teasers.hold(line.element.index):
            continue
        same = (line.block.index, day_of(line.value))
        says = said[same] = _label(speech, line.before) or said.get(same)
        if line.stated and _is_later(line, printed.get(line.element.index), speech):
            says = "updated"
        traits = {*_traits(page, line, kinds, tags), *_said_traits(speech, line, says)}
        traits |= {"first"} if place == 0 else set()
        traits |= {"clock"} if _is_clock(page, line, speech, kinds | tags) else set()
        traits |= {"comments"} if _is_commented(page, line.element, kinds) else set()
        traits |= {"repeated"} if forms[_form(line.element)] > MANY else set()
        marked = "date-modified" in kinds and not _is_marked_published(page, line.element)
        score = math.fsum(WEIGHTS[t] for t in traits)  # exact: the order of a set differs from run to run
        found.append(PrintedDate(line=line, says=says, marked_modified=marked, score=score))
    return _with_changes(sorted(found, key=lambda p: -p.score), speech)


def _with_changes(found: list[PrintedDate], speech: Speech) -> list[PrintedDate]:
    """The dates, the likeliest first, those behind an "As of" as dates of change where a likelier, earlier day is
    labelled otherwise as that of publication."""
    published = [p for p in found if p.says == "published" and not speech.equals("as_of", p.line.before.strip(" :"))]
    if not published:
        return found
    first = published[0]
    return [attrs.evolve(p, says="updated") if _is_as_of(p, first, speech) else p for p in found]


def _is_as_of(printed: PrintedDate, first: PrintedDate, speech: Speech) -> bool:
    is_behind = printed.score <= first.score and day_of(printed.line.value) >= day_of(first.line.value)
    return is_behind and speech.equals("as_of", printed.line.before.strip(" :"))


def _is_later(stated: Dateline, printed: Dateline | None, speech: Speech) -> bool:
    """Whether a date in an attribute is that of the change which its element prints behind that of publication:
    "Posted: 22 December | Last updated: 2 January"."""
    if printed is None or day_of(printed.value) >= day_of(stated.value):
        return False
    is_updated = speech.finds("updated", text_of(stated.element)) is not None
    return is_updated and _label(speech, printed.before) == "published"


def _teasers(page: LabelledPage) -> list[tuple[int, int]]:
    """Where the cards of several other articles begin and end: what is printed there is their date."""
    cards = [card for block in page.cards if len(block.cards) >= TEASERS for card in block.cards]
    headline = page.headline
    return [(c.start, c.end) for c in cards if headline is None or not c.start <= headline.index < c.end]


def _is_clock(page: LabelledPage, line: Dateline, speech: Speech, around: set[str]) -> bool:
    """Whether it is today's date in the site's header: with its day of the week, well above the headline."""
    if page.headline is None or page.headline.index - line.element.index < CLOCK or line.stated:
        return False
    return bool(around & HEADERS) and (not around & DATED or speech.starts_with("weekdays", line.line) is not None)


def _is_commented(page: LabelledPage, element: Element, kinds: set[str]) -> bool:
    """Whether a date stands among the comments: well behind the headline, or behind running text, where no first post
    of a thread stands."""
    around = page.labels.around(element, "comments") if "comments" in kinds else None
    headline = page.headline
    if around is None or headline is None or around.index <= headline.end:
        return False
    between = page.document.elements[headline.end : min(around.index, headline.end + BELOW)]
    is_far = around.index > headline.end + BELOW
    return is_far or any(e.tag == "p" and len(text_of(e)) >= TOLD for e in between if around not in e)


def _is_marked_published(page: LabelledPage, element: Element) -> bool:
    """Whether the markup says "published" of this date alone."""
    for node in (element, *element.ancestors):
        if "date-published" in page.labels.kinds(node):
            return len(page.document.within(node, "time")) <= 1
    return False


def _surroundings(page: LabelledPage, element: Element) -> tuple[set[str], set[str]]:
    kinds: set[str] = set()
    tags: set[str] = set()
    for node in (element, *element.ancestors):
        kinds.update(page.labels.kinds(node))
        tags.add(node.tag)
    return kinds, tags


def _traits(page: LabelledPage, line: Dateline, kinds: set[str], tags: set[str]) -> set[str]:
    traits = {t for t in _TAGS if t in tags} | {k for k in _KINDS if k in kinds}
    traits |= {"title"} if "h1" in tags or (page.headline is not None and line.element in page.headline) else set()
    traits |= {"foreign"} if kinds & FOREIGN else set()
    traits |= {"time"} if line.element.tag == "time" else set()
    traits |= {"stated"} if line.stated else set()
    traits |= {"long"} if len(line.line) > LONG else set()
    traits |= {"prose"} if len(line.line) > PROSE and line.line.endswith((".", "…", "。")) else set()
    traits |= {"opens"} if len(line.before) < SHORT_BEFORE else set()
    if page.headline is not None and (place := _place(line.element.index - page.headline.index)):
        traits.add(place)
    return traits


def _said_traits(speech: Speech, line: Dateline, says: Says | None) -> Iterator[str]:
    """What the words around a date say of it."""
    if says == "published":
        yield "original" if speech.finds("first_published", line.before[-LABEL:]) else "label"
    elif any(speech.equals(key, line.before) for key in OTHERS):
        yield "others"
    if says is not None:
        return
    words = line.line.replace(line.raw, " ").split()
    if sum(w.isalpha() and w.islower() for w in words) >= SENTENCE:
        yield "sentence"


def _place(distance: int) -> str | None:
    if distance < 0:
        return "above" if distance > -NEAR else "far above" if distance <= -60 else None
    if distance <= NEAR:
        return "near"
    return None if distance <= BELOW else "below" if distance <= FAR else "far"


def _label(speech: Speech, before: str) -> Says | None:
    tail = before[-LABEL:]
    if speech.finds("updated", tail):
        return "updated"
    phrase = speech.finds("published", tail)
    return "published" if phrase and len(phrase) >= CLEAR else None


def _form(element: Element) -> str:
    parent = element.parent
    own = f"{element.tag}.{'.'.join(element.classes)}"
    return f"{own}<{parent.tag}.{'.'.join(parent.classes)}" if parent else own


def _ordered(line: Dateline, *, day_first: bool) -> Dateline:
    """A date that can be read two ways, read the page's way."""
    match = _NUMERIC.search(line.raw) if line.ambiguous else None
    if match is None or (int(match[1]) == line.value.day) is day_first:
        return line
    return attrs.evolve(line, value=line.value.replace(day=line.value.month, month=line.value.day))


def _writes_day_first(lines: list[Dateline], known: frozenset[When]) -> bool | None:
    """Whether this page puts the day first: told by its dates that can be read one way only, then by the stated ones
    and those whose month is named."""
    numbers = [(d, m) for d in lines if (m := _NUMERIC.search(d.raw))]
    for line, match in numbers:
        if not line.ambiguous and match[1] != match[2]:
            return int(match[1]) > 12
    days = {day_of(k) for k in known} | {day_of(d.value) for d in lines if not _NUMERIC.search(d.raw)}
    for line, match in numbers:
        if not line.ambiguous:
            continue
        day = day_of(line.value)
        swapped = day.replace(day=day.month, month=day.day)
        if (day in days) != (swapped in days):
            return (int(match[1]) == day.day) == (day in days)
    return None
