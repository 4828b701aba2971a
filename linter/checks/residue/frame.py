"""What a report's frame tells about a line that may be a leftover."""

from linter.model.outline import Context


def above_signature(context: Context) -> set[int]:
    """The blocks that stand above the signature of a report: what is said there, its author says."""
    return {
        index
        for part in context.parts
        if part.closing_block < part.end_block
        for index in range(part.first_block, part.closing_block)
    }
