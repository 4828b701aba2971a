"""The public face: what it promises to every surface that is built on it."""

from __future__ import annotations

import builtins
import json
import os
import re
import socket
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pytest

from linter import api
from tests.support.program import EXAMPLES, ROOT

MISSING = (EXAMPLES / "missing.txt").read_bytes()
LEFTOVERS = (EXAMPLES / "leftovers.txt").read_bytes()
BEIJING = timezone(timedelta(hours=8))
OWN = b"""\
id: own
title: {zh: \xe8\x87\xaa\xe5\xae\x9a, en: Own}
rules:
  - id: no-cats
    check: pattern
    level: error
    fix: safe
    with: {prefer: [{from: "\xe7\x8c\xab\xe5\x92\xaa", to: "\xe7\x8c\xab"}]}
    message: {zh: "\xe5\xae\x9c\xe4\xbd\x9c\xe2\x80\x9c{suggestion}\xe2\x80\x9d", en: "better {suggestion}"}
    why: {zh: "-", en: "-"}
    source: "-"
    examples: {pass: ["\xe7\x8c\xab"], fail: ["\xe7\x8c\xab\xe5\x92\xaa"]}
"""


# --- what must not happen -------------------------------------------------------------------------


def test_a_sound_report_gets_no_error() -> None:
    outcome = api.check((EXAMPLES / "complete.txt").read_bytes(), "complete.txt")
    assert outcome.error is None
    assert [each for each in outcome.findings if each.level == "error"] == []


def test_nothing_of_the_user_is_opened_written_or_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of suppressions beside, a configuration and a rule file of the same name stay unread."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"never read")
    (tmp_path / "a.txt.reportlint.yml").write_text("- rule: section-missing\n", "utf-8")
    (tmp_path / "reportlint.toml").write_text('ignore = ["leftover-mask"]\n', "utf-8")
    api.choose()  # the program's own files
    opened: list[str] = []
    really = builtins.open

    def watched(file: object, *rest: object, **more: object) -> object:
        opened.append(str(file))
        return really(file, *rest, **more)  # type: ignore[call-overload]

    really_os = os.open

    def watched_os(file: object, *rest: object, **more: object) -> object:
        opened.append(str(file))
        return really_os(file, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "open", watched)
    monkeypatch.setattr(os, "open", watched_os)
    monkeypatch.setattr(socket, "socket", None)
    outcome = api.check(MISSING, "a.txt")
    api.report(outcome, "text")
    api.fix(MISSING, "a.txt")
    api.explain(MISSING, "a.txt")
    own = [path for path in opened if not path.isdigit()]  # a file opened by os.open is not opened twice
    assert [path for path in own if path.startswith(str(tmp_path)) or not os.path.isabs(path)] == []
    assert capsys.readouterr() == ("", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a.txt",
        "a.txt.reportlint.yml",
        "reportlint.toml",
    ]


def test_a_ruleset_is_never_a_path(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_bytes(OWN)
    with pytest.raises(api.RulesetError, match="unknown ruleset"):
        api.check(MISSING, "a.txt", str(path))
    with pytest.raises(api.RulesetError, match="unknown ruleset"):
        api.load_ruleset(OWN.replace(b"rules:", b"extends: [./own.yaml]\nrules:"), str(tmp_path / "x.yaml"))


def test_an_unknown_ruleset_or_rule_is_named_with_the_nearest() -> None:
    with pytest.raises(api.RulesetError, match="did you mean 'work-report'"):
        api.choose("work-reprot")
    with pytest.raises(api.ConfigError, match="did you mean 'until-now'"):
        api.choose("work-report", api.Settings(ignore=("until-nwo",)))


def test_what_cannot_be_read_is_the_error_of_the_outcome() -> None:
    outcome = api.check(b"\x89PNG\r\n\x1a\n", "a.docx")
    assert outcome.error is not None
    assert "a picture" in outcome.error.en
    with pytest.raises(api.UnreadableError):
        api.annotate(b"\x89PNG\r\n\x1a\n", "a.docx")
    with pytest.raises(api.UnreadableError):
        api.fix(b"", "a.txt")


# --- one draft ------------------------------------------------------------------------------------


def test_an_outcome_has_findings_parts_and_checklist() -> None:
    outcome = api.check(MISSING, "missing.txt", "ideology-work-report")
    assert outcome.ruleset == "ideology-work-report"
    (part,) = outcome.parts
    absent = {row.section for row in part.sections if row.state == "absent"}
    assert absent
    failed = {row.rule for row in outcome.checklist if row.state == "failed"}
    assert {finding.rule for finding in outcome.findings} == failed
    assert all(finding.message.say("en") != finding.message.say("zh") for finding in outcome.findings)


def test_what_was_chosen_stays_as_it_is() -> None:
    chosen = api.choose("report-form", api.Settings(ignore=("leftover-mask",)))
    assert api.choose(chosen) is chosen
    assert "leftover-mask" not in {finding.rule for finding in api.check(LEFTOVERS, "a.txt", chosen).findings}


def test_the_ruleset_is_chosen_by_the_title_unless_given() -> None:
    assert api.check(MISSING, "a.txt").ruleset == "ideology-work-report"
    assert api.check(MISSING, "a.txt", "report-form").ruleset == "report-form"
    assert api.check(MISSING, "a.txt", settings=api.Settings(ruleset="report-form")).ruleset == "report-form"
    assert api.check(MISSING, "a.txt", ["report-form", "copies"]).ruleset == "report-form+copies"


def test_settings_select_and_ignore_rules() -> None:
    every = {finding.rule for finding in api.check(LEFTOVERS, "a.txt").findings}
    assert "leftover-mask" in every
    ignored = api.check(LEFTOVERS, "a.txt", settings=api.Settings(ignore=("leftover-mask",)))
    assert {finding.rule for finding in ignored.findings} == every - {"leftover-mask"}
    chosen = api.check(LEFTOVERS, "a.txt", settings=api.Settings(select=("leftover-mask",)))
    assert {finding.rule for finding in chosen.findings} == {"leftover-mask"}
    assert api.check(LEFTOVERS, "a.txt", settings=api.Settings(ignore="leftover-mask")) == ignored
    assert api.check(LEFTOVERS, "a.txt", settings=api.Settings(select="leftover-mask")) == chosen


def test_a_rule_file_may_be_given_as_bytes() -> None:
    own = api.load_ruleset(OWN, "own.yaml")
    (finding,) = api.check("院里来了一只猫咪。".encode(), "a.txt", own).findings
    assert (finding.rule, finding.excerpt, finding.suggestion) == ("no-cats", "猫咪", "猫")
    both = api.check(LEFTOVERS + "\n院里来了一只猫咪。".encode(), "a.txt", ["report-form", own])
    assert {"no-cats", "leftover-mask"} <= {finding.rule for finding in both.findings}


def test_of_rulesets_that_have_the_same_rule_the_later_wins() -> None:
    own = api.load_ruleset(OWN, "own.yaml")
    mild = api.load_ruleset(
        OWN.replace(b"level: error", b"level: info").replace(b"id: own", b"id: mild"), "m"
    )
    text = "院里来了一只猫咪。".encode()
    levels = [
        [each.level for each in api.check(text, "a", both).findings] for both in ([own, mild], [mild, own])
    ]
    assert levels == [["info"], ["error"]]


def test_a_wrong_rule_file_tells_every_mistake_at_its_place() -> None:
    with pytest.raises(api.RulesetError) as caught:
        api.load_ruleset(OWN.replace(b"level: error", b"levl: error"), "own.yaml")
    assert "own.yaml:6:5: unknown key 'levl'; did you mean 'level'?" in caught.value.text.en


def test_suppressions_are_passed_in() -> None:
    beside = "- rule: leftover-mask\n  reason: 按规定隐去\n".encode()
    outcome = api.check(LEFTOVERS, "a.txt", suppressions=beside)
    assert outcome.suppressed > 0
    assert "leftover-mask" not in {finding.rule for finding in outcome.findings}


# --- many -----------------------------------------------------------------------------------------


WELLS = "水务所逐一查看辖区38眼机井，更换老旧水泵12台，疏通渠道420米，解决了东片三个村浇地难的问题。"
BOOKS = "图书室坚持每周开放六天，新购农技、少儿、健康类图书900册，组织流动书箱进村入户，方便群众借阅。"


def test_every_copy_is_found_and_only_between_drafts_judged_alike() -> None:
    titles = ("水务所工作总结", "水务所调研报告", "图书室工作总结")
    drafts = [api.draft(f"{title}\n{WELLS}\n{BOOKS}\n".encode(), f"{title}.txt") for title in titles]
    work, survey, again = api.check_many(drafts).files
    assert work.ruleset == again.ruleset == "work-report" != survey.ruleset
    copies = [
        (finding.line, finding.related[0].path)
        for finding in again.findings
        if finding.rule == "duplicate-across-files"
    ]
    assert copies == [(2, work.path), (3, work.path)]
    assert "duplicate-across-files" not in {finding.rule for finding in survey.findings}


def test_a_draft_says_its_size_by_which_processes_are_started() -> None:
    assert [api.draft(b"x" * size, "a.txt").size for size in (0, 7)] == [0, 7]


def test_many_drafts_are_compared_with_each_other() -> None:
    paragraph = (
        "办公室牵头编制了三类十二项清单，逐项明确了牵头部门、完成时限和验收标准，并在每周例会上通报进度。"
    )
    texts = [f"{name}工作总结\n一、主要做法\n{paragraph}\n".encode() for name in ("甲部", "乙部")]
    ticks: list[tuple[int, int]] = []
    result = api.check_many(
        [api.draft(text, f"{at}.txt") for at, text in enumerate(texts)],
        "copies",
        progress=lambda done, total: ticks.append((done, total)),
    )
    assert [file.path for file in result.files] == ["0.txt", "1.txt"]
    assert [finding.rule for finding in result.files[1].findings] == ["duplicate-across-files"]
    assert ticks == [(1, 2), (2, 2)]


@pytest.mark.process
def test_processes_give_what_one_gives() -> None:
    own = api.load_ruleset(OWN, "own.yaml")
    drafts = [api.draft("院里来了一只猫咪。".encode() * times, f"{times}.txt") for times in range(1, 6)]
    assert api.check_many(drafts, own, jobs=2) == api.check_many(drafts, own)


def test_threads_do_not_disturb_each_other() -> None:
    chosen = api.choose()
    paths = sorted(EXAMPLES.glob("*.txt")) * 4
    alone = [api.check(path.read_bytes(), path.name) for path in paths]
    with ThreadPoolExecutor(8) as pool:
        shared = list(pool.map(lambda path: api.check(path.read_bytes(), path.name, chosen), paths))
        separate = list(pool.map(lambda path: api.check(path.read_bytes(), path.name), paths))
    assert shared == separate == alone


# --- reports, comments, fixes, evidence -----------------------------------------------------------


@pytest.mark.parametrize("form", api.REPORTERS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format_reports_an_outcome_and_a_result(form: str, lang: str) -> None:
    outcome = api.check(MISSING, "missing.txt")
    view = api.View(lang)
    assert api.report(outcome, form, view) == api.report(api.Result((outcome,)), form, view) != ""


def test_json_is_the_default_and_an_unknown_format_is_named() -> None:
    assert json.loads(api.report(api.check(MISSING, "a.txt")))["schema_version"] == 1
    with pytest.raises(api.ConfigError, match="valid are: text"):
        api.report(api.check(MISSING, "a.txt"), "jsn")


def test_comments_stand_in_a_word_file() -> None:
    done = api.annotate(MISSING, "a.txt", lang="en", date=datetime(2024, 7, 1, 8, 30, tzinfo=BEIJING))
    assert done.made_anew
    assert done.suffix == ".docx"
    comments = zipfile.ZipFile(BytesIO(done.data)).read("word/comments.xml").decode()
    assert comments.count("<w:comment ") == done.comments > 0
    assert "2024-07-01T08:30:00Z" in comments


def test_a_fix_changes_what_it_says_and_nothing_else() -> None:
    own = api.load_ruleset(OWN, "own.yaml")
    fixed = api.fix("院里来了一只猫咪。\r\n".encode("gbk"), "a.txt", own)
    assert (fixed.after.decode("gbk"), fixed.edits) == ("院里来了一只猫。\r\n", 1)
    assert api.fix(fixed.after, "a.txt", own).edits == 0
    with pytest.raises(api.UnfixableError, match="annotate"):
        api.fix(api.annotate(MISSING, "a.txt").data, "a.docx", own)


def test_comments_are_in_the_language_and_changes_tracked_as_asked_for() -> None:
    own = api.load_ruleset(OWN, "own.yaml")
    plain = api.annotate("院里来了一只猫咪。".encode(), "a.txt", own)
    wanted = api.annotate("院里来了一只猫咪。".encode(), "a.txt", own, lang="en", suggest=True)
    assert (plain.changes, wanted.changes) == (0, 1)
    said = [
        zipfile.ZipFile(BytesIO(each.data)).read("word/comments.xml").decode() for each in (plain, wanted)
    ]
    assert ["宜作" in each for each in said] == [True, False]
    assert ["better" in each for each in said] == [False, True]


def test_what_may_change_the_meaning_is_fixed_only_where_it_is_asked_for() -> None:
    own = api.load_ruleset(OWN.replace(b"    fix: safe\n", b""), "own.yaml")
    data = "院里来了一只猫咪。".encode()
    assert api.fix(data, "a.txt", own).after == data
    assert api.fix(data, "a.txt", own, unsafe=True).after.decode() == "院里来了一只猫。"


def test_suppressions_hold_for_comments_and_fixes() -> None:
    own = api.load_ruleset(OWN, "own.yaml")
    data = "院里来了一只猫咪。".encode()
    beside = "- rule: no-cats\n  reason: 引用原文\n".encode()
    assert api.fix(data, "a.txt", own, suppressions=beside).after == data
    assert api.annotate(data, "a.txt", own).comments == 2, "the checklist is one"
    assert api.annotate(data, "a.txt", own, suppressions=beside).comments == 1


def test_evidence_is_told_for_the_sections_asked_for() -> None:
    text = api.explain(MISSING, "a.txt", "ideology-work-report", sections=("study",), lang="en")
    assert "(study)" in text
    assert "(leadership)" not in text
    with pytest.raises(api.ConfigError, match="did you mean 'study'"):
        api.explain(MISSING, "a.txt", "ideology-work-report", sections=("studdy",))


# --- the page about it ----------------------------------------------------------------------------


def test_the_page_tells_of_every_name() -> None:
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    assert [name for name in api.__all__ if f"`{name}" not in page] == []


@pytest.mark.process
def test_the_examples_of_the_page_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every Python block of docs/api.md, one after the other, in a folder with the examples."""
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    assert len(blocks) >= 6
    monkeypatch.chdir(EXAMPLES)
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, "docs/api.md", "exec"), names)
