"""The local server in a process of its own, and visitors who speak HTTP with it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple

from tests.support.program import command, environment

_OTHERWISE = """
import json, sys
from linter.__main__ import main
from linter.engine import stranger_process
from linter.surfaces.web import server
from linter.surfaces.web.bounds import Bounds

module, bounds = json.loads(sys.argv[1])
stranger_process.MODULE = module or stranger_process.MODULE
server.serve.__defaults__ = (Bounds(**bounds),)
sys.argv[1:] = ["serve", "--port", "0"]
main()
"""
"""`reportlint serve` with other bounds, and with workers in which some files do harm."""
Files = Sequence[tuple[str, bytes]]


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The lines of JSON."""
        return [json.loads(line) for line in self.body.splitlines()]

    @property
    def page(self) -> dict[str, Any]:
        """The data of the page."""
        assert self.status == 200, self.body
        return self.lines[-1]["page"]

    @property
    def error(self) -> str:
        """The sentence, which is there in both languages and is no traceback."""
        told = self.lines[-1]["error"]
        assert told["zh"]
        assert "Traceback" not in told["en"]
        return told["en"]


class Served(NamedTuple):
    """A server that runs."""

    process: subprocess.Popen[bytes]
    port: int
    root: str
    """What its paths begin with."""

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
        """Send a request; names of headers are written with `_` for `-`."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=100)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, self.root + path, body, named)
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def post(self, path: str, body: bytes, **headers: str) -> Answer:
        """Send what the page sends."""
        return self.ask("POST", path, body, **{"Content_Type": "application/x-reportlint", **headers})

    def check(self, files: Files, rules: Files = (), ruleset: str = "auto") -> Answer:
        """Have files judged."""
        return self.post("check", upload(files, rules, ruleset))


def upload(
    files: Files,
    rules: Files = (),
    ruleset: str = "auto",
    lang: str = "zh",
    suggest: bool = False,
    units: Sequence[str] = (),
) -> bytes:
    """The body of a request."""
    entries = [[[name, len(data)] for name, data in each] for each in (rules, files)]
    head = json.dumps([ruleset, lang, suggest, *entries, [*units]]).encode()
    return head + b"\n" + b"".join(data for _, data in (*rules, *files))


@contextmanager
def serving(
    *arguments: str,
    cwd: Path,
    module: str = "",
    writes: bool = True,
    browser: str | None = None,
    **bounds: Any,
) -> Iterator[Served]:
    """A server: `reportlint serve`, or one with bounds of its own. It ends with the context.

    `browser` is the command by which it opens a page.
    If not `writes`, the system lets it write to no file (not on Windows).
    """
    script = [sys.executable, "-c", _OTHERWISE, json.dumps([module, bounds])]
    started = script if bounds or module else command("serve", "--port", "0", *arguments)
    with subprocess.Popen(
        started,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=cwd,
        env=environment(TMPDIR=str(cwd), **({"BROWSER": browser} if browser else {})),
        preexec_fn=None if writes else _write_nothing,  # noqa: PLW1509 - no threads here
    ) as process:
        try:
            assert process.stdout
            line = process.stdout.readline().decode()
            found = re.search(r"http://\S+:(\d+)(/\S*)", line)
            assert found, (line, process.stderr.read() if process.stderr else "")
            yield Served(process, int(found[1]), found[2])
        finally:
            process.kill()


def _write_nothing() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def interrupt(process: subprocess.Popen[bytes]) -> int:
    """The status with which a process ends after Ctrl-C."""
    assert os.name == "posix"
    process.send_signal(signal.SIGINT)
    return process.wait(60)
