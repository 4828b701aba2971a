"""Files taken into an archive: read and judged for their sections, units and periods, not by any rule."""

import os
import time
from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from linter.archive.index import Archive, digest_of
from linter.engine import workers
from linter.engine.run import Progress, first_here, judge_draft
from linter.engine.selection import RulesetSelector
from linter.model.draft import Draft
from linter.model.errors import UnreadableError
from linter.model.finding import FileOutcome

_COMMIT = 1.0
"""Seconds of work that may be lost when the program is stopped; what is kept is not read again."""


class Added(NamedTuple):
    """What became of some files."""

    added: int
    unchanged: int
    """Those that the archive has, with the same bytes."""
    unread: tuple[FileOutcome, ...]
    """Those that cannot be read, with their errors."""


def add(
    archive: Archive,
    drafts: Sequence[Draft],
    selector: RulesetSelector,
    again: bool,
    jobs: int,
    tick: Progress,
) -> Added:
    """Take files into an archive, in place of what it has under their names.

    Those whose bytes it has are left as they are, unless `again`. `selector` chooses their rulesets, and no
    rules. `jobs` is the number of processes, 0 for what pays.
    """
    added, unchanged, kept, unread = 0, 0, time.monotonic(), []
    waiting = []
    for draft in drafts:
        if again or not _is_known(archive, draft):
            waiting.append(draft)
        else:
            unchanged += 1
            tick(unchanged, len(drafts))
    count = workers.count(jobs, [draft.size for draft in waiting])
    with workers.mapper(count) as parallel_map:
        for file, digest in first_here(partial(_judge, selector), waiting, parallel_map):
            if file.unreadable:
                unread.append(file)
            else:
                archive.add(archive.name(file.path), file, digest)
                added += 1
            if time.monotonic() - kept > _COMMIT:
                archive.commit()
                kept = time.monotonic()
            tick(unchanged + added + len(unread), len(drafts))
    archive.commit()
    return Added(added, unchanged, tuple(unread))


def _is_known(archive: Archive, draft: Draft) -> bool:
    known = archive.digest(archive.name(draft.name))
    try:
        return known is not None and known == digest_of(draft.content())
    except UnreadableError:
        return False


def _judge(selector: RulesetSelector, draft: Draft) -> tuple[FileOutcome, bytes]:
    """A draft, and the digest of its bytes."""
    file = judge_draft(selector, draft, keep_text=True).outcome
    return file, b"" if file.unreadable else digest_of(draft.content())


def names_below(archive: Archive, paths: Iterable[str]) -> dict[str, list[str]]:
    """For each path the names of files of the archive that it stands for: itself, or all below it.

    A path is one on the disk, or a name as the archive has it.
    """
    known = {file.path: _place(archive, file.path) for file in archive.files()}
    found: dict[str, list[str]] = {}
    for path in paths:
        given = {_place(archive, archive.name(path)), _place(archive, path)} if path else set()
        below = tuple(os.path.join(at, "") for at in given)
        found[path] = [name for name, at in known.items() if at in given or at.startswith(below)]
    return found


def gone(archive: Archive, paths: Iterable[str]) -> list[str]:
    """The names of files of the archive at and below paths that are not on the disk any more: they were
    deleted, or have another name, under which they are added a second time.
    """
    names = dict.fromkeys(name for each in names_below(archive, paths).values() for name in each)
    return [name for name in names if not os.path.exists(_place(archive, name))]


def _place(archive: Archive, name: str) -> str:
    return os.path.normpath(os.path.join(archive.folder, name))
