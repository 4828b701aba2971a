"""The layout of a document: paper, margins, fonts, sizes, line spacing, indents.

`of` says what is judged: the page, the title, headings (those whose numbers are of the styles in
`numbers`), or the text. The other options say what is wanted of it; what is not given is not judged. Only
formats that describe their layout are judged (.docx); for the others the rule is not applicable.

Equal problems are reported once, at the first place; the message may hold `{actual}` and `{count}`. Of a
paragraph in several fonts the one of most Chinese characters counts. Titles, headings, centred lines
and tables are no text; an indent is asked only of paragraphs that hold a whole sentence.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Find
from linter.model.document import Document
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Context, Heading
from linter.model.page_layout import Page, PageLayout, ParagraphLayout, TextRun
from linter.schema.types import Doc
from linter.text.characters import count_han

MANUAL_ZH = """
排版：纸张、页边距、字体、字号、行距、缩进。

`of` 说明查什么：页面、标题、小标题（编号样式在 `numbers` 中的）或正文。其余各项是对它的要求，没有写的不查。
只有写明版面的格式才能判断（.docx），其他格式记为“不适用”。

同样的问题只报一次，报在第一处；提示语里可以用 `{actual}` 和 `{count}`。一段里有几种字体的，以汉字最多的
一种为准。标题、小标题、居中的行和表格不算正文；缩进只查含有完整句子的段落。
"""

NOT_JUDGED = Message(
    "这种格式不写明版面，排版无法判断；请提供 .docx",
    "this format does not say how it looks, so the layout was not judged; give a .docx",
)
_SIZE_NAMES = {
    42: "初号", 36: "小初", 26: "一号", 24: "小一", 22: "二号", 18: "小二", 16: "三号", 15: "小三",
    14: "四号", 12: "小四", 10.5: "五号", 9: "小五",
}  # fmt: skip
"""The names of type sizes, which GB/T 9704 and Word go by, for messages; the key is the size in points."""
_BLANKS = " \u3000\xa0\t"
_SHOWN = 20


class Margins(NamedTuple):
    """The margins of a page, in mm."""

    top: Annotated[float, Doc("上，毫米", "at the top")]
    bottom: Annotated[float, Doc("下，毫米", "at the bottom")]
    left: Annotated[float, Doc("左（订口），毫米", "on the left, the binding edge")]
    right: Annotated[float, Doc("右，毫米", "on the right")]


VALUES = ("actual", "count")


class Options(NamedTuple):
    """What is judged, and what is asked of it."""

    of: Annotated[Literal["page", "title", "heading", "body"], Doc("查什么", "what is judged")]
    numbers: Annotated[
        tuple[str, ...], Doc("小标题的编号样式，如 一、", "styles of the headings' numbers, such as 一、")
    ] = ()
    paper: Annotated[
        tuple[float, ...], Doc("纸张的短边和长边，毫米", "short and long side of the paper, in mm")
    ] = ()
    margins: Annotated[
        tuple[Margins, ...], Doc("页边距，合于其中之一", "margins; one of these must be met")
    ] = ()
    page_number: Annotated[bool, Doc("要有页码", "there must be page numbers")] = False
    fonts: Annotated[
        tuple[str, ...], Doc("字体名含其中之一", "the name of the font contains one of these")
    ] = ()
    size: Annotated[float, Doc("字号，磅", "size, in points")] = 0.0
    line: Annotated[
        tuple[float, ...], Doc("行距的下限和上限，磅", "least and greatest distance of lines, in points")
    ] = ()
    indent: Annotated[float | None, Doc("首行缩进，字", "indent of the first line, in characters")] = None
    align: Annotated[str, Doc("对齐：center 等", "alignment: center and the like")] = ""
    no_blanks: Annotated[bool, Doc("不用空格缩进", "no blanks in place of an indent")] = False
    one_font: Annotated[bool, Doc("一段一种字体", "one font a paragraph")] = False
    tolerance: Annotated[
        float, Doc("允许的偏差，单位同上", "what may be off, in the unit of what is judged")
    ] = 0.5


def unjudged(document: Document) -> Message | None:
    """Why the layout of a document cannot be judged."""
    return None if document.page_layout else NOT_JUDGED


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
    start, end = _first_title(context)
    if options.page_number and not page_layout.numbered:
        yield _Problem(start, end, "")
    for page in page_layout.pages:
        if options.paper and not _near(sorted((page.width, page.height)), options.paper, options.tolerance):
            yield _Problem(start, end, f"{page.width:.0f} × {page.height:.0f} mm")
        upright = page.width <= page.height
        if options.margins and upright and not _fits(page, options):
            yield _Problem(start, end, " / ".join(f"{mm:.1f}".removesuffix(".0") for mm in page[2:]) + " mm")


def _fits(page: Page, options: Options) -> bool:
    return any(_near(page[2:], wanted, options.tolerance) for wanted in options.margins)


def _near(values: Iterable[float], wanted: Iterable[float], tolerance: float) -> bool:
    return all(abs(one - other) <= tolerance for one, other in zip(values, wanted, strict=True))


def _first_title(context: Context) -> tuple[int, int]:
    """The title of the first report, or its first characters."""
    part = context.parts[0]
    block = context.document.blocks[part.first_block]
    return part.title or (part.start, min(block.end, part.start + _SHOWN))


# --- text -----------------------------------------------------------------------------------------


class _Unit(NamedTuple):
    """A title, heading or paragraph, which a rule judges as one."""

    start: int
    end: int
    paragraph: ParagraphLayout
    runs: tuple[TextRun, ...]
    """The text runs that hold Chinese characters, cut off at the ends of the unit."""


def _text(options: Options, context: Context, page_layout: PageLayout) -> Iterator[_Problem]:
    text = context.document.text
    select = {"title": _titles, "heading": _headings, "body": _bodies}[options.of]
    requirements = list(_requirements(options))
    for unit in select(options, context, page_layout):
        for requirement in requirements:
            actual = requirement(unit, text)
            if actual is not None:
                yield _Problem(unit.start, unit.end, actual)


def _titles(options: Options, context: Context, page_layout: PageLayout) -> Iterator[_Unit]:
    for part in context.parts:
        if part.title:
            yield from _unit(*part.title, context.document, page_layout)


def _headings(options: Options, context: Context, page_layout: PageLayout) -> Iterator[_Unit]:
    for part in context.parts:
        for heading in part.headings:
            if heading.number and heading.number.style in options.numbers and heading.kind != "item":
                yield from _unit(_begin(heading), heading.end, context.document, page_layout)


def _bodies(options: Options, context: Context, page_layout: PageLayout) -> Iterator[_Unit]:
    """The paragraphs of the text, without the headings that open some of them."""
    titles = {part.title[0] for part in context.parts if part.title}
    lines: set[int] = set()
    opened: dict[int, int] = {}
    for part in context.parts:
        for heading in part.headings:
            start = context.document.blocks[heading.block].start
            if heading.kind == "line":
                lines.add(start)
            elif start not in opened:
                opened[start] = heading.end + 1
    for paragraph in page_layout.paragraphs:
        start, end = paragraph.start, paragraph.end
        if start in lines or paragraph.align == "center" or any(start <= title < end for title in titles):
            continue
        begin = opened.get(start, start)
        runs = tuple(_runs_within(paragraph.runs, begin, end, context.document.text))
        yield _Unit(start, end, paragraph, runs)


def _begin(heading: Heading) -> int:
    return heading.number.start if heading.number else heading.start


def _unit(start: int, end: int, document: Document, page_layout: PageLayout) -> Iterator[_Unit]:
    index = bisect_left(page_layout.paragraphs, start + 1, key=lambda paragraph: paragraph.start) - 1
    if index >= 0 and start < page_layout.paragraphs[index].end:
        paragraph = page_layout.paragraphs[index]
        yield _Unit(start, end, paragraph, tuple(_runs_within(paragraph.runs, start, end, document.text)))


def _runs_within(runs: Iterable[TextRun], start: int, end: int, text: str) -> Iterator[TextRun]:
    for run in runs:
        cut = run._replace(start=max(run.start, start), end=min(run.end, end))
        if cut.start < cut.end and count_han(text[cut.start : cut.end]):
            yield cut


# --- what is wanted of text ------------------------------------------------------------------------


_Requirement = Callable[[_Unit, str], str | None]


def _requirements(options: Options) -> Iterator[_Requirement]:
    """A function for each option given: what a unit has instead of what is wanted, or None if it has that."""
    if options.fonts:
        yield partial(_font, tuple(name.lower() for name in options.fonts))
    if options.size:
        yield partial(_size, options.size, options.tolerance)
    if options.line:
        yield partial(_line, options.line)
    if options.indent is not None:
        yield partial(_indent, options.indent, options.tolerance)
    if options.align:
        yield partial(_align, options.align)
    if options.no_blanks:
        yield _blanks
    if options.one_font:
        yield _fonts


def _font(wanted: tuple[str, ...], unit: _Unit, text: str) -> str | None:
    weights: Counter[str] = Counter()
    for start, end, font, _ in unit.runs:
        weights[font] += count_han(text[start:end])
    font = weights.most_common(1)[0][0] if weights else ""
    return font if font and not any(name in font.lower() for name in wanted) else None


def _size(wanted: float, tolerance: float, unit: _Unit, text: str) -> str | None:
    weights: Counter[float] = Counter()
    for start, end, _, size in unit.runs:
        weights[size] += count_han(text[start:end])
    size = weights.most_common(1)[0][0] if weights else wanted
    if abs(size - wanted) <= tolerance:
        return None
    return _SIZE_NAMES.get(size, "") + (f" {size:g} pt" if size not in _SIZE_NAMES else f"（{size:g} pt）")


def _line(wanted: tuple[float, ...], unit: _Unit, text: str) -> str | None:
    rule, value, grid = unit.paragraph.spacing
    points = value if rule != "auto" else grid if value == 1 else 0.0
    if wanted[0] <= points <= wanted[-1]:
        return None
    return f"{value:g} pt" if rule != "auto" else f"{grid:g} pt" if value == 1 and grid else f"×{value:g}"


def _indent(wanted: float, tolerance: float, unit: _Unit, text: str) -> str | None:
    paragraph = unit.paragraph
    words = text[paragraph.start : paragraph.end]
    if "。" not in words or words[0] in _BLANKS or paragraph.align == "right":
        return None
    return None if abs(paragraph.indent - wanted) <= tolerance else f"{paragraph.indent:g}"


def _align(wanted: str, unit: _Unit, text: str) -> str | None:
    return None if unit.paragraph.align == wanted else unit.paragraph.align


def _blanks(unit: _Unit, text: str) -> str | None:
    words = text[unit.paragraph.start : unit.paragraph.end]
    return "" if words[:1] in tuple(_BLANKS) and "。" in words else None


def _fonts(unit: _Unit, text: str) -> str | None:
    fonts = dict.fromkeys(run.font for run in unit.runs if run.font)
    return "、".join(fonts) if len(fonts) > 1 else None
