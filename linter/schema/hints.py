"""What a message about an unknown name ends in: the nearest one that exists."""

from collections.abc import Iterable, Sequence

from linter.model.message import Message

_MOST = 12
"""Names that are listed at most."""


def hint(name: str, names: Iterable[str], list_all: bool = True) -> Message:
    """What a message about the unknown `name` ends in: those of `names` of which it is a whole part, as
    `mask` is of `leftover-mask`; else the nearest one; else up to twelve of them.

    Empty where none is near and there are no names, or `list_all` is False.
    """
    choice = list(names)
    _, longer = with_part(name, choice)
    if len(longer) > 1:
        return Message(f"，名称里有它的是：{listed(longer).zh}", f"; names with it are: {listed(longer).en}")
    if close := nearest(name, choice):
        return Message(f"，是否应为“{close}”？", f"; did you mean '{close}'?")
    if not (choice and list_all):
        return Message("", "")
    return Message(f"，可用的有：{listed(choice).zh}", f"; valid are: {listed(choice).en}")


def nearest(name: str, names: Iterable[str]) -> str:
    """The one of `names` that an unknown one may stand for: which it is in other letters (`Id`), of which it
    is a part, or to which it is near.

    Empty where there is none, or several have it as a part.
    """
    from difflib import get_close_matches

    choice = list(names)
    if name.lower() in choice:
        return name.lower()
    _, longer = with_part(name, choice)
    close = longer or get_close_matches(name, choice, 1)
    return close[0] if len(close) == 1 else ""


def with_part(name: str, names: Iterable[str]) -> tuple[str, list[str]]:
    """A part of names between dashes, which is `name` or what that is the plural of; and the names that have
    it: the one that is no more than the part, else those that begin with it, else all. Empty without any.
    """
    choice, bare = list(names), name.strip("-")
    for part in filter(None, (bare, bare.removesuffix("s"))):
        longer = [each for each in choice if f"-{part}-" in f"-{each}-"]
        if part in longer:
            return part, [part]
        if longer:
            return part, [each for each in longer if each.startswith(f"{part}-")] or longer
    return "", []


def listed(names: Sequence[str]) -> Message:
    """The first names of a list, in words."""
    shown = [*names[:_MOST], *["…"] * (len(names) > _MOST)]
    return Message("、".join(shown), ", ".join(shown))
