"""Paragraphs and long sentences that were copied.

A paragraph is a copy of an earlier one when at least `threshold` of their 3-character sequences
are the same. Digits and punctuation do not count, and neither does the order of clauses, so that
a paragraph with other years, other figures and its clauses moved about is still a copy. Headings,
titles, table cells and paragraphs of fewer than `min_chars` letters (signatures, addressees,
"现将有关情况汇报如下：") are not looked at. A sentence (`unit: sentence`) is a copy only when
it is the same letter for letter, and only outside paragraphs that are copies themselves.

`scope: file` compares the paragraphs of one file, all its parts together; a finding stands on the
later paragraph and names every earlier one. `scope: run` compares the files of one run; a finding
stands in the later file and names the likest place in an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Literal, NamedTuple

from linter.checks import Compare, Doc, Find, Gather, Passage
from linter.model import Block, Document, Draft, Match, Related, Text
from linter.similarity import Likeness, Stretches, alike, copies, letters, stretches

_ENDS = "。！？!?；;"


class Options(NamedTuple):
    """What counts as a copy, and where it is looked for."""

    unit: Annotated[
        Literal["paragraph", "sentence"],
        Doc("比对的单位：段落或长句", "what is compared: paragraphs or long sentences"),
    ] = "paragraph"
    scope: Annotated[
        Literal["file", "run"],
        Doc("在同一文件内比对，或在一次检查的各文件之间比对", "within a file, or between the files of a run"),
    ] = "file"
    threshold: Annotated[
        float, Doc("相似度达到此值即为雷同（0 至 1）", "lowest similarity of a copy, 0 to 1")
    ] = 0.7
    measure: Annotated[
        Literal["jaccard", "containment"],
        Doc(
            "相似度：两段共有部分占两段之和，或占较短一段",
            "similarity: the common share of both, or of the shorter one",
        ),
    ] = "jaccard"
    gram: Annotated[int, Doc("逐几个字比对", "characters compared at a time")] = 3
    min_chars: Annotated[
        int,
        Doc("不足此字数的不比对（不计数字、标点）", "shorter ones are ignored; digits and marks do not count"),
    ] = 30


class _Unit(NamedTuple):
    """A paragraph or sentence that may be a copy."""

    start: int
    end: int
    block: Block
    letters: Stretches


def build(options: Options) -> Find:
    """Compare the units of one file, or nothing when the scope is the run."""
    if options.scope == "run":
        return lambda draft: ()
    if options.unit == "sentence":
        return lambda draft: _repeated_sentences(draft, options)
    return lambda draft: _copied_paragraphs(draft, options)


def gather(options: Options) -> Gather:
    """The units of a file that are worth comparing with other files; none when the scope is the file."""
    if options.scope == "file":
        return lambda draft: ()
    return lambda draft: [_passage(draft.document, unit) for unit in _units(draft, options)]


def compare(options: Options) -> Compare:
    """Each passage that has its like in an earlier file of the run."""
    likeness = _likeness(options)

    def find(files: Sequence[tuple[str, Sequence[Passage]]]) -> Iterator[tuple[str, Match]]:
        passages = [passage for _, own in files for passage in own]
        sources = [number for number, (_, own) in enumerate(files) for _ in own]
        for at, found in copies([stretches(passage.text) for passage in passages], likeness, sources):
            other, score = found[0]
            path = files[sources[other]][0]
            yield files[sources[at]][0], _copied_from(passages[at], passages[other], path, score)

    return find


def _likeness(options: Options) -> Likeness:
    threshold = 1.0 if options.unit == "sentence" else options.threshold
    return Likeness(options.gram, threshold, options.measure == "containment")


# --- what is compared -----------------------------------------------------------------------------


def _units(draft: Draft, options: Options) -> list[_Unit]:
    """The paragraphs, or the sentences of the paragraphs, that are long enough."""
    text = draft.document.text
    found = []
    for block in _paragraphs(draft, options.min_chars):
        spans = _sentences(text, block) if options.unit == "sentence" else [(block.start, block.end)]
        for start, end in spans:
            if end - start >= options.min_chars:
                passage = stretches(text, start, end)
                if letters(passage) >= options.min_chars:
                    found.append(_Unit(start, end, block, passage))
    return found


def _paragraphs(draft: Draft, least: int) -> Iterator[Block]:
    """The paragraphs of running text of every part: no headings, titles, cells or web remains."""
    blocks, text = draft.document.blocks, draft.document.text
    for part in draft.parts:
        headings = {heading.block for heading in part.headings if heading.kind == "line"}
        for index in range(part.first_block, part.end_block):
            block = blocks[index]
            if block.end - block.start < least or block.kind != "paragraph" or index in headings:
                continue
            if part.title and block.start <= part.title[0] < block.end:
                continue
            if "\t" in text[block.start : block.end].strip() or text[block.start] == "|":
                continue
            yield block


def _sentences(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The spans of a paragraph's sentences, their final marks included."""
    start = block.start
    for at in range(block.start, block.end):
        if text[at] in _ENDS:
            yield start, at + 1
            start = at + 1
    if start < block.end:
        yield start, block.end


# --- within a file --------------------------------------------------------------------------------


def _copied_paragraphs(draft: Draft, options: Options) -> Iterator[Match]:
    units = _units(draft, options)
    for at, found in copies([unit.letters for unit in units], _likeness(options)):
        yield _repeat(draft.document, units[at], [(units[other], score) for other, score in found])


def _repeated_sentences(draft: Draft, options: Options) -> Iterator[Match]:
    """Sentences met before, but for those in paragraphs that are copies as a whole."""
    document = draft.document
    likeness = Likeness(options.gram, options.threshold, options.measure == "containment")
    seen: dict[str, list[_Unit]] = {}
    for unit in _units(draft, options):
        earlier = seen.setdefault("".join(unit.letters), [])
        fresh = [one for one in earlier if not _same_paragraph(document.text, one, unit, likeness)]
        earlier.append(unit)
        if fresh:
            yield _repeat(document, unit, [(one, 1.0) for one in fresh])


def _same_paragraph(text: str, one: _Unit, other: _Unit, likeness: Likeness) -> bool:
    """Whether the paragraphs of two sentences are copies of each other."""
    first, second = (stretches(text, unit.block.start, unit.block.end) for unit in (one, other))
    return one.block != other.block and bool(alike(first, second, likeness))


def _repeat(document: Document, unit: _Unit, earlier: Iterable[tuple[_Unit, float]]) -> Match:
    """A match on the later place that names the earlier ones."""
    related = tuple(
        Related(one.start, one.end, _how_alike(score)) for one, score in earlier
    )
    likest = max(score for _, score in earlier)
    line = document.locate(related[0].start)[0]
    return Match(unit.start, unit.end, values={"line": line, "percent": _percent(likest)}, related=related)


# --- across files ---------------------------------------------------------------------------------


def _passage(document: Document, unit: _Unit) -> Passage:
    line, end_line = document.locate(unit.start)[0], document.locate(unit.end)[0]
    return Passage(unit.start, unit.end, line, end_line, document.text[unit.start : unit.end])


def _copied_from(passage: Passage, other: Passage, path: str, score: float) -> Match:
    related = Related(other.start, other.end, _how_alike(score), path, (other.line, other.end_line))
    values = {"line": other.line, "path": path, "percent": _percent(score)}
    return Match(passage.start, passage.end, values=values, related=(related,))


def _percent(score: float) -> int:
    return int(score * 100)


def _how_alike(score: float) -> Text:
    """The note on the other place."""
    percent = _percent(score)
    if percent == 100:
        return Text("文字相同的一处", "the same words stand here")
    return Text(f"相似度 {percent}%", f"{percent} % alike")
