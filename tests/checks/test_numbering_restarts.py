"""Numbering: where numbers begin again or go on by a slip, and where a text keeps those of a longer paper."""

from __future__ import annotations

import pytest

from linter import readers
from linter.checks.numbering import build
from tests.checks.test_numbering import ALL, found, lines
from tests.support.drafts import draft
from tests.support.words import changed, outline


def rules(*numbers: str) -> str:
    """Rules with these articles; a number that names a chapter, or a line of its own, stands as it is."""
    return lines("渡口守则", *(f"{it}　由站长办理。" if it.endswith("条") else it for it in numbers))


SILENT = {
    "articles that count anew in every chapter": rules(
        "第一章　总则", "第一条", "第二条", "第三条", "第二章　停航", "第一条", "第二条", "第三章　附则", "第一条"
    ),
    "articles that count anew in the second of two chapters": rules(
        "第一章　总则", "第一条", "第二条", "第三条", "第二章　停航", "第一条", "第二条", "第三条"
    ),
    "two rules": rules(
        "第一章　总则", "第一条", "第二条", "第二章　停航", "第三条", "第四条", "第五条",
        "码头守则", "第一章　总则", "第一条", "第二条", "第二章　装卸", "第三条", "第四条",
    ),
    "rules and an annex of rules": rules(
        "第一章　总则", "第一条", "第二条", "第二章　停航", "第三条", "第四条", "附件", "乘船须知",
        "第一条", "第二条", "第三条",
    ),
    "rules under two headings": rules(
        "一、渡口", "第一条", "第二条", "第三条", "二、码头", "第一条", "第二条", "第三条", "第四条", "第五条"
    ),
    "an article that is cited": lines(
        rules("第一条", "第二条", "第三条"), "第一条所称渡工，是指持证人员。", "第四条　由站长办理。"
    ),
    "two lists of a paragraph": "毛病两处：一是缆绳磨损；二是夜灯不亮。办法两条：一是换缆绳；二是修灯。",
    "two lists of a sentence": "毛病两处，一是缆绳磨损，二是夜灯不亮，对此，一是换缆绳，二是修灯。",
    "a list within an item": "抓两件事：一是换缆绳；二是补救生衣，一要买，二要验；三是修夜灯。",
    "a list behind the colon of an item": "抓两件事：一是换缆绳；二是修夜灯：一是南岸的，二是北岸的。",
    "a saying behind a list": "抓两件事：一是换缆绳；二是修夜灯。大家都说，一是一，二是二。",
    "three readings": "“渡”有三义：一是指过河；一是指渡口；一是指引导。",
    "a paragraph with a list below a list": lines(
        "一是缆绳磨损，已经更换。", "二是救生衣不够，已经补足。", "一是南岸修灯，二是北岸修灯。"
    ),
    "numbers that are cited": "（1）换缆绳；（2）修夜灯；其中（1）由站长办。",
    "answers": "答案：1. C；2. B；3. A。抢答题：1. 由评委定；2. 两座。",
    "headings counted through all chapters": lines(
        "一、渡运", "（一）换缆绳。", "（二）补救生衣。", "二、码头", "（三）修夜灯。", "三、船员", "（四）办培训。",
        "四、打算", "（一）添趸船。",
    ),
    "headings counted through, in two chapters alone": lines(
        "一、渡运", "（一）换缆绳。", "（二）补救生衣。", "二、码头", "（三）修夜灯。", "（四）铺台阶。"
    ),
    "headings counted through, and those of an annex": lines(
        "一、渡运", "（一）换缆绳。", "（二）补救生衣。", "二、码头", "（三）修夜灯。", "附件1", "（一）名册。"
    ),
    "one list of things in two chapters": lines(
        "一、已办", "1. 换缆绳。", "2. 补救生衣。", "二、未办", "3. 修夜灯。", "4. 铺台阶。",
        "三、要求", "1. 月底办完。", "2. 逐件销号。",
    ),
    "numbers that are kept": lines(
        "未办结的有四件，编号不变。", "3. 换缆绳。", "7. 修夜灯。", "8. 铺台阶。", "12. 招渡工。"
    ),
    "numbers that are kept, the first of them": lines(
        "未办结的列在下面，仍用原来的编号。", "1. 换缆绳。", "4. 修夜灯。", "9. 铺台阶。"
    ),
    "a selection": lines("未办结的事项", "3. 换缆绳。", "5. 修夜灯。", "6. 铺台阶。", "11. 招渡工。"),
    "an extract": lines("渡口站会议纪要（节选）", "三、渡运", "换缆绳四根。", "五、码头", "修夜灯六盏。"),
    "an extract of decimals": lines(
        "渡口站例会", "1.8 缆绳由站长更换。", "1.9 夜灯由电工修理。", "1.10 台阶明年再铺。", "2.1 招渡工两名。"
    ),
    "an English extract": lines("Excerpt from the minutes", "3.4 The cable is worn.", "3.6 The lamp fails."),
    "an English list that keeps its numbers": lines(
        "Open items (not renumbered)", "2. Replace the cable.", "5. Mend the lamp.", "6. Lay the steps."
    ),
    "results": lines("比分", "2.1 南岸胜", "1.3 北岸胜"),
    "items left out with dots": lines("待办", "1. 换缆绳。", "2. 修夜灯。", "……", "6. 铺台阶。", "7. 招渡工。"),
    "headings left out with a word": lines("一、渡运", "换四根。", "（二、三略）", "四、打算", "添趸船。"),
    "a list in columns": lines("渡工名单", "1. 老秦    2. 小苗", "3. 老葛\t4. 小梁", "5. 老丁　　6. 小许"),
    "a list in columns, read downwards": lines("渡工名单", "1. 老秦    3. 老葛", "2. 小苗    4. 小梁"),
    "a countdown": lines("Casting off", "4. Check the oars.", "3. Count the people.", "2. Cast off the bow.", "1. Cast off the stern."),
    "a text that goes on": lines("渡口常识（续）", "六、雾", "鸣笛慢行。", "七、夜航", "挂两盏灯。"),
    "a later part": lines("Ferry manual, part two", "4. Mooring", "Tie the bow.", "5. Fog", "Sound the horn."),
    "chapters of a book": lines("读《渡船维修》", "第三章 船底", "讲怎样补漏。", "第四章 舵", "讲怎样换舵叶。"),
    "clauses of a standard": lines("依据", "5.2 断丝不超过三根。", "5.7 磨损不超过一成。", "7.3 每月涂油。"),
    "a number and the ships it is about": lines("一、渡运正常。", "二、三、四号船检修。", "三、添趸船。"),
    "an article that speaks of itself": lines(
        "第一条　渡工持证。", "第二条　第二条所称渡工含水手。", "第三条　即日施行。"
    ),
    "letters": lines("1. Boats", "(a) the cable", "(b) the oars", "2. Landing", "(a) the steps", "(b) the bell"),
    "letters and Roman numbers": lines("(a) boats:", "(i) the cable", "(ii) the oars", "(b) landing:", "(i) steps"),
    "letters up to (j)": lines("List", *(f"({letter}) item" for letter in "abcdefghij")),
    "letters that are cited": lines("The board agreed.", "(a) and (b) were settled.", "(d) is open."),
    "a mark of rights": "(c) 2024 Ferry Board",
    "articles that are cited in English": lines(
        "What the convention says", "Article 5. Lamps are lit.", "Article 9. Bells are rung.", "Article 14. No dogs."
    ),
    "articles in order in English": lines(
        "## Article 1", "A licence is held.", "## Article 2", "Nobody overloads.", "## Article 3", "From today."
    ),
    "numbers that are spoken of": "不要只写“一是；二是；三是”。",
    "circled numbers of a figure": "见图中①；②；③三处。",
    "items of one word": "选项：（1）有；（2）无。",
    "a form for answers": "判断：1.；2.；3.；4.。",
    "items whose words stand below": lines("一是", "换缆绳四根。", "二是", "修夜灯六盏。"),
}  # fmt: skip


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_numbers_that_rightly_begin_again_or_are_kept(text: str) -> None:
    assert found(text) == []


DEFECTS = {
    "articles begin again, and count on": (
        rules(
            "第一章　总则", "第一条", "第二条", "第三条", "第二章　停航", "第一条", "第二条", "第三章　附则", "第六条"
        ),
        (7, "第一条"),
    ),
    "articles begin again in the last chapter": (
        rules(
            "第一章　总则", "第一条", "第二条", "第二章　停航", "第三条", "第四条", "第三章　附则", "第一条", "第二条"
        ),
        (9, "第一条"),
    ),
    "articles in figures": (
        rules(
            "第1章 总则", "第1条", "第2条", "第2章 停航", "第3条", "第4条", "第3章 附则", "第1条"
        ),
        (9, "第1条"),
    ),
    "articles go back without chapters": (
        rules("第一条", "第二条", "第三条", "第四条", "第三条", "第四条", "第七条"),
        (6, "第三条"),
    ),
    "an article twice, and the count is right": (
        rules("第一条", "第二条", "第三条", "第三条", "第五条", "第六条"),
        (5, "第三条"),
    ),
    "一是 for 三是": ("查出：一是缆绳磨损；二是救生衣不够；一是夜灯不亮。", (1, "一是夜灯不亮")),
    "一是 for 三是, with commas": ("查出，一是缆绳磨损，二是救生衣不够，一是夜灯不亮。", (1, "一是夜灯不亮")),
    "一是 for 三是, in sentences": ("查出毛病。一是缆绳磨损。二是救生衣不够。一是夜灯不亮。", (1, "一是夜灯不亮")),
    "一是 for 三是, and 四是": (
        "查出：一是缆绳磨损；二是救生衣不够；一是夜灯不亮；四是没有登记。",
        (1, "一是夜灯不亮"),
    ),
    "一是 for 三是, in paragraphs": (
        lines("一是缆绳磨损，已经更换。", "二是救生衣不够，已经补足。", "一是夜灯不亮，已经报修。"),
        (3, "一是夜灯不亮"),
    ),
    "第一， for 第三，": ("查出：第一，缆绳磨损；第二，救生衣不够；第一，夜灯不亮。", (1, "第一，夜灯不亮")),
    "一要 for 三要": ("下一步：一要换缆绳，二要补救生衣，一要修夜灯。", (1, "一要修夜灯")),
    "（1） for （3）": ("查出：（1）缆绳磨损；（2）救生衣不够；（1）夜灯不亮。", (1, "（1）夜灯不亮")),
    "① for ③": ("查出：①缆绳磨损；②救生衣不够；①夜灯不亮。", (1, "①夜灯不亮")),
    "headings go on in the second chapter": (
        lines(
            "一、渡运", "（一）换缆绳。", "（二）补救生衣。", "二、码头", "（三）修夜灯。", "（四）铺台阶。",
            "三、打算", "（一）添趸船。",
        ),
        (5, "（三）修夜灯"),
    ),
    "headings go on in the last chapter": (
        lines(
            "一、渡运", "（一）换缆绳。", "（二）补救生衣。", "二、码头", "（一）修夜灯。", "（二）铺台阶。",
            "三、船员", "（三）招渡工。",
        ),
        (8, "（三）招渡工"),
    ),
    "sections go on in the second chapter": (
        lines(
            "第一章 渡运", "第一节 缆绳", "换四根。", "第二节 救生衣", "补十件。", "第二章 码头", "第三节 夜灯", "修六盏。",
            "第三章 打算", "第一节 趸船", "添一艘。",
        ),
        (7, "第三节 夜灯"),
    ),
    "a list that lost its first": (lines("待办", "2. 换缆绳。", "3. 补救生衣。", "4. 修夜灯。"), (2, "2. 换缆绳")),
    "a kept number twice": (
        lines("以下编号不变。", "3. 换缆绳。", "7. 修夜灯。", "7. 铺台阶。", "8. 招渡工。"),
        (4, "7. 铺台阶"),
    ),
    "decimals from 1.2": (lines("渡口站例会", "1.2 换缆绳。", "1.3 修夜灯。"), (2, "1.2 换缆绳")),
    "the number of a neighbour behind a number": (
        lines("一、渡运", "换缆绳。", "二、三、码头", "修夜灯。", "三、打算", "添趸船。"),
        (3, "二、三、码头"),
    ),
    "第二， twice": ("第一，换缆绳；第二，第二，修夜灯；第三，铺台阶。", (1, "第二，第二，修夜灯")),
    "a letter left out": (lines("Open points:", "(a) cable", "(b) lamp", "(d) steps"), (4, "(d)")),
    "a letter twice": (lines("Open points:", "(a) cable", "(b) lamp", "(b) steps", "(c) bell"), (4, "(b)")),
    "letters begin again": (
        lines("Open points:", "(a) cable", "(b) lamp", "(a) steps", "(d) bell"),
        (4, "(a)"),
    ),
    "nothing behind a letter": (lines("Open points:", "(a) cable", "(b)", "(c) steps"), (3, "(b)")),
    "an article left out in English": (
        lines(
            "Rules of the ferry", "Article 1. A licence is held.", "Article 2. Nobody overloads.",
            "Article 4. In fog the ferry stops.", "Article 5. From today.",
        ),
        (4, "Article 4"),
    ),
    "an article twice in English": (
        lines("## Article 1", "A licence.", "## Article 2", "No load.", "## Article 2", "Fog.", "## Article 3", "End."),
        (5, "Article 2"),
    ),
    "nothing behind 二是": ("办了三件：一是换缆绳；二是；三是修夜灯。", (1, "二是")),
    "nothing behind 二是, with commas": ("办了三件：一是换缆绳，二是，三是修夜灯。", (1, "二是")),
    "nothing behind 第二，": ("办了三件：第一，换缆绳；第二，；第三，修夜灯。", (1, "第二，")),
    "nothing behind the last": ("办了三件：一是换缆绳；二是修夜灯；三是。", (1, "三是")),
    "nothing behind （2）": ("办了三件：（1）换缆绳；（2）；（3）修夜灯。", (1, "（2）")),
    "nothing but a mark behind 2.": (lines("1. 换缆绳。", "2. ；", "3. 修夜灯。"), (2, "2.")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "place"), DEFECTS.values(), ids=DEFECTS)
def test_numbers_that_begin_again_or_go_on_by_a_slip(text: str, place: tuple[int, str]) -> None:
    assert found(text) == [place]


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ("kept_numbers: [号牌照旧]", lines("号牌照旧。", "1. 换缆绳。", "4. 修夜灯。")),
        (
            "extracts: [抄本]",
            lines("渡口站会议纪要抄本", "三、渡运", "换缆绳四根。", "五、码头", "修夜灯六盏。"),
        ),
        ("studies: [读后]", lines("守则读后", rules("第一条", "第二条", "第四条", "第五条"))),
        ("omissions: [从缺]", lines("一、渡运", "换四根。", "（第二部分从缺）", "三、打算", "添趸船。")),
    ],
)
def test_other_words_say_that_numbers_are_kept(change: str, text: str) -> None:
    assert found(text)
    assert found(text, ALL._replace(words=changed("numbering", change))) == []


# --- the rows of a table --------------------------------------------------------------------------

BERTHS = "甲 乙 丙 丁 戊 己"


def numbers_of_rows(
    head: str, numbers: str, names: str = BERTHS, above: str = "检修清单"
) -> list[tuple[str, str]]:
    """What is found in a table of a Markdown file with these numbers before these names, and its level."""
    table = [f"| {head} | 泊位 |", "|---|---|"]
    table += [f"| {number} | {name} |" for number, name in zip(numbers.split(), names.split(), strict=False)]
    document = readers.read("稿.md", lines(above, "", *table).encode())
    context = draft(above)._replace(document=document, parts=outline(document))
    return [(document.text[it.start : it.end], it.level or "") for it in build(ALL)(context)]


@pytest.mark.parametrize(
    ("head", "numbers", "names"),
    [
        ("序号", "1 2 3 4 5", BERTHS),
        ("序号", "1 2 3 1 2", BERTHS),
        ("序号", "1 4 7 9 12", BERTHS),
        ("序号", "1 2 2 3 4", "甲 乙 乙 丙 丁"),
        ("序号", "1 2 3 3 合计", BERTHS),
        ("序号", "3 4 6 7", BERTHS),
        ("序号", "1 1 2", BERTHS),
        ("序号", "5 4 3 2 1", BERTHS),
        ("序号", f"1 2 2 {'9' * 5000}", BERTHS),
        ("级别", "1 2 2 4", BERTHS),
    ],
)
def test_rows_that_follow_on_or_are_no_count(head: str, numbers: str, names: str) -> None:
    assert numbers_of_rows(head, numbers, names) == []


def test_rows_that_keep_their_numbers() -> None:
    assert numbers_of_rows("序号", "1 2 4 5", above="各项序号不变。") == []


@pytest.mark.parametrize(
    ("head", "numbers", "expected"),
    [
        ("序号", "1 2 3 3 4", ("3", "")),
        ("序号", "1 2 3 4 4", ("4", "")),
        ("No.", "1. 2. 2. 3.", ("2", "")),
        ("序号", "1 2 4 5", ("4", "info")),
    ],
)
def test_a_row_that_does_not_follow_on(head: str, numbers: str, expected: tuple[str, str]) -> None:
    assert numbers_of_rows(head, numbers) == [expected]
