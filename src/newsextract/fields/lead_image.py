"""The picture at the head of the article, with the caption and credit printed under it."""

import re
from collections.abc import Iterator
from itertools import islice, takewhile

import attrs

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.locate import captions
from newsextract.locate.framed import PICTURES, pictures_in, said, titles
from newsextract.locate.homelinks import home_links
from newsextract.page.document import Element, css_path
from newsextract.page.pictures import addresses, is_picture, may_show
from newsextract.page.schema import nodes, number, pictures
from newsextract.page.text import text_of
from newsextract.page.urls import absolute, same_page, same_site
from newsextract.records import Image
from newsextract.rules.renditions import is_delivered, is_sites, shows
from newsextract.rules.vocabulary import vocabulary

NEAR = 120
"""Elements about the headline among which its picture stands: half as many before it."""
LEAST_PART = 6
"""Letters and digits of a part of a picture's name that few others have."""
MOST_PRINTS = 8
"""Prints of one picture that are looked at."""
SMALLEST = 100
"""Pixels below which a picture is a logo, a portrait or a button."""
MOST = 3
"""Pictures that one source of metadata states of which one may be the article's."""
_SMALL_SQUARE = re.compile(r"(?<!\d)([12]\d\d)[x/]\1(?!\d)")
"""What says in an address that the picture is cut for a list: "/150/150/", "-150x150"."""
_PARTS = re.compile(r"[a-z0-9]+")
_FILE = re.compile(r"\S+\.(?:jpe?g|png|webp|gif|avif)|[a-z0-9]+(?:[-_][a-z0-9]+){2,}", re.I)
"""What is a file's name, no caption."""
SIGN = 3
"""Times that a page prints a sign of its own at least, and an article's picture hardly."""
LARGE = 600
"""Pixels of width from which on a printed picture is as large as one stated without a size."""
CHROME = frozenset({"nav", "aside", "footer", "label", "button"})
FRAMES = frozenset({"figure", "picture"})
_MENU = frozenset({"nav", "footer"})
_MENUS = ("navigation", "footer", "author-box")
"""Tags, and kinds of labels, around a picture that is no article's, however it is named itself."""
_OWN = frozenset({"card", "byline"})
"""Kinds of what may hold the article's own picture, too: the one that the metadata states."""
_ELSEWHERE = frozenset(
    "related recommended most-read card byline sidebar header footer navigation author-box ad logo".split()
)


def read(page: LabelledPage) -> tuple[Image, Evidence] | None:
    """The lead image and its evidence."""
    stated = list(_stated(page))
    stems = {page.stems.of(c.value.url) for c in stated}
    signs = [i for a in home_links(page) for i in pictures_in(page, a)]
    printed = [i for i in _images(page) if i not in signs and _stands_here(page, i, stems)]
    candidates = list(_candidates(page, _of_article(page, stated, printed, signs), printed))
    chosen = choose(candidates, key=lambda image: page.stems.of(image.url))
    if chosen is None:
        return None
    same = [c for c in candidates if page.stems.of(c.value.url) == page.stems.of(chosen[0].url)]
    if not is_delivered(chosen[0].url):
        same = [c for c in same if not is_delivered(c.value.url)]
    best = max(same, key=lambda c: _area(c.value))
    if _area(best.value) <= _area(chosen[0]) or (chosen[0].width is None and (best.value.width or 0) < LARGE):
        return chosen
    return best.value, attrs.evolve(chosen[1], source=best.source, locator=best.locator, raw=best.raw)


def _area(image: Image) -> int:
    """How large a picture is stated to be: an address made for a preview states no size, or a small one."""
    return (image.width or 0) * (image.height or 0)


def _of_article(
    page: LabelledPage, stated: list[Candidate[Image]], printed: list[Element], signs: list[Element]
) -> list[Candidate[Image]]:
    """What the metadata states, without the site's own pictures, those that its links to the home page show among them;
    one that is printed near the headline is none."""
    shown, own, logos = _stems(page, printed), _stems(page, signs), set(_logos(page))
    others = [c for c in stated if c.value.url not in logos and not _is_own(page, c.value.url, own)]
    return [c for c in stated if c in others or page.stems.of(c.value.url) in shown]


def _logos(page: LabelledPage) -> Iterator[str]:
    """The publisher's signs as stated; those of another size may be cut from the article's picture, for want of one."""
    publishers = (p for _, entity in page.entities.articles for p in nodes(entity.get("publisher")))
    return (u for p in publishers for sign in pictures(p.get("logo")) if (u := absolute(sign.url, page.base)))


def _is_own(page: LabelledPage, url: str, signs: set[str]) -> bool:
    return page.stems.of(url) in signs or is_sites(url, page.site, page.url)


def _stems(page: LabelledPage, images: list[Element]) -> set[str]:
    return {page.stems.of(url) for i in images if (url := _url(page, i))}


def _candidates(
    page: LabelledPage, stated: list[Candidate[Image]], printed: list[Element]
) -> Iterator[Candidate[Image]]:
    shown = sorted(printed, key=_is_named_only)
    by_stem: dict[str, Element | None] = {page.stems.of(url): i for i in reversed(shown) if (url := _url(page, i))}
    for candidate in stated:
        own = page.stems.of(candidate.value.url)
        if own not in by_stem:
            by_stem[own] = _offering(page, shown, own) or _printed_elsewhere(page, own)
        yield _with_caption(page, candidate, by_stem[own])
    for image in [i for i in printed if not _is_anothers(page, i) and not _is_slide(page, i)][:1]:
        if _is_repeated(page, image):
            continue
        if (url := _url(page, image)) and (_is_captioned(page, image) or not is_sites(url, page.site, page.url)):
            yield _with_caption(
                page,
                Candidate(value=Image(url=url), source="dom", locator=css_path(image), raw=url, weight=0.6),
                image,
            )


def _offering(page: LabelledPage, printed: list[Element], own: str) -> Element | None:
    """The print that offers a stated picture beside a larger one: cut otherwise, for another screen."""
    return next((i for i in printed if any(page.stems.of(u) == own for u in addresses(i, page.base))), None)


def _printed_elsewhere(page: LabelledPage, own: str) -> Element | None:
    """A print of a stated picture far from the headline, in the article itself; known by the longest part of its name
    before its address is read."""
    part = max(_PARTS.findall(own), key=len, default="")
    if len(part) < LEAST_PART:
        return None
    images = (i for tag in PICTURES for i in page.document.by_tag.get(tag, ()))
    named = (i for i in images if any(part in v.lower() for v in i.attrs.values() if v))
    same = islice((i for i in named if (url := _url(page, i)) and page.stems.of(url) == own), MOST_PRINTS)
    return next((i for i in same if _stands_here(page, i, {own}) and not _is_teasers(page, i)), None)


def _is_teasers(page: LabelledPage, image: Element) -> bool:
    """Whether a picture links to a page, which may be this one, or stands in a card."""
    is_linked = any(a.tag == "a" and not is_picture(a.get("href") or "") for a in image.ancestors)
    return is_linked or _is_in_card(page, image)


def _is_in_card(page: LabelledPage, image: Element) -> bool:
    return any(image in part for block in page.cards for card in block.cards for part in card.parts)


def _stated(page: LabelledPage) -> Iterator[Candidate[Image]]:
    meta = page.meta
    named = meta.all("og:image", "og:image:url", "og:image:secure_url")[:MOST]
    shared = [u for n in named if (u := absolute(n, page.base)) and may_show(u)]
    if shared:
        best = next((u for u in shared if not is_sites(u, page.site, page.url)), shared[0])
        width, height = number(meta.first("og:image:width")), number(meta.first("og:image:height"))
        image = Image(url=best, alt=meta.first("og:image:alt"), width=width, height=height)
        yield Candidate(value=image, source="meta", locator="og:image", raw=best, weight=0.75)
    for source, entity in page.entities.articles:
        for picture in pictures(entity.get("image"))[:1]:
            if url := absolute(picture.url, page.base):
                image = Image(
                    url=url,
                    caption=_stated_caption(page, picture.caption),
                    credit=picture.credit,
                    width=picture.width,
                    height=picture.height,
                )
                weight = 0.3 if _SMALL_SQUARE.search(url) else 0.7
                yield Candidate(value=image, source=source, locator="image", raw=url, weight=weight)
    if (url := absolute(meta.first("twitter:image", "twitter:image:src"), page.base)) and may_show(url):
        yield Candidate(value=Image(url=url), source="meta", locator="twitter:image", raw=url, weight=0.6)


def _stated_caption(page: LabelledPage, caption: str | None) -> str | None:
    return None if caption and (_FILE.fullmatch(caption) or titles(page, caption)) else caption


def _images(page: LabelledPage) -> list[Element]:
    """Pictures labelled as the lead, then those about the headline."""
    headline = page.headline
    labelled = [i for e in page.labels.of("lead-image") for i in ([e] if e.tag in PICTURES else pictures_in(page, e))]
    near = [
        i
        for tag in PICTURES
        for i in page.document.by_tag.get(tag, ())
        if headline is not None and -NEAR / 2 <= i.index - headline.index <= NEAR
    ]
    return [*labelled, *near]


def _stands_here(page: LabelledPage, image: Element, stems: set[str]) -> bool:
    """Whether a picture is large enough, and in no card, column, menu or portrait. One that the metadata states may
    stand in what is named a card: the article's own.
    """
    size = number(image.get("width"))
    if (size is not None and size < SMALLEST) or "usemap" in image.attrs:
        return False
    is_named = False
    for around in (image, *image.ancestors):
        if page.headline is not None and page.headline in around:
            return True
        if around.tag in _MENU or page.labels.has(around, *_MENUS):
            return False
        is_named = is_named or page.labels.has(around, "lead-image")
        if is_named:
            continue
        kinds = _ELSEWHERE.intersection(page.labels.kinds(around))
        if around.tag in CHROME or (kinds and not (kinds <= _OWN and _is_stated(page, image, stems))):
            return False
    return True


def _is_repeated(page: LabelledPage, image: Element) -> bool:
    """Whether a page prints a picture again and again: a sign."""
    src, url = image.get("src"), _url(page, image)
    same = [i for i in page.document.by_tag.get(image.tag, ()) if i.get("src") == src]
    return len(same) >= SIGN and sum(_url(page, i) == url for i in same) >= SIGN


def _is_anothers(page: LabelledPage, image: Element) -> bool:
    """Whether a picture leads to another page of the site: a teaser's."""
    link = next((a for a in image.ancestors if a.tag == "a"), None)
    url = absolute(link.get("href"), page.base) if link is not None else None
    if url is None or is_picture(url) or same_page(url, page.url) or not same_site(url, page.url):
        return False
    return not shows(url, _url(page, image) or "")


def _is_slide(page: LabelledPage, image: Element) -> bool:
    """Whether a picture stands in a list above the headline, and is not named as the article's: one of the site's."""
    headline = page.headline
    if headline is None or image.index > headline.index or page.labels.around(image, "lead-image"):
        return False
    if not any(a.tag == "li" for a in takewhile(lambda a: headline not in a, image.ancestors)):
        return False
    both = next((a for a in image.ancestors if headline in a), page.document.root)
    return page.labels.around(both, "body") is None


def _is_named_only(image: Element) -> bool:
    """Whether a picture stands among what names the article's parts for programs, and may be shown to no reader."""
    return "itemprop" in image.attrs and not any(a.tag in FRAMES for a in islice(image.ancestors, 3))


def _is_captioned(page: LabelledPage, image: Element) -> bool:
    """Whether a picture has a caption in a figure of its own, as the site's signs have not."""
    figure = next((a for a in image.ancestors if a.tag == "figure"), None)
    return figure is not None and any(map(text_of, page.document.within(figure, "figcaption")))


def _is_stated(page: LabelledPage, image: Element, stems: set[str]) -> bool:
    """Whether the metadata states a picture, which no teaser of another article shows."""
    return page.stems.of(_url(page, image) or "") in stems and not _is_in_card(page, image)


def _url(page: LabelledPage, image: Element) -> str | None:
    return page.pictures.url(image)


def _with_caption(page: LabelledPage, candidate: Candidate[Image], image: Element | None) -> Candidate[Image]:
    """The candidate with what is printed about its picture."""
    if image is None:
        return candidate
    caption, credit = said(page, image) if _may_be_captioned(page, image) else (None, None)
    credit = credit or _credited_in_place(page, image)
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


def _may_be_captioned(page: LabelledPage, image: Element) -> bool:
    """Whether words beside a picture may be its caption: it stands near the headline, is named as the lead, or is in a
    figure."""
    if page.headline is not None and -NEAR / 2 <= image.index - page.headline.index <= NEAR:
        return True
    return any(a.tag == "figure" for a in image.ancestors) or page.labels.around(image, "lead-image") is not None


def _credited_in_place(page: LabelledPage, image: Element) -> str | None:
    """Whom the words in a picture's place credit: names; what else stands behind "Photo:" there describes it, and
    behind what says that it shows another thing or time ("File photo:") all but agencies and names marked by ©."""
    told = image.get("alt") or ""
    credit = captions.credited(told, page.rules.words)
    if credit is None or sum(w[0].islower() for w in credit.split()) > 1:
        return None
    is_described = "©" not in told and vocabulary("credits").opens("illustrating", told.strip().casefold())
    return None if is_described and not captions.names_agency(credit, page.rules.words) else credit
