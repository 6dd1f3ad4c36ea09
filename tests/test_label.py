"""Labels say what elements are."""

from newsextract.label import Labels, label
from newsextract.page.document import Document
from newsextract.rules.load import bundled


def labelled(html: str) -> tuple[Document, Labels]:
    document = Document(html)
    return document, label(document, bundled())


def test_the_page_itself_is_never_labelled() -> None:
    document, labels = labelled('<html class="nav"><body class="share-buttons has-ads" id="comments"><p>Text</p>')
    assert document.root.index not in labels.by_element
    assert document.body.index not in labels.by_element


def test_labels_are_in_document_order_and_without_repeats() -> None:
    _, labels = labelled('<div class="share-bar" id="share"><ul class="share-links"></ul></div><nav></nav>')
    shares = [e.index for e in labels.of("share")]
    assert shares == sorted(set(shares))
    assert [e.tag for e in labels.of("share", "navigation")] == ["div", "ul", "nav"]


def test_the_label_around_an_element_is_found() -> None:
    document, labels = labelled('<aside class="related-articles"><ul><li><a href="/a">A</a></li></ul></aside>')
    (link,) = document.by_tag["a"]
    around = labels.around(link, "related")
    assert around is not None
    assert around.tag == "aside"
    assert labels.around(link, "comments") is None
