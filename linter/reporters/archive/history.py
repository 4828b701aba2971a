"""What units have handed in over time, in each format that `archive history` writes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from linter.model.archive import History, ReportOfUnit
from linter.model.levels import THERE
from linter.model.message import Message
from linter.reporters import View
from linter.reporters.archive.listing import period
from linter.reporters.cells import csv_text
from linter.reporters.earlier import OLD, percent
from linter.reporters.json import dump
from linter.reporters.matrix import CELLS, COMPLETE
from linter.reporters.sheets import Cell, Column, Sheet, workbook
from linter.reporters.terminal_text import plain

_HEADS = (
    Message("报告期", "period"),
    Message("单位", "unit"),
    Message("文件", "file"),
    Message("标题", "title"),
    Message("旧文", "old text"),
    Message("多半来自", "mostly from"),
)
_MISSING = Message("没交", "not handed in")
_LACKING = Message("缺部分", "sections missing")
_MOSTLY_OLD = Message("多半是旧文", "mostly old text")
_MATRIX, _REPORTS = Message("各期", "Periods"), Message("各份报告", "Reports")
_WIDTHS = (18, 24, 40, 36, 10, 40)
_SECTION_WIDTH = 12
_CELL_WIDTH = 22


def text(found: History, view: View) -> str:
    """Period by period: who has not handed in, what is missing, whose text is old."""
    return "".join(f"{line}\n" for line in _lines(found, view)) or view.say(_NOTHING)


_NOTHING = Message("存档里没有看得出报告期的材料\n", "The archive holds no report whose period is known\n")


def json(found: History) -> str:
    """One JSON object."""
    reports = [
        each._asdict()
        | {"sections": [{"title": title.zh, "condition": state} for title, state in each.sections]}
        for each in found.reports
    ]
    missing = {code: missing_units(found, code) for code in found.periods}
    value = {"schema_version": 1, "periods": found.periods, "units": found.units, "reports": reports}
    return dump(value | {"missing_units": missing})


def csv(found: History, view: View) -> str:
    """A row a report, as `check --output-format csv` writes them."""
    titles = _section_titles(found, view)
    rows = (
        [*_about(each, view), percent(each.old), each.source, *_conditions(each, titles, view)]
        for each in found.reports
    )
    return csv_text([[*map(view.say, _HEADS), *titles], *rows])


def xlsx(found: History, view: View) -> bytes:
    """A workbook: units and periods as a table, and a row a report."""
    titles = _section_titles(found, view)
    periods = [Column(period(code, view), _CELL_WIDTH) for code in found.periods]
    columns = [Column(view.say(head), width) for head, width in zip(_HEADS, _WIDTHS, strict=True)]
    sheets = (
        Sheet(view.say(_MATRIX), [Column(view.say(_HEADS[1]), 24), *periods], _matrix(found, view)),
        Sheet(
            view.say(_REPORTS),
            [*columns, *(Column(title, _SECTION_WIDTH) for title in titles)],
            (_row(each, titles, view) for each in found.reports),
        ),
    )
    return workbook(sheets)


def _section_titles(found: History, view: View) -> list[str]:
    """The titles of the sections that some report is required to have, each once."""
    return list(dict.fromkeys(view.say(title) for each in found.reports for title, _ in each.sections))


def missing_units(found: History, code: str) -> list[str]:
    """The units of an archive that have nothing for a period."""
    there = {each.unit for each in found.reports if each.period == code}
    return [unit for unit in found.units if unit not in there]


def by_place(found: History) -> dict[tuple[str, str], list[ReportOfUnit]]:
    """The reports by unit and period; an empty list where there is none."""
    places: dict[tuple[str, str], list[ReportOfUnit]] = defaultdict(list)
    for each in found.reports:
        places[each.unit, each.period].append(each)
    return places


def lacking(report: ReportOfUnit, view: View) -> list[str]:
    """The titles of the required sections that a report does not have, or not with enough under them."""
    return [view.say(title) for title, state in report.sections if state not in THERE]


def said(reports: Sequence[ReportOfUnit], view: View) -> tuple[str, str]:
    """What a table says of a unit in one period, and how that looks, a key of `CELLS` or a level."""
    if not reports:
        return view.say(_MISSING), "absent"
    missing = dict.fromkeys(title for each in reports for title in lacking(each, view))
    told = [view.say(Message("缺 ", "lacks ")) + view.listed(missing)] if missing else []
    old = max(each.old for each in reports)
    if old >= OLD:
        told.append(view.say(Message(f"旧文 {percent(old)}", f"{percent(old)} old text")))
    return view.say(Message("；", "; ")).join(told) or view.say(COMPLETE), "warning" if told else "ok"


def _lines(found: History, view: View) -> Iterator[str]:
    for code in reversed(found.periods):
        reports = [each for each in found.reports if each.period == code]
        missing = missing_units(found, code)
        there = len(found.units) - len(missing)
        units = len(found.units)
        handed_in = Message(f"{there}/{units} 个单位交了", f"{there} of {units} units handed in")
        yield f"{period(code, view)}  {view.say(handed_in)}"
        lack = [_lack(each, view) for each in reports if lacking(each, view)]
        old = [_old(each) for each in reports if each.old >= OLD]
        for name, values in ((_MISSING, missing), (_LACKING, lack), (_MOSTLY_OLD, old)):
            if values:
                said = view.say(Message(f"{name.zh}：", f"{name.en}: ")) + view.listed(values)
                yield from plain(said, view)
        yield ""


def _lack(each: ReportOfUnit, view: View) -> str:
    sections = view.listed(lacking(each, view))
    return view.say(Message(f"{_name(each)}（{sections}）", f"{_name(each)} ({sections})"))


def _old(each: ReportOfUnit) -> str:
    return f"{_name(each)} {percent(each.old)} ← {each.source}"


def _name(each: ReportOfUnit) -> str:
    return each.unit or each.path


def _about(each: ReportOfUnit, view: View) -> list[str]:
    return [period(each.period, view) if each.period else "", each.unit, each.path, each.title]


def _conditions(each: ReportOfUnit, titles: Sequence[str], view: View) -> list[str]:
    return [view.say(CELLS[state]) for state in _states(each, titles, view)]


def _states(each: ReportOfUnit, titles: Sequence[str], view: View) -> list[str]:
    """What a report has of the sections of these titles, a key of `CELLS` for each."""
    known = {view.say(title): "ok" if state in THERE else state for title, state in each.sections}
    return [known.get(title, "") for title in titles]


def _matrix(found: History, view: View) -> Iterator[list[Cell]]:
    places = by_place(found)
    for unit in found.units:
        yield [Cell(unit), *(Cell(*said(places[unit, code], view)) for code in found.periods)]


def _row(each: ReportOfUnit, titles: Sequence[str], view: View) -> list[Cell]:
    return [
        *map(Cell, _about(each, view)),
        Cell(each.old, "share"),
        Cell(each.source),
        *(Cell(view.say(CELLS[state]), state) for state in _states(each, titles, view)),
    ]
