"""Word files laid out as GB/T 9704-2012 asks: made of strings, five parts in a zip file.

A4 (5.1); the type area 156 × 225 mm, 37 mm from the top and 28 mm from the binding edge (5.2.1), hence
35 mm below and 26 mm at the right; 三号仿宋 (5.2.2), 22 lines a page (5.2.3): 225 mm / 22 is 28.95 pt;
the title 二号小标宋, centred (7.3.1); text indented by two characters, 一、 in 黑体, （一） in 楷体 (7.3.3).
Headings have Word's own styles and so an outline level; pages are numbered (7.5). The same paragraphs
give the same bytes.
"""

import re
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from linter.writers import Paragraph

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_MM = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
_EPOCH = (1980, 1, 1, 0, 0, 0)

_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_WORD}.footer+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/></Types>'
)
_IDS = {"title": "Title", "heading": "Heading1", "subheading": "Heading2", "flush": "Flush"}
_IDS |= {"signature": "Signature"}
_NOT_XML = re.compile("[^\t\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(paragraphs: Iterable[Paragraph]) -> bytes:
    """The bytes of a .docx file. Characters that XML cannot hold become U+FFFD."""
    body = "".join(map(_paragraph, paragraphs))
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}{_page()}</w:body></w:document>'
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name, xml in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _relations(officeDocument="word/document.xml")),
            ("word/document.xml", document),
            ("word/styles.xml", _styles()),
            ("word/footer1.xml", _footer()),
            ("word/_rels/document.xml.rels", _relations(styles="styles.xml", footer="footer1.xml")),
        ):
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            file.writestr(entry, _HEAD + xml)
    return buffer.getvalue()


def _relations(**targets: str) -> str:
    """The relations of a part, rId1 and on."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _paragraph(paragraph: Paragraph) -> str:
    style = _IDS.get(paragraph.style)
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{_escaped(paragraph.text)}</w:t></w:r>' if paragraph.text else ""
    return f"<w:p>{properties}{run}</w:p>"


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _NOT_XML.sub("\ufffd", text)


def _page() -> str:
    return (
        f'<w:sectPr><w:footerReference xmlns:r="{_OFFICE}" w:type="default" r:id="rId2"/>'
        f'<w:pgSz w:w="{_twips(210)}" w:h="{_twips(297)}"/>'
        f'<w:pgMar w:top="{_twips(37)}" w:right="{_twips(26)}" w:bottom="{_twips(35)}" w:left="{_twips(28)}"'
        f' w:header="851" w:footer="{_twips(28)}" w:gutter="0"/>'
        '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
    )


def _footer() -> str:
    """The number of the page in 四号 between dashes; centred, for which edge is outside is not known."""
    sign = f'<w:r>{_font("宋体", 14)}<w:t xml:space="preserve">{{}}</w:t></w:r>'
    number = f'<w:fldSimple w:instr="PAGE">{sign.format("1")}</w:fldSimple>'
    return (
        f'<w:ftr xmlns:w="{_W}"><w:p><w:pPr><w:ind w:firstLineChars="0" w:firstLine="0"/>'
        f'<w:jc w:val="center"/></w:pPr>{sign.format("— ")}{number}{sign.format(" —")}</w:p></w:ftr>'
    )


def _twips(millimetres: float) -> int:
    return round(millimetres * _MM)


def _styles() -> str:
    spacing = '<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/>'
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    text = f'<w:pPr>{spacing}{indent}<w:jc w:val="both"/></w:pPr>{_font("仿宋", 16)}'
    flush = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    # 方正小标宋简体 is what offices install for 小标宋; Word falls back to 宋体 where it is missing.
    # LibreOffice gives 二号 two lines of the page's grid unless it is told not to keep to it.
    title = (
        f'<w:pPr><w:snapToGrid w:val="0"/>{flush}<w:jc w:val="center"/></w:pPr>{_font("方正小标宋简体", 22)}'
    )
    signature = (
        '<w:pPr><w:ind w:rightChars="400" w:right="1280" w:firstLineChars="0" w:firstLine="0"/>'
        '<w:jc w:val="right"/></w:pPr>'
    )
    outline = '<w:pPr><w:keepNext/><w:outlineLvl w:val="{}"/></w:pPr>'
    return (
        f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault>{_font("仿宋", 16)}</w:rPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"{text}</w:style>"
        + _style("Title", "Title", title)
        + _style("Heading1", "heading 1", outline.format(0) + _font("黑体", 16))
        + _style("Heading2", "heading 2", outline.format(1) + _font("楷体", 16))
        + _style("Flush", "Flush", f"<w:pPr>{flush}</w:pPr>")
        + _style("Signature", "Signature", signature)
        + "</w:styles>"
    )


def _style(style: str, name: str, content: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/>{content}</w:style>'
    )


def _font(chinese: str, points: int) -> str:
    latin = "Times New Roman"
    return (
        f'<w:rPr><w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:cs="{latin}" w:eastAsia="{chinese}"/>'
        f'<w:color w:val="000000"/><w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/></w:rPr>'
    )
