"""The parts of a Word file that comments need: their own, the relations, the content types."""

import posixpath
from collections.abc import Iterable, Sequence
from itertools import count

from linter import xml
from linter.model.annotation import AUTHOR
from linter.model.errors import UnreadableError
from linter.readers.word import PARAGRAPH, PPR, RPR, RUN, SPACE, STRICT, TEXT, Element, Package, w

_COMMENTS, _COMMENT, _ID, _VAL, _SIZE = w("comments"), w("comment"), w("id"), w("val"), w("sz")
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_KIND = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_STRICT_SIGN = b"http://purl.oclc.org/ooxml/"
_SIGNATURE = "digital-signature/"
_UNFIT = dict.fromkeys({*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF} - {9, 10, 13}, "\ufffd")
"""Characters that XML cannot hold."""


def is_strict(package: Package) -> bool:
    """Whether the file is of the Strict variant (ISO/IEC 29500-1, Strict)."""
    return _STRICT_SIGN in package.archive.read(package.main)


def is_signed(package: Package) -> bool:
    """Whether the file carries a digital signature, which any change makes invalid."""
    names = package.archive.names
    return any(name.lower().startswith("_xmlsignatures/") for name in names) or (
        "_rels/.rels" in names and _SIGNATURE.encode() in package.archive.read("_rels/.rels")
    )


def suffix(package: Package) -> str:
    """The suffix that the file must have, or Word refuses to open it: .docx, .docm, .dotx or .dotm."""
    types = package.archive.xml(_TYPES) if _TYPES in package.archive.names else ()
    kind = next(
        (one.get("ContentType", "") for one in types if one.get("PartName") == f"/{package.main}"), ""
    )
    macros, template = "macroEnabled" in kind, "emplate" in kind
    return f".{'dot' if template else 'doc'}{'m' if macros else 'x'}"


def clean(text: str) -> str:
    """The text with U+FFFD in place of characters that XML cannot hold."""
    return text.translate(_UNFIT)


class CommentsPart:
    """The comments part of a file; comments are added to its tree."""

    def __init__(self, part: str, root: Element, is_new: bool, initials: str) -> None:
        """`part` is its name in the archive, `root` its tree; `is_new` where the file has none yet.

        `initials` are those of our comments, which tell a copy from a draft.
        """
        self.part = part
        self.root = root
        self.is_new = is_new
        self.initials = initials

    def ids(self) -> Iterable[str]:
        """The ids of its comments."""
        return (comment.get(_ID, "") for comment in self.root)

    def add(self, comment_id: str, lines: Sequence[str], date: str) -> None:
        """Append a comment of one paragraph a line; `date` is ISO 8601."""
        names = {"id": comment_id, "author": AUTHOR, "date": date, "initials": self.initials}
        comment = xml.add(self.root, _COMMENT, {w(key): value for key, value in names.items()})
        for line in lines:
            _add_paragraph(comment, line)


def comments(package: Package, initials: str) -> CommentsPart:
    """The comments part of a file; a new, empty one where it has none."""
    part = package.related("comments")
    if part is not None:
        return CommentsPart(part, package.xml(part), False, initials)
    taken = {name.lower() for name in package.archive.names}
    folder = posixpath.dirname(package.main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in count())
    root = xml.element(_COMMENTS, prefix="w")
    return CommentsPart(next(name for name in names if name.lower() not in taken), root, True, initials)


def written(package: Package, root: Element, comments: CommentsPart) -> dict[str, bytes]:
    """The bytes of every part to be replaced, by name: `root` (the main part) and `comments` have changed.

    Raises UnreadableError: a Strict file whose names cannot be told apart.
    """
    strict = is_strict(package)
    changed = {package.main: xml.document(root), comments.part: xml.document(comments.root)}
    if strict:
        changed = {name: _as_strict(package, name, data) for name, data in changed.items()}
    if comments.is_new:
        changed |= _related(package, comments.part, strict)
        changed |= _typed(package, comments.part)
    return changed


def _add_paragraph(comment: Element, line: str) -> None:
    """Append a paragraph to a comment, in small type whatever the file's default format is."""
    paragraph = xml.add(comment, PARAGRAPH)
    properties = xml.add(paragraph, PPR)
    spacing = {w("before"): "0", w("after"): "0", w("line"): "240", w("lineRule"): "auto"}
    xml.add(properties, w("spacing"), spacing)
    xml.add(properties, w("ind"), {w("firstLine"): "0", w("firstLineChars"): "0"})
    xml.add(properties, w("jc"), {_VAL: "left"})
    run = xml.add(paragraph, RUN)
    xml.add(xml.add(run, RPR), _SIZE, {_VAL: "18"})
    xml.add(run, TEXT, {SPACE: "preserve"}).text = clean(line)


def _as_strict(package: Package, part: str, data: bytes) -> bytes:
    """The bytes of a part with the namespaces turned back into those of Strict that the file had."""
    original = package.archive.read(part if part in package.archive.names else package.main)
    for strict, usual in STRICT.items():
        if strict in original:
            if usual in original:
                raise UnreadableError(
                    f"{package.path}：文件混用 Strict 与普通格式，无法写入批注。请另存为普通 .docx",
                    f"{package.path}: mixes Strict and ordinary Open XML, so no comments can be written; "
                    "save it as an ordinary .docx",
                )
            data = data.replace(usual, strict)
    return data


def _related(package: Package, part: str, strict: bool) -> dict[str, bytes]:
    """The relations of the main part with one added to the comments, as {name: bytes}."""
    folder, file = posixpath.split(package.main)
    wanted = posixpath.join(folder, "_rels", f"{file}.rels")
    name = next((one for one in package.archive.names if one.lower() == wanted.lower()), None)
    if name is None:
        root = xml.element(f"{{{_RELATIONS}}}Relationships", prefix=None)
    else:
        root = package.archive.xml(name)
    taken = {relation.get("Id") for relation in root}
    number = next(f"rId{number}" for number in count(1) if f"rId{number}" not in taken)
    attributes = {
        "Id": number,
        "Type": _STRICT_KIND if strict else _KIND,
        "Target": posixpath.basename(part),
    }
    xml.add(root, f"{{{_RELATIONS}}}Relationship", attributes)
    return {name or wanted: xml.document(root)}


def _typed(package: Package, part: str) -> dict[str, bytes]:
    """The content types with that of the comments added, as {name: bytes}; nothing where there are none."""
    if _TYPES not in package.archive.names:
        return {}
    root = package.archive.xml(_TYPES)
    namespace = xml.namespace(root.tag)
    tag = f"{{{namespace}}}Override" if namespace else "Override"
    xml.add(root, tag, {"PartName": f"/{part}", "ContentType": _CONTENT})
    return {_TYPES: xml.document(root)}
