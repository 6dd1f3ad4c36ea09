"""Records to plain dicts and back: the JSON form of the public contract.

A dict holds every field of its record under the field's name: absence is None or [], a date is its ISO 8601 form (a
datetime has a "T"), a block says its class under "type", and an article adds "text". Reading back is strict: a value
of another type or an unknown key is a RecordError that names the path; a missing key takes the field's default.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final, Literal, TypeVar, get_args, get_origin

import attrs
from cattrs import BaseValidationError, Converter, ForbiddenExtraKeysError, transform_error
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from newsextract.errors import RecordError
from newsextract.evidence import Evidence, Losing
from newsextract.records import (
    BLOCK_TYPES,
    Article,
    Author,
    Block,
    Link,
    ListItem,
    Notice,
    Pagination,
    RelatedPost,
    Section,
    Site,
)

T = TypeVar("T")
Json = dict[str, Any]

PARTS: tuple[type[attrs.AttrsInstance], ...] = (
    Losing,
    Evidence,
    Link,
    ListItem,
    *BLOCK_TYPES.values(),
    Site,
    Author,
    Section,
    RelatedPost,
    Pagination,
    Notice,
    Article,
)
"""Every class an article is made of, a class before those that hold it where that is possible."""

DATES = date | datetime | None


def to_dict(article: Article) -> Json:
    """The article as JSON values alone: dicts, lists, strings, numbers, booleans and None."""
    written = unstructure(article)
    written["text"] = article.text
    return written


def from_dict(data: Mapping[str, Any]) -> Article:
    """The article that `to_dict` wrote; "text" follows from the sections and is not read.

    Raises RecordError where `data` describes no article, naming the path: "$.sections[0].level".
    """
    if isinstance(data, Mapping):
        if "error" in data and "stage" in data:
            raise RecordError(f"no Article: a failure of a batch: {data['error']}")
        if "id" in data and "page" in data:
            raise RecordError("no Article: a row of a batch: leave out its keys 'id' and 'page'")
        data = {key: value for key, value in data.items() if key != "text"}
    return structure(data, Article)


def to_json(article: Article, *, indent: int | None = None) -> str:
    """The article as one JSON document, in the page's own script; one line unless `indent` is given."""
    return json.dumps(to_dict(article), ensure_ascii=False, indent=indent)


def unstructure(record: attrs.AttrsInstance) -> Json:
    """The JSON form of one record, a block with its "type"."""
    written: Json = _CONVERTER.unstructure(record)
    return written


def structure(data: object, cls: type[T]) -> T:
    """One record of class `cls` out of its JSON form; RecordError where it is none."""
    try:
        return _CONVERTER.structure(data, cls)
    except (BaseValidationError, _WrongValue) as error:
        faults = "; ".join(transform_error(error, format_exception=_say))
        raise RecordError(f"no {cls.__name__}: {faults}") from error


class _WrongValue(ValueError):
    """A JSON value of the wrong type."""

    def __init__(self, expected: str, found: object) -> None:
        super().__init__(f"expected {expected}, found {_JSON_TYPES.get(type(found), type(found).__name__)}")


_JSON_TYPES: Final = {
    dict: "an object",
    list: "an array",
    str: "a string",
    int: "an integer",
    float: "a number",
    bool: "a boolean",
    type(None): "null",
}


def _say(error: BaseException, _type: type | None) -> str:
    match error:
        case KeyError():
            return f"{error} is missing"
        case ForbiddenExtraKeysError():
            return f"unknown key {', '.join(sorted(map(repr, error.extra_fields)))}"
        case AttributeError():  # cattrs asks a mapping for its items before it looks at its type
            return "expected an object"
        case _:
            return str(error)


def _converter() -> Converter:
    converter = Converter(unstruct_collection_overrides={tuple: list}, forbid_extra_keys=True)
    for scalar, allowed in ((str, (str,)), (bool, (bool,)), (int, (int,)), (float, (float, int))):
        converter.register_structure_hook(scalar, _scalar(scalar, allowed))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook_func(lambda cls: cls == DATES, _dates)
    converter.register_structure_hook_func(_has_origin(Literal), _literal)
    converter.register_structure_hook_func(_has_origin(tuple), _array(converter))
    converter.register_structure_hook_func(lambda cls: cls == Block, _block(converter))
    for cls in PARTS:
        attrs.resolve_types(cls)
    names: dict[type, str] = {block: name for name, block in BLOCK_TYPES.items()}
    for cls in PARTS:
        converter.register_structure_hook(cls, _reader(cls, names.get(cls), converter))
        converter.register_unstructure_hook(cls, _writer(cls, names.get(cls), converter))
    return converter


def _has_origin(origin: object) -> Callable[[Any], bool]:
    return lambda cls: get_origin(cls) is origin


def _scalar(scalar: type, allowed: tuple[type, ...]) -> Callable[[Any, Any], Any]:
    """A reader that takes JSON values of these types and no other: "1" is no number, True no integer."""
    expected = _JSON_TYPES[scalar]

    def read(value: Any, _cls: Any) -> Any:
        if type(value) not in allowed:
            raise _WrongValue(expected, value)
        return scalar(value)

    return read


def _literal(value: Any, cls: Any) -> Any:
    allowed = get_args(cls)
    if value not in allowed:
        raise ValueError(f"expected one of {', '.join(allowed)}, found {value!r}")
    return value


def _dates(value: Any, _cls: Any) -> date | datetime | None:
    if value is None:
        return None
    if type(value) is not str:
        raise _WrongValue("an ISO 8601 date or datetime", value)
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)


def _array(converter: Converter) -> Callable[[Any, Any], Any]:
    """A reader of tuple[X, ...]; cattrs' own takes any iterable, so that a string would become its letters."""

    def read(value: Any, cls: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise _WrongValue("an array", value)
        as_list: Any = list[get_args(cls)[0]]  # type: ignore[misc]  # a type known only now
        return tuple(converter.structure(value, as_list))

    return read


def _block(converter: Converter) -> Callable[[Any, Any], Any]:
    """A reader of a block: "type" names its class."""

    def read(value: Any, _cls: Any) -> Any:
        if not isinstance(value, Mapping):
            raise _WrongValue("an object", value)
        name = value.get("type")
        if name not in BLOCK_TYPES:
            raise ValueError(f"'type' is {name!r}, expected one of {', '.join(BLOCK_TYPES)}")
        return converter.structure(value, BLOCK_TYPES[name])

    return read


def _reader(cls: Any, name: str | None, converter: Converter) -> Callable[[Any, Any], Any]:
    """cattrs' generated reader of a class; a block may carry its own "type" wherever it stands, `lead_image` too."""
    generated = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)

    def read(value: Any, _cls: Any) -> Any:
        if not isinstance(value, Mapping):
            raise _WrongValue("an object", value)
        if name is not None and value.get("type") == name:
            value = {k: v for k, v in value.items() if k != "type"}
        return generated(value, cls)

    return read


def _writer(cls: Any, name: str | None, converter: Converter) -> Callable[[Any], Json]:
    """cattrs' generated writer of a class, with "type" in front where the class is a block."""
    generated = make_dict_unstructure_fn(cls, converter)
    if name is None:
        return generated
    return lambda block: {"type": name, **generated(block)}


_CONVERTER: Final = _converter()
