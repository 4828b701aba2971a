"""Ctrl-C at random instants of a run with workers, as a terminal sends it: to the whole process group.

`python -m tests.interrupts 1000` runs so many trials and prints what became of them. A trial is right
when the program ends within five seconds with status 130, and no process of its group is left.

In the first 30 ms or so there is no program yet, only a Python that starts; what it makes of Ctrl-C is
not ours to choose. It dies of the signal, which a shell also calls 130, or of a failed start, with
status 1. Both are counted apart, and only where it is Python that says so.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

from tests.support.program import command, environment

LATEST = 0.4
"""Seconds after the start within which the interrupt comes."""
TERM = 5.0
"""Seconds within which the program has to end, and then its workers."""

RIGHT = ("130", "130, by the signal", "1, Python could not start")
_NO_START = (b"Fatal Python error: init_", b"Could not import runpy module")
"""How Python begins to say that."""


def drafts(folder: Path) -> None:
    """Reports that keep two workers busy for longer than an interrupt waits."""
    (folder / ".git").mkdir()
    chance = random.Random(1)
    characters = [chr(code) for code in range(0x4E00, 0x4F00)]
    for number in range(24):
        lines = ("".join(chance.choices(characters, k=40)) + "××，截止目前。" for _ in range(300))
        (folder / f"{number}.txt").write_text(f"第{number}站工作总结\n" + "\n".join(lines), encoding="utf-8")


def trial(folder: Path, delay: float, kept: Path) -> str:
    """What became of a run interrupted after so many seconds: one of RIGHT, or what went wrong."""
    with (kept / "out").open("wb") as out:
        process = subprocess.Popen(
            command("check", ".", "--jobs", "2"),
            cwd=folder,
            env=environment(),
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
    try:
        time.sleep(delay)
        if process.poll() is not None:
            return f"ended with {process.returncode} before the interrupt"
        os.killpg(process.pid, signal.SIGINT)
        try:
            status = process.wait(TERM)
        except subprocess.TimeoutExpired:
            return "did not end"
        if not _gone(process.pid):
            return "processes left"
    finally:
        _end(process)
    if status == -signal.SIGINT:
        return RIGHT[1]
    if status == 1 and (kept / "out").read_bytes().startswith(_NO_START):
        return RIGHT[2]
    return str(status)


def _gone(group: int) -> bool:
    """Whether no process of a group is left; they get some time."""
    until = time.monotonic() + TERM
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        except PermissionError:  # macOS, for those that have ended and are not yet collected
            pass
        time.sleep(0.005)
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def trials(count: int, seed: int, folder: Path) -> Counter[str]:
    """How often each thing became of so many trials."""
    (folder / "drafts").mkdir()
    drafts(folder / "drafts")
    chance = random.Random(seed)
    return Counter(trial(folder / "drafts", chance.uniform(0, LATEST), folder) for _ in range(count))


def main() -> None:
    """Run trials: how many, and the seed of the instants."""
    count, seed = ([int(each) for each in sys.argv[1:]] + [1000, 1][len(sys.argv) - 1 :])[:2]
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        outcomes = trials(count, seed, Path(folder))
    for outcome, number in outcomes.most_common():
        print(f"{number:6}  {outcome}")
    print(f"{count} trials in {time.monotonic() - began:.0f} s, seed {seed}")
    sys.exit(bool(set(outcomes) - set(RIGHT)))


if __name__ == "__main__":
    main()
