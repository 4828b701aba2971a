"""RE2's syntax of regular expressions, read into a tree: for the engine in `linter.text.linear`.

What RE2 takes is taken and means the same; what it refuses is refused: look-around, back-references,
escapes without a meaning. Unlike RE2, of scripts only `\\p{Han}` is known, and `\\C` is not.
`\\d`, `\\s`, `\\w` and `\\b` are about ASCII; `\\B` is not found between the bytes of one character, as it
is by RE2. Reference: https://github.com/google/re2/wiki/Syntax.
"""

from string import hexdigits, octdigits
from sys import maxunicode
from typing import NamedTuple

from linter.text.linear.classes import PERL, POSIX, all_forms, category, inverted, merged
from linter.text.linear.tree import (
    Assertion,
    Chars,
    Choice,
    Group,
    Node,
    Parsed,
    PatternSyntaxError,
    Ranges,
    Repeat,
    Sequence,
)

MAX_NESTING = 100
"""Groups within one another that a pattern may have."""
MAX_REPEAT = 1000
"""The most that a counted repetition may ask for; those of repetitions within one another multiply."""


class _Flags(NamedTuple):
    fold: bool = False
    """(?i)"""
    lines: bool = False
    """(?m)"""
    all: bool = False
    """(?s)"""
    lazy: bool = False
    """(?U)"""


_LETTERS = {"i": "fold", "m": "lines", "s": "all", "U": "lazy"}
_CONTROLS = {"a": 7, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11}
_PLACES = {"A": "text-start", "z": "text-end", "b": "word", "B": "no-word"}


def parse(pattern: str) -> Parsed:
    """The tree of a pattern. Raises PatternSyntaxError."""
    return _Parser(pattern).parse()


class _Parser:
    """Reads a pattern from left to right; `_at` is how far it has come."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self._groups = 0
        self._names: dict[str, int] = {}
        self._quoted = False

    def parse(self) -> Parsed:
        root, _ = self._choice(_Flags(), 0)
        if self._at < len(self._pattern):
            raise PatternSyntaxError(f"unexpected ): {self._pattern}")
        return Parsed(root, self._groups, self._names)

    def _choice(self, flags: _Flags, depth: int) -> tuple[Node, _Flags]:
        """Up to the end or the parenthesis that closes the group; the flags set within end there, too."""
        if depth > MAX_NESTING:
            raise PatternSyntaxError("expression nests too deeply")
        branches: list[Node] = []
        items: list[Node] = []
        while self._at < len(self._pattern):
            sign = self._pattern[self._at]
            if self._quoted or sign not in "|)":
                flags = self._item(items, flags, depth)
            elif sign == "|":
                self._at += 1
                branches.append(_sequence(items))
                items = []
            else:
                break
        branches.append(_sequence(items))
        return (Choice(tuple(branches)) if len(branches) > 1 else branches[0]), flags

    def _item(self, items: list[Node], flags: _Flags, depth: int) -> _Flags:
        """Reads one thing and adds it; gives the flags for what follows."""
        if self._quoted:
            self._quote(items, flags)
            return flags
        rest = self._pattern[self._at :]
        if rest[0] in "*+?" or (rest[0] == "{" and self._counts() is not None):
            if not items:
                raise PatternSyntaxError(f"no argument for repetition operator: {rest[0]}")
            items.append(self._repeat(items.pop(), flags))
            return flags
        if rest.startswith("(?") and not rest.startswith(("(?P<", "(?<")):
            return self._flagged(items, flags, depth)
        if rest[0] == "(":
            items.append(self._group(flags, depth))
            return flags
        if rest.startswith("\\Q"):
            self._at += 2
            self._quoted = True
            return flags
        items.append(self._single(flags))
        return flags

    def _quote(self, items: list[Node], flags: _Flags) -> None:
        if self._pattern.startswith("\\E", self._at):
            self._at += 2
            self._quoted = False
            return
        items.append(_literal(ord(self._pattern[self._at]), flags))
        self._at += 1

    def _single(self, flags: _Flags) -> Node:
        """One character, class or place."""
        sign = self._pattern[self._at]
        if sign == "[":
            return self._class(flags)
        if sign == "\\":
            return self._escaped(flags)
        self._at += 1
        if sign == ".":
            return Chars(((0, maxunicode),) if flags.all else inverted(((10, 10),)))
        if sign == "^":
            return Assertion("line-start" if flags.lines else "text-start")
        if sign == "$":
            return Assertion("line-end" if flags.lines else "text-end")
        return _literal(ord(sign), flags)

    # Groups.

    def _flagged(self, items: list[Node], flags: _Flags, depth: int) -> _Flags:
        """`(?i)`, which holds for the rest of the group it stands in, or `(?i:...)`."""
        start = self._at
        self._at += 2
        inner = flags
        on = True
        sign = ""
        while self._at < len(self._pattern):
            before, sign = sign, self._pattern[self._at]
            self._at += 1
            if sign in "):" and before == "-":
                break
            if sign == ")":
                return inner
            if sign == ":":
                node, _ = self._choice(inner, depth + 1)
                self._close()
                items.append(node if not isinstance(node, Sequence) else Sequence(node.items))
                return flags
            if sign == "-" and on:
                on = False
            elif sign in _LETTERS:
                inner = inner._replace(**{_LETTERS[sign]: on})
            else:
                break
        raise PatternSyntaxError(f"invalid perl operator: {self._pattern[start : self._at]}")

    def _group(self, flags: _Flags, depth: int) -> Node:
        self._at += 1
        self._groups += 1
        number = self._groups
        if self._pattern.startswith("?", self._at):
            begin = self._pattern.index("<", self._at) + 1
            end = self._pattern.find(">", begin)
            name = self._pattern[begin:end] if end > 0 else ""
            if not name.replace("_", "a").isalnum():
                raise PatternSyntaxError(f"invalid named capture group: {self._pattern[self._at - 1 :]}")
            self._names.setdefault(name, number)
            self._at = end + 1
        node, _ = self._choice(flags, depth + 1)
        self._close()
        return Group(node, number)

    def _close(self) -> None:
        if not self._pattern.startswith(")", self._at):
            raise PatternSyntaxError(f"missing ): {self._pattern}")
        self._at += 1

    # Repetitions.

    def _repeat(self, item: Node, flags: _Flags) -> Node:
        start = self._at
        least, most = self._times()
        greedy = not flags.lazy
        if self._pattern.startswith("?", self._at):
            self._at += 1
            greedy = not greedy
        after = self._pattern[self._at : self._at + 1]
        if after in ("*", "+", "?") or (after == "{" and self._counts() is not None):
            raise PatternSyntaxError(f"bad repetition operator: {self._pattern[start : self._at + 1]}")
        if max(least, most or 0) * _times_within(item) > MAX_REPEAT or least > (
            least if most is None else most
        ):
            raise PatternSyntaxError(f"invalid repetition size: {self._pattern[start : self._at]}")
        return Repeat(item, least, most, greedy)

    def _times(self) -> tuple[int, int | None]:
        sign = self._pattern[self._at]
        if sign == "{":
            counts = self._counts()
            assert counts
            least, most, self._at = counts
            return least, most
        self._at += 1
        return (int(sign == "+"), 1 if sign == "?" else None)

    def _counts(self) -> tuple[int, int | None, int] | None:
        """What `{2}`, `{2,}` or `{2,5}` says, and where it ends; None where the brace is a character."""
        end = self._pattern.find("}", self._at)
        least, comma, most = self._pattern[self._at + 1 : end].partition(",") if end > 0 else ("", "", "")
        if not _is_number(least) or (most and not _is_number(most)):
            return None
        return int(least), (int(most) if most else None if comma else int(least)), end + 1

    # Characters.

    def _escaped(self, flags: _Flags) -> Node:
        sign = self._pattern[self._at + 1 : self._at + 2]
        if sign in _PLACES and sign:
            self._at += 2
            return Assertion(_PLACES[sign])
        ranges = self._class_escape(flags)
        if ranges is not None:
            return Chars(ranges)
        return _literal(self._character(), flags)

    def _class_escape(self, flags: _Flags) -> Ranges | None:
        """`\\d`, `\\P{Han}` and the like; None where something else stands."""
        sign = self._pattern[self._at + 1 : self._at + 2]
        if sign and sign in "dDsSwW":
            self._at += 2
            return _named(PERL[sign.lower()], sign.isupper(), flags)
        if not sign or sign not in "pP":
            return None
        begin = self._at + 2
        end = begin + 1
        name = self._pattern[begin:end]
        if name == "{":
            end = self._pattern.find("}", begin) + 1
            name = self._pattern[begin + 1 : end - 1] if end else ""
        self._at = max(end, begin)
        negated = name.startswith("^")
        return _named(category(name.removeprefix("^")), negated != (sign == "P"), flags)

    def _character(self) -> int:
        """The code point that stands here, escaped or not."""
        if self._at >= len(self._pattern):
            raise PatternSyntaxError(f"missing ]: {self._pattern}")
        sign = self._pattern[self._at]
        self._at += 1
        if sign != "\\":
            return ord(sign)
        if self._at >= len(self._pattern):
            raise PatternSyntaxError("trailing \\")
        sign = self._pattern[self._at]
        self._at += 1
        if sign in _CONTROLS:
            return _CONTROLS[sign]
        if sign == "x":
            return self._hexadecimal()
        if sign in octdigits and (sign == "0" or self._pattern[self._at : self._at + 1] in tuple(octdigits)):
            return self._octal()
        if sign.isascii() and not sign.isalnum():
            return ord(sign)
        raise PatternSyntaxError(f"invalid escape sequence: \\{sign}")

    def _hexadecimal(self) -> int:
        digits = self._pattern[self._at : self._at + 2]
        after = self._at + 2
        if digits.startswith("{"):
            after = self._pattern.find("}", self._at) + 1
            digits = self._pattern[self._at + 1 : after - 1] if after else ""
        elif len(digits) < 2:
            digits = ""
        self._at = after
        if not digits or set(digits) - set(hexdigits) or int(digits, 16) > maxunicode:
            raise PatternSyntaxError("invalid escape sequence: \\x")
        return int(digits, 16)

    def _octal(self) -> int:
        end = self._at
        while end < self._at + 2 and self._pattern[end : end + 1] in tuple(octdigits):
            end += 1
        digits = self._pattern[self._at - 1 : end]
        self._at = end
        return int(digits, 8)

    def _class(self, flags: _Flags) -> Chars:
        self._at += 1
        negated = self._pattern.startswith("^", self._at)
        self._at += negated
        ranges: list[tuple[int, int]] = []
        first = True
        while first or not self._pattern.startswith("]", self._at):
            if self._at >= len(self._pattern):
                raise PatternSyntaxError(f"missing ]: {self._pattern}")
            ranges += self._class_item(flags)
            first = False
        self._at += 1
        found = merged(ranges)
        return Chars(inverted(found) if negated else found)

    def _class_item(self, flags: _Flags) -> Ranges:
        if self._pattern.startswith("[:", self._at) and ":]" in self._pattern[self._at + 2 :]:
            end = self._pattern.index(":]", self._at + 2)
            name = self._pattern[self._at + 2 : end]
            if name.removeprefix("^") not in POSIX:
                raise PatternSyntaxError(f"invalid character class range: [:{name}:]")
            self._at = end + 2
            return _named(POSIX[name.removeprefix("^")], name.startswith("^"), flags)
        if self._pattern.startswith("\\", self._at) and (found := self._class_escape(flags)) is not None:
            return found
        start = self._at
        low = high = self._character()
        ahead = self._pattern[self._at : self._at + 2]
        if len(ahead) == 2 and ahead[0] == "-" and ahead[1] != "]":
            self._at += 1
            high = self._character()
        if low > high:
            raise PatternSyntaxError(f"invalid character class range: {self._pattern[start : self._at]}")
        return _named(((low, high),), False, flags)


def _named(ranges: Ranges, negated: bool, flags: _Flags) -> Ranges:
    """A class, with every form of its letters where case does not count, or all that is not in it."""
    ranges = all_forms(ranges) if flags.fold else ranges
    return inverted(ranges) if negated else ranges


def _literal(code: int, flags: _Flags) -> Chars:
    return Chars(_named(((code, code),), False, flags))


def _sequence(items: list[Node]) -> Node:
    return items[0] if len(items) == 1 else Sequence(tuple(items))


def _is_number(digits: str) -> bool:
    return digits.isascii() and digits.isdecimal()


def _times_within(node: Node) -> int:
    """How often the innermost of counted repetitions is repeated, those around it included."""
    if isinstance(node, Repeat):
        return max(node.least, node.most or 1, 1) * _times_within(node.item)
    if isinstance(node, Group):
        return _times_within(node.item)
    if isinstance(node, Sequence | Choice):
        return max(map(_times_within, node.items), default=1)
    return 1
