"""What the two tricks for speed that the code keeps are worth: `python benchmarks/tricks.py`.

Named tuples in place of frozen, slotted dataclasses for what flows from reader to reporter; and the
cache of compiled rulesets. Each line is a ratio of medians, which travels between machines. A trick
whose ratio comes near 1 goes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
DEFINE = {
    "named tuple": (
        "from typing import NamedTuple\n"
        "class Span(NamedTuple):\n    start: int\n    end: int\n    kind: str = ''\n"
    ),
    "dataclass": (
        "from dataclasses import dataclass\n@dataclass(frozen=True, slots=True)\n"
        "class Span:\n    start: int\n    end: int\n    kind: str = ''\n"
    ),
}
MAKE = "for at in range(2000): Span(at, at + 1)"


def seconds(work: Callable[[], object], runs: int = 15) -> float:
    """The median time of some runs, after one that does not count."""
    work()
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return median(times)


def values() -> None:
    """Defining twenty such types and making 2,000 values of one."""
    times = {}
    for name, source in DEFINE.items():
        defining, making = compile(source, name, "exec"), compile(MAKE, name, "exec")
        space: dict[str, object] = {}
        exec(defining, space)
        times[name] = (
            seconds(lambda code=defining: [exec(code, {}) for _ in range(20)]),  # type: ignore[misc]
            seconds(lambda code=making, space=space: exec(code, space)),  # type: ignore[misc]
        )
    for number, what in enumerate(("defining a type", "making a value")):
        ratio = times["dataclass"][number] / times["named tuple"][number]
        print(f"{what:<32} dataclass / named tuple   {ratio:5.2f} ×")


def rulesets() -> None:
    """Loading all shipped rulesets in a process of its own, from YAML and from the cache."""
    code = "from linter.ruleset.library import library, load\nfor name in library().paths: load(name)"
    with tempfile.TemporaryDirectory() as folder:

        def run(cache: str) -> None:
            variables = {**os.environ, "PYTHONPATH": str(ROOT), "REPORTLINT_CACHE_DIR": cache}
            subprocess.run([sys.executable, "-c", code], check=True, env=variables)

        warm = seconds(lambda: run(folder), 9)
        cold = seconds(lambda: run(tempfile.mkdtemp(dir=folder)), 9)
    print(f"{'loading the shipped rulesets':<32} without / with the cache  {cold / warm:5.2f} ×")


if __name__ == "__main__":
    values()
    rulesets()
