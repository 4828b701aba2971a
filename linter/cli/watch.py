"""`reportlint check --watch`: the same check again when a draft, a rule file or the configuration changes.

Each run is that of the command line without `--watch`, errors and all; none of them ends the watch.
"""

import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime

from linter.cli.option_values import default_language
from linter.cli.output import tell, write_error
from linter.cli.plain_tables import CheckOptions
from linter.cli.watched_settings import WatchedSettings, is_below
from linter.extras import require
from linter.model.errors import BUG, ConfigError
from linter.model.message import Message
from linter.project.files import SUPPRESSIONS
from linter.readers import SUFFIXES

_RULES = (".yaml", ".yml", ".toml")
"""Suffixes of rule files, files of suppressions and configurations."""
_WAIT = 300
"""Milliseconds in which the changes of one save are gathered, and after which a quiet folder is looked at."""
_STARTED = Message("正在监视改动，按 Ctrl-C 结束", "Watching for changes; Ctrl-C ends it")


def check_again(paths: Sequence[str], options: CheckOptions) -> None:
    """Check, and check again after each change, until Ctrl-C.

    Raises ConfigError: a path that cannot be watched, or a run that writes, which would answer its own
    changes.
    """
    if options.fix or options.write_baseline or options.add_suppressions:
        raise ConfigError(
            "--watch 只检查，不能与 --fix、--write-baseline 一起用",
            "--watch only checks; it does not go with --fix and --write-baseline",
        )
    beside = *(options.ruleset or ()), options.config or ""
    named = [*paths, *filter(os.path.isfile, beside)]
    _require_paths(named)
    reports = options.output_file, *(each.partition(":")[2] for each in options.report or ())
    own = {os.path.realpath(path) for path in reports if path}
    arguments = [each for each in sys.argv[1:] if each != "--watch"]
    said = options.lang or default_language()
    started = False
    settings = WatchedSettings(paths)
    for changed in _changes(named):
        drafts = {path for path in changed if _is_wanted(path, named, own)}
        wanted = sorted(drafts | settings.changed())
        if not started or wanted:
            _run(arguments, wanted, said)
            started = True


def _run(arguments: list[str], changed: list[str], lang: str) -> None:
    from linter.cli.main import run

    if changed:
        names = "、".join(map(os.path.basename, changed[:3])) + "…" * (len(changed) > 3)
        text = Message(f"{names} 有改动", f"{names} changed").say(lang)
        write_error(f"\n[{datetime.now():%H:%M:%S}] {text}\n")
    code = run(arguments)
    if code > BUG:  # Ctrl-C, or nobody reads the output any more
        raise SystemExit(code)
    if not changed:
        tell(_STARTED, lang)


def _changes(named: Iterable[str]) -> Iterator[set[str]]:
    """The paths that changed, again and again; an empty set when for a while none did.

    A file is watched through its folder, for editors put a new one in its place.
    """
    require("watchfiles", "watch")
    from watchfiles import watch as watched

    folders = {path if os.path.isdir(path) else os.path.dirname(path) or "." for path in named}
    deep = any(map(os.path.isdir, named))
    for changes in watched(
        *sorted(folders),
        watch_filter=None,
        debounce=_WAIT,
        rust_timeout=_WAIT,
        yield_on_timeout=True,
        recursive=deep,
    ):
        yield {path for _, path in changes}


def _is_wanted(path: str, named: Collection[str], outputs: Collection[str]) -> bool:
    """Whether a change of a path matters: it is a file that was named, or one of its kind in a folder."""
    name = os.path.basename(path)
    if os.path.realpath(path) in outputs or name.startswith((".reportlint-", "~$")):
        return False
    draft = os.path.realpath(path.removesuffix(SUPPRESSIONS))
    if draft in map(os.path.realpath, named):
        return True
    inside = any(is_below(path, each) for each in named if os.path.isdir(each))
    return inside and os.path.splitext(name)[1].lower() in (*SUFFIXES, *_RULES)


def _require_paths(paths: Iterable[str]) -> None:
    """Raises ConfigError for what cannot be watched."""
    for path in paths:
        if path == "-":
            raise ConfigError(
                "--watch 监视的是文件，不能是标准输入", "--watch watches files, not standard input"
            )
        if not os.path.exists(path):
            raise ConfigError(f"{path}：没有这个文件或文件夹，请检查路径", f"{path}: no such file or folder")
