"""Who has handed in a report and who has not, in words: for any painter."""

from collections.abc import Iterator

from linter.model.finding import Result
from linter.model.message import Message
from linter.reporters.labels import count

MISSING = Message("没有交", "missing")
"""What a table says of a unit of which no file has come."""


def told(result: Result) -> Iterator[tuple[Message, list[str]]]:
    """What there is to tell, each with a title and the names that it is about."""
    missing, several, others = result.missing_units, result.repeated_units, result.unlisted
    if missing:
        left = f"{len(missing)}/{len(result.units)}"
        yield Message(f"没有交的单位（{left}）", f"Units that have not handed in ({left})"), missing
    for unit, paths in several.items():
        yield Message(f"{unit}交了 {len(paths)} 份", f"{unit}: {count(len(paths), 'file')}"), list(paths)
    if others:
        yield (
            Message(
                "对不上单位的文件（请核对文件名，或在 units 里写上别名）",
                "Of none of the units (see their names, or add other names to units)",
            ),
            others,
        )
