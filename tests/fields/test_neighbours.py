"""The articles before and after: one fact a test, on small pages made for it."""

import pytest

from newsextract.records import RelatedPost
from tests.fields.test_related import CARD, PROSE, TITLES, URL, posts, slug, titles_of


def neighbours(*parts: str, url: str = URL) -> list[tuple[str, str]]:
    return [(p.relation, p.title) for p in posts(PROSE * 3, *parts, url=url)]


def test_a_label_set_bold_before_a_link_says_which_neighbour_it_is() -> None:
    older = f"<b>Previous:</b> <a href={slug(TITLES[1])}>{TITLES[1]}</a><br>"
    links = f"<p role=navigation><b>Next:</b> <a href={slug(TITLES[0])}>{TITLES[0]}</a><br> {older}</p>"
    assert neighbours(links) == [("next", TITLES[0]), ("previous", TITLES[1])]


@pytest.mark.parametrize("address", ["/?p={}", "/article.php?id={}", "/news.php?lang=de&id={}"])
def test_neighbours_that_a_number_in_the_query_names(address: str) -> None:
    older, newer = address.format(3282), address.format(3293)
    links = f"<div class=nav-previous><a href='{older}' rel=prev>« {TITLES[0]}</a></div>"
    links += f"<div class=nav-next><a href='{newer}' rel=next>{TITLES[1]} »</a></div>"
    own = "https://fjordbladet.example" + address.format(3289)
    assert neighbours(f"<nav>{links}</nav>", url=own) == [("previous", TITLES[0]), ("next", TITLES[1])]


def test_the_next_page_by_its_number_is_no_neighbour() -> None:
    link = f"<a href='?id=17&page=2' rel=next>{TITLES[0]}</a>"
    assert neighbours(link, url="https://fjordbladet.example/article.php?id=17") == []


def test_the_link_in_the_head_says_what_a_neighbour_is_called() -> None:
    head = f"<link rel=prev title='{TITLES[0]}' href={slug(TITLES[0])}>"
    assert neighbours(head, f"<nav><a rel=prev href={slug(TITLES[0])}>← Previous story</a></nav>") == [
        ("previous", TITLES[0])
    ]


def test_a_neighbour_that_is_called_next_post_alone_has_an_address_and_no_title() -> None:
    found = posts(PROSE * 3, f"<nav><a rel=next href={slug(TITLES[0])}>Next post</a></nav>")
    assert [(p.title, p.url) for p in found] == [("", f"https://fjordbladet.example{slug(TITLES[0])}")]


def test_a_feed_says_not_what_a_neighbour_is_called() -> None:
    head = f"<link rel=alternate type=application/rss+xml title='Comments on it' href={slug(TITLES[0])}>"
    assert neighbours(head, f"<a rel=prev href={slug(TITLES[0])}>Previous page</a>") == [("previous", "")]


def test_an_arrow_beside_a_label_is_no_title() -> None:
    assert neighbours(f"<nav><a rel=next href={slug(TITLES[0])}>Next story →</a></nav>") == [("next", "")]


@pytest.mark.parametrize(("text", "kept"), [("Back to the list", 0), ("Back to the sea after thirty years", 1)])
def test_a_way_back_to_the_list_is_no_neighbour(text: str, kept: int) -> None:
    target = slug(TITLES[0]) if kept else "/2025/"
    assert len(neighbours(f"<nav><a rel=prev href={target}>{text}</a></nav>")) == kept


def test_cards_beside_a_neighbour_in_the_query_stay_cards() -> None:
    cards = "".join(CARD.format(u=f"/?p={3100 + n}", t=t) for n, t in enumerate(TITLES))
    found: tuple[RelatedPost, ...] = posts(
        PROSE * 3, f"<h2>Related posts</h2><div>{cards}</div>", url="https://fjordbladet.example/?p=3289"
    )
    assert titles_of(found) == TITLES


@pytest.mark.parametrize("label", ["Nachfolgender Beitrag", "Next topic", "Vorheriger Post"])
def test_a_label_without_a_title_is_replaced_by_that_of_another_link(label: str) -> None:
    link = f"<a rel=next href={slug(TITLES[0])}>{label}</a><aside><a href={slug(TITLES[0])}>{TITLES[0]}</a></aside>"
    assert neighbours(link)[0] == ("next", TITLES[0])


def test_a_link_that_says_no_more_than_back_is_a_neighbour_only_where_its_address_is_an_articles() -> None:
    assert neighbours("<p><a href='/default.php?id=11'>zurück</a></p>") == []


def test_what_a_link_says_of_the_direction_beats_its_class() -> None:
    link = f'<div><a class="next-post" href="{slug(TITLES[0])}">Older <span>post</span> →</a></div>'
    assert neighbours(link) == [("previous", "")]


def test_a_link_among_the_numbers_of_pages_is_no_neighbour() -> None:
    pages = "".join(f'<a href="/harbour-threads/widening-the-quay-{n}.html">{n}</a>' for n in (1, 2, 3))
    back = f'<a rel=prev href="/harbour-threads/widening-the-quay-32.html" title="{TITLES[0]}"><img src=/p.png></a>'
    assert neighbours(f"<div class=pagination>{back}{pages}</div>") == []


def test_a_bare_direction_that_contradicts_the_relation_is_no_neighbour() -> None:
    assert neighbours(f'<div><a rel=next href="{slug(TITLES[0])}">ZURÜCK</a></div>') == []


def test_a_label_in_an_element_over_a_title_that_is_a_link_says_which_neighbour_it_is() -> None:
    form = "<div class=col><span>{label}</span><h6><a href={u}>{t}</a></h6></div>"
    older = form.format(label="Previous Article", u=slug(TITLES[0]), t=TITLES[0])
    newer = form.format(label="Next Article", u=slug(TITLES[1]), t=TITLES[1])
    assert neighbours(f"<div class=row>{older}{newer}</div>") == [("previous", TITLES[0]), ("next", TITLES[1])]


def test_a_link_up_to_the_list_is_no_neighbour() -> None:
    assert neighbours(f"<a rel='up prev' href={slug(TITLES[0])}>{TITLES[0]}</a>") == []


def test_the_label_of_a_neighbour_is_no_section() -> None:
    form = "<div class=nav-{k}><a rel={k} href={u}><span class=category>{label}</span><b>{t}</b></a></div>"
    older = form.format(k="prev", label="Previous Post", u=slug(TITLES[0]), t=TITLES[0])
    found = posts(PROSE * 3, older, "</article><aside><h3>Latest posts</h3>", older, "</aside>")
    assert [p.category for p in found] == [None]


def test_a_neighbour_that_words_name_may_have_a_short_address_in_the_folder_of_the_page() -> None:
    link = f"<p><b>Previous article: </b><a href=/blog/ferries>{TITLES[0]}</a></p>"
    url = "https://fjordbladet.example/blog/harbour-board-votes"
    assert neighbours(link, url=url) == [("previous", TITLES[0])]


def test_a_neighbour_has_no_title_from_a_link_that_says_what_to_do() -> None:
    call = f"<ul><li><a href={slug(TITLES[0])}>Read the review</a></ul>"
    assert neighbours(f"{call}<nav><a rel=prev href={slug(TITLES[0])}>Previous article</a></nav>") == [
        ("previous", "")
    ]


def test_what_says_what_to_do_is_not_the_title_of_a_neighbour_with_a_short_name() -> None:
    said = "<div>View next unread</div><div>Bohemian ferrymen</div>"
    assert neighbours(f"<nav><a rel=next href={slug('Bohemian ferrymen')}>{said}</a></nav>") == [
        ("next", "Bohemian ferrymen")
    ]
