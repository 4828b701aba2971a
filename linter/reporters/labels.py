"""Words that several reporters use, in both languages."""

from linter.model.document import Place
from linter.model.finding import FileOutcome, Finding
from linter.model.message import Message
from linter.reporters import View
from linter.text.year_parts import code_words


def place(line: int, end_line: int, view: View) -> str:
    """Lines in words: `第 3-9 行`, `lines 3-9`; in a file without lines, `第 4 段`."""
    return view.say(Place(line, end_line, paragraphs=view.paragraphs).words)


def period(code: str) -> Message:
    """The period that a report is about, in a table: 2026年上半年, first half of 2026."""
    zh, en = code_words(code)
    return Message(zh, en.removeprefix("the "))


def error(file: FileOutcome, view: View) -> str:
    """Why a file was not judged, or not by every rule, without its path: for formats that name it besides."""
    return view.say(file.error.without(file.path)) if file.error else ""


def located(finding: Finding, view: View) -> str:
    """The message of a finding; in a file without lines with page, paragraph and its first words."""
    message = view.say(finding.message)
    if not view.paragraphs:
        return message
    where = view.say(finding.place.words)
    return view.say(
        Message(f"{message}（{where}，“{finding.opening}”）", f'{message} ({where}, "{finding.opening}")')
    )


def count(number: int, noun: str) -> str:
    """A number of things in English: `1 file`, `2 files`, `2 info`."""
    return f"{number} {noun}" + ("" if number == 1 or noun == "info" else "s")
