"""Outcomes of invented drafts, for the tests of what is said of them."""

from __future__ import annotations

from typing import Any

from linter import api
from linter.model.document import Place
from linter.model.finding import (
    CheckRow,
    FileOutcome,
    Finding,
    PartResult,
    RelatedPlace,
    Result,
    SectionRow,
)
from linter.model.message import Message
from linter.reporters import View

LINE = (
    "今年以来，镇里把“清明河道”当作头等大事，先后清淤十七处，投入资金××万元，"
    "参加义务劳动的干部群众约有1200人次，两岸环境明显好转。"
)
WRONG = Message("有误。", "Wrong.")
TITLE = "清河镇上半年河道整治工作总结"


def finding(span: str, context: str, level: str = "error", message: Message = WRONG, **other: Any) -> Finding:
    start = context.index(span)
    end = start + len(span)
    values: dict[str, Any] = {
        "rule": "placeholder-left",
        "check": "placeholder",
        "level": level,
        "message": message,
        "line": 7,
        "column": start + 1,
        "end_line": 7,
        "end_column": end + 1,
        "excerpt": span,
        "context": context,
        "context_column": start,
        "part": 0,
        "section": None,
        "suggestion": None,
        "related": (),
        "fingerprint": "f00d",
        "start": start,
        "end": end,
    }
    return Finding(**{**values, **other})


SECTIONS = (
    SectionRow(
        "lead", Message("组织领导", "Leadership"), True, "heading", 4, 6, 88, "一、健全机制，压实河长责任"
    ),
    SectionRow("work", Message("整治情况", "Work done"), True, "body", 12, 12, 60, LINE),
    SectionRow("gaps", Message("不足", "Shortcomings"), True, "absent", None, None, 0, "", 1.0, "empty"),
    SectionRow("annex", Message("附件", "Annex"), False, "absent", None, None, 0, "", 1.0, "empty"),
)
PLACEHOLDER = finding(
    "××",
    LINE,
    message=Message("这里还留着占位符，定稿前请填好。", "A placeholder is left; fill it in."),
    suggestion="36",
)
MISSING = finding(
    TITLE,
    TITLE,
    message=Message(
        "缺少“不足”部分：只报成绩、不谈问题的总结常被退回，请补上。",
        "The section on shortcomings is missing.",
    ),
    rule="gaps-present",
    check="section",
    line=1,
    end_line=1,
)
COPIED = finding(
    LINE,
    LINE,
    "warning",
    Message("这一段与别处几乎相同。", "This paragraph is nearly the same as another."),
    rule="paragraph-copied",
    check="duplicate",
    related=(
        RelatedPlace(None, Place(20, 21), Message("相同的段落", "the same paragraph")),
        RelatedPlace("往年/清河镇.txt", Place(3, 3), Message("", "")),
    ),
)
RESIDUE = finding(
    "下载全文", "点此　下载全文", "info", rule="web-residue", check="residue", part=None, line=31, end_line=31
)
CHECKLIST = (
    CheckRow("gaps-present", 0, "failed", 1),
    CheckRow("lead-present", 0, "passed", 4),
    CheckRow("period-consistent", 0, "not-applicable", None),
)
REPORT = FileOutcome(
    "drafts/清河镇.txt",
    "work-report",
    parts=(PartResult(TITLE, 1, 30, SECTIONS),),
    checklist=CHECKLIST,
    findings=(MISSING, PLACEHOLDER, COPIED, RESIDUE),
)
GOOD = FileOutcome("drafts/好.txt", "work-report", parts=(PartResult(TITLE, 1, 30, SECTIONS[:2]),))
EMPTY = FileOutcome("drafts/空.txt", "", Message("文件是空的。", "The file is empty."))
WHOLE = (*SECTIONS[:2], SECTIONS[2]._replace(state="heading", substance="ok"))
COLLECTION = GOOD._replace(
    path="drafts/合集.txt",
    parts=(PartResult(TITLE, 1, 30, SECTIONS[:3]), PartResult(None, 31, 60, WHOLE)),
)


def text(*files: FileOutcome, **view: Any) -> str:
    return api.report(Result(files), "text", View(**view))


def golden(block: str) -> str:
    """A layout as written in a test: the first line end and the last one are not part of it."""
    return block.removeprefix("\n")
