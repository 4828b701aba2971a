"""Packed files for tests, the same bytes whenever they are made."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of the parts by name, in their order; all are of 1980, which is what zip calls no date."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name, content in parts.items():
            file.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return buffer.getvalue()


def with_backslashes(data: bytes, *names: str) -> bytes:
    """The same zip with backslashes in the names of its entries, or of some of them."""
    with ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
        for name in names or parts:
            old, new = name.encode(), name.replace("/", "\\").encode()
            data = data.replace(old, new)
    return data
