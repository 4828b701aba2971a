"""`--fix` and `--diff`: the suggestions carried out in the drafts that have some."""

from collections.abc import Collection, Sequence
from functools import partial

from linter.cli.baselines import Known
from linter.engine import fixes
from linter.engine.run import judge_draft
from linter.engine.selection import RulesetSelector
from linter.model.draft import Draft
from linter.model.errors import ReportlintError, UnfixableError, UnreadableError, reason
from linter.model.finding import FileOutcome, Result
from linter.model.message import Message
from linter.reporters.labels import count
from linter.writers import atomic

_NAMED = 3
"""So many files are named in a note."""


def fix_drafts(
    known: Known, selector: RulesetSelector, result: Result, drafts: Sequence[Draft], unsafe: bool
) -> fixes.FixOutcome:
    """Carry out the suggestions in the files that have some, without writing them."""
    by_name = {draft.name: draft for draft in drafts}

    def content(name: str) -> bytes:
        return by_name[name].content()

    def judge(name: str, data: bytes) -> FileOutcome:
        found = judge_draft(selector, by_name[name]._replace(content=partial(bytes, data))).outcome
        return known.without(Result((found,))).result.files[0]

    return fixes.fix(known.without(result).result.files, content, judge, unsafe)


def write_fixed(
    suggested: fixes.FixOutcome, stdin: str | None, trees: frozenset[str], force: bool
) -> tuple[list[fixes.Fixed], list[ReportlintError]]:
    """Write the fixed files; gives those written, and an error for each that was not fixed or written.

    `trees` and `force` are those of `atomic.rewrite`.
    """
    done, refused = [], list(suggested.refused)
    for each in suggested.fixed:
        try:
            if each.path != stdin:
                _write_file(each, trees, force)
            done.append(each)
        except ReportlintError as error:
            refused.append(error)
    return done, refused


def _write_file(fixed: fixes.Fixed, trees: frozenset[str], force: bool) -> None:
    """Put the new content in the file's place. Raises UnfixableError."""
    try:
        atomic.rewrite(fixed.path, fixed.before, fixed.after, trees, force)
    except OSError as error:
        why, path = reason(error), fixed.path
        raise UnfixableError(f"{path}：没有修正，{why.zh}", f"{path}: not fixed: {why.en}") from None


def refreshed(draft: Draft, done: list[fixes.Fixed], stdin: str | None) -> Draft:
    """The draft with its fixed content, if it is standard input; a file is read again anyway."""
    content = next((each.after for each in done if each.path == draft.name == stdin), None)
    return draft if content is None else draft._replace(content=partial(bytes, content))


def unread_errors(result: Result) -> list[UnreadableError]:
    """An error for each file that was not judged, or not by every rule."""
    unread = [
        UnreadableError(*file.error.without(file.path).about(file.path))
        for file in result.files
        if file.error
    ]
    return unread + ([UnreadableError(*result.error)] if result.error else [])


def unsafe_notes(known: Known, result: Result, unsupported: Collection[str]) -> list[Message]:
    """A note with the number of suggestions that may change the meaning; none where there are none.

    The files `unsupported` are not counted: they are not fixed in either case.
    """
    files = [file for file in known.without(result).result.files if file.path not in unsupported]
    number = sum(
        finding.suggestion is not None and not finding.safe for file in files for finding in file.findings
    )
    note = Message(
        f"另有 {number} 处建议可能改变文意，看过以后可加 --unsafe-fixes 一并修正",
        f"{count(number, 'more suggestion')} may change the meaning: look first, then --unsafe-fixes",
    )
    return [note] if number else []


def fixed_note(done: list[fixes.Fixed]) -> Message:
    edits, files = sum(each.edits for each in done), len(done)
    return Message(f"已修正 {edits} 处（{files} 个文件）", f"Fixed {edits} in {count(files, 'file')}")


def unsupported_notes(paths: Sequence[str]) -> list[Message]:
    """A note on the files with suggestions in formats that are not fixed; none where there are none."""
    if not paths:
        return []
    more = len(paths) - _NAMED
    zh, en = "、".join(paths[:_NAMED]), ", ".join(paths[:_NAMED])
    if more > 0:
        zh, en = f"{zh}等 {len(paths)} 个文件", f"{en} and {more} more"
    note = Message(
        f"{zh}：这种格式不能直接修正，可用 reportlint annotate --suggest 把建议写进副本的批注和修订",
        f"{en}: not fixed in this format; reportlint annotate --suggest writes the suggestions into a copy",
    )
    return [note]
