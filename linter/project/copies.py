"""Whether a file is our own work: a copy of a draft with our comments in it, or a report as a page.

A Word file is such a copy, whatever its name, while a comment that we wrote into a copy is in it. A file
in which they are deleted is a draft again, and one into which they were written in place never was
anything else. Few bytes are read: the directory of the archive, and the comments if there are any; of a
page its beginning.
"""

import os
import re
import zlib
from struct import error
from zipfile import BadZipFile, ZipFile

from linter import bounded
from linter.model.annotation import AUTHOR, COPY_INITIALS

_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
_PART = r"(?:.*/)?comments\d*\.xml"
_PAGES = (".html", ".htm")
_MOST = 4 << 20
"""Bytes of the comments that are looked through, unpacked."""
_COMMENT = rb"<(?:\w+:)?comment\s[^<>]*"
_OURS = (f'author="{AUTHOR}"'.encode(), f'initials="{COPY_INITIALS}"'.encode())


def is_report_page(path: str, limit: int) -> bool:
    """Whether the file at a path, of at most `limit` bytes, is such a page; not if it cannot be read."""
    if not path.lower().endswith(_PAGES):
        return False
    from linter.reporters.html import HEAD, is_report

    try:
        with bounded.opened(path, limit) as file:
            return is_report(file.read(HEAD).decode("utf-8", "replace"))
    except (OSError, ValueError):
        return False


def is_annotated_copy(path: str, limit: int) -> bool:
    """Whether the file at a path, of at most `limit` bytes, is such a copy; not if it cannot be read."""
    if not os.path.splitext(path)[1].lower().endswith(_SUFFIXES):
        return False
    try:
        with bounded.opened(path, limit) as file, ZipFile(file) as archive:
            parts = [name for name in archive.namelist() if re.fullmatch(_PART, name)]
            return any(_holds_ours(archive, part) for part in parts)
    except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, error, zlib.error):
        return False  # reading it as a draft tells what is wrong with it


def _holds_ours(archive: ZipFile, part: str) -> bool:
    """Whether a part holds a comment that we wrote into a copy."""
    with archive.open(part) as file:
        comments = re.findall(_COMMENT, file.read(_MOST))
    return any(all(sign in comment for sign in _OURS) for comment in comments)
