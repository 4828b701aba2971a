"""If a report says one thing, it must say another one too, or must not.

Where a match of `when` stands, one of `then` must stand `within` the same sentence, paragraph, section
or report, and none of `never` may. Reported is the first match of `when` that lacks its counterpart.
`scope` and `section` narrow where `when` is looked for; within a report, `then_scope` narrows where the
counterpart is ("正文提到附件的，文末要列出附件").
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.support.compiled import compiled
from linter.checks.support.matching import Unless, matches
from linter.checks.support.scope import Scope, ScopedText, scoped_text
from linter.model.document import Span
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.model.outline import Context
from linter.schema.types import Doc, Pattern, SectionId
from linter.text.needed import needed_by_all
from linter.text.patterns import by_line
from linter.text.sentences import FULL_STOPS

MANUAL_ZH = """
说了甲就要说乙，或者说了甲就不能说乙。

有 `when` 的匹配的地方，在 `within` 所指的同一句、同一段、同一部分或同一份报告里，必须有 `then` 的一个匹配，
不得有 `never` 的匹配。报在缺了对应内容的第一处 `when` 上。`scope` 和 `section` 限定在哪里找 `when`；在整份
报告里对应时，`then_scope` 限定在哪里找对应的内容（“正文提到附件的，文末要列出附件”）。
"""

_UNITS = {"sentence": f"[^{FULL_STOPS}\n]+", "paragraph": "[^\n]+"}


class Options(NamedTuple):
    """The condition, and what must or must not stand near it."""

    when: Annotated[tuple[Pattern, ...], Doc("条件：出现其中之一", "the condition: one of these is there")]
    then: Annotated[tuple[Pattern, ...], Doc("则必须出现其中之一", "then one of these must be there")] = ()
    never: Annotated[tuple[Pattern, ...], Doc("则不得出现", "then none of these may be there")] = ()
    unless: Unless = ()
    within: Annotated[
        Literal["sentence", "paragraph", "section", "report"],
        Doc("在多大范围内对应", "how near the counterpart must be"),
    ] = "report"
    scope: Annotated[Scope, Doc("在哪里找条件", "where the condition is looked for")] = "document"
    section: Annotated[
        SectionId, Doc("只在这一部分找条件", "look for the condition in this section only")
    ] = SectionId("")
    then_scope: Annotated[
        Scope, Doc("在报告的哪里找对应内容", "where in the report the counterpart is looked for")
    ] = "document"


def validate(options: Options) -> Iterator[tuple[str, Message]]:
    """Options that do not go together: a condition needs a consequence, a section its name."""
    if not options.when:
        yield "when", Message("不能为空", "must not be empty")
    if not (options.then or options.never):
        yield "with", Message("then、never 至少要有一项", "needs one of then and never")
    if options.within == "section" and not options.section:
        yield "with", Message("within: section 要写明 section", "within: section needs a section")
    if options.within != "report" and options.then_scope != "document":
        yield "then_scope", Message("只用于 within: report", "is for within: report only")


def needs(options: Options) -> tuple[str, ...]:
    """The words without which the condition is nowhere met."""
    return needed_by_all(options.when)


class _Patterns(NamedTuple):
    when: Any
    unless: Any | None
    then: Any | None
    never: Any | None


def build(options: Options) -> Find:
    """Compile the patterns; the result judges one draft."""
    patterns = _Patterns(*map(by_line, (options.when, options.unless, options.then, options.never)))

    def find(context: Context) -> Iterator[Match]:
        for index in range(len(context.parts)):
            text = scoped_text(context, index, options.scope, options.section)
            if text is None or not patterns.when.search(text.text):
                continue
            for first, near in _pairs(context, index, text, patterns, options):
                if match := _violation(context, first, near, patterns):
                    yield match._replace(part=index)

    return find


def _pairs(
    context: Context, index: int, text: ScopedText, patterns: _Patterns, options: Options
) -> Iterator[tuple[Span, ScopedText]]:
    """The first condition of each unit, and the text where its counterpart is looked for."""
    conditions = [span for span, _ in matches(context, text, patterns.when, patterns.unless)]
    if not conditions:
        return
    if options.within in _UNITS:
        whole = context.document.text
        part = context.parts[index]
        for unit in compiled(_UNITS[options.within]).finditer(whole, part.start, part.end):
            inside = [span for span in conditions if unit.start() <= span[0] < unit.end()]
            if inside:
                yield inside[0], ScopedText(unit.group(), (0,), (unit.span(),))
        return
    near = text if options.within == "section" else scoped_text(context, index, options.then_scope)
    yield conditions[0], near or ScopedText("", (0,), (conditions[0],))


def _violation(context: Context, first: Span, near: ScopedText, patterns: _Patterns) -> Match | None:
    """A match at the condition `first` if its counterpart is not in `near`, or something forbidden is."""
    if patterns.never and (wrong := next(matches(context, near, patterns.never), None)):
        return Match(
            *first, related=(Related(*wrong[0], Message("与此处不能同时出现", "not together with this")),)
        )
    others = (span for span, _ in matches(context, near, patterns.then) if span != first)
    return Match(*first) if patterns.then and next(others, None) is None else None
