"""`reportlint archive`: an archive of reports, drafts held against it, and what it tells as a whole."""

import os
from math import isnan
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from linter.cli import archived
from linter.cli.archived import COMPARING, DEFAULT, SECTION_RULES, opened_archive
from linter.cli.option_values import configured, selector, view
from linter.cli.options import (
    ConfigOption,
    ForceOption,
    IsolatedOption,
    JobsOption,
    LangOption,
    OutputOption,
    RulesetOption,
)
from linter.cli.output import require_free, save, tell, write, write_file
from linter.cli.results import shown_progress
from linter.model.errors import OK, USAGE, ConfigError
from linter.model.message import Message

if TYPE_CHECKING:
    from linter.archive.index import Archive
    from linter.engine.run import Progress
    from linter.model.archive import History
    from linter.model.finding import FileOutcome
    from linter.reporters import View

ArchiveOption = Annotated[
    str, typer.Option("--archive", metavar="FILE", help="存档文件。 The file of the archive.")
]
QuietOption = Annotated[bool, typer.Option("-q", "--quiet", help="不显示进度。 No progress.")]
VerboseOption = Annotated[bool, typer.Option("-v", "--verbose", help="全部列出。 List all.")]
FormatOption = Annotated[
    Literal["text", "json"], typer.Option("--output-format", help="输出格式。 Output format.")
]
MasterOption = Annotated[
    str, typer.Option(help="Spark 的主节点，如 spark://主机:7077。 The master of Spark.")
]
_NAMED = 5
"""So many files are named in a sentence."""
_READING = Message("读入", "Reading")
_NOTHING = Message("", "")
_CHECKING = Message("检查", "Checking")
_AGES = Message("对照以前各期", "Comparing with earlier periods")

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="历年材料的存档：加入、对照、查雷同、看历次。 An archive of reports.",
)


@app.command()
def add(
    paths: Annotated[list[str], typer.Argument(help="文件或文件夹。 Files or folders.")],
    archive: ArchiveOption = DEFAULT,
    again: Annotated[
        bool, typer.Option("--again", help="没改过的文件也重新读。 Read unchanged files anew, too.")
    ] = False,
    ruleset: RulesetOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    jobs: JobsOption = 0,
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> None:
    """把材料收入存档；中断后再运行，接着做。 Take reports into the archive."""
    from linter.archive.adding import add as added
    from linter.archive.adding import gone
    from linter.archive.database import is_archive
    from linter.cli.targets import find_targets
    from linter.project.files import globbed, missing
    from linter.reporters.labels import count

    paths = globbed(paths)
    for path in paths:
        if not os.path.lexists(path):
            missing(path)  # a mistyped name makes no archive
    configs = configured(config, isolated)
    said = view(lang)
    drafts = [each for each in find_targets(paths, configs, "", True).drafts if not is_archive(each.name)]
    if not drafts:
        raise ConfigError(f"{'、'.join(paths)} 里没有材料", f"no reports in {', '.join(paths)}")
    chosen = selector(configs, ruleset, SECTION_RULES)
    with (
        opened_archive(archive, said, new=True, quiet=quiet) as opened,
        shown_progress(said.lang, quiet, _READING) as tick,
    ):
        done = added(opened, drafts, chosen, again, jobs, tick)
        old = gone(opened, paths)
    for file in done.unread:
        tell(_unread(file, said), said.lang)
    if old:
        tell(_gone(old), said.lang)
    zh = f"存档 {archive}：加入 {done.added} 个文件，{done.unchanged} 个没有变化"
    en = f"Archive {archive}: {count(done.added, 'file')} added, {done.unchanged} unchanged"
    write(said.say(Message(zh, en)) + "\n")
    raise typer.Exit(USAGE if done.unread else OK)


@app.command()
def remove(
    paths: Annotated[list[str], typer.Argument(help="文件或文件夹，也可写存档里的名称。 Files or folders.")],
    archive: ArchiveOption = DEFAULT,
    lang: LangOption = None,
) -> None:
    """把材料移出存档，文件本身不动。 Take reports out of the archive; the files stay."""
    from linter.archive.adding import names_below
    from linter.reporters.labels import count

    said = view(lang)
    with opened_archive(archive, said) as opened:
        found = names_below(opened, paths)
        unknown = [path for path, names in found.items() if not names]
        if unknown:
            raise ConfigError(
                f"存档里没有 {'、'.join(unknown)}，什么也没有移出；archive list 可列出全部",
                f"the archive has no {', '.join(unknown)}; nothing was removed. `archive list` lists all",
            )
        names = dict.fromkeys(name for each in found.values() for name in each)
        for name in names:
            opened.remove(name)
        opened.commit()
    done = Message(f"移出 {len(names)} 个文件", f"{count(len(names), 'file')} removed")
    write(said.say(done) + "\n")


@app.command("list")
def list_files(
    archive: ArchiveOption = DEFAULT, output_format: FormatOption = "text", lang: LangOption = None
) -> None:
    """列出存档里的文件。 List the files of the archive."""
    from linter.reporters.archive import listing

    said = view(lang)
    with opened_archive(archive, said) as opened:
        files = opened.files()
    write(listing.json(files) if output_format == "json" else listing.text(files, said))


@app.command()
def stats(
    archive: ArchiveOption = DEFAULT, output_format: FormatOption = "text", lang: LangOption = None
) -> None:
    """存档有多大。 How large the archive is."""
    from linter.reporters.archive import listing

    said = view(lang)
    with opened_archive(archive, said) as opened:
        found = opened.statistics()
    is_json = output_format == "json"
    write(listing.statistics_json(found) if is_json else listing.statistics_text(found, said))


@app.command()
def check(
    paths: Annotated[
        list[str] | None, typer.Argument(help="草稿，文件或文件夹。 Drafts, files or folders.")
    ] = None,
    archive: ArchiveOption = DEFAULT,
    output_format: FormatOption = "text",
    ruleset: RulesetOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    jobs: JobsOption = 0,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    lang: LangOption = None,
) -> None:
    """草稿有多少见于存档；连同规则一起检查用 check --against。 Hold drafts against the archive."""
    raise typer.Exit(archived.run(**locals()))


@app.command()
def join(
    archive: ArchiveOption = DEFAULT,
    engine: Annotated[
        Literal["duckdb", "spark"],
        typer.Option(help="在本机（duckdb）或集群上（spark）。 Here, or on a cluster."),
    ] = "duckdb",
    master: MasterOption = "local[*]",
    threshold: Annotated[
        float, typer.Option(min=0.4, max=1.0, help="短的一段有多少相同才算雷同。 The least share.")
    ] = 0.7,
    again: Annotated[bool, typer.Option("--again", help="从头再算。 Forget what was found before.")] = False,
    output_format: FormatOption = "text",
    output_file: OutputOption = "-",
    force: ForceOption = False,
    jobs: JobsOption = 0,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    lang: LangOption = None,
) -> None:
    """存档里谁沿用了谁的文字；中断后再运行，接着做。 Who has passages from whom in the archive."""
    from linter.archive.clusters import copies
    from linter.extras import require
    from linter.reporters.archive import copies as shown

    said = view(lang, verbose)
    if isnan(threshold):  # is within any range
        raise ConfigError("--threshold 要写一个数", "--threshold takes a number")
    _require_place(output_file, output_format, archive, force)
    with opened_archive(archive, said, quiet=quiet) as opened:
        require(*(("duckdb", "archive") if engine == "duckdb" else ("pyspark", "spark")))
        since = opened.changes()
        with shown_progress(said.lang, quiet, COMPARING) as tick:
            _find(engine, master, opened, threshold, again, jobs, tick)
        with opened.unchanged(since):
            found = copies(opened, threshold)
    text = shown.json(found, engine) if output_format == "json" else shown.text(found, said)
    _write_text(text, output_file)


@app.command()
def history(
    archive: ArchiveOption = DEFAULT,
    output_format: Annotated[
        Literal["text", "json", "csv", "html", "xlsx"], typer.Option(help="输出格式。 Output format.")
    ] = "text",
    output_file: OutputOption = "-",
    force: ForceOption = False,
    jobs: JobsOption = 0,
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> None:
    """各单位历次交了没有、缺什么、旧文多少。 What each unit handed in, period by period."""
    from linter.archive.history import history as found_history

    said = view(lang)
    _require_place(output_file, output_format, archive, force)
    with (
        opened_archive(archive, said, quiet=quiet) as opened,
        shown_progress(said.lang, quiet, _AGES) as tick,
    ):
        found = found_history(opened, jobs, tick)
    if output_format == "xlsx":
        from linter.reporters.archive.history import xlsx

        save(output_file, xlsx(found, said))
    else:
        _write_text(_history_text(found, output_format, said), output_file)


@app.command("check-all")
def check_all(
    files: Annotated[
        str, typer.Argument(metavar="LIST", help="清单：一行一个路径，或 CSV 的 path 列。 Paths, or a CSV.")
    ],
    output_file: Annotated[
        str, typer.Option("-o", "--output-file", help="结果文件，一行一个文件。 The results, a line a file.")
    ],
    engine: Annotated[Literal["spark"], typer.Option(help="在什么上运行。 What to run on.")] = "spark",
    master: MasterOption = "local[*]",
    ruleset: RulesetOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    force: ForceOption = False,
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> None:
    """在集群上检查清单里的文件；中断后再运行，接着做。 Check the files of a list on a cluster."""
    from linter.archive import resumed
    from linter.archive.listed import paths
    from linter.archive.spark_check import check_all as checked
    from linter.extras import require
    from linter.project.files import identity
    from linter.reporters.labels import count

    said = view(lang)
    if output_file == "-" or os.path.isdir(output_file) or identity(output_file) == identity(files):
        raise ConfigError(
            f"结果不能写到 {output_file}，请用 -o 另写一个文件名",
            f"results cannot go to {output_file}; name a file of their own by -o",
        )
    require_free(output_file, force)
    require("pyspark", engine)
    listed = paths(files)
    if not listed:
        raise ConfigError(f"清单 {files} 里没有路径", f"the list {files} has no paths")
    chosen = selector(configured(config, isolated), ruleset)
    with shown_progress(said.lang, quiet, _CHECKING) as tick:
        known = resumed.write(
            output_file, listed, lambda left: checked(left, chosen, master, tick, said) if left else ()
        )
    again = Message(f"，其中 {known} 个上次已经查过", f", {known} of them by the run before")
    before = again if known else _NOTHING
    done = Message(
        f"{len(listed)} 个文件的结果已写入 {output_file}{before.zh}",
        f"results of {count(len(listed), 'file')} written to {output_file}{before.en}",
    )
    tell(done, said.lang)


def _find(
    engine: str,
    master: str,
    archive: "Archive",
    threshold: float,
    again: bool,
    jobs: int,
    tick: "Progress",
) -> None:
    if engine == "duckdb":
        from linter.archive import duckdb_join

        duckdb_join.find_copies(archive, threshold, again, jobs, tick)
    else:
        from linter.archive import spark_join

        spark_join.find_copies(archive, threshold, again, master, tick)


def _history_text(found: "History", form: str, said: "View") -> str:
    if form == "html":
        from linter.reporters.archive.history_page import html

        return html(found, said)
    from linter.reporters.archive import history as shown

    if form == "json":
        return shown.json(found)
    return shown.csv(found, said) if form == "csv" else shown.text(found, said)


def _unread(file: "FileOutcome", said: "View") -> Message:
    from linter.reporters.labels import error

    why = error(file, said)
    return Message(f"没有收入 {file.path}：{why}", f"{file.path} was not added: {why}")


def _gone(names: list[str]) -> Message:
    from linter.reporters.labels import count

    more = len(names) > _NAMED
    shown = names[:_NAMED]
    return Message(
        f"存档里有 {len(names)} 个文件磁盘上已经没有，可能改了名或删掉了，仍然算在内："
        f"{'、'.join(shown)}{'……' * more}。要移出请用 archive remove",
        f"the archive has {count(len(names), 'file')} that the disk has no more, renamed or deleted; "
        f"they still count: {', '.join(shown)}{', …' * more}. `archive remove` takes them out",
    )


def _require_place(path: str, form: str, archive: str, force: bool) -> None:
    """Raises ConfigError where a result in a format cannot or may not go; the archive itself stays always."""
    from linter.cli.destinations import destinations
    from linter.project.files import identity

    destinations(form, None if path == "-" else path, (), force)
    if path == "-":
        return
    if identity(path) == identity(archive):
        raise ConfigError(f"{path} 是存档，没有改动", f"{path} is the archive and was left as it is")
    require_free(path, force)


def _write_text(text: str, path: str) -> None:
    if path == "-":
        write(text)
    else:
        write_file(path, [text])
