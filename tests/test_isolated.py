"""Work on files from strangers: within limits, in a process of its own."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from linter.readers.support import sandbox
from tests import limited
from tests.program import ROOT

pytestmark = pytest.mark.process

linux = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems limit no address space, or not reliably"
)


@pytest.fixture(autouse=True)
def _path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def run(task: bytes) -> tuple[int, bytes]:
    return sandbox.run(limited.__name__, limited.work, task)


def test_the_output_comes_back() -> None:
    assert run("甲".encode()) == (0, "甲".encode())


@linux
def test_a_worker_has_so_much_memory_and_time() -> None:
    status, output = run(b"limits")
    assert (status, json.loads(output)) == (0, [sandbox.MEMORY, sandbox.TIMEOUT])


@linux
def test_what_eats_memory_dies_alone() -> None:
    assert run(b"memory") == (sandbox.FAILED, b"")


@pytest.mark.parametrize(
    ("left", "status"),
    [(sandbox.PASSWORD, sandbox.PASSWORD), (sandbox.DAMAGED, sandbox.DAMAGED), (1, sandbox.FAILED)],
)
def test_a_worker_says_what_is_wrong_by_its_status(left: int, status: int) -> None:
    assert run(b"leave %d" % left) == (status, b"")


def test_what_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "TIMEOUT", 0)
    assert run(b"") == (sandbox.FAILED, b"")


def test_nothing_is_imported_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(0)")
    monkeypatch.chdir(tmp_path)
    assert run(b"x") == (0, b"x")
