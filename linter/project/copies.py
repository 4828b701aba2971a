"""Whether a file is our own work: a copy of a draft with our comments in it, or a report on drafts.

A Word file is such a copy, whatever its name, while a comment that we wrote into a copy is in it. A file
in which they are deleted is a draft again, and one into which they were written in place never was
anything else. Few bytes are read: the directory of the archive, and the comments if there are any; of a
report its beginning or its end.
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
_REPORTS = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}
_REPORTS |= dict.fromkeys((".txt", ".text"), "text")
"""The formats for people whose reports stand in files that may be drafts."""
_ENDS = 1 << 12
"""Bytes of the beginning of such a report, and of its end, by which it is told."""
_MOST = 4 << 20
"""Bytes of the comments that are looked through, unpacked."""
_COMMENT = rb"<(?:\w+:)?comment\s[^<>]*"
_OURS = (f'author="{AUTHOR}"'.encode(), f'initials="{COPY_INITIALS}"'.encode())


def is_report_file(path: str, limit: int) -> bool:
    """Whether the file at a path, of at most `limit` bytes, is such a report; not if it cannot be read."""
    form = _REPORTS.get(os.path.splitext(path)[1].lower())
    if form is None:
        return False
    from linter.reporters import is_earlier

    try:
        with bounded.opened(path, limit) as file:
            if form == "text":  # known by its end
                file.seek(max(0, os.fstat(file.fileno()).st_size - _ENDS))
            data = file.read(_ENDS)
    except (OSError, ValueError):
        return False
    return bool(data) and is_earlier(form, data.decode("utf-8", "ignore").encode())


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
