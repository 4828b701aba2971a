"""The formats for programs: what each says of the same outcomes."""

from __future__ import annotations

import json

import pytest

from linter import __version__, api
from linter.model.finding import (
    Result,
)
from linter.model.message import Message
from linter.reporters import REPORTERS, View
from tests.support.outcomes import (
    COLLECTION,
    COPIED,
    EMPTY,
    GOOD,
    LINE,
    PLACEHOLDER,
    REPORT,
    TITLE,
    finding,
    golden,
)


def test_json_keeps_the_contract() -> None:
    report = api.report(Result((REPORT._replace(findings=(COPIED,)), EMPTY)), "json", View())
    expected = {
        "schema_version": 1,
        "tool": {"name": "reportlint", "version": __version__},
        "files": [
            {
                "path": "drafts/清河镇.txt",
                "ruleset": "work-report",
                "error": None,
                "parts": [
                    {
                        "title": TITLE,
                        "line": 1,
                        "end_line": 30,
                        "sections": [
                            {
                                "section": "lead",
                                "title": "组织领导",
                                "required": True,
                                "state": "heading",
                                "line": 4,
                                "end_line": 6,
                                "chars": 88,
                                "evidence": "一、健全机制，压实河长责任",
                                "confidence": 1.0,
                                "substance": "ok",
                            },
                            {
                                "section": "work",
                                "title": "整治情况",
                                "required": True,
                                "state": "body",
                                "line": 12,
                                "end_line": 12,
                                "chars": 60,
                                "evidence": LINE,
                                "confidence": 1.0,
                                "substance": "ok",
                            },
                            {
                                "section": "gaps",
                                "title": "不足",
                                "required": True,
                                "state": "absent",
                                "line": None,
                                "end_line": None,
                                "chars": 0,
                                "evidence": "",
                                "confidence": 1.0,
                                "substance": "empty",
                            },
                            {
                                "section": "annex",
                                "title": "附件",
                                "required": False,
                                "state": "absent",
                                "line": None,
                                "end_line": None,
                                "chars": 0,
                                "evidence": "",
                                "confidence": 1.0,
                                "substance": "empty",
                            },
                        ],
                    }
                ],
                "checklist": [
                    {"rule": "gaps-present", "part": 0, "state": "failed", "line": 1},
                    {"rule": "lead-present", "part": 0, "state": "passed", "line": 4},
                    {"rule": "period-consistent", "part": 0, "state": "not-applicable", "line": None},
                ],
                "findings": [
                    {
                        "rule": "paragraph-copied",
                        "check": "duplicate",
                        "level": "warning",
                        "message": "这一段与别处几乎相同。",
                        "line": 7,
                        "column": 1,
                        "end_line": 7,
                        "end_column": len(LINE) + 1,
                        "excerpt": LINE,
                        "part": 0,
                        "section": None,
                        "suggestion": None,
                        "related": [
                            {"path": None, "line": 20, "end_line": 21, "message": "相同的段落"},
                            {"path": "往年/清河镇.txt", "line": 3, "end_line": 3, "message": ""},
                        ],
                        "fingerprint": "f00d",
                    }
                ],
            },
            {
                "path": "drafts/空.txt",
                "ruleset": "",
                "error": "文件是空的。",
                "parts": [],
                "checklist": [],
                "findings": [],
            },
        ],
        "summary": {"files": 2, "errors": 0, "warnings": 1, "info": 0, "unreadable": ["drafts/空.txt"]},
    }
    assert report == json.dumps(expected, ensure_ascii=False) + "\n"  # the order of keys, too


def test_json_speaks_the_language_and_adds_what_is_known() -> None:
    file = REPORT._replace(
        findings=(COPIED._replace(anchor="p7", page=7, opening="今年以来"),),
        notes=(Message("注", "A note"),),
        encoding="big5",
    )
    (value,) = json.loads(api.report(Result((file,)), "json", View(lang="en")))["files"]
    assert list(value)[-2:] == ["notes", "encoding"]
    assert (value["notes"], value["encoding"]) == (["A note"], "big5")
    assert value["parts"][0]["sections"][0]["title"] == "Leadership"
    (found,) = value["findings"]
    assert (found["message"], found["related"][0]["message"]) == (COPIED.message.en, "the same paragraph")
    assert list(found)[-3:] == ["anchor", "page", "opening"]
    assert (found["page"], found["opening"]) == (7, "今年以来")


def test_json_says_where_a_section_is_open() -> None:
    (part,) = REPORT.parts
    rows = tuple(row._replace(unsure=True) for row in part.sections)
    file = REPORT._replace(parts=(part._replace(sections=rows),))
    for each, says in ((file, True), (REPORT, None)):
        (value,) = json.loads(api.report(Result((each,)), "json", View()))["files"]
        assert {row.get("unsure") for row in value["parts"][0]["sections"]} == {says}


OPEN = Result(
    (
        REPORT._replace(
            parts=tuple(
                part._replace(
                    sections=tuple(row._replace(unsure=row.section == "gaps") for row in part.sections)
                )
                for part in REPORT.parts
            )
        ),
        COLLECTION,
    )
)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("text", "  ? 不确定  不足"),
        ("text", "✓       ?"),
        ("csv", ",?,"),
        ("markdown", "| ? |"),
    ],
)
def test_a_section_that_may_as_well_be_there_as_not_has_one_sign_everywhere(name: str, shown: str) -> None:
    assert shown in api.report(OPEN, name, View())


@pytest.mark.parametrize("name", REPORTERS)
def test_every_format_takes_any_file_name(name: str) -> None:
    report = api.report(Result((EMPTY._replace(path="坏\udcff.txt"),)), name, View())
    assert isinstance(report, bytes) or report.encode("utf-8").endswith(b"\n")


def test_json_keeps_an_undecodable_file_name() -> None:
    report = api.report(Result((EMPTY._replace(path="坏\udcff.txt"),)), "json", View())
    assert json.loads(report)["files"][0]["path"] == "坏\udcff.txt"


@pytest.mark.parametrize("name", ["concise", "github"])
def test_line_formats_say_nothing_when_there_is_nothing(name: str) -> None:
    assert api.report(Result((GOOD,)), name, View()) == ""


def test_concise() -> None:
    assert api.report(Result((REPORT, EMPTY)), "concise", View()) == golden("""
drafts/清河镇.txt:1:1: error gaps-present 缺少“不足”部分：只报成绩、不谈问题的总结常被退回，请补上。
drafts/清河镇.txt:7:34: error placeholder-left 这里还留着占位符，定稿前请填好。
drafts/清河镇.txt:7:1: warning paragraph-copied 这一段与别处几乎相同。
drafts/清河镇.txt:31:4: info web-residue 有误。
drafts/空.txt: error 文件是空的。
""")


def test_github() -> None:
    odd = finding("ab", "ab", "info", Message("50%：\n请改", ""), rule="r:1,2")
    file = GOOD._replace(path="a,b:c%.txt", findings=(odd, odd._replace(level="error", end_line=8)))
    assert api.report(Result((file, EMPTY)), "github", View()) == golden("""
::notice file=a%2Cb%3Ac%25.txt,line=7,col=1,endColumn=3,title=r%3A1%2C2::50%25：%0A请改
::error file=a%2Cb%3Ac%25.txt,line=7,endLine=8,title=r%3A1%2C2::50%25：%0A请改
::error file=drafts/空.txt::文件是空的。
""")


def test_sarif() -> None:
    report = json.loads(
        api.report(Result((REPORT._replace(findings=(PLACEHOLDER, COPIED)), EMPTY)), "sarif", View())
    )
    (run,) = report["runs"]
    assert (report["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["paragraph-copied", "placeholder-left"]
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "文件是空的。"
    uri = "drafts/%E6%B8%85%E6%B2%B3%E9%95%87.txt"
    region = {"startLine": 7, "startColumn": 34, "endLine": 7, "endColumn": 36}
    placeholder, copied = run["results"]
    assert placeholder == {
        "ruleId": "placeholder-left",
        "ruleIndex": 1,
        "level": "error",
        "message": {"text": "这里还留着占位符，定稿前请填好。"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri},
                    "region": {**region, "snippet": {"text": "××"}},
                }
            }
        ],
        "partialFingerprints": {"reportlint/v1": "f00d"},
        "fixes": [
            {
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": uri},
                        "replacements": [{"deletedRegion": region, "insertedContent": {"text": "36"}}],
                    }
                ]
            }
        ],
    }
    assert (copied["ruleIndex"], copied["level"]) == (0, "warning")
    assert [place["physicalLocation"]["region"]["startLine"] for place in copied["relatedLocations"]] == [
        20,
        3,
    ]


@pytest.mark.parametrize("name", REPORTERS)
def test_every_format_takes_an_empty_result(name: str) -> None:
    assert isinstance(api.report(Result(()), name, View()), bytes if REPORTERS[name].binary else str)
