"""Encodings: what the bytes of a plain text say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.readers.support.encoding import NOTES, decode

REPORT = "关于2025年上半年安全生产工作的报告\n全区共排查隐患36处，已整改35处。\n"
TRADITIONAL = "關於上半年安全生產工作的報告\n全區共排查隱患36處，已整改35處。\n"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"", "utf-8", ""),
        (b"plain ASCII\n", "utf-8", "plain ASCII\n"),
        (REPORT.encode(), "utf-8", REPORT),
        ("café".encode() * 40, "utf-8", "café" * 40),
        ("Привет всем".encode(), "utf-8", "Привет всем"),
        (b"\xef\xbb\xbf", "utf-8-bom", ""),
        (b"\xef\xbb\xbf" + REPORT.encode(), "utf-8-bom", REPORT),
        (b"\xff\xfe" + REPORT.encode("utf-16-le"), "utf-16-le-bom", REPORT),
        (b"\xfe\xff" + REPORT.encode("utf-16-be"), "utf-16-be-bom", REPORT),
        (b"\xff\xfe\0\0" + REPORT.encode("utf-32-le"), "utf-32-le-bom", REPORT),
        (REPORT.encode("utf-16-le"), "utf-16-le", REPORT),
        (REPORT.encode("utf-16-be"), "utf-16-be", REPORT),
        ("report".encode("utf-16-le"), "utf-16-le", "report"),
        ("全是汉字没有换行".encode("utf-16-le"), "utf-16-le", "全是汉字没有换行"),
        (REPORT.encode("gbk"), "gb18030", REPORT),
        ("小结".encode("gbk"), "gb18030", "小结"),
        ("姓名：𠮷某、㛃某，价格€9。".encode("gb18030"), "gb18030", "姓名：𠮷某、㛃某，价格€9。"),
        ("㎡、℃、№、Ⅲ、①、㈠、１２、“”——……〔2025〕3号".encode("gbk"), "gb18030", None),
        (TRADITIONAL.encode("big5"), "big5", TRADITIONAL),
        (bytes(range(256)), "binary", ""),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0", "binary", ""),
    ],
)
def test_a_sound_file_is_known_without_a_warning(data: bytes, encoding: str, text: str | None) -> None:
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert decoded.text == (data.decode(encoding) if text is None else text)
    assert set(decoded.warnings) <= {"binary"}


@pytest.mark.parametrize(
    ("data", "encoding", "text", "warning"),
    [
        (REPORT.encode()[:-3], "utf-8", REPORT[:-2], "truncated"),
        (REPORT.encode("gbk")[:-2], "gb18030", REPORT[:-2] + "\ufffd", "bad-bytes"),
        ("\ufeff报告".encode("utf-16-le")[:-1], "utf-16-le-bom", "报\ufffd", "bad-bytes"),
        (REPORT.encode() + b"\xff" + REPORT.encode(), "utf-8", REPORT + "\ufffd" + REPORT, "bad-bytes"),
        (
            "第一行。\n".encode() + "第二行。\n".encode("gbk"),
            "utf-8+gb18030",
            "第一行。\n第二行。\n",
            "mixed-encoding",
        ),
        ("学习".encode("gbk"), "gb18030", "学习", "ambiguous-utf8"),
    ],
)
def test_what_is_wrong_or_doubtful_is_said(data: bytes, encoding: str, text: str, warning: str) -> None:
    decoded = decode(data)
    assert decoded == (text, encoding, (warning,))
    assert NOTES[warning].zh


@given(st.binary(max_size=200))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    decode(data)


COMMON = st.text(
    "的工作单位报告学习教育安全生产经济发展问题措施，。、：；一二三上半年整改落实12 \n", min_size=12
)


@given(COMMON)
def test_common_words_survive_every_encoding(text: str) -> None:
    text = "全市工作总结报告。" + text
    for codec in ("utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16-le", "utf-16-be", "utf-16"):
        assert decode(text.encode(codec)).text == text
