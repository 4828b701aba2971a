"""The closing sentence of the report for people: passed or failed, and the counts."""

import re
from collections.abc import Iterator

from linter.model.finding import Result
from linter.model.levels import LEVEL_NAMES, failing
from linter.model.message import Message
from linter.reporters import View
from linter.reporters.labels import count
from linter.reporters.terminal_text import StyledLine, wrap

_FAILED = Message("不通过", "Failed")
_INCOMPLETE = Message("未查完", "Incomplete")
_CHECKED = Message("检查完毕", "Checked")
_PASSED = Message("通过", "Passed")
_NOTHING = Message(
    "没有可检查的文件。文件夹里只取 Word、WPS、PDF、OFD、ODT、RTF、网页、Markdown 和纯文本，"
    "隐藏的、git 忽略的和配置排除的不取。",
    "No files to check. Of a folder only Word, WPS, PDF, OFD, ODT, RTF, HTML, Markdown and plain text "
    "are taken, and nothing that is hidden, ignored by git or excluded.",
)
_ZH, _EN = map("|".join, zip(_FAILED, _INCOMPLETE, _CHECKED, _PASSED, strict=True))
_SHAPE = rf"(?:(?:{_ZH})：[^：]+（共\d+个文件、\d+份报告）|(?:{_EN}):[^:]+\(\d+files?,\d+reports?\))$"
"""The sentence without its blanks and ends of lines."""
_LONGEST = 1000
"""Characters that the sentence does not exceed, blanks and ends of lines included."""


def verdict(result: Result, view: View) -> Iterator[StyledLine]:
    """The lines of the closing sentence."""
    style = _word(result, view)[1] if result.files else "warning"
    yield from ([(text, style)] for text in wrap(sentence(result, view), view.width))


def sentence(result: Result, view: View) -> str:
    """The closing sentence in one line."""
    if not result.files:
        return view.say(_NOTHING)
    word, _ = _word(result, view)
    files, parts = len(result.files), sum(len(file.parts) for file in result.files)
    told = view.listed(map(view.say, _counts(result)))
    for known, where in (
        (sum(file.baselined for file in result.files), Message("基线内", "in the baseline")),
        (sum(file.unchanged for file in result.files), Message("未改动处", "in what has not changed")),
    ):
        if known:  # where something is left out, nothing new is no clean bill
            new = told or view.say(Message("新问题 0", "0 new"))
            told = view.say(Message(f"{new}，另有{where.zh} {known} 处", f"{new}, and {known} {where.en}"))
    told = told or view.say(Message("没有发现问题", "nothing found"))
    return view.say(
        Message(
            f"{word}：{told}（共 {files} 个文件、{parts} 份报告）",
            f"{word}: {told} ({count(files, 'file')}, {count(parts, 'report')})",
        )
    )


def _counts(result: Result) -> Iterator[Message]:
    """How much there is of what is wrong; nothing of what there is none of."""
    for level, name in LEVEL_NAMES.items():
        if number := result.count(level):
            yield Message(f"{number} 个{name.zh}", count(number, name.en))
    errors = [file for file in result.files if file.error]
    if unreadable := sum(file.unreadable for file in errors):
        yield Message(f"{unreadable} 个文件无法检查", count(unreadable, "unreadable file"))
    if partly := len(errors) - unreadable:
        yield Message(f"{partly} 个文件没有查完", f"{count(partly, 'file')} not judged by every rule")
    if missing := len(result.missing_units):
        yield Message(f"{missing} 个单位没有交", f"{count(missing, 'unit')} missing")


def _word(result: Result, view: View) -> tuple[str, str]:
    if any(map(result.count, failing(view.fail_on))):
        return view.say(_FAILED), "error"
    if result.error or any(file.error for file in result.files):
        return view.say(_INCOMPLETE), "error"
    if view.fail_on == "never":
        return view.say(_CHECKED), "title"
    return view.say(_PASSED), "ok"


def ends(text: str) -> bool:
    """Whether a text ends with the closing sentence of a report, however it was wrapped."""
    end = "".join(text[-_LONGEST:].split())
    return end.endswith(tuple("".join(said.split()) for said in _NOTHING)) or bool(re.search(_SHAPE, end))
