"""A pattern's tree as a program: instructions for the threads of `linter.text.linear.automaton`."""

from bisect import bisect_right
from typing import NamedTuple

from linter.text.linear.tree import (
    Assertion,
    Chars,
    Choice,
    Group,
    Node,
    PatternSyntaxError,
    Ranges,
    Repeat,
    Sequence,
)

_MOST_INSTRUCTIONS = 50_000

CHARACTER, SPLIT, ASSERT, SAVE, MATCH = range(5)
"""What an instruction does. Both directions: go on at `first`, at `second` as second choice."""
ANYWHERE, HERE = 0, 2
"""Where a program is entered: to look for a match farther on, too, or only at this place."""


class Instruction(NamedTuple):
    """One step of a program."""

    kind: int
    first: int = 0
    second: int = 0
    """Of a save: which end of which group."""
    classes: frozenset[int] = frozenset()
    """Of a character: the classes of characters that are taken."""
    place: str = ""
    """Of an assertion: its kind."""


class Program:
    """The instructions of a tree, to be entered `ANYWHERE` or `HERE`."""

    def __init__(self, root: Node, backwards: bool) -> None:
        if _size(root) > _MOST_INSTRUCTIONS:
            raise PatternSyntaxError("pattern too large - compile failed")
        self._backwards = backwards
        self.bounds = _bounds(root)
        """Code points at which a class of characters begins, ascending from 0."""
        self._classes_of: dict[Ranges, frozenset[int]] = {}
        everything = frozenset(range(len(self.bounds)))
        self.code = [Instruction(SPLIT, HERE, 1), Instruction(CHARACTER, ANYWHERE, classes=everything)]
        self._emit(root)
        self._add(Instruction(MATCH))

    def _add(self, instruction: Instruction) -> int:
        self.code.append(instruction)
        return len(self.code) - 1

    def _emit(self, node: Node) -> None:
        after = len(self.code) + 1
        match node:
            case Chars(ranges):
                self._add(Instruction(CHARACTER, after, classes=self._classes(ranges)))
            case Assertion(kind):
                self._add(Instruction(ASSERT, after, place=kind))
            case Sequence(items):
                for item in reversed(items) if self._backwards else items:
                    self._emit(item)
            case Group(item, number):
                if self._backwards:
                    self._emit(item)
                    return
                self._add(Instruction(SAVE, after, 2 * number))
                self._emit(item)
                self._add(Instruction(SAVE, len(self.code) + 1, 2 * number + 1))
            case Choice(items):
                self._choice(items)
            case Repeat():
                self._repeat(node)

    def _choice(self, items: tuple[Node, ...]) -> None:
        jumps = []
        for item in items[:-1]:
            split = self._split()
            self._emit(item)
            jumps.append(self._split())
            self._set_targets(split, split + 1, len(self.code))
        self._emit(items[-1])
        for jump in jumps:
            self._set_targets(jump, len(self.code), len(self.code))

    def _repeat(self, node: Repeat) -> None:
        item, least, most, greedy = node
        if most is None:
            for _ in range(least - 1):
                self._emit(item)
            self._endless(item, least == 0, greedy)
            return
        for _ in range(least):
            self._emit(item)
        splits = []
        for _ in range(most - least):
            splits.append(self._split())
            self._emit(item)
        for split in splits:
            self._set_targets(split, split + 1, len(self.code), greedy)

    def _endless(self, item: Node, optional: bool, greedy: bool) -> None:
        """Once or more, and not at all where that is allowed.

        A loop whose body can be empty is entered by a choice of its own, for else the order of
        preference among the threads would not be that of the pattern.
        """
        enter = self._split() if optional else -1
        body = len(self.code)
        self._emit(item)
        if optional and not _is_nullable(item):
            jump = self._split()
            self._set_targets(jump, enter, enter)
        else:
            loop = self._split()
            self._set_targets(loop, body, len(self.code), greedy)
        if optional:
            self._set_targets(enter, body, len(self.code), greedy)

    def _split(self) -> int:
        return self._add(Instruction(SPLIT))

    def _set_targets(self, at: int, first: int, second: int, greedy: bool = True) -> None:
        self.code[at] = Instruction(SPLIT, *((first, second) if greedy else (second, first)))

    def _classes(self, ranges: Ranges) -> frozenset[int]:
        if ranges not in self._classes_of:
            self._classes_of[ranges] = frozenset(
                number
                for low, high in ranges
                for number in range(bisect_right(self.bounds, low) - 1, bisect_right(self.bounds, high))
            )
        return self._classes_of[ranges]


def _bounds(root: Node) -> list[int]:
    """Code points at which a class of characters begins that the pattern treats alike, ascending from 0."""
    found = {0}
    places = False
    waiting = [root]
    while waiting:
        node = waiting.pop()
        match node:
            case Chars(ranges):
                found.update(bound for low, high in ranges for bound in (low, high + 1))
            case Assertion():
                places = True
            case Sequence(items) | Choice(items):
                waiting += items
            case Repeat(item) | Group(item):
                waiting.append(item)
    if places:
        found.update((10, 11, 48, 58, 65, 91, 95, 96, 97, 123))  # line ends and the characters of `\w`
    return sorted(found)


def _size(node: Node) -> int:
    match node:
        case Sequence(items) | Choice(items):
            return 2 * len(items) + sum(map(_size, items))
        case Repeat(item, least, most):
            return (_size(item) + 2) * max(least, most or 1, 1)
        case Group(item):
            return _size(item) + 2
    return 1


def _is_nullable(node: Node) -> bool:
    """Whether a node can match nothing at all."""
    match node:
        case Chars():
            return False
        case Assertion():
            return True
        case Sequence(items):
            return all(map(_is_nullable, items))
        case Choice(items):
            return any(map(_is_nullable, items))
        case Repeat(item, least):
            return least == 0 or _is_nullable(item)
        case Group(item):
            return _is_nullable(item)
