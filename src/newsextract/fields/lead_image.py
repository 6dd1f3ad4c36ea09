"""The picture at the head of the article, with the caption and credit printed under it."""

import re
from collections.abc import Iterator

import attrs

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.locate import captions
from newsextract.page.document import Element, css_path, outermost
from newsextract.page.masthead import squash
from newsextract.page.pictures import may_show
from newsextract.page.schema import number, pictures
from newsextract.page.text import text_of
from newsextract.page.urls import absolute
from newsextract.records import Image
from newsextract.rules.addresses import steps

NEAR = 120
"""Elements about the headline among which its picture stands: half as many before it."""
FRAME = 4
"""Levels above a picture up to which its frame is looked for."""
LONGEST, LONGEST_MARKED = 250, 800
"""Characters of a caption; what is longer is running text, or stands in a `figcaption`."""
SMALLEST = 100
"""Pixels below which a picture is a logo, a portrait or a button."""
BEHIND = 4
"""Elements behind a picture among which its caption stands that nothing names so."""
LEAST = 20
"""Letters of a caption that is known by what it says alone."""
IMAGES = ("img", "amp-img")
_SIZE = re.compile(
    r"[-_]?\d{2,4}x\d{2,4}|@\dx|[-_]scaled|[-_](?:w|h|width|height|format)[-_]?\d+|(?<=\d{5})(?:_\d{1,4}){4,}$", re.I
)
"""What says the size or the cut of a picture in the name of its file."""
_NUMBER = re.compile(r"\d{0,2}")
"""A name that is left of many files: the picture is then known by its folder."""
_ID = re.compile(r".*\d{5}|.{12}")
"""What a folder's name has that is a picture's own."""
_CREDIT = re.compile(r"((?:©|\(c\)|Ⓒ|copyright\b)[^©]{2,100}?)[)\]]?\.?$", re.I)
_PROCESSED = re.compile(r"^csm_(.+)_[0-9a-f]{10}$")
"""How TYPO3 calls a picture that it cut to a size."""
_FILE = re.compile(r"\S+\.(?:jpe?g|png|webp|gif|avif)|[a-z0-9]+(?:[-_][a-z0-9]+){2,}", re.I)
"""What is a file's name, no caption."""
_MARKED = frozenset("©Ⓒ")
_SHORT = 80
"""Characters of a credit that stands alone."""
_BEFORE_CREDIT = " ([|–—-"
_CARD = frozenset({"card"})
_ELSEWHERE = frozenset("related recommended most-read card sidebar header footer navigation author-box ad logo".split())


def read(page: LabelledPage) -> tuple[Image, Evidence] | None:
    """The lead image and its evidence."""
    stated = list(_stated(page))
    stems = {_stem(c.value.url) for c in stated}
    printed = [i for i in _images(page) if _stands_here(page, i, stems)]
    candidates = list(_candidates(page, stated, printed))
    chosen = choose(candidates, key=lambda image: _stem(image.url))
    if chosen is None:
        return None
    same = [c for c in candidates if _stem(c.value.url) == _stem(chosen[0].url)]
    best = max(same, key=lambda c: _area(c.value))
    if _area(best.value) <= _area(chosen[0]):
        return chosen
    return best.value, attrs.evolve(chosen[1], source=best.source, locator=best.locator, raw=best.raw)


def _area(image: Image) -> int:
    """How large a picture is stated to be: an address made for a preview states no size, or a small one."""
    return (image.width or 0) * (image.height or 0)


def _candidates(
    page: LabelledPage, stated: list[Candidate[Image]], printed: list[Element]
) -> Iterator[Candidate[Image]]:
    by_stem = {_stem(url): image for image in reversed(printed) if (url := _url(page, image))}
    for candidate in stated:
        image = by_stem.get(_stem(candidate.value.url))
        yield _with_caption(page, candidate, image)
    for image in printed[:1]:
        if url := _url(page, image):
            yield _with_caption(
                page,
                Candidate(value=Image(url=url), source="dom", locator=css_path(image), raw=url, weight=0.6),
                image,
            )


def _stated(page: LabelledPage) -> Iterator[Candidate[Image]]:
    meta = page.meta
    for url in (absolute(u, page.base) for u in meta.all("og:image", "og:image:url", "og:image:secure_url")[:1]):
        if url and may_show(url):
            width, height = number(meta.first("og:image:width")), number(meta.first("og:image:height"))
            image = Image(url=url, alt=meta.first("og:image:alt"), width=width, height=height)
            yield Candidate(value=image, source="meta", locator="og:image", raw=url, weight=0.75)
    for source, entity in page.entities.articles:
        for picture in pictures(entity.get("image"))[:1]:
            if url := absolute(picture.url, page.base):
                image = Image(
                    url=url,
                    caption=None if picture.caption and _FILE.fullmatch(picture.caption) else picture.caption,
                    credit=picture.credit,
                    width=picture.width,
                    height=picture.height,
                )
                yield Candidate(value=image, source=source, locator="image", raw=url, weight=0.7)
    if (url := absolute(meta.first("twitter:image", "twitter:image:src"), page.base)) and may_show(url):
        yield Candidate(value=Image(url=url), source="meta", locator="twitter:image", raw=url, weight=0.6)


def _images(page: LabelledPage) -> list[Element]:
    """Pictures labelled as the lead, then those about the headline."""
    headline = page.headline
    labelled = [i for e in page.labels.of("lead-image") for i in ([e] if e.tag in IMAGES else _in(page, e))]
    near = [
        i
        for tag in IMAGES
        for i in page.document.by_tag.get(tag, ())
        if headline is not None and -NEAR / 2 <= i.index - headline.index <= NEAR
    ]
    return [*labelled, *near]


def _is_copy(page: LabelledPage, other: Element, image: Element) -> bool:
    """Whether a picture is another's copy for readers without scripts, or what stands in for it until it is loaded."""
    if other.parent is not None and other.parent.tag == "noscript":
        return True
    url = _url(page, other)
    return url is None or _stem(url) == _stem(_url(page, image) or "")


def _says_picture(page: LabelledPage, paragraph: Element) -> bool:
    """Whether a paragraph is marked as a caption, or ends as one does: with a credit."""
    if page.labels.has(paragraph, "caption", "credit"):
        return True
    said = text_of(paragraph)
    return len(said) <= LONGEST and captions.parted(said, page.rules.words)[1] is not None


def _in(page: LabelledPage, element: Element) -> list[Element]:
    return [i for tag in IMAGES for i in page.document.within(element, tag)]


def _stands_here(page: LabelledPage, image: Element, stems: set[str]) -> bool:
    """Whether a picture is large enough, and in no card, column, menu or portrait. One that the metadata states may
    stand in what is named a card: the article's own.
    """
    size = number(image.get("width"))
    if size is not None and size < SMALLEST:
        return False
    for around in (image, *image.ancestors):
        if page.labels.has(around, "lead-image") or (page.headline is not None and page.headline in around):
            return True
        kinds = _ELSEWHERE.intersection(page.labels.kinds(around))
        is_own = kinds == _CARD and _is_stated(page, image, stems)
        if around.tag in {"nav", "aside", "footer"} or (kinds and not is_own):
            return False
    return True


def _is_stated(page: LabelledPage, image: Element, stems: set[str]) -> bool:
    """Whether the metadata states a picture, which no teaser of another article shows."""
    parts = (part for block in page.cards for card in block.cards for part in card.parts)
    return _stem(_url(page, image) or "") in stems and not any(image in part for part in parts)


def _url(page: LabelledPage, image: Element) -> str | None:
    return page.pictures.url(image)


def _stem(url: str) -> str:
    """What stays of a picture's address over sizes, crops and delivery hosts: its file's name."""
    *folders, last = steps(url) or (url,)
    name = _SIZE.sub("", last.rpartition(".")[0] or last)
    if _NUMBER.fullmatch(name):
        return folders[-1] if folders and _ID.match(folders[-1]) else name or url
    return processed[1] if (processed := _PROCESSED.match(name)) else name


def _with_caption(page: LabelledPage, candidate: Candidate[Image], image: Element | None) -> Candidate[Image]:
    """The candidate with what is printed about its picture."""
    if image is None:
        return candidate
    caption, credit = _said(page, image)
    credit = credit or captions.credited(image.get("alt") or "", page.rules.words)
    stated = candidate.value
    same = stated.url in {_url(page, image), absolute(image.get("src"), page.base)}
    value = Image(
        url=stated.url,
        alt=image.get("alt") or stated.alt,
        caption=caption or stated.caption,
        credit=credit or stated.credit,
        width=stated.width or (number(image.get("width")) if same else None),
        height=stated.height or (number(image.get("height")) if same else None),
    )
    return Candidate(
        value=value, source=candidate.source, locator=candidate.locator, raw=candidate.raw, weight=candidate.weight
    )


def _said(page: LabelledPage, image: Element) -> tuple[str | None, str | None]:
    """Caption and credit in the figure, or the frame, of a picture."""
    frame = next((a for a in list(image.ancestors)[:5] if a.tag == "figure"), None) or _frame(page, image)
    if frame is None:
        below = [e for e in _below(image) if page.labels.has(e, "caption")] or _repeating(page, image)
        return captions.read(below, [e for c in below for e in page.document.within(c)][:1], page.rules.words)
    inside = page.document.within(frame)
    captioned = [e for e in inside if e.tag == "figcaption"] or [e for e in inside if page.labels.has(e, "caption")]
    outer = outermost(captioned)
    credits = [e for e in inside if page.labels.has(e, "credit")]
    credits += [e for c in outer for e in page.document.within(c) if page.labels.has(e, "byline")]
    if not outer and frame.tag != "figure":
        outer = outermost([e for e in inside if not page.labels.has(e, "hidden", "credit") and _is_text(e)])
    caption, credit = captions.read(outer, credits, page.rules.words)
    if caption and credit is None and (found := _CREDIT.search(caption)):
        caption, credit = caption[: found.start()].rstrip(_BEFORE_CREDIT).lstrip(), found[1].strip()
    if credit is None:
        credit = next((text for e in inside if _is_marked(e) and len(text := text_of(e)) <= _SHORT), None)
    longest = LONGEST_MARKED if outer and outer[0].tag == "figcaption" else LONGEST
    return (caption if caption and len(caption) <= longest else None), credit or None


def _below(image: Element) -> list[Element]:
    """The element right behind a picture."""
    siblings = image.parent.elements if image.parent is not None else ()
    return [e for e in siblings if e.index >= image.end][:1]


def _repeating(page: LabelledPage, image: Element) -> list[Element]:
    """What stands behind a picture and says what is said in its place to those who do not see it."""
    said = squash(image.get("alt") or "")
    if len(said) < LEAST or said == squash(page.title or ""):
        return []
    behind = page.document.elements[image.end : image.end + BEHIND]
    return [e for e in behind if any(isinstance(c, str) for c in e.children) and squash(text_of(e)) == said][:1]


def _is_marked(element: Element) -> bool:
    """Whether an element's own text begins with the mark of copyright."""
    first = element.children[0] if element.children else ""
    return isinstance(first, str) and first.lstrip()[:1] in _MARKED


def _is_text(element: Element) -> bool:
    """Whether an element holds text of its own."""
    return element.tag != "noscript" and any(isinstance(c, str) and not c.isspace() for c in element.children)


def _frame(page: LabelledPage, image: Element) -> Element | None:
    """The largest element around a picture that holds it and a few words: no other picture, not the headline."""
    found = None
    for around in list(image.ancestors)[:FRAME]:
        pictures_inside = _in(page, around)
        is_alone = all(_is_copy(page, i, image) for i in pictures_inside if i is not image)
        holds_headline = page.headline is not None and page.headline in around
        prose = [p for p in page.document.within(around, "p") if not _says_picture(page, p)]
        if not is_alone or prose or holds_headline or len(text := text_of(around)) > LONGEST:
            break
        found = around if text else found
    return found
