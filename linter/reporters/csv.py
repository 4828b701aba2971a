"""`--output-format csv`: one row a report, for spreadsheets.

It begins with a mark of UTF-8, without which Excel reads it in the system's code page. No cell is a formula.
"""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from linter.model.finding import Result
from linter.reporters import View
from linter.reporters.cells import begins_formula, cell
from linter.reporters.matrix import CELLS
from linter.reporters.rollup import LEADING, Row, table

_MARK = "\ufeff"


def report(result: Result, view: View) -> Iterable[str]:
    """The heads and the rows."""
    found = table(result, view)
    output = StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(map(_inert, found.heads(view)))
    for row in found.rows:
        writer.writerow(map(_inert, _cells(row, view)))
    return [_MARK + output.getvalue()]


def is_report(text: str) -> bool:
    """Whether a text begins with the heads that `report` writes."""
    heads = (",".join(head.say(lang) for head in LEADING) for lang in ("zh", "en"))
    return text.startswith(tuple(_MARK + each for each in heads))


def _cells(row: Row, view: View) -> Iterator[str]:
    yield from row.leading
    yield from (view.say(CELLS[state]) for state in row.sections)
    yield from ("" if number is None else str(number) for number in (row.errors, row.warnings))
    yield from (row.copies, row.note)


def _inert(text: str) -> str:
    """A cell with an apostrophe before what a program would take for a formula."""
    return f"'{cell(text)}" if begins_formula(text) else cell(text)
