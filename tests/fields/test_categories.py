"""What files an article, as against menus, ways back, accounts and sentences."""

from tests.fields.pages import PROSE, article

TITLE = "Harbour bridge closes for a month"
HEAD = f"<h1>{TITLE}</h1>"
APART = "<hr>" * 8
"""What keeps links from standing right above the headline."""


def names(body: str, head: str = "") -> list[str]:
    return [c.text for c in article(body, head).categories]


def stated(*sections: str) -> str:
    return "".join(f'<meta property="article:section" content="{s}">' for s in sections)


def test_links_that_are_marked_as_categories_side_by_side_all_file_the_article() -> None:
    links = "<a class=category href=/x/news>News</a> <a class=category href=/x/ports>Ports</a>"
    assert names(f"<div>{links}</div>{HEAD}{PROSE}") == ["News", "Ports"]


def test_a_block_with_a_link_home_is_a_menu_whatever_its_name() -> None:
    links = "<a href=/start>Home</a> <a href=/ports>Ports</a> <a href=/roads>Roads</a>"
    assert names(f"<div class=categories>{links}</div>{APART}{HEAD}{PROSE}") == []


def test_the_wrapper_of_a_section_of_the_page_is_no_section_of_the_site() -> None:
    assert names(f"<div class=section-wrapper><a href=/offers/winter>Winter offers</a></div>{APART}{HEAD}{PROSE}") == []


def test_a_trail_that_holds_links_to_share_files_by_its_steps_alone() -> None:
    steps = "<a href=/>Home</a> <a href=/ports>Ports</a> <a href=https://social.example/share?u=x>Share</a>"
    assert names(f"<div class=breadcrumbs>{steps}</div>{APART}{HEAD}{PROSE}") == ["Ports"]


def test_the_sites_name_at_the_beginning_of_a_trail_files_nothing() -> None:
    steps = "<a href=/start.html>daily-lantern.example</a> <a href=/ports>Ports</a>"
    assert names(f"<div class=breadcrumbs>{steps}</div>{APART}{HEAD}{PROSE}") == ["Ports"]


def test_folders_beside_each_other_that_are_called_a_trail_file_nothing() -> None:
    links = "".join(f"<li><a href=/x/{name}>{name}</a></li>" for name in ("Ports", "Roads", "Rails", "Canals", "Air"))
    assert names(f"<ol class=breadcrumb>{links}</ol>{APART}{HEAD}{PROSE}") == []


def test_the_sites_name_is_no_stated_section() -> None:
    site = '<meta property="og:site_name" content="Daily Lantern">'
    section = '<meta name="parsely-section" content="Ports">'
    assert names(HEAD + PROSE, site + stated("Daily Lantern") + section) == ["Ports"]


def test_sentences_are_no_stated_sections() -> None:
    told = "The bridge closes, traffic will be led around it, the port pays for the work of the coming four weeks."
    assert names(HEAD + PROSE, stated(told)) == []


def test_a_link_to_all_articles_above_the_headline_files_nothing() -> None:
    assert names(f"<div><a href=/insights>All Insights</a></div>{HEAD}{PROSE}") == []


def test_a_line_of_categories_above_one_of_tags_is_read_where_the_article_is_called_a_card() -> None:
    filed = "".join(f'<a href="/category/{n.lower()}" rel=tag>{n}</a>, ' for n in ("Ports", "Roads", "Coast", "Winter"))
    tagged = "".join(f'<a href="/tag/{n.lower()}" rel=tag>{n}</a>, ' for n in ("Bridge", "Storm", "Ferry", "Toll"))
    foot = f"<div><span>Categories:</span> <span>{filed}</span><br><span>Tags:</span> <span>{tagged}</span></div>"
    body = f"<article class='entry card'>{HEAD}{PROSE * 3}<footer>{foot}</footer></article>"
    assert names(body) == ["Ports", "Roads", "Coast", "Winter"]


def test_what_opens_the_article_files_it_where_a_header_of_its_own_holds_the_headline() -> None:
    info = "<div class=info><a href=/2025/05/>May 26</a> <a href=/category/ports rel=tag>Ports</a></div>"
    links = "".join(f"<p>More on <a href=/x/{n}>case {n}</a> of the bridge.</p>" for n in range(9))
    body = f"<div class=top>{HEAD}</div><main><article><div>{info}{PROSE}{links}</div></article></main>"
    assert names(body) == ["Ports"]


def test_a_block_of_the_page_that_is_called_a_topic_is_no_section() -> None:
    banners = "<div><div><div></div></div></div>" * 15
    block = f"<section id=news-topic>{banners}<div><a href=/ads>Advertise with us</a></div></section>"
    assert names(f"<main>{HEAD}{PROSE}{block}</main>") == []


def test_links_to_authors_and_to_places_of_a_page_file_nothing() -> None:
    for link in ("<a href=/author/ann>Ann Lee</a>", "<a href=/guides#main>Skip to content</a>"):
        assert names(f"<div>{link}</div>{HEAD}{PROSE}") == []


def test_links_to_other_sites_are_no_sections_of_this_one() -> None:
    links = "<a href=https://tunes.example/feed/lantern>Tunes</a> <a href=/x/ports>Ports</a>"
    assert names(f"<div class=categories>{links}</div>{HEAD}{PROSE}") == ["Ports"]


def test_words_beside_the_date_are_no_section() -> None:
    assert names(f"<div class=entry-eyebrow>Updated</div>{HEAD}{PROSE}") == []


def test_links_of_a_section_of_a_forum_are_no_sections() -> None:
    links = "<a href=/whats-new/posts/>New posts</a> <a href=/find/?type=post>Search forums</a>"
    assert names(f"<div class=p-sectionLinks>{links}</div>{APART}{HEAD}{PROSE}") == []


def test_a_way_back_may_begin_with_an_arrow() -> None:
    assert names(f"<div><a href=/posts>⬅️ Back to all posts</a></div>{HEAD}{PROSE}") == []


def test_the_root_of_a_language_at_the_beginning_of_a_trail_files_nothing() -> None:
    for first in ("<a href=/en/>English</a>", "<a href=/start.html>Lantern home</a>"):
        trail = f"<div class=breadcrumbs>{first} <a href=/en/ports>Ports</a></div>"
        assert names(f"{trail}{APART}{HEAD}{PROSE}") == ["Ports"]


def test_dashes_around_a_section_are_no_part_of_it() -> None:
    assert names(f"<div class=category>‐ Ports ‐</div>{HEAD}{PROSE}") == ["Ports"]


def test_a_link_to_register_above_the_headline_is_no_section() -> None:
    assert names(f"<div><a href=/login>Login</a> <a href=/anmelden>» Registrierung</a></div>{HEAD}{PROSE}") == []


def test_the_last_step_of_a_trail_that_the_metadata_names_is_the_section() -> None:
    trail = "<nav class=breadcrumbs><a href=/>Home</a> <a href=/news>News</a> <a href=/harbour-news>Harbour</a></nav>"
    assert names(f"{trail}{HEAD}{PROSE}", stated("Harbour")) == ["Harbour"]


def test_the_steps_of_a_trail_that_the_metadata_names_are_the_sections() -> None:
    trail = "<nav class=breadcrumbs><a href=/news>News</a> <a href=/local>Local</a> <a href=/harbour>Harbour</a></nav>"
    assert names(f"{trail}{HEAD}{PROSE}", stated("News", "Harbour")) == ["News", "Harbour"]


def test_steps_of_a_trail_take_nothing_from_the_sections_that_are_printed() -> None:
    trail = "<nav class=breadcrumbs><a href=/news>News</a> <a href=/harbour>Harbour</a></nav>"
    links = "<div class=categories><a href=/category/h>Harbour</a> <a href=/category/p>Ports</a></div>"
    assert names(f"{trail}{links}{HEAD}{PROSE}", stated("Harbour")) == ["Harbour", "Ports"]


def test_a_link_alone_in_a_menu_of_its_own_right_above_the_headline_files_the_article() -> None:
    chip = "<div><nav class=sc-fWDU><a href=/transport>Coast</a></nav></div>"
    assert names(f"<div>{chip}{HEAD}</div>{PROSE}", stated("News")) == ["Coast"]


def test_strokes_part_what_is_filed_without_links() -> None:
    row = "<table><tr><td class=categories>Coast | Ports | Video</table>"
    assert names(f"{row}{HEAD}{PROSE}") == ["Coast", "Ports", "Video"]


def test_links_of_one_folder_in_the_items_of_a_list_above_the_headline_all_file_the_article() -> None:
    form = "<div role=listitem><a href=/blog-shelves/{0}><div>{0}</div></a></div>"
    items = form.format("Coast") + form.format("Ports")
    assert names(f"<div><div role=list>{items}</div></div>{HEAD}{PROSE}") == ["Coast", "Ports"]


def test_a_link_that_opens_a_line_of_the_headline_is_no_section() -> None:
    line = "<h2><a href=/special-ferries>Special: ferries</a> – all of the winter's departures by day</h2>"
    assert names(f"{line}{HEAD}{PROSE}") == []


def test_the_last_step_of_a_trail_files_the_article_though_its_address_lies_elsewhere() -> None:
    steps = "<li><a href=/>Home</a><li><a href=/categories/harbour>Harbour</a><li><a href=/boards/b.15>Bridges</a>"
    assert names(f"<ul class=breadcrumbs>{steps}</ul>{HEAD}{PROSE}") == ["Harbour", "Bridges"]


def test_a_line_that_tells_how_an_article_was_filed_counts_without_an_article_element() -> None:
    links = ", ".join(f"<a rel='category tag' href=/k/{n}>{n}</a>" for n in ("Coast", "Ports"))
    line = f"<p class=postmetadata>This was published on Friday and filed under {links}. You can follow "
    line += "the answers to it by the feed, and leave one of your own or a link back from your site.</p>"
    assert names(f"<div>{HEAD}{PROSE}{line}</div>", stated("Coast")) == ["Coast", "Ports"]
