"""Plain data as bytes and back, with its shape checked: what compiled rulesets are kept in.

`marshal` must not be given bytes from a file, and `json` takes longer to import (1.6 ms) than a ruleset
to decode. An encoded value is UTF-8 text, one token a value, each ended by NUL.
"""

from collections.abc import Iterator
from typing import Any

_END = "\0"
_CONSTANTS = {"n": None, "t": True, "f": False}
_TEXT, _TEXTS, _TUPLE, _MAPPING, _INT, _FLOAT = '"', "[", "(", "{", "i", "d"
"""The first character of a token: what it holds. `[`, `(` and `{` are followed by a number of items."""


class EncodingError(ValueError):
    """A value that cannot be encoded, or bytes that hold no value of the shape asked for."""


def encode(value: Any) -> bytes:
    """The bytes of None, a truth value, number, text, tuple, or dict with text as keys, however deep.

    A named tuple is taken as a plain one. Raises EncodingError for anything else and for text with NUL.
    """
    tokens = list(_tokens(value))
    if any(_END in token for token in tokens):
        raise EncodingError("NUL")
    return "".join(token + _END for token in tokens).encode("utf-8", "surrogatepass")


def begun(size: int) -> bytes:
    """The bytes of a tuple of so many values, as far as before the first: those of its values follow."""
    return f"{_TUPLE}{size}{_END}".encode()


def decode(data: bytes, shape: Any) -> Any:
    """The value in some bytes, which may come from anywhere. Raises EncodingError if it has not this shape.

    A shape is a type; a tuple of shapes, for a tuple of so many values; a list of one shape, for a tuple
    of any number; a dict of one shape under `str`, for a dict; a frozenset of the texts allowed; `...`
    for any value.
    """
    try:
        tokens = data.decode("utf-8", "surrogatepass").split(_END)
        value, end = _value(tokens, 0)
    except (ValueError, IndexError, RecursionError) as error:
        raise EncodingError(f"no value: {error}") from None
    if end != len(tokens) - 1 or tokens[end] or not _fits(value, shape):
        raise EncodingError("another shape")
    return value


def _tokens(value: Any) -> Iterator[str]:
    if value is None or isinstance(value, bool):
        yield next(token for token, constant in _CONSTANTS.items() if constant is value)
    elif isinstance(value, str):
        yield _TEXT + value
    elif isinstance(value, int):
        yield f"{_INT}{value}"
    elif isinstance(value, float):
        yield f"{_FLOAT}{value!r}"
    elif isinstance(value, tuple) and all(isinstance(item, str) for item in value):
        yield f"{_TEXTS}{len(value)}"
        yield from value
    elif isinstance(value, tuple):
        yield f"{_TUPLE}{len(value)}"
        for item in value:
            yield from _tokens(item)
    elif isinstance(value, dict) and all(isinstance(key, str) for key in value):
        yield f"{_MAPPING}{len(value)}"
        for key, item in value.items():
            yield key
            yield from _tokens(item)
    else:
        raise EncodingError(type(value).__name__)


def _value(tokens: list[str], at: int) -> tuple[Any, int]:
    """The value that begins with a token, and the index of the next one."""
    kind, rest = tokens[at][:1], tokens[at][1:]
    at += 1
    if kind == _TEXT:
        return rest, at
    if kind == _TEXTS:
        end = at + _count(rest)
        if end > len(tokens):
            raise IndexError
        return tuple(tokens[at:end]), end
    if kind == _TUPLE:
        items = []
        for _ in range(_count(rest)):
            item, at = _value(tokens, at)
            items.append(item)
        return tuple(items), at
    if kind == _MAPPING:
        pairs = {}
        for _ in range(_count(rest)):
            pairs[tokens[at]], at = _value(tokens, at + 1)
        return pairs, at
    if kind in _CONSTANTS and not rest:
        return _CONSTANTS[kind], at
    if kind == _INT:
        return int(rest), at
    if kind == _FLOAT:
        return float(rest), at
    raise ValueError(f"unknown kind {kind!r}")


def _count(digits: str) -> int:
    count = int(digits)
    if count < 0:
        raise ValueError(digits)
    return count


def _fits(value: Any, shape: Any) -> bool:
    if shape is ...:
        return True
    if isinstance(shape, type):
        return type(value) is shape
    if isinstance(shape, frozenset):
        return isinstance(value, str) and value in shape
    if isinstance(shape, dict):
        inner = shape[str]
        return type(value) is dict and all(_fits(item, inner) for item in value.values())
    if type(value) is not tuple:
        return False
    if isinstance(shape, list):
        inner = shape[0]
        if isinstance(inner, type):
            return set(map(type, value)) <= {inner}
        return all(_fits(item, inner) for item in value)
    return len(value) == len(shape) and all(map(_fits, value, shape))
