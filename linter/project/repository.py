"""The repository around a run, and paths as it names them: what services that show annotations go by.

Its files are looked at, git is not run: see `linter.project.ignore_rules`.
"""

import os
from collections.abc import Callable
from functools import cache

from linter.model.finding import FileOutcome, Finding, Result
from linter.project.config import is_root, upwards
from linter.project.files import is_within

_CHECKOUTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Variables by which a service names the folder that it took the repository to: GitHub, GitLab."""


def root(folder: str) -> str | None:
    """The real path of the repository that a folder is in; None where it is in none.

    Where a CI service names its checkout and the folder is in it, that is the repository.
    """
    try:
        real = os.path.realpath(folder)
    except OSError:  # the working directory has been deleted
        return None
    named = (os.path.realpath(given) for name in _CHECKOUTS if (given := os.environ.get(name)))
    return next((each for each in named if is_within(real, each)), None) or around(real)


def around(folder: str) -> str | None:
    """The nearest folder with a `.git`, upwards from the real path of a folder; None where there is none."""
    *_, top = upwards(folder)
    return top if is_root(top) else None


def name_in(root: str, path: str) -> str:
    """A path as the repository names it: relative to its root, with `/`; as it is, where it leads out.

    Links to folders are followed, the file may be one itself. `<stdin>` and the like stay.
    """
    if path.startswith("<"):
        return path
    folder, name = os.path.split(os.path.abspath(path))
    real = os.path.join(os.path.realpath(folder), name)
    return os.path.relpath(real, root).replace(os.sep, "/") if is_within(real, root) else path


def as_named_in_repository(result: Result) -> Result:
    """A result whose paths are those of `name_in`: by the repository of the working directory, or for a file
    outside of it by its own.
    """
    here = root(".")
    roots = cache(root)

    @cache
    def name(path: str) -> str:
        folder = os.path.realpath(os.path.dirname(os.path.abspath(path)))
        its = here if path.startswith("<") or (here and is_within(folder, here)) else roots(folder)
        return name_in(its, path) if its else path

    files = tuple(_renamed(file, name) for file in result.files)
    units = tuple(unit._replace(paths=tuple(map(name, unit.paths))) for unit in result.units)
    return result._replace(files=files, units=units)


def _renamed(file: FileOutcome, name: Callable[[str], str]) -> FileOutcome:
    found = tuple(_with_names(finding, name) for finding in file.findings)
    named, error = name(file.path), file.error
    if error and (said := error.without(file.path)) != error:
        error = said.about(named)
    return file._replace(path=named, findings=found, error=error)


def _with_names(finding: Finding, name: Callable[[str], str]) -> Finding:
    if not any(related.path for related in finding.related):
        return finding
    named = (related._replace(path=related.path and name(related.path)) for related in finding.related)
    return finding._replace(related=tuple(named))
