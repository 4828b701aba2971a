"""The paths of a command line → the drafts to check, without those that their configurations exclude."""

import os
import sys
from typing import NamedTuple

from linter.cli.output import files_behind
from linter.model.draft import Draft
from linter.model.message import Message
from linter.project.config import Configs, excluded
from linter.project.drafts import drafts
from linter.project.files import SUPPRESSIONS, identity, load_stream, stray_suppressions


class Targets(NamedTuple):
    """What is to be checked."""

    paths: list[str]
    """The files and folders, as they were named."""
    drafts: list[Draft]
    start: str
    """Where the configuration is looked for that is about the run as a whole: the first path."""
    stdin: str | None
    """The name of standard input, if it is a draft."""
    untouched: bytes | None
    """The content of standard input, if it is excluded: `--fix` gives it back as it is."""
    notes: list[Message]
    """Why a file that was named, or standard input, is not checked; files of suppressions without a draft."""
    copies: list[str]
    """The annotated copies and earlier reports in folders that are not checked."""


def find_targets(paths: list[str], configs: Configs, stdin_name: str, force_exclude: bool) -> Targets:
    """The drafts at paths; `-` is standard input, called `stdin_name`.

    Without `force_exclude`, a file that is named is checked, excluded or not. Raises ConfigError,
    UnreadableError: standard input is too large.
    """
    stdin = (stdin_name, load_stream(sys.stdin.buffer, stdin_name)) if "-" in paths else None
    named = {path for path in paths if not os.path.isdir(path)}
    outputs = files_behind()

    def is_out(path: str) -> bool:
        name = stdin_name if path == "-" else path
        if path not in named and outputs and identity(path) in outputs:
            return True  # `reportlint check . > report.txt`
        return excluded(configs.of(name), name) and (force_exclude or path not in named)

    notes = [
        _left_out(stdin_name if path == "-" else path, configs)
        for path in paths
        if path in named and is_out(path)
    ]
    start = (os.path.dirname(stdin_name) or ".") if paths[0] == "-" else paths[0]
    copies: list[str] = []
    found = drafts(paths, is_out, stdin, copies.append)
    in_folders = (each.name for each in found if each.name not in named and each.name != stdin_name)
    walked = {*map(os.path.dirname, in_folders)}
    notes += [_stray(path) for folder in sorted(walked) for path in stray_suppressions(folder)]
    is_read = stdin is not None and not is_out("-")
    untouched = stdin[1] if stdin and not is_read else None
    return Targets(paths, found, start, stdin_name if is_read else None, untouched, notes, copies)


def _stray(path: str) -> Message:
    draft = os.path.basename(path).removesuffix(SUPPRESSIONS)
    return Message(
        f"{path}：旁边没有草稿 {draft}，这些抑制不起作用；草稿改了名，请一并改名，不然请删去",
        f"{path}: there is no draft {draft} beside it, so it suppresses nothing; rename it with its draft, "
        "or delete it",
    )


def _left_out(path: str, configs: Configs) -> Message:
    source = configs.of(path).path
    return Message(
        f"{path}：{source} 的 exclude 把它排除在外，没有检查；要检查请加 --no-force-exclude",
        f"{path}: not checked, as exclude in {source} says; --no-force-exclude checks it all the same",
    )
