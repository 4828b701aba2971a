"""Where the reports of a run go: `--output-format` with `-o`, and each `--report FORMAT:FILE`.

A format and a name of file that do not go together are asked about before anything is done. A file that is
there already is replaced if it is an earlier report in that format: all else would be lost.
"""

import os
import stat
from collections.abc import Collection, Iterable

from linter import bounded
from linter.cli.results import Destination
from linter.model.draft import Draft
from linter.model.errors import ConfigError
from linter.model.message import Message
from linter.project.files import identity
from linter.readers import SUFFIXES
from linter.reporters import PLAIN, REPORTERS, is_earlier, reporter
from linter.schema.hints import hint

_MAX_BYTES = 100 << 20
"""A larger file is taken for something else than a report."""


def destinations(form: str, path: str | None, reports: Iterable[str], force: bool) -> list[Destination]:
    """The report of `--output-format` and `-o`, then those of `--report`.

    Raises ConfigError: one that is no FORMAT:FILE, two for one file, one that is no text without a file, a
    format whose extra is missing, or, without `force`, a name that says another format.
    """
    found = [Destination(form, path), *map(_parsed, reports)]
    seen: set[object] = set()
    for each in found:
        reporter(each.form)  # tells now, not after the work, what is not installed
        if REPORTERS[each.form].binary and each.path is None:
            suffix = REPORTERS[each.form].suffixes[0]
            raise ConfigError(
                f"{each.form} 格式要写进文件，请加 -o 文件名{suffix}",
                f"a report in format {each.form} goes to a file: add -o NAME{suffix}",
            )
        if each.path is not None:
            if not force:
                _require_fitting(each.form, each.path)
            key = identity(os.path.abspath(each.path))
            if key in seen:
                raise ConfigError(
                    f"{each.path}：有两份报告要写到这里，请各写一个文件",
                    f"{each.path}: two reports are to go there; give each a file of its own",
                )
            seen.add(key)
    return found


def spared(
    drafts: Iterable[Draft], named: Collection[str], reports: Iterable[Destination], force: bool
) -> list[Draft]:
    """The drafts but for earlier reports in folders that stand where the new ones go.

    Raises ConfigError: one of the drafts left stands there, or, without `force`, what is no report in this
    format. What is no regular file (a device, a folder) or not there at all is left to the writing.
    """
    left = list(drafts)
    for form, path in reports:
        if path is None or (replaceable := _is_replaceable(path, form)) is None:
            continue
        known = identity(path)
        if replaceable:
            left = [each for each in left if identity(each.name) != known or each.name in named]
        if any(identity(each.name) == known for each in left):
            raise ConfigError(
                f"{path} 是被检查的草稿，报告请另写一个文件名",
                f"{path} is a draft that was checked; name another file",
            )
        if not replaceable and not force:
            raise ConfigError(
                f"无法写入 {path}：已有的文件不是以前的 {form} 格式报告，没有改动。"
                "用 --force 覆盖，或另选文件名",
                f"cannot write {path}: the file there is no earlier report in format {form}, "
                "and was left alone; --force overwrites it, or name another",
            )
    return left


def _is_replaceable(path: str, form: str) -> bool | None:
    """Whether an existing file is empty or an earlier report; None where no regular file is known to be."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None
    except (OSError, ValueError):
        return None
    try:
        return is_earlier(form, bounded.read(path, _MAX_BYTES))
    except (OSError, ValueError):  # too large, no text, not to be read: not known to be a report
        return False


def _parsed(given: str) -> Destination:
    form, colon, path = given.partition(":")
    if not (colon and path):
        raise ConfigError(
            f"--report 要写成 格式:文件，如 sarif:report.sarif；这里是“{given}”",
            f"--report takes FORMAT:FILE, as sarif:report.sarif, not '{given}'",
        )
    if path == "-":
        raise ConfigError(
            f"--report {given}：- 不是文件；要输出到屏幕，请用 --output-format {form}",
            f"--report {given}: - is no file; for standard output take --output-format {form}",
        )
    if form not in REPORTERS:
        advice = hint(form, REPORTERS, list_all=False)
        if not advice.en:
            known = ", ".join(REPORTERS)
            advice = Message(f"，可用的有：{known}", f"; valid are: {known}")
        raise ConfigError(
            f"--report {given}：没有输出格式“{form}”{advice.zh}",
            f"--report {given}: there is no format '{form}'{advice.en}",
        )
    return Destination(form, path)


def _require_fitting(form: str, path: str) -> None:
    """Raises ConfigError for a file whose name says that something else is in it."""
    suffix = os.path.splitext(path)[1].lower()
    meant = [name for name, each in REPORTERS.items() if suffix in each.suffixes]
    if form in meant or suffix in PLAIN or not (meant or suffix in (*SUFFIXES, *_OTHER)):
        return
    question = _which(meant) if meant else _none(suffix)
    raise ConfigError(
        f"{path} 的后缀是 {suffix}，要写的却是 {form} 格式。{question.zh}；就要这样写，请加 --force",
        f"{path} ends with {suffix}, but the format is {form}. {question.en}; --force writes it all the same",
    )


_OTHER = (".tsv", ".xls", ".xml", ".json", ".svg", ".yaml", ".yml", ".toml")
"""Suffixes that say what is in a file, besides those of drafts and reports."""


def _which(meant: list[str]) -> Message:
    """The question after the format that a suffix stands for."""
    options = " ".join(meant)
    return Message(f"是想要这种格式吗：{options}", f"Is it one of these that you want: {options}")


def _none(suffix: str) -> Message:
    return Message(
        f"没有写 {suffix} 的格式，是想换一个文件名吗", f"No format writes {suffix}; do you want another name"
    )
