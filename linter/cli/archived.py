"""What `reportlint archive check` does, by the values of its options; loads no Typer."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from linter.cli.option_values import configured, selector, view
from linter.cli.output import write
from linter.cli.results import shown_progress
from linter.model.errors import OK, USAGE, ConfigError
from linter.model.message import Message

if TYPE_CHECKING:
    from linter.archive.index import Archive
    from linter.reporters import View

DEFAULT = "reportlint-archive.db"
"""The archive where none is named."""
SECTION_RULES = ("section",)
"""The rules that tell which sections a report must have; no other is carried out for an archive."""
_RENEWING = Message("更新存档", "Renewing the archive")
COMPARING = Message("对照", "Comparing")
"""What a bar is called while something is held against earlier reports."""


def run(
    *,
    paths: list[str] | None,
    archive: str,
    output_format: str,
    ruleset: list[str] | None,
    config: str | None,
    isolated: bool,
    jobs: int,
    quiet: bool,
    verbose: bool,
    lang: str | None,
) -> int:
    """Hold drafts against an archive, and print what stands there. Gives the exit status.

    Raises ReportlintError.
    """
    from linter import api
    from linter.archive.against import with_earlier
    from linter.cli.targets import find_targets
    from linter.project.files import globbed
    from linter.reporters.archive import compared

    configs = configured(config, isolated)
    drafts = find_targets(globbed(paths or ["."]), configs, "", True).drafts
    chosen = selector(configs, ruleset, SECTION_RULES)
    said = view(lang, verbose)
    with opened_archive(archive, said, quiet=quiet) as opened:
        with shown_progress(said.lang, quiet) as tick:
            judged = api.check_many(drafts, chosen, jobs=jobs, progress=tick, keep_text=True)
        with shown_progress(said.lang, quiet, COMPARING) as tick:
            result = with_earlier(judged, None, [opened], tick)
    write(compared.json(result, said) if output_format == "json" else compared.text(result, said))
    return USAGE if any(file.error for file in result.files) else OK


@contextmanager
def opened_archive(path: str, said: "View", new: bool = False, quiet: bool = False) -> "Iterator[Archive]":
    """The archive in a file; with `new` one is made where there is none. Raises ConfigError."""
    from linter.archive.database import require_archive
    from linter.archive.index import Archive

    if not path:
        raise ConfigError("--archive 后面要写存档的文件名", "--archive takes the name of a file")
    if not new:
        require_archive(path)
    with shown_progress(said.lang, quiet, _RENEWING) as tick:
        opened = Archive(path, new, tick)
    with opened:
        yield opened
