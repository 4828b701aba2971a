"""How the servers end: with who started them, and at Ctrl-C."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.support.program import ROOT, command, environment, run

pytest.importorskip("pygls", reason="the extra `server` is not installed")
pytest.importorskip("mcp", reason="the extra `mcp` is not installed")
pytestmark = pytest.mark.process

posix = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")


def framed(message: dict[str, Any]) -> bytes:
    """A message as the language server reads it."""
    body = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def line(message: dict[str, Any]) -> bytes:
    """A message as the MCP server reads it."""
    return json.dumps(message).encode() + b"\n"


SERVERS = [
    ("server", framed, {"capabilities": {}, "processId": None, "rootUri": None}),
    (
        "mcp",
        line,
        {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "x", "version": "0"}},
    ),
]


@pytest.mark.parametrize(("name", "written", "params"), SERVERS)
def test_a_server_ends_when_nobody_writes_to_it_any_more(
    name: str, written: Callable[..., bytes], params: dict[str, Any]
) -> None:
    done = run(name, stdin=b"")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    asked = written({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params})
    done = run(name, stdin=asked)
    assert done.returncode == 0
    assert "capabilities" in done.stdout


@pytest.mark.parametrize(("name", "written", "params"), SERVERS)
def test_what_is_no_message_shows_no_traceback(
    name: str, written: Callable[..., bytes], params: dict[str, Any]
) -> None:
    done = run(name, stdin=b"Content-Length: 3\r\n\r\nabc\n[[[\n" + written({"jsonrpc": "2.0"}))
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


@posix
@pytest.mark.parametrize(("name", "written", "params"), SERVERS)
def test_ctrl_c_ends_a_server(name: str, written: Callable[..., bytes], params: dict[str, Any]) -> None:
    with answering(name, written, params) as server:
        server.send_signal(signal.SIGINT)
        assert server.wait(30) == 130
        assert b"Traceback" not in server.stderr.read()


@pytest.mark.skipif(sys.platform != "linux", reason="threads of another process as Linux lists them")
@pytest.mark.parametrize(("name", "written", "params"), SERVERS)
def test_ctrl_c_ends_a_server_whose_main_thread_does_not_notice_it(
    name: str, written: Callable[..., bytes], params: dict[str, Any]
) -> None:
    with answering(name, written, params) as server:
        threads = [int(each.name) for each in Path(f"/proc/{server.pid}/task").iterdir()]
        another = next(each for each in threads if each != server.pid)
        assert ctypes.CDLL(None).tgkill(server.pid, another, signal.SIGINT) == 0
        assert server.wait(30) == 130


@contextmanager
def answering(
    name: str, written: Callable[..., bytes], params: dict[str, Any]
) -> Iterator[subprocess.Popen[bytes]]:
    """A server that has answered its first message."""
    with subprocess.Popen(
        command(name),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment(),
    ) as server:
        try:
            server.stdin.write(written({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params}))
            server.stdin.flush()
            assert server.stdout.read(1)
            yield server
        finally:
            server.kill()
