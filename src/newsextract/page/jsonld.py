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

_OPENING = re.compile(r"(?:[\s\ufeff;]|<!--|(?://|/\*)?[ \t]*<!\[CDATA\[(?:[ \t]*\*/)?)+")
_CLOSING = re.compile(r"(?:[\s;]|(?://|/\*)?[ \t]*\]\]>(?:[ \t]*\*/)?|(?://)?[ \t]*-->)+\Z")
_CLOSING_LENGTH = 200
_CLOSED_DEPTH = 100
# Each pattern takes an unfinished string or comment up to the end: one that failed there would try again at every later
# quotation mark, which is quadratic.
_STRING = r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)'
_NOISE = re.compile(rf"({_STRING})|/\*.*?(?:\*/|\Z)|//[^\n]*", re.S)
_LOOSE = re.compile(
    rf"({_STRING})|(,)(?=\s*(?:,|[}}\]]))|(?<=[:,\[\s])(undefined|NaN|-?Infinity)(?=\s*[,}}\]])|“([^“”\"\n]*)”", re.S
)
_BAD_ESCAPE = re.compile(r"\\(u(?![0-9a-fA-F]{4})|[^\"\\/bfnrtu])|\\(.)", re.S)
_ENDS_STRING = r"(?=\s*(?:[:}\]]|,\s*(?:[\"{\[\d]|[tfn]|\Z)|\Z))"
_BARE_QUOTES = re.compile(rf'"((?:[^"\\]|\\.|"(?!{_ENDS_STRING}))*+)(?:"|\\?\Z)', re.S)
_UNESCAPED_QUOTE = re.compile(r"(\\.)|\"", re.S)
_BETWEEN = re.compile(r"[\s,;]*")
_TOKEN = re.compile(rf"{_STRING}|[{{}}\[\],]", re.S)

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
    text = encodable(script[:LIMIT].strip())
    if not text:
        return []
    try:
        return [_decoder.decode(text)]
    except (ValueError, RecursionError):
        pass
    text = _unwrapped(text)
    best: list[Any] = []
    for repair in _REPAIRS:
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
    place, whole = 0, True
    while place < len(text) and len(found) < VALUES:
        try:
            value, place = _decoder.raw_decode(text, place)
        except ValueError:
            whole = False
            break
        found.append(value)
        between = _BETWEEN.match(text, place)
        place = between.end() if between else place
    return [v for v in found if isinstance(v, (dict, list))], whole


def _unwrapped(text: str) -> str:
    opening = _OPENING.match(text)
    text = text[opening.end() :] if opening else text
    text = text[:-_CLOSING_LENGTH] + _CLOSING.sub("", text[-_CLOSING_LENGTH:])
    return html.unescape(text) if "&quot;" in text[:20] or "&#34;" in text[:20] else text


def _without_comments(text: str) -> str:
    return _NOISE.sub(lambda m: m[1] or "", text)


def _strict(text: str) -> str:
    """JSON's own spelling: no trailing commas, no JavaScript constants, no curly quotes, no invented escapes."""
    return _LOOSE.sub(_respelt, _without_comments(text))


def _respelt(match: re.Match[str]) -> str:
    if match[1]:
        return _BAD_ESCAPE.sub(lambda m: m[1] or m[0], match[1]) if "\\" in match[1] else match[1]
    if match[2]:
        return ""
    return "null" if match[3] else json.dumps(match[4])


def _with_quotes_escaped(text: str) -> str:
    """Quotation marks that stand inside a string escaped: a closing one is followed by a comma, colon or bracket."""
    return _strict(_BARE_QUOTES.sub(_quoted, text))


def _quoted(match: re.Match[str]) -> str:
    return '"' + _UNESCAPED_QUOTE.sub(lambda m: m[1] or '\\"', match[1]) + '"'


def _closed(text: str) -> str:
    """A value that was cut off, ended after its last whole member."""
    text = _without_comments(text)
    open_brackets: list[str] = []
    end, closers = 0, ""
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in "{[":
            open_brackets.append("}" if mark == "{" else "]")
            if len(open_brackets) > _CLOSED_DEPTH:
                break
        elif mark in "}]":
            if not open_brackets or open_brackets.pop() != mark:
                break
            end, closers = token.end(), "".join(reversed(open_brackets))
        elif mark == ",":
            end, closers = token.start(), "".join(reversed(open_brackets))
    return _strict(text[:end] + closers)


_REPAIRS: tuple[Callable[[str], str], ...] = (str, _strict, _with_quotes_escaped, _closed)
