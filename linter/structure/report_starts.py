"""Where the reports in a file begin.

A new report begins at a line that looks like a title after the previous one has begun, at sibling
headings whose sub-headings repeat (a log of weeks), at titles that count the reports ("篇一", "第2篇",
"材料一"), and where numbering starts again at 一、 after an opening paragraph ("现将……汇报如下").
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from linter.structure.headings import RANKS, UNNUMBERED, Candidate
from linter.structure.line_types import collection_number, without_running_number
from linter.structure.page_head import title_below_page
from linter.structure.source import Source
from linter.structure.title_block import first_title_block, is_title

_TITLES = 3
"""How often a page shows the title of a report above its text, at most."""
_BEGUN = 25
"""A longer line, in characters, is neither title nor addressee: the text of the report has begun."""


def report_starts(source: Source, found: Sequence[Candidate]) -> list[int]:
    """The index of the first line of each part, ascending."""
    titles = [index for index in range(len(source.lines)) if is_title(source, index)]
    return (
        _repeating_siblings(source.text, found)
        or _numbered_reports(source)
        or _consecutive_reports(source, found, titles)
    )


def _repeating_siblings(text: str, found: Sequence[Candidate]) -> list[int]:
    """The starts of sibling headings that all have the same first sub-heading, as in a log of weeks."""
    declared = [candidate for candidate in found if candidate.line.level and not candidate.line.number]
    for level in sorted({candidate.line.level for candidate in declared}):
        groups: list[tuple[int, list[str]]] = []
        for candidate in declared:
            if candidate.line.level == level:
                groups.append((candidate.line.block, []))
            elif candidate.line.level == level + 1 and groups:
                groups[-1][1].append(text[candidate.line.start : candidate.end])
        groups = [group for group in groups if group[1]]
        if len(groups) > 1 and all(len(names) > 1 and names[0] == groups[0][1][0] for _, names in groups):
            return [block for block, _ in groups]
    return []


def _numbered_reports(source: Source) -> list[int]:
    """The lines that number the reports ("篇一：…", "第2篇：…", "材料三：…") from 1; none for just one."""
    found: list[int] = []
    for index in range(len(source.lines)):
        if _counted(source, index) == len(found) + 1:
            found.append(index)
    return found if _are_apart(found) else []


def _counted(source: Source, index: int) -> int:
    """The number that a line gives to a report of a collection; 0 for none."""
    line = source.lines[index]
    start = line.number.start if line.number else line.start
    return collection_number(source.text[start : line.end]) if line.end - start <= 60 else 0


def _repeated_titles(source: Source, titles: Sequence[int]) -> list[int]:
    """The lines of titles that are equal but for their running numbers ("…总结 篇一", "…总结 篇二")."""
    lines = source.lines
    groups: dict[str, list[int]] = {}
    for index in titles:
        words = source.words(index)
        if index + 1 < len(lines) and not source.types.is_collection(words):
            groups.setdefault(without_running_number(words), []).append(index)
    longest = max(groups.values(), key=len, default=[])
    return longest if _are_apart(longest) and longest[0] <= 5 else []


def _are_apart(starts: Sequence[int]) -> bool:
    """Whether there are several titles, and reports fit between them: a mere list of titles has none."""
    return len(starts) > 1 and all(later - earlier > 2 for earlier, later in pairwise(starts))


def _consecutive_reports(source: Source, found: Sequence[Candidate], titles: Sequence[int]) -> list[int]:
    """The first report, and each one that a title or an opening paragraph announces after it."""
    lines = source.lines
    same = _repeated_titles(source, titles)
    starts = same[:1] or [_first(source)]
    heads = {candidate.line.block: candidate for candidate in found}
    again = _title_again(source, titles)
    fresh, repeated = set(titles) - again, set(same) - again
    begun = False
    for index in range(starts[0] + 1, len(lines)):
        line = lines[index]
        if index in repeated or (begun and index in fresh and _is_new_title(source, index, starts[-1])):
            starts.append(index)
            begun = False
        elif line.plain and line.length > _BEGUN and not source.is_page(index):
            begun = True
        head = heads.get(index)
        if head and _is_first(head, "（一）") and _has_first(source, heads, starts[-1], index):
            opened = _opened_above(source, heads, starts[-1] + 1, index)
            if (
                opened is not None
                and (_is_first(head, "一、") or source.types.opens_formally(source.words(opened)))
                and not source.types.opens_second_half(source.words(starts[-1]), source.words(opened))
                and not _is_of_heading(source, heads, opened)
            ):
                starts.append(opened)
                begun = True
    return starts


def _title_again(source: Source, titles: Sequence[int]) -> set[int]:
    """The lines of a title that stands several times over one report, as on pages that show a summary above
    the text: at most one paragraph, but for the page's, stands between two, and only behind the last are
    there numbers.
    """
    places: dict[str, list[int]] = {}
    for index in titles:
        places.setdefault("".join(source.words(index).split()), []).append(index)
    several = [same for same in places.values() if 1 < len(same) <= _TITLES]
    if not several:
        return set()
    lines = source.lines
    marked = [index for index, line in enumerate(lines) if line.number or line.level]
    text = [
        index
        for index, line in enumerate(lines)
        if line.plain and line.length > _BEGUN and index not in titles and not source.is_page(index)
    ]
    numbered = max((index for index in marked if lines[index].number), default=-1)
    for same in several:
        if same[-1] < numbered and all(
            _count_between(marked, first, second) == 0 and _count_between(text, first, second) <= 1
            for first, second in pairwise(same)
        ):
            return set(same[1:])
    return set()


def _count_between(ascending: Sequence[int], first: int, second: int) -> int:
    return bisect_left(ascending, second) - bisect_right(ascending, first)


def _first(source: Source) -> int:
    """Where the first report begins: below a web page, a collection's title or a preface."""
    below = title_below_page(source)
    return first_title_block(source) if below is None else below


def _is_new_title(source: Source, index: int, first: int) -> bool:
    """Whether a title, met after a report has begun, is that of the next one."""
    words = source.words(index)
    if index + 1 >= len(source.lines):
        return False
    if without_running_number(words) == without_running_number(source.words(first)):
        return True
    return _ends_report(source, index - 1) and not source.types.is_annex(words)


def _ends_report(source: Source, index: int) -> bool:
    """Whether a line is the last of a report: its date below a name, or a closing formula."""
    if source.types.is_formula(source.words(index)) or source.is_signed_date(index):
        return True
    return index > 0 and source.is_date(index) and source.is_bare(index - 1)


def _is_first(candidate: Candidate, style: str) -> bool:
    """Whether a heading carries the number one, in a style or one above it."""
    number = candidate.line.number
    return number is not None and number.values == (1,) and candidate.rank <= RANKS[style]


def _has_first(source: Source, heads: dict[int, Candidate], first: int, end: int) -> bool:
    """Whether a heading with the number one, but for that of a collection, stands between two lines."""
    return any(
        _is_first(heads[index], "（一）") and not _counted(source, index)
        for index in range(first, end)
        if index in heads
    )


def _is_of_heading(source: Source, heads: dict[int, Candidate], opened: int) -> bool:
    """Whether a paragraph is the first under a bare numbered heading, which would else have no text at all.

    The sentence that opens a report (现将情况汇报如下) may stand so: a collection numbers its titles, too.
    """
    head = heads.get(opened - 1)
    if head is None or not head.line.number or head.end < head.line.end or is_title(source, opened):
        return False
    return not source.types.opens_formally(source.words(opened))


def _opened_above(source: Source, heads: dict[int, Candidate], first: int, index: int) -> int | None:
    """The line where a report opens whose first number stands at `index`; None when nothing opens there."""
    opened = None
    for above in range(index - 1, first - 1, -1):
        head = heads.get(above)
        if source.lines[above].number or (head and head.rank != UNNUMBERED) or source.is_date(above):
            break
        if is_title(source, above):
            return above
        words = source.words(above)
        if source.types.opens_report(words) or (above == index - 1 and source.types.names_period(words)):
            opened = above
        elif opened is not None and not source.is_bare(above):
            break
    return opened
