"""Styles that are based on one another, as Word and OpenDocument have them."""

from collections.abc import Callable, Mapping
from typing import TypeVar

_MOST = 50
Style = TypeVar("Style")


def chain(
    styles: Mapping[str | None, Style], name: str | None, based_on: Callable[[Style], str | None]
) -> list[Style]:
    """A style and its ancestors, nearest first, by their names or ids; a circle ends where it closes."""
    found: dict[str | None, Style] = {}
    while name in styles and name not in found and len(found) < _MOST:
        found[name] = styles[name]
        name = based_on(styles[name])
    return list(found.values())
