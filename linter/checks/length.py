"""Something is too short or too long: a report, a section, a paragraph, a sentence, a title, a heading.

Characters are counted as Word's 字数 counts them: each Chinese character and each mark is one, each
number and each Latin word is one, blanks are none. A sentence ends with 。！？ and a quotation mark
after it.

The message may hold `{chars}`, and `{min}` and `{max}`.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.support.compiled import compiled
from linter.checks.support.scope import InSection, Scope, head, scoped_text
from linter.model.document import Span
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Context
from linter.schema.types import Doc, SectionId, Within
from linter.text.sentences import SENTENCE

MANUAL_ZH = """
过短或过长：一份报告、一个部分、一段、一句、标题、小标题。

字数的算法与 Word 的“字数”相同：一个汉字、一个标点算一个，一个数、一个外文词算一个，空白不算。句子到
。！？及其后的引号为止。

提示语里可以用 `{chars}`，以及 `{min}` 和 `{max}`。
"""

_WORD = r"[!-~]+|\S"

Unit = Literal["report", "section", "paragraph", "sentence", "title", "heading"]

VALUES = ("chars", "min", "max")


class Options(NamedTuple):
    """What is measured, and the limits."""

    unit: Annotated[Unit, Doc("量什么", "what is measured")]
    min: Annotated[
        int, Within(0, 10_000_000), Doc("至少多少字；0 为不限", "least number of characters; 0 for any")
    ] = 0
    max: Annotated[
        int, Within(0, 10_000_000), Doc("至多多少字；0 为不限", "greatest number of characters; 0 for any")
    ] = 0
    scope: Annotated[Scope, Doc("段和句的查找范围", "where paragraphs and sentences are looked for")] = "body"
    section: InSection = SectionId("")


def validate(options: Options) -> Iterator[tuple[str, Message]]:
    """A rule needs a limit, and `unit: section` the section that is measured."""
    if options.min <= 0 and options.max <= 0:
        yield "with", Message("min、max 至少要有一项", "needs one of min and max")
    if 0 < options.max < options.min:
        yield "max", Message("小于 min", "is less than min")
    if options.unit == "section" and not options.section:
        yield "with", Message("量一个部分要写明 section", "needs a section to measure")


def build(options: Options) -> Find:
    """Prepare the measuring of every unit of every part."""

    def find(context: Context) -> Iterator[Match]:
        text = context.document.text
        for index in range(len(context.parts)):
            for span, measured in _units(context, index, options):
                chars = _count_outside(options, [text[start:end] for start, end in measured])
                if chars is not None:
                    values = {"chars": chars, "min": options.min, "max": options.max}
                    yield Match(*span, values=values, part=index)

    return find


def _count_outside(options: Options, texts: list[str]) -> int | None:
    """The number of characters of some texts, if it is outside the limits; else None."""
    length = sum(map(len, texts))
    if not options.min and length <= options.max:
        return None
    chars = sum(len(compiled(_WORD).findall(each)) for each in texts)
    return chars if chars < options.min or 0 < options.max < chars else None


def _units(context: Context, index: int, options: Options) -> Iterator[tuple[Span, list[Span]]]:
    """Each unit of a part: where it is reported, and what of it is measured."""
    part = context.parts[index]
    match options.unit:
        case "report":
            yield head(context, part), [(part.start, part.end)]
        case "section":
            presence = context.presences[index][options.section]
            if presence.spans:
                yield presence.spans[0], list(presence.body)
        case "title":
            yield from _each([part.title] if part.title else [])
        case "heading":
            spans = scoped_text(context, index, "headings", options.section)
            yield from _each(spans.spans if spans else ())
        case unit:
            found = scoped_text(context, index, options.scope, options.section)
            for start, end in found.spans if found else ():
                if not options.min and end - start <= options.max:
                    continue
                yield from _each([(start, end)] if unit == "paragraph" else _sentences(context, start, end))


def _each(spans: Iterable[Span]) -> Iterator[tuple[Span, list[Span]]]:
    return ((span, [span]) for span in spans)


def _sentences(context: Context, start: int, end: int) -> Iterator[Span]:
    for match in compiled(SENTENCE).finditer(context.document.text, start, end):
        yield match.span()
