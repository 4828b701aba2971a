"""Writes `linter.xml.elements` as XML, byte by byte as lxml does."""

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from linter.xml.elements import Element, Prefixes

_XML = "http://www.w3.org/XML/1998/namespace"
_IN_TEXT = {"\r": "&#13;"}
_IN_ATTRIBUTE = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def document(root: Element) -> bytes:
    """As `linter.xml.document`."""
    parts = ["<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"]
    _write(root, {}, parts.append)
    return "".join(parts).encode("utf-8")


def _write(element: Any, outside: Prefixes, put: Callable[[str], None]) -> None:
    """Write an element, and all within it, into a place where some namespaces are declared."""
    if element.tag is ElementTree.Comment:
        put(f"<!--{element.text}-->")
    elif element.tag is ElementTree.ProcessingInstruction:
        put(f"<?{element.text}?>")
    else:
        here = element.declared if outside else element.nsmap  # the first may stand in another tree
        added = {prefix: uri for prefix, uri in here.items() if outside.get(prefix) != uri}
        scope = {**outside, **added}
        name = _name(element.tag, scope, added, True)
        attributes = [(_name(key, scope, added, False), value) for key, value in element.items()]
        declared = [(f"xmlns:{prefix}" if prefix else "xmlns", uri) for prefix, uri in added.items()]
        put(f"<{name}")
        for key, value in (*declared, *attributes):
            put(f' {key}="{escape(value, _IN_ATTRIBUTE)}"')
        if element.text or len(element):
            put(f">{escape(element.text or '', _IN_TEXT)}")
            for child in element:
                _write(child, scope, put)
                put(escape(child.tail or "", _IN_TEXT))
            put(f"</{name}>")
        else:
            put("/>")


def _name(full: str, scope: Prefixes, added: Prefixes, unprefixed: bool) -> str:
    """A full name as it is written; a namespace that nobody has declared is, in `scope` and `added`."""
    if not full.startswith("{"):
        return full
    uri, _, local = full[1:].partition("}")
    if uri == _XML:
        return f"xml:{local}"
    for prefix, known in reversed(scope.items()):
        if known == uri and (prefix or unprefixed):
            return f"{prefix}:{local}" if prefix else local
    fresh = next(f"ns{number}" for number in range(len(scope) + 1) if f"ns{number}" not in scope)
    scope[fresh] = added[fresh] = uri
    return f"{fresh}:{local}"
