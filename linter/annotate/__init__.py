"""A Word file with a comment at the exact characters of each finding.

In a Word file only the parts that hold comments and, if wanted, tracked changes are written anew; all
else stays as it is, which `verify` makes sure of. A document in another format is made into a Word file.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from linter import readers
from linter.annotate import parts
from linter.annotate.plan import PlannedComment, plan
from linter.annotate.repack import repack
from linter.annotate.verify import require_sound
from linter.annotate.wording import CommentText
from linter.annotate.write import write
from linter.model.annotation import COPY_INITIALS, INITIALS
from linter.model.document import Block
from linter.model.errors import ConfigError
from linter.model.finding import FileOutcome
from linter.model.message import Message
from linter.model.rules import Rule
from linter.readers.word import Package, damaged, trace
from linter.structure.outline import LineMatchers, outline

_MADE = Message(
    "原件不是 Word 文档：批注写在按其文字生成的 .docx 中，原有版式没有保留",
    "the draft is not a Word file: the comments stand in a .docx made from its text, without its looks",
)
_SIGNED = Message(
    "文件有数字签名，加批注后签名失效", "the file was signed; with comments the signature is void"
)


class Options(NamedTuple):
    """How the comments are to be written."""

    lang: str
    """`zh` or `en`."""
    date: str
    """Date and time of the comments, in ISO 8601."""
    suggest: bool = False
    """Whether safe suggestions are written as tracked changes."""
    in_place: bool = False
    """Whether the answer replaces the draft; else it is a copy, which the check of a folder leaves out."""


class AnnotatedFile(NamedTuple):
    """A file with its comments."""

    data: bytes
    suffix: str
    """What its name must end in for Word to open it."""
    comments: int
    changes: int
    """Numbers of comments and of tracked changes that were added."""
    notes: tuple[Message, ...]
    """Notices for the user."""
    voids_signature: bool = False
    made_anew: bool = False
    """Whether the document was no Word file, so that one was made from its text."""
    error: Message | None = None
    """The message about rules that failed, so that findings may be missing; None if none did."""


def annotate(
    path: str,
    data: bytes,
    file: FileOutcome,
    rules: Mapping[str, Rule],
    lines: LineMatchers,
    options: Options,
) -> AnnotatedFile:
    """The file `data` with what was found in it.

    `lines` are those of the ruleset that it was judged by: they tell the headings of a draft that is no
    Word file, so that these look like headings.

    Raises UnreadableError; ConfigError: tracked changes are asked for where they cannot be; VerificationError
    where the program has made another file than was to be.
    """
    form = readers.sniff(path, data)
    comment_text = CommentText(options.lang, rules)
    if form == "docx":
        traced = trace(path, data)
        warnings = tuple(_warnings(traced.package, options))
        planned = plan(traced.document, file, comment_text)
    else:
        from linter.annotate.plain import word_file

        document = readers.read(path, data)
        data = word_file(document, outline(document, lines))
        traced = trace(path, data)
        warnings = (_MADE,)
        planned = _shifted(plan(document, file, comment_text), document.blocks)
    initials = INITIALS if options.in_place else COPY_INITIALS
    written = write(traced, planned, comment_text, options.date, options.suggest, initials)
    changed = parts.written(traced.package, traced.root, written.comments)
    try:
        output = repack(data, changed)
    except ValueError:
        raise damaged(path) from None
    require_sound(data, traced, output, changed, written.numbers, written.changes > 0)
    return AnnotatedFile(
        output,
        parts.suffix(traced.package),
        len(planned),
        written.changes,
        (*warnings, *_left(written.left)),
        voids_signature=_SIGNED in warnings,
        made_anew=_MADE in warnings,
        error=file.error,
    )


def _left(counted: Counter[Message]) -> Iterator[Message]:
    """The notice about the suggestions that were not written as tracked changes, with the reasons."""
    if counted:
        zh = "；".join(f"{count} 处{why.zh}" for why, count in counted.items())
        en = "; ".join(f"{count} {why.en}" for why, count in counted.items())
        total = counted.total()
        yield Message(
            f"另有 {total} 处建议没有写成修订：{zh}", f"Suggestions not written as tracked changes: {en}"
        )


def _warnings(package: Package, options: Options) -> Iterator[Message]:
    """The notices about a Word file. Raises ConfigError: tracked changes are asked for, and it takes none."""
    path = package.path
    if parts.is_signed(package):
        if options.suggest:
            raise ConfigError(
                f"{path}：文件有数字签名，不能写入修订。去掉 --suggest 可得到只有批注的副本",
                f"{path}: signed, so no changes are written; leave out --suggest for comments only",
            )
        yield _SIGNED
    if options.suggest and parts.is_strict(package):
        raise ConfigError(
            f"{path}：文件是 Strict Open XML 格式，不能写入修订。请另存为普通 .docx，或去掉 --suggest",
            f"{path}: is Strict Open XML, so no changes are written; "
            "save it as an ordinary .docx, or leave out --suggest",
        )


def _shifted(planned: Sequence[PlannedComment], blocks: Sequence[Block]) -> list[PlannedComment]:
    """The comments, their offsets those in a file in which generated numbers are text."""
    added = [len(block.label) for block in blocks]
    return [
        each._replace(start=each.start + added[each.first], end=each.end + added[each.last])
        for each in planned
    ]
