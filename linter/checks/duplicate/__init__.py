"""Paragraphs and sentences that were copied.

A copy is worth a finding when it takes a reader's time: enough running text stands twice, word for word,
and nothing in it says why. How much is shared is measured in words in a row
(`linter.text.similarity`): a paragraph is a copy of another one when at least `threshold` of
the words of the shorter one stand in the longer one. Marks and the order of clauses do not count, figures
do: a paragraph with another year and a few other figures is still a copy, and so is one that was built
into a longer paragraph; a frame that is filled with new figures throughout is none.

No copies are:

- what is no running text: headings, titles, addressees, rows of tables, lists of names, links and images
  (`linter.checks.duplicate.passages`); addresses, targets of links, code and titles of papers within it
  do not count;
- passages of fewer than `min_chars` Chinese characters and digits; two Latin words count as three;
- set phrases, which the patterns of `ignore` match, and across files what stands above the first heading;
- across files, articles of regulations (第三条): they are to read alike; and what stands in files that are
  called the same but for their suffix (总结.docx, 总结.pdf): they are one report, of which the first counts;
- parallel items: articles of a regulation, the same step for two cases, lines that name different files or
  codes (`linter.checks.duplicate.copytest`); a short paragraph that stands under three headings or more.

A sentence (`unit: sentence`) is a copy only when it is the same word for word, and it is reported only
where the paragraphs around are not copies of each other.

`scope: file` compares the paragraphs of one file, all its parts together; a finding stands on the later
paragraph and names every earlier one. `scope: paragraph` compares the sentences of one paragraph, without
what counts them (一是…；三是…). `scope: run` compares the files of one run: files that share a paragraph have
one finding each, which names the others, those that share most first. Which is the copy is said only where
the dates of the files tell.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Compare, Find, Gather, Passage
from linter.checks.duplicate.copytest import CopyTest
from linter.checks.duplicate.dating import when_written
from linter.checks.duplicate.passages import (
    SHORTEST,
    Unit,
    behind_first_heading,
    is_statement,
    paragraphs,
    sentences,
)
from linter.checks.duplicate.within import (
    copied_paragraphs,
    doubled_lines,
    repeated_sentences,
    without_versions,
)
from linter.model.finding import Match, report_name
from linter.model.message import Message
from linter.model.outline import Context
from linter.schema.types import Doc, Pattern, Within
from linter.text.patterns import union
from linter.text.similarity import CopyCriterion

MANUAL_ZH = """
照抄的段落和句子。

成段的文字一字不差地出现两次，又没有理由，才算照抄。按连续相同的字数计算（算法和阈值怎样定的，见
`linter/text/similarity.py`）：较短一段至少有 `threshold` 的文字也在较长的一段里，就算照抄。标点和
分句的先后不计，数字要计：只换了年份和少数数字的，仍是照抄，嵌进更长段落里的也是；句式相同、数字全换的，不是。

不算照抄的：

- 不成文的：标题、主送、表格的行、人名和链接的清单、图片；文中的网址、链接、代码和文件名称也不计；
- 不足 `min_chars` 字的（两个外文词算三个字）；
- `ignore` 匹配的套话；不同文件之间，第一个标题之前的开头语和规章的条文（条文本来应当一致）；同一文件夹里
  只有扩展名不同的文件（总结.docx、总结.pdf）是同一份报告，只取第一个来比对；
- 并列的条目：规定的条款、两种情形下的同一步骤，只差文件名、编码的各行。两个条目文字全同才算照抄；序号也
  相同的，还要够长；
- 三个以上标题之下都有的短段，是对每种情形说的。

句子（`unit: sentence`）要一字不差才算，所在段落本身就是照抄的不再重复报。

短行（`unit: line`）只比对紧挨着的两行题目或小标题：粘贴了两遍。名单、表格、诗句里的不比。

`scope: file` 比对同一文件各份报告的段落，报在后出现的一段上，并列出前面的每一处。
`scope: paragraph` 比对同一段里的句子，“一是”“第三，”不计。
`scope: run` 比对一次检查的各个文件：有同一段文字的文件各报一处，并列出其他文件，相同最多的在前；谁早谁晚，
只在文件的日期能说明时才说。短段单独不算；几份文件接连有同样的短段，合计达到 `min_joined` 字，也算照抄。
"""

VALUES = ("line", "place", "percent", "path", "files")


class Options(NamedTuple):
    """What counts as a copy, and where it is looked for."""

    unit: Annotated[
        Literal["paragraph", "sentence", "line"],
        Doc(
            "比对的单位：段落、长句，或相邻两行标题一类的短行",
            "what is compared: paragraphs, long sentences, or two short lines in a row, such as titles",
        ),
    ] = "paragraph"
    scope: Annotated[
        Literal["file", "run", "paragraph"],
        Doc(
            "在同一文件内、一次检查的各文件之间或同一段内比对",
            "within a file, between the files of a run, or within a paragraph",
        ),
    ] = "file"
    threshold: Annotated[
        float, Within(0.1, 1), Doc("相似度达到此值即为雷同", "lowest similarity of a copy")
    ] = CopyCriterion().threshold
    run: Annotated[
        int, Within(1, 100), Doc("连续几个字以上相同才计入", "how many words in a row count as shared")
    ] = CopyCriterion().run
    min_chars: Annotated[
        int,
        Within(0, 100_000),
        Doc(
            "不足此字数的不比对（标点不计，两个外文词算三个字）",
            "shorter passages are ignored; marks do not count, two Latin words count as three characters",
        ),
    ] = 30
    min_joined: Annotated[
        int,
        Within(0, 100_000),
        Doc(
            "不足 min_chars 的短段，几段接连相同、合计达到此字数的也算（只用于 scope: run，0 为不算）",
            "shorter paragraphs count where several files have them in a row, so many characters in all (with"
            " scope: run; 0 for never)",
        ),
    ] = 0
    versions: Annotated[
        tuple[Pattern, ...],
        Doc(
            "修改前、修改后的条文前面的写法：这样的段落本来就要相像（只用于同一文件）",
            "what stands before the two versions of an article that is amended: they are alike on purpose"
            " (within a file)",
        ),
    ] = ()
    ignore: Annotated[
        tuple[Pattern, ...], Doc("套话：匹配的分句不计入", "set phrases: clauses that match do not count")
    ] = ()


def build(options: Options) -> Find:
    """Compare the paragraphs or sentences of one file; find nothing when the scope is the run."""
    test, versions = _copy_test(options), union(options.versions)

    def copied(context: Context) -> Iterator[Match]:
        units = without_versions(context.document, paragraphs(context, options.min_chars), versions)
        return copied_paragraphs(context, units, test)

    def repeated(context: Context) -> Iterator[Match]:
        units = without_versions(context.document, sentences(context, options.min_chars), versions)
        return repeated_sentences(context.document, units, test, options.scope == "paragraph")

    def doubled(context: Context) -> Iterator[Match]:
        return doubled_lines(context, options.min_chars)

    if options.scope == "run":
        return lambda context: ()
    if options.unit == "line":
        return doubled
    return copied if options.unit == "paragraph" else repeated


def validate(options: Options) -> Iterable[tuple[str, Message]]:
    """Within a paragraph only sentences can be compared."""
    if options.scope == "paragraph" and options.unit != "sentence":
        zh = "同一段内只能比对句子，请写 unit: sentence"
        yield "scope", Message(zh, "within a paragraph only sentences can be compared: write unit: sentence")


def gather(options: Options) -> Gather | None:
    """The paragraphs or sentences to compare with other files; None unless the scope is the run."""
    if options.scope != "run":
        return None
    find = paragraphs if options.unit == "paragraph" else sentences
    joins = options.min_joined > 0
    least = min(options.min_chars, SHORTEST) if joins else options.min_chars

    def is_short(unit: Unit) -> bool:
        # By words, not by length: a team repeats short statements in English in file after file.
        return len(unit.words) < options.min_chars

    def counted(units: list[Unit]) -> list[Unit]:
        """The long ones, and statements among the short ones where these are enough for a run."""
        said = sum(len(unit.words) for unit in units if is_short(unit) and is_statement(unit))
        is_enough = joins and said >= options.min_joined
        return [unit for unit in units if not is_short(unit) or (is_enough and is_statement(unit))]

    def passages(context: Context) -> list[Passage]:
        units = behind_first_heading(context, [unit for unit in find(context, least) if not unit.in_article])
        units = counted(units)
        written = when_written(context) if units else ()
        return [_passage(context, unit, written, is_short(unit)) for unit in units]

    return passages


def compare(options: Options) -> Compare:
    """Find the passages that stand in several files."""
    test = _copy_test(options)

    def find(files: Sequence[tuple[str, Sequence[Passage]]]) -> Iterator[tuple[str, Match]]:
        from linter.checks.duplicate.across import shared_passages
        from linter.checks.duplicate.runs import shared_runs

        files = _one_of_each(files)
        by_themselves = [(path, [each for each in passages if not each.is_short]) for path, passages in files]
        yield from shared_passages(by_themselves, test)
        if options.min_joined:
            yield from shared_runs(files, test._replace(least=options.min_joined))

    return find


def _one_of_each(
    files: Sequence[tuple[str, Sequence[Passage]]],
) -> list[tuple[str, Sequence[Passage]]]:
    """The files without those that are called as an earlier one but for their suffix."""
    firsts: dict[str, str] = {}
    return [each for each in files if firsts.setdefault(report_name(each[0]), each[0]) == each[0]]


def _passage(context: Context, unit: Unit, written: tuple[int, ...], is_short: bool) -> Passage:
    place = context.document.place(unit.start, unit.end)
    return Passage(unit.start, unit.end, place, unit.raw, written, is_short)


def _copy_test(options: Options) -> CopyTest:
    threshold = 1.0 if options.unit == "sentence" else options.threshold
    criterion = CopyCriterion(threshold, options.run)
    stock = union(options.ignore)
    # Copies ask about the same clauses again and again.
    is_stock = lru_cache(1 << 16)(lambda clause: stock.search(clause) is not None) if stock else None
    return CopyTest(criterion, is_stock, options.min_chars)
