"""What of a document is no prose: code, comments, tables of contents, addresses, paths, Markdown's signs.

Nobody reads such text as the author's words: no rule on wording or punctuation judges it, no fix touches it,
and signs in it that look like leftovers are none.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from linter.checks.support.compiled import compiled
from linter.checks.support.kept import kept
from linter.model.document import Document, Span
from linter.text.characters import HAN, WIDE
from linter.text.measures import MASKED_NAMES
from linter.text.numerals import ONE_TO_TEN
from linter.text.sentences import CLAUSE_ENDS, COMMON_STOPS

_UNITS = "".join(sorted(MASKED_NAMES))
_BOLD = rf"\*\*(?![{_UNITS}])[{HAN}A-Za-z0-9“《（][^*\n]*[^*\n，、]\*\*"
_HEADING = r"^ {0,3}#{1,6}[ \t]+\S"
_BEFORE_BOLD = rf"(?:[-+*]|(?:\d+|[{ONE_TO_TEN}]{{1,3}})[.)、．]|[（(](?:\d+|[{ONE_TO_TEN}]{{1,3}})[）)])"
"""What numbers a line, or lists it."""
_MARKDOWN = (
    rf"{_HEADING}|^ {{0,3}}(?:[-+*]|\d+[.)])?[ \t]*\*\*[^\s*][^*\n]*(?:\*\*[ \t]*$|[：:{COMMON_STOPS}]\*\*)"
    rf"|(?:^[ \t\u3000]*(?:{_BEFORE_BOLD}[ \t]*)?|[{CLAUSE_ENDS}]){_BOLD}(?=$|[{CLAUSE_ENDS}])"
)
_STARS_ALONE = rf"\*\*(?<=[{CLAUSE_ENDS},]\*\*)(?=[{CLAUSE_ENDS},])"
"""A mask between marks, as of one of several names: **县、**、**三县; the stars first: they are soon found.
"""
_EMPHASIS = r"(\*\*|__)(?=[^\s*_])(?:(?!\1)[^\n])+(\1)|(\*)(?=[^\s*])[^\n*]+(\*)"
_ADDRESS = (
    r"<(?:https?|ftp|mailto):[^<>\s]+>"
    rf"|(?:(?:https?|ftp)://|www\.)(?:[!-\\^-~]|\](?!\())+(?:(?<=[/=?&#_.-])[{HAN}]+[!-~]*)*"
    r"|(?<![A-Za-z0-9_.*-])[A-Za-z0-9_.*-]+@[A-Za-z0-9.-]+"
)
_NO_PATH = rf"\s{CLAUSE_ENDS}“”‘’《》（）()<>|*?\""
_PATH = (
    rf"(?<![\w/.:])(?:[A-Za-z]:[\\/]|\\\\|\.{{1,2}}/|~/|/(?=[\w.-]+/))[^{_NO_PATH}]+"
    rf"|(?<=[{HAN}])/[A-Za-z0-9_.-]+/[^{_NO_PATH}]+"
)
_FILE = (
    r"\.(?:docx?|xlsx?|pptx?|pdf|wps|ofd|txt|md|csv|json|ya?ml|xml|html?|jpe?g|png|gif|svg|mp[34]|zip|rar|7z"
    r"|py|js|sh|exe|log|ini|toml|cn|com|org|net)(?![A-Za-z0-9])"
)
_LONGEST_NAME = 60
"""The longest name of a file that is looked for, in characters."""
_CODE = r"(```|~~~).*?(?:\1|\Z)|`[^`\n]+`"
_COMMENT = r"<!--(?:(?!<!--).)*?-->"
_RULE = r"^[ \t]*(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:＊[ \t]*){3,})$"

SpanTest = Callable[[int, int], bool]
"""Tells something of a span, given by its two offsets."""


def prose_test(document: Document) -> SpanTest:
    """A function that tells whether a span is prose: the author's words.

    A span that begins or ends within code, an address or the like is none. It may hold such a thing whole:
    a sentence with an address in it is prose.
    """

    def is_prose(start: int, end: int) -> bool:
        starts, ends = _no_prose(document)
        first, last = bisect_right(ends, start), bisect_right(starts, end - 1)
        return first >= last or (start < starts[first] and ends[last - 1] < end)

    return is_prose


@kept
def _no_prose(document: Document) -> tuple[list[int], list[int]]:
    return _merged((*_outside(document), *_blocks(document, "code", "toc"), *_not_prose(document, True)))


def exclusion_test(document: Document, markup: bool = True) -> SpanTest:
    """A function that tells whether a span lies within code, a comment, an address or, with `markup`,
    Markdown markup. A text that somebody set as code counts as a text.
    """
    starts, ends = _excluded(document) if markup else _merged(_not_prose(document, markup=False))

    def is_within(start: int, end: int) -> bool:
        index = bisect_right(starts, start) - 1
        return index >= 0 and end <= ends[index]

    return is_within


@kept
def _excluded(document: Document) -> tuple[list[int], list[int]]:
    return _merged(_not_prose(document, markup=True))


def overlap_test(spans: Iterable[Span]) -> SpanTest:
    """A function that tells whether a span has a character in common with one of `spans`."""
    starts, ends = _merged(spans)
    return lambda start, end: bisect_right(ends, start) < bisect_right(starts, end - 1)


def _merged(spans: Iterable[Span]) -> tuple[list[int], list[int]]:
    """The starts and the ends of spans, ascending, those that overlap joined."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start <= ends[-1]:
            ends[-1] = max(end, ends[-1])
        elif start < end:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _outside(document: Document) -> Iterator[Span]:
    """What belongs to no block: a head of data, comments."""
    end = 0
    for block in document.blocks:
        if document.text[end : block.start].strip():
            yield end, block.start
        end = max(end, block.end)
    if document.text[end:].strip():
        yield end, len(document.text)


def code(document: Document) -> list[Span]:
    """The blocks that hold code; a text that somebody set as code counts as a text."""
    return [span for span in _blocks(document, "code") if not _is_text(document.text[slice(*span)])]


def _blocks(document: Document, *kinds: str) -> list[Span]:
    return [(block.start, block.end) for block in document.blocks if block.kind in kinds]


def _not_prose(document: Document, markup: bool) -> Iterator[Span]:
    text = document.text
    kinds = ("code", "markup") if markup else ("code",)
    yield from code(document)
    yield from ((mark.start, mark.end) for mark in document.marks if mark.kind in kinds)
    if "`" in text or "~~~" in text:
        for match in re.finditer(_CODE, text, re.DOTALL):
            if not (match.group(1) and _is_text(match.group())):
                yield match.span()
    if "<!--" in text:
        yield from _spans(_COMMENT, text, re.DOTALL)
    if "@" in text or "www" in text or "://" in text or "<mailto:" in text:
        yield from addresses(text)
    yield from _paths(text)
    if "**" in text or "__" in text or "＊＊" in text or "* *" in text:
        yield from _spans(_RULE, text, re.MULTILINE)
        yield from _emphasis(text)


def addresses(text: str) -> Iterator[Span]:
    """The addresses of pages and mails in a text."""
    return _spans(_ADDRESS, text)


def _spans(pattern: str, text: str, flags: int = 0) -> Iterator[Span]:
    return (match.span() for match in compiled(pattern, flags).finditer(text))


def _paths(text: str) -> Iterator[Span]:
    """Paths and names of files."""
    if "/" in text or "\\" in text:
        yield from _spans(_PATH, text)
    for match in compiled(_FILE, re.IGNORECASE).finditer(text):
        start = match.start()
        least = max(0, start - _LONGEST_NAME)
        while start > least and (text[start - 1].isalnum() or text[start - 1] in "_-./\\"):
            start -= 1
        yield start, match.end()


def _is_text(code: str) -> bool:
    """Whether a block set as code is a text: people keep templates and drafts in such blocks."""
    wide = re.findall(f"[{WIDE}]", code)
    return 2 * len(wide) > len("".join(code.split()))


def is_markdown(text: str) -> bool:
    """Whether a text holds Markdown that a typed report would not: a heading, a label in bold.

    Where stars stand for names, none of them sets words in bold.
    """
    if "#" not in text and "**" not in text:
        return False
    sign = _HEADING if compiled(_STARS_ALONE).search(text) else _MARKDOWN
    search = compiled(sign).search
    return any(search(line) for line in text.split("\n") if "#" in line or "**" in line)


def _emphasis(text: str) -> Iterator[Span]:
    """The signs of emphasis, when the text is written in Markdown; else `**` is a mask.

    The readers mark them in what they take for Markdown; this is for Word files that were filled
    from a chat.
    """
    if is_markdown(text):
        for match in compiled(_EMPHASIS).finditer(text):
            opening, closing = (1, 2) if match.group(1) else (3, 4)
            yield match.span(opening)
            yield match.span(closing)
