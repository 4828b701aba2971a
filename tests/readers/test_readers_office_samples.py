"""The shared office files: what each reader gives, against what was read off block by block.

Our own samples are in test_samples.py.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter import readers
from linter.model.document import Document
from linter.model.errors import UnreadableError
from tests.support import shared

SAMPLES = shared.folder("documents")
OURS = ("docx", "docm", "doc", "wps", "pdf", "ofd")
KINDS = {"body": "paragraph", "table": "cell"}
FILES = [
    path
    for folder in ("docx", "doc", "pdf", "ofd", "same")
    for path in sorted((SAMPLES / folder).glob("*"))
    if path.suffix[1:] in OURS
]

pytestmark = pytest.mark.process


def expected(path: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(
        (SAMPLES / "expected" / f"{path.parent.name}_{path.name}.json").read_text("utf-8")
    )
    return found


def blocks(document: Document) -> list[tuple[str, str, str, int]]:
    return sorted(
        (
            (block.kind, document.text[block.start : block.end], block.label, block.level)
            for block in document.blocks
        ),
        key=lambda block: block[0] in ("header", "footer"),  # we read them after the text
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_samples(path: Path) -> None:
    wanted = expected(path)
    if wanted["status"] == "error":
        with pytest.raises(UnreadableError):
            readers.read(str(path), Path(path).read_bytes())
        return
    document = readers.read(str(path), Path(path).read_bytes())
    listed = [
        (
            KINDS.get(block["part"], block["part"]),
            block["text"],
            block.get("label", ""),
            block.get("level", 0),
        )
        for block in wanted["blocks"]  # type: ignore[attr-defined]
    ]
    assert blocks(document) == sorted(listed, key=lambda block: block[0] in ("header", "footer"))
    finding = wanted.get("finding")
    if isinstance(finding, dict):
        start = document.blocks[finding["block"]].start
        assert document.text[start + finding["start"] : start + finding["end"]] == finding["quote"]
