"""The file of suppressions beside a draft that cannot hold them: `draft.pdf.reportlint.yml`.

- rule: leftover-mask
  text: 涉及××专项          # words of the finding, or of its paragraph around it; without: any
  reason: 按规定隐去名称
"""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

from linter.model.document import Document
from linter.model.errors import UnreadableError, reason
from linter.model.finding import Match, Related, Suppression
from linter.model.message import Message
from linter.schema.types import Doc, SourceNode
from linter.schema.validate import ProblemLog, problems_error
from linter.schema.validate import read as read_node
from linter.schema.yaml_tree import tree

SUFFIX = ".reportlint.yml"
"""What its name adds to that of the draft."""


class Entry(NamedTuple):
    """One suppression."""

    rule: Annotated[str, Doc("规则", "id of the rule")]
    node: Annotated[Any, SourceNode]
    text: Annotated[str, Doc("所指的文字", "words of the finding, or of its paragraph around it")] = ""
    reason: Annotated[str, Doc("理由", "why")] = ""


def read(path: str, document: Document) -> list[Suppression]:
    """The suppressions in the file of a path. Raises UnreadableError with every mistake in it."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        why = reason(error)
        raise UnreadableError(f"{path}：无法读取（{why.zh}）", f"{path}: cannot be read ({why.en})") from None
    node, problems = tree(data, path)
    log = ProblemLog(path, problems)
    entries = read_node(node, tuple[Entry, ...], "抑制", log) if node else ()
    if log.problems:
        raise problems_error(log.problems, UnreadableError)
    return [_suppression(entry, path, document) for entry in entries]


def _suppression(entry: Entry, path: str, document: Document) -> Suppression:
    line = entry.node.line
    place = Match(0, 0, related=(Related(0, 0, Message("抑制", "the suppression"), path, (line, line)),))
    return Suppression(entry.rule, 0, len(document.text), place, "".join(entry.text.split()))
