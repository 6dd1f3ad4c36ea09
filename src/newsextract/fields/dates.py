"""When the article was published, and when it was last changed."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice

import attrs

from newsextract.evidence import RAW_LIMIT, Candidate, Evidence, choose
from newsextract.fields import dateclaims
from newsextract.fields.dateclaims import NEAR, is_utc, quarters
from newsextract.label import LabelledPage
from newsextract.locate.moments import Moments
from newsextract.locate.printed_dates import PrintedDate
from newsextract.locate.stated_dates import stated_day, unpadded
from newsextract.page.dates import When, day_of, is_later, relative
from newsextract.page.document import Document, Element, css_path
from newsextract.page.text import text_of

_SCRIPT_DATE = re.compile(
    r"""["'](?:datePublished|date_published|published(?:At|_at|Date|_date|Time|_time|On)?|publish(?:Date|_date|Time|_time)
        |(?:first_)?publication_?[dD]ate|pubDate|pub_date|date_?[pP]osted|firstPublished\w*|article_?[pP]ublish\w*)
        \\?["']\s*:\s*\\?["']([^"'\\]{8,40})\\?["']""",
    re.VERBOSE,
)

_BELIEF = ((3.5, 0.9), (2.5, 0.85), (1.5, 0.8), (0.5, 0.65), (0.0, 0.5))
"""Score of the likeliest printed date -> how often it was the right one on annotated pages; below, one in six was."""
_MARKED_MODIFIED = 0.6
"""How far the belief in a page's only date goes whose class says "updated": themes that print one date name it so."""
_BEHIND = 2.0
"""Score that a date may stand behind one whose class says "updated" to be taken before it."""
_EARLIER = 0.8
"""Belief from which a stated publication tells that another day, stated as a change, is one."""
_LEAST_MODIFIED = -0.5
"""Score from which a printed "Updated" is this article's."""
_LEAST_LABELLED = -0.75
_LABEL = 30
"""Characters of a label before a date."""
_LEAST_ALONE = -2.0
"""The same of the only day of the page that the markup calls one of change, in a footer as a rule."""
_CHANGED = 0.7
"""Belief in it."""
_TRUSTED = 0.6
"""Belief from which a printed day tells the zone of the site."""
LEAST_EXACT, MUCH_LESS = 0.5, 2.0
"""Score of a date that may tell the time of the likeliest, and how much less than that of the other it may be."""
_SURE = 0.9
"""Belief from which stated dates that agree need no print."""
_ONE_DAY = range(8, 15)
"""Hours in UTC at which it is the same day from California to Japan."""
_EXACT = 0.5
"""Belief from which a place may tell the time of the day that was chosen."""
_LEAST_MOVED = 1.5
"""Score from which a printed day may tell that a stated one is that of a move."""
_RELATIVE = 0.7
_RECORD = 40
"""Characters of the shortest JSON that can hold a date under a name."""
_NEAR = 80
"""Elements from the headline within which "3 hours ago" is the article's age."""


def read_published(moments: Moments) -> tuple[When, Evidence] | None:
    """The date of publication and its evidence; a day where the page states no time."""
    page = moments.page
    candidates = [c for c in _published(moments) if not is_later(c.value, page.captured)]
    if not candidates:
        candidates = [c for c in _last_resorts(page) if not is_later(c.value, page.captured)]
    chosen = _precise(list(_in_local_time(candidates)))
    return None if chosen is None else _before_change(chosen, moments)


def read_modified(moments: Moments) -> tuple[When, Evidence] | None:
    """The date of the last change and its evidence."""
    changes = [c for c in _modified(moments) if not is_later(c.value, moments.page.captured)]
    published = list(moments.published)
    chosen = _precise(list(dateclaims.doubted_changes(changes, published)))
    return None if chosen is None else (dateclaims.in_zone(chosen[0], published), chosen[1])


def _before_change(chosen: tuple[When, Evidence], moments: Moments) -> tuple[When, Evidence]:
    """The publication; where it is stated as the last change, too, the one that print tells from that."""
    if not any(c.value == chosen[0] for c in moments.modified):
        return chosen
    printed = dateclaims.before_change(chosen[0], moments.printed)
    if printed is None:
        return chosen
    line = printed.line
    where = attrs.evolve(chosen[1], source="dom", locator=css_path(line.element), raw=line.raw[:RAW_LIMIT])
    return line.value, where


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


def _published(moments: Moments) -> Iterator[Candidate[When]]:
    stated = [c for c in moments.published if not is_later(c.value, moments.page.captured)]
    if _is_settled(stated):
        yield from stated
        return
    printed = list(_from_print(moments))
    alone = next((p for p in moments.printed[:1] if _stands_alone(p) and p.score >= _LEAST_MOVED), None)
    yield from dateclaims.republished([*stated, *printed], alone)


def _is_settled(stated: list[Candidate[When]]) -> bool:
    """Whether print can add nothing: a moment in the site's own zone, or at an hour that is one day everywhere near,
    that not only a meta tag gives.

    Reading all printed dates costs as much as all other fields of a record.
    """
    best = max(stated, key=lambda c: c.weight, default=None)
    if best is None or best.weight < _SURE or not isinstance(best.value, datetime) or best.value.tzinfo is None:
        return False
    if any(day_of(c.value) != day_of(best.value) for c in stated) or {c.source for c in stated} == {"meta"}:
        return False
    return best.value.utcoffset() != timedelta(0) or best.value.hour in _ONE_DAY


def _modified(moments: Moments) -> Iterator[Candidate[When]]:
    yield from moments.modified
    if not moments.modified:
        least = _LEAST_MODIFIED if _marked_change(moments) is None else _LEAST_ALONE
        changes = (p for p in moments.printed if p.score >= _least_of(p, least) and _tells_change(p))
        yield from (attrs.evolve(_of_print(p), weight=_CHANGED) for p in islice(changes, 1))


def _least_of(printed: PrintedDate, least: float) -> float:
    """How likely a date must be that tells of a change: less where its line says nothing else, as at the foot."""
    is_alone = printed.says == "updated" and _stands_alone(printed)
    is_alone = is_alone and all(e.tag != "footer" for e in printed.line.element.ancestors)
    return min(least, _LEAST_LABELLED) if is_alone else least


def _stands_alone(printed: PrintedDate) -> bool:
    """Whether a line says next to nothing but the date; one with more may tell of another day."""
    return len(printed.line.line) <= len(printed.line.raw) + _LABEL


def _tells_change(printed: PrintedDate) -> bool:
    return printed.says == "updated" or (printed.marked_modified and not printed.says)


def _marked_change(moments: Moments) -> date | None:
    """The only printed day that the markup calls one of change."""
    days = {day_of(p.line.value) for p in moments.printed if p.marked_modified}
    return days.pop() if len(days) == 1 else None


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
    """The first date in what the page carries for its scripts: in the scripts, or as JSON in attributes."""
    for element, text in _for_scripts(page.document):
        for match in _SCRIPT_DATE.finditer(text):
            if (value := stated_day(match[1], page)) is not None:
                yield Candidate(value=value, source="script", locator=css_path(element), raw=match[0], weight=0.5)
                return


def _for_scripts(document: Document) -> Iterator[tuple[Element, str]]:
    for script in document.by_tag.get("script", ()):
        yield script, document.script_text(script)
    for element in document.elements:
        for value in element.attrs.values():
            if value and len(value) > _RECORD and value[0] in "{[":
                yield element, value


def _from_print(moments: Moments) -> Iterator[Candidate[When]]:
    changes = _stated_changes(moments)
    own = [p for p in moments.printed if p.says != "updated" and p.score >= _BELIEF[-1][0]]
    own = [p for p in own if p.says or day_of(p.line.value) not in changes]
    last = _marked_change(moments)
    own = [p for p in own if last is None or p.says or _stands_alone(p) or day_of(p.line.value) <= last]
    unmarked = [p for p in own if not p.marked_modified or p.says]
    own = unmarked if unmarked and unmarked[0].score >= own[0].score - _BEHIND else own[:1]
    for printed in own[:1]:
        yield _of_print(printed)
        yield from (_of_print(p) for p in own[1:] if _is_its_text(p, printed) or _is_its_time(p, printed))


def _stated_changes(moments: Moments) -> set[date]:
    """The days of change where an earlier publication is stated too: one printed without a label is that change."""
    first = min((day_of(c.value) for c in moments.published if c.weight >= _EARLIER), default=date.max)
    return {day for c in moments.modified if (day := day_of(c.value)) > first}


def _is_its_text(other: PrintedDate, printed: PrintedDate) -> bool:
    """Whether a date is what readers see of a moment that an attribute states in UTC: a day or hour of the site."""
    same_place = other.line.block is printed.line.block or other.line.element is printed.line.element
    return same_place and not other.line.stated and is_utc(printed.line.value) and not is_utc(other.line.value)


def _is_its_time(other: PrintedDate, printed: PrintedDate) -> bool:
    """Whether a date, about as likely, is the same day with the time: beside the byline, below the day at the top."""
    if isinstance(printed.line.value, datetime) or not isinstance(other.line.value, datetime):
        return False
    is_same = day_of(other.line.value) == printed.line.value
    return is_same and other.score >= max(LEAST_EXACT, printed.score - MUCH_LESS)


def _of_print(printed: PrintedDate) -> Candidate[When]:
    line = printed.line
    weight = next(w for least, w in _BELIEF if printed.score >= least or least == _BELIEF[-1][0])
    weight *= _MARKED_MODIFIED if printed.marked_modified else 1.0
    value = unpadded(line.value) if line.stated else line.value
    return Candidate(value=value, source="dom", locator=css_path(line.element), raw=line.raw, weight=weight)


def _in_local_time(candidates: list[Candidate[When]]) -> Iterator[Candidate[When]]:
    """The candidates, those in UTC moved to the zone of the site where the page tells it and the day is another there.

    Where the page prints 8:48 p.m. on the 22nd what its metadata states as 1:48 UTC on the 23rd, the zone is five hours
    behind. Where it prints (or its address holds) the day before or after alone, that day is the day of publication.
    """
    printed = [c for c in candidates if c.source in {"dom", "url"} and c.weight >= _TRUSTED and not is_utc(c.value)]
    for candidate in candidates:
        value = candidate.value
        if isinstance(value, datetime) and value.tzinfo is not None and (candidate.source != "dom" or is_utc(value)):
            locals_ = [v for p in printed if (v := _local(value, p.value)) is not None and day_of(v) != value.date()]
            local = max(locals_, key=_precision, default=None)
            is_told = isinstance(local, datetime) or all(day_of(p.value) != value.date() for p in printed)
            if local is not None and is_told:
                yield attrs.evolve(candidate, value=local)
                continue
        yield candidate


def _local(value: datetime, printed: When) -> When | None:
    if abs((day_of(printed) - value.date()).days) > 1:
        return None
    if isinstance(printed, datetime):
        if printed.tzinfo is not None:
            return value.astimezone(printed.tzinfo) if abs(printed - value) < NEAR else None
        if value.utcoffset() != timedelta(0):
            return None
        zone = quarters(printed - value.replace(tzinfo=None))
        return None if zone is None else value.astimezone(zone)
    if value.utcoffset() != timedelta(0):
        return None
    midnight = datetime.combine(printed, time(0), value.tzinfo)
    if printed != value.date() and midnight - timedelta(hours=14) < value < midnight + timedelta(hours=36):
        return printed
    return None
