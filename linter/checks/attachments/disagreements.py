"""What does not agree in what a report says of its attachments."""

from collections.abc import Iterator
from itertools import pairwise

from linter.checks.attachments.reading import Attachment, Attachments
from linter.model.document import Span
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.text.sentences import LINE_ENDS

_MARKS = LINE_ENDS + "."


def cited(part: Attachments) -> Iterator[Match]:
    """Attachments of which the text speaks, where none is listed or attached."""
    for number, span in _unthere(part) if not (part.listed or part.attached) else ():
        name = f"附件{number or ''}"
        message = Message(
            f"文中提到{name}，文后没有附件说明，也没有附件。请补上“附件：……”",
            f"the text speaks of {name}, but none is listed or attached below: add 附件：…",
        )
        yield Match(*span, message)


def beyond(part: Attachments) -> Iterator[Match]:
    """Attachments of which the text speaks by a number that those listed and attached have not."""
    most = len({each.number for each in (*part.listed, *part.attached)})
    for number, span in _unthere(part) if most else ():
        message = Message(
            f"文中提到附件{number}，附件说明里只有 {most} 个附件。请补上，或改正序号",
            f"the text speaks of attachment {number}, but only {most} are listed: add it, or mend the number",
        )
        yield Match(*span, message)


def _unthere(part: Attachments) -> Iterator[tuple[int, Span]]:
    """The attachments of which the text speaks, each once, that are neither listed nor attached."""
    there = {each.number for each in (*part.listed, *part.attached)}
    reported: set[int] = set()
    for number, span in part.cited if not part.unlisted else ():
        if not (number in reported or number in there or (not number and there)):
            reported.add(number)
            yield number, span


def listed(part: Attachments) -> Iterator[Match]:
    """Numbers of the list that do not follow on."""
    for one, other in pairwise(part.listed):  # other lists than the first may begin again
        if other.number != one.number + 1 and not part.text[one.end : other.start].strip():
            message = Message(
                f"附件序号不连续：“{one.number}”之后是“{other.number}”。请补上漏掉的，或改正序号",
                f"attachment {other.number} follows {one.number}: add what is missing, or mend the number",
            )
            before = Related(one.start, one.end, Message("前一个附件", "the attachment before"))
            yield Match(other.start, other.end, message, related=(before,))


def attached(part: Attachments) -> Iterator[Match]:
    """Attachments that follow under another number than in the list."""
    names = {each.number: each.name for each in part.listed}
    for each in part.attached:
        if right := _number_listed(each, names):
            message = Message(
                f"“{each.name}”在附件说明里是附件{right}，这里是附件{each.number}。请改成一致的",
                f"{each.name} is attachment {right} in the list and {each.number} here: make them agree",
            )
            yield Match(each.start, each.end, message)


def missing(part: Attachments) -> Iterator[Match]:
    """Attachments that follow and are not listed, and listed ones that do not follow although others do."""
    if not part.attached or not part.listed:
        return
    names = {each.number: each.name for each in part.listed}
    for each in part.attached:
        if each.number not in names and not _number_listed(each, names):
            message = Message(
                f"后面附有附件{each.number}，附件说明里没有。请补上，或改正序号",
                f"attachment {each.number} follows, but is not listed: add it, or mend the number",
            )
            yield Match(each.start, each.end, message)
    following = {each.number for each in part.attached}
    named = {each.name for each in part.attached} - {""}
    for each in part.listed:
        if each.number not in (*following, *part.apart) and each.name not in named:
            yield Match(each.start, each.end, _not_attached(each.number))


def _number_listed(each: Attachment, names: dict[int, str]) -> int:
    """The number that the list has for an attachment that follows under another one; 0 where they agree,
    or it is not in the list. `names` are those in the list, by number.
    """
    right = next((number for number, name in names.items() if each.name and name == each.name), each.number)
    return right if right != each.number and each.name != names.get(each.number) else 0


def _not_attached(number: int) -> Message:
    return Message(
        f"附件说明列有附件{number}，后面没有附上。请附上，或从附件说明里删去",
        f"attachment {number} is listed, but does not follow: attach it, or strike it from the list",
    )


def marked(part: Attachments) -> Iterator[Match]:
    """Marks behind names in the list."""
    for each in part.listed:
        line = part.text[each.start : each.end].rstrip()
        if line and line[-1] in _MARKS:
            end = each.start + len(line)
            yield Match(end - 1, end, suggestion="")
