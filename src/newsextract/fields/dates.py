"""When the article was published, and when it was last changed."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from urllib.parse import unquote, urlsplit

import attrs

from newsextract.evidence import RAW_LIMIT, Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.locate.printed_dates import printed_dates
from newsextract.page import schema
from newsextract.page.dates import When, day_of, epoch, is_later, iso, parse, relative
from newsextract.page.document import css_path
from newsextract.page.text import text_of

PUBLISHED_METAS = (
    "article:published_time og:article:published_time og:published_time article:published article.published "
    "datepublished date_published publish_date publish-date publishdate published_time published_at pubdate pub_date "
    "publication_date publication-date publicationdate dc.date.issued dcterms.issued dc.issued parsely-pub-date "
    "sailthru.date citation_publication_date citation_online_date citation_date cxenseparse:recs:publishtime "
    "shareaholic:article_published_time rnews:datepublished bt:pubdate article_date_original "
    "originalpublicationdate og:pubdate prism.publicationdate mediator_published_time weibo:article:create_at "
    "displaydate firstpublished iso-8601-publish-date vr:published_time"
).split()
CREATED_METAS = (
    "date dc.date dc.date.created dcterms.created dcterms.date dc.created datecreated created article.created "
    "article:created_time creation_date xdate release_date date.release dcterms.available ptime search_date"
).split()
MODIFIED_METAS = (
    "article:modified_time og:article:modified_time og:updated_time article:updated_time datemodified date_modified "
    "last-modified lastmod dcterms.modified dc.date.modified modificationdate modified_time updated_time revised "
    "last_updated_date shareaholic:article_modified_time article:modified"
).split()

_URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_.-]?)(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])(?!\d)")
_URL_DAY_FIRST = re.compile(r"(?<!\d)(3[01]|[12]\d|0?[1-9])([-_.])(1[0-2]|0?[1-9])\2((?:19|20)\d\d)(?!\d)")
_SCRIPT_DATE = re.compile(
    r"""["'](?:datePublished|date_published|published(?:At|_at|Date|_date|Time|_time|On)?|publish(?:Date|_date|Time|_time)
        |publication_?[dD]ate|pubDate|pub_date|firstPublished\w*|article_?[pP]ublish\w*)["']\s*:\s*["']([^"'\\]{8,40})["']""",
    re.VERBOSE,
)

_BELIEF = ((3.5, 0.9), (2.5, 0.85), (1.5, 0.8), (0.5, 0.65), (-0.5, 0.5), (-1.5, 0.3), (-9.0, 0.15))
"""Score of the likeliest printed date -> how often it was the right one on annotated pages."""
_CONTRADICTED = 0.6
"""How far the belief in a meta name goes that is there twice and says two things: teasers have theirs too."""
_MARKED_MODIFIED = 0.6
"""How far the belief in a page's only date goes whose class says "updated": themes that print one date name it so."""
_LEAST_MODIFIED = -0.5
"""Score from which a printed "Updated" is this article's."""
_TRUSTED = 0.6
"""Belief from which a printed day tells the zone of the site."""
_URL_FOLDERS, _URL_DIGITS = 0.93, 0.7
"""Belief in /2025/07/25/ and in other digits of an address."""
_SURE = 0.9
"""Belief from which stated dates that agree need no print."""
_ONE_DAY = range(8, 15)
"""Hours in UTC at which it is the same day from California to Japan."""
_EXACT = 0.5
"""Belief from which a place may tell the time of the day that was chosen."""
_RELATIVE = 0.7
_NEAR = 80
"""Elements from the headline within which "3 hours ago" is the article's age."""
_OTHER_ENTITIES = 0.75
"""Belief in the date of an entity that is not called an article: a WebPage, a Recipe, a video."""


def read_published(page: LabelledPage) -> tuple[When, Evidence] | None:
    """The date of publication and its evidence; a day where the page states no time."""
    candidates = [c for c in _published(page) if not is_later(c.value, page.captured)]
    if not candidates:
        candidates = [c for c in _last_resorts(page) if not is_later(c.value, page.captured)]
    return _precise(list(_in_local_time(candidates)))


def read_modified(page: LabelledPage) -> tuple[When, Evidence] | None:
    """The date of the last change and its evidence."""
    return _precise([c for c in _modified(page) if not is_later(c.value, page.captured)])


def _precise(candidates: list[Candidate[When]]) -> tuple[When, Evidence] | None:
    """The best day, as exactly as a place that can be believed states it: with zone, with time, as a day."""
    chosen = choose(candidates, key=day_of)
    if chosen is None:
        return None
    day, evidence = day_of(chosen[0]), chosen[1]
    same = [c for c in candidates if day_of(c.value) == day and c.weight >= _EXACT]
    best = max(same, key=lambda c: (_precision(c.value), c.weight), default=None)
    if best is None or _precision(best.value) <= _precision(chosen[0]):
        return chosen
    raw = None if best.raw is None else best.raw[:RAW_LIMIT]
    return best.value, attrs.evolve(evidence, source=best.source, locator=best.locator, raw=raw)


def _precision(value: When) -> int:
    return 0 if not isinstance(value, datetime) else 1 if value.tzinfo is None else 2


def _published(page: LabelledPage) -> Iterator[Candidate[When]]:
    stated = [c for c in _stated(page) if not is_later(c.value, page.captured)]
    yield from stated
    if not _is_settled(stated):
        yield from _from_print(page)


def _is_settled(stated: list[Candidate[When]]) -> bool:
    """Whether print can add nothing: a moment in the site's own zone, or at an hour that is one day everywhere near.

    Reading all printed dates costs as much as all other fields of a record.
    """
    best = max(stated, key=lambda c: c.weight, default=None)
    if best is None or best.weight < _SURE or not isinstance(best.value, datetime) or best.value.tzinfo is None:
        return False
    if any(day_of(c.value) != day_of(best.value) for c in stated):
        return False
    return best.value.utcoffset() != timedelta(0) or best.value.hour in _ONE_DAY


def _stated(page: LabelledPage) -> Iterator[Candidate[When]]:
    yield from _from_entities(page, "datePublished", 0.96)
    yield from _from_entities(page, "dateCreated", 0.6)
    yield from _from_entities(page, "uploadDate", 0.5)
    if not page.entities.articles:
        yield from _from_other_entities(page)
    yield from _from_metas(page, PUBLISHED_METAS, 0.9)
    yield from _from_metas(page, CREATED_METAS, 0.55)
    yield from _from_url(page)


def _modified(page: LabelledPage) -> Iterator[Candidate[When]]:
    stated = list(_modified_stated(page))
    yield from stated
    if not stated:
        for printed in printed_dates(page):
            if (
                printed.says == "updated" or (printed.marked_modified and not printed.says)
            ) and printed.score >= _LEAST_MODIFIED:
                line = printed.line
                yield Candidate(
                    value=line.value, source="dom", locator=css_path(line.element), raw=line.raw, weight=0.7
                )
                return


def _modified_stated(page: LabelledPage) -> Iterator[Candidate[When]]:
    yield from _from_entities(page, "dateModified", 0.9)
    yield from _from_metas(page, MODIFIED_METAS, 0.8)


def _from_entities(page: LabelledPage, name: str, weight: float) -> Iterator[Candidate[When]]:
    for source, entity in page.entities.articles:
        raw = schema.text(entity.get(name))
        if (value := _day(raw, page)) is not None:
            yield Candidate(value=value, source=source, locator=name, raw=raw, weight=weight)


def _from_other_entities(page: LabelledPage) -> Iterator[Candidate[When]]:
    for source, entity in page.entities.all:
        for name in ("datePublished", "dateCreated", "uploadDate"):
            raw = schema.text(entity.get(name))
            if raw and (value := _day(raw, page)) is not None:
                yield Candidate(value=value, source=source, locator=name, raw=raw, weight=_OTHER_ENTITIES)
                return


def _from_metas(page: LabelledPage, names: list[str], weight: float) -> Iterator[Candidate[When]]:
    for name in names:
        read = [(value, raw) for raw in page.meta.all(name) if (value := _day(raw, page)) is not None]
        believed = weight if len({day_of(value) for value, _ in read}) < 2 else weight * _CONTRADICTED
        for value, raw in read:
            yield Candidate(value=value, source="meta", locator=name, raw=raw, weight=believed)


def _from_url(page: LabelledPage) -> Iterator[Candidate[When]]:
    path = unquote(urlsplit(page.url or "").path)
    found = [(m, (m[1], m[3], m[4])) for m in _URL_DATE.finditer(path)]
    found += [(m, (m[4], m[3], m[1])) for m in _URL_DAY_FIRST.finditer(path)]
    for match, (year, month, day) in found:
        try:
            value = date(int(year), int(month), int(day))
        except ValueError:
            continue
        weight = _URL_FOLDERS if match[2] == "/" else _URL_DIGITS
        yield Candidate(value=value, source="url", locator="url", raw=match[0], weight=weight)


def _last_resorts(page: LabelledPage) -> Iterator[Candidate[When]]:
    yield from _from_relative(page)
    yield from _from_scripts(page)


def _from_relative(page: LabelledPage) -> Iterator[Candidate[When]]:
    """ "3 hours ago" where a date belongs, counted back from the capture."""
    for kind in ("date-published", "date"):
        for element in page.labels.of(kind):
            is_near = page.headline is None or abs(element.index - page.headline.index) <= _NEAR
            if is_near and (value := relative(text_of(element), page.captured)) is not None:
                yield Candidate(
                    value=value, source="dom", locator=css_path(element), raw=text_of(element), weight=_RELATIVE
                )
                return


def _from_scripts(page: LabelledPage) -> Iterator[Candidate[When]]:
    for script in page.document.by_tag.get("script", ()):
        for match in _SCRIPT_DATE.finditer(page.document.script_text(script)):
            if (value := _day(match[1], page)) is not None:
                yield Candidate(value=value, source="script", locator=css_path(script), raw=match[0], weight=0.5)
                return


def _from_print(page: LabelledPage) -> Iterator[Candidate[When]]:
    known = frozenset(c.value for c in (*_stated(page), *_modified_stated(page)))
    own = [p for p in printed_dates(page, known) if p.says != "updated"]
    own = [p for p in own if not p.marked_modified or p.says] or own[:1]
    for printed in own[:1]:
        value = _unpadded(printed.line.value) if printed.line.stated else printed.line.value
        weight = next(w for least, w in _BELIEF if printed.score >= least)
        weight *= _MARKED_MODIFIED if printed.marked_modified else 1.0
        locator = css_path(printed.line.element)
        yield Candidate(value=value, source="dom", locator=locator, raw=printed.line.raw, weight=weight)


def _in_local_time(candidates: list[Candidate[When]]) -> Iterator[Candidate[When]]:
    """The candidates, those in UTC moved to the zone of the site where the page tells it and the day is another there.

    Where the page prints 8:48 p.m. on the 22nd what its metadata states as 1:48 UTC on the 23rd, the zone is five hours
    behind. Where it prints (or its address holds) the day before or after alone, that day is the day of publication.
    """
    printed = [c for c in candidates if c.source in {"dom", "url"} and c.weight >= _TRUSTED and not _is_utc(c.value)]
    for candidate in candidates:
        value = candidate.value
        if isinstance(value, datetime) and value.tzinfo is not None and candidate.source not in {"dom", "url"}:
            locals_ = [v for p in printed if (v := _local(value, p.value)) is not None and day_of(v) != value.date()]
            if locals_ and (isinstance(locals_[0], datetime) or all(day_of(p.value) != value.date() for p in printed)):
                yield attrs.evolve(candidate, value=locals_[0])
                continue
        yield candidate


def _is_utc(value: When) -> bool:
    return isinstance(value, datetime) and value.utcoffset() == timedelta(0)


def _local(value: datetime, printed: When) -> When | None:
    if abs((day_of(printed) - value.date()).days) > 1:
        return None
    if isinstance(printed, datetime):
        if printed.tzinfo is not None:
            return value.astimezone(printed.tzinfo) if abs(printed - value) < timedelta(minutes=2) else None
        if value.utcoffset() != timedelta(0):
            return None
        offset = printed - value.replace(tzinfo=None)
        quarters = round(offset / timedelta(minutes=15))
        if abs(offset - quarters * timedelta(minutes=15)) < timedelta(minutes=2) and -48 <= quarters <= 56:
            return value.astimezone(timezone(quarters * timedelta(minutes=15)))
        return None
    if value.utcoffset() != timedelta(0):
        return None
    midnight = datetime.combine(printed, time(0), value.tzinfo)
    if printed != value.date() and midnight - timedelta(hours=14) < value < midnight + timedelta(hours=36):
        return printed
    return None


def _day(raw: str | None, page: LabelledPage) -> When | None:
    """A date of the metadata."""
    value = iso(raw) or epoch(raw) or parse(raw, page.meta.language)
    return None if value is None else _unpadded(value)


def _unpadded(value: When) -> When:
    """The day alone where the time is midnight to the second: a day that was padded."""
    return value.date() if isinstance(value, datetime) and value.time() == time(0) else value
