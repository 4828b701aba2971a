"""The page as a file: what stands in it, and what cannot."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from linter import api
from linter.model.message import Message
from linter.model.rules import Rule
from linter.reporters import View, html
from linter.reporters.page_data import page_data
from linter.reporters.rule_help import title
from linter.ruleset.library import library, load
from linter.text.visible import harmless
from tests.support.program import call

HOSTILE = (
    "</script><script>bad()</script><!-- 总结\n\n::error::<img onerror=bad()>\u2028\u202e##[add]&amp;𠮷××\n"
)
PAGE = Path(html.__file__).with_name("page")


def one(text: str, name: str = "甲.txt", **options: Any) -> api.Result:
    return api.check_many([api.draft(text.encode(), name)], **options)


def data_in(page: str) -> Any:
    """The data that a page holds."""
    found = re.search('<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_a_run_keeps_no_text_unless_asked() -> None:
    assert one("总结\n").files[0].text == ()
    assert api.check("总结\n".encode(), "甲.txt").text == ()
    kept = api.check("总结\n".encode(), "甲.txt", keep_text=True)
    assert kept.text == one("总结\n", keep_text=True).files[0].text != ()


def test_the_text_is_kept_where_copies_were_found(many: api.Result) -> None:
    assert all(file.text for file in many.files if not file.unreadable)


def test_the_command_keeps_the_text_for_this_format_alone(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text("工作总结\n第一段。\n", "utf-8")
    call("check", "甲.txt", "-o", "a.html", "--output-format", "html", cwd=tmp_path)
    call("check", "甲.txt", "--report", "html:b.htm", cwd=tmp_path)
    for name in ("a.html", "b.htm"):
        (file,) = data_in((tmp_path / name).read_text("utf-8"))["files"]
        assert [block["text"] for block in file["text"]] == ["工作总结", "第一段。"]


@pytest.mark.parametrize(
    ("message", "why", "zh", "en"),
    [
        (Message("缺少附件", "No annex"), Message("漏了。", "Lost."), "缺少附件", "No annex"),
        (
            Message("“{text}”没有填", "{text} is open"),
            Message("模板的字段没有填；印发就是差错。", "A field is open. Print it not."),
            "模板的字段没有填",
            "A field is open",
        ),
        (Message("“{text}”没有填", "{text} is open"), Message("", ""), "“…”没有填", "… is open"),
    ],
)
def test_a_rule_has_a_title_without_gaps_where_it_says_why(
    message: Message, why: Message, zh: str, en: str
) -> None:
    rule = Rule("r", "pattern", "error", message, {}, why)
    assert (title(rule, View("zh")), title(rule, View("en"))) == (zh, en)


def test_no_shipped_rule_has_a_title_with_a_gap() -> None:
    found = library()
    rules = [rule for id in found.paths for rule in load(id, found).rules if "{" in rule.message.zh]
    assert [rule.id for rule in rules for lang in ("zh", "en") if "…" in title(rule, View(lang))] == []


def test_nothing_of_a_draft_ends_the_data_or_is_changed_on_its_way_out() -> None:
    page = api.report(one(HOSTILE, "<script>\udcff.txt", keep_text=True), "html")
    assert page.count("<script") == page.count("</script") == 2
    assert "<!--" not in page
    assert harmless(page) == page
    (file,) = data_in(page)["files"]
    assert "\n".join(block["text"] for block in file["text"]).startswith(
        "</script><script>bad()</script><!-- 总结"
    )
    assert file["path"] == "<script>\udcff.txt"


def test_its_policy_names_its_style_and_its_scripts_by_their_hashes() -> None:
    page = html.page(
        None,
        "zh",
        ["window.reportlintHost = {};"],
        {"script-src": "'wasm-unsafe-eval'", "worker-src": "blob:"},
    )
    found = re.search('Content-Security-Policy" content="([^"]*)"', page)
    assert found
    policy = dict(each.split(" ", 1) for each in found[1].replace("&#x27;", "'").split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["worker-src"] == "blob:"
    for element, directive in (("style", "style-src"), ("script", "script-src")):
        inside = re.findall(f"<{element}>(.*?)</{element}>", page, re.DOTALL)
        hashes = [f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'" for each in inside]
        assert policy[directive].split()[: len(hashes)] == hashes
    assert policy["script-src"].endswith(" 'wasm-unsafe-eval'")
    assert "unsafe-inline" not in found[1]


@pytest.mark.parametrize("script", ["'</script>'", "'</SCRIPT '", "'<!--'"])
def test_a_script_that_would_end_its_element_is_refused(script: str) -> None:
    with pytest.raises(ValueError, match="end its element"):
        html.page(None, "zh", [script])


def test_what_is_said_is_there_in_both_languages(many: api.Result) -> None:
    value = page_data(many, api.View("en"))
    assert value["lang"] == "en"
    assert value["verdict"]["zh"].startswith("不通过")
    assert value["verdict"]["en"].startswith("Failed")
    file = next(each for each in value["files"] if each["path"].startswith("南坪镇"))
    found = next(each for each in file["findings"] if each["rule"] == "shortcomings-present")
    assert (found["message"]["zh"], found["message"]["en"]) == (
        "缺少“存在问题”部分",
        "The section on shortcomings is missing",
    )
    rule = value["rules"]["shortcomings-present"]
    assert rule["why"]["zh"]
    assert rule["source"]
    assert value["rulesets"]["ideology-work-report"] == {
        "zh": "意识形态工作总结",
        "en": "Ideological-work report",
    }


def test_findings_lie_in_the_blocks_of_their_text(many: api.Result) -> None:
    for file in page_data(many, api.View())["files"]:
        text = {at: char for block in file["text"] for at, char in enumerate(block["text"], block["start"])}
        for finding in file["findings"]:
            said = "".join(text.get(at, "\n") for at in range(finding["start"], finding["end"]))
            assert said == finding["excerpt"]


def test_who_copied_and_who_was_not_judged_is_told(many: api.Result) -> None:
    value = page_data(many, api.View())
    assert value["copies"][0]["passages"] == 5
    assert {file["path"] for file in value["files"] if file["unreadable"]} == {
        "白岩乡总结.txt",
        "河口镇总结.docx",
    }


def test_another_page_is_no_report() -> None:
    assert html.is_report(html.page(None, "en"))
    for text in (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>总结</title>',
        "",
        "reportlint",
    ):
        assert not html.is_report(text)


def test_scripts_put_text_into_the_page_as_text_alone() -> None:
    for path in PAGE.glob("*.js"):
        source = path.read_text("utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", source
        ), path.name


def test_every_script_and_style_sheet_of_the_folder_is_in_the_page() -> None:
    for suffix, names in (("js", html._SCRIPTS), ("css", html._STYLES)):
        assert {path.stem for path in PAGE.glob(f"*.{suffix}")} == set(names)
