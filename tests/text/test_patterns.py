"""Patterns of rule files put together: what they find does not depend on when they are compiled."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.text import patterns
from linter.text.patterns import PatternError, compile, compiled_at_once, covers, union

# --- a union that compiles late is a union ----------------------------------------------------------

ATOMS = ["甲", "乙", ".", "[甲乙]", "[^甲]", "[{1}]", r"\{", r"\x{4E59}", "(?:甲|乙丙)", r"\p{Han}", "^", "$"]
COUNTS = ["", "", "*", "+", "?", "{2}", "{0,2}", "{1,}", "{0}", "{2,3}?"]
pieces = st.tuples(st.sampled_from(ATOMS), st.sampled_from(COUNTS)).map("".join)
expressions = st.lists(pieces, min_size=1, max_size=4).map("".join)
texts = st.text("甲乙丙{}1，\n", max_size=12)


def spans(pattern: Any, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


@given(st.lists(expressions, min_size=1, max_size=3), st.lists(texts, min_size=1, max_size=3))
def test_a_union_finds_what_the_joined_pattern_finds(given: list[str], several: list[str]) -> None:
    try:
        whole = compile("|".join(f"(?:{pattern})" for pattern in given))
    except PatternError:
        return
    together = union(given)
    for text in several:
        assert spans(together, text) == spans(whole, text)
        one, other = (pattern.search(text) for pattern in (together, whole))
        assert (one and one.span()) == (other and other.span())


@pytest.mark.parametrize(
    "pattern",
    [
        "甲{2}乙",
        "(?:甲乙){1,3}",
        r"\Q{2}\E甲{1}",
        "[甲{2}]乙{1}",
        "[[:alpha:]{2}]乙{1}",
        r"甲\{2\}乙{1}",
        r"\x{4E59}{2}",
        "(?:甲{2}){2}",
    ],
)
def test_counts_are_counts_only_where_they_are_ones(pattern: str) -> None:
    for text in ("甲甲乙", "甲乙甲乙", "{2}甲", "{乙", "甲{2}乙", "乙乙", "甲甲甲甲", "丙"):
        assert spans(union([pattern]), text) == spans(compile(pattern), text)


def test_a_pattern_with_counts_is_compiled_only_for_a_text_that_it_may_match(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled: list[str] = []

    def recorded(pattern: str) -> Any:
        compiled.append(pattern)
        return compile(pattern)

    monkeypatch.setattr(patterns, "compile", recorded)
    pattern = union(["渡口.{0,9}封闭"])
    assert spans(pattern, "渡口照常开放。") == []
    assert "(?:渡口.{0,9}封闭)" not in compiled
    assert spans(pattern, "渡口因大风封闭。") == [(0, 7)]
    assert "(?:渡口.{0,9}封闭)" in compiled


def test_a_pattern_is_compiled_for_the_first_text_and_no_sooner() -> None:
    wrong = union(["渡口["])
    with pytest.raises(PatternError):
        wrong.search("渡口")


def test_a_mistake_shows_at_once_where_that_is_asked_for() -> None:
    with compiled_at_once(), pytest.raises(PatternError):
        union(["渡口["])


def test_no_patterns_are_no_pattern() -> None:
    assert union([]) is None


@pytest.mark.parametrize(
    ("pattern", "right"), [("甲+", True), ("甲", False), ("乙?甲甲", True), ("甲甲乙", False)]
)
def test_a_pattern_covers_a_text_or_not(pattern: str, right: bool) -> None:
    assert covers(compile(pattern), "甲甲") is right
