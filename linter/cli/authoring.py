"""`reportlint init` and `reportlint new`: a ruleset made from a report, a draft made from a ruleset."""

import os
import re
from typing import TYPE_CHECKING, Annotated

import typer

from linter.cli.option_values import language, located
from linter.cli.options import ForceOption, LangOption, OutputOption
from linter.cli.output import require_free, save, tell, write
from linter.model.errors import FINDINGS, OK, ConfigError
from linter.model.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from linter.authoring.derive import Derived
    from linter.model.finding import Finding

_MOST_LISTED = 20
"""Findings in the reports taken as a model that are told one by one."""


def init(
    models: Annotated[
        list[str],
        typer.Option(
            "--from",
            metavar="PATH",
            help="用作范例的报告，或放着几份报告的文件夹，可多次给出。 Reports, or folders of them.",
        ),
    ],
    part: Annotated[
        int, typer.Option(min=1, help="文件里有几份报告时取第几份。 Which report of several.")
    ] = 1,
    output_file: OutputOption = "-",
    force: ForceOption = False,
    lang: LangOption = None,
) -> None:
    """从一份或几份好报告生成规则集。 Derive a ruleset from good reports."""
    from linter import readers
    from linter.authoring.derive import derive
    from linter.authoring.models import Source
    from linter.project.files import expand, globbed
    from linter.project.files import load as load_draft

    paths = list(expand(globbed(models), lambda _: False))
    if not paths:
        zh, en = "、".join(models), ", ".join(models)
        raise ConfigError(f"{zh}：文件夹里没有报告", f"{en}: there are no reports in this folder")
    sources = [Source(readers.read(path, load_draft(path)), part) for path in paths]
    beside = "" if output_file == "-" else f"{os.path.splitext(output_file)[0]}.weights.tsv"
    derived = derive(sources, os.path.basename(beside), _id_of(output_file))
    if derived.weights:  # first, so that no rule file names weights that are not there
        require_free(output_file, force)
        require_free(beside, force)
        save(beside, derived.weights.encode())
    write_output(derived.text.encode(), output_file, force)
    tell(_verdict(derived, beside), language(lang))
    raise typer.Exit(FINDINGS if derived.problems else OK)


def _id_of(output_file: str) -> str:
    """The id of a ruleset that is written to a file: the name of that, so that no two have the same.

    Empty where the name is none of an id, or that of a shipped set.
    """
    from linter.ruleset.library import library
    from linter.schema.types import Id
    from linter.schema.validate import FORMS

    stem = os.path.splitext(os.path.basename(output_file))[0].lower().replace(" ", "-")
    return stem if re.fullmatch(FORMS[Id], stem) and stem not in library().paths else ""


def new(
    ruleset: Annotated[str, typer.Argument(help="规则集标识或文件。 Ruleset id or file.")],
    output_file: OutputOption = "-",
    force: ForceOption = False,
    lang: LangOption = None,
) -> None:
    """按规则集搭出草稿骨架（.docx、.md、.txt）。 Make the skeleton of a draft."""
    from linter.authoring.skeleton import skeleton
    from linter.ruleset.library import load
    from linter.writers import WRITERS, writer

    suffix = ".txt" if output_file == "-" else os.path.splitext(output_file)[1].lower()
    if suffix not in WRITERS:
        kinds = " ".join(WRITERS)
        raise ConfigError(
            f"{output_file}：不能写这种文件，可写的有 {kinds}",
            f"{output_file}: files of this kind cannot be written; choose one of {kinds}",
        )
    write_output(writer(suffix)(skeleton(load(located(ruleset)))), output_file, force)
    if output_file != "-":
        zh = f"骨架已写入 {output_file}；写完后用 reportlint check 检查，没填的地方都会列出"
        en = f"skeleton written to {output_file}; `reportlint check` lists what is still to be filled in"
        tell(Message(zh, en), language(lang))


def write_output(data: bytes, path: str, force: bool) -> None:
    """Print `data`, which is UTF-8, if the path is `-`, else write it to the file.

    Raises ConfigError if the file exists.
    """
    if path == "-":
        write(data.decode())
        return
    require_free(path, force)
    save(path, data)


def _verdict(derived: "Derived", beside: str) -> Message:
    """The message about a derived ruleset: its size, its weights, and the errors that its models have."""
    size = Message(
        f"规则集有 {derived.sections} 个部分、{derived.rules} 条自己的规则；",
        f"The ruleset has {derived.sections} sections and {derived.rules} rules of its own; ",
    )
    return _joined((size, _about_weights(derived, beside), _about_models(derived)))


def _about_weights(derived: "Derived", beside: str) -> Message:
    if derived.weights:
        return Message(
            f"权重写入 {beside}，换了说法也认得；",
            f"its weights, by which other words are known, are in {beside}; ",
        )
    if derived.inherits_weights or beside:
        return Message("", "")
    return Message(
        "打印时不附权重，只认标题用词，要连权重请用 -o 写入文件；",
        "printed, it goes without weights, and knows headings by words alone: use -o to have both; ",
    )


def _about_models(derived: "Derived") -> Message:
    """How the reports fare under the ruleset that was made of them."""
    if not derived.problems and not derived.lacking:
        return Message("已用原文件核对：通过", "the reports it comes from pass it")
    count = len(derived.problems)
    problems = Message(
        f"原文件自身有 {count} 处错误，规则没有为此放宽：",
        f"the reports themselves have {count} errors, for which no rule was loosened:",
    )
    lacking = Message(
        "有的范例缺多数范例都有的部分，按这份规则不通过"
        "（其实写了、只是说法不同的，把它的标题用词补进 headings）：",
        "some of the reports lack what most have, and fail by it "
        "(where one has it in other words, add those of its heading to headings):",
    )
    told = [*_listed(problems, derived.problems), *_listed(lacking, derived.lacking)]
    return _joined(told, "\n")


def _listed(said: Message, found: "Sequence[tuple[str, Finding]]") -> "Iterator[Message]":
    """A sentence, and below it the findings with their places, the first of them where they are many; nothing
    where there are none.
    """
    if found:
        yield said
    for path, each in found[:_MOST_LISTED]:
        place, (zh, en) = f"  {path}:{each.line}", each.message
        yield Message(f"{place} {zh} [{each.rule}]", f"{place} {en} [{each.rule}]")
    rest = len(found) - _MOST_LISTED
    if rest > 0:
        yield Message(f"  另有 {rest} 处", f"  and {rest} more")


def _joined(parts: "Iterable[Message]", between: str = "") -> Message:
    zh, en = zip(*parts, strict=True)
    return Message(between.join(zh), between.join(en))
