"""Hypothesis strategies for every record class: any article the types allow."""

from datetime import timedelta, timezone
from typing import get_args

from hypothesis import strategies as st

from newsextract.evidence import Evidence, Losing
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
    Notice,
    Pagination,
    Paragraph,
    Quote,
    RelatedPost,
    Section,
    Site,
    Table,
)
from newsextract.records.article import AuthorKind, Kind, NoticeKind, Relation

texts = st.text(max_size=12)
some = st.none() | texts
sizes = st.none() | st.integers(min_value=0, max_value=10_000)
zones = st.none() | st.integers(min_value=-14 * 60, max_value=14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
dates = st.none() | st.dates() | st.datetimes(timezones=zones)


def some_of(strategy, most=3):
    return st.lists(strategy, max_size=most).map(tuple)


links = st.builds(Link, text=texts, url=some)
leaves = st.builds(ListItem, text=texts, label=some, links=some_of(links))
items = st.recursive(
    leaves, lambda inner: st.builds(ListItem, text=texts, label=some, items=some_of(inner)), max_leaves=4
)


@st.composite
def tables(draw):
    width = draw(st.integers(min_value=1, max_value=3))
    row = st.lists(texts, min_size=width, max_size=width).map(tuple)
    header = draw(st.just(()) | row)
    return Table(
        caption=draw(some), header=header, rows=draw(some_of(row)), footnotes=draw(some_of(texts)), path=draw(some)
    )


images = st.builds(Image, url=texts, alt=some, caption=some, credit=some, width=sizes, height=sizes, path=some)
plain_blocks = (
    st.builds(Paragraph, text=texts, links=some_of(links), path=some)
    | st.builds(List, ordered=st.booleans(), items=some_of(items), path=some)
    | tables()
    | st.builds(Quote, text=texts, cite=some, pull=st.booleans(), path=some)
    | images
    | st.builds(Code, text=texts, language=some, path=some)
    | st.builds(Embed, url=texts, provider=some, kind=some, text=some, path=some)
)
blocks = plain_blocks | st.builds(Aside, heading=some, blocks=some_of(plain_blocks), path=some)
authors = st.builds(
    Author,
    name=texts,
    url=some,
    role=st.none() | st.sampled_from(["writer", "photographer", "editor", "contributor"]),
    job_title=some,
    bio=some,
    image=some,
    kind=st.sampled_from(get_args(AuthorKind)),
)
sections = st.builds(
    Section,
    heading=some,
    level=st.integers(min_value=1, max_value=6),
    anchor=some,
    blocks=some_of(blocks),
    published=dates,
    authors=some_of(authors, 1),
)
evidence = st.builds(
    Evidence,
    source=texts,
    locator=some,
    raw=some,
    confidence=st.floats(min_value=0, max_value=1),
    agreeing=some_of(texts),
    losing=some_of(st.builds(Losing, source=texts, raw=texts), 2),
)
posts = st.builds(
    RelatedPost,
    title=texts,
    url=some,
    relation=st.sampled_from(get_args(Relation)),
    date=dates,
    category=some,
    author=some,
    image=some,
)
articles = st.builds(
    Article,
    kind=st.sampled_from(get_args(Kind)),
    url=some,
    canonical_url=some,
    site=st.none() | st.builds(Site, name=some, url=some, logo=some),
    language=some,
    title=some,
    subtitle=some,
    description=some,
    byline=some,
    authors=some_of(authors, 2),
    source=some,
    published=dates,
    modified=dates,
    categories=some_of(links),
    breadcrumbs=some_of(links),
    tags=some_of(links),
    lead_image=st.none() | images,
    sections=some_of(sections),
    related=some_of(posts, 2),
    contents=some_of(links),
    pagination=st.none() | st.builds(Pagination, current=sizes, total=sizes, urls=some_of(texts)),
    notices=some_of(st.builds(Notice, kind=st.sampled_from(get_args(NoticeKind)), text=some), 2),
    removed=st.dictionaries(texts, st.integers(min_value=0, max_value=99), max_size=2),
    evidence=st.dictionaries(texts, evidence, max_size=2),
    fingerprint=texts,
)
