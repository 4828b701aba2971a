"""What a chat assistant said before, after and amid the text it wrote."""

from collections.abc import Iterator

from linter.checks.api import Find
from linter.checks.residue.frame import above_signature
from linter.model.finding import Match
from linter.model.outline import Context
from linter.structure.chat_lines import Words, chat_amid, chat_frame, prepare


def chat(words: Words) -> Find:
    """A `Find` that yields the lines of an assistant; what stands above a signature, the author says."""
    match = prepare(words)

    def find(context: Context) -> Iterator[Match]:
        text, blocks = context.document.text, context.document.blocks
        lines = [text[block.start : block.end] for block in blocks]
        frame, amid = chat_frame(lines, match), chat_amid(text, lines, match)
        signed = above_signature(context) if frame.tail else set()
        for index in sorted({*frame.head, *amid, *(set(frame.tail) - signed)}):
            yield Match(blocks[index].start, blocks[index].end)

    return find
