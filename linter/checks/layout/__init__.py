"""The layout of a document: paper, margins, fonts, sizes, line spacing, indents.

`of` says what is judged: the page, the title, headings (those whose numbers are of the styles in
`numbers`), or the text. The other options say what is wanted of it; what is not given is not judged. Only
formats that describe their layout are judged (.docx); for the others the rule is not applicable.

Equal problems are reported once, at the first place; the message may hold `{actual}` and `{count}`. Of a
paragraph in several fonts the one of most Chinese characters counts. Titles, headings, centred lines
and tables are no text, nor is what GB/T 9704 sets otherwise: the imprint (抄送, 印发), the marks and
titles of annexes, the lists of people in minutes (出席), what stands above the title, tables of
contents. An indent is asked only of paragraphs that hold a whole sentence, and counts from the edge of
the type area.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from linter.checks.api import Find
from linter.checks.layout.options import VALUES, Options, Words
from linter.checks.layout.requirements import requirements
from linter.checks.layout.units import SELECT
from linter.checks.support.scope import head
from linter.model.document import Document
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Context
from linter.model.page_layout import PageLayout

__all__ = ["MANUAL_ZH", "VALUES", "Options", "Words", "build", "unjudged"]

MANUAL_ZH = """
排版：纸张、页边距、字体、字号、行距、缩进。

`of` 说明查什么：页面、标题、小标题（编号样式在 `numbers` 中的）或正文。其余各项是对它的要求，没有写的不查。
只有写明版面的格式才能判断（.docx），其他格式记为“不适用”。

同样的问题只报一次，报在第一处；提示语里可以用 `{actual}` 和 `{count}`。一段里有几种字体的，以汉字最多的
一种为准。标题、小标题、居中的行和表格不算正文；国家标准另有规定的也不算：版记（抄送、印发）、附件的标记和
标题、纪要的人员名单（出席）、标题以上的各行、目录。缩进从版心左边算起，只查含有完整句子的段落。
"""

NOT_JUDGED = Message(
    "这种格式不写明版面，排版无法判断；请提供 .docx",
    "this format does not say how it looks, so the layout was not judged; give a .docx",
)


def unjudged(document: Document) -> Message | None:
    """Why the layout of a document cannot be judged."""
    return None if document.page_layout else NOT_JUDGED


def validate(options: Options) -> Iterator[tuple[str, Message]]:
    """Paper has two sides, a distance of lines a least and a greatest value, or one that is both."""
    if options.paper and (len(options.paper) != 2 or options.paper[0] > options.paper[1]):
        yield (
            "paper",
            Message("应为短边和长边：[210, 297]", "must be the short and the long side: [210, 297]"),
        )
    if len(options.line) > 2 or options.line[:1] > options.line[-1:]:
        yield "line", Message("应为下限和上限：[28, 29]", "must be the least and the greatest: [28, 29]")


def build(options: Options) -> Find:
    """Prepare the search for one kind of layout problem."""
    problems = partial(_page, options) if options.of == "page" else partial(_text, options)

    def find(context: Context) -> Iterator[Match]:
        if context.document.page_layout and context.parts:
            yield from _once(problems(context, context.document.page_layout()))

    return find


class _Problem(NamedTuple):
    """A place whose layout is not as wanted; `actual` is what it has instead."""

    start: int
    end: int
    actual: str


def _once(problems: Iterable[_Problem]) -> Iterator[Match]:
    """The first of each kind of problem, with how many there are."""
    first: dict[str, _Problem] = {}
    counts: Counter[str] = Counter()
    for problem in problems:
        first.setdefault(problem.actual, problem)
        counts[problem.actual] += 1
    for actual, problem in first.items():
        yield Match(problem.start, problem.end, values={"actual": actual, "count": counts[actual]})


# --- pages ----------------------------------------------------------------------------------------


def _page(options: Options, context: Context, page_layout: PageLayout) -> Iterator[_Problem]:
    start, end = head(context, context.parts[0])
    if options.page_number and not page_layout.numbered:
        yield _Problem(start, end, "")
    for page in page_layout.pages:
        if options.paper and not _near(sorted((page.width, page.height)), options.paper, options.tolerance):
            yield _Problem(start, end, f"{page.width:.0f} × {page.height:.0f} mm")
        upright = page.width <= page.height
        fits = (_near(page[2:], wanted, options.tolerance) for wanted in options.margins)
        if options.margins and upright and not any(fits):
            yield _Problem(start, end, " / ".join(f"{mm:.1f}".removesuffix(".0") for mm in page[2:]) + " mm")


def _near(values: Iterable[float], wanted: Iterable[float], tolerance: float) -> bool:
    return all(abs(one - other) <= tolerance for one, other in zip(values, wanted, strict=True))


def _text(options: Options, context: Context, page_layout: PageLayout) -> Iterator[_Problem]:
    text = context.document.text
    wanted = list(requirements(options))
    for unit in SELECT[options.of](options, context, page_layout):
        for requirement in wanted:
            actual = requirement(unit, text)
            if actual is not None:
                yield _Problem(unit.start, unit.end, actual)
