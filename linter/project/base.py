"""What files were at an earlier commit, for `--diff-base`."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from hashlib import sha1, sha256
from typing import IO, TYPE_CHECKING

from linter.model.errors import ConfigError
from linter.project import git, repository
from linter.project.files import MAX_BYTES

if TYPE_CHECKING:
    from subprocess import Popen


class Base:
    """The files of a repository as they were at a commit."""

    def __init__(self, root: str, commit: str, process: "Popen[bytes]") -> None:
        """`process` is `git cat-file --batch`, which answers with the content of objects."""
        self._root = root
        self._commit = commit
        self._process = process

    def before(self, path: str, now: bytes) -> bytes | None:
        """The bytes of a file at the commit, whose bytes are `now` today; None where it was not there.

        It may have had another name. One that is too large to be read counts as not there, and so does one
        in another repository. Raises ConfigError where git gave up.
        """
        within = repository.name_in(self._root, path)
        if os.path.isabs(within) or within.replace(os.sep, "/").startswith("../"):
            return None
        name = os.fsencode(within)
        found = self._content(name, now)
        return self._content(self._renamed[name], now) if found is None and name in self._renamed else found

    def _content(self, name: bytes, now: bytes) -> bytes | None:
        source, target = self._process.stdin, self._process.stdout
        question = self._question(name)
        if not (source and target and question):
            return None
        try:
            with git.limited(self._process):
                source.write(question + b"\n")
                source.flush()
                return _answer(target, now)
        except (OSError, ValueError):
            raise git.no_answer() from None

    def _question(self, name: bytes) -> bytes:
        """What git calls the content of a file at the commit, in one line; empty where it was not there."""
        place = b"%s:%s" % (self._commit.encode(), name)
        if b"\n" not in name:
            return place
        return _line(
            git.ask(self._root, "rev-parse", "--verify", "--end-of-options", os.fsdecode(place))
        ).encode()

    @cached_property
    def _renamed(self) -> dict[bytes, bytes]:
        """The earlier names of files, by those that git knows them by today."""
        question = "diff-index", "--cached", "-M", "--diff-filter=R", "--name-status", "-z"
        off = "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"
        fields = (git.ask(self._root, *question, *off, self._commit, "--") or b"").split(b"\0")
        return dict(zip(fields[2::3], fields[1::3], strict=False))


@contextmanager
def base(ref: str, folder: str) -> Iterator[Base]:
    """The repository that a folder is in, as it was where its HEAD parted from `ref`.

    Raises ConfigError: no repository, no git, no such commit, no common history.
    """
    root = repository.around(os.path.realpath(folder))
    if root is None:
        raise ConfigError(
            "--diff-base：这里不是 git 仓库，请在仓库里运行",
            "--diff-base: this is no git repository; run it in one",
        )
    commit = _commit(root, ref)
    with git.conversation(root, "cat-file", "--batch") as process:
        try:
            yield Base(root, commit, process)
        finally:
            process.kill()


def _commit(root: str, ref: str) -> str:
    """The commit at which HEAD parted from a ref. Raises ConfigError."""
    named = _line(git.ask(root, "rev-parse", "--verify", "--end-of-options", f"{ref}^{{commit}}"))
    if not named:
        raise ConfigError(
            f"--diff-base：找不到提交 {ref}，请核对名称；"
            "在 CI 里请先取回它（actions/checkout 加 fetch-depth: 0）",
            f"--diff-base: there is no commit {ref}; check the name, and in CI fetch it first "
            "(actions/checkout with fetch-depth: 0)",
        )
    parted = _line(git.ask(root, "merge-base", named, "HEAD"))
    if not parted:
        raise ConfigError(
            f"--diff-base：当前版本与 {ref} 没有共同的历史；浅克隆请先取回全部历史"
            "（git fetch --unshallow，actions/checkout 加 fetch-depth: 0）",
            f"--diff-base: HEAD and {ref} have no common history; fetch all of it in a shallow clone "
            "(git fetch --unshallow, actions/checkout with fetch-depth: 0)",
        )
    return parted


def _line(answer: bytes | None) -> str:
    return (answer or b"").decode().partition("\n")[0]


def _answer(stream: IO[bytes], now: bytes) -> bytes | None:
    """A content as `git cat-file --batch` gives it: `now` itself where that is it. Raises ValueError."""
    head = stream.readline()
    if head.endswith((b" missing\n", b" ambiguous\n", b" submodule\n")):
        return None
    id, kind, size = head.split()
    data = _read(stream, int(size))
    if kind != b"blob":
        return None
    return now if id == _blob_id(now, len(id)) else data


def _read(stream: IO[bytes], size: int) -> bytes | None:
    """What follows, and the line end behind it; None, read and forgotten, where it is too large."""
    if size <= MAX_BYTES:
        return stream.read(size + 1)[:size]
    left = size + 1
    while left > 0:
        left -= len(stream.read(min(left, 1 << 20))) or left
    return None


def _blob_id(data: bytes, length: int) -> bytes:
    """The name that git gives a content, in as many hexadecimal digits as its repository uses."""
    whole = b"blob %d\0%s" % (len(data), data)
    digest = sha1(whole, usedforsecurity=False) if length == 40 else sha256(whole)
    return digest.hexdigest().encode()
