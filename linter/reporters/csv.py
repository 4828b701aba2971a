"""`--output-format csv`: one row a report, for spreadsheets."""

from collections.abc import Iterable, Iterator

from linter.model.finding import Result
from linter.reporters import View
from linter.reporters.cells import MARK, csv_text
from linter.reporters.matrix import CELLS
from linter.reporters.rollup import LEADING, Row, table


def report(result: Result, view: View) -> Iterable[str]:
    """The heads and the rows."""
    found = table(result, view)
    return [csv_text([found.heads(view), *(_cells(row, view) for row in found.rows)])]


def is_report(text: str) -> bool:
    """Whether a text begins with the heads that `report` writes."""
    heads = (",".join(head.say(lang) for head in LEADING) for lang in ("zh", "en"))
    return text.startswith(tuple(MARK + each for each in heads))


def _cells(row: Row, view: View) -> Iterator[str]:
    yield from row.leading
    yield from (view.say(CELLS[state]) for state in row.sections)
    yield from ("" if number is None else str(number) for number in (row.errors, row.warnings))
    yield from (row.copies, row.note)
