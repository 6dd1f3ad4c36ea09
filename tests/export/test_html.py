"""HTML is read back by a parser, to see that it holds what it should and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

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
    Table,
)
from tests.content import reading
from tests.export import records

TAGS = set(
    "html head meta title link body article header section h1 h2 h3 h4 h5 h6 p a br time ul ol li strong table caption "
    "thead tbody tr th td blockquote footer cite figure img figcaption span pre code aside".split()
)
ATTRIBUTES = set("lang charset rel href name content property datetime class id src alt width height scope".split())

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</article></body><svg/onload=alert(1)>",
    "--><!--<style>*{}</style>",
    "&lt;script&gt;",
    "javascript:alert(1)",
    "JaVa\tScRiPt:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    'https://example.org/" onclick="alert(1)',
    "//example.org/x",
    "http://[broken",
    "vbscript:msgbox(1)",
    "https://user:pass@example.org/'x",
)


def body(*blocks):
    article = Article(sections=(Section(blocks=blocks),))
    return (
        article.to_html(fragment=True).removeprefix("<article>\n<section>\n").removesuffix("\n</section>\n</article>")
    )


def hostile_articles():
    """Articles whose every text may be an attack."""
    text = st.sampled_from(HOSTILE)
    link = st.builds(Link, text=text, url=text)
    item = st.builds(ListItem, text=text, label=text, links=st.tuples(link))
    block = (
        st.builds(Paragraph, text=text, links=st.tuples(link))
        | st.builds(List, items=st.tuples(item))
        | text.map(lambda t: Table(caption=t, header=(t,), rows=((t,),), footnotes=(t,)))
        | st.builds(Quote, text=text, cite=text)
        | st.builds(Image, url=text, alt=text, caption=text, credit=text)
        | st.builds(Code, text=text, language=text)
        | st.builds(Embed, url=text, text=text)
    )
    blocks = st.lists(block | block.map(lambda b: Aside(heading="<b>", blocks=(b,))), max_size=4).map(tuple)
    section = st.builds(Section, heading=text, anchor=text, blocks=blocks)
    return st.builds(
        Article,
        title=text,
        subtitle=text,
        description=text,
        language=text,
        url=text,
        authors=st.tuples(st.builds(Author, name=text, url=text)),
        sections=st.tuples(section),
    )


@pytest.mark.parametrize("articles", [hostile_articles(), records.articles], ids=["hostile", "any"])
def test_nothing_but_known_tags_attributes_and_web_addresses_comes_out(articles):
    @given(articles)
    def check(article):
        for element in parser.document_fromstring(article.to_html()).iter():
            assert element.tag in TAGS
            assert set(element.attrib) <= ATTRIBUTES
            for name in ("href", "src"):
                assert element.get(name, "https://").startswith(("http://", "https://"))

    check()


def test_the_words_of_an_attack_are_shown_as_words():
    shown = parser.fromstring(body(Paragraph(text="<script>alert(1)</script>"))).text_content()
    assert shown == "<script>alert(1)</script>"


def test_a_link_stands_where_its_words_do():
    link = Link(text="pilots", url="https://example.org/p?a=1&b=2")
    assert body(Paragraph(text="Ask the pilots.", links=(link,))) == (
        '<p>Ask the <a href="https://example.org/p?a=1&amp;b=2">pilots</a>.</p>'
    )


def test_the_same_words_twice_are_linked_in_order():
    links = (Link(text="here", url="https://example.org/1"), Link(text="here", url="https://example.org/2"))
    written = body(Paragraph(text="here and here", links=links))
    assert [a.get("href")[-1] for a in parser.fromstring(written).iter("a")] == ["1", "2"]


def test_a_header_cell_says_that_it_heads_a_column():
    assert '<th scope="col">Port</th>' in body(Table(header=("Port",), rows=(("Hull",),)))


def test_a_picture_has_its_caption_and_credit():
    image = Image(url="https://example.org/q.jpg", alt='A "quay"', caption="At dawn.", credit="Vahl", width=640)
    assert body(image) == (
        '<figure>\n<img src="https://example.org/q.jpg" alt="A &quot;quay&quot;" width="640">\n'
        '<figcaption>At dawn. <span class="credit">Vahl</span></figcaption>\n</figure>'
    )


def test_the_first_newline_of_code_is_kept():
    code = parser.fromstring(body(Code(text="\nrow  1\n")))
    assert code.text_content().removeprefix("\n") == "\nrow  1\n"


def test_a_line_break_is_a_br():
    assert body(Paragraph(text="Quay 4\nSundvik")) == "<p>Quay 4<br>Sundvik</p>"


def test_a_lead_image_that_the_body_shows_is_not_shown_twice():
    image = Image(url="https://example.org/q.jpg")
    article = Article(lead_image=image, sections=(Section(blocks=(image,)),))
    assert article.to_html().count("<img") == 1


def test_a_standfirst_that_opens_the_body_is_not_printed_over_it():
    article = Article(subtitle="Ferries stop", sections=(Section(blocks=(Paragraph(text="Ferries stop."),)),))
    assert article.to_html().count("Ferries stop") == 1


def test_the_document_says_its_language_and_its_address():
    page = parser.document_fromstring(Article(language="sv", canonical_url="https://example.org/").to_html())
    assert (page.get("lang"), page.find(".//link").get("href")) == ("sv", "https://example.org/")


SENTENCES = (
    "The harbour board met on Tuesday and spoke for three hours about the new berth, which is not built yet.",
    "Nobody on the quay believes that the ships will sail before the ice has gone from the inner channel.",
    "A spare engine has lain in its crate since March, because the treasurers cannot agree who is to pay for it.",
    "Fishermen from the island have offered to carry the mail, as their grandfathers did in the long frost.",
    "The oldest of the captains, who has sailed the line since he was nineteen, says that he will not wait for spring.",
    "Two students counted the passengers for a week and found that half of the seats were empty on every crossing.",
    "In the ticket office the clocks still show summer time, and the posters praise a timetable that ended in August.",
    "An auditor from the mainland asked for the books of both companies and was given a box of unsorted receipts.",
    "Bread on the island now comes by helicopter twice a week, and it costs three times what it did last year.",
    "The school has moved its lessons to the evenings, so that pupils can take the one boat that is left.",
    "What the council will decide on Friday is anybody's guess, but the mayor has bought a ticket for the bus.",
    "Dredging was to begin when the herring had spawned, and the herring, as the pilots like to say, were on time.",
)
CELLS = ("Matter", "Kelmar", "Sundvik", "Winter duty", "Shared", "By fleet", "Fares", "41 crowns", "38 crowns")


OTHERS = (
    Quote(text="We have waited long enough.\n\nNow we sail.", cite="Ines Vahl, pilot"),
    Image(
        url="https://example.org/quay.jpg",
        alt="Boats at a quay",
        caption="The quay at dawn.",
        width=1200,
        height=800,
    ),
    Code(text="depart 06:10\n  arrive 07:05", language="text"),
    Aside(heading="In brief", blocks=(Paragraph(text="The line was opened ten years ago by both companies."),)),
)
linked = Paragraph(
    text="The pilots said so in their letter,\nand in another one.",
    links=(
        Link(text="their letter", url="https://example.org/letter"),
        Link(text="another one", url="https://example.org/2"),
    ),
)


@st.composite
def bodies(draw):
    """Two sections of what a news page has, no sentence twice."""
    said = draw(st.permutations(SENTENCES))
    items = [ListItem(text=text) for text in said[:3]]
    if draw(st.booleans()):
        items[1] = ListItem(text=said[1], items=(ListItem(text=said[3]),))
    rows = [CELLS[i : i + 3] for i in range(0, len(CELLS), 3)]
    blocks = (List(ordered=draw(st.booleans()), items=tuple(items)), Table(header=rows[0], rows=tuple(rows[1:])))
    first, second = draw(st.permutations(blocks))
    paragraphs = [Paragraph(text=text) for text in said[4:]]
    lead = Section(blocks=(*paragraphs[:3], first, paragraphs[3]))
    rest = Section(heading="What the treasurers say", level=2, blocks=(*paragraphs[4:6], second, paragraphs[6]))
    return lead, rest


@given(bodies())
def test_what_is_written_is_read_as_the_same_blocks(sections):
    assert reading.read(Article(sections=sections).to_html()) == sections


@pytest.mark.parametrize("block", [*OTHERS, linked], ids=lambda block: type(block).__name__)
def test_a_block_between_paragraphs_is_read_as_it_was_written(block):
    sections = (Section(blocks=(Paragraph(text=SENTENCES[0]), block, Paragraph(text=SENTENCES[1]))),)
    assert reading.read(Article(sections=sections).to_html()) == sections
