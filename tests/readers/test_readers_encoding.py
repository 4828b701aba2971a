"""Encodings: what the bytes of a plain text say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.message import Message
from linter.readers.support.encoding import (
    AMBIGUOUS,
    BAD_BYTES,
    HALVED,
    MIXED,
    PADDED,
    TRUNCATED,
    WESTERN,
    decode,
)

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
        ("完成3项 OK".encode("gbk"), "gb18030", "完成3项 OK"),
        ("a镕b喆c".encode("gbk"), "gb18030", "a镕b喆c"),
        ("學習".encode("gbk"), "gb18030", "學習"),
        (REPORT.encode("gbk") + b"\x1a", "gb18030", REPORT + "\x1a"),
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
    assert not decoded.notes


HALVES = b"\xed\xa0\xbd\xed\xb8\x80"
"""😀 as Java writes it."""


@pytest.mark.parametrize(
    ("data", "encoding", "text", "note"),
    [
        (REPORT.encode()[:-3], "utf-8", REPORT[:-2], TRUNCATED),
        (REPORT.encode("gbk")[:-2], "gb18030", REPORT[:-2] + "\ufffd", BAD_BYTES),
        ("\ufeff报告".encode("utf-16-le")[:-1], "utf-16-le-bom", "报\ufffd", BAD_BYTES),
        (REPORT.encode() + b"\xff" + REPORT.encode(), "utf-8", REPORT + "\ufffd" + REPORT, BAD_BYTES),
        (
            "第一行。\n".encode() + "第二行。\n".encode("gbk"),
            "utf-8+gb18030",
            "第一行。\n第二行。\n",
            MIXED,
        ),
        ("学习".encode("gbk"), "gb18030", "学习", AMBIGUOUS),
        ("完成".encode() + HALVES, "utf-8", "完成😀", HALVED),
        (HALVES * 2, "utf-8", "😀😀", HALVED),
        ("㛃".encode() + b"\xed\xa1\x80\xed\xb3\xb7" + b"\r\n", "utf-8", "㛃𠃷\r\n", HALVED),
        (REPORT.encode("gbk") + b"\0" * 99, "gb18030", REPORT, PADDED),
        (REPORT.encode() + b"\0", "utf-8", REPORT, PADDED),
        (b"report\0\0\0\0", "utf-8", "report", PADDED),
        (b"He said \x93ok\x94 and \x85 left\n", "cp1252", "He said “ok” and … left\n", WESTERN),
        ("caf\xe9 society".encode("cp1252"), "cp1252", "café society", WESTERN),
        ("été à Noël".encode("cp1252"), "cp1252", "été à Noël", WESTERN),
    ],
)
def test_what_is_wrong_or_doubtful_is_said(data: bytes, encoding: str, text: str, note: Message) -> None:
    assert decode(data) == (text, encoding, (note,))


@pytest.mark.parametrize(
    "data",
    [
        b"one stray byte \xe9 in a line of ASCII",
        b"caf\xe9",
        b"no\xa0",
        b"Hi \xe9",
        b"ABCDEFGHIJ\x85KLMNOPQR",
        b"\x93quoted\x94 text.",
        b"weekly report no. 12\xb0",
        b"WEEKLY-REPORT-2024-11-30\xff\xff",
    ],
)
def test_ascii_with_a_stray_byte_is_never_utf_16(data: bytes) -> None:
    decoded = decode(data)
    assert not decoded.encoding.startswith("utf-16")
    assert decoded.text[:2] == data[:2].decode("ascii", "replace") or data[0] > 127


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "投入€45万元，室温21℃。",
        "小结",
        "总结报告",
        "完成3项",
        "2024年总结",
        "202",
        "　　二、打算",
        "局党组",
        "研究生院",
        "两个星期前",
        "第1条",
        "a工b程",
        "安全 safe 生产",
        "關於國務院的報告",
        "姓名：𠮷某",
        "Ⅲ级响应",
        "进度：85%（①②③）→ 优",
        "季度考核\r\n九月",
        "国",
    ],
)
def test_a_short_utf_16_without_a_mark_is_read(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == (text, codec, ())


def test_a_utf_16_without_a_mark_that_was_cut_off_is_read_and_said_to_be() -> None:
    assert decode(REPORT.encode("utf-16-le")[:-1]) == (REPORT[:-1], "utf-16-le", (TRUNCATED,))


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


def damaged(text: str, codec: str, every: int, times: int) -> bytes:
    """The text with a byte that fits nothing in place of some characters, `every` apart."""
    bad = set(range(1, 1 + every * times, every))
    return b"".join(b"\xff" if at in bad else char.encode(codec) for at, char in enumerate(text))


SIMPLIFIED_100 = ("全区共排查隐患三十六处已经整改完毕各单位认真落实责任" * 4)[:100]
TRADITIONAL_100 = ("全區共排查隱患三十六處已經整改完畢各單位認真落實責任" * 4)[:100]
FOREIGN = "ก"  # no character of Chinese or Western texts


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(
            ("的" * 85 + FOREIGN * 15).encode("utf-16-le"), "utf-16-le", id="UTF-16, 85 in 100 common"
        ),
        pytest.param(("的" * 84 + FOREIGN * 16).encode("utf-16-le"), "binary", id="UTF-16, 84 in 100 common"),
        pytest.param("年产".encode(), "utf-8", id="two characters whose bytes are three in GBK"),
        pytest.param("总结".encode("gbk")[:3], "gb18030", id="GBK, one and a half characters"),
        pytest.param("学习".encode("gbk") * 15, "gb18030", id="60 bytes of two-byte sequences"),
        pytest.param("学习".encode("gbk") * 16, "utf-8", id="64 bytes of two-byte sequences"),
        pytest.param(SIMPLIFIED_100.encode("gbk") + b"\1" * 3, "gb18030", id="1.5 % control characters"),
        pytest.param(SIMPLIFIED_100.encode("gbk") + b"\1" * 5, "binary", id="2.5 % control characters"),
        pytest.param(damaged(TRADITIONAL_100, "big5", 12, 1), "big5", id="Big5, 1 in 100 damaged"),
        pytest.param(damaged(TRADITIONAL_100, "big5", 12, 3), "gb18030", id="Big5, 3 in 100 damaged"),
        pytest.param(damaged(SIMPLIFIED_100, "gbk", 8, 10), "gb18030", id="GBK, 10 in 100 damaged"),
        pytest.param(damaged(SIMPLIFIED_100, "gbk", 7, 13), "binary", id="GBK, 13 in 100 damaged"),
        pytest.param(damaged(SIMPLIFIED_100, "utf-8", 3, 33), "utf-8", id="UTF-8, 33 in 100 damaged"),
        pytest.param(damaged(SIMPLIFIED_100, "utf-8", 2, 40), "binary", id="UTF-8, 40 in 100 damaged"),
        pytest.param(
            "说明".encode() + b"a" * 98 + b"\xff", "gb18030", id="two Chinese characters, one damaged"
        ),
        pytest.param(
            "说明书".encode() + b"a" * 96 + b"\xff", "utf-8", id="three Chinese characters, one damaged"
        ),
    ],
)
def test_how_much_is_enough_for_an_encoding(data: bytes, encoding: str) -> None:
    assert decode(data).encoding == encoding
