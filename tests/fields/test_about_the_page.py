"""Site, canonical URL, language, description, subtitle, lead image, fingerprint."""

from urllib.parse import quote

import pytest

from newsextract import extract
from newsextract.fields.fingerprint import simhash
from newsextract.page.languages import normal
from tests.fields.pages import PROSE, URL, article

HEAD = "<h1>Harbour bridge closes for a month</h1>"
GERMAN = (
    "<p>Die Hafenbrücke wird ab Montag für den gesamten Verkehr gesperrt, weil die Lager des nördlichen Feldes vor den "
    "Winterstürmen erneuert werden müssen, teilte die Hafenbehörde bei einem Besuch auf der Baustelle mit.</p>"
)


def bits_apart(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


def test_the_site_has_name_and_home_page() -> None:
    site = article(HEAD + PROSE, "<meta property=og:site_name content='Daily Lantern'>").site
    assert site is not None
    assert (site.name, site.url) == ("Daily Lantern", "https://www.daily-lantern.example/")


def test_the_end_of_the_title_names_the_site_where_nothing_else_does() -> None:
    site = article(HEAD + PROSE, "<title>Harbour bridge closes for a month - Daily Lantern</title>").site
    assert site is not None
    assert site.name == "Daily Lantern"


@pytest.mark.parametrize(
    "title", ["Daily Post: Harbour bridge closes for a month", "Harbour bridge closes for a month_Transport_Daily Post"]
)
def test_what_the_title_adds_names_the_site_where_a_link_home_shows_it(title: str) -> None:
    site = article(f"<a href=/>Daily Post</a>{HEAD}{PROSE}", f"<title>{title}</title>").site
    assert site is not None
    assert site.name == "Daily Post"


def test_the_picture_of_a_link_home_is_the_logo() -> None:
    site = article(f"<a href=/><img src=/title.gif alt='Daily Lantern'></a>{HEAD}{PROSE}").site
    assert site is not None
    assert site.logo == "https://www.daily-lantern.example/title.gif"


def test_the_canonical_url_is_absolute() -> None:
    assert article(PROSE, "<link rel=canonical href=/transport/bridge>").canonical_url == (
        "https://www.daily-lantern.example/transport/bridge"
    )


@pytest.mark.parametrize("href", ["/", "https://other.example/transport/bridge"])
def test_a_canonical_url_that_cannot_be_this_pages_is_refused(href: str) -> None:
    assert article(PROSE, f"<link rel=canonical href={href}>").canonical_url == URL


@pytest.mark.parametrize(
    ("written", "tag"),
    [("en_US", "en-US"), ("english", "en"), ("sr-latn-rs", "sr-Latn-RS"), ("DE", "de"), ("jp", "ja"), ("lang=", None)],
)
def test_languages_are_tags(written: str, tag: str | None) -> None:
    assert normal(written) == tag


def test_the_text_corrects_a_template_left_in_english() -> None:
    assert article(HEAD + GERMAN * 3).language == "de"


def test_two_declarations_that_agree_are_believed() -> None:
    assert extract(f"<html lang=da><meta property=og:locale content=da_DK><body>{HEAD}{GERMAN * 3}").language == "da"


def test_a_system_that_states_twice_that_it_speaks_english_is_corrected_by_the_text() -> None:
    assert article(HEAD + GERMAN * 3, "<meta property=og:locale content=en_GB>").language == "de"


def test_a_short_text_corrects_no_declarations_that_agree() -> None:
    text = f"{HEAD}<p>Die Hafenbrücke wird gesperrt.</p>"
    assert article(text, "<meta property=og:locale content=en_GB>").language == "en"


def test_a_text_that_agrees_keeps_the_region() -> None:
    assert extract(f"<html lang=de-AT><body>{HEAD}{GERMAN * 3}").language == "de-AT"


def test_the_description_is_not_the_title() -> None:
    head = "<meta name=description content='Harbour bridge closes for a month'>"
    assert article(HEAD + PROSE, head).description is None


def test_the_description_has_its_entities_read() -> None:
    head = '<meta property="og:description" content="Salt &amp;amp; rust: the bridge has to close">'
    assert article(HEAD + PROSE, head).description == "Salt & rust: the bridge has to close"


def test_a_heading_right_below_the_headline_is_the_subtitle() -> None:
    body = f"<div>{HEAD}<h2>Bearings must be replaced before the winter</h2></div>{PROSE}"
    assert article(body).subtitle == "Bearings must be replaced before the winter"


def test_a_heading_behind_running_text_is_no_subtitle() -> None:
    assert article(f"<div>{HEAD}{PROSE}<h2>What happens next</h2>{PROSE}</div>").subtitle is None


def test_the_lead_image_has_the_caption_printed_under_it() -> None:
    head = '<meta property="og:image" content="https://cdn.example/bridge-1200x630.jpg">'
    caption = "<figcaption>The northern span. © A. Nowak</figcaption>"
    figure = f'<figure><img src=/i/bridge.jpg alt="The bridge">{caption}</figure>'
    image = article(HEAD + figure + PROSE, head).lead_image
    assert image is not None
    assert image.url == "https://cdn.example/bridge-1200x630.jpg"
    assert (image.alt, image.caption, image.credit) == ("The bridge", "The northern span.", "A. Nowak")


def test_fingerprints_of_near_duplicates_differ_in_few_bits() -> None:
    one = article(HEAD + PROSE).fingerprint
    other = article(HEAD + PROSE.replace("first visit", "last visit")).fingerprint
    assert len(one) == 16
    assert bits_apart(one, other) <= 8
    assert bits_apart(one, article(HEAD + GERMAN * 3).fingerprint) > 16


def test_a_text_without_spaces_has_a_fingerprint() -> None:
    assert simhash(["橋は月曜日から一か月間閉鎖される"]) != simhash(["港湾局は冬の嵐の前に支承を交換する"])


def test_a_page_without_body_has_no_fingerprint() -> None:
    assert article("").fingerprint == ""


def test_the_printed_size_is_that_of_the_stated_picture_where_both_are_one_file() -> None:
    printed = f"{HEAD}<figure><img src=/span.jpg width=900 height=600></figure>{PROSE}"
    image = article(printed, "<meta property=og:image content=/span.jpg>").lead_image
    assert image is not None
    assert (image.url, image.width, image.height) == ("https://www.daily-lantern.example/span.jpg", 900, 600)


def test_what_enlarges_a_picture_is_no_caption_of_it() -> None:
    frame = "<div><img src=/bridge.jpg width=900 height=600><a href=/bridge-large.jpg>View full size</a></div>"
    image = article(f"<h1>Harbour bridge closes</h1>{frame}{PROSE}").lead_image
    assert image is not None
    assert image.caption is None


def test_the_lead_image_in_a_mere_frame_has_what_is_printed_in_it() -> None:
    frame = "<div class=pic><img src=/bridge.jpg width=800><span>The bridge at dawn (photo Ida Berg)</span></div>"
    image = article(f"<h1>Harbour bridge closes</h1>{frame}{PROSE}").lead_image
    assert image is not None
    assert (image.caption, image.credit) == ("The bridge at dawn", "Ida Berg")


def test_the_largest_of_the_addresses_of_the_lead_image_is_taken() -> None:
    head = '<meta property="og:image" content="https://www.daily-lantern.example/social/bridge.jpg">'
    image = article(f"<h1>Harbour bridge closes</h1><img src=/large/bridge.jpg width=1200 height=800>{PROSE}", head)
    assert image.lead_image is not None
    assert image.lead_image.url == "https://www.daily-lantern.example/large/bridge.jpg"


def test_a_heading_right_below_the_headline_is_the_subtitle_and_heads_no_section() -> None:
    page = article(f"<article><h1>Harbour strike</h1><h2>Crews ask for an engine</h2><div>{PROSE}</div></article>")
    assert (page.subtitle, page.sections[0].heading) == ("Crews ask for an engine", None)


def test_a_declared_language_that_the_detector_does_not_know_is_believed() -> None:
    kazakh = "<p>Порт кеңесі сейсенбіде жиналып, әлі салынбаған айлақ туралы үш сағат бойы әңгімелесті.</p>"
    assert extract(f"<html lang=kk><body>{HEAD}{kazakh * 3}").language == "kk"


def test_the_tag_of_sinhala_is_not_taken_for_the_country_slovenia() -> None:
    assert normal("si-LK") == "si-LK"


def test_a_slogan_behind_the_name_of_the_site_is_no_part_of_it() -> None:
    site = article(HEAD + PROSE, "<meta property=og:site_name content='Daily Lantern - All the Light at Night'>").site
    assert site is not None
    assert site.name == "Daily Lantern"


def test_the_name_of_the_site_has_no_mark_of_a_trade() -> None:
    site = article(HEAD + PROSE, "<meta property=og:site_name content='Daily Lantern®'>").site
    assert site is not None
    assert site.name == "Daily Lantern"


def test_a_canonical_url_that_was_escaped_as_a_whole_is_read() -> None:
    escaped = quote("https://www.daily-lantern.example/transport/bridge", safe="")
    assert article(PROSE, f"<link rel=canonical href={escaped}>").canonical_url == (
        "https://www.daily-lantern.example/transport/bridge"
    )


def test_the_mark_that_links_to_a_heading_is_no_part_of_the_title() -> None:
    assert article("<h1>Harbour bridge closes<a href=#bridge>¶</a></h1>" + PROSE).title == "Harbour bridge closes"


def test_the_lead_image_is_that_of_another_size_that_typo3_cut() -> None:
    figure = "<figure><img src=/_processed_/f/csm_bridge_d26b8616bd.jpg><figcaption>The bridge</figcaption></figure>"
    head = "<meta property=og:image content=/_processed_/c/csm_bridge_5214ae3c8f.jpg>"
    image = article(HEAD + figure + PROSE, head).lead_image
    assert image is not None
    assert image.caption == "The bridge"


def lead_image(printed: str, stated: str) -> tuple[str | None, str | None]:
    """Caption and credit of the lead image of a page that prints a picture and states an address of one."""
    image = article(HEAD + printed + PROSE, f'<meta property="og:image" content="{stated}">').lead_image
    assert image is not None
    return image.caption, image.credit


def test_the_lead_image_is_that_of_another_crop_whose_numbers_end_the_name() -> None:
    figure = "<figure><img src=/73/1469573_605_0_0_0_0_2.jpg><figcaption>The span</figcaption></figure>"
    assert lead_image(figure, "/73/1469573_400_400_0_0_0_2.jpg") == ("The span", None)


def test_the_lead_image_is_that_of_another_format_in_the_folder_of_the_picture() -> None:
    figure = "<figure><img src=/images/span-jpg/25784512/4-format60.jpg><figcaption>The span</figcaption></figure>"
    assert lead_image(figure, "/images/span-jpg/25784512/5-format530.jpg") == ("The span", None)


def test_a_marked_caption_may_be_as_long_as_a_paragraph() -> None:
    caption = "The northern span, where the bearings will be renewed by divers before the storms begin. " * 5
    figure = f"<figure><img src=/span.jpg><figcaption>{caption}</figcaption></figure>"
    assert lead_image(figure, "/span.jpg") == (caption.strip(), None)


def test_a_paragraph_below_the_lead_image_that_ends_with_a_credit_is_its_caption() -> None:
    frame = "<div><img src=/span.jpg width=900><p>The northern span. <small>(Photo: Ida Berg)</small></p></div>"
    assert lead_image(frame, "/span.jpg") == ("The northern span.", "Ida Berg")


def test_what_stands_in_for_the_lead_image_until_it_is_loaded_is_no_other_picture() -> None:
    frame = "<div><img src=data:image/gif;base64,R0lG><img src=/span.jpg><p class=photo-meta>The northern span.</div>"
    assert lead_image(frame, "/span.jpg") == ("The northern span.", None)


def test_an_alternative_text_that_credits_is_a_credit() -> None:
    assert lead_image('<img src=/span.jpg alt="Photo: Ida Berg">', "/span.jpg") == (None, "Ida Berg")


def test_the_name_of_a_file_is_no_caption() -> None:
    stated = '{"@type": "ImageObject", "url": "/span.jpg", "caption": "harbour-bridge-closed-again"}'
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "A", "image": {stated}}}</script>'
    image = article(HEAD + PROSE, head).lead_image
    assert image is not None
    assert image.caption is None


def test_a_line_of_copyright_in_the_figure_is_the_credit() -> None:
    figure = "<figure><img src=/span.jpg><div>© Kari Holm</div><figcaption>The bridge</figcaption></figure>"
    image = article(HEAD + figure + PROSE, "<meta property=og:image content=/span.jpg>").lead_image
    assert image is not None
    assert (image.caption, image.credit) == ("The bridge", "Kari Holm")


def test_the_stated_picture_is_the_lead_image_in_what_is_named_a_card() -> None:
    figure = "<figure><img src=/span.jpg></figure>"
    body = f"<div>{HEAD}</div><div class=content-card>{figure}{PROSE}</div>"
    image = article(body, "<meta property=og:image content=/span.jpg>").lead_image
    assert image is not None
    assert image.url.endswith("/span.jpg")


def test_the_address_of_the_site_parts_its_name_from_a_slogan() -> None:
    site = article(HEAD + PROSE, "<meta property=og:site_name content='www.daily-lantern.example | The Light'>").site
    assert site is not None
    assert site.name == "www.daily-lantern.example"


@pytest.mark.parametrize("name", ["pixel-9-in-the-rain", "blank-pages", "empty_quay_1204"])
def test_a_word_of_stand_ins_in_a_longer_name_does_not_hide_the_lead_image(name: str) -> None:
    image = article(HEAD + PROSE, f"<meta property=og:image content=/{name}.jpg>").lead_image
    assert image is not None
    assert image.url.endswith(f"/{name}.jpg")


def test_what_repeats_the_alternative_text_behind_the_lead_image_is_its_caption() -> None:
    said = "The empty bridge at dawn (Kari Holm/Reuters)"
    printed = f'<div><img src=/span.jpg alt="{said}"></div><strong>{said}</strong>'
    image = article(HEAD + printed + PROSE, "<meta property=og:image content=/span.jpg>").lead_image
    assert image is not None
    assert (image.caption, image.credit) == ("The empty bridge at dawn", "Kari Holm/Reuters")


def test_what_is_marked_as_a_caption_may_be_long() -> None:
    said = "The bridge, which was built by two brothers from Aberlund, was closed for a month. " * 4
    figure = f"<figure><img src=/span.jpg><figcaption>{said}</figcaption></figure>"
    image = article(HEAD + figure + PROSE, "<meta property=og:image content=/span.jpg>").lead_image
    assert image is not None
    assert image.caption == said.strip()


def test_the_logo_of_a_consent_plugin_is_not_the_sites() -> None:
    plugin = "<div class=cky-consent-container><img class=logo src=/wp-content/plugins/cookies/logo.svg></div>"
    site = article(f"{HEAD}{PROSE}{plugin}").site
    assert site is not None
    assert site.logo is None


def test_a_name_with_a_stroke_in_it_is_whole_where_a_link_home_shows_it() -> None:
    title = "Harbour bridge closes for a month – Lantern – Sea"
    site = article(f"<a href=/>Lantern - Sea</a>{HEAD}{PROSE}", f"<title>{title}</title>").site
    assert site is not None
    assert site.name == "Lantern – Sea"


def test_a_long_name_of_the_site_ends_where_its_slogan_begins() -> None:
    stated = "DL - Daily Lantern Publishing Corporation: The Partner of All Harbours and Their Ships"
    site = article(HEAD + PROSE, f'<meta property="og:site_name" content="{stated}">').site
    assert site is not None
    assert site.name == "DL - Daily Lantern Publishing Corporation"


def test_a_stated_name_of_the_site_begins_behind_the_headline_that_is_in_it() -> None:
    head = "<meta name=application-name content='Harbour bridge closes for a month - Lanternthek'>"
    site = article(HEAD + PROSE, head).site
    assert site is not None
    assert site.name == "Lanternthek"


def test_the_end_of_the_title_names_the_site_whose_host_has_no_accents() -> None:
    head = "<title>Harbour bridge closes for a month - Länternes d'Été !</title>"
    site = article(HEAD + PROSE, head, url="https://www.lanternesdete.example/transport/bridge").site
    assert site is not None
    assert site.name == "Länternes d'Été !"
