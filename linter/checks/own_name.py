"""The name of the unit itself, once written with another character that sounds or looks alike.

The name of the place, school or office in the title (清溪街道) is looked for in the report with one of its
characters replaced by another of the same group of `alike_in_names` (青溪街道). Nothing is said where the
other name is as usual as that of the title, or stands beside another name (与清泉镇、清河镇): then it is
another place. The suggestion is the name in the title.
"""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from linter.checks.api import Find
from linter.checks.support.compiled import compiled
from linter.model.document import Span
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.model.outline import Context, Part
from linter.schema.types import WordList, WordLists
from linter.text.characters import HAN, places
from linter.text.numerals import DECIMAL
from linter.text.patterns import alternation

MANUAL_ZH = """
报告自己的单位名称，有一处写成了音近、形近的字。

标题里的地名、校名、局名（清溪街道），其中一个字换成词表 `alike_in_names` 里同一组的另一个字（青溪街道），
在报告里出现了就报。别的写法和标题里的一样常见的，或与别的名称并列的（与清泉镇、清河镇），是另一个地方，
不报。建议改为标题里的写法。
"""

_BEFORE = rf"(?:关于)?(?:[{DECIMAL}]{{4}}年度?)?"
"""What may stand before the name in a title."""
_USUAL = 2
"""So often the right name stands in the report, its title included, at least."""


class Words(NamedTuple):
    """The word lists of the check."""

    alike_in_names: WordList
    kinds: WordList
    beside: WordList


class Options(NamedTuple):
    """The word lists that the check uses."""

    words: Annotated[Words, WordLists]


def build(options: Options) -> Find:
    """Prepare the search; each report is held against its own title."""
    words = options.words

    def find(context: Context) -> Iterator[Match]:
        for part in context.parts:
            if part.title:
                yield from _slips(context.document.text, part, part.title, words)

    return find


def _slips(text: str, part: Part, title: Span, words: Words) -> Iterator[Match]:
    """The places of a report at which a name is nearly that of its title."""
    named = compiled(rf"{_BEFORE}(?P<name>[{HAN}]{{2,3}}?){alternation(words.kinds)}").match(
        text[slice(*title)]
    )
    if not named:
        return
    name, kind = named["name"], named[0][named.end("name") :]
    usual = text.count(name + kind, part.start, part.end)
    start = title[0] + named.start("name")
    right = Related(start, start + len(name + kind), Message("标题里的写法", "as the title has it"))
    for other in _nearly(name, words.alike_in_names) if usual >= _USUAL else ():
        found = list(places(text, other + kind, part.start, part.end))
        if len(found) >= usual:
            continue
        for place in found:
            end = place + len(other + kind)
            if not (text.endswith(words.beside, 0, place) or text.startswith(words.beside, end)):
                yield Match(place, end, suggestion=name + kind, related=(right,))


def _nearly(name: str, alike: tuple[str, ...]) -> Iterator[str]:
    """A name with one of its characters replaced by one that is alike."""
    for place, char in enumerate(name):
        for other in dict.fromkeys("".join(group for group in alike if char in group)):
            if other != char:
                yield name[:place] + other + name[place + 1 :]
