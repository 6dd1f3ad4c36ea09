"""Pictures: the real address, caption and credit, what is no picture."""

import pytest

from newsextract import extract
from newsextract.records import Image, List, Paragraph
from tests.content.reading import URL, blocks, read

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


def kept(html: str) -> list[Image]:
    """The pictures of a body that keeps what speaks of the mill, and nothing else."""
    sections = read(f"<div><p>The mill burned.</p>{html}<p>The mill is gone.</p></div>", keep="mill")
    return [b for s in sections for b in s.blocks if isinstance(b, Image)]


def test_words_in_a_pictures_frame_that_are_no_text_are_its_caption() -> None:
    (image,) = kept('<div><img src="/m.jpg"><div>Firemen on the roof</div><span>Photo: Ida Berg</span></div>')
    assert (image.caption, image.credit) == ("Firemen on the roof", "Ida Berg")


def test_a_line_of_names_under_such_a_caption_is_the_credit() -> None:
    (image,) = kept('<div><img src="/m.jpg"><p>Firemen on the roof</p><p>The Evening Post</p></div>')
    assert (image.caption, image.credit) == ("Firemen on the roof", "The Evening Post")


@pytest.mark.parametrize(
    "beside",
    [
        "<h3>Firemen on the roof</h3>",
        "<p>Advertisement</p>",
        "<p>3 min</p>",
        "<p>Security score:</p>",
        '<p class="byline">Ida Berg</p>',
        "<p>By Ida Berg</p>",
        "<p>One</p><p>Two</p><p>Three</p><p>Four</p>",
    ],
)
def test_what_else_stands_beside_a_picture_is_no_caption(beside: str) -> None:
    assert [i.caption for i in kept(f'<div><img src="/m.jpg">{beside}</div>')] == [None]


def test_what_stands_before_a_picture_is_no_caption() -> None:
    assert [i.caption for i in kept('<div><p>Firemen on the roof</p><img src="/m.jpg"></div>')] == [None]


def test_a_caption_set_in_a_line_of_text_is_none_of_it() -> None:
    html = '<p>Rain <span><img src="/m.jpg"><span class="figcaption">The mill in May.</span></span> fell all day.</p>'
    paragraph, image = blocks(html)
    assert isinstance(paragraph, Paragraph)
    assert isinstance(image, Image)
    assert (paragraph.text, image.caption) == ("Rain fell all day.", "The mill in May.")


def test_the_picture_of_a_caption_above_the_text_is_the_lead_picture() -> None:
    lead = '<div><img src="/m.jpg"><span class="img_descr">The mill in May.</span></div>'
    assert [type(b) for b in blocks(f"<div>{lead}<p>The mill burned down.</p></div>")] == [Paragraph]


def test_pictures_of_a_list_stand_behind_it() -> None:
    found = blocks(f'{TEXT}<ul><li>The roof <img src="/r.jpg"></li><li>The wheel</li></ul>{TEXT}')
    assert [type(b) for b in found] == [Paragraph, List, Image, Paragraph]


def test_a_list_of_captioned_pictures_is_pictures() -> None:
    item = '<li><div><img src="/{0}.jpg"></div><div class="gallerytext"><p>The {0}</p></div></li>'
    found = blocks(f"{TEXT}<ul>{item.format('roof')}{item.format('wheel')}</ul>{TEXT}")
    assert [b.caption for b in found if isinstance(b, Image)] == ["The roof", "The wheel"]
    assert not any(isinstance(b, List) for b in found)


def test_of_addresses_by_size_the_largest_is_the_picture() -> None:
    sizes = 'data-xs="/mill-xs.jpg" data-lg="/mill.jpg" data-md="/mill-md.jpg"'
    assert [i.url for i in images(f'<img src="/theme/placeholder.png" {sizes}>')] == ["https://news.example/mill.jpg"]


@pytest.mark.parametrize("words", ["<em>The mill in May</em>", "<font size=1>The mill in May</font>"])
def test_slanted_or_small_words_on_a_line_below_a_picture_are_its_caption(words: str) -> None:
    (image,) = images(f'<p><img src="/mill.jpg"><br>{words}</p>')
    assert image.caption == "The mill in May"


def test_a_slanted_line_below_a_picture_is_its_caption() -> None:
    (image,) = images('<img src="/mill.jpg"><p><em>The mill in May. Photo: Ida Berg</em></p>')
    assert (image.caption, image.credit) == ("The mill in May.", "Ida Berg")


def test_a_paragraph_that_says_what_stands_in_the_place_of_the_picture_is_its_caption() -> None:
    alt = "The mill at the lower lock, seen from the bridge in May"
    (image,) = images(f'<div><div><img src="/mill.jpg" alt="{alt}"></div><p>{alt}.</p></div>')
    assert image.caption == f"{alt}."


def test_where_all_the_text_is_slanted_no_line_is_a_caption() -> None:
    (image,) = images('<img src="/mill.jpg"><p><em>It rained.</em></p><p><em>Nobody came.</em></p>')
    assert image.caption is None


def test_a_line_that_credits_credits_all_the_pictures_above_it() -> None:
    found = images('<img src="/a.jpg"><img src="/b.jpg"><p>Photos: Ida Berg</p>')
    assert [i.credit for i in found] == ["Ida Berg", "Ida Berg"]


def test_a_figure_that_is_titled_and_linked_is_a_teaser() -> None:
    teaser = '<figure><img src="/dam.jpg"><figcaption><a href="/dam"><h5>Dam breaks</h5></a></figcaption></figure>'
    assert kept(teaser) == []


def test_a_line_below_a_picture_that_says_who_took_it_is_its_caption() -> None:
    (image,) = images('<img src="/m.jpg"><p>五月六日清晨，第一班渡轮离开码头。江城社记者 林小禾 摄</p>')
    assert (image.caption, image.credit) == ("五月六日清晨，第一班渡轮离开码头。", "江城社记者 林小禾 摄")


@pytest.mark.parametrize("name", ["empty-shelves", "pixel-9-review", "loading-dock", "grey_seal", "f16-mill_1x1_992"])
def test_a_word_of_stand_ins_in_a_longer_name_says_nothing(name: str) -> None:
    assert [i.url for i in images(f'<img src="/{name}.jpg">')] == [f"https://news.example/{name}.jpg"]


@pytest.mark.parametrize("name", ["blank.gif", "img-loading_300x200.gif", "1x1-transparent.png"])
def test_a_name_of_nothing_but_such_words_is_that_of_a_stand_in(name: str) -> None:
    assert [i.url for i in images(f'<img src="/a/{name}" data-src="/mill.jpg">')] == ["https://news.example/mill.jpg"]


def test_a_linked_picture_belongs_to_the_entry_that_it_stands_in() -> None:
    entry = (
        '<div><div><a href="https://shop.example/{0}"><img src="/{0}.jpg"></a></div><h3>The {0}</h3><p>The old {0} was '
        "made in Aberlund by two brothers, who sold it to farmers of the valley for forty years.</p></div>"
    )
    assert [i.url[-9:] for i in images(entry.format("wheel") + entry.format("plate"))] == ["wheel.jpg", "plate.jpg"]


def test_pictures_alone_in_the_paragraphs_below_the_last_text_belong_to_it() -> None:
    found = blocks(f'<main><div>{TEXT}{TEXT}<p>See the plan:</p><p><img src="/plan.jpg"></p></div></main>')
    assert isinstance(found[-1], Image)


def test_a_loose_picture_has_no_caption_of_another_figure() -> None:
    figure = "<figure><img src=/mill.jpg><figcaption>The mill in May</figcaption></figure>"
    assert [i.caption for i in images(f"{figure}{TEXT}<p><img src=/plan.jpg></p>")] == ["The mill in May", None]


def test_a_figure_that_leads_to_another_site_is_the_articles() -> None:
    figure = '<figure><a href="https://shop.example/{0}"><img src="/{0}.jpg"></a></figure>'
    found = images(f"<figure>{figure.format('wheel')}{figure.format('plate')}</figure>")
    assert [i.url[-9:] for i in found] == ["wheel.jpg", "plate.jpg"]


def test_a_banner_that_leads_to_another_site_is_an_advertisement() -> None:
    assert images('<figure><a href="https://shop.example/"><img src="/order-banner-02.gif"></a></figure>') == []


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/pictures/mill-010.html"><img src="/i/mill-010.jpg"><span>enlarge</span></a>',
        '<a href="/world/story/mill-in-may/" rel="attachment wp-att-17"><img src="/i/mill.jpg"></a>',
    ],
)
def test_a_picture_that_leads_to_a_page_of_its_own_is_the_articles(link: str) -> None:
    assert len(images(f"<div>{link}</div>")) == 1


def test_what_is_marked_as_a_credit_in_the_link_of_a_picture_is_its_credit() -> None:
    credit = '<span>enlarge</span> <span class="picture-source">(Photo: Ida Berg)</span>'
    (image,) = images(f'<div><a href="/pictures/mill-010.html"><img src="/i/mill-010.jpg">{credit}</a></div>')
    assert (image.caption, image.credit) == (None, "Ida Berg")


def test_an_attribute_of_a_picture_may_credit() -> None:
    assert [i.credit for i in images('<img src="/mill.jpg" data-photographer="Ida Berg">')] == ["Ida Berg"]


def test_a_picture_that_is_not_loaded_is_the_one_that_its_link_leads_to() -> None:
    stand_in = '<a href="/mill.jpg"><img src="data:image/gif;base64,R0lGOD"></a>'
    assert [i.url for i in images(stand_in)] == ["https://news.example/mill.jpg"]


@pytest.mark.parametrize("line", ["<strong>FIGURE 1.</strong>", "Fig. 3: The wheel", "Abbildung 2 – Das Rad"])
def test_a_line_below_a_picture_that_numbers_it_is_its_caption(line: str) -> None:
    (image,) = images(f'<p><img src="/mill.jpg"></p><p>{line}</p>')
    assert image.caption is not None


def test_prose_below_a_picture_that_speaks_of_it_is_no_caption() -> None:
    (image,) = images('<p><img src="/mill.jpg"></p><p>Figure 1 shows the mill.</p>')
    assert image.caption is None


def test_numbered_lines_above_their_pictures_are_none_of_the_pictures_before() -> None:
    found = images("<p>Figure 1. A</p><p><img src=/a.jpg></p><p>Figure 2. B</p><p><img src=/b.jpg></p>")
    assert [i.caption for i in found] == [None, None]


@pytest.mark.parametrize("name", ["Article__imageBlock_caption__AuqrJ", "captionBox"])
def test_words_beside_a_picture_in_what_is_named_its_caption_are_no_text(name: str) -> None:
    (image,) = images(f'<div><img src="/mill.jpg"><div class="{name}"><p>What does a mill do?</p></div></div>')
    assert image.caption == "What does a mill do?"


def test_two_captioned_boxes_in_a_row_are_two_pictures() -> None:
    box = '<div class="wp-caption"><img src="/{0}.jpg"><p class="wp-caption-text">The {0} in May.</p></div>'
    found = images(box.format("mill") + box.format("pond"))
    assert [(i.url.rpartition("/")[2], i.caption) for i in found] == [
        ("mill.jpg", "The mill in May."),
        ("pond.jpg", "The pond in May."),
    ]


def test_a_paragraph_in_the_box_of_a_caption_is_one() -> None:
    words = '<p>The mill in May. (Stock photo)</p><p class="wp-caption-source">Photo: Rosa Lind</p>'
    (image,) = images(f'<div class="wp-caption"><img src="/mill.jpg">{words}</div>')
    assert (image.caption, image.credit) == ("The mill in May. (Stock photo)", "Rosa Lind")


def test_a_caption_stands_in_the_next_row_of_a_table() -> None:
    table = '<table class="tr-caption-container"><tr><td><a href="/mill-2.jpg"><img src="/mill.jpg"></a></td></tr>'
    (image,) = images(f'{table}<tr><td class="tr-caption">The mill in May.</td></tr></table>')
    assert image.caption == "The mill in May."


def test_wrappers_of_a_picture_are_no_levels_of_its_frame() -> None:
    wrapped = '<a href=""><div><div><picture><img src="/mill.jpg"></picture></div></div></a>'
    page = f"<main>{TEXT}<div>{wrapped}<div>A calm day in May. | © Rosa Lind</div></div><p>The mill is gone.</p></main>"
    (image,) = [b for s in read(page, keep="mill") for b in s.blocks if isinstance(b, Image)]
    assert (image.caption, image.credit) == ("A calm day in May.", "Rosa Lind")


def test_a_link_without_a_target_makes_no_teaser() -> None:
    assert len(images('<div><a href=" "><img src="/mill.jpg"></a></div>')) == 1


def test_a_picture_with_an_unlinked_caption_may_link_to_where_it_was_found() -> None:
    linked = '<a href="https://photos.example/7"><img src="/mill.jpg"></a>'
    assert len(images(f'<div class="wp-caption">{linked}<p class="wp-caption-text">The mill in May.</p></div>')) == 1
    teaser = '<p class="wp-caption-text"><a href="https://photos.example/7">Mills in May</a></p>'
    assert images(f'<div class="wp-caption">{linked}{teaser}</div>') == []


def test_a_drawing_that_is_described_is_a_picture() -> None:
    (image,) = images('<p><img src="/graph.svg" alt="Graph of the mills of the valley"></p>')
    assert image.url == "https://news.example/graph.svg"
    assert images('<p>See <img src="/arrow.svg" alt="an arrow that points right"> there.</p>') == []


def test_of_pictures_named_for_several_screens_the_largest_is_taken() -> None:
    lazy = '<img data-lazy="[/mill-1.jpg, (default)], [/mill.jpg, (xlarge)]">'
    assert [i.url for i in images(lazy)] == ["https://news.example/mill.jpg"]


def test_a_caption_right_behind_a_figure_is_its_own() -> None:
    box = '<div><div><figure><img src="/mill.jpg"></figure></div><div class="bildunterschrift">The mill.</div></div>'
    (image,) = images(box)
    assert image.caption == "The mill."


def test_the_picture_of_a_call_that_is_no_text_is_none() -> None:
    call = '<div class="blog-cta"><img src=/hero.jpg width=900 height=400><p>Book a free crossing</p></div>'
    found = [b for s in read(f"<p>The ferry is late.</p>{call}<p>The ferry waits.</p>", keep="ferry") for b in s.blocks]
    assert [type(b) for b in found] == [Paragraph, Paragraph]


def test_a_figure_of_a_caption_alone_speaks_of_the_one_before_it() -> None:
    alone = "<figure><figcaption>The mill in May</figcaption></figure>"
    assert [i.caption for i in images(f'<figure><img src="/mill.jpg"></figure>{alone}')] == ["The mill in May"]


def test_a_caption_behind_another_picture_is_not_that_of_the_next_one() -> None:
    captioned = '<div><img src="/a.jpg"><p class="caption">The mill in May</p></div>'
    assert [i.caption for i in images(f'<div>{captioned}<img src="/b.jpg"></div>')] == ["The mill in May", None]


def test_a_credit_at_the_end_of_an_entry_is_that_of_its_picture() -> None:
    entry = '<li><img src="/{0}.jpg"><h3>The {0}</h3><p>It burned for a day.</p><span>Photo: {1}</span></li>'
    found = images(f"<ul>{entry.format('roof', 'Ida Berg')}{entry.format('wheel', 'Rosa Lind')}</ul>")
    assert [i.credit for i in found] == ["Ida Berg", "Rosa Lind"]


def test_a_small_picture_in_a_line_of_text_that_nothing_is_said_of_is_none() -> None:
    assert images('<p><img src="/rule.jpg" width="93" height="59" alt="">The mill was old.</p>') == []


def test_the_picture_above_the_text_is_told_where_the_lead_picture_is_another() -> None:
    first = "<p><img src=/i/roof.jpg></p>"
    last = "<p><img src=/i/wheel.jpg></p>"
    head = "<meta property=og:image content=/i/wheel.jpg>"
    text = "<p>The mill burned down on Monday, and nobody was hurt, the fire brigade said in the evening.</p>" * 3
    page = extract(f"<html><head>{head}</head><body><h1>Fire</h1><div>{first}{text}{last}{text}</div>", url=URL)
    assert [i.url.rpartition("/")[2] for i in page.images] == ["roof.jpg", "wheel.jpg"]


def test_a_sign_that_enlarges_a_picture_is_none_and_takes_it_not_away() -> None:
    zoom = '<a href="/files/mill.jpg"><img src="/theme/zoom.png" alt="Zoom"></a>'
    found = kept(f'<div><div><img src="/cache/mill.jpg">{zoom}</div><div><span>Firemen on the roof</span></div></div>')
    assert [(i.url.rpartition("/")[2], i.caption) for i in found] == [("mill.jpg", "Firemen on the roof")]


def test_a_picture_in_a_block_inside_a_heading_stands_before_it() -> None:
    box = '<div><img src="/roof.jpg"><p class="caption">The roof</p></div>'
    first, second = read(
        f"<div><p>The mill burned.</p><h2>{box}What is left</h2><p>The mill is gone.</p></div>", keep="i"
    )
    assert (second.heading, [i.caption for i in first.blocks if isinstance(i, Image)]) == ("What is left", ["The roof"])


def test_a_caption_that_is_cut_is_told_whole() -> None:
    link = (
        '<a href="/i/mill.jpg" data-caption="Photo: Ida Berg - The roof of the mill in May"><img src="/mill.jpg"></a>'
    )
    (image,) = images(f'<div>{link}<p class="caption">The roof of the... <cite>Photo: Ida Berg</cite></p></div>')
    assert (image.caption, image.credit) == ("The roof of the mill in May", "Ida Berg")


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The mill in May. \u2014 AFP pic", "AFP pic"),
        ("The mill in May. <i>Ida Berg via Getty Images</i>", "Ida Berg via Getty Images"),
        ("The mill in May. <span>Getty Images</span>", "Getty Images"),
        ("PHOTO BY ROSA LIND The mill in May.", "ROSA LIND"),
        ("The mill in May. Photos via Rosa Lind", "Rosa Lind"),
    ],
)
def test_whose_picture_it_is_may_be_said_in_many_ways(caption: str, credit: str) -> None:
    (image,) = images(f'<figure><img src="/mill.jpg"><figcaption>{caption}</figcaption></figure>')
    assert (image.caption, image.credit) == ("The mill in May.", credit)


def test_an_agency_that_ends_a_credit_is_not_all_of_it() -> None:
    caption = "Photo by <a href=/r>Rosa Lind</a> on <a href=/u>Unsplash</a>"
    (image,) = images(f'<figure><img src="/mill.jpg"><figcaption>{caption}</figcaption></figure>')
    assert (image.caption, image.credit) == (None, "Rosa Lind on Unsplash")


def test_initials_end_no_sentence_of_a_credit() -> None:
    credit = '<div class="lede-credit">Rosa P.H. Lind for The Lens</div>'
    (image,) = images(f'<figure><img src="/mill.jpg">{credit}</figure>')
    assert image.credit == "Rosa P.H. Lind for The Lens"


def test_the_mark_of_copyright_in_the_place_of_a_picture_credits_it() -> None:
    (image,) = images('<figure><img src="/mill.jpg" alt="The mill \u00a9 Foto: Rosa Lind"></figure>')
    assert image.credit == "Rosa Lind"


def test_what_is_named_a_credit_right_behind_the_paragraph_of_a_picture_credits_it() -> None:
    (image,) = images('<p><img src="/mill.jpg"></p><div class="item--paragraph--copyright">Rosa Lind</div>')
    assert image.credit == "Rosa Lind"


def test_whose_picture_it_is_may_stand_before_its_caption() -> None:
    credit = '<div class="img_wrap"><img src="/mill.jpg"><p class="copyright">\u00a9 Rosa Lind</p></div>'
    (image,) = images(f'<div class="imagebox">{credit}<p class="img-desc"><span>The mill in May</span></p></div>')
    assert image.credit == "Rosa Lind"


def test_a_sentence_marked_as_a_credit_is_a_caption_that_credits() -> None:
    said = "The mill in May, a week before it burned. Photos via Rosa Lind."
    (image,) = images(f'<figure><img src="/mill.jpg"><div class="lede-credit">{said}</div></figure>')
    assert (image.caption, image.credit) == ("The mill in May, a week before it burned.", "Rosa Lind")


def test_the_portrait_beside_a_byline_is_no_picture_of_the_text() -> None:
    portrait = '<div><div><img src="/rosa.jpg" alt="Rosa Lind"></div><div><p>By Rosa Lind</p><p>May 3</p></div></div>'
    assert images(portrait) == []


LONG = "<p>The mill burned down in May, said the miller of the village by the river.</p>"
"""Text that is kept."""


def kept_of(html: str) -> list[tuple[str | None, str | None]]:
    """Captions and credits of the pictures of a page of which only the text about the mill is kept."""
    sections = read(f"<main><div>{LONG}{html}</div></main>", keep="mill burned")
    return [(b.caption, b.credit) for s in sections for b in s.blocks if isinstance(b, Image)]


def test_a_link_in_a_credit_makes_no_teaser_of_a_figure() -> None:
    credit = '<div class="image-credit"><p>Image: <a href="http://ferry.example">ferry.example</a></p></div>'
    figure = f'<figure><p><img src="/ferry.jpg"></p>{credit}</figure>'
    assert kept_of(figure + LONG) == [(None, "ferry.example")]


def test_a_picture_that_stands_alone_below_the_last_paragraph_is_of_the_text() -> None:
    assert kept_of('<br><img src="/ferry.jpg"><div>Posted in May</div>') == [(None, None)]


def test_a_credited_picture_in_a_box_below_the_last_paragraph_is_of_the_text() -> None:
    below = '<div><a href=""><img src="/ferry.jpg"></a><div>The ferry. | © Ida Berg/AP</div></div>'
    assert kept_of(below) == [("The ferry.", "Ida Berg/AP")]
    assert kept_of('<div><img src="/ferry.jpg"><div>The ferry closes</div></div>') == []


def test_the_heading_of_a_figure_begins_its_caption() -> None:
    figure = "<figure><h3>Figure 1. Ferries.</h3><img src='/ferry.jpg'><figcaption>{}</figcaption></figure>"
    assert kept_of(figure.format("By year") + LONG) == [("Figure 1. Ferries. By year", None)]
    assert kept_of(figure.format("Figure 1. Ferries.") + LONG) == [("Figure 1. Ferries.", None)]


def test_a_button_of_the_theme_that_shares_the_article_is_no_picture() -> None:
    shared = '<a href="https://p.example/pin"><img src="/themes/paper/pin.png" alt=""></a>'
    assert images(f"<section>{shared}<h2>The mill</h2>{LONG * 2}</section>") == []


def test_an_address_with_an_empty_folder_comes_after_all_others() -> None:
    source = '<picture><source srcset="/styles/small/mill.jpg"><img srcset="/styles//mill.jpg 2000w"></picture>'
    assert [i.url for i in images(source)] == ["https://news.example/styles/small/mill.jpg"]
