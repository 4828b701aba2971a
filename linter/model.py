"""The words of the program as types: what flows from reader to reporter.

Named tuples throughout: immutable, slotted, and cheap where it counts. A frozen, slotted
dataclass costs 1.3 ms to define and 1.6 µs to make on the machine where a named tuple costs
0.25 ms and 0.3 µs; with some twenty types that is the whole start-up budget.

Every position is a pair of offsets, in code points, into `Document.text`: start inclusive, end
exclusive. Lines and columns are looked up once, by `Document.locate`, at the edge.
"""

from bisect import bisect_right
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.looks import Looks


Level = Literal["error", "warning", "info"]
"""How grave a finding is."""

Span = tuple[int, int]
"""Offsets into a text: of the first character, and behind the last one."""


class Text(NamedTuple):
    """A sentence for the user, in both languages of the program."""

    zh: str
    en: str

    def say(self, lang: str) -> str:
        """The sentence in one language: English for `en`, Chinese for every other."""
        return self.en if lang == "en" else self.zh


class Block(NamedTuple):
    """One paragraph, table cell, note or the like, as the reader found it."""

    start: int
    """Offset of the first character in `Document.text`."""
    end: int
    """Offset after the last character, without the line end."""
    kind: str = "paragraph"
    """`paragraph`, `cell`, `note`, `header`, `footer`, `textbox`, `code`, or `toc`: a line of a table
    of contents that the format makes itself."""
    level: int = 0
    """Outline level that the format itself declares (Word, HTML, Markdown `#`): 1 to 9; 0 for none."""
    label: str = ""
    """Number that the format generates ("一、"); it stands beside the text, not in it."""
    anchor: str = ""
    """Place in the format's own terms; empty where lines and columns say it all."""


class Mark(NamedTuple):
    """A stretch of text about which the format says more than the characters do."""

    start: int
    end: int
    kind: str
    """`markup` (emphasis signs and the like: not words of the author), `code` (quoted code),
    `prompt` (a template's prompt still showing), `highlight`, `broken-reference`, `comment`,
    `directive` (words to this program: see `linter.readers.directives`; blank in `Document.text`)."""
    note: str = ""
    """What the format adds, such as the text of a comment; of a directive, its words."""


class LineMap(NamedTuple):
    """Where stretches of `Document.text` stand in the file."""

    starts: tuple[int, ...]
    """Offsets at which a stretch begins, ascending, the first of them 0."""
    places: tuple[tuple[int, int], ...] | None = None
    """1-based (line, column) of each stretch; None when stretch i is line i + 1, column 1."""


class Document(NamedTuple):
    """One file as read."""

    path: str
    """As the user wrote it, or the name given for standard input."""
    format: str
    """`text`, `markdown`, `docx`, …"""
    text: str
    """The logical text: one block a line, joined by `\\n`; hard-wrapped lines are one block."""
    blocks: tuple[Block, ...]
    """In reading order; blank lines make no block."""
    lines: LineMap
    marks: tuple[Mark, ...] = ()
    """Ascending by start."""
    encoding: str = ""
    """How the bytes were decoded; empty for formats that say it themselves."""
    notes: tuple[Text, ...] = ()
    """What the reader wants the user to know: a mixed encoding, a part that was not read."""
    looks: "Callable[[], Looks] | None" = None
    """Works out how the draft looks on paper; None where the format does not say."""

    def locate(self, offset: int) -> tuple[int, int]:
        """The 1-based (line, column) of an offset."""
        starts, places = self.lines
        index = bisect_right(starts, offset) - 1
        line, column = places[index] if places else (index + 1, 1)
        return line, column + offset - starts[index]

    def locate_end(self, start: int, end: int) -> tuple[int, int]:
        """The 1-based line of the last character of a span, and the column after it.

        Not `locate(end)`: where a reader joined two lines, that is the beginning of the second.
        """
        if end <= start or self.text[end - 1] == "\n":
            return self.locate(end)
        line, column = self.locate(end - 1)
        return line, column + 1


class Number(NamedTuple):
    """The number of a heading or list item, taken apart."""

    style: str
    """Its shape with the digits taken out: `一、` `（一）` `(一)` `1.` `1、` `（1）` `(1)` `①`
    `第一章` `第一部分` `1.1` `一是` `第一，` …"""
    values: tuple[int, ...]
    """Its value; several for `1.2.3`."""
    text: str
    """As it stands in the draft, or as the format generates it."""
    start: int
    end: int
    """Its span; empty (start == end) for a generated number."""


class Heading(NamedTuple):
    """A heading and the text under it."""

    start: int
    end: int
    """Span of its words: no number, no Markdown signs, no final colon or full stop."""
    level: int
    """Depth within the part, 1 for the topmost."""
    number: Number | None
    kind: str
    """`line` (a line of its own), `run-in` (opens a paragraph: "（二）狠抓学习。…") or
    `item` (a label within running text: "一是抓学习，…")."""
    block: int
    """Index into `Document.blocks`."""
    body_end: int
    """Where the text under it ends; its own text is `end` to `body_end`, sub-headings included."""


class Part(NamedTuple):
    """One report within a document."""

    start: int
    end: int
    """From its title, or first line, to its signature or date."""
    first_block: int
    end_block: int
    """Its blocks are `document.blocks[first_block:end_block]`."""
    title: tuple[int, int] | None
    """Span of the title; None when the report opens without one."""
    headings: tuple[Heading, ...]
    """In reading order."""


class Presence(NamedTuple):
    """Whether a part has a section, and where: one row of the checklist's table."""

    section: str
    """Id from the ruleset's vocabulary."""
    state: str
    """`heading`, `body` or `absent`."""
    spans: tuple[tuple[int, int], ...] = ()
    """The headings or paragraphs that treat it, evidence first; empty when absent."""
    body: tuple[tuple[int, int], ...] = ()
    """The running text that counts as its substance."""
    near: tuple[tuple[int, int], ...] = ()
    """Headings and sentences that almost made it, best first, at most three; only when absent."""


class Draft(NamedTuple):
    """What a check is given: a document, its outline, and where its sections are."""

    document: Document
    parts: tuple[Part, ...]
    presences: tuple[dict[str, Presence], ...] = ()
    """One mapping a part, by section id, in the order of the vocabulary."""


class Related(NamedTuple):
    """Another place that belongs to a match."""

    start: int
    end: int
    """Offsets into the text of the file that `path` names."""
    message: Text
    path: str | None = None
    """None for the file of the match."""
    lines: tuple[int, int] | None = None
    """First and last line; given where `path` is another file, whose text is not at hand."""


class Match(NamedTuple):
    """What a check yields; the engine adds rule, level and place."""

    start: int
    end: int
    message: Text | None = None
    """Overrides the rule's message where the check knows better what is wrong."""
    values: Mapping[str, Any] = MappingProxyType({})
    """Values for `{name}` fields of the rule's message; `{text}` is always there."""
    suggestion: str | None = None
    """Text to put in place of the span."""
    related: tuple[Related, ...] = ()
    level: str | None = None
    """Lowers or raises the rule's level for this match."""
    part: int | None = None
    """Index of the part when the match is about one that its span does not lie in."""


class RelatedPlace(NamedTuple):
    """`Related` as reported."""

    path: str | None
    line: int
    end_line: int
    message: Text


class Finding(NamedTuple):
    """One thing found, as reported. Lines and columns are 1-based, end_column is exclusive."""

    rule: str
    check: str
    level: str
    message: Text
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


class SectionRow(NamedTuple):
    """`Presence` as reported."""

    section: str
    title: Text
    required: bool
    state: str
    line: int | None
    end_line: int | None
    chars: int
    evidence: str


class CheckRow(NamedTuple):
    """One line of the checklist: a rule and how a part fared."""

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


class Crash(NamedTuple):
    """A fault of the program itself, met where it worked for the user: what a developer needs to find it."""

    step: Text
    """What was being done: reading, a rule …"""
    rule: str
    """Id of the rule that failed; empty where it was no rule."""
    error: str
    """Class of the exception and where it was raised, as `KeyError, linter.numerals:45`."""
    trace: str
    """The traceback, for who asks for details."""


class FileResult(NamedTuple):
    """What one file got."""

    path: str
    ruleset: str
    """Id of the ruleset that it was judged by; empty when it was not judged at all."""
    error: Text | None = None
    """Why it was not judged, or not by every rule."""
    parts: tuple[PartResult, ...] = ()
    checklist: tuple[CheckRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    """By place."""
    notes: tuple[Text, ...] = ()
    encoding: str = ""
    paragraphs: bool = False
    """Whether lines are paragraphs, counted: in a format without lines of its own."""
    suppressed: int = 0
    """Findings that a directive, or the file beside it, declares to be none."""
    baselined: int = 0
    """Findings left out because the baseline has them."""
    crashes: tuple[Crash, ...] = ()
    """Faults of the program that kept it from judging the file in full; `error` tells of them."""


class Result(NamedTuple):
    """What a run found."""

    files: tuple[FileResult, ...]
    notes: tuple[Text, ...] = ()
    """What the run did besides judging: fixes made, a baseline written."""
    error: Text | None = None
    """Why the files were not compared with each other by every rule."""
    crashes: tuple[Crash, ...] = ()
    """Faults of the program in comparing the files; `error` tells of them."""

    def count(self, level: str) -> int:
        """The number of findings of one level."""
        return sum(finding.level == level for file in self.files for finding in file.findings)


class Terms(NamedTuple):
    """The vocabulary of one section. How it is weighed: see `linter.sections`."""

    id: str
    title: Text
    headings: tuple[str, ...] = ()
    """Words (literal) that make a heading one of this section."""
    weak_headings: tuple[str, ...] = ()
    """Words (literal) that do so only when the text under the heading agrees."""
    cues: tuple[str, ...] = ()
    """Patterns of sentences that treat the subject."""
    weak_cues: tuple[str, ...] = ()
    """Patterns that support, and never decide alone."""
    excludes: tuple[str, ...] = ()
    """Patterns whose text is not looked at for this section: names, set phrases, others' problems."""
    closing: bool = False
    """The section belongs to the end of a report, where weaker evidence is enough."""


Lists: TypeAlias = tuple[tuple[str, ...], ...]
"""The word lists of one group, in the order of the fields of the `Words` that its module declares."""


class Rule(NamedTuple):
    """One entry of a ruleset: a check with its options."""

    id: str
    check: str
    level: str
    """`error`, `warning`, `info` or `off`."""
    message: Text
    """May hold `{name}` fields, filled from `Match.values`."""
    options: dict[str, Any]
    """Validated and plain: the keyword arguments of the check's `Options`."""
    why: Text = Text("", "")
    source: str = ""
    passes: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()
    """Example texts on which the rule is silent and on which it fires."""
    tags: tuple[str, ...] = ()
    fix: str = "unsafe"
    """`safe` when its suggestions cannot change the meaning: those are what `--fix` carries out."""
    words: Mapping[str, Lists] = MappingProxyType({})
    """The word lists of its ruleset, by group: one mapping for all the rules of a set."""


class Ruleset(NamedTuple):
    """A vocabulary of sections and a list of rules, everything inherited resolved."""

    id: str
    title: Text
    titles: tuple[str, ...] = ()
    """Patterns: a report whose title fits one is judged by this set under `--ruleset auto`."""
    sections: tuple[Terms, ...] = ()
    rules: tuple[Rule, ...] = ()
    path: str = ""
    source: str = ""
    """The standard or practice that the set is made from."""
    extends: tuple[str, ...] = ()
    """Ids of every set that this one inherits from, however far."""
    language: str = "zh"
    """The folder of `rulesets/words` that its word lists begin with."""
    words: Mapping[str, Lists] = MappingProxyType({})
    """Its word lists, by group: those of the language, with what rule files add and drop."""


LEVELS: tuple[Level, ...] = ("info", "warning", "error")
"""Severity levels, mildest first."""

LEVEL_NAMES = {
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("提示", "info"),
}
"""What people call the levels, gravest first."""

SETTING_NAMES = {**LEVEL_NAMES, "off": Text("停用", "off")}
"""What people call the levels that a rule may be set to."""

OUTCOME_NAMES = {
    "passed": Text("通过", "passed"),
    "failed": Text("不通过", "failed"),
    "not-applicable": Text("不适用", "not applicable"),
}
"""What people call the states of a rule in the checklist."""
