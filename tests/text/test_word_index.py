"""Words looked up in a text: the same ones that looking for each of them would find, in linear time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.text.word_index import WordIndex
from tests.support.effort import calls

WORDS = st.sets(st.text("学习会", min_size=1, max_size=5))


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ([], "学习", set()),
        (["学习"], "", set()),
        (["学会"], "学习会", set()),
        (["学习", "习"], "学习", {"学习", "习"}),
        (["学", "学习", "学习会", "学习会议"], "去学习会场", {"学", "学习", "学习会"}),
        (["学习", "学会", "学"], "学会", {"学会", "学"}),
    ],
)
def test_words_within_a_text(words: list[str], text: str, found: set[str]) -> None:
    assert WordIndex(words).within(text) == found


@given(WORDS, st.text("学习会", max_size=20))
def test_as_looking_for_each(words: set[str], text: str) -> None:
    assert WordIndex(words).within(text) == {word for word in words if word in text}


def test_twice_the_words_and_twice_the_text_take_twice_the_steps() -> None:
    def work(n: int) -> int:
        index = WordIndex(f"第{number}站" for number in range(n))
        return calls(lambda: [index.within(f"到第{number}站值守") for number in range(n)])

    assert work(2000) / work(1000) < 2.2
