"""Writes the tables of the READMEs from the registries, between `<!-- NAME -->` and `<!-- /NAME -->`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from linter import readers
from linter.model.message import Message
from linter.readers import READERS
from linter.reporters import REPORTERS

READMES = {"README.md": "en", "README.zh-CN.md": "zh"}
_NUMBERS = {
    "yes": Message("有", "yes"),
    "printed": Message("按印出的文字", "as printed"),
    "no": Message("–", "–"),
}
_YES, _NO = Message("有", "yes"), Message("–", "–")


def formats() -> Iterator[tuple[Message, ...]]:
    """The rows of the table of files: formats that tell the same stand in one."""
    yield (
        Message("格式", "format"),
        Message("问题的位置", "place of a finding"),
        Message("自动编号", "automatic numbers"),
        Message("底色、批注、失效的引用", "highlights, comments, broken references"),
        Message("排版", "layout"),
    )
    for told, alike in groupby(READERS.values(), _told):
        suffixes = "`, `".join(suffix for each in alike for suffix in each.suffixes)
        yield (Message(f"`{suffixes}`", f"`{suffixes}`"), *told)


def _told(each: readers.InputFormat) -> tuple[Message, ...]:
    return each.place, _NUMBERS[each.numbers], _YES if each.marks else _NO, _YES if each.layout else _NO


def outputs() -> Iterator[tuple[Message, ...]]:
    """The rows of the table of output formats."""
    yield (
        Message("`--output-format`", "`--output-format`"),
        Message("用途", "what for"),
        Message("文件名", "names of files"),
    )
    for name, each in REPORTERS.items():
        suffixes = ", ".join(f"`{suffix}`" for suffix in each.suffixes or (".txt",))
        yield Message(f"`{name}`", f"`{name}`"), each.purpose, Message(suffixes, suffixes)


TABLES: dict[str, Callable[[], Iterator[tuple[Message, ...]]]] = {"formats": formats, "outputs": outputs}


def with_tables(text: str, lang: str) -> str:
    """A README with its tables made anew."""
    for name, rows in TABLES.items():
        lines = [f"| {' | '.join(cell.say(lang) for cell in row)} |" for row in rows()]
        lines.insert(1, "|---" * lines[0].count(" | ") + "|---|")
        table = f"<!-- {name} -->\n" + "\n".join(lines) + f"\n<!-- /{name} -->"
        before, begun, rest = text.partition(f"<!-- {name} -->")
        _, ended, after = rest.partition(f"<!-- /{name} -->")
        if not (begun and ended):
            raise SystemExit(f"a README has no place for the table {name}")
        text = before + table + after
    return text


def main() -> None:
    """Write the tables into the READMEs."""
    for name, lang in READMES.items():
        path = ROOT / name
        path.write_text(with_tables(path.read_text("utf-8"), lang), "utf-8")


if __name__ == "__main__":
    main()
