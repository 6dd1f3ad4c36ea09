"""The picture at the head: which one it is, and which is the site's own or another article's."""

import json

import pytest

from newsextract.records import Image
from tests.fields.pages import PROSE, URL, article

TITLE = "Harbour bridge closes for a month"
HEAD = f"<h1>{TITLE}</h1>"


def lead(printed: str, *stated: str) -> Image | None:
    """The lead image of a page that prints a picture below its headline and states addresses of some."""
    head = "".join(f'<meta property="og:image" content="{address}">' for address in stated)
    return article(HEAD + printed + PROSE, f"{head}<meta property=og:site_name content='Daily Lantern'>").lead_image


def name(image: Image | None) -> str | None:
    """The name of its file."""
    return image.url.rpartition("/")[2] if image else None


@pytest.mark.parametrize(
    "address",
    [
        "/i/lantern_logo.png",
        "/i/lanternLogo-social.png",
        "/wp-content/plugins/seo/images/harbour.png",
        "/wp-content/themes/paper/header.jpg",
        "/i/default-user-image.png",
        "/i/WebShareDefault.jpg",
        "/i/daily-lantern-150.webp",
        "/i/no-image.png",
        "/i/cropped-waves.jpg",
        "/i/apple-touch-icon@2.png",
        "/i/app-icon.png",
        "/i/institutionlogo4711",
        "/i/team_logos/ferries.png",
        "/i/rubon4-69777.jpg",
        "/data/avatars/m/47/4711.jpg",
        "/i/social-share-default.e8530e9e.jpeg",
        "/i/Daily_Lantern_Social_Default-72cf0bc11b434461b62c6ffc85b4298f.jpg",
        "/i/dl-social-media-card-1200x628.png",
        "/i/daily-lantern-mark-57519b92ca4e.png",
    ],
)
def test_a_picture_of_the_sites_own_is_not_the_articles(address: str) -> None:
    assert lead("", address) is None
    assert name(lead("<div><img src=/i/span.jpg></div>", address)) == "span.jpg"


def test_of_several_stated_pictures_the_first_that_is_the_articles_is_taken() -> None:
    assert name(lead("", "/i/logo.png", "/i/span.jpg")) == "span.jpg"


def test_a_logo_that_is_printed_below_the_headline_is_the_articles() -> None:
    assert name(lead("<figure><img src=/i/ferry-logo.png></figure>", "/i/ferry-logo.png")) == "ferry-logo.png"


def test_a_logo_that_the_address_of_the_page_speaks_of_is_the_articles() -> None:
    assert name(lead("", "/i/harbour-bridge-logo.png")) == "harbour-bridge-logo.png"


@pytest.mark.parametrize("file", ["style-icon.jpg", "harbour-social-image.jpg", "og-image?id=4711", "catalogo.png"])
def test_a_word_of_signs_does_not_make_a_picture_the_sites(file: str) -> None:
    assert name(lead("", f"/i/{file}")) == file


def test_what_links_to_the_home_page_is_no_lead_image() -> None:
    banner = "<header><a href=/><img src=/i/waves.jpg width=900></a></header>"
    assert lead(banner, "/i/waves.jpg") is None


def test_a_picture_that_leads_to_another_page_is_no_lead_image() -> None:
    assert lead("<div><a href=/transport/ferry-sinks><img src=/i/ferry.jpg></a></div>") is None


def test_words_that_hold_the_headline_are_no_caption() -> None:
    card = f"<a href={URL}#article><img src=/i/span.jpg><span class=h3>{TITLE} New</span></a>"
    image = lead(f"<div>{card}</div>", "/i/span.jpg")
    assert image is not None
    assert image.caption is None


def test_words_beside_a_picture_that_links_to_its_own_page_are_no_caption() -> None:
    card = f"<div><a href={URL}><img src=/i/span.jpg></a><span>Transport, four months ago</span></div>"
    image = lead(card, "/i/span.jpg")
    assert image is not None
    assert image.caption is None


def test_the_paragraph_that_a_picture_stands_in_is_no_caption() -> None:
    text = "The bridge was closed on Monday. Divers will renew the bearings before the storms begin."
    image = lead(f"<p><strong><img src=/i/span.jpg>{text}</strong></p>", "/i/span.jpg")
    assert image is not None
    assert image.caption is None


def test_a_slanted_paragraph_that_a_picture_stands_in_is_its_caption() -> None:
    image = lead("<p><img src=/i/span.jpg><em>The northern span at dawn</em></p>", "/i/span.jpg")
    assert image is not None
    assert image.caption == "The northern span at dawn"


@pytest.mark.parametrize(
    ("stated", "printed"),
    [
        ("/i/1/span,205332_artikel_100.jpg", "/i/1/span,205332_aufmacher_100.jpg"),
        ("/i/4c113d3e-b078-4dd9_w1280_r1.77_fpx45.jpg", "/i/4c113d3e-b078-4dd9_w948_r1.778_fpx45.webp"),
        ("/i/harbour-bridge-1204_thumbnail.jpg", "/i/harbour-bridge-1204.jpg"),
        (
            "/storage/image/8/2280168_default_1tGuSk_X7vgot.jpg",
            "/storage/image/8/2280168_artikel-800w_1tGuSk_UtKfiJ.jpg",
        ),
        ("/i/harbour-100~_t-1571483849663_v-16to9.jpg", "/i/harbour-100~_t-1571483849663_v-16to7__medium.jpg"),
        ("/i/62653896-harbour-.1x.rsocial.w1200.jpg", "/i/62653896-harbour-.rsquare.w400.jpg"),
        ("/2020-01/harbour-bridge-span/wide__1300x731", "/2020-01/harbour-bridge-span/wide"),
        ("/i/harbour.jpg", "/_next/image?url=%2Fi%2Fharbour.jpg&w=640"),
        ("/i/398808-harbour.jpg", "/cache/398808[0-28-2048-1260]-harbour.jpg"),
        ("/files/harbour-bridge-span.jpg", "/assets/harbour-bridge-span-8316dcdf.jpg"),
    ],
)
def test_another_rendition_is_the_same_picture(stated: str, printed: str) -> None:
    image = lead(f"<figure><img src={printed}><figcaption>The span</figcaption></figure>", stated)
    assert image is not None
    assert image.caption == "The span"


def test_the_second_of_two_numbered_pictures_is_another() -> None:
    figure = "<figure><img src=/i/harbour-bridge-2.jpg><figcaption>The span</figcaption></figure>"
    assert name(lead(figure, "/i/harbour-bridge-1.jpg")) == "harbour-bridge-2.jpg"


def test_an_attribute_of_the_picture_may_credit() -> None:
    image = lead('<figure><img src=/i/span.jpg data-credit="Ida Berg/Port Photo"></figure>', "/i/span.jpg")
    assert image is not None
    assert image.credit == "Ida Berg/Port Photo"


def test_an_address_with_two_schemes_is_read() -> None:
    assert name(lead("", "https:https://cdn.example/i/span.jpg")) == "span.jpg"


def test_a_small_print_of_the_stated_picture_does_not_take_its_place() -> None:
    small = "<div><img src=/i/span-218x150.jpg width=218 height=150></div>"
    assert name(lead(small, "/i/span.jpg")) == "span.jpg"


def test_the_credit_in_the_last_line_of_the_text_is_the_lead_images() -> None:
    page = article(f"{HEAD}<img src=/i/span.jpg>{PROSE}<p>rl/kh<br>Photo: Ida Berg / Port Photo</p>")
    assert page.lead_image is not None
    assert page.lead_image.credit == "Ida Berg / Port Photo"


def test_the_picture_before_all_text_is_told_once() -> None:
    first = "<p><img src=/i/span.jpg>The bridge, which was built in May, is closed to all traffic.</p>"
    body = f"{HEAD}<div>{first}{PROSE}</div>"
    page = article(body, "<meta property=og:image content=/i/span.jpg>")
    assert name(page.lead_image) == "span.jpg"
    assert page.images == ()


def test_the_lead_image_has_the_caption_that_the_text_has_of_it() -> None:
    figure = "<figure><img src=/i/span.jpg><figcaption>The span. Photo: Ida Berg</figcaption></figure>"
    far = "<span></span>" * 130
    page = article(f"{HEAD}<div>{far}{PROSE}{figure}{PROSE}</div>", "<meta property=og:image content=/i/span.jpg>")
    assert page.lead_image is not None
    assert (page.lead_image.caption, page.lead_image.credit) == ("The span.", "Ida Berg")
    assert len(page.images) == 1


def test_links_to_sections_beside_a_picture_are_no_caption() -> None:
    filed = "<div><a href=/category/harbour/><span>Harbour</span></a></div>"
    image = lead(f"<div><img src=/i/span.jpg><span>The span at dawn</span>{filed}</div>", "/i/span.jpg")
    assert image is not None
    assert image.caption == "The span at dawn"


def test_an_address_is_no_caption() -> None:
    caption = "<figcaption>https://photos.example/17</figcaption>"
    image = lead(f"<figure><img src=/i/span.jpg>{caption}</figure>", "/i/span.jpg")
    assert image is not None
    assert image.caption is None


def test_a_logo_with_a_caption_in_a_figure_is_the_articles() -> None:
    figure = "<figure><img src=/i/ferry-logo.png><figcaption>The sign of the ferry.</figcaption></figure>"
    assert name(lead(figure)) == "ferry-logo.png"


def test_a_caption_may_stand_right_behind_its_figure() -> None:
    image = lead("<figure><img src=/i/span.jpg></figure><figcaption>The span in May. Photo: Ida Berg</figcaption>")
    assert image is not None
    assert (image.caption, image.credit) == ("The span in May.", "Ida Berg")


def test_a_rendition_is_known_by_the_number_behind_its_width() -> None:
    image = lead("<figure><img src=/i/640_776731_10.jpg alt='The span'></figure>", "/i/1200_776731_10.jpg")
    assert image is not None
    assert (name(image), image.alt) == ("1200_776731_10.jpg", "The span")


def test_the_length_of_a_film_is_no_caption() -> None:
    image = lead("<div><img src=/i/span.jpg><span>17m</span></div>")
    assert image is not None
    assert image.caption is None


def test_what_stands_in_the_place_of_a_picture_may_credit_it() -> None:
    image = lead("<div><img src=/i/span.jpg alt='The span of the bridge in May (Photo: Ida Berg)'></div>")
    assert image is not None
    assert (image.caption, image.credit) == ("The span of the bridge in May", "Ida Berg")


def test_a_picture_that_is_printed_again_and_again_is_no_lead_image() -> None:
    assert lead("<div><img src=/i/minus.png></div>" * 3) is None


@pytest.mark.parametrize("address", ["/facebook.jpg", "/i/Facebook-Link-Photo.png"])
def test_what_networks_show_of_the_site_is_not_the_articles(address: str) -> None:
    assert lead("", address) is None


def test_a_networks_picture_with_a_number_is_the_articles() -> None:
    assert name(lead("", "/i/4711881/facebook.jpg")) == "facebook.jpg"


def test_a_captioned_figure_above_the_text_that_is_not_the_lead_image_is_a_part_of_it() -> None:
    head = '<meta property="og:image" content="/i/span.jpg">'
    figure = "<figure><img src=/i/ferry.jpg><figcaption>The ferry in May.</figcaption></figure>"
    found = article(f"{HEAD}<div><img src=/i/span.jpg></div>{figure}{PROSE}", head)
    assert name(found.lead_image) == "span.jpg"
    assert [name(b) for s in found.sections for b in s.blocks if isinstance(b, Image)] == ["ferry.jpg"]


def test_a_picture_in_a_menu_is_no_lead_image_whatever_it_is_named() -> None:
    teaser = "<nav><ul><li><img class=featured-image src=/i/ferry.jpg></li></ul></nav>"
    assert article(teaser + HEAD + PROSE).lead_image is None


def test_of_two_prints_of_the_stated_picture_the_one_in_a_menu_says_nothing() -> None:
    menu = "<nav><a href=/transport/><img class=entry-thumb src=/i/span-300x200.jpg alt=Transport></a></nav>"
    figure = "<figure><img src=/i/span.jpg><figcaption>The span in May.</figcaption></figure>"
    page = article(menu + HEAD + figure + PROSE, "<meta property=og:image content=/i/span.jpg>")
    assert page.lead_image is not None
    assert page.lead_image.caption == "The span in May."


def test_the_portrait_beside_a_byline_is_no_lead_image() -> None:
    assert (
        lead("<div class=blog-author><img src=/i/rosa.jpg width=220><a href=/authors/rosa>Rosa Lind</a></div>") is None
    )


def test_a_picture_whose_parts_are_links_is_no_lead_image() -> None:
    assert lead("<div><img src=/i/sections.png usemap=#sections alt=Menu></div>") is None


def test_a_slide_of_the_sites_above_the_article_is_no_lead_image() -> None:
    slides = "<div><ul><li><img src=/i/shop.jpg width=1800><p class=caption>Our shop</p></li></ul></div>"
    assert article(f"{slides}<div><div>{HEAD}{PROSE}</div></div>").lead_image is None


def test_an_address_without_a_host_is_none_of_a_picture() -> None:
    assert lead("", "https://-/media/span.jpg") is None


def test_a_stated_picture_that_is_cut_for_a_list_gives_way_to_a_larger_one() -> None:
    entity = json.dumps({"@type": "NewsArticle", "headline": TITLE, "image": "/i/150/150/span-small.jpg"})
    head = f"<meta property=og:image content=/i/span.jpg><script type=application/ld+json>{entity}</script>"
    small = "<div><img src=/i/400/400/span-small.jpg></div>"
    assert name(article(HEAD + small + PROSE, head).lead_image) == "span.jpg"


def test_what_names_a_picture_for_programs_alone_says_nothing_in_its_place() -> None:
    named = "<img itemprop=image src=/i/span.jpg alt='image from page'>"
    image = lead(f"<div>{named}<picture><img src=/i/span.jpg alt='The span in May'></picture></div>", "/i/span.jpg")
    assert image is not None
    assert image.alt == "The span in May"


def test_a_description_in_the_place_of_a_picture_does_not_credit_it() -> None:
    image = lead("<div><img src=/i/span.jpg alt='Photo: young divers at the foot of the span'></div>")
    assert image is not None
    assert image.credit is None


def test_a_caption_may_be_a_field_of_paragraphs_beside_that_of_the_picture() -> None:
    caption = (
        "<div class=field-image-caption><p>The span in May.</p></div><div class=image-credits><p>Ida Berg</p></div>"
    )
    image = lead(f"<div><div class=field-image><img src=/i/span.jpg></div>{caption}</div>", "/i/span.jpg")
    assert image is not None
    assert (image.caption, image.credit) == ("The span in May.", "Ida Berg")


def test_a_line_that_credits_in_the_figure_needs_no_name() -> None:
    image = lead("<figure><img src=/i/span.jpg><p>Photo: Ida Berg/Port Photo</p></figure>")
    assert image is not None
    assert image.credit == "Ida Berg/Port Photo"


def test_what_is_pressed_in_a_caption_is_none_of_it() -> None:
    button = '<div><a href="javascript:void(0)"><span>+</span>Look closer</a></div>'
    image = lead(f"<div><img src=/i/span.jpg><div class=photo-caption><em>\u00a9 Ida Berg</em>{button}</div></div>")
    assert image is not None
    assert (image.caption, image.credit) == (None, "Ida Berg")


def test_pictures_that_one_service_delivers_are_different_ones() -> None:
    figure = '<figure><img src="/_next/image?url=%2Fi%2Fferry.jpg&w=640"><figcaption>The ferry</figcaption></figure>'
    image = lead(figure, "/_next/image?url=%2Fi%2Fspan.jpg")
    assert image is not None
    assert "ferry" in image.url


def test_the_stated_address_stays_before_that_of_a_service_that_delivers_it() -> None:
    printed = "<figure><img src='/_next/image?url=%2Fi%2Fspan.jpg&w=1920' width=1920 height=1080></figure>"
    assert name(lead(printed, "/i/span.jpg")) == "span.jpg"


FAR = "<span></span>" * 130


def test_the_stated_picture_has_the_caption_of_its_print_far_above_the_headline() -> None:
    figure = "<figure><img src=/i/harbour-span.jpg><figcaption>The span in May. Photo: Ida Berg</figcaption></figure>"
    page = article(figure + FAR + HEAD + PROSE, "<meta property=og:image content=/i/harbour-span.jpg>")
    assert page.lead_image is not None
    assert (page.lead_image.caption, page.lead_image.credit) == ("The span in May.", "Ida Berg")


def test_a_teaser_far_from_the_headline_says_nothing_of_the_stated_picture() -> None:
    teaser = f"<div><a href={URL}><img src=/i/harbour-span.jpg alt=Teaser></a></div>"
    page = article(teaser + FAR + HEAD + PROSE, "<meta property=og:image content=/i/harbour-span.jpg>")
    assert page.lead_image is not None
    assert page.lead_image.alt is None


def test_words_beside_a_print_far_from_the_headline_are_no_caption() -> None:
    print_ = "<div><div><img src=/i/harbour-span.jpg alt='The span'></div><span>blog | Share | Link</span></div>"
    page = article(print_ + FAR + HEAD + PROSE, "<meta property=og:image content=/i/harbour-span.jpg>")
    assert page.lead_image is not None
    assert (page.lead_image.alt, page.lead_image.caption) == ("The span", None)


def test_the_publishers_sign_is_not_the_articles_picture() -> None:
    sign = "/i/80e87ada-cfb0.png"
    publisher = {"@type": "Organization", "name": "Daily Lantern", "logo": {"@type": "ImageObject", "url": sign}}
    stated = json.dumps({"@type": "NewsArticle", "headline": TITLE, "publisher": publisher})
    head = f"<meta property=og:image content={sign}><script type=application/ld+json>{stated}</script>"
    assert article(HEAD + PROSE, head).lead_image is None


def test_a_stated_picture_that_one_print_offers_among_others_has_its_caption() -> None:
    sources = "<source media='(max-width: 680px)' srcset=/i/a911bf38.webp><source srcset=/i/b180f168.webp>"
    picture = f"<picture>{sources}<img src=/i/b180f168.jpg alt='The span'></picture>"
    image = lead(
        f"<figure>{picture}<figcaption>The span in May. Photo: Ida Berg</figcaption></figure>", "/i/b180f168.jpg"
    )
    assert image is not None
    assert (image.alt, image.caption, image.credit) == ("The span", "The span in May.", "Ida Berg")


def test_letters_of_a_size_may_follow_the_number_of_a_picture() -> None:
    figure = "<figure><img src=/i/span-218528h.jpg><figcaption>The span in May.</figcaption></figure>"
    image = lead(figure, "/i/span-218528og.jpg")
    assert image is not None
    assert image.caption == "The span in May."


@pytest.mark.parametrize(
    ("told", "credit"),
    [
        ("Symbolbild: Nordmole", None),
        ("Symbolbild: AFP", "AFP"),
        ("Symbolbild: © Ida Berg", "Ida Berg"),
        ("Foto: Ida Berg", "Ida Berg"),
    ],
)
def test_what_is_shown_in_anothers_stead_is_no_credit(told: str, credit: str | None) -> None:
    image = lead(f"<div><img src=/i/span.jpg alt='{told}'></div>")
    assert image is not None
    assert image.credit == credit


@pytest.mark.parametrize(
    "words",
    [
        "<h2>All about the bridges of the harbour</h2><div>The Lantern team</div>",
        "<div>The Lantern team</div><time datetime=2024-05-03>3 May</time>",
        "<span>Best crossing</span><ul><li>Seven lanes</li></ul>",
    ],
)
def test_the_head_of_a_text_beside_a_picture_is_no_caption(words: str) -> None:
    page = article(
        f"<main><div><div><img src=/i/span.jpg></div><div>{words}</div></div>{HEAD}{PROSE}</main>",
        "<meta property=og:image content=/i/span.jpg>",
    )
    assert page.lead_image is not None
    assert page.lead_image.caption is None


def test_a_caption_stands_behind_what_holds_nothing_but_the_picture() -> None:
    picture = "<div><div><img src=/i/span.jpg><a href=//pins.example><img src=/pin.svg></a></div></div>"
    caption = "<figcaption data-theme-key=photo-credit-figcaption><span>Ida Berg</span></figcaption>"
    page = article(f"<header>{picture}{caption}{HEAD}</header>{PROSE}", "<meta property=og:image content=/i/span.jpg>")
    assert page.lead_image is not None
    assert (page.lead_image.caption, page.lead_image.credit) == (None, "Ida Berg")


def test_a_picture_of_which_the_publishers_sign_is_cut_is_the_articles() -> None:
    publisher = {"@type": "Organization", "name": "Daily Lantern", "logo": "/i/span-90x60.png"}
    stated = json.dumps({"@type": "NewsArticle", "headline": TITLE, "publisher": publisher})
    head = f"<meta property=og:image content=/i/span.png><script type=application/ld+json>{stated}</script>"
    assert name(article(HEAD + PROSE, head).lead_image) == "span.png"


def test_a_caption_in_one_span_behind_what_holds_the_picture_is_no_credit() -> None:
    words = "<figcaption><span>The span in May, Photo: Ida Berg</span></figcaption>"
    page = article(
        f"<main><div><picture><img src=/i/span.jpg></picture>{words}{HEAD}{PROSE}</div></main>",
        "<meta property=og:image content=/i/span.jpg>",
    )
    assert page.lead_image is not None
    assert (page.lead_image.caption, page.lead_image.credit) == ("The span in May", "Ida Berg")


@pytest.mark.parametrize("words", ["Shipping", "03 May 2026"])
def test_a_label_or_a_day_beside_a_picture_that_nothing_names_so_is_no_caption(words: str) -> None:
    page = article(
        f"<main><div><div><img src=/i/span.jpg></div><div><span>{words}</span></div></div>{HEAD}{PROSE}</main>",
        "<meta property=og:image content=/i/span.jpg>",
    )
    assert page.lead_image is not None
    assert page.lead_image.caption is None


def test_what_is_left_of_a_caption_without_its_credit_may_be_nothing_but_what_enlarges_it() -> None:
    words = "<figcaption><div><a href=/i/span-full.jpg>Enlarge</a></div><div class=credit>Ida Berg</div></figcaption>"
    page = article(
        f"<main>{HEAD}<figure><img src=/i/span.jpg>{words}</figure>{PROSE}</main>",
        "<meta property=og:image content=/i/span.jpg>",
    )
    assert page.lead_image is not None
    assert (page.lead_image.caption, page.lead_image.credit) == (None, "Ida Berg")


def test_a_sign_that_leads_to_the_home_page_of_another_site_is_no_lead_image() -> None:
    sign = "<div><a href=https://www.ferries.example/><img src=/institutionlogo4711 alt='institution logo'></a></div>"
    assert lead(sign, "/institutionlogo4711") is None


HEADED = "<figure><img src=/i/b81f.jpg><figcaption>The span in May. Photo: Ida Berg</figcaption></figure>"


def test_what_heads_the_text_with_a_caption_is_the_lead_image_where_the_stated_one_is_nowhere() -> None:
    image = lead(HEADED, "/i/a72e.jpg")
    assert image is not None
    assert (name(image), image.caption, image.credit) == ("b81f.jpg", "The span in May.", "Ida Berg")


@pytest.mark.parametrize(
    "printed",
    [
        HEADED.replace("<figcaption>", "<button>Play</button><figcaption>"),
        HEADED.replace("/i/b81f.jpg", "/i/b81f.jpg?w=40"),
        f"<div><article>{HEADED}</article><article><p>Another part.</p></article></div>",
        f"{PROSE}<h2>The first of ten</h2>{HEADED}",
    ],
)
def test_films_previews_and_parts_of_a_list_do_not_head_the_text(printed: str) -> None:
    assert name(lead(printed, "/i/a72e.jpg")) == "a72e.jpg"


def test_the_stated_picture_stays_that_is_printed_further_down() -> None:
    figure = "<figure><img src=/i/harbour-span.jpg></figure>"
    assert name(lead(HEADED + PROSE + figure, "/i/harbour-span.jpg")) == "harbour-span.jpg"


def test_the_stated_caption_is_parted_from_its_credit() -> None:
    picture = {"@type": "ImageObject", "url": "/i/span.jpg", "caption": "The span in May. (Photo: Ida Berg)"}
    entity = {"@type": "NewsArticle", "headline": TITLE, "image": picture}
    image = article(HEAD + PROSE, f'<script type="application/ld+json">{json.dumps(entity)}</script>').lead_image
    assert image is not None
    assert (image.caption, image.credit) == ("The span in May.", "Ida Berg")


def test_a_credit_behind_what_holds_the_picture_needs_no_caption() -> None:
    behind = "<p class='content-caption-and-attribution'><span class='image-attribution'>Ida Berg</span></p>"
    image = lead(f"<div><div><img src=/i/span.jpg></div>{behind}</div>")
    assert image is not None
    assert image.credit == "Ida Berg"


@pytest.mark.parametrize(
    ("stated", "printed"),
    [
        ("/i/span-e1650982599313.jpg", "/i/span-580x387.jpg"),
        ("/01HF2H6HB0YKX2/hero-image.fill.size_1200x675.jpg", "/01HF2H6HB0YKX2/hero-image.fill.size_994x559.v169.jpg"),
        ("/i/vz2MKAztFLkuUWiw5Q2xX-1200-80.jpg", "/i/vz2MKAztFLkuUWiw5Q2xX.jpg"),
        ("/i/Harbour-Span-700-86e317e6b44fd5cf.jpg", "/i/Harbour-Span-658x370-ae8b2233f0b52e59.jpg"),
        ("/i/harbour_span.jpg", "/i/harbour_span.0.jpg"),
    ],
)
def test_what_systems_add_to_the_name_of_a_rendition_is_none_of_it(stated: str, printed: str) -> None:
    assert name(lead(f"<figure><img src={printed}><figcaption>The span</figcaption></figure>", stated)) == name(
        Image(url=stated)
    )


def test_of_how_many_pictures_one_is_the_first_is_no_caption() -> None:
    image = lead("<figure><img src=/i/span.jpg><figcaption>6 zdj\u0119\u0107</figcaption></figure>")
    assert image is not None
    assert image.caption is None


def test_a_line_behind_the_text_that_is_left_out_may_credit_the_picture() -> None:
    behind = "<p><a href=/a>Ferries</a></p><p><em>Foto: Getty Images / Rosa Lind.</em></p>"
    page = article(f"{HEAD}{PROSE}{behind}", "<meta property=og:image content=/i/span.jpg>")
    assert page.lead_image is not None
    assert page.lead_image.credit == "Getty Images / Rosa Lind"


def test_what_is_linked_behind_the_text_credits_nothing() -> None:
    behind = "<p><a href=/a>Ferries</a></p><p><a href=/b>Fotos: the harbour in May</a></p>"
    page = article(f"{HEAD}{PROSE}{behind}", "<meta property=og:image content=/i/span.jpg>")
    assert page.lead_image is not None
    assert page.lead_image.credit is None


BIG = '<figure><img src="/i/ferry.jpg" width="900" alt="A ferry"></figure>'


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ('<div><p class="meta__credit">A ferry in May. | Ida Berg/AP</p></div>', ("A ferry in May.", "Ida Berg/AP")),
        ("<div><p>(Credits: Ida Berg)</p></div>", (None, "Ida Berg")),
        ("<div><p>Ferries are slow, said Ida Berg.</p></div>", (None, None)),
        ('<div><p class="credit">By Ida Berg</p></div>', (None, None)),
    ],
)
def test_the_first_words_behind_the_picture_may_credit_it(behind: str, told: tuple[str | None, str | None]) -> None:
    image = lead(f"<section><div>{BIG}</div></section>{behind}", "/i/ferry.jpg")
    assert image is not None
    assert (image.caption, image.credit) == told


def test_of_prints_that_which_is_no_teaser_of_the_page_is_captioned() -> None:
    teaser = f'<ul><li><a href="{URL}"><img src="/i/ferry.jpg" alt="{TITLE}"></a></li></ul>'
    print_ = '<div><img src="/i/ferry.jpg" width="900" alt=""><div class="featured-caption">A ferry in May</div></div>'
    page = article(teaser + HEAD + print_ + PROSE, '<meta property="og:image" content="/i/ferry.jpg">')
    assert page.lead_image is not None
    assert page.lead_image.caption == "A ferry in May"
