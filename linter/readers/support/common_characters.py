"""Whether bytes read in some encoding give the characters that texts are made of, or rare ones at random."""

import re

from linter.text.characters import is_han

_SIGNS = (
    r"[\t-\r -~\xa0-\xff\u2010-\u27bf\u3000-\u30ff\u3220-\u3229\u3380-\u33df\uff00-\uffef"
    r"\U0001f000-\U0003ffff]"
)
"""What texts hold besides Chinese characters: Latin letters, punctuation marks, symbols, full-width forms."""
FIRST_LEVEL = {"gb2312": 0xD7, "big5": 0xC6}
"""The last lead byte of the characters of daily use in each standard."""


def common_share(data: bytes, codec: str) -> float:
    """The share of characters that Chinese and Western texts are made of, if the bytes are in `codec`."""
    text = data.decode(codec, "replace")
    common = max(count_coded(text, "gb2312"), count_coded(text, "big5", FIRST_LEVEL["big5"]))
    return (len(re.findall(_SIGNS, text)) + common) / len(text) if text else 0.0


def count_coded(text: str, codec: str, last: int = 0xFF) -> int:
    """How many Chinese characters have a code in `codec` (gb2312, big5) with a lead byte up to `last`."""
    leads = "".join(filter(is_han, text)).encode(codec, "ignore")[::2]
    return sum(lead <= last for lead in leads)


def reads_as_chinese(data: bytes, codec: str) -> bool:
    """Whether bytes that may be Western are Chinese: decoded, most that is not ASCII is common characters."""
    wide = "".join(char for char in data.decode(codec, "replace") if not char.isascii())
    big5 = codec.startswith("big5")
    common = count_coded(wide, "big5", FIRST_LEVEL["big5"]) if big5 else count_coded(wide, "gb2312")
    return 2 * (len(re.findall(_SIGNS, wide)) + common) >= len(wide) > 0
