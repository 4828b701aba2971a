"""The helper process of readers, and the work done in this process where there can be none."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from typing import NoReturn

import pytest

from linter import confined, readers
from linter.model.errors import UnreadableError
from linter.readers import doc, pdf
from linter.readers.support import doc_conversion, sandbox

PDF = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
 /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj
4 0 obj <</Length 47>> stream
BT /F1 16 Tf 80 760 Td (Report on 2024) Tj ET
endstream endobj
trailer <</Root 1 0 R>>
"""
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def no_process(*args: object, **options: object) -> NoReturn:
    raise AssertionError("a process was started")


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in WebAssembly: any process would be a failure of the test."""
    monkeypatch.setattr(confined, "can_start", lambda: False)
    monkeypatch.setattr(subprocess, "Popen", no_process)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("platform", "linux", True),
        ("platform", "win32", True),
        ("platform", "emscripten", False),
        ("platform", "wasi", False),
        ("frozen", True, False),
        ("executable", "", False),
        ("executable", None, False),
    ],
)
def test_workers_are_there_where_the_program_can_be_started_again(
    name: str, value: object, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, name, value, raising=False)
    assert confined.can_start() is expected


@pytest.mark.usefixtures("alone")
def test_a_pdf_is_read_without_a_process() -> None:
    document = readers.read("a.pdf", PDF)
    assert (document.format, document.text) == ("pdf", "Report on 2024")
    assert [block.anchor for block in document.blocks] == ["p1"]
    assert sandbox.UNBOUNDED in document.notes


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(("name", "data"), [("a.pdf", b"%PDF-1.4\nnothing"), ("a.doc", OLD_WORD)])
def test_a_damaged_file_is_refused_without_a_process(name: str, data: bytes) -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        readers.read(name, data)


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("error", "status"),
    [
        (sandbox.Refused(sandbox.PASSWORD), sandbox.PASSWORD),
        (sandbox.Refused(sandbox.DAMAGED), sandbox.DAMAGED),
        (MemoryError(), sandbox.FAILED),
        (RecursionError(), sandbox.FAILED),
        (KeyError("x"), sandbox.FAILED),
    ],
)
def test_what_fails_here_has_the_status_that_a_worker_would_end_with(
    error: Exception, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doc_conversion, "work", throwing(error))
    assert sandbox.run(doc_conversion.__name__, b"") == (status, b"", ())


@pytest.mark.usefixtures("alone")
def test_ctrl_c_reaches_work_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc_conversion, "work", throwing(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        sandbox.run(doc_conversion.__name__, b"")


@pytest.mark.parametrize(("module", "form"), [(pdf, "pdf"), (doc, "doc")])
def test_a_password_is_told_of_in_words_of_the_format(
    module: object, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "run", lambda *args: sandbox.Done(sandbox.PASSWORD))
    data = PDF if form == "pdf" else OLD_WORD
    with pytest.raises(UnreadableError, match="password"):
        readers.read(f"a.{form}", data)


class _Standard(io.TextIOWrapper):
    """A standard stream that holds bytes."""

    def __init__(self, data: bytes = b"") -> None:
        super().__init__(io.BytesIO(data))


@pytest.mark.parametrize("status", [sandbox.PASSWORD, sandbox.DAMAGED])
def test_a_worker_ends_with_the_status_of_a_refusal(status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "confine", lambda limits: None)
    monkeypatch.setattr(sys, "stdin", _Standard(b"data"))
    with pytest.raises(SystemExit) as ended:
        sandbox.serve(throwing(sandbox.Refused(status)))
    assert ended.value.code == status


def test_a_worker_writes_what_came_of_its_input(monkeypatch: pytest.MonkeyPatch) -> None:
    output = _Standard()
    limited: list[confined.Limits] = []
    monkeypatch.setattr(confined, "confine", limited.append)
    monkeypatch.setattr(sys, "stdin", _Standard(b"data"))
    monkeypatch.setattr(sys, "stdout", output)
    sandbox.serve(bytes.upper)
    assert output.buffer.getvalue() == sandbox._READY + b"DATA"  # type: ignore[attr-defined]
    assert limited == [sandbox.LIMITS]


def throwing(error: BaseException) -> Callable[[bytes], bytes]:
    """Work that fails."""

    def work(data: bytes) -> bytes:
        raise error

    return work
