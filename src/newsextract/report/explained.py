"""An Explanation in, one HTML file out: the page in a sandboxed frame, the record in a panel beside it."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from newsextract.evidence import Evidence
from newsextract.export import safe
from newsextract.report.assets import asset, policy
from newsextract.report.regions import FAMILY, Value

if TYPE_CHECKING:
    from newsextract.report.explanation import Explanation

MOST_LEFT = 200
"""Runs of text left over that are listed; all are marked in the page."""

FEW_LOSERS = 6
"""Values that lost which are shown at once; the others are folded."""

LEGEND = (
    ("title", "title, headings"),
    ("people", "people"),
    ("date", "dates"),
    ("filed", "filed under"),
    ("picture-family", "pictures, embeds"),
    ("text", "text"),
    ("list", "lists"),
    ("table", "tables"),
    ("related", "related"),
    ("removed", "removed"),
    ("left", "left: neither removed nor body"),
)

_PICTURE = re.compile(r'<img src="([^"<]*)" alt="([^"<]*)"[^<>]*>')
_LINK = re.compile(r'<a href="(?=https?:)')


def document(explanation: "Explanation") -> str:
    """The whole file."""
    article = explanation.article
    script = asset("explain.js")
    name = _text(article.title or article.url or "a page")
    about = " · ".join(filter(None, (article.url, article.kind, article.language)))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Explained: {name}</title>
<link rel="icon" href="data:,">
<style>{asset("explain.css")}</style>
</head>
<body>
<header>
<h1>{name}</h1>
<p>{_text(about)}</p>
<div class="switches">
<button type="button" data-switch="extracted" aria-pressed="false">As extracted</button>
<button type="button" data-switch="plain" aria-pressed="false">Hide colours</button>
<button type="button" data-switch="styles" aria-pressed="false">Without the page's styles</button>
</div>
</header>
<div id="stage">
<iframe title="The page as saved, its regions marked" sandbox="allow-same-origin"
 srcdoc="{escape(explanation.page)}"></iframe>
<div id="clean" tabindex="0" hidden>{_clean(article.to_html(fragment=True))}</div>
<p id="said" role="status"></p>
</div>
<main id="panel" aria-label="The record">
{"".join(_panel(explanation.values, explanation.article.removed))}
</main>
<script>{script}</script>
</body>
</html>
"""


def _clean(fragment: str) -> str:
    """The article as extracted. Pictures would be fetched: their text stands for them."""
    framed = _PICTURE.sub(r'<span class="picture" title="\1">picture: \2</span>', fragment)
    return _LINK.sub('<a target="_blank" rel="noopener noreferrer" href="', framed)


def _panel(values: tuple[Value, ...], removed: dict[str, int]) -> Iterator[str]:
    groups = {group: list(found) for group, found in groupby(values, key=lambda v: v.group)}
    yield '<div class="legend">' + "".join(f'<span class="{f}">{says}</span>' for f, says in LEGEND) + "</div>"
    fields = groups.get("field", [])
    yield _group("Fields", f"{sum(1 for v in fields if v.text)} of {len(fields)} have a value", map(_field, fields))
    body = groups.get("body", [])
    yield _group("Body", f"{len(body)} blocks and headings", map(_line, body))
    related = groups.get("related", [])
    yield _group("Related", f"{len(related)} posts", map(_line, related))
    cut = groups.get("removed", [])
    counts = ", ".join(f"{kind} {n}" for kind, n in sorted(removed.items()))
    yield _group("Removed", counts or "nothing", map(_removed, cut))
    left = groups.get("left", [])
    more = f", the first {MOST_LEFT} listed" if len(left) > MOST_LEFT else ""
    yield _group("Left", f"{len(left)} texts{more}", map(_line, left[:MOST_LEFT]), is_open=len(left) < 12)


def _group(name: str, about: str, rows: Iterable[str], *, is_open: bool = True) -> str:
    listed = "".join(rows) or '<p class="none">none</p>'
    shown = " open" if is_open else ""
    head = f"<summary><h2>{name}<span>{_text(about)}</span></h2></summary>"
    return f'<details class="group"{shown}>{head}{listed}</details>\n'


def _field(value: Value) -> str:
    why = value.evidence
    sure = f'<meter value="{why.confidence}"></meter> {why.confidence:.2f}' if why else ""
    detail = "".join(_evidence(why, value.losing)) if why else "<dt>evidence</dt><dd>none</dd>"
    return (
        f'<details class="row {_family(value)}" data-field="{value.name}" data-r="{_numbers(value.regions)}">'
        f"<summary>{_cells(value.name, value.text)}"
        f'<span class="sure">{sure}</span></summary><dl>{detail}</dl></details>'
    )


def _evidence(why: Evidence, losing: tuple[tuple[int, ...], ...]) -> Iterator[str]:
    yield f"<dt>source</dt><dd>{_text(why.source)}</dd>"
    if why.locator:
        yield f"<dt>where</dt><dd><code>{_text(why.locator)}</code></dd>"
    if why.raw:
        yield f"<dt>as printed</dt><dd>{_text(why.raw)}</dd>"
    if why.agreeing:
        yield f"<dt>agreeing</dt><dd>{'<br>'.join(f'<code>{_text(a)}</code>' for a in why.agreeing)}</dd>"
    if why.losing:
        losers = [_loser(x.source, x.raw, at) for x, at in zip(why.losing, losing, strict=True)]
        rest = "".join(losers[FEW_LOSERS:])
        more = f"<details><summary>{len(losers) - FEW_LOSERS} more</summary>{rest}</details>" if rest else ""
        yield f"<dt>lost</dt><dd>{''.join(losers[:FEW_LOSERS])}{more}</dd>"


def _loser(source: str, raw: str, regions: tuple[int, ...]) -> str:
    said = f"{_text(raw)} <code>{_text(source)}</code>"
    if not regions:
        return f'<div class="loser">{said}</div>'
    return f'<button type="button" class="loser" data-r="{_numbers(regions)}">{said}</button>'


def _line(value: Value) -> str:
    return (
        f'<div class="row {_family(value)}" data-r="{_numbers(value.regions)}"><button type="button" class="line">'
        f"{_cells(value.name, value.text)}<span></span></button></div>"
    )


def _removed(value: Value) -> str:
    return (
        f'<div class="row removed" data-r="{_numbers(value.regions)}"><button type="button" class="line">'
        f"{_cells(value.name, value.text)}<span><code>{_text(value.rule or 'no rule')}</code></span></button></div>"
    )


def _cells(name: str, text: str) -> str:
    what = f'<span class="what">{_text(text)}</span>' if text else '<span class="what empty">none</span>'
    return f'<span class="name">{_text(name)}</span>{what}'


def _family(value: Value) -> str:
    name = {"related": "related", "removed": "removed", "left": "left"}.get(value.group, value.name)
    family = FAMILY.get(name, "weighed")
    return "picture-family" if family == "picture" else family


def _numbers(regions: tuple[int, ...]) -> str:
    return " ".join(map(str, regions))


def _text(value: str) -> str:
    return escape(safe.text(value))
