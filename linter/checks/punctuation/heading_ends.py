"""Headings 一、 that end with a mark although they have their line to themselves."""

import re
from collections.abc import Iterator

from linter.model.finding import Match
from linter.model.outline import Context
from linter.text.sentences import COMMON_CLAUSE_ENDS, COMMON_STOPS


def heading_ends(context: Context) -> Iterator[Match]:
    """Headings 一、 on lines of their own that end with a mark."""
    text, blocks = context.document.text, context.document.blocks
    for part in context.parts:
        for heading in part.headings:
            block = blocks[heading.block]
            end = block.start + len(text[block.start : block.end].rstrip(" \u3000*_"))
            first = heading.number is not None and heading.number.style == "一、"
            alone = first and heading.kind == "line" and heading.body_end > block.end
            marked = text[end - 1] in COMMON_CLAUSE_ENDS + "：、" and not re.search(
                f"[{COMMON_STOPS}]", text[heading.start : end - 1]
            )
            if alone and marked:
                yield Match(end - 1, end)
