"""What a message about an unknown name ends in: the nearest one that exists."""

from collections.abc import Iterable, Sequence

from linter.model.message import Message

_MOST = 12
"""Names that are listed at most."""

_NEAR = 0.62
"""How much alike a name must be to be suggested, as difflib counts: `info` is not what `ignore` meant."""


def hint(name: str, names: Iterable[str], list_all: bool = True, lead: str = "") -> Message:
    """What a message about the unknown `name` ends in: those of `names` of which it is a whole part, as
    `mask` is of `leftover-mask`; else the nearest one; else up to twelve of them.

    Empty where none is near and there are no names, or `list_all` is False. `lead` is what the names begin
    with, as `--`, by which they are no more alike.
    """
    name, choice = name.removeprefix(lead), [each.removeprefix(lead) for each in names]
    _, longer = with_part(name, choice)
    if len(longer) > 1:
        zh, en = listed([lead + each for each in longer])
        return Message(f"，名称里有它的是：{zh}", f"; names with it are: {en}")
    if close := nearest(name, choice):
        return Message(f"，是否应为“{lead}{close}”？", f"; did you mean '{lead}{close}'?")
    if not (choice and list_all):
        return Message("", "")
    zh, en = listed([lead + each for each in choice])
    return Message(f"，可用的有：{zh}", f"; valid are: {en}")


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
    close = longer or get_close_matches(name, choice, 1, _NEAR)
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
