"""`--output-format xlsx`: a workbook for the office that collects the reports; needs the extra `xlsx`.

Three sheets: a row a report, a row a finding, a row for every two files that share passages.
"""

from collections.abc import Iterator, Sequence

from linter.model.finding import FileOutcome, Finding, Result
from linter.model.levels import LEVEL_NAMES
from linter.model.message import Message
from linter.reporters import View
from linter.reporters.copies import Pair, pairs
from linter.reporters.labels import located
from linter.reporters.matrix import CELLS
from linter.reporters.rollup import Row, Table, table
from linter.reporters.sheets import Cell, Column, Sheet, is_untouched, workbook

_SUMMARY, _FINDINGS, _COPIES = (
    Message("汇总", "Summary"),
    Message("问题", "Findings"),
    Message("雷同", "Copies"),
)
_LEADING_WIDTHS = (32, 36, 24, 18, 24)
_SECTION_WIDTH = 11
_TRAILING_WIDTHS = (8, 8, 40, 40)
_FINDING_COLUMNS = {
    Message("文件", "file"): 32,
    Message("报告", "report"): 32,
    Message("行或段", "line or paragraph"): 10,
    Message("级别", "level"): 9,
    Message("问题", "finding"): 60,
    Message("原文", "excerpt"): 36,
    Message("规则", "rule"): 26,
}
_COPY_COLUMNS = {
    Message("文件", "file"): 40,
    Message("与它雷同", "shares with"): 40,
    Message("相同的段", "passages"): 10,
    Message("相同的字", "characters"): 10,
    Message("占前者", "of the first"): 10,
    Message("占后者", "of the second"): 10,
}


def report(result: Result, view: View) -> bytes:
    """The workbook."""
    found = table(result, view)
    sheets = (
        Sheet(view.say(_SUMMARY), _summary_columns(found, view), (_summary(row, view) for row in found.rows)),
        Sheet(view.say(_FINDINGS), _columns(_FINDING_COLUMNS, view), _findings(result, view)),
        Sheet(view.say(_COPIES), _columns(_COPY_COLUMNS, view), map(_copy, pairs(result))),
    )
    return workbook(sheets)


def is_report(data: bytes) -> bool:
    """Whether a file is a workbook that this program wrote and nobody has saved since."""
    return is_untouched(data)


def _columns(widths: dict[Message, int], view: View) -> list[Column]:
    return [Column(view.say(head), width) for head, width in widths.items()]


def _summary_columns(found: Table, view: View) -> list[Column]:
    widths = (*_LEADING_WIDTHS, *(_SECTION_WIDTH for _ in found.sections), *_TRAILING_WIDTHS)
    return [Column(head, width) for head, width in zip(found.heads(view), widths, strict=True)]


def _summary(row: Row, view: View) -> list[Cell]:
    return [
        *map(Cell, row.leading),
        *(Cell(view.say(CELLS[state]), state) for state in row.sections),
        Cell(row.errors, "error" if row.errors else ""),
        Cell(row.warnings, "warning" if row.warnings else ""),
        Cell(row.copies, "warning" if row.copies else ""),
        Cell(row.note, "error" if row.note else ""),
    ]


def _findings(result: Result, view: View) -> Iterator[Sequence[Cell]]:
    for file in result.files:
        yield from (_finding(file, finding, view.of(file)) for finding in file.findings)


def _finding(file: FileOutcome, finding: Finding, view: View) -> list[Cell]:
    title = file.parts[finding.part].title if finding.part is not None else None
    return [
        Cell(file.path),
        Cell(title),
        Cell(finding.line),
        Cell(view.say(LEVEL_NAMES[finding.level]), finding.level),
        Cell(located(finding, view)),
        Cell(finding.excerpt),
        Cell(finding.rule),
    ]


def _copy(pair: Pair) -> list[Cell]:
    return [
        Cell(pair.first),
        Cell(pair.second),
        Cell(pair.passages),
        Cell(pair.characters),
        Cell(pair.first_share, "share"),
        Cell(pair.second_share, "share"),
    ]
