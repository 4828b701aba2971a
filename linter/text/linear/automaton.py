"""A program's threads, run through a text together: their sets are kept as the states of an automaton."""

from bisect import bisect_right
from collections.abc import Iterator

from linter.text.linear.program import ANYWHERE, ASSERT, HERE, MATCH, SAVE, SPLIT, Program
from linter.text.linear.tree import Node

_MOST_STATES = 5_000
"""States that are kept; beyond it all are dropped and made anew, so that memory is bounded."""

Span = tuple[int, int]

_EDGE, _NEWLINE, _WORD, _OTHER = range(4)
"""What stands beside a place in the text."""


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


class Automaton:
    """A program with the states that came up when it ran.

    Forwards the threads behind one that has matched are dropped: the pattern prefers that match.
    Backwards all go on, for the match that reaches furthest is wanted.
    """

    def __init__(self, root: Node, backwards: bool) -> None:
        program = Program(root, backwards)
        self.steps = 0
        self._code = program.code
        self._bounds = program.bounds
        self._has_places = any(each.kind == ASSERT for each in program.code)
        self._backwards = backwards
        self._classes: dict[str, int] = {}
        self._states: dict[tuple[tuple[int, ...], int], _State] = {}

    def run(self, text: str, start: int, stop: int, anywhere: bool = False, first: bool = False) -> int:
        """The end of the match that begins at `start`, or `anywhere` behind it; -1 for none.

        Backwards, `stop` lies before `start`, and what is found is where a match that ends at `start`
        begins. `first` is content with the first place at which it is clear that there is a match.
        """
        step = -1 if self._backwards else 1
        state: _State | None = self._state(
            (ANYWHERE,) if anywhere else (HERE,), self._neighbour(text, start, -step)
        )
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
        threads: list[tuple[int, tuple[int, ...]]] = [(HERE, (-1, -1) * (groups + 1))]
        found: tuple[int, ...] | None = None
        for at in range(start, len(text) + 1):
            before, after = self._neighbour(text, at, -1), self._neighbour(text, at, 1)
            number = bisect_right(self._bounds, ord(text[at])) - 1 if at < len(text) else -1
            ahead: list[tuple[int, tuple[int, ...]]] = []
            for place, ends in self._expanded(threads, before, after, at):
                instruction = self._code[place]
                if instruction.kind == MATCH:
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
            if instruction.kind == SPLIT:
                waiting += ((instruction.second, ends), (instruction.first, ends))
            elif instruction.kind == SAVE:
                slot = instruction.second
                waiting.append((instruction.first, (*ends[:slot], at, *ends[slot + 1 :])))
            elif instruction.kind == ASSERT:
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
            if instruction.kind == MATCH:
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
            if instruction.kind == SPLIT:
                waiting += (instruction.second, instruction.first)
            elif instruction.kind == SAVE:
                waiting.append(instruction.first)
            elif instruction.kind == ASSERT:
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
