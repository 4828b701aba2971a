"""Matches (what checks find) and findings, outcomes and results (what is reported)."""

from collections.abc import Mapping
from os.path import splitext
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from linter.model.against import Against
from linter.model.document import Place, Span
from linter.model.levels import THERE
from linter.model.message import Message
from linter.model.rules import Rule


class Related(NamedTuple):
    """Another place that a match refers to."""

    start: int
    end: int
    """Offsets into the text of the file that `path` names."""
    message: Message
    path: str | None = None
    """None for the file of the match."""
    place: Place | None = None
    """Given where `path` is another file, whose text is not at hand."""


Value: TypeAlias = str | int | float | Message
"""What a field of a message may hold; a `Message` where the value has words of its own."""


class Match(NamedTuple):
    """What a check yields; the engine adds rule, level and place."""

    start: int
    end: int
    message: Message | None = None
    """Overrides the rule's message where the check knows better what is wrong."""
    values: Mapping[str, Value] = MappingProxyType({})
    """Values for `{name}` fields of the rule's message; `{text}` is always there."""
    suggestion: str | None = None
    """Text to put in place of the span."""
    related: tuple[Related, ...] = ()
    level: str | None = None
    """A lower level than the rule's, for this match; a higher one changes nothing."""
    part: int | None = None
    """Index of the part when the match is about one that its span does not lie in."""


class RelatedPlace(NamedTuple):
    """`Related` as reported."""

    path: str | None
    place: Place
    message: Message


class Finding(NamedTuple):
    """One thing found, as reported. Lines and columns are 1-based, end_column is exclusive."""

    rule: str
    check: str
    level: str
    message: Message
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    """The text of the span."""
    context: str
    """The logical line (paragraph) that the span starts in; of a long one, what stands around the span."""
    context_column: int
    """Where the span starts in `context`, 0-based."""
    part: int | None
    section: str | None
    suggestion: str | None
    related: tuple[RelatedPlace, ...]
    fingerprint: str
    start: int
    end: int
    """Offsets into the document's text, for fixes and annotation."""
    anchor: str = ""
    safe: bool = False
    """Whether the suggestion cannot change the meaning."""
    page: int | None = None
    """The page, from 1; None where the format has none."""
    opening: str = ""
    """The first words of its paragraph; empty where lines can be counted."""
    story: str = ""
    cell: tuple[int, ...] = ()
    """Those of `Place`: empty in running text."""

    @property
    def place(self) -> Place:
        """Where it begins, in a file without lines."""
        return Place(self.line, self.line, self.page, True, self.opening, self.story, self.cell)


class SectionRow(NamedTuple):
    """`Presence` as reported."""

    section: str
    title: Message
    required: bool
    state: str
    line: int | None
    end_line: int | None
    chars: int
    evidence: str
    confidence: float = 1.0
    """How sure the state is, from 0 to 1."""
    substance: str = "ok"
    """`ok`; `thin` when it is shorter than the rules ask; `empty` when nothing stands there, or 无, 略 …"""
    unsure: bool = False
    """Whether it may as well be there as not."""
    plans: bool = False
    """Whether it says what is to be done next."""

    @property
    def condition(self) -> str:
        """State and substance in one word, a key of `SECTION_NAMES`."""
        if self.unsure:
            return "unsure"
        return self.state if self.state == "absent" or self.substance == "ok" else self.substance

    @property
    def lacking(self) -> bool:
        """Whether the section is required, and not known to be there with enough under it."""
        return self.required and self.condition not in THERE


class CheckRow(NamedTuple):
    """One line of the checklist: a rule and its state in a part."""

    rule: str
    part: int | None
    state: str
    """`passed`, `failed` or `not-applicable`."""
    line: int | None


class PartResult(NamedTuple):
    """One report within a file, as reported."""

    title: str | None
    line: int
    end_line: int
    sections: tuple[SectionRow, ...]
    unit: str = ""
    """The unit that wrote it; empty where it is not clear."""
    period: str = ""
    """The period that it is about: `2026`, `2026H1`, `2026Q3`, `2026-05`, another one from month to month as
    `2026-01/2026-05`; empty where it is not certain."""


class Crash(NamedTuple):
    """An exception that the program failed with, and what a developer needs to find its cause."""

    step: Message
    """What was being done: reading, a rule …"""
    rule: str
    """Id of the rule that failed; empty where it was no rule."""
    error: str
    """Class of the exception and where it was raised, as `KeyError, linter.text.numerals:45`."""
    trace: str
    """The traceback, shown when the user asks for details."""


class TextBlock(NamedTuple):
    """A paragraph of a document as a reader sees it, kept for a page that shows the whole text."""

    start: int
    """Offset of its first character in the document's text, in which findings are placed too."""
    text: str
    line: int
    """Its first and last line, 1-based; paragraphs where the format has no lines."""
    end_line: int
    kind: str
    """That of `Block`; of a report's frame `title`, `head` (date, addressee, …) or `signature`."""
    level: int = 0
    """Depth as a heading, 1 for the topmost; 0 where it is none."""
    label: str = ""
    """Number that the format generates; it is not in the text."""
    cell: tuple[int, ...] = ()
    """That of `Block`."""
    lead: int = 0
    """How many of its characters are a heading that it opens with."""
    words: str = ""
    """Its words as a heading where they go on in the blocks below: a form's label set upright."""
    signs: tuple[Span, ...] = ()
    """Offsets of the signs of its markup, which a reader does not see."""


class FileOutcome(NamedTuple):
    """The result of one file."""

    path: str
    ruleset: str
    """Id of the ruleset that it was judged by; empty when it was not judged at all."""
    error: Message | None = None
    """Why it was not judged, or not by every rule."""
    parts: tuple[PartResult, ...] = ()
    checklist: tuple[CheckRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    """By place."""
    notes: tuple[Message, ...] = ()
    encoding: str = ""
    paragraphs: bool = False
    """Whether lines are paragraphs, counted: in a format without lines of its own."""
    form_only: bool = False
    """Whether no ruleset fits its title, so that its sections were not judged."""
    suppressed: int = 0
    """How many findings were left out because of directives or the file of suppressions."""
    baselined: int = 0
    """How many findings were left out because the baseline has them."""
    unchanged: int = 0
    """How many findings were left out because their paragraphs have not changed."""
    crashes: tuple[Crash, ...] = ()
    """The failures of the program in judging the file; `error` reports them."""
    sketch: str = ""
    """Of its content, by which a baseline knows it under another name."""
    characters: int = 0
    """How many characters its text has, blanks not counted."""
    text: tuple[TextBlock, ...] = ()
    """Its text; empty unless it was asked for."""
    against: Against | None = None
    """What of it stands in earlier reports; None where it was held against none."""

    @property
    def unreadable(self) -> bool:
        """Whether it was not judged at all."""
        return not self.ruleset


def report_name(path: str) -> str:
    """A path without the suffix of its format: 总结.docx and 总结.pdf are one report.

    What is not of Latin letters belongs to the name: 总结2026.06, 总结.二稿.
    """
    stem, suffix = splitext(path)
    return stem if suffix.isascii() and suffix[1:].isalpha() else path


class HandedIn(NamedTuple):
    """What one of the units that are to hand in a report has handed in."""

    unit: str
    """Its name, as the configuration has it."""
    paths: tuple[str, ...]
    """Its files, in the order of the run; none where its report is missing."""


class Result(NamedTuple):
    """The result of a run."""

    files: tuple[FileOutcome, ...]
    notes: tuple[Message, ...] = ()
    """Notices about the run: fixes made, a baseline written."""
    error: Message | None = None
    """Why the files were not compared with each other by every rule."""
    crashes: tuple[Crash, ...] = ()
    """The failures of the program in comparing the files; `error` reports them."""
    rules: Mapping[str, Rule] = MappingProxyType({})
    """The rules of the rulesets that judged the files, by id: for formats that say what a rule is about."""
    rulesets: Mapping[str, Message] = MappingProxyType({})
    """The titles of these rulesets, by id."""
    units: tuple[HandedIn, ...] = ()
    """The units that are to hand in a report, in the order of the configuration; none where it names none."""

    def count(self, level: str) -> int:
        """The number of findings of one level."""
        return sum(finding.level == level for file in self.files for finding in file.findings)

    @property
    def missing_units(self) -> list[str]:
        """The units of which no file has come."""
        return [each.unit for each in self.units if not each.paths]

    @property
    def repeated_units(self) -> dict[str, tuple[str, ...]]:
        """The units of which several files have come, with these."""
        return {each.unit: each.paths for each in self.units if len(set(map(report_name, each.paths))) > 1}

    @property
    def unlisted(self) -> list[str]:
        """The files that are of none of the units; none where no units are named."""
        known = {path for each in self.units for path in each.paths}
        return [file.path for file in self.files if self.units and file.path not in known]


class Suppression(NamedTuple):
    """A declaration that findings of a rule which begin in a span do not count."""

    rule: str | None
    """None for every rule."""
    start: int
    end: int
    """Offsets into the document's text, both inclusive."""
    place: Match
    """Where it stands, for a finding about it."""
    text: str = ""
    """Words of the finding, or of its paragraph around it, without blanks; empty for any."""
