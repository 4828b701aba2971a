"""Drafts and reports are written whole or not at all, as themselves, and no other file is.

What must go on working comes first; then what is left alone, by the writer and by the commands on it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from errno import EACCES, EROFS
from pathlib import Path

import pytest

from linter.model.errors import WriteError
from linter.project.files import trees
from linter.writers import atomic, metadata
from tests.support.ooxml import docx, p
from tests.support.program import call

posix = pytest.mark.skipif(os.name != "posix", reason="modes, owners and links as POSIX has them")
root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="gives files to others")

OLD, NEW = "工作总结\n截止9月，好。\n", "工作总结\n截至9月，好。\n"
WORD = docx(p("2024年上半年工作总结") + p("一、工作情况") + p("截止9月，完成12项。"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a draft and a Word file; beside it a folder that is none of the user's business."""
    here = tmp_path / "here"
    here.mkdir()
    (here / ".git").mkdir()
    (here / "draft.md").write_bytes(OLD.encode())
    (here / "总结.docx").write_bytes(WORD)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "private.md").write_bytes(OLD.encode())
    return here


def fix(folder: Path, *arguments: str | Path) -> tuple[int, str]:
    """The status of `check --fix`, and what it says of files that were not fixed."""
    done = call("check", *arguments, "--fix", "--unsafe-fixes", cwd=folder)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


def content(path: Path) -> str:
    return path.read_bytes().decode()


def leftovers(folder: Path) -> list[Path]:
    return list(folder.parent.rglob(".reportlint-*"))


def rewrite(path: Path, before: str = OLD, force: bool = False) -> None:
    atomic.rewrite(str(path), before.encode(), NEW.encode(), trees([str(path.parent)]), force)


# --- goes on working --------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["."], ["draft.md"], ["../here"], ["./draft.md", "."]])
def test_a_draft_is_fixed_however_it_is_named(folder: Path, arguments: list[str]) -> None:
    assert fix(folder, *arguments)[1] == ""
    assert content(folder / "draft.md") == NEW
    assert leftovers(folder) == []


def test_a_draft_outside_the_working_directory_is_fixed_when_named(folder: Path) -> None:
    assert fix(folder, folder.parent / "elsewhere" / "private.md")[1] == ""
    assert content(folder.parent / "elsewhere" / "private.md") == NEW


@posix
@pytest.mark.parametrize("named", [".", "archive/latest.md", "archive"])
def test_a_link_within_the_tree_stays_one_and_its_file_is_fixed(folder: Path, named: str) -> None:
    (folder / "archive").mkdir()
    target = "../draft.md" if named != "archive" else "2023.md"
    (folder / "archive" / "2023.md").write_bytes(OLD.encode())
    (folder / "archive" / "latest.md").symlink_to(target)
    assert fix(folder, named)[1] == ""
    assert os.readlink(folder / "archive" / "latest.md") == target
    assert content(folder / "archive" / "latest.md") == NEW


@posix
def test_a_folder_that_is_a_link_is_the_tree_when_named(folder: Path) -> None:
    (folder / "share").symlink_to("../elsewhere")
    assert fix(folder, "share")[1] == ""
    assert content(folder.parent / "elsewhere" / "private.md") == NEW


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_stays(folder: Path, mode: int) -> None:
    for path in (folder / "draft.md", folder / "总结.docx"):
        path.chmod(mode)
    fix(folder, ".")
    assert call("annotate", "总结.docx", "--in-place", cwd=folder).returncode == 0
    for path, old in ((folder / "draft.md", OLD.encode()), (folder / "总结.docx", WORD)):
        assert path.read_bytes() != old
        assert stat.S_IMODE(path.stat().st_mode) == mode


@posix
@root
def test_the_owner_stays(folder: Path) -> None:
    os.chown(folder / "draft.md", 12345, 23456)
    (folder / "draft.md").chmod(0o4750)
    fix(folder, ".")
    found = (folder / "draft.md").stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (12345, 23456, 0o4750)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="attributes as Linux has them")
def test_extended_attributes_stay(folder: Path) -> None:
    for path in (folder / "draft.md", folder / "总结.docx"):
        try:
            os.setxattr(path, "user.office.seal", "已核".encode())
        except OSError:
            pytest.skip("the file system has no attributes")
    fix(folder, ".")
    call("annotate", "总结.docx", "--in-place", cwd=folder)
    for path in (folder / "draft.md", folder / "总结.docx"):
        assert os.getxattr(path, "user.office.seal").decode() == "已核"
    assert content(folder / "draft.md") == NEW


def test_a_system_that_knows_neither_owners_nor_attributes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("chown", "listxattr", "O_NOFOLLOW", "O_NONBLOCK", "getuid", "getgid", "geteuid"):
        monkeypatch.delattr(os, name, raising=False)
    rewrite(folder / "draft.md")
    assert content(folder / "draft.md") == NEW


# --- as far as may be -------------------------------------------------------------------------


@posix
@pytest.mark.parametrize(
    ("mode", "left"), [(0o644, 0o644), (0o600, 0o600), (0o6755, 0o755), (0o660, 0o600), (0o664, 0o644)]
)
def test_where_owner_and_group_cannot_stay_nobody_gets_their_rights(
    folder: Path, monkeypatch: pytest.MonkeyPatch, mode: int, left: int
) -> None:
    path = folder / "draft.md"
    path.chmod(mode)
    mine = path.stat()
    tried = []

    def refuse(_: str, user: int, group: int) -> None:
        tried.append((user, group))
        raise PermissionError

    monkeypatch.setattr(os, "chown", refuse)
    other = os.stat_result([*mine[:4], mine.st_uid + 1, mine.st_gid + 1, *mine[6:]])
    metadata.keep(str(path), str(path), other)
    assert tried == [(mine.st_uid + 1, mine.st_gid + 1), (-1, mine.st_gid + 1)]
    assert stat.S_IMODE(path.stat().st_mode) == left


@posix
def test_what_is_not_for_others_is_so_at_any_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "draft.md").chmod(0o600)
    seen = []
    keep = metadata.keep

    def spy(old: str, new: str, found: os.stat_result) -> None:
        seen.append(stat.S_IMODE(os.stat(new).st_mode))
        keep(old, new, found)

    monkeypatch.setattr(atomic, "keep", spy)
    rewrite(folder / "draft.md")
    assert seen == [0o600]


# --- left alone -------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("named", [".", "link.md", "sub", "sub/link.md"])
@pytest.mark.parametrize("absolute", [True, False])
def test_a_link_out_of_the_tree_is_not_followed(folder: Path, named: str, absolute: bool) -> None:
    private = folder.parent / "elsewhere" / "private.md"
    (folder / "sub").mkdir()
    for link in (folder / "link.md", folder / "sub" / "link.md"):
        link.symlink_to(private if absolute else os.path.relpath(private, link.parent))
    status, errors = fix(folder, named)
    assert (status, content(private)) == (2, OLD)
    assert f"{private}" in errors
    assert leftovers(folder) == []


@posix
def test_a_tree_is_no_larger_than_the_folder_named(folder: Path) -> None:
    """Whoever checks a folder that he was sent has his own files beside it."""
    (folder / "sent").mkdir()
    (folder / "sent" / "link.md").symlink_to("../draft.md")
    assert fix(folder, "sent")[0] == 2
    assert content(folder / "draft.md") == OLD


@posix
def test_a_file_named_through_a_folder_that_leads_elsewhere(folder: Path) -> None:
    (folder / "share").symlink_to("../elsewhere")
    assert fix(folder, "share/private.md")[0] == 2
    assert content(folder.parent / "elsewhere" / "private.md") == OLD


@posix
def test_no_comments_are_written_through_a_link_that_leads_elsewhere(folder: Path) -> None:
    away = folder.parent / "elsewhere" / "away.docx"
    away.write_bytes(WORD)
    (folder / "link.docx").symlink_to(away)
    done = call("annotate", "link.docx", "--in-place", cwd=folder)
    assert (done.returncode, done.stdout, away.read_bytes()) == (2, "", WORD)
    assert str(away) in done.stderr


@posix
def test_the_usual_name_of_the_copy_may_be_no_link(folder: Path) -> None:
    (folder / "总结-批注.docx").symlink_to("../elsewhere/new.docx")
    assert call("annotate", "总结.docx", cwd=folder).returncode == 2
    assert call("annotate", "总结.docx", "--force", cwd=folder).returncode == 2
    assert not (folder.parent / "elsewhere" / "new.docx").exists()


@posix
@pytest.mark.parametrize("link", ["other.md", "../elsewhere/other.md"])
def test_a_file_of_several_names_is_left_alone_without_force(folder: Path, link: str) -> None:
    other = folder / link
    os.link(folder / "draft.md", other)
    status, errors = fix(folder, "draft.md")
    assert status == 2
    assert "2 个名称" in errors
    assert "--force" in errors
    assert content(folder / "draft.md") == OLD
    assert fix(folder, "draft.md", "--force")[1] == ""
    assert (content(folder / "draft.md"), content(other)) == (NEW, OLD)


@posix
def test_a_word_file_of_several_names_is_left_alone_without_force(folder: Path) -> None:
    os.link(folder / "总结.docx", folder / "副本.docx")
    done = call("annotate", "总结.docx", "--in-place", cwd=folder)
    assert (done.returncode, (folder / "总结.docx").read_bytes()) == (2, WORD)
    assert "--force" in done.stderr
    assert call("annotate", "总结.docx", "--in-place", "--force", cwd=folder).returncode == 0
    assert (folder / "副本.docx").read_bytes() == WORD
    assert (folder / "总结.docx").read_bytes() != WORD


def _saved(path: Path) -> None:
    path.write_bytes("别人刚写的".encode())


def _longer(path: Path) -> None:
    path.write_bytes(f"{OLD}又一段。".encode())


def _same_size_and_time(path: Path) -> None:
    found = path.stat()
    path.write_bytes(OLD.replace("好", "坏").encode())
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def _another_file(path: Path) -> None:
    path.with_name("copy").write_bytes(path.read_bytes())
    os.replace(path.with_name("copy"), path)


def _a_link(path: Path) -> None:
    path.rename(path.with_name("moved.md"))
    path.symlink_to("moved.md")


def _a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _nothing(path: Path) -> None:
    path.unlink()


def _a_second_name(path: Path) -> None:
    os.link(path, path.with_name("second"))


@posix
@pytest.mark.parametrize(
    "change",
    [_saved, _longer, _same_size_and_time, _another_file, _a_link, _a_pipe, _nothing, _a_second_name],
)
def test_what_changes_at_the_last_moment_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    path = folder / "draft.md"
    monkeypatch.setattr(atomic, "keep", lambda *_: change(path))
    with pytest.raises(OSError):  # noqa: PT011 - a file that is gone is said to be so by the system
        rewrite(path)
    assert all(NEW.encode() != each.read_bytes() for each in folder.glob("*.md") if each.is_file())
    assert leftovers(folder) == []


@posix
def test_a_link_is_seen_by_systems_that_cannot_be_told_not_to_follow_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "O_NOFOLLOW", raising=False)
    monkeypatch.setattr(atomic, "keep", lambda *_: _a_link(folder / "draft.md"))
    with pytest.raises(WriteError):
        rewrite(folder / "draft.md")
    assert (folder / "draft.md").is_symlink()


@posix
def test_a_folder_that_becomes_a_link_at_the_last_moment(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "sub").mkdir()
    path = folder / "sub" / "draft.md"
    path.write_bytes(OLD.encode())
    target = folder.parent / "elsewhere" / "draft.md"
    target.write_bytes(OLD.encode())

    def swap(*_: object) -> None:
        (folder / "sub").rename(folder / "gone")
        (folder / "sub").symlink_to("../elsewhere")

    monkeypatch.setattr(atomic, "keep", swap)
    with pytest.raises(WriteError):
        rewrite(path)
    assert content(target) == OLD


def test_a_word_file_saved_while_it_was_judged_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "总结.docx"
    keep = metadata.keep

    def save(*arguments: object) -> None:
        keep(*arguments)  # type: ignore[arg-type]
        path.write_bytes(b"saved in Word")

    monkeypatch.setattr(atomic, "keep", save)
    done = call("annotate", "总结.docx", "--in-place", cwd=folder)
    assert (done.returncode, path.read_bytes()) == (2, b"saved in Word")
    assert "请重试" in done.stderr


# --- read-only --------------------------------------------------------------------------------


def test_a_read_only_draft_is_left_alone_with_advice(folder: Path) -> None:
    for path in (folder / "draft.md", folder / "总结.docx"):
        path.chmod(0o444)
    status, errors = fix(folder, "draft.md")
    done = call("annotate", "总结.docx", "--in-place", cwd=folder)
    assert (status, done.returncode) == (2, 2)
    for said in (errors, done.stderr):
        assert "请先去掉只读属性，或另存一份再处理" in said
    assert (content(folder / "draft.md"), (folder / "总结.docx").read_bytes()) == (OLD, WORD)


@pytest.mark.parametrize("number", [EACCES, EROFS])
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "draft.md", "--fix", "--unsafe-fixes"],
        ["annotate", "总结.docx"],
        ["annotate", "总结.docx", "--in-place"],
        ["check", "draft.md", "-o", "report.txt"],
        ["check", "draft.md", "--write-baseline", "known.json"],
    ],
    ids=" ".join,
)
def test_a_folder_without_room_for_new_files_is_named_with_advice(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], number: int
) -> None:
    def refuse(path: str, mode: int) -> None:
        raise OSError(number, "refused", path)

    monkeypatch.setattr(atomic, "_new", refuse)
    done = call(*arguments, cwd=folder)
    assert done.returncode == 2
    assert "请改文件夹的权限，或换到可写的地方" in done.stderr
    assert "folder" in call(*arguments, "--lang", "en", cwd=folder).stderr
    assert (content(folder / "draft.md"), (folder / "总结.docx").read_bytes()) == (OLD, WORD)


@pytest.mark.skipif(not os.path.ismount("/sys"), reason="needs a folder in which nobody makes files")
def test_a_folder_in_which_nobody_makes_files(folder: Path) -> None:
    done = call("check", "draft.md", "-o", "/sys/report.txt", cwd=folder)
    assert done.returncode == 2
    assert "请改文件夹的权限" in done.stderr


def test_a_file_that_is_open_elsewhere_is_left_alone_with_advice(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: str) -> None:
        raise PermissionError(EACCES, "in use")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(WriteError, match="close the program"):
        rewrite(folder / "draft.md")
    assert leftovers(folder) == []


# --- in pieces ------------------------------------------------------------------------------------


def test_what_fails_between_two_pieces_leaves_the_old_file(folder: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"one"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        atomic.replace(str(folder / "draft.md"), pieces())
    assert content(folder / "draft.md") == OLD
    assert leftovers(folder) == []


def test_pieces_are_written_in_order(folder: Path) -> None:
    atomic.replace(str(folder / "draft.md"), iter([b"one", b"", b"two"]))
    assert content(folder / "draft.md") == "onetwo"
