"""The package of an Office Open XML file: its parts and how they relate (ECMA-376 part 2)."""

import posixpath
from typing import NamedTuple

from linter.readers.support.archive import Archive, open_archive, parse_xml
from linter.readers.support.unreadable import damaged
from linter.xml import Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _W.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONS.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
"""Namespaces of the Strict variant (ISO/IEC 29500-1), and those of the usual one with the same elements."""


def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return f"{{{_W}}}{name}"


def r(name: str) -> str:
    """The full name of a relationship attribute."""
    return f"{{{RELATIONS}}}{name}"


VAL = w("val")


class Package(NamedTuple):
    """An opened Word file."""

    path: str
    archive: Archive
    main: str
    """Name of the part that holds the text."""
    relations: dict[str, tuple[str, str]]
    """Relations of the main part to parts of the file: (kind, part) by id; external ones are left out."""

    def xml(self, part: str) -> Element:
        """The root of a part. Raises UnreadableError: damaged, unsafe or too large."""
        return _parse(self.archive, part)

    def related(self, kind: str) -> str | None:
        """The part of one kind ("styles", "comments", …) that the main part refers to."""
        for found, target in self.relations.values():
            if found == kind:
                return target
        return None


def open_package(path: str, data: bytes) -> Package:
    """The package in some bytes.

    Raises UnreadableError: damaged, encrypted, a bomb (see `linter.readers.support.archive`), not Word's.
    """
    archive = open_archive(path, data)
    names = {name.lower(): name for name in archive.names}
    targets = [part for kind, part in _relations(archive, names, "").values() if kind == "officeDocument"]
    main = targets[0] if targets else names.get("word/document.xml")
    if main is None:
        raise damaged(path)
    return Package(path, archive, main, _relations(archive, names, main))


def _relations(archive: Archive, names: dict[str, str], part: str) -> dict[str, tuple[str, str]]:
    folder, file = posixpath.split(part)
    name = names.get(posixpath.join(folder, "_rels", f"{file}.rels").lower())
    if name is None:
        return {}
    found = {}
    for relation in _parse(archive, name):
        target = relation.get("Target", "").replace("\\", "/")
        if relation.get("TargetMode") == "External" or not target:
            continue
        kind = relation.get("Type", "").rpartition("/")[2]
        stored = names.get(posixpath.normpath(posixpath.join("/", folder, target))[1:].lower())
        if stored is not None:
            found[relation.get("Id", "")] = (kind, stored)
    return found


def _parse(archive: Archive, part: str) -> Element:
    data = archive.read(part)
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, usual in STRICT.items():
            data = data.replace(strict, usual)
    return parse_xml(archive.path, data)


def child(parent: Element | None, name: str) -> Element | None:
    """The first child of that name; lxml's own `find` takes four times as long."""
    return None if parent is None else next(parent.iterchildren(name), None)


def flag(parent: Element | None, name: str) -> bool | None:
    """The value of an on/off property among the children of `parent`; None when there is none."""
    found = child(parent, name)
    return None if found is None else is_on(found)


def is_on(element: Element) -> bool:
    """The value of an on/off property; without `w:val` it is on."""
    return element.get(VAL) not in ("0", "false", "off", "none")


def value(parent: Element | None, name: str) -> str | None:
    """The `w:val` of a child of `parent`; None when there is none."""
    found = child(parent, name)
    return None if found is None else found.get(VAL)


def number(text: str | None) -> int | None:
    """The whole number in an attribute; None where there is none."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None
