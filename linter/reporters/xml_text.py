"""XML written line by line: an element a line, as the reporters of `junit` and `checkstyle` need it."""

from collections.abc import Mapping
from html import escape

from linter.text.visible import visible

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def tag(name: str, attributes: Mapping[str, object]) -> str:
    """The inside of an opening tag, as `file name="a.txt"`; those that are None are left out."""
    listed = (f' {key}="{quoted(str(value))}"' for key, value in attributes.items() if value is not None)
    return name + "".join(listed)


def quoted(text: str) -> str:
    """A text in one line, for an attribute or between tags: nothing of it is markup, nothing is forbidden.

    XML has no place for control characters and for U+FFFE, not even escaped.
    """
    return escape(visible(text).translate(_NO_CHARACTERS))


_NO_CHARACTERS = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
