"""What a file holds besides its text, and should not when it goes out: comments, changes, hidden text."""

from collections.abc import Iterator

from linter.checks.support.scope import head
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Context


def unsettled(context: Context) -> Iterator[Match]:
    """One match for each of the three that a file holds, with how many there are."""
    document = context.document
    if not context.parts:
        return
    comments = [mark for mark in document.marks if mark.kind == "comment"]
    if comments:
        yield Match(comments[0].start, comments[0].end, _comments(len(comments)))
    top = head(context, context.parts[0])
    if document.changes:
        yield Match(*top, _changes(document.changes))
    if document.hidden:
        yield Match(*top, _hidden(document.hidden))


def _comments(count: int) -> Message:
    return Message(
        f"文件里还有 {count} 条批注没有处理，报出前请逐条处理并删除",
        f"{count} comment{'s are' if count > 1 else ' is'} still in the file: settle and delete them first",
    )


def _changes(count: int) -> Message:
    return Message(
        f"文件里还有 {count} 处修订没有接受或拒绝，对方打开就能看到改动：报出前请全部接受或拒绝",
        f"{count} tracked change{'s are' if count > 1 else ' is'} still in the file, for everybody to see: "
        "accept or reject before it goes out",
    )


def _hidden(count: int) -> Message:
    return Message(
        f"文件里有 {count} 处隐藏文字，打印时看不到，对方却能显示出来。在 Word、WPS 里点“显示/隐藏编辑标记”"
        "就能看到，报出前请删去或取消隐藏",
        f"{count} stretch{'es' if count > 1 else ''} of hidden text: not printed, yet anybody can show it "
        "(in Word by the button ¶); delete it or show it before it goes out",
    )
