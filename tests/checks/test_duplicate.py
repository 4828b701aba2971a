"""Copied paragraphs and sentences: what is one, and what only looks like one."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.checks.duplicate import Options, build, compare, gather, validate
from linter.model.finding import Match
from linter.text.similarity import (
    CandidateIndex,
    CopyCriterion,
    prose,
    recurring,
    similarity,
    size_of,
    wording,
    words,
)
from tests.support.drafts import draft

WELLS = (
    "今年以来，水务所对辖区内38眼机井逐一登记造册，更换老旧水泵12台，清淤渠道6公里，"
    "协调供电部门架设线路，解决了东片三个村浇地难的问题，受益农户达到420户。"
)
BOOKS = (
    "图书室坚持每周开放六天，新购农技、少儿、健康类图书900册，组织流动书箱进村入户，"
    "邀请退休教师担任阅读辅导员，带动留守儿童在假期里读好书、写日记、讲故事。"
)
ROADS = (
    "针对雨季塌方多发的路段，养护站提前备足砂石和警示标牌，安排专人昼夜巡查，"
    "发现险情立即封闭交通，上半年共排除隐患17处，没有发生一起车辆滞留事件。"
)
DEFAULT = Options()
STOCK = ("如下$", "指导思想$")


def pairs(text: str, options: Options = DEFAULT) -> list[tuple[int, int]]:
    """The (earlier, later) lines that are reported."""
    case = draft(text)
    line = case.document.locate
    matches = build(options)(case)
    return sorted((line(one.start)[0], line(match.start)[0]) for match in matches for one in match.related)


SILENT = {
    "the same people at two meetings": [
        "出席：一组代表、二组代表、三组代表、四组代表、五组代表、物业服务中心经理、社区居委会联络员。",
        WELLS,
        "出席：一组代表、二组代表、三组代表、四组代表、五组代表、物业服务中心经理、社区居委会联络员。",
    ],
    "the same units at two drills": [
        "参加单位：水务所、供电所、养护站、图书室、卫生院、派出所、中心小学、敬老院、渡口管理站、文化站、林场。",
        ROADS,
        "参加单位：水务所、供电所、养护站、图书室、卫生院、派出所、中心小学、敬老院、渡口管理站、文化站、林场。",
    ],
    "where to go and whom to call": [
        "报名地点：水务所二楼办公室，联系人：王工，电话：0000-8001234，时间：工作日上午9时至下午5时。",
        "送样地点：水务所二楼办公室，联系人：王工，电话：0000-8001234，时间：工作日上午9时至下午5时。",
    ],
    "an item of the agenda that heads what was said": [
        "会议议程",
        "一、听取水务所关于防汛准备工作情况的汇报，研究部署下一步防汛重点工作。",
        "二、审议年度预算，听取财务人员的说明。",
        "会议纪要",
        "一、听取水务所关于防汛准备工作情况的汇报，研究部署下一步防汛重点工作。",
        "会议指出，要立足防大汛、抢大险。",
    ],
    "one answer to two questions": [
        "问：办理过户要什么材料？答：请携带身份证、户口簿、水费单原件和复印件，到水务所窗口办理。",
        "问：办理销户要什么材料？答：请携带身份证、户口簿、水费单原件和复印件，到水务所窗口办理。",
    ],
    "different paragraphs": [WELLS, BOOKS, ROADS],
    "equal headings": [
        "一、加强组织领导，落实工作责任，统筹推进各项重点任务落地见效",
        WELLS,
        "一、加强组织领导，落实工作责任，统筹推进各项重点任务落地见效",
        BOOKS,
    ],
    "short set phrases": ["特此报告。", WELLS, "特此报告。", "以上报告，请予审阅。", "以上报告，请予审阅。"],
    "signature and addressee": [
        "镇人民政府：",
        WELLS,
        "水务所",
        "2024年7月3日",
        "镇人民政府：",
        BOOKS,
        "水务所",
        "2024年7月3日",
    ],
    "table rows": ["东片\t机井登记造册更换老旧水泵清淤渠道架设线路解决浇地难\t12"] * 2,
    "one frame, other content": [
        "（一）东片突出“稳”字。以机井管护为重点，逐村落实管水员，做到渠系有人管、设备有人修。",
        "（二）西片突出“快”字。以道路抢修为重点，逐段落实养护工，做到塌方有人清、险情有人报。",
    ],
}


STEPS = "当班人员先看压力表读数，再听泵体声响，最后摸轴承温度，三项都正常的，在交接本上签字。"
PURPOSE = (
    "为动员群众参与机井管护，鼓励举报破坏机井的行为，根据省里关于农田水利和取水许可的规定，"
    "依据水务所奖励举报人的做法，结合本镇各村机井数量多、分布散、看护难的实际，"
)
CASE = (
    "机井于{0}后开打，或者{0}之前已经开打且之后仍然施工的，由受理的水务所按{1}的规定登记造册，"
    "不再按修改前的登记办法作出限期补登的通知，也不再另行收取看护押金，已经收取的在秋灌之前如数退还给交款的农户。"
)
FINE = (
    "擅自打井的，由有权审批该图纸的水务所责令停止施工，可以处五百元以上二千元以下的罚款，"
    "对渡口的值班站长和当班船员，由水利站给予批评教育。"
)
PARALLEL = {
    "a frame with new figures": [
        "春灌满意率61.5%，较秋灌高出8.41个百分点；冬修满意率40.2%，较前一冬低了3.17个百分点，仍居全县末位。",
        "春灌满意率48.7%，较秋灌高出2.06个百分点；冬修满意率25.9%，较前一冬低了7.33个百分点，仍居全县末位。",
    ],
    "chains of steps": [
        "机井报修：拨打热线→登记位置和故障，留下电话→水务所派工→现场维修→农户签字→回访归档。",
        "渠道报修：拨打热线→登记位置和故障，留下电话→水务所派工→现场维修→农户签字→回访归档。",
    ],
    "rows of links": ["首页 | 站务公开 | 机井管护 | 渠道清淤 | 用水申报 | 水价公示 | 便民电话，24小时"] * 2,
    "links that differ in their target": [
        "东片机井巡查记录，按月：[east-wells-monthly-record](https://data.example.org/wells/2024/east/monthly.csv)",
        "东片机井巡查记录，按日：[east-wells-daily-record](https://data.example.org/wells/2024/east/daily.csv)",
    ],
    "images": [
        "![](https://img.example.org/2024/wells/0001.jpg)",
        "![](https://img.example.org/2024/wells/0002.jpg)",
    ],
    "addressees": ["各乡镇人民政府、各水管站、各灌区管理所、各农民用水户协会、县直各涉水单位："] * 2,
    "names in two lists": ["出席：严望舒、季青岚、鲁远山、骆知秋、苗向晚、尹松年、章白露、方同舟、葛小满"]
    * 2,
    "an item of the agenda that becomes a heading": [
        "议题二：讨论东片机井管护承包办法和渠道清淤用工标准（草案）",
        WELLS,
        "议题二：讨论东片机井管护承包办法和渠道清淤用工标准（草案）",
    ],
    "paragraphs of two articles": [
        "第三条　申请打机井的，应当填写申请表。",
        "水务所应当自收到申请表之日起十日内到地块勘查水位，作出同意或者不同意的答复，不同意的应当书面说明理由。",
        "第七条　申请修水窖的，应当填写申请表。",
        "水务所应当自收到申请表之日起二十日内到院落勘查水位，作出同意或者不同意的答复，不同意的应当书面说明理由。",
    ],
    "the same second paragraph of two articles": [
        "第十条　违反规定取水的，责令改正，可以处一百元以下罚款。",
        "用水户协会有前款行为的，责令改正，处五百元以下罚款，对协会的会长和经办的管水员给予警告，记入用水档案。",
        "第十一条　违反规定拦水的，责令改正，可以处二百元以下罚款。",
        "用水户协会有前款行为的，责令改正，处五百元以下罚款，对协会的会长和经办的管水员给予警告，记入用水档案。",
    ],
    "parallel articles": [
        "第三条　申请打机井的，应当填写申请表，附地块位置和灌溉面积，水务所应当自收到之日起十日内答复，不同意的说明理由。",
        "第四条　申请改渠道的，应当填写申请表，附地块位置和受益户数，水务所应当自收到之日起五日内答复，不同意的说明理由。",
    ],
    "parallel articles, their numbers set in bold": [
        "**第三条** 申请打机井的，应当填写申请表，附地块位置和灌溉面积，水务所应当自收到之日起十日内答复，不同意的说明理由。",
        "**第四条** 申请改渠道的，应当填写申请表，附地块位置和受益户数，水务所应当自收到之日起五日内答复，不同意的说明理由。",
    ],
    "the same step for two cases": [
        "一、深井泵",
        "1.开泵前四十分钟打开出水阀。",
        "2." + STEPS,
        "二、潜水泵",
        "1.开泵前三十分钟打开进水阀。",
        "2." + STEPS,
    ],
    "steps that differ in a word": [
        "一、深井泵",
        "2." + STEPS.replace("轴承温度", "电缆接头"),
        "二、潜水泵",
        "1." + STEPS,
    ],
    "an overview, and what it lists": [
        "- 关阀巡检：" + STEPS,
        "二、关阀巡检",
        STEPS,
    ],
    "the notice that issues a regulation, and its first article": [
        PURPOSE + "制定《机井管护奖励细则》，现印发给你们，请认真遵照执行。",
        "机井管护奖励细则",
        "第一条　" + PURPOSE.replace("机井的行为", "水井和渠道的行为") + "制定本细则。",
    ],
    "long items that tell two cases, one below the other": [
        "1." + CASE.format("2019年5月1日", "新管护办法第六条"),
        "2." + CASE.format("2021年7月9日", "新取水条例第三条"),
    ],
    "the same, indented in Markdown": [
        "&emsp;&emsp;1." + CASE.format("2019年5月1日", "新管护办法第六条"),
        "&emsp;&emsp;2." + CASE.format("2021年7月9日", "新取水条例第三条"),
    ],
    "provisions quoted one after the other": [
        "办法第七条分别规定：“水井图纸未经批准，用水户" + FINE,
        "“水井图纸未经原审批部门同意，用水户" + FINE + "”",
    ],
    "bullets in two lists": ["- " + STEPS, WELLS, "- " + STEPS],
    "a point that a longer paragraph makes among others": [
        WELLS + STEPS + BOOKS,
        "日常巡查要求：" + STEPS,
    ],
    "lines that differ in a code": [
        "水泵点检表编号：SB-2024-001，请打印后张贴在泵房左侧醒目位置，并按班填写读数。",
        "水泵点检表编号：SB-2024-002，请打印后张贴在泵房左侧醒目位置，并按班填写读数。",
    ],
    "lines that differ in the name of a file": [
        "请各站下载 wells-east-2024.xlsx 填报东片机井的泵号、井深和完好情况，月底前传回水务所邮箱。",
        "请各站下载 wells-west-2024.xlsx 填报西片机井的泵号、井深和完好情况，月底前传回水务所邮箱。",
    ],
    "opening hours": ["办理时间：周一至周五上午8:30至11:30，下午14:00至17:00，周六上午照常办理"] * 2,
    "a refrain under several headings": [
        "一、东片",
        "请携带身份证原件和用水户卡，代办的还要带上代办人的身份证和委托书，一次办完。",
        "二、西片",
        "请携带身份证原件和用水户卡，代办的还要带上代办人的身份证和委托书，一次办完。",
        "三、南片",
        "请携带身份证原件和用水户卡，代办的还要带上代办人的身份证和委托书，一次办完。",
    ],
    "titles of papers": [
        "《关于进一步加强东片机井管护和渠道清淤工作的实施意见（试行）》，现予印发。",
        "根据《关于进一步加强东片机井管护和渠道清淤工作的实施意见（试行）》，成立专班。",
    ],
    "a short sentence in English": [
        "We want every pump to be stopped within five minutes.",
        "We want every pump to be stopped within five minutes.",
    ],
    "English with the same terms": [
        "Each pump house keeps a printed copy of the duty roster, and the water office keeps the master copy of"
        " the duty roster. When the summer roster takes effect, the office sends it to every pump house.",
        "The water office publishes the duty roster every week. If the printed copy at a pump house is older than"
        " the master copy, the keeper prints it again, and tells the water office that the copy was old.",
    ],
}


@pytest.mark.parametrize("lines", [*SILENT.values(), *PARALLEL.values()], ids=[*SILENT, *PARALLEL])
def test_what_is_said_twice_for_a_reason_is_no_copy(lines: list[str]) -> None:
    assert pairs("\n".join(lines)) == []


COPIES = {
    "word for word": WELLS,
    "indented": "　　" + WELLS,
    "numbered": "（二）" + WELLS,
    "other figures": WELLS.replace("38", "51").replace("12", "7").replace("420", "1036"),
    "clauses moved": "，".join(reversed(WELLS.rstrip("。").split("，"))) + "。",
    "some words changed": WELLS.replace("辖区", "全镇").replace("逐一", "全部").replace("达到", "共有"),
    "half-width marks": WELLS.replace("，", ",").replace("。", "."),
    "built into a longer paragraph": "按照年初部署，水利工作有序推进。" + WELLS + "群众送来锦旗两面。",
}


SAME_ARTICLE = "村民用水后应当关闭闸门，清理渠口杂物，把水管盘好放回井房，不得在渠道里洗涤农药器具。"
REPEATED = {
    "a list behind a label that tells what was done": [
        "主要做法：逐户登记，更换水泵，清淤渠道，协调架线，解决了东片三个村浇地难的问题，受益四百二十户。",
        BOOKS,
        "主要做法：逐户登记，更换水泵，清淤渠道，协调架线，解决了东片三个村浇地难的问题，受益四百二十户。",
    ],
    "short, under two headings": [SAME_ARTICLE, "二、西片", SAME_ARTICLE],
    "an article given twice": ["第三条　" + SAME_ARTICLE, "第四条　" + BOOKS, "第九条　" + SAME_ARTICLE],
    "items with the same number": ["（一）" + SAME_ARTICLE, BOOKS, "（一）" + SAME_ARTICLE],
    "items with a slip of the keyboard": ["（一）" + WELLS, BOOKS, "（三）" + WELLS.replace("辖区", "辖取")],
    "long items with the same number": ["（一）" + WELLS + STEPS, BOOKS, "（一）" + WELLS + STEPS],
    "long items with some words changed": [
        "（一）" + WELLS + BOOKS,
        ROADS,
        "（二）" + (WELLS + BOOKS).replace("逐一", "全部").replace("假期", "暑假"),
    ],
    "long items that tell two cases, apart": [
        "1." + CASE.format("2019年5月1日", "新管护办法第六条"),
        ROADS,
        "3." + CASE.format("2021年7月9日", "新取水条例第三条"),
    ],
    "an article that is not the first, and the notice": [
        PURPOSE + "制定《机井管护奖励细则》，现印发给你们，请认真遵照执行。",
        "机井管护奖励细则",
        "第二条　" + PURPOSE.replace("机井的行为", "水井和渠道的行为") + "制定本细则。",
    ],
    "provisions quoted in two places": [
        "办法第七条分别规定：“水井图纸未经批准，用水户" + FINE,
        ROADS,
        "“水井图纸未经原审批部门同意，用水户" + FINE + "”",
    ],
    "an opening of two reports in a file": [
        "半年来，水务所把机井管护列入工作要点，与防汛抗旱同部署、同落实、同考核，现将有关情况汇报如下：",
        ROADS,
        "一年来，水务所把机井管护列入工作要点，与防汛抗旱同部署、同落实、同考核，现将有关情况汇报如下：",
    ],
    "short, in English": [
        "The new roster dropped a shift which the pump house relied on, and nobody of the crew saw it before the summer.",
        ROADS,
        "The new roster dropped a shift which the pump house relied on, and nobody of the crew saw it before the summer.",
    ],
    "English": [
        "The keeper starts the pump at six in the morning, reads the gauge every hour, writes the figure into"
        " the log, and stops the pump when the tank is full or the water runs brown.",
        ROADS,
        "The keeper starts the pump at six in the evening, reads the gauge every hour, writes the figure into"
        " the log, and stops the pump when the tank is full or the water runs brown.",
    ],
}


@pytest.mark.parametrize("lines", REPEATED.values(), ids=REPEATED)
def test_repeated_content_of_a_list_or_a_collection_is_found(lines: list[str]) -> None:
    assert pairs("\n".join(lines)) == [(1, 3)]


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_a_paragraph_that_was_copied_is_found(copy: str) -> None:
    assert pairs("\n".join([WELLS, BOOKS, copy])) == [(1, 3)]
    assert pairs("\n".join([copy, BOOKS, WELLS])) == [(1, 3)]


def test_copies_between_parts_of_a_collection() -> None:
    first = ["水务所2024年工作总结", "一、主要工作", WELLS, "水务所", "2024年12月20日"]
    second = ["文化站2024年工作总结", "一、主要工作", WELLS, BOOKS, "文化站", "2024年12月22日"]
    assert pairs("\n".join(first + second)) == [(3, 8)]


def test_three_copies_give_every_pair_once() -> None:
    assert pairs("\n".join([WELLS, BOOKS, WELLS, WELLS])) == [(1, 3), (1, 4), (3, 4)]


def test_a_finding_names_the_most_similar_place() -> None:
    changed = WELLS.replace("供电部门", "电力公司").replace("更换", "淘汰")
    (match, last) = build(Options())(draft("\n".join([changed, WELLS, WELLS])))
    assert match.values["line"] == 1
    assert match.values["percent"] < 100
    assert (last.values["line"], last.values["percent"]) == (2, 100)
    assert [one.message.zh for one in last.related][1] == "此处文字相同"


def test_options_narrow_what_counts_as_a_copy() -> None:
    half = WELLS[:42] + BOOKS[:40]
    assert pairs("\n".join([WELLS, half])) == []
    assert pairs("\n".join([WELLS, half]), Options(threshold=0.4)) == [(1, 2)]
    longer = BOOKS + WELLS + ROADS
    assert pairs("\n".join([WELLS, longer])) == [(1, 2)]
    moved = "".join(reversed([WELLS[at : at + 12] for at in range(0, len(WELLS), 12)]))
    assert pairs("\n".join([WELLS, moved])) == [(1, 2)]
    assert pairs("\n".join([WELLS, moved]), Options(run=14)) == []
    assert pairs("\n".join([WELLS, WELLS]), Options(min_chars=200)) == []


def test_set_phrases_do_not_count() -> None:
    opening = "根据区里关于报送半年材料的通知精神和有关指导思想，现将本单位上半年工作开展情况汇报如下。"
    assert pairs("\n".join([opening, WELLS, opening])) == [(1, 3)]
    assert pairs("\n".join([opening, WELLS, opening]), Options(ignore=STOCK)) == []
    assert pairs("\n".join([WELLS, opening, WELLS]), Options(ignore=STOCK)) == [(1, 3)]


LINES = Options(unit="line", min_chars=6)


@pytest.mark.parametrize(
    "text",
    [
        f"水务所2024年工作总结\n水务所\n水务所2024年工作总结\n{WELLS}",
        f"表彰名单\n一、先进集体\n东片机井管理站\n东片机井管理站\n{WELLS}",
        f"水务所工作总结\n经办人签字：\n经办人签字：\n{WELLS}",
        f"水务所工作总结\n- 东片机井\n- 东片机井\n{WELLS}",
        f"水务所工作总结\n- 检修东片机井并更换三处水泵。\n{WELLS}\n- 检修东片机井并更换三处水泵。",
        "- Mend the quay.\n- Mend the quay.",
    ],
)
def test_lines_that_a_list_or_a_cover_repeats_are_left_alone(text: str) -> None:
    assert pairs(text, LINES) == []


def test_a_title_pasted_twice_is_found() -> None:
    assert pairs(f"水务所2024年工作总结\n　水务所2024年工作总结\n{WELLS}", LINES) == [(1, 2)]


@pytest.mark.parametrize(
    "item",
    [
        "- 检修东片机井并更换三处水泵。",
        "* Renew each certificate a month before it expires.",
        "• 检修东片机井并更换三处水泵",
    ],
)
def test_an_item_pasted_twice_is_found(item: str) -> None:
    assert pairs(f"水务所工作总结\n{item}\n  {item}\n{WELLS}", LINES) == [(2, 3)]


LONG = (
    "每名干部联系十户居民并逐户填写民情记录本，"
    "能当场办结的事项当场办结绝不拖延，一时办不了的列入清单限期答复。"
)
SENTENCES = Options(unit="sentence", min_chars=40)


def test_a_sentence_in_two_paragraphs_is_found() -> None:
    text = "\n".join([BOOKS + LONG + WELLS, "居民反映，办事比过去顺畅多了。" + LONG + ROADS])
    assert pairs(text) == []
    (match,) = build(SENTENCES)(draft(text))
    assert text[match.start : match.end] == LONG
    assert [text[one.start : one.end] for one in match.related] == [LONG]


def test_a_sentence_in_many_paragraphs_names_some_of_them() -> None:
    """Each paragraph names a bounded number of others: all would grow with the square."""
    own = (
        "".join(map(chr, range(0x4E00 + 200 * number, 0x4E00 + 200 * number + 150))) for number in range(60)
    )
    text = "\n".join(f"{words}。{LONG}" for words in own)
    found = list(build(SENTENCES)(draft(text)))
    assert len(found) == 59
    assert max(len(match.related) for match in found) == 16


def test_a_bullet_that_a_paragraph_holds_is_found() -> None:
    text = "\n".join(["一、做法", "- " + LONG, "- " + WELLS, "二、体会", "走访要勤。" + LONG + ROADS])
    assert len(pairs(text, SENTENCES)) == 1
    assert pairs(text.replace("- ", "- 上门走访："), SENTENCES) == []


IN_PARAGRAPH = Options(unit="sentence", scope="paragraph", min_chars=16)
SLIP = "依托流动书箱把图书送到田间地头，全年借阅九千册次。"


@pytest.mark.parametrize(
    "text",
    [
        BOOKS + SLIP + SLIP,
        SLIP + BOOKS + SLIP,
        BOOKS + SLIP + ROADS + SLIP,
        BOOKS + SLIP[:-1] + "！" + SLIP,
        f"今年抓了三件事：一是{SLIP[:-1]}；二是修了水渠；三是{SLIP}",
        f"第一，{SLIP[:-1]}；第二，修了水渠；第三，{SLIP}",
        f"{SLIP}其二，{SLIP}",
        f"今年抓了三件事：1.{SLIP[:-1]}；2.修了水渠；3.{SLIP}",
    ],
    ids=[
        "side by side",
        "first and last",
        "apart",
        "with another mark",
        "counted",
        "第一",
        "counted once",
        "in digits",
    ],
)
def test_a_sentence_twice_in_one_paragraph_is_found(text: str) -> None:
    (match,) = build(IN_PARAGRAPH)(draft(text))
    assert text[match.start : match.end] == SLIP
    assert pairs(text, SENTENCES) == []


@pytest.mark.parametrize(
    "text",
    [
        BOOKS + SLIP + "\n" + ROADS + SLIP,
        "头一轮清挖东渠淤泥三里，浇上水的田有四百亩。次一轮清挖西渠淤泥五里，浇上水的田有七百亩。" + BOOKS,
        "抓紧抓实。水渠有人管。抓紧抓实。机井有人修。" + ROADS,
        BOOKS + SLIP + SLIP.replace("九千", "八千"),
        f"一是{SLIP[:-1]}；二是{SLIP.replace('田间', '船头')}",
        "东片：一是水渠有人管到底；二是机井有人修。西片：一是水渠有人管到底；二是桥涵有人查。",
    ],
    ids=[
        "in two paragraphs",
        "parallel sentences",
        "a short refrain",
        "another figure",
        "counted",
        "short items",
    ],
)
def test_sentences_of_one_paragraph_that_differ_are_left_alone(text: str) -> None:
    assert pairs(text, IN_PARAGRAPH) == []


def test_only_sentences_are_compared_within_a_paragraph() -> None:
    assert [key for key, _ in validate(Options(scope="paragraph"))] == ["scope"]
    assert list(validate(IN_PARAGRAPH)) == []


@pytest.mark.parametrize(
    "lines",
    [
        [BOOKS + LONG, BOOKS + LONG],
        [BOOKS + "已经办结。", ROADS + "已经办结。"],
        [BOOKS + LONG, ROADS + LONG.replace("干部", "党员").replace("居民", "住户")],
    ],
    ids=["inside a copied paragraph", "short", "not letter for letter"],
)
def test_what_two_paragraphs_say_for_a_reason_is_left_alone(lines: list[str]) -> None:
    assert pairs("\n".join(lines), SENTENCES) == []


RUN = Options(scope="run")

Shared = list[tuple[str, int, list[tuple[str | None, int]]]]


def across(*texts: str, options: Options = RUN) -> Shared:
    """What is reported of files a, b, c …: (file, line, [(other file, its line), …])."""
    return [
        (path, line, [(one.path, one.place.line) for one in match.related if one.place])
        for path, line, match in _matches(texts, options)
    ]


def _matches(
    texts: Sequence[str], options: Options = RUN, names: Sequence[str] = ()
) -> list[tuple[str, int, Match]]:
    names = names or [chr(ord("a") + number) for number in range(len(texts))]
    drafts = {name: draft(text, name) for name, text in zip(names, texts, strict=True)}
    files = [(name, gather(options)(case)) for name, case in drafts.items()]
    found = compare(options)(files)
    return [(path, drafts[path].document.locate(match.start)[0], match) for path, match in found]


def test_across_files_each_file_has_a_finding() -> None:
    assert across(WELLS + "\n" + BOOKS, ROADS) == []
    found = across(WELLS + "\n" + BOOKS, ROADS + "\n" + BOOKS)
    assert found == [("a", 2, [("b", 2)]), ("b", 2, [("a", 2)])]
    changed = BOOKS.replace("900", "120").replace("退休", "在职")
    assert across(ROADS + "\n\n" + BOOKS, changed) == [("a", 3, [("b", 1)]), ("b", 1, [("a", 3)])]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["总结.docx", "总结.pdf"], []),
        (["一组/总结.doc", "一组/总结.docx"], []),
        (["一组/总结.docx", "二组/总结.docx"], ["一组/总结.docx", "二组/总结.docx"]),
        (["一组/总结.docx", "二组/总结.pdf"], ["一组/总结.docx", "二组/总结.pdf"]),
        (["总结.docx", "总结 - 副本.docx"], ["总结.docx", "总结 - 副本.docx"]),
        (["总结2026.05", "总结2026.06"], ["总结2026.05", "总结2026.06"]),
        (["总结.docx", "总结.pdf", "东村.docx"], ["总结.docx", "东村.docx"]),
        (["东村.docx", "东村.pdf", "总结.docx", "总结.pdf"], ["东村.docx", "总结.docx"]),
    ],
)
def test_two_formats_of_one_report_are_not_compared(names: list[str], expected: list[str]) -> None:
    found = _matches([f"{WELLS}\n{BOOKS}"] * len(names), names=names)
    assert list(dict.fromkeys(path for path, _, _ in found)) == expected


def test_three_files_that_share_a_paragraph_are_one_cluster() -> None:
    near = BOOKS.replace("退休教师", "返乡青年")
    found = across(ROADS + "\n" + near, BOOKS, WELLS, BOOKS)
    assert found == [
        ("a", 2, [("b", 1), ("d", 1)]),
        ("b", 1, [("d", 1), ("a", 2)]),  # the one that shares most is named first
        ("d", 1, [("b", 1), ("a", 2)]),
    ]


def test_a_cluster_says_how_many_files_and_how_much() -> None:
    near = BOOKS.replace("退休教师", "返乡青年")
    matches = [match for _, _, match in _matches([near, BOOKS, BOOKS])]
    assert [match.values["files"] for match in matches] == [2, 2, 2]
    assert [match.values["percent"] for match in matches] == [94, 100, 100]
    assert [one.message.zh for one in matches[1].related] == ["此处文字相同", "此处有94%的文字相同"]


OLD = f"水务所2023年工作总结\n一、主要工作\n{BOOKS}\n水务所\n2023年12月20日"
NEW = f"水务所2024年工作总结\n一、主要工作\n{BOOKS}\n水务所\n2024年12月18日"
UNDATED = f"水务所工作总结\n一、主要工作\n{BOOKS}"
DATES = {
    "by signature": (
        OLD,
        NEW,
        "此处文字相同，该文件日期较晚（2024-12-18）",
        "此处文字相同，该文件日期较早（2023-12-20）",
    ),
    "by title": (
        UNDATED.replace("工作", "2023年上半年工作", 1),
        UNDATED.replace("工作", "2023年下半年工作", 1),
        "此处文字相同，该文件日期较晚（2023-12）",
        "此处文字相同，该文件日期较早（2023-06）",
    ),
    "a day that does not exist": (
        OLD.replace("12月20日", "11月31日"),
        NEW.replace("12月18日", "2月30日"),
        "此处文字相同，该文件日期较晚（2024-02）",
        "此处文字相同，该文件日期较早（2023-11）",
    ),
    "the same": (NEW, NEW, "此处文字相同", "此处文字相同"),
    "none": (UNDATED, NEW, "此处文字相同", "此处文字相同"),
}


@pytest.mark.parametrize(("one", "other", "in_one", "in_other"), DATES.values(), ids=DATES)
def test_which_is_earlier_is_said_where_the_dates_tell(
    one: str, other: str, in_one: str, in_other: str
) -> None:
    messages = [match.related[0].message.zh for _, _, match in _matches([one, other])]
    assert messages == [in_one, in_other]


def test_an_opening_above_the_first_heading_is_not_compared_across_files() -> None:
    report = "水务所工作总结\n{}\n一、主要工作\n{}"
    assert across(report.format(BOOKS, WELLS), report.format(BOOKS, ROADS)) == []


@pytest.mark.parametrize("article", ["第{}条　", "**第{}条** ", "　　第{}条 "])
def test_articles_of_regulations_are_not_compared_across_files(article: str) -> None:
    rules = "水务所用水管理办法\n" + article + BOOKS + "\n" + WELLS + "\n（一）" + ROADS
    assert across(rules.format("三"), rules.format("八")) == []


def test_a_short_statement_in_english_is_not_compared_across_files() -> None:
    said = (
        "As our policy asks, no notice has been sent to the keepers of other pump houses before this report"
        " was published on the board of the office."
    )
    assert pairs("\n".join([said, ROADS, said])) == [(1, 3)]
    assert across(ROADS + "\n" + said, WELLS + "\n" + said) == []


def test_what_stands_behind_the_articles_is_compared_across_files() -> None:
    rules = f"水务所用水管理办法\n第三条　{BOOKS}\n二、落实情况\n{WELLS}"
    assert across(rules, f"水务所工作总结\n一、主要工作\n{WELLS}") == [
        ("a", 4, [("b", 3)]),
        ("b", 3, [("a", 4)]),
    ]


def test_a_file_is_not_compared_with_itself() -> None:
    assert across(WELLS + "\n" + WELLS, ROADS) == []
    assert list(build(RUN)(draft(WELLS + "\n" + WELLS))) == []
    assert gather(Options()) is None


def test_among_many_copies_a_finding_names_some() -> None:
    """All would grow with the square of the files."""
    found = across(BOOKS, *[WELLS] * 20)
    assert len(found) == 20
    assert max(len(others) for _, _, others in found) == 16


def test_a_passage_that_a_file_has_again_and_again_is_named_once_for_each_file() -> None:
    again = "\n".join([WELLS] * 20)
    assert across(again, ROADS + "\n" + again) == [
        *(("a", line, [("b", 2)]) for line in range(1, 21)),
        *(("b", line, [("a", 1)]) for line in range(2, 22)),
    ]


def test_a_run_without_files_has_no_copies() -> None:
    assert across() == []
    assert across("", "特此报告。") == []


# --- the measure ----------------------------------------------------------------------------------

passages = st.lists(st.text("水务所对辖区内机井逐登记造册ab1，", min_size=3, max_size=12), max_size=6).map(
    "，".join
)
criteria = st.sampled_from([CopyCriterion(), CopyCriterion(0.6), CopyCriterion(0.5, run=2)])


@given(passages, passages, criteria)
def test_similarity_is_symmetric_and_a_share(one: str, other: str, criterion: CopyCriterion) -> None:
    score = similarity(words(one), words(other), criterion)
    assert score == similarity(words(other), words(one), criterion)
    assert score == 0 or criterion.threshold <= score <= 1


@given(
    st.lists(st.text("水务所对辖区内机井", min_size=5, max_size=9), min_size=1, max_size=6),
    st.randoms(use_true_random=False),
)
def test_order_of_clauses_does_not_count(clauses: list[str], chance: random.Random) -> None:
    moved = clauses[:]
    chance.shuffle(moved)
    assert similarity(words("，".join(clauses)), words("，".join(moved)), CopyCriterion()) == 1


def test_a_verbatim_copy_is_always_a_candidate() -> None:
    index = CandidateIndex()
    for clauses in (["机井登记"], ["渠道清淤", "道路抢修"]):
        index.add(clauses, size_of(clauses))
    assert index.likely(["渠道清淤", "道路抢修"], 8) == [1]


def test_a_clause_of_several_passages_always_counts_as_recurring() -> None:
    chance = random.Random(1)
    pool = ["".join(chance.choices("水务所对辖区内机井", k=6)) for _ in range(3000)]
    passages = [chance.choices(pool, k=5) for _ in range(1000)]
    counts = Counter(clause for passage in passages for clause in set(passage))
    recurs = recurring(passages, len(passages))
    assert {clause for clause, count in counts.items() if count > 1} <= set(recurs(list(counts)))
    assert len(recurs(list(counts))) < len(counts)


@pytest.mark.parametrize("text", ["共完成12.5公里", "共完成12.5公里ABC，the end", "，。", "３号井"])
def test_the_wording_of_a_passage_is_its_words_joined(text: str) -> None:
    assert wording(text) == "".join(words(text))


def test_words_are_characters_digits_and_latin_words() -> None:
    assert words("共完成12.5公里ABC，the end") == [*"共完成125公里", "ABC", "the", "end"]


@pytest.mark.parametrize(
    "text",
    [
        "见[台账](https://example.org/a.csv)。",
        "见台账，https://example.org/a.csv",
        "见<b>台账</b>。",
        "见`wells --all`台账。",
        "见《东片机井管护办法》台账。",
        "见台账，发至 wells@example.org",
    ],
)
def test_addresses_and_titles_are_no_wording(text: str) -> None:
    assert set("".join(words(prose(text)))) <= set("见台账发至")


VILLAGE = [
    "村口的旧磨坊改成了阅览室，添书三百册。",
    "雇请技工修好水闸两座，浇地不再排队。",
    "给七十岁以上老人量血压，按月记在本上。",
    "两户起火人家搬进新房，邻里凑钱添置家具。",
    "村里办起豆腐坊，吸收十一名妇女上工。",
    "不足之处是账目公开迟了两次，群众有意见。",
    "明年打算把东坝加高，再给巷道装上路灯。",
]
SHORT = Options(scope="run", min_chars=40, min_joined=80)


def _spans(*texts: str, options: Options = SHORT) -> list[tuple[str, int, int]]:
    """The file and the first and last line of each match."""
    return [
        (path, line, line + texts[ord(path) - ord("a")][match.start : match.end].count("\n"))
        for path, line, match in _matches(texts, options)
    ]


COPIED_RUNS = {
    "line by line": (VILLAGE, [line.replace("两", "三") for line in VILLAGE], (1, 7), (1, 7)),
    "a line is new": (
        VILLAGE,
        [*VILLAGE[:3], "种了六十亩药材，户均增收八百元。", *VILLAGE[3:]],
        (1, 7),
        (1, 8),
    ),
    "a line is gone": (VILLAGE, [*VILLAGE[:4], *VILLAGE[5:]], (1, 7), (1, 6)),
    "between other paragraphs": ([WELLS, *VILLAGE], [BOOKS, *VILLAGE, ROADS], (2, 8), (2, 8)),
    "under headings": (
        ["一、修路", *VILLAGE[:2], "二、敬老", *VILLAGE[2:]],
        ["一、修路", *VILLAGE[:2], "二、敬老", *VILLAGE[2:]],
        (2, 9),
        (2, 9),
    ),
    "as a list": ([f"- {line}" for line in VILLAGE], [f"- {line}" for line in VILLAGE], (1, 7), (1, 7)),
}


@pytest.mark.parametrize(("one", "other", "in_one", "in_other"), COPIED_RUNS.values(), ids=COPIED_RUNS)
def test_short_paragraphs_in_the_same_order_are_a_copy_across_files(
    one: list[str], other: list[str], in_one: tuple[int, int], in_other: tuple[int, int]
) -> None:
    texts = "\n".join(one), "\n".join(other)
    assert _spans(*texts) == [("a", *in_one), ("b", *in_other)]
    assert _spans(*texts, options=SHORT._replace(min_joined=0)) == []


AGENDA = [
    "1. 主持人介绍到会的领导和嘉宾名单。",
    "2. 全体起立并且奏唱中华人民共和国国歌。",
    "3. 村主任代表村委会作上半年工作报告。",
    "4. 各组组长逐一发言说明夏种准备情况。",
    "5. 表彰抗旱保收先进小组和先进个人。",
    "6. 获奖代表上台领奖并合影留念。",
    "7. 县农业农村局驻村干部现场讲话。",
]
NO_RUNS = {
    "the same agenda": (["会议通知，议程如下：", *AGENDA], ["会议纪要，议程如下：", *AGENDA]),
    "the same contacts": tuple(
        [
            title,
            *(f"{name}组张工，办公室在二楼，电话0000-812000{at}。" for at, name in enumerate("综接材车医安")),
        ]
        for title in ("会务联系表", "应急联系表")
    ),
    "clauses of every notice": tuple(
        [
            said,
            "请安排专人参会，不得找人代会。",
            "请提前一刻钟入场，手机调至静音。",
            "请于会前报送回执，逾期不再受理。",
        ]
        for said in (WELLS, ROADS)
    ),
    "the same form": tuple(
        [
            title,
            "填表说明：请用黑色笔填写，字迹要工整。",
            "所在单位：请写全称，不得使用简称。",
            "主要事迹：请写具体事例，不超过五百字。",
            "单位意见：请写明是否同意，并加盖公章。",
            "填报日期：请按实际填写，不得提前。",
            "联系方式：请写手机号码，确保能打通。",
        ]
        for title in ("先进个人申报表", "优秀学员申报表")
    ),
    "closing phrases": tuple(
        [said, "以上情况，请审阅。", "如有不妥之处，敬请批评指正。", "今后将再接再厉，争取更大的成绩。"]
        for said in (WELLS, ROADS)
    ),
    "a frame with other figures": tuple(
        [
            f"{side}片有{what}{17 * at + add}处，完好{3 * at + add}处，待修{2 * at + add}处。"
            for at, what in enumerate(["机井", "渠道", "泵站", "水闸", "险段", "涵洞"])
        ]
        for side, add in (("东", 11), ("西", 42))
    ),
    "another order": (VILLAGE, VILLAGE[::-1]),
    "articles": tuple(
        [title, *(f"第{at}条　{line}" for at, line in zip("一二三四五六七", VILLAGE, strict=True))]
        for title in "甲乙"
    ),
    "the openings of reports": tuple(["工作总结", *VILLAGE, "一、主要工作", said] for said in (WELLS, ROADS)),
}


@pytest.mark.parametrize(("one", "other"), NO_RUNS.values(), ids=NO_RUNS)
def test_short_paragraphs_that_are_alike_for_a_reason_are_left_alone(
    one: list[str], other: list[str]
) -> None:
    assert _spans("\n".join(one), "\n".join(other)) == []


def test_a_run_names_the_files_that_have_it() -> None:
    text = "\n".join(VILLAGE)
    found = across(text, BOOKS + "\n" + text, text, options=SHORT)
    assert [(path, line, sorted(others)) for path, line, others in found] == [
        ("a", 1, [("b", 2), ("c", 1)]),
        ("b", 2, [("a", 1), ("c", 1)]),
        ("c", 1, [("a", 1), ("b", 2)]),
    ]
