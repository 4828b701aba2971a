"""The figures in the cells of a table."""

from linter.checks.arithmetic.compare import span
from linter.checks.arithmetic.quantities import Quantity, Reader
from linter.model.document import Span

_DECORATION = "*_$£€¥￥ "
_NILS = ("-", "—", "——", "–", "/", "无", "nil", "")


def is_nil(text: str, cell: Span) -> bool:
    """Whether a cell says that there is nothing: a dash, 无, or no word at all."""
    return text[slice(*cell)].strip() in _NILS


def figure(text: str, cell: Span, read: Reader) -> Quantity | None:
    """The exact figure that a cell holds and nothing else but marks of bold type or of a currency; None where
    it does not.
    """
    start, end = cell
    content = text[start:end]
    start += len(content) - len(content.lstrip(_DECORATION))
    end -= len(content) - len(content.rstrip("*_"))
    found = next(read(text, start, end), None)
    return found if found and found.exact and span(found) == (start, end) else None
