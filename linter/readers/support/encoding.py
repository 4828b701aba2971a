"""Which encoding a plain text is in.

Byte-order mark → strict UTF-8 → UTF-16 without a mark → UTF-8 with a cut tail → Western → GB18030
against Big5.
Big5 nearly always decodes as GB18030, so strictness proves nothing there; what tells them apart is
where the pairs of bytes lie: common simplified characters fill GB2312 rows 16–55, both bytes from
A1 up; Big5 uses second bytes 40–7E for two characters in five. A general detector
(charset-normalizer) was wrong on 57 % of eight-character GBK texts.
"""

import re
from typing import NamedTuple

from linter.model.message import Message
from linter.readers.support.common_characters import reads_as_chinese


class Decoded(NamedTuple):
    """A text out of bytes."""

    text: str
    """Line ends as in the file."""
    encoding: str
    """`utf-8`, `utf-8-bom`, `utf-16-le`, `utf-16-le-bom`, …, `gb18030`, `big5`, `cp1252`, `utf-8+gb18030`
    for a file that mixes them, `binary` for what is no text (then `text` is empty)."""
    notes: tuple[Message, ...] = ()
    """The notices for the user."""


TRUNCATED = Message(
    "文件末尾的最后一个字不完整，可能没有保存或传输完整",
    "the last character of the file is cut off; it may not have been saved or transferred whole",
)
BAD_BYTES = Message(
    "文件中有无法解码的字节，已用“\ufffd”代替，请核对原文",
    "the file holds bytes that cannot be decoded, shown as “\ufffd”; check the original",
)
HALVED = Message(
    "文件中的表情等字符是分成两半写入的（CESU-8），不是规范的 UTF-8，已合并读取。请另存为 UTF-8",
    "emoji and the like are written in two halves (CESU-8), which is no proper UTF-8; they were joined. "
    "Save the file as UTF-8",
)
MIXED = Message(
    "文件混用了两种编码，已逐行识别。请另存为 UTF-8",
    "the file mixes two encodings and was decoded line by line; save it as UTF-8",
)
PADDED = Message(
    "文件末尾是空字节，可能没有保存或传输完整，请核对结尾的文字",
    "null bytes stand at the end of the file; it may not have been saved or transferred whole: "
    "check how its text ends",
)
WESTERN = Message(
    "文件不是 UTF-8，按西文编码（Windows-1252）读取。请另存为 UTF-8",
    "the file is not UTF-8 and was read as Windows-1252; save it as UTF-8",
)
AMBIGUOUS = Message(
    "文字太少，编码难以确定，按国标码（GB18030）读取",
    "too little text to be sure of the encoding; read as GB18030",
)

_BINARY = Decoded("", "binary")
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8", "utf-8-bom"),
    (b"\xff\xfe\0\0", "utf-32-le", "utf-32-le-bom"),
    (b"\0\0\xfe\xff", "utf-32-be", "utf-32-be-bom"),
    (b"\xff\xfe", "utf-16-le", "utf-16-le-bom"),
    (b"\xfe\xff", "utf-16-be", "utf-16-be-bom"),
    (b"\x84\x31\x95\x33", "gb18030", "gb18030-bom"),
)
_HALVES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
_BOM_BYTES = tuple(bom for bom, _, _ in _BOMS)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
_ASCII = bytes(range(128))
_SAMPLE = 8192
"""Bytes that decide between two encodings; more do not change the answer."""


def decode(data: bytes) -> Decoded:
    """The text in some bytes. Never raises: what fits nothing has the encoding `binary`."""
    if data.startswith(_BOM_BYTES):
        return _with_bom(data)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return (
            _utf16(data, "gb18030")
            or _padded(data)
            or _cut_utf8(data, error)
            or _halved_utf8(data)
            or _legacy(data)
        )
    if b"\0" in data:
        return _utf16(data) or _padded(data) or _BINARY
    if _share_of_controls(data[:_SAMPLE]) > 0.02:
        return _utf16(data, "utf-8") or Decoded(text, "utf-8")
    if len(data) < 64 and not data.isascii():
        return _short(data, text)
    return Decoded(text, "utf-8")


def encode(text: str, encoding: str) -> bytes:
    """The bytes of a text in an encoding that `decode` names: its inverse, where there is one.

    Raises UnicodeEncodeError: the encoding lacks a character. Raises LookupError: it is none of one
    kind throughout, as `utf-8+gb18030`.
    """
    bom, codec = next(((bom, codec) for bom, codec, name in _BOMS if name == encoding), (b"", encoding))
    return bom + text.encode(codec)


def _with_bom(data: bytes) -> Decoded:
    bom, codec, name = next(entry for entry in _BOMS if data.startswith(entry[0]))
    return _lenient(data[len(bom) :], codec, name)


def _lenient(data: bytes, codec: str, name: str, notes: tuple[Message, ...] = ()) -> Decoded:
    try:
        return Decoded(data.decode(codec), name, notes)
    except UnicodeDecodeError:
        return Decoded(data.decode(codec, "replace"), name, (*notes, BAD_BYTES))


def _utf16(data: bytes, other: str = "") -> Decoded | None:
    """UTF-16 without a mark, if that gives more common characters than `other` does."""
    from linter.readers.support import utf16  # most texts are UTF-8

    codec = utf16.codec(data, other)
    if not codec:
        return None
    text = data[: len(data) & ~1].decode(codec)
    return Decoded(text, codec, (TRUNCATED,) if len(data) % 2 else ())


def _share_of_controls(data: bytes) -> float:
    return 1 - len(data.translate(None, _CONTROLS)) / len(data) if data else 0.0


def _padded(data: bytes) -> Decoded | None:
    """A text that null bytes follow: what a save that broke off leaves on the disk."""
    text = data.rstrip(b"\0")
    if not text or len(text) == len(data) or _share_of_controls(text):
        return None
    decoded = decode(text)
    return decoded._replace(notes=(*decoded.notes, PADDED))


def _cut_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    if error.reason == "unexpected end of data" and not data[: error.start].isascii():
        return Decoded(data[: error.start].decode(), "utf-8", (TRUNCATED,))
    return None


def _halved_utf8(data: bytes) -> Decoded | None:
    """UTF-8 in which characters beyond U+FFFF are two halves (CESU-8), as Java and databases write them."""
    whole, count = _HALVES.subn(_joined, data)
    try:
        return Decoded(whole.decode(), "utf-8", (HALVED,)) if count else None
    except UnicodeDecodeError:
        return None


def _joined(halves: "re.Match[bytes]") -> bytes:
    pair = halves[0].decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
    return pair.decode("utf-16-le").encode()


def _short(data: bytes, text: str) -> Decoded:
    """A few GBK characters can be valid UTF-8 by accident: two-byte sequences, never Chinese."""
    if max(text) < "\u0800":
        try:
            return Decoded(data.decode("gb2312"), "gb18030", (AMBIGUOUS,))
        except UnicodeDecodeError:
            pass
    return Decoded(text, "utf-8")


def _legacy(data: bytes) -> Decoded:
    if _share_of_controls(data[:_SAMPLE]) > 0.02:
        return _BINARY
    if _is_western(data[:_SAMPLE]):
        return _lenient(data, "cp1252", "cp1252", (WESTERN,))
    codec = "big5" if _is_big5(data[:_SAMPLE]) else "gb18030"
    lines = [_line(line, codec) for line in data.splitlines(keepends=True)]
    codecs = {line.encoding for line in lines}
    if "utf-8" not in codecs:
        return _plausible(_lenient(data, codec, codec))
    text = "".join(line.text for line in lines)
    damaged = (BAD_BYTES,) if any(line.notes for line in lines) else ()
    if codec in codecs:
        return Decoded(text, f"utf-8+{codec}", (MIXED, *damaged))
    return Decoded(text, "utf-8", damaged)


def _is_western(sample: bytes) -> bool:
    """Whether bytes that are not ASCII stand alone, as accents do, and make no Chinese."""
    high = len(sample.translate(None, _ASCII))
    alone = len(re.findall(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])", sample))
    if alone * 5 < high * 4:
        return False
    return not any(reads_as_chinese(sample, codec) for codec in ("gb18030", "big5"))


def _plausible(decoded: Decoded) -> Decoded:
    """Bytes of which every tenth fits nothing are no text."""
    if decoded.text.count("\ufffd") * 10 > len(decoded.text) + 10:
        return _BINARY
    return decoded


def _line(line: bytes, codec: str) -> Decoded:
    """One line of a file that is not UTF-8 throughout; its encoding is `ascii` when it tells nothing."""
    if line.isascii():
        return Decoded(line.decode(), "ascii")
    text = line.decode("utf-8", "replace")
    damage = text.count("\ufffd")
    if damage * 2 < sum(character >= "\u0800" for character in text) - damage:
        return Decoded(text, "utf-8", (BAD_BYTES,) if damage else ())
    return _lenient(line, codec, codec)


def _is_big5(sample: bytes) -> bool:
    text = sample.decode("big5", "replace")
    # Simplified text all but always uses GB2312 rows 39–40 (前 全 区 人 日), unassigned in Big5.
    if text.count("\ufffd") * 50 > len(text):
        return False
    gb, big5 = _zone_scores(sample)
    return big5 > gb


def _zone_scores(sample: bytes) -> tuple[int, int]:
    """How many pairs of bytes lie where common GBK characters and signs do, and where common Big5 ones do."""
    gb = big5 = 0
    index, last = 0, len(sample) - 1
    while index < last:
        lead, trail = sample[index], sample[index + 1]
        if lead < 0x81:
            index += 1
            continue
        gb += (trail >= 0xA1 and (0xA1 <= lead <= 0xA9 or 0xB0 <= lead <= 0xD7)) or lead in (0xA8, 0xA9)
        big5 += 0xA1 <= lead <= 0xC6 and (0x40 <= trail <= 0x7E or trail >= 0xA1)
        index += 2
    return gb, big5
