"""A cluster of Apache Spark on this machine: a master, and two workers of one core each."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

import pytest

from tests.support.program import environment

WORKERS = 2
BRISK = {
    "JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC "
    "-XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote"
}
"""Java that starts sooner: it would compute faster after a minute otherwise, and trusts Spark's own code."""
_PATIENCE = 60
"""Seconds until both workers must take part."""


def _has_java() -> bool:
    home = os.environ.get("JAVA_HOME")
    return bool(shutil.which(f"{home}/bin/java" if home else "java"))


needs_spark = pytest.mark.skipif(
    not find_spec("pyspark") or not _has_java(), reason="needs pyspark and Java: `sh .ci/setup spark`"
)


class Cluster(NamedTuple):
    master: str
    """Its address."""
    processes: tuple[subprocess.Popen[bytes], ...]
    """The master first. Each leads a group of its own, in which are the programs that it starts."""


@contextmanager
def cluster(folder: Path, memory: str = "512m") -> Iterator[Cluster]:
    """A cluster whose files are in a folder. All of it has ended afterwards, whatever happens."""
    port, web = _free_port(), _free_port()
    master = f"spark://127.0.0.1:{port}"
    with ExitStack() as stack:

        def start(name: str, *arguments: str) -> subprocess.Popen[bytes]:
            return stack.enter_context(_program(folder, name, *arguments))

        head = start("master.Master", "--port", str(port), "--webui-port", str(web))
        _await(lambda: _workers(web) == 0)
        shape = ("--cores", "1", "--memory", memory, "--webui-port", "0")
        each = [
            start("worker.Worker", *shape, "--work-dir", f"{folder}/{at}", master) for at in range(WORKERS)
        ]
        _await(lambda: _workers(web) == WORKERS)
        yield Cluster(master, (head, *each))


@contextmanager
def _program(folder: Path, name: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    found = find_spec("pyspark")
    assert found
    assert found.origin
    script = Path(found.origin).parent / "bin" / "spark-class"
    command = [str(script), f"org.apache.spark.deploy.{name}", "--host", "127.0.0.1", *arguments]
    with (folder / f"{name}.log").open("ab") as log:
        process = subprocess.Popen(
            command,
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            env=environment(SPARK_DAEMON_MEMORY="256m", SPARK_LOCAL_DIRS=str(folder), **BRISK),
            start_new_session=True,
        )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _workers(web: int) -> int | None:
    """How many workers a master has; None while it does not answer."""
    try:
        with urlopen(f"http://127.0.0.1:{web}/json/", timeout=5) as page:
            return int(json.load(page)["aliveworkers"])
    except (OSError, ValueError):
        return None


def _await(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE
    while not is_so():
        assert time.monotonic() < until, "the cluster did not start"
        time.sleep(0.2)
