"""A 某 that stands for the unit's own name, in the title or right behind it (某县…局工作总结), or for whom it
works under, anywhere: 在某县委的领导下.
"""

from collections.abc import Callable, Iterator

from linter.checks.placeholder.words import Words
from linter.checks.support.compiled import compiled
from linter.model.document import Span
from linter.model.outline import Context
from linter.text.characters import HAN
from linter.text.patterns import alternation
from linter.text.sentences import CLAUSE_ENDS, COMMON_CLAUSE_ENDS, sentence

_OPENING = 60
"""Characters behind a title in which a report names its own unit."""


def unnamed_units(words: Words) -> Callable[[Context], Iterator[Span]]:
    """A finder of a lone 某 in the unit's own name, in a title or right behind it: 某县…局.

    The name begins with 某 and one of `places`, and ends with one of `bodies` that none of `not_bodies`
    follows. So does a body under whose `leading` the unit works, anywhere. Elsewhere 某县 is a name withheld
    on purpose.
    """
    bodies = alternation(words.bodies)
    led = rf"[^{COMMON_CLAUSE_ENDS}\n某]{{0,15}}{alternation(words.leading)}下"
    above = rf"在(某)(?!某)[{HAN}]{{0,2}}{bodies}{led}"
    name = (
        rf"(?:^|[\t\n\f\r ，,])(某{alternation(words.places)})[{HAN}]{{0,12}}?{bodies}"
        rf"(?!{alternation([*words.not_bodies, '、'])})[\s\S]"
    )

    person = rf"[{HAN}](?:某某|某)(?:[{CLAUSE_ENDS}（(]|{alternation(words.behind_persons)})"

    def find(context: Context) -> Iterator[Span]:
        text = context.document.text
        if "某" not in text:
            return
        for match in compiled(above).finditer(text):
            if not _names_person(text, match.start(1), person):
                yield match.span(1)
        for part in context.parts:
            low, high = part.title or (part.start, part.start)
            for match in compiled(name).finditer(text[low : high + _OPENING]):
                if not _names_person(text, low + match.start(1), person):
                    yield low + match.start(1), low + match.start(1) + 1

    return find


def _names_person(text: str, start: int, person: str) -> bool:
    """Whether somebody of the unit is kept anonymous, too: 某县某局局长张某收受贿赂."""
    return compiled(person).search(text, start, sentence(text, start)[1]) is not None
