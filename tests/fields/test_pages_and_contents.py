"""Pagination and table of contents: one fact a test."""

from newsextract import extract
from newsextract.records import Link, Pagination

URL = "https://fjordbladet.example/guides/the-quays-of-the-coast/"
SENTENCE = "The harbour board voted on Friday to widen the northern quay by forty metres before winter. "
PROSE = f"<p>{SENTENCE * 4}</p>"


def pagination(links: str, url: str = URL) -> Pagination | None:
    html = f"<body><article><h1>The quays of the coast</h1>{PROSE * 3}<div class=page-links>{links}</div></article>"
    return extract(html, url=url).pagination


def contents(body: str) -> tuple[Link, ...]:
    return extract(f"<body><article><h1>The quays of the coast</h1>{body}</article>", url=URL).contents


def test_numbered_pages_of_an_article() -> None:
    links = f'<span>1</span> <a href="{URL}2/">2</a> <a href="{URL}3/">3</a>'
    assert pagination(links) == Pagination(current=1, total=3, urls=(URL + "2/", URL + "3/"))


def test_pages_by_a_parameter() -> None:
    found = pagination('<a href="?page=2">2</a> <a href="?page=3">3</a>')
    assert found == Pagination(current=1, total=3, urls=(URL + "?page=2", URL + "?page=3"))


def test_the_current_page_is_read_off_the_address() -> None:
    found = pagination(f'<a href="{URL}">1</a> <b>2</b> <a href="{URL}3/" rel=next>3</a>', url=f"{URL}2/")
    assert found is not None
    assert (found.current, found.total) == (2, 3)


def test_an_article_on_one_page_has_none() -> None:
    assert pagination('<a href="/guides/">Guides</a> <a href="/2024/">2024</a>') is None


def test_a_number_that_names_the_article_is_none_of_a_page() -> None:
    links = " ".join(f"<a href='/?p={n}'>No. {n}</a>" for n in (1, 2, 25, 80))
    assert pagination(links, url="https://fjordbladet.example/?p=3289") is None


def test_pages_of_an_article_that_a_number_names() -> None:
    found = pagination("<a href='?p=3289&page=2'>2</a>", url="https://fjordbladet.example/?p=3289")
    assert found is not None
    assert (found.current, found.total) == (1, 2)


def test_contents_lead_to_the_headings_they_name() -> None:
    found = contents(
        "<ul><li><a href=#north>1. The north</a></li><li><a href=#south>2. The south</a></li></ul>"
        f"<h2 id=north>The north</h2>{PROSE}<h2><span id=south></span>The south</h2>{PROSE}"
    )
    assert found == (Link(text="1. The north", url=URL + "#north"), Link(text="2. The south", url=URL + "#south"))


def test_links_to_footnotes_are_no_contents() -> None:
    notes = "<p id=fn1>One</p><p id=fn2>Two</p>"
    assert contents(f"<p>{SENTENCE}<a href=#fn1>1</a> {SENTENCE}<a href=#fn2>2</a></p>{PROSE}{notes}") == ()


def test_skip_links_are_no_contents() -> None:
    skip = "<a href=#main>Skip to content</a><a href=#foot>Skip to footer</a>"
    assert contents(f"{skip}<div id=main>{PROSE * 3}</div><div id=foot><h2>About</h2></div>") == ()


def test_entries_of_contents_may_be_of_several_elements() -> None:
    names = ("Ferries", "Fares")
    form = "<div><a href=#p{0}><i></i><i></i><h3><b>{1}</b></h3><i></i><i></i></a></div>"
    entries = "".join(form.format(n, name) for n, name in enumerate(names))
    text = "".join(f"<h2 id=p{n}>{name}</h2>{PROSE}" for n, name in enumerate(names))
    assert [link.text for link in contents(entries + text)] == [*names]


def test_contents_in_a_column_behind_the_text_lead_back() -> None:
    text = f"<h2 id=north>The north</h2>{PROSE}<h2 id=south>The south</h2>{PROSE}"
    column = "<aside><ul><li><a href=#north>The north</a></li><li><a href=#south>The south</a></li></ul></aside>"
    assert [link.text for link in contents(text + column)] == ["The north", "The south"]


def test_links_of_headings_to_themselves_are_no_contents() -> None:
    assert contents(f"{PROSE}<h2 id=a><a href=#a>The north</a></h2><h2 id=b><a href=#b>The south</a></h2>{PROSE}") == ()


def test_contents_name_headings_that_scripts_give_their_anchors() -> None:
    links = "<ul><li><a href='#The old quay'>The old quay</a><li><a href='#The new quay'>The new quay</a></ul>"
    found = contents(f"{links}<h2>The old quay</h2>{PROSE}<h2>The new quay</h2>{PROSE}")
    assert [link.text for link in found] == ["The old quay", "The new quay"]


def test_anchors_may_be_quoted() -> None:
    links = "<ul><li><a href='#%C3%A5r'>The year</a><li><a href='#d%C3%B8gn'>The day</a></ul>"
    found = contents(f"{links}<h2 id=år>The year</h2>{PROSE}<h2 id=døgn>The day</h2>{PROSE}")
    assert [link.text for link in found] == ["The year", "The day"]


def test_links_to_skip_are_no_contents() -> None:
    skip = "<div class=mw-jump>Jump to: <a href=#mw-navigation>navigation</a>, <a href=#p-search>search</a></div>"
    menu = "<div id=mw-navigation><h2>Navigation</h2><div id=p-search><h3>Search</h3></div></div>"
    assert contents(skip + PROSE * 3 + menu) == ()


def test_entries_that_scripts_link_are_contents_below_their_title() -> None:
    listed = "<h3>Table of contents</h3><ul><li><span>1</span> The north</li><li><span>2</span> The south</li></ul>"
    text = f"<h2 id=north>The north</h2>{PROSE}<section id=tab2><h2>The south</h2>{PROSE}</section>"
    found = contents(listed + text)
    assert found == (Link(text="The north", url=URL + "#north"), Link(text="The south", url=URL + "#tab2"))


def test_a_list_that_no_title_calls_contents_is_none() -> None:
    listed = "<h3>In short</h3><ul><li>The north</li><li>The south</li></ul>"
    assert contents(f"{listed}<h2 id=north>The north</h2>{PROSE}<h2>The south</h2>{PROSE}") == ()


def test_an_entry_that_is_cut_says_what_its_heading_says() -> None:
    links = "<ul><li><a href=#a>The north</a></li><li><a href=#b>The south quay is wid...</a></li></ul>"
    found = contents(f"{links}<h2 id=a>The north</h2>{PROSE}<h2 id=b>The south quay is widened</h2>{PROSE}")
    assert [link.text for link in found] == ["The north", "The south quay is widened"]


def test_contents_may_stand_in_lists_of_menus_in_one_another() -> None:
    names = ("Quays", "The old quay", "The new quay")
    inner = "<nav><ul><li><a href=#p2>{2}</a></li></ul></nav>"
    middle = f"<nav><ul><li><a href=#p1><b><i>The old <abbr>quay</abbr></i></b></a>{inner}</li></ul></nav>"
    outer = "<ul><li><a href=#p0><b><i><u>{0}</u></i></b></a>" + middle + "</li></ul>"
    text = "".join(f"<h2 id=p{n}>{name}</h2>{PROSE}" for n, name in enumerate(names))
    assert [link.text for link in contents(outer.format(*names) + text)] == [*names]


def test_pages_of_a_list_beside_the_article_are_none_of_it() -> None:
    assert pagination('<a href="?page=0%2C1" rel=next>Next</a>') is None


def test_contents_end_where_headings_begin_that_link_to_themselves() -> None:
    links = "<ul><li><a href=#a>The north</a></li><li><a href=#b>The south</a></li></ul>"
    heading = "<h2 id={0}><a href=#{0}>{1}</a></h2>"
    text = f"{heading.format('a', 'The north')}{heading.format('b', 'The south')}{PROSE}"
    assert [link.text for link in contents(links + text)] == ["The north", "The south"]


def test_pages_of_comments_are_none_of_the_article() -> None:
    pages = "".join(f"<a href='?page={n}#comments'>{n}</a> " for n in (2, 3, 35))
    found = pagination(f'<a href="{URL}2/">2</a><nav>{pages}</nav>')
    assert found == Pagination(current=1, total=2, urls=(URL + "2/",))


def test_pages_of_a_list_of_articles_below_the_article_are_none_of_it() -> None:
    titles = ("Ferry company orders two electric vessels", "Storm closes the coastal road for a week")
    cards = "".join(f"<div><a href=/2025/{t.replace(' ', '-')}><h3>{t}</h3><img src=/a.jpg></a></div>" for t in titles)
    pages = "<nav><ul><li><a href='?p=2'>2</a><li><a href='?p=83'>83</a></ul></nav>"
    assert pagination(f"<section><h2>More articles</h2><div>{cards}</div>{pages}</section>") is None


def test_a_number_that_is_the_whole_address_of_an_article_is_none_of_a_page() -> None:
    links = "<a rel='home' href=/>Home</a><a rel=next href=/>»</a>"
    assert pagination(links, url="https://fjordbladet.example/822") is None
