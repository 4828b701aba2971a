"""The XML of Word 2003 (`w:wordDocument`) as the parts of a .docx, as far as text, numbers and styles go."""

from collections.abc import Iterator

from linter import xml
from linter.readers.ooxml.package import RELATIONS, VAL, r, w
from linter.readers.support.unreadable import damaged
from linter.text.numerals import DECIMAL
from linter.xml import Element

NAMESPACES = (b"http://schemas.microsoft.com/office/word/2003/wordml", w("")[1:-1].encode())
"""The vocabulary of 2003, and that of today, to be put in its place before the file is parsed."""
_AML = "{http://schemas.microsoft.com/aml/2001/core}"
_ANNOTATIONS = {
    "Word.Insertion": w("ins"), "Word.Deletion": w("del"), "Word.Comment": w("comment"),
    "Word.Comment.Start": w("commentRangeStart"), "Word.Comment.End": w("commentRangeEnd"),
}  # fmt: skip
"""The element of today for each kind of annotation that tells of text."""
_RENAMED = {
    w("listPr"): w("numPr"), w("ilfo"): w("numId"), w("vmerge"): w("vMerge"), w("hmerge"): w("hMerge"),
    w("hlink"): w("hyperlink"),
}  # fmt: skip
_KEPT = (w(""), "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}")
"""Elements of other vocabularies (hints for readers, smart tags) are taken for what they enclose."""
_ASIDES = (("footnote", "footnotes"), ("endnote", "endnotes"), ("comment", "comments"))
"""Texts that stand within the text they belong to, and today in parts of their own."""
_MARGINS = {w("hdr"): ("header", w("headerReference")), w("ftr"): ("footer", w("footerReference"))}
_TYPES = {"odd": "default"}
_FORMATS = {
    "0": "decimal", "1": "upperRoman", "2": "lowerRoman", "3": "upperLetter", "4": "lowerLetter",
    "5": "ordinal", "10": "ideographDigital", "11": "japaneseCounting", "14": "decimalFullWidth",
    "18": "decimalEnclosedCircle", "22": "decimalZero", "23": "bullet", "26": "decimalEnclosedFullstop",
    "27": "decimalEnclosedParen", "28": "decimalEnclosedCircleChinese", "29": "ideographEnclosedCircle",
    "30": "ideographTraditional", "31": "ideographZodiac", "33": "taiwaneseCounting",
    "34": "ideographLegalTraditional", "35": "taiwaneseCountingThousand", "37": "chineseCounting",
    "38": "chineseLegalSimplified", "39": "chineseCountingThousand", "255": "none",
}  # fmt: skip
"""Number formats by their code ([MS-OSHARED] 2.2.1.3)."""


def parts(path: str, root: Element) -> dict[str, bytes]:
    """The parts of a .docx, by name. `root` is the root of the file, which is changed.

    Raises UnreadableError: it is no Word document.
    """
    _rename(root)
    body = root.find(w("body"))
    if body is None:
        raise damaged(path)
    made = {"styles": _under("styles", root.iterfind(f"{w('styles')}/*"))}
    made["numbering"] = _under("numbering", list(_lists(root)))
    for tag, kind in _ASIDES:
        made[kind] = _under(kind, list(_moved_out(body, w(tag), w(f"{tag}Reference"))))
    made |= dict(_margins(body))
    root.tag = w("document")
    for other in (child for child in list(root) if child is not body):
        root.remove(other)
    made["document"] = root
    found = {f"word/{name}.xml": xml.document(element) for name, element in made.items()}
    found["word/_rels/document.xml.rels"] = _relations(name for name in made if name != "document")
    return found


def _rename(root: Element) -> None:
    """Give elements the names of today, and unwrap what only encloses others."""
    for element in list(root.iter(f"{_AML}annotation")):
        element.tag = _ANNOTATIONS.get(element.get(w("type")), element.tag)
        element.set(w("id"), element.get(f"{_AML}id", ""))
    for element in list(root.iter(*_RENAMED)):
        element.tag = _RENAMED[element.tag]
    for element in list(root.iter("*")):
        if element is not root and not element.tag.startswith(_KEPT):
            _unwrap(element)


def _unwrap(element: Element) -> None:
    """Put the children of an element in its place."""
    parent = element.getparent()
    if parent is not None:
        for inner in reversed(element):
            element.addnext(inner)
        parent.remove(element)


def _under(name: str, children: "Iterator[Element] | list[Element]") -> Element:
    parent = xml.element(w(name))
    parent.extend(list(children))
    return parent


def _lists(root: Element) -> Iterator[Element]:
    """Definitions of lists, and the lists that use them."""
    for old, new, number in (("listDef", "abstractNum", "abstractNumId"), ("list", "num", "numId")):
        for element in root.iterfind(f"{w('lists')}/{w(old)}"):
            element.tag = w(new)
            element.set(w(number), element.get(w("listDefId")) or element.get(w("ilfo")) or "")
            for format in element.iter(w("nfc")):
                format.tag = w("numFmt")
                format.set(VAL, _FORMATS.get(format.get(VAL, ""), "decimal"))
            for used in element.iter(w("ilst")):
                used.tag = w("abstractNumId")
            yield element


def _moved_out(body: Element, tag: str, reference: str) -> Iterator[Element]:
    """The notes or comments within a text, each replaced by a reference to it."""
    for number, aside in enumerate(list(body.iter(tag)), 1):
        name = aside.get(w("id")) or str(number)
        aside.getparent().replace(aside, aside.makeelement(reference, {w("id"): name}))
        aside.set(w("id"), name)
        yield aside


def _margins(body: Element) -> Iterator[tuple[str, Element]]:
    """The headers and footers within a text, each replaced by a reference to a part of its own."""
    for number, margin in enumerate(list(body.iter(*_MARGINS)), 1):
        kind, reference = _MARGINS[margin.tag]
        name = f"{kind}{number}"
        type_ = margin.get(w("type"), "odd")
        place = margin.makeelement(reference, {r("id"): name, w("type"): _TYPES.get(type_, type_)})
        margin.getparent().replace(margin, place)
        yield name, margin


def _relations(names: Iterator[str]) -> bytes:
    relations = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{name.rstrip(DECIMAL)}" Target="{name}.xml"/>'
        for name in names
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{relations}</Relationships>'.encode()
