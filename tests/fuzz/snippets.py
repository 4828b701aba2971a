"""Pieces of reports, and of what is odd in texts; whole texts put together from them."""

from __future__ import annotations

from random import Random

REPORT = (
    "第三水厂2025年上半年意识形态工作总结", "现将上半年工作情况汇报如下：", "一、组织领导", "（一）理论学习", "1.健全制度",
    "二、存在的问题", "三、下一步工作", "第一章 总则", "第三条 水厂应当值守。", "一是抓好值守；二是抓好检修；三是抓好宣传。",
    "# 工作总结", "## 一、学习", "- **学习**：每周一次", "| 项目 | 数量 |", "|---|---|", "| 检修 | 12 |", "> 引用",
    "```", "`代码`", "目录", "一、学习……………1", "附件：1.检修表", "附件2", "特此报告。", "第三水厂办公室", "2025年7月1日",
    "全年完成检修120项，同比增长20%，其中大修50项、小修80项。", "截止6月底，完成率达到120％。", "2025年2月30日（星期一）召开会议。",
    "1—6月供水1,200万吨，比去年同期增加10个百分点。", "下半年将于9月完成。", "联系人：××，电话：____", "投入XX万元",
    "[填写单位]", "（待补充）", "TODO: 补数据", "此处插入图片", "上一篇：通知 下一篇：公告", "来源：水厂网 发布时间：2025-07-01",
    "好的，以下是为您生成的总结：", "希望对您有帮助！", "学习学习教育教育的的", "坚持、、落实，，抓好。。", '他说"学习"。', "“学习”",
    "《关于检修的通知》（水发〔2025〕3号）", "# reportlint: disable-next-line leftover-mask", "（reportlint: disable-file）",
    "<!-- reportlint: disable duplicate -->", "<!-- reportlint: enable -->", "# reportlint: disable-line no-such -- 理由",
    "https://example.org/a?b=1", "a@example.org", "C:\\水厂\\总结.docx", "Study hard, 31 February 2024.", "①抓好②抓好", "",
    "中心分批组织人员到站点值守，形成了可以照着做的办法，群众反映很好，下一步还要坚持下去，推广到其他站点。",
)  # fmt: skip
"""Lines that the checks have something to say about, or to tell from others."""

ODD = (
    "\0", "\x1b[31m", "\x07", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffd", "\u200b", "\u3000", "\t", "\r", "\n\n", "𠮷", "😀",
    "⼀⼆", "é", "ﬀ", "İ", "ß", "（", "）", "《", "“", "”", "[", "]", "【", "{{", "}}", "**", "__", "`", "```", "<!--", "-->", "<b>",
    "&#0;", "&amp", "%", "％", "::error::", "##[group]", "##vso[task]", "=1+1", "9" * 30, "零" * 20, "0.0.0.0", "1/0", "十百千万亿",
    "二〇二五年十三月三十二日", "9999年99月99日", "0年0月", "24:60", "-1%", "1e400", "…", "——", "·" * 9, "×" * 9, "_" * 9,
)  # fmt: skip
"""What texts of reports seldom hold."""
_LONGEST = 1200
"""Characters of a line: what comes of 200 of them is judged several times within a trial."""


def line(chance: Random) -> str:
    """A line, perhaps with something odd in it, or one line inside another."""
    made = chance.choice(REPORT)
    for _ in range(chance.choice((0, 0, 0, 1, 3))):
        at = chance.randrange(len(made) + 1)
        piece = chance.choice(chance.choice((ODD, ODD, REPORT)))
        made = made[:at] + piece * chance.choice((1, 1, 1, 2, 40)) + made[at + chance.choice((0, 0, 1, 5)) :]
    return made[:_LONGEST]


def lines(chance: Random) -> list[str]:
    """The lines of a text; now and then one of them comes very often."""
    made = [line(chance) for _ in range(chance.choice((1, 3, 10, 40)))]
    if chance.random() < 0.1:
        made += [chance.choice(made)] * 200
    return made


def text(chance: Random) -> str:
    """A text; now and then all of it is one line."""
    return chance.choice(("\n", "\n", "\n", "\n\n", "\r\n", "\r", "")).join(lines(chance)) + chance.choice(
        ("", "\n")
    )
