"""How often reportlint speaks where it should be silent: `python benchmarks/silence.py FOLDER`.

FOLDER holds finished texts, in any format that is read, at whatever depth. Printed are the findings of
level warning or above by rule, and how many there are in 10,000 characters of text; those of `section`,
`order` and `layout`, which are about what a text is meant to be, are counted apart.

How many of them are right only a reader can tell. `--sheet FILE` writes the findings as a table (tab
separated) with an empty last column: put 1 for right and 0 for wrong. `--marked FILE` prints how many
were right, by rule. `--against FILE` holds this run against such a table: of what was right, what is no
longer found; of what was wrong, what is still said; and how much is new.
"""

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from linter import api, readers
from linter.model.errors import UnreadableError

APART = ("section", "order", "layout")
"""Checks that ask what a text is meant to be."""
COLUMNS = ["text", "line", "rule", "excerpt", "message", "right"]


class Row(NamedTuple):
    """One finding, as it stands in a sheet."""

    text: str
    line: int
    end_line: int
    rule: str
    excerpt: str
    message: str


def main() -> None:
    """Print the counts, and what the options ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--ruleset", action="append", default=[], help="as for `reportlint check`")
    parser.add_argument("--show", metavar="RULE", action="append", default=[], help="print its findings")
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--marked", type=Path)
    parser.add_argument("--against", type=Path)
    options = parser.parse_args()
    if options.marked:
        sys.stdout.writelines(f"{line}\n" for line in precision(marks(options.marked)))
    if not options.folder:
        return
    rows, apart, characters = measure(options.folder, options.ruleset)
    for rule, number in Counter(row.rule for row in rows).most_common():
        print(f"{number:6}  {rule}")
    for row in rows:
        if row.rule in options.show:
            print(f"{row.text}:{row.line} {row.rule} “{row.excerpt}” {row.message}")
    if options.sheet:
        write_sheet(options.sheet, rows)
    if options.against:
        print(held_against(rows, marks(options.against)))
    rate = len(rows) / max(1, characters) * 10_000
    print(f"{len(rows)} findings in {characters} characters, {rate:.2f} in 10,000; {apart} more of sections")


def measure(folder: Path, rulesets: Iterable[str]) -> tuple[list[Row], int, int]:
    """The findings of warning or above in the texts of a folder, how many stand apart, and the characters.

    The texts are judged together, as in one run: copies between them count.
    """
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    drafts, characters = [], 0
    for path in paths:
        try:
            characters += len(readers.read(str(path), path.read_bytes()).text)
        except UnreadableError as error:
            print(error.text.say("en"), file=sys.stderr)
            continue
        drafts.append(api.draft(path.read_bytes(), str(path.relative_to(folder))))
    found = [
        (file.path, finding)
        for file in api.check_many(drafts, tuple(rulesets) or api.AUTO).files
        for finding in file.findings
        if finding.level != "info"
    ]
    rows = [
        Row(path, each.line, each.end_line, each.rule, one_line(each.excerpt), one_line(each.message.zh))
        for path, each in found
        if each.check not in APART
    ]
    return rows, len(found) - len(rows), characters


def one_line(text: str) -> str:
    """The beginning of a text, without line ends."""
    return " ".join(text.split())[:80]


def write_sheet(path: Path, rows: Iterable[Row]) -> None:
    """Write a table to mark."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([row.text, row.line, row.rule, row.excerpt, row.message, ""] for row in rows)


def marks(path: Path) -> dict[tuple[str, int, str], bool]:
    """Whether each finding of a marked table is right, by text, line and rule."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    return {(row[0], int(row[1]), row[2]): row[5].strip() == "1" for row in rows}


def precision(marked: dict[tuple[str, int, str], bool]) -> Iterator[str]:
    """How many findings were right, by rule and in all."""
    by_rule: dict[str, list[bool]] = defaultdict(list)
    for (_, _, rule), right in marked.items():
        by_rule[rule].append(right)
    for rule, each in sorted(by_rule.items(), key=lambda item: -len(item[1])):
        yield f"{sum(each):6} of {len(each):6} right  {rule}"
    yield f"{sum(marked.values()):6} of {len(marked):6} right in all"


def held_against(rows: Iterable[Row], marked: dict[tuple[str, int, str], bool]) -> str:
    """What became of the findings of a marked table. What was right may be found by any rule on its line."""
    lines = {(row.text, line) for row in rows for line in range(row.line, row.end_line + 1)}
    places = {(row.text, row.line, row.rule) for row in rows}
    right = [place for place, is_right in marked.items() if is_right]
    wrong = marked.keys() - set(right)
    return (
        f"right, still found: {sum(place[:2] in lines for place in right)} of {len(right)}; "
        f"wrong, still said: {len(places & wrong)} of {len(wrong)}; new: {len(places - marked.keys())}"
    )


if __name__ == "__main__":
    main()
