"""Drafts held against earlier reports: how much of each stands there, where, and what was changed."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import NamedTuple

from linter.archive.changes import changes, same_figures
from linter.archive.index import Archive, Place, period_of, unit_of
from linter.archive.pairs import RUN, words_of
from linter.archive.passages import Passage, passages
from linter.archive.steps import steps
from linter.engine.run import Progress
from linter.model.against import Against, EarlierFile, EarlierPlace, EarlierSection, EarlierStep
from linter.model.archive import ArchivedFile
from linter.model.finding import FileOutcome, Result
from linter.text.similarity import shared
from linter.text.year_parts import last_month

_MOSTLY = 0.5
"""From this share of shared words on, a passage stands in an earlier report; set phrases alone do not make
it."""
_LIFTED = 25
"""So many shared words are a passage that was put into this one, if they are most of the earlier one."""
_MOST_OF_EARLIER = 0.45


def with_earlier(
    result: Result,
    earlier: Result | None,
    archives: Sequence[Archive] = (),
    tick: Progress = lambda done, total: None,
) -> Result:
    """A result whose files tell what of them stands in earlier reports: those of a result, and of archives.

    Both results must have kept their texts.
    """
    if earlier:
        with Archive() as read:
            for file in earlier.files:
                read.add(file.path, file)
            read.commit()
            notes = (*result.notes, *earlier.notes)
            return with_earlier(result._replace(notes=notes), None, (read, *archives), tick)
    files = []
    for done, file in enumerate(result.files, 1):
        files.append(file._replace(against=against(archives, file)) if file.text else file)
        tick(done, len(result.files))
    return result._replace(files=tuple(files))


def against(sources: Sequence[Archive], file: FileOutcome) -> Against:
    """What of a file stands in the reports of some archives, itself left out."""
    own = ArchivedFile(file.path, period_of(file), unit_of(file))
    with ExitStack() as stack:
        for each in sources:
            stack.enter_context(each.unchanged())
        found = [_found(sources, own, passage) for passage in passages(file)]
        files = tuple(_files(found))
        planned = tuple(_steps(sources, own, found, [each.path for each in files]))
    places = tuple(_place(each, each.earlier, own.period) for each in found if each.earlier)
    return Against(_share(found), tuple(_sections(file, found)), places, files, planned)


def in_earlier_periods(archive: Archive, file: ArchivedFile) -> tuple[float, list[EarlierFile]]:
    """How much of a file of an archive stands in its files about earlier periods: from 0 to 1; and these, the
    one with most of it first.
    """
    own = file._replace(path=os.path.join(archive.folder, file.path))

    def is_earlier(other: ArchivedFile) -> bool:
        return "" < last_month(other.period) < last_month(file.period)

    found = [_found([archive], own, passage, is_earlier) for passage in archive.passages(file.path)]
    return _share(found), list(_files(found))


class _Found(NamedTuple):
    """A passage of a draft, and what was found of it."""

    passage: Passage
    size: int
    """In words."""
    share: float = 0.0
    earlier: Place | None = None
    """Where it stands; None where it is new."""


def _found(
    sources: Iterable[Archive],
    own: ArchivedFile,
    passage: Passage,
    counts: Callable[[ArchivedFile], bool] = lambda file: True,
) -> _Found:
    """The passage that holds most of the words of one of a file: in other files, as far as they count."""
    wording = words_of(passage.text)
    best = _Found(passage, len(wording))
    for archive in sources:
        name = archive.name(own.path)
        for id, text in archive.likely(passage.text):
            before = words_of(text)
            common = shared(wording, before, RUN)
            share = common / len(wording)
            if share < best.share or not _stands(common, share, len(before)):
                continue
            places = archive.places(id, own.unit)
            place = next((each for each in places if each.file.path != name and counts(each.file)), None)
            if place and (share > best.share or best.earlier is None or _is_later(place, best.earlier)):
                best = _Found(passage, len(wording), share, place)
                if share == 1:
                    break  # no other text of this archive has more of it
    return best


def _stands(common: int, share: float, earlier: int) -> bool:
    """Whether so many words are a passage that stands there, or one that was put into this one."""
    return share >= _MOSTLY or (common >= _LIFTED and common >= _MOST_OF_EARLIER * earlier)


def _is_later(one: Place, other: Place) -> bool:
    return last_month(one.file.period) > last_month(other.file.period)


def _steps(
    sources: Sequence[Archive], own: ArchivedFile, found: Sequence[_Found], alike: Sequence[str]
) -> Iterator[EarlierStep]:
    """The steps of the report before a draft; none where several may be it and the draft is like none."""
    before = [(each, archive) for archive in sources for each in archive.before(own.period)]
    last = max((last_month(each.period) for each, _ in before), default="")
    latest = [each for each in before if last_month(each[0].period) == last]
    of_unit = [each for each in latest if each[0].unit == own.unit] or latest
    known = [each for path in alike for each in of_unit if each[0].path == path] or of_unit
    if len(known) == 1 or (known and alike):
        report, archive = known[0]
        yield from steps(report.path, archive.passages(report.path), [each.passage for each in found])


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
    periods = {}
    for each in found:
        if each.earlier:
            words[each.earlier.file.path] += each.share * each.size
            periods[each.earlier.file.path] = each.earlier.file.period
    whole = sum(each.size for each in found)
    for path in sorted(words, key=lambda path: (-words[path], path)):
        yield EarlierFile(path, periods[path], round(words[path] / whole, 3))


def _place(found: _Found, earlier: Place, period: str) -> EarlierPlace:
    passage, before = found.passage, earlier.passage
    is_other = bool(period) and earlier.file.period not in ("", period)
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
