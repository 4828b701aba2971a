"""What thousands of reports take: `python benchmarks/many.py [REPORTS]` (5,000 unless told).

Prints the speed with one process and with two, and their ratio; the most memory that the process which collects
holds, writing text and JSON; what the comparison adds, on these reports and on as many files of twenty
paragraphs, one of which is a copy, with how many of these it finds.

Wall times mean something on an idle machine alone. So beside them stands by how much two processes would be
faster on two free cores, by the seconds of the processor, if nothing that the collecting process does went on
while the others work.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from passages import passages
from texts import reports

from linter import api
from linter.model.outline import Context
from linter.readers import read

RUN = """\
import atexit, resource, sys, threading
def tell():
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_maxrss, used.ru_utime + used.ru_stime, file=sys.stderr)
atexit.register(tell)
from linter.__main__ import program
program()
"""
"""The program, which tells at its end what it took: without `threading` loaded it would leave out that end."""
MEGABYTE = 1_000_000
IN_A_FILE = 20
SELECTOR = api.choose("work-report")


class Cost(NamedTuple):
    """Of one run."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of the processor, of all its processes."""
    own: float
    """Those of the process which collects."""
    memory: float
    """The most that the process which collects held, in MB."""


def main() -> None:
    """Print all of it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as folder:
        size = written(Path(folder), reports(count)) / MEGABYTE
        cost(folder, 2, "json")  # what is read from the disk is at hand from here on
        one, two, text = cost(folder, 1, "json"), cost(folder, 2, "json"), cost(folder, 2, "text")
    print(f"{count} reports, {size:.1f} MB")
    for name, each in ("one process", one), ("two processes", two):
        print(f"  {name:14}{each.wall:7.1f} s{size / each.wall:6.2f} MB/s   processor {each.cpu:6.1f} s")
    free = (two.cpu - two.own) / 2 + two.own
    print(f"  two are {one.wall / two.wall:.2f} × one, by the processor {one.cpu / free:.2f} ×; at least 1.7")
    for name, each in ("json, one", one), ("json, two", two), ("text, two", text):
        print(f"  memory, {name:11}{each.memory:5.0f} MB, at most 150")
    added("these reports", ((text, []) for text in reports(count)))
    added(f"{count} files of {IN_A_FILE} paragraphs", planted_in(count))


def written(folder: Path, texts: Iterable[str]) -> int:
    """Write a file for each text; how many bytes they have."""
    return sum((folder / f"{number:05}.txt").write_bytes(text.encode()) for number, text in enumerate(texts))


def cost(folder: str, jobs: int, form: str) -> Cost:
    """What a run takes. Raises CalledProcessError where it fails."""
    options = ["check", folder, "--output-format", form, "--jobs", str(jobs)]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", RUN, *options], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1:
        raise subprocess.CalledProcessError(done.returncode, options, stderr=done.stderr)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    unit = 1 if sys.platform == "darwin" else 1024
    memory, own = map(float, done.stderr.split()[-2:])
    return Cost(wall, cpu, own, memory * unit / MEGABYTE)


def added(name: str, made: Iterable[tuple[str, list[tuple[str, str]]]]) -> None:
    """Print what gathering the paragraphs of files and comparing them takes, and how many copies are found."""
    choice = SELECTOR.outlined(read("a.txt", "总结".encode()))[1]
    rule, gather, compare = next(
        each for each in SELECTOR.prepared(choice).comparisons if each[0].check == "duplicate"
    )
    gathering, gathered, planted, texts = 0.0, [], set(), set[str]()
    for number, (text, copies) in enumerate(made):
        document = read(f"{number:05}.txt", text.encode())
        context = Context(document, SELECTOR.outlined(document)[0])
        start = time.process_time()
        gathered.append((document.path, gather(context)))
        gathering += time.process_time() - start
        known = {passage.text: passage.start for passage in gathered[-1][1] if not passage.is_short}
        planted |= {
            (document.path, known[copy]) for copy, source in copies if copy in known and source in texts
        }
        texts |= known.keys()
    start = time.process_time()
    found = {(path, match.start) for path, match in compare(gathered)}
    comparing = time.process_time() - start
    count = sum(len(passages) for _, passages in gathered)
    print(f"{rule.id}, {name}: {count} paragraphs, {len(found)} of them copies")
    print(
        f"  gathering {gathering:5.1f} s, comparing {comparing:5.1f} s of the processor, at most 4 together"
    )
    if planted:
        print(
            f"  of {len(planted)} copies that were planted {len(planted & found) / len(planted):.3f} are found"
        )


def planted_in(count: int) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Files of paragraphs, each with its copies and what these were copied from: paragraphs of earlier files
    with three characters in a hundred exchanged, the measure that `linter.text.similarity` documents.
    """
    chance, earlier = random.Random(1), list[str]()
    new = (made.text for made in passages(2 * count * IN_A_FILE) if made.kind == "new")
    for texts in islice(zip(*[new] * IN_A_FILE, strict=False), count):
        sources = [chance.choice(earlier)] if earlier else []
        copies = [(exchanged(source, chance), source) for source in sources]
        yield "\n".join(("材料汇编", *texts[len(copies) :], *(copy for copy, _ in copies))), copies
        earlier += texts[5:6]


def exchanged(text: str, chance: random.Random) -> str:
    """A text with three in a hundred of its Chinese characters exchanged for others of it."""
    places = [at for at, sign in enumerate(text) if sign >= "\u4e00" and sign < "\ua000"]
    signs = list(text)
    for at in chance.sample(places, max(1, len(places) * 3 // 100)):
        signs[at] = text[chance.choice(places)]
    return "".join(signs)


if __name__ == "__main__":
    main()
