"""Characters that nobody sees: they part words for a search, or turn the order of what stands beside them."""

from collections.abc import Iterator

from linter.checks.support.compiled import compiled
from linter.checks.support.rewrites import Edit, by_paragraph
from linter.text.characters import WIDE, alphabet, is_han

_UNSEEN = (
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\u3164\U000e0001\U000e0020-\U000e007f"
    "\x00-\x08\x0e-\x1f\x7f"
)
"""Of no width: joiners, marks of the direction of writing, byte-order marks, soft hyphens, tags, controls."""
_SOFT_HYPHEN = "\u00ad"
_NO_BREAK = "\u00a0\u202f"
_PLAIN = f"\\s!-~{WIDE}‘’“”—…·"
"""What stands beside them where they have no use: in other scripts and in emoji they shape letters."""


def _unseen(text: str) -> Iterator[Edit]:
    """With the characters beside them, for what is not seen cannot be shown."""
    if not compiled(f"[{_UNSEEN}]").search("".join(alphabet(text))):  # each once
        return
    last = 0
    for match in compiled(f"[{_UNSEEN}]+").finditer(text):
        start, end = match.span()
        before, behind = text[start - 1 : start], text[end : end + 1]
        hyphen = match[0] == _SOFT_HYPHEN and before.isascii() and before.isalpha()
        if not hyphen and all(_is_plain(char) for char in (before, behind)):
            left, right = is_han(before) and start > last, is_han(behind)
            last = end + right
            yield Edit(start - left, last, before[:left] + behind[:right])


def _is_plain(char: str) -> bool:
    return char == "" or compiled(f"[{_PLAIN}]").match(char) is not None


def _no_break_spaces(text: str) -> Iterator[Edit]:
    """Those beside Chinese, or at the beginning of a line; beside figures and other words they have a use."""
    if alphabet(text).isdisjoint(_NO_BREAK):
        return
    for match in compiled(f"[{_NO_BREAK}]+").finditer(text):
        start, end = match.span()
        before, behind = text[start - 1 : start], text[end : end + 1]
        if before in ("", "\n") or _is_chinese(before) or _is_chinese(behind) or end - start > 1:
            yield Edit(start, end, " " * (end - start))


def _is_chinese(char: str) -> bool:
    """Whether a character is Chinese, or a mark of Chinese text."""
    return compiled(f"[{WIDE}”’]").match(char) is not None


invisible = by_paragraph(_unseen, "document", "")
"""A `Find` that yields one match a paragraph, from its first to its last character of no width."""

no_break_spaces = by_paragraph(_no_break_spaces, "document", "")
"""The same for the spaces of a web page."""
