"""A Tally in, one HTML file out: what a batch holds and where it is weak."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import nlargest
from html import escape

from newsextract.export import safe
from newsextract.report import plots
from newsextract.report.assets import asset, policy
from newsextract.report.duplicates import groups
from newsextract.report.tally import BINS, FIELDS, Look, SiteTally, Tally

MOST_SITES = 300
"""Sites with a row in the table of fill rates, the largest first; the rest are summed up in one."""
MOST_PAGES = 50
"""Pages most in need of a look."""
MOST_GROUPS = 50
"""Groups of near-duplicates listed."""
FEW = 15
"""Bars of a plot, members of a group, sites most in need."""
DAYS_APART = 120
"""Days of publication above which dates are counted by month, and then by year."""


def most_in_need(total: Tally) -> list[Look]:
    """The pages that most want a look, the weakest first, a few of a site."""
    return nlargest(MOST_PAGES, (look for site in total.sites.values() for look in site.worst))


def document(total: Tally, name: str, explained: Mapping[str, str] | None = None) -> str:
    """The whole file; `explained` gives the address of the explained page of a page's address."""
    script = asset("report.js")
    parts = [(title, anchor, part) for title, anchor, make in _parts(explained or {}) if (part := make(total))]
    contents = "".join(f'<a href="#{anchor}">{title}</a>' for title, anchor, _ in parts)
    body = "".join(f'<section id="{anchor}"><h2>{title}</h2>{part}</section>\n' for title, anchor, part in parts)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Report: {_text(name)}</title>
<link rel="icon" href="data:,">
<style>{asset("report.css")}</style>
</head>
<body>
<h1>{_text(name)}</h1>
{_cards(total)}
<nav aria-label="Parts">{contents}</nav>
<main>
{body}</main>
<script>{script}</script>
</body>
</html>
"""


def _parts(explained: Mapping[str, str]) -> Iterator[tuple[str, str, Callable[[Tally], str]]]:
    yield "Errors by cause", "errors", _errors
    yield "Pages", "pages", _plots
    yield "Fill rate by site", "fill", _fill
    yield "Confidence", "confidence", _confidence
    yield "Near-duplicates", "duplicates", _duplicates
    yield "Sites most in need of a look", "sites", _sites
    yield "Pages most in need of a look", "looks", lambda total: _looks(total, explained)


def _cards(total: Tally) -> str:
    days = sorted(d for d in total.days if len(d) == len("2026-01-31"))
    shown = [
        ("records", f"{total.pages:,}"),
        ("failures", f"{total.failures:,}"),
        ("sites", f"{len(total.sites):,}"),
        ("languages", f"{len([x for x in total.languages if x != 'none']):,}"),
        ("with a body", _percent(total.filled["text"], total.pages)),
        ("first day", days[0] if days else "–"),
        ("last day", days[-1] if days else "–"),
    ]
    cards = "".join(f"<div><b>{_text(value)}</b>{name}</div>" for name, value in shown)
    return f'<div class="cards">{cards}</div>'


def _errors(total: Tally) -> str:
    if not total.causes:
        return "<p>Every page gave a record.</p>"
    rows = (
        [_any(cause[1]), _any(cause[0]), _number(n), _number(_percent(n, total.failures)), _any(first)]
        for cause, n in total.causes.most_common()
        if (first := " – ".join(total.examples[cause]))
    )
    return _table("causes", ["cause", "stage", "pages", "share", "the first: message"], rows)


def _plots(total: Tally) -> str:
    drawn = [
        _bars("Kinds of page", total.kinds.most_common(FEW)),
        _bars("Languages", total.languages.most_common(FEW)),
        _bars("Notices", total.notices.most_common(FEW)),
        _dates(total),
    ]
    if total.lengths:
        about = "characters of the body; shorter and longer ones in the first and last bar"
        drawn.append(_figure("Lengths", plots.histogram("Lengths", total.lengths, about)))
    return f'<div class="plots">{"".join(drawn)}</div>' if total.pages else ""


def _bars(name: str, counts: list[tuple[str, int]]) -> str:
    shown = [(safe.text(label), n) for label, n in counts]
    return _figure(name, plots.bars(name, shown)) if counts else ""


def _dates(total: Tally) -> str:
    counts, step = dict(total.days), "day"
    for length, longer in ((len("2026-01"), "month"), (len("2026"), "year")):
        if len(counts) > DAYS_APART:
            step, before = longer, counts
            counts = {}
            for day, n in before.items():
                counts[day[:length]] = counts.get(day[:length], 0) + n
    name = f"Published, by {step}"
    return _figure(name, plots.series(name, sorted(counts.items()), "pages")) if counts else ""


def _figure(name: str, svg: str) -> str:
    return f"<figure><figcaption>{name}</figcaption>{svg}</figure>"


def _fill(total: Tally) -> str:
    ranked = sorted(total.sites.items(), key=lambda s: (-s[1].pages - s[1].failures, s[0]))
    rows = [_fill_row("all sites", SiteTally(pages=total.pages, failures=total.failures, filled=total.filled))]
    rows += [_fill_row(name, site) for name, site in ranked[:MOST_SITES]]
    if rest := [site for _, site in ranked[MOST_SITES:]]:
        summed = SiteTally(pages=sum(s.pages for s in rest), failures=sum(s.failures for s in rest))
        for site in rest:
            summed.filled.update(site.filled)
        rows.append(_fill_row(f"{len(rest):,} smaller sites", summed))
    field = '<input type="search" data-filters="rates" placeholder="filter sites" aria-label="Filter sites">'
    return field + _table("rates", ["site", "records", "failures", *FIELDS], rows)


def _fill_row(name: str, site: SiteTally) -> list[str]:
    rates = ((site.filled[f] / site.pages if site.pages else 0.0) for f in FIELDS)
    cells = [f'<td class="rate" style="--v:{rate:.2f}">{rate * 100:.0f}</td>' for rate in rates]
    return [_any(name), _number(site.pages), _number(site.failures), *cells]


def _confidence(total: Tally) -> str:
    rows = []
    for name in FIELDS:
        if steps := total.confidence.get(name):
            pages = sum(steps)
            mean = sum(n * (i + 0.5) for i, n in enumerate(steps)) / BINS / pages
            spread = [sum(steps[i : i + BINS // 5]) / pages for i in range(0, BINS, BINS // 5)]
            cells = [f'<td class="rate" style="--v:{share:.2f}">{share * 100:.0f}</td>' for share in spread]
            rows.append([_any(name), _number(pages), _number(f"{mean:.2f}"), *cells])
    head = ["field", "pages", "mean", "0–0.2", "0.2–0.4", "0.4–0.6", "0.6–0.8", "0.8–1"]
    about = '<p class="soft">Of 100 values of a field, how many have a confidence in each step.</p>'
    return about + _table("sure", head, rows) if rows else ""


def _duplicates(total: Tally) -> str:
    if not total.fingerprints:
        return ""
    found = groups(total.fingerprints)
    copies = sum(len(g) - 1 for g in found)
    said = f"<p>{len(found):,} groups of bodies that differ little or not at all: {copies:,} pages are copies.</p>"
    listed = found[:MOST_GROUPS]
    rows = ([_number(len(g)), _any(total.named[g[0]][1]), f"<td>{_members(total, g)}</td>"] for g in listed)
    return said + (_table("copies", ["pages", "title of the first", "addresses"], rows) if found else "")


def _members(total: Tally, group: list[int]) -> str:
    more = f"<br>and {len(group) - FEW:,} more" if len(group) > FEW else ""
    listed = "<br>".join(_link(total.named[place][0]) for place in group[:FEW])
    return f"<details><summary>{_text(total.named[group[0]][0])}</summary>{listed}{more}</details>"


def _sites(total: Tally) -> str:
    ranked = nlargest(FEW, total.sites.items(), key=lambda s: s[1].need + 4 * s[1].failures)
    rows = (
        [
            _any(name),
            _number(site.pages),
            _number(site.failures),
            _number(f"{site.need / site.pages if site.pages else 0:.1f}"),
            _any(", ".join(f"{reason} {n:,}" for reason, n in site.reasons.most_common(4))),
        ]
        for name, site in ranked
        if site.need or site.failures
    )
    return _table("weak", ["site", "records", "failures", "need a page", "most often"], rows)


def _looks(total: Tally, explained: Mapping[str, str]) -> str:
    looks = most_in_need(total)
    rows = (
        [
            _number(f"{x.need:.0f}"),
            _any(", ".join(x.reasons)),
            _any(x.title),
            f"<td>{_link(x.url)}<br>{_way(x, explained)}</td>",
        ]
        for x in looks
    )
    return _table("worst", ["need", "why", "title", "page"], rows) if looks else "<p>None.</p>"


def _way(look: Look, explained: Mapping[str, str]) -> str:
    """The explained page, or the command that makes it."""
    if address := explained.get(look.url):
        return f'<a class="explained" href="{escape(address)}">explained</a>'
    member = f" --member {shell(look.member)}" if look.source and look.member else ""
    return f"<code>newsextract explain {_text(shell(look.source or look.url) + member)} -o page.html</code>"


def shell(word: str) -> str:
    """A word of a command line that is to be copied, quoted: an address may hold what a shell would run."""
    from shlex import quote

    return quote(safe.text(word))


def _link(address: str) -> str:
    known = safe.url(address)
    return f'<a href="{escape(known)}" rel="noopener noreferrer">{_text(address)}</a>' if known else _text(address)


def _table(name: str, head: Iterable[str], rows: Iterable[list[str]]) -> str:
    heads = "".join(f'<th scope="col">{_text(h)}</th>' for h in head)
    body = "".join(f"<tr>{''.join(cells)}</tr>\n" for cells in rows)
    return (
        f'<div class="wide" tabindex="0"><table id="{name}"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _any(text: str) -> str:
    return f'<td class="any">{_text(text)}</td>'


def _number(value: int | str) -> str:
    return f'<td class="n">{value:,}</td>' if isinstance(value, int) else f'<td class="n">{value}</td>'


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def _text(value: str) -> str:
    return escape(safe.text(value))
