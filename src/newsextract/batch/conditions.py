"""`--where`: simple conditions on a record's JSON, such as "kind=article", "published>=2026-01", "title~ferry"."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import attrs

from newsextract.errors import InputError
from newsextract.export import schema

Json = dict[str, Any]

_FORM: Final = re.compile(r"(?P<not>!?)(?P<path>[a-z_]+(?:\.[a-z_]+)*)(?:(?P<op>!=|<=|>=|=|<|>|~)(?P<value>.*))?", re.S)

_DATE: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9:]*)?)?)?(?![0-9])")
"""A date of ISO 8601 as far as it is given."""


@attrs.frozen
class Condition:
    """One condition."""

    path: tuple[str, ...]
    """Keys down the record; through an array, to every element of it."""
    op: str
    """"=", "!=", "<", "<=", ">", ">=", "~" (contains, whatever the case), "has" or "not" (has nothing)."""
    value: str = ""

    def holds(self, row: Mapping[str, Any]) -> bool:
        """Whether a record's JSON meets it; of several values one is enough, but for "!=", which none may break."""
        values = list(_values(row, self.path))
        if self.op in ("has", "not"):
            return bool(values) == (self.op == "has")
        if self.op == "!=":
            return all(_COMPARE["!="](v, self.value) for v in values)
        return any(_COMPARE[self.op](v, self.value) for v in values)


def condition(text: str) -> Condition:
    """A condition as written; InputError where it is none."""
    found = _FORM.fullmatch(text.strip())
    if not found or (found["not"] and found["op"]):
        raise InputError(f"{text!r} is no condition: write KEY, !KEY, or KEY=VALUE with = != < <= > >= ~")
    path = tuple(found["path"].split("."))
    if not _exists(path):
        raise InputError(f"{text!r}: records have no key {found['path']}; see `newsextract schema`")
    if found["op"]:
        return Condition(path, found["op"], found["value"].strip())
    return Condition(path, "not" if found["not"] else "has")


def _exists(path: tuple[str, ...]) -> bool:
    """Whether records have such a key, by their JSON Schema."""
    document = schema.document()
    nodes = [document]
    for key in path:
        nodes = [below for node in nodes for inner in _resolved(node, document) for below in _below(inner, key)]
    return bool(nodes)


def _resolved(node: Json, document: Json) -> Iterator[Json]:
    """The objects a node of the schema stands for: through references, alternatives and arrays."""
    if "$ref" in node:
        node = document["$defs"][node["$ref"].rsplit("/", 1)[1]]
    inner = [*node.get("anyOf", ()), *node.get("oneOf", ()), *([node["items"]] if "items" in node else ())]
    yield node
    for one in inner:
        yield from _resolved(one, document)


def _below(node: Json, key: str) -> Iterator[Json]:
    properties = node.get("properties", {})
    if key in properties:
        yield properties[key]
    elif isinstance(node.get("additionalProperties"), dict):
        yield node["additionalProperties"]


def _values(value: Any, path: tuple[str, ...]) -> Any:
    """The values at the end of a path that are there."""
    if isinstance(value, list):
        for element in value:
            yield from _values(element, path)
    elif path:
        if isinstance(value, Mapping):
            yield from _values(value.get(path[0]), path[1:])
    elif value not in (None, "", {}):
        yield value


def _ordered(compare: Callable[[Any, Any], bool]) -> Callable[[Any, str], bool]:
    """A comparison of numbers as numbers, of all else as text.

    ISO 8601 dates are in the order of their text; they are compared as far as the wanted one goes, so that all of
    2024 is "=2024" and "<=2024".
    """

    def check(value: Any, wanted: str) -> bool:
        if isinstance(value, int | float) and not isinstance(value, bool):
            try:
                return compare(value, float(wanted))
            except ValueError:
                return False
        text = _text(value)
        dates = _DATE.fullmatch(wanted) and _DATE.match(text)
        return compare(text[: len(wanted)] if dates else text, wanted)

    return check


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


_COMPARE: Final[dict[str, Callable[[Any, str], bool]]] = {
    "=": _ordered(lambda a, b: a == b),
    "!=": _ordered(lambda a, b: a != b),
    "<": _ordered(lambda a, b: a < b),
    "<=": _ordered(lambda a, b: a <= b),
    ">": _ordered(lambda a, b: a > b),
    ">=": _ordered(lambda a, b: a >= b),
    "~": lambda value, wanted: wanted.casefold() in _text(value).casefold(),
}
