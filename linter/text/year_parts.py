"""A year or a part of it: as a configuration writes it (2026, 2026H1, 2026Q3, 2026-05), and in words."""

import re
from functools import lru_cache
from typing import NamedTuple

from linter.text.numerals import to_chinese

_CODE = r"(20[0-9]{2})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2]))?"
_NTH = ("first", "second", "third", "fourth")


class YearPart(NamedTuple):
    """Some months of a year that follow each other."""

    year: int
    first: int
    """The first month, from 1."""
    last: int
    """The last month."""

    def overlaps(self, other: "YearPart") -> bool:
        """Whether a month belongs to both."""
        return self.year == other.year and self.first <= other.last and other.first <= self.last


def parse(code: str) -> YearPart | None:
    """What 2026, 2026H1, 2026Q3 or 2026-05 stands for; None for any other text."""
    found = re.fullmatch(_CODE, code)
    if not found:
        return None
    half, quarter, month = (int(group) if group else 0 for group in found.groups()[1:])
    part, size = (half, 6) if half else (quarter, 3) if quarter else (month, 1) if month else (1, 12)
    return YearPart(int(found[1]), (part - 1) * size + 1, part * size)


def code(part: YearPart) -> str:
    """A part of a year as a configuration writes it; other months as 2026-01/2026-05 (ISO 8601).

    `parse` reads the former alone, `code_words` both.
    """
    year, first, last = part
    size = last - first + 1
    if last % size or size not in (1, 3, 6, 12):
        return f"{year}-{first:02}/{year}-{last:02}"
    number = last // size
    return {12: f"{year}", 6: f"{year}H{number}", 3: f"{year}Q{number}", 1: f"{year}-{number:02}"}[size]


def words(part: YearPart) -> tuple[str, str]:
    """A part of a year in Chinese and in English: 2026年上半年, the first half of 2026."""
    year, first, last = part
    size = last - first + 1
    if size == 12:
        return f"{year}年", f"{year}"
    if size == 1:
        return f"{year}年{first}月", f"{year}-{first:02}"
    number = last // size
    if size == 6 and last % size == 0:
        return f"{year}年{'上下'[number - 1]}半年", f"the {_NTH[number - 1]} half of {year}"
    if size == 3 and last % size == 0:
        return f"{year}年第{to_chinese(number)}季度", f"the {_NTH[number - 1]} quarter of {year}"
    return f"{year}年{first}—{last}月", f"months {first} to {last} of {year}"


@lru_cache(maxsize=1024)  # archives sort by it
def last_month(code: str) -> str:
    """The last month of what `code` wrote, as 2026-06: by it periods stand in the order in which reports on
    them are written, the half-years of 2026 before the whole year. Empty for another text.
    """
    end = parse(code.rpartition("/")[2])
    return f"{end.year}-{end.last:02}" if end else ""


def code_words(code: str) -> tuple[str, str]:
    """What `code` wrote, in words as those of `words`; another text as it is."""
    first, _, last = code.partition("/")
    start, end = parse(first), parse(last or first)
    return words(start._replace(last=end.last)) if start and end else (code, code)
