"""Where the commented files of `reportlint annotate` go: beside the drafts, elsewhere, or in their place.

Nothing is overwritten unasked, and no file but an earlier copy where the name was not the user's own.
"""

import os
from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from linter.model.draft import Draft
from linter.model.errors import ConfigError, unwritable
from linter.project.copies import is_annotated_copy
from linter.project.files import MAX_BYTES, annotated_name, identity, is_within, trees
from linter.readers import SUFFIXES

if TYPE_CHECKING:
    from linter.annotate import AnnotatedFile


class Target(NamedTuple):
    """Where the commented files go."""

    path: str | None = None
    """The file that the user named; None for a name made from the draft's."""
    folder: str | None = None
    """The folder for files whose names are made; None for that of the draft."""
    roots: tuple[str, ...] = ()
    """The folders of the run: below `folder` a copy stands as its draft does below them."""
    in_place: bool = False
    force: bool = False
    """Whether an existing file may be replaced, and a draft of several names (hard links) written into."""


def require_compatible(target: Target, several: bool) -> None:
    """Raises ConfigError for options that exclude each other; `several` tells of more than one file."""
    given = {
        "-o": target.path is not None,
        "--output-dir": target.folder is not None,
        "--in-place": target.in_place,
    }
    named = [name for name, is_given in given.items() if is_given]
    if len(named) > 1:
        raise ConfigError(f"{' 与 '.join(named)} 只能选一个", f"{' and '.join(named)} exclude each other")
    if several and target.path is not None:
        raise ConfigError(
            "-o 只能用于一个文件；几个文件或文件夹请用 --output-dir",
            "-o is for one file; for several, or a folder, there is --output-dir",
        )


def save(
    draft: Draft,
    before: bytes,
    annotated: "AnnotatedFile",
    target: Target,
    taken: Collection[object],
    lang: str,
) -> str:
    """Write the commented file of a draft, whose content is `before`. Gives the path that it was written to.

    `taken` are the files that this run has written, as `identity` gives them. Raises ConfigError where the
    file cannot or must not be written.
    """
    from linter.writers import atomic

    output = _output(draft.name, annotated, target, taken, lang)
    try:
        if target.in_place:
            atomic.rewrite(draft.name, before, annotated.data, trees([draft.name]), target.force)
        else:
            if target.folder is not None:
                os.makedirs(os.path.dirname(output) or ".", exist_ok=True)
            atomic.replace(output, annotated.data)
    except OSError as error:
        raise unwritable(output, error) from None
    return output


def _output(
    path: str, annotated: "AnnotatedFile", target: Target, taken: Collection[object], lang: str
) -> str:
    """The path to write to. Raises ConfigError: a file is there, or Word could not open one of that name."""
    if target.in_place:
        if annotated.made_anew or annotated.voids_signature:
            raise ConfigError(
                f"{path}：不是 Word 文档或有数字签名，不能就地批注。请写到新文件",
                f"{path}: no Word file, or signed, so nothing is written into it; write a copy",
            )
        return path
    output = target.path or _made_name(path, annotated.suffix, target, lang)
    if os.path.splitext(output)[1].lower() != annotated.suffix:
        raise ConfigError(
            f"{output}：扩展名应为 {annotated.suffix}，否则 Word 打不开",
            f"{output}: must be named {annotated.suffix}, or Word will not open it",
        )
    if os.path.exists(output) and identity(output) in taken:
        raise ConfigError(
            f"{path}：{output} 是另一份草稿的副本，没有改动。请先给两份草稿起不同的名字",
            f"{path}: {output} is the copy of another draft; give the two different names first",
        )
    _require_free(output, path, target)
    return output


def _made_name(path: str, suffix: str, target: Target, lang: str) -> str:
    """The name of a copy: that of the draft and a word more, below a folder as the draft is below its own."""
    stem = _own_stem(path)
    if target.folder is not None:
        whole = os.path.abspath(path)
        roots = (root for root in target.roots if is_within(whole, os.path.abspath(root)))
        stem = os.path.join(target.folder, os.path.relpath(stem, next(roots, os.path.dirname(path) or ".")))
    return annotated_name(stem, suffix, lang)


def _own_stem(path: str) -> str:
    """A draft's name without its suffix; with it where another draft is called the same: beside 总结.docx the
    copy of 总结.pdf is 总结.pdf-批注.docx. The name without is that of the Word file, if there is one.
    """
    stem, own = os.path.splitext(path)
    there = [suffix for suffix in SUFFIXES if os.path.exists(stem + suffix)]
    first = min(there, key=lambda suffix: (suffix != ".docx", suffix), default=own)
    return stem if own == first else path


def _require_free(output: str, draft: str, target: Target) -> None:
    """Raises ConfigError where something is at the path that must stay."""
    if not os.path.lexists(output):
        return
    is_draft = os.path.exists(output) and os.path.samefile(output, draft)
    if is_draft or not target.force:
        raise ConfigError(
            f"{output} 已存在，没有改动。用 --force 覆盖，或用 -o、--output-dir 另选位置",
            f"{output} exists and was left alone; --force overwrites it, -o or --output-dir name another",
        )
    if target.path is None and not is_annotated_copy(output, MAX_BYTES):
        raise ConfigError(
            f"{output} 不是加了批注的副本，没有改动。请先改名或移走，或用 --output-dir 另选文件夹",
            f"{output} is no copy with comments and was left alone; rename it, or name an --output-dir",
        )
