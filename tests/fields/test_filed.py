"""Breadcrumbs and categories."""

import pytest

from tests.fields.pages import PROSE, URL, article

HEAD = "<h1>Harbour bridge closes for a month</h1>"
LIST = """<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": [
 {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://www.daily-lantern.example/"},
 {"@type": "ListItem", "position": 2, "name": "Transport", "item": "https://www.daily-lantern.example/transport"},
 {"@type": "ListItem", "position": 3, "name": "Harbour bridge closes for a month"}]}</script>"""


def test_a_printed_trail_that_the_metadata_repeats_is_read_as_printed() -> None:
    body = "<div><a href=/>Start</a> &gt; <a href=/transport>Transport</a> &gt; <a href=/transport/sea>At sea</a></div>"
    trail = article(body + HEAD + PROSE, LIST.replace("Home", "Start")).breadcrumbs
    assert [s.text for s in trail] == ["Start", "Transport", "At sea"]


def test_a_stated_trail_stands_in_for_a_printed_one_without_the_article() -> None:
    trail = article(HEAD + PROSE, LIST).breadcrumbs
    assert [(s.text, s.url) for s in trail] == [
        ("Home", "https://www.daily-lantern.example/"),
        ("Transport", "https://www.daily-lantern.example/transport"),
    ]


def test_a_link_marked_as_category_near_the_headline_is_one() -> None:
    categories = article(f"<div><a rel='category tag' href=/x/sea>At sea</a></div>{HEAD}{PROSE}").categories
    assert [c.text for c in categories] == ["At sea"]


def test_a_link_up_the_pages_own_path_near_the_headline_is_a_category() -> None:
    categories = article(f"<div><a href=/transport>Transport</a></div>{HEAD}{PROSE}").categories
    assert [(c.text, c.url) for c in categories] == [("Transport", "https://www.daily-lantern.example/transport")]


def test_the_menu_files_nothing() -> None:
    menu = "<nav><a href=/transport>Transport</a><a href=/sport>Sport</a></nav>"
    assert article(menu + HEAD + PROSE).categories == ()


def test_metadata_names_the_category_where_none_is_printed() -> None:
    categories = article(HEAD + PROSE, '<meta property="article:section" content="Transport">').categories
    assert [(c.text, c.url) for c in categories] == [("Transport", None)]


def test_links_that_marks_part_are_a_trail_without_a_class() -> None:
    trail = "<p><a href=/>Home</a> &gt; <a href=/transport/>Transport</a> &gt; Story</p>"
    record = article(f"{trail}<h1>Harbour bridge closes for a month</h1>{PROSE}")
    assert [c.text for c in record.breadcrumbs] == ["Home", "Transport"]


def test_a_trail_files_the_article_where_nothing_else_does() -> None:
    trail = "<nav class=breadcrumb><a href=/>Home</a> <a href=/ports>Ports</a></nav>"
    record = article(f"{trail}<h1>Harbour bridge closes for a month</h1>{PROSE}")
    assert [c.text for c in record.categories] == ["Ports"]


def test_the_link_right_above_the_headline_files_the_article() -> None:
    record = article(f"<div><a href=/weather>Weather</a></div><h1>Harbour bridge closes</h1>{PROSE}")
    assert [(c.text, c.url) for c in record.categories] == [("Weather", "https://www.daily-lantern.example/weather")]


def test_a_section_that_metadata_names_has_the_address_of_the_menu() -> None:
    head = '<meta property="article:section" content="Weather">'
    menu = "<nav><ul><li><a href=/weather>Weather</a></li></ul></nav>"
    (category,) = article(f"{menu}<h1>Harbour bridge closes</h1>{PROSE}", head).categories
    assert category.url == "https://www.daily-lantern.example/weather"


def test_a_trail_that_ends_at_the_home_page_is_none() -> None:
    assert article(f"<nav class=breadcrumb><a href=/>Home</a></nav>{HEAD}{PROSE}").breadcrumbs == ()


@pytest.mark.parametrize(
    "steps",
    [
        {"Ports": "/ports", "Weather": "/weather", "Culture": "/culture", "Sport": "/sport", "Letters": "/letters"},
        {"1": "/ports", "2": "/ports-2", "3": "/ports-3"},
    ],
)
def test_a_row_of_folders_or_of_page_numbers_is_no_trail(steps: dict[str, str]) -> None:
    row = "".join(f"<li><a href={where}>{name}</a></li>" for name, where in steps.items())
    assert article(f"<ul class=breadcrumb>{row}</ul>{HEAD}{PROSE}").breadcrumbs == ()


def test_the_trail_of_a_section_ends_in_the_section() -> None:
    trail = "<nav class=breadcrumb><ol><li><a href=/>Home</a></li><li>Transport</li></ol></nav>"
    record = article(f"{trail}<h1>Transport</h1>{PROSE}", url="https://www.daily-lantern.example/transport/")
    assert [c.text for c in record.breadcrumbs] == ["Home", "Transport"]


def test_the_trail_of_an_article_ends_before_it() -> None:
    trail = "<nav class=breadcrumb><a href=/>Home</a> <span>Harbour bridge closes for a month</span></nav>"
    assert "Harbour bridge closes for a month" not in [c.text for c in article(trail + HEAD + PROSE).breadcrumbs]


def test_a_trail_whose_steps_alone_are_marked_is_read_whole() -> None:
    one, two = (f"<div class=bx-breadcrumb-item>{a}</div>" for a in ("<a href=/>Home</a>", "<a href=/sea>Sea</a>"))
    trail = article(f"<div class=bx-breadcrumb>{one}{two}</div>{HEAD}{PROSE}").breadcrumbs
    assert [s.text for s in trail] == ["Home", "Sea"]


def test_a_way_back_to_the_list_is_no_category() -> None:
    assert article(f"{HEAD}{PROSE}<p><a href=/transport>Back to list</a></p>").categories == ()


def test_marks_in_elements_of_their_own_part_a_trail_too() -> None:
    trail = "<nav class=x1><a href=/>Home</a><span>/</span><a href=/transport>Transport</a></nav>"
    assert [s.text for s in article(trail + HEAD + PROSE).breadcrumbs] == ["Home", "Transport"]


def test_a_trail_without_links_is_parted_by_its_marks() -> None:
    trail = "<div class=breadcrumbs><span>Lantern</span><span>&gt;</span><span>Transport</span><span>&gt;</span></div>"
    assert [s.text for s in article(trail + HEAD + PROSE).breadcrumbs] == ["Lantern", "Transport"]


def test_what_explains_a_step_is_no_step() -> None:
    note = "<a href='#'>Opinion <span>This piece gives the view of its writer and of nobody else at this newspaper, "
    trail = f"<nav class=breadcrumbs><a href=/>Home</a> <a href=/opinion>Opinion</a> {note}it says</span></a></nav>"
    assert [s.text for s in article(trail + HEAD + PROSE).breadcrumbs] == ["Home", "Opinion"]


def test_arrows_to_the_neighbours_are_no_trail() -> None:
    arrows = "<div class=breadcrumb-nav><a href=/shop/one>Previous</a> | <a href=/shop/two>Next</a></div>"
    assert article(arrows + HEAD + PROSE).breadcrumbs == ()


def test_a_way_back_is_no_step_of_a_trail() -> None:
    trail = "<div class=breadcrumbs><a href=/>Home</a> <a href=/sea>Sea</a> <a href=/blog>&lt; Back to blog</a></div>"
    assert [s.text for s in article(trail + HEAD + PROSE).breadcrumbs] == ["Home", "Sea"]


def test_a_trail_of_an_article_with_a_kicker_ends_before_it() -> None:
    trail = "<nav class=breadcrumb><a href=/>Home</a> <a href=/sea>Sea</a> <span>Bridge closes for a month</span></nav>"
    record = article(f"{trail}<h1><span>Harbour</span> Bridge closes for a month</h1>{PROSE}")
    assert [s.text for s in record.breadcrumbs] == ["Home", "Sea"]


def test_a_label_files_the_article_at_its_foot() -> None:
    foot = "<div><div>Article Categories:</div><div><a href=/about/ferries>Ferries and fares</a></div></div>"
    assert [c.text for c in article(f"{HEAD}{PROSE}{foot}").categories] == ["Ferries and fares"]


def test_a_heading_of_the_text_is_no_category() -> None:
    assert article(f"{HEAD}<section><h2 class=section-title>In short</h2>{PROSE}</section>").categories == ()


def test_the_home_page_is_no_category() -> None:
    line = "<div class=categories><a href=/>lantern.example</a> › <a href=/sea>Sea</a></div>"
    assert [c.text for c in article(line + HEAD + PROSE).categories] == ["Sea"]


def test_a_link_marked_as_category_files_the_article_from_its_foot() -> None:
    foot = f"{'<p><i></i></p>' * 70}<h6>In the drawer of</h6><p><a rel='category tag' href=/x/sea>At sea</a></p>"
    assert [c.text for c in article(f"<article>{HEAD}{PROSE}{foot}</article>").categories] == ["At sea"]


def test_a_section_stated_in_small_letters_has_the_capitals_of_the_menu() -> None:
    head = '<meta property="article:section" content="weather">'
    menu = "<nav><ul><li><a href=/weather>Weather</a></li></ul></nav>"
    assert [c.text for c in article(menu + HEAD + PROSE, head).categories] == ["Weather"]


def test_a_date_beside_a_trail_is_no_step() -> None:
    trail = "<div class=breadcrumbs><a href=/sea>Sea</a> · Posted on May 6, 2025</div>"
    assert [s.text for s in article(trail + HEAD + PROSE).breadcrumbs] == ["Sea"]


def test_a_link_to_a_section_in_running_text_files_nothing() -> None:
    text = f"<p>Boats of the <a rel=category href=/department/sea>sea department</a> wait.{PROSE[3:]}"
    assert article(HEAD + text + PROSE).categories == ()


def test_a_category_in_what_is_named_a_header_beside_the_headline_is_one() -> None:
    meta = "<div class='post-meta header'><p>2 June</p><div class=post-categories><a href=/news/>News</a></div></div>"
    assert [c.text for c in article(f"<article><header>{HEAD}{meta}</header>{PROSE}</article>").categories] == ["News"]


def test_what_holds_the_headline_is_no_category_whatever_its_class_is() -> None:
    part = f"<section class=category>{HEAD}<a href=/login>Report this</a><a href=/in/kari>Kari Holm</a></section>"
    assert article(f"<article>{part}{PROSE}</article>").categories == ()


def test_a_way_home_that_leads_into_a_folder_is_no_category() -> None:
    trail = "<nav class=breadcrumb><a href=/en/start/>Home</a> <a href=/ports>Ports</a></nav>"
    assert [c.text for c in article(trail + HEAD + PROSE).categories] == ["Ports"]


def test_languages_beside_a_trail_are_no_steps() -> None:
    trail = "<div class=breadcrumbs><a href=/>Home</a> <a href=/ports>Ports</a></div>"
    languages = "<ul><li><a href=/x/en>English</a><li><a href=/x/es>Español</a></ul>"
    record = article(f"<div class=breadcrumb-row>{trail}{languages}</div>{HEAD}{PROSE}")
    assert [s.text for s in record.breadcrumbs] == ["Home", "Ports"]


def trail(printed: str) -> list[str]:
    return [step.text for step in article(printed + HEAD + PROSE).breadcrumbs]


def test_a_trail_that_holds_the_steps_of_the_first_and_more_is_the_trail() -> None:
    short, long = "<a href=/news>News</a>", "<li><a href=/>Home</a></li><li><a href=/news>News</a></li>"
    printed = f"<div class=breadcrumbs>{short}</div><ol class=breadcrumb>{long}</ol>"
    assert trail(printed) == ["Home", "News"]


def test_a_row_of_accounts_is_no_trail() -> None:
    hosts = ("faces.example", "birds.example", "tubes.example")
    items = "".join(f"<li><a href=https://{host}/lantern>{host}</a>" for host in hosts)
    assert trail(f"<nav class=breadcrumb><ul>{items}</ul></nav>") == []


def test_a_list_without_links_is_a_trail_of_its_items() -> None:
    items = "<li><strong>Recipes</strong></li><li><strong>Cakes</strong></li><li>Harbour bridge closes for a month</li>"
    assert trail(f"<ul class=list--breadcrumb>{items}</ul>") == ["Recipes", "Cakes"]


def filed(body: str, head: str = "") -> list[str]:
    return [c.text for c in article(body, head).categories]


def test_the_only_links_marked_as_categories_file_the_article_from_a_column() -> None:
    links = "<a href=/c/blog rel='category tag'>Posts</a>, <a href=/c/news rel='category tag'>News</a>"
    column = f"<section class=sidebar><aside class=categories>In: {links}</aside></section>"
    assert filed(f"<article>{HEAD}{PROSE}</article>{column}") == ["Posts", "News"]


def test_a_link_to_a_category_files_the_article_from_its_footer() -> None:
    footer = "<footer><span class=categories>In <a href=/blog/category/harbour rel=tag>Harbour</a></span></footer>"
    assert filed(f"<article>{HEAD}{PROSE * 4}{'<div></div>' * 120}{footer}</article>") == ["Harbour"]


def test_a_link_to_a_category_in_what_a_theme_names_after_tags_files_the_article() -> None:
    terms = "<span class=post-tags><a href=/blog/category/harbour>Harbour</a></span>"
    page = article(f"<article>{terms}{HEAD}{PROSE}</article>")
    assert ([c.text for c in page.categories], page.tags) == (["Harbour"], ())


def test_words_of_the_text_that_are_named_a_category_file_nothing() -> None:
    text = f"<article>{HEAD}{PROSE}{'<div></div>' * 40}<p><span class=category>Ships</span> wait</p></article>"
    assert filed(text, "<meta property=article:section content=Harbour>") == ["Harbour"]


def test_many_categories_are_read_where_all_lead_to_one() -> None:
    links = ", ".join(f'<a href="/category/{n}" rel=tag>Category number {n}</a>' for n in range(9))
    block = f"<div class='taxonomy-category wp-block-post-terms'>{links}</div>"
    assert len(article(block + HEAD + PROSE).categories) == 9


def test_an_article_that_is_marked_as_promoted_is_filed_from_its_footer_too() -> None:
    footer = "<footer><span class=categories>In <a href=/blog/category/harbour rel=tag>Harbour</a></span></footer>"
    assert filed(f"<article class=promoted>{HEAD}{PROSE * 4}{'<div></div>' * 120}{footer}</article>") == ["Harbour"]


def test_a_marked_category_may_end_in_a_year() -> None:
    links = "<a rel='category tag' href=/c/r>Results</a>, <a rel='category tag' href=/c/r24>Results 2024</a>"
    assert [c.text for c in article(f"{HEAD}<p>{links}</p>{PROSE}").categories] == ["Results", "Results 2024"]


def test_a_link_to_a_section_of_another_site_files_nothing() -> None:
    link = "<div><a href=https://writing.example/section/2/10/>Writing: the basics</a></div>"
    assert article(HEAD + link + PROSE).categories == ()


def test_a_word_for_no_category_is_none() -> None:
    categories = article(HEAD + PROSE, '<meta property="article:section" content="Uncategorized">').categories
    assert categories == ()


def test_a_switch_to_another_language_is_no_step_of_a_trail() -> None:
    trail = "<div class=breadcrumb><a href=/>Home</a> <a href=/transport>Transport</a></div>"
    switch = "<div><a href=/es/puente hreflang=es>Español</a></div>"
    body = f"<div class=region-breadcrumb>{trail}{switch}</div>{HEAD}{PROSE}"
    assert [s.text for s in article(body).breadcrumbs] == ["Home", "Transport"]


def test_a_word_of_the_text_lends_a_category_no_address() -> None:
    text = f"<p>The <a href=/2024/storm>weather</a> held, the port authority said. {'It held all week long. ' * 12}</p>"
    categories = article(HEAD + text + PROSE, '<meta property="article:section" content="Weather">').categories
    assert [(c.text, c.url) for c in categories] == [("Weather", None)]


def test_a_menu_behind_the_sites_name_is_no_trail() -> None:
    links = "<a href=/about>About</a> <a href=/notes>Notes</a> <a href=/work>Work</a>"
    menu = f"<a href=/>Daily Lantern</a> // <div>{links}</div>"
    assert article(f"<div>{menu}</div>{HEAD}{PROSE}").breadcrumbs == ()


def test_a_trail_may_be_misspelt() -> None:
    trail = "<ul class=breadcumbs><li><a href=/>Home</a></li><li><a href=/transport>Transport</a></li></ul>"
    assert [s.text for s in article(trail + HEAD + PROSE).breadcrumbs] == ["Home", "Transport"]


def test_where_all_articles_lie_yields_to_the_trail() -> None:
    steps = "<a href=/>Home</a> / <a href=/blog>Blog</a> / <a href=/blog-category/ports>Ports</a>"
    page = article(
        f"<div class=breadcrumbs>{steps}</div>" + HEAD + PROSE,
        url="https://www.daily-lantern.example/blog/harbour-bridge-closes",
    )
    assert [c.text for c in page.categories] == ["Blog", "Ports"]


def test_the_home_page_is_no_stated_section() -> None:
    stated = '<script type="application/ld+json">{"@type": "Article", "headline": "Harbour bridge closes for a month", '
    stated += '"articleSection": ["Home", "Transport"]}</script>'
    assert [c.text for c in article(HEAD + PROSE, stated).categories] == ["Transport"]


def test_a_heading_in_the_sites_header_names_the_section_that_the_page_lies_in() -> None:
    header = "<header><h1 class=header__section-name><a href=/transport>Transport</a></h1></header>"
    told = "<article><h2>Harbour bridge closes for a month</h2>"
    page = article(header + told + PROSE, "<title>Harbour bridge closes for a month</title>")
    assert [c.text for c in page.categories] == ["Transport"]


def test_topics_behind_the_steps_of_a_trail_are_none() -> None:
    steps = (
        "<a href=/>Home</a> <a href=/transport>Transport</a> <a href=/topic/sea>Sea</a> <a href=/topic/toll>Toll</a>"
    )
    trail = article(f"<div class=breadcrumbs>{steps}</div>{HEAD}{PROSE}").breadcrumbs
    assert [s.text for s in trail] == ["Home", "Transport"]


def test_a_line_without_links_yields_to_the_stated_trail() -> None:
    trail = article(f"<div class=breadcrumb>Menu</div>{HEAD}{PROSE}", LIST).breadcrumbs
    assert [s.text for s in trail] == ["Home", "Transport"]


def test_an_empty_address_leads_to_the_base_that_the_page_names() -> None:
    steps = "<a href=''>Daily Lantern</a> <a href=transport.html>Transport</a>"
    page = article(
        f"<div class=breadcrumb>{steps}</div>{HEAD}{PROSE}", "<base href='https://www.daily-lantern.example/'>"
    )
    assert [s.url for s in page.breadcrumbs] == [
        "https://www.daily-lantern.example/",
        "https://www.daily-lantern.example/transport.html",
    ]


@pytest.mark.parametrize("name", ["breadCrumb", "bread_crumb_line", "bread_cumbs"])
def test_a_trail_may_be_written_in_two_words(name: str) -> None:
    trail = f"<div class={name}><span><a href=/>Home</a></span>/<span><a href=/transport>Transport</a></span></div>"
    assert [s.text for s in article(trail + HEAD + PROSE).breadcrumbs] == ["Home", "Transport"]


@pytest.mark.parametrize("last", ["Why the harbour bridge closes: one month", "Page ID: 3127", "(1031 Views)"])
def test_a_trail_ends_before_the_page_and_its_number(last: str) -> None:
    trail = f"<div class=breadcrumb><a href=/>Home</a> &gt; <a href=/transport>Transport</a> &gt; {last}</div>"
    assert [s.text for s in article(trail + HEAD + PROSE).breadcrumbs] == ["Home", "Transport"]


def test_a_section_without_a_link_stays_in_the_trail() -> None:
    trail = (
        "<div class=breadcrumb><a href=/>Home</a> &gt; <a href=/transport>Transport</a> &gt; Coast and ferries</div>"
    )
    steps = [s.text for s in article(trail + HEAD + PROSE).breadcrumbs]
    assert steps == ["Home", "Transport", "Coast and ferries"]


def test_a_sign_that_takes_a_step_away_is_no_step() -> None:
    trail = "<nav class=breadcrumb><a href=/>Home</a> <a href=/ports>Ports</a> <a href=/>✕</a></nav>"
    assert [c.text for c in article(f"{trail}{HEAD}{PROSE}").breadcrumbs] == ["Home", "Ports"]


def test_a_trail_of_nothing_but_the_page_itself_is_none() -> None:
    trail = f"<ul class=breadcrumb><li><a href=/></a><li><a href='{URL}'>Harbour bridge closes for a month</a></ul>"
    assert article(f"{trail}{HEAD}{PROSE}").breadcrumbs == ()


def test_a_form_to_search_beside_a_trail_is_none_of_its_steps() -> None:
    form = "<form><label>Leave this blank</label><input><button>Search</button></form>"
    trail = f"<nav class=breadcrumb><a href=/>Home</a> <a href=/ports>Ports</a> {form}</nav>"
    assert [c.text for c in article(trail + HEAD + PROSE).breadcrumbs] == ["Home", "Ports"]
