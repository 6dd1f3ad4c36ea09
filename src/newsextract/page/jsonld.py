"""The text of a JSON-LD script in, JSON values out: what pages write, repaired where that is safe.

Pages wrap their JSON in CDATA and comments, leave commas and semicolons behind, break strings over lines, escape the
whole for HTML, write two values into one script, or cut it off. Of 679 news pages 0.7% failed a strict parser. Repairs
run only where the parser fails, from harmless to bold; each costs one pass.
"""

import html
import json
import re
from collections.abc import Callable
from typing import Any

LIMIT = 4_000_000
"""Characters of a script that are read; no article states more, data sets and attacks do."""

VALUES = 1_000
"""Values in a row that are read out of one script."""

_OPENING = re.compile(r"(?:[\s\ufeff;]++|<!--|(?:(?://|/\*)[ \t]*+)?<!\[CDATA\[(?:[ \t]*+\*/)?)+")
_SPACE_BEHIND = " \t\r\n\f\v;"
_CLOSING_MARKS = ("]]>", "-->")
_CLOSING_LENGTH = 200
_CLOSED_DEPTH = 100
# Each pattern takes an unfinished string or comment up to the end: one that failed there would try again at every later
# quotation mark, which is quadratic. Each takes what it keeps in one step, for a step a string costs ten times as much.
_STRING = r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)'
_NOISE = re.compile(rf'((?:[^"/]++|{_STRING}|/(?![/*]))*+)(?:/\*.*?(?:\*/|\Z)|//[^\n]*|\Z)', re.S)
_SPELLING = r"(?:,(?=\s*(?:,|[}\]]))|(?<=[:,\[\s])(?:undefined|NaN|-?Infinity)(?=\s*[,}\]])|“[^“”\"\n]*”)"
_LOOSE = re.compile(rf'((?:[^",“uNI\-]++|{_STRING}|(?!{_SPELLING})[,“uNI\-])*+)({_SPELLING}|\Z)', re.S)
_BAD_ESCAPE = re.compile(r"((?:[^\\]++|\\(?:[\"\\/bfnrt]|u[0-9a-fA-F]{4}))*+)(?:\\|\Z)")
_ENDS_STRING = r"(?=\s*(?:[:}\]]|,\s*(?:[\"{\[\d]|[tfn]|\Z)|\Z))"
_BARE_QUOTES = re.compile(rf'"((?:[^"\\]++|\\.|"(?!{_ENDS_STRING}))*+)(?:"|\\?\Z)', re.S)
_UNESCAPED_QUOTE = re.compile(r"(\\.)|\"", re.S)
_BETWEEN = re.compile(r"[\s,;]*")
_TOKEN = re.compile(rf'(?:[^"{{}}\[\],]++|{_STRING})*+([{{}}\[\],]|\Z)', re.S)

_LONE = re.compile(
    r"\\u[dD](?:[89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD])[c-fC-F][0-9a-fA-F]{2})"
)
"""Half of a pair of surrogates: JSON can write it, UTF-8 cannot."""

_decoder = json.JSONDecoder(strict=False)


def encodable(text: str) -> str:
    """JSON whose strings are Unicode text: half a pair of surrogates becomes U+FFFD, as in the page itself."""
    return _LONE.sub(r"\\ufffd", text) if "\\ud" in text or "\\uD" in text else text


def values(script: str) -> list[Any]:
    """The JSON values of a script, in order; [] where it holds none that can be made out."""
    is_cut = len(script) > LIMIT
    text = encodable(script[:LIMIT].strip())
    if not text:
        return []
    if not is_cut:
        try:
            return [_decoder.decode(text)]
        except (ValueError, RecursionError):
            pass
    text = _unwrapped(text)
    best: list[Any] = []
    for repair in (_closed,) if is_cut else _REPAIRS:
        try:
            found, whole = _several(repair(text))
        except RecursionError:
            break
        if found and whole:
            return found
        best = best or found
    return best


def _several(text: str) -> tuple[list[Any], bool]:
    """The values that stand in a row, and whether that was all there is."""
    found: list[Any] = []
    place, whole = _behind(text, 0), True
    while place < len(text) and len(found) < VALUES:
        try:
            value, place = _decoder.raw_decode(text, place)
        except ValueError:
            whole = False
            break
        found.append(value)
        place = _behind(text, place)
    return [v for v in found if isinstance(v, (dict, list))], whole


def _behind(text: str, place: int) -> int:
    """The place behind what parts values."""
    between = _BETWEEN.match(text, place)
    return between.end() if between else place


def _unwrapped(text: str) -> str:
    opening = _OPENING.match(text)
    text = text[opening.end() :] if opening else text
    text = text[:-_CLOSING_LENGTH] + _without_closing(text[-_CLOSING_LENGTH:])
    return html.unescape(text) if "&quot;" in text[:20] or "&#34;" in text[:20] else text


def _without_closing(tail: str) -> str:
    """The end of a script without the ends of CDATA and comments, semicolons and white space."""
    while True:
        tail = tail.rstrip(_SPACE_BEHIND)
        inner = tail.removesuffix("*/").rstrip(" \t")
        bare = (inner if inner.endswith("]]>") else tail).removesuffix("]]>").removesuffix("-->")
        if not tail.endswith(_CLOSING_MARKS) and not inner.endswith("]]>"):
            return tail
        bare = bare.rstrip(" \t")
        tail = bare.removesuffix("//").removesuffix("/*")


def _without_comments(text: str) -> str:
    return _NOISE.sub(r"\1", text) if "//" in text or "/*" in text else text


def _strict(text: str) -> str:
    """JSON's own spelling: no trailing commas, no JavaScript constants, no curly quotes, no invented escapes."""
    respelt = _LOOSE.sub(_respelt, _without_comments(text))
    return _BAD_ESCAPE.sub(r"\1", respelt) if "\\" in respelt else respelt


def _respelt(match: re.Match[str]) -> str:
    odd = match[2]
    if not odd or odd == ",":
        return match[1]
    return match[1] + (json.dumps(odd[1:-1]) if odd[0] == "“" else "null")


def _with_quotes_escaped(text: str) -> str:
    """Quotation marks that stand inside a string escaped: a closing one is followed by a comma, colon or bracket."""
    return _strict(_BARE_QUOTES.sub(_quoted, text))


def _quoted(match: re.Match[str]) -> str:
    return '"' + _UNESCAPED_QUOTE.sub(lambda m: m[1] or '\\"', match[1]) + '"' if '"' in match[1] else f'"{match[1]}"'


def _closed(text: str) -> str:
    """A value that was cut off, ended after its last whole member."""
    text = _without_comments(text)
    still_open = ""
    end, closers = 0, ""
    for token in _TOKEN.finditer(text):
        mark = token[1]
        if not mark:
            break
        if mark == ",":
            end, closers = token.start(1), still_open
        elif mark in "{[":
            still_open = ("}" if mark == "{" else "]") + still_open
            if len(still_open) > _CLOSED_DEPTH:
                break
        else:
            if still_open[:1] != mark:
                break
            still_open = still_open[1:]
            end, closers = token.end(), still_open
    return _strict(text[:end] + closers)


_REPAIRS: tuple[Callable[[str], str], ...] = (str, _strict, _with_quotes_escaped, _closed)
