"""The headline as a reader sees it."""

from newsextract.fields import title
from newsextract.page.document import Document
from newsextract.pipeline import _labelled
from tests.fields.pages import PROSE, URL, article

HEADLINE = "Harbour bridge closes for a month"


def test_the_heading_beats_the_wording_made_for_search_engines() -> None:
    head = "<title>Bridge closed? What to know about the harbour bridge | Daily Lantern</title>"
    assert article(f"<h1>{HEADLINE}</h1>{PROSE}", head).title == HEADLINE


def test_a_heading_that_names_the_site_is_not_the_headline() -> None:
    head = f"<title>{HEADLINE} - Daily Lantern</title>"
    assert article(f"<h1><a href=/>Daily Lantern</a></h1><h2>{HEADLINE}</h2>{PROSE}", head).title == HEADLINE


def test_a_promo_heading_is_not_the_headline() -> None:
    head = f'<meta property="og:title" content="{HEADLINE}">'
    assert article(f"<h1>Subscribe today!</h1><div><h2>{HEADLINE}</h2>{PROSE}</div>", head).title == HEADLINE


def test_where_nothing_prints_it_the_metadata_made_for_the_headline_states_it() -> None:
    head = f'<meta property="og:title" content="{HEADLINE}-Local"><meta name="headline" content="{HEADLINE}">'
    assert article(PROSE, head).title == HEADLINE


def test_a_heading_in_the_breadcrumb_is_not_the_headline() -> None:
    trail = "Bridge closed: all you need to know"
    head = f"<title>{trail}</title><script type=application/ld+json>{{'@type':'NewsArticle','headline':'{HEADLINE}'}}"
    body = f"<nav><h1>{trail}</h1></nav><h2>{HEADLINE}</h2>{PROSE}"
    assert article(body, head.replace("'", '"') + "</script>").title == HEADLINE


def test_the_name_of_the_site_is_stripped_from_a_title() -> None:
    head = f"<title>{HEADLINE} | The Daily Lantern</title><meta property=og:site_name content='Daily Lantern'>"
    assert article(PROSE, head).title == HEADLINE


def test_the_initials_of_the_host_are_a_name_of_the_site() -> None:
    head = f"<title>{HEADLINE} | Port Authority News</title>"
    assert article(PROSE, head, "https://www.pan.example/a").title == HEADLINE


def test_a_suffix_that_names_another_publisher_stays() -> None:
    told = f"{HEADLINE} – Northern Courier"
    head = f"<title>{told} - Daily Lantern</title>"
    assert article(f"<h1>{told}</h1>{PROSE}", head).title == told


def test_a_section_behind_the_headline_is_stripped() -> None:
    head = f"<title>{HEADLINE} | Transport</title>"
    assert article(PROSE, head).title == HEADLINE


def test_a_kicker_with_its_own_markup_is_not_part_of_the_headline() -> None:
    head = f"<meta property=og:title content='{HEADLINE}'>"
    assert article(f"<h1><span>Winter works</span> <span>{HEADLINE}</span></h1>{PROSE}", head).title == HEADLINE


def test_a_labelled_kicker_goes_even_where_metadata_repeats_nothing() -> None:
    body = f"<h1><span class=story__kicker>Winter works</span> {HEADLINE}</h1>{PROSE}"
    assert article(body).title == HEADLINE


def test_entities_written_twice_are_read() -> None:
    head = '<meta property="og:title" content="Salt &amp;amp; rust close the bridge">'
    assert article(PROSE, head).title == "Salt & rust close the bridge"


def test_the_element_that_prints_the_headline_is_given() -> None:
    document = Document(f"<title>{HEADLINE}</title><h1>News</h1><h1 id=story>{HEADLINE}</h1>{PROSE}")
    read = title.read(_labelled(document, URL, {}))
    assert read is not None
    assert read[0].element is document.by_id["story"][0]


def test_losing_titles_stay_in_the_evidence() -> None:
    head = "<title>Bridge closed? What to know about the harbour bridge</title>"
    evidence = article(f"<h1>{HEADLINE}</h1>{PROSE}", head).evidence["title"]
    assert [(lost.source, lost.raw) for lost in evidence.losing] == [
        ("title", "Bridge closed? What to know about the harbour bridge")
    ]


def test_a_page_without_any_title_has_none() -> None:
    assert article(PROSE).title is None


def test_the_name_of_a_blog_before_the_title_is_not_the_headline() -> None:
    head = f"<title>Notes from the Quay: {HEADLINE}</title><meta property='og:title' content='{HEADLINE}'>"
    assert article(f"<h1 class=title>Notes from the Quay</h1><h3>{HEADLINE}</h3>{PROSE}", head).title == HEADLINE


def test_one_word_of_the_title_as_a_heading_is_not_the_headline() -> None:
    long = "How the bridge closed the harbour, the fish market, the school and hundreds of shops for a month"
    head = f'<title>{long} · Lantern</title><meta property="og:title" content="{long}">'
    assert article(f"<div>{PROSE}<h1>Harbour</h1>{PROSE}</div>", head).title == long


def test_words_run_together_by_the_markup_are_parted_as_metadata_parts_them() -> None:
    head = f'<meta property="og:title" content="Sund Rock / {HEADLINE}">'
    assert article(f"<h1><span>Sund Rock</span>{HEADLINE}</h1>{PROSE}", head).title == f"Sund Rock / {HEADLINE}"


def test_of_thousands_of_headings_the_first_are_looked_at(monkeypatch) -> None:
    asked: list[object] = []
    wording = title._wording
    monkeypatch.setattr(title, "_wording", lambda *given: asked.append(given) or wording(*given))
    page = f"<h1>{HEADLINE}</h1>{PROSE}" + '<div itemprop="headline">More <h1>More</h1></div>' * 3000
    assert article(page, f'<meta property="og:title" content="{HEADLINE}">').title == HEADLINE
    assert len(asked) <= 2 * title.MOST


def test_a_dash_with_nothing_behind_it_is_no_part_of_the_title() -> None:
    page = article("<h1>Harbour bridge closes</h1>" + PROSE, "<title>Harbour bridge closes -</title>")
    assert page.title == "Harbour bridge closes"


def test_the_only_first_heading_is_the_headline_whatever_search_engines_are_told() -> None:
    head = "<title>Why is the quay shut? What drivers need to know - Lantern</title>"
    page = article(f"<article><h1 class=entry-title>{HEADLINE}</h1>{PROSE}</article>", head)
    assert page.title == HEADLINE


def test_a_slogan_as_first_heading_loses_against_what_is_stated_twice() -> None:
    stated = "Gear for bridges and ports"
    head = f'<title>{stated}</title><meta property="og:title" content="{stated}">'
    assert article(f"<h1 class=title>Build the quay of your dreams</h1>{PROSE}", head).title == stated


def test_a_heading_that_is_a_link_home_names_the_site() -> None:
    slogan = "All the harbours of the coast in one place"
    head = f"<title>{HEADLINE}{slogan} | {slogan}</title>"
    masthead = f"<h1 class=brand><a href=/ rel=home>{slogan}</a></h1>"
    assert article(f"{masthead}<article><h1>{HEADLINE}</h1>{PROSE}</article>", head).title == HEADLINE


def test_a_lower_heading_says_where_a_stated_title_ends() -> None:
    head = f"<title>{HEADLINE} ? | Bridges | Forum</title>"
    assert article(f"<main><h2 class=heading>{HEADLINE} ?</h2>{PROSE}</main>", head).title == f"{HEADLINE} ?"


def test_a_heading_that_is_hidden_is_no_headline_where_another_prints_what_is_stated() -> None:
    head = f"<title>News - Daily Lantern</title><meta property=og:title content='{HEADLINE}'>"
    body = f'<h1 class="pagetitle hidden">News</h1><div><h1>{HEADLINE}</h1></div>{PROSE}'
    assert article(body, head).title == HEADLINE


def test_a_heading_that_only_the_title_element_repeats_loses_to_that_which_metadata_states() -> None:
    told = "Transport and traffic in the port"
    head = f"<title>{told} - Daily Lantern</title><meta property=og:title content='{HEADLINE}'>"
    assert article(f"<h1>{told}</h1><div><h1>{HEADLINE}</h1></div>{PROSE}", head).title == HEADLINE


def test_a_hidden_heading_gives_way_to_the_printed_beginning_of_the_title() -> None:
    told = f"{HEADLINE} | Transport guide | Daily Lantern"
    body = f"<h1 class=sr-only>{told}</h1><main><h2>{HEADLINE}</h2>{PROSE}</main>"
    assert article(body, f"<title>{told}</title>").title == HEADLINE


def test_a_heading_behind_much_running_text_is_that_of_a_part() -> None:
    head = "<meta property=og:title content='How it works'>"
    part = "<h1>How it works in the northern harbour</h1>"
    assert article(f"<h1>What a bearing is</h1>{PROSE}{part}{PROSE}", head).title == "How it works"


def test_a_first_heading_that_links_to_the_root_is_the_sites_name() -> None:
    head = "<title>Small Harbour News » Blog Archive » Harbour bridge closes for a month</title>"
    site = "<h1><a href='https://www.daily-lantern.example'>Small Harbour News</a></h1>"
    post = f"<h2><a rel=bookmark href=/x>Harbour bridge closes for a month</a></h2>{PROSE}"
    assert article(f"{site}<div>{post}</div>", head).title == "Harbour bridge closes for a month"


def test_where_only_the_site_is_stated_a_heading_that_the_address_repeats_is_the_headline() -> None:
    head = "<title>Daily Lantern</title><meta property=og:site_name content='Daily Lantern'>"
    page = f"<header><h1><a href=/><img src=l.png></a></h1></header><main><div><h2>{HEADLINE}</h2></div>{PROSE}</main>"
    url = "https://www.daily-lantern.example/harbour-bridge-closes-for-a-month/"
    assert article(page, head, url=url).title == HEADLINE


def test_a_kicker_in_the_heading_that_the_title_repeats_is_no_part_of_what_metadata_calls_the_headline() -> None:
    head = f"<title>Transport: {HEADLINE} - Daily Lantern</title><meta property=og:title content='{HEADLINE}'>"
    assert article(f"<h2><strong>Transport</strong> {HEADLINE}</h2>{PROSE}", head).title == HEADLINE
