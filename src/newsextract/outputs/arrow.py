"""The schema of a row as Arrow types, made from the record classes; and rows as Parquet.

A record is nested as it is in JSON. What Arrow cannot say is said so: dates stay ISO 8601 text, since a date and a
datetime are not padded to each other; a block is one struct of the fields of all kinds of block, with its "type";
what holds its like (items of items, blocks of fact boxes) is unrolled twice and is JSON text beyond. The fields of a
failure follow those of the record; a row has the one or the other.
"""

import io
import json
from collections.abc import Callable, Sequence
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

import attrs

from newsextract.errors import MissingExtra
from newsextract.export.convert import DATES
from newsextract.outputs.formats import Fields
from newsextract.records import BLOCK_TYPES, Article, Block, Failure

NESTED: Final = 2
"""How often a class may stand inside itself: of 1,200 real pages none nests lists deeper."""

ROWS_PER_GROUP: Final = 500
"""Rows of a row group: as many as a part has, so that a reader holds one part at a time."""

FAILURE: Final = ("stage", "error", "message", "seconds")
"""Fields of a failure that a record has not."""


def encode(rows: Sequence[bytes], fields: Fields, first: bool) -> bytes:
    """Rows as a Parquet file."""
    arrow, parquet = _packages()
    shape = schema(fields)
    fit = _fitter(shape)
    table = arrow.Table.from_pylist([fit(json.loads(row)) for row in rows], schema=shape)
    out = io.BytesIO()
    parquet.write_table(table, out, compression="zstd", row_group_size=ROWS_PER_GROUP)
    return out.getvalue()


def schema(fields: Fields = None) -> Any:
    """The Arrow schema of a row; of the record only `fields`, where given."""
    arrow, _ = _packages()
    types = _Types(arrow)
    names = [*(a.name for a in attrs.fields(Article)), "text"] if fields is None else list(fields)
    record = {a.name: a.type for a in attrs.fields(Article)} | {"text": str}
    failure = {a.name: a.type for a in attrs.fields(Failure)}
    if "url" not in names:
        names.append("url")
    return arrow.schema(
        [
            arrow.field("id", arrow.string(), nullable=False),
            arrow.field("page", types.place(), nullable=False),
            *(arrow.field(name, types.of(record[name])) for name in names),
            *(arrow.field(name, types.of(failure[name])) for name in FAILURE),
        ]
    )


def _fitter(shape: Any) -> Callable[[Any], Any]:
    """A function that makes JSON values what an Arrow type wants: what lies too deep becomes JSON text.

    Made once for many rows: asking Arrow for types takes longer than the values do.
    """
    arrow, _ = _packages()
    if isinstance(shape, arrow.Schema) or arrow.types.is_struct(shape):
        inner = [(field.name, _fitter(field.type)) for field in shape]
        return lambda value: None if value is None else {name: fit(value.get(name)) for name, fit in inner}
    if arrow.types.is_list(shape):
        element = _fitter(shape.value_type)
        return lambda value: None if value is None else [element(v) for v in value]
    if arrow.types.is_map(shape):
        item = _fitter(shape.item_type)
        return lambda value: None if value is None else [(k, item(v)) for k, v in value.items()]
    if arrow.types.is_string(shape):
        return lambda value: value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return lambda value: value


class _Types:
    """Arrow types of annotations."""

    def __init__(self, arrow: Any) -> None:
        self._arrow = arrow
        self._scalars = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}

    def place(self) -> Any:
        """The type of a row's "page"."""
        string = self._arrow.string()
        return self._arrow.struct([
            ("source", string), ("member", string), ("offset", self._arrow.int64()), ("captured", string)
        ])  # fmt: skip

    def of(self, annotation: Any, inside: tuple[type, ...] = ()) -> Any:
        """The type of an annotation; `inside`: the classes it stands in."""
        if annotation == DATES:
            return self._arrow.string()
        if annotation == Block:
            return self._block(inside)
        if attrs.has(annotation):
            return self._record(annotation, inside)
        if annotation in self._scalars:
            return self._scalars[annotation]
        return self._GENERIC[get_origin(annotation)](self, get_args(annotation), inside)

    def _record(self, cls: type, inside: tuple[type, ...]) -> Any:
        if inside.count(cls) >= NESTED:
            return self._arrow.string()
        return self._arrow.struct(list(self._fields(cls, inside).items()))

    def _fields(self, cls: Any, inside: tuple[type, ...]) -> dict[str, Any]:
        attrs.resolve_types(cls)
        deeper = (*inside, cls)
        start = {"type": self._arrow.string()} if cls in BLOCK_TYPES.values() else {}
        return start | {a.name: self.of(a.type, deeper) for a in attrs.fields(cls)}

    def _block(self, inside: tuple[type, ...]) -> Any:
        if any(inside.count(cls) >= 1 for cls in BLOCK_TYPES.values()):
            return self._arrow.string()  # a block of a fact box: all kinds of block once more in each would be too many
        fields: dict[str, Any] = {}
        for cls in BLOCK_TYPES.values():
            fields |= self._fields(cls, inside)
        return self._arrow.struct(list(fields.items()))

    def _tuple(self, of: tuple[Any, ...], inside: tuple[type, ...]) -> Any:
        return self._arrow.list_(self.of(of[0], inside))

    def _dict(self, of: tuple[Any, ...], inside: tuple[type, ...]) -> Any:
        return self._arrow.map_(self.of(of[0], inside), self.of(of[1], inside))

    def _literal(self, of: tuple[Any, ...], inside: tuple[type, ...]) -> Any:
        return self._arrow.string()

    def _union(self, of: tuple[Any, ...], inside: tuple[type, ...]) -> Any:
        """A value that may be absent: everything may be, in Arrow."""
        (one,) = (member for member in of if member is not type(None))
        return self.of(one, inside)

    _GENERIC: Final[dict[Any, Callable[["_Types", tuple[Any, ...], tuple[type, ...]], Any]]] = {
        tuple: _tuple,
        dict: _dict,
        Literal: _literal,
        Union: _union,
        UnionType: _union,
    }


def _packages() -> tuple[Any, Any]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtra("writing Parquet", "parquet") from error
    return pyarrow, parquet
