"""XML of untrusted files as a tree: the only module that knows what is behind it.

That is lxml, and where it is not installed, as in a browser (WebAssembly), the standard library with what
this program uses of lxml's elements (`elements.py`).
"""

from typing import Any

Element = Any
"""An element, as lxml has it; its own type is too loose to be worth the import."""


class NotWellFormedError(ValueError):
    """Some bytes are no XML, or nested too deep."""


class DoctypeError(ValueError):
    """An XML text declares a document type."""


def parse(data: bytes) -> Element:
    """The root of an XML text; no entity is resolved, nothing is fetched.

    Raises NotWellFormedError, DoctypeError.
    """
    etree = _lxml()
    if etree is None:
        from linter.xml import parser

        return parser.parse(data)
    options = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(data, options)
    except (etree.XMLSyntaxError, ValueError):
        raise NotWellFormedError from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise DoctypeError
    return root


def element(tag: str, attributes: dict[str, str] | None = None, prefix: str | None = "") -> Element:
    """A new element outside any tree; with a `prefix` it declares its namespace. None is the default one."""
    namespaces = {} if prefix == "" else {prefix: namespace(tag)}
    etree = _lxml()
    if etree is None:
        from linter.xml import elements

        return elements.made(tag, attributes or {}, namespaces)
    return etree.Element(tag, attributes or {}, namespaces or None)


def add(parent: Element, tag: str, attributes: dict[str, str] | None = None) -> Element:
    """A new element behind the last child of another."""
    child = parent.makeelement(tag, attributes, parent.nsmap)
    parent.append(child)
    return child


def document(root: Element) -> bytes:
    """A whole XML document in UTF-8 with this root, which may be an element within another tree."""
    etree = _lxml()
    if etree is None:
        from linter.xml import writer

        return writer.document(root)
    data: bytes = etree.tostring(
        etree.ElementTree(root), xml_declaration=True, encoding="UTF-8", standalone=True, with_tail=False
    )
    return data


def namespace(tag: str) -> str:
    """The namespace in the full name of an element; empty where it has none."""
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""


def top(element: Element) -> Element:
    """The root of the tree that an element stands in."""
    while (parent := element.getparent()) is not None:
        element = parent
    return element


def _lxml() -> Any:
    """lxml's module of trees; None where it is not installed."""
    try:
        from lxml import etree
    except ImportError:
        return None
    return etree
