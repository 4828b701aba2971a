"""One invented report in every format that is read: the files that the tests of the readers run on.

`FILES` makes each of them from `REPORT`, except those that only an office program can write:
`report.doc`, `.odt`, `.rtf` and `.pdf` stand in this folder, as does `shapes.doc`. `python -m tests.samples.make` writes them
again; it needs LibreOffice (`soffice`) and, for the PDF, a Chinese font.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from linter.annotate.repack import repack
from tests.samples import shapes
from tests.support import ooxml
from tests.support.fixed_pages import build_ofd, said
from tests.support.ooxml import p, r, style, t, tbl, tc, tr

FOLDER = Path(__file__).parent
WIDTH = 28
"""Characters of a full line, where lines are broken."""
EM = 5
"""Size of a character on the OFD page, in millimetres."""


class Line(NamedTuple):
    """A paragraph of the report."""

    text: str
    label: str = ""
    """The number that Word counts by itself; a typed number stands in the text."""
    level: int = 0
    """Outline level in Word; 0 for running text and for headings that only look like some."""


class Table(NamedTuple):
    """A table of the report, row by row."""

    rows: tuple[tuple[str, ...], ...]


TITLE = "云泽县图书馆2024年第三季度工作总结"
REPORT = (
    Line(TITLE),
    Line("第三季度，县图书馆围绕全民阅读这条主线，重点抓了送书下乡和馆舍修缮两件事。现将情况总结如下："),
    Line("主要工作", "一、", 1),
    Line("送书下乡", "（一）", 2),
    Line(
        "截止9月，全馆向流动服务点配送图书4200册，举办讲座16场，服务读者××人次，读者对开放时间和借阅环境的满意度比上季度有所提高。"
    ),
    Line("馆舍修缮", "（二）", 2),
    Line("更换少儿阅览室的旧书架32组，检修消防设施2次，报告厅屋面漏雨的问题已经解决。"),
    Table((("项目", "数量"), ("配送图书", "4200册"), ("举办讲座", "16场"))),
    Line("二、存在的问题"),
    Line(
        "一是偏远村组的流动服务点开放时间偏短，群众借书还不够方便；二是古籍修复缺少专门人才，修复进度比较慢。"
    ),
    Line("三、下一步打算"),
    Line("第四季度将增加流动服务点的开放场次，选派两名馆员参加古籍修复培训，确保全年的各项任务按期完成。"),
    Line("云泽县图书馆"),
    Line("2024年9月31日"),
)
"""With a mask (××), a day that September lacks, and 截止 where 截至 is meant."""
NOTED, NOTE = "向流动服务点", "流动服务点指设在村文化活动室、每周开放两次的借书点。"
"""A footnote, and the words behind which its mark stands."""
COMMENTED, COMMENT = "比上季度有所提高", "这里请补上百分比。"
DELETED, INSERTED = "淘汰", "更换"
"""A tracked change: the report reads as if it were accepted."""


# --- text -----------------------------------------------------------------------------------------


def lines() -> Iterator[str]:
    """The report as somebody types it: numbers in the text, a table row on a line, the note at the end."""
    for item in REPORT:
        if isinstance(item, Table):
            yield from ("\t".join(row) for row in item.rows)
        else:
            yield item.label + item.text
    yield "注：" + NOTE


def text() -> str:
    """The lines, each on one line however long."""
    return "".join(line + "\n" for line in lines())


def wrapped() -> str:
    """The lines broken by hand, as in a mail: paragraphs indented, no blank line between them."""
    made = []
    for line in lines():
        indented = "　　" + line if len(line) > WIDTH else line
        made += [indented[at : at + WIDTH] for at in range(0, len(indented), WIDTH)]
    return "\n".join(made) + "\n"


def markdown() -> str:
    """Headings with `#`, the table with `|`."""
    made = []
    for item in REPORT:
        if isinstance(item, Table):
            head, *rows = item.rows
            made.append("\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows)))
        else:
            signs = "#" * marked_level(item)
            made.append(f"{signs} {item.label}{item.text}".lstrip())
    return "\n\n".join([*made, "注：" + NOTE]) + "\n"


def html() -> str:
    """A page as Word saves one, with the tracked change."""
    made = []
    for item in REPORT:
        if isinstance(item, Table):
            rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in item.rows)
            made.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
        else:
            level = marked_level(item)
            tag = f"h{level}" if level else "p"
            shown = (item.label + item.text).replace(INSERTED, f"<del>{DELETED}</del><ins>{INSERTED}</ins>")
            made.append(f"<{tag}>{shown}</{tag}>")
    head = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>总结</title>'
    return (
        f"<html><head>{head}</head><body>\n" + "\n".join([*made, f"<p>注：{NOTE}</p>"]) + "\n</body></html>\n"
    )


def marked_level(line: Line) -> int:
    """The level of a heading in Markdown and HTML, where the title has the first; 0 for running text."""
    if line.text == TITLE:
        return 1
    return 2 if line.text.startswith(("二、", "三、")) else line.level and line.level + 1


# --- office ---------------------------------------------------------------------------------------

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_KIND}.{part}+xml"/>'
        for part in ("styles", "numbering", "comments", "footnotes")
    )
    + "</Types>"
)
_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="仿宋" w:hAnsi="仿宋" w:eastAsia="仿宋"/>'
    '<w:sz w:val="32"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
    # LibreOffice leaves a mark that hangs over the line's end out of a PDF's text.
    '<w:pPrDefault><w:pPr><w:overflowPunct w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
    + style("a", "Normal")
    + style(
        "title",
        "Title",
        '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="44"/></w:rPr>',
        based_on="a",
    )
    + style("h1", "heading 1", f'<w:pPr>{ooxml.numbered(1)}<w:outlineLvl w:val="0"/></w:pPr>', based_on="a")
    + style(
        "h2", "heading 2", f'<w:pPr>{ooxml.numbered(1, 1)}<w:outlineLvl w:val="1"/></w:pPr>', based_on="a"
    )
)
_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_MARGINS = (
    '<w:pgMar w:top="1440" w:bottom="1440" w:left="1463" w:right="1463" w:header="850" w:footer="850"/>'
)
"""They leave room for `WIDTH` characters of 16 points."""
_AUTHOR = 'w:author="审稿人" w:date="2024-10-08T09:00:00Z"'


def docx(final: bool = False) -> bytes:
    """The Word file: automatic and typed numbers, table, footnote, comment, tracked change.

    `final`: without comment and tracked change, as the file is printed.
    """
    body = "".join(_body(final))
    after = '<w:suff w:val="nothing"/>'
    levels = ooxml.level(0, "chineseCounting", "%1、", after) + ooxml.level(
        1, "chineseCounting", "（%2）", after
    )
    data = ooxml.docx(
        body + f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>{_MARGINS}</w:sectPr>',
        styles=_STYLES,
        numbering=ooxml.lists({1: levels}, {1: (1, "")}),
        comments="" if final else f'<w:comment w:id="1" {_AUTHOR}>{p(COMMENT)}</w:comment>',
        footnotes=f'<w:footnote w:id="2">{p(r("<w:footnoteRef/>", _RAISED) + r(NOTE))}</w:footnote>',
    )
    return repack(data, {"[Content_Types].xml": _TYPES.encode()})


_RAISED = '<w:vertAlign w:val="superscript"/>'


def _body(final: bool) -> Iterator[str]:
    for item in REPORT:
        if isinstance(item, Table):
            yield tbl(*(tr(*(tc(p(cell)) for cell in row)) for row in item.rows))
        else:
            name = "title" if item.text == TITLE else ("", "h1", "h2")[item.level]
            yield p(_runs(item.text, final), ooxml.pstyle(name) if name else _INDENT)


def _runs(text: str, final: bool) -> str:
    if NOTED in text:
        before, after = text.split(NOTED)
        mark = r('<w:footnoteReference w:id="2"/>', _RAISED)
        return r(before + NOTED) + mark + _commented(after, final)
    if text.startswith(INSERTED) and not final:
        deleted = f'<w:del w:id="3" {_AUTHOR}>{r(f"<w:delText>{DELETED}</w:delText>")}</w:del>'
        return deleted + f'<w:ins w:id="4" {_AUTHOR}>{r(INSERTED)}</w:ins>' + r(text.removeprefix(INSERTED))
    return r(t(text))


def _commented(text: str, final: bool) -> str:
    before, after = text.split(COMMENTED)
    if final:
        return r(text)
    return (
        r(before)
        + '<w:commentRangeStart w:id="1"/>'
        + r(COMMENTED)
        + '<w:commentRangeEnd w:id="1"/>'
        + r('<w:commentReference w:id="1"/>')
        + r(after)
    )


def ofd() -> bytes:
    """One page; paragraphs indented and broken into lines, the cells of a row side by side."""
    objects, y = [], 30.0
    for item in (*REPORT, Line("注：" + NOTE)):
        for indent, shown in _printed(item):
            objects += [
                said(piece, x=28 + EM * (indent + 16 * column), y=y) for column, piece in enumerate(shown)
            ]
            y += 8
    return build_ofd("".join(objects))


def _printed(item: Line | Table) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each line as printed: its indent in characters, and its text or cells."""
    if isinstance(item, Table):
        yield from ((0, row) for row in item.rows)
        return
    indent = 0 if item.text == TITLE else 2
    rest = item.label + item.text
    while rest:
        end = next(
            (at for at in range(len(rest)) if columns(rest[: at + 1]) > 2 * (WIDTH - indent)), len(rest)
        )
        yield indent, (rest[:end],)
        rest, indent = rest[end:], 0


def columns(text: str) -> int:
    """How wide a text is, in halves of a Chinese character."""
    return sum(1 if character.isascii() else 2 for character in text)


# --- the files ------------------------------------------------------------------------------------

FILES: dict[str, Callable[[], bytes]] = {
    "utf8.txt": lambda: text().encode(),
    "bom-crlf.txt": lambda: text().replace("\n", "\r\n").encode("utf-8-sig"),
    "gbk.txt": lambda: text().encode("gbk"),
    "utf16.txt": lambda: ("\ufeff" + text()).encode("utf-16-le"),
    "wrapped.txt": lambda: wrapped().encode(),
    "report.md": lambda: markdown().encode(),
    "report.html": lambda: html().encode("gb2312"),
    "report.docx": docx,
    "report.ofd": ofd,
    "report.doc": (FOLDER / "report.doc").read_bytes,
    "report.odt": (FOLDER / "report.odt").read_bytes,
    "report.rtf": (FOLDER / "report.rtf").read_bytes,
    "report.pdf": (FOLDER / "report.pdf").read_bytes,
}
"""What makes the bytes of each file, by name."""
WORKER = ("report.doc", "report.pdf")
"""Those that are read in a process of their own."""


def main() -> None:
    """Write the files of an office program into this folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for form, data in (("doc", docx()), ("odt", docx()), ("rtf", docx()), ("pdf", docx(final=True))):
            (folder / "report.docx").write_bytes(data)
            _convert(folder / "report.docx", form)
        (folder / "shapes.fodt").write_text(shapes.flat_odt(), "utf-8")
        _convert(folder / "shapes.fodt", "doc")


def _convert(source: Path, form: str) -> None:
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", source.parent, source]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=120)
    shutil.copyfile(source.with_suffix(f".{form}"), FOLDER / f"{source.stem}.{form}")


if __name__ == "__main__":
    main()
