"""Whether bytes read in some encoding give the characters that texts are made of, or rare ones at random."""

import re

_SIGNS = (
    r"[\t-\r -~\xa0-\xff\u2010-\u27bf\u3000-\u30ff\u3220-\u3229\u3380-\u33df\uff00-\uffef"
    r"\U0001f000-\U0003ffff]"
)
"""What texts hold besides Chinese characters: Latin letters, punctuation marks, symbols, full-width forms."""
_BIG5_COMMON = 0xC9
"""Lead bytes below this are of the common characters of Big5."""


def common_share(data: bytes, codec: str) -> float:
    """The share of characters that Chinese and Western texts are made of, if the bytes are in `codec`."""
    text = data.decode(codec, "replace")
    common = max(_common_han(text, "gb2312"), _common_han(text, "big5"))
    return (len(re.findall(_SIGNS, text)) + common) / len(text) if text else 0.0


def _common_han(text: str, codec: str) -> int:
    """How many characters of a text are common Chinese ones, simplified (gb2312) or traditional (big5)."""
    han = "".join(char for char in text if "\u4e00" <= char <= "\u9fff")
    leads = han.encode(codec, "ignore")[::2]
    return sum(lead < _BIG5_COMMON for lead in leads) if codec == "big5" else len(leads)


def reads_as_chinese(data: bytes, codec: str) -> bool:
    """Whether bytes that may be Western are Chinese: decoded, most that is not ASCII is common characters."""
    wide = "".join(char for char in data.decode(codec, "replace") if not char.isascii())
    common = _common_han(wide, "big5" if codec.startswith("big5") else "gb2312")
    return 2 * (len(re.findall(_SIGNS, wide)) + common) >= len(wide) > 0
