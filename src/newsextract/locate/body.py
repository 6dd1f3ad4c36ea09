"""Flow in, the body out: which runs of text are the article."""

import functools
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice

import attrs

from newsextract.label import LabelledPage
from newsextract.locate.announced import with_announced
from newsextract.locate.features import rows
from newsextract.locate.headings import shown, with_headings, with_names, with_sections
from newsextract.locate.model import BodyModel, bundled
from newsextract.locate.wholes import Wholes
from newsextract.page.document import Element
from newsextract.page.flow import Flow, Run
from newsextract.page.spans import Spans


@attrs.frozen(kw_only=True)
class Body:
    """The located body."""

    flow: Flow
    kept: frozenset[int]
    """Numbers of the runs that belong to the body."""
    container: Element
    """The smallest element that holds every kept run; the page's body element where nothing is kept."""
    confidence: float = 0.0
    """Expected word F1 of the kept runs, 0 to 1, by the model's own probabilities."""

    def keeps(self, run: Run) -> bool:
        """Whether a run belongs to the body."""
        return run.number in self.kept

    @property
    def holders(self) -> frozenset[int]:
        """Places in `Document.elements` of the elements that hold a kept run, ancestors included."""
        held: set[int] = set()
        for run in self.runs:
            for element in (run.element, *run.element.ancestors):
                if element.index in held:
                    break
                held.add(element.index)
        return frozenset(held)

    @functools.cached_property
    def runs(self) -> tuple[Run, ...]:
        """The kept runs, in order."""
        return tuple(r for r in self.flow.runs if r.number in self.kept)


def locate(page: LabelledPage, flow: Flow, model: BodyModel | None = None) -> Body:
    """Decide which runs are the body: each run's probability by the model, then the cut that promises the best F1.

    A table of data, a list and a box are one decision each; so are the prompt to pay and, on an article's page, its
    readers' comments, which are none of the text.
    """
    model = model or bundled()
    if len(flow.runs) > MANY:
        model = model.hurried
    chances = [model.chance(row) for row in rows(page, flow, model.vocabulary)]
    sizes = [run.words for run in flow.runs]
    for run in (*_prompts(page, flow), *_notices(flow)):
        chances[run.number] = 0.0
    if _says_article(page):
        _quiet(_comments(page, flow), chances, sizes)
        for run in _called(flow, page.labels.of("promotion"), LONGEST_CALL):
            chances[run.number] = 0.0
    wholes = Wholes(flow.runs, page.labels.of("fact-box", "embed", "footnote"))
    wholes.level(chances, sizes)
    threshold, promise = best_cut(chances, sizes)
    prose = at_least_even(threshold, chances) if page.entities.article is not None else threshold
    taken = [chance >= prose for chance in chances]
    wholes.take(taken, chances, threshold)
    kept = [r for r in flow.runs if taken[r.number] or _heads(page, flow, r, taken, chances[r.number])]
    kept = with_headings(flow.runs, shown(page, kept))
    kept = with_names(flow.runs, kept, chances)
    kept = with_sections(page, flow.runs, kept, chances)
    kept = with_announced(page, flow, kept, chances)
    if _is_wall(page, kept):
        kept = []
    return Body(
        flow=flow,
        kept=frozenset(r.number for r in kept),
        container=around(kept) or page.document.body,
        confidence=promise,
    )


def _prompts(page: LabelledPage, flow: Flow) -> Iterator[Run]:
    """The runs of prompts to pay."""
    return _called(flow, page.labels.of("paywall")[:PROMPTS], LONGEST_PROMPT)


def _called(flow: Flow, elements: Iterable[Element], longest: int) -> Iterator[Run]:
    """The runs in elements called something that hold no more text than that is long."""
    for element in elements:
        inside = flow.runs_in(element)
        if sum(len(run.text) for run in inside) <= longest:
            yield from inside


def _notices(flow: Flow) -> Iterator[Run]:
    """The runs that a web server's PHP wrote into the page."""
    said = (run for run in flow.runs if run.text.startswith(PHP))
    return (run for run in said if all(part in run.text[:LONGEST_NOTICE] for part in PHP_PLACE))


def _is_wall(page: LabelledPage, kept: Sequence[Run]) -> bool:
    """Whether all that would be the body is a cookie notice that stands in the place of the page, and says so: many a
    page names what is around all of it for the consent it waits for."""
    if not page.labels.of("consent") or _says_article(page) or sum(run.words for run in kept) > LONGEST_WALL:
        return False
    if not kept or any(page.labels.around(run.element, "consent") is None for run in kept):
        return False
    speech = page.speech
    return any(speech.finds("consent", run.text) for run in kept)


def _says_article(page: LabelledPage) -> bool:
    """Whether the page's data call it an article."""
    return page.entities.article is not None or (page.meta.first("og:type") or "").lower() == "article"


def _comments(page: LabelledPage, flow: Flow) -> set[int]:
    """Numbers of the runs of readers' comments."""
    comments = Spans.of(page.labels.of("comments"))
    return {run.number for run in flow.runs if comments.hold(run.element.index)}


def _quiet(numbers: Set[int], chances: list[float], sizes: Sequence[int]) -> None:
    """Take runs out of question, where the text stands elsewhere."""
    elsewhere = sum(s for i, (c, s) in enumerate(zip(chances, sizes, strict=True)) if c > EVEN and i not in numbers)
    if elsewhere >= TEXT:
        for i in numbers:
            chances[i] = 0.0


def at_least_even(threshold: float, chances: Sequence[float]) -> float:
    """The threshold of a page that says by schema.org that it is an article, where anything is likely to be its text.

    What is in doubt there is more often beside the article than on a list or a forum, whose text is scattered.
    """
    return max(threshold, EVEN) if max(chances, default=0.0) >= EVEN else threshold


EVEN = 0.5
TEXT = 100
"""Words of likely text outside the comments from which on they are no part of an article."""

PHP = ("Strict Standards:", "Deprecated:", "Warning:", "Notice:", "Fatal error:", "Parse error:")
PHP_PLACE = (".php", " on line ")
LONGEST_NOTICE = 1000
"""How PHP opens what it prints of its own mistakes, what that holds, and in how many characters."""

PROMPTS = 8
"""Elements named as a paywall that are looked at."""
LONGEST_WALL = 300
"""Words of a cookie notice up to which it is a wall; what is longer and named so is an article about cookies."""
LONGEST_CALL = 700
"""Characters up to which what is named a call to action is one, on an article's page: of 600 such words that the model
would have kept, none was the article's."""
LONGEST_PROMPT = 300
"""Characters up to which one is the prompt; a longer one is the text that is to be paid for."""


def _heads(page: LabelledPage, flow: Flow, run: Run, taken: Sequence[bool], chance: float) -> bool:
    """Whether a run in doubt is the heading of what is kept: of the next run that is no caption between them, or, when
    what stands between is left out, of the next heading, where that is one of its parts."""
    tag = run.element.tag
    if chance < HEADING or tag not in HEADINGS or (tag == TOP and len(page.document.by_tag[TOP]) < TOPS):
        return False
    behind = flow.runs[run.number + 1 : run.number + 2 + CAPTIONS]
    after = next((r for r in behind if not page.labels.has(r.element, "caption", "credit")), None)
    if after is not None and taken[after.number]:
        return True
    if run.link_length or not any(taken[max(0, run.number - ABOVE) : run.number]):
        return False
    part = next((r for r in islice(flow.runs, run.number + 1, None) if r.element.tag in HEADINGS), None)
    return part is not None and taken[part.number] and part.element.tag > tag


CAPTIONS = 2
"""Runs of captions between a heading and what it heads."""
ABOVE = 10
"""Runs above a heading in doubt of which one is kept, where it heads nothing but a part: the text goes on there."""

HEADING = 0.3
"""Chance from which on a heading right above kept text is kept: of those, more are the article's than not."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
TOP, TOPS = "h1", 3
"""The tag of the headline; where a page has so many, they head its sections."""

MANY = 10_000
"""Runs from which on the model hurries. Of 1,200 real pages none has half as many; what has is a flood, or a book."""

LEAST = 0.15
"""Chance below which no run is kept, however unsure the page: where there is no body, nothing beats chrome."""


def best_cut(chances: Sequence[float], sizes: Sequence[int]) -> tuple[float, float]:
    """(threshold, expected F1): the chance from which on keeping runs gives the highest expected word F1.

    Half the F1 that can be reached is the best threshold (Lipton, Elkan and Naryanaswamy, 2014): near one half on a
    clear page, lower on one where much is unsure.
    """
    wanted = sum(c * s for c, s in zip(chances, sizes, strict=True))
    threshold, best = 0.5, 0.0
    hits = taken = 0.0
    for chance, size in sorted(zip(chances, sizes, strict=True), reverse=True):
        hits += chance * size
        taken += size
        f1 = 2 * hits / (taken + wanted)
        if f1 > best:
            threshold, best = chance, f1
    return max(threshold, LEAST), best


def around(runs: list[Run]) -> Element | None:
    """The smallest element that holds all runs; None where there are none."""
    if not runs:
        return None
    node: Element | None = runs[0].element
    last = max(r.element.index for r in runs)
    while node is not None and not (node.index <= runs[0].element.index and last < node.end):
        node = node.parent
    return node
