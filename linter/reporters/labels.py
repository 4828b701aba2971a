"""Words that several parts of the report for people use, in both languages."""

from linter.model.message import Message
from linter.reporters import View


def place(line: int, end_line: int, view: View) -> str:
    """Lines in words: `第 3-9 行`, `lines 3-9`, `第 4 段`."""
    zh, en = view.unit
    if line == end_line:
        return view.say(Message(f"第 {line} {zh}", f"{en} {line}"))
    return view.say(Message(f"第 {line}-{end_line} {zh}", f"{en}s {line}-{end_line}"))


def count(number: int, noun: str) -> str:
    """A number of things in English: `1 file`, `2 files`, `2 info`."""
    return f"{number} {noun}" + ("" if number == 1 or noun == "info" else "s")
