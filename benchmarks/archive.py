"""An archive of any size: how long a file takes to add, a draft to be held against it, all of it against itself.

    python benchmarks/archive.py 1000000          # passages; an hour for a million, most of it their making

Prints seconds, ratios to `python -c pass`, memory, and how many of the planted copies were found.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.passages import IN_A_REPORT, UNITS, Made, passages, period
from linter.archive.index import Archive
from linter.model.finding import FileOutcome, PartResult, TextBlock

RUNS = 7
_COMMIT = 1.0


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("passages", type=int, nargs="?", default=20_000)
    arguments.add_argument("--archive", help="make it here and keep it; one that is there is used again")
    given = arguments.parse_args()
    with TemporaryDirectory() as folder:
        path = given.archive or str(Path(folder, "archive.db"))
        if not os.path.exists(path):
            made(path, given.passages)
        held(path, Path(folder))
        joined(path)


def made(path: str, count: int) -> None:
    """Make an archive of so many passages."""
    spent, files, kept = 0.0, 0, time.monotonic()
    with Archive(path, new=True) as archive:
        for file in reports(count):
            before = time.perf_counter()
            archive.add(file.path, file)
            files += 1
            if time.monotonic() - kept > _COMMIT:
                archive.commit()
                kept = time.monotonic()
            spent += time.perf_counter() - before
        before = time.perf_counter()
        archive.commit()
        spent += time.perf_counter() - before
        told = archive.statistics()
    print(f"{told.passages} passages in {files} files, {told.size / 2**20:.0f} MB")
    print(
        f"added: {1000 * spent / files:.1f} ms a file of {IN_A_REPORT} passages, beyond reading and judging it"
    )


def reports(count: int) -> Iterator[FileOutcome]:
    """Files of an archive, as they are when they have been judged."""
    every = passages(count)
    number = 0
    while some := list(islice(every, IN_A_REPORT)):
        yield judged(number, some)
        number += 1


def judged(number: int, some: list[Made]) -> FileOutcome:
    unit, about = f"第{number % UNITS + 1}街道", period(number)
    blocks = tuple(TextBlock(0, each.text, at, at, "paragraph") for at, each in enumerate(some, 3))
    part = PartResult(f"{unit}工作总结", 1, len(some) + 2, (), unit, about)
    return FileOutcome(f"{about}/{unit}.txt", "work-report", parts=(part,), text=blocks)


def held(path: str, folder: Path) -> None:
    """Hold a draft of forty passages of the archive, each changed a little, against it."""
    with Archive(path) as archive:
        last = archive.sql.execute("SELECT max(id) FROM texts").fetchone()[0]
        chance = random.Random(1)
        texts = [archive.text(chance.randint(1, last)).rstrip("。") for _ in range(IN_A_REPORT)]
    lines = [f"{text}，另有安排。" for text in texts]
    draft = folder / "draft.txt"
    head = "第3街道2035年上半年工作总结\n\n一、工作情况\n"
    draft.write_text(
        head + "\n".join(lines[:-4]) + "\n\n二、下一步打算\n" + "\n".join(lines[-4:]) + "\n", "utf-8"
    )
    python = [sys.executable, "-m", "linter"]
    options = ["--output-format", "json"]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "check, rules of sections only": [*python, "check", str(draft), "--select", "section", *options],
        "archive check": [*python, "archive", "check", str(draft), "--archive", path, *options],
    }
    base = 0.0
    for name, command in commands.items():
        seconds = fastest(command)
        base = base or seconds
        print(f"{name}: {1000 * seconds:.0f} ms, {1000 * (seconds - base):.0f} ms beyond python -c pass")


def fastest(command: list[str]) -> float:
    """The shortest of some runs, in seconds."""
    times = []
    for _ in range(RUNS):
        before = time.perf_counter()
        subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
        times.append(time.perf_counter() - before)
    return min(times)


def joined(path: str) -> None:
    """Hold the archive against itself."""
    command = [sys.executable, "-m", "linter", "archive", "join", "--archive", path, "--again"]
    before, spent = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*command, "--output-format", "json"], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    seconds, after = time.perf_counter() - before, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - spent.ru_utime - spent.ru_stime
    print(
        f"archive join: {seconds:.1f} s, {cpu:.1f} s of processors, at most {after.ru_maxrss / 1024:.0f} MB"
    )
    with Archive(path) as archive:
        found = archive.sql.execute("SELECT count(*) FROM pairs").fetchone()[0]
    print(f"pairs of different texts that are copies: {found}")


if __name__ == "__main__":
    main()
