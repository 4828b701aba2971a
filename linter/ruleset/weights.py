"""The file of weights beside a ruleset: read and written. `linter.model.weights` says what is in it."""

from collections.abc import Iterable, Sequence
from operator import add

from linter import bounded
from linter.model.errors import RulesetError, reason
from linter.model.weights import STATES, Row, SectionWeights

MAX_BYTES = 8 << 20
"""A larger file is refused."""


def load(paths: Sequence[str]) -> SectionWeights | None:
    """The weights in some files, added up; None where there are none.

    The first file says how the sections are told, the others add n-grams and may calibrate anew. Raises
    RulesetError with the line of what is wrong.
    """
    if not paths:
        return None
    sections: tuple[str, ...] = ()
    tables: dict[str, dict[str, Row]] = {"naming": {}, "treating": {}}
    verdicts: dict[str, dict[str, tuple[float, ...]]] = {}
    for path in paths:
        sections = _add(path, sections, tables, verdicts)
    for section in sections:
        if set(verdicts.get(section, ())) != set(STATES):
            raise _wrong(paths[0], 1)
    return SectionWeights(
        sections,
        tables["naming"],
        tables["treating"],
        {section: tuple(verdicts[section][state] for state in STATES) for section in sections},
    )


def _text(path: str) -> str:
    """The text of a file. Raises RulesetError."""
    try:
        return bounded.read(path, MAX_BYTES).decode("utf-8")
    except OSError as error:
        why = reason(error)
        raise RulesetError(
            f"{path}：无法读取权重文件（{why.zh}）", f"{path}: the weights cannot be read ({why.en})"
        ) from None
    except UnicodeDecodeError:
        raise RulesetError(f"{path}：不是 UTF-8 文本", f"{path}: is no UTF-8 text") from None


def _add(
    path: str,
    sections: tuple[str, ...],
    tables: dict[str, dict[str, Row]],
    verdicts: dict[str, dict[str, tuple[float, ...]]],
) -> tuple[str, ...]:
    """Add the weights of a file to the tables; its sections, which are those of the files before it."""
    own: tuple[str, ...] = ()
    for number, line in enumerate(_text(path).split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        kind, *fields = line.split("\t")
        try:
            if kind == "sections":
                own = tuple(fields[0].split(" "))
            elif kind == "verdict":
                section, state, values = fields
                verdicts.setdefault(section, {})[state] = tuple(map(float, values.split(" ")))
            else:
                gram, values = fields
                row = tuple(map(int, values.split(" ")))
                known = tables[kind].get(gram)
                tables[kind][gram] = tuple(map(add, known, row)) if known else row
                if len(row) != len(own):
                    raise ValueError
        except (ValueError, KeyError, IndexError):
            raise _wrong(path, number) from None
    if not own or (sections and own != sections):
        raise _wrong(path, 1)
    return own


def _wrong(path: str, line: int) -> RulesetError:
    return RulesetError(
        f"{path}:{line}：权重文件这一行写得不对，请用 reportlint learn 重新生成",
        f"{path}:{line}: this line of weights is malformed; write the file anew with `reportlint learn`",
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
    for kind, table in (("naming", weights.naming), ("treating", weights.treating)):
        for gram, values in sorted(table.items()):
            yield f"{kind}\t{gram}\t{' '.join(map(str, values))}"
