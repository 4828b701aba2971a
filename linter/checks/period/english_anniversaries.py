"""Anniversaries in reports in English that do not follow from the year of foundation: what opened in 1986 has
its 40th in 2026, not its 30th.

Only one foundation may be told, of what the report is about: in the paragraph of the anniversary, by a word
of the title, or of ourselves. The year may be one named in the sentence, or one of the title where the
sentence tells of what is marked now.
"""

import re
from collections.abc import Iterator

from linter.checks.period.context import Report
from linter.checks.support.compiled import compiled
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.text.characters import has
from linter.text.patterns import alternation

_SMALL = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    **{word: at for at, word in enumerate(_SMALL, 1)},
    **{ten[:-1] + "ieth": 10 * at for at, ten in enumerate(_TENS, 2)},
    **{
        f"{ten}-{one}": 10 * at + number
        for at, ten in enumerate(_TENS, 2)
        for number, one in enumerate(_SMALL[:9], 1)
    },
    "hundredth": 100, "centenary": 100,
}  # fmt: skip
_FOUNDED = (
    r"(?<![A-Za-z-]){}(?: (?:its|our) doors)?(?: (?:to|by|with|as|for) [^.;,\n]{{1,40}}?)?"
    r" in (?:[A-Z][a-z]+ )?"
)
_YEAR = r"(?:1[6-9]|20)\d\d"
_OWN = r"\b(?:[Oo]ur|[Ii]ts|[Tt]he (?:[A-Za-z-]+ ){0,2}[A-Za-z-]+['’]s)"
_WORDS = alternation(sorted(_ORDINALS, key=len, reverse=True))
_COUNTED = rf"{_OWN} (?P<number>\d{{1,3}}(?:st|nd|rd|th)|{_WORDS}) (?:anniversary|birthday)\b"
_YEARS = (
    rf"(?<!since )(?<!from )(?<!until )(?<!after )(?<!before )\b(?P<year>{_YEAR})(?:[-–/](?P<until>\d\d)\b)?"
)
_SENTENCE_END = r"[.!?](?=\s)|\n"
_SELF = ("we ", "our ", "us ")
_SUBJECT = 60
"""Characters before a verb of foundation in which its subject stands."""
_SHORTEST = 4
"""Letters of the shortest word by which a subject is known."""


def anniversaries(report: Report) -> Iterator[Match]:
    """The anniversaries of a report in English that its only foundation does not give."""
    text, part = report.text, report.part
    if not has(text, ("anniversary", "birthday")):
        return
    verb = _FOUNDED.format(alternation(report.words.english_founded))
    founded = list(compiled(rf"(?i:{verb})(?P<year>{_YEAR})\b").finditer(text, part.start, part.end))
    if len({match["year"] for match in founded}) != 1:
        return
    first, year = founded[0], int(founded[0]["year"])
    for match in compiled(_COUNTED).finditer(text, part.start, part.end):
        number = match["number"].lower()
        count = _ORDINALS.get(number) or int(number[:-2])
        years = _years_meant(report, match.start(), year)
        if years and year + count not in years and _is_of(report, first, match):
            right = max(years) - year
            message = Message(
                f"文中写的是{year}年，到{max(years)}年是{right}周年，不是{count}周年，请核对",
                f"from {year} to {max(years)} it is {right} years, not {count}: check both",
            )
            there = Related(first.start(), first.end(), Message("所写的年份", "the year of foundation"))
            yield Match(*match.span(), message, related=(there,))


def _years_meant(report: Report, place: int, first: int) -> set[int]:
    """The years that an anniversary of the year `first` may fall in: of its sentence and of the title."""
    said = report.text[slice(*_sentence(report.text, place))]
    named, titled = _years_in(said) - {first}, _years_in(report.title)
    if not named and not has(said.lower(), report.words.english_marking):
        return set()  # For our 25th anniversary the hall was painted: long ago
    years = named | titled
    shift = has(said.lower(), ("next year", "last year", "following year"))
    return years | {year + step for year in years for step in (-1, 1)} if shift else years


def _years_in(text: str) -> set[int]:
    """The years named in a text, both of 2025-26."""
    found = set()
    for match in compiled(_YEARS).finditer(text):
        year = int(match["year"])
        found |= {year, year - year % 100 + int(match["until"])} if match["until"] else {year}
    return {year for year in found if year >= 1900}


def _sentence(text: str, place: int) -> tuple[int, int]:
    """The sentence around an offset, in English."""
    start = text.rfind("\n", 0, place) + 1
    ends = [match.end() for match in compiled(_SENTENCE_END).finditer(text, start)][:50]
    return max([start, *(end for end in ends if end <= place)]), min(
        (e for e in ends if e > place), default=len(text)
    )


def _is_of(report: Report, founded: re.Match[str], counted: re.Match[str]) -> bool:
    """Whether an anniversary is that of what was founded."""
    text = report.text
    before = text[_sentence(text, founded.start())[0] : founded.start()][-_SUBJECT:].lower()
    owner = counted[0].lower().split("’")[0].split("'")[0]
    if owner.startswith("the "):
        return owner.removeprefix("the ").split()[-1] in before
    near = "\n" not in text[min(founded.start(), counted.start()) : max(founded.end(), counted.end())]
    told = [word for word in re.findall(r"[a-z]+", before) if len(word) >= _SHORTEST]
    return near or has(f"{before} ", _SELF) or has(report.title.lower(), told)
