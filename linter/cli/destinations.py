"""Where the reports of a run go: `--output-format` with `-o`, and each `--report FORMAT:FILE`.

A format and a name of file that do not go together are asked about before anything is done.
"""

import os
from collections.abc import Collection, Iterable, Sequence

from linter.cli.earlier import without_output
from linter.cli.results import Destination
from linter.model.draft import Draft
from linter.model.errors import ConfigError
from linter.model.message import Message
from linter.project.files import identity
from linter.readers import SUFFIXES
from linter.reporters import PLAIN, REPORTERS, reporter
from linter.schema.hints import hint


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
    drafts: Sequence[Draft], named: Collection[str], reports: Iterable[Destination], force: bool
) -> list[Draft]:
    """The drafts but for earlier reports that stand where the new ones go.

    Raises ConfigError where a draft or another file stands there: see `earlier.without_output`.
    """
    left = list(drafts)
    for form, path in reports:
        if path is not None:
            left = without_output(left, named, path, form, force)
    return left


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
        known = ", ".join(REPORTERS)
        raise ConfigError(
            f"--report {given}：没有输出格式“{form}”{advice.zh}。可用的有：{known}",
            f"--report {given}: there is no format '{form}'{advice.en}. Valid are: {known}",
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
