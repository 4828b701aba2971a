"""A 某 that stands for the unit's own name, in the title or right behind it: 某县…局工作总结."""

import re
from collections.abc import Callable, Iterable, Iterator

from linter.checks.support.compiled import compiled
from linter.model.document import Span
from linter.model.outline import Context
from linter.text.characters import HAN

_OPENING = 60
"""Characters behind a title in which a report names its own unit."""


def unnamed_units(
    places: Iterable[str], bodies: Iterable[str], not_bodies: Iterable[str]
) -> Callable[[Context], Iterator[Span]]:
    """A finder of a lone 某 in the unit's own name, in a title or right behind it: 某县…局.

    The name begins with 某 and one of `places`, and ends with one of `bodies` that none of `not_bodies`
    follows. Elsewhere 某县 is a name withheld on purpose.
    """
    place, body, follower = (
        "|".join(map(re.escape, words)) for words in (places, bodies, (*not_bodies, "、"))
    )
    pattern = (
        rf"(?:^|[\t\n\f\r ，,])(某(?:{place}))[{HAN}]{{0,12}}?(?:{body})(?!{follower})[\s\S]"
        if place and body
        else ""
    )

    def find(context: Context) -> Iterator[Span]:
        text = context.document.text
        if not pattern or "某" not in text:
            return
        for part in context.parts:
            low, high = part.title or (part.start, part.start)
            for match in compiled(pattern).finditer(text[low : high + _OPENING]):
                yield low + match.start(1), low + match.start(1) + 1

    return find
