"""What a terminal or a runner obeys, made visible: nothing that comes from a file may steer either.

A terminal obeys control characters and turns text round at marks of direction. The runners of CI services
obey lines of the output that begin with `::`, blanks before it or not (GitHub), and `##[name…]`,
`##vso[…]`, `##teamcity[…]` anywhere in a line (GitHub, Azure, TeamCity).

`harmless` is for whole outputs, whose lines and tabs stay. `visible` is for text that must stand in one
line. Both give one character for each, so that offsets stay valid.
"""

import re
from collections.abc import Callable
from functools import cache
from unicodedata import category

_CONTROLS = "\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
"""C0 but for tab and the line ends, DEL and C1."""
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
"""Marks of direction, and those that Unicode has given up."""
_UNSEEN = "\u2028\u2029\ufff9-\ufffb\U000e0000-\U000e007f"
"""Ends of lines that are none to others, marks of annotations, and letters that nobody sees (tags)."""
_OBEYED = f"[{_CONTROLS}{_DIRECTIONS}{_UNSEEN}]"
_RETURN = "\r(?!\n)"
_BLANKS = "\t \xa0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff"
_COMMAND = rf"(?m)^([{_BLANKS}]*):(?=:)"
_ANYWHERE = r"(?i)#(?=#(?:\[[a-z]|[a-z]+\[))"
"""The first mark of a command within a line. Words about Chinese headings (`##[总结]`) are none."""


def visible(text: str) -> str:
    """The text in one line, with a visible character in place of each that is not printable."""
    return text if text.isprintable() else "".join(map(_shown, text))


def harmless(text: str, commands: bool = False) -> str:
    """The text with what a terminal obeys made visible, and commands to runners broken.

    A broken command has a full-width mark in place of its first one. With `commands`, all lines are
    commands of our own, in which what comes from files has been escaped.
    """
    text = _replaced(_shown, text)
    if commands or ("::" not in text and "##" not in text):
        return text
    return _compiled(_ANYWHERE).sub("＃", _compiled(_COMMAND).sub(r"\1：", text))


def escaped(json: str) -> str:
    """A text in JSON with what would be obeyed as escapes: it says the same, and `harmless` changes nothing.

    JSON itself lets DEL, C1 and marks of direction stand. Commands at the start of a line cannot occur,
    for no value of JSON begins with a colon.
    """
    json = _replaced(_escape, json)
    return _compiled(_ANYWHERE).sub(lambda match: _escape(match[0]), json) if "##" in json else json


def _replaced(shown: Callable[[str], str], text: str) -> str:
    """A text with what a terminal obeys replaced.

    Most texts have nothing that is not printable, which is told several times as fast. A class of characters
    alone is looked for twice as fast as with an alternative beside it: the report of thousands of files is
    read through twice.
    """
    if text.replace("\n", "").isprintable():
        return text
    text = _compiled(_OBEYED).sub(lambda match: shown(match[0]), text)
    return _compiled(_RETURN).sub(lambda match: shown(match[0]), text) if "\r" in text else text


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _shown(char: str) -> str:
    if char.isprintable() or char == "\u3000":
        return char
    if char in "\t\n\r" or category(char) in ("Zs", "Zl", "Zp"):
        return " "
    return chr(0x2400 + ord(char)) if char < " " else "␣"


def _escape(char: str) -> str:
    units = char.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
