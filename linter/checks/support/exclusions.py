"""Spans in which signs that look like leftovers are none: code, comments, addresses, Markdown markup."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from linter.model.document import Document
from linter.text.characters import WIDE
from linter.text.sentences import COMMON_STOPS

_MARKDOWN = (
    r"^ {0,3}(?:#{1,6}[ \t]+\S|(?:[-+*]|\d+[.)])?[ \t]*\*\*[^\s*][^*\n]*(?:\*\*[ \t]*$|[：:"
    + COMMON_STOPS
    + r"]\*\*))"
)
_EMPHASIS = r"(\*\*|__)(?=[^\s*_])(?:(?!\1)[^\n])+(\1)|(\*)(?=[^\s*])[^\n*]+(\*)"
_ADDRESS = r"(?:https?://|www\.)[!-~]+|[A-Za-z0-9_.*-]+@[A-Za-z0-9.-]+"
_CODE = r"(```|~~~).*?(?:\1|\Z)|`[^`\n]+`"
_COMMENT = r"<!--.*?-->"
_RULE = r"^[ \t]*(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:＊[ \t]*){3,})$"


def exclusion_test(document: Document, markup: bool = True) -> Callable[[int, int], bool]:
    """A function that tells whether a span lies within code, a comment, an address or, with `markup`,
    Markdown markup.
    """
    kinds = ("code", "markup") if markup else ("code",)
    spans = sorted(_spans(document, kinds))
    starts = [start for start, _ in spans]
    ends: list[int] = []
    for _, end in spans:
        ends.append(max(end, ends[-1]) if ends else end)

    def is_within(start: int, end: int) -> bool:
        index = bisect_right(starts, start) - 1
        return index >= 0 and end <= ends[index]

    return is_within


def _spans(document: Document, kinds: Sequence[str]) -> list[tuple[int, int]]:
    text = document.text
    spans = [(block.start, block.end) for block in document.blocks if block.kind == "code"]
    spans = [span for span in spans if not _is_prose(text[slice(*span)])]
    spans += [(mark.start, mark.end) for mark in document.marks if mark.kind in kinds]
    if "`" in text or "~~~" in text:
        found = re.finditer(_CODE, text, re.DOTALL)
        spans += [match.span() for match in found if not (match.group(1) and _is_prose(match.group()))]
    if "<!--" in text:
        spans += [match.span() for match in re.finditer(_COMMENT, text, re.DOTALL)]
    if "@" in text or "www" in text or "://" in text:
        spans += [match.span() for match in re.finditer(_ADDRESS, text)]
    if "**" in text or "__" in text or "＊＊" in text or "* *" in text:
        spans += [match.span() for match in re.finditer(_RULE, text, re.MULTILINE)]
        spans += _emphasis(text)
    return spans


def _is_prose(code: str) -> bool:
    """Whether a block set as code is a text: people keep templates and drafts in such blocks."""
    wide = re.findall(f"[{WIDE}]", code)
    return 2 * len(wide) > len("".join(code.split()))


def is_markdown(text: str) -> bool:
    """Whether a text holds Markdown that a typed report would not: a heading, a label in bold."""
    return ("#" in text or "**" in text) and re.search(_MARKDOWN, text, re.MULTILINE) is not None


def _emphasis(text: str) -> list[tuple[int, int]]:
    """The signs of emphasis, when the text is written in Markdown; else `**` is a mask.

    The readers mark them in what they take for Markdown; this is for Word files that were filled
    from a chat.
    """
    if not is_markdown(text):
        return []
    found = []
    for match in re.finditer(_EMPHASIS, text):
        opening, closing = (1, 2) if match.group(1) else (3, 4)
        found += [match.span(opening), match.span(closing)]
    return found
