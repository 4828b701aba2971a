"""UTF-16 without a byte order mark, told by the characters that come out.

Read rightly, nearly all are common ones. Read wrongly, in the other byte order or out of ASCII or GBK,
two in three are not.
"""

from linter.readers.support.common_characters import common_share

_SAMPLE = 2048
"""Bytes that tell; more do not change the answer."""
_COMMON_ENOUGH = 0.85
"""Share of common characters from which a reading is believed: rare names and signs are let through."""
_ASCII_SIGNS = bytes((*range(48, 58), *range(65, 91), *range(97, 123))) + b" \r\n,.:;!?'\"()-/%"
"""Letters, digits and what stands between them in Western texts: not `@`, `\\`, `~` and the like."""


def codec(data: bytes, other: str = "") -> str:
    """The codec of bytes in UTF-16, a last odd byte left aside; empty for others.

    `other` is the codec that they may be in instead: it must give fewer common characters.
    """
    if _is_stray_ascii(data[:_SAMPLE]) or len(data) in (1, 3):
        return ""
    sample = data[: min(_SAMPLE, len(data) & ~1)]
    shares = {codec: common_share(sample, codec) for codec in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda codec: (shares[codec], _simplified(sample, codec)))
    if shares[best] < _COMMON_ENOUGH or (other and shares[best] <= common_share(data[:_SAMPLE], other)):
        return ""
    text = data[: len(data) & ~1].decode(best, "replace")
    return "" if "\0" in text or "\ufffd" in text else best


def _is_stray_ascii(data: bytes) -> bool:
    """Whether nearly all bytes are signs of Western texts, as of one in two bytes of Chinese in UTF-16."""
    others = len(data.translate(None, _ASCII_SIGNS))
    return b"\0" not in data and (8 * others < len(data) or others < min(len(data) // 2, 2))


def _simplified(data: bytes, codec: str) -> int:
    """Bytes of a text in GB 2312: more where two blanks open a paragraph than where it begins with 00."""
    return len(data.decode(codec, "replace").encode("gb2312", "ignore"))
