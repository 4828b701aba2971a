"""What a chat assistant said before, after and amid the text it wrote."""

from collections.abc import Iterator

from linter.checks.api import Find
from linter.checks.residue.web import above_signature
from linter.model.finding import Match
from linter.model.outline import Context
from linter.structure.chat_lines import Words, chat_amid, chat_frame, prepare
from linter.structure.web_lines import WebLines
from linter.text.characters import has

_PATHS = (">", "＞", "»", "|", "｜")
"""What parts the steps of a path: 首页 > 文章."""


def chat(words: Words, page: WebLines) -> Find:
    """A `Find` that yields the lines of an assistant; what stands above a signature, the author says.

    Where the path of a page or the foreword of a site stands among the lines at the beginning, all are the
    page's.
    """
    match = prepare(words)

    def find(context: Context) -> Iterator[Match]:
        text, blocks = context.document.text, context.document.blocks
        lines = tuple([text[block.start : block.end] for block in blocks])
        frame, amid = chat_frame(lines, match), chat_amid(text, lines, match)
        signed = above_signature(context) if frame.tail else set()
        said = [lines[at] for at in frame.head]
        framed = any(has(line, _PATHS) and page.is_clearly_web(line) for line in said)
        head = () if framed or any(has(line, words.forewords) for line in said) else frame.head
        starts = dict.fromkeys((*head, *amid, *frame.tail), 0) | dict(frame.behind)
        for index in sorted({*head, *amid, *({*frame.tail, *dict(frame.behind)} - signed)}):
            yield Match(blocks[index].start + starts[index], blocks[index].end)

    return find
