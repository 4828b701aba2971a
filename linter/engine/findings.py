"""A match of a rule → the finding that is reported: with lines, columns, section and fingerprint."""

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from linter.digests import blake2b
from linter.engine.section_places import section_places
from linter.model.document import Document
from linter.model.finding import Finding, Match, Related, RelatedPlace
from linter.model.levels import LEVELS
from linter.model.message import Message
from linter.model.outline import Context, Part
from linter.model.rules import Rule
from linter.text.characters import up_to

_CONTEXT_CHARS = 400
"""How many characters on either side of a finding are kept to show it in: more than a terminal is wide.
Without a limit, each of 20,000 findings in one line would hold the whole line."""

_FIELD = r"\{\{|\}\}|\{(\w+)\}"


def recorder(context: Context) -> Callable[[Rule, Match], Finding]:
    """A function that makes the findings of matches: with rule, lines and columns, section, fingerprint."""
    sections = cache(lambda part: section_places(context.presences[part]))  # most reports have no finding
    return partial(_finding, context, sections)


_Sections = Callable[[int], Callable[[int], str | None]]
"""For a part what gives the section at an offset."""


def _finding(context: Context, sections: _Sections, rule: Rule, match: Match) -> Finding:
    document = context.document
    text = document.text
    place = document.place(match.start, match.end)
    line, column = document.locate(match.start)
    end_line, end_column = document.locate_end(match.start, match.end)
    part = match.part if match.part is not None else _part_at(context.parts, match.start)
    section = sections(part)(match.start) if part is not None and context.presences else None
    block = document.block_at(match.start)
    excerpt = text[match.start : match.end]
    begin, stop = _around(text, match.start, match.end)
    return Finding(
        rule=rule.id,
        check=rule.check,
        level=min(match.level or rule.level, rule.level, key=LEVELS.index),
        message=match.message or _filled(rule.message, match, excerpt),
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        excerpt=excerpt,
        context=text[begin:stop],
        context_column=match.start - begin,
        part=part,
        section=section,
        suggestion=match.suggestion,
        related=tuple(_place(document, related) for related in match.related),
        fingerprint=_fingerprint(rule.id, section, text, match.start, match.end),
        start=match.start,
        end=match.end,
        anchor=block.anchor if block else "",
        safe=rule.fix == "safe",
        page=place.page,
        opening=place.opening,
        story=place.story,
        cell=place.cell,
    )


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the lines that a span lies in; of long lines what is near it."""
    first, last = max(0, start - _CONTEXT_CHARS), min(len(text), end + _CONTEXT_CHARS)
    return text.rfind("\n", first, start) + 1 or first, up_to(text, "\n", end, last)


def _filled(message: Message, match: Match, excerpt: str) -> Message:
    """The rule's message with its `{name}` fields filled; fields in the values are not filled."""
    values: dict[str, Any] = {"text": excerpt, "suggestion": match.suggestion or "", **match.values}

    def fill(language: int, field: re.Match[str]) -> str:
        value = values.get(field[1], field[0]) if field[1] else field[0][0]
        return value[language] if isinstance(value, Message) else str(value)

    return Message(*(re.sub(_FIELD, partial(fill, language), text) for language, text in enumerate(message)))


def _part_at(parts: tuple[Part, ...], offset: int) -> int | None:
    """The index of the part an offset lies in; None outside all parts."""
    index = bisect_right(parts, offset, key=lambda part: part.start) - 1
    return index if index >= 0 and offset < parts[index].end else None


def _place(document: Document, related: Related) -> RelatedPlace:
    """A related place as reported."""
    place = related.place or document.place(related.start, related.end)
    return RelatedPlace(related.path, place, related.message)


def _fingerprint(rule: str, section: str | None, text: str, start: int, end: int) -> str:
    """A hash of a finding that stays the same when lines are added or removed elsewhere."""
    around = (
        text[max(0, start - 12) : start].rpartition("\n")[2],
        text[start:end],
        text[end : end + 12].partition("\n")[0],
    )
    normal = "".join("|".join(around).split())
    return blake2b(f"{rule}|{section or ''}|{normal}".encode(), digest_size=8).hexdigest()
