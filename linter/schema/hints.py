"""What a message about an unknown name ends in: the nearest one that exists."""

from collections.abc import Iterable

from linter.model.message import Message


def hint(name: str, names: Iterable[str], list_all: bool = True) -> Message:
    """What a message about the unknown `name` ends in: the nearest of `names`, else up to twelve of them.

    Empty where none is near and there are no names, or `list_all` is False.
    """
    from difflib import get_close_matches

    choice = list(names)
    if close := get_close_matches(name, choice, 1):
        return Message(f"，是否应为“{close[0]}”？", f"; did you mean '{close[0]}'?")
    if not (choice and list_all):
        return Message("", "")
    shown = choice[:12] + ["…"] * (len(choice) > 12)
    return Message(f"，可用的有：{'、'.join(shown)}", f"; valid are: {', '.join(shown)}")
