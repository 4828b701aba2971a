"""A zip file with a few entries changed and all the others as they were, byte for byte.

Python's `zipfile` cannot change an entry, and writing the whole anew would repack, redate and
reorder what nobody touched. The records are those of APPNOTE.TXT 4.3.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from struct import Struct
from typing import NamedTuple
from zipfile import ZIP_DEFLATED

from linter.readers.word import open_zip

_LOCAL, _CENTRAL, _END = Struct("<4s5H3L2H"), Struct("<4s6H3L5H2L"), Struct("<4s4H2LH")
_UTF8 = 0x800
"""Flag: the name is UTF-8."""
_ELSEWHERE = 0xFFFFFFFF
"""In a field of four bytes: the value stands in the ZIP64 extra field."""
_ZIP64 = 1


class _Record(NamedTuple):
    """An entry of the central directory (4.3.12)."""

    signature: bytes
    made: int
    needed: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    packed: int
    size: int
    name_length: int
    extra_length: int
    comment_length: int
    disk: int
    internal: int
    external: int
    offset: int
    name: bytes = b""
    extra: bytes = b""
    comment: bytes = b""

    def packed_record(self) -> bytes:
        """Its bytes in the directory."""
        return _CENTRAL.pack(*self[:17]) + self.name + self.extra + self.comment


def repack(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The zip file `data` with the entries of `changed` replaced in place, or added at its end.

    `data` is a file that `linter.readers.support.archive` has checked. Raises ValueError: two of its entries
    share their bytes.
    """
    with open_zip(data) as file:
        names = [entry.filename for entry in file.infolist()]
        offsets = [entry.header_offset for entry in file.infolist()]
        directory, comment = file.start_dir, file.comment
    if len(set(offsets)) < len(offsets):
        raise ValueError("entries share their bytes")
    records = dict(zip(names, _records(data, directory, len(names)), strict=True))
    begins = dict(zip(names, offsets, strict=True))
    physical = sorted(names, key=begins.__getitem__)
    ends = [*(begins[name] for name in physical[1:]), directory]
    output = bytearray()
    for name, end in zip(physical, ends, strict=True):
        offset = len(output)
        if name in changed:
            records[name], entry = _packed(records[name], changed[name])
        else:
            entry = data[begins[name] : end]
        output += entry
        records[name] = _moved(records[name], offset)
    like = records[physical[0]]
    for name in changed:
        if name not in records:
            new = like._replace(flags=_UTF8, method=ZIP_DEFLATED, name=name.encode(), comment=b"")
            records[name], entry = _packed(new, changed[name])
            records[name] = records[name]._replace(offset=len(output))
            output += entry
    return bytes(output) + _directory(records.values(), len(output), comment)


def _records(data: bytes, at: int, count: int) -> Iterator[_Record]:
    for _ in range(count):
        record = _Record(*_CENTRAL.unpack_from(data, at))
        name = at + _CENTRAL.size
        extra = name + record.name_length
        comment = extra + record.extra_length
        at = comment + record.comment_length
        yield record._replace(name=data[name:extra], extra=data[extra:comment], comment=data[comment:at])


def _packed(record: _Record, content: bytes) -> tuple[_Record, bytes]:
    """The record of an entry with new content, and the entry itself."""
    body = content
    if record.method == ZIP_DEFLATED:
        packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        body = packer.compress(content) + packer.flush()
    record = record._replace(
        needed=20,
        flags=record.flags & _UTF8,
        crc=zlib.crc32(content),
        packed=len(body),
        size=len(content),
        name_length=len(record.name),
        extra_length=0,
        extra=b"",
        comment_length=len(record.comment),
        offset=0,
    )
    fields = (record.needed, record.flags, record.method, record.time, record.date)
    sizes = (record.crc, record.packed, record.size, record.name_length, 0)
    return record, _LOCAL.pack(b"PK\3\4", *fields, *sizes) + record.name + body


def _moved(record: _Record, offset: int) -> _Record:
    """The record of an entry that now begins at `offset`."""
    if record.offset != _ELSEWHERE:
        return record._replace(offset=offset)
    extra = bytearray(record.extra)
    at = 0
    while at + 4 <= len(extra):
        kind, length = (
            int.from_bytes(extra[at : at + 2], "little"),
            int.from_bytes(extra[at + 2 : at + 4], "little"),
        )
        if kind == _ZIP64:  # holds, in this order, the values that are elsewhere: size, packed, offset
            value = at + 4 + 8 * ((record.size == _ELSEWHERE) + (record.packed == _ELSEWHERE))
            extra[value : value + 8] = offset.to_bytes(8, "little")
        at += 4 + length
    return record._replace(extra=bytes(extra))


def _directory(records: Iterable[_Record], start: int, comment: bytes) -> bytes:
    packed = [record.packed_record() for record in records]
    size = sum(map(len, packed))
    end = _END.pack(b"PK\5\6", 0, 0, len(packed), len(packed), size, start, len(comment))
    return b"".join(packed) + end + comment
