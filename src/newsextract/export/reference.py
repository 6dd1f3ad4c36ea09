"""The reference of the record, docs/record.md: one table a class, made from the classes themselves."""

import inspect
from collections.abc import Iterator
from types import GenericAlias, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

import attrs

from newsextract.export import describe
from newsextract.export.convert import DATES, PARTS
from newsextract.records import BLOCK_TYPES, Article, Block

HEAD: Final = """\
# The record

What `newsextract.extract` returns, and its JSON. Names in Python and keys in JSON are the same. Records are frozen:
absence is `None` (`null`) or `()` (`[]`), never an empty string. Made from the classes by `make schema`; the same as
a JSON Schema is [article.schema.json](article.schema.json), also printed by `newsextract schema`.

- Every key is always present in JSON. `Article.from_dict(article.to_dict()) == article`.
- A date is ISO 8601. Only one with a "T" states a time, and only one with an offset states a zone: nothing is padded.
- A block says its class under `"type"`: {types}.
- `"text"` stands in JSON for the property `Article.text`.
"""


def text() -> str:
    """The page, as Markdown."""
    types = ", ".join(f'`"{name}"` ({cls.__name__})' for name, cls in BLOCK_TYPES.items())
    classes: list[type[attrs.AttrsInstance]] = [Article, *(cls for cls in reversed(PARTS) if cls is not Article)]
    return "\n".join([HEAD.format(types=types), *(line for cls in classes for line in _class(cls))])


def _class(cls: type[attrs.AttrsInstance]) -> Iterator[str]:
    yield f"## {cls.__name__}\n\n{describe.about(cls)}\n"
    yield "| field | type | |\n| --- | --- | --- |"
    for field in describe.fields(cls):
        yield f"| `{field.name}` | {_cell(_typed(field.type))} | {_cell(field.doc or '')} |"
    yield ""
    yield from _members(cls)


def _members(cls: type) -> Iterator[str]:
    """The properties and methods a class adds to its fields."""
    found = [
        (name, member)
        for name, member in vars(cls).items()
        if not name.startswith("_") and isinstance(member, property | staticmethod | type(_members))
    ]
    for name, member in found:
        call = "" if isinstance(member, property) else "()"
        yield f"- `.{name}{call}`: {' '.join((inspect.getdoc(member) or '').split())}"
    if found:
        yield ""


def _typed(annotation: Any) -> str:
    """A type as it is written."""
    if annotation == Block:
        return "Block"
    if annotation == DATES:
        return "date | datetime | None"
    arguments = get_args(annotation)
    if get_origin(annotation) is Literal:
        return " | ".join(f'"{a}"' for a in arguments)
    if isinstance(annotation, UnionType) or get_origin(annotation) is Union:
        return " | ".join(map(_typed, arguments))
    if isinstance(annotation, GenericAlias):
        inner = ", ".join("…" if a is Ellipsis else _typed(a) for a in arguments)
        return f"{annotation.__origin__.__name__}[{inner}]"
    return "None" if annotation is type(None) else str(annotation.__name__)


def _cell(content: str) -> str:
    return content.replace("|", "\\|")
