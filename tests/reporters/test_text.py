"""The report for people: its exact layouts, and what is said and what is not."""

from __future__ import annotations

import json

import pytest

from linter import api
from linter.model.document import Place
from linter.model.finding import (
    FileOutcome,
    Finding,
    HandedIn,
    PartResult,
    RelatedPlace,
    Result,
)
from linter.model.message import Message
from linter.reporters import View
from tests.support.outcomes import (
    CHECKLIST,
    COLLECTION,
    COPIED,
    EMPTY,
    GOOD,
    MISSING,
    PLACEHOLDER,
    REPORT,
    RESIDUE,
    SECTIONS,
    TITLE,
    finding,
    golden,
    text,
)


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


def test_two_places_in_one_line_are_told_once() -> None:
    figures = (RelatedPlace(None, Place(6, 6), Message("与此处对照", "compare")),) * 2
    assert text(GOOD._replace(findings=(COPIED._replace(related=figures),))).count("另见：第 6 行") == 1


@pytest.mark.parametrize(
    ("places", "verbose", "shown", "rest"),
    [
        (1, False, 1, ""),
        (4, False, 4, ""),
        (5, False, 5, ""),
        (6, False, 4, "还有 2 处，-v 全部列出"),
        (16, True, 16, ""),
    ],
)
def test_of_many_other_places_the_nearest_are_shown(
    places: int, verbose: bool, shown: int, rest: str
) -> None:
    message = Message("此处文字相同", "the same words")
    related = tuple(RelatedPlace(f"{number}.txt", Place(3, 3), message) for number in range(places))
    report = text(GOOD._replace(findings=(COPIED._replace(related=related),)), verbose=verbose)
    assert report.count("另见：") == shown
    assert ("还有" in report) == bool(rest)
    assert rest in report
    assert "另见：0.txt 第 3 行" in report


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


IN_TABLE = WORD._replace(findings=tuple(each._replace(story="cell", cell=(3, 2)) for each in WORD.findings))


@pytest.mark.parametrize(
    ("file", "lang", "place"),
    [
        (WORD, "zh", "第 7 段"),
        (WORD, "en", "paragraph 7"),
        (PDF, "zh", "第 2 页第 31 段"),
        (PDF, "en", "page 2, paragraph 31"),
        (IN_TABLE, "zh", "第 7 段（表格第 3 行第 2 列）"),
        (IN_TABLE, "en", "paragraph 7 (table, row 3, column 2)"),
    ],
)
def test_a_place_is_told_as_a_person_finds_it(file: FileOutcome, lang: str, place: str) -> None:
    said = "警告" if lang == "zh" and file is not PDF else "提示" if lang == "zh" else ""
    assert f"\n  {place}  {said}" in text(file, lang=lang)
    for name in ("concise", "github", "sarif", "html"):
        told = api.report(Result((file,)), name, View(lang=lang))
        opening = file.findings[0].opening
        assert place in told.replace("%2C", ",")
        assert opening in told


def test_json_tells_the_cell_of_a_finding_in_a_table() -> None:
    told = [
        json.loads(api.report(Result((file,)), "json", View()))["files"][0]["findings"][0]
        for file in (WORD, IN_TABLE)
    ]
    assert [(each.get("story"), each.get("cell")) for each in told] == [(None, None), ("cell", [3, 2])]


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


@pytest.mark.parametrize(
    ("others", "change", "times"),
    [
        ((GOOD,), {}, 1),
        ((), {}, 1),
        ((GOOD,), {"notes": (Message("有一页是图片", "One page is a picture"),)}, 2),
        ((GOOD,), {"findings": (RESIDUE,)}, 2),
    ],
)
def test_a_file_of_no_known_kind_is_named_once_where_nothing_else_is_to_be_said(
    others: tuple[FileOutcome, ...], change: dict[str, object], times: int
) -> None:
    unknown = GOOD._replace(path="drafts/杂记.txt", ruleset="report-form", form_only=True, **change)
    assert text(*others, unknown).count("drafts/杂记.txt") == times


def test_where_no_file_could_be_read_each_is_told_once() -> None:
    other = EMPTY._replace(path="drafts/坏.docx")
    report = text(EMPTY, other)
    assert [report.count(each) for each in (EMPTY.path, other.path, "文件是空的")] == [1, 1, 2]
    assert "没有检查的文件" not in report
    assert text(EMPTY, other, summary=True).startswith("没有检查的文件\n")


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
