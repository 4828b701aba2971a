"""What `reportlint check` is to do in addition to a report."""

from typing import NamedTuple

from linter.model.errors import ConfigError


class SessionOptions(NamedTuple):
    """What the user wants in addition to a report."""

    fix: bool = False
    diff: bool = False
    """Show what `fix` would change, and write nothing."""
    unsafe: bool = False
    """Carry out those suggestions too that may change the meaning."""
    baseline: str | None = None
    """The path of a baseline: its findings are not reported."""
    write_baseline: str | None = None
    """The path to write a baseline to."""
    accept_new: bool = False
    """Whether an existing baseline may get new findings."""
    trees: frozenset[str] = frozenset()
    """The folders in which `fix` may change files; none: each file is one that the user named."""
    walked: frozenset[str] = frozenset()
    """The folders of the run, by their real paths: a file that is gone from one is not in the baseline."""
    force: bool = False
    """Whether files of several names (hard links) are fixed."""
    add_suppressions: bool = False
    """Write what is found into the files of suppressions next to the drafts."""
    reason: str = ""
    """Why, for these files."""
    lang: str = "zh"
    """The language of what is written to them."""


def require_compatible(options: SessionOptions) -> None:
    """Raises ConfigError for options that need another, or do not go together."""
    needs: dict[str, tuple[bool, bool, tuple[str, ...]]] = {
        "--unsafe-fixes": (options.unsafe, options.fix or options.diff, ("--fix", "--diff")),
        "--accept-new": (options.accept_new, bool(options.write_baseline), ("--write-baseline",)),
        "--reason": (bool(options.reason), options.add_suppressions, ("--add-suppressions",)),
    }
    for name, (is_given, is_met, others) in needs.items():
        if is_given and not is_met:
            zh, en = " 或 ".join(others), " or ".join(others)
            raise ConfigError(f"{name} 要与 {zh} 一起用", f"{name} goes with {en}")
    writes = {"--write-baseline": options.write_baseline, "--add-suppressions": options.add_suppressions}
    for name, wanted in writes.items():
        if wanted and options.diff:
            raise ConfigError(
                f"--diff 只作显示，不能与 {name} 一起用", f"--diff writes nothing; it does not go with {name}"
            )
