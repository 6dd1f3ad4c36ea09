from lxml import etree

from newsextract.export import graph
from newsextract.records import Article, Link, Paragraph, RelatedPost, Section

HERE = "https://example.org/ferries"


def article(*links, related=(), url=HERE, **fields):
    text = " ".join(link.text for link in links)
    sections = (Section(blocks=(Paragraph(text=text, links=links),)),)
    return Article(url=url, sections=sections, related=related, **fields)


def targets(found):
    return [edge.target for edge in graph.edges(found)]


def test_a_link_in_the_text_is_an_edge():
    (edge,) = graph.edges(article(Link(text="the\nice", url="https://example.org/ice")))
    assert edge == graph.Edge(source=HERE, target="https://example.org/ice", relation="link", text="the ice")


def test_a_teaser_is_an_edge_of_its_relation():
    post = RelatedPost(title="Ice", url="https://example.org/ice", relation="previous")
    assert [(e.relation, e.text) for e in graph.edges(article(related=(post,)))] == [("previous", "Ice")]


def test_a_page_is_named_by_its_canonical_address():
    found = article(Link(text="a", url="https://example.org/a"), url=HERE + "?from=mail", canonical_url=HERE)
    assert [e.source for e in graph.edges(found)] == [HERE]


def test_a_fragment_is_no_page_of_its_own():
    found = article(Link(text="a", url="https://example.org/a#1"), Link(text="b", url="https://example.org/a#2"))
    assert targets(found) == ["https://example.org/a"]


def test_a_link_to_the_page_itself_is_no_edge():
    assert targets(article(Link(text="top", url=HERE + "#top"))) == []


def test_what_is_not_on_the_web_is_no_node():
    assert targets(article(Link(text="mail", url="mailto:a@example.org"), Link(text="none"))) == []


def test_an_article_without_an_address_has_no_edges():
    assert targets(article(Link(text="a", url="https://example.org/a"), url=None)) == []


def test_only_the_wanted_relations_are_given():
    post = RelatedPost(title="Ice", url="https://example.org/ice")
    found = article(Link(text="a", url="https://example.org/a"), related=(post,))
    assert [e.relation for e in graph.edges(found, frozenset({"related"}))] == ["related"]


def test_an_edge_list_is_csv_that_no_spreadsheet_runs():
    found = graph.edges(article(Link(text='=1+1, "x"', url="https://example.org/a")))
    assert graph.rows(found) == f'{HERE},https://example.org/a,link,"\'=1+1, ""x"""\n'


def parsed(*articles):
    return etree.fromstring(graph.graphml(articles).encode())


def test_a_graph_has_a_node_for_every_page():
    root = parsed(article(Link(text="a", url="https://example.org/a"), title="Ferries"))
    assert [n.get("id") for n in root.iter(f"{{{graph.GRAPHML}}}node")] == [HERE, "https://example.org/a"]


def test_a_node_of_a_graph_holds_the_facts_of_its_article():
    (node,) = parsed(article(title="Ferries\x00")).iter(f"{{{graph.GRAPHML}}}node")
    assert {d.get("key"): d.text for d in node} == {"host": "example.org", "kind": "other", "title": "Ferries"}


def test_every_key_of_a_graph_is_declared():
    root = parsed(article(Link(text="a", url="https://example.org/a"), title="Ferries"))
    declared = {k.get("id") for k in root.iter(f"{{{graph.GRAPHML}}}key")}
    assert {d.get("key") for d in root.iter(f"{{{graph.GRAPHML}}}data")} <= declared
