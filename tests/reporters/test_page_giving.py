"""Ways to give the page a report, in a real browser, and what its reader is told until it is judged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.browser import violations
from tests.support.hosted import give, hosted

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.process]

DROP = """(where) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(["x"], "乙.txt"));
  const event = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
  return !document.querySelector(where).dispatchEvent(event);
}"""
"""Drops a file on an element; tells whether the browser is kept from opening it."""
PASTE = """({ text, picture }) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  if (picture) clipboardData.items.add(new File(["x"], "image.png", { type: "image/png" }));
  (document.activeElement || document.body).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
}"""
"""Does what Ctrl+V does; an office program puts a picture of the text beside it."""
LISTEN = """() => {
  window.said = [];
  const status = document.querySelector(".status");
  new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true });
}"""
"""Has `window.said` hold what the status says from now on."""
FOCUSED = "document.activeElement.textContent"


# --- dropped and pasted ----------------------------------------------------------------------------


@pytest.mark.parametrize("where", [".zone", "h1", "#bar"])
def test_a_file_is_taken_wherever_it_is_dropped(browser: Browser, tmp_path: Path, where: str) -> None:
    with hosted(browser, tmp_path) as it:
        assert it.page.evaluate(DROP, where)
        it.page.wait_for_selector(".document")
        assert it.page.evaluate("window.asked")[0] == ["乙.txt"]


def test_the_next_file_may_be_dropped_on_the_result_of_the_last(browser: Browser, tmp_path: Path) -> None:
    with hosted(browser, tmp_path) as it:
        give(it, "甲.txt")
        it.page.wait_for_selector(".document")
        assert it.page.evaluate(DROP, ".document")
        it.page.wait_for_selector(".document")
        assert it.page.evaluate("window.asked")[0] == ["乙.txt"]


@pytest.mark.parametrize("picture", [False, True])
def test_a_text_is_pasted_on_the_start_screen(browser: Browser, tmp_path: Path, picture: bool) -> None:
    with hosted(browser, tmp_path) as it:
        it.page.evaluate(PASTE, {"text": " \n", "picture": False})
        it.page.evaluate(PASTE, {"text": "工作总结\n已走访××户。", "picture": picture})
        it.page.wait_for_selector(".document")
        assert it.page.evaluate("window.asked")[0] == ["粘贴的文字.txt"]
        assert it.page.evaluate("window.askedText") == "工作总结\n已走访××户。"
        it.page.evaluate("window.asked = null")
        it.page.evaluate(PASTE, {"text": "别的", "picture": False})  # a result is not replaced unawares
        assert it.page.evaluate("window.asked") is None


def test_a_list_of_units_is_pasted_as_such(browser: Browser, tmp_path: Path) -> None:
    with hosted(browser, tmp_path) as it:
        it.page.click(".units summary")
        it.page.focus(".units textarea")
        it.page.evaluate(PASTE, {"text": "青山镇", "picture": False})
        assert it.page.locator(".zone[aria-busy=true]").count() == 0


def test_there_is_a_window_to_paste_into_and_what_stands_in_it_stays(
    browser: Browser, tmp_path: Path
) -> None:
    with hosted(browser, tmp_path, viewport={"width": 360, "height": 700}) as it:
        it.page.click("text=粘贴文字")
        assert violations(it.page) == []
        check = it.page.get_by_role("dialog").get_by_role("button", name="检查")
        check.click()  # of nothing: it stays open
        it.page.keyboard.type("工作总结")
        it.page.keyboard.press("Escape")
        it.page.click("text=粘贴文字")
        assert it.page.input_value("dialog textarea") == "工作总结"
        check.click()
        it.page.wait_for_selector(".document")
        assert it.page.locator("dialog").count() == 0
        assert it.page.evaluate("window.askedText") == "工作总结"


def test_of_a_folder_what_is_no_report_is_passed_over_and_told(browser: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "交来的"
    folder.mkdir()
    for name in ("甲.TXT", "Thumbs.db", "照片.jpg", "desktop.ini", "签到.xls"):
        (folder / name).write_text("x", "utf-8")
    with hosted(browser, tmp_path) as it:
        it.page.set_input_files(".zone input >> nth=1", folder)
        it.page.wait_for_selector("#live.shown")
        assert it.page.evaluate("window.asked")[0] == ["交来的/甲.TXT"]
        told = it.page.inner_text("#live")
        assert told.startswith("文件夹里有 4 个文件不是报告，没有检查：")
        assert told.endswith("、…")


# --- while it is judged ----------------------------------------------------------------------------


def test_a_check_goes_on_in_the_other_language(browser: Browser, tmp_path: Path) -> None:
    with hosted(browser, tmp_path) as it:
        give(it, "slow.txt")
        it.page.wait_for_selector(".status:has-text('正在检查：slow.txt')")
        it.page.click("text=English")
        assert it.page.inner_text(".status") == "Checking slow.txt"
        assert it.page.get_attribute(".zone", "aria-busy") == "true"
        assert violations(it.page) == []
        give(it, "甲.txt")  # one batch at a time
        assert it.page.evaluate("window.asked")[0] == ["slow.txt"]
        it.page.evaluate("window.finish()")
        it.page.wait_for_selector(".document")


def test_a_check_can_be_stopped_by_keys_and_another_begun(browser: Browser, tmp_path: Path) -> None:
    with hosted(browser, tmp_path) as it:
        it.page.focus("text=选择文件 >> nth=0")
        give(it, "slow.txt")
        it.page.wait_for_selector("text=停止检查")
        assert it.page.evaluate(FOCUSED) == "停止检查"
        it.page.keyboard.press("Enter")
        it.page.wait_for_selector(".status:has-text('已停止，没有检查完')")
        assert it.page.evaluate(FOCUSED) == "选择文件"
        assert it.page.evaluate("window.askedToStop")
        it.page.evaluate("window.finish()")
        give(it, "甲.txt")
        it.page.wait_for_selector(".document")


def test_one_report_is_not_said_to_be_compared(browser: Browser, tmp_path: Path) -> None:
    with hosted(browser, tmp_path) as it:
        it.page.evaluate(LISTEN)
        give(it, "a\u202eb.txt")
        it.page.wait_for_selector(".document")
        said = it.page.evaluate("window.said")
    assert "正在检查：a␣b.txt" in said  # a name that turns round what follows is told without that
    assert not [each for each in said if "比对" in each]


def test_the_verdict_is_said_to_a_screen_reader(browser: Browser, tmp_path: Path) -> None:
    with hosted(browser, tmp_path) as it:
        give(it, "甲.txt")
        it.page.wait_for_selector(".document")
        assert it.page.inner_text("[role=status]#live").startswith("不通过：")


# --- and after -------------------------------------------------------------------------------------


def test_a_step_back_leads_to_the_start_and_forward_to_the_result(browser: Browser, tmp_path: Path) -> None:
    with hosted(browser, tmp_path) as it:
        give(it, "甲.txt")
        it.page.wait_for_selector(".document")
        it.page.go_back()
        it.page.wait_for_selector(".zone")
        it.page.go_forward()
        it.page.wait_for_selector(".document")
        it.page.click("text=检查别的文件")
        it.page.wait_for_selector(".zone")
        it.page.go_back()
        it.page.wait_for_selector(".document")
        it.page.reload()  # nothing is kept
        it.page.wait_for_selector(".zone")


def test_tracked_changes_are_offered_where_there_would_be_some(browser: Browser, tmp_path: Path) -> None:
    with hosted(browser, tmp_path) as it:
        give(it, "甲.txt")
        it.page.wait_for_selector("text=下载批注版 Word")
        assert it.page.locator("text=把稳妥的建议写成修订").count() == 0


def test_a_refusal_stays_until_the_next_check(browser: Browser, tmp_path: Path) -> None:
    with hosted(browser, tmp_path) as it:
        give(it, "bad.txt")
        it.page.wait_for_selector(".trouble:visible")
        it.page.click("text=English")
        assert it.page.inner_text(".trouble") == "Line 3"
        give(it, "甲.txt")
        it.page.wait_for_selector(".document")
        it.page.click("text=Check other files")
        assert it.page.locator(".trouble:visible").count() == 0
