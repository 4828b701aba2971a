"""A worker for the tests of the sandbox: it says what it was limited to, or breaks a limit."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from linter.readers.support import sandbox


def work(task: bytes) -> bytes:
    """`limits` gives them as JSON: bytes of memory, seconds; `memory` takes twice as much as there is;
    `leave N` ends with a status, `write PATH` writes a file, `compute` and `sleep` do so for ever."""
    match task.split():
        case [b"limits"]:
            import resource

            kinds = (resource.RLIMIT_AS, resource.RLIMIT_CPU)
            return json.dumps([resource.getrlimit(kind)[0] for kind in kinds]).encode()
        case [b"memory"]:
            return bytes(2 * sandbox.LIMITS.memory)[:1]
        case [b"write", path]:
            Path(path.decode()).write_bytes(b"x")
        case [b"compute"]:
            while True:
                pass
        case [b"sleep"]:
            time.sleep(1000)
        case [b"leave", status]:
            sys.exit(int(status))
    return task


if __name__ == "__main__":
    cpu = int(os.environ.get("TEST_CPU_TIME", sandbox.LIMITS.cpu))
    sandbox.LIMITS = sandbox.LIMITS._replace(cpu=cpu)
    sandbox.serve(work)
