"""The headline as a reader sees it, and the element that prints it.

What is printed wins over what the metadata says, and the metadata says which of the printed headings is the headline:
a heading unlike the title, og:title and JSON-LD headline is a section's name, the site's name or a promo.
"""

from collections import Counter
from collections.abc import Iterator
from html import unescape
from itertools import islice

import attrs

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.locate.sitenames import with_printed_names
from newsextract.page.document import Element, css_path
from newsextract.page.entities import ARTICLE_TYPES
from newsextract.page.masthead import SEPARATORS, Masthead, squash
from newsextract.page.text import fold, pieces, text_of
from newsextract.rules.addresses import steps


@attrs.frozen(kw_only=True)
class Headline:
    """The headline found."""

    text: str
    element: Element | None
    """What prints it; None where only metadata states it."""


@attrs.frozen(kw_only=True)
class _Claim:
    """What metadata states as the title."""

    text: str
    """Without the site's names."""
    source: str
    locator: str
    raw: str
    weight: float


@attrs.frozen(kw_only=True)
class _Heading:
    """A heading printed on the page."""

    text: str
    element: Element
    support: float
    """Likeness to the claim it is most like, 0 to 1."""
    score: float
    unseen: bool
    """Whether it is printed for screen readers alone."""


ACCEPTED = 0.55
"""Score from which a printed heading is the headline even where the metadata words it differently; fitted on pages."""
_CLAIM_METAS = {"headline": 0.75, "og:title": 0.7, "twitter:title": 0.55, "dc.title": 0.5, "parsely-title": 0.5}
_HEADLINES = frozenset({"headline", "og:title"})
"""Where metadata states the headline and no section."""
APART = 0.75
"""How far a `<title>` is trusted that such a statement contradicts."""
UNLIKE = 0.3
"""Likeness below which two titles are not each other's wording."""
SAME = 0.9
"""Likeness from which on a heading is worded as the metadata has it."""
WORDED = 0.8
"""Likeness from which on it is, or is the beginning of that."""
RUNNING, PARAGRAPHS = 400, 40
"""Characters of running text, in as many paragraphs at most, behind which a heading is that of a part."""
_CHROME_TAGS = frozenset({"nav", "footer", "aside", "dialog", "form"})
_CHROME_LABELS = ("card", "related", "recommended", "most-read", "read-more", "navigation", "comments")
BRIEF = 0.2
"""Part of a text's letters below which another one holds too few of them to be its wording."""
ALIKE = 2
"""Headings of one form above which they are those of teasers."""
MOST = 200
"""Headings that are looked at."""
PARTS = 12
"""Texts of a heading that may be a kicker or a badge beside it."""
FILED = 4
"""Labelled categories that are looked at for the name of a section."""
_LOWER_HEADINGS = ("h2", "h3", "h4")
_DANGLING = " -–—|·»"
"""What is left at the end of a title where a template had no name of the site to add."""
_PERMALINK = " ¶🔗\uf0c1"
"""Marks at the end of a heading that link to it."""
_SEPARATING = "-–—|:/•·» "


def read(page: LabelledPage) -> tuple[Headline, Evidence] | None:
    """The headline with the element that prints it, and the evidence."""
    site = with_printed_names(page, frozenset(squash(raw) for _, _, raw, _ in _stated(page)))
    claims = list(_claims(page, site, frozenset(_sections(page))))
    headings = sorted(_seen(list(_headings(page, site, claims))), key=lambda h: (-h.score, h.element.index))
    chosen = choose(_candidates(headings, claims), key=squash)
    if chosen is None:
        return None
    text, evidence = chosen
    element = next((h.element for h in headings if squash(h.text) == squash(text)), None)
    return Headline(text=text, element=element), evidence


def _sections(page: LabelledPage) -> Iterator[str]:
    """Names of sections that may trail a title, squashed: the URL's folders, article:section, what files the page."""
    yield from (squash(f) for f in steps(page.url or "")[:-1] if not f.isdigit())
    yield from (squash(s) for s in page.meta.all("article:section"))
    for element in page.labels.of("category", "breadcrumbs")[:FILED]:
        yield from (squash(text_of(a)) for a in (element, *page.document.within(element, "a")))


def _claims(page: LabelledPage, site: Masthead, sections: frozenset[str]) -> Iterator[_Claim]:
    bare: dict[str, str] = {}
    for source, locator, raw, weight in _stated(page):
        if raw not in bare:
            bare[raw] = site.stripped(fold(unescape(raw)), sections).rstrip(_DANGLING)
        text = bare[raw]
        if text and not site.is_name(text):
            yield _Claim(text=text, source=source, locator=locator, raw=raw, weight=weight)


def _stated(page: LabelledPage) -> Iterator[tuple[str, str, str, float]]:
    for source, entity in page.entities.of_type(*ARTICLE_TYPES):
        headline = entity.get("headline") or entity.get("name")
        if isinstance(headline, str) and (text := fold(headline)):
            yield source, "headline", text, 0.72
    for name, weight in _CLAIM_METAS.items():
        if stated := page.meta.first(name):
            yield "meta", name, stated, weight
    if page.meta.title:
        yield "meta", "title", page.meta.title, 0.6


def _headings(page: LabelledPage, site: Masthead, claims: list[_Claim]) -> Iterator[_Heading]:
    wanted = {squash(c.text): c.text for c in reversed(claims)}
    made = {c.text: _trigrams(c.text) for c in claims}
    stated = [(made[c.text], trust) for c, trust in _trusted(page, claims, made)]
    first: Element | None = None
    printed = {e.index: e for e in islice(_printed(page, wanted), MOST)}.values()
    forms = Counter(_form(e) for e in printed)
    beside = set(_beside(page))
    worded = {key: text for key, text in wanted.items() if key not in set(_with_kicker(claims))}
    only = _only_first(page) if {c.locator for c in claims} <= {"title"} else None
    for element in printed:
        text = site.stripped(_wording(page, element, worded))
        if not text or site.is_name(text) or squash(text) in beside:
            continue
        grams = _trigrams(text)
        support = max((_likeness(grams, other) * trust for other, trust in stated), default=0.0)
        standing = _standing(page, element) + (IN_CHROME if element.classes and forms[_form(element)] > ALIKE else 0.0)
        if first is not None and support < SAME and element.tag == first.tag and _heads_part(page, first, element):
            standing += IN_CHROME
        unseen = page.labels.has(element, "hidden")
        if first is None and standing > 0 and not unseen:
            first, standing = element, standing + FIRST
        if element is only and standing > 0 and len(text.split()) >= WORDS:
            standing += ONLY
        yield _Heading(text=text, element=element, support=support, score=support + standing, unseen=unseen)


def _with_kicker(claims: list[_Claim]) -> Iterator[str]:
    """What a `<title>` alone states, squashed, that ends in the headline stated elsewhere: other words lead to it."""
    headlines = {squash(c.text) for c in claims if c.locator in _HEADLINES and len(c.text.split()) >= WORDS}
    others = {squash(c.text) for c in claims if c.locator != "title"}
    titles = {squash(c.text) for c in claims if c.locator == "title"} - others
    yield from (t for t in titles if any(t.endswith(h) for h in headlines))


def _trusted(page: LabelledPage, claims: list[_Claim], made: dict[str, set[str]]) -> Iterator[tuple[_Claim, float]]:
    """The claims, with how far each is to be trusted: a `<title>` less where what is stated of the headline alone, and
    printed as a first heading, is wholly unlike it. `made` are the trigrams of their texts."""
    first = {squash(text_of(e)) for e in page.document.by_tag.get("h1", ())[:MOST]}
    headlines = {c.text for c in claims if c.locator in _HEADLINES}
    alone = [made[text] for text in headlines if len(text.split()) >= WORDS]
    alone = alone if any(squash(text) in first for text in headlines) else []
    for claim in claims:
        is_apart = claim.locator == "title" and all(_likeness(made[claim.text], other) < UNLIKE for other in alone)
        yield claim, APART if is_apart and alone else 1.0


def _heads_part(page: LabelledPage, first: Element, heading: Element) -> bool:
    """Whether a page that has another heading like it prints much running text between the two."""
    between = [p for p in page.document.by_tag.get("p", ()) if first.end <= p.index < heading.index]
    return sum(len(text_of(p)) for p in islice(between, PARAGRAPHS)) >= RUNNING


def _seen(headings: list[_Heading]) -> list[_Heading]:
    """The headings, those for screen readers alone moved back where another is worded as the metadata has it."""
    if not any(h.support >= WORDED and not h.unseen for h in headings):
        return headings
    return [attrs.evolve(h, score=h.score + UNSEEN) if h.unseen else h for h in headings]


def _only_first(page: LabelledPage) -> Element | None:
    """The page's one first heading; None where it has several with different texts."""
    first = page.document.by_tag.get("h1", ())[:MOST]
    texts = {squash(text_of(e)) for e in first} - {""}
    return next((e for e in first if text_of(e)), None) if len(texts) == 1 else None


def _beside(page: LabelledPage) -> Iterator[str]:
    """What stands in the `<title>` before or behind what og:title calls the title, squashed: the blog's own name."""
    whole, headline = page.meta.title or "", page.meta.first("og:title") or ""
    for rest in (whole.removesuffix(headline), whole.removeprefix(headline)):
        if headline and rest and rest != whole:
            yield squash(rest)


def _form(element: Element) -> tuple[str, ...]:
    return (element.tag, *element.classes)


def _printed(page: LabelledPage, wanted: dict[str, str]) -> Iterator[Element]:
    """Elements that may print the headline: first headings, labelled ones, else lower ones that metadata repeats."""
    first = [
        *page.document.by_tag.get("h1", ()),
        *page.labels.of("headline"),
        *(e for e in page.document.with_attribute("itemprop") if e.get("itemprop") == "headline"),
    ][:MOST]
    yield from first
    seen = (e for e in first if not page.labels.has(e, "hidden"))
    if any(_standing(page, e) > 0 and squash(_wording(page, e, wanted)) in wanted for e in seen):
        return
    stated = {*wanted, *(squash(part) for t in wanted.values() for part in _ends(t) if len(part.split()) >= WORDS)}
    stated |= set() if wanted else set(_addressed(page))
    for tag in _LOWER_HEADINGS:
        yield from (e for e in page.document.by_tag.get(tag, ()) if squash(text_of(e)) in stated)


def _addressed(page: LabelledPage) -> Iterator[str]:
    """What the address calls the page in several words, where nothing else states a title."""
    last = next(reversed(steps(page.url or "")), "")
    if last.count("-") >= WORDS - 1:
        yield squash(last)


def _ends(text: str) -> tuple[str, str]:
    """A stated title up to what parts it from words that nothing names, such as a forum's, and behind that: "Question
    ? | Phones", "Blog Archive » Bridge closes"."""
    parts = SEPARATORS.split(text)
    return parts[0], parts[-1]


def _wording(page: LabelledPage, element: Element, wanted: dict[str, str]) -> str:
    """The heading's text, without a kicker, a badge or a count that stands in it with markup of its own.

    Where metadata parts words that the markup runs together, its spelling is taken.
    """
    whole = _without_kicker(page, element)
    if "&" in whole and squash(unescape(whole)) in wanted:  # escaped twice
        whole = unescape(whole)
    stated = wanted.get(squash(whole))
    if stated is not None:
        return stated if len(stated.split()) > len(whole.split()) else whole
    parts = [p for p in (fold(p) for p in pieces(element, " ")) if p]
    for at in range(1, min(len(parts), PARTS)):
        for part in (" ".join(parts[at:]), " ".join(parts[:at])):
            if squash(part) in wanted:
                return part.strip(_SEPARATING)
    return whole


def _without_kicker(page: LabelledPage, element: Element) -> str:
    """The heading's text without what is labelled as a kicker at its start."""
    whole = text_of(element).rstrip(_PERMALINK)
    kicker = next((e for e in page.labels.of("kicker") if e in element and e is not element), None)
    over = text_of(kicker) if kicker is not None else ""
    if over and whole.startswith(over) and len(whole) > len(over):
        return whole[len(over) :].strip(_SEPARATING)
    return whole


H1, LABELLED, FIRST, ONLY, IN_CHROME, UNSEEN = 0.2, 0.15, 0.1, 0.15, -0.4, -0.45
"""What a heading's place adds to its score: being a first heading, named as the headline, before all others, the only
first heading and no mere label, standing in chrome, being printed for screen readers alone."""
IN_TEXT = {"article": 0.05, "main": 0.03}
"""What it adds to stand in an element of one of these tags."""
WORDS = 4
"""Words from which a heading is no label."""


def _standing(page: LabelledPage, element: Element) -> float:
    """How much an element's place in the page makes it the headline."""
    score = H1 if element.tag == "h1" else 0.0
    if element.get("itemprop") == "headline" or "headline" in page.labels.kinds(element):
        score += LABELLED
    for around in element.ancestors:
        if around.tag in _CHROME_TAGS or page.labels.has(around, *_CHROME_LABELS):
            return score + IN_CHROME
        if around.tag in IN_TEXT:
            return score + IN_TEXT[around.tag]
    return score


def _candidates(headings: list[_Heading], claims: list[_Claim]) -> Iterator[Candidate[str]]:
    for place, heading in enumerate(headings):
        yield Candidate(
            value=heading.text,
            source="dom",
            locator=css_path(heading.element),
            raw=text_of(heading.element),
            weight=_heading_weight(heading, place),
        )
    for claim in claims:
        yield Candidate(
            value=claim.text, source=claim.source, locator=claim.locator, raw=claim.raw, weight=claim.weight
        )


def _heading_weight(heading: _Heading, place: int) -> float:
    if place:
        return 0.3
    return 0.97 if heading.score >= ACCEPTED else 0.5


def _likeness(heading: set[str], claim: set[str]) -> float:
    """How alike two texts are by their letter trigrams, 0 to 1: the mean of containment and of Dice's coefficient.

    A heading less than `BRIEF` of the claim is in it for its length alone: any title holds some heading's one word.
    """
    both = len(heading & claim)
    if not both:
        return 0.0
    containment = both / max(min(len(heading), len(claim)), BRIEF * len(claim))
    return containment / 2 + both / (len(heading) + len(claim))


def _trigrams(text: str) -> set[str]:
    letters = squash(text)
    return {letters[i : i + 3] for i in range(max(1, len(letters) - 2))} if letters else set()
