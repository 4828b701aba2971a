"""Paragraphs and long sentences that were copied.

A paragraph is a copy of an earlier one when at least `threshold` of the 3-character sequences of
the shorter one stand in the longer one. Digits and punctuation do not count, and neither does the
order of clauses: a paragraph with other years, other figures and its clauses moved about is still
a copy, and so is one that was built into a longer paragraph. How the measure and its threshold
were chosen is explained in `linter.checks.duplicate.similarity`.

No copies are: headings, titles, table cells, paragraphs of fewer than `min_chars` letters
(signatures, addressees, "现将有关情况汇报如下："), and what the patterns of `ignore` match (set
phrases that every report of the kind contains). A sentence (`unit: sentence`) is a copy only when
it is the same letter for letter, and it is reported only where the paragraphs around are not
copies of each other.

`scope: file` compares the paragraphs of one file, all its parts together; a finding stands on the
later paragraph and names every earlier one. `scope: run` compares the files of one run; a finding
stands in the later file and names the most similar place in an earlier one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Compare, Find, Gather, Passage
from linter.checks.duplicate.similarity import (
    CopyCriterion,
    LetterRuns,
    copies,
    letter_count,
    letter_runs,
    most_similar,
    similarity,
)
from linter.model.document import Block, Document
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.model.outline import Context
from linter.schema.types import Doc, Pattern
from linter.text.patterns import union
from linter.text.sentences import ANY_STOPS

MANUAL_ZH = """
照抄的段落和长句。

较短一段的连续三字组合至少有 `threshold` 的比例也在较长的一段里，就算照抄。数字、标点和分句的先后不计：换了
年份和数字、调了分句次序的，仍是照抄；嵌进更长段落里的也是。算法和阈值怎样定的，见
`linter/checks/duplicate/similarity.py`。

不算照抄的：标题、表格单元格、不足 `min_chars` 字的段落（落款、主送、“现将有关情况汇报如下：”），以及
`ignore` 匹配的套话。长句（`unit: sentence`）要一字不差才算，所在段落本身就是照抄的不再重复报。

`scope: file` 比对同一文件各份报告的段落，报在后出现的一段上，并列出前面的每一处。`scope: run` 比对一次检查
的各个文件，报在排在后面的文件里，并列出最像的一处。
"""

_SENTENCE_END = re.compile(f"[{ANY_STOPS}]+")
_VERBATIM = CopyCriterion(1.0, containment=False)
_PLACES = 16
"""The most earlier places that a sentence is compared with: among n copies there are n² pairs."""

VALUES = ("line", "place", "percent", "path")


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
    ] = CopyCriterion().threshold
    measure: Annotated[
        Literal["containment", "jaccard"],
        Doc(
            "相似度的算法：相同部分占较短一段的比例，或占两段合并后的比例",
            "the share that is the same: of the shorter passage, or of both together",
        ),
    ] = "containment"
    gram: Annotated[int, Doc("每几个字为一组比对", "characters compared at a time")] = CopyCriterion().gram
    min_chars: Annotated[
        int,
        Doc(
            "不足此字数的不比对（数字、标点不计）", "shorter ones are ignored; digits and marks do not count"
        ),
    ] = 30
    ignore: Annotated[
        tuple[Pattern, ...],
        Doc("套话：匹配的分句不计入", "set phrases: clauses that match do not count"),
    ] = ()


class _Unit(NamedTuple):
    """A paragraph or sentence that may be a copy."""

    start: int
    end: int
    block: Block
    letters: LetterRuns


class _CopyTest(NamedTuple):
    """The test of whether two units are copies."""

    criterion: CopyCriterion
    is_stock: Callable[[str], bool] | None
    """Whether a letter run is a set phrase; None where the rule has no set phrases."""
    min_chars: int

    def is_copy(self, one: LetterRuns, other: LetterRuns, score: float) -> bool:
        """Whether passages with the similarity `score` are still copies without their set phrases."""
        stock = self.is_stock
        if stock is None:
            return score > 0
        left, right = ([part for part in side if not stock(part)] for side in (one, other))
        enough = min(letter_count(left), letter_count(right)) >= self.min_chars
        return score > 0 and enough and similarity(left, right, self.criterion) > 0


def build(options: Options) -> Find:
    """Compare the paragraphs or sentences of one file; find nothing when the scope is the run."""
    if options.scope == "run":
        return lambda context: ()
    test = _copy_test(options)
    if options.unit == "paragraph":
        return lambda context: _copied_paragraphs(context.document, _units(context, options), test)

    def repeated(context: Context) -> Iterator[Match]:
        if _may_repeat(context, options.min_chars):
            yield from _repeated_sentences(context.document, _units(context, options), test)

    return repeated


def gather(options: Options) -> Gather:
    """The paragraphs or sentences to compare with other files; none when the scope is the file."""
    if options.scope == "file":
        return lambda context: ()

    def passages(context: Context) -> list[Passage]:
        document = context.document
        return [
            Passage(start, end, document.place(start, end), document.text[start:end])
            for _, start, end in _spans(context, options)
        ]

    return passages


def compare(options: Options) -> Compare:
    """Find, for each passage, the most similar one in an earlier file of the run."""
    test = _copy_test(options)
    criterion = _VERBATIM if options.unit == "sentence" else test.criterion

    def find(files: Sequence[tuple[str, Sequence[Passage]]]) -> Iterator[tuple[str, Match]]:
        units = [
            (source, passage, parts)
            for source, (_, passages) in enumerate(files)
            for passage in passages
            if letter_count(parts := letter_runs(passage.text)) >= options.min_chars
        ]
        sources, places, texts = zip(*units, strict=True) if units else ((), (), ())
        for at, other, score in most_similar(texts, sources, criterion):
            if test.is_copy(texts[other], texts[at], score):
                path = files[sources[other]][0]
                yield files[sources[at]][0], _copied_from(places[at], places[other], path, score)

    return find


def _copy_test(options: Options) -> _CopyTest:
    criterion = CopyCriterion(options.threshold, options.measure == "containment", options.gram)
    stock = union(options.ignore)
    # Copies ask about the same runs again and again.
    is_stock = lru_cache(1 << 16)(lambda run: stock.search(run) is not None) if stock else None
    return _CopyTest(criterion, is_stock, options.min_chars)


# --- what is compared -----------------------------------------------------------------------------


def _units(context: Context, options: Options) -> list[_Unit]:
    """The paragraphs, or the sentences of the paragraphs, that are long enough."""
    text, least = context.document.text, options.min_chars
    found = []
    for block, start, end in _spans(context, options):
        passage = letter_runs(text, start, end)
        if letter_count(passage) >= least:
            found.append(_Unit(start, end, block, passage))
    return found


def _may_repeat(context: Context, least: int) -> bool:
    """Whether the letter runs that occur again add up to a sentence of `least` letters; a quick test."""
    text = context.document.text
    seen: set[str] = set()
    again = 0
    for block in _paragraphs(context, least):
        for run in letter_runs(text, block.start, block.end):
            if run in seen:
                again += len(run)
            else:
                seen.add(run)
    return again >= least


def _spans(context: Context, options: Options) -> Iterator[tuple[Block, int, int]]:
    """The paragraphs or sentences that are long enough with all their characters counted."""
    for block in _paragraphs(context, options.min_chars):
        if options.unit == "paragraph":
            yield block, block.start, block.end
        else:
            for start, end in _sentences(context.document.text, block):
                if end - start >= options.min_chars:
                    yield block, start, end


def _paragraphs(context: Context, least: int) -> Iterator[Block]:
    """The long paragraphs of running text of every part: no headings, titles or table rows."""
    blocks, text = context.document.blocks, context.document.text
    for part in context.parts:
        headings = {heading.block for heading in part.headings if heading.kind == "line"}
        title = part.title[0] if part.title else -1
        for index in range(part.first_block, part.end_block):
            block = blocks[index]
            start, end = block.start, block.end
            if end - start < least or block.kind != "paragraph" or index in headings or start <= title < end:
                continue
            if text[start] != "|" and text.find("\t", start + 1, end) < 0:
                yield block


def _sentences(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The spans of a paragraph's sentences, their final marks included."""
    start = block.start
    for match in _SENTENCE_END.finditer(text, block.start, block.end):
        yield start, match.end()
        start = match.end()
    if start < block.end:
        yield start, block.end


# --- within a file --------------------------------------------------------------------------------


def _copied_paragraphs(document: Document, units: list[_Unit], test: _CopyTest) -> Iterator[Match]:
    for at, found in copies([unit.letters for unit in units], test.criterion):
        earlier = [
            (units[other], score)
            for other, score in found
            if test.is_copy(units[other].letters, units[at].letters, score)
        ]
        if earlier:
            yield _repeat(document, units[at], earlier)


def _repeated_sentences(document: Document, units: list[_Unit], test: _CopyTest) -> Iterator[Match]:
    """Sentences that occurred before, except in paragraphs that are copies as a whole."""
    seen: dict[str, list[_Unit]] = {}
    for unit in units:
        earlier = seen.setdefault("".join(unit.letters), [])
        fresh = [
            (one, 1.0)
            for one in earlier
            if test.is_copy(one.letters, unit.letters, 1.0)
            and not _same_paragraph(document.text, one, unit, test)
        ]
        if len(earlier) < _PLACES:
            earlier.append(unit)
        if fresh:
            yield _repeat(document, unit, fresh)


def _same_paragraph(text: str, one: _Unit, other: _Unit, test: _CopyTest) -> bool:
    """Whether the paragraphs of two sentences are copies of each other."""
    if one.block == other.block:
        return False
    left, right = (letter_runs(text, unit.block.start, unit.block.end) for unit in (one, other))
    return test.is_copy(left, right, similarity(left, right, test.criterion))


def _repeat(document: Document, unit: _Unit, earlier: list[tuple[_Unit, float]]) -> Match:
    """A match on the later place that names the earlier ones."""
    related = tuple(Related(one.start, one.end, _how_similar(score)) for one, score in earlier)
    nearest, score = max(earlier, key=lambda pair: pair[1])
    place = document.place(nearest.start, nearest.end)
    values = {"line": place.line, "place": place.words, "percent": _percent(score)}
    return Match(unit.start, unit.end, values=values, related=related)


# --- across files ---------------------------------------------------------------------------------


def _copied_from(passage: Passage, other: Passage, path: str, score: float) -> Match:
    related = Related(other.start, other.end, _how_similar(score), path, other.place)
    values = {"line": other.place.line, "place": other.place.words, "path": path, "percent": _percent(score)}
    return Match(passage.start, passage.end, values=values, related=(related,))


def _percent(score: float) -> int:
    return int(score * 100)


def _how_similar(score: float) -> Message:
    """The message at the other place."""
    percent = _percent(score)
    if percent == 100:
        return Message("此处文字相同", "the same words stand here")
    return Message(f"此处有{percent}%的文字相同", f"{percent} % of the words are the same here")
