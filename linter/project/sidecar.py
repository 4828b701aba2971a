"""The file of suppressions next to a draft that cannot hold them itself: `draft.pdf.reportlint.yml`.

- rule: leftover-mask
  text: 涉及××专项          # words of the finding, or of its paragraph around it; without: any
  reason: 按规定隐去名称
"""

import os
import re
from collections.abc import Iterable
from errno import ENAMETOOLONG
from typing import Annotated, Any, NamedTuple

from linter import bounded
from linter.model.document import Document, Place
from linter.model.errors import UnreadableError, reason
from linter.model.finding import Match, Related, Suppression
from linter.model.message import Message
from linter.project.files import MISNAMED_SUPPRESSIONS, SUPPRESSIONS
from linter.schema.file_names import MAX_BYTES
from linter.schema.types import Doc, SourceNode
from linter.schema.validate import WHOLE, ProblemLog, problems_error
from linter.schema.validate import read as read_node
from linter.schema.yaml_tree import Listing, tree


class Entry(NamedTuple):
    """One suppression."""

    rule: Annotated[str, Doc("规则", "id of the rule")]
    node: Annotated[Any, SourceNode]
    text: Annotated[str, Doc("所指的文字", "words of the finding, or of its paragraph around it")] = ""
    reason: Annotated[str, Doc("理由", "why")] = ""


def load(draft: str) -> bytes | None:
    """The content of the file of suppressions of the draft at a path; None if there is none.

    Raises UnreadableError, also for one that is called `.yaml`.
    """
    path = draft + SUPPRESSIONS
    try:
        return bounded.read(path, MAX_BYTES)
    except FileNotFoundError:
        if os.path.lexists(other := draft + MISNAMED_SUPPRESSIONS):
            raise UnreadableError(
                f"{other}：抑制文件的名称以 {SUPPRESSIONS} 结尾，请改名",
                f"{other}: a file of suppressions is called {SUPPRESSIONS} at its end; rename it",
            ) from None
        return None
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == ENAMETOOLONG:
            return None  # the draft's own name is so long that no file can be called so
        why = reason(error)
        raise UnreadableError(f"{path}：无法读取（{why.zh}）", f"{path}: cannot be read ({why.en})") from None


def read(draft: str, document: Document) -> list[Suppression]:
    """The suppressions in the file of the draft at a path. Raises UnreadableError."""
    data = load(draft)
    return parse(data, draft + SUPPRESSIONS, document) if data is not None else []


def parse(data: bytes, path: str, document: Document) -> list[Suppression]:
    """The suppressions in the content of such a file, for a document.

    `path` stands for the file in messages. Raises UnreadableError with every problem in it.
    """
    return [_suppression(entry, path, document) for entry in entries(data, path)]


def entries(data: bytes, path: str) -> tuple[Entry, ...]:
    """The entries in the content of such a file. Raises UnreadableError with every problem in it."""
    node, problems = tree(data, path)
    log = ProblemLog(path, problems)
    found: tuple[Entry, ...] = read_node(node, tuple[Entry, ...], WHOLE, log) if node else ()
    if log.problems:
        raise problems_error(log.problems, UnreadableError)
    return found


def added(data: bytes, further: Iterable[str], path: str) -> bytes:
    """The content of such a file with further entries, given as lines of YAML; what it has stays as it is.

    Those that are the same are added once. They stand as far to the right as the others, and before the mark
    of the end (`...`). Raises UnreadableError: the file cannot be read, or its list stands in brackets.
    """
    entries(data, path)
    node, _ = tree(data, path)
    if isinstance(node, Listing) and node.inline:
        raise UnreadableError(
            f"{path}：列表写在方括号里，没法接着写。请改为每条另起一行、以“- rule:”开头（空的 [] 删去）",
            f"{path}: its list stands in brackets, and nothing can be added to it. Begin each entry with "
            "'- rule:' on a line of its own (delete an empty [])",
        )
    ended = re.search(rb"(?m)^\.\.\.[ \t\r\n]*\Z", data)
    kept, end = (data[: ended.start()], ended[0]) if ended else (data, b"")
    line_end = "\r\n" if b"\r\n" in kept else "\n"
    margin = " " * (node.column - 1 if node else 0)
    lines = [margin + line for entry in dict.fromkeys(further) for line in entry.split("\n")]
    written = "".join(f"{line}{line_end}" for line in lines).encode("utf-8", "replace")
    if kept and not kept.endswith(b"\n"):
        kept += line_end.encode()
    result = kept + written + end
    entries(result, path)  # what could not be read is never written
    return result


def _suppression(entry: Entry, path: str, document: Document) -> Suppression:
    line = entry.node.line
    place = Match(0, 0, related=(Related(0, 0, Message("抑制", "the suppression"), path, Place(line, line)),))
    return Suppression(entry.rule, 0, len(document.text), place, "".join(entry.text.split()))
