"""An outcome as bytes and back, checked field by field: what comes from a worker process may be forged."""

import json
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from linter.model.finding import FileOutcome


def pack(outcome: FileOutcome) -> bytes:
    """The outcome as JSON, a named tuple as a list of its fields."""
    return json.dumps(outcome, separators=(",", ":")).encode()


def unpack(data: bytes) -> FileOutcome:
    """The outcome in some bytes, which may come from anywhere. Raises ValueError when they hold none."""
    try:
        outcome: FileOutcome = _typed(json.loads(data), FileOutcome)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return outcome


def _typed(value: Any, kind: Any) -> Any:
    """A value of JSON as the type that an annotation names. Raises ValueError where it is none.

    The types are `str` and the like, `X | None`, `tuple[X, ...]` and named tuples of them.
    """
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (each for each in get_args(kind) if each is not NoneType)
        return None if value is None else _typed(value, inner)
    if get_origin(kind) is tuple:
        return tuple([_typed(item, get_args(kind)[0]) for item in _list(value)])
    if issubclass(kind, tuple):
        fields = _fields(kind)
        return kind(*[_typed(item, each) for item, each in zip(_list(value), fields, strict=True)])
    if type(value) is not kind:
        raise ValueError(f"{type(value).__name__} for {kind.__name__}")
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"{type(value).__name__} for a list")
    return value


@lru_cache
def _fields(kind: type) -> tuple[Any, ...]:
    """The types of the fields of a named tuple, in order."""
    return tuple(get_type_hints(kind).values())
