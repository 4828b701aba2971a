"""A report with its period, and the years that its dates may belong to."""

from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import attrgetter

from linter.checks.period.other_calendars import is_of_other_calendar
from linter.checks.period.planned import planned_in_text, planned_under
from linter.checks.period.words import Words
from linter.checks.support.kept import kept
from linter.model.document import Span
from linter.model.outline import Context, Heading, Part
from linter.structure.reporting_period import Period, read
from linter.structure.reporting_period.words import Words as PeriodWords
from linter.text.dates import YEAR_OFFSETS, Date, dates
from linter.text.sentences import sentence


class Report:
    """One report of a file, the word lists of the rule, and those by which its period is read.

    `period` is what the report is about; None when no year can be made out.
    """

    def __init__(self, context: Context, part: Part, words: Words, period_words: PeriodWords) -> None:
        self.context = context
        self.part = part
        self.period: Period | None = read(context.document.text, part, period_words)
        self.words = words
        self.period_words = period_words

    @property
    def title(self) -> str:
        """The title of the report; empty where it has none."""
        return self.part.title_in(self.text)

    @property
    def text(self) -> str:
        """The text of the whole file, which all offsets point into."""
        return self.context.document.text

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The dates in the report, those of the lunar and other calendars left out."""
        every = _between(dates(self.text), self.part.start, self.part.end)
        return tuple(date for date in every if not is_of_other_calendar(self.text, date, self.words))

    def planned(self, place: int) -> bool:
        """Whether what stands at an offset of the file is still to come.

        It is where its sentence, or the paragraph up to it, has a word of planning, or a heading above has.
        """
        return planned_in_text(self.text, place, self.words) or self.planned_by_heading(place)

    def planned_by_heading(self, place: int) -> bool:
        """Whether an offset of the file lies under a heading of plans."""
        index = bisect_right(self._plans, (place, len(self.text) + 1)) - 1
        return index >= 0 and place < self._plans[index][1]

    @cached_property
    def _plans(self) -> list[Span]:
        return planned_under(self.text, self.part, self.words)

    def heading_at(self, place: int) -> Heading | None:
        """The heading whose words an offset of the file lies in."""
        index = bisect_right(self.part.headings, place, key=attrgetter("start")) - 1
        head = self.part.headings[index] if index >= 0 else None
        return head if head and place < head.end else None

    def in_table(self, place: int) -> bool:
        """Whether an offset within the report lies in a cell or row of a table."""
        blocks = self.context.document.blocks
        return max(0, bisect_right(blocks, place, key=attrgetter("start")) - 1) in self._rows

    @cached_property
    def _rows(self) -> frozenset[int]:
        """The indices of the blocks of the report that are cells or rows of a table."""
        blocks, text = self.context.document.blocks, self.text
        return frozenset(
            index
            for index in range(self.part.first_block, self.part.end_block)
            if blocks[index].kind == "cell"
            or text[blocks[index].start] == "|"
            or text.find("\t", blocks[index].start, blocks[index].end) >= 0
        )

    def own_years(self, place: int) -> set[int]:
        """The years that a date without a year may belong to.

        They are those of the report; in a plan also the next one; where its year is not sure also both
        neighbours.
        """
        period = self.period
        if not period:
            return set()
        coming = not period.backward or not period.sure or (period.last == 12 and self.planned(place))
        return set(range(period.year - (not period.sure), period.end_year + 1 + coming))

    def years(self, date: Date) -> set[int]:
        """The years that a date may belong to; empty when unknown."""
        period = self.period
        if date.year:
            return {date.year}
        if date.year_offset is None or not period:
            return self.own_years(date.start)
        return {period.year + date.year_offset, period.end_year + date.year_offset}

    def named_years(self, place: int) -> set[int]:
        """The years written in the sentence around an offset, 去年 and the like included."""
        start, end = sentence(self.text, place)
        named = {date.year for date in _between(dates(self.text), start, end) if date.year}
        period = self.period
        if period:
            words = self.text[start:end]
            named |= {period.year + shift for word, shift in YEAR_OFFSETS.items() if word in words}
        return named


def _between(some: tuple[Date, ...], start: int, end: int) -> tuple[Date, ...]:
    """Those of some dates that begin in a span."""
    return some[bisect_left(some, (start,)) : bisect_left(some, (end,))]


@kept
def reports(context: Context, words: Words, period_words: PeriodWords) -> tuple[Report, ...]:
    """Every report of a file."""
    return tuple(Report(context, part, words, period_words) for part in context.parts)
