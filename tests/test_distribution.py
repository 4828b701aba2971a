"""What is published: a wheel and a source distribution that install and work, on every Python at hand."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from linter import __version__
from linter.ruleset.library import BUILT
from tests.support.program import EXAMPLES, ROOT

pytestmark = [pytest.mark.slow, pytest.mark.process]
pytest.importorskip("build")

VERSIONS = ("3.11", "3.12", "3.13", "3.14")


def called(*command: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(map(str, command)), check=False, capture_output=True, text=True, encoding="utf-8", **options
    )  # type: ignore[call-overload]


def python(version: str) -> str | None:
    """A Python of this version that runs."""
    found = shutil.which(f"python{version}")
    works = found and called(found, "-c", "import venv").returncode == 0
    return found if works else None


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The source distribution, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    done = called(sys.executable, "-m", "build", "--outdir", folder, ROOT)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return {path.suffix: path for path in folder.iterdir()}


def test_the_wheel_holds_the_program_and_its_compiled_rules_and_nothing_else(files: dict[str, Path]) -> None:
    names = zipfile.ZipFile(files[".whl"]).namelist()
    assert f"linter/rulesets/{BUILT}" in names
    assert {name.split("/")[0] for name in names} == {"linter", f"reportlint-{__version__}.dist-info"}
    assert {"linter/reporters/page/page.html", "linter/reporters/page/app.js"} <= set(names)
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name]


def test_the_source_distribution_holds_what_a_maintainer_needs(files: dict[str, Path]) -> None:
    with tarfile.open(files[".gz"]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for name in ("pyproject.toml", "hatch_build.py", "action.yml", "CITATION.cff", "CHANGELOG.md", "LICENSE",
                 "tests/conftest.py", "docs/architecture.md", ".ci/run", "examples/ci/gitlab.yml"):  # fmt: skip
        assert name in names


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", [".whl", ".gz"])
def test_it_installs_and_works(files: dict[str, Path], tmp_path: Path, version: str, kind: str) -> None:
    """Under a working directory and a home of its own; the rules come compiled, so that only weights are kept."""
    found = python(version)
    if not found:
        pytest.skip(f"no Python {version} here")
    home = tmp_path / "venv"
    # The pip of this Python works in the other one: to give each a pip takes longer than to install ours.
    assert called(found, "-m", "venv", "--without-pip", home).returncode == 0
    folder = home / ("Scripts" if os.name == "nt" else "bin")
    pip = (sys.executable, "-m", "pip", "--python", home)
    installed = called(*pip, "install", "--quiet", "--no-compile", files[kind])
    if installed.returncode and "google-re2" in installed.stderr and "No matching" in installed.stderr:
        pytest.skip(f"google-re2 is not there for Python {version}")
    assert installed.returncode == 0, installed.stderr[-2000:]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    options = {"cwd": tmp_path, "env": kept | {"REPORTLINT_CACHE_DIR": str(tmp_path / "cache")}}
    program = folder / "reportlint"
    assert called(program, "--version", **options).stdout == f"reportlint {__version__}\n"
    judged = called(program, "check", EXAMPLES / "missing.txt", "--output-format", "sarif", **options)
    assert judged.returncode == 1, judged.stderr
    assert "shortcomings-present" in judged.stdout
    assert called(program, "check", EXAMPLES / "complete.txt", **options).returncode == 0
    assert called(program, "rule", "leftover-mask", **options).returncode == 0
    assert called(program, "new", "work-report", "-o", "a.docx", **options).returncode == 0
    assert called(program, "annotate", "a.docx", **options).returncode == 0
    assert len(list((tmp_path / "cache").glob("*/*"))) == 1
