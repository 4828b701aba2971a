# /// script
# requires-python = ">=3.11"
# dependencies = ["reportlint[server]"]
# ///
"""How long the language server takes for a keystroke: `python benchmarks/keystroke.py [KEYSTROKES]`.

A report of 5 KB is open, and a character is typed into it so many times (50 unless told), each when the
marks of the one before have come. The pause for which the server waits on purpose is not counted.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from statistics import median
from typing import Any

from texts import KILOBYTE, reports

from linter.surfaces.editor.documents import PAUSE

URI = "untitled:report.txt"
LIMIT = 50
"""Milliseconds that a keystroke may take."""


class Server:
    """The language server, driven by an editor that does the least it may."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "linter", "server"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.send("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, id=1)
        self.read()
        self.send("initialized", {})

    def send(self, method: str, params: Any, **more: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def read(self) -> Any:
        size = 0
        while line := self.process.stdout.readline().strip():
            if line.startswith(b"Content-Length:"):
                size = int(line.partition(b":")[2])
        return json.loads(self.process.stdout.read(size))

    def marks(self, version: int) -> None:
        """Wait for the marks of a version."""
        while True:
            got = self.read()
            if got.get("method") == "textDocument/publishDiagnostics" and got["params"]["version"] == version:
                return

    def computing(self) -> float:
        """Milliseconds of computing so far; 0 where the system does not tell."""
        try:
            with open(f"/proc/{self.process.pid}/stat") as file:
                fields = file.read().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print the median and the worst of the keystrokes."""
    keystrokes = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    text = reports(1)[0]
    server = Server()
    document = {"uri": URI, "languageId": "plaintext", "version": 0, "text": text}
    server.send("textDocument/didOpen", {"textDocument": document})
    server.marks(0)
    waits = []
    before = server.computing()
    for version in range(1, keystrokes + 1):
        text += "字"
        start = time.perf_counter()
        change = {"textDocument": {"uri": URI, "version": version}, "contentChanges": [{"text": text}]}
        server.send("textDocument/didChange", change)
        server.marks(version)
        waits.append((time.perf_counter() - start - PAUSE) * 1000)
    computing = (server.computing() - before) / keystrokes
    server.process.kill()
    size = len(text.encode()) / KILOBYTE
    print(f"a keystroke in {size:.1f} KB, at most {LIMIT} ms ({keystrokes} keystrokes)")
    print(f"  median {median(waits):.1f} ms, worst {max(waits):.1f} ms, computing {computing:.1f} ms")


if __name__ == "__main__":
    main()
