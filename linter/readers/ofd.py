"""OFD, the fixed-layout format of GB/T 33190-2016: characters placed on pages, as in a PDF.

The packages on offer are empty, broken or bring AGPL parts, so the zip and XML are read here. Programs
differ in how strictly they keep to the standard: names of parts are found whatever their case, and a page
is read without a template that is missing.
"""

import posixpath
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from linter.model.document import Document
from linter.model.message import Message
from linter.readers.support.archive import Archive, open_archive
from linter.readers.support.ofd_objects import numbers, objects, signs
from linter.readers.support.page_document import document, left_out
from linter.readers.support.page_signs import SCAN_GLYPHS, SCAN_SHARE, Sheet, Sign, read_sheets
from linter.readers.support.page_text import paragraphs
from linter.readers.support.unreadable import damaged, locked, too_complex
from linter.xml import Element

MAX_GLYPHS = 300_000
"""Characters of a file: a few seconds of work, some 300 full pages."""
A4 = (210.0, 297.0)

_LIMITS = Message(
    "OFD 不含段落和标题样式，段落按版面还原",
    "an OFD holds no paragraphs or heading styles: paragraphs are rebuilt from the layout",
)


class Package(NamedTuple):
    """The parts of an OFD."""

    archive: Archive
    names: Mapping[str, str]
    """The name of each part in the archive, by that name in lower case."""

    def xml(self, name: str) -> Element | None:
        """The root of a part; None where it is missing."""
        known = self.names.get(name.lower())
        return None if known is None else self.archive.xml(known)


def read(path: str, data: bytes) -> Document:
    """The document in an OFD. Raises UnreadableError: damaged, encrypted, unsafe, scanned."""
    archive = open_archive(path, data)
    package = Package(archive, {name.replace("\\", "/").lower(): name for name in archive.names})
    if any(name.endswith("encryptions.xml") for name in package.names):
        raise locked(path)
    sheets = list(_within(path, _sheets(package)))
    reading = read_sheets([sheet or Sheet(*A4, ()) for sheet in sheets])
    missing = [index for index, sheet in enumerate(sheets, 1) if sheet is None]
    notes = (_LIMITS, *left_out(reading.pictures, reading.garbled, missing))
    return document(path, "OFD", paragraphs(reading.pages), reading.is_garbled, notes)


def _within(path: str, sheets: Iterator[Sheet | None]) -> Iterator[Sheet | None]:
    """The pages, as long as they hold no more characters than are allowed."""
    room = MAX_GLYPHS
    for sheet in sheets:
        room -= len(sheet.signs) + 1 if sheet else 1
        if room < 0:
            raise too_complex(path)
        yield sheet


def _sheets(package: Package) -> Iterator[Sheet | None]:
    """Every page in order; None for one that is missing."""
    entry = package.xml("OFD.xml")
    roots = [] if entry is None else [element.text or "" for element in entry.iter("{*}DocRoot")]
    documents = [(name, package.xml(name)) for name in dict.fromkeys(_resolve("", root) for root in roots)]
    if not any(root is not None for _, root in documents):
        raise damaged(package.archive.path)
    for name, root in documents:
        if root is not None:
            yield from _DocumentPages(package, name, root).sheets()


class _DocumentPages:
    """The pages of one document in a package; parts that several of them use are read once."""

    def __init__(self, package: Package, name: str, root: Element) -> None:
        self.package = package
        self.name = name
        self.root = root
        self.size = _size(root, A4)
        self.places = {
            e.get("ID"): _resolve(name, e.get("BaseLoc", "")) for e in root.iter("{*}TemplatePage")
        }
        self.resources: dict[str, dict[str, list[Element]]] = {}
        self.templates: dict[tuple[str, tuple[float, float]], list[Sign]] = {}
        self.shared = self._groups(name, root, "{*}PublicRes", "{*}DocumentRes")

    def sheets(self) -> Iterator[Sheet | None]:
        """Every page in order; None for one that is missing."""
        pages = self.root.iterfind("{*}Pages/{*}Page")
        for part in dict.fromkeys(_resolve(self.name, page.get("BaseLoc", "")) for page in pages):
            page = self.package.xml(part)
            yield None if page is None else self._sheet(part, page)

    def _sheet(self, part: str, page: Element) -> Sheet:
        size = _size(page, self.size)
        groups = {**self.shared, **self._groups(part, page, "{*}PageRes")}
        text = _some(signs(page, size, groups))
        used = dict.fromkeys(self.places.get(e.get("TemplateID"), "") for e in page.iter("{*}Template"))
        printed = [sign for template in used for sign in self._template(template, size)]
        return Sheet(*size, printed + text, _is_picture(page, size, len(text)))

    def _template(self, part: str, size: tuple[float, float]) -> list[Sign]:
        """The characters of a template on a page of a size; none where it is missing."""
        if (part, size) not in self.templates:
            page = self.package.xml(part)
            self.templates[part, size] = [] if page is None else _some(signs(page, size, self.shared))
        return self.templates[part, size]

    def _groups(self, part: str, root: Element, *kinds: str) -> dict[str, list[Element]]:
        """The groups of objects in the resources that a part names, by their ids."""
        found: dict[str, list[Element]] = {}
        for element in root.iter(*kinds):
            name = _resolve(part, element.text or "")
            if name not in self.resources:
                resources = self.package.xml(name)
                units = [] if resources is None else resources.iter("{*}CompositeGraphicUnit")
                self.resources[name] = {unit.get("ID"): objects(unit) for unit in units}
            found.update(self.resources[name])
        return found


def _some(found: Iterator[Sign]) -> list[Sign]:
    """The characters of a part, and no more than show that they are too many."""
    return list(islice(found, MAX_GLYPHS + 1))


def _resolve(part: str, location: str) -> str:
    """The name of a part that another one names relative to itself, or from the root."""
    joined = posixpath.join("/", posixpath.dirname(part), location.strip().replace("\\", "/"))
    return posixpath.normpath(joined).lstrip("/")


def _size(element: Element, default: tuple[float, float]) -> tuple[float, float]:
    """Width and height in millimetres."""
    box = next(element.iter("{*}PhysicalBox"), None)
    found = [] if box is None else numbers(box.text)
    return (found[2], found[3]) if len(found) == 4 and min(found[2:]) > 0 else default


def _is_picture(page: Element, size: tuple[float, float], count: int) -> bool:
    """Whether nearly all of a page, with `count` characters of its own, is a picture or a drawing."""
    if not count:
        return next(page.iter("{*}ImageObject", "{*}PathObject"), None) is not None
    boxes = (numbers(item.get("Boundary")) for item in page.iter("{*}ImageObject"))
    areas = (box[2] * box[3] for box in boxes if len(box) == 4)
    return count < SCAN_GLYPHS and any(area > SCAN_SHARE * size[0] * size[1] for area in areas)
