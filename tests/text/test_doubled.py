"""What stands twice in a row in a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.text.doubled import doubles


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 1),
        ("一", 1),
        ("一二一", 1),
        ("一二一二", 1),
        ("一一一", 2),
        ("一二三一二", 3),
        ("\0\0", 2),  # nothing follows that could be the same
        ("一\0", 1),
        ("āĀ", 1),  # the bytes of one character and the next are
    ],
)
def test_nothing_stands_twice(text: str, length: int) -> None:
    assert doubles(text, length)(0) == -1


@given(st.text("一二𠮷a\0Āā"), st.integers(1, 4))
def test_it_is_what_a_pattern_finds(text: str, length: int) -> None:
    first = doubles(text, length)
    expected = [match.start() for match in re.finditer(rf"(?s)(?=(.{{{length}}})\1)", text)]
    found = []
    place = first(0)
    while place >= 0:
        found.append(place)
        place = first(place + 1)
    assert found == expected
