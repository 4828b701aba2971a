"""What git would ignore, without git: a repository's own settings can make git run programs.

Read are the `.gitignore` of every folder from the root of the repository down, `info/exclude` of the
repository, and the file of ignored names in the user's own configuration. A nested repository
follows its own rules only. What git tracks is not looked at: a tracked file that the rules ignore
counts as ignored, until it is named itself. A file of rules that cannot be read, is no regular file
or is larger than `MAX_BYTES` ignores nothing.

The library `pathspec` knows the syntax of patterns, and the linear engine of rule files matches them: no
pattern can hang the program. Names are compared byte by byte, as git does: here each character of a
text is a byte. Three rarities of git are not known, `[[:alpha:]]`, `[z-a]` and a backslash within
brackets: such patterns ignore nothing. Nor is a fourth: `a**/b` is `a*/b` here, as git's manual says; git
itself lets it go through any folders.
"""

import os
import re
import sys
from collections.abc import Collection, Iterator
from contextlib import suppress
from itertools import groupby
from typing import Any, NamedTuple

from linter import bounded
from linter.project.config import is_root, upwards
from linter.project.globs import within_name

MAX_BYTES = 256 << 10
"""Of a file of rules, of the user's configuration of git, and of the files that lead to a repository."""
_FOLDED = sys.platform in ("win32", "darwin")
"""Whether names differ by more than their case: `core.ignoreCase` as git sets it there."""


_TOGETHER = 256
"""Patterns that are joined into one expression: it must stay within the memory of the engine."""
_FOLDER_MARK = "(?P<ps_d>/)"
"""What ends the library's expressions for a folder."""
_CLASS = r"(?s)\\.|(\[\^?\]?(?:(?!\[:)[^]\\])*\])"
"""An escaped character, or a class of characters: the library lets it fit the `/` behind a folder, too."""


class _Pattern(NamedTuple):
    """A line of a file of rules."""

    ignored: bool
    """False: it begins with `!`."""
    expression: str
    of_contents: bool
    """Whether it names what is in a folder, as `folder/**`, and not a path."""


class _Run(NamedTuple):
    """Patterns that stand one behind the other and say the same, joined into two expressions."""

    ignored: bool
    names: Any | None
    """Matches a path that one of them names; that of a folder ends with `/`."""
    contents: Any | None
    """Matches a path in a folder of which one of them names the contents."""


class _Source(NamedTuple):
    """The rules of one file."""

    base: str
    """The folder that its patterns are relative to: real, with `/` at its end; empty for any folder."""
    runs: tuple[_Run, ...]
    """The last first, for the last pattern that fits decides."""


class IgnoreRules(NamedTuple):
    """The rules in force in a folder."""

    root: str
    """The real path of the repository, with a separator at its end."""
    sources: tuple[_Source, ...]
    """Those that decide first come first."""

    def ignores(self, path: str, is_folder: bool) -> bool:
        """Whether a file or folder, by its real path, is ignored; that no folder above it is, is taken
        for granted.
        """
        for source in self.sources:
            name = _bytewise(path[len(source.base or self.root) :]).replace(os.sep, "/")
            for run in source.runs:
                if (run.names and run.names.search(name + "/" * is_folder)) or (
                    run.contents and run.contents.search(name)
                ):
                    return run.ignored
        return False


NO_RULES = IgnoreRules("", ())


def at(folder: str) -> IgnoreRules:
    """The rules for what is in a folder, by its real path, that a walk begins with.

    None, as outside of a repository, when the folder itself is ignored.
    """
    *below, root = upwards(folder)
    if not is_root(root):
        return NO_RULES
    rules = inside(NO_RULES, root, (".git", ".gitignore"))
    for each in reversed(below):
        if rules.ignores(each, is_folder=True):
            return NO_RULES
        rules = inside(rules, each, (".gitignore",))
    return rules


def inside(rules: IgnoreRules, folder: str, names: Collection[str]) -> IgnoreRules:
    """The rules for what is in a folder, by its real path, given those for the folder above and the names
    of what it holds: `.git` and `.gitignore` matter.
    """
    base = os.path.join(folder, "")
    if ".git" in names:
        own = os.path.join(_common_folder(os.path.join(folder, ".git")), "info", "exclude")
        rules = IgnoreRules(base, (*_source("", own), *_source("", _users_file())))
    if rules.root and ".gitignore" in names:
        rules = rules._replace(sources=(*_source(base, os.path.join(folder, ".gitignore")), *rules.sources))
    return rules


def _common_folder(path: str) -> str:
    """Where a repository keeps what its working trees share: `.git`, or what the file `.git` leads to."""
    if os.path.isdir(path):
        return path
    pointer = _read(path)
    folder = os.path.join(os.path.dirname(path), os.fsdecode(pointer.removeprefix(b"gitdir:").strip()))
    return os.path.join(folder, os.fsdecode(_read(os.path.join(folder, "commondir")).strip()))


def _users_file() -> str:
    """The user's own file of ignored names, as `core.excludesFile` of the user's configuration says."""
    home = os.path.expanduser("~")
    ours = os.path.join(os.environ.get("XDG_CONFIG_HOME") or os.path.join(home, ".config"), "git")
    configured = os.environ.get("GIT_CONFIG_GLOBAL")
    found = os.path.join(ours, "ignore")
    for path in (
        [configured] if configured else [os.path.join(ours, "config"), os.path.join(home, ".gitconfig")]
    ):
        section = ""
        for line in _read(path).decode("utf-8", "surrogateescape").splitlines():
            if heading := re.match(r"\s*\[([^\]]*)\]", line):
                section = heading[1].strip().lower()
                line = line[heading.end() :]
            value = re.match(r"(?i)\s*excludesfile\s*=\s*(?:\"([^\"]*)\"|([^#;]*))", line)
            if section == "core" and value:
                found = os.path.expanduser(value[1] or (value[2] or "").strip())
    return found


def _source(base: str, path: str) -> Iterator[_Source]:
    """The rules of a file, when it holds any."""
    if os.path.basename(path) != ".gitignore" or not os.path.islink(path):  # git follows no such link
        runs = tuple(_runs(_read(path)))
        if runs:
            yield _Source(base, runs[::-1])


def _read(path: str) -> bytes:
    """The bytes of a file; none when it cannot be read."""
    with suppress(OSError, ValueError):
        return bounded.read(path, MAX_BYTES)
    return b""


def _runs(data: bytes) -> Iterator[_Run]:
    """The patterns of a file of rules, in its order."""
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    read = (pattern for line in lines if (pattern := _pattern(line.removesuffix(b"\r"))))
    for ignored, group in groupby(read, key=lambda pattern: pattern.ignored):
        same = list(group)
        for start in range(0, len(same), _TOGETHER):
            some = same[start : start + _TOGETHER]
            yield _Run(ignored, _union(some, of_contents=False), _union(some, of_contents=True))


def _pattern(line: bytes) -> _Pattern | None:
    """A line of a file of rules; None for a comment, and for one that says nothing."""
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    text = (line.lower() if _FOLDED else line).decode("latin-1")
    bare = text.rstrip(" ")
    if bare != text and _ends_escaped(bare):
        text = bare + " "
    elif bare[-1:].isspace():
        # The library drops any white space at the end: also bytes of a Chinese character that look so.
        text = bare[: -2 if _ends_escaped(bare[:-1]) else -1] + f"[{bare[-1]}]"
    else:
        text = bare
    if text == "!/":  # says nothing to git, and to the library that every path is wanted
        return None
    text = re.sub(r"(?<![^/])\*{3,}(?![^/])", "**", text)  # as many as one likes, to git
    if text.endswith("/**/"):  # folders in a folder, which the library takes for that folder
        text += "*/"
    try:
        expression, ignored = GitIgnoreSpecPattern.pattern_to_regex(text)
    except ValueError:
        return None
    if expression is None or ignored is None:
        return None
    # The library lets a pattern fit what is in a folder that it names. Here that folder is not entered.
    whole = expression.replace(_FOLDER_MARK, "/")
    within = re.sub(_CLASS, lambda found: within_name(found[0]) if found[1] else found[0], whole)
    return _Pattern(ignored, f"(?s:{within})", of_contents=expression == whole)


def _ends_escaped(text: str) -> bool:
    """Whether a text ends with a backslash that is not itself behind one."""
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1


def _union(patterns: list[_Pattern], of_contents: bool) -> Any | None:
    from linter.text.patterns import PatternError, compile, compiled_at_once, union

    wanted = [
        each.expression + "$" * (not of_contents) for each in patterns if each.of_contents is of_contents
    ]
    try:
        with compiled_at_once():
            return union(wanted)
    except PatternError:  # a class like [z-a] among them
        sound = []
        for expression in wanted:
            with suppress(PatternError):
                compile(expression)
                sound.append(expression)
        return union(sound)


def _bytewise(name: str) -> str:
    data = os.fsencode(name)
    return (data.lower() if _FOLDED else data).decode("latin-1")
