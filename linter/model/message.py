"""A sentence for the user, in both languages of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    pass


class Message(NamedTuple):
    """A sentence for the user, in both languages of the program."""

    zh: str
    en: str

    def say(self, lang: str) -> str:
        """The sentence in one language: English for `en`, Chinese for every other."""
        return self.en if lang == "en" else self.zh
