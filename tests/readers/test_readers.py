"""Which reader gets a file, and what is said about files that none can read."""

from __future__ import annotations

import random
import zipfile
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from linter.model.errors import UnreadableError
from linter.project.files import load
from linter.readers import read, sniff
from linter.readers.support import archive


def zipped(*names: str, mimetype: bytes = b"") -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        if mimetype:
            file.writestr("mimetype", mimetype)
        for name in names:
            file.writestr(name, "<x/>")
    return buffer.getvalue()


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + stream.encode("utf-16-le")


SCRAMBLED = random.Random(1).randbytes(5000)


@pytest.mark.parametrize(
    ("path", "data", "format"),
    [
        ("a.txt", "工作总结".encode(), "text"),
        ("a.docx", "其实是纯文本".encode(), "text"),
        ("a", "a < b，b > c".encode(), "text"),
        ("a.txt", "<单位名称>工作总结".encode(), "text"),
        ("a.md", "工作总结".encode(), "markdown"),
        ("a.md", '<div align="center">\n\n# 航标助手'.encode(), "markdown"),
        ("a.md", '<p align="center"><img src="a.png"></p>\n\n说明'.encode(), "markdown"),
        ("a.md", "<!DOCTYPE html><p>工作总结".encode(), "html"),
        ("a.txt", "<div>工作总结".encode(), "html"),
        ("a.MARKDOWN", "工作总结".encode(), "markdown"),
        ("a.html", "<section>工作总结".encode(), "html"),
        ("a.txt", "<!DOCTYPE html><p>工作总结".encode(), "html"),
        ("a.doc", "\ufeff<html><p>工作总结".encode(), "html"),
        ("a.doc", "\ufeff<html><p>工作总结".encode("utf-16-le"), "html"),
        ("a.xhtml", b'<?xml version="1.0"?><html/>', "html"),
        ("a.doc", rb"{\rtf1 }", "rtf"),
        ("a.txt", b"%PDF-1.7", "pdf"),
        ("a.doc", zipped("word/document.xml"), "docx"),
        ("a.docx", zipped("content.xml", mimetype=b"application/vnd.oasis.opendocument.text"), "odt"),
        ("a.zip", zipped("OFD.xml"), "ofd"),
        ("a.wps", ole("WordDocument"), "doc"),
        ("a.md", ole("WordDocument"), "doc"),
        ("a.odt", zipped("[Content_Types].xml", "content.xml"), "odt"),
        ("a.ofd", zipped("[Content_Types].xml", "OFD.xml"), "ofd"),
        ("a.docx", zipped("[Content_Types].xml", "word/document2.xml"), "docx"),
        ("a.docx", zipped("word/document.xml", "xl/workbook.xml"), "docx"),
        ("a.ofd", zipped("OFD.xml", "ppt/presentation.xml"), "ofd"),
        ("a.doc", ole("WordDocument") + "Workbook".encode("utf-16-le"), "doc"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "doc"),
        ("a", "<html><p>工作总结".encode("utf-16-be"), "html"),
        ("a.doc", "工作总结".encode("gbk"), "text"),
        ("a.docx", "\ufeff工作总结".encode("utf-16-le"), "text"),
    ],
)
def test_the_content_decides(path: str, data: bytes, format: str) -> None:
    assert sniff(path, data) == format


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        (b"", "文件是空的（0 字节）", "empty (0 bytes)"),
        (b"\xef\xbb\xbf", "没有可检查的文字", "no text"),
        ("\n　\n".encode(), "没有可检查的文字", "no text"),
        (bytes(range(256)), "不是文本文件", "not a text"),
        (b"\x89PNG\r\n\x1a\n", "图片", "picture"),
        (b"Rar!\x1a\x07", "压缩包", "archive"),
        (b"Rar!\x1a\x07" + SCRAMBLED, "压缩包", "archive"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "XML", "XML"),
        pytest.param(zipped("xl/workbook.xml"), "表格", "spreadsheet", id="xlsx"),
        pytest.param(
            zipped("content.xml", mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
            "表格",
            "spreadsheet",
            id="ods",
        ),
        pytest.param(zipped("photo.jpg"), "压缩包", "archive", id="zip"),
        pytest.param(zipped("word/document.xml")[:60], "损坏", "damaged", id="zip cut short"),
        pytest.param(b"PK\5\6" + bytes(18), "压缩包", "archive", id="empty zip"),
        (ole("EncryptedPackage"), "密码", "password"),
        (ole("EncryptedPackageDRMEncryptedTransform"), "权限管理（IRM）加密", "rights management"),
        (ole("WordDocumentDRMContent"), "权限管理（IRM）加密", "rights management"),
        (ole("Workbook"), "表格", "spreadsheet"),
        (ole("Root Entry__substg1.0"), "没有 Word 正文", "another program"),
        (b"%TSD-Header-###%" + bytes(range(256)), "加密软件加密", "encrypted by the document-protection"),
        (b"b\x14#e" + bytes(range(256)), "加密软件加密", "encrypted by the document-protection"),
        (b"MSMAMARPCRYPT" + bytes(range(256)), "加密软件加密", "encrypted by the document-protection"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, zh: str, en: str) -> None:
    with pytest.raises(UnreadableError) as error:
        read("报告.txt", data)
    assert error.value.text.zh.startswith("报告.txt：")
    assert zh in error.value.text.zh
    assert en in error.value.text.en


@pytest.mark.parametrize(
    ("path", "data", "zh"),
    [
        ("a.docx", "工作总结".encode(), "内容是纯文本"),
        ("a.PDF", rb"{\rtf1 \'b9\'a4}", "内容是RTF"),
        ("a.odt", "<html><p>工作总结".encode(), "内容是网页"),
    ],
)
def test_a_name_that_its_program_will_not_open_is_said(path: str, data: bytes, zh: str) -> None:
    (note,) = read(path, data).notes
    assert zh in note.zh


@pytest.mark.parametrize("path", ["a.doc", "a.wps", "a.txt", "a.md", "a", "a.html", "a.log"])
def test_other_names_are_not_spoken_of(path: str) -> None:
    assert read(path, "工作总结".encode()).notes == ()
    assert read(path, "<html><p>工作总结".encode()).notes == ()


@pytest.mark.parametrize("suffix", ["txt", "md", "rtf", "html", "docx"])
@pytest.mark.parametrize("data", [SCRAMBLED, b"HEAD-1.0\0\0" + SCRAMBLED, bytes(3000)])
def test_what_is_no_text_whatever_it_is_called(suffix: str, data: bytes) -> None:
    with pytest.raises(UnreadableError) as error:
        read(f"报告.{suffix}", data)
    assert ("空字节" if data == bytes(3000) else "像是被单位的加密软件加密过") in error.value.text.zh


@pytest.mark.parametrize("suffix", ["docx", "DOC", "wps", "pdf", "ofd", "odt"])
@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        pytest.param(SCRAMBLED, "像是被单位的加密软件加密过", "looks encrypted", id="scrambled"),
        pytest.param(b"HEAD-1.0\0\0" + SCRAMBLED, "像是被", "looks encrypted", id="with a head"),
        pytest.param(bytes(5000), "全是空字节", "all null bytes", id="zeros"),
        pytest.param(SCRAMBLED[:200], "已损坏，或只是改了后缀名", "damaged, or another kind", id="short"),
        pytest.param(b"\x7fELF" + bytes(range(32)) * 99, "改了后缀名", "renamed", id="a program"),
        pytest.param(b"", "文件是空的（0 字节）", "empty (0 bytes)", id="empty"),
    ],
)
def test_what_is_no_office_file_although_it_is_called_one(suffix: str, data: bytes, zh: str, en: str) -> None:
    with pytest.raises(UnreadableError) as error:
        read(f"报告.{suffix}", data)
    assert zh in error.value.text.zh
    assert en in error.value.text.en


@pytest.mark.parametrize("suffix", ["docx", "doc", "wps"])
def test_a_file_that_word_leaves_beside_an_open_document_is_told_from_a_damaged_one(suffix: str) -> None:
    left = b"\x07clerkli" + bytes(47) + "卢某".encode("utf-16-le") + bytes(103)
    with pytest.raises(UnreadableError) as error:
        read(f"材料/~$总结.{suffix}", left)
    assert "打开文档时留下的临时文件" in error.value.text.zh
    assert "leave this beside a document" in error.value.text.en
    with pytest.raises(UnreadableError) as error:
        read(f"材料/总结.{suffix}", left)
    assert "临时文件" not in error.value.text.zh


def test_a_picture_called_markdown_is_a_picture() -> None:
    with pytest.raises(UnreadableError, match="a picture"):
        sniff("a.md", b"\x89PNG\r\n\x1a\n")


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    for path, zh in [(tmp_path / "无", "找不到"), (tmp_path, "文件夹"), ("a\0b", "非法字符")]:
        with pytest.raises(UnreadableError) as error:
            load(str(path))
        assert zh in error.value.text.zh


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("工作总结", encoding="utf-8")
    assert load(str(tmp_path / "a.txt")).decode() == "工作总结"


class TestArchive:
    def test_parts_come_back(self) -> None:
        opened = archive.open_archive("a", zipped("b.xml"))
        assert opened.names == {"b.xml"}
        assert opened.read("b.xml") == b"<x/>"
        assert opened.xml("b.xml").tag == "x"

    def test_a_missing_part_is_damage(self) -> None:
        with pytest.raises(UnreadableError, match="damaged"):
            archive.open_archive("a", zipped("b.xml")).read("c.xml")

    def test_a_name_twice(self) -> None:
        with pytest.warns(UserWarning, match="Duplicate"):
            data = zipped("b.xml", "b.xml")
        with pytest.raises(UnreadableError, match="damaged"):
            archive.open_archive("a", data)

    def test_an_entry_packed_as_no_office_program_packs(self) -> None:
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_BZIP2) as file:
            file.writestr("b.xml", "<x/>")
        with pytest.raises(UnreadableError, match="damaged"):
            archive.open_archive("a", buffer.getvalue())

    def test_an_encrypted_entry(self) -> None:
        data = bytearray(zipped("b.xml"))
        data[data.index(b"PK\1\2") + 8] |= 1
        with pytest.raises(UnreadableError, match="password-protected"):
            archive.open_archive("a", bytes(data))

    @pytest.mark.parametrize(
        ("size", "harmless"), [(archive.RATIO_FROM, True), (archive.RATIO_FROM + 1, False)]
    )
    def test_a_bomb(self, size: int, harmless: bool) -> None:
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("b", bytes(size))
        if harmless:
            assert archive.open_archive("a", buffer.getvalue()).names == {"b"}
        else:
            with pytest.raises(UnreadableError, match="abnormal"):
                archive.open_archive("a", buffer.getvalue())

    @pytest.mark.parametrize(
        "xml", ["<!DOCTYPE x><x/>", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>']
    )
    def test_a_document_type(self, xml: str) -> None:
        with pytest.raises(UnreadableError, match="DTD"):
            archive.parse_xml("a", xml.encode())

    def test_not_well_formed(self) -> None:
        with pytest.raises(UnreadableError, match="damaged"):
            archive.parse_xml("a", b"<x>")

    def test_so_many_entries_and_no_more(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(archive, "MAX_ENTRIES", 2)
        assert archive.open_archive("a", zipped("b", "c")).names == {"b", "c"}
        with pytest.raises(UnreadableError, match="abnormal"):
            archive.open_archive("a", zipped("b", "c", "d"))

    def test_so_long_a_part_and_no_longer(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(archive, "MAX_PART", len("<x/>"))
        assert archive.open_archive("a", zipped("b")).read("b") == b"<x/>"
        monkeypatch.setattr(archive, "MAX_PART", len("<x/>") - 1)
        with pytest.raises(UnreadableError, match="abnormal"):
            archive.open_archive("a", zipped("b"))

    def test_a_part_is_never_unpacked_beyond_the_limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whatever the directory said of its length."""
        opened = archive.open_archive("a", zipped("b"))
        monkeypatch.setattr(archive, "MAX_PART", len("<x/>") - 1)
        with pytest.raises(UnreadableError, match="abnormal"):
            opened.read("b")
        asked: list[int] = []
        endless = SimpleNamespace(read=lambda size: asked.append(size) or b"x" * size)
        file: Any = SimpleNamespace(open=lambda name: nullcontext(endless))
        with pytest.raises(UnreadableError, match="abnormal"):
            archive.Archive("a", file, frozenset("b")).read("b")
        assert asked == [archive.MAX_PART + 1]

    def test_so_much_in_all_parts_and_no_more(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(archive, "MAX_TOTAL", 2 * len("<x/>"))
        assert archive.open_archive("a", zipped("b", "c")).names == {"b", "c"}
        with pytest.raises(UnreadableError, match="abnormal"):
            archive.open_archive("a", zipped("b", "c", "d"))

    def test_so_many_tags_and_no_more(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(archive, "MAX_TAGS", 4)
        assert len(archive.parse_xml("a", b"<x><y/><z/></x>")) == 2
        with pytest.raises(UnreadableError, match="complex"):
            archive.parse_xml("a", b"<x><y/><z/><z/></x>")

    def test_the_limits_hold_for_real_files(self) -> None:
        """A report of a hundred pages has some 20,000 tags; what is refused would fill the memory."""
        assert 100_000 <= archive.MAX_TAGS <= 2_000_000
        assert 1_000 <= archive.MAX_ENTRIES <= 65_535
        assert 10 << 20 <= archive.MAX_PART <= archive.MAX_TOTAL <= 1 << 30
