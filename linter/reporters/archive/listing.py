"""The files of an archive, and how large it is."""

from collections.abc import Sequence

from linter.model.archive import ArchivedFile, Statistics
from linter.model.message import Message
from linter.reporters import View, labels
from linter.reporters.json import dump
from linter.reporters.terminal_text import pad, width
from linter.text.visible import visible

_UNKNOWN = Message("（不明）", "(unknown)")
_STATISTICS = {
    "files": Message("文件", "files"),
    "reports": Message("报告", "reports"),
    "units": Message("单位", "units"),
    "periods": Message("报告期", "periods"),
    "passages": Message("段落", "passages"),
    "texts": Message("不重复的段落", "different passages"),
    "fingerprints": Message("指纹", "fingerprints"),
    "size": Message("大小（MB）", "size (MB)"),
}
_MB = 1 << 20


def text(files: Sequence[ArchivedFile], view: View) -> str:
    """A line for each file: unit, period, path."""
    unknown = view.say(_UNKNOWN)
    rows = [(each.unit or unknown, period(each.period, view), visible(each.path)) for each in files]
    room = [max(map(width, column), default=0) for column in list(zip(*rows, strict=True))[:2]]
    lines = [f"{pad(row[0], room[0])}  {pad(row[1], room[1])}  {row[2]}\n" for row in rows]
    total = Message(f"共 {len(files)} 个文件\n", f"{labels.count(len(files), 'file')}\n")
    return "".join(lines) + view.say(total)


def json(files: Sequence[ArchivedFile]) -> str:
    """One JSON object."""
    return dump({"schema_version": 1, "files": [each._asdict() for each in files]})


def statistics_text(found: Statistics, view: View) -> str:
    """A line for each number."""
    room = max(width(view.say(name)) for name in _STATISTICS.values())
    lines = []
    for key, name in _STATISTICS.items():
        value = getattr(found, key)
        shown = f"{value / _MB:.1f}" if key == "size" else f"{value:,}"
        lines.append(f"{pad(view.say(name), room)}  {shown:>12}\n")
    return "".join(lines)


def statistics_json(found: Statistics) -> str:
    """One JSON object."""
    return dump({"schema_version": 1, **found._asdict()})


def period(code: str, view: View) -> str:
    """A period in words."""
    return view.say(labels.period(code) if code else _UNKNOWN)
