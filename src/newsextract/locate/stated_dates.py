"""A labelled page in, the dates that its metadata and its address state out, each with how far it is to be believed."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from urllib.parse import unquote, urlsplit

from newsextract.evidence import Candidate
from newsextract.label import LabelledPage
from newsextract.page import schema
from newsextract.page.dates import When, day_of, epoch, iso, parse
from newsextract.page.schema import Entity

PUBLISHED_METAS = (
    "article:published_time og:article:published_time og:published_time article:published article.published "
    "datepublished date_published publish_date publish-date publishdate published_time published_at pubdate pub_date "
    "publication_date publication-date publicationdate dc.date.issued dcterms.issued dc.issued parsely-pub-date "
    "sailthru.date citation_publication_date citation_online_date citation_date cxenseparse:recs:publishtime "
    "shareaholic:article_published_time rnews:datepublished bt:pubdate article_date_original "
    "originalpublicationdate og:pubdate prism.publicationdate mediator_published_time weibo:article:create_at "
    "displaydate firstpublished iso-8601-publish-date vr:published_time vr:published-time published published-date "
    "publisheddate cxenseparse:publishtime og:publish_date cxenseparse:recs:published_time content:publishdate "
    "article:first_published_time article-published_time date-pub date_posted article:publish_date publishtime "
    "http://ogp.me/ns/article#published_time"
).split()
CREATED_METAS = (
    "date dc.date dc.date.created dcterms.created dcterms.date dc.created datecreated created article.created "
    "article:created_time creation_date xdate release_date date.release dcterms.available ptime search_date "
    "date.created dcterms:created dc:date.created dc:date date.available"
).split()
MODIFIED_METAS = (
    "article:modified_time og:article:modified_time og:updated_time article:updated_time datemodified date_modified "
    "last-modified lastmod dcterms.modified dc.date.modified modificationdate modified_time updated_time revised "
    "last_updated_date shareaholic:article_modified_time article:modified date.updated date.modified last_modified"
).split()

_EPOCH = date(1970, 1, 1)
_URL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:([/_.-])(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])|(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9]))(?!\d)"
)
_URL_DAY_FIRST = re.compile(r"(?<!\d)(3[01]|[12]\d|0?[1-9])([-_.])(1[0-2]|0?[1-9])\2((?:19|20)\d\d)(?!\d)")
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/([^\W\d_]{3,9})/(3[01]|[12]\d|0?[1-9])(?!\d)")

_STAMPED = 0.86
"""How far the belief in an entity's date goes that is no earlier than its date of change, or no ISO date: site builders
state there when the site was last published. A date printed alone beside the headline is to outweigh it."""
_CONTRADICTED = 0.6
"""How far the belief in a meta name goes that is there twice and says two things: teasers have theirs too."""
_URL_FOLDERS, _URL_DIGITS = 0.93, 0.7
"""Belief in /2025/07/25/ and in other digits of an address."""
_OTHER_ENTITIES = 0.75
"""Belief in the date of an entity that is not called an article: a WebPage, a Recipe, a video."""


def published(page: LabelledPage) -> Iterator[Candidate[When]]:
    """The dates of publication."""
    yield from _from_entities(page, "datePublished", 0.96)
    yield from _from_entities(page, "dateCreated", 0.6)
    yield from _from_entities(page, "uploadDate", 0.5)
    if not page.entities.articles:
        yield from _from_other_entities(page, ("datePublished", "dateCreated", "uploadDate"))
    yield from _from_metas(page, PUBLISHED_METAS, 0.9)
    yield from _from_metas(page, CREATED_METAS, 0.55)
    yield from _from_url(page)


def modified(page: LabelledPage) -> Iterator[Candidate[When]]:
    """The dates of the last change."""
    yield from _from_entities(page, "dateModified", 0.9)
    if not page.entities.articles:
        yield from _from_other_entities(page, ("dateModified",))
    yield from _from_metas(page, MODIFIED_METAS, 0.8)


def stated_day(raw: str | None, page: LabelledPage) -> When | None:
    """A date as metadata or a script states it."""
    value = iso(raw) or epoch(raw) or parse(raw, page.meta.language)
    return None if value is None or _is_unset(value) else unpadded(value)


def _is_unset(value: When) -> bool:
    """Whether a moment is where clocks begin, a day of grace for zones: systems write it where no date was set."""
    return abs(day_of(value) - _EPOCH) <= timedelta(days=1)


def unpadded(value: When) -> When:
    """The day alone where the time is midnight to the second: a day that was padded."""
    return value.date() if isinstance(value, datetime) and value.time() == time(0) else value


def _from_entities(page: LabelledPage, name: str, weight: float) -> Iterator[Candidate[When]]:
    for source, entity in page.entities.articles:
        raw = schema.text(entity.get(name))
        if (value := stated_day(raw, page)) is not None:
            believed = weight * _STAMPED if _is_stamp(name, value, entity, page) else weight
            yield Candidate(value=value, source=source, locator=name, raw=raw, weight=believed)


def _is_stamp(name: str, value: When, entity: Entity, page: LabelledPage) -> bool:
    """Whether a stated publication looks like the moment the site was built: in a person's form of writing, or not
    before the change."""
    if name != "datePublished":
        return False
    changed = schema.text(entity.get("dateModified"))
    if iso(schema.text(entity.get(name))) is None:
        return True
    return isinstance(value, datetime) and changed is not None and _is_at_least(value, stated_day(changed, page))


def _is_at_least(value: datetime, other: When | None) -> bool:
    if not isinstance(other, datetime) or (value.tzinfo is None) != (other.tzinfo is None):
        return other is not None and value.date() >= day_of(other)
    return value >= other


def _from_other_entities(page: LabelledPage, names: tuple[str, ...]) -> Iterator[Candidate[When]]:
    for source, entity in page.entities.all:
        for name in names:
            raw = schema.text(entity.get(name))
            if raw and (value := stated_day(raw, page)) is not None:
                yield Candidate(value=value, source=source, locator=name, raw=raw, weight=_OTHER_ENTITIES)
                return


def _from_metas(page: LabelledPage, names: list[str], weight: float) -> Iterator[Candidate[When]]:
    for name in names:
        if name not in page.meta.values:
            continue
        read = [(value, raw) for raw in page.meta.all(name) if (value := stated_day(raw, page)) is not None]
        believed = weight if len({day_of(value) for value, _ in read}) < 2 else weight * _CONTRADICTED
        for value, raw in read:
            yield Candidate(value=value, source="meta", locator=name, raw=raw, weight=believed)


def _from_url(page: LabelledPage) -> Iterator[Candidate[When]]:
    path = unquote(urlsplit(page.url or "").path)
    found = [(m, (m[1], m[3] or m[5], m[4] or m[6])) for m in _URL_DATE.finditer(path)]
    found += [(m, (m[4], m[3], m[1])) for m in _URL_DAY_FIRST.finditer(path)]
    for match, (year, month, day) in found:
        try:
            value = date(int(year), int(month), int(day))
        except ValueError:
            continue
        weight = _URL_FOLDERS if match[2] == "/" else _URL_DIGITS
        yield Candidate(value=value, source="url", locator="url", raw=match[0], weight=weight)
    for match in _URL_MONTH.finditer(path):
        if (named := stated_day(f"{match[3]} {match[2]} {match[1]}", page)) is not None:
            yield Candidate(value=named, source="url", locator="url", raw=match[0], weight=_URL_FOLDERS)
