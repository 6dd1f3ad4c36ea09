"""Rows of results in, one Tally out: all that a report says, gathered in one pass."""

from array import array
from collections import Counter
from collections.abc import Iterable
from heapq import heappush, heappushpop
from typing import Any
from urllib.parse import urlsplit

import attrs

from newsextract.inputs.page import member_of
from newsextract.report.needs import needs

FIELDS = tuple(
    "title text published authors byline language lead_image description subtitle modified categories tags breadcrumbs "
    "source related".split()
)
"""Fields whose fill rate is told, the ones most asked for first."""

PAGES_A_SITE = 5
"""Pages of one site among those most in need of a look: more of the same would say nothing new."""

BINS = 20
"""Steps of a confidence from 0 to 1."""


@attrs.frozen(kw_only=True, order=True)
class Look:
    """A page that wants a look."""

    need: float
    number: int
    """Place among the results; breaks ties."""
    url: str
    title: str
    reasons: tuple[str, ...]
    source: str | None = attrs.field(default=None, order=False)
    """Where the page itself is, where the batch says so."""
    member: str | None = attrs.field(default=None, order=False)
    """Which page of that file, as `member_of` calls it."""


@attrs.define(kw_only=True)
class SiteTally:
    """One site's share."""

    pages: int = 0
    failures: int = 0
    need: float = 0.0
    """Sum over its pages."""
    filled: Counter[str] = attrs.field(factory=Counter)
    """Field -> pages that have it."""
    reasons: Counter[str] = attrs.field(factory=Counter)
    worst: list[Look] = attrs.field(factory=list)
    """A heap of at most PAGES_A_SITE."""


@attrs.define(kw_only=True)
class Tally:
    """What a batch holds."""

    pages: int = 0
    failures: int = 0
    sites: dict[str, SiteTally] = attrs.field(factory=dict)
    filled: Counter[str] = attrs.field(factory=Counter)
    kinds: Counter[str] = attrs.field(factory=Counter)
    languages: Counter[str] = attrs.field(factory=Counter)
    days: Counter[str] = attrs.field(factory=Counter)
    """Day of publication in ISO 8601 -> pages."""
    notices: Counter[str] = attrs.field(factory=Counter)
    causes: Counter[tuple[str, str]] = attrs.field(factory=Counter)
    """(stage, error) -> failures."""
    examples: dict[tuple[str, str], tuple[str, str]] = attrs.field(factory=dict)
    """(stage, error) -> id and message of the first."""
    lengths: "array[int]" = attrs.field(factory=lambda: array("L"))
    """Characters of each body that has any."""
    confidence: dict[str, list[int]] = attrs.field(factory=dict)
    """Field -> pages by step of confidence."""
    fingerprints: "array[int]" = attrs.field(factory=lambda: array("Q"))
    named: list[tuple[str, str]] = attrs.field(factory=list)
    """Address and title of the page of each fingerprint."""


def tally(rows: Iterable[dict[str, Any]]) -> Tally:
    """Count every row."""
    total = Tally()
    for number, row in enumerate(rows):
        site = total.sites.setdefault(_site(row), SiteTally())
        if "error" in row:
            _fail(total, site, row)
        else:
            _count(total, site, row, number)
    return total


def _fail(total: Tally, site: SiteTally, row: dict[str, Any]) -> None:
    total.failures += 1
    site.failures += 1
    cause = (str(row.get("stage") or "?"), str(row["error"]))
    total.causes[cause] += 1
    total.examples.setdefault(cause, (str(row.get("id") or row.get("url") or ""), str(row.get("message") or "")))


def _count(total: Tally, site: SiteTally, row: dict[str, Any], number: int) -> None:
    total.pages += 1
    site.pages += 1
    filled = [name for name in FIELDS if row.get(name)]
    total.filled.update(filled)
    site.filled.update(filled)
    total.kinds[row.get("kind") or "?"] += 1
    total.languages[(row.get("language") or "none").split("-")[0]] += 1
    total.notices.update({n["kind"] for n in row.get("notices") or ()})
    if published := row.get("published"):
        total.days[str(published)[:10]] += 1
    if text := row.get("text"):
        total.lengths.append(len(text))
    for name, why in (row.get("evidence") or {}).items():
        if name in FIELDS and row.get(name):
            steps = total.confidence.setdefault(name, [0] * BINS)
            steps[min(int((why.get("confidence") or 0.0) * BINS), BINS - 1)] += 1
    if fingerprint := row.get("fingerprint"):
        total.fingerprints.append(int(fingerprint, 16))
        total.named.append((_address(row), row.get("title") or ""))
    _look(site, row, number)


def _look(site: SiteTally, row: dict[str, Any], number: int) -> None:
    found = list(needs(row))
    if not found:
        return
    need = sum(weight for weight, _ in found)
    reasons = tuple(dict.fromkeys(reason for _, reason in found))
    site.need += need
    site.reasons.update(reasons)
    place = row.get("page") or {}
    look = Look(
        need=need,
        number=-number,
        url=_address(row),
        title=row.get("title") or "",
        reasons=reasons,
        source=place.get("source"),
        member=member_of(place.get("member"), place.get("offset")),
    )
    (heappush if len(site.worst) < PAGES_A_SITE else heappushpop)(site.worst, look)


def _address(row: dict[str, Any]) -> str:
    return str(row.get("canonical_url") or row.get("url") or row.get("id") or "")


def _site(row: dict[str, Any]) -> str:
    """The host of the page's address, else what the site calls itself."""
    try:
        host = urlsplit(str(row.get("url") or row.get("canonical_url") or row.get("id") or "")).hostname
    except ValueError:
        host = None
    return (host or "").removeprefix("www.") or (row.get("site") or {}).get("name") or "unknown site"
