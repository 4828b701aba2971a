"""Web pages saved in one file, as Word, WPS and browsers write them, whatever they are called."""

import base64
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.readers import read, sniff
from linter.readers.support.assemble import CUT_OFF

PAGE = '<html><meta charset="{}"><h1>工作总结</h1><p>召开会议三次，落实责任，</p><p>整改问题。</p></html>'
WORDS = ["工作总结", "召开会议三次，落实责任，", "整改问题。"]


def archive(charset: str = "gb2312", declared: str = "", encoding: str = "quoted-printable") -> bytes:
    page = EmailMessage()
    page.set_content(
        PAGE.format(declared or charset).encode(charset), "text", "html", cte=encoding, filename="a.htm"
    )
    page.set_param("charset", charset)
    picture = EmailMessage()
    picture.set_content(b"\x89PNG" + bytes(99), "image", "png")
    whole = EmailMessage()
    whole.make_related(boundary="between-the-parts")
    whole.attach(page)
    whole.attach(picture)
    whole["From"] = "<由浏览器保存>"
    whole["MIME-Version"] = "1.0"
    return whole.as_bytes(policy=SMTP)


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["gb2312", "utf-8", "gb18030"])
def test_the_page_is_read_whatever_its_encoding(charset: str, encoding: str) -> None:
    document = read("稿.doc", archive(charset, encoding=encoding))
    assert document.format == "mht"
    assert texts(document) == WORDS
    assert document.blocks[0].level == 1
    assert [document.place(*block[:2]).words.zh for block in document.blocks] == [
        "第 1 段",
        "第 2 段",
        "第 3 段",
    ]
    assert document.notes == ()


def test_what_the_archive_says_of_the_encoding_goes_before_what_the_page_says() -> None:
    assert texts(read("稿.mht", archive("gb2312", declared="big5"))) == WORDS


@pytest.mark.parametrize(
    "head",
    [
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n",
        b"From: <Saved by a browser>\r\nSubject: =?utf-8?Q?=E7=A8=BF?=\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="x"\r\n\r\n',
        b"\r\nmime-version: 1.0\ncontent-type: multipart/mixed; boundary=x\n\n",
    ],
)
def test_heads_of_several_programs(head: bytes) -> None:
    data = head + b"--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>\xe7\x94\xb2</p>\r\n--x--\r\n"
    for path in ("稿.doc", "稿.mht", "稿.txt"):
        assert texts(read(path, data)) == ["甲"]


def test_a_page_without_parts_is_read() -> None:
    assert texts(
        read("稿.mht", b"MIME-Version: 1.0\nContent-Type: text/html; charset=gbk\n\n<p>\xb9\xa4")
    ) == ["工"]


@pytest.mark.parametrize(
    "text",
    ["MIME-Version: 1.0 是邮件的一种标头。", "From: 某科室\nTo: 某局\n\n工作总结", "主题: 总结\n正文。"],
)
def test_a_text_that_looks_a_little_like_a_mail_is_a_text(text: str) -> None:
    assert sniff("稿.txt", text.encode()) == "text"


def test_an_archive_cut_off_is_read_and_said_to_be_cut_off() -> None:
    data = archive("utf-8", encoding="8bit")
    document = read("稿.mht", data[: data.index("整改".encode())])
    assert texts(document) == WORDS[:2]
    assert CUT_OFF in document.notes


def test_an_archive_without_a_page_is_refused() -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        read("稿.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\n--x--\n")


NESTED = b"".join(b"--%d\nContent-Type: multipart/mixed; boundary=%d\n\n" % (n, n + 1) for n in range(3000))


@pytest.mark.parametrize("parts", [NESTED, b"--0\n\nx\n" * 20_000], ids=["nested", "many"])
def test_too_many_parts_are_refused(parts: bytes) -> None:
    with pytest.raises(UnreadableError, match="complex"):
        read("稿.mht", b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=0\n\n" + parts)


def test_a_page_that_is_no_text_is_refused() -> None:
    head = b"MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
    with pytest.raises(UnreadableError, match="not a text"):
        read("稿.mht", head + base64.b64encode(bytes(range(256)) * 2))
