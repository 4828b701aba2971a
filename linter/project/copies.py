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
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from linter import bounded
from linter.model.annotation import AUTHOR, COPY_INITIALS
from linter.readers import SUFFIXES
from linter.reporters import PLAIN, REPORTERS, is_earlier

_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
_PART = r"(?:.*[/\\])?comments\d*\.xml"
_REPORTS = {
    suffix: name for name, each in REPORTERS.items() for suffix in each.suffixes if suffix in SUFFIXES
}
"""The formats of reports that stand in such files, which may be drafts."""
_ANY = SUFFIXES.intersection(PLAIN)
"""Files that may be drafts, in which a report in any format may stand."""
_WHOLE = "{["
"""Beginnings of reports that are told as a whole only."""
_NAME = "reportlint"
"""What stands at the beginning of each of these that has anything to say."""
_ENDS = 1 << 12
"""Bytes of the beginning of such a report, and of its end, by which it is told."""
_MOST = 4 << 20
"""Bytes of the comments that are looked through, unpacked."""
_COMMENT = rb"<(?:\w+:)?comment\s[^<>]*"
_OURS = (f'author="{AUTHOR}"'.encode(), f'initials="{COPY_INITIALS}"'.encode())


def is_report_file(path: str, limit: int) -> bool:
    """Whether the file at a path, of at most `limit` bytes, is such a report; not if it cannot be read."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix not in _REPORTS and suffix not in _ANY:
        return False
    try:
        with bounded.opened(path, limit) as file:
            data = file.read(_ENDS)
            if suffix in _REPORTS:
                return _is_report(_REPORTS[suffix], _words(data))
            return bool(data) and _is_any_report(file, data)
    except (OSError, ValueError):
        return False


def _is_any_report(file: BinaryIO, data: bytes) -> bool:
    """Whether an open file that begins with `data` is a report in one of the formats that are text."""
    size = os.fstat(file.fileno()).st_size
    begins = _words(data)
    file.seek(max(0, size - _ENDS))
    if _is_report("text", _words(file.read(_ENDS))):
        return True
    sign = begins[:1]
    if sign in _WHOLE and (_NAME in begins or size == len(data)):
        file.seek(0)
        begins = file.read().decode("utf-8")
    elif size > len(data):
        begins = begins[: begins.rfind("\n") + 1]  # whole lines
    forms = [name for name, each in REPORTERS.items() if each.begins and begins.startswith(each.begins)]
    return any(_is_report(form, begins) for form in forms or ["concise"])  # its lines begin with any name


def _words(data: bytes) -> str:
    """Bytes as text, without what was cut at either end."""
    return data.decode("utf-8", "ignore")


def _is_report(form: str, text: str) -> bool:
    return bool(text) and is_earlier(form, text.encode())


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
