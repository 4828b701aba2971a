"""The page in a real browser: what a reader sees, reaches and is spared."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from linter import api
from linter.reporters import html
from linter.reporters.json import dump
from linter.reporters.page_data import page_data
from tests.support.browser import Opened, opened, violations
from tests.support.page_drafts import drafts
from tests.support.program import EXAMPLES

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
DESKTOP = {"width": 1400, "height": 900}


@pytest.fixture(scope="module")
def many() -> api.Result:
    """The reports of the invented county."""
    return api.check_many([api.draft(data, name) for name, data in drafts().items()], keep_text=True)


@contextmanager
def shown(
    browser: Browser, folder: Path, result: api.Result, at: str = "", lang: str = "zh", **options: Any
) -> Iterator[Opened]:
    """The page of a result; its scripts must not fail."""
    path = folder / "report.html"
    path.write_text(api.report(result, "html", api.View(lang)), "utf-8")
    with opened(
        browser, path.as_uri() + at, **{"viewport": DESKTOP, "reduced_motion": "reduce"} | options
    ) as it:
        yield it
        assert it.problems == []


def one(text: str, name: str = "草稿.txt", rulesets: Any = ()) -> api.Result:
    return api.check_many([api.draft(text.encode(), name)], rulesets, keep_text=True)


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


def test_a_word_file_is_shown_with_its_numbers_and_its_table(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    with shown(browser, tmp_path, many, "#file=6") as it:
        assert it.page.locator("h4.level2").all_inner_texts() == [
            "（一）中心组带头学",
            "（二）水厂班组跟进学",
        ]
        assert [row.count("\n") for row in it.page.locator(".table .row").all_inner_texts()]
        assert [it.page.locator(".table .row").nth(at).locator(".cell").count() for at in range(3)] == [
            3,
            3,
            3,
        ]


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


def test_on_paper_are_the_text_and_its_numbered_findings(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    import pypdfium2

    with shown(browser, tmp_path, many, "#file=7") as it:
        sheets = pypdfium2.PdfDocument(it.page.pdf(prefer_css_page_size=True))
        text = "\n".join(sheet.get_textpage().get_text_range() for sheet in sheets)
        assert (round(sheets[0].get_width()), round(sheets[0].get_height())) == (595, 842)
    assert "截止目前" in text
    assert "缺少“存在问题”部分" in text
    for chrome in ("复制结果", "English", "所有规则"):
        assert chrome not in text


# --- many documents ----------------------------------------------------------------------------


def test_the_table_tells_who_lacks_what(browser: Browser, tmp_path: Path, many: api.Result) -> None:
    with shown(browser, tmp_path, many) as it:
        rows = it.page.locator(".matrix tbody tr")
        assert rows.count() == len(many.files)
        assert it.page.locator("tr:has-text('南坪镇') .state").all_inner_texts() == ["✓", "✓", "短", "✗", "✓"]
        assert "已损坏" in it.page.inner_text("tr:has-text('河口镇')")
        it.page.click("text=只看有缺项的")
        assert it.page.locator(".matrix tr:has-text('松溪镇2025')").count() == 0
        assert it.page.locator(".matrix tr:has-text('河口镇')").count() == 1
        it.page.click("text=只看有缺项的")
        it.page.click(".matrix th >> text=错误 >> nth=0")
        counts = [
            int(text or 0)
            for text in it.page.locator(
                ".matrix >> nth=0 >> tbody tr td:nth-last-child(4):not([colspan])"
            ).all_inner_texts()
        ]
        assert counts == sorted(counts, reverse=True)
        assert it.page.get_attribute(".matrix th:nth-last-child(4)", "aria-sort") == "descending"


def test_units_and_periods_are_told_where_they_are_known(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    value = page_data(many, api.View())
    value["files"][0]["parts"][0] |= {"unit": "松溪镇", "period": "2025H1"}
    value["summary"] |= {"missing_units": ["东湾乡"], "repeated_units": {"松溪镇": ["a", "b"]}}
    path = tmp_path / "report.html"
    path.write_text(html.page(dump(value), "zh"), "utf-8")
    with opened(browser, path) as it:
        assert it.page.locator(".matrix >> nth=0 >> th.told").all_inner_texts() == ["单位", "报告期"]
        assert it.page.locator("tr:has-text('松溪镇2025') td.told").all_inner_texts() == ["松溪镇", "2025H1"]
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
        shown_rows = it.page.locator(".matrix tbody tr").count()
        assert 0 < shown_rows < len(many.files)
        it.page.click(".clear")
        assert it.page.locator(".matrix tbody tr").count() == len(many.files)


# --- for everybody -----------------------------------------------------------------------------

VIEWS = ["", "#file=6", "#file=7", "#file=11"]


@pytest.mark.parametrize("at", VIEWS)
@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1400)])
def test_axe_finds_no_barrier(
    browser: Browser, tmp_path: Path, many: api.Result, at: str, scheme: str, width: int
) -> None:
    with shown(
        browser, tmp_path, many, at, color_scheme=scheme, viewport={"width": width, "height": 900}
    ) as it:
        it.page.keyboard.press("n")
        it.page.wait_for_timeout(300)
        it.page.evaluate("scrollTo(0, 0)")  # what lies under the bar is no target
        assert violations(it.page) == []


def test_axe_finds_no_barrier_in_the_window_of_the_keys(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    with shown(browser, tmp_path, many) as it:
        it.page.keyboard.press("?")
        assert violations(it.page) == []


def test_light_and_dark_follow_the_system_until_the_reader_chooses(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    with shown(browser, tmp_path, many, color_scheme="dark") as it:

        def is_now(scheme: str) -> None:
            it.page.wait_for_selector(f"html[data-theme={scheme}]")
            assert it.page.evaluate("getComputedStyle(document.documentElement).colorScheme") == scheme

        is_now("dark")
        it.page.emulate_media(color_scheme="light")
        is_now("light")
        it.page.click("[aria-label^=明暗]")
        it.page.click("[aria-label^=明暗]")
        is_now("dark")
        it.page.reload()
        is_now("dark")


def test_the_focus_is_not_lost_when_the_page_is_drawn_anew(
    browser: Browser, tmp_path: Path, many: api.Result
) -> None:
    focused = "[document.activeElement.id, document.activeElement.textContent]"
    with shown(browser, tmp_path, many) as it:
        for label, then in (("English", "中文"), ("中文", "English")):
            it.page.focus(f".tools >> text={label}")
            it.page.keyboard.press("Enter")
            assert it.page.evaluate(focused) == ["", then]
        it.page.focus(".matrix a >> nth=0")
        it.page.keyboard.press("Enter")
        it.page.wait_for_selector(".document")
        assert it.page.evaluate(focused)[0] == "main"


def test_single_keys_can_be_turned_off_for_good(browser: Browser, tmp_path: Path, many: api.Result) -> None:
    with shown(browser, tmp_path, many, "#file=7") as it:
        it.page.keyboard.press("?")
        it.page.uncheck("dialog input")
        it.page.keyboard.press("Escape")
        it.page.reload()
        it.page.keyboard.press("n")
        assert it.page.locator(".card.open").count() == 0
        it.page.click("[aria-label=快捷键]")
        it.page.check("dialog input")
        it.page.keyboard.press("Escape")
        it.page.keyboard.press("n")
        assert it.page.locator(".card.open").count() == 1


@pytest.mark.parametrize("at", VIEWS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_view_scrolls_sideways(
    browser: Browser, tmp_path: Path, many: api.Result, at: str, lang: str
) -> None:
    with shown(browser, tmp_path, many, at, lang, viewport={"width": 1600, "height": 800}) as it:
        for width in (1600, 1280, 901, 768, 360):
            it.page.set_viewport_size({"width": width, "height": 800})
            it.page.wait_for_timeout(200)
            assert it.page.evaluate("document.documentElement.scrollWidth") <= width, width


# --- the start screen of a host ----------------------------------------------------------------

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
    window.asked = [files.map((each) => each.path), options.ruleset, options.rulesetFiles.map((file) => file.name)];
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
        assert it.page.evaluate("window.asked") == [["甲.txt"], "work-report", ["own.yaml"]]
        with it.page.expect_download() as download:
            it.page.click("text=下载批注版 Word")
        assert download.value.suggested_filename == "甲.txt-false.docx"
        it.page.click("text=检查别的文件")
        it.page.wait_for_selector(".zone")


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
        assert it.page.evaluate("window.asked") == [["甲.txt"], "auto", []]


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
