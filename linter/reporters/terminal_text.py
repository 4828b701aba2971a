"""Text in terminal columns: how wide it is, where a line may end, and paragraphs of such lines.

Widths follow Unicode Standard Annex 11. Its class Ambiguous ("“”…—×①") takes one column on most
terminals and two on some Chinese ones, so there are two measures: `width` counts them as one and
is for lining things up; `bound` is what the text can take at most, and is for what must fit a line.

Every text is shown, and measured, as `visible` gives it: in one line, without what a terminal obeys.
"""

from collections.abc import Iterator
from operator import itemgetter
from unicodedata import category, east_asian_width

from linter.reporters import View
from linter.text.numerals import DECIMAL
from linter.text.visible import visible

Segment = tuple[str, str]
"""Text and its style: a key of `linter.reporters.colour.STYLES`, "" for none."""
StyledLine = list[Segment]
"""One line of output, as segments from left to right."""
INDENT = "  "
"""Before the lines about one finding."""
_text = itemgetter(0)

_NOT_FIRST = frozenset("，。、；：！？）》】」』〉〕］｝”’…—～·％‰℃°,.;:!?)]}%")
"""No line begins with these (GB/T 15834-2011, 5.1; Latin marks alike)."""
_NOT_LAST = frozenset("（《【「『〈〔［｛“‘([{￥¥$№#第")
"""No line ends with these (the same clause; 第 stays with its number)."""
_DIGITS = frozenset(DECIMAL)
_DOTS = "..."


def unstyled(line: StyledLine) -> str:
    """The text of a line."""
    return "".join(map(_text, line))


class _Widths(dict[str, int]):
    """Columns of each character met so far: twice as fast as a cached function."""

    def __missing__(self, char: str) -> int:
        self[char] = columns = 0 if _joins(char) else 2 if east_asian_width(char) in "WF" else 1
        return columns


def _joins(char: str) -> bool:
    """Whether the character is drawn onto the one before it."""
    return category(char) in ("Mn", "Me")


_width = _Widths().__getitem__


def width(text: str) -> int:
    """Columns that the text takes, ambiguous characters counted as one."""
    return len(text) if text.isascii() else sum(map(_width, visible(text)))


def bound(text: str) -> int:
    """Columns that the text takes at most.

    Half of its bytes in UTF-8 and characters together: exact for ASCII and Chinese, whose
    punctuation then counts as wide, and never less than `width`.
    """
    return (len(visible(text).encode()) + len(text) + 1) // 2


def pad(text: str, columns: int) -> str:
    """The text with spaces added up to a width."""
    return visible(text) + " " * (columns - width(text))


def fit(text: str, columns: int) -> int:
    """How many characters from the start of the text fit into `columns`, wide as they may be."""
    count = 0
    while columns > 1 and count < len(text):
        piece = text[count : count + columns // 2]
        count += len(piece)
        columns -= bound(piece)
    return count + (columns == 1 and text[count : count + 1].isascii() and count < len(text))


def _fit_end(text: str, columns: int) -> int:
    """How many characters from the end of the text fit into `columns`, wide as they may be."""
    return fit(text[: -columns - 1 : -1], columns) if columns > 0 else 0


def clip(text: str, columns: int) -> str:
    """The text, its end replaced by dots where it does not fit."""
    text = visible(text)
    return text if bound(text) <= columns else text[: fit(text, columns - len(_DOTS))].rstrip() + _DOTS


def clip_start(text: str, columns: int) -> str:
    """The text, its start replaced by dots where it does not fit."""
    text = visible(text)
    if bound(text) <= columns:
        return text
    return _DOTS + text[len(text) - _fit_end(text, columns - len(_DOTS)) :]


def window(text: str, start: int, end: int, columns: int) -> tuple[str, str, str]:
    """What fits into `columns` of the text before, in and after a span; dots stand for what is left out.

    A span at the end of the text has no width, and leaves a column for the mark that points at it.
    """
    text = visible(text)
    if bound(text) + (start >= len(text)) <= columns:
        return text[:start], text[start:end], text[end:]
    columns -= 2 * len(_DOTS)
    shown = start + fit(text[start:end], columns)
    columns -= bound(text[start:shown])
    after = text[end : end + columns] if shown == end else ""
    first = start - _fit_end(text[:start], max(columns // 2, columns - bound(after)))
    columns -= bound(text[first:start])
    after = after[: fit(after, columns)]
    dots_before = _DOTS if first else ""
    dots_after = _DOTS if shown + len(after) < len(text) else ""
    return dots_before + text[first:start], text[start:shown], after + dots_after


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines that fit, broken where Chinese and Latin typesetting allow it.

    Where there is no such place, the text is broken where the line is full.
    """
    lines = []
    text = visible(text).strip(" ")
    start = 0
    # No character takes less than a column: of a long text, what cannot fit need not be looked at.
    while bound(rest := text[start : start + columns + 1]) > columns:
        full = start + max(fit(rest, columns), 1)
        end = next((at for at in range(full, start, -1) if _may_break(text, start, at)), full)
        lines.append(text[start:end].rstrip(" "))
        start = _behind_spaces(text, end)
    return [*lines, rest] if rest or not lines else lines


def _behind_spaces(text: str, at: int) -> int:
    while text.startswith(" ", at):
        at += 1
    return at


def _may_break(text: str, start: int, at: int) -> bool:
    """Whether the line that begins at `start` may end before the character at `at`."""
    last, behind = text[start:at].rstrip(" ")[-1:], _behind_spaces(text, at)
    first = text[behind : behind + 1]
    if not last or not first:
        return True
    if first in _NOT_FIRST or last in _NOT_LAST or _joins(first):
        return False
    if last in _DIGITS and east_asian_width(first) == "W":
        return False  # a number stays with its measure word
    return " " in text[at - 1 : at + 1] or _stands_alone(last) or _stands_alone(first)


def _stands_alone(char: str) -> bool:
    """Whether a line may end on either side of the character, as in Chinese text."""
    kind = east_asian_width(char)
    return kind == "W" or (kind in "AF" and not char.isalnum())


def paragraph(text: str, indent: str, style: str, view: View) -> Iterator[StyledLine]:
    """The lines of a paragraph in one style."""
    for line in wrap(text, view.width - len(indent)):
        yield [(indent, ""), (line, style)]


def labelled(label: str, style: str, text: str, view: View) -> Iterator[StyledLine]:
    """A paragraph behind a label, below which nothing of it stands."""
    first, *others = wrap(text, view.width - len(label))
    yield [(label, style), (first, "")]
    yield from ([(" " * len(label) + other, "")] for other in others)


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
