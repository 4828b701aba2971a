"""`reportlint annotate` on folders and several files: a copy each, a line each, and no file lost."""

import os
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZipFile

import pytest

from linter.project.copies import is_annotated_copy
from tests.support.ooxml import docx, p
from tests.support.program import call

SHARED = "全镇三个支部轮流主持学习会，每次会前一周发提纲，会后两天交心得，缺席的人由支部书记当面补课。"
DRAFT = docx(p("2024年上半年工作总结") + p("一、工作情况") + p("截止目前，完成12项。") + p(SHARED))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of drafts, one of them damaged."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "材料" / "二组").mkdir(parents=True)
    (tmp_path / "材料" / "甲.docx").write_bytes(DRAFT)
    (tmp_path / "材料" / "二组" / "乙.docx").write_bytes(DRAFT)
    (tmp_path / "材料" / "坏.docx").write_bytes(DRAFT[:200])
    return tmp_path


def files(folder: Path) -> list[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(found)


def comments(path: Path) -> str:
    return ZipFile(path).read("word/comments.xml").decode()


def lines(text: str) -> list[str]:
    return text.replace("\\", "/").splitlines()


def test_each_draft_of_a_folder_gets_a_copy_beside_it_and_a_line(folder: Path) -> None:
    done = call("annotate", "材料", cwd=folder)
    assert done.returncode == 2
    assert lines(done.stdout) == [
        "已写入 材料/二组/乙-批注.docx：批注 5 处",
        "已写入 材料/甲-批注.docx：批注 5 处",
        "共 3 个文件，写好 2 个，1 个没有写（原因见上）",
    ]
    (error,) = lines(done.stderr)
    assert error.startswith("材料/坏.docx：")
    assert (folder / "材料" / "甲.docx").read_bytes() == DRAFT
    assert is_annotated_copy(str(folder / "材料" / "甲-批注.docx"), 1 << 20)


def test_what_drafts_have_copied_from_each_other_is_commented_on(folder: Path) -> None:
    call("annotate", "材料", cwd=folder)
    assert "乙.docx" in comments(folder / "材料" / "甲-批注.docx")


def test_copies_go_into_the_folder_that_is_named_as_the_drafts_stand(folder: Path) -> None:
    done = call("annotate", "材料", "--output-dir", "批注/第一次", "--lang", "en", cwd=folder)
    assert lines(done.stdout)[-1] == "2 of 3 files written, 1 not (the reasons stand above)"
    assert files(folder / "批注" / "第一次") == ["二组/乙-reviewed.docx", "甲-reviewed.docx"]
    assert files(folder / "材料") == ["二组/乙.docx", "坏.docx", "甲.docx"]


def test_several_files_without_errors_end_with_nought(folder: Path) -> None:
    done = call("annotate", "材料/甲.docx", "材料/二组/乙.docx", "--output-dir", "out", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert files(folder / "out") == ["乙-批注.docx", "甲-批注.docx"]


def test_the_next_run_leaves_copies_alone_until_it_is_told(folder: Path) -> None:
    call("annotate", "材料", cwd=folder)
    before = {name: (folder / name).read_bytes() for name in files(folder)}
    done = call("annotate", "材料", cwd=folder)
    assert (done.returncode, done.stderr.count("已存在，没有改动")) == (2, 2)
    assert {name: (folder / name).read_bytes() for name in files(folder)} == before
    assert call("annotate", "材料", "--force", cwd=folder).stdout.count("已写入") == 2
    assert files(folder) == sorted(before)


def test_with_force_only_an_earlier_copy_is_replaced(folder: Path) -> None:
    own = folder / "材料" / "甲-批注.docx"
    own.write_bytes(docx(p("张主任的批注意见汇总") + p("一、总体意见") + p("写得不错，可以报送。")))
    before = own.read_bytes()
    done = call("annotate", "材料/甲.docx", "材料/二组", "--force", cwd=folder)
    assert (done.returncode, own.read_bytes() == before) == (2, True)
    assert "不是加了批注的副本" in done.stderr


@pytest.mark.parametrize(
    ("others", "copies"),
    [
        (["乙.txt"], ["乙-批注.docx", "甲-批注.docx"]),
        (["甲.txt"], ["甲-批注.docx", "甲.txt-批注.docx"]),
        (["甲.htm", "甲.md"], ["甲-批注.docx", "甲.htm-批注.docx", "甲.md-批注.docx"]),
        (["丙.htm", "丙.txt"], ["丙-批注.docx", "丙.txt-批注.docx", "甲-批注.docx"]),
    ],
)
@pytest.mark.parametrize("at_once", [True, False])
def test_drafts_that_differ_in_their_suffix_alone_have_copies_of_their_own(
    folder: Path, others: list[str], copies: list[str], at_once: bool
) -> None:
    drafts = folder / "材料"
    for name in others:
        (drafts / name).write_text("2024年上半年工作总结\n一、工作情况\n完成12项。\n", "utf-8")
    paths = [f"材料/{name}" for name in ("甲.docx", *others)]
    for group in [paths] if at_once else [[path] for path in reversed(paths)]:
        assert call("annotate", *group, cwd=folder).returncode == 0
    assert [name for name in files(drafts) if "-批注" in name] == copies
    assert "截止目前" in comments(drafts / "甲-批注.docx")


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege")
def test_two_names_of_one_file_are_no_two_copies(folder: Path) -> None:
    """As A.docx and a.docx are on many disks: the second copy would take the place of the first."""
    (folder / "材料" / "三组").mkdir()
    (folder / "材料" / "三组" / "乙.docx").write_bytes((folder / "材料" / "甲.docx").read_bytes())
    (folder / "副本" / "二组").mkdir(parents=True)
    (folder / "副本" / "三组").symlink_to("二组")
    done = call("annotate", "材料", "--output-dir", "副本", "--force", cwd=folder)
    assert (done.returncode, "是另一份草稿的副本" in done.stderr) == (2, True)
    assert files(folder / "副本").count("二组/乙-批注.docx") == 1


def test_in_place_each_word_file_gets_its_comments(folder: Path) -> None:
    done = call("annotate", "材料", "--in-place", cwd=folder)
    assert done.stdout.count("已写入") == 2
    assert files(folder / "材料") == ["二组/乙.docx", "坏.docx", "甲.docx"]
    assert "until-now" in comments(folder / "材料" / "甲.docx")


def test_what_the_configuration_excludes_is_left_out_of_a_folder(folder: Path) -> None:
    (folder / "reportlint.toml").write_text('exclude = ["材料/二组/**"]\n', "utf-8")
    assert "乙" not in call("annotate", "材料", cwd=folder).stdout


def test_an_empty_folder_has_nothing_to_comment_on(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    done = call("annotate", ".", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "没有可以加批注的文件\n")


REFUSED: list[tuple[Iterable[str], str]] = [
    (["材料", "-o", "a.docx"], "-o 只能用于一个文件"),
    (["材料/甲.docx", "材料/二组/乙.docx", "-o", "a.docx"], "-o 只能用于一个文件"),
    (["材料/甲.docx", "-o", "a.docx", "--output-dir", "b"], "只能选一个"),
    (["材料", "--in-place", "--output-dir", "b"], "只能选一个"),
]


@pytest.mark.parametrize(("arguments", "reason"), REFUSED)
def test_options_that_exclude_each_other_are_refused(folder: Path, arguments: list[str], reason: str) -> None:
    before = files(folder)
    done = call("annotate", *arguments, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert reason in done.stderr
    assert files(folder) == before


def test_a_file_where_the_folder_should_be_is_said(folder: Path) -> None:
    (folder / "out").write_text("文件", "utf-8")
    done = call("annotate", "材料/甲.docx", "--output-dir", "out", cwd=folder)
    assert (done.returncode, "无法写入" in done.stderr) == (2, True)
    assert (folder / "out").read_text("utf-8") == "文件"
