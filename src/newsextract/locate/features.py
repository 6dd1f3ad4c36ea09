"""Runs in, one row of numbers a run out: what the body model sees.

Everything is relative or bounded, so that rows of a small blog page and of a large portal page compare: lengths as
logarithms, places as shares of the page. `NAMES` names the columns.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from newsextract.label import LabelledPage
from newsextract.locate import chain, landmarks
from newsextract.locate.chain import Chains
from newsextract.locate.openings import openings
from newsextract.locate.sums import Sums
from newsextract.locate.vocabulary import Vocabulary
from newsextract.page.document import Element
from newsextract.page.flow import Flow, Run
from newsextract.page.text import HEADINGS, words

TAG_CODES = {
    "p": 1, "li": 2, "h1": 3, "h2": 4, "h3": 5, "h4": 6, "h5": 7, "h6": 8, "td": 9, "th": 10, "div": 11,
    "blockquote": 12, "figcaption": 13, "dt": 14, "dd": 15, "pre": 16, "article": 17, "section": 18, "a": 19,
    "span": 20, "header": 21, "footer": 22, "aside": 23, "label": 24, "button": 25, "center": 26, "summary": 27,
    "caption": 28, "address": 29, "body": 30, "main": 31, "nav": 32, "form": 33, "legend": 34, "details": 35,
    "figure": 36, "font": 37,
}  # fmt: skip
"""Tags of the elements that hold runs; 0 for any other."""
_CODES = {tag: float(code) for tag, code in TAG_CODES.items()}

Phrase: TypeAlias = tuple[float, float, float, float]
"""What `Vocabulary.phrase_odds` says of a run."""
Outline: TypeAlias = tuple[float, float, float, float, float]
"""What the rows of a run's neighbours say of it."""

RUN_NAMES = (
    "tag", "length", "words", "link_density", "commas", "stops", "ends_sentence", "digits", "upper", "marks",
    "word_length", "bold", "italic", "is_title", "in_body_entity", "copies", "earlier_copy", "is_description",
    "title_share", "opening_share", "phrase_mean", "phrase_low", "phrase_high", "phrase_known",
)  # fmt: skip
PLACE_NAMES = (
    "place", "text_before", "after_title", "title_distance", "prose_before", "prose_after", "heading_phrase",
    "heading_low", "heading_distance", "heading_level", "prose_gap", "next_prose_gap", "same_holder_before",
    "same_holder_after",
)  # fmt: skip
AROUND = (-2, -1, 1, 2)
"""Neighbouring runs whose outline is in a run's row."""
AROUND_NAMES = tuple(f"{n}{d:+d}" for d in AROUND for n in ("tag", "length", "link_density", "own_low", "phrase"))
PAGE_NAMES = (
    "page_runs", "page_prose", "page_density", "page_prose_runs", "best_share", "has_article", "has_main",
    "og_article", "entity_article", "entity_body", "page_h2", "page_li", "page_links", "url_depth", "url_digits",
    "slug_words",
)  # fmt: skip
NAMES = RUN_NAMES + chain.NAMES + PLACE_NAMES + AROUND_NAMES + PAGE_NAMES + landmarks.NAMES + ("depth_off",)
_DEPTH = chain.NAMES.index("depth")

TITLE_WORD = 4
"""Letters of the shortest words that are compared with the title's."""

FAR = 50
"""Runs from which on a distance to running text makes no difference."""

_ENDS = frozenset('.!?…。！？։؟۔”"»:')
_CLOSING = "'’”)]"
_STOPS = re.compile(r"[.!?։؟۔](?=\s|$)|[。！？]")
_RARE_STOP = re.compile(r"[։؟۔。！？]")
_DIGITS = re.compile(r"\d")
_COUNTED = (
    (b",;", re.compile("[،、，；]")),
    (b"|@#", re.compile("[»›→©•·]")),
    (b"0123456789", _DIGITS),
    (b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", re.compile("[À-ÞА-Я]")),
)
"""Commas, marks, digits and capitals: of ASCII, and others."""
_CLASSES = bytes(next((n for n, (ascii, _) in enumerate(_COUNTED) if code in ascii), 9) for code in range(256))
"""Which of those a byte is, as `bytes.translate` takes it."""
_ASCII = bytes(range(128))
_ANY_COUNTED = re.compile("|".join(others.pattern for _, others in _COUNTED))
_LETTER = re.compile("[\u0e00-\u0e7f\u2e80-\u9fff]")
_WORD_OR_LETTER = re.compile("[\u0e00-\u0e7f\u2e80-\u9fff]|[^\\W\u0e00-\u0e7f\u2e80-\u9fff]+")


def rows(page: LabelledPage, flow: Flow, vocabulary: Vocabulary) -> Iterator[list[float]]:
    """One row a run of the flow, columns as `NAMES`; made as they are asked for, as all at once are a page's memory."""
    sums = Sums(page, flow, vocabulary)
    phrases = [vocabulary.phrase_odds(run.text) for run in flow.runs]
    headline = page.headline or next((r.element for r in flow.runs if r.element.tag == "h1"), None)
    chains = Chains(page, sums, headline)
    stated = _stated_body(page)
    whole = _whole_page(page, sums, stated)
    start = _title_place(page.headline, flow.runs) or 0
    usual = landmarks.usual_depth(sums)
    outlines = _outlines(flow.runs, sums, phrases)
    for run, single, place, around, behind in zip(
        flow.runs,
        _singles(page, flow.runs, outlines, phrases, stated),
        _places(page, sums, phrases),
        _around(outlines),
        landmarks.columns(page, sums, start),
        strict=True,
    ):
        chained = chains.row(run.element)
        yield [*single, *chained, *place, *around, *whole, *behind, chained[_DEPTH] - usual]


def _outlines(runs: list[Run], sums: Sums, phrases: list[Phrase]) -> list[Outline]:
    """What the rows of a run's neighbours say of it: tag, length, link density, lowest odds of its names, phrases."""
    log, code, odds = math.log1p, _CODES.get, sums.odds
    return [
        (code(r.element.tag, 0.0), log(r.extent), r.link_length / len(r.text), odds[r.element.index][0], phrase[0])
        for r, phrase in zip(runs, phrases, strict=True)
    ]


def _singles(
    page: LabelledPage, runs: list[Run], outlines: list[Outline], phrases: list[Phrase], stated: set[tuple[str, ...]]
) -> Iterator[list[float]]:
    """What a run says by itself, and set beside the page's title, description and stated body."""
    copies = Counter([run.text for run in runs])
    title = (page.title or page.meta.first("og:title") or page.meta.title or "").casefold()
    description = (page.meta.first("og:description", "description") or "").casefold()
    title_words = {w for w in words(title) if len(w) >= TITLE_WORD}
    known = openings(page.rules.words)
    earlier: set[str] = set()
    for run, outline, phrase in zip(runs, outlines, phrases, strict=True):
        text = run.text
        folded = text.casefold()
        row = _single(run, outline)
        row += (
            1.0 if len(folded) > 8 and _is_title(folded, title) else 0.0,
            _share_stated(folded, stated) if stated else -1.0,
            math.log(copies[text]),
            1.0 if text in earlier else 0.0,
            1.0 if len(folded) > 20 and folded[:80] in description else 0.0,
            _share_of_title(folded, title_words),
            known.share(text),
        )
        row += phrase
        earlier.add(text)
        yield row


def _is_title(folded: str, title: str) -> bool:
    """Whether a run is the title, a part of it, or little more than it."""
    return folded in title or (title in folded and len(folded) < 1.5 * len(title))


def _single(run: Run, outline: Outline) -> list[float]:
    text, spoken = run.text, run.words
    length = len(text)
    first = next((n.tag for n in run.nodes if not isinstance(n, str)), "")
    commas, marks, digits, capitals, stops = _characters(text)
    return [
        outline[0], outline[1], math.log1p(spoken), outline[2],
        commas / spoken, math.log1p(stops),
        1.0 if _ends_sentence(text) else 0.0, digits / length,
        capitals / length, float(marks), run.extent / spoken,
        1.0 if first in ("b", "strong") else 0.0, 1.0 if first in ("i", "em") else 0.0,
    ]  # fmt: skip


def _characters(text: str) -> tuple[int, ...]:
    """How many commas, marks, digits, capitals and ends of sentences a text on one line has.

    Bytes are counted ten times as fast as expressions find letters, so those look at what is no ASCII alone.
    """
    classes = text.encode("ascii", "ignore").translate(_CLASSES)
    count = classes.count
    counts: tuple[int, ...] = (count(0), count(1), count(2), count(3))
    stops = text.count(". ") + text.count("! ") + text.count("? ") + (text[-1] in ".!?")
    if len(classes) == len(text):
        return (*counts, stops)
    rest = text.encode(errors="surrogatepass").translate(None, _ASCII).decode(errors="surrogatepass")
    if _ANY_COUNTED.search(rest):
        counts = tuple(n + len(wanted.findall(rest)) for n, (_, wanted) in zip(counts, _COUNTED, strict=True))
    if _RARE_STOP.search(rest):
        stops = len(_STOPS.findall(text))
    return (*counts, stops)


def _ends_sentence(text: str) -> bool:
    """Whether the last letters of a text are those of a sentence's end, closing quotes and brackets aside."""
    said = text.rstrip(_CLOSING)
    return said[-1:] in _ENDS or "”" in text[len(said) :]


def _share_of_title(folded: str, title_words: set[str]) -> float:
    """The part of a run's first words that the title has too."""
    first = folded[:300].split()
    return 0.0 if title_words.isdisjoint(first) else sum(map(title_words.__contains__, first)) / len(first)


def _stated_body(page: LabelledPage) -> set[tuple[str, ...]]:
    """Four-word sequences of the longest schema.org articleBody of the page; empty where it says little."""
    bodies = [e.get("articleBody") for _, e in page.entities.all]
    longest = max((b for b in bodies if isinstance(b, str)), key=len, default="")
    told = _words(longest.casefold())
    return set(_fours(told)) if len(told) > 60 else set()


def _share_stated(folded: str, stated: set[tuple[str, ...]]) -> float:
    """The part of a run's four-word sequences that the stated body has too."""
    told = _words(folded)
    if len(told) < 4:
        return -0.5
    return sum(map(stated.__contains__, _fours(told))) / (len(told) - 3)


def _words(text: str) -> list[str]:
    """Words of a text; each letter is one in scripts that part none."""
    return words(text) if text.isascii() or not _LETTER.search(text) else _WORD_OR_LETTER.findall(text)


def _fours(told: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(told, told[1:], told[2:], told[3:], strict=False)


def _places(page: LabelledPage, sums: Sums, phrases: list[Phrase]) -> Iterator[list[float]]:
    """Where each run stands: in the page, to the title, to the last heading, to running text, to its neighbours."""
    runs, total, total_prose = sums.runs, sums.total, sums.total_prose
    title_at = _title_place(page.headline, runs)
    last = max(1, len(runs))
    before = prose = 0
    heading: tuple[float, float, int, int] = (0.0, 0.0, -1, 0)
    gaps = zip(_gaps(sums.prose_flags), reversed(_gaps(reversed(sums.prose_flags))), strict=True)
    for i, (run, flag, (gap, next_gap)) in enumerate(zip(runs, sums.prose_flags, gaps, strict=True)):
        length = run.extent
        own = length if flag else 0
        distance = i - title_at if title_at is not None else 0
        parent = run.element.parent
        yield [
            i / last, before / total, 0.0 if title_at is None else math.copysign(1.0, distance + 0.5),
            math.copysign(math.log1p(abs(distance)), distance), prose / total_prose,
            (total_prose - prose - own) / total_prose, heading[0], heading[1], math.log1p(i - heading[2]),
            float(heading[3]), math.log1p(gap), math.log1p(next_gap),
            float(i > 0 and runs[i - 1].element.parent is parent),
            float(i + 1 < len(runs) and runs[i + 1].element.parent is parent),
        ]  # fmt: skip
        if run.element.tag in HEADINGS:
            heading = (phrases[i][0], min(sums.lowest(run.element), 0.0), i, int(run.element.tag[1]))
        before += length
        prose += own


def _title_place(headline: Element | None, runs: list[Run]) -> int | None:
    place = next((i for i, r in enumerate(runs) if r.element.tag == "h1"), None)
    if headline is not None:
        place = next((i for i, r in enumerate(runs) if r.element in headline), place)
    return place


def _gaps(flags: Iterable[bool]) -> list[int]:
    """Per place: runs since the last flagged one."""
    out, since = [], FAR
    for flag in flags:
        out.append(min(since, FAR))
        since = 0 if flag else since + 1
    return out


def _around(outlines: Sequence[Outline]) -> Iterator[list[float]]:
    """The outlines of the runs before and after each run."""
    edge: list[Outline] = [(-1.0, 0.0, 0.0, 0.0, 0.0)] * max(AROUND)
    padded = [*edge, *outlines, *edge]
    for i in range(len(edge), len(edge) + len(outlines)):
        row: list[float] = []
        for d in AROUND:
            row += padded[i + d]
        yield row


def _whole_page(page: LabelledPage, sums: Sums, stated: set[tuple[str, ...]]) -> list[float]:
    """What every run of the page has in common."""
    body = page.document.body.index
    by_tag = page.document.by_tag
    holders = sum(
        1
        for tag in ("div", "article", "section", "td", "main")
        for e in by_tag.get(tag, ())
        if sums.prose_runs[e.index]
    )
    parts = (page.url or "").split("?")[0].split("/", 3)
    path = parts[3] if len(parts) > 3 else ""
    slug = path.rstrip("/").rsplit("/", 1)[-1]
    return [
        math.log1p(len(sums.runs)), math.log1p(sums.prose[body]), sums.links[body] / sums.total,
        math.log1p(sums.prose_runs[body]), float(holders), float(len(by_tag.get("article", ()))),
        float("main" in by_tag), float((page.meta.first("og:type") or "").lower() == "article"),
        float(page.entities.article is not None), float(bool(stated)), math.log1p(len(by_tag.get("h2", ()))),
        math.log1p(len(by_tag.get("li", ()))), math.log1p(len(by_tag.get("a", ()))), float(path.count("/")),
        float(len(_DIGITS.findall(path))), float(slug.count("-")),
    ]  # fmt: skip
