"""Small Word files made from XML, for tests; no binary fixtures."""

from __future__ import annotations

from tests.support.packing import packed

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": _OFFICE,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "v": "urn:schemas-microsoft-com:vml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "comments": "comments",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
}


def docx(
    body: str, extra: dict[str, str | bytes] | None = None, inserted: str | bytes = "", **parts: str
) -> bytes:
    """A Word file.

    `body` and `parts` (styles, numbering, comments, footnotes, endnotes, settings, header1, footer1,
    commentsExtended, diagramData) are the XML inside the part's root; header1 and footer1 are referred
    to as rHeader1 and rFooter1, diagramData as rDiagramData. `extra` are parts as they are, `inserted` is the
    file that `CHUNK` refers to.
    """
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relations({"rMain": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {_DECLARED}><w:body>{body}</w:body></w:document>",
    }
    targets = {}
    for name, xml in parts.items():
        kind = name.rstrip("0123456789")
        targets[f"r{name[0].upper()}{name[1:]}"] = (kind, f"{name}.xml")
        files[f"word/{name}.xml"] = _part(kind, xml)
    if inserted:
        targets["rInserted"] = ("aFChunk", "inserted")
        files["word/inserted"] = inserted
    files["word/_rels/document.xml.rels"] = _relations(targets)
    return packed({**files, **(extra or {})})


def _part(kind: str, xml: str) -> str:
    root = {
        "header": "w:hdr",
        "footer": "w:ftr",
        "commentsExtended": "w15:commentsEx",
        "diagramData": "dgm:dataModel",
    }
    name = root.get(kind, f"w:{kind}")
    return f"<{name} {_DECLARED}>{xml}</{name}>"


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{items}</Relationships>'


CHUNK = '<w:altChunk r:id="rInserted"/>'
"""The place of a file that is inserted as it is."""


def drawn(*words: str) -> str:
    """A drawing of Word 2007 with these words as WordArt."""
    shapes = "".join(f'<v:shape><v:textpath on="t" string="{each}"/></v:shape>' for each in words)
    return f'<w:pict><v:shapetype><v:textpath on="t"/></v:shapetype>{shapes}</w:pict>'


def choice(entries: tuple[str, ...], chosen: str = "", result: str = "") -> str:
    """A drop-down list of a form; `chosen` is XML that names an entry by its number."""
    listed = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in entries)
    form = f"<w:ffData><w:enabled/><w:ddList>{chosen}{listed}</w:ddList></w:ffData>"
    return (
        r(f'<w:fldChar w:fldCharType="begin">{form}</w:fldChar>')
        + r("<w:instrText> FORMDROPDOWN </w:instrText>")
        + r('<w:fldChar w:fldCharType="separate"/>')
        + result
        + r('<w:fldChar w:fldCharType="end"/>')
    )


def t(text: str) -> str:
    """The text element of a run."""
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(text: str, properties: str = "") -> str:
    """A run; `text` may be XML of run contents."""
    content = text if text.startswith("<") else t(text)
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>" if properties else f"<w:r>{content}</w:r>"


def p(content: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of a text."""
    runs = content if content.startswith("<") or not content else r(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>" if properties else f"<w:p>{runs}</w:p>"


def field(code: str, result: str) -> str:
    """A complex field; `result` is runs or a text."""
    runs = result if result.startswith("<") else r(result)
    return (
        r('<w:fldChar w:fldCharType="begin"/>')
        + r(f"<w:instrText>{code}</w:instrText>")
        + r('<w:fldChar w:fldCharType="separate"/>')
        + runs
        + r('<w:fldChar w:fldCharType="end"/>')
    )


def tc(content: str, properties: str = "") -> str:
    """A table cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def style(style_id: str, name: str, content: str = "", kind: str = "paragraph", based_on: str = "") -> str:
    """A style definition."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{base}{content}</w:style>'
    )


def pstyle(style_id: str) -> str:
    """The paragraph property that names a style."""
    return f'<w:pStyle w:val="{style_id}"/>'


def numbered(num_id: int, level: int = 0) -> str:
    """The paragraph property that makes it an item of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'


def level(index: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(abstracts: dict[int, str], nums: dict[int, tuple[int, str]]) -> str:
    """The inside of a numbering part: definitions, and numIds as (definition, overrides)."""
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>'
        for key, levels in abstracts.items()
    )
    return definitions + "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
        for key, (abstract, override) in nums.items()
    )


def box(content: str) -> str:
    """A run with a text box as Word writes it: the same text in a new and an old form."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    new = f"<w:drawing><wp:anchor><a:graphic><wps:txbx>{inner}</wps:txbx></a:graphic></wp:anchor></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
    return r(
        f'<mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )


def control(content: str, prompt: bool = False) -> str:
    """A content control around blocks, runs, rows or cells."""
    showing = "<w:showingPlcHdr/>" if prompt else ""
    return f"<w:sdt><w:sdtPr>{showing}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
