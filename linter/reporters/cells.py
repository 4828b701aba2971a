"""Text in the cells of a spreadsheet: in one line, and never a formula, whoever wrote it."""

import csv
from collections.abc import Iterable
from io import StringIO

from linter.text.visible import visible

MARK = "\ufeff"
"""What CSV begins with: without this mark of UTF-8 Excel reads it in the system's code page."""

_FORMULA = tuple("=+-@＝＋－＠")
"""What begins a formula in some program (OWASP, CSV injection), wide signs included; behind blanks, too."""


def cell(text: str) -> str:
    """A text as a cell holds it: in one line, and in characters that UTF-8 has."""
    return visible(text).encode("utf-8", "backslashreplace").decode()


def begins_formula(text: str) -> bool:
    """Whether a program may take a text for a formula."""
    return text.lstrip().startswith(_FORMULA)


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV, with an apostrophe before what a program would take for a formula."""
    output = StringIO()
    writer = csv.writer(output, lineterminator="\n")
    for row in rows:
        writer.writerow(f"'{cell(text)}" if begins_formula(text) else cell(text) for text in row)
    return MARK + output.getvalue()
