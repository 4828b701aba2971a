"""`reportlint annotate`: writes the findings as comments into Word files; overwrites nothing unasked."""

import os
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from linter.cli.annotated_files import Target, require_compatible, save
from linter.cli.option_values import configured, language, selector, view
from linter.cli.options import (
    AgainstOption,
    ConfigOption,
    IgnoreOption,
    IsolatedOption,
    JobsOption,
    LangOption,
    RulesetOption,
    SelectOption,
)
from linter.cli.output import tell, write
from linter.cli.results import shown_progress, write_traces
from linter.model.draft import Draft
from linter.model.errors import BUG, OK, ReportlintError
from linter.model.finding import FileOutcome
from linter.model.message import Message
from linter.project.files import identity
from linter.text.visible import visible

if TYPE_CHECKING:
    from linter.annotate import AnnotatedFile
    from linter.engine.selection import RulesetSelector
    from linter.project.config import Configs


class Job(NamedTuple):
    """What is done with every draft of a run."""

    selector: "RulesetSelector"
    target: Target
    suggest: bool
    lang: str


def annotate(
    paths: Annotated[list[str], typer.Argument(help="草稿或文件夹。 Drafts or folders.")],
    output_file: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output-file",
            "--output",
            help="写到哪里（默认：原名-批注.docx）。 Where to write the answer.",
        ),
    ] = None,
    output_dir: Annotated[
        str | None,
        typer.Option("--output-dir", help="副本写到这个文件夹。 Write the copies into this folder."),
    ] = None,
    in_place: Annotated[
        bool, typer.Option("--in-place", help="写进原文件。 Write into the draft itself.")
    ] = False,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="稳妥的建议写成修订。 Safe fixes as tracked changes.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="覆盖已有文件。 Overwrite what is there.")] = False,
    ruleset: RulesetOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    jobs: JobsOption = 0,
    against: AgainstOption = None,
    lang: LangOption = None,
) -> None:
    """把检查结果写成 Word 批注。 Write the findings into Word files as comments."""
    from linter import api
    from linter.project.files import globbed

    paths = globbed(paths)
    several = len(paths) > 1 or os.path.isdir(paths[0])
    target = Target(output_file, output_dir, tuple(filter(os.path.isdir, paths)), in_place, force)
    require_compatible(target, several)
    configs = configured(config, isolated)
    drafts = _drafts(paths, configs)
    if against:
        from linter.cli.against import apart, read_earlier

        drafts, before = apart(drafts, paths, against, configs)
    chosen = selector(configs, ruleset, select, ignore)
    chosen.require_sound([paths[0], *(draft.name for draft in drafts)])
    said = language(lang, configs.of(paths[0]))
    earlier = read_earlier(before, chosen, jobs, said) if against else None
    with shown_progress(said) as tick:
        result = api.check_many(drafts, chosen, jobs=jobs, progress=tick, keep_text=bool(earlier))
    if earlier:
        result = earlier.compared(result, view(said))
        for note in result.notes:
            tell(note, said)
    if result.error:
        tell(result.error, said)
    written, status = _write_all(drafts, result.files, Job(chosen, target, suggest, said), several)
    write_traces(result, verbose=False)
    if several:
        write(f"{_total(written, len(drafts)).say(said)}\n")
    raise typer.Exit(BUG if result.error else status)


def _drafts(paths: Sequence[str], configs: "Configs") -> list[Draft]:
    """The drafts at paths; those in folders without what the configuration excludes."""
    from linter.project.config import excluded
    from linter.project.drafts import drafts

    named = set(paths)
    return drafts(paths, lambda path: path not in named and excluded(configs.of(path), path))


def _write_all(
    drafts: Sequence[Draft], files: Sequence[FileOutcome], job: Job, several: bool
) -> tuple[int, int]:
    """Write the commented files, and say so of each. Gives how many were written, and the exit status.

    One that cannot be written is told, where there are several. Raises ReportlintError for a single one.
    """
    status = OK
    written: set[object] = set()
    between = Message("；", "; ").say(job.lang) if several else "\n"
    for draft, file in zip(drafts, files, strict=True):
        try:
            output, annotated = write_annotated(draft, file, job, written)
        except ReportlintError as error:
            if not several:
                raise
            tell(error.text, job.lang)
            status = max(status, error.status)
            continue
        written.add(identity(output))
        write(_said(output, annotated, job.lang, between))
        if annotated.error:
            tell(annotated.error, job.lang)
            status = BUG
    return len(written), status


def write_annotated(
    draft: Draft, file: FileOutcome, job: Job, taken: Collection[object] = ()
) -> "tuple[str, AnnotatedFile]":
    """Write the commented file of a draft, in which `file` was found. Gives its path, and what was written.

    `taken` are the identities of the files that the run has written. Raises UnreadableError: the draft
    cannot be read; ConfigError: the file cannot be written there; CrashError: the program fails in the draft.
    """
    from linter import api

    content = draft.content()
    annotated = api.annotate(
        content,
        draft.name,
        job.selector,
        lang=job.lang,
        suggest=job.suggest,
        in_place=job.target.in_place,
        outcome=file,
    )
    return save(draft, content, annotated, job.target, taken, job.lang), annotated


def _said(output: str, annotated: "AnnotatedFile", lang: str, between: str) -> str:
    """What was written, and the notes about it."""
    output = visible(output)
    zh = f"已写入 {output}：批注 {annotated.comments} 处"
    en = f"Wrote {output}: {annotated.comments} comments"
    if annotated.changes:
        zh, en = f"{zh}，修订 {annotated.changes} 处", f"{en}, {annotated.changes} tracked changes"
    return between.join(each.say(lang) for each in (Message(zh, en), *annotated.notes)) + "\n"


def _total(written: int, drafts: int) -> Message:
    if not drafts:
        return Message("没有可以加批注的文件", "No files to comment on")
    left = drafts - written
    return Message(
        f"共 {drafts} 个文件，写好 {written} 个" + (f"，{left} 个没有写（原因见上）" if left else ""),
        f"{written} of {drafts} files written" + (f", {left} not (the reasons stand above)" if left else ""),
    )
