"""Markdown is read back by a CommonMark parser with GitHub's tables and strikethrough, and compared with the blocks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from newsextract.records import (
    Article,
    Aside,
    Author,
    Code,
    Embed,
    Image,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Section,
    Site,
    Table,
)

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def folded(text):
    return "\n".join(" ".join(line.split()) for line in text.strip().split("\n"))


words = st.text(alphabet="ab1 .\\`*_[]<>#~|&;!:-+=()$\"'\n\u00e9\u4e2d", max_size=14).map(folded).filter(bool)
one_line = words.map(lambda text: text.replace("\n", " "))
leaves = st.builds(ListItem, text=words)
nested = st.builds(ListItem, text=words, items=st.lists(leaves, max_size=2).map(tuple))
items = st.lists(st.builds(ListItem, text=words, items=st.lists(nested, max_size=2).map(tuple)), min_size=1, max_size=3)
rows = st.integers(1, 3).flatmap(
    lambda n: st.lists(st.lists(words, min_size=n, max_size=n).map(tuple), min_size=2, max_size=3)
)
blocks = (
    st.builds(Paragraph, text=words)
    | st.builds(List, ordered=st.booleans(), items=items.map(tuple))
    | rows.map(lambda r: Table(header=r[0], rows=tuple(r[1:])))
    | st.builds(Code, text=st.text(alphabet="a`~ \n", max_size=9))
    | st.lists(words.filter(lambda t: "\n\n" not in t), min_size=1, max_size=2).map(
        lambda p: Quote(text="\n\n".join(p))
    )
)
bodies = st.lists(blocks, max_size=4)


def written(block):
    """A block of a record in the terms of what is read back."""
    match block:
        case Paragraph():
            return ("paragraph", block.text)
        case List():
            return ("list", block.ordered, [entry(i) for i in block.items])
        case Table():
            return ("table", [list(block.header), *map(list, block.rows)])
        case Code():
            return ("code", block.text)
        case Quote():
            return ("quote", [("paragraph", p) for p in block.text.split("\n\n")])


def entry(item):
    return (item.text, [entry(i) for i in item.items])


def read(node):
    """A node of the parsed Markdown in the same terms."""
    match node.type:
        case "paragraph" | "heading":
            return (node.type, inline(node))
        case "bullet_list" | "ordered_list":
            return ("list", node.type == "ordered_list", [read_item(i) for i in node.children])
        case "table":
            return ("table", [[inline(c) for c in row.children] for part in node.children for row in part.children])
        case "fence":
            return ("code", node.content.removesuffix("\n"))
        case "blockquote":
            return ("quote", [read(child) for child in node.children])
    return (node.type, node.content)


def read_item(node):
    text = "".join(inline(c) for c in node.children if c.type == "paragraph")
    return (text, [read_item(i) for c in node.children if c.type == "bullet_list" for i in c.children])


def inline(node):
    breaks = {"hardbreak": "\n", "softbreak": "[soft]", "html_inline": "\n"}
    return "".join(
        breaks.get(n.type, n.content if n.type == "text" else f"<{n.type}>")
        for n in node.walk()
        if n.is_nested is False and n is not node and n.type != "inline" and not n.children
    )


def parse(markdown):
    return [read(node) for node in SyntaxTreeNode(PARSER.parse(markdown)).children]


def body(*blocks):
    return Article(sections=(Section(blocks=blocks),)).to_markdown()


@given(bodies)
def test_any_body_is_read_back_as_the_same_blocks(found):
    tables = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    nodes = SyntaxTreeNode(tables.parse(body(*found))).children
    assert [read(node) for node in nodes] == [written(block) for block in found]


@given(one_line)
def test_any_title_is_read_back_as_one_heading(title):
    assert parse(Article(title=title).to_markdown()) == [("heading", title)]


@given(words, words, words)
def test_any_link_in_running_text_is_read_back(before, shown, after):
    link = Link(text=shown, url="https://example.org/a?b=(c)&lt;=d_e*")
    (paragraph,) = SyntaxTreeNode(
        PARSER.parse(body(Paragraph(text=f"{before} {shown} {after}", links=(link,))))
    ).children
    (found,) = (n for n in paragraph.walk() if n.type == "link")
    assert found.attrs["href"] == "https://example.org/a?b=%28c%29&lt;=d_e*"
    assert inline(paragraph) == f"{before} {shown} {after}"


def test_an_exclamation_mark_before_a_link_makes_no_image():
    link = Link(text="here", url="https://example.org/")
    assert body(Paragraph(text="Look!here", links=(link,))) == "Look\\![here](https://example.org/)\n"


def test_the_words_of_a_page_stay_as_plain_as_they_can():
    text = 'It cost $5 (4 € more) - said snake_case & Co., at 3.5 %: "no!" #1'
    assert body(Paragraph(text=text)) == text + "\n"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "/relative", "https://", "JaVaScRiPt:x", None]
)
def test_a_link_that_leads_to_no_web_address_is_plain_text(url):
    assert body(Paragraph(text="See this.", links=(Link(text="this", url=url),))) == "See this.\n"


def test_the_lead_of_an_item_is_bold():
    assert body(List(items=(ListItem(text="Fuel: dear", label="Fuel"),))) == "- **Fuel**: dear\n"


def test_two_lists_in_a_row_stay_two():
    a, b = (List(items=(ListItem(text=t),)) for t in "ab")
    assert body(a, b) == "- a\n\n* b\n"


def test_the_items_of_a_numbered_list_have_their_numbers():
    items = tuple(ListItem(text=t) for t in ("row", "sail\nfast"))
    assert body(List(ordered=True, items=items)) == "1. row\n2. sail\\\n   fast\n"


def test_a_standfirst_that_opens_the_body_and_a_picture_in_it_are_printed_once():
    blocks = (Image(url="https://example.org/q.jpg"), Paragraph(text="Ferries stop."))
    article = Article(subtitle="Ferries stop", lead_image=blocks[0], sections=(Section(blocks=blocks),))
    assert article.to_markdown() == "![](https://example.org/q.jpg)\n\nFerries stop.\n"


def test_a_picture_has_its_caption_and_credit_under_it():
    image = Image(url="https://example.org/a b.jpg", alt="Quay", caption="At dawn.", credit="Foto: Vahl")
    assert body(image) == "![Quay](https://example.org/a%20b.jpg)\n\n*At dawn. (Foto: Vahl)*\n"


def test_an_embed_is_a_link():
    assert body(Embed(url="https://video.example/1")) == "[https://video.example/1](https://video.example/1)\n"


def test_a_fact_box_is_quoted_under_its_heading():
    aside = Aside(heading="In brief", blocks=(Paragraph(text="Ten years."),))
    assert body(aside) == "> **In brief**\n>\n> Ten years.\n"


def test_who_is_quoted_stands_under_the_quote():
    assert body(Quote(text="Never.", cite="Ines Vahl")) == "> Never.\n>\n> — Ines Vahl\n"


def test_a_caption_stands_over_a_table_and_its_notes_under_it():
    table = Table(caption="Fares", header=("Port",), rows=(("Hull",),), footnotes=("In crowns.",))
    assert body(table) == "**Fares**\n\n| Port |\n| --- |\n| Hull |\n\nIn crowns.\n"


def test_a_table_without_a_header_gets_an_empty_one():
    assert Table(rows=(("a", "b"),)).to_markdown() == "|  |  |\n| --- | --- |\n| a | b |"


def test_headings_stand_under_the_title():
    article = Article(title="Tide", sections=(Section(heading="A", level=1), Section(heading="B", level=4)))
    assert article.to_markdown() == "# Tide\n\n## A\n\n#### B\n"


def test_front_matter_holds_the_facts():
    article = Article(
        title='Tide: "high"',
        authors=(Author(name="Ines Vahl"),),
        site=Site(name="Harbour Quarterly"),
        published=date(2031, 5, 2),
    )
    facts = article.to_markdown(front_matter=True).split("---\n")[1]
    assert facts == (
        'title: "Tide: \\"high\\""\nauthors: ["Ines Vahl"]\nsite: "Harbour Quarterly"\npublished: "2031-05-02"\n'
    )
