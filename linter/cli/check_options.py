"""The options of `reportlint check` as `check` declares them. Written by `.ci/generate`.

An option that is in no table, such as one that takes a number, is left to Typer.
"""

from typing import Any

DEFAULTS: dict[str, Any] = {
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
}
"""The value of each parameter that is not given."""

FLAGS: dict[str, tuple[str, bool]] = {
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
}
"""The parameter that an option without a value sets, and to what."""

TEXTS: dict[str, str] = {
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
}
"""The parameter that an option sets to the text behind it; the last one counts."""

LISTS: dict[str, str] = {
    "--ruleset": "ruleset",
    "--select": "select",
    "--ignore": "ignore",
    "--report": "report",
    "--against": "against",
}
"""The parameter to which an option adds the text behind it."""

CHOICES: dict[str, str] = {
    "output_format": "text concise html json markdown github gitlab sarif junit checkstyle rdjson csv xlsx",
    "fail_on": "error warning info never",
    "lang": "zh en",
    "color": "auto always never",
}
"""The only values of some parameters, a space between two."""
