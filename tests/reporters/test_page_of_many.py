"""Many reports on the page, in a real browser: the table, what is commonest, who copied whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from linter import api
from linter.reporters import html
from linter.reporters.json import dump
from linter.reporters.page_data import page_data
from tests.support.browser import opened
from tests.support.shown import shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.process]


def test_the_table_tells_who_lacks_what(browser: Browser, tmp_path: Path, many: api.Result) -> None:
    with shown(browser, tmp_path, many) as it:
        rows = it.page.locator(".matrix tbody tr")
        assert rows.count() == len(many.files)
        assert it.page.locator("tr:has-text('南坪镇') .state").all_inner_texts() == ["✓", "✓", "短", "✗", "✓"]
        figures = it.page.locator(".totals > div").all_inner_texts()
        numbers = dict(map(str.split, figures))
        parts = [int(numbers.get(name, 0)) for name in ("齐全", "有缺项", "存疑")]
        assert sum(parts) == int(numbers["报告"])
        assert 0 not in parts
        unread = [row.split("总结")[0] for row in rows.all_inner_texts()[:3]]
        assert unread[:2] == ["白岩乡", "河口镇"]  # what nobody could look at comes first
        assert "已损坏" in it.page.inner_text("tr:has-text('河口镇')")
        it.page.click("text=只看不齐全的")
        assert it.page.locator(".matrix tr:has-text('松溪镇2025')").count() == 0
        assert it.page.locator(".matrix tr:has-text('河口镇')").count() == 1
        it.page.click("text=只看不齐全的")
        it.page.click(".matrix th >> text=错误 >> nth=0")
        counts = [
            int(text or 0)
            for text in it.page.locator(
                ".matrix >> nth=0 >> tbody tr td:nth-last-child(4):not([colspan])"
            ).all_inner_texts()
        ]
        assert counts == sorted(counts, reverse=True)
        assert it.page.get_attribute(".matrix th:nth-last-child(4)", "aria-sort") == "descending"


def test_a_step_back_leads_to_the_table_as_it_was_left(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    with shown(browser, tmp_path, many, viewport={"width": 1400, "height": 500}) as it:
        it.page.fill("#filter", "2025")
        it.page.evaluate("scrollTo(0, 150)")
        it.page.click(".matrix a >> nth=0")
        it.page.wait_for_selector(".document")
        it.page.go_back()
        it.page.wait_for_selector(".overview")
        assert it.page.input_value("#filter") == "2025"
        assert it.page.evaluate("scrollY") == 150


def test_units_and_periods_are_told_where_they_are_known(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    value = page_data(many, api.View())
    value["files"][0]["parts"][0] |= {"unit": "松溪镇", "period": "2025H1"}
    value["files"][0]["parts"][0]["period_words"] = {"zh": "2025年上半年", "en": "first half of 2025"}
    value["summary"] |= {"missing_units": ["东湾乡"], "repeated_units": {"松溪镇": ["a", "b"]}}
    path = tmp_path / "report.html"
    path.write_text(html.page(dump(value), "zh"), "utf-8")
    with opened(browser, path) as it:
        assert it.page.locator(".matrix >> nth=0 >> th.told").all_inner_texts() == ["单位", "报告期"]
        assert it.page.locator("tr:has-text('松溪镇2025') td.told").all_inner_texts() == [
            "松溪镇",
            "2025年上半年",
        ]
        assert it.page.locator(".notice").all_inner_texts() == ["没有交：东湾乡", "交了不止一份：松溪镇"]


def test_a_report_about_another_period_than_the_others_is_named(browser: Browser, tmp_path: Path) -> None:
    units = ["东湾镇", "西坪镇", "南岭镇", "松溪镇", "清河镇"]
    files = [
        api.draft(f"{unit}{year}年上半年工作总结\n{unit}办结事项{at}件。\n".encode(), f"{unit}.txt")
        for at, (unit, year) in enumerate(zip(units, [2026] * 4 + [2025], strict=True), 3)
    ]
    with shown(browser, tmp_path, api.check_many(files, "work-report")) as it:
        notices = it.page.locator(".notice").all_inner_texts()
        assert notices == ["报告期和别的报告不同：清河镇2025年上半年工作总结"]


def test_every_row_of_a_long_table_comes(browser: Browser, tmp_path: Path) -> None:
    files = [api.draft("工作总结\n好。\n".encode(), f"{number}.txt") for number in range(300)]
    with shown(browser, tmp_path, api.check_many(files, "work-report")) as it:
        it.page.wait_for_selector(".matrix tbody tr >> nth=299", state="attached")


def test_copies_stand_side_by_side_with_what_differs(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    with shown(browser, tmp_path, many) as it:
        it.page.locator(".graph .edge").first.wait_for(state="attached")  # drawn when there is time
        assert it.page.locator(".graph .edge").count() == 4
        it.page.click(".pairs button >> nth=0")
        told = it.page.locator("dialog .differs").all_inner_texts()
        assert {"386", "412"} <= set(told)
        it.page.click("dialog a >> nth=0")
        it.page.wait_for_selector(".document")
        assert it.page.locator("dialog").count() == 0


def test_a_common_finding_leads_to_the_reports_that_have_it(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    with shown(browser, tmp_path, many) as it:
        it.page.click(".faults button >> nth=1")
        assert not [each for each in it.page.locator(".faults .name").all_inner_texts() if "…" in each]
        shown_rows = it.page.locator(".matrix tbody tr").count()
        assert 0 < shown_rows < len(many.files)
        it.page.click(".clear")
        assert it.page.locator(".matrix tbody tr").count() == len(many.files)
