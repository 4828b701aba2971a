"""Fits the weights by which notes to oneself are told, to `notes/*.tsv` and the reports of `texts/`.

    python -m training.notes [--figures]

Writes `rulesets/words/zh/notes.yaml`, the same bytes each time. With `--figures` it prints how many notes of
writers who were left out are found, and how often a line or a report without notes is said to have one.
The writers of `notes/apart/` are always left out.

A row of `notes/*.tsv` is `note` or `none` and a line, in which ⟦ and ⟧ enclose the note. Each file is by one
writer. The sentences of `texts/` count as none, but for the notes that some of them have (`in_texts.txt`).
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from statistics import median
from typing import NamedTuple

from linter.authoring.learn.fit import Layer, table
from linter.authoring.learn.samples import Piece as Fitted
from linter.checks.placeholder import notes
from linter.text.characters import is_han

FOLDER = Path(__file__).parent
FILE = FOLDER.parent / "rulesets/words/zh/notes.yaml"
OPENING, CLOSING = "⟦", "⟧"
LAYER = Layer(1.0, 3, 3000)
ORDINARY = 0.4
"""What a piece of a report counts beside one of a line."""
LEAST, ABOVE = 2.5, 9.5
"""The bars of the rule, for the figures."""
HEAD = """\
# 词表组 notes：检查 placeholder 的 note 一类凭它认出写给自己或同事的话。由 training/notes.py 拟合，请勿手改。
# The group `notes`: by it `kind: note` of the check `placeholder` tells notes to oneself. Fitted by
# training/notes.py: do not edit.

# 每行先写权重（1/32 个对数几率），后写有这个权重的字和字对；␣ 是空格，¶ 是行首行尾，0 是数字。
# A weight (in 1/32 of log-odds), then the characters and pairs that have it; ␣ is a blank, ¶ an end of a
# line, 0 a digit.
weights:
"""


class Sample(NamedTuple):
    """A piece of a line, or of a report."""

    own: str
    """What it stands in, without what is quoted."""
    piece: notes.Piece
    is_note: bool


class Line(NamedTuple):
    """A line of a report."""

    text: str
    note: tuple[int, int] | None
    """Where the note in it begins and ends."""


def by_writer(folder: str = "notes") -> dict[str, list[Line]]:
    """The lines of each file."""
    return {
        path.stem: [_line(row) for row in path.read_text("utf-8").splitlines()]
        for path in sorted((FOLDER / folder).glob("*.tsv"))
    }


def _line(row: str) -> Line:
    kind, marked = row.split("\t")
    text = marked.replace(OPENING, "").replace(CLOSING, "")
    return Line(text, (marked.index(OPENING), marked.index(CLOSING) - 1) if kind == "note" else None)


def samples(lines: Iterable[Line]) -> Iterator[Sample]:
    """The pieces of some lines; those that a note cuts in two teach nothing."""
    for line in lines:
        own = notes.unquoted(line.text)
        start, end = line.note or (0, 0)
        for piece in notes.pieces(own):
            shared = max(0, min(end, piece.end) - max(start, piece.start)) / (piece.end - piece.start)
            if shared == 0 or shared > 0.5:
                yield Sample(own, piece, shared > 0)


def ordinary(half: int) -> list[Sample]:
    """The pieces of every second report, the notes among them left out."""
    found = []
    for path in _texts(half):
        text = path.read_text("utf-8")
        own = notes.unquoted(text)
        others = (each for each in notes.pieces(own) if text[each.start : each.end] not in _known())
        found += [Sample(own, piece, False) for piece in others]
    return found


def _texts(half: int) -> list[Path]:
    return sorted((FOLDER / "texts").glob("*.txt"))[half::2]


@cache
def _known() -> set[str]:
    return set((FOLDER / "notes/in_texts.txt").read_text("utf-8").splitlines())


def fitted(lines: Iterable[Sample], reports: Sequence[Sample]) -> dict[str, int]:
    """The weights, with the median of the sentences of the reports."""
    given = [(each, 1.0) for each in lines] + [(each, ORDINARY) for each in reports]
    rows = table([_fitted(*each) for each in given if _is_chinese(each[0])], LAYER)
    found = {gram: int(row) for gram, row in rows.items()}
    sentences = [each for each in reports if notes.is_sentence(each.piece)]
    odds = [_odds(each, found) for each in sentences]
    return {**found, notes.USUAL: round(median(odds) * notes.SCALE)}


def _fitted(sample: Sample, weight: float) -> Fitted:
    """Latin letters say nothing: some writers mix languages, and some reports are about programs."""
    grams = notes.grams(sample.own, sample.piece)
    known = frozenset(gram for gram in grams if gram.startswith("@") or "a" not in gram)
    return Fitted(known, False, weight, (sample.is_note,))


def _is_chinese(sample: Sample) -> bool:
    return notes.is_chinese(sample.own, sample.piece)


def _odds(sample: Sample, found: dict[str, int]) -> float:
    return notes.log_odds(sample.own, sample.piece, notes.Weights(found, frozenset()))


def written(weights: dict[str, int]) -> str:
    """The text of the word list."""
    return HEAD + "".join(f"- {_quoted(row)}\n" for row in _rows(weights))


def _rows(weights: dict[str, int]) -> Iterator[str]:
    """A row for each weight, the largest first."""
    rows = defaultdict(list)
    for gram, weight in sorted(weights.items()):
        rows[weight].append(gram.replace(" ", notes.BLANK).replace("\n", notes.LINE_END))
    yield from (" ".join([str(weight), *rows[weight]]) for weight in sorted(rows, reverse=True) if weight)


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def figures(lines: dict[str, list[Line]]) -> None:
    """Print how the rule does on a writer, and on reports, that its weights were not fitted to."""
    for number, writer in enumerate(lines):
        others = [each for name, some in lines.items() if name != writer for each in some]
        words = notes.Words(tuple(_rows(fitted(list(samples(others)), ordinary(number % 2)))))
        find = notes.note_finder(words, LEAST, ABOVE)
        left_out = _texts(1 - number % 2)
        in_reports = sum(len(_false(find, path.read_text("utf-8"))) for path in left_out)
        print(
            f"without {writer}: {_told(find, lines[writer])}; in {len(left_out)} reports {in_reports} false"
        )


def figures_apart(weights: dict[str, int]) -> None:
    """Print how the rule does, by the weights that are shipped, on those who taught it nothing."""
    find = notes.note_finder(notes.Words(tuple(_rows(weights))), LEAST, ABOVE)
    for writer, lines in by_writer("notes/apart").items():
        print(f"{writer}: {_told(find, lines)}")


def _told(find: Callable[[str], Iterable[tuple[int, int]]], lines: Sequence[Line]) -> str:
    """How many of the notes in some lines are found, and in how many lines something else."""
    chinese = [each for each in lines if any(map(is_han, each.text))]
    there = [each for each in chinese if each.note]
    told = sum(any(_meets(span, each.note) for span in find(each.text)) for each in there)
    false = sum(any(not _meets(span, each.note) for span in find(each.text)) for each in chinese)
    return f"{told} of {len(there)} notes, {false} of {len(chinese)} lines falsely"


def _meets(one: tuple[int, int], other: tuple[int, int] | None) -> bool:
    return other is not None and one[0] < other[1] and other[0] < one[1]


def _false(find: Callable[[str], Iterable[tuple[int, int]]], text: str) -> list[str]:
    """What is said to be a note in a report, and is none."""
    return [text[start:end] for start, end in find(text) if text[start:end] not in _known()]


def everything() -> dict[str, int]:
    """The weights fitted to all lines and reports: those that are shipped."""
    lines = [each for some in by_writer().values() for each in some]
    return fitted(list(samples(lines)), [*ordinary(0), *ordinary(1)])


if __name__ == "__main__":
    shipped = everything()
    FILE.write_text(written(shipped), "utf-8", newline="\n")
    if "--figures" in sys.argv:
        figures(by_writer())
        figures_apart(shipped)
