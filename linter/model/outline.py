"""The structure of a document: the reports in it, their headings, and where each section is."""

from typing import NamedTuple

from linter.model.document import Document, Span


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
    body: int
    """Where the text under it begins: at `end`, but for the head of a table's column, whose cell stands
    behind the other heads."""
    body_end: int
    """Where the text under it ends, sub-headings included."""

    @property
    def reach(self) -> Span:
        """The span of the heading with its text; of the head of a column that of its text alone."""
        return (self.start if self.body == self.end else self.body), self.body_end


class Part(NamedTuple):
    """One report within a document."""

    start: int
    end: int
    """From its title, or first line, to its signature or date."""
    first_block: int
    body_block: int
    closing_block: int
    end_block: int
    """Its blocks are `document.blocks[first_block:end_block]`: up to `body_block` the title block (title,
    subtitle, date, author, addressee), from `closing_block` on the signature block (unit, date, contact,
    list of annexes), empty where it is not signed."""
    title: Span | None
    """Span of the title; None when the report opens without one."""
    headings: tuple[Heading, ...]
    """In reading order."""

    @property
    def text_start(self) -> int:
        """Where its text begins: behind the title, if it has one."""
        return self.title[1] if self.title else self.start

    def title_in(self, text: str) -> str:
        """The title, in the text of the document; empty where it has none."""
        return text[slice(*self.title)] if self.title else ""


class Presence(NamedTuple):
    """Whether a part has a section of the vocabulary, and where."""

    section: str
    """Id from the ruleset's vocabulary."""
    state: str
    """`heading`, `body` or `absent`."""
    spans: tuple[Span, ...] = ()
    """The headings or paragraphs that treat it, the one with the most evidence first; empty when absent."""
    body: tuple[Span, ...] = ()
    """The running text that counts as its substance."""
    confidence: float = 1.0
    """How sure the state is, from 0 to 1: its probability by fitted weights; 1 where words alone decide."""
    unsure: bool = False
    """Whether it may as well be there as not."""
    near: tuple[Span, ...] = ()
    """Spans of headings and sentences that nearly counted, nearest first, at most three; only when absent."""
    foreign: bool = False
    """Whether what stands under its heading does not read like it; it is unsure then."""
    named: bool = False
    """Whether it counts against the weights, by a heading that says little but the author's words for it."""
    placed: bool = True
    """Whether its place in the vocabulary is that in which it should stand; else it may stand anywhere."""


class Context(NamedTuple):
    """What a check is given: a document, its outline, and where its sections are."""

    document: Document
    parts: tuple[Part, ...]
    presences: tuple[dict[str, Presence], ...] = ()
    """One mapping a part, by section id, in the order of the vocabulary."""
    period: str = ""
    """The period that the project expects its reports to be about (`2026H1`); empty where it says none."""
