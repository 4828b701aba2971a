"""What the tricks for speed that the code keeps are worth: `python benchmarks/tricks.py`.

Named tuples in place of frozen, slotted dataclasses for what flows from reader to reporter; annotations
that are evaluated; the cache of compiled rulesets; words that are looked up in the dictionary by
bisection; weights of n-grams that are added up for all sections at one go; pairs of characters that are
looked up as numbers, and are not asked about again; the words that rules need; filters before large
patterns; what stands twice, told by comparing a text with itself; a class that guards the work of a rule;
of the clauses of many reports only those that recur; BLAKE2 without OpenSSL. Each line is a ratio of
medians, which travels between machines. A trick whose ratio comes near 1 goes.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import pairwise
from operator import add
from pathlib import Path
from statistics import median
from typing import Any

from texts import reports

from linter import api, checks, readers
from linter.checks import misspelling
from linter.engine.choice import Choice
from linter.model.errors import ReportlintError, guarded
from linter.model.message import Message
from linter.model.outline import Context
from linter.model.pairs import pairs_in
from linter.model.weights import Rows
from linter.ruleset.library import load
from linter.structure import fitted
from linter.text import patterns, similarity
from linter.text.doubled import doubles

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


def annotations() -> None:
    """Defining twenty named tuples whose annotations are kept as text, and evaluated."""
    kept = compile("from __future__ import annotations\n" + DEFINE["named tuple"], "kept", "exec")
    evaluated = compile(DEFINE["named tuple"], "evaluated", "exec", dont_inherit=True)
    times = [seconds(lambda code=code: [exec(code, {}) for _ in range(20)]) for code in (kept, evaluated)]  # type: ignore[misc]
    print(f"{'annotations of a named tuple':<32} as text / evaluated      {times[0] / times[1]:5.2f} ×")


def words() -> None:
    """Looking words up in a process of its own, each in the whole dictionary and as `is_word` does.

    The words are those that `placeholder` asks about: the tails of what stands before a unit, with and
    without it.
    """
    before = [text[at : at + 4] for text in reports(10) for at in range(500, 900, 100)]
    asked = [stretch[-size:] + unit for stretch in before for unit in ("会", "") for size in range(1, 5)]
    load = f"from linter.text import dictionary\nasked = {asked}\n"
    whole = load + "for word in asked: f'\\n{word} '.encode() in dictionary._dictionary()"
    bisected = load + "for word in asked: dictionary.is_word(word)"
    times = [seconds(lambda code=code: python(code), 5) for code in (whole, bisected)]  # type: ignore[misc]
    print(f"{f'looking up {len(asked)} words':<32} whole / by bisection     {times[0] / times[1]:5.2f} ×")


def weights() -> None:
    """Adding up 2,000 rows of weights for five sections, number by number and packed into one."""
    rows = [" ".join(str(place * at % 97 - 48) for place in range(1, 6)) for at in range(2000)]
    times = [
        seconds(lambda: [sum(column) for column in zip(*map(fitted.numbers, rows), strict=True)]),
        seconds(lambda: fitted.unpacked(sum(map(fitted.packed, rows)), 5)),
    ]
    print(f"{'adding 2,000 rows of weights':<32} one by one / packed      {times[0] / times[1]:5.2f} ×")


def pairs() -> None:
    """Looking up each two characters in a row of a report, as strings and as numbers."""
    text = reports(1)[0]
    table = {first + second: "" for first, second in pairwise(reports(2)[1])}
    of_pairs = Rows(table).of_pairs
    times = [
        seconds(lambda: [table.get(pair) for pair in set(map(add, text, text[1:]))]),
        seconds(lambda: [of_pairs.get(pair) for pair in set(pairs_in(text))]),
    ]
    print(f"{'looking up pairs of characters':<32} strings / numbers         {times[0] / times[1]:5.2f} ×")


def remembered() -> None:
    """Looking for wrong characters in 100 reports: each pair anew, and none that one before showed right."""
    chosen = Choice(("ideology-work-report",))
    rule = next(each for each in api.choose(chosen.names).rules(chosen) if each.check == "misspelling")
    options = checks.options(rule.check, rule.options, rule.words)
    contexts = [Context(readers.read("draft.txt", text.encode()), ()) for text in reports(100)]

    def look() -> None:
        find = misspelling.build(options)
        for context in contexts:
            list(find(context))

    remembering = seconds(look, 5)
    misspelling._MOST_KEPT = 0
    anew = seconds(look, 5)
    print(f"{'wrong characters in 100 reports':<32} each anew / remembered    {anew / remembering:5.2f} ×")


def needed() -> None:
    """Judging 20 reports by patterns in a process of its own: all of them, and by those of which a report has
    the words that they need.
    """
    code = (
        "import os\n"
        "from linter import readers\n"
        "from linter.engine.judge import judge, prepare\n"
        "from linter.ruleset.library import load\n"
        "found = load('ideology-work-report')\n"
        "rules = [rule for rule in found.rules if rule.needs]\n"
        "rules = tuple(rule._replace(needs=rule.needs if os.environ['NEEDS'] else ()) for rule in rules)\n"
        "prepared = prepare(found._replace(rules=rules))\n"
        f"for text in {reports(20)}: judge(readers.read('draft.txt', text.encode()), (), prepared)"
    )
    times = [seconds(lambda needs=needs: python(code, NEEDS=needs), 5) for needs in ("", "1")]  # type: ignore[misc]
    print(f"{'rules of patterns':<32} all / of needed words       {times[0] / times[1]:5.2f} ×")


def filtered() -> None:
    """Searching 200 new texts for the prompts of templates: by one pattern of all, and behind its filters."""
    (rule,) = (each for each in load("leftovers").rules if each.id == "leftover-prompt")
    parts = [f"(?:{each})" for each in rule.options["patterns"]]
    drafts = [text.encode() for text in reports(200)]

    def search(anew: str, make: Callable[[list[str]], Any]) -> float:
        begun = time.perf_counter()
        pattern = make([*parts, anew])  # of a pattern that it has compiled before, RE2 keeps the states
        for draft in drafts:
            pattern.search(draft)
        return time.perf_counter() - begun

    whole = median(search(f"甲{run}", lambda each: patterns.compile("|".join(each))) for run in range(5))
    behind = median(search(f"乙{run}", lambda each: patterns.Lazy(*each)) for run in range(5))
    print(f"{'100 patterns in 200 new texts':<32} at once / behind filters  {whole / behind:5.2f} ×")


def doubled() -> None:
    """Looking for what stands twice in a row in a report: by a pattern, and by comparing it with itself."""
    text, pattern = reports(1)[0], re.compile(r"(\w{2,10}?)\1")
    times = [
        seconds(lambda: pattern.search(text)),
        seconds(lambda: [doubles(text, length)(0) for length in range(2, 11)]),
    ]
    print(f"{'looking for doubled words':<32} by a pattern / at one go   {times[0] / times[1]:5.2f} ×")


def guards() -> None:
    """Entering the guard of a rule, and one that does the same as a generator."""

    @contextmanager
    def generator(path: str, step: Message) -> Iterator[None]:
        try:
            yield
        except ReportlintError:
            raise

    def enter(guard: Callable[[str, Message], AbstractContextManager[None]], step: Message) -> None:
        for _ in range(2000):
            with guard("", step):
                pass

    step = Message("", "")
    times = [seconds(lambda each=each: enter(each, step)) for each in (generator, guarded)]  # type: ignore[misc]
    print(f"{'guarding 2,000 rules':<32} generator / class         {times[0] / times[1]:5.2f} ×")


def recurring() -> None:
    """Memory for the clauses of 1,000 reports that lead to copies: of all, and of those that recur.

    Every report has ten clauses of its own, and three that all have.
    """
    clauses = [
        [f"{number}{'甲乙丙'[at % 3]}{at}项工作" for at in range(10)] + ["甲甲甲", "乙乙乙", "丙丙丙"]
        for number in range(1000)
    ]
    kept = similarity.recurring(clauses, len(clauses))
    sizes = []
    for chosen in (clauses, map(kept, clauses)):
        tracemalloc.start()
        index = similarity.CandidateIndex()
        for each in chosen:
            index.add(list(each), 100)
        sizes.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
    print(f"{'an index of 13,000 clauses':<32} all / recurring, memory   {sizes[0] / sizes[1]:5.2f} ×")


def python(code: str, **variables: str) -> None:
    """Run some code with this checkout."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)


def digests() -> None:
    """Starting Python with BLAKE2, from `hashlib` and as `linter.digests` takes it."""
    times = [seconds(lambda name=name: python(f"import {name}")) for name in ("hashlib", "_blake2")]  # type: ignore[misc]
    print(f"{'starting with BLAKE2':<32} hashlib / without OpenSSL {times[0] / times[1]:5.2f} ×")


def rulesets() -> None:
    """Loading all shipped rulesets in a process of its own, from YAML and from the cache."""
    code = "from linter.ruleset.library import library, load\nfor name in library().paths: load(name)"
    with tempfile.TemporaryDirectory() as folder:
        warm = seconds(lambda: python(code, REPORTLINT_CACHE_DIR=folder), 9)
        cold = seconds(lambda: python(code, REPORTLINT_CACHE_DIR=tempfile.mkdtemp(dir=folder)), 9)
    print(f"{'loading the shipped rulesets':<32} without / with the cache  {cold / warm:5.2f} ×")


if __name__ == "__main__":
    values()
    annotations()
    rulesets()
    words()
    weights()
    pairs()
    remembered()
    needed()
    filtered()
    doubled()
    guards()
    recurring()
    digests()
