"""Many reports as one table, a row a report: what spreadsheets show, for the writers of both.

A file that cannot be read is a row, and a unit that has not handed in is one.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.model.finding import FileOutcome, Finding, PartResult, Result
from linter.model.message import Message
from linter.reporters import View, matrix
from linter.reporters.copies import pairs
from linter.reporters.handed_in import MISSING
from linter.reporters.labels import count, error, period

_KIND_UNKNOWN = Message("看不出文种，没有查应有的部分", "of no known kind: its sections were not looked for")

LEADING = (
    Message("文件", "file"),
    Message("标题", "title"),
    Message("单位", "unit"),
    Message("报告期", "period"),
    Message("规则集", "ruleset"),
)
"""The heads of the columns before those of the sections."""
TRAILING = (
    Message("错误", "errors"),
    Message("警告", "warnings"),
    Message("雷同", "copies"),
    Message("说明", "note"),
)
"""Those behind them."""


class Row(NamedTuple):
    """One report, unreadable file or missing unit."""

    leading: tuple[str, str, str, str, str]
    """Path, title, unit, period and ruleset; each empty where it is not known."""
    sections: tuple[str, ...]
    """The condition of each section of the table, a key of `matrix.CELLS`."""
    errors: int | None
    warnings: int | None
    """How many of each; None where nothing was judged."""
    copies: str
    """With whom it shares passages."""
    note: str


class Table(NamedTuple):
    """The rows, and the titles of the columns for sections."""

    sections: tuple[str, ...]
    rows: tuple[Row, ...]

    def heads(self, view: View) -> list[str]:
        """The heads of all columns."""
        return [*map(view.say, LEADING), *self.sections, *map(view.say, TRAILING)]


def table(result: Result, view: View) -> Table:
    """A result as a table, in the user's language."""
    titles = tuple(dict.fromkeys(matrix.required(result.files, view).values()))
    shared = _shared(result, view)
    rows = [row for file in result.files for row in _rows(file, titles, shared.get(file.path, ""), view)]
    rows += [_missing(unit, titles, view) for unit in result.missing_units]
    return Table(titles, tuple(rows))


def _rows(file: FileOutcome, titles: Sequence[str], copies: str, view: View) -> Iterator[Row]:
    """The rows of a file. What is found outside its reports is counted with the first."""
    note = view.say(Message("；", "; ")).join(filter(None, _notes(file, view)))
    for index, part in enumerate(file.parts or (None,)):
        found = [each for each in file.findings if (each.part or 0) == index]
        yield Row(
            (
                file.path,
                (part and part.title) or "",
                part.unit if part else "",
                view.say(period(part.period)) if part else "",
                file.ruleset,
            ),
            _conditions(file, part, titles, view),
            None if file.unreadable else _number(found, "error"),
            None if file.unreadable else _number(found, "warning"),
            copies,
            note,
        )


def _notes(file: FileOutcome, view: View) -> Iterator[str]:
    yield error(file, view)
    yield view.say(_KIND_UNKNOWN) if file.form_only else ""
    if file.against:
        from linter.reporters import earlier  # most runs need none of it

        yield view.say(earlier.sentence(file.against))


def _conditions(
    file: FileOutcome, part: PartResult | None, titles: Sequence[str], view: View
) -> tuple[str, ...]:
    if part is None or file.form_only:
        return ("unjudged",) * len(titles)
    known = {view.say(row.title): matrix.condition(row) for row in part.sections if row.required}
    return tuple(known.get(title, "") for title in titles)


def _number(found: Sequence[Finding], level: str) -> int:
    return sum(finding.level == level for finding in found)


def _missing(unit: str, titles: Sequence[str], view: View) -> Row:
    return Row(("", "", unit, "", ""), ("",) * len(titles), None, None, "", view.say(MISSING))


def _shared(result: Result, view: View) -> dict[str, str]:
    """For each file that shares passages, with whom and how much of it, by path."""
    told: dict[str, list[str]] = {}
    for pair in pairs(result):
        for path, other, share in (
            (pair.first, pair.second, pair.first_share),
            (pair.second, pair.first, pair.second_share),
        ):
            zh = f"{other}（{pair.passages} 段，占 {share:.0%}）"
            en = f"{other} ({count(pair.passages, 'passage')}, {share:.0%} of it)"
            told.setdefault(path, []).append(view.say(Message(zh, en)))
    return {path: view.say(Message("；", "; ")).join(each) for path, each in told.items()}
