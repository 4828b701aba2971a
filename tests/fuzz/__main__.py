"""`python -m tests.fuzz NUMBER [KIND …] [--seed N] [--keep FOLDER]`: a long run, and a table of what came of it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.fuzz.files import KINDS, made
from tests.fuzz.runs import GOOD, Outcome, run

_SHOWN = 12
"""How many faults of a kind are printed."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int, help="of inputs in all")
    parser.add_argument("kinds", nargs="*", default=list(KINDS), metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the first input of each kind")
    parser.add_argument("--keep", type=Path, help="folder for the inputs that went wrong")
    options = parser.parse_args()
    each = -(-options.number // len(options.kinds))
    faults = [
        fault
        for kind in options.kinds
        for fault in tried(kind, options.first, options.first + each, options.seed, options.keep)
    ]
    sys.exit(bool(faults))


def tried(kind: str, first: int, end: int, seed: int, keep: Path | None) -> list[Outcome]:
    """Print how the inputs of a kind fared; those that went wrong."""
    outcomes = list(run(kind, first, end, seed))
    faults = [outcome for outcome in outcomes if outcome.said not in GOOD]
    counts = {said: sum(outcome.said == said for outcome in outcomes) for said in GOOD}
    slowest = max((outcome.seconds, outcome.number) for outcome in outcomes)
    shown = "  ".join(f"{count:6} {said}" for said, count in counts.items())
    print(
        f"{kind:10}{len(outcomes):7} {shown}  {len(faults):4} faults   slowest {slowest[0]:6.2f} s (input {slowest[1]})"
    )
    for fault in faults[:_SHOWN]:
        print(f"    input {fault.number}, {fault.seconds:.2f} s: {fault.said}")
    for fault in faults if keep else ():
        Path(keep, f"{kind}-{seed}-{fault.number}").write_bytes(made(kind, fault.number, seed))
    sys.stdout.flush()
    return faults


if __name__ == "__main__":
    main()
