"""What is done to an input: to bytes, to XML that stays XML, to a part of a packed file, to the lines of a text."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from random import Random
from zipfile import BadZipFile, ZipFile

from lxml import etree

from tests.support.packing import packed

Change = Callable[[bytes, Random], bytes]

ODD_VALUES = (
    "", "0", "-1", "99999999999", "1e400", "nan", "x", "../../x", "%1%2%9", "begin", "end", "separate", "甲",
    "\x7f", "\u202e", "9" * 400, "~", "null", "true", "[]", "{}", "- a", "&a", "*a", "!!x", "<<", "|", "'", '"',
    "[" * 200, "{a: " * 100, "(?P<", "(a*)*", "[z-a]", "\\1", "(?=a)", ".{1000}", "2025", "2025H9", "info", "off", "section",
)  # fmt: skip
"""Values that few programs expect."""
_MOST_ELEMENTS = 5000


def spoil(data: bytes, chance: Random) -> bytes:
    """The bytes with a few things done to them."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(made)) if made else 0
        match chance.randrange(5):
            case 0 | 1:
                made[at : at + 1] = bytes((chance.randrange(256),))
            case 2:
                del made[at : at + chance.randrange(1, 40)]
            case 3:
                made[at:at] = made[at : at + chance.randrange(1, 40)] * chance.choice((1, 2, 50))
            case 4:
                made[at:at] = chance.choice(
                    (b"9" * 30, b"<", b"-1", b"\0", b"\xff\xff\xff\x7f", b"{", b"&#0;")
                )
    return bytes(made)


def spoil_lines(data: bytes, chance: Random) -> bytes:
    """A text in lines (YAML, TOML, JSON) that stays one: lines dropped, repeated, moved, indented, words changed."""
    lines = data.decode("utf-8", "replace").split("\n")
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(6):
            case 0 if len(lines) > 1:
                del lines[at]
            case 1:
                lines.insert(at, lines[other])
            case 2:
                lines[at] = chance.choice((" ", "  ", "\t")) + lines[at]
            case 3:
                lines[at] = lines[at][1:]
            case _:
                words = re.findall(r"\w+|\W", lines[at]) or [""]
                words[chance.randrange(len(words))] = _word(lines[other], chance)
                lines[at] = "".join(words)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _word(line: str, chance: Random) -> str:
    """An odd value, or a word of a line."""
    return (
        chance.choice(ODD_VALUES)
        if chance.random() < 0.5
        else chance.choice(re.findall(r"\w+|\W", line) or [""])
    )


def spoil_tree(data: bytes, chance: Random) -> bytes:
    """XML that stays XML: elements dropped, repeated, moved, their attributes and texts changed."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return spoil(data, chance)
    for _ in range(chance.choice((1, 2, 4, 16))):
        elements = list(root.iter("*"))
        element, other = chance.choice(elements), chance.choice(elements)
        match chance.randrange(5):
            case 0 if element is not root:
                element.getparent().remove(element)
            case 1 if element is not root and len(elements) < _MOST_ELEMENTS:
                element.addnext(deepcopy(element))
            case 2 if len(elements) < _MOST_ELEMENTS:
                element.append(deepcopy(other))
            case 3 if element.attrib:
                element.set(chance.choice(element.keys()), _xml(chance.choice(ODD_VALUES)))
            case 4:
                element.text = _xml(chance.choice(ODD_VALUES))
    return etree.tostring(root)


def _xml(value: str) -> str:
    """A value with nothing that XML cannot hold."""
    return re.sub(r"[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "?", value)


def spoil_part(data: bytes, chance: Random) -> bytes:
    """A packed file with one of its parts spoilt, and otherwise whole."""
    try:
        with ZipFile(BytesIO(data)) as file:
            parts = {name: file.read(name) for name in file.namelist()}
    except (BadZipFile, zlib.error):
        return spoil(data, chance)
    chosen = chance.choice(sorted(parts))
    change = chance.choice((spoil, spoil_tree, spoil_tree))
    return packed({**parts, chosen: change(parts[chosen], chance)})
