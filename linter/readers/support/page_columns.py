"""The lines of a page in reading order: column after column, headers and page numbers told apart."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from linter.readers.support.page_lines import Page, TextLine, is_word
from linter.text.numerals import DECIMAL, FULL_WIDTH, ONE_TO_TEN

CELL_GAP = 2.0
"""In font sizes: parts of a line of one column with as much space or more between them are cells of a
table; with less they are put together."""
MAX_COLUMNS = 8
EDGE, WIDE_EDGE = 0.12, 0.2
"""Shares of a page's height, at the top and at the bottom: where page numbers stand, and where lines that
several pages have at one height are headers and footers."""

_PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*(?:第\s*)?[" + DECIMAL + FULL_WIDTH + ONE_TO_TEN + r"ivxIVX]{1,6}(?:\s*页)?"
    r"(?:\s*[,，/／]?\s*共?\s*\d+\s*页?)?[-—–－·\s]*"
)


Stamp = tuple[str, int]
"""The text of a line without digits, and its height on the page in hundredths."""


def repeated(split: list[list[TextLine]], pages: Sequence[Page]) -> Counter[Stamp]:
    """How many pages have a line near their edge, for each text and height."""
    counts: Counter[Stamp] = Counter()
    for lines, page in zip(split, pages, strict=True):
        counts.update({_stamp(line, page.height) for line in lines if _is_near(line, page.height, WIDE_EDGE)})
    return counts


def _stamp(line: TextLine, height: float) -> Stamp:
    return re.sub(r"[\d\s]+", "", line.text), int(100 * line.y / height)


def _is_near(line: TextLine, height: float, share: float) -> bool:
    """Whether a line lies within a share of the page's height at its top or bottom."""
    return not share * height < line.y < (1 - share) * height


def edge(line: TextLine, height: float, often: Counter[Stamp]) -> str:
    """`header` or `footer` for a line that is one, "" for a line of the text; `often`: see `repeated`."""
    if not _is_near(line, height, WIDE_EDGE):
        return ""
    text, place = _stamp(line, height)
    again = sum(often[text, near] for near in (place - 1, place, place + 1)) > 1
    numbered = _is_near(line, height, EDGE) and len(line.text) < 30 and _PAGE_NUMBER.fullmatch(line.text)
    if not (again or numbered):
        return ""
    return "header" if line.y < height / 2 else "footer"


def in_order(
    lines: list[TextLine], middle: float | None, column: tuple[int, int] = (1, 0)
) -> Iterator[TextLine]:
    """The lines of a page, one column after the other; `middle` is the page's `gutter`."""
    if middle is None or column[0] >= MAX_COLUMNS:
        yield from _joined_cells([line._replace(column=column) for line in lines])
        return
    sides: tuple[list[TextLine], list[TextLine]] = ([], [])
    for line in lines:
        if line.x0 < middle < line.x1:  # a title across the columns parts what is above and below it
            yield from _columns(sides, column)
            yield line
            sides = ([], [])
        else:
            sides[line.x0 > middle].append(line)
    yield from _columns(sides, column)


def _columns(sides: tuple[list[TextLine], list[TextLine]], column: tuple[int, int]) -> Iterator[TextLine]:
    for index, side in enumerate(sides):
        yield from in_order(side, gutter(side, None), (2 * column[0], 2 * column[1] + index))


def _joined_cells(lines: list[TextLine]) -> Iterator[TextLine]:
    """The lines of a column, those with less than `CELL_GAP` between them put together."""
    kept: list[TextLine] = []
    for line in lines:
        if kept and _on_same_line(kept[-1], line):
            if line.x0 - kept[-1].x1 < CELL_GAP * line.size:
                kept[-1] = kept[-1]._replace(text=_concatenated(kept[-1].text, line.text), x1=line.x1)
                continue
            kept[-1] = kept[-1]._replace(alone=False)
            line = line._replace(alone=False)
        kept.append(line)
    yield from kept


def _on_same_line(before: TextLine, line: TextLine) -> bool:
    return abs(line.y - before.y) <= 0.45 * max(line.size, before.size) and line.x0 >= before.x1 - line.size


def _concatenated(before: str, after: str) -> str:
    """Two texts that follow each other; only Latin words need a space between them."""
    return f"{before} {after}" if is_word(before[-1]) and is_word(after[0]) else before + after


def gutter(lines: list[TextLine], known: float | None) -> float | None:
    """The x of the space between two columns of running text; None where there are none.

    The columns of a table do not count. `known` is that of the page before; it holds for a page whose
    lines keep clear of it, however few they are.
    """
    if known is not None and not any(line.x0 < known < line.x1 for line in lines):
        return known
    if len(lines) < 8:
        return None
    starts = Counter(round(line.x0) for line in lines)
    for start, count in starts.most_common(6):
        if count >= 3 and _separates_columns(lines, start - 1):
            return start - 1
    return None


def _separates_columns(lines: list[TextLine], middle: float) -> bool:
    before = [line for line in lines if line.x1 <= middle]
    after = [line for line in lines if line.x0 >= middle]
    if min(len(before), len(after)) < 4 or len(before) + len(after) < 0.75 * len(lines):
        return False
    return _is_running_text(before) and _is_running_text(after)


def _is_running_text(lines: list[TextLine]) -> bool:
    """Whether most lines fill the width, as those of running text do."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    wide = sum(line.x1 - line.x0 > 0.65 * (right - left) for line in lines)
    return wide >= 0.5 * len(lines) and right - left > 8 * lines[0].size
