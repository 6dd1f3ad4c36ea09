"""The JSON Schema (2020-12) of an article, made from the record classes.

`python -m newsextract.export.schema` writes it where it is kept: beside this module, and in docs/ with the reference.
"""

import json
from collections.abc import Callable
from pathlib import Path
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

import attrs

from newsextract.export import describe, reference
from newsextract.export.convert import DATES, PARTS, Json
from newsextract.records import BLOCK_TYPES, Article, Block

BUNDLED: Final = Path(__file__).with_name("article.schema.json")
"""The schema as installed."""

ISO_DATE: Final = r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d(:\d\d(\.\d+)?)?)?)?$"
"""ISO 8601 as `isoformat` writes it; the format "date-time" wants a zone, which many pages do not state."""

_SCALARS: Final[dict[type, Json]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}


def document() -> Json:
    """The schema of what `Article.to_dict` gives: every key is present, and there are no others."""
    article = _object(Article)
    article["properties"]["text"] = {"type": "string", "description": _text_doc()}
    article["required"].append("text")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Article",
        **article,
        "$defs": {cls.__name__: _object(cls) for cls in PARTS if cls is not Article} | {"Block": _block()},
    }


def text() -> str:
    """The schema as it stands in its file."""
    return json.dumps(document(), indent=2, ensure_ascii=False) + "\n"


def main(docs: Path = Path("docs")) -> None:
    """Write the schema beside this module, and it and the reference into `docs`."""
    BUNDLED.write_text(text(), encoding="utf-8")
    (docs / BUNDLED.name).write_text(text(), encoding="utf-8")
    (docs / "record.md").write_text(reference.text(), encoding="utf-8")


def _object(cls: type[attrs.AttrsInstance]) -> Json:
    properties: Json = {}
    names: dict[type, str] = {block: name for name, block in BLOCK_TYPES.items()}
    if cls in names:
        properties["type"] = {"const": names[cls]}
    for field in describe.fields(cls):
        properties[field.name] = _typed(field.type) | ({"description": field.doc} if field.doc else {})
    return {
        "description": describe.about(cls),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _block() -> Json:
    """One block of a section; "type" tells which."""
    return {"oneOf": [_reference(cls) for cls in BLOCK_TYPES.values()]}


def _text_doc() -> str:
    return " ".join((Article.text.__doc__ or "").split())


def _typed(annotation: Any) -> Json:
    """The schema of one field's type."""
    if annotation == DATES:
        return {"type": ["string", "null"], "pattern": ISO_DATE}
    if annotation == Block:
        return {"$ref": "#/$defs/Block"}
    if attrs.has(annotation):
        return _reference(annotation)
    if annotation in _SCALARS:
        return dict(_SCALARS[annotation])
    return _GENERIC[get_origin(annotation)](get_args(annotation))


def _reference(cls: type) -> Json:
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _union(members: tuple[Any, ...]) -> Json:
    options = [_typed(m) for m in members]
    if all(isinstance(o.get("type"), str) and len(o) == 1 for o in options):
        return {"type": [o["type"] for o in options]}
    return {"anyOf": options}


_GENERIC: Final[dict[Any, Callable[[tuple[Any, ...]], Json]]] = {
    tuple: lambda of: {"type": "array", "items": _typed(of[0])},
    dict: lambda of: {"type": "object", "additionalProperties": _typed(of[1])},
    Literal: lambda of: {"enum": list(of)},
    UnionType: _union,
    Union: _union,
}


if __name__ == "__main__":
    main()
