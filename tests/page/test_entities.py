"""schema.org entities: JSON-LD with its quirks, microdata, RDFa; which of them is the page's article."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract.page import entities, jsonld
from newsextract.page.document import Document
from newsextract.page.entities import Entities
from newsextract.page.schema import crumbs, nodes, number, people, pictures, text, texts, truth, url, urls

URL = "https://example.com/news/harbour"


def read(html: str, *titles: str) -> Entities:
    return entities.read(Document(html), (URL,), titles)


def script(value: Any) -> str:
    raw = value if isinstance(value, str) else json.dumps(value)
    return f'<script type="application/ld+json">{raw}</script>'


ARTICLE = '{"@type": "NewsArticle", "headline": "Harbour opens"}'


def test_addresses_are_rid_of_character_references() -> None:
    assert urls(["https://example.com/span.jpg?w=9&#038;crop=1", {"url": "/x?a=1&amp;b=2"}]) == (
        "https://example.com/span.jpg?w=9&crop=1",
        "/x?a=1&b=2",
    )


@pytest.mark.parametrize(
    "raw",
    [
        ARTICLE,
        f"<!-- {ARTICLE} -->",
        f"//<![CDATA[\n{ARTICLE}\n//]]>",
        f"/* <![CDATA[ */ {ARTICLE} /* ]]> */",
        f"<![CDATA[{ARTICLE}]]>",
        f"{ARTICLE};",
        f"\ufeff {ARTICLE}",
        f"[[{ARTICLE}]]",
        f'{{"@graph": [{ARTICLE}]}}',
        f'{{"@graph": {ARTICLE}}}',
        f'{ARTICLE}\n{{"@type": "Organization", "name": "x"}}',
        f'{ARTICLE}, {{"@type": "Organization"}}',
        '{"@type": "NewsArticle", "headline": "Harbour opens",}',
        '{"@type": "NewsArticle", "keywords": ["a", "b",], "headline": "Harbour opens"}',
        '{"@type": "NewsArticle", /* a comment */ "headline": "Harbour opens" // and one\n}',
        '{"@type": "NewsArticle", "image": undefined, "width": NaN, "headline": "Harbour opens"}',
        '{"@type": "NewsArticle", "headline": "Harbour\n opens"}',
        '{"@type": "NewsArticle", "headline": "Harbour\\_ opens", "x": "it\\\'s"}'.replace("\\_", ""),
        '{"@type": "NewsArticle", "name": "the \\\'x\\\'", "headline": "Harbour opens"}',
        '{"@type": "NewsArticle", "description": "He said "no" today", "headline": "Harbour opens"}',
        '{"@type": "NewsArticle", “headline”: “Harbour opens”}',
        '{"@type": "NewsArticle", "headline": "Harbour opens", "author": {"name": "A',
        '{"@type": "NewsArticle", "headline": "Harbour opens"}}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Harbour opens&quot;}",
        '{"@type": ["Thing", "http://schema.org/NewsArticle"], "http://schema.org/headline": "Harbour opens"}',
        '{"@type": "schema:NewsArticle", "schema:headline": "Harbour opens"}',
        f'{{"@type": "WebPage", "mainEntity": {ARTICLE}}}',
        f'{{"@type": "WebPage", "mainEntityOfPage": {ARTICLE}}}',
        f'[null, {ARTICLE}, null, "stray", 3]',
    ],
)
def test_the_article_is_read_however_it_is_written(raw: str) -> None:
    found = read(script(raw)).article
    assert found is not None
    assert (found[0], text(found[1]["headline"])) == ("json-ld", "Harbour opens")


@pytest.mark.parametrize("kind", ["application/ld+json", "Application/LD+JSON; charset=utf-8"])
def test_the_type_of_the_script_is_read_loosely(kind: str) -> None:
    assert read(f'<script type="{kind}">{ARTICLE}</script>').article is not None


@pytest.mark.parametrize(
    "raw",
    ["", "null", "{", '"text"', "[" * 100_000, '{"a":' * 100_000, "not json", '{"@type": {}}', '{"@type": [1, null]}'],
)
def test_hopeless_scripts_are_left_out(raw: str) -> None:
    assert read(script(raw)).article is None


WHOLE = '{"a": "b \\u00e9", "c": [1, {"d": null}]}'


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (f"{WHOLE};", json.loads(WHOLE)),
        (f"<!--\n{WHOLE}\n//-->", json.loads(WHOLE)),
        (f"/*<![CDATA[*/{WHOLE}/*]]>*/", json.loads(WHOLE)),
        (f"//<![CDATA[\n{WHOLE}\n// ]]> ; ;", json.loads(WHOLE)),
        (f"/* said // so */ {WHOLE} // the end", json.loads(WHOLE)),
        ('{"a": "// no /* comment", "b": 1,}', {"a": "// no /* comment", "b": 1}),
        ('{"a": undefined, "b": [NaN,, -Infinity], "c": “d”}', {"a": None, "b": [None, None], "c": "d"}),
        (r'{"a": "\x \u12 \/ \" \n",}', {"a": 'x u12 / " \n'}),
        ('{"a": "she said "no" to it", "b": 1}', {"a": 'she said "no" to it', "b": 1}),
        ('{"a": [{"b": 1}, {"b": 2}, {"b": ', {"a": [{"b": 1}, {"b": 2}]}),
        ('{"a": "b, [c", "d": "e', {"a": "b, [c"}),
    ],
)
def test_what_pages_do_to_their_json_is_mended(raw: str, value: object) -> None:
    assert jsonld.values(raw) == [value]


def test_of_a_script_beyond_all_measure_the_members_before_the_limit_are_read() -> None:
    many = '{"@graph": [' + ",".join('{"a": 1}' for _ in range(jsonld.LIMIT // 8)) + "]}"
    (value,) = jsonld.values(many)
    assert len(value["@graph"]) > jsonld.LIMIT // 10


@given(st.text(alphabet='{}[],:"\\/*<!->\n“”; aut1&', max_size=120))
def test_no_script_raises(raw: str) -> None:
    jsonld.values(raw)


@pytest.mark.parametrize("unit", ['"\\', '"a', "“", "/*", ", ", "[{", '{"a":"', '\\"', "<!--", "-->", '"a" '])
def test_hostile_scripts_cost_linear_time(unit: str) -> None:
    jsonld.values("{" + unit * 50_000)


def test_references_are_resolved_within_the_page() -> None:
    found = read(
        script(
            {
                "@graph": [
                    {"@type": "Article", "author": {"@id": "#a"}},
                    {"@id": "#a", "@type": "Person", "name": "Ana Reyes"},
                ]
            }
        )
    )
    assert found.article is not None
    assert [p.name for p in people(found.article[1]["author"])] == ["Ana Reyes"]


def test_references_across_scripts_are_resolved() -> None:
    found = read(
        script({"@type": "Article", "author": [{"@id": "#a"}]})
        + script({"@id": "#a", "name": "Ana", "@type": "Person"})
    )
    assert found.article is not None
    assert [p.name for p in people(found.article[1]["author"])] == ["Ana"]


def test_references_in_a_circle_end() -> None:
    page = {"@id": "#p", "@type": "WebPage", "mainEntity": {"@id": "#a"}}
    found = read(
        script([page, {"@id": "#a", "@type": "Article", "mainEntityOfPage": {"@id": "#p"}, "isPartOf": {"@id": "#a"}}])
    )
    assert json.dumps([e for _, e in found.all])


def test_the_article_is_told_from_others_by_address() -> None:
    graph = [
        {"@type": "Article", "headline": "Another", "url": "https://example.com/other"},
        {
            "@type": "Article",
            "headline": "This",
            "mainEntityOfPage": {"@id": URL + "/#webpage", "url": URL + "?utm_source=x"},
        },
    ]
    found = read(script({"@graph": graph})).article
    assert found is not None
    assert found[1]["headline"] == "This"


def test_the_article_is_told_from_others_by_headline() -> None:
    graph = [{"@type": "Article", "headline": h} for h in ("Another story", "Harbour opens", "A third story")]
    found = read(script({"@graph": graph}), "Harbour opens | The Example").article
    assert found is not None
    assert found[1]["headline"] == "Harbour opens"


def test_articles_of_lists_are_not_the_page_s() -> None:
    listed = {
        "@type": "ItemList",
        "itemListElement": [{"@type": "ListItem", "item": {"@type": "Article", "headline": "x"}}],
    }
    assert read(script(listed)).article is None


def test_many_articles_none_of_which_match_are_a_list() -> None:
    nodes_ = [
        {"@type": "Article", "headline": f"Story number {i}", "url": f"https://example.com/{i}"} for i in range(6)
    ]
    assert read(script(nodes_), "The Example: news").article is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ana Reyes", ["Ana Reyes"]),
        (["Ana Reyes", "Ben Okri"], ["Ana Reyes", "Ben Okri"]),
        ({"@type": "Person", "name": "Ana &amp; Ben"}, ["Ana & Ben"]),
        ({"name": ["Ana", "Ben"]}, ["Ana", "Ben"]),
        ({"name": {"@value": "Ana"}}, ["Ana"]),
        ({"givenName": "Ana", "familyName": "Reyes"}, ["Ana Reyes"]),
        ({"name": "<span>Ana</span> Reyes"}, ["Ana Reyes"]),
        ([None, {"name": ""}, {"name": None}, {}], []),
        ("https://example.com/authors/ana", [None]),
        ({"@id": "https://example.com/authors/ana"}, [None]),
        ([{"name": "Ana"}, {"name": "Ana"}], ["Ana"]),
        ({"@list": [{"name": "Ana"}]}, ["Ana"]),
        (3, []),
    ],
)
def test_people(value: Any, expected: list[str | None]) -> None:
    assert [p.name for p in people(value)] == expected


def test_what_a_page_says_of_a_person() -> None:
    (person,) = people(
        {
            "@type": ("Person",),
            "name": "Ana",
            "url": "/ana",
            "jobTitle": "Editor",
            "sameAs": ["https://x.org/ana"],
            "image": "//i.org/a.jpg",
        }
    )
    assert (person.types, person.url, person.job_title) == (("Person",), "/ana", "Editor")
    assert (person.same_as, person.image) == (("https://x.org/ana",), "//i.org/a.jpg")


def test_crumbs_stand_in_the_order_of_their_positions() -> None:
    trail = {
        "itemListElement": [
            {"position": "2", "name": "News", "item": "https://example.com/news"},
            {"position": 1, "item": {"@id": "https://example.com/", "name": "Home"}},
            {"position": 3, "name": "Harbour"},
        ]
    }
    assert [(c.name, c.url) for c in crumbs(trail)] == [
        ("Home", "https://example.com/"), ("News", "https://example.com/news"), ("Harbour", None),
    ]  # fmt: skip


def test_pictures_from_addresses_and_objects() -> None:
    found = pictures(
        [
            "/a.jpg",
            {"@type": ("ImageObject",), "url": "/b.jpg", "width": "640px", "height": {"value": 480}, "caption": "Dock"},
        ]
    )
    assert [(p.url, p.width, p.height, p.caption) for p in found] == [
        ("/a.jpg", None, None, None),
        ("/b.jpg", 640, 480, "Dock"),
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [(True, True), ("False", False), ("http://schema.org/True", True), ("maybe", None), (None, None)],
)
def test_truth(value: Any, expected: bool | None) -> None:
    assert truth(value) is expected


def test_texts_are_cleaned_and_flattened() -> None:
    assert texts(["Tom &amp; <b>Jerry</b>", ["x", {"name": "y"}], None, "x", 3]) == ("Tom & Jerry", "x", "y", "3")
    assert texts(True) == ()


def test_addresses_are_told_from_texts() -> None:
    assert urls(["https://a.org", "no address", {"url": "/b"}]) == ("https://a.org", "/b")
    assert (url({}), number("wide"), nodes([{"a": 1}, "b"])) == (None, None, [{"a": 1}])


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "name", "author", "url", "@list", "mainEntity", "image"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(_JSON)
def test_no_value_raises(value: Any) -> None:
    found = read(script(json.dumps(value)))
    for _, entity in found.all:
        for reader in (people, texts, urls, pictures, truth, number, crumbs):
            reader(entity)
            if reader is not crumbs:
                reader(entity.get("author"))


MICRODATA = """
<article itemscope itemtype="http://schema.org/NewsArticle" itemref="signed">
  <h1 itemprop="headline name">Harbour opens</h1>
  <meta itemprop="datePublished" content="2024-05-06">
  <time itemprop="dateModified" datetime="2024-05-07">yesterday</time>
  <img itemprop="image" src="/dock.jpg" alt="">
  <span itemprop="publisher" itemscope itemtype="https://schema.org/Organization">
    <a itemprop="url" href="/"><span itemprop="name">The Example</span></a></span>
  <a itemprop="articleSection" href="/city">City</a>
  <div itemprop="articleBody">Long text.</div>
</article>
<p id="signed">By <a itemprop="author" href="/ana">Ana Reyes</a></p>
"""


def test_microdata_in_the_shape_of_json_ld() -> None:
    found = read(MICRODATA).article
    assert found is not None
    source, article = found
    assert (source, article["@type"], article["headline"], article["name"]) == (
        "microdata", ("NewsArticle",), "Harbour opens", "Harbour opens",
    )  # fmt: skip
    assert (article["datePublished"], article["dateModified"], article["image"]) == (
        "2024-05-06",
        "2024-05-07",
        "/dock.jpg",
    )
    assert article["publisher"] == {"@type": ("Organization",), "url": "/", "name": "The Example"}
    assert article["articleSection"] == "City"
    assert "articleBody" not in article
    assert [(p.name, p.url) for p in people(article["author"])] == [("Ana Reyes", "/ana")]


def test_rdfa_in_the_shape_of_json_ld() -> None:
    found = read(
        '<div vocab="https://schema.org/" typeof="Article"><h2 property="headline">Harbour opens</h2>'
        '<span property="author" typeof="Person"><b property="name">Ana</b></span>'
        '<time property="datePublished" datetime="2024-05-06">6 May</time></div><meta property="og:title" content="x">'
    ).article
    assert found is not None
    assert found == (
        "rdfa",
        {
            "@type": ("Article",),
            "headline": "Harbour opens",
            "author": {"@type": ("Person",), "name": "Ana"},
            "datePublished": "2024-05-06",
        },
    )


def test_cards_in_the_markup_are_not_the_article() -> None:
    card = (
        '<div itemscope itemtype="http://schema.org/Article"><a itemprop="url" href="https://example.com/{0}">'
        '<b itemprop="headline">Story {0} of many</b></a></div>'
    )
    assert read("".join(card.format(i) for i in range(3)), "Harbour opens").article is None


def test_each_source_has_its_article() -> None:
    assert [s for s, _ in read(script(ARTICLE) + MICRODATA, "Harbour opens").articles] == ["json-ld", "microdata"]


def test_an_entity_that_says_less_than_its_namesake_stands_for_it() -> None:
    author = {"@type": "Person", "@id": "#a", "name": "Ana Reyes"}
    person = {**author, "description": "Counts boats", "image": "/ana.jpg"}
    found = read(script({"@graph": [{"@type": "Article", "author": author}, person]}))
    ((_, article),) = found.of_type("Article")
    assert article["author"]["description"] == "Counts boats"
