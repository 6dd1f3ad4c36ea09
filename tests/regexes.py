"""Every regular expression of the package, and strings that make one slow.

A backtracking engine takes quadratic time where a repetition can begin anywhere and end nowhere (`a+b` searched in
"aaaa…"), and exponential time where two can share the same characters. `attacks` pumps each repetition of a pattern.
"""

import contextlib
import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

import attrs

import newsextract

HOME: Final = str(Path(newsextract.__file__).parent)
FIXTURES: Final = Path(__file__).parent / "fixtures"

Text = str | bytes


@attrs.frozen
class Expression:
    """A pattern and the file that compiles it."""

    pattern: re.Pattern[Any]
    file: str


def collect() -> list[Expression]:
    """Those compiled while all modules are imported, and every fixture is read and written in every form.

    To be called in a process that has not extracted yet: what is compiled once is seen once.
    """
    found: dict[tuple[Text, int], Expression] = {}
    compile_ = re._compile  # type: ignore[attr-defined]

    def watched(pattern: Any, flags: int) -> re.Pattern[Any]:
        compiled: re.Pattern[Any] = compile_(pattern, flags)
        frame = sys._getframe(1)
        while frame.f_back is not None and frame.f_code.co_filename == re.__file__:
            frame = frame.f_back
        if frame.f_code.co_filename.startswith(HOME):
            file = str(Path(frame.f_code.co_filename).relative_to(HOME))
            found.setdefault((compiled.pattern, compiled.flags), Expression(compiled, file))
        return compiled

    re._compile = watched  # type: ignore[attr-defined]
    try:
        _exercise()
    finally:
        re._compile = compile_  # type: ignore[attr-defined]
    return sorted(found.values(), key=lambda e: (e.file, str(e.pattern.pattern)))


def _exercise() -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "newsextract"]:
        del sys.modules[name]
    package = importlib.import_module("newsextract")
    for module in pkgutil.walk_packages(package.__path__, "newsextract."):
        if module.name.endswith("__main__"):
            continue
        with contextlib.suppress(ImportError):
            importlib.import_module(module.name)
    report = importlib.import_module("newsextract.report")
    for page in sorted(FIXTURES.glob("*/page.html")):
        article = package.extract(page.read_bytes(), "https://harbour.example/2024/a-b-c?x=1")
        for write in (article.to_markdown, article.to_html, article.to_tei, article.to_json_ld):
            write()
        report.explain(page.read_bytes()).to_html()


def attacks(pattern: re.Pattern[Any]) -> Iterator[Callable[[int], Text]]:
    """Makers of strings of about a given length: each repetition pumped, with and without what goes before it."""
    text = isinstance(pattern.pattern, str)
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    seen: set[tuple[str, str]] = set()
    for before, pump in _repetitions(tree):
        for head in {"", before[-40:]}:
            for inner in {pump, pump[:1], f"{before[-40:]}{pump}"}:
                if inner and (head, inner) not in seen:
                    seen.add((head, inner))
                    for tail in ("", "\x00", "!\n"):
                        yield _maker(head, inner, tail, text=text)


def _maker(head: str, inner: str, tail: str, *, text: bool) -> Callable[[int], Text]:
    def make(length: int) -> Text:
        made = head + inner * (length // len(inner)) + tail
        return made if text else made.encode("latin-1", "replace")

    return make


def _repetitions(tree: Any) -> Iterator[tuple[str, str]]:
    """(what goes before, what is repeated) of each repetition without a small bound, and of the whole pattern."""
    before = ""
    for operation, argument in tree:
        for choice in _inside(operation, argument):
            for head, pump in _repetitions(choice):
                yield before + head, pump
        one = _sample([(operation, argument)])
        if operation in _REPEATS and argument[1] > MANY:
            yield before, _sample(argument[2])
            yield before, one
        before += one
    if before:
        yield "", before


MANY: Final = 16
"""Repetitions up to so many take no noticeable time."""
_REPEATS: Final = {code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT}


def _inside(operation: Any, argument: Any) -> list[Any]:
    if operation is code.BRANCH:
        return list(argument[1])
    if operation is code.SUBPATTERN:
        return [argument[3]]
    if operation is code.ATOMIC_GROUP:
        return [argument]
    if operation in (code.ASSERT, code.ASSERT_NOT):
        return [argument[1]]
    return [argument[2]] if operation in _REPEATS else []


def _sample(tree: Any) -> str:
    """A string that a parsed pattern matches, or nearly."""
    out = ""
    for operation, argument in tree:
        if operation is code.LITERAL:
            out += chr(argument)
        elif operation is code.NOT_LITERAL:
            out += "a" if argument != ord("a") else "b"
        elif operation is code.ANY:
            out += "a"
        elif operation is code.IN:
            out += _of_class(argument)
        elif operation in _REPEATS:
            out += _sample(argument[2]) * max(1, min(argument[0], 8))
        elif operation is code.BRANCH:
            out += _sample(argument[1][0])
        elif operation is code.SUBPATTERN:
            out += _sample(argument[3])
        elif operation is code.ATOMIC_GROUP:
            out += _sample(argument)
    return out


_CATEGORIES: Final = {
    code.CATEGORY_DIGIT: "1", code.CATEGORY_SPACE: " ", code.CATEGORY_WORD: "a",
    code.CATEGORY_NOT_DIGIT: "a", code.CATEGORY_NOT_SPACE: "a", code.CATEGORY_NOT_WORD: "-",
}  # fmt: skip


def _of_class(members: Any) -> str:
    if members[0][0] is code.NEGATE:
        excluded = re.compile("[" + "".join(_class_source(m) for m in members[1:]) + "]")
        return next((c for c in "a 1-\n.<\"'é" if not excluded.match(c)), "~")
    operation, argument = members[0]
    return {
        code.LITERAL: lambda: chr(argument), code.RANGE: lambda: chr(argument[0]),
        code.CATEGORY: lambda: _CATEGORIES[argument],
    }[operation]()  # fmt: skip


def _class_source(member: Any) -> str:
    operation, argument = member
    if operation is code.LITERAL:
        return re.escape(chr(argument))
    if operation is code.RANGE:
        return f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
    return {
        code.CATEGORY_DIGIT: r"\d", code.CATEGORY_SPACE: r"\s", code.CATEGORY_WORD: r"\w",
        code.CATEGORY_NOT_DIGIT: r"\D", code.CATEGORY_NOT_SPACE: r"\S", code.CATEGORY_NOT_WORD: r"\W",
    }[argument]  # fmt: skip
