"""Attachments: what the text speaks of, what is listed below it, and what follows must agree.

One rule looks for one thing (`look_for`):

`cited`     the text speaks of an attachment (见附件2), and none is listed or attached
`beyond`    the text speaks of one by a number that those listed or attached have not
`listed`    the numbers of the list (附件：1.…  2.…) leave one out or come twice
`attached`  an attachment follows (a line 附件2) under another number than in the list, or two under each
            other's
`missing`   an attachment that follows is not in the list, or one of the list does not follow although
            others do
`mark`      a name in the list ends with a punctuation mark (GB/T 9704-2012, 7.3.4)

An attachment of another document (《…》附件2) is none of these. A list without numbers is one attachment.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.attachments.disagreements import attached, beyond, cited, listed, marked, missing
from linter.checks.attachments.reading import Attachments, Words, read
from linter.model.document import Span
from linter.model.finding import Match
from linter.model.outline import Context
from linter.schema.types import Doc, WordLists

MANUAL_ZH = """
附件：正文提到的、正文之后列出的、后面附上的，应当一致。

一条规则查一样（`look_for`）：

`cited`     正文提到附件（见附件2），没有附件说明、后面也没有附上
`beyond`    正文提到的附件，序号超出附件说明里的
`listed`    附件说明（附件：1.……  2.……）的序号缺号或重号
`attached`  后面附上的（单独一行“附件2”）与附件说明里的序号不同；两个附件的序号互换
`missing`   后面附上的不在附件说明里；有的附上了，有的没有
`mark`      附件名称后面加了标点（GB/T 9704-2012 7.3.4）

别的文件的附件（《……》附件2）不算。附件说明不编号的，就是一个附件。
"""

LookFor = Literal["cited", "beyond", "listed", "attached", "missing", "mark"]

_SEARCHES: dict[LookFor, Callable[[Attachments], Iterator[Match]]] = {
    "cited": cited,
    "beyond": beyond,
    "listed": listed,
    "attached": attached,
    "missing": missing,
    "mark": marked,
}


class Options(NamedTuple):
    """The key of `with:`, and the word lists."""

    words: Annotated[Words, WordLists]
    look_for: Annotated[LookFor, Doc("查什么，见本页开头", "see the head of this page")]


def build(options: Options) -> Find:
    """Prepare the search for one kind of disagreement; each report is searched by itself."""
    search = _SEARCHES[options.look_for]

    def find(context: Context) -> Iterator[Match]:
        if "附" not in context.document.text:
            return
        for start, end in _extents(context):
            yield from search(read(context.document, start, end, options.words))

    return find


def _extents(context: Context) -> Iterator[Span]:
    """Each report with what stands behind it, up to the next one: attachments follow the signature."""
    starts = [part.start for part in context.parts] + [len(context.document.text)]
    yield from pairwise(starts)
