"""Word documents in one XML file: the flat package, and the XML of Word 2003."""

import base64
import zipfile
from io import BytesIO

import pytest

from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.readers import read, sniff
from linter.writers import Paragraph
from linter.writers.docx import write

HEAD = b'<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
NAMESPACES = (
    'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
    'xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" '
    'xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:st1="urn:schemas-microsoft-com:office:smarttags"'
)
LISTS = (
    '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/>'
    '<w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>'
)
STYLES = (
    '<w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
    '<wx:uiName wx:val="标题 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'
)
NUMBERED = (
    '<w:p><w:pPr><w:pStyle w:val="1"/><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="?"/>'
    "</w:listPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
)


def word2003(body: str, before: str = "") -> bytes:
    xml = f"<w:wordDocument {NAMESPACES}>{before}<w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>"
    return HEAD + xml.encode()


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(content: str) -> str:
    return f"<w:p>{content}</w:p>"


def flat(data: bytes) -> bytes:
    """A .docx as one XML file."""
    parts = []
    with zipfile.ZipFile(BytesIO(data)) as file:
        for name in file.namelist():
            content = file.read(name)
            if name.endswith((".xml", ".rels")):
                xml = (
                    content.decode().partition("?>")[2] if content.startswith(b"<?xml") else content.decode()
                )
                parts.append(f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>')
    picture = base64.b64encode(bytes(3000)).decode()
    parts.append(f'<pkg:part pkg:name="/word/a.png"><pkg:binaryData>{picture}</pkg:binaryData></pkg:part>')
    namespace = 'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"'
    return HEAD + f"<pkg:package {namespace}>{''.join(parts)}</pkg:package>".encode()


def texts(document: Document) -> list[tuple[str, str, str]]:
    return [(b.kind, b.label, document.text[b.start : b.end]) for b in document.blocks]


@pytest.mark.parametrize("path", ["稿.doc", "稿.xml", "稿"])
def test_a_flat_package_is_read_as_the_docx_that_it_is(path: str) -> None:
    data = write(map(Paragraph, ("工作总结", "一、主要工作", "召开会议。"), ("title", "heading", "body")))
    flattened, original = read(path, flat(data)), read("稿.docx", data)
    assert flattened.format == "wordxml"
    assert (flattened.text, flattened.blocks) == (original.text, original.blocks)
    assert flattened.page_layout is not None
    assert flattened.page_layout() == original.page_layout()  # type: ignore[misc]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(paragraph(run("甲") + run("乙")), ["甲乙"], id="runs"),
        pytest.param(
            f"<wx:sub-section>{paragraph(run('甲'))}</wx:sub-section>", ["甲"], id="sections of hints"
        ),
        pytest.param(paragraph(f'<st1:place w:st="on">{run("甲")}</st1:place>'), ["甲"], id="smart tags"),
        pytest.param(paragraph(f'<w:hlink w:dest="x">{run("甲")}</w:hlink>'), ["甲"], id="links"),
        pytest.param(paragraph(run("甲") + run("隐", "<w:vanish/>")), ["甲"], id="hidden"),
        pytest.param(
            paragraph(
                f'<aml:annotation w:type="Word.Insertion"><aml:content>{run("甲")}</aml:content>'
                '</aml:annotation><aml:annotation w:type="Word.Deletion"><aml:content><w:r>'
                "<w:delText>乙</w:delText></w:r></aml:content></aml:annotation>"
            ),
            ["甲"],
            id="tracked changes",
        ),
        pytest.param(
            paragraph(
                run("甲") + '<w:r><aml:annotation w:type="Word.Comment"><aml:content>'
                f"{paragraph(run('批'))}</aml:content></aml:annotation></w:r>"
            ),
            ["甲"],
            id="comments",
        ),
        pytest.param(
            paragraph(f"{run('甲')}<w:r><w:footnote>{paragraph(run('注'))}</w:footnote></w:r>{run('乙')}"),
            ["甲乙", "注"],
            id="footnotes",
        ),
        pytest.param(
            paragraph(
                '<w:r><w:pict><w:binData w:name="a">QUJD</w:binData><v:shape><v:textbox><w:txbxContent>'
                f"{paragraph(run('框'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            ),
            ["框"],
            id="text boxes",
        ),
        pytest.param(
            f"{paragraph(run('甲'))}<w:sectPr><w:hdr w:type='odd'>{paragraph(run('眉'))}</w:hdr>"
            f"<w:ftr w:type='even'>{paragraph(run('不印'))}</w:ftr></w:sectPr>",
            ["甲", "眉"],
            id="headers",
        ),
        pytest.param(
            f"<w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val='restart'/></w:tcPr>{paragraph(run('甲'))}</w:tc></w:tr>"
            f"<w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr>{paragraph(run('乙'))}</w:tc></w:tr></w:tbl>",
            ["甲"],
            id="merged cells",
        ),
    ],
)
def test_the_xml_of_word_2003(body: str, expected: list[str]) -> None:
    document = read("稿.doc", word2003(body))
    assert document.format == "wordxml"
    assert [text for _, _, text in texts(document)] == expected


def test_its_styles_and_numbers() -> None:
    body = NUMBERED.format("工作") + paragraph(run("正文")) + NUMBERED.format("打算")
    document = read("稿.xml", word2003(body, LISTS + STYLES))
    assert [text[1:] for text in texts(document)] == [("一、", "工作"), ("", "正文"), ("二、", "打算")]
    assert [block.level for block in document.blocks] == [1, 0, 1]
    assert document.page_layout is None


def test_its_comments_are_marks() -> None:
    said = f"<aml:content>{paragraph(run('请核对'))}</aml:content>"
    body = paragraph(
        run("完成")
        + '<aml:annotation aml:id="7" w:type="Word.Comment.Start"/>'
        + run("九项")
        + '<aml:annotation aml:id="7" w:type="Word.Comment.End"/>'
        + f'<w:r><aml:annotation aml:id="7" w:type="Word.Comment">{said}</aml:annotation></w:r>'
    )
    document = read("稿.doc", word2003(body))
    assert [(document.text[m.start : m.end], m.content) for m in document.marks] == [("九项", "请核对")]


def test_it_may_be_in_utf_16() -> None:
    data = word2003(paragraph(run("甲"))).decode().replace("UTF-8", "UTF-16").encode("utf-16")
    assert texts(read("稿.doc", data)) == [("paragraph", "", "甲")]


def test_a_file_without_its_end_is_damaged() -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        read("稿.doc", word2003(paragraph(run("甲")))[:-9])
    with pytest.raises(UnreadableError, match="damaged"):
        read("稿.doc", HEAD + f"<w:wordDocument {NAMESPACES}/>".encode())


@pytest.mark.parametrize("declaration", ['<!DOCTYPE x SYSTEM "http://x.invalid/x.dtd">', "<!DOCTYPE x []>"])
def test_a_document_type_is_refused(declaration: str) -> None:
    data = word2003(paragraph(run("甲"))).replace(b"?><w:", f"?>{declaration}<w:".encode())
    with pytest.raises(UnreadableError, match="DTD"):
        read("稿.xml", data)


def test_other_xml_is_none_of_word_s() -> None:
    with pytest.raises(UnreadableError, match="XML source"):
        sniff("稿.xml", b'<?xml version="1.0"?><rss xmlns:a="urn:x"/>')
