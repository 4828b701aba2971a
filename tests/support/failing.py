"""A check that fails where it is told to: the tests register it in `CHECKS` to see the rest go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Find, Passage
from linter.model.finding import Match
from linter.model.outline import Context
from linter.schema.types import Doc

NAME = "failing"
WORD = "故障"
"""It fails in drafts that hold this word."""

ERRORS: dict[str, type[BaseException]] = {
    "key": KeyError,
    "memory": MemoryError,
    "recursion": RecursionError,
    "interrupt": KeyboardInterrupt,
}


class Options(NamedTuple):
    """Where it fails, and how."""

    where: Annotated[Literal["build", "find", "late", "gather", "compare", "place"], Doc("位置", "place")]
    how: Annotated[Literal["key", "memory", "recursion", "interrupt"], Doc("方式", "way")] = "key"


def build(options: Options) -> Find:
    """Finds the first character of every draft, unless it fails."""
    if options.where == "build":
        raise ERRORS[options.how](WORD)

    def find(draft: Context) -> Iterator[Match]:
        if options.where == "find" and WORD in draft.document.text:
            raise ERRORS[options.how](WORD)
        if options.where == "place" and WORD in draft.document.text:
            yield Match(0, 1, part=99, related=(None,))  # type: ignore[arg-type]
        yield Match(0, 1)
        if options.where == "late" and WORD in draft.document.text:
            raise ERRORS[options.how](WORD)

    return find


def gather(options: Options) -> Callable[[Context], Sequence[Passage]]:
    """The whole draft as one passage."""

    def passages(draft: Context) -> Sequence[Passage]:
        text = draft.document.text
        if options.where == "gather" and WORD in text:
            raise ERRORS[options.how](WORD)
        return [Passage(0, len(text), draft.document.place(0, len(text)), text)]

    return passages


def compare(
    options: Options,
) -> Callable[[Sequence[tuple[str, Sequence[Passage]]]], Iterable[tuple[str, Match]]]:
    """A match at the second character of every file that is compared with another."""

    def compared(files: Sequence[tuple[str, Sequence[Passage]]]) -> Iterator[tuple[str, Match]]:
        for path, _ in files:
            yield path, Match(1, 2)
        if options.where == "compare":
            raise ERRORS[options.how](WORD)

    return compared
