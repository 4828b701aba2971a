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
    counts = [(result.count(level), name) for level, name in LEVEL_NAMES.items()]
    errors = [file for file in result.files if file.error]
    unreadable = sum(file.unreadable for file in errors)
    partly = len(errors) - unreadable
    files, parts = len(result.files), sum(len(file.parts) for file in result.files)
    zh = [f"{number} 个{name.zh}" for number, name in counts if number]
    zh += [f"{unreadable} 个文件无法检查"] if unreadable else []
    zh += [f"{partly} 个文件没有查完"] if partly else []
    en = [count(number, name.en) for number, name in counts if number]
    en += [count(unreadable, "unreadable file")] if unreadable else []
    en += [f"{count(partly, 'file')} not judged by every rule"] if partly else []
    missing = len(result.missing_units)
    zh += [f"{missing} 个单位没有交"] if missing else []
    en += [f"{count(missing, 'unit')} missing"] if missing else []
    zh, en = _beside_known(
        (zh, en), sum(file.baselined for file in result.files), Message("基线内", "in the baseline")
    )
    zh, en = _beside_known(
        (zh, en), sum(file.unchanged for file in result.files), Message("未改动处", "in what has not changed")
    )
    return view.say(
        Message(
            f"{word}：{'、'.join(zh) or '没有发现问题'}（共 {files} 个文件、{parts} 份报告）",
            f"{word}: {', '.join(en) or 'nothing found'} ({count(files, 'file')}, {count(parts, 'report')})",
        )
    )


def _beside_known(
    counts: tuple[list[str], list[str]], known: int, where: Message
) -> tuple[list[str], list[str]]:
    """The counts of what is new, and how much was left out because it is known: where there is some, nothing
    new is no clean bill.
    """
    zh, en = counts
    if not known:
        return zh, en
    new = Message("、".join(zh) or "新问题 0", ", ".join(en) or "0 new")
    return [f"{new.zh}，另有{where.zh} {known} 处"], [f"{new.en}, and {known} {where.en}"]


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
