"""The hook, as a repository uses it: installed by the real `pre-commit` and run by `git commit`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.program import EXAMPLES, ROOT, environment, needs_git

pytest.importorskip("pre_commit")

CONFIGURATION = """\
repos:
  - repo: {project}
    rev: v1
    hooks:
      - id: reportlint
        files: ^drafts/
"""


@needs_git
@pytest.mark.slow
@pytest.mark.process
def test_a_commit_is_judged(tmp_path: Path) -> None:
    git = _git(tmp_path)
    repository = _repository(git, tmp_path / "repository", _project(git, tmp_path / "project"))
    subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"],
        cwd=repository,
        check=True,
        env=_environment(tmp_path),
    )

    _add(git, repository, "missing.txt", "drafts/总结.txt")
    refused = git(repository, "commit", "-m", "a draft that lacks two sections")
    assert refused.returncode == 1
    assert "drafts/总结.txt" in refused.stdout
    assert "[opinion-present]" in refused.stdout
    assert "[shortcomings-present]" in refused.stdout

    _add(git, repository, "complete.txt", "drafts/总结.txt")
    _add(git, repository, "missing.txt", "notes.txt")  # not among `files`
    taken = git(repository, "commit", "-m", "the draft completed")
    assert taken.returncode == 0, taken.stdout
    assert "Passed" in taken.stdout

    _add(git, repository, "missing.txt", "drafts/archive/旧稿.txt")
    (repository / "reportlint.toml").write_text('exclude = ["drafts/archive/"]\n', "utf-8")
    git(repository, "add", "reportlint.toml")
    excluded = git(repository, "commit", "-m", "an old draft that the configuration excludes")
    assert excluded.returncode == 0, excluded.stdout


def _environment(tmp_path: Path) -> dict[str, str]:
    names = {f"GIT_{role}_{what}": "tester" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    kept = {name: value for name, value in environment().items() if not name.startswith("GIT_")}
    kept.pop("PYTHONPATH")  # the hook's own installation is what runs
    return kept | names | {"PRE_COMMIT_HOME": str(tmp_path / "home"), "GIT_CONFIG_GLOBAL": os.devnull}


def _git(tmp_path: Path):
    def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=folder, env=_environment(tmp_path), check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode())

    return git


def _project(git, folder: Path) -> Path:
    """This checkout as a git repository with a release: uncommitted changes are tested too."""
    folder.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder)
    for name in ("linter", "rulesets"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for arguments in (["init"], ["add", "."], ["commit", "-m", "all"], ["tag", "v1"]):
        done = git(folder, *arguments)
        assert done.returncode == 0, done.stdout
    return folder


def _repository(git, folder: Path, project: Path) -> Path:
    (folder / "drafts").mkdir(parents=True)
    git(folder, "init")
    (folder / ".pre-commit-config.yaml").write_text(CONFIGURATION.format(project=project), "utf-8")
    git(folder, "add", ".")
    return folder


def _add(git, repository: Path, example: str, name: str) -> None:
    (repository / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(EXAMPLES / example, repository / name)
    git(repository, "add", name)
