"""What worker processes answer as bytes and back, checked field by field, for it may be forged."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from itertools import repeat
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


def pack(value: Any) -> bytes:
    """A value as JSON: a named tuple as a list of its fields, bytes as text."""
    return json.dumps(value, separators=(",", ":"), default=_plain).encode()


def unpack(data: bytes, kind: Any) -> Any:
    """The value of a type in some bytes, which may come from anywhere. Raises ValueError when they hold none.

    The types are `str`, `bytes` and the like, unions, `tuple[X, ...]`, `tuple[X, Y]`, `Mapping[str, X]` and
    named tuples of them.
    """
    try:
        return _typed(json.loads(data), kind)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _plain(value: Any) -> Any:
    return b64encode(value).decode() if isinstance(value, bytes) else dict(value)


def _typed(value: Any, kind: Any) -> Any:
    """A value of JSON as the type that an annotation names. Raises ValueError where it is none."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _one_of(value, get_args(kind))
    if origin is tuple:
        first, *_ = inner = get_args(kind)
        kinds = repeat(first) if inner[-1] is Ellipsis else inner
        return tuple(_each(_exactly(value, list), kinds, strict=inner[-1] is not Ellipsis))
    if origin is Mapping:
        return {key: _typed(item, get_args(kind)[1]) for key, item in _exactly(value, dict).items()}
    if kind is bytes:
        return b64decode(_typed(value, str), validate=True)
    if issubclass(kind, tuple):
        return kind(*_each(_exactly(value, list), _fields(kind), strict=True))
    return _exactly(value, kind)


def _each(values: list[Any], kinds: Any, strict: bool) -> list[Any]:
    return [_typed(item, kind) for item, kind in zip(values, kinds, strict=strict)]


def _one_of(value: Any, kinds: tuple[Any, ...]) -> Any:
    """A value as the first of some types that it has."""
    if value is None and NoneType in kinds:
        return None
    for kind in kinds:
        if kind is not NoneType:
            with suppress(ValueError):
                return _typed(value, kind)
    raise ValueError(f"{type(value).__name__} for one of several types")


def _exactly(value: Any, kind: type) -> Any:
    """A value of this type, and of no subclass of it. Raises ValueError where it is none."""
    if type(value) is not kind:
        raise ValueError(f"{type(value).__name__} for {kind.__name__}")
    return value


@lru_cache
def _fields(kind: type) -> tuple[Any, ...]:
    """The types of the fields of a named tuple, in order."""
    return tuple(get_type_hints(kind).values())
