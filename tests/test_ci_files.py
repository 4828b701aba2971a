"""The files for CI services: valid by the services' own schemas, and their scripts carried out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from linter import __version__
from linter.reporters import is_earlier
from tests.support.program import EXAMPLES, ROOT, environment

DRAFT = "云杉镇工作总结\n\n一、工作情况\n走访××户。\n"
SCHEMAS = {
    "action.yml": "vendor.github-actions",
    "examples/ci/github.yml": "vendor.github-workflows",
    "examples/ci/gitlab.yml": "vendor.gitlab-ci",
    "CITATION.cff": "vendor.citation-file-format",
}
needs_bash = pytest.mark.skipif(shutil.which("bash") is None or os.name != "posix", reason="needs bash")


@pytest.mark.process
@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_valid_by_the_schema_of_its_readers(name: str) -> None:
    pytest.importorskip("check_jsonschema")
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[name], ROOT / name],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def test_the_citation_names_this_version() -> None:
    assert loaded("CITATION.cff")["version"] == __version__


def test_the_example_gives_the_action_nothing_that_it_does_not_take() -> None:
    steps = loaded("examples/ci/github.yml")["jobs"]["check"]["steps"]
    given = next(step["with"] for step in steps if step.get("uses", "").startswith("OWNER/reportlint@"))
    assert set(given) <= set(loaded("action.yml")["inputs"])


# --- the scripts ------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout with a draft, and a program `reportlint` in `bin`."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "上半年 总结.txt").write_text(DRAFT, "utf-8")
    program = tmp_path / "bin" / "reportlint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m linter "$@"\n', "utf-8")
    program.chmod(0o755)
    return tmp_path


def carried_out(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    names = {"GITHUB_OUTPUT": str(folder / "output"), "GITHUB_STEP_SUMMARY": str(folder / "page")}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder, env=environment(PATH=path, **names, **variables),
        check=False, capture_output=True, text=True,
    )  # fmt: skip


def action(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The step of the action that checks."""
    definition = loaded("action.yml")
    step = next(step for step in definition["runs"]["steps"] if step.get("id") == "check")
    defaults = {name: str(given["default"]) for name, given in definition["inputs"].items()}
    values = {
        key: value.removeprefix("${{ inputs.").removesuffix(" }}") for key, value in step["env"].items()
    }
    env = {key: (defaults | inputs)[name] for key, name in values.items()}
    return carried_out(step["run"], folder, REPORTLINT=str(folder / "bin" / "reportlint"), **env)


@pytest.mark.process
@needs_bash
def test_the_action_annotates_summarises_and_fails(folder: Path) -> None:
    done = action(folder, paths="drafts\n", sarif="reports.sarif")
    assert done.returncode == 1, done.stderr
    assert "::error file=drafts/上半年 总结.txt,line=4" in done.stdout
    assert (folder / "output").read_text() == "status=1\n"
    assert "上半年 总结.txt" in (folder / "page").read_text("utf-8")
    assert is_earlier("sarif", (folder / "reports.sarif").read_bytes())


@pytest.mark.process
@needs_bash
def test_the_action_takes_every_input_as_text(folder: Path) -> None:
    odd = "drafts/上半年 总结.txt\n$(touch run); touch run\n"
    done = action(folder, paths=odd, arguments="--ruleset=report-form\n--lang\nen\n")
    assert done.returncode == 2
    assert "no such file" in done.stdout
    assert not (folder / "run").exists()
    assert action(folder, **{"fail-on": "never"}).returncode == 0
    assert action(folder, **{"diff-base": "nosuch"}).returncode == 2


@pytest.mark.process
@needs_bash
def test_the_gitlab_job_leaves_its_artifacts(folder: Path) -> None:
    job = loaded("examples/ci/gitlab.yml")["reportlint"]
    done = carried_out("\n".join(job["script"]), folder, PATHS=job["variables"]["PATHS"])
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    found = json.loads((folder / reports["codequality"]).read_text("utf-8"))
    assert "drafts/上半年 总结.txt" in {entry["location"]["path"] for entry in found}
    assert is_earlier("junit", (folder / reports["junit"]).read_bytes())


def test_what_the_readmes_show_is_there() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        text = (ROOT / name).read_text("utf-8")
        for path in ("action.yml", "examples/ci/github.yml", "examples/ci/gitlab.yml"):
            assert f"({path})" in text
            assert (ROOT / path).is_file()
    assert (EXAMPLES / "ci").is_dir()
