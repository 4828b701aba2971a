"""The report for people without colour: what a pipe or a file gets."""

from collections.abc import Iterator

from linter.model.finding import Result
from linter.reporters import View, verdict
from linter.reporters.layout import lines
from linter.reporters.terminal_text import unstyled


def report(result: Result, view: View) -> Iterator[str]:
    """The lines of the layout without their styles."""
    return (unstyled(line).rstrip(" ") + "\n" for line in lines(result, view))


def is_report(text: str) -> bool:
    """Whether a text ends as a report does."""
    return verdict.ends(text)
