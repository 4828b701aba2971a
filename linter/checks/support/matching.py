"""What a rule's patterns, or its search, find in the text of a scope that counts."""

from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any, NamedTuple, TypeAlias

from linter.checks.support.exclusions import prose_test
from linter.checks.support.scope import Scope, ScopedText, scoped_texts, touches
from linter.model.document import Span
from linter.model.finding import Match
from linter.model.outline import Context
from linter.schema.types import Doc, Pattern
from linter.text.patterns import spans

Unless: TypeAlias = Annotated[
    tuple[Pattern, ...], Doc("与此相交的匹配不算", "a match that touches one of these does not count")
]
"""The option of several checks that says which matches do not count."""


def matches(
    context: Context, text: ScopedText, pattern: Any | None, unless: Any | None = None
) -> Iterator[tuple[Span, Any]]:
    """The matches of a pattern that count, each with its span in the document.

    None touches a match of `unless` or what is no prose, or reaches over the end of a span of the scope.
    """
    if pattern is None:
        return
    excepted: list[Span] | None = None
    is_prose = prose_test(context.document)
    for match in pattern.finditer(text.text):
        if excepted is None:
            excepted = list(spans(unless, text.text))
        span = text.place(match.start(), match.end())
        if span and not touches(match.span(), excepted) and is_prose(*span):
            yield span, match


class Replacement(NamedTuple):
    """A span of a text, and what is to stand there instead."""

    start: int
    end: int
    better: str | None


def replacements(
    context: Context, scope: Scope, section: str, search: Callable[[str], Iterable[Replacement]]
) -> Iterator[Match]:
    """What a search finds in the prose of a scope, with what to write instead as its suggestion."""
    is_prose = prose_test(context.document)
    for text in scoped_texts(context, scope, section):
        for start, end, better in search(text.text):
            span = text.place(start, end)
            if span and is_prose(*span):
                yield Match(*span, suggestion=better)
