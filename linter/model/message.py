"""A sentence for the user, in both languages of the program."""

from typing import NamedTuple


class Message(NamedTuple):
    """A sentence for the user, in both languages of the program."""

    zh: str
    """Simplified Chinese."""
    en: str
    """English."""

    def say(self, lang: str) -> str:
        """The sentence in one language: English for `en`, Chinese for every other."""
        return self.en if lang == "en" else self.zh
