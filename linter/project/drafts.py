"""Paths to drafts: the files of a project as the engine takes them."""

import os
from collections.abc import Callable, Iterable
from functools import partial

from linter.model.document import Document
from linter.model.draft import Draft
from linter.model.finding import Suppression
from linter.project.files import MISNAMED_SUPPRESSIONS, SUPPRESSIONS, expand, load, missing, size


def drafts(
    paths: Iterable[str],
    excluded: Callable[[str], bool],
    stdin: tuple[str, bytes] | None = None,
    on_copy: Callable[[str], object] = lambda path: None,
) -> list[Draft]:
    """The drafts at paths (files and folders), each with the file of suppressions next to it, if any.

    `excluded` tells whether to leave out a path; `stdin` is the name and content of standard input, which
    the path `-` stands for; `on_copy` is told each copy or page of ours that is left out of a
    folder. A path that does not exist becomes a draft that cannot be read.
    """
    return [draft(path, stdin if path == "-" else None) for path in expand(paths, excluded, on_copy)]


def draft(path: str, stdin: tuple[str, bytes] | None = None) -> Draft:
    """The draft at a path, or standard input if that is given: its name and content."""
    name, data = stdin or (path, None)
    declared = partial(_suppressions, name)
    if data is not None:
        return Draft(name, partial(bytes, data), declared, len(data))
    return Draft(name, partial(missing if _is_missing(path) else load, path), declared, size(path))


def _is_missing(path: str) -> bool:
    """Whether there is no such file; one that cannot be looked at, as its name is too long, may be there."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return True
    except OSError:
        return False
    return False


def _suppressions(draft: str, document: Document) -> list[Suppression]:
    """The suppressions in the file next to a draft; YAML is loaded only if there is one."""
    if not any(os.path.lexists(draft + suffix) for suffix in (SUPPRESSIONS, MISNAMED_SUPPRESSIONS)):
        return []
    from linter.project import sidecar

    return sidecar.read(draft, document)
