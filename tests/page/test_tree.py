"""The tree that XPath sees holds the elements of the Document, whatever their names."""

import pytest
from lxml import etree

from newsextract.page.document import Document
from newsextract.page.tree import Tree

PAGE = Document("<body><o:p @click='a' class='k'>One\x0b two</o:p><p id=a>Three <b>four</b> five</p></body>")


def test_an_element_is_the_documents_own() -> None:
    (hit,) = Tree(PAGE).find(etree.XPath("//p[@id='a']"))
    assert hit.element is PAGE.by_id["a"][0]


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("//p/@id", ["a"]),
        ("//p/text()", ["Three ", " five"]),
        ("string(//b)", ["four"]),
        ("string(//i)", []),
        ("count(//p)", []),
        ("//*[@class='k']/text()", ["One two"]),
    ],
)
def test_attributes_and_texts_come_with_their_element(path: str, texts: list[str]) -> None:
    assert [hit.text for hit in Tree(PAGE).find(etree.XPath(path))] == texts
