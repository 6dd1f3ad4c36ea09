"""Every regular expression of the package, how it is used, and strings that make one slow.

A backtracking engine takes quadratic time where a repetition can begin anywhere and end nowhere (`a+b` searched in
"aaaa…"), and exponential time where two can share the same characters. `attacks` pumps each repetition of a pattern,
and what texts are full of.
"""

import ast
import contextlib
import gc
import importlib
import pkgutil
import re
import sys
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from pathlib import Path
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

import attrs

import newsextract
from tests import growing

HOME: Final = str(Path(newsextract.__file__).parent)
FIXTURES: Final = Path(__file__).parent / "fixtures"

Text = str | bytes


@attrs.frozen
class Expression:
    """A pattern and the file that compiles it."""

    pattern: re.Pattern[Any]
    file: str
    methods: frozenset[str]
    """What the code asks of it; every method where it is handed on, so that nobody can tell."""


METHODS: Final = frozenset({"match", "fullmatch", "search", "finditer"})
_ASKED: Final = {name: name for name in METHODS} | dict.fromkeys(("findall", "sub", "subn", "split"), "finditer")


def collect() -> list[Expression]:
    """Those compiled while all modules are imported, and every fixture is read and written in every form.

    To be called in a process that has not extracted yet: what is compiled once is seen once.
    """
    found: dict[tuple[Text, int], tuple[re.Pattern[Any], str]] = {}
    compile_ = re._compile  # type: ignore[attr-defined]

    def watched(pattern: Any, flags: int) -> re.Pattern[Any]:
        compiled: re.Pattern[Any] = compile_(pattern, flags)
        frame = sys._getframe(1)
        while frame.f_back is not None and frame.f_code.co_filename == re.__file__:
            frame = frame.f_back
        if frame.f_code.co_filename.startswith(HOME):
            file = str(Path(frame.f_code.co_filename).relative_to(HOME))
            found.setdefault((compiled.pattern, compiled.flags), (compiled, file))
        return compiled

    re._compile = watched  # type: ignore[attr-defined]
    try:
        _exercise()
    finally:
        re._compile = compile_  # type: ignore[attr-defined]
    asked = _uses()
    expressions = (
        Expression(compiled, file, frozenset(asked.get(compiled.pattern, ()) or METHODS))
        for compiled, file in found.values()
    )
    return sorted(expressions, key=lambda e: (e.file, str(e.pattern.pattern)))


def _uses() -> dict[Text, set[str]]:
    """The methods by the text of a pattern, for those that have a name in a module or a record, or stand in a call of
    `re`."""
    uses: defaultdict[Text, set[str]] = defaultdict(set)
    held = _held()
    for name, module in list(sys.modules.items()):
        path = getattr(module, "__file__", None)
        if name.split(".")[0] != "newsextract" or not path:
            continue
        named = {n: v.pattern for n, v in vars(module).items() if isinstance(v, re.Pattern)}
        tree = ast.parse(Path(path).read_text())
        asked = {id(node.value): node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        for node in ast.walk(tree):
            method = _ASKED.get(asked.get(id(node), ""))
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in named:
                uses[named[node.id]] |= {method} if method else METHODS
            elif isinstance(node, ast.Attribute) and method:
                for pattern in held.get(node.attr, ()):
                    uses[pattern].add(method)
            elif isinstance(node, ast.Call) and (method := _of_re(node)) and isinstance(node.args[0], ast.Constant):
                uses[node.args[0].value].add(method)
    return uses


def _held() -> dict[str, set[Text]]:
    """The texts of patterns by the name of the record's field that holds one."""
    held: defaultdict[str, set[Text]] = defaultdict(set)
    for value in gc.get_objects():
        kind = type(value)
        if str(kind.__module__).split(".")[0] == "newsextract" and attrs.has(kind):
            for field in attrs.fields(kind):
                if isinstance(pattern := getattr(value, field.name, None), re.Pattern):
                    held[field.name].add(pattern.pattern)
    return held


def _of_re(call: ast.Call) -> str | None:
    """The method of a call such as `re.search("a", text)`."""
    asked = call.func
    if isinstance(asked, ast.Attribute) and isinstance(asked.value, ast.Name) and asked.value.id == "re":
        return _ASKED.get(asked.attr)
    return None


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


SIZES: Final = growing.lengths(1_000, 4_000)
LARGEST: Final = growing.lengths(4_000, 1_024_000)


def overgrown(expression: Expression) -> Iterator[str]:
    """A line for each method whose time grows faster than its text, from 250 characters to a megabyte.

    Every attack is tried on some ten thousand characters, the one that takes most of them on a megabyte.
    """
    for method in sorted(expression.methods):
        ask = _asking(expression.pattern, method)
        slowest: tuple[float, Callable[[int], Text] | None] = (-1.0, None)
        for make in attacks(expression.pattern):
            said = growing.overgrown(ask, make, SIZES)
            if said:
                yield _line(expression, method, make, said)
                break
            slowest = max(slowest, (growing.seconds(ask, make(SIZES[-1])), make), key=lambda t: t[0])
        else:
            if slowest[1] and (said := growing.overgrown(ask, slowest[1], LARGEST)):
                yield _line(expression, method, slowest[1], said)


def _asking(pattern: re.Pattern[Any], method: str) -> Callable[[Any], object]:
    if method == "finditer":
        return lambda text: deque(pattern.finditer(text), maxlen=0)
    return getattr(pattern, method)  # type: ignore[no-any-return]


def _line(expression: Expression, method: str, make: Callable[[int], Text], said: str) -> str:
    return f"{expression.file:26} {method:9} {make(40)[:40]!r:44} {said:40} {str(expression.pattern.pattern)[:100]!r}"


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
    for inner in PLAIN:
        yield _maker("", inner, "", text=text)
        yield _maker("a", inner, "\x00", text=text)


PLAIN: Final = (
    " ", "\n", "\t\n", "a", "A", "1", "a ", "1 ", ".", "a.", "1.", "<", "<a ", "<!--", '"', "'", "(", "[",
    "{", "/", "//a", ",", " ,", "-", " - ", "|", " |", ":", "@", "a@", "&", "&a", "\\", "=", "_", "é", "é ",
)  # fmt: skip
"""What any text may be full of."""


def _maker(head: str, inner: str, tail: str, *, text: bool) -> Callable[[int], Text]:
    def make(length: int) -> Text:
        made = head + inner * (length // len(inner)) + tail
        return made if text else made.encode("latin-1", "replace")

    return make


def _repetitions(tree: Any, *, whole: bool = True) -> Iterator[tuple[str, str]]:
    """(what goes before, what is repeated) of each repetition without a small bound, and of the whole of a pattern."""
    before = ""
    for operation, argument in tree:
        choices = _inside(operation, argument)
        for choice in choices:
            for head, pump in _repetitions(choice, whole=len(choices) <= FEW):
                yield before + head, pump
        one = _sample([(operation, argument)])
        if operation in _REPEATS and argument[1] > MANY:
            yield before, _sample(argument[2])
            yield before, one
        before += one
    if before and whole:
        yield "", before


FEW: Final = 12
"""Choices of a list of words are more, and all alike."""
MANY: Final = 32
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
