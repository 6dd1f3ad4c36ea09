"""Who published an article first."""

import pytest

from tests.fields.pages import PROSE, article

HEAD = "<h1>Harbour bridge closes for a month</h1>"


def test_a_name_behind_the_headline_that_is_not_this_site_is_the_source() -> None:
    told = "How the harbour bridge came to be closed – Northern Courier"
    page = article(f"<h1>{told}</h1>{PROSE}", f"<title>{told} - Daily Lantern</title>")
    assert (page.title, page.source) == (told, "Northern Courier")


@pytest.mark.parametrize(
    "told",
    [
        "How the harbour bridge came to be closed – Daily Lantern",
        "How the harbour bridge came to be closed – in pictures",
        "Why The Harbour Bridge Has To Close – Personally Inspected",
        "How the harbour bridge came to be closed – Analysis",
    ],
)
def test_other_things_behind_a_headline_are_no_source(told: str) -> None:
    assert article(f"<h1>{told}</h1>{PROSE}", f"<title>{told}</title>").source is None


@pytest.mark.parametrize(
    "line",
    [
        "Source: Northern Courier",
        "This article was originally published on <a href=https://courier.example/>Northern Courier</a>.",
        "Quelle: Northern Courier",
    ],
)
def test_a_line_at_the_end_names_the_source(line: str) -> None:
    assert article(f"<article>{HEAD}{PROSE}<p>{line}</p></article>").source == "Northern Courier"


def test_a_sentence_about_what_somebody_says_names_no_source() -> None:
    line = "<p>According to Aalto, the bridge is safe for those who walk and for the harbour railway.</p>"
    assert article(f"<article>{HEAD}{PROSE}{line}</article>").source is None


def test_the_source_of_a_picture_is_not_the_articles() -> None:
    figure = "<figure><img src=/a.jpg><figcaption>Source: Northern Courier</figcaption></figure>"
    assert article(HEAD + PROSE + figure).source is None


def test_a_canonical_address_on_another_site_names_the_source() -> None:
    head = "<link rel=canonical href=https://www.northern-courier.example/bridge>"
    page = article(HEAD + PROSE, head, "https://lantern.test/bridge")
    assert page.source == "northern-courier.example"


def test_an_agency_as_author_is_the_source() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Reuters"}}</script>'
    assert article(HEAD + PROSE, head).source == "Reuters"


def test_who_holds_the_copyright_of_the_text_is_the_source() -> None:
    line = "<p>Copyright 2024 Northern Courier. All rights reserved. This material may not be rewritten.</p>"
    assert article(f"<article>{HEAD}{PROSE}{line}</article>").source == "Northern Courier"


def test_a_label_without_a_space_before_the_name_names_the_source() -> None:
    foot = "<footer><div class=article-source><span>SOURCE</span><a href=https://c.example/>Northern Courier</a></div>"
    assert article(f"<article>{HEAD}{PROSE}{foot}</footer></article>").source == "Northern Courier"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("المصدر: وكالة أنباء الساحل", "وكالة أنباء الساحل"),
        ("出典：海岸新聞", "海岸新聞"),
        ("Източник: Северен куриер", "Северен куриер"),
    ],
)
def test_a_line_names_the_source_in_scripts_with_and_without_capitals(line: str, source: str) -> None:
    assert article(f"{HEAD}{PROSE}<p>{line}</p>").source == source


def test_a_source_among_the_details_above_the_body_is_read_in_a_script_without_spaces() -> None:
    details = "<div>2025年03月04日 14:35 来源：海岸日报 作者：王小明</div>"
    assert article(f"<h1>港口桥梁关闭一个月</h1>{details}{PROSE}").source == "海岸日报"


def test_a_host_without_a_domain_is_no_source() -> None:
    assert article(PROSE, "<link rel=canonical href=https://harbour-bridge/>").source is None


def test_a_button_that_begins_with_a_word_for_sources_is_none_in_japanese() -> None:
    assert article("<h1>橋が閉鎖</h1>" + PROSE + "<p>元記事を読む</p>").source is None


def test_an_agency_beside_the_author_is_the_source() -> None:
    line = "<div class=byline>By <span class=author>Kari Holm</span><span>The Associated Press</span></div>"
    assert article(f"{HEAD}{line}{PROSE}").source == "The Associated Press"


@pytest.mark.parametrize(("line", "source"), [("DL/Bloomberg", "Bloomberg"), ("(AFP)", "AFP"), ("Mehr", None)])
def test_an_agency_in_a_line_of_its_own_below_the_text_is_the_source(line: str, source: str | None) -> None:
    assert article(f"<article>{HEAD}{PROSE}<p>{line}</p></article>").source == source


@pytest.mark.parametrize("closing", ["(AFP)", "(dpa)", "(Reuters/AP)", "— AFP"])
def test_an_agency_in_brackets_behind_the_last_sentence_is_the_source(closing: str) -> None:
    page = article(f"<article>{HEAD}{PROSE}<p>Nobody knows what the boats will do until then. {closing}</p></article>")
    assert page.source == closing.strip("()— ").partition("/")[0]


def test_what_else_stands_in_brackets_at_the_end_is_no_source() -> None:
    last = "<p>The boats wait until the board says what they shall do. (Applause)</p>"
    assert article(f"<article>{HEAD}{PROSE}{last}</article>").source is None


def test_whom_a_quote_is_of_is_no_source_of_the_article() -> None:
    quote = "<blockquote>The lamp was never out, said the keeper of the harbour bridge.</blockquote>"
    assert article(f"<article>{HEAD}{PROSE}{quote}<p>Source: Northern Courier</p></article>").source is None


def test_an_agency_beside_initials_in_brackets_at_the_end_is_the_source() -> None:
    assert article(f"{HEAD}{PROSE}<p>The port waits. <span>(afp/rl)</span></p>").source == "afp"


def test_a_line_of_copyright_under_the_text_needs_no_year() -> None:
    assert article(f"<article>{HEAD}<div>{PROSE}<p>© Northern Media</p></div></article>").source == "Northern Media"


def test_the_copyright_of_the_sites_footer_tells_no_source() -> None:
    foot = "<footer><p>© 2024 Northern Harbour LLC, All rights</p></footer>"
    assert article(f"<div>{HEAD}{PROSE}</div>{foot}").source is None


def test_a_row_of_details_named_after_its_source_tells_it() -> None:
    row = "<div class='meta__row meta__row--source'><strong>Source:</strong> Northern Courier</div>"
    assert article(HEAD + row + PROSE).source == "Northern Courier"


def test_what_a_feed_closes_a_copied_text_with_names_the_source() -> None:
    line = "<p>The post Harbour bridge closes for a month appeared first on Northern Courier.</p>"
    assert article(HEAD + PROSE + line).source == "Northern Courier"


def test_an_agency_written_small_behind_a_label_is_the_source() -> None:
    assert article(f"<article>{HEAD}<p>Quelle: dpa-AFX</p>{PROSE}</article>").source == "dpa-AFX"


def test_a_small_word_behind_a_label_is_no_source() -> None:
    assert article(f"<article>{HEAD}{PROSE}<p>Source: own research</p></article>").source is None


def test_the_footer_of_the_article_names_the_source() -> None:
    foot = "<footer><div><div>Quelle: Northern Courier</div></div></footer>"
    assert article(f"<article>{HEAD}{PROSE}{foot}</article>").source == "Northern Courier"


def test_a_label_in_the_title_of_another_article_names_no_source() -> None:
    links = "<ul><li><a href=/b>연구 자료: 열전달 제어 시스템의 최적화</a></li></ul>"
    assert article(f"<article>{HEAD}{PROSE}{links}</article>").source is None


def test_the_line_of_copyright_behind_the_footer_of_the_site_is_the_sites() -> None:
    line = "<div><div>Copyright 2020 Seaside Media. All Rights Reserved.</div></div>"
    assert article(f"{HEAD}{PROSE}<footer><p>Write to us</p></footer>{line}").source is None


def test_a_house_of_pictures_is_no_source() -> None:
    assert article(f"<article>{HEAD}{PROSE}<p>Source: Pixabay</p></article>").source is None


def test_a_word_that_leads_to_a_source_in_another_language_needs_a_colon() -> None:
    foot = "<ul><li>Fonts of Light: How Lamps Are Kept</li></ul>"
    assert article(f"<article>{HEAD}{PROSE}{foot}</article>").source is None
    assert article(f"<article>{HEAD}{PROSE}<p>Fonts: Northern Courier</p></article>").source == "Northern Courier"
