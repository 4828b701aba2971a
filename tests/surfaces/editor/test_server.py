"""The language server as an editor meets it: a real client in this process, the server in another."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the extra `server` is not installed")
pytest.importorskip("pytest_lsp", reason="the group `test` is not installed")
import pytest_asyncio
from lsprotocol import types as lsp

from tests.support.editor import Editor, editor

pytestmark = [pytest.mark.process, pytest.mark.asyncio(loop_scope="module")]

DRAFT = """\
城东图书馆2026年上半年工作总结

一、主要工作
上半年举办讲座××场，截止目前，全部完成。。
二、存在的问题
书库面积不足。
三、下半年打算
增设两处借阅点。
"""
WHOLE = lsp.Range(lsp.Position(0, 0), lsp.Position(999, 0))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that no configuration reaches."""
    found = tmp_path_factory.mktemp("drafts")
    (found / ".git").mkdir()
    return found


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def opened(folder: Path) -> AsyncIterator[Editor]:
    async with editor(folder) as found:
        yield found


def codes(marks: list[lsp.Diagnostic]) -> list[object]:
    return [mark.code for mark in marks]


async def test_a_draft_is_marked_where_its_faults_are(opened: Editor) -> None:
    marks = await opened.open("a.txt", DRAFT)
    mask = next(mark for mark in marks if mark.code == "leftover-mask")
    assert (mask.range.start, mask.range.end) == (lsp.Position(3, 7), lsp.Position(3, 9))
    assert mask.severity == lsp.DiagnosticSeverity.Error
    assert mask.source == "reportlint"
    assert "××" in mask.message


async def test_what_editors_add_to_the_command_line_is_taken(folder: Path) -> None:
    async with editor(folder, "--stdio", "--clientProcessId=1234") as one:
        assert "leftover-mask" in codes(await one.open("added.txt", DRAFT))


async def test_marks_follow_what_is_typed_and_go_when_the_file_is_closed(opened: Editor) -> None:
    await opened.open("typed.txt", DRAFT)
    for length in range(1, 9):
        opened.type("typed.txt", DRAFT.replace("××", "二十"[: length % 3]))
    opened.type("typed.txt", DRAFT.replace("××", "二十"))
    assert "leftover-mask" not in codes(await opened.marks("typed.txt"))
    assert await opened.close("typed.txt") == []


ASTRAL = "城东图书馆2026年工作总结\n𠮷𠮷林社区××户。"
PLACES = [("utf-8", 17, 21), ("utf-16", 7, 9), ("utf-32", 5, 7)]


@pytest.mark.parametrize(("encoding", "start", "end"), PLACES)
async def test_places_behind_rare_characters_are_counted_as_the_editor_counts(
    folder: Path, encoding: str, start: int, end: int
) -> None:
    async with editor(folder, encodings=[encoding]) as one:
        marks = await one.open("rare.txt", ASTRAL)
        (mask,) = [mark.range for mark in marks if mark.code == "leftover-mask"]
        assert (mask.start, mask.end) == (lsp.Position(1, start), lsp.Position(1, end))
        assert "leftover-mask" in await one.hover("rare.txt", 1, start)
        assert await one.hover("rare.txt", 1, 0) == ""


async def test_line_ends_of_every_kind_count_and_no_others(opened: Editor) -> None:
    text = "城东图书馆2026年工作总结\r\n一\u2028二\x0b三\x85四\r共××户。\n共××户。"
    marks = await opened.open("ends.txt", text)
    assert [mark.range.start for mark in marks if mark.code == "leftover-mask"] == [
        lsp.Position(2, 1),
        lsp.Position(3, 1),
    ]


async def test_safe_and_unsafe_fixes_are_told_apart(opened: Editor) -> None:
    marks = await opened.open("fix.txt", DRAFT)
    offered = await opened.actions("fix.txt", WHOLE, ["quickfix"])
    unsafe = next(each for each in offered if "截至目前" in each.title)
    assert "可能改变文意" in unsafe.title
    assert not unsafe.is_preferred
    assert unsafe.diagnostics == tuple(mark for mark in marks if mark.code == "until-now")
    ((edit,),) = unsafe.edit.changes.values()
    assert (edit.range.start, edit.new_text) == (lsp.Position(3, 11), "截至目前")
    elsewhere = lsp.Range(lsp.Position(7, 0), lsp.Position(7, 0))
    assert await opened.actions("fix.txt", elsewhere, ["quickfix"]) == []


async def test_a_finding_that_is_none_is_silenced_where_no_reader_sees_it(opened: Editor) -> None:
    text = DRAFT.replace("城东", "# 城东")
    await opened.open("silence.md", text, "markdown")
    offered = await opened.actions(
        "silence.md", lsp.Range(lsp.Position(3, 8), lsp.Position(3, 8)), ["quickfix"]
    )
    ((edit,),) = next(each for each in offered if "leftover-mask" in each.title).edit.changes.values()
    lines = text.split("\n")
    assert edit.range.start == edit.range.end == lsp.Position(3, len(lines[3]))
    opened.type("silence.md", "\n".join([*lines[:3], lines[3] + edit.new_text, *lines[4:]]))
    assert not {"leftover-mask", "unused-suppression"} & set(codes(await opened.marks("silence.md")))
    await opened.open("silence.txt", DRAFT)
    assert not [each for each in await opened.actions("silence.txt", WHOLE) if "leftover-mask" in each.title]


SLIPS = """\
关于印发城东图书馆借阅办法的通知

各部门:
现将办法印发给你们，请遵照执行.
城东图书馆
"""


async def test_all_safe_fixes_are_one_action(opened: Editor) -> None:
    (opened.folder / "marks").mkdir()
    (opened.folder / "marks" / "reportlint.toml").write_text('ruleset = "gbt-15834"\n', "utf-8")
    await opened.open("marks/all.txt", SLIPS)
    (action,) = await opened.actions("marks/all.txt", WHOLE, ["source.fixAll"])
    assert action.edit is None
    resolved = await opened.client.code_action_resolve_async(action)
    ((edit,),) = resolved.edit.changes.values()
    assert edit.new_text == "各部门：\n现将办法印发给你们，请遵照执行。\n"
    assert edit.range == lsp.Range(lsp.Position(2, 0), lsp.Position(4, 0))
    quick = await opened.actions("marks/all.txt", WHOLE, ["quickfix"])
    assert all(each.is_preferred for each in quick)


async def test_a_hover_tells_why_a_rule_is_there(opened: Editor) -> None:
    await opened.open("hover.txt", DRAFT)
    page = await opened.hover("hover.txt", 3, 8)
    assert "`leftover-mask`" in page
    assert "依据：" in page
    assert "```text" in page


async def test_a_hover_fetches_no_picture_that_a_draft_names(opened: Editor) -> None:
    text = "# 工作总结\n\n见 ![图](https://example.invalid/××.png) 【单位名称】"
    marks = await opened.open("picture.md", text, "markdown")
    assert marks
    for mark in marks:
        assert "![" not in await opened.hover("picture.md", mark.range.start.line, mark.range.start.character)


async def test_the_outline_is_that_of_the_report(opened: Editor) -> None:
    await opened.open("outline.txt", DRAFT)
    (report,) = await opened.client.text_document_document_symbol_async(
        lsp.DocumentSymbolParams(opened.which("outline.txt"))
    )
    assert report.name == "城东图书馆2026年上半年工作总结"
    assert [each.name for each in report.children] == ["一、主要工作", "二、存在的问题", "三、下半年打算"]
    assert report.children[1].range == lsp.Range(lsp.Position(4, 0), lsp.Position(6, 0))
    assert report.children[1].selection_range == lsp.Range(lsp.Position(4, 2), lsp.Position(4, 7))


async def test_the_checklist_stands_over_the_title_and_leads_to_the_sections(opened: Editor) -> None:
    await opened.open("lens.txt", DRAFT.replace("二、存在的问题\n书库面积不足。\n", ""))
    found = await opened.client.text_document_code_lens_async(lsp.CodeLensParams(opened.which("lens.txt")))
    titles = [each.command.title for each in found]
    assert titles[0].startswith("work-report：通过")
    assert any(title.startswith("✗") and title.endswith(" 缺") for title in titles)
    there = next(each.command for each in found if each.command.arguments)
    assert there.title.startswith("✓")
    await opened.client.workspace_execute_command_async(
        lsp.ExecuteCommandParams(there.command, there.arguments)
    )
    assert opened.shown[-1].selection.start.line == there.arguments[1]


async def test_the_configuration_of_a_draft_is_obeyed_and_read_anew(opened: Editor) -> None:
    inner = opened.folder / "inner"
    inner.mkdir()
    settings = inner / "reportlint.toml"
    settings.write_text('lang = "en"\nignore = ["leftover-mask"]\nexclude = ["old/*"]\n', "utf-8")
    marks = await opened.open("inner/a.txt", DRAFT)
    assert "leftover-mask" not in codes(marks)
    assert all(mark.message.isascii() or "“" in mark.message for mark in marks[:1])
    assert await opened.open("inner/old/a.txt", DRAFT) == []
    settings.write_text("", "utf-8")
    opened.type("inner/a.txt", DRAFT)
    assert "leftover-mask" in codes(await opened.marks("inner/a.txt"))


async def test_the_file_of_suppressions_beside_a_draft_is_obeyed(opened: Editor) -> None:
    beside = opened.folder / "beside.txt.reportlint.yml"
    beside.write_text("- {rule: leftover-mask, text: ××, reason: 尚未统计}\n", "utf-8")
    assert "leftover-mask" not in codes(await opened.open("beside.txt", DRAFT))


async def test_a_draft_with_a_chinese_name_is_judged(opened: Editor) -> None:
    assert "leftover-mask" in codes(await opened.open("总结 （上半年）.txt", DRAFT))


async def test_a_wrong_configuration_is_told_in_the_draft_and_in_itself(opened: Editor) -> None:
    wrong = opened.folder / "wrong"
    wrong.mkdir()
    (wrong / "reportlint.toml").write_text('igno = ["x"]\n', "utf-8")
    (mark,) = await opened.open("wrong/a.txt", DRAFT)
    assert "reportlint.toml:1:1" in mark.message
    (mark,) = await opened.open("wrong/reportlint.toml", '\nlang = "zh"\nruleset = "work-reprt"\n', "toml")
    assert "work-report" in mark.message
    opened.type("wrong/reportlint.toml", '\nlang = "zz"\n')
    (mark,) = await opened.marks("wrong/reportlint.toml")
    assert mark.range.start == lsp.Position(1, 0)


RULES = """\
id: own
title: {zh: 本单位, en: ours}
extends: [report-form]
rules:
  - id: no-hurry
    check: pattern
    level: sever
    with: {forbid: [急]}
    message: {zh: 不写急, en: no hurry}
"""


async def test_a_rule_file_is_checked_while_it_is_written(opened: Editor) -> None:
    (mark,) = await opened.open("own.yaml", RULES, "yaml")
    assert mark.range == lsp.Range(lsp.Position(6, 11), lsp.Position(6, 16))
    assert "sever" in mark.message
    opened.type("own.yaml", RULES.replace("sever", "error"))
    assert await opened.marks("own.yaml") == []


async def test_other_yaml_is_none_of_our_business(opened: Editor) -> None:
    assert await opened.open("ci.yaml", "jobs:\n  - id: 1\n", "yaml") == []
    assert await opened.open("a.py", "print('××')", "python") == []


COMPLETED = [
    ("    check: ", {"section", "pattern"}),
    ("    level: ", {"error", "off"}),
    ("    with: {", {"forbid", "require"}),
    ("    ", {"message", "why", "source"}),
]


@pytest.mark.parametrize(("line", "wanted"), COMPLETED)
async def test_keys_and_values_of_rule_files_are_completed(
    opened: Editor, line: str, wanted: set[str]
) -> None:
    name = f"c{len(line)}.yaml"
    text = "id: own\nextends: [report-form]\nrules:\n  - id: a\n" + "    check: pattern\n" * (
        "check" not in line
    )
    await opened.open(name, text + line, "yaml")
    found = await opened.completed(name, (text + line).count("\n"), len(line))
    assert wanted <= set(found)


async def test_keys_of_the_configuration_are_completed(opened: Editor) -> None:
    await opened.open("c/reportlint.toml", "ruleset = \n\n", "toml")
    assert '"work-report"' in await opened.completed("c/reportlint.toml", 0, 10)
    assert "fail-on" in await opened.completed("c/reportlint.toml", 1, 0)


SHARED = '[project]\nname = "x"\n[tool.reportlint]\nlang = "zz"\n\n[[tool.reportlint.rules]]\n\n'


async def test_a_table_in_a_shared_file_is_a_configuration(opened: Editor) -> None:
    (opened.folder / "shared").mkdir()
    marks = await opened.open("shared/pyproject.toml", SHARED, "toml")
    assert [mark.range.start.line for mark in marks] == [3, 5]
    assert await opened.completed("shared/pyproject.toml", 1, 0) == []
    assert "fail-on" in await opened.completed("shared/pyproject.toml", 4, 0)
    assert {"rule", "level"} <= set(await opened.completed("shared/pyproject.toml", 6, 0))
    assert await opened.open("other/pyproject.toml", "[project]\n", "toml") == []
    quoted = SHARED.replace("[tool.reportlint]", '["tool"."reportlint"]')
    assert len(await opened.open("quoted/pyproject.toml", quoted, "toml")) == len(marks)


async def test_a_hover_over_a_key_of_a_rule_file_says_what_it_means(opened: Editor) -> None:
    await opened.open("keys.yaml", RULES, "yaml")
    assert "级别" in await opened.hover("keys.yaml", 6, 5)
    assert "正则" in await opened.hover("keys.yaml", 5, 14)
    await opened.open("keys/reportlint.toml", 'period = "2026"\n', "toml")
    assert "报告期" in await opened.hover("keys/reportlint.toml", 0, 2)


async def test_what_is_not_open_is_not_read(opened: Editor) -> None:
    (opened.folder / "shut.yaml").write_text(RULES, "utf-8")
    assert await opened.hover("shut.yaml", 6, 5) == ""
    assert await opened.completed("shut.yaml", 6, 5) == []
    assert await opened.actions("shut.yaml", WHOLE) == []


HOSTILE = [
    "\0" * 1000,
    "\ud800总结××",
    "{\\rtf1 ××}",
    "<" * 50_000,
    "（" * 50_000,
    "一、" * 50_000,
    "# " * 20_000,
    "> " * 20_000 + "××",
    "x" * 3_000_000,
    "\r" * 50_000,
    "reportlint: disable\n" * 500,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:8]))
async def test_no_draft_stops_the_server(opened: Editor, text: str) -> None:
    await opened.open("hostile.md", text, "markdown")
    await opened.client.text_document_document_symbol_async(
        lsp.DocumentSymbolParams(opened.which("hostile.md"))
    )
    await opened.actions("hostile.md", WHOLE)
    await opened.close("hostile.md")
    assert "leftover-mask" in codes(await opened.open("still.txt", DRAFT))
    await opened.close("still.txt")


async def test_answers_come_while_a_long_draft_is_judged(opened: Editor) -> None:
    long = DRAFT * 1000
    marks = asyncio.ensure_future(opened.open("long.txt", long))
    await asyncio.sleep(0)
    await opened.client.text_document_completion_async(
        lsp.CompletionParams(opened.which("long.txt"), lsp.Position(0, 0))
    )
    assert not marks.done()
    await marks
    await opened.close("long.txt")


async def test_english_on_the_command_line_and_from_the_editor(folder: Path) -> None:
    async with editor(folder, "--lang", "en") as one:
        english = await one.open("e.txt", ASTRAL)
    async with editor(folder, options={"lang": "en"}) as one:
        assert await one.open("e.txt", ASTRAL) == english
    async with editor(folder, locale="de") as one:
        assert await one.open("e.txt", ASTRAL) == english
    async with editor(folder, "--lang", "zh", locale="en-US") as one:
        assert await one.open("e.txt", ASTRAL) != english
    assert "never replaced" in next(mark.message for mark in english if mark.code == "leftover-mask")


async def test_the_server_ends_with_its_editor(folder: Path) -> None:
    async with editor(folder) as one:
        process = one.client._server
    assert await asyncio.wait_for(process.wait(), 30) == 0
