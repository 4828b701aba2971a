"""Drafts held against earlier reports: how much of each stands there, where, and what was changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from linter.archive.changes import changes, same_figures
from linter.archive.passages import Passage, passages
from linter.archive.steps import steps
from linter.checks.duplicate.similarity import CandidateIndex, shared, size_of
from linter.model.against import Against, EarlierFile, EarlierPlace, EarlierSection, EarlierStep
from linter.model.finding import FileOutcome, Result

_RUN = 5
"""How many words in a row count as shared, as for copies."""
_MOSTLY = 0.5
"""From this share of shared words on, a passage stands in an earlier report; set phrases alone do not make
it."""
_TRIES = 8
"""The likeliest of earlier passages that are looked at word by word."""


def with_earlier(result: Result, earlier: Result) -> Result:
    """A result whose files tell what of them stands in earlier reports. Both must have kept their texts."""
    archive = _Archive(earlier.files)
    files = tuple(
        file._replace(against=archive.against(file)) if file.text else file for file in result.files
    )
    return result._replace(files=files, notes=(*result.notes, *earlier.notes))


class _Earlier(NamedTuple):
    """A passage of an earlier report."""

    file: FileOutcome
    passage: Passage


class _Found(NamedTuple):
    """A passage of a draft, and what was found of it."""

    passage: Passage
    size: int
    """In words."""
    share: float = 0.0
    earlier: _Earlier | None = None
    """Where it stands; None where it is new."""


class _Archive:
    """The passages of earlier reports, the latest report first: of equal ones it is the source."""

    def __init__(self, files: Iterable[FileOutcome]) -> None:
        self._files = sorted(files, key=_period, reverse=True)
        self._of_file = {file.path: passages(file) for file in self._files}
        self._passages = [_Earlier(file, each) for file in self._files for each in self._of_file[file.path]]
        self._index = CandidateIndex()
        for each in self._passages:
            clauses = each.passage.clauses
            self._index.add(clauses, size_of(clauses))

    def against(self, file: FileOutcome) -> Against:
        """What of a file stands in the earlier reports."""
        found = [self._found(passage) for passage in passages(file)]
        files = tuple(_files(found))
        return Against(
            _share(found),
            tuple(_sections(file, found)),
            tuple(_place(each, each.earlier, _period(file)) for each in found if each.earlier),
            files,
            tuple(self._steps(file, found, [each.path for each in files])),
        )

    def _steps(
        self, file: FileOutcome, found: Sequence[_Found], alike: Sequence[str]
    ) -> Iterator[EarlierStep]:
        """The steps of the report before a draft; none where several may be it and the draft is like none."""
        before = [each for each in self._files if "" < _period(each) < _period(file)]
        last = [each for each in before if _period(each) == _period(before[0])]
        own = [each for each in last if _unit(each) == _unit(file)] or last
        known = [each for path in alike for each in own if each.path == path] or own
        if len(known) == 1 or (known and alike):
            path = known[0].path
            yield from steps(path, self._of_file[path], [each.passage for each in found])

    def _found(self, passage: Passage) -> _Found:
        """The earlier passage that holds most of the words of this one."""
        words, clauses = passage.words, passage.clauses
        found = self._index.likely(clauses, size_of(clauses))[:_TRIES]
        likely = [self._passages[at] for at in found]
        shares = [shared(words, each.passage.words, _RUN) / len(words) for each in likely]
        best = max(shares, default=0.0)
        if best < _MOSTLY:
            return _Found(passage, len(words))
        return _Found(passage, len(words), best, likely[shares.index(best)])


def _period(file: FileOutcome) -> str:
    """The period of a file whose reports are all about the same one; else empty. Its code sorts by year."""
    return _only(part.period for part in file.parts)


def _unit(file: FileOutcome) -> str:
    """The unit that wrote all the reports of a file; else empty."""
    return _only(part.unit for part in file.parts)


def _only(values: Iterable[str]) -> str:
    different = set(values)
    return different.pop() if len(different) == 1 else ""


def _share(found: Sequence[_Found]) -> float:
    return round(sum(each.share * each.size for each in found) / (sum(each.size for each in found) or 1), 3)


def _sections(file: FileOutcome, found: Sequence[_Found]) -> Iterable[EarlierSection]:
    of_section = defaultdict(list)
    for each in found:
        of_section[each.passage.section].append(each)
    titles = {row.section: row.title for part in file.parts for row in part.sections}
    for section, title in titles.items():
        if section in of_section:
            yield EarlierSection(section, title, _share(of_section[section]))


def _files(found: Sequence[_Found]) -> Iterable[EarlierFile]:
    words: dict[str, float] = defaultdict(float)
    files = {}
    for each in found:
        if each.earlier:
            words[each.earlier.file.path] += each.share * each.size
            files[each.earlier.file.path] = each.earlier.file
    whole = sum(each.size for each in found)
    for path in sorted(words, key=lambda path: (-words[path], path)):
        yield EarlierFile(path, _period(files[path]), round(words[path] / whole, 3))


def _place(found: _Found, earlier: _Earlier, period: str) -> EarlierPlace:
    passage, before = found.passage, earlier.passage
    is_other = bool(period) and _period(earlier.file) not in ("", period)
    plan_again = passage.plans and before.plans
    return EarlierPlace(
        passage.line,
        passage.end_line,
        earlier.file.path,
        before.line,
        earlier.file.paragraphs,
        round(found.share, 3),
        changes(before.text, passage.text),
        same_figures(before.text, passage.text) if is_other and not plan_again else (),
        plan_again,
    )
