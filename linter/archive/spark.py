"""The one door to Apache Spark (extra `spark`): a session that is quiet, and whose errors are told in words.

Spark's own settings (memory of the workers, encryption, folders) are those of its `spark-defaults.conf` in
`SPARK_CONF_DIR`, as for every program that uses it. What Spark writes to its log goes to a file that is
deleted with the session.
"""

import logging
import os
import re
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from tempfile import TemporaryFile
from threading import Event, Thread, current_thread, main_thread
from typing import IO, TYPE_CHECKING, Any
from warnings import catch_warnings

from linter.archive.spark_errors import LOCAL, addresses, require_java, require_master, told
from linter.extras import require
from linter.model.errors import ConfigError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_WORKERS = 60.0
"""Seconds to wait for the first worker, and for another one when all are gone."""
_LOOK = 2.0
"""Seconds from one look at them to the next."""
_SETTINGS = {
    "spark.app.name": "reportlint",
    "spark.ui.enabled": "false",
    "spark.log.level": "ERROR",
}
_HERE = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
"""Workers that are threads of this machine: nothing of it is opened to the network."""


@contextmanager
def session(master: str) -> Iterator["SparkSession"]:
    """A session at a master: `local[*]` for this machine alone, `spark://HOST:PORT` for a cluster.

    On this machine the workers run the Python of this process, elsewhere `python3`; `PYSPARK_PYTHON` names
    another one. Raises ConfigError: no Spark, no Java, no such master, no free worker; ReportlintError: Spark
    failed, in the block, too.
    """
    require("pyspark", "spark")
    require_master(master)
    require_java()
    paths, on_interrupt, level = list(sys.path), signal.getsignal(signal.SIGINT), logging.root.manager.disable
    logging.disable()  # of every broken connection to Java there would be a traceback
    try:
        with TemporaryFile() as log, _started(master, log) as spark:
            yield spark
    finally:
        logging.disable(level)
        sys.path[:] = paths  # what is shipped to the workers is put on it
        with suppress(ValueError):  # no main thread: Spark did not change it
            signal.signal(signal.SIGINT, on_interrupt)


def cores(spark: "SparkSession") -> int:
    """How many tasks the workers do at once."""
    return int(spark.sparkContext.defaultParallelism)


# --- its life -------------------------------------------------------------------------------------


@contextmanager
def _started(master: str, log: IO[bytes]) -> Iterator["SparkSession"]:
    from pyspark import SparkConf, SparkContext, java_gateway
    from pyspark.sql import SparkSession

    launch: Any = java_gateway.launch_gateway  # has no types

    conf = SparkConf(loadDefaults=False).setMaster(master)
    conf.setAll([*_SETTINGS.items(), *(_HERE.items() if re.fullmatch(LOCAL, master) else ())])
    gateway: Any = None
    try:
        with told(), _python(master), _interrupt_held():
            gateway = launch(conf, {"stdout": log, "stderr": log})
        with (
            told(),  # while Java runs: an error is read from there
            _python(master),
            _stopped(SparkContext(conf=conf, gateway=gateway)) as context,
            _watched(context, master) if master.startswith("spark:") else nullcontext(),
        ):
            yield SparkSession(context)
    finally:
        if gateway:
            _end(gateway)


@contextmanager
def _interrupt_held() -> Iterator[None]:
    """Let Ctrl-C wait: Java that is about to start would be left behind."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN or current_thread() is not main_thread():
        yield
        return
    held: list[int] = []
    signal.signal(signal.SIGINT, lambda number, frame: held.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if held:
        signal.raise_signal(signal.SIGINT)


@contextmanager
def _stopped(context: Any) -> Iterator[Any]:
    try:
        yield context
    finally:
        with catch_warnings(action="ignore"), suppress(OSError):  # Java has ended by itself: that is told
            context.stop()


def _end(gateway: Any) -> None:
    """End the Java program, which holds a gigabyte; PySpark would keep it for the next session."""
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    SparkContext._gateway = SparkContext._jvm = SparkContext._active_spark_context = None
    SparkSession._instantiatedSession = None
    gateway.shutdown()
    if gateway.proc:  # none where `spark-submit` started this program
        gateway.proc.stdin.close()
        gateway.proc.wait()


@contextmanager
def _python(master: str) -> Iterator[None]:
    """Workers on this machine run this Python, unless the user wants another one."""
    name = "PYSPARK_PYTHON"
    if name in os.environ or not _is_here(master):
        yield
        return
    os.environ[name] = sys.executable
    try:
        yield
    finally:
        del os.environ[name]


def _is_here(master: str) -> bool:
    hosts = [host for host, _ in addresses(master)]
    return master.startswith("local") or all(
        host in {"localhost", "127.0.0.1", socket.gethostname()} for host in hosts or [""]
    )


@contextmanager
def _watched(context: Any, master: str) -> Iterator[None]:
    """Wait for the first worker; if all are gone later, jobs end. Spark would wait for workers for ever.

    Raises ConfigError if none takes part.
    """
    until = time.monotonic() + _WORKERS
    while not _has_workers(context):
        if time.monotonic() > until:
            raise ConfigError(
                f"Spark 集群 {master} 没有可用的工作机：可能都在忙，也可能内存不够"
                "（每台要 1 GB，可在 spark-defaults.conf 中改 spark.executor.memory）",
                f"no worker of the Spark cluster {master} is free: they are busy or have too little memory "
                "(1 GB each, unless spark.executor.memory in spark-defaults.conf says otherwise)",
            )
        time.sleep(0.1)
    ended = Event()
    thread = Thread(target=_watch, args=(context, ended), daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _watch(context: Any, ended: Event) -> None:
    seen = time.monotonic()
    with suppress(Exception):  # what has become of Spark is told where it is used
        while not ended.wait(_LOOK):
            if _has_workers(context):
                seen = time.monotonic()
            elif time.monotonic() > seen + _WORKERS:
                context.cancelAllJobs()


def _has_workers(context: Any) -> bool:
    return len(context._jsc.sc().statusTracker().getExecutorInfos()) > 1  # the first is this process
