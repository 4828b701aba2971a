# /// script
# requires-python = ">=3.11"
# dependencies = ["autocorrect-py", "reportlint"]
# ///
"""How long reportlint takes, beside what it is measured by: `python benchmarks/run.py [RUNS]`.

Each figure is the median of RUNS whole processes (21 unless told, fewer for the long ones), those of one
comparison run in turn, their output piped. Ratios travel between machines; times do not. Typer's own import
stands beside one report, which is checked without it where the options are plain. Needs `pip install
autocorrect-py` for the second comparison; textlint takes part where the folder named by TEXTLINT has it (`npm
install textlint textlint-rule-ja-no-mixed-period` there): one rule, and reading the files. What thousands of
reports take is measured by `benchmarks/many.py`.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from texts import KILOBYTE, reports

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.support.ooxml import docx, p

AUTOCORRECT = """\
import sys, autocorrect_py
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        autocorrect_py.format(file.read())
"""


class Cost(NamedTuple):
    """Of one process, in milliseconds."""

    wall: float
    cpu: float


def main() -> None:
    """Print both comparisons."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    with tempfile.TemporaryDirectory() as folder:
        paths = _written(Path(folder), reports(200))
        python = [sys.executable]
        one = [*python, "-m", "linter", "check", paths[0]]
        all_of_them = [*python, "-m", "linter", "check", *paths]
        peer = [*python, "-c", AUTOCORRECT, *paths]
        size = Path(paths[0]).stat().st_size
        compare(f"one report of {size / KILOBYTE:.1f} KB, at most 9", runs, {
            "python -c pass": [*python, "-c", "pass"], "import typer": [*python, "-c", "import typer"],
            "reportlint check": one, "the same by Typer": [*one, "--jobs", "0"],  # an option left to it
        })  # fmt: skip
        few = max(3, runs // 3)
        compare("200 reports, with one process at most 800 ms", few, {
            "autocorrect-py": peer, **textlint(Path(folder), paths),
            "one process": [*all_of_them, "--jobs", "1"], "reportlint check": all_of_them,
        })  # fmt: skip
        word, plain = _long(Path(folder), "".join(reports(220)))
        compare("Word, 400,000 characters, at most 2,000 ms", few, {
            "the same as text": [*one[:-1], plain], "reportlint check": [*one[:-1], word],
        })  # fmt: skip


def textlint(folder: Path, paths: list[str]) -> dict[str, list[str]]:
    """The command of textlint with one rule; none where it is not installed."""
    modules = Path(os.environ.get("TEXTLINT", ".")) / "node_modules"
    program = modules / ".bin" / "textlint"
    if not program.exists():
        return {}
    config = folder / "textlint.json"
    config.write_text('{"rules": {"ja-no-mixed-period": {"periodMark": "。"}}}', "utf-8")
    options = ["--config", str(config), "--rules-base-directory", str(modules.resolve())]
    return {"textlint": [str(program.resolve()), *options, *paths]}


def _written(folder: Path, texts: list[str]) -> list[str]:
    paths = [folder / f"{number:03}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    return [str(path) for path in paths]


def _long(folder: Path, text: str) -> tuple[str, str]:
    """The first 400,000 characters of a text, as Word and as plain text."""
    lines = text[:400_000].splitlines()
    word, plain = folder / "long.docx", folder / "long.txt"
    word.write_bytes(docx("".join(map(p, lines))))
    plain.write_text("\n".join(lines), "utf-8")
    return str(word), str(plain)


def compare(title: str, runs: int, commands: dict[str, list[str]]) -> None:
    """Run the commands in turn and print their medians and the ratio to the first of them."""
    for command in commands.values():
        cost(command)  # files and caches are warm in each run that counts
    costs = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            costs[name].append(cost(command))
    print(f"{title} ({runs} runs)")
    base: Cost | None = None
    for name, found in costs.items():
        middle = Cost(median(each.wall for each in found), median(each.cpu for each in found))
        base = base or middle
        print(
            f"  {name:18}{middle.wall:8.1f} ms {middle.wall / base.wall:6.2f} ×"
            f"    processor {middle.cpu:8.1f} ms {middle.cpu / base.cpu:6.2f} ×"
        )


def cost(command: list[str]) -> Cost:
    """What one process costs. Raises CalledProcessError where it cannot run at all."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    # 1 is the status of reportlint with findings, and of a Python script that fails: it prints nothing.
    if done.returncode > 1 or (done.returncode and not done.stdout):
        raise subprocess.CalledProcessError(done.returncode, command[:3], done.stdout, done.stderr)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall * 1000, cpu * 1000)


if __name__ == "__main__":
    main()
