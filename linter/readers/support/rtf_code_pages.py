"""In which code page the bytes of a rich text are: the font's, the file's, or what the bytes themselves say.

Word states both; TextEdit of macOS states Western in the file and Chinese in the font; others state
nothing, or a Western font around Chinese bytes.
"""

import codecs
import re
from typing import NamedTuple

from linter.readers.support.common_characters import reads_as_chinese

_PAGES = {
    932: "cp932", 936: "gb18030", 949: "cp949", 950: "big5hkscs", 65001: "utf-8",
    10000: "mac-roman", 10001: "cp932", 10002: "big5hkscs", 10003: "cp949", 10008: "gb18030",
}  # fmt: skip
"""Codecs of the code pages (`\\ansicpg`, `\\cpg`) that are not called `cp` and their number."""
_CHARSETS = {
    78: "cp932", 79: "cp949", 80: "gb18030", 81: "big5hkscs",
    128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs",
}  # fmt: skip
"""Codecs of the fonts that state one (`\\fcharset`), those of macOS before those of Windows."""
_DOUBLE_BYTE = frozenset(_CHARSETS.values())
_CHINESE = ("gb18030", "big5hkscs")
_FONT_TABLE_SIZE = 1 << 18


class CodePages(NamedTuple):
    """What a file says of its code pages, as names of codecs; an empty name says that the bytes decide."""

    file: str
    """That of the file; GB18030 where it states none."""
    fonts: dict[int, str]
    """Those of the fonts that state a character set, by number."""
    other: str
    """That of text in no such font."""
    default: str
    """That of text before any font is chosen."""

    def is_double_byte(self, codec: str) -> bool:
        """Whether two bytes may be one character in a font's codec, the second looking like a sign of RTF."""
        return (codec or self.file) in _DOUBLE_BYTE

    def decode(self, data: bytes, codec: str) -> str:
        """The text in some bytes of a font with that codec."""
        if self.file == "utf-8" and (text := _strict(data, "utf-8")):
            return text
        if codec:
            return data.decode(codec, "replace")
        if self.file in _CHINESE:
            return data.decode(self.file if reads_as_chinese(data, self.file) else "cp1252", "replace")
        return _chinese_words(data) or data.decode(self.file, "replace")


def code_pages(data: bytes) -> CodePages:
    """The code pages that a rich text states."""
    head = data[:4096]
    page, default = re.search(rb"\\ansicpg(\d{1,6})", head), re.search(rb"\\deff(\d{1,6})", head)
    file = "utf-8" if _is_utf8(data) else _codec(int(page[1])) if page else _undeclared(data)
    fonts = _fonts(data[:_FONT_TABLE_SIZE])
    other = file if page and file in _DOUBLE_BYTE else ""
    return CodePages(file, fonts, other, fonts.get(int(default[1]), other) if default else other)


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes that no control spells out are Chinese in UTF-8, whatever is stated."""
    return not data.isascii() and max(_strict(data, "utf-8"), default="") >= "\u0800"


def _undeclared(data: bytes) -> str:
    return "mac-roman" if re.match(rb"\s*\{\\rtf\d*\\mac\b", data) else "gb18030"


def _fonts(data: bytes) -> dict[int, str]:
    """The codecs of the fonts, by number. TextEdit writes the table without a brace around each font."""
    table = re.compile(
        rb"\\f(\d{1,6})(?:\\(?!fcharset|cpg|f\d)[a-z]+-?\d* ?|\{[^{}]*\})*\\(fcharset|cpg)(\d{1,5})"
    )
    found: dict[int, str] = {}
    for font, kind, number in table.findall(data):
        codec = _codec(int(number)) if kind == b"cpg" else _CHARSETS.get(int(number), "")
        found.setdefault(int(font), codec)
    return found


def _codec(page: int) -> str:
    name = _PAGES.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "gb18030"
    return name


def _chinese_words(data: bytes) -> str:
    """The text of bytes that are Chinese although the file says Western: two characters at least."""
    text = _strict(data, "gb18030") if reads_as_chinese(data, "gb18030") else ""
    return text if sum(not char.isascii() for char in text) > 1 else ""


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return ""
