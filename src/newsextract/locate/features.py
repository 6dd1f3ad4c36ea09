"""Runs in, one row of numbers a run out: what the body model sees.

Everything is relative or bounded, so that rows of a small blog page and of a large portal page compare: lengths as
logarithms, places as shares of the page. `NAMES` names the columns.
"""

import math
import re
from collections.abc import Mapping
from itertools import pairwise

from newsextract.label import LabelledPage
from newsextract.page.document import Element
from newsextract.page.flow import Flow, Run

LABELS = (
    "body", "byline", "caption", "card", "category", "comments", "consent", "contents", "correction", "credit", "date",
    "embed", "entry-meta", "fact-box", "footnote", "gallery", "header", "headline", "hidden", "kicker",
    "live-entry", "paywall",
    "player", "pull-quote", "rating", "read-more", "recommended", "related", "search", "shop", "sidebar",
    "sponsored", "standfirst",
    "tools", "widget", "author-bio", "login", "prev-next",
)  # fmt: skip
"""Kinds of labels that a run or what it stands in may have; chrome that is cut before is not among them."""

TAG_CODES = {
    "p": 1, "li": 2, "h1": 3, "h2": 4, "h3": 5, "h4": 6, "h5": 7, "h6": 8, "td": 9, "th": 10, "div": 11,
    "blockquote": 12,
    "figcaption": 13, "dt": 14, "dd": 15, "pre": 16, "article": 17, "section": 18, "a": 19, "span": 20, "header": 21,
    "footer": 22, "aside": 23, "label": 24, "button": 25, "center": 26, "summary": 27, "caption": 28, "address": 29,
    "body": 30, "main": 31, "nav": 32, "form": 33, "legend": 34, "details": 35, "figure": 36, "font": 37,
}  # fmt: skip
"""Tags of the elements that hold runs; 0 for any other."""

ANCESTORS = (
    "article",
    "main",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "figure",
    "table",
    "li",
    "blockquote",
    "section",
    "a",
    "button",
)
"""Ancestors that say something of what they hold."""

_LABEL_PLACES = {kind: i for i, kind in enumerate(LABELS)}

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_SENTENCE_END = re.compile(r"[.!?…。！？։؟۔”\"»:]['’”)\]]*$")
_COMMAS = re.compile(r"[,;،、，；]")
_STOPS = re.compile(r"[.!?։؟۔](?=\s|$)|[。！？]")
_DIGITS = re.compile(r"\d")
_UPPER = re.compile(r"[A-ZÀ-ÞА-Я]")
_MARKS = re.compile(r"[|»›→©•·@#]")
_WORD = re.compile(r"\w+")
_PARTS = re.compile(r"[a-z]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

RUN_NAMES = (
    "tag", "length", "words", "link_density", "commas", "stops", "ends_sentence", "digits", "upper", "marks",
    "word_length",
    "starts_lower", "colon_end", "question", "bold", "italic", "images", "is_title", "in_body_entity", "copies",
    "earlier_copy", "is_description",
    "phrase_mean", "phrase_low", "phrase_high", "phrase_known",
)  # fmt: skip
CHAIN_NAMES = (
    "depth", "own_low", "own_high", "parent_low", "parent_high", "grand_low", "grand_high", "min_low", "max_high",
    "sum_odds", "hidden",
    "low_share", "low_levels", "high_share", "high_levels",
    *(f"in_{t}" for t in ANCESTORS), "body_entity",
    *(f"{n}_{k}" for k in (0, 1, 2, 3, 5) for n in ("text", "density", "prose", "share", "runs", "prose_share")),
    "group_size", "group_length", "group_density", "group_spread",
    "in_best", "best_levels", "best_common", "best_side", "best_prose", "with_headline", "article_order",
    "images_near", "list_items",
    *(f"label_{k}" for k in LABELS), "teaser_card",
)  # fmt: skip
PLACE_NAMES = (
    "place", "text_before", "after_title", "title_distance", "prose_before", "prose_after", "heading_phrase",
    "heading_low",
    "heading_distance", "heading_level", "prose_gap", "next_prose_gap", "same_holder_before", "same_holder_after",
)  # fmt: skip
AROUND = (-3, -2, -1, 1, 2, 3)
AROUND_NAMES = tuple(
    f"{n}{d:+d}" for d in AROUND for n in ("tag", "length", "link_density", "own_low", "ends_sentence", "phrase")
)
PAGE_NAMES = (
    "page_runs",
    "page_prose",
    "page_density",
    "page_prose_runs",
    "best_share",
    "has_article",
    "has_main",
    "og_article",
    "entity_article",
    "entity_body",
    "page_h2",
    "page_li",
    "page_links",
    "url_depth",
    "url_digits",
    "slug_words",
)
NAMES = RUN_NAMES + CHAIN_NAMES + PLACE_NAMES + AROUND_NAMES + PAGE_NAMES

_CONTAINERS = frozenset({"div", "article", "section", "td", "main", "body"})

PROSE_LENGTH = 80
"""Characters from which a run with few links counts as running text."""


class Vocabulary:
    """How much the words in class names and ids speak for body text: log odds, learned."""

    def __init__(self, odds: Mapping[str, float], phrases: Mapping[str, float]) -> None:
        self._odds = odds
        self._phrases = phrases

    def phrase(self, text: str) -> tuple[float, float, float, float]:
        """(mean, lowest, highest, share known) log odds of the words and word pairs of a run, its first 30 words."""
        words = _WORD.findall(text[:300].lower())[:30]
        get = self._phrases.get
        odds = [o for w in words if (o := get(w)) is not None]
        odds += [o for a, b in pairwise(words) if (o := get(f"{a} {b}")) is not None]
        if not odds:
            return 0.0, 0.0, 0.0, 0.0
        return sum(odds) / len(odds), min(odds), max(odds), len(odds) / (2 * len(words))

    def score(self, element: Element, cache: dict[str, tuple[float, float]]) -> tuple[float, float]:
        """(lowest, highest) log odds of the words of an element's class tokens and id; 0 where none is known."""
        low = high = 0.0
        for token in _names(element):
            known = cache.get(token)
            if known is None:
                odds = [self._odds[w] for w in _PARTS.findall(token) if w in self._odds]
                known = cache[token] = (min(odds, default=0.0), max(odds, default=0.0))
            low = min(low, known[0])
            high = max(high, known[1])
        return low, high


def words_of(element: Element) -> set[str]:
    """The words in an element's class tokens and id: what a vocabulary is learned from."""
    return set(_PARTS.findall(" ".join(_names(element))))


def phrases_of(text: str) -> set[str]:
    """The words and word pairs that `Vocabulary.phrase` looks at."""
    words = _WORD.findall(text[:300].lower())[:30]
    return {*words, *(f"{a} {b}" for a, b in pairwise(words))}


_NAME_ATTRIBUTES = ("id", "role", "data-testid", "data-component", "data-module", "data-type", "itemprop")


def _names(element: Element) -> list[str]:
    names = list(element.classes)
    attrs = element.attrs
    for name in _NAME_ATTRIBUTES:
        value = attrs.get(name)
        if value:
            names.append(value.lower())
    if "-" in element.tag:
        names.append(element.tag)
    return names


def rows(page: LabelledPage, flow: Flow, vocabulary: Vocabulary) -> list[list[float]]:
    """One row a run of the flow, columns as `NAMES`."""
    return _Rows(page, flow, vocabulary).all()


class _Rows:
    """The sums over one page that rows share."""

    def __init__(self, page: LabelledPage, flow: Flow, vocabulary: Vocabulary) -> None:
        self.page, self.flow, self.runs = page, flow, flow.runs
        self.elements = page.document.elements
        n = len(self.elements)
        self.text = [0] * n
        self.links = [0] * n
        self.prose = [0] * n
        self.count = [0] * n
        self.prose_runs = [0] * n
        self._sum_up()
        self.vocabulary = vocabulary
        self.odds = self._chain_odds(vocabulary)
        self.phrases = [vocabulary.phrase(r.text) for r in self.runs]
        self.images = self._images()
        self.best = self._best_container()
        self.best_depth = sum(1 for _ in self.best.ancestors)
        self.articles = {e.index: k for k, e in enumerate(page.document.by_tag.get("article", ()))}
        self.headline = self._headline()
        self.cards = [(c.start, c.end) for block in page.cards for c in block.cards]
        self.total = max(1, self.text[page.document.body.index])
        self.total_prose = max(1, self.prose[page.document.body.index])
        self.chains: dict[int, list[float]] = {}
        self.groups = self._groups()
        self.entity_body = _article_body_words(page)
        self.title = (page.title or page.meta.first("og:title") or page.meta.title or "").casefold()
        self.description = (page.meta.first("og:description", "description") or "").casefold()

    def all(self) -> list[list[float]]:
        singles = self._run_rows()
        chains = [self._chain(r.element) for r in self.runs]
        places = self._places()
        whole = self._page_row()
        brief = [(s[0], s[1], s[3], c[1], s[6], p[0]) for s, c, p in zip(singles, chains, self.phrases, strict=True)]
        outside = (-1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        last = len(brief)
        out = []
        for i, (single, chain, place) in enumerate(zip(singles, chains, places, strict=True)):
            row = single + chain + place
            for d in AROUND:
                row.extend(brief[i + d] if 0 <= i + d < last else outside)
            out.append(row + whole)
        return out

    def _sum_up(self) -> None:
        text, links, prose, count, prose_runs = self.text, self.links, self.prose, self.count, self.prose_runs
        for run in self.runs:
            i, length = run.element.index, len(run.text)
            text[i] += length
            links[i] += run.link_length
            count[i] += 1
            if length >= PROSE_LENGTH and run.link_length * 2 < length:
                prose[i] += length - run.link_length
                prose_runs[i] += 1
        for element in reversed(self.elements):
            parent = element.parent
            i = element.index
            if parent is not None and count[i]:
                p = parent.index
                text[p] += text[i]
                links[p] += links[i]
                prose[p] += prose[i]
                count[p] += count[i]
                prose_runs[p] += prose_runs[i]

    def _chain_odds(self, vocabulary: Vocabulary) -> list[tuple[float, float, float, float, float, int]]:
        """Per element: own (low, high), lowest and highest of the chain of ancestors, sum over it, hidden."""
        cache: dict[str, tuple[float, float]] = {}
        out: list[tuple[float, float, float, float, float, int]] = []
        nothing = (0.0, 0.0, 0.0, 0.0, 0.0, 0)
        for element in self.elements:
            up = out[element.parent.index] if element.parent is not None else nothing
            if not self.count[element.index]:
                out.append(nothing)
                continue
            attrs = element.attrs
            low, high = vocabulary.score(element, cache) if attrs else (0.0, 0.0)
            hidden = up[5] or int(bool(attrs) and _is_hidden(attrs))
            out.append((low, high, min(up[2], low), max(up[3], high), up[4] + low + high, hidden))
        return out

    def _images(self) -> list[int]:
        images = [0] * len(self.elements)
        for image in self.page.document.by_tag.get("img", ()):
            for ancestor, _ in zip(image.ancestors, range(3), strict=False):
                images[ancestor.index] += 1
        return images

    def _best_container(self) -> Element:
        """The element whose paragraphs hold the most prose: theirs counts whole, what is a level deeper half."""
        scores: dict[int, float] = {}
        for run in self.runs:
            length = len(run.text)
            if length < PROSE_LENGTH or run.link_length * 2 > length:
                continue
            own = self.odds[run.element.index]
            gain = length * (0.3 if own[2] < -2.5 else 1.0)
            node = (
                run.element.parent
                if run.element.tag in TAG_CODES and run.element.tag not in _CONTAINERS
                else run.element
            )
            for level in (1.0, 0.7, 0.5):
                if node is None:
                    break
                scores[node.index] = scores.get(node.index, 0.0) + gain * level
                node = node.parent
        best = max(scores, key=lambda i: (scores[i], i), default=None)
        return self.page.document.body if best is None else self.elements[best]

    def _headline(self) -> Element | None:
        if self.page.headline is not None:
            return self.page.headline
        return next((r.element for r in self.runs if r.element.tag == "h1"), None)

    def _groups(self) -> dict[str, tuple[float, float, float, float]]:
        sums: dict[str, list[int]] = {}
        for i, run in enumerate(self.runs):
            s = sums.setdefault(_signature(run.element), [0, 0, 0, i, i])
            s[0] += 1
            s[1] += len(run.text)
            s[2] += run.link_length
            s[4] = i
        n_runs = max(1, len(self.runs))
        return {
            k: (math.log1p(n), math.log1p(t / n), linked / t, (b - a) / n_runs)
            for k, (n, t, linked, a, b) in sums.items()
        }

    def _run_rows(self) -> list[list[float]]:
        seen: dict[str, int] = {}
        for run in self.runs:
            seen[run.text] = seen.get(run.text, 0) + 1
        earlier: set[str] = set()
        out = []
        for run, phrase in zip(self.runs, self.phrases, strict=True):
            out.append(
                [
                    *_run_row(run),
                    *self._compared(run),
                    math.log(seen[run.text]),
                    float(run.text in earlier),
                    float(len(run.text) > 20 and run.text.casefold()[:80] in self.description),
                    *phrase,
                ]
            )
            earlier.add(run.text)
        return out

    def _compared(self, run: Run) -> tuple[float, float]:
        text = run.text.casefold()
        is_title = float(
            len(text) > 8 and (text in self.title or (self.title in text and len(text) < 1.5 * len(self.title)))
        )
        if not self.entity_body:
            return is_title, -1.0
        words = _WORD.findall(text)
        if len(words) >= 4:
            mine = [" ".join(words[i : i + 4]) for i in range(len(words) - 3)]
            return is_title, sum(m in self.entity_body for m in mine) / len(mine)
        return is_title, -0.5

    def _chain(self, element: Element) -> list[float]:
        known = self.chains.get(element.index)
        if known is not None:
            return known
        up = [element, *element.ancestors]
        own = self.odds[element.index]
        parent = self.odds[up[1].index] if len(up) > 1 else own
        grand = self.odds[up[2].index] if len(up) > 2 else parent
        tags = {e.tag for e in up}
        row = [
            float(len(up)),
            own[0],
            own[1],
            parent[0],
            parent[1],
            grand[0],
            grand[1],
            own[2],
            own[3],
            own[4],
            float(own[5]),
        ]
        row.extend(self._extremes(up))
        row.extend(float(t in tags) for t in ANCESTORS)
        row.append(float(any((e.attrs.get("itemprop") or "") == "articleBody" for e in up)))
        for k in (0, 1, 2, 3, 5):
            row.extend(self._sums(up[k] if k < len(up) else up[-1]))
        row.extend(self.groups[_signature(element)])
        row.extend(self._relations(element, up))
        row.extend(self._labels(element, up))
        self.chains[element.index] = row
        return row

    def _extremes(self, up: list[Element]) -> tuple[float, ...]:
        """Of the ancestors with the lowest and the highest odds: share of the page's prose, levels above."""
        low = min(range(len(up)), key=lambda k: self.odds[up[k].index][0])
        high = max(range(len(up)), key=lambda k: self.odds[up[k].index][1])
        return (
            self.prose[up[low].index] / self.total_prose, float(low),
            self.prose[up[high].index] / self.total_prose, float(high),
        )  # fmt: skip

    def _relations(self, element: Element, up: list[Element]) -> list[float]:
        """How the element stands to the best container, the headline, articles, images and its list."""
        best = self.best
        inside = element in best
        common = next(e for e in up if best in e)
        common_depth = len(up) - 1 - up.index(common)
        side = 0.0 if inside else (-1.0 if element.index < best.index else 1.0)
        levels = len(up) - 1 - self.best_depth if inside else -1
        with_headline = 0.0
        if self.headline is not None:
            shared = next(i for i, e in enumerate(up) if self.headline in e)
            with_headline = (len(up) - shared) / len(up)
        order = next((self.articles[e.index] for e in up if e.tag == "article"), -1)
        items = sum(1 for e in up[1].elements if e.tag == element.tag) if len(up) > 1 else 0
        return [
            float(inside), float(levels), float(self.best_depth - common_depth), side,
            self.prose[best.index] / self.total_prose, with_headline, float(order),
            math.log1p(sum(self.images[e.index] for e in up[:2])), math.log1p(items),
        ]  # fmt: skip

    def _labels(self, element: Element, up: list[Element]) -> list[float]:
        """Per kind of label: the share of the page's prose in the nearest element so labelled, -1 where there is none.

        A small element may be believed; one that holds half the page bears a name that lies.
        """
        row = [-1.0] * (len(LABELS) + 1)
        for ancestor in up:
            for rule in self.page.labels.by_element.get(ancestor.index, ()):
                place = _LABEL_PLACES.get(rule.kind)
                if place is not None and row[place] < 0:
                    row[place] = self.prose[ancestor.index] / self.total_prose
        row[-1] = float(any(start <= element.index < end for start, end in self.cards))
        return row

    def _sums(self, element: Element) -> tuple[float, ...]:
        i = element.index
        text = self.text[i] or 1
        return (
            math.log1p(text),
            self.links[i] / text,
            self.prose[i] / text,
            text / self.total,
            math.log1p(self.count[i]),
            self.prose[i] / self.total_prose,
        )

    def _places(self) -> list[list[float]]:
        title_at = next((i for i, r in enumerate(self.runs) if r.element.tag == "h1"), None)
        if self.page.headline is not None:
            title_at = next((i for i, r in enumerate(self.runs) if r.element in self.page.headline), title_at)
        last = max(1, len(self.runs))
        before = prose = 0
        out = []
        heading: tuple[float, float, int, int] = (0.0, 0.0, -1, 0)
        is_prose_run = [len(r.text) >= PROSE_LENGTH and r.link_length * 2 < len(r.text) for r in self.runs]
        gap_before, gap_after = _gaps(is_prose_run), _gaps(is_prose_run[::-1])[::-1]
        for i, run in enumerate(self.runs):
            length = len(run.text)
            is_prose = length >= PROSE_LENGTH and run.link_length * 2 < length
            own = length if is_prose else 0
            distance = i - title_at if title_at is not None else 0
            out.append(
                [
                    i / last,
                    before / self.total,
                    0.0 if title_at is None else math.copysign(1.0, distance + 0.5),
                    math.copysign(math.log1p(abs(distance)), distance),
                    prose / self.total_prose,
                    (self.total_prose - prose - own) / self.total_prose,
                    heading[0],
                    heading[1],
                    math.log1p(i - heading[2]),
                    float(heading[3]),
                    math.log1p(gap_before[i]),
                    math.log1p(gap_after[i]),
                    float(i > 0 and self.runs[i - 1].element.parent is run.element.parent),
                    float(i + 1 < len(self.runs) and self.runs[i + 1].element.parent is run.element.parent),
                ]
            )
            if run.element.tag in HEADINGS:
                heading = (self.phrases[i][0], self.odds[run.element.index][2], i, int(run.element.tag[1]))
            before += length
            prose += own
        return out

    def _page_row(self) -> list[float]:
        body = self.page.document.body.index
        by_tag = self.page.document.by_tag
        shares = sorted(
            (
                self.prose[e.index] / self.total_prose
                for e in self.elements
                if self.prose_runs[e.index] and e.tag in ("div", "article", "section", "td", "main")
            ),
            reverse=True,
        )
        kind = (self.page.meta.first("og:type") or "").lower()
        path = (self.page.url or "").split("?")[0].split("/", 3)
        path_text = path[3] if len(path) > 3 else ""
        slug = path_text.rstrip("/").rsplit("/", 1)[-1]
        return [
            math.log1p(len(self.runs)),
            math.log1p(self.prose[body]),
            self.links[body] / self.total,
            math.log1p(self.prose_runs[body]),
            float(len(shares)),
            float(len(by_tag.get("article", ()))),
            float("main" in by_tag),
            float(kind == "article"),
            float(self.page.entities.article is not None),
            float(bool(self.entity_body)),
            math.log1p(len(by_tag.get("h2", ()))),
            math.log1p(len(by_tag.get("li", ()))),
            math.log1p(len(by_tag.get("a", ()))),
            float(path_text.count("/")),
            float(len(_DIGITS.findall(path_text))),
            float(slug.count("-")),
        ]


def _run_row(run: Run) -> list[float]:
    text = run.text
    length = len(text)
    words = text.count(" ") + 1
    holder = run.element
    inner = next((n.tag for n in run.nodes if not isinstance(n, str)), "")
    return [
        float(TAG_CODES.get(holder.tag, 0)), math.log1p(length), math.log1p(words), run.link_length / length,
        len(_COMMAS.findall(text)) / words, math.log1p(len(_STOPS.findall(text))),
        float(_SENTENCE_END.search(text) is not None),
        len(_DIGITS.findall(text)) / length, len(_UPPER.findall(text)) / length,
        float(len(_MARKS.findall(text))), length / words,
        float(text[0].islower()), float(text[-1] == ":"), float(text[-1] == "?"),
        float(inner in ("b", "strong")), float(inner in ("i", "em")),
        float(sum(1 for n in run.nodes if not isinstance(n, str) and n.tag in ("img", "picture"))),
    ]  # fmt: skip


def _gaps(flags: list[bool]) -> list[int]:
    """Per place: runs since the last flagged one."""
    out, since = [], 50
    for flag in flags:
        out.append(min(since, 50))
        since = 0 if flag else since + 1
    return out


def _signature(element: Element) -> str:
    parent = element.parent
    above = f"{parent.tag}.{parent.attrs.get('class')}" if parent is not None else ""
    return f"{above}>{element.tag}.{element.attrs.get('class')}"


def _is_hidden(attrs: dict[str, str | None]) -> bool:
    if "hidden" in attrs or attrs.get("aria-hidden") == "true":
        return True
    style = attrs.get("style")
    return bool(style) and _HIDDEN.search(style or "") is not None


def _article_body_words(page: LabelledPage) -> set[str]:
    """Four-word sequences of the longest schema.org articleBody of the page."""
    bodies = [e.get("articleBody") for _, e in page.entities.all]
    longest = max((b for b in bodies if isinstance(b, str)), key=len, default="")
    words = _WORD.findall(longest.casefold())
    return {" ".join(words[i : i + 4]) for i in range(len(words) - 3)} if len(words) > 60 else set()
