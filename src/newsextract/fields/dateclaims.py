"""What a page's dates say of one another: dates go in, each as far believed or as exactly read as others allow."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import attrs

from newsextract.evidence import Candidate
from newsextract.locate.printed_dates import PrintedDate
from newsextract.page.dates import When, day_of

Candidates = list[Candidate[When]]

NEAR = timedelta(minutes=2)
"""How far apart two times may be that are the same: print leaves the seconds out."""
_HALF = timedelta(minutes=30)
"""What zones are parted by, but for a few."""
_LEAST = 0.5
"""Score from which a printed date is near enough to the headline to correct a stated one."""
_MOVED = timedelta(days=30)
"""How much earlier than a lone meta tag a day under the headline is where an old text was published anew."""
_ALONE = 0.85
"""How far the belief in that tag goes then."""
_UNCHANGED = 0.8
"""How far the belief in a change goes that is stated as the moment of publication, where a later one is stated too."""


def is_utc(value: When) -> bool:
    """Whether it is a moment in UTC, which may be in any zone of the site."""
    return isinstance(value, datetime) and value.utcoffset() == timedelta(0)


def quarters(offset: timedelta) -> timezone | None:
    """The zone that is so far from UTC, to quarters of an hour; None where there is none."""
    count = round(offset / timedelta(minutes=15))
    is_zone = abs(offset - count * timedelta(minutes=15)) < NEAR and -48 <= count <= 56
    return timezone(count * timedelta(minutes=15)) if is_zone else None


def republished(candidates: Candidates, printed: PrintedDate | None) -> Iterator[Candidate[When]]:
    """The candidates; those of the only meta tag with less belief where the day under the headline, with nothing else
    in its line, is much earlier: of an old text it may state when it was moved here."""
    stated = [c for c in candidates if c.source != "dom"]
    is_lone = bool(stated) and {c.source for c in stated} == {"meta"} and len({day_of(c.value) for c in stated}) == 1
    if is_lone and printed is not None and not printed.marked_modified:
        is_lone = day_of(stated[0].value) - day_of(printed.line.value) > _MOVED
        for candidate in candidates:
            is_doubted = is_lone and candidate.source == "meta"
            yield attrs.evolve(candidate, weight=candidate.weight * _ALONE) if is_doubted else candidate
    else:
        yield from candidates


def before_change(chosen: When, printed: tuple[PrintedDate, ...]) -> PrintedDate | None:
    """The earlier time of the same day that is printed as the publication, where the chosen one is printed as that of
    the change: some systems state nothing else."""
    if not isinstance(chosen, datetime) or chosen.tzinfo is None:
        return None
    near = [p for p in printed if p.score >= _LEAST and not p.line.stated]
    changes = [p.line.value for p in near if p.says == "updated"]
    if not any(abs(v - chosen) < NEAR for v in changes if isinstance(v, datetime) and v.tzinfo is not None):
        return None
    for found in near:
        value = found.line.value
        if found.says != "published" or not isinstance(value, datetime) or value.tzinfo is None:
            continue
        if NEAR <= chosen - value < timedelta(days=1):
            return found
    return None


def doubted_changes(changes: Candidates, published: Candidates) -> Iterator[Candidate[When]]:
    """The dates of change; those that are the publication with less belief where a later moment is stated too, and
    without those that print its time in another zone where the change is stated as the same moment too."""
    moments = {c.value for c in published}
    first = max(published, key=lambda c: c.weight).value if published else None
    if any(c.value == first for c in changes):
        changes = [c for c in changes if c.value == first or not _is_shifted(c.value, first)]
    others = [c.value for c in changes if isinstance(c.value, datetime) and c.value not in moments]
    for change in changes:
        is_doubted = change.value in moments and any(day_of(v) > day_of(change.value) for v in others)
        yield attrs.evolve(change, weight=change.weight * _UNCHANGED) if is_doubted else change


def _is_shifted(value: When, first: When | None) -> bool:
    """Whether two moments have one day and time, to the second: in two zones, as one system read the other's wrong."""
    if not isinstance(value, datetime) or not isinstance(first, datetime) or not value.second:
        return False
    return value.replace(tzinfo=None) == first.replace(tzinfo=None)


def in_zone(change: When, published: Candidates) -> When:
    """A change without a zone that would lie before the publication: in the zone in which they are one moment, else
    the day alone."""
    moments = [c.value for c in published if isinstance(c.value, datetime) and c.value.tzinfo is not None]
    if not isinstance(change, datetime) or change.tzinfo is not None or not moments:
        return change
    first = max(published, key=lambda c: (c.value in moments, c.weight)).value
    if not isinstance(first, datetime) or change.date() != first.date() or change >= first.replace(tzinfo=None):
        return change
    zone = quarters(change.replace(tzinfo=first.tzinfo) - first) if is_utc(first) else None
    is_whole = zone is not None and zone.utcoffset(None) % _HALF == timedelta(0)
    return change.replace(tzinfo=zone) if is_whole else change.date()
