"""`reportlint annotate`: writes the findings as comments into a Word file; overwrites nothing unasked."""

import os
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from linter.cli.options import (
    ConfigOption,
    IgnoreOption,
    IsolatedOption,
    LangOption,
    RulesetOption,
    SelectOption,
    configured,
    language,
    names,
)
from linter.cli.output import write, write_error
from linter.model.errors import BUG, ConfigError, reason
from linter.model.message import Message
from linter.project.files import ANNOTATED

if TYPE_CHECKING:
    from linter.annotate import AnnotatedFile
    from linter.engine.selection import RulesetSelector


class Target(NamedTuple):
    """Where the commented file goes."""

    path: str | None
    """None for a name made from the draft's."""
    in_place: bool
    force: bool
    """Whether an existing file may be replaced, and a draft of several names (hard links) written into."""


def annotate(
    path: Annotated[str, typer.Argument(help="草稿。 The draft.")],
    output_file: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--output-file",
            "--output",
            help="写到哪里（默认：原名-批注.docx）。 Where to write the answer.",
        ),
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
    lang: LangOption = None,
) -> None:
    """把检查结果写成 Word 批注。 Write the findings into a Word file as comments."""
    from linter.engine.selection import RulesetSelector, Selection

    configs = configured(config, isolated)
    selector = RulesetSelector(Selection(tuple(ruleset or ()), names(select), names(ignore)), configs)
    selector.require_sound([path])
    output_lang = language(lang, configs.of(path))
    target = Target(output_file, in_place, force)
    output, annotated = write_annotated(path, selector, target, suggest, output_lang)
    write("".join(f"{line.say(output_lang)}\n" for line in (_summary(output, annotated), *annotated.notes)))
    if annotated.error:
        write_error(f"{annotated.error.say(output_lang)}\n")
        raise typer.Exit(BUG)


def write_annotated(
    path: str, selector: "RulesetSelector", target: Target, suggest: bool, lang: str
) -> "tuple[str, AnnotatedFile]":
    """Judge the draft at a path and write it with comments. Gives the path written to, and what was written.

    Raises UnreadableError: the draft cannot be read; ConfigError: the file cannot be written there;
    CrashError: the program fails in the draft.
    """
    from linter import api
    from linter.project import sidecar
    from linter.project.files import load, trees
    from linter.writers import atomic

    if target.path and target.in_place:
        raise ConfigError("-o 与 --in-place 只能选一个", "-o and --in-place exclude each other")
    draft = load(path)
    annotated = api.annotate(
        draft,
        path,
        selector,
        suppressions=sidecar.load(path),
        lang=lang,
        suggest=suggest,
        in_place=target.in_place,
    )
    output = _output(path, target, annotated, lang)
    try:
        if target.in_place:
            atomic.rewrite(path, draft, annotated.data, trees([path]), target.force)
        else:
            atomic.replace(output, annotated.data)
    except OSError as error:
        why = reason(error)
        raise ConfigError(f"无法写入 {output}：{why.zh}", f"cannot write {output}: {why.en}") from None
    return output, annotated


def _output(path: str, target: Target, annotated: "AnnotatedFile", lang: str) -> str:
    """The path to write to. Raises ConfigError: a file is there, or Word could not open one of that name."""
    if target.in_place:
        if annotated.made_anew or annotated.voids_signature:
            raise ConfigError(
                f"{path}：不是 Word 文档或有数字签名，不能就地批注。请用 -o 写到新文件",
                f"{path}: no Word file, or signed, so nothing is written into it; use -o",
            )
        return path
    stem = os.path.splitext(path)[0]
    output = target.path or f"{stem}-{ANNOTATED.say(lang)}{annotated.suffix}"
    if os.path.splitext(output)[1].lower() != annotated.suffix:
        raise ConfigError(
            f"{output}：扩展名应为 {annotated.suffix}，否则 Word 打不开",
            f"{output}: must be named {annotated.suffix}, or Word will not open it",
        )
    is_there = os.path.exists(output)
    if os.path.lexists(output) and (not target.force or (is_there and os.path.samefile(output, path))):
        raise ConfigError(
            f"{output} 已存在，没有改动。用 --force 覆盖，或用 -o 另选名称",
            f"{output} exists and was left alone; --force overwrites it, -o names another",
        )
    return output


def _summary(output: str, annotated: "AnnotatedFile") -> Message:
    zh, en = (
        f"已写入 {output}：批注 {annotated.comments} 处",
        f"Wrote {output}: {annotated.comments} comments",
    )
    if annotated.changes:
        zh, en = f"{zh}，修订 {annotated.changes} 处", f"{en}, {annotated.changes} tracked changes"
    return Message(zh, en)
