"""What runs in the page's WebAssembly: files in, answers as JSON out. `worker.js` calls it.

An answer is `{"value": …}` or `{"error": {"zh": …, "en": …}}`, which the page shows as a sentence.
"""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from io import BytesIO
from typing import Any, NamedTuple, Protocol
from zipfile import ZipFile

from linter import api
from linter.model.errors import ReportlintError, UnreadableError
from linter.model.message import Message
from linter.project.files import ANNOTATED, MAX_BYTES, annotated_name, too_large
from linter.reporters import View
from linter.reporters.json import dump
from linter.reporters.page_data import page_data

_STOPPED = Message(
    "检查这个文件时，程序停了下来（内存不够、用时太久或文件有问题），没有检查。"
    "请另存一份再试，或拆成几份；也可以用安装的 reportlint 检查",
    "the program stopped while it checked this file (memory, time, or a damaged file), so it was not "
    "checked; save it anew or split it, or check it with reportlint installed",
)
_WITHOUT = Message("没有批注的文件.txt", "files-without-comments.txt")


class Bytes(Protocol):
    """An array of bytes of JavaScript."""

    def to_bytes(self) -> bytes:
        """Its bytes."""


class Download(NamedTuple):
    """A file that is made for the user."""

    answer: str
    """Its name, or the error for which there is none."""
    data: bytes = b""


def check(
    files: Sequence[Mapping[str, Any]],
    rules: Mapping[str, Any],
    stopped: Collection[int],
    read: Callable[[int], Bytes],
    tell: Callable[[int], None],
) -> str:
    """The data that the page shows of some files (`path`, `size`).

    `rules` are those of `_selector`, with the `units` that are to hand in. `read` gives the content of a file
    by its index; `tell` is called with the index just before, and with the number of all before they are
    compared. The files of `stopped` have ended the program before: they are not read.
    """

    def content(at: int, path: str, size: int) -> bytes:
        if at in stopped:
            raise UnreadableError(*_STOPPED.about(path))
        if size > MAX_BYTES:
            raise too_large(path)
        tell(at)
        return read(at).to_bytes()

    def judged(done: int, total: int) -> None:
        if done == total:
            tell(total)

    try:
        selector = _selector(rules)
        drafts = [
            api.Draft(path, partial(content, at, path, size), None, size)
            for at, (path, size) in enumerate((file["path"], file["size"]) for file in files)
        ]
        settings = api.Settings(units=tuple(rules["units"]))
        result = api.check_many(drafts, selector, settings, progress=judged, keep_text=True)
        return dump({"value": page_data(result, View(rules["lang"]))})
    except ReportlintError as error:
        return _refusal(error)


def annotate(path: str, data: Bytes, rules: Mapping[str, Any], suggest: bool) -> Download:
    """A draft with comments. `rules` are those of `_selector`."""
    lang = rules["lang"]
    try:
        made = api.annotate(data.to_bytes(), path, _selector(rules), lang=lang, suggest=suggest)
    except ReportlintError as error:
        return Download(_refusal(error))
    stem = os.path.splitext(os.path.basename(path))[0]
    return Download(dump({"value": annotated_name(stem, made.suffix, lang)}), made.data)


def bundle(copies: Sequence[Mapping[str, Any]], left_out: Sequence[str], lang: str) -> Download:
    """Copies (`name`, `data`) as one zip file, with a list of the drafts that have none, a sentence each."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for copy in copies:
            file.writestr(_free(copy["name"], file.namelist()), copy["data"].to_bytes())
        if left_out:
            file.writestr(_WITHOUT.say(lang), "".join(f"{each}\n" for each in left_out))
    return Download(dump({"value": f"{ANNOTATED.say(lang)}.zip"}), buffer.getvalue())


def _free(name: str, taken: Collection[str]) -> str:
    """The name, with a number if it is taken: 总结.doc and 总结.docx are annotated under one name."""
    stem, suffix = os.path.splitext(name)
    names = (f"{stem}{number or ''}{suffix}" for number in (0, *range(2, len(taken) + 3)))
    return next(each for each in names if each not in taken)


def _selector(rules: Mapping[str, Any]) -> api.RulesetSelector:
    """The rules that the user chose: a `ruleset` by its id, or `auto`; `own` rule files (`name`, `data`).

    Own ones take the place of the choice by title, and stand beside any other. Raises RulesetError.
    """
    own = [api.load_ruleset(file["data"].to_bytes(), file["name"]) for file in rules["own"]]
    named = [] if own and rules["ruleset"] == api.AUTO else [rules["ruleset"]]
    return api.choose([*named, *own])


def _refusal(error: ReportlintError) -> str:
    return dump({"error": error.text._asdict()})
