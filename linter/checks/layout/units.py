"""The titles, headings and paragraphs of a draft, as far as a rule on layout judges them."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from linter.checks.layout.options import Options
from linter.checks.layout.roles import texts
from linter.model.document import Document
from linter.model.outline import Context
from linter.model.page_layout import PageLayout, ParagraphLayout, TextRun
from linter.text.characters import count_han


class Unit(NamedTuple):
    """A title, heading or paragraph, which a rule judges as one."""

    start: int
    end: int
    paragraph: ParagraphLayout
    runs: tuple[TextRun, ...]
    """The text runs that hold Chinese characters, cut off at the ends of the unit."""


def _titles(options: Options, context: Context, page_layout: PageLayout) -> Iterator[Unit]:
    for part in context.parts:
        if part.title:
            yield from _unit(*part.title, context.document, page_layout)


def _headings(options: Options, context: Context, page_layout: PageLayout) -> Iterator[Unit]:
    for part in context.parts:
        for heading in part.headings:
            if heading.number and heading.number.style in options.numbers and heading.kind != "item":
                yield from _unit(heading.number.start, heading.end, context.document, page_layout)


def _bodies(options: Options, context: Context, page_layout: PageLayout) -> Iterator[Unit]:
    """The paragraphs of the text, without the headings that open some of them.

    What stands above the first title (secrecy, urgency, who signs) and tables of contents are no text.
    """
    document = context.document
    titles = sorted(part.title[0] for part in context.parts if part.title)
    first = titles[0] if titles else 0
    lines, opened = _headed(context)
    lines |= {block.start for block in document.blocks if block.kind == "toc"}
    for paragraph in texts(page_layout.paragraphs, document.text, options.words):
        start, end = paragraph.start, paragraph.end
        if end <= first or start in lines or bisect_left(titles, start) < bisect_left(titles, end):
            continue
        begin = opened.get(start, start)
        yield Unit(start, end, paragraph, tuple(_runs_within(paragraph.runs, begin, end, document.text)))


def _headed(context: Context) -> tuple[set[int], dict[int, int]]:
    """Where the paragraphs start that are headings, and where others start and their first heading ends."""
    lines: set[int] = set()
    opened: dict[int, int] = {}
    for part in context.parts:
        for heading in part.headings:
            start = context.document.blocks[heading.block].start
            if heading.kind == "line":
                lines.add(start)
            else:
                opened.setdefault(start, heading.end + 1)
    return lines, opened


def _unit(start: int, end: int, document: Document, page_layout: PageLayout) -> Iterator[Unit]:
    index = bisect_left(page_layout.paragraphs, start + 1, key=lambda paragraph: paragraph.start) - 1
    if index >= 0 and start < page_layout.paragraphs[index].end:
        paragraph = page_layout.paragraphs[index]
        yield Unit(start, end, paragraph, tuple(_runs_within(paragraph.runs, start, end, document.text)))


def _runs_within(runs: Iterable[TextRun], start: int, end: int, text: str) -> Iterator[TextRun]:
    for run in runs:
        cut = run._replace(start=max(run.start, start), end=min(run.end, end))
        if count_han(text[cut.start : cut.end]):
            yield cut


SELECT: dict[str, Callable[[Options, Context, PageLayout], Iterator[Unit]]] = {
    "title": _titles,
    "heading": _headings,
    "body": _bodies,
}
"""What the option `of` stands for."""
