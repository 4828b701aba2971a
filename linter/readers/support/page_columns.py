"""The lines of a page in reading order: column after column, headers and page numbers told apart."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from linter.readers.support.page_lines import Page, TextLine, is_word, median, opens_item
from linter.readers.support.page_tables import with_cells
from linter.text.numerals import DECIMAL, FULL_WIDTH, ONE_TO_TEN
from linter.text.sentences import STOPS

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
"""The text of a line, and its height on the page in hundredths."""


def repeated(split: list[list[TextLine]], pages: Sequence[Page]) -> Counter[Stamp]:
    """How many pages have a line near their edge, for each text and height."""
    counts: Counter[Stamp] = Counter()
    for lines, page in zip(split, pages, strict=True):
        near = (line for line in lines if _is_near(line, page.height, WIDE_EDGE))
        counts.update({stamp for line in near for stamp in _stamps(line, page.height)})
    return counts


def _stamps(line: TextLine, height: float) -> Iterator[Stamp]:
    """What a header on another page has in common with a line: all its text, or all but the page number."""
    place = int(100 * line.y / height)
    text = re.sub(r"\s+", "", line.text)
    yield text, place
    for number in islice(re.finditer(r"\d{1,4}", text), 3):
        counted = f"{text[: number.start()]}page+{int(number[0]) - line.page}{text[number.end() :]}"
        yield counted, place


def _is_near(line: TextLine, height: float, share: float) -> bool:
    """Whether a line lies within a share of the page's height at its top or bottom."""
    return not share * height < line.y < (1 - share) * height


def text_between(lines: Sequence[TextLine], height: float, often: Counter[Stamp]) -> tuple[int, int]:
    """The first line of a page's text and the one behind its last; outside are headers and footers.

    `lines`: from top to bottom; `often`: see `repeated`.
    """
    steps = [line.y - before.y for before, line in pairwise(lines) if line.y > before.y]
    apart = min(1.3 * median(steps), 3 * median(line.size for line in lines)) if steps else 0.0
    above = [line for line in lines if line.y < height / 2]
    below = [line for line in reversed(lines) if line.y >= height / 2]
    headers = _outside(above, height, often, apart)
    return headers, len(lines) - _outside(below, height, often, apart)


def _outside(lines: Sequence[TextLine], height: float, often: Counter[Stamp], apart: float) -> int:
    """How many of some lines, from the edge inwards, are headers: they recur, and stand apart or are smaller.

    `apart`: the distance to the text from which on a line stands apart.
    """
    count = 0
    for index, line in enumerate(lines):
        numbered = _is_page_number(line, height)
        if not (numbered or _recurs(line, height, often)):
            break
        inner = lines[index + 1] if index + 1 < len(lines) else None
        if numbered or inner is None or abs(inner.y - line.y) > apart or inner.size > 1.1 * line.size:
            count = index + 1
    return count


def _is_page_number(line: TextLine, height: float) -> bool:
    is_short = len(line.text) < 30 and _is_near(line, height, EDGE)
    return is_short and _PAGE_NUMBER.fullmatch(line.text) is not None


def _recurs(line: TextLine, height: float, often: Counter[Stamp]) -> bool:
    """Whether several pages have a line at its height; a sentence of the text is none."""
    if not _is_near(line, height, WIDE_EDGE) or line.text[-1] in STOPS:
        return False
    around = (-1, 0, 1)
    return any(sum(often[text, place + by] for by in around) > 1 for text, place in _stamps(line, height))


def in_order(
    lines: list[TextLine], middle: float | None, column: tuple[int, int] = (1, 0)
) -> Iterator[TextLine]:
    """The lines of a page, one column after the other; `middle` is the page's `gutter`."""
    if middle is None or column[0] >= MAX_COLUMNS:
        yield from with_cells(_joined_cells([line._replace(column=column) for line in lines]))
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
    """The lines of a column, parts of one line put together that are no cells of a table."""
    aligned = _aligned(lines)
    kept: list[TextLine] = []
    for line in lines:
        if kept and _on_same_line(kept[-1], line):
            if not _parts_cells(kept[-1], line, aligned):
                kept[-1] = kept[-1]._replace(text=_concatenated(kept[-1].text, line.text), x1=line.x1)
                continue
            kept[-1] = kept[-1]._replace(alone=False)
            line = line._replace(alone=False, y=kept[-1].y)
        kept.append(line)
    yield from kept


def _aligned(lines: list[TextLine]) -> Counter[int]:
    """How many parts of lines begin at a place, in quarters of a font size, behind another part."""
    behind = (line for before, line in pairwise(lines) if _on_same_line(before, line))
    return Counter(round(4 * line.x0 / line.size) for line in behind)


def _parts_cells(before: TextLine, line: TextLine, aligned: Counter[int]) -> bool:
    """Whether the space between two parts of a line is that between cells: wide, or below and above others.

    What stands before the second part must be more than its number or label.
    """
    if line.x0 - before.x1 >= CELL_GAP * line.size:
        return True
    place = round(4 * line.x0 / line.size)
    is_column = aligned[place - 1] + aligned[place] + aligned[place + 1] > 2
    return is_column and not opens_item(before) and before.text[-1] not in "：:"


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
