"""Which encoding a web page is in: what the bytes say against what the page says of itself.

Pages often declare a wrong one: a template's Western one over Chinese text, UTF-8 over text that an
editor saved as GBK. The declaration counts where the bytes leave it open.
"""

import re

from linter.readers.support.common_characters import common_share, reads_as_chinese
from linter.readers.support.encoding import Decoded, decode

_CHINESE = {
    "gb2312": "gb18030", "gb_2312-80": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb18030": "gb18030",
    "big5": "big5", "big5-hkscs": "big5hkscs", "x-x-big5": "big5", "cn-big5": "big5",
}  # fmt: skip
_WESTERN = ("iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252")
"""Names of what browsers read as Windows' Western code page, and what templates state unasked."""
_OTHER = r"windows-125\d|iso-8859-\d{1,2}|shift_jis|euc-(?:jp|kr)|koi8-r"
_DECLARATION = rb"""(?:charset|encoding)\s*=\s*["']?([\w-]+)"""


def decode_page(data: bytes, stated: str = "") -> Decoded:
    """The text of a page; `stated` is the encoding that came with it, which goes before its own.

    A NUL is no character of a page: browsers drop it, too.
    """
    decoded = decode(data)
    if b"\0" in data and not decoded.encoding.startswith(("utf-16", "utf-32")):
        data = data.replace(b"\0", b"")
        decoded = decode(data)
    found = re.search(_DECLARATION, data[:4096], re.IGNORECASE)
    codec = _codec(stated or (found[1].decode() if found else ""))
    if not codec or decoded.encoding == "binary" or not _declaration_counts(data, decoded, codec):
        return decoded
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeError:
        return decoded


def _codec(name: str) -> str:
    """The codec that a page's word for its encoding means; empty for UTF-8, and for words unknown."""
    name = name.lower()
    if name in _WESTERN:
        return "cp1252"
    return _CHINESE.get(name) or (name if re.fullmatch(_OTHER, name) else "")


def _declaration_counts(data: bytes, decoded: Decoded, codec: str) -> bool:
    """Whether bytes that look like one encoding may be in the declared one."""
    if decoded.encoding.startswith("utf"):  # a few GBK characters can be valid UTF-8, never Chinese
        return codec in _CHINESE.values() and "\x7f" < max(decoded.text, default="") < "\u0800"
    if codec in _CHINESE.values():
        return common_share(data, codec) >= common_share(data, decoded.encoding)
    return codec != "cp1252" or not reads_as_chinese(data, decoded.encoding)
