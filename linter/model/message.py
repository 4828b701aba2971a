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

    def about(self, name: str) -> "Message":
        """The sentence behind the name of what it is about, mostly a path: 总结.docx：文件已损坏."""
        return Message(f"{name}：{self.zh}", f"{name}: {self.en}")

    def without(self, name: str) -> "Message":
        """The sentence without the name that `about` put before it; as it is, where none stands there."""
        return Message(self.zh.removeprefix(f"{name}："), self.en.removeprefix(f"{name}: "))
