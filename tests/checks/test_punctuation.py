"""The checks `punctuation` and `number_format`: by clause, what is right first."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from linter.checks import number_format, punctuation
from linter.model.document import Mark
from tests.support.drafts import draft
from tests.support.words import changed, options


def found(check: Any, kind: str, text: str) -> list[tuple[str, str | None]]:
    """What is found, with what is suggested in its place."""
    return suggested(check, options(check, kind=kind), text)


def suggested(check: Any, given: Any, text: str) -> list[tuple[str, str | None]]:
    """The same, for some options."""
    matches = check.build(given)(draft(text))
    return [(text[match.start : match.end], match.suggestion) for match in matches]


RIGHT = {
    "half-width": [
        "会议于10:30召开，比分为3:2。",
        "共投入1,258元，增长3.5%。",
        "使用WPS Office 2019, Word 2016编写。",
        "官网为https://example.org/a?b=1,c，邮箱a.b@example.org。",
        "（1）修订制度。 (2) 开展培训。 1.加强领导。",
        "一.加强领导",
        "甲.渡口\n| 一.值守 | 乙.巡查 |\n联系人：阿依.古丽",
        "世界卫生组织(WHO)的建议。",
        "全文见[链接](http://example.org/说明)。",
    ],
    "doubled": ["太好了！！！真的？！", "标点有，。、；几种。", "他说：“好。”。", "……。"],
    "ellipsis": ["等待……之后……", "…………", "目录.......3", "版本1...2", "a...b"],
    "dash": ["公路——铁路", "北京—上海", "A--B", "| --- | --- |", "2021—2025年"],
    "nested-quotes": [
        "“甲”和“乙”",
        "“甲‘乙’丙”",
        "“甲\n“乙”",
        "“以甲为抓手，开设“乙”",
        "“甲“乙”丙”丁”",
        "甲”，“乙“丙”丁”",
    ],
    "nested-titles": [
        "《甲》《乙》",
        "《关于印发〈方案〉的通知》",
        "《关于《方案》的通知",
        "《关于甲的通知和《乙》",
    ],
    "nested-brackets": ["（甲）（乙）", "［甲（乙）］"],
    "unpaired": [
        "（甲）“乙”《丙》",
        "1）修订制度；2）开展培训；a）乙",
        "（甲)和(乙）",
        "“第一段开始。\n“第二段接着说。”",
        "第八条规定：“养殖户应当登记。\n\n　　“未登记的，由镇里补办。”",
        "老周说：“头一年没有船。\n\n&emsp;&emsp;“后来有了船。”",
        "规定：“登记不得转让。\n<p>&nbsp;&nbsp;“未登记的，补办。”",
        "“甲‘乙’丙”",
        "建成泵站12座（其中\n新建5座）。",
        "登记、\n审核-》发证",
        "谢谢 :-)，再见",
        "“育人楷模…",
        "孩子们念：\n“渡船渡船摇摇摇，摇过柳溪看石桥。\n石桥石桥弯弯弯，好像月牙挂河滩。”\n念完再走。",
        "　　“柳溪水，清又清，\n　　照见渡口满天星！\n\n　　渡口人，忙又忙，\n　　送走月亮迎太阳。”",
        "The station (built\nin 1998. It is old",
    ],
    "line-edge": ["“甲”\n（乙）\n《丙》", "甲，\n乙。"],
    "between-titles": ["《甲》《乙》", "《甲》（试行）、《乙》", "《甲》、“乙”"],
    "between-quotes": ["“甲”“乙”", "“甲”（试行）、“乙”"],
    "document-number": ["国发〔2024〕5号", "（2024）年第5号", "[2024]", "会议（2024）室"],
    "year-range": [
        "2021—2025年",
        "2024-06-30",
        "电话010-88886666",
        "GB/T 15834-2011",
        "2025-2021年",
        "3-5天",
        "5-3月",
        "A1-6月",
    ],
    "number-range": [
        "3～5天",
        "3—5天",
        "2024-06-30",
        "5-3天",
        "第3-5名",
        "电话010-1234人",
        "GB/T 1-2",
        "1-6月",
        "比分3-2",
    ],
    "approximate": [
        "三五天",
        "一、二季度",
        "第三、五个",
        "三、四个方面",
        "一、二、三个",
        "二十、三十天",
        "三、七天",
    ],
    "date": ["2024年6月30日", "2024、2025两年", "2024-06-30", "12024、6、30", "2024、6、30、31"],
    "before-etc": ["讲座、培训等", "一、等级评定", "甲、等候", "先抓、等额选举"],
    "etc-ellipsis": ["讲座、培训……", "讲座、培训等。", "……\n等待"],
    "ordinal": [
        "第一，抓学习。",
        "第一、二季度",
        "第一、第二产业",
        "首先、其次",
        "其一，抓落实。",
        "一是抓学习。",
        "唯一是、否",
    ],
    "number": ["一、学习", "（一）学习", "1.学习", "第一.二", "甲一. 乙", "三.八节前夕，走访女职工。"],
    "arabic-number": ["1.学习", "共1、2两项", "（1）学习"],
    "chapter": ["第一章 总则", "第一章　总则", "第一节约束，从我做起。", "见第一章"],
    "heading-end": [
        "一、学习情况\n全年学习12次。",
        "一、抓学习；\n二、抓培训；\n三、抓落实。",
        "一、学习情况。全年学习12次。",
        "（一）学习情况。\n全年学习12次。",
    ],
}

WRONG = [
    ("half-width", "加强领导,落实责任。", [(",", "，")]),
    ("half-width", "加强领导, 落实责任;抓好培训.", [(", 落实责任;抓好培训.", "，落实责任；抓好培训。")]),
    ("half-width", "通知:请各科室(含中心)落实!", [(":请各科室(含中心)落实!", "：请各科室（含中心）落实！")]),
    ("half-width", "2024,我们将努力。\n好吗?", [(",", "，"), ("?", "？")]),
    ("doubled", "加强领导，，落实责任。。", [("，，", "，"), ("。。", "。")]),
    ("doubled", "加强领导、，落实责任，。", [("、，", "，"), ("，。", "。")]),
    ("ellipsis", "讲座、培训...", [("...", "……")]),
    ("ellipsis", "讲座、培训。。。还有…", [("。。。", "……"), ("…", "……")]),
    ("dash", "一个目标--服务群众", [("--", "——")]),
    ("nested-quotes", "“落实“一岗双责”要求”", [("“一岗双责”", "‘一岗双责’")]),
    ("nested-quotes", "“甲”。“乙“丙”和“丁”戊”", [("“丙”", "‘丙’"), ("“丁”", "‘丁’")]),
    ("nested-titles", "《关于印发《方案》的通知》", [("《方案》", "〈方案〉")]),
    ("nested-brackets", "（见附件（一））", [("（一）", None)]),
    ("unpaired", "（甲和乙。\n丙）。", [("（甲和乙", None), ("丙）", None)]),
    ("unpaired", "落实“一岗双责要求。", [("“一岗双责要求", None)]),
    ("unpaired", "规定：“养殖户应当登记。\n\n&emsp;&emsp;未登记的，补办。", [("“养殖户应当登记", None)]),
    ("unpaired", "落实“一岗双责要求。\n检修“趸船”8艘。", [("“一岗双责要求", None)]),
    (
        "unpaired",
        "“开航啦。\n检修渡船8艘，更换救生衣40件，培训船工四次，参加的人比上年多十二个。\n没有事故。”",
        [("“开航啦", None), ("”", None)],
    ),
    ("unpaired", "推行“一窗“办结。", [("“一窗", None), ("“办结", None)]),
    ("unpaired", "印发《关于印发《办法的通知》。", [("《关于印发", None)]),
    ("unpaired", "（甲\n乙）、（丙", [("（丙", None)]),
    ("unpaired", "修渡口3处，含东渡）及码头。", [("含东渡）", None)]),
    ("unpaired", "（渡口修缮一处接着一处每天都有人值守。", [("（渡口修缮一处接着一处每天", None)]),
    ("line-edge", "加强领导\n，落实责任。", [("，", None)]),
    ("between-titles", "《甲》、《乙》、《丙》", [("》、《", "》《"), ("》、《", "》《")]),
    ("between-quotes", "“甲”、“乙”", [("”、“", "”“")]),
    (
        "document-number",
        "桃发[2024]5号、桃发（2024）12号",
        [("[2024]", "〔2024〕"), ("（2024）", "〔2024〕")],
    ),
    ("year-range", "2021-2025年、1-6月", [("-", "—"), ("-", "—")]),
    ("number-range", "3-5天、15%-30%、2-3万元", [("-", "～"), ("-", "～"), ("-", "～")]),
    ("approximate", "用了三、五天，走了七、八里。", [("三、五", "三五"), ("七、八", "七八")]),
    ("date", "2024、6、30", [("2024、6、30", "2024-06-30")]),
    ("before-etc", "讲座、培训、等活动。", [("、等", "等")]),
    ("etc-ellipsis", "讲座、培训……等。", [("……等", None)]),
    ("ordinal", "第一、抓学习。一是、抓培训。", [("、", "，"), ("是、", "是")]),
    (
        "number",
        "一.学习\n（一）、培训\n(二)．督查",
        [("一.学习", "一、学习"), ("（一）、培训", "（一）培训"), ("(二)．督查", "(二)督查")],
    ),
    ("arabic-number", "1、学习\n  2、培训", [("、", "."), ("、", ".")]),
    ("chapter", "第一章总则", [("第一章", "第一章\u3000")]),
    ("heading-end", "一、学习情况。\n全年学习12次。", [("一、学习情况。", "一、学习情况")]),
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in RIGHT.items() for text in texts])
def test_right_punctuation_is_left_alone(kind: str, text: str) -> None:
    assert found(punctuation, kind, text) == []


@pytest.mark.parametrize(("kind", "text", "expected"), WRONG)
def test_wrong_punctuation_is_found(kind: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(punctuation, kind, text) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), WRONG)
def test_what_is_suggested_is_right(kind: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    matches = punctuation.build(options(punctuation, kind=kind))(draft(text))
    for match in sorted(matches, key=lambda match: match.start, reverse=True):
        if match.suggestion is None:
            return
        text = text[: match.start] + match.suggestion + text[match.end :]
    assert found(punctuation, kind, text) == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("渡口、码头逐一登记,船闸、栈桥逐件清点,航标另列.", []),
        ("渡口、码头、船闸，逐一登记;救生衣、缆绳，逐件清点;航标、栈桥，各列一表；另有一份，存所里。", []),
        ("阿依.古丽同志获评先进，渡口、码头、船闸，逐一登记；附件.预算表。", []),
        ("渡口、码头、船闸，逐一登记；电话:000，见[3]甲,乙、丙。救生衣、缆绳，逐件清点。", []),
        ("渡口、码头、船闸，逐一登记；救生衣、缆绳，逐件清点,登记造册。", [","]),
        ("渡口、码头、船闸，逐一登记；救生衣、缆绳，逐件清点.\n航标另列。", ["."]),
    ],
)
def test_rare_half_width_marks_are_slips(text: str, marks: list[str]) -> None:
    find = punctuation.build(options(punctuation, kind="half-width", rare=0.2))
    assert [text[match.start : match.end] for match in find(draft(text))] == marks


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("一、清点。\n共三只。\n二、检修。\n共两只。", []),
        ("一、清点\n共三只。\n二、检修\n共两只。\n三、分工如下：\n各管一段。", []),
        ("一、清点\n共三只。\n二、检修。共两只。\n三、分工\n各管一段。", []),
        ("一、联系电话见后\n二、邮寄地址见后\n三、不收押金，费用见公告。\n电话工作日接听。", []),
        ("一、清点\n共三只。\n二、检修。\n共两只。\n三、分工\n各管一段。", ["二、检修。"]),
    ],
)
def test_a_mark_behind_one_of_the_headings_is_a_slip(text: str, headings: list[str]) -> None:
    find = punctuation.build(options(punctuation, kind="heading-end", rare=0.34))
    assert [text[match.start : match.end] for match in find(draft(text))] == headings


def test_every_kind_is_tested() -> None:
    kinds = set(get_args(punctuation.Kind))
    assert kinds == set(RIGHT) == {kind for kind, _, _ in WRONG}
    assert set(get_args(number_format.Kind)) == set(RIGHT_NUMERALS) == {kind for kind, _, _ in WRONG_NUMERALS}


def test_quoted_code_is_left_alone() -> None:
    case = draft("写作甲,乙的形式。")
    quoted = case._replace(document=case.document._replace(marks=(Mark(2, 5, "code"),)))
    assert len(list(punctuation.build(options(punctuation, kind="half-width"))(case))) == 1
    assert list(punctuation.build(options(punctuation, kind="half-width"))(quoted)) == []


RIGHT_NUMERALS = {
    "full-width": ["2024年", "①②", "（一）"],
    "zero-beside": [
        "二零二四年六月三十日",
        "二〇二四年六月",
        "二〇二四年，三零五室，一千零二十年前",
        "二〇二四年，零时起",
    ],
    "zero": ["二〇二四年", "三零五室", "一千零二十年", "2024年"],
    "mixed-day": [
        "五月十八日",
        "5月18日",
        "八月十五赏月",
        "三个月18日夜",
        "2024年5月十八日",
        "二〇二四年五月18日",
        "15月二十日",
    ],
    "mixed-date": [
        "二〇二四年六月",
        "2024年6月",
        "一九四九年以来",
        "2024年六月份以来",
        "第21二年级",
        "编号120二四年检",
    ],
    "short-year": [
        "2024年6月",
        "10年6个月",
        "历时2年，6月完成",
        "3.24年6月",
        "有期徒刑10年6月有期",
        "水厂运行98年来首次大修",
        "历时98年建成的水渠",
        "建院98年以来",
        "1998年建成",
        "80年代建成的礼堂",
        "工龄满60年退休",
        "比10年前多了两座闸",
        "2005年建成，8.05年期国债，编号A05年审",
        "店铺有20年底蕴，合同第16年底到期，二十年末尾，满30年年底离岗",
        "自10年前建桥，从20年以上的老船看，自30年代起，近16年来",
        "2024年底，自2016年投运以来，从10年规划说起",
    ],
    "about": ["二十几人", "几十人", "2024几"],
    "mixed-scale": ["4千米", "5千克", "3千瓦", "4000元", "四千元", "5百分点", "3.5千元", "4万元"],
    "decimal": ["0.5%", "3.5%", "1.学习", "版本v.5", "甲.乙"],
    "range-unit": ["15%～30%", "9亿～16亿", "30～15%", "2021—2025年", "3～5天", "010-88万"],
    "day-dot": ["“3·15”", "3.15元", "“5.12亿元”", "“13.5”", "“3.15%”"],
    "grouping": ["12580元", "1,258元和12,580元", "1,258元，电话88886666"],
}
WRONG_NUMERALS = [
    ("full-width", "２０２４年完成３５．５％。", [("２０２４年完成３５．５％", "2024年完成35.5%")]),
    ("zero", "二零二四年、一九○○年", [("二零二四", "二〇二四"), ("一九○○", "一九〇〇")]),
    (
        "zero-beside",
        "二零二四年启动，二〇二五年结束，二零二六年复查",
        [("二零二四年", "二〇二四年"), ("二零二六年", "二〇二六年")],
    ),
    ("mixed-date", "二〇二四年6月，2024年六月", [("二〇二四年6月", None), ("2024年六月", None)]),
    ("mixed-date", "二〇24年全镇召开会议，20一五年建成", [("二〇24年", None), ("20一五年", None)]),
    ("mixed-date", "2〇23年，一九9八年", [("2〇23年", None), ("一九9八年", None)]),
    ("mixed-day", "五月18日开馆，5月十八日闭馆", [("五月18", None), ("5月十八", None)]),
    ("mixed-day", "自十二月1日起，到12月三十一日", [("十二月1", None), ("12月三十一", None)]),
    ("short-year", "24年6月", [("24年", None)]),
    ("short-year", "98年建成的水厂，他76年出生、95年入党", [("98年", None), ("76年", None), ("95年", None)]),
    ("short-year", "与05年相比，07年的水位更低", [("05年", None), ("07年", None)]),
    ("short-year", "计划23年底封渡，至24年年末已有船12艘", [("23年", None), ("24年", None)]),
    ("short-year", "渡船自15年下水以来，缆桩从17年起，浮桥自19年投用以后", [("17年", None), ("19年", None)]),
    ("short-year", "自18年以来停航一次", [("18年", None)]),
    ("about", "20几人，10几天", [("20几", "二十几"), ("10几", "十几")]),
    ("mixed-scale", "4千元，3百人", [("4千", None), ("3百", None)]),
    ("decimal", "增长.5%", [(".5", "0.5")]),
    ("range-unit", "15～30%、9-16亿元", [("15～30%", "15%～30%"), ("9-16亿元", "9亿元-16亿元")]),
    ("day-dot", "“3.15”和“5．12护士节”", [("3.15", "3·15"), ("5．12", "5·12")]),
    ("grouping", "收入12580元，支出1,258元。", [("12580", "12,580")]),
]


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in RIGHT_NUMERALS.items() for text in texts]
)
def test_right_numerals_are_left_alone(kind: str, text: str) -> None:
    assert found(number_format, kind, text) == []


@pytest.mark.parametrize(("kind", "text", "expected"), WRONG_NUMERALS)
def test_wrong_numerals_are_found(kind: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert found(number_format, kind, text) == expected


def test_what_runs_through_a_report_is_one_fault() -> None:
    text = "上半年工作总结\n加强领导,落实责任,抓好整改。\n抓好培训,抓好宣传。\n完成任务。\n"
    matches = list(punctuation.build(options(punctuation, kind="half-width"))(draft(text)))
    assert [(match.level, match.values["count"], match.values["total"]) for match in matches] == [
        (None, 2, 3),
        ("info", 1, 3),
    ]


@pytest.mark.parametrize("line", ["（" * 50_000 + "）" * 50_000, "“" * 50_000 + "”" * 50_000, "》“" * 50_000])
def test_a_hundred_thousand_marks_are_paired(line: str) -> None:
    """In one pass: a look ahead, or back, from every mark would take minutes."""
    assert len(found(punctuation, "unpaired", line)) == line.count("》") * 2


@pytest.mark.parametrize(
    ("check", "kind", "change", "text"),
    [
        (punctuation, "ordinal", "next_ordinals: [末]", "首先、末了"),
        (punctuation, "ordinal", "drop: [首先]", "首先、抓学习。"),
        (punctuation, "before-etc", "words_with_deng: [等次]", "名次、等次"),
        (punctuation, "approximate", "numbered: [车间]", "三、四个车间"),
        (number_format, "short-year", "behind_durations: [左右]", "24年6月左右"),
        (number_format, "short-year", "drop: [投产]", "厂房98年投产"),
        (number_format, "mixed-scale", "words_with_scale: [千元]", "4千元"),
    ],
)
def test_with_other_words_of_a_rule_file_it_is_right(check: Any, kind: str, change: str, text: str) -> None:
    group = {punctuation: "punctuation", number_format: "numerals"}[check]
    given = options(check, kind=kind)
    assert suggested(check, given, text)
    assert suggested(check, given._replace(words=changed(group, change)), text) == []


@pytest.mark.parametrize(
    ("check", "kind", "change", "text"),
    [
        (punctuation, "ordinal", "ordinals: [接下来]", "接下来、抓学习。"),
        (punctuation, "before-etc", "drop: [等级]", "名次、等级"),
        (punctuation, "approximate", "drop: [方面]", "三、四个方面"),
        (number_format, "short-year", "drop: [以]", "10年6月以上"),
        (number_format, "short-year", "behind_short_years: [竣工]", "厂房98年竣工"),
        (number_format, "mixed-scale", "drop: [千字]", "写了4千字"),
    ],
)
def test_with_other_words_of_a_rule_file_it_is_wrong(check: Any, kind: str, change: str, text: str) -> None:
    group = {punctuation: "punctuation", number_format: "numerals"}[check]
    given = options(check, kind=kind)
    assert suggested(check, given, text) == []
    assert suggested(check, given._replace(words=changed(group, change)), text)
