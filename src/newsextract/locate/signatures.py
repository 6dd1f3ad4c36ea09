"""The located body in, bylines printed inside it out: a name alone before the text, a signature under it.

Small papers and agencies print who wrote as the first or the last line of the text, where no class tells.
"""

import re
from collections.abc import Iterator, Sequence

import attrs

from newsextract.label import LabelledPage
from newsextract.locate.body import Body
from newsextract.locate.foreign import is_foreign
from newsextract.locate.linetext import FULL_NAME
from newsextract.locate.printedbyline import PrintedByline, is_topic
from newsextract.page.document import Element
from newsextract.page.flow import Run
from newsextract.page.text import text_of
from newsextract.rules.bylines import names
from newsextract.rules.personnames import CASELESS, Named
from newsextract.rules.speech import Speech
from newsextract.rules.vocabulary import vocabulary

EDGE = 2
"""Runs before and after either end of the body that may be a byline: too short to be kept as text. Twice as many
at its head, where a summary may come first, if they say so or name several."""
BEHIND = 6
"""Runs behind the body that are looked at for a line that says who wrote: tags and buttons may stand between."""
PROSE = 25
"""Characters of the last paragraph; what is kept behind it is shorter."""
LONGEST = 80
"""Characters of such a line."""
LONGEST_CREDIT = 200
"""Characters of a line that says who contributed."""
APART = ("caption", "credit", "contents", "footnote")
"""Labels of what stands among the text without being a line of it."""
_SENTENCE_END = re.compile(r"[^.]{3}[.!?…:。！？：]$")
_SIGNED = re.compile(r"【([^【】]{2,40})】$|[（(]([^（）()]{3,40})[）)][。.]?$")
"""How papers in Chinese and Japanese end a paragraph with who wrote: "【早川薫】", "（记者 周小禾）"."""
_SIGNED_ENDS = ("】", *(bracket + stop for bracket in ")）" for stop in ("", ".", "。")))
"""How such a paragraph ends."""
_PLACE = re.compile(r"^[\u30a0-\u30ff]{2,}(?=[\u4e00-\u9fff]{2,5}$)")
"""A foreign place before a name: カイロ in "カイロ金子淳"."""
_RIGHT = re.compile(r"text-align:\s*(?:right|end)", re.I)
_MARKED = frozenset({"strong", "b", "em", "i"})
_GENITIVE = re.compile(r"['’]s\s")
"""What a paper's name before a person's ends with: "The Lantern's Rosa Lind"."""
_NUMBERED = re.compile(r"[\[(]?\d{1,3}[.)\]]\s")
"""How a footnote begins."""
_WRAPPED = re.compile(r"^[(\[（【—–-].*")


def signatures(page: LabelledPage, body: Body, speech: Speech, site: frozenset[str]) -> list[PrintedByline]:
    """The bylines at the head and the foot of the body; at its foot only those that say so."""
    if len(body.kept) <= EDGE:
        return []
    first, last = min(body.kept), max(body.kept)
    prose = max((r.number for r in body.runs if len(r.text) > PROSE), default=last)
    runs = body.flow.runs
    heads = [b for run in runs[max(0, first - EDGE) : first + EDGE] if (b := _read(page, run, speech, site))]
    heads = [b for b in heads if _says_so(b.named) or not _is_subhead(body, b.element)]
    later = [b for run in runs[first + EDGE : first + 2 * EDGE] if (b := _read(page, run, speech, site))]
    heads += [b for b in later if len(b.named) > 1 or _says_so(b.named)]
    places = sorted({*range(prose, prose + EDGE + 1), *range(last - EDGE + 1, last + BEHIND + 1)})
    feet = [(at, b) for at in places if 0 <= at < len(runs) and (b := _read(page, runs[at], speech, site))]
    feet = [(at, b) for at, b in feet if _says_so(b.named) or at > prose or not _is_subhead(body, b.element)]
    signed = [b for at, b in feet if _says_so(b.named) or (at <= last + EDGE and _is_signed(b.element, b.named))]
    helped = _helped(runs[last : last + 2 * EDGE], speech, site)
    return [*_bracketed(page, body, speech), *heads[:1], *signed[:1], *helped]


def _says_so(named: tuple[Named, ...]) -> bool:
    return any(n.labelled for n in named)


def _is_signed(element: Element, named: tuple[Named, ...]) -> bool:
    return _is_set_apart(element) or any(n.kind == "agency" for n in named)


def _is_subhead(body: Body, element: Element) -> bool:
    """Whether text stands above a line, and more lines are set apart as a whole as this one is: "Distance Learning"."""
    above = any(len(r.text) > LONGEST and r.element.index < element.index for r in body.runs)
    if not above or not _is_set_apart(element):
        return False
    lines = (r.element for r in body.runs if len(r.text) <= LONGEST and r.element is not element)
    return any(e.tag == element.tag and _is_set_apart(e) for e in lines)


def _helped(runs: list[Run], speech: Speech, site: frozenset[str]) -> Iterator[PrintedByline]:
    """Who, the last line of a text or the one under it says, contributed to it."""
    phrases = vocabulary("credits").phrases("contributed")
    for run in runs:
        text = run.text[:LONGEST_CREDIT]
        folded = text.casefold()
        at = min((found for p in phrases if (found := folded.find(p)) > 0), default=0)
        if not at:
            continue
        people = [n for n in names(text[:at], speech, site) if _is_full(n) and not _GENITIVE.search(n.name)]
        if people:
            named = tuple(attrs.evolve(n, role="contributor", labelled=True) for n in people)
            yield PrintedByline(element=run.element, place="thanks", near=False, text=text, named=named)
            return


def _is_set_apart(element: Element) -> bool:
    """Whether a line is set to the right, or in bold or italics as a whole: so papers print who wrote below a text."""
    while (style := element.get("style")) is None or not _RIGHT.search(style):
        inner = [c for c in element.children if not (isinstance(c, str) and c.isspace())]
        if len(inner) != 1 or isinstance(inner[0], str):
            return element.tag in _MARKED
        element = inner[0]
    return True


def _bracketed(page: LabelledPage, body: Body, speech: Speech) -> Iterator[PrintedByline]:
    """Who a paragraph names in brackets at its end."""
    for run in body.runs:
        match = _SIGNED.search(run.text) if run.text.endswith(_SIGNED_ENDS) else None
        if match is None or not CASELESS.search(match[0]):
            continue
        text = match[1] or match[2]
        for ruby in page.document.within(run.element, "rt"):
            text = text.replace(text_of(ruby), "", 1)
        text = "、".join(_PLACE.sub("", part) for part in text.split("、"))
        named = tuple(n for n in names(text, speech) if n.kind == "person" and (n.labelled or match[1]))
        if named:
            signed = tuple(attrs.evolve(n, labelled=True) for n in named)
            yield PrintedByline(element=run.element, place="line", near=True, text=text, named=signed)
            return


def _read(page: LabelledPage, run: Run, speech: Speech, site: frozenset[str]) -> PrintedByline | None:
    text = run.text
    if len(text) > LONGEST or _SENTENCE_END.search(text) or _NUMBERED.match(text):
        return None
    if run.element.tag in {"h1", "h2", "h3", "h4", "li"}:
        return None
    if page.labels.has(run.element, "hidden") or page.labels.around(run.element, *APART) is not None:
        return None
    if is_foreign(page, run.element):
        return None
    named = tuple(_meant(names(text.strip("()[]（）【】"), speech, site), text, speech))
    if not named or any(is_topic(page, n) for n in named):
        return None
    says_so = _says_so(named)
    if run.link_length and not says_so:
        return None
    near = says_so or _is_signed(run.element, named)
    return PrintedByline(element=run.element, place="text", near=near, text=text, named=named)


def _meant(people: tuple[Named, ...], text: str, speech: Speech) -> Iterator[Named]:
    """Those that the line is about: labelled ones, agencies, full names that fill it."""
    for each in people:
        is_agency = each.kind == "agency" and bool(_WRAPPED.match(text) or each.name == text)
        is_full = _is_full(each) and not _is_heading(each, speech)
        if each.role == "photographer":
            continue
        if each.labelled or is_agency or (is_full and _fills([n for n in people if _is_meant(n)], text)):
            yield each


def _is_heading(named: Named, speech: Speech) -> bool:
    """Whether a name opens as none does that stands alone: "Nach Rückzug", "zu den Kommentaren", "About us"."""
    if speech.starts_with("author_about", named.name) is not None:
        return True
    return named.name[0].islower() or named.name.split()[0].casefold() in speech.phrases("stopwords")


def _is_full(named: Named) -> bool:
    return named.kind == "person" and 2 <= len(named.name.split()) <= FULL_NAME


def _is_meant(named: Named) -> bool:
    """Whether what was read can be meant as a name where nothing labels it: "Lecture with Rosa Lind" is a title."""
    return named.kind != "person" or named.labelled or _is_full(named)


def _fills(people: Sequence[Named], text: str) -> bool:
    named = sum(len(p.name) for p in people)
    return named >= len(text) * 0.75
