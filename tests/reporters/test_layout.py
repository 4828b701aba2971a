"""What holds for every layout: no line is too wide, nothing is lost, each sign stands under its span."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linter.model.finding import (
    Finding,
    PartResult,
    Result,
)
from linter.model.message import Message
from linter.reporters import NARROWEST, WIDEST, View, layout, terminal_text
from tests.support.outcomes import COLLECTION, EMPTY, GOOD, REPORT, SECTIONS, finding, text

MIXED = st.text(st.sampled_from("汉字段落工作abcXYZ019 　，。；“”（）《》…—×①é\u0301✓\t\x1b😀"), max_size=160)
WIDTHS = st.integers(NARROWEST, WIDEST)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    context = draw(MIXED)
    start = draw(st.integers(0, len(context)))
    end = draw(st.integers(start, len(context) + 5))
    span, message = context[start:end], draw(MIXED)
    found = finding("", "", draw(st.sampled_from(["error", "warning", "info"])), Message(message, message))
    return found._replace(
        excerpt=span, context=context, context_column=start, start=start, end=end, suggestion=message
    )


@given(findings(), MIXED, MIXED, WIDTHS, st.sampled_from(["zh", "en"]))
@example(finding("", ""), "", "", 49, "zh")  # a column without a title still holds a sign
def test_no_line_is_wider_than_the_terminal(
    found: Finding, title: str, evidence: str, width: int, lang: str
) -> None:
    rows = tuple(row._replace(evidence=evidence) for row in SECTIONS)
    rows = (*rows, rows[0]._replace(section="odd", title=Message(title, title)))
    file = REPORT._replace(parts=(PartResult(title, 1, 2, rows),), findings=(found,))
    report = text(file, COLLECTION, EMPTY, lang=lang, width=width, statistics=True, verbose=True)
    assert [line for line in report.splitlines() if terminal_text.width(line) > width] == []


def test_a_long_path_stays_in_one_piece() -> None:
    path = f"{'报送材料/' * 12}总结.txt"
    assert path in text(REPORT._replace(path=path), width=40).splitlines()


@given(findings(), WIDTHS)
def test_underline_is_under_the_span(found: Finding, width: int) -> None:
    file = GOOD._replace(findings=(found,))
    lines = layout.lines(Result((file,)), View(width=width))
    for source, below in pairwise(lines):
        if source and source[0][0] == "      7 | ":
            (_, (before, _), (span, style), _), (_, (blank, _), (carets, caret_style)) = source, below
            assert blank == " " * terminal_text.width(before)
            assert carets == "^" * max(terminal_text.width(span), 1)
            assert style == caret_style == found.level
            assert terminal_text.visible(found.excerpt).startswith(span)
            assert terminal_text.visible(found.context[: found.context_column]).endswith(
                before.removeprefix("...")
            )


@pytest.mark.parametrize(
    ("sample", "narrow", "most"),
    [
        ("", 0, 0),
        ("abc", 3, 3),
        ("汉字", 4, 4),
        ("“汉”", 4, 6),
        ("全角：", 6, 6),
        ("e\u0301", 1, 3),
        ("😀", 2, 3),
        ("\u3000", 2, 2),
    ],
)
def test_width(sample: str, narrow: int, most: int) -> None:
    assert (terminal_text.width(sample), terminal_text.bound(sample)) == (narrow, most)


@pytest.mark.parametrize(
    ("sample", "room", "lines"),
    [
        ("", 10, [""]),
        ("刚好五个字", 10, ["刚好五个字"]),
        ("one two three", 8, ["one two", "three"]),
        ("一二三四五六", 10, ["一二三四五", "六"]),
        ("一二三四五，六七", 10, ["一二三四", "五，六七"]),  # no comma at the start
        ("一二三（四五）六", 10, ["一二三（四", "五）六"]),
        ("一二三四（五六）", 10, ["一二三四", "（五六）"]),  # no bracket at the end
        ("一二三四五”。六", 10, ["一二三四", "五”。六"]),
        ("一二三《四五》！", 12, ["一二三《四", "五》！"]),
        ("一二三四……五六", 10, ["一二三", "四……五六"]),  # an ellipsis is one sign
        ("检查 reportlint 项", 12, ["检查", "reportlint", "项"]),  # a word stays whole
        ("增长百分之 12.5，好", 14, ["增长百分之", "12.5，好"]),
        ("一共去了 1200 人次", 14, ["一共去了", "1200 人次"]),  # a number keeps its measure word
        ("一共去了1200人", 13, ["一共去了", "1200人"]),
        ("原文见第 12 行", 9, ["原文见", "第 12 行"]),
        ("abcdefghijkl", 5, ["abcde", "fghij", "kl"]),  # unless it is wider than the line
        ("！！！！！！", 6, ["！！！", "！！！"]),
    ],
)
def test_wrap(sample: str, room: int, lines: list[str]) -> None:
    assert terminal_text.wrap(sample, room) == lines


@given(MIXED.map(terminal_text.visible), st.integers(2, 60))
def test_wrap_fits_and_loses_nothing(sample: str, room: int) -> None:
    lines = terminal_text.wrap(sample, room)
    assert all(terminal_text.width(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == sample.replace(" ", "")


def test_a_line_does_not_end_with_an_opening_bracket_and_spaces() -> None:
    assert terminal_text.wrap("字字字字（  字", 12) == ["字字字字", "（  字"]


@given(st.lists(st.sampled_from("字段 a1，。”）（“"), max_size=60).map("".join), st.integers(12, 40))
def test_wrap_respects_punctuation(sample: str, room: int) -> None:
    """Wherever a line breaks badly, there was no better place on that line."""
    lines = terminal_text.wrap(sample, room)
    for line, following in pairwise(lines):
        if following[0] in "，。”）" or line[-1] in "（“":
            assert not any(terminal_text._may_break(line, 0, at) for at in range(1, len(line)))


@given(MIXED.map(terminal_text.visible), st.integers(3, 60))
def test_clip_fits(sample: str, room: int) -> None:
    for clipped in (terminal_text.clip(sample, room), terminal_text.clip_start(sample, room)):
        assert terminal_text.width(clipped) <= room
        assert clipped == sample or "..." in clipped
