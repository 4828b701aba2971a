"""git, asked questions: for `--diff-base`, and nothing else runs it.

A repository's own settings can make git run programs. So it is asked only for names and contents of
objects, by commands that have no use for filters, hooks, pagers and external programs; those are switched
off besides, and so is all fetching, which a partial clone would do by itself. The configuration of the user
and of the system is believed: it says which folders of other users git may look into.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

from linter.model.errors import ConfigError

_SECONDS = 30
"""After which git is stopped: each of the questions takes it a fraction of one."""
_OFF = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.pager": "cat",
    "core.sshCommand": "false",
    "core.askPass": "",
    "credential.helper": "",
    "diff.external": "",
    "protocol.allow": "never",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "safe.bareRepository": "explicit",
}
"""Settings that go before those of the repository."""
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_KEPT = (
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_COUNT",
    "GIT_CONFIG_KEY_",
    "GIT_CONFIG_VALUE_",
)
"""How variables begin by which the user configures git; a hook has others, which name a repository."""


def ask(root: str, *question: str) -> bytes | None:
    """What git answers in a repository; None where it cannot. Raises ConfigError where it does not run."""
    try:
        done = subprocess.run(
            _command(root, *question),
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=_environment(),
            timeout=_SECONDS,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        raise no_answer() from None
    if b"dubious ownership" in done.stderr:
        raise ConfigError(
            f"--diff-base：仓库 {root} 属于另一个用户，git 不读它。"
            f"确认可信后运行 git config --global --add safe.directory {root}",
            f"--diff-base: another user owns the repository {root}, so git does not read it. "
            f"If you trust it, run git config --global --add safe.directory {root}",
        )
    return done.stdout if done.returncode == 0 else None


def conversation(root: str, *question: str) -> "subprocess.Popen[bytes]":
    """git with pipes to its input and from its output, to be asked within `limited`.

    Raises ConfigError where it does not run.
    """
    try:
        return subprocess.Popen(
            _command(root, *question),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
    except OSError:
        raise no_answer() from None


@contextmanager
def limited(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """A context after which git is ended where it has not answered in it: a repository may make it wait."""
    timer = Timer(_SECONDS, process.kill)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def no_answer() -> ConfigError:
    """That git gave up, for whatever reason."""
    return ConfigError(
        "--diff-base：git 没有回答。请在仓库里运行 git fsck 看看它是否完好",
        "--diff-base: git did not answer; run git fsck to see whether the repository is sound",
    )


def _command(root: str, *question: str) -> list[str]:
    settings = (part for key, value in _OFF.items() for part in ("-c", f"{key}={value}"))
    return [_program(), "-C", root, "--no-pager", *settings, *question]


def _environment() -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_KEPT)
    }
    return kept | _ENVIRONMENT


def _program() -> str:
    """The path of git; one that stands in the working directory is none. Raises ConfigError."""
    folders = filter(os.path.isabs, os.environ.get("PATH", "").split(os.pathsep))
    found = shutil.which("git", path=os.pathsep.join(folders))
    if not found or not os.path.isabs(found):
        raise ConfigError(
            "--diff-base 要用到 git，这里没有；请安装 git",
            "--diff-base needs git, which is not here; install it",
        )
    return found
