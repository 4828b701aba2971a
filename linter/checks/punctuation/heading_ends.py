"""Headings 一、 that end with a mark although they have their line to themselves."""

from collections.abc import Iterator

from linter.checks.api import Find
from linter.model.finding import Match
from linter.model.outline import Context, Heading
from linter.text.characters import has
from linter.text.sentences import COLONS, COMMON_CLAUSE_ENDS, COMMON_STOPS


def heading_ends(rare: float) -> Find:
    """A `Find` that yields headings 一、 on lines of their own that end with a mark.

    Where `rare` is less than 1 only slips are found: where no larger share of the headings of a report does,
    no colons, which introduce what stands below, and none of several clauses, which may be an item of a list.
    """
    marks = COMMON_CLAUSE_ENDS + ("：、" if rare >= 1 else "")
    within = (*COMMON_STOPS,) if rare >= 1 else (*COMMON_CLAUSE_ENDS, *COLONS)

    def find(context: Context) -> Iterator[Match]:
        for part in context.parts:
            lines = [heading for heading in part.headings if _is_line(heading)]
            found = [heading for heading in lines if _is_marked(context, heading, marks, within)]
            if len(found) <= rare * len(lines):
                yield from (_whole(context, heading) for heading in found)

    return find


def _is_line(heading: Heading) -> bool:
    """Whether a heading has the number 一、 and a line of its own."""
    return heading.number is not None and heading.number.style == "一、" and heading.kind == "line"


def _is_marked(context: Context, heading: Heading, marks: str, within: tuple[str, ...]) -> bool:
    """Whether one of some marks stands behind a heading that has text below it, and none of others in it."""
    text, block = context.document.text, context.document.blocks[heading.block]
    end = _end(context, heading)
    return (
        heading.body_end > block.end
        and text[end - 1] in marks
        and not has(text[heading.start : end - 1], within)
    )


def _end(context: Context, heading: Heading) -> int:
    """Where a heading ends with the mark behind it."""
    block = context.document.blocks[heading.block]
    return block.start + len(context.document.text[block.start : block.end].rstrip(" \u3000*_"))


def _whole(context: Context, heading: Heading) -> Match:
    """The match on a heading with its number; without the mark it is right."""
    end = _end(context, heading)
    number = heading.number
    start = number.start if number and number.end > number.start else heading.start
    text = context.document.text
    return Match(start, end, values={"sign": text[end - 1]}, suggestion=text[start : end - 1])
