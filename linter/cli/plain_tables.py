"""The options of the commands that `plain_options` reads. Written by `.ci/generate`.

For each command five tables:
- defaults: the value of each parameter that is not given
- flags: the parameter that an option without a value sets, and to what
- texts: the parameter that an option sets to the text behind it; the last one counts
- lists: the parameter to which an option adds the text behind it
- choices: the only values of some parameters, a space between two
An option that is in no table, such as one that takes a number, is left to Typer.
"""

from typing import Any, NamedTuple


class CheckOptions(NamedTuple):
    """What `check` was asked for: the parameters of `linter.cli.check`, which says what each means."""

    paths: list[str] | None
    ruleset: list[str] | None
    config: str | None
    isolated: bool
    force_exclude: bool
    show_files: bool
    show_settings: bool
    select: list[str] | None
    ignore: list[str] | None
    output_format: str
    output_file: str | None
    report: list[str] | None
    fail_on: str | None
    exit_zero: bool
    summary: bool
    statistics: bool
    quiet: bool
    verbose: bool
    lang: str | None
    color: str
    stdin_filename: str
    jobs: int
    fix: bool
    diff: bool
    unsafe_fixes: bool
    baseline: str | None
    write_baseline: str | None
    accept_new: bool
    add_suppressions: bool
    reason: str
    diff_base: str | None
    against: list[str] | None
    watch: bool
    force: bool


TABLES: dict[str, dict[str, dict[str, Any]]] = {
    "check": {
        "defaults": {
            "paths": None,
            "ruleset": None,
            "config": None,
            "isolated": False,
            "force_exclude": True,
            "show_files": False,
            "show_settings": False,
            "select": None,
            "ignore": None,
            "output_format": "text",
            "output_file": None,
            "report": None,
            "fail_on": None,
            "exit_zero": False,
            "summary": False,
            "statistics": False,
            "quiet": False,
            "verbose": False,
            "lang": None,
            "color": "auto",
            "stdin_filename": "<stdin>",
            "jobs": 0,
            "fix": False,
            "diff": False,
            "unsafe_fixes": False,
            "baseline": None,
            "write_baseline": None,
            "accept_new": False,
            "add_suppressions": False,
            "reason": "",
            "diff_base": None,
            "against": None,
            "watch": False,
            "force": False,
        },
        "flags": {
            "--isolated": ("isolated", True),
            "--force-exclude": ("force_exclude", True),
            "--no-force-exclude": ("force_exclude", False),
            "--show-files": ("show_files", True),
            "--show-settings": ("show_settings", True),
            "--exit-zero": ("exit_zero", True),
            "--summary": ("summary", True),
            "--statistics": ("statistics", True),
            "-q": ("quiet", True),
            "--quiet": ("quiet", True),
            "-v": ("verbose", True),
            "--verbose": ("verbose", True),
            "--fix": ("fix", True),
            "--diff": ("diff", True),
            "--unsafe-fixes": ("unsafe_fixes", True),
            "--accept-new": ("accept_new", True),
            "--add-suppressions": ("add_suppressions", True),
            "--watch": ("watch", True),
            "--force": ("force", True),
        },
        "texts": {
            "--config": "config",
            "--output-format": "output_format",
            "-o": "output_file",
            "--output-file": "output_file",
            "--fail-on": "fail_on",
            "--lang": "lang",
            "--color": "color",
            "--stdin-filename": "stdin_filename",
            "--baseline": "baseline",
            "--write-baseline": "write_baseline",
            "--reason": "reason",
            "--diff-base": "diff_base",
        },
        "lists": {
            "--ruleset": "ruleset",
            "--select": "select",
            "--ignore": "ignore",
            "--report": "report",
            "--against": "against",
        },
        "choices": {
            "output_format": "text concise html json markdown github gitlab sarif junit checkstyle rdjson csv xlsx",
            "fail_on": "error warning info never",
            "lang": "zh en",
            "color": "auto always never",
        },
    },
    "archive check": {
        "defaults": {
            "paths": None,
            "archive": "reportlint-archive.db",
            "output_format": "text",
            "ruleset": None,
            "config": None,
            "isolated": False,
            "jobs": 0,
            "quiet": False,
            "verbose": False,
            "lang": None,
        },
        "flags": {
            "--isolated": ("isolated", True),
            "-q": ("quiet", True),
            "--quiet": ("quiet", True),
            "-v": ("verbose", True),
            "--verbose": ("verbose", True),
        },
        "texts": {
            "--archive": "archive",
            "--output-format": "output_format",
            "--config": "config",
            "--lang": "lang",
        },
        "lists": {
            "--ruleset": "ruleset",
        },
        "choices": {
            "output_format": "text json",
            "lang": "zh en",
        },
    },
}
