"""PDF and OFD files made of lines of text and their places, for tests; no binary fixtures."""

from __future__ import annotations

from tests.support.packing import packed

Placed = tuple[float, float, str] | tuple[float, float, str, float]
"""(column, line, text, size): where a line of text begins, in characters and lines of the body."""

SIZE, PITCH, WIDTH, HEIGHT = 16.0, 28.0, 595.0, 842.0
LEFT, TOP = 80.0, 130.0
"""Points: of a character, from line to line, of the page, and where the text begins."""


def build_pdf(
    *sheets: list[Placed],
    turn: str = "1 0 0 1 0 0",
    rotate: int = 0,
    embedded: bool = False,
    mapped: bool = True,
    pictures: frozenset[int] = frozenset(),
) -> bytes:
    """A PDF with those lines.

    `turn`: the matrix under which the page is drawn; `rotate`: how far a viewer turns the page;
    `embedded`: with a font in the file. Many official files have none, and then pdfium gives text that
    was drawn turned only where it finds a Chinese font on the machine. `mapped`: whether that font tells
    its characters; `pictures`: the pages (0-based) that a picture fills.
    """
    texts = [text for lines in sheets for _, _, text, *_ in lines]
    codes = {character: code for code, character in enumerate(sorted(set("".join(texts))), 1)}
    font = _boxes(codes, mapped) if embedded else _SONG
    first = 3 + len(font)
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(sheets)))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {len(sheets)}/Kids[{kids}]>>", *font]
    for number, lines in enumerate(sheets):
        scan = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"
        shown = f"{scan if number in pictures else ''}{turn} cm\n" + "".join(
            f"BT /F {(size[0] if size else 1) * SIZE} Tf {LEFT + x * SIZE} {HEIGHT - TOP - y * PITCH} Td "
            f"<{(bytes(codes[character] for character in text) if embedded else text.encode('utf-16-be')).hex()}> Tj ET\n"
            for x, y, text, *size in lines
        )
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Rotate {rotate}/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {first + 1 + 2 * number} 0 R>>",
            _stream(shown),
        ]
    return _file(objects)


_SONG = [
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    "/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 94 500]"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 0>>"
    "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]"
    "/ItalicAngle 0/Ascent 752/Descent -271/CapHeight 737/StemV 58>>>>]>>",
]
"""Object 3: a font that every reader of Chinese has, or should."""


def _boxes(codes: dict[str, int], mapped: bool) -> list[str]:
    """Objects 3 to 6: a font that draws boxes for at most 255 characters, by their codes."""
    names = [f"/g{code}" for code in codes.values()]
    wide = [0 if character.isascii() else 1 for character in codes]
    glyphs = "".join(f"{name} {4 + width} 0 R" for name, width in zip(names, wide, strict=True))
    widths = " ".join(("500", "1000")[width] for width in wide)
    pairs = "\n".join(
        f"<{code:02x}> <{character.encode('utf-16-be').hex()}>" for character, code in codes.items()
    )
    return [
        f"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<<{glyphs}>>"
        f"/Encoding<</Type/Encoding/Differences[1{''.join(names)}]>>/FirstChar 1/LastChar {len(codes)}"
        f"/Widths[{widths}]{'/ToUnicode 6 0 R' if mapped else ''}/Resources<<>>>>",
        _stream("500 0 0 0 450 900 d1 0 0 450 900 re f"),
        _stream("1000 0 0 0 900 900 d1 0 0 900 900 re f"),
        _stream(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Boxes def /CMapType 2 def\n"
            f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{pairs}\nendbfchar\n"
            "endcmap end end"
        ),
    ]


def _stream(content: str) -> str:
    return f"<</Length {len(content)}>>stream\n{content}\nendstream"


def _file(objects: list[str]) -> bytes:
    """The objects, numbered from 1, as a file; the first is the catalog."""
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj{content}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        body
        + (
            f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
            f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF"
        ).encode()
    )


def build_ofd(content: str, **more: str) -> bytes:
    """An OFD of one page; `more` are further parts by name, dots written as two underscores."""
    parts = {
        "OFD.xml": "<o:OFD {ns}><o:DocBody><o:DocRoot>Doc_0/Document.xml</o:DocRoot></o:DocBody></o:OFD>",
        "Doc_0/Document.xml": "<o:Document {ns}><o:CommonData><o:PageArea>"
        "<o:PhysicalBox>0 0 210 297</o:PhysicalBox></o:PageArea>"
        '<o:TemplatePage ID="9" BaseLoc="Tpls/T.xml"/></o:CommonData>'
        '<o:Pages><o:Page ID="1" BaseLoc="Pages/P.xml"/></o:Pages></o:Document>',
        "Doc_0/Pages/P.xml": f"<o:Page {{ns}}><o:Content><o:Layer>{content}</o:Layer></o:Content></o:Page>",
        **{name.replace("__", "."): xml for name, xml in more.items()},
    }
    names = 'xmlns:o="http://www.ofdspec.org/2016"'
    return packed({name: xml.replace("{ns}", names) for name, xml in parts.items()})


def said(text: str, x: float = 28, y: float = 60, deltas: str = "", more: str = "") -> str:
    steps = f' DeltaX="{deltas}"' if deltas else ""
    return (
        f'<o:TextObject ID="1" Boundary="{x} {y} 150 8" Size="5" {more}>'
        f'<o:TextCode X="0" Y="5"{steps}>{text}</o:TextCode></o:TextObject>'
    )
