"""Signs of a symbol font that came along as codes without a meaning: \\uf0b7 for the • of a list."""

from collections.abc import Iterator

from linter.checks.support.compiled import compiled
from linter.checks.support.exclusions import exclusion_test
from linter.model.finding import Match
from linter.model.outline import Context
from linter.text.characters import alphabet

_PRIVATE = "\ue000-\uf8ff"
_ANY = frozenset(map(chr, range(0xE000, 0xF900)))
_PAGES = ("pdf", "ofd")
"""Formats whose pages carry the fonts that draw such signs."""
_SYMBOL_BULLET = "\uf0b7"
"""A sign of the font Symbol, in which Word sets its usual bullet; the others are mostly of Wingdings."""


def private_signs(context: Context) -> Iterator[Match]:
    """The first of a file, with their number: whoever reads it has other fonts and sees boxes."""
    document, text = context.document, context.document.text
    if document.format in _PAGES or alphabet(text).isdisjoint(_ANY):
        return
    is_excluded = exclusion_test(document)
    found = [match for match in compiled(f"[{_PRIVATE}]").finditer(text) if not is_excluded(*match.span())]
    if found:
        first = found[0]
        yield Match(*first.span(), values={"count": len(found)}, suggestion=_meant(text, first.start()))


def _meant(text: str, at: int) -> str | None:
    """The sign that is meant at the head of a line; None elsewhere, and if none is known."""
    if text[text.rfind("\n", 0, at) + 1 : at].strip():
        return None
    from linter.readers.support.bullets import symbol

    known = symbol(ord(text[at]), "symbol" if text[at] == _SYMBOL_BULLET else "wingdings")
    return known if known != text[at] else None
