"""Labelled reports: a folder with `texts/`, `labels/` and, where several people wrote them, `WRITERS.tsv`.

A label is a JSON file with the name of its text. `reports` lists the reports of the text: first and last
line (counted from 1), and for each section of the ruleset its state and lines. Of a section in state
`heading` the lines are those of its headings, of one in state `body` those of its paragraphs. A section
marked `ambiguous`, or not listed, teaches nothing and is not counted.
"""

import json
import os
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from linter import readers
from linter.engine.selection import RulesetSelector
from linter.model.document import Document
from linter.model.errors import ConfigError, UnreadableError
from linter.model.message import Message
from linter.model.outline import Part
from linter.model.weights import STATES
from linter.project.files import load


class Label(NamedTuple):
    """What is known of one section in one report."""

    state: str
    """`heading`, `body` or `absent`."""
    lines: frozenset[int]
    """Of the headings or paragraphs, counted from 1."""


class Labelled(NamedTuple):
    """One report, and what is known of it."""

    document: Document
    part: Part
    writer: str
    """Whoever wrote it; the name of the text where that is not known."""
    labels: Mapping[str, Label]
    """By section; one that is not there is unknown."""
    made: Message | None = None
    """What was done to the report, where it is not as its writer left it."""


def texts(folder: str) -> list[str]:
    """The paths of the texts of a folder, in order. Raises ConfigError when there are none."""
    inner = os.path.join(folder, "texts")
    try:
        names = sorted(os.listdir(inner))
    except OSError:
        names = []
    if not names:
        raise ConfigError(
            f"{folder}：里面没有 texts 文件夹或其中没有报告。请把报告放进 {inner}",
            f"{folder}: there is no report in {inner}; put the reports there",
        )
    return [os.path.join(inner, name) for name in names if not name.startswith(".")]


def label_path(text: str) -> str:
    """The path of the label of a text."""
    folder, name = os.path.split(text)
    return os.path.join(os.path.dirname(folder), "labels", os.path.splitext(name)[0] + ".json")


def writers(folder: str) -> dict[str, str]:
    """Who wrote each text, by its name without suffix; empty where no `WRITERS.tsv` says so."""
    path = os.path.join(folder, "WRITERS.tsv")
    if not os.path.exists(path):
        return {}
    rows = [line.split("\t") for line in load(path).decode("utf-8", "replace").splitlines() if line.strip()]
    for number, row in enumerate(rows, 1):
        if len(row) < 2:
            raise ConfigError(
                f"{path}:{number}：要写成“文件名<制表符>作者”",
                f"{path}:{number}: expected the name of a text, a tab, and its writer",
            )
    return {row[0]: row[1] for row in rows}


def labelled(path: str, writer: str, sections: Collection[str], selector: RulesetSelector) -> list[Labelled]:
    """The labelled reports of one text that has a label; those that no part was found for are left out.

    `sections` are the known ones. Raises UnreadableError, and ConfigError for a wrong label.
    """
    document = readers.read(path, load(path))
    parts, _ = selector.outlined(document)
    found = []
    for first, last, labels in _reports(label_path(path), sections):
        part = max(parts, key=lambda part: _shared(document, part, first, last), default=None)
        if part and _shared(document, part, first, last) > 0:
            found.append(Labelled(document, part, writer, labels))
    return found


def _shared(document: Document, part: Part, first: int, last: int) -> int:
    """How many lines a part shares with some lines."""
    start = document.locate(part.start)[0]
    end = document.locate(max(part.start, part.end - 1))[0]
    return min(end, last) - max(start, first) + 1


def _reports(path: str, sections: Collection[str]) -> Iterator[tuple[int, int, dict[str, Label]]]:
    """The first line, last line and labels of each report in a label. Raises ConfigError."""
    try:
        for report in json.loads(load(path))["reports"]:
            labels = {
                section: _label(value)
                for section, value in report["sections"].items()
                if section in sections and not value.get("ambiguous")
            }
            yield int(report["first_line"]), int(report["last_line"]), labels
    except UnreadableError as error:
        raise ConfigError(*error.text) from None
    except KeyError as error:
        key = error.args[0]
        raise ConfigError(
            f"{path}：标注缺少“{key}”，格式见 training/README.md",
            f"{path}: the label lacks '{key}'; training/README.md tells the format",
        ) from None
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ConfigError(
            f"{path}：标注写得不对（{error}），格式见 training/README.md",
            f"{path}: not a label ({error}); training/README.md tells the format",
        ) from None


def _label(value: Mapping[str, Any]) -> Label:
    """One label. Raises ValueError, TypeError or KeyError."""
    if value["state"] not in STATES:
        raise ValueError(value["state"])
    return Label(value["state"], frozenset(map(int, value.get("lines", ()))))
