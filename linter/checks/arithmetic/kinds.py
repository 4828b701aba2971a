"""Whether figures that stand side by side count kinds that do not overlap, so that they may be added up."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf

from linter.checks.arithmetic.compare import gaps, leads
from linter.checks.arithmetic.quantities import Quantity
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.text.characters import HAN, has, word_at
from linter.text.sentences import COMMON_CLAUSE_ENDS, STOPS

PART_NAME = rf"[，,、；]?[{HAN}]{{1,8}}"
"""What stands before the figure of a part in a list: its name, and what parts it from the one before."""
_OPENING = "：:，、"
"""What may stand before the first label: 其中：."""
_KIND = 3
"""Characters at the end of the first label that may name its kind: 班级男生."""
_GENUS = 2
"""How many characters two labels end in alike when they name kinds of one thing: 省级媒体, 市级媒体."""


def are_kinds(parts: Sequence[Quantity], opening: int, words: Words, announced: bool = False) -> bool:
    """Whether the figures count kinds of one thing: 省级21篇、市级46篇.

    `opening` is where the label of the first begins. Figures parted by 、 or 和 are kinds unless their
    labels are about what may overlap (女党员80名、35岁以下60名). A comma parts whole statements as well:
    it makes kinds only of labels that end in the same word, are built alike, or make a whole: 男20人，女30人;
    and of those that are `announced`: 由三部分组成.
    """
    if len(parts) < 2:
        return False
    labels = labels_of(parts, opening, words)
    alike = _common_ending(labels)
    genus = alike if alike >= _GENUS or len({len(label) for label in labels}) == 1 else 0
    species = [label[: len(label) - genus] for label in labels]
    states = [has(label, words.states) for label in species]
    whole = make_a_whole(labels, words.whole) or _are_exclusive(labels, words)
    return (
        all(_parts_kinds(gap, words, whole or announced or bool(genus)) for gap in gaps(parts))
        and (whole or not any(has(label, words.overlapping) for label in species))
        and (all(states) or not any(states))
    )


def are_listed(parts: Sequence[Quantity], start: int) -> bool:
    """Whether each clause from an offset up to the sentence's end is the name of a part and its figure."""
    if len(parts) < 2:
        return False
    end = parts[-1].end
    named = all(compiled(PART_NAME).fullmatch(lead) for lead in leads(parts, start))
    return named and parts[-1].text[end : end + 1] in ("", "\n", *STOPS)


def labels_of(parts: Sequence[Quantity], opening: int, words: Words) -> list[str]:
    """The words before each of some figures, of which the first begin at an offset."""
    first, *others = leads(parts, opening)
    return [first.lstrip(_OPENING), *(_label(gap, words) for gap in others)]


def make_a_whole(labels: list[str], wholes: Iterable[str]) -> bool:
    """Whether labels name kinds that make a whole together, each another one: 男、女, one of `wholes`."""
    return any(_name_all(labels, kinds.split("、")) for kinds in wholes)


def _name_all(labels: list[str], kinds: list[str]) -> bool:
    """Whether labels begin with so many kinds; before that of the first, the whole may be named: 班级男生."""
    if len(labels) != len(kinds):
        return False
    named = [{kind for kind in kinds if label.startswith(kind)} for label in labels]
    named[0] = named[0] or {kind for kind in kinds if kind in labels[0][-_KIND:]}
    return len(named[0]) == 1 and set().union(*named) == set(kinds)


def _are_exclusive(labels: list[str], words: Words) -> bool:
    """Whether labels name kinds of which nothing is two: 优、良、差."""
    return any(
        len(set(labels)) == len(labels) and set(labels) <= set(kinds.split("、")) for kinds in words.exclusive
    )


def _parts_kinds(gap: str, words: Words, alike: bool) -> bool:
    """Whether the text between two figures parts two kinds and holds no other statement."""
    beside = gap.startswith(("、", *words.joining)) or (alike and gap.startswith(("，", "；")))
    return beside and not has(gap[1:], COMMON_CLAUSE_ENDS)


def _label(gap: str, words: Words) -> str:
    """The words before a figure, without what parts them from the figure before."""
    label = gap.lstrip("、，；")
    return label.removeprefix(word_at(label, words.joining))


def _common_ending(labels: list[str]) -> int:
    """How many characters all labels end in alike; at least one of each is left over."""
    most = min(map(len, labels)) - 1
    ending = 0
    while ending < most and len({label[-ending - 1] for label in labels}) == 1:
        ending += 1
    return ending


_SCALES = "岁年元万亩人平"
_RANGE = (
    rf"(?P<low>\d+(?:\.\d+)?)(?P<unit>[{_SCALES}]?)"
    rf"(?:[至到—～~-]{{1,2}}(?P<high>\d+(?:\.\d+)?)(?P<other>[{_SCALES}])|[^\d]{{0,4}}?(?P<open>以上|以下|以内))"
)
"""What is said to lie between two values, or on one side of one: 36至50岁, 60岁及以上."""


def are_apart(labels: list[str], single: bool = False) -> bool:
    """Whether names of parts are ranges of one scale that do not overlap: 35岁以下, 36至50岁, 51岁以上.

    A `single` value may be one of them: 1个, 2个及以上.
    """
    found = [compiled(_RANGE + "?" * single).match(label) for label in labels]
    ranges = sorted((_bounds(one), one["other"] or one["unit"]) for one in found if one)
    return (
        len(ranges) == len(labels)
        and len({unit for _, unit in ranges}) == 1
        and all(_lies_below(one, other) for (one, _), (other, _) in pairwise(ranges))
    )


def _lies_below(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether a range ends before another begins: 35 may end one and begin the next, a single value not."""
    spans = one[0] < one[1] and other[0] < other[1]
    return one[1] < other[0] or (spans and one[1] == other[0])


def _bounds(found: re.Match[str]) -> tuple[float, float]:
    low = float(found["low"])
    if found["high"] or not found["open"]:
        return low, float(found["high"] or low)
    return (low, inf) if found["open"] == "以上" else (-inf, low)


def exclude_each_other(labels: list[str], words: Words) -> bool:
    """Whether names of parts are different grades of one scale: 高中, 大专, 本科. 本科及以上 is several."""
    if any(has(label, words.overlaps) for label in labels):
        return False
    for kinds in words.exclusive:
        parts = sorted(kinds.split("、"), key=len, reverse=True)
        grades = [word_at(label, parts) for label in labels]
        if all(grades) and len(set(grades)) == len(grades):
            return True
    return any(_are_degrees(labels, kinds.split("、")) for kinds in words.scales)


def _are_degrees(labels: list[str], degrees: list[str]) -> bool:
    """Whether labels are degrees of one thing: 每周去一次, 从不去; not 满意食堂, 不满意宿舍."""
    longest_first = sorted(degrees, key=len, reverse=True)
    grades = [word_at(label, longest_first) for label in labels]
    of = sorted((label[len(grade) :] for label, grade in zip(labels, grades, strict=True)), key=len)
    return all(grades) and len(set(grades)) == len(grades) and all(of[-1].startswith(each) for each in of)
