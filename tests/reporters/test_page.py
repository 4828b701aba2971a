"""The page of one document in a real browser: what a reader sees and reaches, and that nothing leaves it."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

import pytest

from linter import api
from tests.support.browser import opened
from tests.support.ooxml import docx, p, tbl, tc, tr
from tests.support.program import EXAMPLES
from tests.support.shown import DESKTOP, one, shown

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.process]

OWN = """
id: own
title: {zh: 自己的, en: Own}
rules:
  - {id: outer, check: pattern, level: warning, with: {forbid: ["𠀀乙丙丁"]}, message: {zh: 外层, en: Outer}, examples: {pass: ["好"], fail: ["𠀀乙丙丁"]}}
  - {id: inner, check: pattern, level: error, with: {forbid: ["丙丁戊"]}, message: {zh: 内层, en: Inner}, examples: {pass: ["好"], fail: ["丙丁戊"]}}
"""
HOSTILE = (
    "<img src=x onerror=hacked()>总结\n\n</script><script>hacked()</script><!-- <svg onload=hacked()>\n"
    "{{alert}} $data ${lang} 已完成××项\u2028`'\"\\u003c/script\u202e倒过来\u2066。\n" + "长" * 1_000_000
)


# --- nothing leaves it, and nothing of a draft runs ------------------------------------------------


def test_it_asks_for_nothing(browser: Browser, tmp_path: Path, many: api.Result) -> None:
    with shown(browser, tmp_path, many) as it:
        it.page.click(".matrix a")
        it.page.keyboard.press("n")
        asked = [address for address in it.requests if not address.startswith("data:")]
        assert {address.partition("#")[0] for address in asked} == {(tmp_path / "report.html").as_uri()}


class Asked(BaseHTTPRequestHandler):
    """A server that would answer, and keeps what it was asked for."""

    paths: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.paths.append(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_its_policy_lets_nobody_be_asked_and_nothing_else_run(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(api.report(one("总结\n"), "html"), "utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), Asked) as server, opened(browser, path) as it:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        added = "document.body.append(Object.assign(document.createElement('{}'), {}))"
        it.page.evaluate(f"fetch('{address}/fetched').catch(() => null)")
        it.page.evaluate(added.format("img", f"{{src: '{address}/image'}}"))
        it.page.evaluate(added.format("script", f"{{src: '{address}/script'}}"))
        it.page.evaluate(added.format("iframe", f"{{src: '{address}/frame'}}"))
        it.page.evaluate(added.format("script", "{textContent: 'window.ran = 1'}"))
        it.page.wait_for_timeout(500)
        assert it.page.evaluate("window.ran") is None
        server.shutdown()
    assert Asked.paths == []


def test_nothing_of_a_draft_is_markup_or_script(browser: Browser, tmp_path: Path) -> None:
    result = one(HOSTILE, "<b>坏\udcff</b></script>.txt", "report-form")
    with shown(browser, tmp_path, result) as it:
        text = it.page.inner_text(".paper")
        assert "</script><script>hacked()</script><!-- <svg onload=hacked()>" in text
        assert "\u202e" not in text
        assert it.page.locator("script").count() == 2
        assert it.page.locator("img, .paper svg, b b").count() == 0
        assert "<b>坏" in it.page.inner_text(".facts")
        assert it.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# --- one document ------------------------------------------------------------------------------


def test_findings_are_marked_at_their_characters(browser: Browser, tmp_path: Path) -> None:
    own = api.load_ruleset(OWN.encode(), "own.yaml")
    with shown(browser, tmp_path, one("𠮷𠮷甲𠀀乙丙丁戊己\n", rulesets=own)) as it:
        marks = it.page.locator(".paper mark")
        assert marks.all_inner_texts() == ["𠀀乙", "丙丁", "戊"]
        assert [it.page.locator(".paper mark").nth(at).get_attribute("class") for at in range(3)] == [
            "warning",
            "error",
            "error",
        ]
        assert it.page.locator(".paper a.number").all_inner_texts() == ["1", "2"]


def test_a_reader_goes_from_text_to_finding_and_back(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    with shown(browser, tmp_path, many, "#file=6") as it:
        it.page.click(".paper a.number >> nth=2")
        card = it.page.locator(".card.open")
        assert card.locator(".number").inner_text() == "3"
        assert card.locator("dl").inner_text().startswith("为什么")
        it.page.evaluate("scrollTo(0, 0)")
        it.page.click(".card >> nth=-1 >> button >> nth=0")
        box = it.page.locator(".paper mark.open >> nth=0").bounding_box()
        assert box
        assert 0 < box["y"] < DESKTOP["height"]
        it.page.keyboard.press("Escape")
        assert it.page.locator(".open").count() == 0


def test_the_keyboard_is_enough(browser: Browser, tmp_path: Path, many: api.Result) -> None:
    def number() -> str:
        return it.page.locator(".card.open .number").inner_text()

    with shown(browser, tmp_path, many, "#file=6") as it:
        it.page.keyboard.press("n")
        it.page.keyboard.press("j")
        assert number() == "2"
        it.page.keyboard.press("p")
        assert number() == "1"
        it.page.keyboard.press("Enter")
        assert it.page.locator(".card.open").count() == 0
        it.page.keyboard.press("/")
        it.page.keyboard.type("nonsense")
        assert it.page.locator(".card").count() == 0
        assert it.page.inner_text(".findings .count") == "没有符合筛选条件的"
        it.page.keyboard.press("Escape")
        it.page.keyboard.press("]")
        it.page.wait_for_url("**#file=7")
        it.page.keyboard.press("?")
        assert it.page.locator("dialog kbd").count() > 8
        it.page.keyboard.press("Escape")
        it.page.keyboard.press("o")
        it.page.wait_for_selector(".matrix")


def test_findings_are_filtered_by_level_rule_section_and_words(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    file = next(each for each in many.files if each.path.endswith(".docx") and each.parts)
    with shown(browser, tmp_path, api.Result((file,), rules=many.rules)) as it:

        def count() -> int:
            return it.page.locator(".card").count()

        assert count() == len(file.findings)
        it.page.click(".chip >> text=错误")
        assert count() == len(file.findings) - sum(each.level == "error" for each in file.findings)
        it.page.click(".chip >> text=错误")
        it.page.select_option(".filters select >> nth=0", "leftover-mask")
        assert count() == 1
        it.page.select_option(".filters select >> nth=0", "")
        it.page.select_option(".filters select >> nth=1", "study")
        assert count() == sum(each.section == "study" for each in file.findings) > 0
        it.page.select_option(".filters select >> nth=1", "")
        it.page.fill("#filter", "120%")
        assert count() == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_places_are_called_as_on_the_terminal(browser: Browser, tmp_path: Path, lang: str) -> None:
    row = tr(tc(p("联系人")), tc(p("卢某，电话××")))
    data = docx(p("档案室情况") + tbl(row) + p("联系电话为××。"), header1=p("第××期"))
    result = api.check_many([api.draft(data, "稿.docx")], ["report-form"], keep_text=True)
    said = [api.View(lang).say(finding.place.words) for finding in result.files[0].findings]
    assert any("2" in each and ("表格" in each or "table" in each) for each in said)
    with shown(browser, tmp_path, result, lang=lang) as it:
        assert [each.split(" · ")[0] for each in it.page.locator(".card .where").all_inner_texts()] == said


def test_a_word_file_is_shown_with_its_numbers_and_its_table(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    with shown(browser, tmp_path, many, "#file=6") as it:
        assert it.page.locator("h4.level2").all_inner_texts() == [
            "（一）中心组带头学",
            "（二）水厂班组跟进学",
        ]
        cells = it.page.locator(".table .cell")
        boxes = [cells.nth(at).bounding_box() for at in range(9)]
        tops = [round(box["y"]) for box in boxes if box]
        assert tops == [tops[0]] * 3 + [tops[3]] * 3 + [tops[6]] * 3
        assert len(set(tops)) == 3


def test_the_checklist_says_what_is_there_and_what_is_not(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    with shown(browser, tmp_path, many, "#file=7") as it:
        assert it.page.locator(".sections .state").all_inner_texts() == ["✓", "✓", "短", "✗", "✓"]
        it.page.click(".sections button >> nth=0")
        it.page.click(".tag >> nth=0")
        assert it.page.evaluate("document.activeElement.dataset.section") == "leadership"
        it.page.click("summary")
        assert it.page.locator(".rules li").count() > 40


def test_of_a_collection_one_report_can_be_looked_at(browser: Browser, tmp_path: Path) -> None:
    result = one((EXAMPLES / "collection.txt").read_text("utf-8"))
    with shown(browser, tmp_path, result) as it:
        assert it.page.locator(".sections").count() == 3
        it.page.select_option(".parts select", "1")
        assert it.page.locator(".sections").count() == 1
        assert it.page.locator(".card").count() == sum(
            each.part in (1, None) for each in result.files[0].findings
        )


def test_the_map_has_a_bar_a_section_and_a_tick_a_finding(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    with shown(browser, tmp_path, many, "#file=6") as it:
        assert it.page.locator(".map button").all_inner_texts()[1:3] == ["一、组织领导", "二、理论学习"]
        assert it.page.locator(".map .tick").count() == len(many.files[5].findings)


def test_the_result_is_copied_as_text(browser: Browser, tmp_path: Path, many: api.Result) -> None:
    with shown(browser, tmp_path, many, "#file=7", permissions=["clipboard-read", "clipboard-write"]) as it:
        it.page.click("text=复制结果")
        it.page.wait_for_selector("#live.shown")
        text = it.page.evaluate("navigator.clipboard.readText()")
    assert text.startswith(
        "南坪镇2025年上半年意识形态工作总结：错误 4、警告 2、提示 1\n缺项：舆论引导（太短）、存在问题（缺）\n1. 错误 第 1 行：缺少"
    )


def test_it_speaks_both_languages_and_keeps_the_choice(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    with shown(browser, tmp_path, many, "#file=7") as it:
        assert "缺少“存在问题”部分" in it.page.inner_text(".findings")
        it.page.click("text=English")
        assert "The section on shortcomings is missing" in it.page.inner_text(".findings")
        it.page.reload()
        assert it.page.evaluate("document.documentElement.lang") == "en"


def test_in_the_other_language_the_reader_is_where_he_was(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    with shown(browser, tmp_path, many, "#file=7") as it:
        it.page.click(".chip >> nth=1")
        it.page.keyboard.press("n")
        it.page.keyboard.press("n")
        it.page.evaluate("scrollTo(0, 150)")
        it.page.click("text=English")
        assert it.page.evaluate("scrollY") == 150
        it.page.click("[aria-label^=Light]")
        assert it.page.evaluate("scrollY") == 150
        assert it.page.get_attribute(".chip >> nth=1", "aria-pressed") == "false"
        assert it.page.locator(".card.open, mark.open").count() == 2
        it.page.keyboard.press("n")
        assert it.page.locator(".card.open").count() == 1


def test_a_file_without_a_verdict_says_why_and_nothing_else(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, tmp_path, one("", "空.txt"), permissions=["clipboard-read", "clipboard-write"]) as it:
        assert "文件是空的" in it.page.inner_text(".trouble")
        assert it.page.locator(".findings, .checklist, .paper").count() == 0
        it.page.keyboard.press("n")
        it.page.click("text=复制结果")
        it.page.wait_for_selector("#live.shown")
        text = it.page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("空.txt：没有检查\n文件是空的")


def test_a_paragraph_is_indented_once(browser: Browser, tmp_path: Path) -> None:
    with shown(browser, tmp_path, one("工作总结\n　　今年走访群众。\n明年再走访。\n")) as it:
        indents = [
            it.page.eval_on_selector(f".paragraph >> nth={at}", "(each) => getComputedStyle(each).textIndent")
            for at in range(2)
        ]
    assert indents == ["0px", "34px"]


def test_on_paper_are_the_text_and_its_numbered_findings(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    import pypdfium2

    with shown(browser, tmp_path, many, "#file=7") as it:
        it.page.keyboard.press("n")  # what is open on the screen looks no other on paper
        sheets = pypdfium2.PdfDocument(it.page.pdf(prefer_css_page_size=True))
        text = "\n".join(sheet.get_textpage().get_text_range() for sheet in sheets)
        assert (round(sheets[0].get_width()), round(sheets[0].get_height())) == (595, 842)
    assert "截止目前" in text
    assert "缺少“存在问题”部分" in text
    for chrome in ("复制结果", "English", "所有规则", "看正文里的这一处"):
        assert chrome not in text
