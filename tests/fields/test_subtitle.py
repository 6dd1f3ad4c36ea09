"""What is printed under the headline."""

import pytest

from tests.fields.pages import PROSE, article

HEAD = "<h1>Harbour bridge closes for a month</h1>"
DEK = "Lorries have to go the long way round"


def test_the_standfirst_under_the_headline_is_the_subtitle() -> None:
    assert article(f"<article>{HEAD}<p class=standfirst>{DEK}</p>{PROSE}</article>").subtitle == DEK


def test_an_announcement_of_the_news_is_a_standfirst() -> None:
    assert article(f"<article>{HEAD}<div class=news-detail__anons>{DEK}</div>{PROSE}</article>").subtitle == DEK


def test_the_motto_in_the_header_of_the_site_is_none() -> None:
    motto = "<header class=site-header><p class=description>Small news from a high place</p></header>"
    assert article(f"{motto}<article>{HEAD}{PROSE}</article>").subtitle is None


def test_the_summary_in_a_teaser_is_none() -> None:
    teasers = "".join(
        f"<article class=card><h2><a href=/transport/2024/ferry-runs-again-{n}>Ferry number {n} runs again</a></h2>"
        f"<p class=excerpt>The boat had been in the dock for {n} weeks</p></article>"
        for n in range(2, 9)
    )
    assert article(f"<h1>Transport</h1><div>{teasers}</div>").subtitle is None


def test_what_a_cookie_wall_asks_is_none() -> None:
    wall = f"<div id=sp_message_container_1><h1>Welcome to the Lantern</h1><h2>{DEK}</h2><p>We use cookies.</p></div>"
    assert article(wall).subtitle is None


def test_what_holds_the_headline_itself_is_none() -> None:
    header = f"<header class=article-intro><p>Transport</p>{HEAD}<p class=standfirst>{DEK}</p></header>"
    assert article(f"<article>{header}{PROSE}</article>").subtitle == DEK


@pytest.mark.parametrize(
    "line",
    [
        "28 January 2022",
        "By Rosa Lind on 28 January 2022",
        "Rosa Lind on the bridge (Photo: Harbour Lantern)",
        "Published on this day:",
    ],
)
def test_a_date_a_byline_and_a_caption_are_none(line: str) -> None:
    assert article(f"<article>{HEAD}<h2 class=subtitle>{line}</h2>{PROSE}</article>").subtitle is None


def test_the_first_paragraph_below_the_heading_of_the_first_part_is_none() -> None:
    part = f"<div><h2>A beach like no other</h2><p>{DEK}, {DEK}.</p></div>"
    text = f"<p>Kari Holm</p>{part}<div><img src=/a.jpg></div>{PROSE}"
    assert article(f"<article>{HEAD}{text}</article>").subtitle is None


def test_a_brief_line_over_the_headline_is_none() -> None:
    assert article(f"<article><p class=standfirst>News from the harbour</p>{HEAD}{PROSE}</article>").subtitle is None


def test_what_a_share_box_says_is_none() -> None:
    box = "<aside class=share-buttons><span class=subtitle>The address to copy</span></aside>"
    assert article(f"<article>{HEAD}{box}{PROSE}</article>").subtitle is None


def test_a_standfirst_stays_one_in_what_is_named_for_its_menu() -> None:
    page = f"<div class=panel-navigation><article>{HEAD}<p class=standfirst>{DEK}</p>{PROSE}</article></div>"
    assert article(page).subtitle == DEK


SUM = "Lorries will have to go the long way round until the bearings are renewed"
BYLINE = "<div class=byline>By Rosa Lind</div>"


@pytest.mark.parametrize(
    "masthead", [BYLINE, "<figure><img src=/span.jpg></figure>", "<p class=x2>Rosa Lind | 28 January 2022, 10:15</p>"]
)
def test_a_sentence_between_headline_and_byline_date_or_picture_is_the_subtitle(masthead: str) -> None:
    assert article(f"<article>{HEAD}<div class=x1>{SUM}</div>{masthead}<div>{PROSE}</div></article>").subtitle == SUM


def test_the_first_paragraph_of_the_text_is_none_though_a_picture_follows() -> None:
    paragraphs = f"<p>{SUM}</p><figure><img src=/span.jpg></figure>{PROSE}"
    assert article(f"<article>{HEAD}<div>{paragraphs}</div></article>").subtitle is None


def test_what_stands_under_a_picture_below_the_headline_is_none() -> None:
    picture = f"<div><img src=/span.jpg><span>{SUM}</span></div>"
    assert article(f"<article>{HEAD}{picture}{BYLINE}<div>{PROSE}</div></article>").subtitle is None


def test_an_element_of_its_own_that_the_description_repeats_is_the_subtitle() -> None:
    head = f'<meta name=description content="{SUM}">'
    assert article(f"<article>{HEAD}<div class=x1>{SUM}</div><div>{PROSE}</div></article>", head).subtitle == SUM


def test_the_first_of_several_brief_headings_is_none() -> None:
    text = f"<h3>What is at risk</h3>{PROSE}<h3>What comes next</h3>{PROSE}"
    assert article(f"<article>{HEAD}{text}</article>").subtitle is None


LONG = "Lorries have to go the long way round the bay until the bearings are new"


@pytest.mark.parametrize(
    "header",
    [
        "<header><div>{head}</div><div><p>{line}</p></div><p>Kari Holm</p></header>",
        "<header>{head}<div class=x><b>Kari Holm</b></div><h2>{line}</h2></header>",
        "<div><h4>News</h4>{head}<div class=author>by Kari Holm</div><h2>{line}</h2></div>",
    ],
)
def test_the_only_long_line_in_the_header_of_the_article_is_the_subtitle(header: str) -> None:
    assert article(f"<article>{header.format(head=HEAD, line=LONG)}{PROSE}</article>").subtitle == LONG


@pytest.mark.parametrize(
    "line",
    [
        "By Kari Holm, who lives on the island and writes about ferries",
        "Posted on 28 July 2023 by the editors of the paper, four comments",
        "As an Amazon Associate we earn from qualifying purchases of bearings",
        "<a href=/ferries/all-ferries>All the news about ferries, bridges and roads</a>",
    ],
)
def test_a_long_line_in_the_header_may_say_something_else(line: str) -> None:
    assert article(f"<article><header>{HEAD}<p>{line}</p></header>{PROSE}</article>").subtitle is None


def test_a_box_below_the_headline_that_repeats_the_description_is_the_subtitle() -> None:
    box = f"<div class=y7><div class=x1>{LONG}</div></div>"
    stated = f"<meta name=description content='{LONG}'>"
    assert article(f"<article>{HEAD}{box}{PROSE}</article>", stated).subtitle == LONG


def test_a_caption_that_says_so_is_none() -> None:
    caption = f"<div class=x1>File photo: {SUM}</div>"
    assert article(f"<article>{HEAD}{caption}{BYLINE}<div>{PROSE}</div></article>").subtitle is None


def test_a_teaser_with_a_linked_heading_is_no_standfirst() -> None:
    teaser = "<div class=teaser><h2><a href=/x/1>Ferries to sail again</a></h2><p>It has three boats.</p></div>"
    assert article(f"<div>{HEAD}{PROSE}{teaser}</div>").subtitle is None


def test_a_box_with_a_picture_and_its_caption_is_no_standfirst() -> None:
    box = "<div class=intro><figure><img src=/a.jpg><figcaption>At dusk</figcaption></figure><p>Closed.</p></div>"
    assert article(f"<article>{HEAD}{box}{PROSE}</article>").subtitle is None


def test_a_keyword_glued_to_a_standfirst_is_no_part_of_it() -> None:
    dek = f"{DEK}, the port authority decided on Friday"
    page = article(f"<article>{HEAD}<h3><span class=keyword>Transport</span>{dek}</h3>{PROSE}</article>")
    assert page.subtitle == dek


def test_an_initial_set_large_is_part_of_the_standfirst() -> None:
    dek = f"{DEK}, the port authority decided on Friday"
    page = article(f"<article>{HEAD}<h3><span class=initial>{dek[0]}</span>{dek[1:]}</h3>{PROSE}</article>")
    assert page.subtitle == dek


def test_what_sums_up_the_blog_over_the_headline_is_none() -> None:
    said = "<p>The latest about moving and storage, with many videos.</p>"
    blog = f"<div class=content-description><h1>Blog</h1>{said}</div>"
    head = '<meta property="og:title" content="Harbour bridge closes for a month">'
    assert article(f"{blog}<article>{HEAD}{PROSE}</article>", head).subtitle is None


def test_what_the_description_repeats_behind_the_headline_in_its_element_is_the_subtitle() -> None:
    stated = '<meta property="og:title" content="Harbour bridge closes.">'
    stated += f'<meta property="og:description" content="{DEK}">'
    page = article(f"<h1><strong>Harbour bridge closes.</strong><br>{DEK}</h1>{PROSE}", stated)
    assert (page.title, page.subtitle) == ("Harbour bridge closes.", DEK)


def test_links_in_what_is_named_an_introduction_are_none_of_the_subtitle() -> None:
    intro = f"<div class=article-intro><p>{DEK}</p><ul><li><a href=/transport/tolls>Tolls go up</a></li></ul></div>"
    assert article(f"<article>{HEAD}{intro}{PROSE}</article>").subtitle == DEK


def test_a_line_with_the_date_and_the_minutes_to_read_is_none() -> None:
    line = "<div class=line2>In brief about the bridges of the port, 22 April 2021, 4 min read</div><figure></figure>"
    assert article(f"<article>{HEAD}{line}{PROSE}</article>").subtitle is None


def test_a_row_of_a_table_is_none() -> None:
    table = f"<table><tr class=subheading><td>{DEK}</td><td>Good</td></tr><tr><td>Span</td><td>Bad</td></tr></table>"
    assert article(f"<article>{HEAD}{table}{PROSE}</article>").subtitle is None


def test_the_labelled_paragraph_in_a_labelled_box_is_the_subtitle_without_the_byline_beside_it() -> None:
    dek = f"{DEK}, the port authority says, until the bearings are replaced"
    box = f"<div class=hero-excerpt><p class=post-excerpt>{dek}</p><div>By</div><div>Rosa Lind</div></div>"
    assert article(f"<article>{HEAD}{box}{PROSE}</article>").subtitle == dek


def test_what_readers_voted_is_none() -> None:
    stars = "<div class=fivestar-widget><div class=description>Average: 4.6 (7 votes by our readers)</div></div>"
    assert article(f"<article>{HEAD}{stars}{PROSE}</article>").subtitle is None


def test_a_long_heading_that_many_of_its_form_follow_is_none() -> None:
    parts = "".join(
        f"<h2>What the closure of the bridge means for the {who}</h2>{PROSE}"
        for who in ("lorries", "ferries", "cyclists", "traders")
    )
    assert article(f"<article>{HEAD}{parts}</article>").subtitle is None


def test_a_lower_heading_within_the_headline_is_the_subtitle() -> None:
    printed = f"<h1><div><p>Harbour bridge closes for a month</p><h4>{DEK}</h4></div></h1>"
    head = "<title>Harbour bridge closes for a month</title>"
    assert article(f"<article>{printed}{PROSE}</article>", head).subtitle == DEK


def test_what_asks_readers_to_log_in_is_none() -> None:
    prompt = "<p class=lead>You must be logged in to take part in the discussion.</p>"
    assert article(f"<article>{HEAD}{prompt}{PROSE}</article>").subtitle is None


def test_the_title_of_a_list_below_the_article_is_none() -> None:
    below = "<section class=related-posts><h2 class=subheading>Related stories</h2></section>"
    assert article(f"<article>{HEAD}{PROSE}</article>{below}").subtitle is None


def test_a_row_of_links_under_the_headline_is_none() -> None:
    row = "<span class=subheading>1.0 · <a href=/source>Source</a> <a href=/raw>Raw</a></span>"
    assert article(f"<article>{HEAD}{row}{PROSE}</article>").subtitle is None


def test_a_name_and_a_date_are_none() -> None:
    line = "<div class=summary>Rosa Lind, Lantern | 28 January 2022</div>"
    assert article(f"<article>{HEAD}{line}{PROSE}</article>").subtitle is None


def test_a_linked_line_below_a_linked_headline_is_one_as_letters_have_it() -> None:
    head = "<h1 class=title><a href=/click/1>Harbour bridge closes for a month</a></h1>"
    assert article(f"<div>{head}<h2 class=subtitle><a href=/click/2>{DEK}</a></h2></div>{PROSE}").subtitle == DEK


def test_the_name_of_the_wiki_below_its_title_is_none() -> None:
    assert article(f"<div id=content>{HEAD}<h3 id=tagline>From HarbourWiki</h3>{PROSE}</div>").subtitle is None


def test_a_standfirst_that_holds_a_picture_is_what_stands_beside_its_caption_and_credit() -> None:
    picture = "<span><img src=a.jpg alt=''><p class=caption>The bridge at noon</p><p>© Harbour archive</p></span>"
    assert article(f"<article>{HEAD}<div class=standfirst>{picture}<p>{DEK}</p></div>{PROSE}</article>").subtitle == DEK


def test_a_line_that_points_at_a_picture_is_its_caption() -> None:
    assert article(f"<article>{HEAD}<p class=standfirst>▲ {DEK}</p>{PROSE}</article>").subtitle is None
