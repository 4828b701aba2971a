"""A file with comments is read again before anybody gets it: what is wrong with it is not given out."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from linter import api
from linter.annotate import verify
from linter.annotate.repack import repack
from linter.annotate.verify import VerificationError, require_sound
from linter.readers.word import trace
from tests.annotate.test_annotate import answer
from tests.support.ooxml import docx, p

DATA = docx(p("2024年工作总结") + p("截止9月，完成12项。"), extra={"word/media/a.png": b"picture"})
CHANGED = ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml")


def part(data: bytes, name: str) -> bytes:
    return ZipFile(BytesIO(data)).read(name)


def replaced(name: str, old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def spoil(data: bytes) -> bytes:
        before = part(data, name)
        assert old in before
        return repack(data, {name: before.replace(old, new, 1)})

    return spoil


SPOILT: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a comment that is gone": (replaced("word/comments.xml", b'w:id="0"', b'w:id="77"'), "no anchor"),
    "a mark that is gone": (
        replaced("word/document.xml", b"commentRangeStart", b"bookmarkStart"),
        "no anchor",
    ),
    "a reference to another comment": (
        replaced("word/document.xml", b'commentReference w:id="0"', b'commentReference w:id="1"'),
        "no anchor",
    ),
    "a character of the text": (replaced("word/document.xml", "12项".encode(), "13项".encode()), "the text"),
    "a picture": (lambda data: repack(data, {"word/media/a.png": b"other"}), "a part has changed"),
    "a part more": (lambda data: repack(data, {"word/media/b.png": b"new"}), "a part more"),
}


def check(after: bytes, edited: bool = False) -> None:
    require_sound(DATA, trace("d.docx", DATA), after, CHANGED, ("0", "1"), edited)


def test_a_sound_file_passes() -> None:
    check(answer(DATA).data)


def test_text_may_change_where_changes_were_made() -> None:
    check(SPOILT["a character of the text"][0](answer(DATA).data), edited=True)


@pytest.mark.parametrize(("spoil", "why"), SPOILT.values(), ids=SPOILT)
def test_a_file_that_is_not_what_it_was_to_be_is_refused(spoil: Callable[[bytes], bytes], why: str) -> None:
    with pytest.raises(VerificationError, match=why):
        check(spoil(answer(DATA).data))


def test_the_user_is_told_of_a_fault_and_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault that nobody knows of is stood in for by a reading that gives one text after another."""
    true = verify.trace

    def other(path: str, data: bytes) -> Any:
        found = true(path, data)
        return found._replace(document=found.document._replace(text="别的"))

    monkeypatch.setattr(verify, "trace", other)
    with pytest.raises(api.CrashError, match="writing the comments failed \\(VerificationError"):
        api.annotate(DATA, "d.docx")
