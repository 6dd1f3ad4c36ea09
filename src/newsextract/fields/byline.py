"""The byline as printed."""

import re
from collections.abc import Iterator

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.locate.linetext import parts_of
from newsextract.locate.people import People
from newsextract.locate.printedbyline import PrintedByline
from newsextract.page.dates import find as find_dates
from newsextract.page.document import Element, css_path
from newsextract.page.text import BLOCK_TAGS, whole_text_of
from newsextract.rules.bydates import BEFORE_DATES, without_lead
from newsextract.rules.bylabels import label_at_end
from newsextract.rules.personnames import trimmed
from newsextract.rules.speech import Speech

LONGEST = 160
"""Characters of a byline."""
_BELIEF = {"line": 0.85, "byline": 0.8, "name": 0.7, "link": 0.65, "text": 0.5, "date": 0.4}
_FAR = 0.5
"""How far the belief in a byline away from the headline goes."""
_ANOTHER = 0.7
"""The same of one that names nobody whom the metadata states as an author."""
_UNMARKED = frozenset({"text", "date"})
"""Places that neither markup nor wording tells: others than the stated authors are not looked for there."""
SMALL = 4
"""Elements of a label."""
_PIPE = re.compile(r"( \| )")
_LABEL = re.compile(r"(?<!\S)([^\W\d_]{2,20}):")
_OTHERS = ("source", "categories", "tags", "photo_credit", "published", "updated", "comments", "share")
"""Keys of labels of what else a line tells."""
_EDGES = " \t|•·∙⋅,;–—-/"
_SENTENCE_ENDS = (".", "!", "?", "…")
_SENTENCE = 5
"""Words in lower case of a sentence."""
_AFTER_NAMES = (",", ";", "(")
"""What the rest of a byline begins with in an element of its own: ", Staff Writer"."""


def read(people: People) -> tuple[str, Evidence] | None:
    """The line that names the authors, without what stands beside it, and its evidence."""
    return choose(_candidates(people), key=str.casefold)


def _candidates(people: People) -> Iterator[Candidate[str]]:
    places = [b for b in people.printed if b.place != "thanks"]
    stated = people.named if _is_disputed(places) else frozenset[str]()
    for printed in places:
        is_another = bool(stated) and stated.isdisjoint(n.key for n in printed.named)
        if is_another and (printed.place in _UNMARKED or not printed.near):
            continue
        element = _line(printed, people)
        text = _undated(_about_names(element, printed, people.speech), printed, people.speech)
        if text and text.count('"') % 2 == 0:  # else it is a piece of a quotation
            weight = _BELIEF[printed.place] * (1.0 if printed.near else _FAR) * (_ANOTHER if is_another else 1.0)
            raw = whole_text_of(element)
            yield Candidate(value=text, source="dom", locator=css_path(element), raw=raw, weight=weight)


def _is_disputed(places: list[PrintedByline]) -> bool:
    """Whether some places name others than the rest, or nothing tells that they speak of the article."""
    if any(b.place in _UNMARKED or not b.near for b in places):
        return True
    return bool(places) and not frozenset.intersection(*(frozenset(n.key for n in b.named) for b in places))


def _line(printed: PrintedByline, people: People) -> Element:
    """The line around a name where it is short ("By" stands outside the link), else the element itself."""
    headline = people.page.headline
    for element in (printed.element, *printed.element.ancestors):
        if len(whole_text_of(element)) > LONGEST or (headline is not None and headline in element):
            break
        if element.tag in BLOCK_TAGS:
            return _with_label(element, people.speech)
    return printed.element


def _with_label(element: Element, speech: Speech) -> Element:
    """A line, with the one before it where that is nothing but its label."""
    if (around := element.parent) is None:
        return element
    before = [e for e in around.elements if e.end <= element.index][-1:]
    is_label = any(speech.under("by").equal(whole_text_of(e)) for e in before if e.end - e.index < SMALL)
    return around if is_label and len(whole_text_of(around)) <= LONGEST else element


def _about_names(element: Element, printed: PrintedByline, speech: Speech) -> str:
    """The texts of a line from the first name or its label to the last: no counters or sections beside them."""
    if printed.text != whole_text_of(printed.element):
        return printed.text[:LONGEST]
    parts = [part for text in parts_of(element) for part in _PIPE.split(text) if part]
    parts = _before_biography(parts, printed)
    named = [at for at, part in enumerate(parts) if any(n.name in part for n in printed.named)]
    if not named:
        return printed.text[:LONGEST]
    first, last = named[0], named[-1]
    last = next((at - 1 for at in range(first + 1, last) if _tells_else(parts[at], speech)), last)
    while first and label_at_end(parts[first - 1], speech) is not None:
        first -= 1
    while last + 1 < len(parts) and _goes_on(parts[last + 1], speech):
        last += 1
    line = ""
    for before, part in zip(["", *parts[first:last]], parts[first : last + 1], strict=True):
        if part == before:
            continue  # a picture's text and the name beside it
        line += part if not line or part.startswith((",", ";", ")", " |")) or line.endswith("| ") else f" {part}"
    if len(line) <= LONGEST:
        return line
    return "" if printed.place in _UNMARKED else ", ".join(n.name for n in printed.named)


def _before_biography(parts: list[str], printed: PrintedByline) -> list[str]:
    """The texts of a line up to a sentence about one of those it names, without the name repeated right before that."""
    first = next((at for at, part in enumerate(parts) if any(n.name in part for n in printed.named)), len(parts))
    told = next((at for at in range(first + 1, len(parts)) if _tells(parts[at])), None)
    if told is None:
        return parts
    names = {n.name for n in printed.named}
    while told > first + 1 and (parts[told - 1] in names or not any(map(str.isalpha, parts[told - 1]))):
        told -= 1
    return parts[:told]


def _tells(part: str) -> bool:
    """Whether a text is a sentence, or several."""
    return part.endswith(_SENTENCE_ENDS) and sum(w.isalpha() and w.islower() for w in part.split()) >= _SENTENCE


def _goes_on(part: str, speech: Speech) -> bool:
    """Whether a text behind a name is said of it: ", Staff Writer", "in Porto"."""
    if part.startswith(_AFTER_NAMES):
        return True
    if _tells_else(part, speech):
        return False
    return part[:1].islower() and " " in part and speech.under(*BEFORE_DATES).starts(part) is None


def _tells_else(part: str, speech: Speech) -> bool:
    """Whether a text says how long ago the article appeared, or labels what else is told: "5 hours ago", "Source:"."""
    if part.endswith(":"):
        return speech.under(*_OTHERS).equal(part.rstrip(" :"))
    return any(map(str.isdigit, part)) and speech.finds("relative", part) is not None


def _undated(text: str, printed: PrintedByline, speech: Speech) -> str:
    """The line up to its date, or behind it where the names stand there; up to the label of what else is told."""
    text = _up_to_label(text, printed, speech)
    date = next(find_dates(text), None)
    if date is None:
        text = trimmed(text.strip(_EDGES))
        return text if text.endswith(tuple(n.name for n in printed.named)) else without_lead(text, speech)
    before, behind = text[: date.start].strip(_EDGES), text[date.end :].strip(_EDGES)
    is_behind = not before or (any(n.name in behind for n in printed.named) and printed.named[0].name not in before)
    return behind if is_behind else without_lead(before, speech)


def _up_to_label(text: str, printed: PrintedByline, speech: Speech) -> str:
    """The line up to what a label behind its last name tells: "Author: Rosa Lind Source: Lantern"."""
    last = max((text.find(n.name) + len(n.name) for n in printed.named if n.name in text), default=len(text))
    others = speech.under(*_OTHERS)
    label = next((m for m in _LABEL.finditer(text, last) if others.equal(m[1])), None)
    return text if label is None else text[: label.start()]
