"""The start screen of the page, in a real browser: what a host of it is asked, and what its reader is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from linter import api
from linter.reporters import html
from linter.reporters.json import dump
from linter.reporters.page_data import page_data
from tests.support.browser import opened, violations
from tests.support.hosted import give, hosted
from tests.support.shown import one

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.process]


def test_a_host_checks_what_it_is_given(browser: Browser, tmp_path: Path) -> None:
    with hosted(browser, tmp_path) as it:
        it.page.select_option(".settings select", "work-report")
        give(it, "甲.txt", "own.yaml", ".hidden")
        it.page.wait_for_selector(".document")
        assert it.page.evaluate("window.asked") == [["甲.txt"], "work-report", ["own.yaml"], []]
        with it.page.expect_download() as download:
            it.page.click("text=下载批注版 Word")
        assert download.value.suggested_filename == "甲.txt-false.docx"
        it.page.click("text=检查别的文件")
        it.page.wait_for_selector(".zone")


def test_rules_alone_are_taken_and_reports_asked_for(browser: Browser, tmp_path: Path) -> None:
    with hosted(browser, tmp_path) as it:
        give(it, "own.yaml")
        it.page.wait_for_selector(".status:has-text('own.yaml')")
        assert it.page.inner_text(".status") == "规则已读入：own.yaml。请再选择或拖入要检查的报告"
        assert it.page.locator(".trouble:visible").count() == 0
        assert it.page.inner_text(".own") == "own.yaml"
        give(it, "甲.txt")
        it.page.wait_for_selector(".document")
        assert it.page.evaluate("window.asked") == [["甲.txt"], "auto", ["own.yaml"], []]


def test_a_head_names_those_who_are_to_hand_in(browser: Browser, tmp_path: Path) -> None:
    with hosted(browser, tmp_path) as it:
        it.page.click(".units summary")
        it.page.fill(".units textarea", "青山镇\r\n\n 财政局|区财政局 \n青山镇\n")
        assert violations(it.page) == []
        give(it, "甲.txt")
        it.page.wait_for_selector(".document")
        assert it.page.evaluate("window.asked")[-1] == ["青山镇", "财政局|区财政局"]
        it.page.click("text=检查别的文件")
        assert it.page.input_value(".units textarea").startswith("青山镇")


def test_of_one_report_the_overview_comes_first_where_others_are_missing(
    browser: Browser, tmp_path: Path
) -> None:
    value = page_data(one("工作总结\n好。\n", "甲.txt"), api.View())
    value["summary"]["missing_units"] = ["东湾乡"]
    path = tmp_path / "report.html"
    path.write_text(html.page(dump(value), "zh"), "utf-8")
    with opened(browser, path) as it:
        assert it.page.inner_text(".notice") == "没有交：东湾乡"
        it.page.click(".matrix a")
        it.page.wait_for_selector(".document")


def test_the_start_keeps_its_margins_beside_long_titles_of_rulesets(browser: Browser, tmp_path: Path) -> None:
    with hosted(browser, tmp_path, viewport={"width": 360, "height": 700}) as it:
        for selector in (".zone", ".settings select"):
            box = it.page.locator(selector).bounding_box()
            assert box is not None
            assert box["x"] + box["width"] <= 360 - 14, selector


def test_files_of_suppressions_and_hidden_ones_are_no_rules(browser: Browser, tmp_path: Path) -> None:
    with hosted(browser, tmp_path) as it:
        give(it, "甲.txt", "甲.txt.reportlint.yml", ".editor.yml")
        it.page.wait_for_selector(".document")
        assert it.page.evaluate("window.asked") == [["甲.txt"], "auto", [], []]


@pytest.mark.parametrize(
    ("names", "size", "said"),
    [
        (("bad.txt",), 2, "规则文件第 3 行有误"),
        (("1.txt", "2.txt", "3.txt", "4.txt"), 2, "一次最多检查 3 个文件，请分几次"),
        (("1.txt",), 2000, "1.txt 超过 0 MB"),
        ((".hidden",), 2, "没有可检查的文件"),
    ],
)
def test_what_a_host_refuses_is_a_sentence(
    browser: Browser, tmp_path: Path, names: tuple[str, ...], size: int, said: str
) -> None:
    with hosted(browser, tmp_path) as it:
        give(it, *names, size=size)
        it.page.wait_for_selector(".trouble:visible")
        assert said in it.page.inner_text(".trouble")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_at_the_start(browser: Browser, tmp_path: Path, scheme: str) -> None:
    with hosted(browser, tmp_path, color_scheme=scheme, viewport={"width": 360, "height": 700}) as it:
        assert violations(it.page) == []
        assert it.page.evaluate("document.documentElement.scrollWidth") == 360
