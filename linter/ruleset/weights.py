"""The file of weights beside a ruleset: read and written. `linter.model.weights` says what is in it.

Thousands of lines take a tenth of the time of a check to read, so that what was made of them is kept.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from linter import bounded
from linter.model.errors import RulesetError, reason
from linter.model.weights import STATES, Rows, SectionWeights
from linter.ruleset import cache
from linter.ruleset.encoding import decode, encode
from linter.structure.fitted import FEATURES
from linter.structure.under_headings import TEXT_FEATURES
from linter.text import patterns

MAX_BYTES = 8 << 20
"""A larger file is refused."""
_MOST_SECTIONS = 100

_TEXTS = [str]
_SHAPE = (_TEXTS, _TEXTS, _TEXTS, _TEXTS, _TEXTS, {str: [[float]]}, {str: (float, float)}, {str: [float]})
"""Weights as they are kept: the sections, n-grams and rows of headings, those of sentences, and the rest."""
_FORM = f"weights 1 {len(FEATURES)} {len(TEXT_FEATURES)}".encode()
"""Tells them from other entries of the cache, and from those of a program with other features."""

_NUMBER = "-?[0-9]{1,6}"
"""Weights are small; no sum of numbers so short goes beyond what a float holds."""
_FLOAT = rf"{_NUMBER}(?:\.[0-9]{{1,6}})?"
_FLOATS = f"{_FLOAT}(?: {_FLOAT})*"


def load(paths: Sequence[str], known: Collection[str] = ()) -> SectionWeights:
    """The weights in one file or more, added up.

    The first file says how the sections are told; the others add to n-grams and may calibrate anew. `known`
    are the sections of the ruleset. Raises RulesetError with the line of what is wrong.
    """
    contents = [_content(path) for path in paths]
    key = cache.digest(_FORM, *contents)
    weights = _kept(cache.get(key))
    if weights is None:
        weights = _added_up(paths, [_read(*each) for each in zip(paths, contents, strict=True)])
        cache.put(key, [_encoded(weights)])
    if known and not set(weights.sections) & set(known):
        theirs = "、".join(weights.sections), ", ".join(weights.sections)
        raise RulesetError(
            f"{paths[0]}：权重是给别的部分的（{theirs[0]}），规则集里一个也没有",
            f"{paths[0]}: the weights are of other sections ({theirs[1]}), none in the ruleset",
        )
    return weights


def _encoded(weights: SectionWeights) -> bytes:
    tables = [tuple(each) for table in (weights.naming, weights.treating) for each in (table, table.values())]
    return encode((weights.sections, *tables, weights.verdicts, dict(weights.places), dict(weights.texts)))


def _kept(records: list[bytes] | None) -> SectionWeights | None:
    """The weights that `_encoded` made records of; None where there are none."""
    try:
        sections, grams, naming, others, treating, *rest = decode(b"".join(records or ()), _SHAPE)
        rows = Rows(zip(grams, naming, strict=True)), Rows(zip(others, treating, strict=True))
    except ValueError:
        return None
    return SectionWeights(sections, *rows, *rest)


def _added_up(paths: Sequence[str], read: Sequence[SectionWeights]) -> SectionWeights:
    first, *others = read
    naming, treating, verdicts, texts = first.naming, first.treating, dict(first.verdicts), dict(first.texts)
    for path, other in zip(paths[1:], others, strict=True):
        if other.sections != first.sections:
            raise _wrong(path, 1)
        naming, treating = _sum(naming, other.naming), _sum(treating, other.treating)
        verdicts |= other.verdicts
        texts |= other.texts
    told = [set(each) for each in (verdicts, first.places) if each]
    if not told or any(each != set(first.sections) for each in told) or texts.keys() != verdicts.keys():
        raise _wrong(paths[0], 1)
    return SectionWeights(first.sections, naming, treating, verdicts, first.places, texts)


def _sum(one: Rows, other: Rows) -> Rows:
    both = {gram: f"{one[gram]};{row}" if gram in one else row for gram, row in other.items()}
    return Rows({**one, **both})


def _read(path: str, content: bytes) -> SectionWeights:
    """The weights in one file; calibrated or not. The shape of all lines is looked at in one pass."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise RulesetError(f"{path}：不是 UTF-8 文本", f"{path}: is no UTF-8 text") from None
    named = re.search(r"(?m)^sections\t(.+)$", text)
    if not named:
        raise _wrong(path, 1)
    sections = tuple(named[1].split(" "))
    if len(sections) > _MOST_SECTIONS:
        raise _wrong(path, 1)
    lines = rf"(?:(?:{_line(len(sections))})\n)*"
    if not patterns.covers(patterns.compile(lines), text):
        right = re.compile(lines).match(text)
        raise _wrong(path, text.count("\n", 0, right.end() if right else 0) + 1)
    naming, treating = _table(text, path, "naming"), _table(text, path, "treating")
    head = text[: text.find("\nnaming\t")]  # the rows of n-grams take up the rest
    told = (_verdicts(head, path), _places(head, path), _texts(head, path))
    return SectionWeights(sections, naming, treating, *told)


def _line(sections: int) -> str:
    """A pattern for each line of a file on so many sections."""
    weights = f"{_NUMBER}(?: {_NUMBER}){{{sections - 1}}}"
    return (
        rf"#[^\n]*|place\t[^\t\n]+\t{_FLOATS}|sections\t[^\t\n]+|text\t[^\t\n]+\t{_FLOATS}"
        rf"|verdict\t[^\t\n]+\t[a-z]+\t{_FLOATS}"
        rf"|(?:naming|treating)\t[^\t\n]+\t{weights}|"
    )


def _table(text: str, path: str, kind: str) -> Rows:
    """The rows of one kind by n-gram. They stand together, so that they are taken apart at one go."""
    before = f"\n{kind}\t"
    start, last = text.find(before) + 1, text.rfind(before) + 1
    if not start:
        return Rows()
    rows = text[start : text.index("\n", last)]
    if rows.count("\n") != rows.count(before):
        raise _wrong(path, text.count("\n", 0, last) + 1)
    fields = rows.replace("\n", "\t").split("\t")
    return Rows(zip(fields[1::3], fields[2::3], strict=True))


def _rows(head: str, kind: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of one kind above the n-grams: the number of the line, and its fields."""
    for number, line in enumerate(head.split("\n"), 1):
        first, *fields = line.split("\t")
        if first == kind:
            yield number, fields


def _floats(field: str) -> tuple[float, ...]:
    return tuple(map(float, field.split(" ")))


def _verdicts(head: str, path: str) -> dict[str, tuple[tuple[float, ...], ...]]:
    """The rows of each section, in the order of `STATES`."""
    found: dict[str, dict[str, tuple[float, ...]]] = {}
    first = 0
    for number, (section, state, values) in _rows(head, "verdict"):
        first = first or number
        row = found.setdefault(section, {})[state] = _floats(values)
        if len(row) != 1 + len(FEATURES):  # of another version of the program
            raise _wrong(path, number)
    if any(set(rows) != set(STATES) for rows in found.values()):
        raise _wrong(path, first)
    return {section: tuple(rows[state] for state in STATES) for section, rows in found.items()}


def _texts(head: str, path: str) -> dict[str, tuple[float, ...]]:
    """The row of each section for the text under its heading."""
    found = {}
    for number, (section, values) in _rows(head, "text"):
        found[section] = _floats(values)
        if len(found[section]) != 1 + len(TEXT_FEATURES):  # of another version of the program
            raise _wrong(path, number)
    return found


def _places(head: str, path: str) -> dict[str, tuple[float, float]]:
    """The place of each section."""
    found = {}
    for number, (section, values) in _rows(head, "place"):
        where, *cost = _floats(values)
        if len(cost) != 1:
            raise _wrong(path, number)
        found[section] = (where, cost[0])
    return found


def _content(path: str) -> bytes:
    """The content of a file. Raises RulesetError."""
    try:
        return bounded.read(path, MAX_BYTES)
    except (OSError, ValueError) as error:
        why = reason(error)
        raise RulesetError(
            f"{path}：无法读取权重文件（{why.zh}）", f"{path}: the weights cannot be read ({why.en})"
        ) from None


def _wrong(path: str, line: int) -> RulesetError:
    return RulesetError(
        f"{path}:{line}：权重文件这一行写得不对，请用 reportlint learn 或 init 重新生成",
        f"{path}:{line}: this line is malformed; make the weights anew with `reportlint learn` or `init`",
    )


def written(weights: SectionWeights, head: str = "") -> str:
    """The text of a file of weights; `head` is a comment at its top, lines without `#`."""
    return "".join(f"{line}\n" for line in _lines(weights, head))


def _lines(weights: SectionWeights, head: str) -> Iterable[str]:
    yield from (f"# {line}".rstrip() for line in head.split("\n") if head)
    yield f"sections\t{' '.join(weights.sections)}"
    for section, rows in weights.verdicts.items():
        for state, row in zip(STATES, rows, strict=True):
            yield f"verdict\t{section}\t{state}\t{' '.join(f'{value:.3f}' for value in row)}"
    for section, row in weights.texts.items():
        yield f"text\t{section}\t{' '.join(f'{value:.3f}' for value in row)}"
    for section, numbers in weights.places.items():
        yield f"place\t{section}\t{' '.join(f'{value:.3f}' for value in numbers)}"
    for kind, table in (("naming", weights.naming), ("treating", weights.treating)):
        for gram, values in sorted(table.items()):
            yield f"{kind}\t{gram}\t{values}"
