"""Damaged .doc files: what is broken is left out, the words are read, and what was left out is said."""

import tempfile
from pathlib import Path

import pytest

from linter import confined
from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.readers import read
from tests.samples.shapes import BESIDE, BOXES, COMMENT, HIDDEN, MAIN

SHAPES = (Path(__file__).parent.parent / "samples" / "shapes.doc").read_bytes()
HEAD = SHAPES.index(b"\xec\xa5")
FLAGS, TABLES = HEAD + 10, HEAD + 0x9A
"""Where the head of the text tells of encryption, and of the tables beside it: place and length, 4 bytes each."""
DRAWINGS, FIELDS, NOTES, CHARACTERS, PARAGRAPHS, STYLES = 40, 16, 3, 12, 13, 1


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a worker would do is done here, and nothing is said of it."""
    monkeypatch.setattr(confined, "is_confined", lambda: True)


def broken(*tables: int) -> bytes:
    """The sample with tables that reach beyond the end of their stream."""
    data = bytearray(SHAPES)
    for table in tables:
        at = TABLES + 8 * table + 4
        data[at : at + 4] = (1 << 24).to_bytes(4, "little")
    return bytes(data)


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end].strip() for block in document.blocks]


def test_a_sound_file_is_read_whole() -> None:
    document = read("稿.doc", SHAPES)
    assert set(texts(document)) == {*MAIN, *BOXES, *BESIDE}
    assert [mark.content for mark in document.marks] == [COMMENT, HIDDEN]
    assert document.notes == ()


def test_nothing_is_written_to_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A temporary file would stay there when the worker is stopped."""
    monkeypatch.setattr(tempfile, "tempdir", "/no/such/folder")
    assert set(texts(read("稿.doc", SHAPES))) == {*MAIN, *BOXES, *BESIDE}
    assert MAIN[0] in texts(read("稿.doc", broken(DRAWINGS)))


def test_a_broken_drawing_loses_the_drawings_alone() -> None:
    document = read("稿.doc", broken(DRAWINGS))
    assert texts(document) == [*MAIN, *BESIDE]
    assert [mark.content for mark in document.marks] == [COMMENT, HIDDEN]
    assert [note.zh[:10] for note in document.notes] == ["文件中有损坏的图形，"]


@pytest.mark.parametrize(
    ("tables", "note"),
    [
        ((FIELDS,), "文件中有损坏的图形"),
        ((NOTES,), "文件部分损坏，只读出了正文"),
        ((NOTES, DRAWINGS, FIELDS), "文件部分损坏，只读出了正文"),
        ((CHARACTERS,), "文件的格式部分已损坏"),
    ],
)
def test_the_main_text_is_read_whatever_is_broken_beside_it(tables: tuple[int, ...], note: str) -> None:
    document = read("稿.doc", broken(*tables))
    assert texts(document)[: len(MAIN)] == list(MAIN) or HIDDEN in document.text
    assert document.notes[0].zh.startswith(note)


def test_without_the_table_of_paragraphs_the_words_are_there_and_hidden_ones_are_not() -> None:
    document = read("稿.doc", broken(PARAGRAPHS))
    assert [text for text in texts(document) if text in MAIN] == [*MAIN[:6], *MAIN[-2:]]
    assert "项目\t数量" in document.text
    assert HIDDEN not in document.text
    assert document.notes[0].zh.startswith("文件的格式部分已损坏")


@pytest.mark.parametrize("tables", [(CHARACTERS, PARAGRAPHS), (CHARACTERS, PARAGRAPHS, STYLES)])
def test_without_any_formatting_the_words_are_there(tables: tuple[int, ...]) -> None:
    document = read("稿.doc", broken(*tables))
    assert all(text in document.text.replace("\t", "") for text in MAIN)
    assert document.notes[0].zh.startswith("文件的格式部分已损坏")


@pytest.mark.parametrize("cut", [3000, 6000, 9000])
def test_a_file_without_its_end_is_damaged(cut: int) -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        read("稿.doc", SHAPES[:cut])


def test_a_password_is_told_of() -> None:
    data = bytearray(SHAPES)
    data[FLAGS + 1] |= 1
    with pytest.raises(UnreadableError, match="password"):
        read("稿.doc", bytes(data))
