"""There are enough, and not too many, of something: figures, examples, exclamation marks, "进一步".

What matches `patterns` is counted in each report, within `scope` and `section`; a match that touches a
match of `unless` does not count. Too few are reported at the title, too many at the first one over the
limit. A report without the section is left to the rule that asks for it.

The message may hold `{count}`, and `{min}` and `{max}`.
"""

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from linter.checks.api import Find
from linter.checks.support.matching import Unless, matches
from linter.checks.support.scope import InScope, InSection, head, scoped_text
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.model.outline import Context
from linter.schema.types import Doc, Pattern, SectionId, Within
from linter.text.needed import needed_by_all
from linter.text.patterns import by_line

MANUAL_ZH = """
某样东西要够数，又不能太多：数据、事例、感叹号、“进一步”。

在每份报告里（`scope`、`section` 所限的范围内）数 `patterns` 的匹配，与 `unless` 的匹配相交的不算。太少的报在
标题上，太多的报在超出的第一处。没有 `section` 那一部分的，由要求这一部分的规则去报。

提示语里可以用 `{count}`，以及 `{min}` 和 `{max}`。
"""

_SHOWN = 5
"""How many earlier places are named with the first one over the limit."""

VALUES = ("count", "min", "max")


class Options(NamedTuple):
    """What is counted, where, and the limits."""

    patterns: Annotated[tuple[Pattern, ...], Doc("数什么（正则）", "what is counted")]
    unless: Unless = ()
    min: Annotated[int, Within(0, 1_000_000), Doc("至少多少处", "the least number")] = 0
    max: Annotated[
        int, Within(-1, 1_000_000), Doc("至多多少处；-1 为不限", "the greatest number; -1 for any")
    ] = -1
    scope: InScope = "document"
    section: InSection = SectionId("")


def validate(options: Options) -> Iterator[tuple[str, Message]]:
    """A rule needs something to count, and a limit."""
    if not options.patterns:
        yield "patterns", Message("不能为空", "must not be empty")
    if options.min <= 0 and options.max < 0:
        yield "with", Message("min、max 至少要有一项", "needs one of min and max")
    if 0 <= options.max < options.min:
        yield "max", Message("小于 min", "is less than min")


def needs(options: Options) -> tuple[str, ...]:
    """The words without which there is nothing to count; there may be too little in any text."""
    return () if options.min > 0 else needed_by_all(options.patterns)


def build(options: Options) -> Find:
    """Prepare the counting of matches in every part."""
    counted, unless = by_line(options.patterns), by_line(options.unless)

    def find(context: Context) -> Iterator[Match]:
        for index, part in enumerate(context.parts):
            text = scoped_text(context, index, options.scope, options.section)
            if text is None and options.section:
                continue
            found = [span for span, _ in matches(context, text, counted, unless)] if text else []
            values = {"count": len(found), "min": options.min, "max": options.max}
            if len(found) < options.min:
                yield Match(*head(context, part), values=values, part=index)
            elif 0 <= options.max < len(found):
                earlier = tuple(
                    Related(*span, Message("前面的一处", "one before"))
                    for span in found[max(0, options.max - _SHOWN) : options.max]
                )
                yield Match(*found[options.max], values=values, related=earlier, part=index)

    return find
