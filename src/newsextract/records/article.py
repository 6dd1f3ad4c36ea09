"""The Article: everything `newsextract.extract` finds on one page."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal

import attrs

from newsextract.evidence import Evidence
from newsextract.records import plain
from newsextract.records.blocks import Block, Image, Link, List, Table

_date = date  # a field of RelatedPost is named "date"

Kind = Literal["article", "live-blog", "listing", "other"]
Relation = Literal["related", "recommended", "read-more", "previous", "next", "listed"]
AuthorKind = Literal["person", "organization", "agency"]
NoticeKind = Literal[
    "paywall",
    "consent-wall",
    "empty-body",
    "truncated",
    "chatbot-residue",
    "soft-404",
    "syndicated",
    "correction",
    "sponsored",
]


@attrs.frozen(kw_only=True)
class Site:
    """Who publishes the page."""

    name: str | None = None
    url: str | None = None
    """Home page, absolute."""
    logo: str | None = None
    """Absolute URL of the logo."""


@attrs.frozen(kw_only=True)
class Author:
    """Who made the article, or a part of it."""

    name: str
    """Without "By", job title or agency; a title such as "Dr" stays where it is printed."""
    url: str | None = None
    """Profile page, absolute."""
    role: Literal["writer", "photographer", "editor", "contributor"] | None = None
    job_title: str | None = None
    bio: str | None = None
    image: str | None = None
    """Portrait, absolute URL."""
    kind: AuthorKind = "person"


@attrs.frozen(kw_only=True)
class Section:
    """A heading and what follows it up to the next; the lead has no heading."""

    heading: str | None = None
    """None for the lead."""
    level: int = 1
    """1 to 6; 1 for the lead."""
    anchor: str | None = None
    """The heading's id, without "#"."""
    blocks: tuple[Block, ...] = ()
    """In reading order."""
    published: date | datetime | None = None
    """Entry of a live blog: when it was posted."""
    authors: tuple[Author, ...] = ()
    """Entry of a live blog: who posted it."""


@attrs.frozen(kw_only=True)
class RelatedPost:
    """A teaser of another article."""

    title: str
    """Empty where all that the page says of the article before or after this one is "Next post"."""
    url: str | None = None
    """Absolute, tracking parameters dropped."""
    relation: Relation = "related"
    """Why the page shows it; "listed" is an entry of a page whose kind is "listing"."""
    date: _date | datetime | None = None
    category: str | None = None
    author: str | None = None
    image: str | None = None
    """Absolute URL."""


@attrs.frozen(kw_only=True)
class Pagination:
    """The pages one article is spread over."""

    current: int | None = None
    """Number of this page, from 1."""
    total: int | None = None
    """How many pages there are."""
    urls: tuple[str, ...] = ()
    """Absolute, in page order, as far as the page links them."""


@attrs.frozen(kw_only=True)
class Notice:
    """Something a reader of the record should know."""

    kind: NoticeKind
    text: str | None = None
    """The page's own words that show it."""


@attrs.frozen(kw_only=True)
class Article:
    """One page, read."""

    kind: Kind = "other"
    """"article", "live-blog", "listing" or "other"; confidence in `evidence["kind"]`."""
    url: str | None = None
    """As given, after redirects."""
    canonical_url: str | None = None
    """Absolute."""
    site: Site | None = None
    """Who publishes the page."""
    language: str | None = None
    """BCP 47."""
    title: str | None = None
    """The headline as a reader sees it: no site name, but a source kept ("… – Middle East Eye")."""
    subtitle: str | None = None
    """Standfirst or dek printed on the page."""
    description: str | None = None
    """The page's own summary, from its metadata."""
    byline: str | None = None
    """As printed: "by Sophia Davis"."""
    authors: tuple[Author, ...] = ()
    """Who made it, in the order of the byline."""
    source: str | None = None
    """Who first published it, where the page says so."""
    published: date | datetime | None = None
    """A datetime only where the page states a time; aware where it states a zone; never padded."""
    modified: date | datetime | None = None
    """As `published`."""
    categories: tuple[Link, ...] = ()
    """The sections the article is filed under."""
    breadcrumbs: tuple[Link, ...] = ()
    """The way from the home page to this one."""
    tags: tuple[Link, ...] = ()
    """Topics of this article; url None where only metadata names them."""
    lead_image: Image | None = None
    """The picture that stands for the article."""
    sections: tuple[Section, ...] = ()
    """The body."""
    related: tuple[RelatedPost, ...] = ()
    """Teasers of other articles."""
    contents: tuple[Link, ...] = ()
    """The page's own table of contents; URLs are anchors or pages, absolute where the page's URL is known,
    None where scripts alone lead to an entry."""
    pagination: Pagination | None = None
    """None where the article is on one page."""
    notices: tuple[Notice, ...] = ()
    """What a reader of the record should know: a paywall, an empty body, a correction, …"""
    removed: dict[str, int] = attrs.field(factory=dict, hash=False)
    """How many elements were stripped, by kind: ad, consent, navigation, share, newsletter, …"""
    evidence: dict[str, Evidence] = attrs.field(factory=dict, hash=False)
    """Per field: source, locator, raw text, confidence, agreeing and losing sources."""
    fingerprint: str = ""
    """64-bit SimHash of the body, 16 hex digits; "" where there is no body."""

    @property
    def text(self) -> str:
        """The body as plain text: headings on lines of their own, blocks parted by a blank line."""
        return plain.text(self.sections)

    @property
    def lists(self) -> tuple[List, ...]:
        """The lists of the body, in order."""
        return tuple(b for b in plain.blocks(self.sections) if isinstance(b, List))

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the body, in order."""
        return tuple(b for b in plain.blocks(self.sections) if isinstance(b, Table))

    @property
    def images(self) -> tuple[Image, ...]:
        """The pictures of the body, in order."""
        return tuple(b for b in plain.blocks(self.sections) if isinstance(b, Image))

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of the running text, in order."""
        return tuple(plain.links(self.sections))

    def to_dict(self) -> dict[str, Any]:
        """The article as JSON values: every field by its name, dates in ISO 8601, blocks with a "type", and "text"."""
        from newsextract.export import convert

        return convert.to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """`to_dict` as one JSON document; on one line unless `indent` is given."""
        from newsextract.export import convert

        return convert.to_json(self, indent=indent)

    @staticmethod
    def from_dict(data: Mapping[str, Any]) -> "Article":
        """The article that `to_dict` wrote; RecordError, with the path, where `data` describes none."""
        from newsextract.export import convert

        return convert.from_dict(data)

    def to_markdown(self, *, front_matter: bool = False) -> str:
        """GitHub-flavoured Markdown: title, standfirst, lead image, body; the other facts as YAML where asked for."""
        from newsextract.export import markdown

        return markdown.document(self, front_matter=front_matter)

    def to_html(self, *, fragment: bool = False) -> str:
        """A clean HTML document, safe to show: built from the record alone. `fragment`: only its article element."""
        from newsextract.export import html

        return html.fragment(self) if fragment else html.document(self)

    def to_tei(self) -> str:
        """A TEI P5 document: XML with a declaration, in UTF-8."""
        from newsextract.export import tei

        return tei.document(self)

    def to_json_ld(self) -> dict[str, Any]:
        """A schema.org entity: NewsArticle, LiveBlogPosting, CollectionPage or WebPage, as the kind says."""
        from newsextract.export import jsonld

        return jsonld.entity(self)
