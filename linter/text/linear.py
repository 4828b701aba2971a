"""A regular-expression engine in Python that takes time linear in the text, for where RE2 does not run.

It finds what RE2 finds: the leftmost match, and of several there the one that the pattern prefers.
A search costs at most text × pattern, whatever the pattern; to find all matches is a search for each.
Method: Russ Cox, "Regular Expression Matching in the Wild" (https://swtch.com/~rsc/regexp/regexp3.html).
The pattern becomes a program whose threads all advance through the text together, and the sets of
threads that come up are kept as the states of an automaton made while it runs. One run forwards
finds where the match ends, one backwards where it begins; where its groups are is worked out, thread
by thread, when somebody asks for them.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from linter.text.linear_syntax import (
    Assertion,
    Chars,
    Choice,
    Group,
    Node,
    PatternSyntaxError,
    Ranges,
    Repeat,
    Sequence,
    parse,
)

error = PatternSyntaxError

_MOST_INSTRUCTIONS = 50_000
_MOST_STATES = 5_000
"""States that are kept; beyond it all are dropped and made anew, so that memory is bounded."""

Span = tuple[int, int]

# What an instruction does. Both directions: go on at `first`, at `second` as second choice.
_CHARACTER, _SPLIT, _ASSERT, _SAVE, _MATCH = range(5)

# What stands beside a place in the text.
_EDGE, _NEWLINE, _WORD, _OTHER = range(4)


class _Instruction(NamedTuple):
    kind: int
    first: int = 0
    second: int = 0
    """Of a save: which end of which group."""
    classes: frozenset[int] = frozenset()
    """Of a character: the classes of characters that are taken."""
    place: str = ""


class Match:
    """A match, as `re` gives it: `start`, `end`, `span`, `group`, `groups`."""

    def __init__(self, pattern: "Pattern", text: str, span: Span) -> None:
        self._pattern = pattern
        self._text = text
        self._spans: list[Span] | None = [span] if not pattern.groups else None
        self._span = span

    def span(self, group: int = 0) -> Span:
        """Where a group is; (-1, -1) where it took no part."""
        if group == 0:
            return self._span
        if self._spans is None:
            self._spans = self._pattern.captures(self._text, self._span)
        if not 0 <= group < len(self._spans):
            raise IndexError("no such group")
        return self._spans[group]

    def start(self, group: int = 0) -> int:
        """Where a group begins."""
        return self.span(group)[0]

    def end(self, group: int = 0) -> int:
        """Where a group ends."""
        return self.span(group)[1]

    def group(self, group: int | str = 0) -> str | None:
        """The text of a group, by number or name; None where it took no part."""
        number = self._pattern.groupindex[group] if isinstance(group, str) else group
        start, end = self.span(number)
        return self._text[start:end] if start >= 0 else None

    __getitem__ = group

    def groups(self) -> tuple[str | None, ...]:
        """The texts of all groups."""
        return tuple(self.group(number) for number in range(1, self._pattern.groups + 1))


class Pattern:
    """A compiled pattern, with `search`, `match`, `fullmatch` and `finditer` as in `re`."""

    def __init__(self, pattern: str) -> None:
        parsed = parse(pattern)
        self.pattern = pattern
        self.groups = parsed.groups
        self.groupindex = parsed.names
        self._ends = _Automaton(parsed.root, backwards=False)
        self._root = parsed.root
        self._starts: _Automaton | None = None
        self._whole: _Automaton | None = None

    @property
    def steps(self) -> int:
        """A count of the work done so far: characters looked at, and threads advanced to make a new state."""
        return sum(each.steps for each in (self._ends, self._starts, self._whole) if each)

    def search(self, text: str) -> Match | None:
        """The first match in a text."""
        return self._search(text, 0)

    def holds(self, text: str) -> bool:
        """Whether there is a match: quicker than `search`, which finds its ends."""
        return self._ends.run(text, 0, len(text), anywhere=True, first=True) >= 0

    def finditer(self, text: str) -> Iterator[Match]:
        """All matches that do not overlap, in order."""
        at = 0
        while found := self._search(text, at):
            yield found
            end = found.end()
            if at == len(text):
                return
            at = end if end > at else at + 1

    def match(self, text: str) -> Match | None:
        """The match at the start of a text."""
        end = self._ends.run(text, 0, len(text))
        return Match(self, text, (0, end)) if end >= 0 else None

    def fullmatch(self, text: str) -> Match | None:
        """The match that is the whole text."""
        end = self._all().run(text, 0, len(text))
        return Match(self, text, (0, end)) if end >= 0 else None

    def captures(self, text: str, span: Span) -> list[Span]:
        """Where the groups are in a match that was found: in the order of preference."""
        found = self._ends.captures(text, span, self.groups)
        if found is None:  # a match of the whole text that is not the preferred one
            found = self._all().captures(text, span, self.groups)
        assert found
        return [
            (found[2 * number], found[2 * number + 1]) if found[2 * number + 1] >= 0 else (-1, -1)
            for number in range(self.groups + 1)
        ]

    def _search(self, text: str, at: int) -> Match | None:
        end = self._ends.run(text, at, len(text), anywhere=True)
        if end < 0:
            return None
        if self._starts is None:
            self._starts = _Automaton(self._root, backwards=True)
        return Match(self, text, (self._starts.run(text, end, at), end))

    def _all(self) -> "_Automaton":
        if self._whole is None:
            self._whole = _Automaton(Sequence((self._root, Assertion("text-end"))), backwards=False)
        return self._whole


@lru_cache(maxsize=512)
def compile(pattern: str) -> Pattern:
    """The compiled pattern. Raises `error`."""
    return Pattern(pattern)


class Matcher:
    """Many patterns: which of them match in a text, as indices into the order given."""

    def __init__(self, patterns: list[str]) -> None:
        self._patterns = [compile(pattern) for pattern in patterns]

    def match(self, text: str) -> list[int]:
        """The indices of the patterns that match somewhere in `text`."""
        return [number for number, pattern in enumerate(self._patterns) if pattern.holds(text)]


# --- program ----------------------------------------------------------------------------------


class _Program:
    """The instructions of a tree: a run from 0 looks for a match farther on, too, one from 2 only here."""

    def __init__(self, root: Node, backwards: bool) -> None:
        if _size(root) > _MOST_INSTRUCTIONS:
            raise error("pattern too large - compile failed")
        self._backwards = backwards
        self.bounds = _bounds(root)
        """Code points at which a class of characters begins, ascending from 0."""
        self._classes_of: dict[Ranges, frozenset[int]] = {}
        everything = frozenset(range(len(self.bounds)))
        self.code = [_Instruction(_SPLIT, 2, 1), _Instruction(_CHARACTER, 0, classes=everything)]
        self._emit(root)
        self._add(_Instruction(_MATCH))

    def _add(self, instruction: _Instruction) -> int:
        self.code.append(instruction)
        return len(self.code) - 1

    def _emit(self, node: Node) -> None:
        after = len(self.code) + 1
        match node:
            case Chars(ranges):
                self._add(_Instruction(_CHARACTER, after, classes=self._classes(ranges)))
            case Assertion(kind):
                self._add(_Instruction(_ASSERT, after, place=kind))
            case Sequence(items):
                for item in reversed(items) if self._backwards else items:
                    self._emit(item)
            case Group(item, number):
                if self._backwards:
                    self._emit(item)
                    return
                self._add(_Instruction(_SAVE, after, 2 * number))
                self._emit(item)
                self._add(_Instruction(_SAVE, len(self.code) + 1, 2 * number + 1))
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
        return self._add(_Instruction(_SPLIT))

    def _set_targets(self, at: int, first: int, second: int, greedy: bool = True) -> None:
        self.code[at] = _Instruction(_SPLIT, *((first, second) if greedy else (second, first)))

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


# --- automaton --------------------------------------------------------------------------------


class _State:
    """A set of threads at a place, in order of preference, and what stands before the place."""

    __slots__ = ("before", "threads", "transitions")

    def __init__(self, threads: tuple[int, ...], before: int) -> None:
        self.threads = threads
        self.before = before
        self.transitions: dict[int, tuple[_State | None, bool]] = {}
        """By the class of the next character: the state after it, and whether a match ends before it."""


_AT_END = -1
"""The class of the next character where there is none."""


class _Automaton:
    """A program with the states that came up when it ran.

    Forwards the threads behind one that has matched are dropped: the pattern prefers that match.
    Backwards all go on, for the match that reaches furthest is wanted.
    """

    def __init__(self, root: Node, backwards: bool) -> None:
        program = _Program(root, backwards)
        self.steps = 0
        self._code = program.code
        self._bounds = program.bounds
        self._has_places = any(each.kind == _ASSERT for each in program.code)
        self._backwards = backwards
        self._classes: dict[str, int] = {}
        self._states: dict[tuple[tuple[int, ...], int], _State] = {}

    def run(self, text: str, start: int, stop: int, anywhere: bool = False, first: bool = False) -> int:
        """The end of the match that begins at `start`, or `anywhere` behind it; -1 for none.

        Backwards, `stop` lies before `start`, and what is found is where a match that ends at `start`
        begins. `first` is content with the first place at which it is clear that there is a match.
        """
        step = -1 if self._backwards else 1
        state: _State | None = self._state((0,) if anywhere else (2,), self._neighbour(text, start, -step))
        found = -1
        classes = self._classes
        at = start
        while at != stop and state is not None:
            character = text[at - 1 if step < 0 else at]
            number = classes.get(character)
            if number is None:
                number = classes[character] = bisect_right(self._bounds, ord(character)) - 1
            following = state.transitions.get(number)
            if following is None:
                following = self._advance(state, number, self._kind(character))
            state, matched = following
            if matched:
                found = at
                if first:
                    break
            at += step
        self.steps += abs(at - start)
        if state is not None and at == stop and not (first and found >= 0):
            neighbour = self._neighbour(text, at, step)
            number = _AT_END - neighbour
            following = state.transitions.get(number) or self._advance(state, number, neighbour)
            if following[1]:
                found = at
        return found

    def captures(self, text: str, span: Span, groups: int) -> tuple[int, ...] | None:
        """The ends of the groups in the preferred match that begins where a span does, and must end there.

        None when the preferred match ends elsewhere.
        """
        start, end = span
        threads: list[tuple[int, tuple[int, ...]]] = [(2, (-1, -1) * (groups + 1))]
        found: tuple[int, ...] | None = None
        for at in range(start, len(text) + 1):
            before, after = self._neighbour(text, at, -1), self._neighbour(text, at, 1)
            number = bisect_right(self._bounds, ord(text[at])) - 1 if at < len(text) else -1
            ahead: list[tuple[int, tuple[int, ...]]] = []
            for place, ends in self._expanded(threads, before, after, at):
                instruction = self._code[place]
                if instruction.kind == _MATCH:
                    found = (start, at, *ends[2:])
                    break
                if number in instruction.classes:
                    ahead.append((instruction.first, ends))
            threads = ahead
            if not threads or at == end:
                break
        return found if found and found[1] == end else None

    def _expanded(
        self, threads: list[tuple[int, tuple[int, ...]]], before: int, after: int, at: int
    ) -> Iterator[tuple[int, tuple[int, ...]]]:
        """The threads that wait for a character or have matched, in order, with the ends of their groups."""
        seen: set[int] = set()
        waiting = threads[::-1]
        while waiting:
            place, ends = waiting.pop()
            if place in seen:
                continue
            seen.add(place)
            instruction = self._code[place]
            if instruction.kind == _SPLIT:
                waiting += ((instruction.second, ends), (instruction.first, ends))
            elif instruction.kind == _SAVE:
                slot = instruction.second
                waiting.append((instruction.first, (*ends[:slot], at, *ends[slot + 1 :])))
            elif instruction.kind == _ASSERT:
                if _fits(instruction.place, before, after):
                    waiting.append((instruction.first, ends))
            else:
                yield place, ends

    def _advance(self, state: _State, number: int, kind: int) -> tuple[_State | None, bool]:
        """The state after a character of a class, and whether a match ends before it; kept."""
        before, after = (kind, state.before) if self._backwards else (state.before, kind)
        ahead: dict[int, None] = {}
        matched = False
        for place in self._closure(state.threads, before, after):
            instruction = self._code[place]
            if instruction.kind == _MATCH:
                matched = True
                if not self._backwards:
                    break
            elif number in instruction.classes:
                ahead[instruction.first] = None
        threads = tuple(sorted(ahead) if self._backwards else ahead)
        following = (self._state(threads, kind) if threads else None, matched)
        state.transitions[number] = following
        return following

    def _closure(self, threads: tuple[int, ...], before: int, after: int) -> list[int]:
        """The instructions that wait for a character or have matched, in order of preference."""
        seen: set[int] = set()
        found = []
        waiting = list(reversed(threads))
        while waiting:
            place = waiting.pop()
            if place in seen:
                continue
            seen.add(place)
            instruction = self._code[place]
            if instruction.kind == _SPLIT:
                waiting += (instruction.second, instruction.first)
            elif instruction.kind == _SAVE:
                waiting.append(instruction.first)
            elif instruction.kind == _ASSERT:
                if _fits(instruction.place, before, after):
                    waiting.append(instruction.first)
            else:
                found.append(place)
        self.steps += len(seen)
        return found

    def _state(self, threads: tuple[int, ...], before: int) -> _State:
        key = (threads, before)
        state = self._states.get(key)
        if state is None:
            if len(self._states) >= _MOST_STATES:
                self._states.clear()
            state = self._states[key] = _State(threads, before)
        return state

    def _neighbour(self, text: str, at: int, step: int) -> int:
        """The kind of the character behind a place (step 1) or before it (step -1)."""
        place = at if step > 0 else at - 1
        return self._kind(text[place]) if 0 <= place < len(text) else _EDGE

    def _kind(self, character: str) -> int:
        """The kind of a character for assertions; the same for all where the pattern has none."""
        return _kind(character) if self._has_places else _OTHER


def _kind(character: str) -> int:
    if character == "\n":
        return _NEWLINE
    return _WORD if character.isascii() and (character.isalnum() or character == "_") else _OTHER


def _fits(place: str, before: int, after: int) -> bool:
    """Whether an assertion holds between two characters."""
    match place:
        case "text-start":
            return before == _EDGE
        case "text-end":
            return after == _EDGE
        case "line-start":
            return before in (_EDGE, _NEWLINE)
        case "line-end":
            return after in (_EDGE, _NEWLINE)
    return ((before == _WORD) != (after == _WORD)) == (place == "word")
