"""Sections stand in the expected order.

The order is that of `sections`, or of the ruleset's vocabulary where that is left empty; a section that a
ruleset adds to inherited ones without saying before which it comes may stand anywhere. Compared are the
sections that have a heading, each by its most telling one; a section that running text treats
without a heading may stand anywhere. As few as possible are reported: of 问题、情况、打算 it is
问题 that stands wrong, not the two others.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, NamedTuple

from linter.checks.api import Find
from linter.model.document import Span
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.model.outline import Context, Part, Presence
from linter.schema.types import Doc, SectionId

MANUAL_ZH = """
各部分按应有的次序排列。

次序取自 `sections`，不写则按规则集词表的次序；规则集新加、又没写明排在哪个继承来的部分之前的，放在哪里都行。
只比较有标题的部分，每一部分以最能说明问题的标题为准；只在正文里写到、没有标题的部分放在哪里都行。尽量少报：排成
“问题、情况、打算”的，只报“问题”放错了地方。
"""


class Options(NamedTuple):
    """The order."""

    sections: Annotated[
        tuple[SectionId, ...],
        Doc("应有的次序；不写则按词表", "the expected order; that of the vocabulary when left out"),
    ] = ()


def build(options: Options) -> Find:
    """Compare the places of the sections in every part."""

    def find(context: Context) -> Iterator[Match]:
        for index, (part, presences) in enumerate(zip(context.parts, context.presences, strict=True)):
            placed = tuple(name for name, presence in presences.items() if presence.placed)
            places = list(_places(part, presences, options.sections or placed))
            kept = _longest_run(places)
            for at, place in enumerate(places):
                if at not in kept:
                    yield _misplaced(context, place, at, [(each, places[each]) for each in kept], index)

    return find


def _places(part: Part, presences: Mapping[str, Presence], order: tuple[str, ...]) -> Iterator[Span]:
    """The spans of the headings of the sections, in the expected order."""
    headings = {heading.start for heading in part.headings if heading.kind != "item"}
    for name in order:
        presence = presences.get(name)
        if presence and presence.state == "heading" and presence.spans[0][0] in headings:
            yield presence.spans[0]


def _longest_run(places: list[Span]) -> list[int]:
    """Indices of the most places that stand in order."""
    best: list[list[int]] = []
    for at, place in enumerate(places):
        before = [run for run in best if places[run[-1]][0] <= place[0]]
        best.append([*max(before, key=len, default=[]), at])
    return max(best, key=len, default=[])


def _misplaced(context: Context, place: Span, at: int, kept: list[tuple[int, Span]], part: int) -> Match:
    """A heading out of order, with the one that it should follow or precede."""
    text = context.document.text
    follows = [other for each, other in kept if each < at and other[0] > place[0]]
    other = follows[-1] if follows else next(other for each, other in kept if each > at)
    name = text[slice(*other)][:24]
    zh, en = ("之后", "after") if follows else ("之前", "before")
    message = Message(f"这一部分应当排在“{name}”{zh}", f'This section belongs {en} "{name}"')
    related = Related(*other, Message(f"应在这一部分{zh}", f"it belongs {en} this one"))
    return Match(*place, message, related=(related,), part=part)
