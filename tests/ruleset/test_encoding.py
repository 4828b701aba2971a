"""Values in bytes: the same back, and nothing but the shape that was asked for."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.ruleset.encoding import EncodingError, decode, encode
from linter.ruleset.library import library, load

texts = st.text(st.characters(exclude_characters="\0"), max_size=8)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts,
    lambda inner: st.lists(inner, max_size=4).map(tuple) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


@given(value=plain)
def test_what_was_encoded_is_decoded(value: Any) -> None:
    back = decode(encode(value), ...)
    assert (back, repr(back)) == (value, repr(value))


@given(data=st.binary(max_size=60) | st.text('\0"[({idntf0129-', max_size=40).map(str.encode))
def test_any_bytes_are_a_value_or_refused(data: bytes) -> None:
    try:
        value = decode(data, ...)
    except EncodingError:
        return
    assert decode(encode(value), ...) == value or value != value  # not a number


@pytest.mark.parametrize("value", ["a\0b", {"a\0": 1}, ("\0", "b"), b"", [1], {1: 2}, {"a": object()}])
def test_what_cannot_be_encoded_is_refused(value: Any) -> None:
    with pytest.raises(EncodingError):
        encode(value)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        b'"a',
        b'"a\0"b\0',
        b"[2\0a\0",
        b"[-1\0",
        b"[x\0",
        b"(1\0",
        b"{1\0a\0",
        b"ix\0",
        b"tt\0",
        b"\xff\0",
        b"(1\0" * 100_000,
        b"(999999999999\0",
        b"i" + b"9" * 5000 + b"\0",
    ],
    ids=lambda data: repr(data[:12]),
)
def test_damaged_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(EncodingError):
        decode(data, ...)


@pytest.mark.parametrize(
    ("value", "shape", "fits"),
    [
        ("a", str, True),
        (1, str, False),
        (True, int, False),
        (("a", "b"), [str], True),
        ((), [str], True),
        (("a", 1), [str], False),
        ("a", [str], False),
        (("a", 1), (str, int), True),
        (("a",), (str, int), False),
        ({"a": ("b",)}, {str: [str]}, True),
        ({"a": 1}, {str: [str]}, False),
        (("a",), {str: [str]}, False),
        ("safe", frozenset({"safe"}), True),
        ("other", frozenset({"safe"}), False),
        (("safe",), frozenset({"safe"}), False),
        ({"a": (1, None)}, ..., True),
    ],
)
def test_a_value_of_another_shape_is_refused(value: Any, shape: Any, fits: bool) -> None:
    if fits:
        assert decode(encode(value), shape) == value
    else:
        with pytest.raises(EncodingError, match="shape"):
            decode(encode(value), shape)


def test_every_shipped_set_comes_back_from_its_bytes_as_it_was_compiled() -> None:
    from linter.ruleset.inherit import compile_files

    found = library()
    for id, path in found.paths.items():
        assert load(id, found) == compile_files([path], found.paths, found.words)[0][0]
