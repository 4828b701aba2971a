"""Automatic numbers (一、 （一） 1.), which Word computes and does not store (ECMA-376 part 1, 17.9)."""

from typing import NamedTuple

from linter.readers.ooxml.package import VAL, flag, number, value, w
from linter.readers.ooxml.styles import RPR, VANISH, Styles
from linter.readers.support.bullets import bullet
from linter.readers.support.list_numerals import numeral
from linter.xml import Element

_NUM, _NUM_ID, _ABSTRACT, _ABSTRACT_ID = w("num"), w("numId"), w("abstractNum"), w("abstractNumId")
_LEVEL, _ILVL, _OVERRIDE, _START_OVERRIDE = w("lvl"), w("ilvl"), w("lvlOverride"), w("startOverride")
_START, _FORMAT, _TEXT, _STYLE = w("start"), w("numFmt"), w("lvlText"), w("pStyle")
_RESTART, _LEGAL = w("lvlRestart"), w("isLgl")
_STYLE_LINK, _CUSTOM = w("numStyleLink"), w("format")


MAX_LEVELS, MAX_TEXT = 9, 100
"""Word has nine levels; a long text would be repeated in every label."""


class Level(NamedTuple):
    """One level of a list."""

    start: int = 0
    format: str = "decimal"
    text: str = ""
    """Holds `%1` to `%9`, the numbers of the levels."""
    restart: int | None = None
    """1-based level whose use makes this one begin anew; 0 for never; None for any above it."""
    legal: bool = False
    """All numbers are written in digits."""
    style: str = ""
    """Id of the paragraph style that uses this level."""
    hidden: bool = False
    width: int = 0
    """Digits that the number is filled up to with zeros: 3 for 001; 0 for as it is."""


_PLAIN = Level()
_SIGNS = tuple(f"%{level}" for level in range(1, MAX_LEVELS + 1))


class ListDefinition(NamedTuple):
    """The list that a numId refers to."""

    counter: str
    """Lists with the same counter go on counting from each other."""
    levels: dict[int, Level]
    starts: dict[int, int]
    """Levels that begin anew when the list is first used, and where."""


class Numbering:
    """The numbers of one story (body, a note, a header), counted in reading order."""

    def __init__(self, lists: dict[str, ListDefinition]) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._used: set[str] = set()

    def next(self, num_id: str, ilvl: int) -> str:
        """The label of the next paragraph on a level; "" for no list and for hidden numbers."""
        found = self._lists.get(num_id)
        if found is None:
            return ""
        ilvl = min(max(ilvl, 0), MAX_LEVELS - 1)
        counts = self._counts.setdefault(found.counter, {})
        self._begin(num_id, found, counts)
        for deeper in [level for level in counts if level > ilvl]:
            if _restarts(found.levels.get(deeper, _PLAIN), ilvl):
                del counts[deeper]
        counts[ilvl] = counts[ilvl] + 1 if ilvl in counts else _start(found, ilvl)
        return _label(found, counts, ilvl)

    def linked(self, num_id: str, styles: tuple[str, ...]) -> int | None:
        """The level of a list that is tied to one of some paragraph styles."""
        found = self._lists.get(num_id)
        levels = found.levels.items() if found else ()
        ties = {level.style: ilvl for ilvl, level in levels if level.style}
        return next((ties[style] for style in styles if style in ties), None)

    def _begin(self, num_id: str, found: ListDefinition, counts: dict[int, int]) -> None:
        if num_id not in self._used:
            self._used.add(num_id)
            for level in found.starts:
                counts.pop(level, None)


def _restarts(level: Level, used: int) -> bool:
    return level.restart is None or used < level.restart


def _start(found: ListDefinition, ilvl: int) -> int:
    return found.starts.get(ilvl, found.levels.get(ilvl, _PLAIN).start)


def _label(found: ListDefinition, counts: dict[int, int], ilvl: int) -> str:
    level = found.levels.get(ilvl, _PLAIN)
    if level.hidden:
        return ""
    if level.format == "bullet":
        return bullet(level.text)

    text = level.text
    for index, sign in enumerate(_SIGNS):
        if sign in text:
            text = text.replace(sign, _number(found, counts, index, level.legal))
    return text.strip()


def _number(found: ListDefinition, counts: dict[int, int], ilvl: int, legal: bool) -> str:
    """The number of one level, as it writes it; a level not used yet stands at its start."""
    shown = found.levels.get(ilvl, _PLAIN)
    count = counts[ilvl] if ilvl in counts else _start(found, ilvl)
    return numeral(count, "decimal" if legal else shown.format).zfill(shown.width)


def read_lists(root: Element | None, styles: Styles) -> dict[str, ListDefinition]:
    """The lists of a numbering part by numId."""
    if root is None:
        return {}
    abstracts = {element.get(_ABSTRACT_ID, ""): element for element in root.findall(_ABSTRACT)}
    levels = {key: _levels(element) for key, element in abstracts.items()}
    nums = {element.get(_NUM_ID, ""): element for element in root.findall(_NUM)}
    lists = {}
    for num_id, element in nums.items():
        counter = _abstract(num_id, nums, abstracts, styles)
        if counter is not None:
            lists[num_id] = _list(counter, levels[counter], element)
    return lists


def _levels(abstract: Element) -> dict[int, Level]:
    return {ilvl: level for ilvl, level in map(_level, abstract.findall(_LEVEL)) if 0 <= ilvl < MAX_LEVELS}


def _abstract(
    num_id: str | None, nums: dict[str, Element], abstracts: dict[str, Element], styles: Styles
) -> str | None:
    """The id of the abstract definition of a numId, which may refer to that of a style."""
    for _ in range(4):
        key = value(nums.get(num_id or ""), _ABSTRACT_ID)
        if key is None or key not in abstracts:
            return None
        link = value(abstracts[key], _STYLE_LINK)
        if link is None:
            return key
        num_id = styles.number_of(link)
    return None


def _list(counter: str, defined: dict[int, Level], num: Element) -> ListDefinition:
    levels = dict(defined)
    starts = {}
    for override in num.findall(_OVERRIDE):
        own = override.find(_LEVEL)
        if own is not None:
            ilvl, level = _level(own)
            if 0 <= ilvl < MAX_LEVELS:
                levels[ilvl] = level
        start = number(value(override, _START_OVERRIDE))
        if start is not None:
            starts[number(override.get(_ILVL)) or 0] = start
    return ListDefinition(counter, levels, starts)


def _level(element: Element) -> tuple[int, Level]:
    style, width = _format(element)
    level = Level(
        start=number(value(element, _START)) or 0,
        format=style,
        text=(value(element, _TEXT) or "")[:MAX_TEXT],
        restart=number(value(element, _RESTART)),
        legal=flag(element, _LEGAL) or False,
        style=value(element, _STYLE) or "",
        hidden=flag(element.find(RPR), VANISH) or False,
        width=width,
    )
    return number(element.get(_ILVL)) or 0, level


def _format(element: Element) -> tuple[str, int]:
    """The number format and its width; formats such as "001, 002" stand in an mc:AlternateContent."""
    found = next(element.iter(_FORMAT), None)
    if found is None:
        return "decimal", 0
    custom = found.get(_CUSTOM)
    if custom is None:
        return found.get(VAL, "decimal"), 0
    return "decimal", min(len(custom.partition(",")[0].strip()), 9)
