"""The checks `conditional`, `consistency` and `repetition`."""

from __future__ import annotations

from typing import Any

import pytest

from linter.checks import conditional, consistency, repetition
from linter.model.outline import Context
from tests.support.drafts import draft, with_sections
from tests.support.words import options as with_words
from tests.support.words import words


def found(check: Any, case: Context, **options: Any) -> list[str]:
    matches = check.build(with_words(check, **options))(case)
    return [case.document.text[match.start : match.end] for match in matches]


# --- conditional ------------------------------------------------------------------------------

REPORT = """\
整改报告
一、整改情况
发现问题3个，均已整改。详见附件。
发现问题2个，正在办理。责任人为科长。
二、附件
附件：整改台账
"""


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"when": ("审计",), "then": ("审计局",)}, []),
        ({"when": ("详见附件",), "then": ("附件：",)}, []),
        ({"when": ("详见附件",), "then": ("附件：",), "then_scope": "last"}, []),
        ({"when": ("发现问题",), "then": ("整改|办理",), "within": "sentence"}, []),
        ({"when": ("发现问题",), "then": ("责任人",), "within": "paragraph", "unless": ("均已",)}, []),
        ({"when": ("发现问题",), "then": ("均已|正在",), "within": "section", "section": "done"}, []),
        ({"when": ("均已整改",), "never": ("尚未",)}, []),
        ({"when": ("发现问题",), "never": ("责任人",), "scope": "title"}, []),
        ({"when": ("发现问题",), "then": ("完成时限",)}, ["发现问题"]),
        ({"when": ("发现问题",), "then": ("责任人",), "within": "paragraph"}, ["发现问题"]),
        ({"when": ("发现问题",), "then": ("责任人",), "within": "sentence"}, ["发现问题", "发现问题"]),
        ({"when": ("详见附件",), "then": ("附件：",), "then_scope": "title"}, ["详见附件"]),
        ({"when": ("附件",), "then": ("附件：整改",), "within": "section", "section": "done"}, ["附件"]),
        ({"when": ("均已整改",), "never": ("正在办理",)}, ["均已整改"]),
    ],
)
def test_what_a_condition_asks_for_is_missed(options: dict[str, Any], expected: list[str]) -> None:
    options = {"unless": (), **options}
    if options["unless"]:
        options["unless"] = ("发现问题3个",)
    assert found(conditional, with_sections(draft(REPORT), done="整改情况"), **options) == expected


@pytest.mark.parametrize(
    ("options", "keys"),
    [
        ({"when": ("甲",), "then": ("乙",)}, []),
        ({"when": ("甲",)}, ["with"]),
        ({"when": (), "then": ("乙",)}, ["when"]),
        ({"when": ("甲",), "then": ("乙",), "within": "section"}, ["with"]),
        ({"when": ("甲",), "then": ("乙",), "within": "sentence", "then_scope": "last"}, ["then_scope"]),
    ],
)
def test_conditional_options_that_do_not_go_together(options: dict[str, Any], keys: list[str]) -> None:
    assert [key for key, _ in conditional.validate(conditional.Options(**options))] == keys


# --- consistency ------------------------------------------------------------------------------

OTHER = (("其他", "其它"),)


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("其他单位和其他部门。", {}, []),
        ("其他单位和其它部门。", {"unless": ("其它部门",)}, []),
        ("其他单位和部门。", {"groups": (("账号", "帐号"), *OTHER)}, []),
        ("上半年工作总结\n一、情况\n其他。\n\n下半年工作总结\n一、情况\n其它。", {}, []),
        ("其它人员、其他单位和其他部门。", {}, ["其它"]),
        ("其它单位和其他部门。", {}, ["其他"]),
        ("帐号、账号、账号、其他、其它。", {"groups": (("账号", "帐号"), *OTHER)}, ["帐号", "其它"]),
    ],
)
def test_the_rarer_spelling_is_found(text: str, options: dict[str, Any], expected: list[str]) -> None:
    assert found(consistency, draft(text), **{"groups": OTHER, **options}) == expected


def test_spellings_are_held_against_those_of_the_whole_file() -> None:
    case = draft("上半年工作总结\n一、情况\n其他。\n\n下半年工作总结\n一、情况\n其它。\n")
    assert len(case.parts) == 2
    assert found(consistency, case, groups=OTHER) == []
    [match] = consistency.build(consistency.Options(OTHER, within="file"))(case)
    assert match.values == {"usual": "其他"}
    assert match.related[0].message.en == 'here it is "其他"'


# --- repetition -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "目的的明确，众矢之的的比喻。",
        "学员10人10人地分批上机，3个3个一组，5户5户结对。",
        "渡客12人12人分批上船，船工8人8人轮班，下午练20米20米折返划。",
        "门牌为12号12层，长20米20厘米，2.5公里5公里各一段。",
        "对照清单逐项逐项过，逐户逐户问。",
        "对情况进行了了解，不了了之。",
        "为了了却船主心愿，还在在建船坞的工棚里守夜。",
        "从从轻处罚的两起说起，对对标找出的差距列表整改，在在管船舶中抽查。",
        "站里给船主发发票，派派出所民警到岸，教教师怎样穿救生衣。",
        "船长面对面对渡工讲，老舵手手把手把要领教给新人。",
        "战争和和平的问题，医患关系要和和气气。",
        "既使用了新方法，又节约了经费。",
        "2024年年均增长3%，每年年底考核。",
        "推动成果转化为为民服务的实效，以及及时回应关切。",
        "针对对象不同，分类施策，但是是否有效还要看。",
        "问题在于于法无据，这是是非问题。",
        "落实主体责任责任制，压实责任。",
        "一项一项抓，一步一步走，二十二十二三十。",
        "大家再研究研究，讨论讨论，晚上热闹热闹，泡壶茶暖和暖和。",
        "许多许多群众，常常常常来。",
        "老人说这回真的真的不疼了，实在实在要谢谢护士。",
        "《工作工作法》一书。",
        "加强领导，加强督导，加强领导班子建设。",
        "抓学习，抓学习的效果。",
        "哈哈哈哈，…………，----，　　　　",
        "添置桌椅、灯具等等，等等看效果。",
        "市市场监管局与县县域办会商，工作作风扎实，全面面向农村。",
        "村民来信件件有着落，各类课题项项都结题。",
        "件件有回音，桩桩有着落，道道关口把住，户户建档，一个个走到。",
        "扎扎实实办，点点滴滴做，试试看，很久很久以前。",
        "教师孟丽丽、方圆圆、邵小冬冬获评先进，林林老师主持。",
        "渡工方圆圆领唱，讲解员甘露露带队，船长钟灵灵点名。",
        "但是是否停渡另议，船旧了，但是是老船工修的，以及及时补漆。",
        "照镜子，治治病，开开会。",
        "船员轮流陪老人聊聊天、梳梳头，孩子们唱唱歌、跳跳绳。",
        "“川”字字形舒展，A型型号不变。",
        "参加加班，更加加强，追加加分，强化化工园区整治，组织织造企业，加强强村富民。",
        "自查查出隐患，党建建平台，健全全流程机制，提高高质量供给。",
        "东岭大学大学生服务队，研究研究所的方案，切实抓实抓细。",
        "上报上一年度年度报告，接口异常异常处理。",
        "输入数字字面值，设备备用电源，学校校内活动，安全全景图，项目目录。",
        "船闸股股长、运维班班长列席支行行务会，林场场务公开，堤防责任段段长值班，渡口保卫科科长讲话。",
        "航行日志志在备查，值班笔记记了两本，渡船故障排查查过三遍，水位标记记着日期。",
        "各司司长列席，每期期末测验，该团团长主持，一任任期五年，其一任任期内，由各营营长按序代理。",
        "提升基层党组织组织力，责任事故事故认定书，支部党组织组织生活会。",
        "老人说“这个这个”，想去哪里去哪里。切记切记，不可大意。",
        "明确贯彻彻查要求，落实贯彻彻底整改，成绩绩效挂钩，优惠惠及千家。",
        "精细细化管理，美化化工园区，科学学院的师生，病程持续持续时间的记录。",
        "企业个数（个）从业人员（人）总量平均每镇总量平均每镇",
        "排查查隐患，党建建平台，宣讲讲效果，整改提提能力。",
        "公共共享，中共共青团县委，没有有效，平均均值，而而立之年。",
        "与与会代表座谈，把把关再报，以以往的经验，对对夫妻同来，在在都是新意。",
        "对对新人步入会场时掌声不断，对对账单上的金额有疑问的可以复核，对对口帮扶的村再走一遍。",
        "三个产业分别增长6%、5.2%、5.2%、3%，两组各得95分、95分。",
        "听着听着就笑了，轰隆轰隆开船来。",
        "2023年年底、3月月底、5日日均、吸引个体户12个个人申报，3人人均2件。",
        "全县县人民政府系统，各镇镇人民政府牵头，苇塘镇镇长主持。",
        "安全第一，质量第一，落实，落实，再落实。",
        "巡线员逐点逐点看过，逐条逐条登记，挨个挨个试灯，逐户逐户回访。",
        "分成3组3个批次，挪1步1步地量，间距5米、5米，比分3比3，型号K2K2。",
        "第3次3次通报，表1.1 1.1节，编号12号12时送达。",
        "口号是“安全生产，安全生产”。",
        "一、保护队伍建设和机制\n制度逐步健全，\n全员参与。",
        "二、展厅布置，讲解与陈\n陈列厅开放。",
        "每天巡查两次，风雨无阻，天天\n天天如此。",
        "“小船小船快快跑，\n小鱼小鱼水里游，\n小鸟小鸟枝头叫。”",
        "孩子们唱着小雨小雨下得大、船儿船儿靠了家。“渡口渡口你真好，石桥弯弯月儿高。”",
        "信中写道“船船（原文如此）到岸”，页边又写“加强强（照录）管理”。",
        'He wrote: "the the [sic] lamp went out".',
        "Allow any any, said the rule; I told you you were late, and who who is asked.",
        "the\nthe\nof\nof",
        "Boats to:\nto Bank",
        "The band listed as The The Lanterns played; in one programme the The was left out.",
        "He had had that that week; what it is is clear, very very good, no. 10 10, Bora Bora, re-do do.",
    ],
)
def test_what_chinese_doubles_is_left_alone(text: str) -> None:
    assert found(repetition, draft(text)) == []


@pytest.mark.parametrize(
    ("text", "expected", "once"),
    [
        ("增强工作的的主动性。", "的的", "的"),
        ("完成了了全部任务。", "了了", "了"),
        ("经济和和社会发展。", "和和", "和"),
        ("为了在在管理上见效，全站轮训。", "在在", "在"),
        ("船坞将于将于十月封港。", "将于将于", "将于"),
        ("缆绳均由均由船厂更换。", "均由均由", "均由"),
        ("全站共共换缆三条。", "共共", "共"),
        ("渡船大修，由由船厂承担。", "由由", "由"),
        ("各部门在在会后抓落实。", "在在", "在"),
        ("巡查三次，对对航道淤积的成因作了测量。", "对对", "对"),
        ("工作的的的主动性。", "的的的", "的"),
        ("进一步进一步加强领导。", "进一步进一步", "进一步"),
        ("认真落实落实各项要求。", "落实落实", "落实"),
        ("意识形态工作意识形态工作责任。", "意识形态工作意识形态工作", "意识形态工作"),
        ("扎实推进改革，扎实推进改革，取得成效。", "扎实推进改革，扎实推进改革", "扎实推进改革"),
        ("各科室加强强统筹。", "强强", "强"),
        ("掌握握进度，按期完成。", "握握", "握"),
        ("认真贯彻落落实部署。", "落落", "落"),
        ("进一步步压实责任。", "步步", "步"),
        ("深入学习习近近平新时代的思想。", "近近", "近"),
        ("坚持贯彻彻新发展理念。", "彻彻", "彻"),
        ("在学习、贯彻彻上下功夫。", "彻彻", "彻"),
        ("我们们要再加一把劲。", "们们", "们"),
        ("各组认真认真落实要求。", "认真认真", "认真"),
        ("要切实切实加强管理。", "切实切实", "切实"),
        ("切实切实抓管理，六月船期没有变动。", "切实切实", "切实"),
        ("积极积极推进改革。", "积极积极", "积极"),
        ("截至目前截至目前，抢收原盐三百吨。", "截至目前截至目前", "截至目前"),
        ("推进规范范化管理。", "范范", "范"),
        ("加大检查查力度。", "查查", "查"),
        ("广大党员干部党员干部带头。", "党员干部党员干部", "党员干部"),
        ("同志们们要努力。", "们们", "们"),
        ("严格执行执行制度。", "执行执行", "执行"),
        ("三项任务均已落落实到位。", "落落", "落"),
        ("各支部组织组织开展学习。", "组织组织", "组织"),
        ("制约发展的因素普遍存在存在问题。", "存在存在", "存在"),
        ("意识识形态工作。", "识识", "识"),
        ("展演训练之外的培训培训班除外，组织织专题学习。", "织织", "织"),
        ("对于于存在的不足。", "于于", "于"),
        ("缆绳、跳板以及及救生圈逐件点清。", "及及", "及"),
        ("船期、票价表以及及停航通知张贴上墙。", "及及", "及"),
        ("查清原因，从而而改进了靠泊办法。", "而而", "而"),
        ("船员交流经验验，渡工轮休。", "验验", "验"),
        ("应立即立即通知责任科室。", "立即立即", "立即"),
        ("反映的工作的工作问题。", "的工作的工作", "的工作"),
        ("为群众提供提供便利。", "提供提供", "提供"),
        ("发放补贴12.6万万元。", "12.6万万", "12.6万"),
        ("自2023年年3月起实施。", "2023年年", "2023年"),
        ("走访农户35户户。", "35户户", "35户"),
        ("安排26名26名学员到岗。", "26名26名", "26名"),
        ("开办夜校4期4期，结业90人。", "4期4期", "4期"),
        ("完成投资1.8亿元1.8亿元。", "1.8亿元1.8亿元", "1.8亿元"),
        ("收到捐款800元元（含物资）。", "800元元", "800元"),
        ("苇塘镇镇人民政府办公室", "镇镇", "镇"),
        ("清理浮标46个46个，换灯8盏。", "46个46个", "46个"),
        ("回访率达到97.5%97.5%。", "97.5%97.5%", "97.5%"),
        ("发放补助1.3万元1.3万元整。", "1.3万元1.3万元", "1.3万元"),
        ("4月8日4月8日开航。", "4月8日4月8日", "4月8日"),
        ("线路逐步逐步延长。", "逐步逐步", "逐步"),
        ("要对巡堤人员强化演练，强化演练，使其熟练。", "强化演练，强化演练", "强化演练"),
        ("入汛以后，水利站按照要求对堤防开\n开展巡查。", "开\n开", None),
        ("Report of The the office.", "The the", "The"),
        ("推进the the改造。", "the the", "the"),
        ("It is the only only boat.", "only only", "only"),
        ("Boats that could could sail.", "could could", "could"),
        ("We mended the hull of the\nthe old ferry in May.", "the\nthe", None),
    ],
)
def test_what_was_typed_twice(text: str, expected: str, once: str | None) -> None:
    case = draft(text)
    [match] = repetition.build(with_words(repetition))(case)
    assert (text[match.start : match.end], match.suggestion) == (expected, once)


def test_kinds_and_scopes_narrow_the_search() -> None:
    text = "关于的的总结\n一、工作工作情况\n完成了了任务。"
    assert set(found(repetition, draft(text))) == {"的的", "工作工作", "了了"}
    assert found(repetition, draft(text), kinds=("word",)) == ["工作工作"]
    assert found(repetition, draft(text), scope="title") == ["的的"]


def test_its_words_can_be_changed() -> None:
    lists = words("repetition")
    none = type(lists)(*(() for _ in lists))
    text = "完成了了任务，再研究研究，动员村村民检查查问题。"
    for changed, expected in (
        (lists, ["了了"]),
        (none._replace(particles=("了",)), ["了了", "研究研究", "村村", "查查"]),
        (lists._replace(doubled=()), ["了了", "研究研究"]),
        (lists._replace(free=(), free_verbs=()), ["了了", "村村", "查查"]),
    ):
        matches = repetition.build(repetition.Options(changed))(draft(text))
        assert sorted(text[match.start : match.end] for match in matches) == sorted(expected)
