"""The output formats: exact layouts, and what holds for every layout."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linter import __version__, api
from linter.model.document import Place
from linter.model.finding import (
    CheckRow,
    FileOutcome,
    Finding,
    HandedIn,
    PartResult,
    RelatedPlace,
    Result,
    SectionRow,
)
from linter.model.message import Message
from linter.reporters import REPORTERS, View, layout, terminal_text

LINE = (
    "今年以来，镇里把“清明河道”当作头等大事，先后清淤十七处，投入资金××万元，"
    "参加义务劳动的干部群众约有1200人次，两岸环境明显好转。"
)
WRONG = Message("有误。", "Wrong.")
TITLE = "清河镇上半年河道整治工作总结"


def finding(span: str, context: str, level: str = "error", message: Message = WRONG, **other: Any) -> Finding:
    start = context.index(span)
    end = start + len(span)
    values: dict[str, Any] = {
        "rule": "placeholder-left",
        "check": "placeholder",
        "level": level,
        "message": message,
        "line": 7,
        "column": start + 1,
        "end_line": 7,
        "end_column": end + 1,
        "excerpt": span,
        "context": context,
        "context_column": start,
        "part": 0,
        "section": None,
        "suggestion": None,
        "related": (),
        "fingerprint": "f00d",
        "start": start,
        "end": end,
    }
    return Finding(**{**values, **other})


SECTIONS = (
    SectionRow(
        "lead", Message("组织领导", "Leadership"), True, "heading", 4, 6, 88, "一、健全机制，压实河长责任"
    ),
    SectionRow("work", Message("整治情况", "Work done"), True, "body", 12, 12, 60, LINE),
    SectionRow("gaps", Message("不足", "Shortcomings"), True, "absent", None, None, 0, "", 1.0, "empty"),
    SectionRow("annex", Message("附件", "Annex"), False, "absent", None, None, 0, "", 1.0, "empty"),
)
PLACEHOLDER = finding(
    "××",
    LINE,
    message=Message("这里还留着占位符，定稿前请填好。", "A placeholder is left; fill it in."),
    suggestion="36",
)
MISSING = finding(
    TITLE,
    TITLE,
    message=Message(
        "缺少“不足”部分：只报成绩、不谈问题的总结常被退回，请补上。",
        "The section on shortcomings is missing.",
    ),
    rule="gaps-present",
    check="section",
    line=1,
    end_line=1,
)
COPIED = finding(
    LINE,
    LINE,
    "warning",
    Message("这一段与别处几乎相同。", "This paragraph is nearly the same as another."),
    rule="paragraph-copied",
    check="duplicate",
    related=(
        RelatedPlace(None, Place(20, 21), Message("相同的段落", "the same paragraph")),
        RelatedPlace("往年/清河镇.txt", Place(3, 3), Message("", "")),
    ),
)
RESIDUE = finding(
    "下载全文", "点此　下载全文", "info", rule="web-residue", check="residue", part=None, line=31, end_line=31
)
CHECKLIST = (
    CheckRow("gaps-present", 0, "failed", 1),
    CheckRow("lead-present", 0, "passed", 4),
    CheckRow("period-consistent", 0, "not-applicable", None),
)
REPORT = FileOutcome(
    "drafts/清河镇.txt",
    "work-report",
    parts=(PartResult(TITLE, 1, 30, SECTIONS),),
    checklist=CHECKLIST,
    findings=(MISSING, PLACEHOLDER, COPIED, RESIDUE),
)
GOOD = FileOutcome("drafts/好.txt", "work-report", parts=(PartResult(TITLE, 1, 30, SECTIONS[:2]),))
EMPTY = FileOutcome("drafts/空.txt", "", Message("文件是空的。", "The file is empty."))


def text(*files: FileOutcome, **view: Any) -> str:
    return api.report(Result(files), "text", View(**view))


def golden(block: str) -> str:
    """A layout as written in a test: the first line end and the last one are not part of it."""
    return block.removeprefix("\n")


# The report for people


def test_nothing_to_say_is_one_table_and_a_verdict() -> None:
    assert text(GOOD) == golden("""
drafts/好.txt
规则集 work-report

清河镇上半年河道整治工作总结  第 1-30 行
  ✓ 有标题  组织领导   第 4 行  一、健全机制，压实河长责任
  ✓ 正文有  整治情况  第 12 行  今年以来，镇里把“清明河道”当作头等大事，先...

通过：没有发现问题（共 1 个文件、1 份报告）
""")


def test_layout_at_80_columns() -> None:
    assert text(REPORT, width=80) == golden("""
drafts/清河镇.txt
规则集 work-report：通过 1 项，不通过 1 项，不适用 1 项

清河镇上半年河道整治工作总结  第 1-30 行
  ✓ 有标题  组织领导   第 4 行  一、健全机制，压实河长责任
  ✓ 正文有  整治情况  第 12 行  今年以来，镇里把“清明河道”当作头等大事，先...
  ✗ 缺      不足
  - 未写    附件

  1:1  错误  缺少“不足”部分：只报成绩、不谈问题的总结常被退回，请补上。
             [gaps-present]

  7:34  错误  这里还留着占位符，定稿前请填好。  [placeholder-left]
       7 | ...大事，先后清淤十七处，投入资金××万元，参加义务劳动的干部群众约...
         |                                  ^^
      建议：36

  7:1  警告  这一段与别处几乎相同。  [paragraph-copied]
       7 | 今年以来，镇里把“清明河道”当作头等大事，先后清淤十七处，投入...
         | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      另见：第 20-21 行（相同的段落）
      另见：往年/清河镇.txt 第 3 行

各份报告以外的内容

  31:4  提示  有误。  [web-residue]
      31 | 点此　下载全文
         |       ^^^^^^^^

不通过：2 个错误、1 个警告、1 个提示（共 1 个文件、1 份报告）
""")


def test_layout_at_60_columns() -> None:
    assert text(REPORT._replace(findings=(MISSING, PLACEHOLDER)), width=60) == golden("""
drafts/清河镇.txt
规则集 work-report：通过 1 项，不通过 1 项，不适用 1 项

清河镇上半年河道整治工作总结  第 1-30 行
  ✓ 有标题  组织领导   第 4 行  一、健全机制，压实河长责任
  ✓ 正文有  整治情况  第 12 行  今年以来，镇里把“清明河...
  ✗ 缺      不足
  - 未写    附件

  1:1  错误  缺少“不足”部分：只报成绩、不谈问题的总结常被
             退回，请补上。  [gaps-present]

  7:34  错误  这里还留着占位符，定稿前请填好。
              [placeholder-left]
      7 | ...清淤十七处，投入资金××万元，参加义务劳动的...
        |                        ^^
      建议：36

不通过：2 个错误（共 1 个文件、1 份报告）
""")


def test_layout_in_english() -> None:
    assert text(REPORT._replace(findings=(MISSING, COPIED)), EMPTY, lang="en", width=60) == golden("""
Not checked
  drafts/空.txt: The file is empty.

drafts/清河镇.txt
Ruleset work-report: 1 passed, 1 failed, 1 not applicable

清河镇上半年河道整治工作总结  lines 1-30
  ✓ heading  Leadership     line 4  一、健全机制，压实河...
  ✓ in text  Work done     line 12  今年以来，镇里把“清...
  ✗ missing  Shortcomings
  - none     Annex

  1:1  error  The section on shortcomings is missing.
              [gaps-present]

  7:1  warning  This paragraph is nearly the same as
                another.  [paragraph-copied]
      7 | 今年以来，镇里把“清明河道”当作头等大事，先...
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      See also: lines 20-21 (the same paragraph)
      See also: 往年/清河镇.txt line 3

drafts/空.txt
  The file is empty.

Failed: 1 error, 1 warning, 1 unreadable file (2 files, 1
report)
""")


def test_quiet_leaves_findings_and_verdict() -> None:
    assert text(GOOD, REPORT._replace(findings=(PLACEHOLDER,)), quiet=True) == golden("""
drafts/清河镇.txt

清河镇上半年河道整治工作总结  第 1-30 行

  7:34  错误  这里还留着占位符，定稿前请填好。  [placeholder-left]
      7 | ...大事，先后清淤十七处，投入资金××万元，参加义务劳动的干部群众约...
        |                                  ^^
      建议：36

不通过：1 个错误（共 2 个文件、2 份报告）
""")


def test_verbose_adds_encoding_and_rules() -> None:
    file = GOOD._replace(
        checklist=CHECKLIST,
        encoding="gb18030",
        notes=(Message("最后一行没有读完。", "The last line is cut."),),
    )
    assert text(file, verbose=True).splitlines()[:7] == [
        "drafts/好.txt",
        "规则集 work-report：通过 1 项，不通过 1 项，不适用 1 项",
        "编码：gb18030",
        "通过：lead-present",
        "不通过：gaps-present",
        "不适用：period-consistent",
        "注意：最后一行没有读完。",
    ]


def test_statistics_count_by_rule() -> None:
    file = REPORT._replace(findings=(PLACEHOLDER, PLACEHOLDER, MISSING))
    assert text(file, quiet=True, statistics=True).endswith(
        golden("""
各规则的问题数
  2  placeholder-left
  1  gaps-present

不通过：3 个错误（共 1 个文件、1 份报告）
""")
    )


WHOLE = (*SECTIONS[:2], SECTIONS[2]._replace(state="heading", substance="ok"))
COLLECTION = GOOD._replace(
    path="drafts/合集.txt",
    parts=(PartResult(TITLE, 1, 30, SECTIONS[:3]), PartResult(None, 31, 60, WHOLE)),
)


def test_several_files_begin_with_what_was_not_checked_and_a_matrix() -> None:
    assert text(COLLECTION, REPORT._replace(findings=()), EMPTY).startswith(
        golden("""
没有检查的文件
  drafts/空.txt：文件是空的。

各份报告缺什么  work-report
                       组织领导  整治情况  不足
  drafts/合集.txt (1)     ✓         ✓       ✗
  drafts/合集.txt (2)     ✓         ✓       ✓
  drafts/清河镇.txt       ✓         ✓       ✗

drafts/合集.txt
""")
    )


def test_the_summary_is_the_overview_and_the_verdict_alone() -> None:
    missing = (HandedIn("石桥镇", ()), HandedIn("清河镇", ("drafts/清河镇.txt", "drafts/合集.txt")))
    result = Result((COLLECTION, REPORT, EMPTY), units=missing)
    assert api.report(result, "text", View(summary=True, quiet=True)) == golden("""
没有检查的文件
  drafts/空.txt：文件是空的。

各份报告缺什么  work-report
                       组织领导  整治情况  不足
  drafts/合集.txt (1)     ✓         ✓       ✗
  drafts/合集.txt (2)     ✓         ✓       ✓
  drafts/清河镇.txt       ✓         ✓       ✗

没有交的单位（1/2）
  石桥镇

清河镇交了 2 份
  drafts/清河镇.txt、drafts/合集.txt

对不上单位的文件（请核对文件名，或在 units 里写上别名）
  drafts/空.txt

不通过：2 个错误、1 个警告、1 个提示、1 个文件无法检查、1 个单位没有交（共 3 个
文件、3 份报告）
""")


def test_the_summary_names_a_report_about_another_period_than_the_others() -> None:
    said = Message("这份报告写的是2025年", "this report is about 2025")
    other = RelatedPlace("drafts/清河镇.txt", Place(1, 1), Message("", ""))
    late = COPIED._replace(check="period", message=said, related=(other,))
    told = text(GOOD._replace(findings=(late,)), REPORT)
    assert "\n报告期和别的报告不同\n  drafts/好.txt：这份报告写的是2025年\n" in told
    alone = GOOD._replace(findings=(late._replace(related=()),))
    assert "报告期和别的" not in text(alone, REPORT)


def test_of_very_many_reports_those_that_lack_something_stand_in_the_matrix() -> None:
    whole = [GOOD._replace(path=f"{number:02}.txt") for number in range(50)]
    shown = text(*whole, REPORT, lang="en").split("\n\n")[0]
    assert shown.splitlines()[2:] == [
        "  drafts/清河镇.txt      ✓           ✓           ✗",
        "  the other 50: complete",
    ]
    assert "\n  00.txt " in text(*whole[:39], REPORT)


def test_a_matrix_too_wide_becomes_a_list() -> None:
    files = [file._replace(path="各单位报送的材料/" + file.path) for file in (COLLECTION, REPORT)]
    assert "\n  ...drafts/合集.txt (1)     ✓         ✓       ✗\n" in text(*files, width=50)
    assert "\n  各单位报送的材料/drafts/合集.txt (1)\n    缺：不足\n" in text(*files, width=46)
    files = [file._replace(path="材料/" + file.path) for file in (COLLECTION, REPORT)]
    assert "\n  材料/drafts/合集.txt (1)  缺：不足\n" in text(*files, width=45)


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ((), "各份报告缺什么"),
        ((GOOD,), "各份报告缺什么"),
        ((GOOD, GOOD._replace(ruleset="other")), "各份报告缺什么"),
        ((GOOD, EMPTY), "各份报告缺什么"),
        ((GOOD,), "1/1"),
    ],
)
def test_what_is_not_said(files: tuple[FileOutcome, ...], says: str) -> None:
    assert says not in text(*files)


def test_no_files() -> None:
    assert text().startswith("没有可检查的文件。文件夹里只取 Word、WPS、")


def test_parts_of_a_collection_are_counted() -> None:
    report = text(COLLECTION)
    assert "\n1/2  清河镇上半年河道整治工作总结  第 1-30 行\n" in report
    assert "\n2/2  （无标题）  第 31-60 行\n" in report


@pytest.mark.parametrize(
    ("levels", "fail_on", "word"),
    [
        ("", "info", "通过："),
        ("warning info", "error", "通过："),
        ("info", "warning", "通过："),
        ("error", "never", "检查完毕："),
        ("error", "error", "不通过："),
        ("error", "info", "不通过："),
        ("warning", "warning", "不通过："),
        ("info", "info", "不通过："),
    ],
)
def test_verdict(levels: str, fail_on: str, word: str) -> None:
    found = tuple(PLACEHOLDER._replace(level=level) for level in levels.split())
    assert text(GOOD._replace(findings=found), fail_on=fail_on).splitlines()[-1].startswith(word)


WORD = GOOD._replace(findings=(COPIED._replace(opening="今年以来，镇里把"),), paragraphs=True)
PDF = GOOD._replace(findings=(RESIDUE._replace(page=2, opening="点此　下载全文"),), paragraphs=True)


def test_the_inner_parts_of_a_format_are_told_on_request() -> None:
    part = WORD._replace(findings=(RESIDUE._replace(anchor="word/document.xml#3"),))
    assert "位置" not in text(part)
    assert "\n      位置：word/document.xml#3\n" in text(part, verbose=True)


def test_formats_without_lines_count_paragraphs() -> None:
    place = Place(20, 21, paragraphs=True, opening="各村（社区）分片")
    related = (RelatedPlace(None, place, Message("相同的段落", "the same paragraph")),)
    report = text(WORD._replace(findings=(COPIED._replace(related=related),)))
    assert "第 1-30 段\n" in report
    assert "  第  4 段" in report or "   第 4 段" in report
    assert "\n  第 7 段  警告  " in report
    assert "另见：第 20-21 段“各村（社区）分片”（相同的段落）" in report
    assert " 行" not in report
    assert "paragraphs 1-30\n" in text(WORD, lang="en")


@pytest.mark.parametrize(
    ("file", "lang", "place"),
    [
        (WORD, "zh", "第 7 段"),
        (WORD, "en", "paragraph 7"),
        (PDF, "zh", "第 2 页第 31 段"),
        (PDF, "en", "page 2, paragraph 31"),
    ],
)
def test_a_place_is_told_as_a_person_finds_it(file: FileOutcome, lang: str, place: str) -> None:
    said = "警告" if lang == "zh" and file is WORD else "提示" if lang == "zh" else ""
    assert f"\n  {place}  {said}" in text(file, lang=lang)
    for name in ("concise", "github", "sarif"):
        told = api.report(Result((file,)), name, View(lang=lang))
        opening = file.findings[0].opening
        assert place in told.replace("%2C", ",")
        assert opening in told


def test_a_place_in_a_file_with_lines_is_told_by_its_numbers_alone() -> None:
    for name in ("concise", "github", "sarif"):
        assert "第 7 行" not in api.report(Result((GOOD._replace(findings=(COPIED,)),)), name, View())


THIN = SECTIONS[0]._replace(substance="thin")
HOLLOW = SECTIONS[1]._replace(substance="empty")


def test_a_section_without_substance_is_no_section_that_is_there() -> None:
    report = text(GOOD._replace(parts=(PartResult(TITLE, 1, 30, (THIN, HOLLOW, SECTIONS[2])),)))
    assert "  ! 太短  组织领导" in report
    assert "  ! 空    整治情况" in report
    assert "  ✗ 缺    不足" in report


def test_reports_are_complete_only_where_every_section_has_substance() -> None:
    whole = (SECTIONS[0], SECTIONS[1])
    files = [
        GOOD._replace(path=name, parts=(PartResult(TITLE, 1, 30, rows),))
        for name, rows in [("甲.txt", whole), ("乙.txt", (THIN, HOLLOW)), ("丙.txt", whole)]
    ]
    assert text(*files).split("\n\n")[0] == golden("""
各份报告缺什么  work-report
          组织领导  整治情况
  甲.txt     ✓         ✓
  乙.txt     短        空
  丙.txt     ✓         ✓
""").rstrip("\n")
    listed = text(*(file._replace(path="各单位报送的材料/" + file.path) for file in files), width=40)
    assert "\n    空：整治情况；太短：组织领导\n" in listed


def test_files_whose_sections_nobody_judged_are_named_at_the_start() -> None:
    report = text(GOOD, EMPTY, GOOD._replace(path="drafts/杂记.txt", ruleset="report-form", form_only=True))
    start = report[: report.index("\n\ndrafts/")]
    assert "没有检查的文件\n  drafts/空.txt：文件是空的。\n" in start
    assert "看不出文种" in start
    assert "\n  drafts/杂记.txt" in start
    assert "drafts/好.txt" not in start


def lines_of_a_page(count: int, step: int = 1) -> FileOutcome:
    """A file with residue on so many lines, every `step` lines."""
    found = [RESIDUE._replace(line=31 + step * n, end_line=31 + step * n) for n in range(count)]
    return GOOD._replace(findings=tuple(found))


@pytest.mark.parametrize(("count", "step"), [(3, 1), (8, 5)])
def test_findings_are_shown_one_by_one(count: int, step: int) -> None:
    report = text(lines_of_a_page(count, step))
    assert report.count("[web-residue]") == count
    assert "同样" not in report


def test_what_is_said_of_line_after_line_is_said_once() -> None:
    page = lines_of_a_page(40)
    report = text(page)
    assert report.count("[web-residue]") == 1
    assert "\n      第 32-70 行同样，共 39 处（-v 逐处列出）\n" in report
    assert "通过：40 个提示" in report
    assert text(page, verbose=True).count("[web-residue]") == 40
    assert "lines 32-70: the same, 39 times (-v lists them)" in text(page, lang="en")


def _shared_with(*paths: str) -> Finding:
    return COPIED._replace(related=tuple(RelatedPlace(path, Place(3, 3), Message("", "")) for path in paths))


def test_files_that_share_passages_make_one_line_the_longest_first() -> None:
    copied = COPIED._replace(related=(RelatedPlace("往年/清河镇.txt", Place(3, 3), Message("", "")),))
    other = copied._replace(related=(RelatedPlace("往年/石桥镇.txt", Place(3, 3), Message("", "")),))
    file = GOOD._replace(findings=(copied, copied, other, COPIED))
    assert text(file).startswith(
        golden("""
哪些文件雷同
  drafts/好.txt、往年/清河镇.txt：2 段相同，共 134 字
  drafts/好.txt、往年/石桥镇.txt：1 段相同，共 67 字

drafts/好.txt
""")
    )
    english = text(file, lang="en")
    assert "\n  drafts/好.txt, 往年/清河镇.txt: 2 passages, 134 characters\n" in english
    again = GOOD._replace(
        path="往年/石桥镇.txt", findings=(_shared_with("drafts/好.txt", "往年/清河镇.txt"),)
    )
    three = GOOD._replace(findings=(_shared_with("往年/石桥镇.txt", "往年/清河镇.txt"),))
    assert "\n  drafts/好.txt、往年/清河镇.txt、往年/石桥镇.txt：1 段相同" in text(three, again)
    assert "哪些文件雷同" not in text(file, quiet=True)
    assert "哪些文件雷同" not in text(GOOD._replace(findings=(COPIED,)))


def test_an_error_does_not_repeat_the_path() -> None:
    file = EMPTY._replace(error=Message("drafts/空.txt：文件是空的", "drafts/空.txt: the file is empty"))
    assert text(file).startswith("drafts/空.txt\n  文件是空的\n")
    assert text(file, lang="en").startswith("drafts/空.txt\n  the file is empty\n")


def test_what_would_disturb_a_terminal_is_made_visible() -> None:
    context = "甲\t乙\x1b[31m丙\u200b丁\u202e戊"
    report = text(GOOD._replace(path="a\udc80.txt", findings=(finding("丁", context),)))
    assert "\n      7 | 甲 乙␛[31m丙␣丁␣戊\n        |              ^^\n" in report
    assert report.startswith("a␣.txt\n")


@pytest.mark.parametrize(
    ("span", "context", "below"),
    [
        ("ab", "ab", "^^"),
        ("c", "ab c", "   ^"),
        ("河道", "清明河道", "    ^^^^"),
        ("乙", "　　甲乙", "  ^^"),  # an indent is left out
        ("乙", "“甲”乙", "    ^^"),
        ("é", "cafe\u0301 é", "     ^"),
        ("", "甲乙", "^"),
    ],
)
def test_underline(span: str, context: str, below: str) -> None:
    lines = text(GOOD._replace(findings=(finding(span, context),))).splitlines()
    assert f"        | {below}" in lines


def test_a_span_beyond_its_line_is_underlined_to_the_end() -> None:
    long = finding("乙", "甲乙", end_line=9)._replace(end=400)
    assert "      7 | 甲乙\n        |   ^^\n" in text(GOOD._replace(findings=(long,)))


# What holds for every layout

MIXED = st.text(st.sampled_from("汉字段落工作abcXYZ019 　，。；“”（）《》…—×①é\u0301✓\t\x1b😀"), max_size=160)
WIDTHS = st.integers(layout.NARROWEST, layout.WIDEST)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    context = draw(MIXED)
    start = draw(st.integers(0, len(context)))
    end = draw(st.integers(start, len(context) + 5))
    span, message = context[start:end], draw(MIXED)
    found = finding("", "", draw(st.sampled_from(["error", "warning", "info"])), Message(message, message))
    return found._replace(
        excerpt=span, context=context, context_column=start, start=start, end=end, suggestion=message
    )


@given(findings(), MIXED, MIXED, WIDTHS, st.sampled_from(["zh", "en"]))
@example(finding("", ""), "", "", 49, "zh")  # a column without a title still holds a sign
def test_no_line_is_wider_than_the_terminal(
    found: Finding, title: str, evidence: str, width: int, lang: str
) -> None:
    rows = tuple(row._replace(evidence=evidence) for row in SECTIONS)
    rows = (*rows, rows[0]._replace(section="odd", title=Message(title, title)))
    file = REPORT._replace(path=f"p{title}", parts=(PartResult(title, 1, 2, rows),), findings=(found,))
    report = text(file, COLLECTION, EMPTY, lang=lang, width=width, statistics=True, verbose=True)
    assert [line for line in report.splitlines() if terminal_text.width(line) > width] == []


@given(findings(), WIDTHS)
def test_underline_is_under_the_span(found: Finding, width: int) -> None:
    file = GOOD._replace(findings=(found,))
    lines = layout.lines(Result((file,)), View(width=width))
    for source, below in pairwise(lines):
        if source and source[0][0] == "      7 | ":
            (_, (before, _), (span, style), _), (_, (blank, _), (carets, caret_style)) = source, below
            assert blank == " " * terminal_text.width(before)
            assert carets == "^" * max(terminal_text.width(span), 1)
            assert style == caret_style == found.level
            assert terminal_text.visible(found.excerpt).startswith(span)
            assert terminal_text.visible(found.context[: found.context_column]).endswith(
                before.removeprefix("...")
            )


# Columns and line breaks


@pytest.mark.parametrize(
    ("sample", "narrow", "most"),
    [
        ("", 0, 0),
        ("abc", 3, 3),
        ("汉字", 4, 4),
        ("“汉”", 4, 6),
        ("全角：", 6, 6),
        ("e\u0301", 1, 3),
        ("😀", 2, 3),
        ("\u3000", 2, 2),
    ],
)
def test_width(sample: str, narrow: int, most: int) -> None:
    assert (terminal_text.width(sample), terminal_text.bound(sample)) == (narrow, most)


@pytest.mark.parametrize(
    ("sample", "room", "lines"),
    [
        ("", 10, [""]),
        ("刚好五个字", 10, ["刚好五个字"]),
        ("one two three", 8, ["one two", "three"]),
        ("一二三四五六", 10, ["一二三四五", "六"]),
        ("一二三四五，六七", 10, ["一二三四", "五，六七"]),  # no comma at the start
        ("一二三（四五）六", 10, ["一二三（四", "五）六"]),
        ("一二三四（五六）", 10, ["一二三四", "（五六）"]),  # no bracket at the end
        ("一二三四五”。六", 10, ["一二三四", "五”。六"]),
        ("一二三《四五》！", 12, ["一二三《四", "五》！"]),
        ("一二三四……五六", 10, ["一二三", "四……五六"]),  # an ellipsis is one sign
        ("检查 reportlint 项", 12, ["检查", "reportlint", "项"]),  # a word stays whole
        ("增长百分之 12.5，好", 14, ["增长百分之", "12.5，好"]),
        ("一共去了 1200 人次", 14, ["一共去了", "1200 人次"]),  # a number keeps its measure word
        ("一共去了1200人", 13, ["一共去了", "1200人"]),
        ("原文见第 12 行", 9, ["原文见", "第 12 行"]),
        ("abcdefghijkl", 5, ["abcde", "fghij", "kl"]),  # unless it is wider than the line
        ("！！！！！！", 6, ["！！！", "！！！"]),
    ],
)
def test_wrap(sample: str, room: int, lines: list[str]) -> None:
    assert terminal_text.wrap(sample, room) == lines


@given(MIXED.map(terminal_text.visible), st.integers(2, 60))
def test_wrap_fits_and_loses_nothing(sample: str, room: int) -> None:
    lines = terminal_text.wrap(sample, room)
    assert all(terminal_text.width(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == sample.replace(" ", "")


def test_a_line_does_not_end_with_an_opening_bracket_and_spaces() -> None:
    assert terminal_text.wrap("字字字字（  字", 12) == ["字字字字", "（  字"]


@given(st.lists(st.sampled_from("字段 a1，。”）（“"), max_size=60).map("".join), st.integers(12, 40))
def test_wrap_respects_punctuation(sample: str, room: int) -> None:
    """Wherever a line breaks badly, there was no better place on that line."""
    lines = terminal_text.wrap(sample, room)
    for line, following in pairwise(lines):
        if following[0] in "，。”）" or line[-1] in "（“":
            assert not any(terminal_text._may_break(line, at) for at in range(1, len(line)))


@given(MIXED.map(terminal_text.visible), st.integers(3, 60))
def test_clip_fits(sample: str, room: int) -> None:
    for clipped in (terminal_text.clip(sample, room), terminal_text.clip_start(sample, room)):
        assert terminal_text.width(clipped) <= room
        assert clipped == sample or "..." in clipped


# Colour


@pytest.mark.process
def test_only_a_terminal_needs_rich() -> None:
    script = """
import sys
from linter.model.finding import FileOutcome, Result
from linter.model.message import Message
from linter.reporters import View, reporter
list(reporter("text")(Result((FileOutcome("a", "b", Message("空", "empty")),)), View()))
print(*sorted({"rich", "json", "dataclasses", "inspect", "logging", "yaml", "jieba"} & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def painted(**options: Any) -> str:
    from io import StringIO

    from rich.console import Console

    from linter.reporters import colour

    console = Console(file=StringIO(), width=60, **options)
    colour.paint(layout.lines(Result((REPORT, EMPTY)), View(width=80, statistics=True)), console)
    return console.file.getvalue()


def test_paint_without_colour_is_the_plain_report() -> None:
    lines = [line.rstrip() for line in painted(color_system=None).splitlines()]
    assert lines == text(REPORT, EMPTY, statistics=True).splitlines()


def test_paint_colours_the_span_and_its_underline() -> None:
    colour = painted(force_terminal=True, color_system="standard", no_color=False, _environ={})
    assert "\x1b[1;31m××\x1b[0m" in colour
    assert "\x1b[1;31m^^\x1b[0m" in colour


def test_every_style_can_be_painted() -> None:
    from linter.reporters.colour import STYLES

    lines = layout.lines(Result((REPORT, EMPTY, COLLECTION)), View(statistics=True, verbose=True))
    assert {style for line in lines for _, style in line} <= STYLES.keys()


def test_a_picture_is_well_formed_and_places_wide_characters() -> None:
    from docs.picture import svg

    picture = svg([[("清a河", "error"), (" <b>", "")]], "报告", 40)
    spans = [
        (span.attrib["x"], span.text)
        for span in ElementTree.fromstring(picture).iter()
        if "tspan" in span.tag
    ]
    assert spans == [("0.0", "清"), ("24.4", "a"), ("36.6", "河"), ("73.2", "<b>")]
    assert "url(http" not in picture


# Formats for programs


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
