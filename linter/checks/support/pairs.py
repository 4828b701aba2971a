"""The pairs of neighbouring characters in a text, for rules that look for wrong ones."""

from linter.checks.support.kept import kept
from linter.model.pairs import pairs_in

_AT_ONCE = 1 << 16
"""Characters whose pairs are made at once: those of a text of 10 MB would need 120 MB."""


@kept
def different_pairs(text: str) -> set[int]:
    """The pairs of a text as numbers (`linter.model.pairs`), each once."""
    found: set[int] = set()
    for start in range(0, len(text), _AT_ONCE):
        found.update(pairs_in(text[start : start + _AT_ONCE + 1]))
    return found
