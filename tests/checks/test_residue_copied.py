"""Residue of copying: wrong encodings, line breaks, labels, messages of a chat, addresses. Silent texts first."""

from __future__ import annotations

import pytest

from linter.checks.residue.wrong_encoding import restored
from linter.model.document import Document
from linter.model.outline import Context
from linter.readers import markdown
from tests.support.drafts import document, draft
from tests.support.rules import finds

FINDS = finds("residue", "residue")
SAMPLES = finds("leftovers", "residue")
ENCODING, BREAK = "residue-lost-character", "residue-line-break"
LABEL, MESSAGE, CALL = "residue-label", "residue-message", "residue-call"
TRACKING, INNER, SAMPLE = "residue-tracking", "residue-inner-file", "leftover-sample-address"
CONFLICT, LINK = "residue-conflict", "leftover-link"

HEAD = """石渡口航运所2025年航标维护小结
全年维护航标四十座，更换灯器十二只，没有发生碰撞。
夜班由两名船工轮流承担，每月排一次班，全年没有缺岗。
"""
TAIL = "\n明年再更换浮标六座，添置救生衣，把备用电池换成新的。"

SILENT = [
    # encodings
    (ENCODING, "怡园、沣水、泸渡三站的汴河标尺已校，忏悔录、锂电池另存。"),
    (ENCODING, "旧接口把“航标”写成\\u822a\\u6807，是转义造成的。"),
    (ENCODING, "乱码“鑸爣”已由厂家修复。"),
    (ENCODING, "完成率98%，同比+3%，https://dukou.example.cn/%E8%88%AA%E6%A0%87"),
    (ENCODING, "按正则[\\u4e00-\\u9fa5]匹配，形如%E6%B0%的不算，全角空格是\\u3000。"),
    (ENCODING, "Café René à l'été，“naïve”一词。"),
    # line breaks: verse, addresses, headings, items, rows, a way of writing
    (BREAK, f"{HEAD}灯船在雾里点着一粒灯\n我们隔着水数它的明灭{TAIL}"),
    (BREAK, f"{HEAD}材料请寄至石渡口航运所综合科，信封上注明航标二字\n青砚县柳湾镇渡口路七号{TAIL}"),
    (BREAK, f"{HEAD}（一）坚持预防为主，完善巡查制度，全力保障航道安全畅通\n巡查由站里统一安排，每周两次。"),
    (BREAK, f"{HEAD}1.更换灯器十二只，费用由航运所承担，年底前全部换完\n2.添置救生衣三十件。"),
    (BREAK, f"{HEAD}浮标：六座，灯器：十二只，救生衣：三十件，缆绳：四百米\n费用合计三万元。"),
    (BREAK, f"{HEAD}更换灯器，十二只，由航运所统一采购安装调试\n\n更换缆绳，四百米，由船队自行采购更换存放"),
    (BREAK, f"{HEAD}现将有关事项通知如下，请各船队认真抓好落实：\n一是清点航标，二是更换灯器。"),
    # nothing below goes on with it, but a sentence may end there
    (BREAK, f"{HEAD}（一）修订值守办法，健全值守制度，保障群众出行的目的\n二、打算\n明年再换。"),
    (BREAK, f"{HEAD}1.清点救生衣126件，破损的18件，其余完好，有登记\n2.修补跳板3块。"),
    (BREAK, f"{HEAD}值守中发生过一次碰撞，站长到场处置，事后说明了事情的前因\n二、打算\n明年再换。"),
    (BREAK, f"{HEAD}有下列情形的，停航：\n1.风力达到六级以上，能见度不足的；\n2.水位超过警戒线的。"),
    # labels
    (LABEL, "读书会记录\n主题：江上的灯\n时间：三月五日\n到会二十人。"),
    (LABEL, "排版说明\n标题：小标宋二号\n正文：仿宋三号"),
    (LABEL, "写信的格式\n称呼：\n正文：\n结尾："),
    (LABEL, "航标维护小结\n题目由站长拟定，正文：共三页。"),
    (LABEL, "题目：航标灯器的保养\n学生：孟一帆\n摘要：本文讨论灯器的保养。"),
    # messages
    (MESSAGE, "讲座安排\n孟老师 9:00\n讲航标识别\n郭老师 10:30\n讲灯器拆装"),
    (MESSAGE, f"{HEAD}群里的原话如下：\n小孟 16:42\n灯亮了{TAIL}"),
    (MESSAGE, f"{HEAD}王小渡 08:05\n李大江 08:07\n孟一帆 08:09{TAIL}"),
    (MESSAGE, f"{HEAD}开航 06:30\n两岸船只陆续出港。{TAIL}"),
    (MESSAGE, f"{HEAD}小孟 16:42\n地点：渡口会议室{TAIL}"),
    (
        MESSAGE,
        "航标节节目单\n开幕 08:30\n站长致辞\n孟老师 09:00\n讲航标识别\n合唱 10:00\n《江上的灯》\n闭幕\n散场",
    ),
    (CALL, "停航通知在群里用“@所有人”提醒，@石渡口航运 发布三条。"),
    # addresses
    (TRACKING, "https://dukou.example.cn/list?id=7&from=home，https://dukou.example.cn/"),
    (TRACKING, "utm_source参数用来统计来源，如https://dukou.example.cn/?utm_source=x。"),
    (INNER, "请登录http://10.2.3.4/oa/填报，https://www.dukou.example.cn/files/a.pdf可下载。"),
    (INNER, "内网地址http://192.168.1.9/share/a.xlsx已停用。"),
    (INNER, "本机调试地址http://localhost:3000/upload/a.pdf可以打开。"),
    (TRACKING, "网盘分享https://dukou.example.cn/s/1?share_token=a1b2，凭口令打开。"),
    (
        TRACKING,
        "[![潮汐](https://dukou.example.cn/a.svg)](https://dukou.example.cn/b)和[码头](https://dukou.example.cn/c)",
    ),
    (CONFLICT, "Tides\n=======\n>>> quoted\n<<<<<<<< eight\n >>>>>>> indented\n<<<<<<<\n`<<<<<<< HEAD`"),
    (
        LINK,
        "见[航标表](https://dukou.example.cn/b)、[浮标](#浮标)，[](x)，handlers[name]()，`[航标]()`，[x] ()。",
    ),
    (SAMPLE, "邮箱dukou@mail.example.cn，test.dukou@example.cn，邮箱格式如test@test.com。"),
]

FOUND = [
    (ENCODING, "航标编号为绔欑偣，已改。", ["绔欑偣"]),
    (ENCODING, "灯器存于姘翠綅绔，待取。", ["姘翠綅绔"]),
    (
        ENCODING,
        "夜航\\u706f\\u5668已换，见%E8%88%AA%E6%A0%87一栏。",
        ["\\u706f\\u5668", "%E8%88%AA%E6%A0%87"],
    ),
    (ENCODING, "站名写成èˆªæ\xa0‡ç«™。", ["èˆªæ\xa0‡ç«™"]),
    (ENCODING, "浮标在æ°´ä½ç«以东。", ["æ°´ä½ç«"]),
    (
        BREAK,
        f"{HEAD}遇到大风大雾由值班船工停止渡运，并向两岸的群众解\n释原因，天气好转后再开。{TAIL}",
        ["并向两岸的群众解"],
    ),
    (
        BREAK,
        f"{HEAD}更换的灯器都是新型号，由厂家统一安装，费用二十\n余万元由航运所承担。{TAIL}",
        ["费用二十"],
    ),
    (
        BREAK,
        f"{HEAD}全年维护费用由航运所和船队分担，其中航运所承担12\n万元，船队承担3万元。{TAIL}",
        ["中航运所承担12"],
    ),
    (BREAK, f"{HEAD}更换下来的旧灯器还能使用，已经全部登记造册，调拨给\n下游的三个渡口。{TAIL}", ["调拨给"]),
    # never finished: nothing below goes on with it
    (
        BREAK,
        f"{HEAD}（一）修订值守办法。由站长起草，月底前报镇里，并按照\n二、打算\n明年再换。",
        ["并按照"],
    ),
    (BREAK, f"{HEAD}1.清点救生衣126件，破损的已经更换，其余的由\n2.修补跳板3块。{TAIL}", ["其余的由"]),
    (
        BREAK,
        f"{HEAD}候船棚漏雨的问题，六月已请人看过，报价偏高，因为\n二、打算\n明年再换。",
        ["因为"],
    ),
    (BREAK, f"{HEAD}明年再更换浮标六座，同时向县里争取资金，用于\n石渡口航运所\n2025年12月3日", ["用于"]),
    (BREAK, f"{HEAD}巡查分早晚两班，发现灯器不亮、浮标移位、\n缆绳磨损的，当天处理。{TAIL}", ["浮标移位、"]),
    (
        BREAK,
        f"{HEAD}巡查中发现两座浮标移位。站里当天调来拖船，连夜把它们拖回原来的位置\n固定，没有影响第二天开航。{TAIL}",
        ["们拖回原来的位置"],
    ),
    (LABEL, "标题：石渡口航标维护小结\n全年维护航标四十座。", ["标题："]),
    (
        LABEL,
        "石渡口航标维护小结\n主题：更换灯器\n请各站配合。\n正文：\n全年维护航标四十座。",
        ["主题：", "正文："],
    ),
    (
        MESSAGE,
        f"{HEAD}小孟 16:42\n灯器数先写十二，回头我再问{TAIL}",
        ["小孟 16:42\n灯器数先写十二，回头我再问"],
    ),
    (
        MESSAGE,
        f"{HEAD}郭站长（航运所） 2025-06-18 09:42:07\n收到，下午去看{TAIL}",
        ["郭站长（航运所） 2025-06-18 09:42:07\n收到，下午去看"],
    ),
    (CALL, "@所有人 停航通知以第二版为准\n全年停航三次。", ["@所有人 停航通知以第二版为准"]),
    (
        TRACKING,
        "指引：https://dukou.example.cn/g?id=7&utm_source=wx，请看。",
        ["https://dukou.example.cn/g?id=7&utm_source=wx"],
    ),
    (INNER, "明细见http://10.2.3.4/gx/mx.xlsx。", ["http://10.2.3.4/gx/mx.xlsx"]),
    (SAMPLE, "邮箱：test@test.com，xxxx@163.com", ["test@test.com", "xxxx@163.com"]),
    (
        TRACKING,
        "[https://dukou.example.cn/b](https://dukou.example.cn/c?utm_source=wx)",
        ["https://dukou.example.cn/c?utm_source=wx"],
    ),
    (
        CONFLICT,
        "<<<<<<< HEAD\n航标四十座。\n||||||| 3f2c1d0\n航标三十座。\n=======\n航标四十二座。\n>>>>>>> 改数字",
        ["<<<<<<< HEAD", "||||||| 3f2c1d0", ">>>>>>> 改数字"],
    ),
    (LINK, "见[航标表]()和[the buoys of the river]( )。", ["[航标表]()", "[the buoys of the river]( )"]),
]


def excerpts(rule: str, text: str) -> list[str]:
    find = (FINDS | SAMPLES)[rule]
    return [text[match.start : match.end] for match in find(draft(text))]


@pytest.mark.parametrize(("rule", "text"), SILENT)
def test_what_only_looks_copied_is_left_alone(rule: str, text: str) -> None:
    assert excerpts(rule, text) == []


@pytest.mark.parametrize(("rule", "text", "expected"), FOUND)
def test_what_was_copied_is_found(rule: str, text: str, expected: list[str]) -> None:
    assert excerpts(rule, text) == expected


@pytest.mark.parametrize("words", ["水位", "石渡口航运所", "全年维护航标四十座"])
@pytest.mark.parametrize("encoding", ["gbk", "cp1252"])
def test_what_is_restored_stood_in_the_words(words: str, encoding: str) -> None:
    """Bytes that the wrong encoding has no sign for are lost; nothing else may be suggested in their place."""
    misread = words.encode().decode(encoding, "replace")
    runs = list(restored(f"站名{misread}已改"))
    assert runs
    for run in runs:
        assert all(piece in words for piece in run.original.split("…"))


def test_a_page_is_put_together_by_its_reader() -> None:
    text = f"{HEAD}遇到大风大雾由值班船工停止渡运，并向两岸的群众解\n释原因，天气好转后再开。{TAIL}"
    source = document(text)
    blocks = tuple(block._replace(page=1) for block in source.blocks)
    case = draft(text)
    paged: Document = case.document._replace(blocks=blocks)
    assert len(list(FINDS[BREAK](case))) == 1
    assert list(FINDS[BREAK](case._replace(document=paged))) == []


@pytest.mark.parametrize(
    "line",
    [
        "[1]: https://dukou.example.cn/c?utm_source=wx",
        "见[航标](https://dukou.example.cn/c?utm_source=wx)。",
        "[![航标](https://dukou.example.cn/a.svg)](https://dukou.example.cn/c?utm_source=wx)",
    ],
)
def test_where_a_link_of_markdown_leads_is_not_printed(line: str) -> None:
    source = markdown.read("航标.md", f"# 航标\n\n见[航标][1]。\n\n{line}\n".encode())
    assert list(FINDS[TRACKING](Context(source, ()))) == []


def test_an_address_is_suggested_without_what_sharing_added() -> None:
    text = """见https://dukou.example.cn/g?utm_source=wx&id=7和https://dukou.example.cn/a?spm=1.2
又见https://dukou.example.cn/?spm=1.2#/list?id=7和https://dukou.example.cn/b?id=7&spm=1.2#d"""
    suggestions = [match.suggestion for match in FINDS[TRACKING](draft(text))]
    assert suggestions == [
        "https://dukou.example.cn/g?id=7",
        "https://dukou.example.cn/a",
        "https://dukou.example.cn/#/list?id=7",
        "https://dukou.example.cn/b?id=7#d",
    ]
