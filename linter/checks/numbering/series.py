"""Items -> series: which numbers of a report belong together.

The headings 一、二、三、 of a report are a series, so are the （一）（二） under each of them, the items
1. 2. 3. of one list and the 一是 二是 三是 of one paragraph. A series takes in every number that a
reader would hold against the one before it, right or wrong; `linter.checks.numbering` judges it.

Numbers that open paragraphs are kept on a stack, one series for each style in use: a number whose
style is on the stack belongs to that series and ends those above it; a new style begins a series
within. When a series starts afresh at 1 is explained in `linter.checks.numbering.restarts`; those of
running text have their own rules, `linter.checks.numbering.running_text`.
"""

from collections.abc import Iterator

from linter.checks.numbering.items import ENUMERATIONS, Break, Item, rank, read
from linter.checks.numbering.restarts import Restart, restart
from linter.checks.numbering.running_text import inline_series, place_within
from linter.checks.numbering.state import Series, State
from linter.checks.numbering.words import Words
from linter.model.document import Document
from linter.model.outline import Part
from linter.structure.headings import RANKS

_Following = tuple[Item | None, Item | None]
"""The next item that opens a paragraph, and the next one of the same family."""


def all_series(document: Document, part: Part, words: Words, reach: int = 0) -> list[Series]:
    """The series of a part, in the order in which they begin.

    `reach` is the offset at which the text above the part begins that belongs to no other part.
    """
    state = State(document.text, document.blocks, words, reach)
    for item, following in _with_following(list(read(document, part, words))):
        if isinstance(item, Break):
            _end(state, item)
        elif not item.opens or item.family in ENUMERATIONS:
            place_within(state, item)
        elif not item.unsure or _is_due(state, item, following[1]):
            _place(state, item, following)
    return state.found


def _with_following(items: list[Item | Break]) -> Iterator[tuple[Item | Break, _Following]]:
    """Each item, and those that follow it at the head of a paragraph."""
    found: list[_Following] = []
    next_one: Item | None = None
    next_of: dict[str, Item] = {}
    for item in reversed(items):
        if isinstance(item, Break):
            found.append((next_one, None))
            continue
        found.append((next_one, next_of.get(item.family)))
        if item.opens:
            next_one = next_of[item.family] = item
    yield from zip(items, reversed(found), strict=True)


def _end(state: State, at: Break) -> None:
    """End the series that do not go on behind a break; lists in lists of one style are one level."""
    state.loose.clear()
    state.last_break = at.block
    families = list(dict.fromkeys(series.family for series in state.stack))
    depth = at.depth
    if depth is None:
        depth = sum(rank(family) <= RANKS["第一节"] for family in families)
    ended = set(families[depth:])
    state.stack[:] = [series for series in state.stack if series.family not in ended]


def _is_due(state: State, item: Item, next_same: Item | None) -> bool:
    """Whether a number is the next one of a series, or the first of one that goes on."""
    if item.value == 1:
        return next_same is not None and next_same.value == 2
    return any(series.family == item.family and series.continues(item) for series in state.stack)


def _place(state: State, item: Item, following: _Following) -> None:
    """Add a number that opens a paragraph to its series, or begin one."""
    stack = state.stack
    at = _place_of(stack, item)
    if at is None:
        at = _sibling_of(state, item, following)
        at = _begin(state, item) if at is None else _add(state, item, at)
    elif item.value == 1 and (how := restart(state, stack[at], item, following[1])):
        del stack[at + (how is Restart.NESTED) :]
        at = _begin(state, item)
    elif 1 < item.value <= stack[at].items[-1].value and state.last_break > stack[at].items[-1].block:
        del stack[at:]
        at = _begin(state, item)
    elif not stack[at].continues(item) and (inline := inline_series(state, item)):
        state.add(inline, item)
        return
    else:
        _add(state, item, at)
    del stack[at + 1 :]
    state.loose[:] = [series for series in state.loose if series.depth <= at]


def _add(state: State, item: Item, at: int) -> int:
    state.add(state.stack[at], item)
    return at


def _place_of(stack: list[Series], item: Item) -> int | None:
    """The place on the stack of the series that an item belongs to; None when there is none."""
    places = [at for at, series in enumerate(stack) if series.family == item.family]
    same = [at for at in places if stack[at].items[0].shape == item.shape]
    if not places or (item.value == 1 and not same):
        return None
    going_on = [at for at in same or places if stack[at].continues(item)]
    return (going_on or same or places)[-1]


def _sibling_of(state: State, item: Item, following: _Following) -> int | None:
    """The place on the stack of the series that an item continues in another style: 一、 2、 三、."""
    next_one = following[0]
    own_list = next_one is not None and next_one.family == item.family and next_one.value > 1
    if item.value == 1 or own_list or _earlier(state, item) or not state.stack:
        return None
    series = state.stack[-1]
    goes_back = next_one is None or next_one.family == series.family
    return len(state.stack) - 1 if series.continues(item) and goes_back else None


def _earlier(state: State, item: Item) -> Series | None:
    """The series that an item goes on with where numbers run on through the chapters."""
    latest = state.latest.get(item.family, ())
    return next((series for series in latest if item.value > 1 and series.continues(item)), None)


def _begin(state: State, item: Item) -> int:
    """Begin a series within those that rank higher, or go on with one from the chapter before.

    Where chapters have a bare number, 2 and below it 2.1, a 1. is a list of the section.
    """
    stack = state.stack
    chaptered = any(series.family == item.family for series in stack)
    while stack and rank(stack[-1].family) > rank(item.family):
        if chaptered and stack[-1].family.startswith("1.1"):
            break
        stack.pop()
    series = _earlier(state, item)
    if series:
        if stack:
            series.joins.append((len(series.items), stack[-1].items[-1]))
        state.add(series, item)
    stack.append(series or state.begin(item))
    return len(stack) - 1
