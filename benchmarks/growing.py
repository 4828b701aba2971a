"""Inputs of any size for `benchmarks/growth.py`: each function makes one that is made of `n` equal or like things."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from linter import api
from linter.model.draft import Draft
from linter.project.files import SUPPRESSIONS
from tests.support.fixed_pages import build_ofd, build_pdf, said
from tests.support.odf import build_odt
from tests.support.ooxml import (
    box,
    control,
    docx,
    field,
    level,
    lists,
    numbered,
    p,
    pstyle,
    r,
    style,
    t,
    tbl,
    tc,
    tr,
)

Files = dict[str, bytes]
"""The drafts of one input and their files of suppressions, by name."""


def drafts(files: Files) -> list[Draft]:
    """The drafts of an input, each with its file of suppressions."""
    return [
        api.draft(data, name, files.get(name + SUPPRESSIONS))
        for name, data in files.items()
        if not name.endswith(SUPPRESSIONS)
    ]


TITLE = "2025年上半年意识形态工作总结"
PLAIN = "中心今年把学习教育放在各项工作之前，分批组织人员到站点值守，形成了可以照着做的办法。"
NUMERALS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """The digits of a number, each as a Chinese one: different for each number."""
    return "".join(NUMERALS[int(digit)] for digit in str(number))


def counted(number: int) -> str:
    """A number of at most four digits as Chinese counts: 三百二十一."""
    units = ("", "十", "百", "千")
    digits = [int(digit) for digit in str(number % 10000)]
    return "".join(
        NUMERALS[digit] + units[len(digits) - 1 - place] for place, digit in enumerate(digits) if digit
    )


def text(lines: list[str], name: str = "draft.txt", title: str = TITLE) -> Files:
    """A plain text with a title."""
    return {name: "\n".join([title, *lines, ""]).encode()}


def different(number: int) -> str:
    """A sentence of some 60 characters that shares no long run with that of another number."""
    place = chinese(number * 7919 % 100003)
    return f"第{place}站把{chinese(number)}片的值守{place}改成轮流，{chinese(number * 31)}人参加，群众说{place}很好。"


def _repeated(line: str) -> Callable[[int], Files]:
    """A text of `n` equal lines."""
    return lambda n: text([line] * n)


def _each(line: Callable[[int], str]) -> Callable[[int], Files]:
    """A text of `n` lines made of their numbers."""
    return lambda n: text([line(number) for number in range(1, n + 1)])


def _suppressed(line: Callable[[int], str]) -> Callable[[int], Files]:
    """A text of `n` lines, and a file of suppressions that names the words of each."""
    entries = "- {{rule: leftover-mask, text: {}}}\n"
    return lambda n: {
        **_each(line)(n),
        f"draft.txt{SUPPRESSIONS}": "".join(entries.format(line(k)) for k in range(1, n + 1)).encode(),
    }


def _long(piece: str) -> Callable[[int], Files]:
    """A text of one paragraph that is made of `n` equal pieces."""
    return lambda n: text([piece * n])


def _long_each(piece: Callable[[int], str]) -> Callable[[int], Files]:
    """A text of one paragraph that is made of `n` pieces."""
    return lambda n: text(["".join(map(piece, range(1, n + 1)))])


def _parts(n: int) -> Files:
    return text(
        [
            f"第{k}篇：{chinese(k)}站工作总结\n{different(k)}\n一、学习情况\n{different(k + n)}"
            for k in range(1, n + 1)
        ]
    )


def _titled_parts(n: int) -> Files:
    part = "{place}站2025年上半年意识形态工作总结\n{words}\n一、组织领导\n{words}\n{place}站\n2025年7月1日"
    return text([part.format(place=chinese(k), words=different(k)) for k in range(1, n + 1)])


def _restarting(n: int) -> Files:
    return text(
        [
            f"现将{chinese(k)}站上半年工作情况汇报如下：\n一、学习情况\n{different(k)}\n二、存在问题\n{different(k + n)}"
            for k in range(n)
        ]
    )


def _siblings(n: int) -> Files:
    weeks = [
        f"# 第{k}周\n\n## 学习\n\n{different(k)}\n\n## 问题\n\n{different(k + n)}\n" for k in range(1, n + 1)
    ]
    return {"draft.md": "\n".join(weeks).encode()}


def _copies(n: int) -> Files:
    words = "\n".join(different(k) for k in range(10))
    return {f"{k}.txt": f"{chinese(k)}站{TITLE}\n{words}\n".encode() for k in range(n)}


def _near_copies(n: int) -> Files:
    common = "\n".join(different(k) for k in range(5))
    return {
        f"{k}.txt": f"{chinese(k)}站{TITLE}\n{common}\n{different(1000 + k)}\n".encode() for k in range(n)
    }


def _markdown_table(n: int) -> Files:
    rows = [f"| {k} | {chinese(k)}站 | {k * 3} |" for k in range(n)]
    return {
        "draft.md": "\n".join(
            ["# " + TITLE, "", "| 序号 | 单位 | 数量 |", "|---|---|---|", *rows, ""]
        ).encode()
    }


def _page(body: str) -> Files:
    return {"draft.html": f"<html><body><h1>{TITLE}</h1>{body}</body></html>".encode()}


def _rtf(n: int) -> Files:
    def escaped(words: str) -> str:
        return "".join(f"\\u{ord(char)}?" for char in words)

    paragraphs = "".join(escaped(different(k)) + "\\par\n" for k in range(n))
    return {"draft.rtf": rf"{{\rtf1\ansi\ansicpg936 {escaped(TITLE)}\par {paragraphs}}}".encode()}


def _odt(n: int, piece: Callable[[int], str]) -> Files:
    return {"draft.odt": build_odt(f"<text:p>{TITLE}</text:p>" + "".join(map(piece, range(n))))}


def _docx(n: int, piece: Callable[[int], str]) -> Files:
    return {"draft.docx": docx(p(TITLE) + "".join(map(piece, range(n))))}


def _cells(k: int) -> str:
    return tr(tc(p(str(k))) + tc(p(f"{chinese(k)}站")) + tc(p(str(k * 3))))


def _pdf(n: int) -> Files:
    lines = [different(k)[:30] for k in range(n)]
    sheets = [[(0.0, float(y), line) for y, line in enumerate(lines[at : at + 20])] for at in range(0, n, 20)]
    return {"draft.pdf": build_pdf([(5.0, 0.0, TITLE)], *sheets)}


def _ofd(n: int) -> Files:
    return {
        "draft.ofd": build_ofd(said(TITLE) + "".join(said(different(k)[:25], y=70 + k * 8) for k in range(n)))
    }


def _contents(n: int) -> Files:
    listed = [f"{counted(k)}、第{chinese(k)}项工作……{k}" for k in range(1, n + 1)]
    return text(
        ["目录", *listed, *(f"{counted(k)}、第{chinese(k)}项工作\n{different(k)}" for k in range(1, n + 1))]
    )


def _attachments(n: int) -> Files:
    named = [f"附件：1.{chinese(1)}表", *(f"{k}.{chinese(k)}表" for k in range(2, n + 1))]
    return text([different(1), *(f"{different(k)}（见附件{k}）" for k in range(1, n + 1)), *named])


def _annexes(n: int) -> Files:
    return text([different(1), *(f"附件{k}\n{chinese(k)}站名单\n{different(k)}" for k in range(1, n + 1))])


def _figures(k: int) -> str:
    return f"完成{chinese(k)}类任务{k * 3}项，同比增长{k % 90}%，其中甲类{k}项、乙类{k}项、丙类{k}项。"


def _equal_parts(n: int) -> Files:
    return text([f"{TITLE}\n一、组织领导\n{different(k)}\n中心\n2025年7月1日" for k in range(n)])


def _annual_parts(n: int) -> Files:
    return text([f"{2000 + k % 30}年度{chinese(k)}站工作总结\n{different(k)}" for k in range(n)])


def _in_folders(n: int) -> Files:
    return {f"{chinese(k)}站/总结.txt": f"{TITLE}\n{different(k)}\n".encode() for k in range(n)}


def _total(rows: list[str]) -> str:
    """A table in Markdown with a row of totals."""
    ones = "\t".join("1" for _ in range(rows[0].count("\t")))
    head = ones.replace("1", "数量（个）")
    return "\n".join([f"单位\t{head}", *rows, f"合计\t{ones}"])


def _notes(n: int) -> Files:
    notes = "".join(f'<w:footnote w:id="{k}">{p(f"第××站{different(k)}")}</w:footnote>' for k in range(n))
    references = "".join(p(r(t("学习") + f'<w:footnoteReference w:id="{k}"/>')) for k in range(n))
    return {"draft.docx": docx(p(TITLE) + references, footnotes=notes)}


def _headers(n: int) -> Files:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rHeader{}"/></w:sectPr>'
    body = "".join(p(different(k), section.format(k)) for k in range(n))
    return {"draft.docx": docx(p(TITLE) + body, **{f"header{k}": p(different(k + n)) for k in range(n)})}


def _styles(n: int) -> Files:
    styles = "".join(style(f"s{k}", f"第{k}种", based_on=f"s{k - 1}" * (k > 0)) for k in range(n))
    body = "".join(p(different(k), pstyle(f"s{k}")) for k in range(n))
    return {"draft.docx": docx(p(TITLE) + body, styles=styles)}


def _lists(n: int) -> Files:
    numbering = lists({k: level(0, "decimal", "%1.") for k in range(n)}, {k + 1: (k, "") for k in range(n)})
    body = "".join(p(different(k), numbered(k + 1)) for k in range(n))
    return {"draft.docx": docx(p(TITLE) + body, numbering=numbering)}


KINDS: dict[str, tuple[int, Callable[[int], Files]]] = {
    "parts, counted": (250, _parts),
    "parts, titled and signed": (250, _titled_parts),
    "parts, restarting numbers": (250, _restarting),
    "parts, sibling headings": (250, _siblings),
    "paragraphs": (1000, _each(different)),
    "identical paragraphs": (1000, _repeated(PLAIN)),
    "identical short lines": (2000, _repeated("详见下文")),
    "identical pairs of paragraphs": (500, _each(lambda k: different(k // 2))),
    "one paragraph, sentences": (500, _long_each(different)),
    "one paragraph, one sentence repeated": (1000, _long(PLAIN)),
    "one paragraph, no stop": (8000, _long("学习教育")),
    "misread characters": (4000, _long("鈥")),
    "misread words": (1000, _long("姘翠綅，")),
    "escaped characters": (1000, _long("\\u6c34x")),
    "addresses in one line": (500, _long("test@test.com http://a.cn/?utm_source=x ")),
    "marks alone": (4000, _long("？")),
    "one character": (20000, _long("学")),
    "one clause with commas": (4000, _long("认真学习，")),
    "headings 一、": (500, _each(lambda k: f"{counted(k)}、第{chinese(k)}项工作\n{different(k)}")),
    "headings alone": (1000, _each(lambda k: f"{counted(k)}、第{chinese(k)}项工作")),
    "headings 1.": (500, _each(lambda k: f"{k}.第{chinese(k)}项工作\n{different(k)}")),
    "headings （一）, equal": (1000, _repeated("（一）组织领导")),
    "headings 1.1.1": (500, _each(lambda k: f"1.{k // 10}.{k % 10} 第{chinese(k)}项\n{different(k)}")),
    "run-in headings": (500, _each(lambda k: f"（{counted(k)}）抓好{chinese(k)}事。{different(k)}")),
    "ordinals in one paragraph": (500, _long_each(lambda k: f"{counted(k)}是抓好{chinese(k)}事，{different(k)}")),
    "items 1、2、 in one paragraph": (500, _long_each(lambda k: f"{k}、抓好{chinese(k)}事；")),
    "circled items": (1000, _repeated("①抓好学习②抓好宣传③抓好阵地。")),
    "figures": (500, _each(_figures)),
    "figures in one paragraph": (500, _long_each(_figures)),
    "figures in one sentence": (500, _long_each(lambda k: f"甲类{k}项、")),
    "total and its parts": (500, lambda n: text([f"共{n}项，其中" + "、".join(f"{chinese(k)}类1项" for k in range(n)) + "。"])),
    "one number": (4000, _long("9")),
    "one Chinese number": (4000, _long("九")),
    "percentages": (1000, _long_each(lambda k: f"甲占{k % 100}%，")),
    "dates": (500, _each(lambda k: f"{2000 + k % 30}年{k % 12 + 1}月{k % 28 + 1}日，{different(k)}")),
    "dates in one paragraph": (1000, _long_each(lambda k: f"{k % 12 + 1}月{k % 28 + 1}日至{k % 30 + 1}日，")),
    "years in one paragraph": (1000, _long_each(lambda k: f"{1990 + k % 40}年上半年，")),
    "suppressed words": (500, _suppressed(lambda k: f"第××站{different(k)}")),
    "suppressed words, nested": (500, _suppressed(lambda k: "第××站" + "学" * (k % 300))),
    "directives, unknown rules": (250, _each(lambda k: f"# reportlint: disable-next-line no-such-rule-{k}\n{different(k)}")),
    "directives, one unknown rule": (250, _each(lambda k: f"# reportlint: disable-next-line leftover-maks\n{different(k)}")),
    "directives, useless": (250, _each(lambda k: f"# reportlint: disable-next-line leftover-mask\n{different(k)}")),
    "directives, used": (250, _each(lambda k: f"# reportlint: disable-next-line leftover-mask\n第××站{different(k)}")),
    "directives, above blank lines": (500, _repeated("# reportlint: disable-next-line leftover-mask\n")),
    "directives, one line": (500, _long("<!-- reportlint: disable-line leftover-mask -->")),
    "directives, blanks": (5000, lambda n: text(["# reportlint: d" + " " * n + "x"])),
    "directives, in one line": (500, _long("# reportlint: disable-next-line leftover-mask")),
    "directives, many rules": (250, lambda n: text([f"# reportlint: disable {' '.join(f'r{k}' for k in range(40))}\n{different(n)}"] * (n // 20))),
    "directives, unknown verbs": (250, _each(lambda k: f"# reportlint: disabel-line-{chr(97 + k % 26)}\n{different(k)}")),
    "directives, words unfinished": (1000, _long("（reportlint: disable ")),
    "tables, Markdown": (500, _markdown_table),
    "tables, text": (500, _each(lambda k: f"{k}\t{chinese(k)}站\t{k * 3}")),
    "tables, html": (500, lambda n: _page("<table>" + "".join(f"<tr><td>{k}</td><td>{chinese(k)}</td></tr>" for k in range(n)) + "</table>")),
    "paragraphs, html": (1000, lambda n: _page("".join(f"<p>{different(k)}</p>" for k in range(n)))),
    "depth, html": (500, lambda n: _page("<div>" * n + PLAIN)),
    "spans, html": (2000, lambda n: _page("<p>" + "<b>学习</b>" * n + "</p>")),
    "lists, Markdown": (500, lambda n: {"draft.md": (f"# {TITLE}\n\n" + "".join(f"- {different(k)}\n" for k in range(n))).encode()}),
    "quotes, Markdown": (200, lambda n: {"draft.md": (f"# {TITLE}\n\n" + "> " * n + PLAIN).encode()}),
    "stars, Markdown": (2000, lambda n: {"draft.md": (f"# {TITLE}\n\n" + "**学习* " * n).encode()}),
    "brackets, Markdown": (2000, lambda n: {"draft.md": (f"# {TITLE}\n\n" + "[学](" * n).encode()}),
    "backticks, Markdown": (2000, lambda n: {"draft.md": (f"# {TITLE}\n\n" + "".join("`" * (k % 60 + 1) + "学" for k in range(n))).encode()}),
    "docx paragraphs": (500, lambda n: _docx(n, lambda k: p(different(k)))),
    "docx runs": (2000, lambda n: {"draft.docx": docx(p(TITLE) + p("".join(r("学习") for _ in range(n))))}),
    "docx tables": (250, lambda n: {"draft.docx": docx(p(TITLE) + tbl("".join(map(_cells, range(n)))))}),
    "docx many tables": (250, lambda n: _docx(n, lambda k: tbl(_cells(k)))),
    "docx fields": (1000, lambda n: {"draft.docx": docx(p(TITLE) + p("".join(field("REF x", "第三站") for _ in range(n))))}),
    "docx broken references": (1000, lambda n: {"draft.docx": docx(p(TITLE) + p("".join(field("REF x", "错误！未找到引用源。") for _ in range(n))))}),
    "docx text boxes": (250, lambda n: _docx(n, lambda k: p(box(p(different(k)))))),
    "docx numbered": (250, lambda n: _docx(n, lambda k: p(different(k), numbered(1)))),
    "docx tables in tables": (20, lambda n: {"draft.docx": docx(p(TITLE) + "<w:tbl><w:tr><w:tc>" * n + p(PLAIN) + "</w:tc></w:tr></w:tbl>" * n)}),
    "docx comments": (250, lambda n: {"draft.docx": docx(
        p(TITLE) + "".join(f'<w:p><w:commentRangeStart w:id="{k}"/><w:r><w:t>{different(k)}</w:t></w:r><w:commentRangeEnd w:id="{k}"/></w:p>' for k in range(n)),
        comments="".join(f'<w:comment w:id="{k}">{p("reportlint: disable-line no-such")}</w:comment>' for k in range(n)))}),
    "odt notes": (500, lambda n: _odt(n, lambda k: f"<text:p>学<text:note><text:note-body><text:p>{different(k)}</text:p></text:note-body></text:note></text:p>")),
    "odt spans": (1000, lambda n: {"draft.odt": build_odt(f"<text:p>{TITLE}</text:p><text:p>" + "<text:span>学习</text:span>" * n + "</text:p>")}),
    "rtf fields": (1000, lambda n: {"draft.rtf": (r"{\rtf1\ansi 2025 " + r"{\field{\*\fldinst REF x}{\fldrslt Error! ab}}" * n + "}").encode()}),
    "rtf notes": (500, lambda n: {"draft.rtf": (r"{\rtf1\ansi 2025 " + r"a{\footnote b}\par " * n + "}").encode()}),
    "html links": (1000, lambda n: _page("".join(f'<a href="/{k}">{chinese(k)}</a> ' for k in range(n)))),
    "html breaks": (1000, lambda n: _page("<p>" + "学习教育<br>" * n + "</p>")),
    "html comments": (500, lambda n: _page("<!-- reportlint: disable-line x --><p>学习</p>" * n)),
    "pdf pages": (20, lambda n: {"draft.pdf": build_pdf(*([(0.0, float(y), different(y + 20 * k)[:30]) for y in range(5)] for k in range(n)))}),
    "odt paragraphs": (500, lambda n: _odt(n, lambda k: f"<text:p>{different(k)}</text:p>")),
    "odt spaces": (250, lambda n: _odt(n, lambda k: '<text:p>学习<text:s text:c="9999"/>教育</text:p>')),
    "odt spaces in one paragraph": (250, lambda n: {"draft.odt": build_odt(f"<text:p>{TITLE}</text:p><text:p>学" + '<text:s text:c="9999"/>' * n + "</text:p>")}),
    "odt lists": (500, lambda n: _odt(n, lambda k: f"<text:list><text:list-item><text:p>{different(k)}</text:p></text:list-item></text:list>")),
    "odt references": (1000, lambda n: {"draft.odt": build_odt(f"<text:p>{TITLE}</text:p><text:p>" + "<text:bookmark-ref>第</text:bookmark-ref>" * n + "</text:p>")}),
    "rtf paragraphs": (500, _rtf),
    "rtf groups": (5000, lambda n: {"draft.rtf": (r"{\rtf1\ansi 2025" + "{" * n + " a" + "}" * n + "}").encode()}),
    "pdf lines": (200, _pdf),
    "ofd lines": (500, _ofd),
    "files": (40, lambda n: {f"{k}.txt": f"{chinese(k)}站{TITLE}\n{different(k)}\n".encode() for k in range(n)}),
    "files, copies": (40, _copies),
    "files, near copies": (40, _near_copies),
    "findings, masks": (500, _repeated("××单位，联系人：____，时间：20__年__月。")),
    "findings, one paragraph": (1000, _long("××单位、")),
    "findings, punctuation": (1000, _long("学习,教育。。")),
    "attachments, named": (250, _attachments),
    "attachments, annexes": (250, _annexes),
    "table of contents": (250, _contents),
    "brackets, open": (4000, _long("（")),
    "brackets, open with words": (4000, _long("学（习")),
    "brackets, closed": (4000, _long("）")),
    "brackets, nested": (2000, lambda n: text(["（" * n + "学习" + "）" * n])),
    "brackets, pairs": (2000, _long("（学习）")),
    "brackets, square": (2000, _long("[填写】")),
    "quotes, open": (4000, _long("“学习")),
    "quotes, pairs": (2000, _long("“学习”")),
    "quotes, straight": (4000, _long('"学习')),
    "titles 《": (4000, _long("《学习")),
    "TODO tags": (500, _each(lambda k: f"TODO: 补充第{chinese(k)}站的数据")),
    "TODO tags in one paragraph": (1000, _long("TODO待补充")),
    "underscores": (8000, _long("_")),
    "blanks": (8000, _long(" 　")),
    "blank lines": (8000, _repeated("")),
    "dots": (8000, _long("…")),
    "stars": (8000, _long("*×")),
    "web lines": (500, _repeated("上一篇：学习教育\n下一篇：工作动态\n分享到：微信 微博")),
    "web lines, one": (1000, _long("首页 > 新闻中心 > ")),
    "addresses": (1000, _long("https://example.org/a?b=c ")),
    "chat lines": (500, _repeated("好的，以下是为您生成的工作总结：\n希望对您有帮助！")),
    "signatures": (500, _repeated("中心办公室\n2025年7月1日")),
    "headings, one date each": (500, _each(lambda k: f"{counted(k)}、第{chinese(k)}项\n{k % 12 + 1}月{k % 28 + 1}日召开会议，{different(k)}")),
    "comments, open": (2000, _long("<!-- 学习 ")),
    "emphasis, open": (2000, lambda n: text(["# 一、学习", *["**学习教育"] * n])),
    "emphasis in one paragraph": (2000, lambda n: text(["# 一、学习", "**学习*教育__" * n])),
    "links": (1000, _long("[学习](https://example.org/a) ")),
    "links, open": (2000, _long("](学习")),
    "mail": (2000, _long("a.b_")),
    "ampersands": (2000, _long("&amp")),
    "tags, open": (2000, _long("<b 学习")),
    "slashes": (2000, _long("/a.b")),
    "colons": (1000, _long("学习：教育：")),
    "names in brackets": (1000, _each(lambda k: f"【第{chinese(k)}站】")),
    "speech": (1000, _long("他说：“学习")),
    "deadlines": (500, _long_each(lambda k: f"{k % 12 + 1}月{k % 28 + 1}日前完成学习，")),
    "measures": (1000, _long_each(lambda k: f"{k}万元{k}个百分点")),
    "pairs of repeated words": (1000, _long("的的学习学习")),
    "lines of code": (500, lambda n: {"draft.md": (f"# {TITLE}\n\n" + "```\n学习\n" * n).encode()}),
    "code of backticks": (500, _long("```学习")),
    "short lines, wrapped": (1000, _each(lambda k: f"{different(k)[:20]}")),
    "spaces in lines": (1000, _repeated("  学 习 教 育  ")),
    "tabs": (4000, _long("\t学")),
    "Latin words": (4000, _long("study education ")),
    "fullwidth": (4000, _long("ＡＢ１２，")),
    "emoji": (4000, _long("😀")),
    "combining marks": (8000, _long("é")),
    "parts, equal titles": (250, _equal_parts),
    "parts, years": (250, _annual_parts),
    "headings, closing words": (500, _each(lambda k: f"{counted(k)}、存在的问题和下一步打算\n{different(k)}")),
    "headings, closing words in parts": (500, _each(lambda k: f"（{counted(k % 9 + 1)}）存在问题{chinese(k)}\n要加强理论学习，{different(k)}")),
    "headings, weak words": (500, _each(lambda k: f"{counted(k)}、抓{chinese(k)}宣传学习\n加强学习，{different(k)}")),
    "headings, one section": (500, _each(lambda k: f"{counted(k)}、组织领导\n{different(k)}")),
    "headings, unnumbered": (500, _each(lambda k: f"第{chinese(k)}项学习工作\n{different(k)}")),
    "headings, numbers repeated": (500, _each(lambda k: f"一、第{chinese(k)}项工作\n{different(k)}")),
    "headings, chapters": (500, _each(lambda k: f"第{counted(k)}章 {chinese(k)}项工作\n第{counted(k)}条 {different(k)}")),
    "headings, TODO": (500, lambda n: {"draft.md": (f"# {TITLE}\n\n" + "".join(f"## TODO\n\n- {different(k)}\n\n" for k in range(n))).encode()}),
    "list items 1、": (500, _each(lambda k: f"{k}、{different(k)}")),
    "list items （1）": (500, _each(lambda k: f"（{k}）{different(k)}")),
    "list items, levels": (500, _each(lambda k: f"{'一、' if k % 9 == 0 else f'（{counted(k % 9)}）'}{different(k)}")),
    "sections in running text": (500, _each(lambda k: f"成立意识形态工作领导小组，{different(k)}下一步，将加强理论学习。")),
    "English paragraphs": (500, _each(lambda k: f"Station {chr(97 + k % 26)} met on {k % 28 + 1} July {2000 + k % 30}, and counted its visits.")),
    "lines without Chinese": (1000, _each(lambda k: f"{k}-{k * 7:08}  a{k}.b{k} {k}%")),
    "tables with totals, text": (500, lambda n: text([_total([f"{chinese(k)}站\t1\t1" for k in range(n)])])),
    "many tables with totals, text": (100, _each(lambda k: _total([f"{chinese(k + j)}站\t1\t1" for j in range(3)]) + "\n" + different(k))),
    "tables with totals, columns": (500, lambda n: text([_total([f"{chinese(k)}站" + "\t1" * n for k in range(4)])])),
    "tables, one row of text": (1000, lambda n: text(["\t".join(f"{chinese(k)}站" for k in range(n))])),
    "shares of a whole": (500, lambda n: text(["其中" + "、".join(f"{chinese(k)}类占{k % 90}.{k % 10}%" for k in range(n)) + "。"])),
    "due and came": (1000, _long("应到50人，实到48人，")),
    "total, done and left": (500, _each(lambda k: f"共排查隐患{k * 3}处，已整改{k}处，其余{k * 2}处正在整改。{different(k)}")),
    "growth from year to year": (500, _each(lambda k: f"由{k}件增至{k * 2}件，增长100%，第{chinese(k)}站最多。")),
    "years in headings": (500, _each(lambda k: f"{counted(k)}、{2000 + k % 30}年{chinese(k)}项工作\n{2000 + k % 29}年以来，{different(k)}")),
    "anniversaries and congresses": (500, _each(lambda k: f"庆祝建党{90 + k % 20}周年，学习党的二十大精神，第{counted(k % 40)}个教师节，{different(k)}")),
    "parts behind semicolons": (500, _each(lambda k: f"受理{k + 9}件；其中办结{k + 7}件，{different(k)}")),
    "clock times": (1000, _long_each(lambda k: f"{k % 24}:{k % 60:02}至下午{k % 12}时，")),
    "plans for years": (500, _each(lambda k: f"明年将完成{2000 + k % 30}年第{k % 4 + 1}季度任务，{different(k)}")),
    "names of units": (500, _each(lambda k: f"{chinese(k)}镇人民政府和{chinese(k)}局中心小学参加，{different(k)}")),
    "masked names": (500, _each(lambda k: f"张××、李某{chinese(k)}、××局、138****{k % 10000:04}")),
    "copies within, long sentences": (500, _each(lambda k: different(k % 10) + different(k))),
    "numbers of documents": (500, _each(lambda k: f"按照〔2025〕{k}号、国发〔{2000 + k % 30}〕{k}号文件，{different(k)}")),
    "docx one paragraph": (500, lambda n: {"draft.docx": docx(p(TITLE) + p("".join(map(different, range(n)))))}),
    "docx line breaks": (500, lambda n: {"draft.docx": docx(p(TITLE) + p("".join(r(t(different(k)) + "<w:br/>") for k in range(n))))}),
    "docx findings": (250, lambda n: _docx(n, lambda k: p(f"第××站{different(k)}"))),
    "docx findings in one paragraph": (250, lambda n: {"draft.docx": docx(p(TITLE) + p("".join(r(f"第××站,{different(k)}") for k in range(n))))}),
    "docx findings in notes": (250, _notes),
    "docx findings in text boxes": (250, lambda n: _docx(n, lambda k: p(box(p(f"第××站{different(k)}"))))),
    "docx findings in controls": (250, lambda n: _docx(n, lambda k: control(p(f"第××站{different(k)}")))),
    "docx findings in table cells": (250, lambda n: {"draft.docx": docx(p(TITLE) + tbl("".join(tr(tc(p("××站")) + tc(p(different(k)))) for k in range(n))))}),
    "docx tables, columns": (500, lambda n: {"draft.docx": docx(p(TITLE) + tbl(*(tr("".join(tc(p(chinese(k))) for k in range(n))) for _ in range(2))))}),
    "docx tables, merged": (500, lambda n: {"draft.docx": docx(p(TITLE) + tbl(*(tr(tc(p(""), "<w:vMerge/>") + tc(p(chinese(k)))) for k in range(n))))}),
    "docx tracked changes": (500, lambda n: _docx(n, lambda k: f'<w:p><w:ins w:id="{k}">{r(different(k))}</w:ins><w:del w:id="{k + n}">{r("<w:delText>学</w:delText>")}</w:del></w:p>')),
    "docx deleted paragraph ends": (500, lambda n: _docx(n, lambda k: p("学习", '<w:rPr><w:del w:id="1"/></w:rPr>'))),
    "docx hidden runs": (1000, lambda n: {"draft.docx": docx(p(TITLE) + p("".join(r("学") + r("习", "<w:vanish/>") for _ in range(n))))}),
    "docx bookmarks": (1000, lambda n: {"draft.docx": docx(p(TITLE) + p("".join(f'<w:bookmarkStart w:id="{k}"/>{r("学")}<w:bookmarkEnd w:id="{k}"/>' for k in range(n))))}),
    "docx headers": (100, _headers),
    "docx styles": (250, _styles),
    "docx lists": (250, _lists),
    "docx findings in prompts": (250, lambda n: _docx(n, lambda k: control(p(f"第××站{different(k)}"), prompt=True))),
    "docx controls": (250, lambda n: _docx(n, lambda k: control(p(different(k)), prompt=True))),
    "odt tables": (250, lambda n: _odt(1, lambda _: "<table:table>" + "".join(f"<table:table-row><table:table-cell><text:p>{chinese(k)}</text:p></table:table-cell><table:table-cell><text:p>{k}</text:p></table:table-cell></table:table-row>" for k in range(n)) + "</table:table>")),
    "rtf tables": (250, lambda n: {"draft.rtf": (r"{\rtf1\ansi 2025\par " + r"\trowd\cellx1\cellx2\intbl a\cell b\cell\row " * n + "}").encode()}),
    "html lists": (500, lambda n: _page("<ol>" + "".join(f"<li>{different(k)}</li>" for k in range(n)) + "</ol>")),
    "html cells merged": (250, lambda n: _page("<table>" + "".join(f"<tr><td rowspan=3>{k}</td><td colspan=2>{chinese(k)}</td></tr>" for k in range(n)) + "</table>")),
    "pdf tables": (20, lambda n: {"draft.pdf": build_pdf([(5.0, 0.0, TITLE)], *([(float(20 * x), float(y), chinese(k * 90 + y * 3 + x)) for y in range(20) for x in range(3)] for k in range(n)))}),
    "files in folders, equal names": (40, _in_folders),
    "files, equal": (40, lambda n: {f"{k}.txt": f"{TITLE}\n{PLAIN}\n".encode() for k in range(n)}),
    "files, one passage again and again": (250, lambda n: {f"{name}.txt": f"{TITLE}\n{different(7) * 3}\n".encode() * n for name in "ab"}),
    "files, one long": (40, lambda n: {**_each(different)(20 * n), "b.txt": f"{TITLE}\n{different(7)}\n".encode()}),
    "suppressed words, absent": (500, lambda n: {"draft.txt": f"{TITLE}\n{PLAIN}\n".encode(), f"draft.txt{SUPPRESSIONS}": "".join(f"- {{rule: leftover-mask, text: {different(k)}}}\n" for k in range(n)).encode()}),
    "suppressed rules, unknown": (250, lambda n: {"draft.txt": f"{TITLE}\n{PLAIN}\n".encode(), f"draft.txt{SUPPRESSIONS}": "".join(f"- {{rule: no-such-{k}}}\n" for k in range(n)).encode()}),
    "marks and stops": (2000, _long("，。！？")),
    "dashes": (4000, _long("——")),
    "hyphens": (4000, _long("-")),
    "equals signs": (4000, lambda n: text([PLAIN, "=" * n])),
    "slashes of paths": (2000, _long("a/b\\")),
    "at signs": (2000, _long("a@b")),
    "braces": (2000, _long("{{学习")),
    "lines to write on": (1000, _long("联系人____，")),
    "dates to write": (1000, _long("20  年  月  日，")),
    "doubled phrases": (1000, _long_each(lambda k: f"{chinese(k)}站落实落实落实工作，")),
    "dots in Chinese": (1000, _long("学习.教育")),
    "angle brackets 〈": (2000, _long("〈学习〉")),
    "radicals": (2000, _long("⼀⼈学")),
    "invisible characters": (2000, _long("学\u200b习")),
    "half-width commas": (1000, _each(lambda k: f"第{chinese(k)}站,学习;教育:工作")),
}  # fmt: skip
"""The size to begin with, and what makes an input of a size."""
