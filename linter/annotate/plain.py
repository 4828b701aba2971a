"""A Word file made from a draft of another format, so that there is something to put comments in.

It holds the text, a paragraph for each block, in the customary looks of an official document
(GB/T 9704-2012, 5.2 and 7.3); nothing of the draft's own looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from linter.annotate.parts import clean
from linter.model import Block, Document

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_OVERRIDES = {"document": "document.main", "styles": "styles", "footer1": "footer"}
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_CONTENT}.{kind}+xml"/>'
        for part, kind in _OVERRIDES.items()
    )
    + "</Types>"
)


def _relations(**targets: str) -> str:
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _style(name: str, style_id: str, paragraph: str, font: str, size: int) -> str:
    base = "" if style_id == "Normal" else '<w:basedOn w:val="Normal"/>'
    default = ' w:default="1"' if style_id == "Normal" else ""
    fonts = f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style_id}"><w:name w:val="{name}"/>{base}'
        f'<w:pPr>{paragraph}</w:pPr><w:rPr>{fonts}<w:sz w:val="{size}"/></w:rPr></w:style>'
    )


_LINE = '<w:spacing w:line="579" w:lineRule="exact"/>'
_BODY = '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>'
_FLAT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{_W}">'
    + _style("Normal", "Normal", _LINE + _BODY, "仿宋_GB2312", 32)
    + _style("Title", "Title", f'{_FLAT}<w:jc w:val="center"/>', "方正小标宋简体", 44)
    + _style("heading 1", "Heading1", '<w:outlineLvl w:val="0"/>', "黑体", 32)
    + _style("heading 2", "Heading2", '<w:outlineLvl w:val="1"/>', "楷体_GB2312", 32)
    + _style("heading 3", "Heading3", '<w:outlineLvl w:val="2"/>', "仿宋_GB2312", 32)
    + _style("Flat", "Flat", _FLAT, "仿宋_GB2312", 32)
    + "</w:styles>"
)
_SIGN = '<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
_NUMBER = (
    f'{_SIGN.format("— ")}<w:fldSimple w:instr="PAGE">{_SIGN.format("1")}</w:fldSimple>{_SIGN.format(" —")}'
)
_FOOTER = (
    f'{_HEAD}<w:ftr xmlns:w="{_W}"><w:p><w:pPr>{_FLAT}<w:jc w:val="center"/></w:pPr>{_NUMBER}</w:p></w:ftr>'
)
_PAGE = (
    f'<w:sectPr><w:footerReference xmlns:r="{_OFFICE}" w:type="default" r:id="rId2"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851"'
    ' w:footer="992" w:gutter="0"/>'
    "</w:sectPr>"
)


def word_file(document: Document, titles: frozenset[int], levels: Mapping[int, int]) -> bytes:
    """A .docx whose paragraphs are the document's blocks, each with its generated number before it.

    `titles` are the blocks that are titles, `levels` the depths of those that are headings.
    """
    blocks = enumerate(document.blocks)
    inner = "".join(
        _paragraph(document, block, _style_of(index, block, titles, levels)) for index, block in blocks
    )
    main = f'{_HEAD}<w:document xmlns:w="{_W}"><w:body>{inner}{_PAGE}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations(officeDocument="word/document.xml"),
        "word/document.xml": main,
        "word/_rels/document.xml.rels": _relations(styles="styles.xml", footer="footer1.xml"),
        "word/styles.xml": _STYLES,
        "word/footer1.xml": _FOOTER,
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            file.writestr(entry, content)
    return buffer.getvalue()


def _style_of(index: int, block: Block, titles: frozenset[int], levels: Mapping[int, int]) -> str:
    if index in titles:
        return "Title"
    level = levels.get(index, block.level)
    if level:
        return f"Heading{min(level, 3)}"
    return "Flat" if block.kind in ("cell", "code", "toc") else ""


def _paragraph(document: Document, block: Block, style: str) -> str:
    text = clean(document.text[block.start : block.end])
    flat = "Flat" if not style and text[:1].isspace() else style
    properties = f'<w:pPr><w:pStyle w:val="{flat}"/></w:pPr>' if flat else ""
    label = "".join(_runs(clean(block.label))) if block.label else ""
    return f"<w:p>{properties}{label}{''.join(_runs(text))}</w:p>"


def _runs(text: str) -> Iterator[str]:
    """The text as runs; tabs and line breaks are elements of their own."""
    for number, words in enumerate(text.replace("\r", " ").split("\t")):
        if number:
            yield "<w:r><w:tab/></w:r>"
        for line, piece in enumerate(words.split("\n")):
            if line:
                yield "<w:r><w:br/></w:r>"
            if piece:
                yield f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
