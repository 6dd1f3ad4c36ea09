"""Pictures: the real address, caption and credit, what is no picture."""

import pytest

from newsextract.records import Image
from tests.content.reading import blocks

TEXT = "<p>The mill burned down.</p>"


def images(html: str) -> list[Image]:
    """The pictures of a page that has text before and after them."""
    return [b for b in blocks(f"<main><div>{TEXT}{html}<p>Nobody was hurt.</p></div></main>") if isinstance(b, Image)]


@pytest.mark.parametrize(
    "img",
    [
        '<img src="/mill.jpg">',
        '<img src="data:image/gif;base64,R0lGOD" data-src="/mill.jpg">',
        '<img src="/mill-300.jpg" srcset="/mill-300.jpg 300w, /mill.jpg 1200w">',
        '<img src="data:image/gif;base64,R0lGOD" data-srcset="/mill-2.jpg 300w,/mill.jpg 900w">',
        '<picture><source srcset="/mill.jpg 1200w"><img src="/mill-300.jpg"></picture>',
        '<noscript><img src="/mill.jpg"></noscript>',
        '<img data-src="/mill.jpg"><noscript><img src="/mill-full.jpg"></noscript>',
        '<a href="/files/mill-large.jpg"><img src="/mill.jpg"></a>',
        '<amp-img src="/mill.jpg" width="600" height="400"></amp-img>',
        '<p><img src="/mill.jpg"></p>',
        '<img src="data:image/svg+xml;base64,PHN2" some-lazy-src="/mill.jpg">',
        '<figure><p class="social-media-wrapper"><img src="/mill.jpg"><b class="sd-block">3</b></p></figure>',
    ],
)
def test_the_picture_is_the_largest_real_one(img: str) -> None:
    assert [i.url for i in images(img)] == ["https://news.example/mill.jpg"]


@pytest.mark.parametrize(
    "img",
    [
        '<img src="data:image/gif;base64,R0lGOD">',
        '<img src="/icon.png" width="16" height="16">',
        '<img src="/sign.svg">',
        '<a href="/world/other-story"><img src="/teaser.jpg"></a>',
    ],
)
def test_signs_and_teasers_are_no_pictures(img: str) -> None:
    assert images(img) == []


@pytest.mark.parametrize(
    "caption",
    [
        "The mill in May. © A. Miller",
        "The mill in May. Photo: A. Miller",
        "The mill in May. (Photo: A. Miller)",
        "<span>1 / 4</span> The mill in May. <small>Photo: A. Miller</small>",
    ],
)
def test_caption_and_credit_are_parted(caption: str) -> None:
    (image,) = images(f'<figure><img src="/mill.jpg" alt="A mill"><figcaption>{caption}</figcaption></figure>')
    assert (image.alt, image.caption, image.credit) == ("A mill", "The mill in May.", "A. Miller")


@pytest.mark.parametrize(
    ("caption", "said", "credit"),
    [
        ("ঘাটে দাঁড়ানো জাহাজ। ছবি: রফিক হাসান", "ঘাটে দাঁড়ানো জাহাজ।", "রফিক হাসান"),
        ("港の古い船。写真：田中太郎", "港の古い船。", "田中太郎"),
    ],
)
def test_a_sentence_ends_by_the_stop_of_its_script(caption: str, said: str, credit: str) -> None:
    (image,) = images(f'<figure><img src="/m.jpg"><figcaption>{caption}</figcaption></figure>')
    assert (image.caption, image.credit) == (said, credit)


def test_a_caption_that_speaks_of_a_photo_is_no_credit() -> None:
    (image,) = images('<figure><img src="/m.jpg"><figcaption>Photo albums saved from the mill</figcaption></figure>')
    assert (image.caption, image.credit) == ("Photo albums saved from the mill", None)


def test_a_caption_is_no_paragraph() -> None:
    html = f"{TEXT}<figure><img src='/mill.jpg'><figcaption>The mill in May, before the fire.</figcaption></figure>"
    assert len(blocks(html)) == 2


def test_width_and_height_are_the_pictures() -> None:
    (image,) = images('<img src="/s.jpg" width="300" height="200" srcset="/s.jpg 300w, /l.jpg 1200w">')
    assert (image.width, image.height) == (1200, 800)


def test_a_picture_stands_where_the_page_shows_it() -> None:
    kinds = [type(b).__name__ for b in blocks('<div>One.<br><br><img src="/mill.jpg"><br><br>Two.</div>')]
    assert kinds == ["Paragraph", "Image", "Paragraph"]
