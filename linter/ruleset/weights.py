"""The file of weights beside a ruleset: read and written. `linter.model.weights` says what is in it."""

from collections.abc import Iterable

from linter import bounded
from linter.model.errors import RulesetError, reason
from linter.model.weights import STATES, Row, SectionWeights

MAX_BYTES = 8 << 20
"""A larger file is refused."""


def read(path: str) -> SectionWeights:
    """The weights in a file. Raises RulesetError with the line of what is wrong."""
    try:
        text = bounded.read(path, MAX_BYTES).decode("utf-8")
    except OSError as error:
        why = reason(error)
        raise RulesetError(
            f"{path}：无法读取权重文件（{why.zh}）", f"{path}: the weights cannot be read ({why.en})"
        ) from None
    except UnicodeDecodeError:
        raise RulesetError(f"{path}：不是 UTF-8 文本", f"{path}: is no UTF-8 text") from None
    return parsed(text, path)


def parsed(text: str, path: str) -> SectionWeights:
    """The weights written in a text; `path` names it in messages. Raises RulesetError."""
    sections: tuple[str, ...] = ()
    tables: dict[str, dict[str, Row]] = {"naming": {}, "treating": {}}
    verdicts: dict[str, dict[str, tuple[float, ...]]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        kind, *fields = line.split("\t")
        try:
            if kind == "sections":
                sections = tuple(fields[0].split(" "))
            elif kind == "verdict":
                section, state, values = fields
                verdicts.setdefault(section, {})[state] = tuple(map(float, values.split(" ")))
            else:
                gram, values = fields
                row = tuple(map(int, values.split(" ")))
                if len(row) != len(sections):
                    raise ValueError
                tables[kind][gram] = row
        except (ValueError, KeyError, IndexError):
            raise _wrong(path, number) from None
    whole = all(set(verdicts.get(section, ())) == set(STATES) for section in sections)
    if not sections or not whole or len(verdicts) != len(sections):
        raise _wrong(path, number)
    return SectionWeights(
        sections,
        tables["naming"],
        tables["treating"],
        {section: tuple(verdicts[section][state] for state in STATES) for section in sections},
    )


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
