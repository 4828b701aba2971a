"""What is told of a text, whatever it is: every place lies in the text, and nothing is raised."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("lsprotocol", reason="the extra `server` is not installed")
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol.types import CodeActionContext, DocumentSymbol, Position, Range, TextEdit

from linter.surfaces.editor import fixes, positions
from linter.surfaces.editor.diagnostics import LISTED, diagnostics
from linter.surfaces.editor.judging import NOTHING, File, OpenFile, judge, kind
from linter.surfaces.editor.lenses import lenses
from linter.surfaces.editor.positions import Text
from linter.surfaces.editor.projects import Projects
from linter.surfaces.editor.symbols import symbols

PROJECTS = Projects()
WHOLE = Range(Position(0, 0), Position(10**6, 0))
PIECES = [
    *(
        "××",
        "20XX年",
        "【单位名称】",
        "截止目前，",
        "（一）",
        "一、工作",
        "二、问题\n",
        "。。",
        "𠮷𠮷",
        "\ud800",
    ),
    *(
        "\n",
        "\r\n",
        "\r",
        "\u2028",
        "\x0b",
        "\x85",
        "\0",
        "\ufeff",
        "\u3000\u3000",
        "\t",
        " ",
        "# ",
        "## 标题\n",
    ),
    *(
        "- ",
        "1. ",
        "| a | b |\n|---|---|\n",
        "```\n",
        "<p>",
        "</p>",
        "<!-- ",
        "-->",
        "**",
        "![图](a.png)",
        "&nbsp;",
    ),
    *(
        "城东图书馆2026年上半年工作总结\n",
        "2026年2月30日",
        "同比增长50%，由10件增至12件",
        "希望对您有帮助",
        "⼯作",
    ),
    *(
        "上半年举办讲座二十场，参加的读者有一千多人次，比去年同期多。" * 2,
        "reportlint: disable-next-line leftover-mask\n",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
NAMES = st.sampled_from(["a.txt", "a.md", "a.html"])


def places(text: Text, span: Range) -> tuple[tuple[int, int], tuple[int, int]]:
    """The ends of a range; fails where they are not in the text, or not in this order."""
    for position in (span.start, span.end):
        line = text.lines[position.line]
        assert text.before(Position(position.line, 10**6)) == line
        assert position.character <= text.line_range(position.line + 1).end.character
    start, end = ((each.line, each.character) for each in (span.start, span.end))
    assert start <= end
    return start, end


def check_symbol(text: Text, symbol: DocumentSymbol, within: Range) -> None:
    outer, inner, named = (places(text, each) for each in (within, symbol.range, symbol.selection_range))
    assert outer[0] <= inner[0] <= named[0]
    assert named[1] <= inner[1] <= outer[1]
    assert symbol.name
    for each in symbol.children or ():
        check_symbol(text, each, symbol.range)


def replaced(text: Text, edit: TextEdit) -> str:
    start, end = edit.range.start, edit.range.end
    columns = [len(text.before(each)) + 1 for each in (start, end)]
    return text.between(start.line + 1, columns[0], end.line + 1, columns[1])


@settings(max_examples=150)
@given(TEXTS, NAMES, st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_every_place_that_is_told_lies_in_the_text(source: str, name: str, unit: str) -> None:
    file = File(f"/nowhere/{name}", "", source)
    text = positions.text(source, unit)
    opened = OpenFile("uri", file, text, "zh", verdict=judge(file, PROJECTS))
    for mark in diagnostics(opened):
        places(text, mark.range)
    for lens in lenses(opened, leads=True):
        places(text, lens.range)
    whole = Range(Position(0, 0), text.line_range(len(text.lines)).end)
    for symbol in symbols(opened):
        check_symbol(text, symbol, whole)
    if opened.verdict.outcome:
        for action in fixes.actions(opened, WHOLE, CodeActionContext([])):
            for edits in (action.edit.changes or {}).values() if action.edit else ():
                places(text, edits[0].range)
                assert replaced(text, edits[0]) != edits[0].new_text
    edit = fixes.fix_all(opened)
    if edit:
        places(text, edit.changes["uri"][0].range)


KINDS = [
    (File("a.py", "python", ""), "other"),
    (File("ci.yaml", "yaml", "jobs: {}\n"), "other"),
    (File("ci.yaml", "yaml", "id: 1\nname: x\n"), "other"),
    (File("own.cases.yaml", "yaml", "id: a\nrules: []\n"), "other"),
    (File("Cargo.toml", "toml", ""), "other"),
    (File("notes", "", "总结"), "other"),
    (File("own.yaml", "yaml", "id: a\nrules: []\n"), "ruleset"),
    (File("own.yml", "", "# yaml-language-server: $schema=schema.json\n"), "ruleset"),
    (File("x/reportlint.toml", "toml", ""), "configuration"),
    (File("a.md", "markdown", ""), "draft"),
    (File("a.TXT", "", ""), "draft"),
    (File("Untitled-1", "plaintext", ""), "draft"),
]


@pytest.mark.parametrize(("file", "wanted"), KINDS, ids=lambda value: getattr(value, "path", value))
def test_what_a_file_is(file: File, wanted: str) -> None:
    assert kind(file) == wanted


@pytest.mark.parametrize("source", ["", "\n", " \r\n\u3000"])
def test_nothing_is_said_of_a_draft_that_is_not_begun(source: str) -> None:
    assert judge(File("/nowhere/a.txt", "plaintext", source), PROJECTS) == NOTHING


def test_a_fault_of_ours_is_told_in_the_draft(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("linter.surfaces.editor.judging.judge_draft", None)
    found = judge(File(str(tmp_path / "a.txt"), "plaintext", "总结"), Projects())
    assert "TypeError" in found.error.en
    assert "Traceback" not in found.error.en


def test_a_draft_with_too_many_faults_is_marked_with_the_gravest() -> None:
    file = File("/nowhere/a.md", "", "# 总结\n\n" + "截止目前，" * LISTED + "\n\n" + "××、" * 7)
    found = judge(file, PROJECTS)
    text = positions.text(file.source, "utf-16")
    marks = list(diagnostics(OpenFile("uri", file, text, "en", verdict=found)))
    assert len(marks) == LISTED + 1
    assert [mark.code for mark in marks].count("leftover-mask") == 7
    left = len(found.outcome.findings) - LISTED
    assert marks[-1].message.startswith(f"{left} more findings")
