"""Years and parts of them, as a configuration writes them and in words."""

from __future__ import annotations

import pytest

from linter.text import year_parts
from linter.text.year_parts import YearPart, parse, words


@pytest.mark.parametrize(
    ("code", "expected", "zh"),
    [
        ("2026", YearPart(2026, 1, 12), "2026年"),
        ("2026H1", YearPart(2026, 1, 6), "2026年上半年"),
        ("2026H2", YearPart(2026, 7, 12), "2026年下半年"),
        ("2026Q3", YearPart(2026, 7, 9), "2026年第三季度"),
        ("2026-05", YearPart(2026, 5, 5), "2026年5月"),
    ],
)
def test_a_period_is_read_and_said(code: str, expected: YearPart, zh: str) -> None:
    assert parse(code) == expected
    assert year_parts.code(expected) == code
    assert words(expected)[0] == zh


def test_other_months_are_written_from_month_to_month() -> None:
    assert year_parts.code(YearPart(2026, 1, 5)) == "2026-01/2026-05"
    assert year_parts.code(YearPart(2026, 2, 4)) == "2026-02/2026-04"


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("2026H1", "2026年上半年", "the first half of 2026"),
        ("2026-01/2026-05", "2026年1—5月", "months 1 to 5 of 2026"),
        ("去年", "去年", "去年"),
        ("", "", ""),
    ],
)
def test_what_is_written_as_a_code_is_said_in_words(code: str, zh: str, en: str) -> None:
    assert year_parts.code_words(code) == (zh, en)


@pytest.mark.parametrize(
    "code", ["", "26H1", "2026H3", "2026Q5", "2026-13", "2026-5", "2026年", " 2026", "1999"]
)
def test_nothing_else_is_a_period(code: str) -> None:
    assert parse(code) is None


def test_periods_overlap_where_they_share_a_month() -> None:
    half = YearPart(2026, 1, 6)
    assert half.overlaps(YearPart(2026, 6, 9))
    assert not half.overlaps(YearPart(2026, 7, 9))
    assert not half.overlaps(YearPart(2025, 1, 6))


def test_months_that_have_no_name_are_counted() -> None:
    assert words(YearPart(2026, 1, 5)) == ("2026年1—5月", "months 1 to 5 of 2026")


@pytest.mark.parametrize("code", ["", "去年", "2026Q9", "2026-01/去年"])
def test_what_is_no_period_has_no_last_month(code: str) -> None:
    assert year_parts.last_month(code) == ""


def test_periods_stand_in_the_order_in_which_reports_on_them_are_written() -> None:
    codes = ["2027-01", "2026", "2026Q3", "2026-08", "2026H1", "2026-01/2026-05", "2026Q1", "2026-02", "2025"]
    assert sorted(codes, key=year_parts.last_month) == [*reversed(codes)]
