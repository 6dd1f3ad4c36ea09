"""The topics of an article."""

from tests.fields.pages import PROSE, article

HEAD = "<h1>Harbour bridge closes for a month</h1>"


def names(body: str, head: str = "") -> list[str]:
    return [t.text for t in article(HEAD + body, head).tags]


def links(*texts: str, folder: str = "tag", mark: str = "") -> str:
    return " ".join(f'<a href="/{folder}/{t.lower()}">{mark}{t}</a>' for t in texts)


def test_links_into_a_tag_folder_are_tags() -> None:
    tags = article(HEAD + PROSE + f"<p>{links('Bridges', 'Ports')}</p>").tags
    assert [(t.text, t.url) for t in tags] == [
        ("Bridges", "https://www.daily-lantern.example/tag/bridges"),
        ("Ports", "https://www.daily-lantern.example/tag/ports"),
    ]


def test_tag_folders_have_names_in_many_languages() -> None:
    assert names(PROSE + f"<ul><li>{links('Brücken', 'Häfen', folder='schlagworte')}</ul>") == ["Brücken", "Häfen"]


def test_a_hash_is_no_part_of_a_tag() -> None:
    assert names(PROSE + f"<div>{links('Bridges', 'Ports', mark='#')}</div>") == ["Bridges", "Ports"]


def test_categories_in_the_same_list_are_no_tags() -> None:
    body = f"{PROSE}<p><a rel='category tag' href=/c/local>Local</a> <a rel=tag href=/t/b>Bridges</a></p>"
    assert names(body) == ["Bridges"]


def test_a_trending_bar_above_the_page_is_refused() -> None:
    bar = f"<div><ul>{links('Elections', 'Weather', 'Football')}</ul></div>" + "<div></div>" * 40
    assert [t.text for t in article(bar + HEAD + PROSE).tags] == []


def test_a_cloud_in_the_side_column_is_refused() -> None:
    assert names(f"<article>{PROSE}</article><aside>{links('Elections', 'Weather', 'Football')}</aside>") == []


def test_the_tags_of_other_articles_cards_are_refused() -> None:
    cards = "".join(f"<div class=card-tag><a href=/tag/{n}>Topic {n}</a></div><h3>Story {n}</h3>" for n in range(4))
    assert names(PROSE + cards) == []


def test_links_in_running_text_are_no_tags() -> None:
    assert names(f"<p>The {links('bridge')} closes on Monday, the port authority said on its first visit.</p>") == []


def test_a_list_that_the_metadata_repeats_is_a_list_of_tags() -> None:
    head = '<meta name=news_keywords content="Harbour, Port authority, Winter">'
    body = PROSE + "<ul><li><a href=/a>Harbour</a><li><a href=/b>Port authority</a></ul>"
    assert names(body, head) == ["Harbour", "Port authority"]


def test_keywords_that_are_the_same_on_every_page_are_refused() -> None:
    assert names(PROSE, '<meta name=keywords content="News, Breaking, Weather, Sport, Politics, Business">') == []


def test_metadata_names_the_tags_where_none_are_printed() -> None:
    head = "".join(f'<meta property="article:tag" content="{t}">' for t in ("Bridges", "Ports"))
    tags = article(HEAD + PROSE, head).tags
    assert [(t.text, t.url) for t in tags] == [("Bridges", None), ("Ports", None)]
