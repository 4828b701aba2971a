"""Text in the cells of a spreadsheet: in one line, and never a formula, whoever wrote it."""

from linter.text.visible import visible

_FORMULA = tuple("=+-@＝＋－＠")
"""What begins a formula in some program (OWASP, CSV injection), wide signs included; behind blanks, too."""


def cell(text: str) -> str:
    """A text as a cell holds it: in one line, and in characters that UTF-8 has."""
    return visible(text).encode("utf-8", "backslashreplace").decode()


def begins_formula(text: str) -> bool:
    """Whether a program may take a text for a formula."""
    return text.lstrip().startswith(_FORMULA)
