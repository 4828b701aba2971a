"""Parses XML into `linter.xml.elements`, by the parser of the standard library (expat)."""

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError, ParserCreate

from linter.xml import DoctypeError, NotWellFormedError
from linter.xml.elements import Bare, Element, Prefixes

_DEEPEST = 256
"""Levels of elements that a file may have, as with lxml."""
_DECLARATION = re.compile(rb"""(\s*<\?xml[^>]*?)\sencoding\s*=\s*["']([\w.-]+)["']([^>]*>)""")
"""How a file begins that declares its encoding."""
_KNOWN = ("utf-8", "utf-16", "us-ascii", "iso-8859-1")
"""Encodings that the parser itself knows."""


def parse(data: bytes) -> Element:
    """As `linter.xml.parse`."""
    builder = ElementTree.TreeBuilder(
        Bare, comment_factory=_comment, pi_factory=_instruction, insert_comments=True, insert_pis=True
    )
    try:
        text = _in_utf8(data)
        _refuse_doctype(text)
        parser = ElementTree.XMLParser(target=builder)
        events = ElementTree.iterparse(BytesIO(text), ("start-ns", "start", "end"), parser)
        return _linked(events)
    except (ElementTree.ParseError, ExpatError, LookupError, UnicodeError):
        raise NotWellFormedError from None


def _refuse_doctype(data: bytes) -> None:
    def refuse(*_: Any) -> None:
        raise DoctypeError

    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(data, True)


def _linked(events: Iterable[tuple[str, Any]]) -> Element:
    """The root of a tree whose parts come in order: every element is told its parent and its declarations."""
    declared: Prefixes = {}
    depth = 0
    for event, found in events:
        if event == "start":
            depth += 1
            if depth > _DEEPEST:
                raise NotWellFormedError
            if declared:
                found.declared, declared = declared, {}
        elif event == "end":
            depth -= 1
            for child in found:
                child.__class__ = Element
                child.parent = found
        else:
            declared[found[0] or None] = found[1]
    found.__class__ = Element
    root: Element = found
    return root


def _comment(text: str | None) -> Element:
    return _other(ElementTree.Comment, text)


def _instruction(target: str, text: str | None = None) -> Element:
    return _other(ElementTree.ProcessingInstruction, f"{target} {text}" if text else target)


def _other(kind: Any, text: str | None) -> Element:
    element = Element(kind)
    element.text = text
    return element


def _in_utf8(data: bytes) -> bytes:
    """A text in an encoding that the parser does not know, in one that it knows."""
    declared = _DECLARATION.match(data)
    encoding = declared[2].decode().lower() if declared else ""
    if declared is None or encoding in _KNOWN:
        return data
    return declared[1] + declared[3] + data[declared.end() :].decode(encoding).encode()
