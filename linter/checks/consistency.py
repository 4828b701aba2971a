"""One of several forms, the same throughout: 账号 or 帐号, 其他 or 其它, one name for one unit.

Each group of `groups` holds the forms of one thing, as patterns. Where a report, or the whole file with
`within: file`, uses more than one of them, every place of the rarer ones is reported, with the first
place of the usual one. Of forms used equally often the first in the report is taken for the usual one.

The message may hold `{usual}`, the usual form as it is first written.
"""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.support.matching import Unless, matches
from linter.checks.support.scope import InScope, InSection, ScopedText, scoped_text, scoped_texts
from linter.model.document import Span
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.model.outline import Context
from linter.schema.types import Doc, Pattern, SectionId
from linter.text.patterns import by_line

MANUAL_ZH = """
几种写法只用一种，前后一致：“账号”还是“帐号”，“其他”还是“其它”，同一单位用同一名称。

`groups` 的每一组是同一事物的几种写法（正则）。一份报告（`within: file` 时为整个文件）用了不止一种的，较少用的
每一处都报出，并指明常用写法的第一处。次数相同的，以先出现的为常用写法。

提示语里可以用 `{usual}`，即常用写法第一处的原文。
"""

VALUES = ("usual",)


class Options(NamedTuple):
    """The forms, and where they must agree."""

    groups: Annotated[
        tuple[tuple[Pattern, ...], ...],
        Doc("每组是同一事物的几种写法（正则）", "groups of patterns: the forms of one thing"),
    ]
    unless: Unless = ()
    within: Annotated[Literal["report", "file"], Doc("在多大范围内一致", "where the forms must agree")] = (
        "report"
    )
    scope: InScope = "document"
    section: InSection = SectionId("")


def validate(options: Options) -> Iterator[tuple[str, Message]]:
    """Groups need two forms or more."""
    if not options.groups or any(len(group) < 2 for group in options.groups):
        yield "groups", Message("每组至少要有两种写法", "every group needs two forms or more")


def build(options: Options) -> Find:
    """Compile the forms; the function returned checks one document."""
    groups = [[_form(form) for form in group] for group in options.groups]
    unless = by_line(options.unless)

    def find(context: Context) -> Iterator[Match]:
        for unit in _units(context, options):
            for forms in groups:
                yield from _minority(context, unit, forms, unless)

    return find


def _units(context: Context, options: Options) -> Iterator[list[ScopedText]]:
    """For each unit in which the forms must agree, its texts: one per report, or those of the whole file."""
    if options.within == "file":
        yield list(scoped_texts(context, options.scope, options.section))
        return
    found = (scoped_text(context, at, options.scope, options.section) for at in range(len(context.parts)))
    yield from ([text] for text in found if text)


class _Form(NamedTuple):
    """One way to write something."""

    literal: str
    """Its text; empty for a pattern that has several."""
    pattern: Any

    def is_in(self, text: str) -> bool:
        """Whether a text has this form."""
        return self.literal in text if self.literal else self.pattern.search(text) is not None


def _form(form: str) -> _Form:
    return _Form(form if re.escape(form) == form else "", by_line([form]))


def _minority(
    context: Context, unit: list[ScopedText], forms: list[_Form], unless: Any | None
) -> Iterator[Match]:
    """A match for each place of a form that is not the usual one of the unit."""
    present = [form for form in forms if any(form.is_in(text.text) for text in unit)]
    if len(present) < 2:
        return
    found = (
        [span for text in unit for span, _ in matches(context, text, form.pattern, unless)]
        for form in present
    )
    used: list[list[Span]] = [places for places in found if places]
    if len(used) < 2:
        return
    usual = max(used, key=lambda places: (len(places), -places[0][0]))
    start, end = usual[0]
    name = context.document.text[start:end]
    related = Related(start, end, Message(f"此处写作“{name}”", f'here it is "{name}"'))
    for places in used:
        for span in places if places is not usual else ():
            yield Match(*span, values={"usual": name}, related=(related,))
