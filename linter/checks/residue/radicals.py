"""Radicals copied from a PDF, which look like the characters that they stand in for."""

from collections.abc import Iterator

from linter.checks.support.exclusions import exclusion_test
from linter.model.document import Mark
from linter.model.finding import Match, Value
from linter.model.outline import Context
from linter.text.characters import is_han


def radicals(context: Context) -> Iterator[Match]:
    """The first place of a file that holds some, with their number.

    A text about radicals has them by themselves; in copied words they stand beside characters. The readers
    of PDF and OFD mark none: there they are the work of a font.
    """
    document = context.document
    marks = [mark for mark in document.marks if mark.kind == "radicals"]
    if not marks:
        return
    is_excluded = exclusion_test(document)
    copied = [mark for mark in marks if not is_excluded(mark.start, mark.end)]
    if any(_in_a_word(document.text, mark) for mark in copied):
        first = copied[0]
        values: dict[str, Value] = {
            "count": sum(mark.end - mark.start for mark in copied),
            "radicals": first.content,
        }
        yield Match(first.start, first.end, values=values, suggestion=document.text[first.start : first.end])


def _in_a_word(text: str, mark: Mark) -> bool:
    return is_han(text[mark.start - 1 : mark.start]) or is_han(text[mark.end : mark.end + 1])
