"""The characters among the objects of an OFD page (GB/T 33190-2016, chapters 8, 11 and 13).

Objects have a box, a matrix that places their content in it, and may hold others; groups of them that
are used in several places stand among the resources.
"""

import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from linter.readers.support.page_lines import Glyph
from linter.readers.support.page_signs import Sign, quarter_turns
from linter.xml import Element

MAX_DEPTH, MAX_OBJECTS = 8, 300_000
"""How deep groups may lie in groups, and how many objects of a page are looked at."""


class Matrix(NamedTuple):
    """Where a point lies: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The place of a point."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: "Matrix") -> "Matrix":
        """The matrix of what lies in an object that `outer` places."""
        e, f = outer.at(self.e, self.f)
        return Matrix(
            outer.a * self.a + outer.c * self.b,
            outer.b * self.a + outer.d * self.b,
            outer.a * self.c + outer.c * self.d,
            outer.b * self.c + outer.d * self.d,
            e,
            f,
        )


Groups = Mapping[str, list[Element]]
"""The objects of each group among the resources, by its id."""


def objects(element: Element) -> list[Element]:
    """The objects in a page or a group that hold text or name a group."""
    return list(element.iter("{*}TextObject", "{*}CompositeObject"))


def signs(page: Element, size: tuple[float, float], groups: Groups) -> Iterator[Sign]:
    """The characters on a page of a `size`, in its order."""
    waiting = [(iter(objects(page)), Matrix())]
    for _ in range(MAX_OBJECTS):
        item = next(waiting[-1][0], None)
        if item is None:
            waiting.pop()
            if not waiting:
                return
        elif item.get("Visible") != "false":
            placed = _matrix(item).within(waiting[-1][1])
            if item.tag.endswith("}TextObject"):
                yield from _text(item, size, placed)
            elif len(waiting) < MAX_DEPTH:
                waiting.append((iter(groups.get(item.get("ResourceID"), ())), placed))


def _matrix(item: Element) -> Matrix:
    box, matrix = numbers(item.get("Boundary")), numbers(item.get("CTM"))
    corner = Matrix(e=box[0], f=box[1]) if len(box) == 4 else Matrix()
    return (Matrix(*matrix) if len(matrix) == 6 else Matrix()).within(corner)


def _text(item: Element, size: tuple[float, float], placed: Matrix) -> Iterator[Sign]:
    turn = quarter_turns(placed.a, placed.b)
    if turn is None:
        return
    em = abs(number(item.get("Size"), 0.0)) or 4.0
    along, across = math.hypot(placed.a, placed.b), math.hypot(placed.c, placed.d) or 1.0
    font = item.get("Font") or ""
    stretch = number(item.get("HScale"), 1.0)
    x = y = 0.0
    for code in item.iterchildren("{*}TextCode"):
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        text = code.text or ""
        right, down = _deltas(code.get("DeltaX"), len(text)), _deltas(code.get("DeltaY"), len(text))
        for index, character in enumerate(text):
            width = stretch * (em / 2 if character.isascii() else em)
            step = right[index] if index < len(right) else width
            start, base = _turned(turn, placed.at(x, y), size)
            end = start + along * (step if 0 < step < 1.2 * em else width)
            yield Sign(turn, Glyph(character, start, end, base, em * across), font)
            x += step
            y += down[index] if index < len(down) else 0.0


def _turned(turn: int, at: tuple[float, float], size: tuple[float, float]) -> tuple[float, float]:
    """Where a point is on the page turned by some quarters."""
    (x, y), (width, height) = at, size
    return ((x, y), (height - y, x), (width - x, height - y), (y, width - x))[turn]


def _deltas(text: str | None, length: int) -> list[float]:
    """The steps between characters: "5 5 3", and "g 3 5" for three times 5."""
    steps: list[float] = []
    words = iter((text or "").split())
    for word in words:
        if word == "g":
            count, step = int(number(next(words, None), 0)), number(next(words, None), 0)
            steps += [step] * max(0, min(count, length - len(steps)))
        else:
            steps.append(number(word, 0))
        if len(steps) >= length:
            break
    return steps


def numbers(text: str | None) -> list[float]:
    """The numbers of an attribute, 0 for what is none."""
    return [number(word, 0.0) for word in (text or "").split()]


def number(text: str | None, default: float) -> float:
    """The number of an attribute; the default where it is missing, none, or beyond all measure."""
    try:
        found = float(text) if text is not None else default
    except ValueError:
        return default
    return found if abs(found) < 1e6 else default
