"""Reports with tables, written in every format that tells where a table's cells stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linter.model.document import Document
from linter.readers import read
from tests.support import ooxml
from tests.support.odf import build_odt

FORMATS = ("docx", "odt", "rtf", "html")
"""Those that have merged cells and cells of several paragraphs; Markdown has neither."""


class Cell(NamedTuple):
    """A cell; its lines are paragraphs."""

    text: str
    columns: int = 1
    rows: int = 1


Table = Sequence[Sequence[Cell]]


def cells(*texts: str) -> list[Cell]:
    """A row of cells."""
    return [Cell(text) for text in texts]


def written(suffix: str, content: Sequence[str | Table]) -> Document:
    """A document of some paragraphs and tables as it is read from a file of a format."""
    return read(f"表.{suffix}", file(suffix, content))


def file(suffix: str, content: Sequence[str | Table]) -> bytes:
    """A file of a format that holds some paragraphs and tables."""
    return _WRITERS[suffix](content)


def _parts(row: int, table: Table) -> Iterator[tuple[Cell, bool]]:
    """The cells of a row from left to right, with those that reach into it from above, which are told so."""
    taken = {}
    for number, cells_of_row in enumerate(table[: row + 1]):
        column, rest = 0, list(cells_of_row)
        while rest or (column, number) in taken:
            above = taken.get((column, number))
            cell = above or rest.pop(0)
            if number == row:
                yield cell, above is not None
            if above is None:
                taken |= {(column, number + down): cell for down in range(1, cell.rows)}
            column += cell.columns


def _docx(content: Sequence[str | Table]) -> bytes:
    def cell(one: Cell, below: bool) -> str:
        merged = "<w:vMerge/>" if below else '<w:vMerge w:val="restart"/>' if one.rows > 1 else ""
        lines = [""] if below else one.text.split("\n")
        return ooxml.tc("".join(map(ooxml.p, lines)), f'<w:gridSpan w:val="{one.columns}"/>{merged}')

    def table(rows: Table) -> str:
        return ooxml.tbl(
            *[ooxml.tr(*[cell(*part) for part in _parts(row, rows)]) for row in range(len(rows))]
        )

    return ooxml.docx("".join(ooxml.p(each) if isinstance(each, str) else table(each) for each in content))


def _odt(content: Sequence[str | Table]) -> bytes:
    def lines(text: str) -> str:
        return "".join(f"<text:p>{line}</text:p>" for line in text.split("\n"))

    def cell(one: Cell, below: bool) -> str:
        covered = "<table:covered-table-cell/>"
        spans = f'table:number-columns-spanned="{one.columns}" table:number-rows-spanned="{one.rows}"'
        own = f"<table:table-cell {spans}>{lines(one.text)}</table:table-cell>"
        return (covered if below else own) + covered * (one.columns - 1)

    def table(rows: Table) -> str:
        inner = "".join(
            f"<table:table-row>{''.join(cell(*part) for part in _parts(row, rows))}</table:table-row>"
            for row in range(len(rows))
        )
        return f"<table:table>{inner}</table:table>"

    return build_odt("".join(lines(each) if isinstance(each, str) else table(each) for each in content))


def _rtf(content: Sequence[str | Table]) -> bytes:
    def row(parts: Sequence[tuple[Cell, bool]]) -> str:
        edge, head, body = 0, "", ""
        for one, below in parts:
            edge += 2000 * one.columns
            head += (r"\clvmrg" if below else r"\clvmgf" if one.rows > 1 else "") + rf"\cellx{edge}"
            body += rf"\pard\intbl {'' if below else one.text.replace(chr(10), chr(92) + 'par ')}\cell "
        return rf"\trowd\trleft0{head} {body}\row"

    def table(rows: Table) -> str:
        return "".join(row(list(_parts(number, rows))) for number in range(len(rows)))

    inner = "".join(rf"\pard {each}\par" if isinstance(each, str) else table(each) for each in content)
    return (r"{\rtf1\ansi\ansicpg936\uc1 " + inner + r"\pard\par}").encode("gbk")


def _html(content: Sequence[str | Table]) -> bytes:
    def lines(text: str) -> str:
        return "".join(f"<p>{line}</p>" for line in text.split("\n"))

    def table(rows: Table) -> str:
        inner = "".join(
            "<tr>"
            + "".join(
                f'<td colspan="{one.columns}" rowspan="{one.rows}">{lines(one.text)}</td>' for one in row
            )
            for row in rows
        )
        return f"<table>{inner}</table>"

    inner = "".join(lines(each) if isinstance(each, str) else table(each) for each in content)
    return f"<html><body>{inner}</body></html>".encode()


def _markdown(content: Sequence[str | Table]) -> bytes:
    def table(rows: Table) -> str:
        made = ["| " + " | ".join(cell.text for cell in row) + " |" for row in rows]
        return "\n".join([made[0], "|---" * len(rows[0]) + "|", *made[1:]])

    return "\n\n".join(each if isinstance(each, str) else table(each) for each in content).encode()


_WRITERS = {"docx": _docx, "odt": _odt, "rtf": _rtf, "html": _html, "md": _markdown}
