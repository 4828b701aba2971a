"""What holds for every test: a unit test starts no process, and no test is judged by the clock."""

from __future__ import annotations

import gc
import multiprocessing.util
import os
import signal
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from linter.text import patterns
from tests.support.browser import browser as browser  # a fixture for every test

# A trial that takes long on a busy machine is no fault.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

# Started in the background of a script, pytest is told to ignore Ctrl-C, and so is what it starts: the tests
# that stop the program in this way want it to listen.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

_STARTS = (
    (subprocess.Popen, "__init__"),
    (os, "fork"),
    (os, "forkpty"),
    (os, "posix_spawn"),
    (os, "system"),
    (multiprocessing.util, "spawnv_passfds"),
)
"""What starts a process; some of it is not there on every system."""


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Take the option that pyproject.toml gives to pytest-xdist where that is switched off."""
    if not pluginmanager.hasplugin("xdist"):
        parser.addoption("--numprocesses", help="ignored: pytest-xdist is switched off")


@pytest.fixture(autouse=True, scope="session")
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep compiled rulesets for all tests, and leave the cache of who runs them alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPORTLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True, scope="session")
def _patterns_of_the_tests() -> Iterator[None]:
    """Compile a pattern of the shipped rules once for all tests, and not for each ruleset that inherits it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(patterns, "_compile", lru_cache(maxsize=2000)(patterns._compile))
        yield


def pytest_collection_finish() -> None:
    """Leave the tests, which stay until the end, out of what is searched for garbage again and again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Let only tests marked `process` start one: the others fail where they do."""
    if item.get_closest_marker("process"):
        return (yield)
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in _STARTS:
            patch.setattr(owner, name, _refuse, raising=False)
        return (yield)


def _refuse(*_: Any, **__: Any) -> None:
    pytest.fail("a unit test starts no process: mark this test `process`")
