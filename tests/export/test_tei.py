from datetime import date
from pathlib import Path

from hypothesis import given
from lxml import etree

from newsextract.export import tei
from newsextract.records import Article, Author, Link, List, ListItem, Paragraph, Section, Site, Table
from tests.export import records

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("tei.rng")))
TEI = {"t": tei.NAMESPACE}


def parsed(article):
    return etree.fromstring(article.to_tei().encode())


def body(*blocks):
    return parsed(Article(sections=(Section(blocks=blocks),)))


def said(root, path):
    return root.xpath(f"string({path})", namespaces=TEI)


@given(records.articles)
def test_any_article_is_valid_tei(article):
    SCHEMA.assertValid(parsed(article))


def test_an_empty_article_is_valid_tei():
    SCHEMA.assertValid(parsed(Article()))


def test_a_heading_of_a_lower_level_opens_a_division_inside():
    levels = (Section(heading="Tides", level=2), Section(heading="Neap", level=3), Section(heading="Winds", level=2))
    root = parsed(Article(sections=levels))
    assert root.xpath("//t:div/t:div/t:head/text()", namespaces=TEI) == ["Neap"]


def test_a_link_is_a_ref():
    link = Link(text="the pilots", url="https://example.org/pilots")
    root = body(Paragraph(text="Ask the pilots first.", links=(link,)))
    assert said(root, "//t:p/t:ref[@target='https://example.org/pilots']") == "the pilots"


def test_a_line_break_is_an_lb():
    root = body(Paragraph(text="Quay 4\nSundvik"))
    assert said(root, "//t:body//t:lb/following-sibling::text()") == "Sundvik"


def test_the_lead_of_an_item_is_its_label():
    root = body(List(items=(ListItem(text="Fuel: dear", label="Fuel"),)))
    assert (said(root, "//t:item/t:label"), said(root, "//t:item")) == ("Fuel", "Fuel: dear")


def test_a_header_row_has_the_role_of_a_label():
    root = body(Table(header=("Port",), rows=(("Hull",),)))
    assert said(root, "//t:row[@role='label']/t:cell") == "Port"


def test_a_division_has_the_paragraphs_of_its_section_alone():
    sections = (Section(heading="A", level=2, blocks=(Paragraph(text="one"),)), Section(heading="B", level=2))
    assert said(parsed(Article(sections=sections)), "//t:div[t:head='B']/t:p") == ""


def test_the_header_names_the_source():
    article = Article(
        title="Ferries stop",
        site=Site(name="Harbour Quarterly"),
        authors=(Author(name="Ines Vahl"),),
        published=date(2031, 5, 2),
        url="https://example.org/ferries",
    )
    source = parsed(article).find(".//t:sourceDesc/t:bibl", TEI)
    assert [etree.QName(e).localname for e in source] == ["title", "author", "publisher", "date", "ptr"]


def test_characters_that_xml_forbids_are_left_out():
    assert said(body(Paragraph(text="ab\x00c\x1bd￾")), "//t:body//t:p") == "abcd"
