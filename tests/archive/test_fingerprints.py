"""Fingerprints: what must never change, and what is found by them."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.passages import chain, changed, lifted, sentence
from linter.archive.fingerprints import LENGTH, VERSION, WINDOW, fingerprints, packed, unpacked

FROZEN = {
    "够长了吗": (),
    "正好六个汉字": (2844545213173110347,),
    "社区上半年入户走访1830户，登记居民反映的事项96件，办结91件。": (
        -6092482883679152654,
        -4575990987363701005,
        -4349515540901310437,
    ),
    "Trained 40 volunteers in April.": (
        -2649032530382114951,
        4619006228022797807,
        7098539535831050467,
    ),
}


@pytest.mark.parametrize("text", FROZEN)
def test_those_of_this_version_never_change(text: str) -> None:
    assert (VERSION, fingerprints(text)) == (1, FROZEN[text]), "another result needs another VERSION"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("社区上半年入户走访2046户，登记居民反映的事项104件，办结99件。", id="other figures"),
        pytest.param("社区上半年入户走访1830户;登记居民反映的事项96件 办结91件", id="other marks"),
    ],
)
def test_figures_and_marks_count_for_nothing(other: str) -> None:
    assert fingerprints(other) == FROZEN["社区上半年入户走访1830户，登记居民反映的事项96件，办结91件。"]


def test_wide_and_capital_letters_are_as_narrow_and_small_ones() -> None:
    assert fingerprints("Ｔｒａｉｎｅｄ 40 VOLUNTEERS in April.") == FROZEN["Trained 40 volunteers in April."]


TEXTS = st.text(alphabet="天地玄黄宇宙洪荒日月盈昃", max_size=40)


@given(
    before=TEXTS,
    behind=TEXTS,
    other=TEXTS,
    run=st.text("辰宿列张寒来暑往秋收冬藏", min_size=LENGTH + WINDOW - 1),
)
def test_texts_that_share_a_run_share_a_fingerprint(before: str, behind: str, other: str, run: str) -> None:
    assert set(fingerprints(before + run + behind)) & set(fingerprints(other + run))


@given(st.lists(st.integers(-(2**63), 2**63 - 1)))
def test_packing_loses_nothing(numbers: list[int]) -> None:
    assert unpacked(packed(tuple(numbers))) == tuple(numbers)


def jaccard(one: str, other: str) -> float:
    """The similarity of two texts by their sets of three characters."""
    first, second = ({text[at : at + 3] for at in range(len(text) - 2)} for text in (one, other))
    return len(first & second) / len(first | second)


def edited(text: str, chance: random.Random) -> str:
    """A text, changed until its similarity to what it was is just above .7."""
    found = text
    for _ in range(50):
        after = changed(found, chance)
        if jaccard(text, after) < 0.7:
            break
        found = after
    return found


def recall(make: Callable[[str, random.Random], str], least: float) -> float:
    """How many of 600 passages share so many of the shorter one's fingerprints with what is made of them."""
    chance = random.Random(11)
    following = chain()
    found = 0
    for _ in range(600):
        text = sentence(chance, following)
        one, other = set(fingerprints(text)), set(fingerprints(make(text, chance)))
        found += len(one & other) >= max(1, least * min(len(one), len(other)))
    return found / 600


def test_ninety_nine_of_a_hundred_changed_copies_are_found() -> None:
    assert recall(edited, 0.2) >= 0.99


def test_nine_of_ten_passages_lifted_by_half_into_others_are_found() -> None:
    chance, following = random.Random(12), chain()
    assert recall(lambda text, _: lifted(text, sentence(chance, following), chance), 0.2) >= 0.9
