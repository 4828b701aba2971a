"""The margins that the lines of a page keep to, learnt from the paragraphs that cannot be anything else.

Lines that end in mid-sentence, none of which had room for the first word of the next one, and the last
of which ends as a sentence does, were broken at a margin. Margins are those of a page and a column, for
an appendix, a page on its side and a quotation have their own; a page with little text takes them from
the one before it of its shape, and where none has any, from all of its shape.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from linter.readers.support.page_lines import TextLine, grouped, median, opens_item
from linter.text.sentences import ANY_STOPS, CLOSING_QUOTES

MIN_WIDTH = 12
"""In font sizes: a column whose lines are shorter holds no running text."""
MIN_LINES = 3
"""So many lines that end at one place make it a margin."""
SLACK = 0.8
"""In font sizes: how far from each other the ends of full lines may be. Lines that are not stretched end
up to a character before the margin; a mark that hangs over it is a whole one beyond."""
ROOM = 0.6
"""In font sizes: a word that would have fitted with so much room left was not pushed to the next line."""
INDENT = 0.8
"""In font sizes: what stands in farther is indented."""
MAX_STARTS = 40
"""So many places of a page where lines begin are kept; a text has a handful."""
STOPS = ANY_STOPS + "." + CLOSING_QUOTES
"""Marks at the end of a paragraph's last line."""

Shape = tuple[float, float]
"""Width and height of a page."""
Column = tuple[int, int]
"""As of a `TextLine`."""


class Start(NamedTuple):
    """A place where several lines of running text begin."""

    x: float
    right: float | None
    """The right margin of these lines; None where they do not tell it."""
    goes_on: bool
    """Whether paragraphs go on there: a left margin, of the page or of a block that stands in."""

    def fits(self, line: TextLine) -> bool:
        """Whether a line begins there."""
        return _begins_at(self.x, line)


class Margins(NamedTuple):
    """What the running text of a page's column keeps to; places are x."""

    left: float
    """Of the lines that go on, those of blocks that stand in left out."""
    right: float
    """Of most lines."""
    starts: tuple[Start, ...] = ()
    """Where lines begin, the places that stand in included."""
    pitch: float = float("inf")
    """From one baseline to the next within a paragraph."""

    def right_of(self, line: TextLine, below: TextLine) -> float:
        """The right margin of a line; where it is unknown, of the one below."""
        known = (at.right for each in (line, below) for at in self.starts if at.right and at.fits(each))
        return next(known, self.right)

    def stands_in(self, line: TextLine) -> bool:
        """Whether a line is indented, as the first one of a paragraph may be."""
        return line.x0 - self.left > INDENT * line.size

    def is_inner(self, line: TextLine) -> bool:
        """Whether a line begins where the lines of some paragraphs go on."""
        return any(at.goes_on and at.fits(line) for at in self.starts)


def _begins_at(x: float, line: TextLine) -> bool:
    return abs(x - line.x0) < 0.3 * line.size


def margins(body: Sequence[TextLine], shapes: Sequence[Shape]) -> dict[tuple[int, Column], Margins]:
    """The margins of every page (1-based) and column that `body` has lines in.

    `shapes`: those of the pages, in order.
    """
    by_page: dict[tuple[int, Column], list[TextLine]] = defaultdict(list)
    by_shape: dict[tuple[Shape, Column], list[TextLine]] = defaultdict(list)
    for line in body:
        by_page[line.page, line.column].append(line)
        by_shape[shapes[line.page - 1], line.column].append(line)
    latest = {key: _learnt(members, _rough(members, key[0][0])) for key, members in by_shape.items()}
    found = {}
    for (page, column), members in by_page.items():
        key = shapes[page - 1], column
        found[page, column] = latest[key] = _learnt(members, latest[key])
    return found


def _learnt(lines: Sequence[TextLine], otherwise: Margins) -> Margins:
    """The margins of some lines of one column, in order; what they do not tell is as in `otherwise`."""
    samples = list(_certain(lines))
    broken = [line for sample in samples for line in sample[:-1]]
    continuing = [line for sample in samples for line in sample[1:]]
    size = lines[0].size
    right = _outermost((line.x1 for line in broken), size, 0.5)
    left = _outermost((-line.x0 for line in continuing), size, 0.1)
    if left is None or any(_begins_at(otherwise.left, line) for line in lines):
        left = -otherwise.left
    steps = [line.y - before.y for sample in samples for before, line in pairwise(sample)]
    return Margins(
        -left,
        otherwise.right if right is None else right,
        _starts(samples, otherwise.starts),
        median(steps) if len(steps) >= MIN_LINES else otherwise.pitch,
    )


def _certain(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Lines that are a paragraph or its end, whatever the margins: of two lines or more."""
    run: list[TextLine] = []
    for line in lines:
        if run and not _may_follow(run[-1], line):
            run = []
        run.append(line)
        if line.text[-1] in STOPS:
            sample = _last_paragraph(run)
            if len(sample) > 1:
                yield sample
            run = []


def _may_follow(before: TextLine, line: TextLine) -> bool:
    """Whether a line may go on with the sentence of the one before, by all but where it begins and ends."""
    if before.page != line.page or line.y <= before.y or not (before.alone and line.alone):
        return False
    return abs(line.size - before.size) <= 0.15 * before.size and not opens_item(line)


def _last_paragraph(run: Sequence[TextLine]) -> list[TextLine]:
    """The lines at the end of a run that were broken at one margin."""
    last = run[-1]
    kept, widest, filled = [last], last.x1, float("inf")
    for line in reversed(run[:-1]):
        below = kept[-1]
        widest = max(widest, line.x1)
        filled = min(filled, line.x1 + below.first)
        hanging = below.x0 - line.x0 > INDENT * line.size
        if filled < widest - ROOM * line.size or (hanging and not opens_item(line)):
            break
        kept.append(line)
        if hanging or line.x0 - below.x0 > INDENT * line.size:
            break  # the first line of the paragraph
    is_pair = len(kept) == 2 and kept[1].x0 - last.x0 < INDENT * last.size
    return [last] if is_pair and opens_item(kept[1]) else kept[::-1]


def _starts(samples: Iterable[Sequence[TextLine]], others: Iterable[Start]) -> tuple[Start, ...]:
    """Where the lines of some paragraphs begin, and of the `others` those that are elsewhere."""
    own, taken = [], []
    for group in _by_start(line for sample in samples for line in sample[:-1]):
        right = _outermost((line.x1 for line in group), group[0].size, 0.5)
        if right is not None:
            own.append(Start(group[0].x0, right, False))
            taken.append(group[0])
    for group in _by_start(line for sample in samples for line in sample[1:]):
        if len(group) >= MIN_LINES:
            own.append(Start(group[0].x0, None, True))
            taken.append(group[0])
    elsewhere = (each for each in others if not any(map(each.fits, taken[:MAX_STARTS])))
    return (*own, *elsewhere)[:MAX_STARTS]


def _by_start(lines: Iterable[TextLine]) -> Iterator[list[TextLine]]:
    """The lines that begin at one place."""
    ordered = sorted(lines, key=lambda line: line.x0)
    return grouped(ordered, lambda group, line: line.x0 - group[0].x0 <= 0.5 * line.size)


def _outermost(places: Iterable[float], size: float, share: float) -> float | None:
    """The largest place at which at least a share of as many lines end as at any other; None where few do.

    `size`: of the font.
    """
    ordered = sorted(places)
    first, counts = 0, []
    for index, place in enumerate(ordered):
        while place - ordered[first] > SLACK * size:
            first += 1
        counts.append(index - first + 1)
    enough = max(MIN_LINES, share * max(counts, default=0))
    last = max((index for index, count in enumerate(counts) if count >= enough), default=None)
    return None if last is None else median(ordered[last + 1 - counts[last] : last + 1])


def _rough(lines: Sequence[TextLine], width: float) -> Margins:
    """The margins of lines of which few tell them: the outermost places that two of them share.

    Where none share a right one, it is as wide as the left one on a page of some `width`. Where no line
    ends as a sentence does, as in a list of names, none was broken at a margin.
    """
    size = median(line.size for line in lines)
    lefts, rights = sorted(line.x0 for line in lines), sorted(-line.x1 for line in lines)
    left = _shared(lefts, 0.5 * size) or lefts[0]
    right = -(_shared(rights, size) or 0.0)
    if right - left < MIN_WIDTH * size:
        right = max(-rights[0], width - left)
    if not any(line.text[-1] in STOPS for line in lines):
        right = float("inf")
    steps = [line.y - before.y for before, line in pairwise(lines) if _may_follow(before, line)]
    return Margins(left, right, pitch=median(steps) if steps else float("inf"))


def _shared(places: list[float], slack: float) -> float | None:
    """The first of some ascending places that the next one is less than `slack` away from; None for none."""
    return next((one for one, other in pairwise(places) if other - one < slack), None)
