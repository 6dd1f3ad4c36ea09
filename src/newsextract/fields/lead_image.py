"""The picture at the head of the article, with the caption and credit printed under it."""

import re
from collections.abc import Iterator
from itertools import islice

import attrs

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.locate import captions
from newsextract.locate.framed import PICTURES, pictures_in, said, titles
from newsextract.locate.headpictures import (
    about_headline,
    heads_text,
    is_anothers,
    is_captioned,
    is_named_only,
    is_repeated,
    is_slide,
    is_teasers,
    leads_to_site,
    may_be_captioned,
    stands_here,
)
from newsextract.locate.homelinks import home_links
from newsextract.page.document import Element, css_path
from newsextract.page.pictures import addresses, may_show
from newsextract.page.schema import nodes, number, pictures
from newsextract.page.urls import absolute
from newsextract.records import Image
from newsextract.rules.renditions import is_delivered, is_sites
from newsextract.rules.vocabulary import vocabulary

LEAST_PART = 6
"""Letters and digits of a part of a picture's name that few others have."""
MOST_PRINTS = 8
"""Prints of one picture that are looked at."""
UNSEEN = 0.25
"""What is left of the belief in a stated picture that a page shows nowhere, while another one heads its text and has a
caption: networks are to show that, readers see this."""
MOST = 3
"""Pictures that one source of metadata states of which one may be the article's."""
_SMALL_SQUARE = re.compile(r"(?<!\d)([12]\d\d)[x/]\1(?!\d)")
"""What says in an address that the picture is cut for a list: "/150/150/", "-150x150"."""
_PARTS = re.compile(r"[a-z0-9]+")
_FILE = re.compile(r"\S+\.(?:jpe?g|png|webp|gif|avif)|[a-z0-9]+(?:[-_][a-z0-9]+){2,}", re.I)
"""What is a file's name, no caption."""
LARGE = 600
"""Pixels of width from which on a printed picture is as large as one stated without a size."""


def read(page: LabelledPage) -> tuple[Image, Evidence] | None:
    """The lead image and its evidence."""
    stated = list(_stated(page))
    stems = {page.stems.of(c.value.url) for c in stated}
    signs = [i for a in home_links(page) for i in pictures_in(page, a)]
    printed = [i for i in about_headline(page) if i not in signs and stands_here(page, i, stems)]
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
    shown = _stems(page, [i for i in printed if not leads_to_site(page, i)])
    own, logos = _stems(page, signs), set(_logos(page))
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
    shown = sorted(printed, key=lambda i: (is_named_only(i), is_teasers(page, i) and not any(said(page, i))))
    by_stem: dict[str, Element | None] = {page.stems.of(url): i for i in reversed(shown) if (url := _url(page, i))}
    for candidate in stated:
        own = page.stems.of(candidate.value.url)
        if own not in by_stem:
            by_stem[own] = _offering(page, shown, own) or _printed_elsewhere(page, own)
    stated = [_with_caption(page, c, by_stem[page.stems.of(c.value.url)]) for c in stated]
    seen = list(_from_print(page, printed))
    is_shown = any(by_stem[page.stems.of(c.value.url)] or c.value.caption for c in stated)
    is_headed = not is_shown and any((c.value.caption or c.value.credit) and heads_text(page, i) for c, i in seen)
    yield from (attrs.evolve(c, weight=c.weight * UNSEEN) if is_headed else c for c in stated)
    yield from (c for c, _ in seen)


def _from_print(page: LabelledPage, printed: list[Element]) -> Iterator[tuple[Candidate[Image], Element]]:
    """The first picture that is printed about the headline."""
    for image in [i for i in printed if not is_anothers(page, i) and not is_slide(page, i)][:1]:
        if is_repeated(page, image) or leads_to_site(page, image):
            continue
        if (url := _url(page, image)) and (is_captioned(page, image) or not is_sites(url, page.site, page.url)):
            found = Candidate(value=Image(url=url), source="dom", locator=css_path(image), raw=url, weight=0.6)
            yield _with_caption(page, found, image), image


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
    return next((i for i in same if stands_here(page, i, {own}) and not is_teasers(page, i)), None)


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
                caption, credit = _stated_caption(page, picture.caption)
                image = Image(
                    url=url,
                    caption=caption,
                    credit=picture.credit or credit,
                    width=picture.width,
                    height=picture.height,
                )
                weight = 0.3 if _SMALL_SQUARE.search(url) else 0.7
                yield Candidate(value=image, source=source, locator="image", raw=url, weight=weight)
    if (url := absolute(meta.first("twitter:image", "twitter:image:src"), page.base)) and may_show(url):
        yield Candidate(value=Image(url=url), source="meta", locator="twitter:image", raw=url, weight=0.6)


def _stated_caption(page: LabelledPage, caption: str | None) -> tuple[str | None, str | None]:
    """Caption and credit."""
    if not caption or _FILE.fullmatch(caption) or titles(page, caption):
        return None, None
    return captions.parted(caption, page.rules.words)


def _url(page: LabelledPage, image: Element) -> str | None:
    return page.pictures.url(image)


def _with_caption(page: LabelledPage, candidate: Candidate[Image], image: Element | None) -> Candidate[Image]:
    """The candidate with what is printed about its picture."""
    if image is None:
        return candidate
    caption, credit = said(page, image) if may_be_captioned(page, image) else (None, None)
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


def _credited_in_place(page: LabelledPage, image: Element) -> str | None:
    """Whom the words in a picture's place credit: names; what else stands behind "Photo:" there describes it, and
    behind what says that it shows another thing or time ("File photo:") all but agencies and names marked by ©."""
    told = image.get("alt") or ""
    credit = captions.credited(told, page.rules.words)
    if credit is None or sum(w[0].islower() for w in credit.split()) > 1:
        return None
    is_described = "©" not in told and vocabulary("credits").opens("illustrating", told.strip().casefold())
    return None if is_described and not captions.names_agency(credit, page.rules.words) else credit
