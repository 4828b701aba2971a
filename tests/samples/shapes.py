"""A short text with everything that lies beside the words of a .doc: shapes, boxes, notes, fields, tables.

`shapes.doc` in this folder is made of it by LibreOffice: `python -m tests.samples.make`.
"""

import base64
import struct
import zlib

_NAMESPACES = {
    "office": "office", "text": "text", "draw": "drawing", "table": "table", "style": "style",
    "svg": "svg-compatible", "fo": "xsl-fo-compatible",
}  # fmt: skip
_PLACE = 'svg:width="3cm" svg:height="2cm" svg:x="3cm" svg:y="1cm"'
_RECTANGLE = (
    '<draw:enhanced-geometry svg:viewBox="0 0 21600 21600" draw:type="rectangle" '
    'draw:enhanced-path="M 0 0 L 21600 0 21600 21600 0 21600 0 0 Z N"/>'
)
MAIN = (
    "云泽县图书馆工作总结", "举办讲座三场，修缮书架二十组。", "左图右文。", "旁有图形。", "旁有文本框。",
    "旁有直线。", "项目", "数量", "第1页。", "二、下一步打算", "继续开展送书下乡。",
)  # fmt: skip
"""The paragraphs of the main text, cells included."""
BOXES, BESIDE = ("图形里的字", "框里的字"), ("脚注的字", "页眉的字")
COMMENT, HIDDEN = "批注的字", "隐藏的字"


def flat_odt() -> str:
    """The text as an OpenDocument in one XML file."""
    names = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in _NAMESPACES.items()
    )
    image = f"<draw:image><office:binary-data>{_png()}</office:binary-data></draw:image>"
    title, talk, left, shape, box, line, *cells, page, heading, last = MAIN
    first, second = talk.split("，")
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        f"<text:p>{BESIDE[0]}</text:p></text:note-body></text:note>"
    )
    row = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
    number = page.replace("1", "<text:page-number>1</text:page-number>")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {names} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:page-layout style:name="pl"/>
<style:style style:name="hidden" style:family="text"><style:text-properties text:display="none"/></style:style>
</office:automatic-styles><office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="pl">
<style:header><text:p>{BESIDE[1]}</text:p></style:header></style:master-page></office:master-styles>
<office:body><office:text><text:p>{title}</text:p>
<text:p>{first}{note}，<office:annotation><text:p>{COMMENT}</text:p></office:annotation>{second}</text:p>
<text:p>{left[:2]}<draw:frame text:anchor-type="as-char" {_PLACE}>{image}</draw:frame>{left[2:]}</text:p>
<text:p>{shape}<draw:custom-shape text:anchor-type="paragraph" {_PLACE}><text:p>{BOXES[0]}</text:p>{_RECTANGLE}\
</draw:custom-shape></text:p>
<text:p>{box}<draw:frame text:anchor-type="paragraph" {_PLACE}><draw:text-box><text:p>{BOXES[1]}</text:p>\
</draw:text-box></draw:frame></text:p>
<text:p>{line}<draw:line text:anchor-type="paragraph" svg:x1="1cm" svg:y1="1cm" svg:x2="5cm" svg:y2="1cm"/></text:p>
<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row>{row}</table:table-row>\
</table:table>
<text:p>{number}<text:span text:style-name="hidden">{HIDDEN}</text:span></text:p>
<text:h text:outline-level="1">{heading}</text:h><text:p>{last}</text:p>
</office:text></office:body></office:document>""".replace("\\\n", "")


def _png() -> str:
    """A red picture of 8 × 8 dots."""
    rows = zlib.compress((b"\0" + b"\xff\0\0" * 8) * 8)
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
    data = b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + data).decode()
