"""The options of the check `layout`, and its word lists (`rulesets/words/LANGUAGE/layout.yaml`)."""

from typing import Annotated, Literal, NamedTuple

from linter.schema.types import Doc, Within, WordList, WordLists


class Words(NamedTuple):
    """How lines begin or end that GB/T 9704 sets otherwise than the text."""

    imprint: WordList
    issued: WordList
    annexes: WordList
    attendance: WordList


class Margins(NamedTuple):
    """The margins of a page, in mm."""

    top: Annotated[float, Within(0, 1000), Doc("上，毫米", "at the top")]
    bottom: Annotated[float, Within(0, 1000), Doc("下，毫米", "at the bottom")]
    left: Annotated[float, Within(0, 1000), Doc("左（订口），毫米", "on the left, the binding edge")]
    right: Annotated[float, Within(0, 1000), Doc("右，毫米", "on the right")]


VALUES = ("actual", "count")


class Options(NamedTuple):
    """What is judged, and what is asked of it."""

    words: Annotated[Words, WordLists]
    of: Annotated[Literal["page", "title", "heading", "body"], Doc("查什么", "what is judged")]
    numbers: Annotated[
        tuple[str, ...], Doc("小标题的编号样式，如 一、", "styles of the headings' numbers, such as 一、")
    ] = ()
    paper: Annotated[
        tuple[float, ...],
        Within(1, 2000),
        Doc("纸张的短边和长边，毫米", "short and long side of the paper, in mm"),
    ] = ()
    margins: Annotated[
        tuple[Margins, ...], Doc("页边距，合于其中之一", "margins; one of these must be met")
    ] = ()
    page_number: Annotated[bool, Doc("要有页码", "there must be page numbers")] = False
    fonts: Annotated[
        tuple[str, ...], Doc("字体名含其中之一", "the name of the font contains one of these")
    ] = ()
    size: Annotated[float, Within(0, 500), Doc("字号，磅", "size, in points")] = 0.0
    line: Annotated[
        tuple[float, ...],
        Within(0, 1000),
        Doc("行距的下限和上限，磅", "least and greatest distance of lines, in points"),
    ] = ()
    indent: Annotated[
        float | None, Within(0, 100), Doc("首行缩进，字", "indent of the first line, in characters")
    ] = None
    align: Annotated[str, Doc("对齐：center 等", "alignment: center and the like")] = ""
    no_blanks: Annotated[bool, Doc("不用空格缩进", "no blanks in place of an indent")] = False
    one_font: Annotated[bool, Doc("一段一种字体", "one font a paragraph")] = False
    tolerance: Annotated[
        float, Within(0, 1000), Doc("允许的偏差，单位同上", "what may be off, in the unit of what is judged")
    ] = 0.5
