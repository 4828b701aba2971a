"""Paragraphs of the report for people: wrapped, indented, with a tag."""

from collections.abc import Iterator

from linter.reporters import View
from linter.reporters.terminal_text import StyledLine, bound, unstyled, wrap

INDENT = "  "
"""Before the lines about one finding."""


def paragraph(text: str, indent: str, style: str, view: View) -> Iterator[StyledLine]:
    """The lines of a paragraph in one style."""
    for line in wrap(text, view.width - len(indent)):
        yield [(indent, ""), (line, style)]


def plain(text: str, view: View) -> Iterator[str]:
    """The lines of an indented paragraph without a style."""
    return map(unstyled, paragraph(text, INDENT, "", view))


def tagged(text: str, tag: str, indent: str, style: str, view: View) -> Iterator[StyledLine]:
    """A paragraph with a dim tag after its last word, or on a line of its own."""
    room = view.width - len(indent)
    *others, last = wrap(text, room)
    for line in others:
        yield [(indent, ""), (line, style)]
    if bound(f"{last}  {tag}") <= room:
        yield [(indent, ""), (last, style), ("  ", ""), (tag, "dim")]
        return
    yield [(indent, ""), (last, style)]
    yield from paragraph(tag, indent, "dim", view)
