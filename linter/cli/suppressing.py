"""`--add-suppressions`: what is found in old drafts goes into the files of suppressions next to them."""

from linter.authoring.resolved import scalar
from linter.model.errors import ReportlintError, unwritable
from linter.model.finding import Finding, Result
from linter.model.message import Message
from linter.project import sidecar
from linter.project.files import SUPPRESSIONS
from linter.reporters.labels import count
from linter.writers import atomic

_AROUND = 8
"""Characters on either side of a finding that tell it from others like it."""
_LONGEST = 40
"""Characters of a finding that are enough to tell it."""
REASON = Message("加入检查以前已有，留待处理", "was there before it was checked; still to be done")


def add_suppressions(
    result: Result, stdin: str | None, why: str, trees: frozenset[str], force: bool
) -> tuple[Message, list[ReportlintError]]:
    """Suppress the findings of a result, and say why. `trees` and `force` are those of `atomic.rewrite`.

    Gives a sentence on what was recorded, where, and what to do next, and an error for each file that could
    not be written.
    """
    done, files, errors = 0, 0, list[ReportlintError]()
    for file in result.files:
        findings = [each for each in file.findings if each.check != "suppression"]
        if not findings or file.path == stdin:
            continue
        try:
            _add(file.path, findings, why, trees, force)
            done, files = done + len(findings), files + 1
        except ReportlintError as error:
            errors.append(error)
    return _sentence(done, files, bool(errors)), errors


def _sentence(done: int, files: int, failed: bool) -> Message:
    """What was recorded, where, and what to do next."""
    if not done and failed:
        return Message(
            "问题没有记入抑制文件，什么也没有写", "The findings were not recorded; nothing was written"
        )
    if not done:
        return Message(
            "没有可抑制的问题，什么也没有写",
            "There was nothing that could be suppressed; nothing was written",
        )
    zh = f"已把现有的 {done} 处问题记入 {files} 个草稿旁的抑制文件（草稿名加 {SUPPRESSIONS}）"
    en = f"Recorded {count(done, 'finding')} beside {count(files, 'draft')} (its name and {SUPPRESSIONS})"
    return Message(
        f"{zh}。以后检查不再提示这些，只报新出现的问题；改好一处就删去它那一条，文件请与稿件一起提交",
        f"{en}. From now on only what is new is reported; take an entry out when you have put its place "
        "right, and commit the files with the drafts",
    )


def _add(draft: str, findings: list[Finding], why: str, trees: frozenset[str], force: bool) -> None:
    """Add findings to the file of suppressions of a draft, whose content stays. Raises ReportlintError."""
    path = draft + SUPPRESSIONS
    before = sidecar.load(draft)
    after = sidecar.added(before or b"", [_entry(finding, why) for finding in findings], path)
    try:
        if before is None:
            atomic.create(path, after)
        else:
            atomic.rewrite(path, before, after, trees, force)
    except OSError as error:
        raise unwritable(path, error) from None


def _entry(finding: Finding, why: str) -> str:
    """What suppresses a finding, as the file has it."""
    words = "".join(_words(finding).split())
    text = f"  text: {scalar(words)}\n" if words else ""
    return f"- rule: {finding.rule}\n{text}  reason: {scalar(why)}"


def _words(finding: Finding) -> str:
    """Words that tell a finding: its own, with some around them where these are few."""
    if len(finding.excerpt) >= _LONGEST:
        return finding.excerpt[:_LONGEST]
    start = finding.context_column
    return finding.context[max(0, start - _AROUND) : start + len(finding.excerpt) + _AROUND]
