"""What the record classes say of themselves: fields, types and the docstrings under the fields.

Reads the classes' source text, so it serves the builders of the schema and of the reference, not extraction.
"""

import ast
import inspect
import textwrap
from collections.abc import Iterator
from typing import Any

import attrs


@attrs.frozen(kw_only=True)
class Described:
    """One field of a record class."""

    name: str
    type: Any
    """As resolved by attrs: a class, a union, a generic alias."""
    required: bool
    """Whether the class has no default for it."""
    doc: str | None
    """The docstring that stands under it, on one line."""


def fields(cls: type[attrs.AttrsInstance]) -> tuple[Described, ...]:
    """The fields of a record class, in order."""
    docs = dict(_docstrings(cls))
    return tuple(
        Described(name=a.name, type=a.type, required=a.default is attrs.NOTHING, doc=docs.get(a.name))
        for a in attrs.fields(attrs.resolve_types(cls))
    )


def about(cls: type[attrs.AttrsInstance]) -> str:
    """The class's own docstring, on one line."""
    return _line(cls.__doc__ or "")


def _docstrings(cls: type) -> Iterator[tuple[str, str]]:
    """Pairs of a field's name and the string literal that follows its line."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
    assert isinstance(definition, ast.ClassDef)
    for field, after in zip(definition.body, definition.body[1:], strict=False):
        match field, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(doc))),
            ):
                yield name, _line(doc)


def _line(doc: str) -> str:
    return " ".join(doc.split())
