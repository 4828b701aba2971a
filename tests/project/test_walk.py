"""Which files a folder stands for: read without git, with git's rules."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from linter.project import drafts, ignore_rules
from linter.project.files import expand, globbed
from tests.support.program import command, environment, needs_git

posix = pytest.mark.skipif(os.name != "posix", reason="links and pipes need rights elsewhere")


@pytest.fixture(autouse=True)
def _no_user(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No rules of whoever runs the tests."""
    home = str(tmp_path_factory.mktemp("home"))
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, home)
    monkeypatch.delenv("GIT_CONFIG_GLOBAL", raising=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository, as far as its rules go."""
    (tmp_path / ".git").mkdir()
    return tmp_path


def write(folder: Path, *names: str, text: str = "总结") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def listed(folder: Path) -> list[str]:
    return [Path(path).relative_to(folder).as_posix() for path in expand([str(folder)], lambda path: False)]


# --- the rules of git -----------------------------------------------------------------------------

TABLE = [
    ("a name", {"": "a.txt"}),
    ("a name with a star", {"": "*.txt"}),
    ("all but one", {"": "*.txt\n!keep.txt"}),
    ("the order decides", {"": "!keep.txt\n*.txt"}),
    ("anchored", {"": "/a.txt"}),
    ("anchored by a slash within", {"": "d/a.txt"}),
    ("any depth before", {"": "**/e/a.txt"}),
    ("any depth between", {"": "d/**/a.txt"}),
    ("all that is in a folder", {"": "d/**"}),
    ("all that is in a folder but one", {"": "d/**\n!d/keep.txt"}),
    ("folders in a folder", {"": "d/**/"}),
    ("a folder", {"": "d/"}),
    ("what is in an ignored folder stays ignored", {"": "d/\n!d/keep.txt"}),
    ("what is in a folder, and one of it", {"": "d/*\n!d/keep.txt"}),
    ("all files but some, in any folder", {"": "*\n!*/\n!keep.txt"}),
    ("a file that is told like a folder", {"": "a.txt/"}),
    ("spaces at the end", {"": "a.txt   "}),
    ("an escaped space at the end", {"": "end\\ "}),
    ("an escaped space and more", {"": "end\\   "}),
    ("a tab at the end", {"": "a.txt\t"}),
    ("a comment", {"": "#a.txt"}),
    ("an escaped hash", {"": "\\#a.txt"}),
    ("an escaped exclamation mark", {"": "\\!a.txt"}),
    ("one character", {"": "?.txt"}),
    ("a class", {"": "[a-c].txt"}),
    ("a negated class", {"": "[!a].txt"}),
    ("a negated class at the end of a folder's name", {"": "d[!x]*"}),
    ("a negated class behind a question mark", {"": "?[!x]"}),
    ("a negated class with a bracket and a hyphen", {"": "d[!]-]"}),
    ("a range that has a slash in it", {"": "d[ -~]e"}),
    ("a negated class between folders", {"": "d[!x]a.txt\nd/e[!x]f/"}),
    ("what is not the root", {"": "d/\n!/"}),
    ("more stars than two", {"": "***/e/a.txt\nd/****/b.txt"}),
    ("Chinese, with a last byte that looks like white space", {"": "情\n论.txt"}),
    ("lines ended as on Windows", {"": "a.txt\r\n!d/a.txt\r\n"}),
    ("a byte order mark", {"": "\ufeffa.txt"}),
    ("a folder's own rules", {"": "*.txt", "d/": "!a.txt"}),
    ("anchored at a folder's own rules", {"d/": "/a.txt\n/e/"}),
    ("own rules of an ignored folder", {"": "d/", "d/": "!*"}),
    ("the repository's own file", {".git/info/exclude": "keep.txt", "d/": "!keep.txt"}),
]  # fmt: skip
NAMES = ["a.txt", "b.txt", "keep.txt", "#a.txt", "!a.txt", "end ", "情", "论.txt"]
FOLDERS = ["", "d/", "d/e/", "d/e/f/", "g/e/"]


@pytest.mark.process
@posix
@needs_git
@pytest.mark.parametrize("rules", [rules for _, rules in TABLE], ids=[name for name, _ in TABLE])
def test_the_rules_are_those_of_git(tmp_path: Path, rules: dict[str, str]) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    write(tmp_path, *(folder + name for folder in FOLDERS for name in NAMES))
    for place, text in rules.items():
        (tmp_path / (place if place.startswith(".git") else f"{place}.gitignore")).write_bytes(text.encode())
    names = [folder + name for folder in FOLDERS for name in NAMES]
    told = subprocess.run(
        ["git", "-C", tmp_path, "check-ignore", "--stdin", "-z"],
        input="\0".join(names).encode(), capture_output=True, check=False,
    ).stdout.decode().split("\0")  # fmt: skip
    assert [name for name in names if ignored(tmp_path, name)] == [name for name in told if name]


def ignored(root: Path, name: str) -> bool:
    """Whether a file is ignored, itself or with a folder it is in."""
    real = os.path.realpath(root)
    rules = ignore_rules.at(real)
    *folders, last = name.split("/")
    for folder in folders:
        real = os.path.join(real, folder)
        if rules.ignores(real, is_folder=True):
            return True
        rules = ignore_rules.inside(rules, real, os.listdir(real))
    return rules.ignores(os.path.join(real, last), is_folder=False)


def test_rules_above_the_folder_hold(root: Path) -> None:
    write(root, "d/a.txt", "d/b.txt")
    write(root, ".gitignore", text="b.txt\n")
    assert listed(root / "d") == ["a.txt"]


def test_rules_outside_of_a_repository_are_none(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, ".gitignore", text="a.txt\n")
    if (
        ignore_rules.at(os.path.realpath(tmp_path)) == ignore_rules.NO_RULES
    ):  # the temporary folder is in none
        assert listed(tmp_path) == ["a.txt"]


def test_a_nested_repository_is_checked_by_its_own_rules(root: Path) -> None:
    write(root, "nested/a.txt", "nested/b.txt", "module/a.txt", "module/c.txt", "a.txt", "c.txt")
    (root / "nested" / ".git").mkdir()
    write(root, ".git/modules/module/info/exclude", text="c.txt\n")
    write(root, "module/.git", text="gitdir: ../.git/modules/module\n")
    write(root, ".gitignore", text="a.txt\n")
    write(root, "nested/.gitignore", text="b.txt\n")
    assert listed(root) == ["c.txt", "module/a.txt", "nested/a.txt"]


def test_a_second_working_tree_shares_the_rules_of_the_repository(root: Path) -> None:
    write(root, "main/.git/info/exclude", text="b.txt\n")
    write(root, "main/.git/worktrees/w/commondir", text="../..\n")
    write(root, "w/.git", text=f"gitdir: {root}/main/.git/worktrees/w\n")
    write(root, "w/a.txt", "w/b.txt")
    assert listed(root / "w") == ["a.txt"]


@pytest.mark.parametrize(
    ("config", "file"),
    [
        (None, "git/ignore"),
        ("[core]\n\texcludesFile = ~/mine\n", "mine"),
        ('[user]\n\tname = x\n[Core]\n\tpager = less\n\texcludesfile = "~/mine"\n', "mine"),
    ],
)
def test_the_users_own_rules_hold(root: Path, config: str | None, file: str) -> None:
    home = Path(os.environ["HOME"])
    write(home, file, text="b.txt\n")
    if config:
        write(home, ".gitconfig", text=config)
    write(root, "a.txt", "b.txt")
    assert listed(root) == ["a.txt"]


@posix
@pytest.mark.parametrize("kind", ["pipe", "device", "link", "large"])
def test_rules_that_cannot_be_read_ignore_nothing(root: Path, kind: str) -> None:
    write(root, "a.txt")
    path = root / ".gitignore"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "device":
            path.symlink_to("/dev/zero")
        case "link":
            write(root, "rules", text="a.txt\n")
            path.symlink_to("rules")
        case "large":
            path.write_text("a.txt\n" * ignore_rules.MAX_BYTES, "utf-8")
    assert listed(root) == ["a.txt"]


def test_patterns_take_no_longer_than_the_names(root: Path) -> None:
    """A backtracking engine would not end here: the test would not either."""
    write(root, "a" * 200 + ".txt")
    write(root, ".gitignore", text="*a" * 30 + "b\n" + "[z-a]\n")
    assert listed(root) == ["a" * 200 + ".txt"]


# --- the walk -------------------------------------------------------------------------------------


@posix
def test_links_and_what_is_no_file(root: Path) -> None:
    write(root, "d/a.txt", ".hidden/b.txt", "d/.c.txt", "d/~$e.docx", "d/f.py")
    (root / "d" / "circle").symlink_to(root)
    (root / "d" / "link.txt").symlink_to("nothing")
    (root / "d" / "zero.txt").symlink_to("/dev/zero")
    os.mkfifo(root / "d" / "pipe.txt")
    assert listed(root) == ["d/a.txt", "d/link.txt"]


def test_a_folder_that_cannot_be_walked_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, "a.txt", "closed/b.txt", "open/c.txt")
    scan = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert listed(root) == ["a.txt", "closed", "open/c.txt"]
    (closed,) = [each for each in drafts.drafts([str(root)], lambda path: False) if "closed" in each.name]
    with pytest.raises(Exception, match="permission denied"):
        closed.content()


@posix
def test_a_path_that_is_too_long_is_said(root: Path) -> None:
    write(root, "a.txt")
    here = os.getcwd()
    try:
        os.chdir(root)
        for _ in range(30):
            os.mkdir("d" * 200)
            os.chdir("d" * 200)
        Path("deep.txt").write_text("总结", "utf-8")
    finally:
        os.chdir(here)
    plain, deep = drafts.drafts([str(root)], lambda path: False)
    assert plain.content()
    with pytest.raises(Exception, match=r"File name too long|too long"):
        deep.content()


# --- a hostile repository -------------------------------------------------------------------------


def hostile(folder: Path, marker: Path) -> None:
    """A repository that makes git run a program in every way there is, also from a bare one within."""
    script = folder.parent / "script"
    script.write_text(f"#!/bin/sh\ntouch '{marker}'\ncat\n", "utf-8")
    script.chmod(0o755)
    for place, options, config in (
        (folder, ["--quiet"], ".git/config"),
        (folder / "sub", ["--quiet", "--bare"], "config"),
    ):
        subprocess.run(["git", "init", *options, place], check=True)
        hooks = place / "hooks-of-ours"
        hooks.mkdir()
        for hook in ("post-index-change", "pre-commit", "post-checkout"):
            (hooks / hook).symlink_to(script)
        for key, value in {
            "core.fsmonitor": str(script),
            "core.hooksPath": str(hooks),
            "core.pager": str(script),
            "core.sshCommand": str(script),
            "alias.ls-files": f"!{script}",
            "filter.evil.clean": str(script),
            "filter.evil.smudge": str(script),
            "filter.evil.process": str(script),
        }.items():
            subprocess.run(["git", "config", "--file", place / config, key, value], check=True)
    write(folder, ".gitattributes", text="* filter=evil diff=evil\n")
    write(folder, "a.txt", "b.txt", "sub/c.txt")
    write(folder, ".gitignore", text="b.txt\n")


@pytest.mark.process
@posix
@needs_git
def test_a_check_of_a_hostile_repository_runs_nothing(tmp_path: Path) -> None:
    folder, marker, trace = tmp_path / "evil", tmp_path / "ran", tmp_path / "trace"
    hostile(folder, marker)
    subprocess.run(["git", "-C", folder, "status"], check=False, capture_output=True)
    assert marker.exists(), "the trap does not work"
    marker.unlink()
    watched = ["strace", "-f", "-qq", "-e", "trace=execve", "-o", str(trace)] if _has_strace(tmp_path) else []
    for target, found in ((folder, ["a.txt", "c.txt"]), (folder / "sub", ["c.txt"])):
        done = subprocess.run(
            [*watched, *command("check", target, "--output-format", "concise", "--select", "leftover-mask", "-v")],
            cwd=tmp_path, env=environment(), capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode()
        assert not marker.exists(), "the repository has run a program"
        assert [Path(path).name for path in expand([str(target)], lambda path: False)] == found
        if watched:
            assert trace.read_text().count("execve(") == 1  # Python itself


def _has_strace(folder: Path) -> bool:
    try:
        return (
            subprocess.run(
                ["strace", "-o", folder / "t", "true"], check=False, capture_output=True
            ).returncode
            == 0
        )
    except FileNotFoundError:
        return False


# --- our own copies -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "left_out"),
    [
        (("a.txt", "a-批注.docx"), {"a-批注.docx"}),
        (("a.docx", "a-reviewed.docx", "b.docx"), {"a-reviewed.docx"}),
        (("d/a-1.md", "d/a-1-批注.docx"), {"d/a-1-批注.docx"}),
        (("a-批注.docx",), set()),
        (("d/a.txt", "a-批注.docx"), set()),
        (("a.txt", "批注.docx", "a批注.docx", "a-批注稿.docx"), set()),
    ],
    ids=["Chinese", "English", "below", "its draft is gone", "its draft is elsewhere", "other names"],
)
def test_a_folder_leaves_out_annotated_copies_beside_their_drafts(
    root: Path, names: tuple[str, ...], left_out: set[str]
) -> None:
    write(root, *names)
    assert set(names) - set(listed(root)) == left_out


def test_an_annotated_copy_that_is_named_is_read(root: Path) -> None:
    write(root, "a.txt", "a-批注.docx")
    copy = str(root / "a-批注.docx")
    assert list(expand([copy], lambda path: False)) == [copy]


# --- patterns on the command line -------------------------------------------------------------------


def test_windows_leaves_patterns_to_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("乙.docx", "甲.docx", "[1]甲.docx", "甲.txt"):
        Path(name).write_bytes(b"")
    assert globbed(["*.docx", "甲.txt", "没有*.docx"], "nt") == [
        *sorted(["乙.docx", "甲.docx", "[1]甲.docx"]),
        "甲.txt",
        "没有*.docx",
    ]
    assert globbed(["[1]*.docx", "?.txt"], "nt") == ["[1]甲.docx", "甲.txt"]
    assert globbed(["*.docx"], "posix") == ["*.docx"]
