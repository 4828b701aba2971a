"""Reports on another period than is asked for, by the configuration or by the other files of a run.

Last year's report handed in once more is a sound report. What is wrong with it is its period: not the
one that the project expects or, where it expects none, not the one that nearly all other files are about.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from linter.checks.api import Passage
from linter.checks.period.context import Report
from linter.checks.support.scope import head
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.text.year_parts import YearPart, parse, words

_LEAST = 3
"""How many files must be about one period for others to be out of place."""
_SHARE = 4
"""Of so many files no more than one may be about another period: else the run is of several periods."""


def unexpected(report: Report) -> Iterator[Match]:
    """The title of a report that is not about the period that the configuration expects."""
    expected, period = parse(report.context.period), report.period
    own = _own(report)
    if not expected or not period or not own:
        return
    if not period.sure and own.year >= expected.year:
        return
    if own.year == expected.year and (own == expected or not period.exact):
        return
    yield Match(*head(report.context, report.part), _not_asked(own, expected))


def passages(found: Sequence[Report]) -> Sequence[Passage]:
    """The period of a file, as one passage at the title of its first report.

    None where the configuration expects a period, where it is not sure, or where its reports differ.
    """
    own = {_own(report) if report.period and report.period.sure else None for report in found}
    only = own.pop() if len(own) == 1 else None
    if not only or found[0].context.period:
        return ()
    start, end = head(found[0].context, found[0].part)
    return [Passage(start, end, found[0].context.document.place(start, end), " ".join(map(str, only)))]


def out_of_place(files: Sequence[tuple[str, Sequence[Passage]]]) -> Iterator[tuple[str, Match]]:
    """The titles of the few files that are about another period than all others, by path."""
    dated = [(path, each[0], YearPart(*map(int, each[0].text.split()))) for path, each in files if each]
    usual, many = Counter(part for *_, part in dated).most_common(1)[0] if dated else (None, 0)
    if not usual or many < _LEAST:
        return
    if (len(dated) - many) * _SHARE > len(dated):
        return
    others = [each for each in dated if _is_out_of_place(each[2], usual)]
    path, passage, _ = next(each for each in dated if each[2] == usual)
    where = Related(passage.start, passage.end, _is_about(usual), path, passage.place)
    for other, at, part in others:
        yield other, Match(at.start, at.end, _not_usual(part, usual, many), related=(where,))


def _is_out_of_place(part: YearPart, usual: YearPart) -> bool:
    """Whether a period is an earlier one, or one of the same length at another time.

    A later one of another length is more often a report of another kind, or the first of a new period.
    """
    same_length = part.last - part.first == usual.last - usual.first
    return not part.overlaps(usual) and (same_length or part < usual)


def _own(report: Report) -> YearPart | None:
    """The part of a year that a report sums up; None for a plan, a school year, or where it is unknown."""
    period = report.period
    if not period or not period.backward or period.year != period.end_year:
        return None
    return YearPart(period.year, period.first, period.last)


def _is_about(part: YearPart) -> Message:
    zh, en = words(part)
    return Message(f"这份报告写的是{zh}", f"this one is about {en}")


def _not_asked(own: YearPart, expected: YearPart) -> Message:
    (zh, en), (zh_asked, en_asked) = words(own), words(expected)
    return Message(
        f"这份报告写的是{zh}，配置要求{zh_asked}：请核对是否交错了文件，或改正标题和正文的时间",
        f"this report is about {en}, the configuration expects {en_asked}: see whether it is the wrong file,"
        " or correct the dates in title and text",
    )


def _not_usual(own: YearPart, usual: YearPart, many: int) -> Message:
    (zh, en), (zh_usual, en_usual) = words(own), words(usual)
    return Message(
        f"这份报告写的是{zh}，同批有{many}份报告写的是{zh_usual}：请核对是否交错了文件，或改正标题和正文的时间",
        f"this report is about {en}, {many} files beside it are about {en_usual}: see whether it is the wrong"
        " file, or correct the dates in title and text",
    )
