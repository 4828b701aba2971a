"""A fault of the program in one file is that file's error: every other rule and file is judged."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn
from zipfile import ZipFile

import pytest
import typer

from linter import api, readers
from linter.annotate import AnnotatedFile
from linter.authoring import ruletest
from linter.checks import CHECKS
from linter.cli import annotate as annotating
from linter.cli import session
from linter.cli.annotate import annotate
from linter.cli.annotated_files import Target
from linter.cli.checking import _session_status, status
from linter.cli.explain import explain
from linter.cli.main import main
from linter.cli.plain_tables import TABLES, CheckOptions
from linter.cli.targets import find_targets
from linter.engine import fixes
from linter.engine.run import judge_drafts
from linter.engine.selection import RulesetSelector
from linter.model.errors import BUG, FINDINGS, OK, USAGE, CrashError, guarded
from linter.model.finding import FileOutcome, Result
from linter.model.message import Message
from linter.project.config import Configs
from linter.project.drafts import drafts
from linter.project.settings import Config
from linter.readers.support.unreadable import empty
from linter.reporters import View
from linter.ruleset.library import library
from tests.support.failing import NAME, WORD
from tests.support.living import found, judged, selector
from tests.support.program import ROOT, run

RULES = """\
id: crashing
title: {{zh: 试用规则, en: Rules for tests}}
rules:
  - id: broken
    check: failing
    level: warning
    with: {{where: {where}, how: {how}}}
    message: {{zh: 有问题, en: something}}
    examples: {{pass: [{word}], fail: [平安]}}
  - id: mask
    check: pattern
    level: warning
    fix: safe
    with: {{prefer: [{{from: 截止目前, to: 截至目前}}]}}
    message: {{zh: 宜作“截至”, en: better 截至}}
    examples: {{pass: [截至目前], fail: [截止目前]}}
"""
BAD = f"全年{WORD}两次。\n截止目前已排除。\n"
GOOD = "全年平安。\n截止目前没有事故。\n"


@pytest.fixture(autouse=True)
def _failing_check(monkeypatch: pytest.MonkeyPatch) -> None:
    """`check: failing` can be used in rule files."""
    monkeypatch.setitem(CHECKS, NAME, "tests.support.failing")


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.txt"
    path.write_text(BAD, encoding="utf-8")
    return path


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def rules(where: str = "find", how: str = "key") -> str:
    return RULES.format(where=where, how=how, word=WORD)


def failing(folder: Path, where: str = "find", how: str = "key") -> RulesetSelector:
    return selector(folder, rules=rules(where, how))


def states(file: FileOutcome, rule: str = "broken") -> list[str]:
    return [row.state for row in file.checklist if row.rule == rule]


# --- one file ---------------------------------------------------------------------------------


def test_nothing_is_said_where_nothing_fails(good: Path) -> None:
    result = judged(failing(good.parent), good)
    (file,) = result.files
    assert (file.error, file.crashes, result.error, result.crashes) == (None, (), None, ())
    assert found(file) == [("broken", 1), ("mask", 2)]
    assert states(file) == ["failed"]


@pytest.mark.parametrize("how", ["key", "memory", "recursion"])
@pytest.mark.parametrize("where", ["find", "late", "gather", "place"])
def test_a_rule_that_fails_is_the_error_of_its_file_alone(
    bad: Path, good: Path, where: str, how: str
) -> None:
    first, second = judged(failing(bad.parent, where, how), bad, good).files
    assert [crash.rule for crash in first.crashes] == ["broken"]
    assert first.error is not None
    assert first.error.zh.startswith(f"{bad}：规则 broken 出错（")
    assert first.error.en.startswith(f"{bad}: rule broken failed (")
    assert found(first) == [("mask", 2)]
    assert states(first) == ["not-applicable"]
    assert states(first, "mask") == ["failed"]
    assert (second.error, second.crashes) == (None, ())
    assert ("broken", 1) in found(second)


def test_the_error_names_class_and_line(bad: Path) -> None:
    (file,) = judged(failing(bad.parent), bad).files
    (crash,) = file.crashes
    assert crash.error.startswith("KeyError, ")
    module, _, line = crash.error.removeprefix("KeyError, ").partition(":")
    assert module.startswith(("linter.", "tests.support.failing"))
    assert line.isdecimal()
    assert crash.trace.startswith("Traceback")
    assert file.error is not None
    assert "Traceback" not in file.error.zh + file.error.en


def test_a_deep_recursion_leaves_a_short_traceback() -> None:
    """Of two functions that call each other: Python itself shortens one that calls itself."""

    def deeper() -> NoReturn:
        still_deeper()

    def still_deeper() -> NoReturn:
        deeper()

    with pytest.raises(CrashError) as caught, guarded("a.txt", Message("检查", "judging")):
        deeper()
    assert caught.value.crash.trace.count("\n") < 100


def test_ctrl_c_is_no_fault_of_a_rule(bad: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        judged(failing(bad.parent, how="interrupt"), bad)


def test_a_check_that_cannot_be_made_ready_fails_in_every_file(bad: Path, good: Path) -> None:
    for file in judged(failing(bad.parent, "build"), bad, good).files:
        assert [crash.rule for crash in file.crashes] == ["broken"]
        assert states(file) == ["not-applicable"]
        assert found(file) == [("mask", 2)]


def test_a_reader_that_fails_is_named_with_its_format(
    bad: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = bad.with_suffix(".html")
    page.write_text("<html><body><p>总结", encoding="utf-8")
    monkeypatch.setattr("linter.readers.html.assemble", throwing(ZeroDivisionError))
    first, second = judged(failing(bad.parent), page, good).files
    assert first.error is not None
    assert first.error.zh.startswith(f"{page}：")
    assert "读取 html 格式出错（ZeroDivisionError, " in first.error.zh
    assert "the reader of html failed (ZeroDivisionError, " in first.error.en
    assert (first.ruleset, first.findings, first.checklist) == ("", (), ())
    assert found(second) == [("broken", 1), ("mask", 2)]


@pytest.mark.parametrize(
    "name",
    [
        "engine.selection.outline",
        "engine.selection.RulesetSelector.choose",
        "project.drafts._suppressions",
        "engine.judge.presences",
        "readers.Sample",
    ],
)
def test_what_fails_outside_the_rules_is_the_error_of_the_file(
    name: str, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = failing(bad.parent)
    bad.write_bytes(b"PK\3\4" if "docx" in name else BAD.encode())
    monkeypatch.setattr(f"linter.{name}", throwing(LookupError))
    (file,) = judged(ready, bad).files
    assert file.error is not None
    assert "LookupError" in file.error.zh
    assert "这个文件没有检查" in file.error.zh
    assert (file.ruleset, [crash.rule for crash in file.crashes]) == ("", [""])


def throwing(error: type[Exception]) -> Callable[..., NoReturn]:
    """A function that raises an error whatever it is given."""

    def fail(*args: object, **options: object) -> NoReturn:
        raise error

    return fail


def test_a_suppression_of_a_rule_that_failed_is_not_called_useless(bad: Path) -> None:
    bad.write_text(f"{WORD} # reportlint: disable-line broken\n截止目前。\n", encoding="utf-8")
    (file,) = judged(failing(bad.parent), bad).files
    assert found(file) == [("mask", 2)]
    bad.write_text("平安\n无事 # reportlint: disable-line broken\n", encoding="utf-8")
    (file,) = judged(failing(bad.parent, "gather"), bad).files
    assert "unused-suppression" not in [rule for rule, _ in found(file)]


def test_the_error_can_leave_a_worker_process() -> None:
    with pytest.raises(CrashError) as caught, guarded("a.txt", Message("检查", "judging")):
        raise KeyError(WORD)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), again.text, again.crash, again.status) == (
        CrashError,
        caught.value.text,
        caught.value.crash,
        BUG,
    )


# --- the comparison of files ------------------------------------------------------------------


def test_a_comparison_that_fails_is_an_error_of_the_run(bad: Path, good: Path) -> None:
    result = judged(failing(bad.parent, "compare"), bad, good)
    assert result.error is not None
    assert result.error.en.startswith("rule broken failed (KeyError, ")
    assert "all other rules and files were judged" in result.error.en
    assert [crash.rule for crash in result.crashes] == ["broken"]
    for file in result.files:
        assert (file.error, file.crashes) == (None, ())
        assert found(file) == [("broken", 1), ("mask", 2)]  # what it found in the file itself stands
    assert status(result, "error", exit_zero=True) == BUG


def test_what_was_compared_in_vain_does_not_count_as_passed(
    bad: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.support.failing.build", lambda options: lambda draft: iter(()))
    result = judged(failing(bad.parent, "compare"), bad, good)
    assert [states(file) for file in result.files] == [["not-applicable"], ["not-applicable"]]


def test_a_file_that_failed_is_left_out_of_the_comparison(bad: Path, good: Path) -> None:
    other = good.with_name("other.txt")
    other.write_text(GOOD, encoding="utf-8")
    first, second, third = judged(failing(bad.parent, "gather"), bad, good, other).files
    assert found(first) == [("mask", 2)]
    assert found(second) == found(third) == [("broken", 1), ("broken", 1), ("mask", 2)]


def test_workers_tell_of_faults_as_one_process_does(bad: Path, good: Path) -> None:
    """Without processes: what workers hand over is pickled."""
    done = judged(failing(bad.parent), bad, good)
    assert pickle.loads(pickle.dumps(done)) == done


# --- exit status ------------------------------------------------------------------------------

WRONG = Message("读不出", "unreadable")


def test_three_goes_before_two_and_two_before_one(bad: Path, good: Path) -> None:
    crashed, sound = judged(failing(bad.parent), bad, good).files
    unread = FileOutcome("x", "", WRONG)
    for exit_zero in (False, True):
        assert status(Result((sound, unread, crashed)), "warning", exit_zero) == BUG
        assert status(Result((sound, unread)), "warning", exit_zero) == USAGE
    assert status(Result((sound,)), "warning", exit_zero=False) == FINDINGS
    assert status(Result((sound,)), "warning", exit_zero=True) == OK


# --- what is shown ----------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["find", "compare"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["text", "json", "concise", "github", "sarif"])
def test_every_report_tells_of_the_fault_and_of_the_other_findings(
    form: str, lang: str, where: str, bad: Path, good: Path
) -> None:
    report = api.report(judged(failing(bad.parent, where), bad, good), form, View(lang, 120))
    flat = "".join(report.split())
    assert ("规则broken出错（KeyError," if lang == "zh" else "rulebrokenfailed(KeyError,") in flat
    assert "mask" in report


def test_json_holds_the_error_and_what_the_other_rules_found(bad: Path, good: Path) -> None:
    result = judged(failing(bad.parent), bad, good)
    value = json.loads(api.report(result, "json", View()))
    first, second = value["files"]
    assert first["error"].startswith(str(bad))
    assert [each["rule"] for each in first["findings"]] == ["mask"]
    assert {row["rule"]: row["state"] for row in first["checklist"]} == {
        "broken": "not-applicable",
        "mask": "failed",
    }
    assert second["error"] is None
    assert "error" not in value
    value = json.loads(api.report(judged(failing(bad.parent, "compare"), bad, good), "json", View()))
    assert value["error"].startswith("规则 broken 出错")


def test_the_verdict_says_that_not_everything_was_judged(bad: Path, good: Path) -> None:
    result = judged(failing(bad.parent), bad, good)
    assert "未查完：" in api.report(result, "text", View())
    assert "1 个文件没有查完" in api.report(result, "text", View())
    assert "1 file not judged by every rule" in api.report(result, "text", View("en"))
    assert "未查完：" in api.report(judged(failing(bad.parent, "compare"), bad, good), "text", View())


# --- fixes, baselines, comments, explanations -------------------------------------------------


def outcome_of(ready: RulesetSelector, options: dict[str, Any], *paths: Path) -> session.SessionOutcome:
    """What comes of a check with some options that have other values than usual."""
    given = CheckOptions(**TABLES["check"]["defaults"] | options)
    targets = find_targets([*map(str, paths)], Configs(Config()), "", force_exclude=False)
    return session.run_session(given, targets, ready, lambda each: judge_drafts(each, ready), "zh")


def test_a_file_in_which_a_rule_failed_is_not_fixed(bad: Path, good: Path) -> None:
    done = outcome_of(failing(bad.parent), {"fix": True}, bad, good)
    assert bad.read_text(encoding="utf-8") == BAD
    assert "截至目前" in good.read_text(encoding="utf-8")
    assert [error.text.zh for error in done.refused] == [
        f"{bad}：没有修正，因为检查时 reportlint 自身出错，问题没有找全"
    ]
    assert _session_status(done, "error", exit_zero=True) == BUG


def test_a_fault_that_a_fix_brings_about_leaves_the_file_as_it_is(good: Path) -> None:
    good.write_text("截止目前没有截止目前", encoding="utf-8")
    text = rules().replace("to: 截至目前", f"to: {WORD}")
    done = outcome_of(selector(good.parent, rules=text), {"fix": True}, good)
    assert good.read_text(encoding="utf-8") == "截止目前没有截止目前"
    assert done.result.crashes == done.result.files[0].crashes == ()
    assert _session_status(done, "error", exit_zero=True) == BUG


def test_a_fix_that_fails_is_the_error_of_its_file(
    bad: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fixes, "_edits", throwing(IndexError))
    done = outcome_of(selector(good.parent, ("mask",), rules=rules()), {"diff": True}, bad, good)
    assert [error.status for error in done.refused] == [BUG, BUG]
    assert done.diff == ""


def test_a_baseline_keeps_what_it_had_of_a_rule_that_failed_and_says_so(bad: Path, good: Path) -> None:
    path = bad.with_name("base.json")
    bad.write_text(GOOD, encoding="utf-8")
    outcome_of(failing(bad.parent), {"write_baseline": str(path)}, bad)
    before = json.loads(path.read_text(encoding="utf-8"))["files"]["bad.txt"]
    assert [each["rule"] for each in before] == ["broken", "mask"]
    bad.write_text(f"{WORD}\n{GOOD}", encoding="utf-8")
    order = {"write_baseline": str(path), "accept_new": True}
    done = outcome_of(failing(bad.parent), order, bad)
    assert json.loads(path.read_text(encoding="utf-8"))["files"]["bad.txt"] == before
    assert f"{bad}：规则 broken 出错，它的问题没有收入基线，基线中原有的保留" in [
        note.zh for note in done.result.notes
    ]
    assert _session_status(done, "error", exit_zero=True) == BUG


def test_a_baseline_keeps_what_a_comparison_that_failed_had_found(bad: Path, good: Path) -> None:
    path = bad.with_name("base.json")
    bad.write_text(GOOD, encoding="utf-8")
    outcome_of(failing(bad.parent), {"write_baseline": str(path)}, bad, good)
    before = json.loads(path.read_text(encoding="utf-8"))["files"]
    assert [each["rule"] for each in before["good.txt"]] == ["broken", "broken", "mask"]
    order = {"write_baseline": str(path)}
    done = outcome_of(failing(bad.parent, "compare"), order, bad, good)
    assert json.loads(path.read_text(encoding="utf-8"))["files"] == before
    assert any("规则 broken 比较各文件时出错" in note.zh for note in done.result.notes)


def commented(bad: Path) -> tuple[str, AnnotatedFile]:
    """Write the draft with comments beside it, judged by a rule that fails."""
    (draft,), selector = drafts([str(bad)], lambda path: False), failing(bad.parent)
    job = annotating.Job(selector, Target(str(bad.with_suffix(".docx"))), suggest=False, lang="zh")
    return annotating.write_annotated(draft, api.check_many([draft], selector).files[0], job)


def test_comments_are_written_for_the_rules_that_worked(bad: Path) -> None:
    _, done = commented(bad)
    assert done.comments == 2  # the finding, and the checklist at the title
    assert done.error is not None
    assert "规则 broken 出错" in done.error.zh
    comments = ZipFile(bad.with_suffix(".docx")).read("word/comments.xml").decode()
    assert "宜作“截至”" in comments
    assert "规则 broken 出错" in comments


def test_the_command_that_writes_comments_ends_with_three(
    bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rule_file = bad.with_name("rules.yaml")
    rule_file.write_text(rules(), encoding="utf-8")
    output = str(bad.with_suffix(".docx"))
    with pytest.raises(typer.Exit) as ended:
        annotate([str(bad)], output_file=output, ruleset=[str(rule_file)], isolated=True)
    assert ended.value.exit_code == BUG
    said, error = capsys.readouterr()
    assert "批注" in said
    assert error.startswith(f"{bad}：规则 broken 出错")


def test_no_comments_are_written_where_the_reader_failed(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.readers.text.unwrap", throwing(KeyError))
    with pytest.raises(CrashError, match="the reader of text failed"):
        commented(bad)
    assert not bad.with_suffix(".docx").exists()


def test_an_explanation_that_fails_names_the_file(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.structure.explanation.explain", throwing(KeyError))
    with pytest.raises(CrashError, match=r"bad\.txt: looking for the sections failed \(KeyError, "):
        explain(str(bad), isolated=True)


def test_no_example_passes_because_its_rule_failed(bad: Path) -> None:
    path = bad.with_name("rules.yaml")
    path.write_text(rules(), encoding="utf-8")
    with pytest.raises(CrashError, match="rule broken failed"):
        ruletest.run(str(path), library())


def test_a_nul_in_a_page_is_dropped(tmp_path: Path) -> None:
    assert readers.read("a.html", "<html><body><p>工作\0总结</p>".encode()).text == "工作总结"
    path = tmp_path / "a.html"
    path.write_bytes(b"<html><body>\0")
    (file,) = judged(failing(tmp_path), path).files
    assert file.error == empty(str(path)).text
    assert not file.crashes


@pytest.mark.parametrize("debug", [False, True])
def test_a_command_that_fails_in_a_file_ends_with_three(
    debug: bool, bad: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("linter.structure.explanation.explain", throwing(KeyError))
    monkeypatch.setattr("sys.argv", ["reportlint", "explain", "--isolated", "--lang", "en", str(bad)])
    monkeypatch.setenv("REPORTLINT_DEBUG", "1" if debug else "")
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == BUG
    error = capsys.readouterr().err
    assert error.startswith(f"{bad}: looking for the sections failed (KeyError, ")
    assert ("Traceback" in error) is debug


# --- through the command ----------------------------------------------------------------------

REGISTERED = f"from linter.checks import CHECKS\nCHECKS[{NAME!r}] = 'tests.support.failing'\n"


@pytest.fixture
def variables(tmp_path: Path) -> dict[str, str]:
    """An environment in which the program has the failing check, its workers too."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(REGISTERED, encoding="utf-8")
    return {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}


@pytest.mark.process
def test_a_run_with_a_fault_reports_everything_and_ends_with_three(
    bad: Path, good: Path, variables: dict[str, str]
) -> None:
    rule_file = bad.with_name("rules.yaml")
    rule_file.write_text(rules(), encoding="utf-8")
    options = ["--isolated", "--ruleset", rule_file, "--output-format", "json", "--exit-zero", "--lang", "en"]
    done = run("check", *options, "--jobs", "2", bad, good, bad.with_name("none.txt"), **variables)
    assert (done.returncode, done.stderr) == (3, "")
    first, second, third = json.loads(done.stdout)["files"]
    assert "rule broken failed (KeyError, " in first["error"]
    assert [each["rule"] for each in first["findings"]] == ["mask"]
    assert [each["rule"] for each in second["findings"]] == ["broken", "mask"]
    assert second["error"] is None
    assert "no such file" in third["error"]


@pytest.mark.process
def test_details_of_a_fault_are_on_standard_error_when_asked_for(
    bad: Path, good: Path, variables: dict[str, str]
) -> None:
    rule_file = bad.with_name("rules.yaml")
    rule_file.write_text(rules(), encoding="utf-8")
    done = run("check", "--isolated", "--ruleset", rule_file, "-v", bad, good, **variables)
    assert done.returncode == 3
    assert done.stderr.startswith("Traceback (most recent call last):")
    assert "KeyError: '故障'" in done.stderr
    assert "Traceback" not in done.stdout
