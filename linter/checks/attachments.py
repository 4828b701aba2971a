"""Attachments: what the text speaks of, what is listed below it, and what follows must agree.

One rule looks for one thing (`look_for`):

`cited`     the text speaks of an attachment (见附件2) that is neither listed nor attached
`listed`    the numbers of the list (附件：1.…  2.…) leave one out or come twice
`attached`  an attachment that follows (a line 附件2) is not in the list, one of the list does not
            follow although others do, or two follow under each other's number
`mark`      a name in the list ends with a punctuation mark (GB/T 9704-2012, 7.3.4)

An attachment of another document (《…》附件2) is none of these. A list without numbers is one attachment.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.support.compiled import compiled
from linter.model.document import Document, Span
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.model.outline import Context
from linter.schema.types import Doc
from linter.text.numerals import ONE_TO_TEN, value_of
from linter.text.sentences import LINE_ENDS

MANUAL_ZH = """
附件：正文提到的、正文之后列出的、后面附上的，应当一致。

一条规则查一样（`look_for`）：

`cited`     正文提到附件（见附件2），附件说明里没有、后面也没有附上
`listed`    附件说明（附件：1.……  2.……）的序号缺号或重号
`attached`  后面附上的（单独一行“附件2”）不在附件说明里；有的附上了，有的没有；两个附件的序号互换
`mark`      附件名称后面加了标点（GB/T 9704-2012 7.3.4）

别的文件的附件（《……》附件2）不算。附件说明不编号的，就是一个附件。
"""

_NUMBER = rf"(?P<number>\d{{1,2}}|[{ONE_TO_TEN}]{{1,3}})"
_LIST = (
    r"(?m)^[ \t\u3000]*附[ \u3000]*件"
    r"(?:[ \u3000]*(?P<one>\d{1,2})[ ]*[：:.．、 \u3000]|[ ]*[：:])(?P<rest>[^\n]*)$"
)
_ITEM = r"(?P<number>\d{1,2})[.．、][ \u3000]*(?P<name>(?!\d{1,3}(?!\d))[^；;\s][^；;\n]*)"
_NEXT_LINE = rf"[ \t\u3000\n]*{_ITEM}[；;]?[ \t\u3000]*$"
_ATTACHED = rf"(?m)^[ \t\u3000]*附[ \u3000]*件[ ]*(?:{_NUMBER}[.．：:]?)?[ \t\u3000]*$"
_CITED = (
    rf"(?:见|参见|填写|填报|按照|按|附后的|（)附件[ ]?{_NUMBER}?(?![\d{ONE_TO_TEN}])"
    r"|附件[ ]?(?P<bare>\d{1,2})(?!\d)"
)
_OTHERS = r"(?:》|号|号）|号\)|文件|原|该|其|上述|同一)[的之中]?$"
"""Before 附件: it belongs to another document."""
_LONGEST_OTHER = 4
_LONGEST_TITLE = 200
_MARKS = LINE_ENDS + "."


class Attachment(NamedTuple):
    """An attachment as it is listed, or the line that heads it where it follows."""

    number: int
    name: str
    start: int
    end: int


class _Part(NamedTuple):
    """The attachments of one report."""

    text: str
    """Of the whole file."""
    unlisted: bool
    """Whether a list says 附件： and nothing else: a web page has links there that are no text."""
    listed: list[Attachment]
    attached: list[Attachment]
    cited: list[tuple[int, Span]]


class Options(NamedTuple):
    """The key of `with:`."""

    look_for: Annotated[
        Literal["cited", "listed", "attached", "mark"], Doc("查什么，见本页开头", "see the head of this page")
    ]


def build(options: Options) -> Find:
    """Prepare the search for one kind of disagreement; each report is searched by itself."""
    search = _SEARCHES[options.look_for]

    def find(context: Context) -> Iterator[Match]:
        if "附" not in context.document.text:
            return
        for start, end in _extents(context):
            yield from search(_read(context.document, start, end))

    return find


def _extents(context: Context) -> Iterator[Span]:
    """Each report with what stands behind it, up to the next one: attachments follow the signature."""
    starts = [part.start for part in context.parts] + [len(context.document.text)]
    yield from pairwise(starts)


def _read(document: Document, start: int, end: int) -> _Part:
    """The attachments that are listed, that follow, and of which the text speaks."""
    text = document.text
    lists = list(compiled(_LIST).finditer(text, start, end))
    listed = [each for match in lists for each in _listed(text, match, end)]
    attached = [
        Attachment(value_of(match["number"] or "1") or 0, _next_line(text, match.end(), end), *match.span())
        for match in compiled(_ATTACHED).finditer(text, start, end)
    ]
    own = sorted((each.start, each.end) for each in (*listed, *attached))
    unlisted = bool(lists) and not listed and not attached[1:]
    return _Part(text, unlisted, listed, attached, list(_citations(text, start, end, own)))


def _next_line(text: str, place: int, end: int) -> str:
    """The first line with words behind an offset: the title of an attachment."""
    return text[place:end].lstrip()[:_LONGEST_TITLE].partition("\n")[0].strip()


def _citations(text: str, start: int, end: int, own: list[Span]) -> Iterator[tuple[int, Span]]:
    """Where the text speaks of an attachment, and its number, 0 where it has none; `own` are the lists."""
    for match in compiled(_CITED).finditer(text, start, end):
        index = bisect_right(own, match.span()) - 1
        within = index >= 0 and match.start() < own[index][1]
        before = text[max(start, match.start() - _LONGEST_OTHER) : match.start()]
        if not within and not compiled(_OTHERS).search(before):
            number = match["number"] or match["bare"]
            yield (value_of(number) or 0) if number else 0, match.span()


def _listed(text: str, match: "re.Match[str]", end: int) -> Iterator[Attachment]:
    """The attachments of a list, which begins with a match of `_LIST`; their numbers as written."""
    rest = match["rest"].strip()
    items = list(compiled(rf"(?:^|[；;])[ \u3000]*{_ITEM}").finditer(rest))
    if match["one"]:
        if rest:
            yield Attachment(int(match["one"]), rest, *match.span())
    elif rest and not items:
        yield Attachment(1, rest, *match.span())
        return
    for item in items:
        yield Attachment(int(item["number"]), item["name"].strip(), *match.span())
    place = match.end() + 1
    while line := compiled(_NEXT_LINE, re.MULTILINE).match(text, place, end):
        if line["name"].endswith(("：", ":")):
            return
        yield Attachment(int(line["number"]), line["name"].strip(), line.start("number"), line.end())
        place = line.end() + 1


# --- what does not agree ------------------------------------------------------------------------------


def _cited(part: _Part) -> Iterator[Match]:
    known = {each.number for each in (*part.listed, *part.attached)}
    told: set[int] = set()
    if part.unlisted:
        return
    for number, span in part.cited:
        if number in told or number in known or (not number and known):
            continue
        told.add(number)
        name = f"附件{number or ''}"
        if known:
            most = len(known)
            message = Message(
                f"文中提到{name}，附件说明里只有 {most} 个附件。请补上，或改正序号",
                f"the text speaks of {name}, but only {most} are listed: add it, or mend the number",
            )
        else:
            message = Message(
                f"文中提到{name}，文后没有附件说明，也没有附件。请补上“附件：……”",
                f"the text speaks of {name}, but none is listed or attached below: add 附件：…",
            )
        yield Match(*span, message, level=None if known else "info")


def _numbers(part: _Part) -> Iterator[Match]:
    for one, other in pairwise(part.listed):  # other lists than the first may begin again
        if other.number != one.number + 1 and not part.text[one.end : other.start].strip():
            message = Message(
                f"附件序号不连续：“{one.number}”之后是“{other.number}”。请补上漏掉的，或改正序号",
                f"attachment {other.number} follows {one.number}: add what is missing, or mend the number",
            )
            yield Match(other.start, other.end, message, related=_before(one))


def _before(one: Attachment) -> tuple[Related, ...]:
    return (Related(one.start, one.end, Message("前一个附件", "the attachment before")),)


def _attached(part: _Part) -> Iterator[Match]:
    if not part.attached or not part.listed:
        return
    names = {each.number: each.name for each in part.listed}
    for each in part.attached:
        if message := _not_as_listed(each, names):
            yield Match(each.start, each.end, message)
    following = {each.number for each in part.attached}
    for each in part.listed:
        if each.number not in following:
            yield Match(each.start, each.end, _not_attached(each.number))


def _not_as_listed(each: Attachment, names: dict[int, str]) -> Message | None:
    """What is wrong with an attachment that follows; `names` are those in the list, by number."""
    if each.number not in names:
        return Message(
            f"后面附有附件{each.number}，附件说明里没有。请补上，或改正序号",
            f"attachment {each.number} follows, but is not listed: add it, or mend the number",
        )
    right = next((number for number, name in names.items() if name == each.name), each.number)
    if not each.name or right == each.number:
        return None
    return Message(
        f"“{each.name}”在附件说明里是附件{right}，这里是附件{each.number}。请改成一致的",
        f"{each.name} is attachment {right} in the list and {each.number} here: make them agree",
    )


def _not_attached(number: int) -> Message:
    return Message(
        f"附件说明列有附件{number}，后面没有附上。请附上，或从附件说明里删去",
        f"attachment {number} is listed, but does not follow: attach it, or strike it from the list",
    )


def _marks(part: _Part) -> Iterator[Match]:
    for each in part.listed:
        line = part.text[each.start : each.end].rstrip()
        if line and line[-1] in _MARKS:
            end = each.start + len(line)
            yield Match(end - 1, end, suggestion="")


_SEARCHES: dict[str, Callable[[_Part], Iterator[Match]]] = {
    "cited": _cited,
    "listed": _numbers,
    "attached": _attached,
    "mark": _marks,
}
