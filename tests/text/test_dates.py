"""Dates as they are written in reports, and the calendar they are held against."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.text.dates import Date, dates, days_in
from linter.text.sentences import sentence

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "每年培训10次，惠及12个月龄儿童",
        "青年职工月均3.5次",
        "比例为3:2，版本2.10.3",
        "12024年的档案",
        "发文〔2023〕5号",
        "3个月内完成",
        "周一至周五开放",
        "拨打010-2024-0630咨询",
        "3.5月均值",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年", Date(0, 5, 2024)),
        ("2024年度", Date(0, 6, 2024)),
        ("2024年上半年", Date(0, 8, 2024, period="上半年")),
        ("2024年第一季度", Date(0, 9, 2024, period="第一季度")),
        ("2024年全年", Date(0, 7, 2024, period="全年")),
        ("2024年6月", Date(0, 7, 2024, 6)),
        ("6月份", Date(0, 3, None, 6)),
        ("2024年6月16日", Date(0, 10, 2024, 6, 16)),
        ("2024 年 6 月 16 日", Date(0, 15, 2024, 6, 16)),
        ("6月16号", Date(0, 5, None, 6, 16)),
        ("5月32日", Date(0, 5, None, 5, 32)),
        ("2024-06-16", Date(0, 10, 2024, 6, 16)),
        ("2024.6.16", Date(0, 9, 2024, 6, 16)),
        ("二〇二四年", Date(0, 5, 2024)),
        ("二零二四年上半年", Date(0, 8, 2024, period="上半年")),
        ("二〇二四年十二月二十六日", Date(0, 12, 2024, 12, 26)),
        ("八月二十日", Date(0, 5, None, 8, 20)),
        ("十月份", Date(0, 3, None, 10)),
        ("四月三十一号", Date(0, 6, None, 4, 31)),
        ("六月五日（星期三）", Date(0, 8, None, 6, 5, 2)),
        ("6月16日（星期日）", Date(0, 9, None, 6, 16, 6)),
        ("6月16日，周五", Date(0, 8, None, 6, 16, 4)),
        ("6月16日上午（星期天）", Date(0, 11, None, 6, 16, 6)),
        ("6月16日是星期三", Date(0, 9, None, 6, 16, 2)),
        ("6月16日，周一至周五", Date(0, 5, None, 6, 16)),
        ("6月16日周日常规检查", Date(0, 5, None, 6, 16)),
        ("6月16日会议在周三", Date(0, 5, None, 6, 16)),
    ],
)
def test_a_date_is_taken_apart(text: str, expected: Date) -> None:
    assert dates(text) == (expected,)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("去年10月", [(None, 10, -1, False)]),
        ("今年6月", [(None, 6, 0, False)]),
        ("2024年1月至3月", [(2024, 1, None, False), (2024, 3, None, True)]),
        ("去年9月启动，12月完成", [(None, 9, -1, False), (None, 12, -1, True)]),
        ("2024年1月启动。3月完成", [(2024, 1, None, False), (None, 3, None, False)]),
        ("2023年12月至2024年3月", [(2023, 12, None, False), (2024, 3, None, False)]),
    ],
)
def test_a_month_takes_the_year_before_it_in_the_sentence(
    text: str, months: list[tuple[int | None, int, int | None, bool]]
) -> None:
    assert [(found.year, found.month, found.year_offset, found.carried) for found in dates(text)] == months


@pytest.mark.parametrize("text", ["6月25日至28日", "6月25—28日", "6月25日-28日", "6月25至28日"])
def test_both_days_of_a_range_are_read(text: str) -> None:
    assert [(found.month, found.day) for found in dates(text)] == [(6, 25), (6, 28)]


@given(DAYS)
def test_a_month_ends_the_day_before_the_next_one(day: date) -> None:
    last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    assert days_in(day.month, day.year) == last.day


@given(
    DAYS,
    st.sampled_from(["{0.year}年{0.month}月{0.day}日", "{0:%Y-%m-%d}", "{0:%Y.%m.%d}", "{0:%Y年%m月%d日}"]),
)
def test_every_day_is_read_as_written(day: date, form: str) -> None:
    text = f"会议于{form.format(day)}召开"
    if "年" in form or day.year >= 2000:
        (found,) = dates(text)
        assert (found.year, found.month, found.day) == (day.year, day.month, day.day)


@given(st.text("0123456789年月日号一二〇零去今上半至—-./（）星期周 \n。", max_size=60))
def test_spans_lie_in_the_text_and_in_order(text: str) -> None:
    found = dates(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)


def test_there_are_no_days_in_a_month_that_is_none() -> None:
    assert (days_in(0), days_in(13)) == (0, 0)


def test_without_a_year_a_month_has_the_most_days_it_can_have() -> None:
    assert (days_in(2), days_in(2, 0), days_in(2, 10000), days_in(2, 2023)) == (29, 29, 29, 28)


def test_a_sentence_ends_at_its_mark_or_line() -> None:
    text = "前一句。这一句，有逗号；后一句\n下一行"
    start, end = sentence(text, 6)
    assert text[start:end] == "这一句，有逗号"
