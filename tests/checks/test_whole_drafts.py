"""What the rules of every draft find in it, and what they leave alone: ids of rules with the words they mark."""

from __future__ import annotations

import pytest

from linter import api
from tests.support import ooxml

SILENT = [
    # the versions of an article that is amended
    "泵房章程修正案\n原条文：轮值人员每两小时抄一次水位表，记下电压和油温，遇到异常先停机再报告。\n"
    "修改为：轮值人员每一小时抄一次水位表，记下电压和油温，遇到异常先停机再报告。",
    "泵房章程修正案\n一、第三条修改为：\n轮值人员每一小时抄一次水位表，记下电压和油温，遇到异常先停机再报告。\n"
    "二、现行规定：\n轮值人员每两小时抄一次水位表，记下电压和油温，遇到异常先停机再报告。",
    # an abbreviation that the text defines
    "Upland notes\nTick-borne disease (TBD) rose last year. Two vets reported TBD: one in a ewe.\nTBD\nA list is kept.",
    "Ward notes\nTBA stands for traditional birth attendant. Contact: TBA",
    # forms in English that are filled in by hand
    "Consent form\nI agree to take part.\nName: ____________\nSignature: ________  Date: ________",
    "Application for a mooring\nName: ______\nBoat: ______\nLength (m): ______",
    "Minutes\nThe log was read.\nSignature: ____________  Date: ____________",
    # brackets, labels, names of documents
    "报名（联系人：方可，电话：0000-8123456）。\n（单位：万元）\n下列写法正确的是（ ）。",
    "填表时《文件名称》一栏填全称，表头为“文件名称（文号）”。",
    # notes to readers
    "The fair is on 3 May (details to follow on the website).",
    "Skippers need to check with the pier - whether by radio or phone - before they sail.",
    # none of what engines leave
    "None of the 12 minutes was lost. The team got nil points.",
    # choices, and a form that is not filled in
    "评价表\n服务 ☑好 □一般\n价格 ☑好 □一般\n环境 ☑好 □一般\n卫生 □好 □一般",
    "满意 √\n不满意 □\n很满意 □",
    # numbers that belong together
    "1.（1）修桥要快\n2.栽树要活",
    "1. 2、3号楼\n2. 3、4号楼",
    "(a) (b) and (c) apply.",
    "春季名单\n方 可 心 一\n何 可 心 二\n孟 可 心 三\n以上三人到岗。",
    # documents, addresses
    "柳政办〔2024〕46、47号\n合同编号：柳合〔2024〕46，已归档。",
    "见 https://web.example.org/https://a.example.cn 一页，联系 @方可，git@example.org:a/b.git",
    "班次表：上午 9:30，下午 15:30\n早上\n15:30 开门",
    # anniversaries that fit, or are not of what was founded, or not of now
    "Plan for 2026\nThe mill opened in 1986. We will mark our 40th anniversary in June 2026.",
    "Choir annual report 2025-26\nFounded in 1976, the choir plans its 50th anniversary.",
    "Plan for 2026\nThe mill opened in 1986, the annexe opened in 1996. We mark our 30th anniversary in 2026.",
    "Choir report 2025\nThe choir was founded in 1975. At our 40th anniversary in 2015 it rained.",
    "Report 2025\nThe choir was founded in 1975. For our 25th anniversary the hall was painted.",
    "Report 2025\nThe mill opened in 1985. Next year we mark our 41st anniversary.",
]  # fmt: skip

FOUND = [
    ("leftover-prompt", "依照《政策名称》（文号）修订。", "依照《政策名称》"),
    ("leftover-prompt", "合计!被零除。", "!被零除"),
    ("leftover-number-gap", "报名请找站长（联系电话：）。", "联系电话："),
    ("leftover-number-gap", "报名（联系人：方可，电话： ）。", "电话："),
    ("leftover-bracket", "请于8日前报送（)材料。", "（)"),
    ("leftover-english-note", "Sales rose (table to follow).", "(table to follow)"),
    ("leftover-english-note", "Sales rose (need to check with the clerk).", "(need to check with the clerk)"),
    ("leftover-engine", "The trip lasts None minutes.", "None"),
    ("leftover-engine", "Dear <no value>,", "<no value>"),
    ("leftover-engine", "The fee is $NaN.", "NaN"),
    ("leftover-mask", "Application for a mooring\nFee: £XX\nName: ______\nBoat: ______", "XX"),
    ("leftover-tag", "The day is to be decided (TBD). Venue: TBD", "TBD"),
    ("leftover-task", "入园体检\n身高　√\n视力　√\n牙齿　√\n问过医生　□", "问过医生　□"),
    ("leftover-task", "分工\n校对\t✅\t方可\n装订\t✅\t何可\n订餐\t✅\t何可\n发函\t⬜\t周五", "发函\t⬜"),
    ("doubled-character", "补助35万元元。", "35万元元"),
    ("doubled-character", "修渠3公里里，", "3公里里"),
    ("numbering-order", "一、采购\n1. 1、书架\n20个。\n2. 2、桌子\n8张。", "1. 1、书架"),
    ("numbering-order", "(a) Unlock the shed.\n(b) (b) Check the hoses.", "(b) (b)"),
    (
        "numbering-order",
        "座谈会发言\n主 要 做 法\n修渠3公里。\n存 在 问 题\n下 一 步 打 算\n接着修渠。\n柳汀中学\n2025年3月2日",
        "存 在 问 题",
    ),
    (
        "next-steps-present",
        "柳汀镇2025年工作总结\n主 要 做 法\n全年渡运旅客3万人次，检修船只12艘，更换跳板4块。\n存 在 问 题\n"
        "夜间值守人手不足，两处码头的灯常坏，修理要等县里派人。\n下 一 步 打 算\n柳汀镇人民政府\n2025年12月20日",
        "下 一 步 打 算",
    ),
    ("document-number-form", "依据柳政发〔2024]9号文件。", "〔2024]9号"),
    ("numerals-clock-half-day", "The gate shuts at 21:00 P.M.", "21:00 P.M."),
    ("period-impossible-date", "会期：上午 15:30—16:30", "上午 15:30"),
    ("residue-address-form", "网址：https://https://www.example.com", "https://https://www.example.com"),
    ("residue-address-marks", "邮箱：dukou＠example.cn", "dukou＠example.cn"),
    ("residue-assistant-interface", "步骤：\njson 复制代码", "json 复制代码"),
    ("period-founding", "Plan for 2026\nThe mill opened in 1986. Our 30th anniversary will be in June.", "Our 30th anniversary"),
    ("period-founding", "Founded in 1976, the choir celebrates its fortieth anniversary in 2026.", "its fortieth anniversary"),
    (
        "duplicate-english-sentence",
        "Staff\nThe team grew to six. The rota now covers weekends and holidays, so that nobody works two Sundays in a "
        "month.\nCosts\nSpending fell by a tenth over the winter, mostly on fuel. The rota now covers weekends and "
        "holidays, so that nobody works two Sundays in a month.",
        "The rota now covers weekends and holidays, so that nobody works two Sundays in a month.",
    ),
]  # fmt: skip


def _found(data: bytes, name: str) -> list[tuple[str, str]]:
    return [(finding.rule, finding.excerpt) for finding in api.check(data, name).findings]


@pytest.mark.parametrize("text", SILENT)
def test_what_is_written_so_on_purpose_is_left_alone(text: str) -> None:
    assert _found(text.encode(), "draft.txt") == []


@pytest.mark.parametrize(("rule", "text", "words"), FOUND)
def test_slips_of_drafting_are_found(rule: str, text: str, words: str) -> None:
    assert (rule, words) in _found(text.encode(), "draft.txt")


def test_a_box_among_ticks_is_found_in_a_table_of_word() -> None:
    cells = [["校对", "✅"], ["装订", "✅"], ["订餐", "✅"], ["发函", "⬜"]]
    rows = [ooxml.tr(*(ooxml.tc(ooxml.p(ooxml.r(ooxml.t(cell)))) for cell in row)) for row in cells]
    assert ("leftover-task", "发函\n⬜") in _found(ooxml.docx(ooxml.tbl(*rows)), "draft.docx")
