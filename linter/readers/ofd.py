"""OFD, the fixed-layout format of GB/T 33190-2016: characters placed on pages, as in a PDF.

The packages on offer are empty, broken or bring AGPL parts, so the zip and XML are read here.
"""

import posixpath
from collections.abc import Iterator
from typing import Any

from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.model.message import Message
from linter.readers.support.archive import Archive, damaged, open_archive, too_complex
from linter.readers.support.page_document import document
from linter.readers.support.page_lines import Glyph, Page
from linter.readers.support.page_text import paragraphs

MAX_GLYPHS = 300_000
"""Characters of a file: a few seconds of work, some 300 full pages."""
A4 = (210.0, 297.0)

_LIMITS = Message(
    "OFD 不含段落和标题样式，段落按版面还原",
    "an OFD holds no paragraphs or heading styles: paragraphs are rebuilt from the layout",
)

Element = Any
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def read(path: str, data: bytes) -> Document:
    """The document in an OFD. Raises UnreadableError: damaged, encrypted, unsafe, scanned."""
    archive = open_archive(path, data)
    if any(name.endswith("Encryptions.xml") for name in archive.names):
        raise UnreadableError(
            f"{path}：OFD 文件已加密。请去掉密码、另存后再检查",
            f"{path}: the OFD is encrypted; remove the password, save it again and retry",
        )
    pages = list(_within(path, _pages(archive)))
    found = paragraphs(pages)
    if not found:
        raise UnreadableError(
            f"{path}：OFD 没有文字层（扫描件或图片），无法检查。请提供可复制文字的文件，或 Word 文件",
            f"{path}: no text layer (a scanned OFD); give one whose text can be copied, or the Word file",
        )
    return document(path, "ofd", found, (_LIMITS,))


def _within(path: str, pages: Iterator[Page]) -> Iterator[Page]:
    """The pages, as long as they hold no more characters than are allowed."""
    room = MAX_GLYPHS
    for page in pages:
        room -= len(page.glyphs) + 1
        if room < 0:
            raise too_complex(path)
        yield page


def _pages(archive: Archive) -> Iterator[Page]:
    roots = [element.text or "" for element in archive.xml("OFD.xml").iter("{*}DocRoot")]
    if not roots:
        raise damaged(archive.path)
    for root in dict.fromkeys(_resolve("", root) for root in roots):
        yield from _document_pages(archive, root)


def _document_pages(archive: Archive, part: str) -> Iterator[Page]:
    root = archive.xml(part)
    size = _size(root, A4)
    templates: dict[str, list[Glyph]] = {}
    places = {e.get("ID"): _resolve(part, e.get("BaseLoc", "")) for e in root.iter("{*}TemplatePage")}
    pages = [_resolve(part, e.get("BaseLoc", "")) for e in root.iterfind("{*}Pages/{*}Page")]
    for name in dict.fromkeys(pages):
        page = archive.xml(name)
        glyphs: list[Glyph] = []
        for used in dict.fromkeys(places.get(e.get("TemplateID")) for e in page.iter("{*}Template")):
            if used is not None:
                if used not in templates:
                    templates[used] = list(_glyphs(archive.xml(used)))
                glyphs += templates[used]
        yield Page(*_size(page, size), [*glyphs, *_glyphs(page)])


def _resolve(part: str, location: str) -> str:
    """The name of a part that another one names relative to itself, or from the root."""
    joined = posixpath.join("/", posixpath.dirname(part), location.strip())
    return posixpath.normpath(joined).lstrip("/")


def _size(element: Element, default: tuple[float, float]) -> tuple[float, float]:
    """Width and height in millimetres."""
    box = next(element.iter("{*}PhysicalBox"), None)
    numbers = [] if box is None else _numbers(box.text)
    return (numbers[2], numbers[3]) if len(numbers) == 4 else default


def _glyphs(page: Element) -> Iterator[Glyph]:
    for item in page.iter("{*}TextObject"):
        if item.get("Visible") != "false":
            yield from _placed(item)


def _placed(item: Element) -> Iterator[Glyph]:
    """The characters of a text object (GB/T 33190-2016, 11.2 and 11.3)."""
    size = abs(_number(item.get("Size"), 0.0)) or 4.0
    box = _numbers(item.get("Boundary"))
    left, top = box[:2] if len(box) == 4 else (0.0, 0.0)
    matrix = _numbers(item.get("CTM"))
    a, b, c, d, e, f = matrix if len(matrix) == 6 else _IDENTITY
    if abs(b) > 0.05 * abs(a):  # slanted: a watermark or a stamp
        return
    x = y = 0.0
    for code in item.iterchildren("{*}TextCode"):
        x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
        text = code.text or ""
        across = _deltas(code.get("DeltaX"), len(text))
        down = _deltas(code.get("DeltaY"), len(text))
        for index, character in enumerate(text):
            width = size / 2 if character.isascii() else size
            step = across[index] if index < len(across) else width
            start = left + a * x + c * y + e
            end = start + abs(a) * (step if step < 1.2 * size else width)
            yield Glyph(character, start, end, top + b * x + d * y + f, size * (abs(d) or 1.0))
            x += step
            y += down[index] if index < len(down) else 0.0


def _deltas(text: str | None, length: int) -> list[float]:
    """The steps between characters: "5 5 3", and "g 3 5" for three times 5."""
    steps: list[float] = []
    words = iter((text or "").split())
    for word in words:
        if word == "g":
            count, step = int(_number(next(words, None), 0)), _number(next(words, None), 0)
            steps += [step] * max(0, min(count, length - len(steps)))
        else:
            steps.append(_number(word, 0))
        if len(steps) >= length:
            break
    return steps


def _numbers(text: str | None) -> list[float]:
    return [_number(word, 0.0) for word in (text or "").split()]


def _number(text: str | None, default: float) -> float:
    try:
        number = float(text) if text is not None else default
    except ValueError:
        return default
    return number if abs(number) < 1e6 else default
