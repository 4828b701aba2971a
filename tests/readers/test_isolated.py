"""Work on files from strangers: within limits, in a process of its own."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from linter import confined
from linter.readers.support import sandbox
from tests.support import limited
from tests.support.program import ROOT

pytestmark = pytest.mark.process

linux = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems limit no address space, or not reliably"
)


@pytest.fixture(autouse=True)
def _path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))


def run(task: bytes) -> tuple[int, bytes]:
    status, output, notes = sandbox.run(limited.__name__, task)
    assert notes == ()
    return status, output


def test_the_output_comes_back() -> None:
    assert run("甲".encode()) == (0, "甲".encode())


@linux
def test_a_worker_has_so_much_memory_and_time() -> None:
    status, output = run(b"limits")
    assert (status, json.loads(output)) == (0, [sandbox.LIMITS.memory, sandbox.LIMITS.cpu])


@linux
def test_what_eats_memory_dies_alone() -> None:
    assert run(b"memory") == (sandbox.FAILED, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_worker_can_write_to_no_file(tmp_path: Path) -> None:
    path = tmp_path / "x"
    assert run(b"write " + bytes(path)) == (sandbox.FAILED, b"")
    assert not path.exists() or path.read_bytes() == b""


@pytest.mark.parametrize(
    ("left", "status"),
    [(sandbox.PASSWORD, sandbox.PASSWORD), (sandbox.DAMAGED, sandbox.DAMAGED), (1, sandbox.FAILED)],
)
def test_a_worker_says_what_is_wrong_by_its_status(left: int, status: int) -> None:
    assert run(b"leave %d" % left) == (status, b"")


def test_what_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "LIMITS", sandbox.LIMITS._replace(wall=1))
    assert run(b"sleep") == (sandbox.FAILED, b"")


@pytest.mark.slow
def test_what_computes_for_ever_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_CPU_TIME", "1")
    assert run(b"compute") == (sandbox.FAILED, b"")


@pytest.mark.slow
def test_computing_is_bounded_where_the_system_has_no_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resource.py").write_text("raise ImportError")  # as on Windows
    monkeypatch.setattr(confined, "_import_path", lambda: f"{tmp_path}:{ROOT}")
    monkeypatch.setenv("TEST_CPU_TIME", "1")
    assert run(b"compute") == (sandbox.FAILED, b"")


@pytest.mark.parametrize("program", ["#!/bin/sh\nexit 2\n", "#!/bin/sh\necho a host that is no Python\n"])
def test_work_is_done_here_where_no_worker_starts(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = tmp_path / "host"
    host.write_text(program)
    host.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(host))
    assert sandbox.run(limited.__name__, b"x") == (0, b"x", (sandbox.UNBOUNDED,))


def test_work_is_done_here_where_the_program_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert sandbox.run(limited.__name__, b"x") == (0, b"x", (sandbox.UNBOUNDED,))


def test_a_worker_imports_from_where_this_program_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "program.zip"
    with ZipFile(archive, "w") as file:
        file.writestr("zipped.py", (ROOT / "tests/support/limited.py").read_text("utf-8"))
    monkeypatch.syspath_prepend(str(archive))
    assert sandbox.run("zipped", b"x") == (0, b"x", ())


def test_nothing_is_imported_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(0)")
    monkeypatch.chdir(tmp_path)
    assert run(b"x") == (0, b"x")
