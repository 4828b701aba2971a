"""Carries out suggestions in the content of plain text and Markdown; every other byte stays.

Carried out are the suggestions of rules marked `fix: safe`, which cannot change the meaning, and the
others only if the user asks for them. Of two that overlap, the first is carried out. The new content is
judged again, and its suggestions carried out, until there are none. A file is left as it is if its bytes
cannot be restored from its text, if rules contradict each other, or if a rule failed in it, for then its
findings are incomplete.

A finding that suggests what is read there already, characters for radicals, has the file written as it
was read.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from linter import readers
from linter.model.errors import FixCrashError, ReportlintError, UnfixableError, UnreadableError, guarded
from linter.model.finding import FileOutcome, Finding
from linter.model.message import Message
from linter.readers.support.encoding import decode, encode
from linter.text.radicals import plain

FORMATS = ("text", "markdown")
"""The formats (`Document.format`) that can be fixed."""
_PASSES = 10
"""The most times that a file is fixed and judged again."""
_GROWTH = 10_000
"""How many bytes beyond four times its size a text may grow to: the fixes of a rule that matches its own
suggestion never end."""
_LINE_END = "(?:\r\n|\r|\n)"


class Fixed(NamedTuple):
    """The content of a file before and after its suggestions were carried out."""

    path: str
    before: bytes
    after: bytes
    edits: int
    """How many suggestions were carried out."""


class FixOutcome(NamedTuple):
    """The result of fixing several files."""

    fixed: tuple[Fixed, ...]
    refused: tuple[ReportlintError, ...]
    """One error for each file that could not be fixed."""
    unsupported: tuple[str, ...]
    """The paths of files with suggestions in formats that cannot be fixed."""


def fix(
    files: Iterable[FileOutcome],
    content: Callable[[str], bytes],
    judge: Callable[[str, bytes], FileOutcome],
    unsafe: bool,
) -> FixOutcome:
    """Carry out the suggestions in each of the files that has some. Writes no file.

    `content` gives the bytes of a path, `judge` the outcome for a path and its bytes; `unsafe` carries out
    suggestions that may change the meaning, too.
    """
    done: list[Fixed] = []
    refused: list[ReportlintError] = []
    unsupported: list[str] = []
    for file in files:
        if not any(_applies(finding, True) for finding in file.findings):
            continue
        try:
            with guarded(file.path, Message("修正", "fixing")):
                data = content(file.path)
                if readers.read(file.path, data).format not in FORMATS:
                    unsupported.append(file.path)
                    continue
                if not any(_applies(finding, unsafe) for finding in file.findings):
                    continue
                fixed = fix_text(file.path, data, judge, unsafe)
        except ReportlintError as error:
            refused.append(error)
            continue
        if fixed.after != fixed.before:
            done.append(fixed)
    return FixOutcome(tuple(done), tuple(refused), tuple(unsupported))


def fix_text(path: str, data: bytes, judge: Callable[[str, bytes], FileOutcome], unsafe: bool) -> Fixed:
    """Carry out the suggestions in one file, until none is left. Raises UnfixableError, FixCrashError.

    `judge` and `unsafe` are those of `fix`.
    """
    now, count, seen = data, 0, {data}
    for _ in range(_PASSES + 1):
        judged = judge(path, now)
        if judged.crashes:
            raise FixCrashError(
                f"{path}：没有修正，因为检查时 reportlint 自身出错，问题没有找全",
                f"{path}: not fixed, for reportlint failed in it and may not have found everything",
            )
        found = [finding for finding in judged.findings if _applies(finding, unsafe)]
        after, done = _one_pass(path, now, found)
        if not done:
            return Fixed(path, data, now, count)
        if after in seen or len(after) > 4 * len(data) + _GROWTH:
            break
        now, count = after, count + done
        seen.add(after)
    rules = "、".join(dict.fromkeys(finding.rule for finding in found))
    raise UnfixableError(
        f"{path}：没有修正，因为这些规则的建议互相矛盾：{rules}",
        f"{path}: not fixed, for the suggestions of these rules contradict each other: {rules}",
    )


def diff(fixed: Fixed) -> str:
    """The changes as a unified diff."""
    from difflib import unified_diff

    # Lines as git counts them: at `\n` only.
    before, after = (re.findall(r"[^\n]*\n|[^\n]+", _written(data)) for data in (fixed.before, fixed.after))
    name = fixed.path + "\t" * (" " in fixed.path)  # by which `patch` sees where a name with blanks ends
    lines = unified_diff(before, after, name, name)
    return "".join(
        line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines
    )


def _written(data: bytes) -> str:
    """A text as UTF-8 has it, with the byte order mark of a file in UTF-8: git asks for every byte of it."""
    decoded = decode(data)
    return "\ufeff" * (decoded.encoding == "utf-8-bom") + decoded.text


def _applies(finding: Finding, unsafe: bool) -> bool:
    return finding.suggestion is not None and (finding.safe or unsafe)


# --- one pass ---------------------------------------------------------------------------------


class _Edit(NamedTuple):
    start: int
    end: int
    replacement: str


def _one_pass(path: str, data: bytes, findings: list[Finding]) -> tuple[bytes, int]:
    """The bytes after one pass, and how many suggestions were carried out."""
    if not findings:
        return data, 0
    source = decode(data)
    if not _is_reversible(source.text, source.encoding, data):
        raise UnfixableError(
            f"{path}：没有修正，文件混用编码或有损坏的字节。请先另存为 UTF-8",
            f"{path}: not fixed, for it mixes encodings or holds damaged bytes; save it as UTF-8 first",
        )
    as_read = plain(source.text)
    base = as_read if any(finding.suggestion == finding.excerpt for finding in findings) else source.text
    edits = list(_without_overlaps(sorted(_edits(as_read, findings))))
    text = _with_edits(base, edits)
    try:
        after = encode(text, source.encoding)
    except UnicodeEncodeError as error:
        lacking = text[error.start]
        raise UnfixableError(
            f"{path}：没有修正，编码 {source.encoding} 中没有“{lacking}”。请先另存为 UTF-8",
            f"{path}: not fixed, for {source.encoding} has no “{lacking}”; save it as UTF-8 first",
        ) from None
    if decode(after)[:2] != (text, source.encoding):
        raise UnfixableError(
            f"{path}：没有修正，文字太少，改后无法辨认编码。请先另存为 UTF-8",
            f"{path}: not fixed: too short for its encoding to be told afterwards; save it as UTF-8 first",
        )
    _require_text(path, after)
    return after, len(edits) + (base != source.text)


def _require_text(path: str, after: bytes) -> None:
    """Raises UnfixableError where a file would be of another format: an invisible character may stand
    before the first bytes of one.
    """
    try:
        if readers.sniff(path, after) in FORMATS:
            return
    except UnreadableError:
        pass
    raise UnfixableError(
        f"{path}：没有修正，改后会被当作别的格式。请检查文件开头，另存为纯文本再试",
        f"{path}: not fixed, for it would be taken for another format afterwards; look at its beginning "
        "and save it as plain text",
    )


def _is_reversible(text: str, encoding: str, data: bytes) -> bool:
    """Whether the text, encoded, gives the same bytes."""
    try:
        return encode(text, encoding) == data
    except (UnicodeEncodeError, LookupError):
        return False


def _edits(text: str, findings: Iterable[Finding]) -> Iterator[_Edit]:
    """The suggestions as edits of the file's text, which has its own line ends.

    A finding that reaches over the end of a line where the reader joined two lines gives no edit.
    """
    lines = re.split(f"({_LINE_END})", text)
    starts = list(accumulate(map(len, lines), initial=0))[::2]
    newline = lines[1] if len(lines) > 1 else "\n"
    for finding in findings:
        start = starts[finding.line - 1] + finding.column - 1
        end = _excerpt_end(text, start, finding.excerpt)
        replacement = (finding.suggestion or "").replace("\n", newline)
        if end is not None and text[start:end] != replacement:
            yield _Edit(start, end, replacement)


def _excerpt_end(text: str, start: int, excerpt: str) -> int | None:
    """Where an excerpt that begins at `start` ends; None when something else stands there."""
    if text.startswith(excerpt, start):
        return start + len(excerpt)
    match = re.compile(_LINE_END.join(map(re.escape, excerpt.split("\n")))).match(text, start)
    return match.end() if match else None


def _without_overlaps(edits: Iterable[_Edit]) -> Iterator[_Edit]:
    """The edits, ascending, without those that overlap one before."""
    done = -1
    for edit in edits:
        if edit.start >= done and (edit.start, edit.end) != (done, done):
            yield edit
            done = edit.end


def _with_edits(text: str, edits: Iterable[_Edit]) -> str:
    parts, done = [], 0
    for start, end, replacement in edits:
        parts += [text[done:start], replacement]
        done = end
    return "".join([*parts, text[done:]])
