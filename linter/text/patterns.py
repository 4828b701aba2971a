"""The regular expressions of rule files: the only module that knows the engine behind them.

RE2 matches in time linear in the text whatever the pattern, so no ruleset can hang the program;
it has no look-around and no back-references, and says so when the ruleset is loaded. It scans a
text without a match at some 100 MB/s, but each match costs 6 µs of Python: fit for patterns that
seldom match. Literal words are cheaper to look for with `str.find`: see `linter.text.characters`.

Where RE2 is not installed, as in a browser (WebAssembly), `linter.text.linear` does the same,
some hundred times slower and as linear.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from linter.text.characters import longest_first

try:
    import re2
except ImportError:
    re2 = None


class PatternError(ValueError):
    """A pattern that the engine refuses; the message is the engine's own."""


_compile: Callable[[str], Any]
_error: type[Exception]
_given: Callable[[str], Any]
if re2:
    _OPTIONS = re2.Options()
    _OPTIONS.log_errors = False  # they would be written to stderr
    _OPTIONS.max_mem = 64 << 20  # a set of patterns shares it
    _compile, _error = partial(re2.compile, options=_OPTIONS), re2.error
    # In bytes it need not count characters up to a match, for which `holds` and `covers` have no use.
    _given = str.encode
else:
    from linter.text import linear

    _compile, _error, _given = linear.compile, linear.error, str


def compile(pattern: str) -> Any:
    """The compiled pattern, with `search`, `finditer` and `fullmatch` as in `re`.

    Raises PatternError.
    """
    try:
        return _compile(pattern)
    except _error as error:
        reason = error.args[0] if error.args else error
        raise PatternError(reason.decode() if isinstance(reason, bytes) else str(reason)) from None


def union(patterns: Iterable[str]) -> Any | None:
    """One pattern that matches where any of them does; None when there are none.

    It is compiled when a text is first searched for it: of most reports many are not needed. Raises
    PatternError there; within `compiled_at_once` here.
    """
    parts = [f"(?:{pattern})" for pattern in patterns]
    if not parts:
        return None
    return compile("|".join(parts)) if _at_once.get() else Lazy(*parts)


_at_once = ContextVar("_at_once", default=False)


@contextmanager
def compiled_at_once() -> Iterator[None]:
    """A context in which every `union` is compiled as it is made, so that a mistake shows before any text."""
    before = _at_once.set(True)
    try:
        yield
    finally:
        _at_once.reset(before)


_TOGETHER = 24
"""Patterns in one filter of `Lazy`. One of hundred patterns takes twice as long on a new text as four of a
quarter of them, for the more patterns go on at once, the more states are new (`benchmarks/tricks.py`)."""


class Lazy:
    """A pattern of several parts, any of which may match; compiled when a text comes in which one may.

    Whether one may is told by filters: a number of parts together, without counts. `.{0,12}` is compiled
    as twelve patterns. The same with `.*` matches wherever the exact one does, is compiled in a third of the
    time, and tells of most texts in a fraction of it that the exact one need not be asked.
    """

    def __init__(self, *parts: str) -> None:
        self._parts = parts
        self._exact: Any = None
        self._filters: list[Any] | None = None

    def search(self, text: str | bytes) -> Any:
        """As in `re`."""
        return self._pattern().search(text) if self._may_match(text) else None

    def finditer(self, text: str) -> Iterator[Any]:
        """As in `re`."""
        return iter(self._pattern().finditer(text) if self._may_match(text) else ())

    def _pattern(self) -> Any:
        if self._exact is None:
            self._exact = compile("|".join(self._parts))
        return self._exact

    def _may_match(self, text: str | bytes) -> bool:
        if self._filters is None:
            self._filters = self._made_filters()
        if not self._filters:
            return True
        for each in self._filters:  # noqa: SIM110 - asked hundreds of times a text
            if each.search(text) is not None:
                return True
        return False

    def _made_filters(self) -> list[Any]:
        """The filters; none where the pattern itself is told as soon."""
        if len(self._parts) <= _TOGETHER and not any("{" in part for part in self._parts):
            return []
        starts = range(0, len(self._parts), _TOGETHER)
        return [_filter("|".join(self._parts[at : at + _TOGETHER])) for at in starts]


def _filter(pattern: str) -> Any:
    try:
        return compile(_uncounted(pattern))
    except PatternError:  # two counts in a row
        return compile(pattern)


_COUNT = r"\\(?:[xpP]\{[^}]*\}|.)|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|\{(\d+)(?:,\d*)?\}"
"""A count, or what may hold the same signs: an escape, a class of characters (which may hold [:alpha:])."""


def _uncounted(pattern: str) -> str:
    """A pattern with `*` or `+` for each count: what matches has as few or more."""
    if "\\Q" in pattern:  # a quotation, in which no sign means anything
        return pattern

    def loosened(found: re.Match[str]) -> str:
        return found[0] if found[1] is None else "+" if int(found[1]) else "*"

    return re.sub(_COUNT, loosened, pattern, flags=re.DOTALL)


def by_line(patterns: Iterable[str]) -> Any | None:
    """The union of patterns, with `^` and `$` at the ends of any line."""
    return union(f"(?m:{pattern})" for pattern in patterns)


def holds(pattern: Any | None, text: str) -> bool:
    """Whether a compiled pattern matches somewhere in a text; False for None."""
    return pattern is not None and pattern.search(_given(text)) is not None


def covers(pattern: Any, text: str) -> bool:
    """Whether a compiled pattern matches the whole of a text."""
    return pattern.fullmatch(_given(text)) is not None


def alternation(literals: Iterable[str]) -> str:
    """A pattern, for `re` as for RE2, that matches one of some literal words, the longest that it can.

    A group that captures nothing; without words it matches nowhere.
    """
    ordered = longest_first(literals)
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else r"[^\s\S]"


def spans(pattern: Any | None, text: str) -> Iterator[tuple[int, int]]:
    """The spans of all matches in a text; nothing for None."""
    if pattern is not None:
        yield from (match.span() for match in pattern.finditer(text))


class Matcher:
    """Many patterns searched for at once: which of them match in a text, as indices into the order given.

    RE2 first looks, in one pass for all of them, for the words without which they cannot match. As one
    automaton (`re2.Set`) they take ten times as long on a text that was not seen before: nearly each
    sentence brings it into a state that it was never in.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._match = _set(list(patterns))

    def match(self, text: str) -> list[int]:
        """The indices of the patterns that match somewhere in `text`, in any order."""
        return self._match(text)


def _set(patterns: list[str]) -> Callable[[str], list[int]]:
    """A function from a text to the indices of the patterns that match in it."""
    if not patterns:
        return lambda text: []
    if not re2:
        return linear.Matcher(patterns).match
    together = re2.Filter()
    for pattern in patterns:
        together.Add(pattern, _OPTIONS)
    together.Compile()
    return lambda text: together.Match(text) or []
