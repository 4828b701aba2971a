"""A regular-expression engine in Python that takes time linear in the text, for where RE2 does not run.

It finds what RE2 finds: the leftmost match, and of several there the one that the pattern prefers.
A search costs at most text × pattern, whatever the pattern; to find all matches is a search for each.
Method: Russ Cox, "Regular Expression Matching in the Wild" (https://swtch.com/~rsc/regexp/regexp3.html).
The pattern becomes a program whose threads all advance through the text together, and the sets of
threads that come up are kept as the states of an automaton made while it runs. One run forwards
finds where the match ends, one backwards where it begins; where its groups are is worked out, thread
by thread, when somebody asks for them.
"""

from collections.abc import Iterator
from functools import lru_cache

from linter.text.linear.automaton import Automaton, Span
from linter.text.linear.syntax import parse
from linter.text.linear.tree import Assertion, PatternSyntaxError, Sequence

error = PatternSyntaxError


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


class Pattern:
    """A compiled pattern, with `search`, `fullmatch` and `finditer` as in `re`."""

    def __init__(self, pattern: str) -> None:
        parsed = parse(pattern)
        self.pattern = pattern
        self.groups = parsed.groups
        self.groupindex = parsed.names
        self._ends = Automaton(parsed.root, backwards=False)
        self._root = parsed.root
        self._starts: Automaton | None = None
        self._whole: Automaton | None = None

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
            self._starts = Automaton(self._root, backwards=True)
        return Match(self, text, (self._starts.run(text, end, at), end))

    def _all(self) -> "Automaton":
        if self._whole is None:
            self._whole = Automaton(Sequence((self._root, Assertion("text-end"))), backwards=False)
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
