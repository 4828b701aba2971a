"""The start screen of the page, in a real browser: what a host of it is asked, and what its reader is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from linter import api
from linter.reporters import html
from linter.reporters.json import dump
from linter.reporters.page_data import page_data
from tests.support.browser import Opened, opened, violations
from tests.support.shown import one

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.process]

HOST = """
window.reportlintHost = {
  kind: 'offline',
  rulesets: [
    { id: 'work-report', title: { zh: '工作总结', en: 'Work report' } },
    { id: 'gbt', title: { zh: '按国家标准查公文的版面、编号和结束语', en: 'The layout, numbers and endings of letters' } },
  ],
  ready: Promise.resolve(),
  limits: { files: 3, bytes: 1000 },
  check(files, options, tell) {
    window.asked = [files.map((each) => each.path), options.ruleset, options.rulesetFiles.map((file) => file.name), options.units];
    files.forEach((each, at) => tell({ done: at, total: files.length, name: each.path }));
    return files[0].path === 'bad.txt' ? Promise.reject({ zh: '规则文件第 3 行有误', en: 'Line 3' }) : Promise.resolve(DATA);
  },
  annotate: async ({ path }, { suggest }) => ({ name: `${path}-${suggest}.docx`, blob: new Blob(['x']) }),
};
"""


@contextmanager
def hosted(browser: Browser, folder: Path, **options: Any) -> Iterator[Opened]:
    data = dump(page_data(one("工作总结\n已走访××户。\n", "甲.txt"), api.View())).replace("<", "\\u003c")
    path = folder / "start.html"
    path.write_text(html.page(None, "zh", [HOST.replace("DATA", data)]), "utf-8")
    with opened(browser, path, **options) as it:
        yield it
        assert it.problems == []


def give(it: Opened, *names: str, size: int = 2) -> None:
    files = [{"name": name, "mimeType": "text/plain", "buffer": b"x" * size} for name in names]
    it.page.set_input_files(".zone input >> nth=0", files)


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


DROP = """(where) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(["x"], "甲.txt"));
  const event = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
  return !document.querySelector(where).dispatchEvent(event);
}"""
"""Drops a file on an element; tells whether the browser is kept from opening it."""


def test_a_file_is_dropped_on_the_zone_and_one_dropped_beside_it_replaces_nothing(
    browser: Browser, tmp_path: Path
) -> None:
    with hosted(browser, tmp_path) as it:
        assert it.page.evaluate(DROP, "h1")
        assert it.page.locator(".zone[aria-busy]").count() == 0
        assert it.page.evaluate(DROP, ".zone")
        it.page.wait_for_selector(".document")
        assert it.page.evaluate("window.asked")[0] == ["甲.txt"]


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
