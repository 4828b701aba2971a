"""The formats that services and tools read, held against the readers, schemas and definitions of these."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree
from markdown_it import MarkdownIt

from linter import api
from linter.model.finding import CheckRow, FileOutcome, Result
from linter.model.message import Message
from linter.model.rules import Rule
from linter.reporters import REPORTERS, View, reporter
from linter.text.visible import harmless
from tests.support.outcomes import (
    COPIED,
    EMPTY,
    GOOD,
    LINE,
    MISSING,
    PLACEHOLDER,
    REPORT,
    RESIDUE,
    finding,
)
from tests.support.program import EXAMPLES, ROOT, call

RULE = Rule(
    "placeholder-left",
    "placeholder",
    "error",
    Message("“{text}”还没有填", "{text} is not filled in"),
    {},
    Message("送审的稿子不留空", "A draft is handed in whole"),
    "本项目的约定",
    ("走访12户。",),
    ("走访××户。\n好。",),
    ("leftover",),
)
RESULT = Result((REPORT, GOOD, EMPTY), rules={RULE.id: RULE})
HOSTILE = "a|b `c` <img src=x> @boss #12 [x](http://e.example) **d** \\ &amp; :a: \x00\x1b ]]> \ufffe"
"""What is markup in one of the formats, or has no place in it."""
EVIL = FileOutcome(
    f"草稿/{HOSTILE}.txt",
    "own",
    Message(HOSTILE, HOSTILE),
    findings=(finding("××", LINE, message=Message(HOSTILE, HOSTILE), rule="own-rule"),),
)


def report(form: str, result: Result = RESULT, **view: Any) -> str:
    return api.report(result, form, View(**view))


@pytest.mark.parametrize("form", [form for form, about in REPORTERS.items() if not about.binary])
def test_what_is_written_in_pieces_is_as_harmless_as_the_whole(form: str) -> None:
    result = Result((EVIL, *RESULT.files, EVIL), error=Message(HOSTILE, HOSTILE))
    view, commands = View(verbose=True, statistics=True), REPORTERS[form].commands
    pieces = reporter(form)(result, view)
    assert not isinstance(pieces, bytes)
    assert "".join(harmless(piece, commands) for piece in pieces) == harmless(
        api.report(result, form, view), commands
    )


@pytest.mark.parametrize("form", ["text", "json", "concise", "github", "junit", "checkstyle"])
def test_the_report_of_many_files_is_made_file_by_file(form: str) -> None:
    """No piece is about a second file: the memory that a report takes does not grow with the run."""
    files = tuple(EVIL._replace(path=f"第{number}份.txt") for number in range(9))
    pieces = reporter(form)(Result(files), View(quiet=True))
    assert not isinstance(pieces, bytes)
    told = [
        sum(f"第{number}份" in piece for number in range(9)) for piece in pieces if isinstance(piece, str)
    ]
    assert max(told) == 1


def test_the_json_of_a_file_with_many_rows_is_made_by_and_by() -> None:
    rows = tuple(CheckRow("own-rule", at, "passed", None) for at in range(3000))
    path = 'a"parts": [] "findings": [].txt'
    file = EVIL._replace(path=path, checklist=rows, findings=EVIL.findings * 3000)
    pieces = [*reporter("json")(Result((file,)), View())]
    whole = "".join(map(str, pieces))
    assert max(len(str(piece)) for piece in pieces) < len(whole) / 5
    (value,) = json.loads(whole)["files"]
    assert value["path"] == path
    assert [row["part"] for row in value["checklist"]] == list(range(3000))
    assert value["parts"] == []
    assert len(value["findings"]) == 3000


def until_it_fails(pieces: Iterable[str | bytes]) -> tuple[str, Exception | None]:
    """The text that is made before the program fails, and what it fails with."""
    made = ""
    try:
        for piece in pieces:
            made += str(piece)
    except Exception as error:
        return made, error
    return made, None


@pytest.mark.parametrize("rows", [1, 700])
@pytest.mark.parametrize(
    ("key", "row", "broken"),
    [
        ("parts", REPORT.parts[0], None),
        ("checklist", REPORT.checklist[0], None),
        ("findings", REPORT.findings[0], REPORT.findings[0]._replace(related=(None,))),
    ],
)
def test_json_stays_valid_where_the_program_fails_in_making_it(
    key: str, row: Any, broken: Any, rows: int
) -> None:
    file = REPORT._replace(**{key: (*[row] * rows, broken)})
    made, error = until_it_fails(reporter("json")(Result((REPORT, file, REPORT)), View("zh")))
    assert isinstance(error, AttributeError)  # the caller tells it, and by its exit status
    value = json.loads(made)
    assert "没有写完" in value["error"]
    whole, cut = value["files"]
    assert (whole["path"], len(whole["findings"])) == (REPORT.path, len(REPORT.findings))
    assert len(cut[key]) == rows // 500 * 500
    assert value["summary"]["files"] == 3


def installed(name: str) -> str | None:
    """A tool of npm that `.ci/setup formats` puts into `.venv`, or one on the path."""
    own = ROOT / ".venv" / "node_modules" / ".bin" / name
    return str(own) if own.exists() else shutil.which(name)


# --- SARIF ----------------------------------------------------------------------------------------


def driver(**view: Any) -> dict[str, Any]:
    return json.loads(report("sarif", **view))["runs"][0]["tool"]["driver"]


def test_sarif_says_what_a_rule_is_about() -> None:
    told = next(each for each in driver()["rules"] if each["id"] == RULE.id)
    assert told["name"] == "PlaceholderLeft"
    assert told["shortDescription"]["text"] == "“…”还没有填"
    assert told["fullDescription"]["text"] == "送审的稿子不留空"
    assert told["defaultConfiguration"] == {"level": "error"}
    assert told["properties"] == {"tags": ["placeholder", "leftover"], "problem.severity": "error"}
    for text in (
        "送审的稿子不留空",
        "本项目的约定",
        "走访12户。",
        "走访××户。",
        "reportlint rule placeholder-left",
    ):
        assert text in told["help"]["text"]
        assert text in told["help"]["markdown"]


@pytest.mark.parametrize("form", ["sarif", "rdjson", "gitlab", "json", "html"])
def test_no_finding_links_to_a_page_that_is_not_there_yet(form: str) -> None:
    assert report(form).count("pypi.org") == (form == "sarif")  # where SARIF says what program made it


def test_sarif_speaks_the_language_of_the_run() -> None:
    told = driver(lang="en")
    assert told["language"] == "en-US"
    assert next(each for each in told["rules"] if each["id"] == RULE.id)["shortDescription"]["text"] == (
        "… is not filled in"
    )


def test_a_rule_of_the_program_itself_is_described_by_its_finding() -> None:
    told = next(each for each in driver()["rules"] if each["id"] == MISSING.rule)
    assert told["shortDescription"]["text"] == MISSING.message.zh
    assert told["help"]["text"]


@pytest.mark.slow
@pytest.mark.process
def test_sarif_passes_microsofts_validator(tmp_path: Path) -> None:
    """It holds the file against the official schema and against the rules for SARIF and for GitHub."""
    tool = installed("sarif-multitool-linux")
    if not tool:
        pytest.skip("needs @microsoft/sarif-multitool-linux: sh .ci/setup formats")
    tool = str(Path(tool).resolve().with_name("Sarif.Multitool"))
    (tmp_path / "made.sarif").write_text(
        report("sarif", Result((REPORT, EMPTY), rules=RESULT.rules)), "utf-8"
    )
    call("check", EXAMPLES, "--output-format", "sarif", "-o", tmp_path / "real.sarif")
    done = subprocess.run(
        [tool, "validate", tmp_path / "made.sarif", tmp_path / "real.sarif", "--rule-kind", "Sarif;Ghas",
         "--level", "Error;Warning", "--kind", "Fail", "-o", tmp_path / "found.sarif"],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    run = json.loads((tmp_path / "found.sarif").read_text("utf-8-sig"))["runs"][0]
    assert run.get("results", []) == [], done.stdout
    assert "Done. 2 files scanned." in done.stdout


# --- GitLab ---------------------------------------------------------------------------------------

CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab's documentation asks of an artifact of the kind `codequality`."""


def test_gitlab_is_a_code_quality_report() -> None:
    told = json.loads(report("gitlab"))
    jsonschema.validate(told, CODE_QUALITY)
    assert [entry["severity"] for entry in told] == ["major", "major", "minor", "info", "critical"]
    assert told[1]["location"] == {"path": "drafts/清河镇.txt", "lines": {"begin": 7, "end": 7}}


def test_gitlab_shows_each_finding_for_no_two_have_a_fingerprint() -> None:
    twice = REPORT._replace(findings=(PLACEHOLDER, PLACEHOLDER))
    result = Result((twice, twice._replace(path="另一份.txt")))
    marks = [entry["fingerprint"] for entry in json.loads(report("gitlab", result))]
    assert len(set(marks)) == 4
    assert marks == [entry["fingerprint"] for entry in json.loads(report("gitlab", result))]


# --- XML ------------------------------------------------------------------------------------------

CHECKSTYLE = """
<!ELEMENT checkstyle (file*)>
<!ATTLIST checkstyle version CDATA #REQUIRED>
<!ELEMENT file (error*)>
<!ATTLIST file name CDATA #REQUIRED>
<!ELEMENT error EMPTY>
<!ATTLIST error line CDATA #REQUIRED column CDATA #IMPLIED severity (ignore|info|warning|error) #REQUIRED
                message CDATA #REQUIRED source CDATA #REQUIRED>
"""
JUNIT = """
<!ELEMENT testsuites (testsuite*)>
<!ATTLIST testsuites name CDATA #REQUIRED tests CDATA #REQUIRED failures CDATA #REQUIRED
                     errors CDATA #REQUIRED skipped CDATA #REQUIRED time CDATA #REQUIRED>
<!ELEMENT testsuite (testcase*)>
<!ATTLIST testsuite name CDATA #REQUIRED tests CDATA #REQUIRED failures CDATA #REQUIRED
                    errors CDATA #REQUIRED skipped CDATA #REQUIRED time CDATA #REQUIRED>
<!ELEMENT testcase (error|skipped|failure|system-out)?>
<!ATTLIST testcase name CDATA #REQUIRED classname CDATA #REQUIRED file CDATA #IMPLIED line CDATA #IMPLIED
                   time CDATA #REQUIRED>
<!ELEMENT error EMPTY>
<!ATTLIST error message CDATA #REQUIRED type CDATA #REQUIRED>
<!ELEMENT skipped EMPTY>
<!ELEMENT failure (#PCDATA)>
<!ATTLIST failure message CDATA #REQUIRED type CDATA #REQUIRED>
<!ELEMENT system-out (#PCDATA)>
"""


@pytest.mark.parametrize("result", [Result(()), RESULT, Result((EVIL,), error=Message(HOSTILE, HOSTILE))])
@pytest.mark.parametrize(("form", "definition"), [("checkstyle", CHECKSTYLE), ("junit", JUNIT)])
def test_xml_is_as_its_readers_define_it(form: str, definition: str, result: Result) -> None:
    tree = etree.fromstring(report(form, result).encode())
    dtd = etree.DTD(StringIO(definition))
    assert dtd.validate(tree), dtd.error_log


def test_checkstyle_names_every_file() -> None:
    tree = etree.fromstring(report("checkstyle").encode())
    assert [file.get("name") for file in tree] == ["drafts/清河镇.txt", "drafts/好.txt", "drafts/空.txt"]
    assert dict(tree[0][1].attrib) == {
        "line": "7",
        "column": "34",
        "severity": "error",
        "message": PLACEHOLDER.message.zh,
        "source": "reportlint.placeholder-left",
    }


def test_junit_tells_what_passed_and_what_failed() -> None:
    junitparser = pytest.importorskip("junitparser")
    read = junitparser.JUnitXml.fromstring(report("junit").encode())
    assert (read.name, read.tests, read.failures, read.errors, read.skipped) == ("reportlint", 7, 2, 1, 1)
    suite = next(iter(read))
    outcome = {case.name: case for case in suite}
    assert outcome["lead-present"].is_passed
    assert outcome["period-consistent"].is_skipped
    assert outcome["gaps-present"].is_failure
    assert outcome["gaps-present"].result[0].type == "error"
    assert outcome["paragraph-copied"].is_passed
    assert "警告" in outcome["paragraph-copied"].system_out


@pytest.mark.parametrize(("level", "failures"), [("never", 0), ("error", 2), ("warning", 3), ("info", 4)])
def test_junit_fails_what_fails_the_run(level: str, failures: int) -> None:
    tree = etree.fromstring(report("junit", fail_on=level).encode())
    assert tree.get("failures") == str(failures) == str(len(tree.findall(".//failure")))


# --- reviewdog ------------------------------------------------------------------------------------

_POSITION = {
    "type": "object",
    "required": ["line"],
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "additionalProperties": False,
}
_RANGE = {
    "type": "object",
    "required": ["start"],
    "properties": {"start": _POSITION, "end": _POSITION},
    "additionalProperties": False,
}
_LOCATION = {
    "type": "object",
    "required": ["path"],
    "properties": {"path": {"type": "string"}, "range": _RANGE},
    "additionalProperties": False,
}
RDJSON = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity"],
                "properties": {
                    "message": {"type": "string"},
                    "location": _LOCATION,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "properties": {"range": _RANGE, "text": {"type": "string"}},
                        },
                    },
                    "related_locations": {
                        "type": "array",
                        "items": {"type": "object", "properties": {"location": _LOCATION}},
                    },
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
"""What reviewdog's definition of the format says of the fields that we write."""


def diagnostics(*found: Any) -> list[dict[str, Any]]:
    return json.loads(report("rdjson", Result((GOOD._replace(findings=found),))))["diagnostics"]


def test_rdjson_is_as_reviewdog_defines_it() -> None:
    jsonschema.validate(json.loads(report("rdjson")), RDJSON)
    jsonschema.validate(json.loads(report("rdjson", Result((EVIL,), error=Message("a", "b")))), RDJSON)


def test_columns_of_rdjson_count_bytes() -> None:
    line = "甲a😀乙××丙"
    (told,) = diagnostics(finding("××", line, suggestion="36"))
    span = {"start": {"line": 7, "column": 3 + 1 + 4 + 3 + 1}, "end": {"line": 7, "column": 16}}
    assert told["location"]["range"] == span
    assert told["suggestions"] == [{"range": span, "text": "36"}]


@pytest.mark.parametrize(
    "change",
    [{"column": 9, "end_column": 11}, {"end_line": 8}, {"end_column": 9}, {"context_column": 0}],
    ids=["indented", "over two lines", "characters of markup within", "a part of a long line"],
)
def test_rdjson_leaves_out_columns_and_suggestions_that_it_cannot_know(change: dict[str, int]) -> None:
    (told,) = diagnostics(finding("××", "甲××丙", suggestion="36")._replace(**change))
    assert set(told["location"]["range"]["start"]) == {"line"}
    assert "suggestions" not in told


@pytest.mark.slow
@pytest.mark.process
def test_rdjson_passes_a_validator(tmp_path: Path) -> None:
    tool = installed("rdformat-validator")
    if not tool:
        pytest.skip("needs @umbrelladocs/rdformat-validator: sh .ci/setup formats")
    call("check", EXAMPLES, "--output-format", "rdjson", "-o", tmp_path / "real.json")
    done = subprocess.run(
        [tool, "--strict", tmp_path / "real.json"], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


# --- Markdown -------------------------------------------------------------------------------------


def rendered(text: str) -> str:
    return MarkdownIt("gfm-like", {"linkify": False}).render(text)


def test_markdown_is_the_matrix_then_the_findings() -> None:
    told = report("markdown", RESULT)
    assert (
        told.startswith("<!-- reportlint -->\n### reportlint · 不通过&#58;")
        or "### reportlint · 不通过：" in told
    )
    assert told.index("各份报告缺什么") < told.index("drafts/清河镇.txt**")
    assert "| drafts/清河镇.txt | ✓ | ✓ | ✗ |" in told
    assert "| 7 | 错误 | 这里还留着占位符，定稿前请填好。 | placeholder-left |" in told
    assert "文件是空的。" in told
    assert rendered(told).count("<table>") == 2


def test_nothing_of_a_file_is_markup_in_markdown() -> None:
    tree = rendered(report("markdown", Result((EVIL,))))
    for markup in ("<img", "<a ", "<code", "@boss", "#12", "<strong>d<"):
        assert markup not in tree
    assert tree.count("<tr>") == 2


@pytest.mark.parametrize("text", ["www.example.org", "WWW.example.org", "GH-12", "gh-12", "!12"])
def test_what_a_service_makes_links_of_is_none_in_markdown(text: str) -> None:
    pytest.importorskip("linkify_it")
    told = report("markdown", Result((EVIL._replace(error=Message(f"见 {text} 办", text)),)))
    assert "<a " not in MarkdownIt("gfm-like").render(told)
    assert text not in told


def test_a_comment_has_room_for_every_report() -> None:
    many = REPORT._replace(findings=(PLACEHOLDER, COPIED, RESIDUE) * 2000)
    told = report("markdown", Result((many, GOOD)))
    assert len(told) < 65_536
    assert told.endswith("后面的放不下了，请看完整的报告\n")
