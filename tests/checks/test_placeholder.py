"""Leftovers, case by case. In a text, ⟦…⟧ surrounds what must be found; the rest must stay silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.checks import placeholder
from linter.checks.placeholder.words import Words
from linter.model.document import Block, Document, LineMap, Mark
from linter.model.outline import Context
from linter.model.rules import Rule
from tests.support.drafts import document, draft
from tests.support.rules import build, finds, rules, with_words

FINDS = finds("leftovers", "placeholder")

SILENT = """
# crosses that multiply
2×3米的展板，规格为10×15厘米，4×100米接力赛，“3×3”篮球赛。
按60分×40%计算，长×宽×高，单价×数量，人数×天数。
实行7×24小时值守，开展“2×8”服务行动。
# letters that are names
新购X光机1台，开展X线检查，X射线防护到位，X片阅片，X刀治疗。
遗传科检测XX染色体、XY染色体各1例。
工作服尺码XXL、XXXL若干，iPhone X手机1部，购置Xbox1台。
开展“1+X”证书试点，推行“N+X”模式，打造“党建+X”品牌。
HTTP 4xx错误，5XX系列，X轴表示月份，共识别出x、y两个变量，均值为x±s。
# numbers and persons kept private
某县医院的舆情处置案例值得借鉴，某村一户村民来信致谢，某局一名干部被通报。
预约热线138****1234，身份证号510***********1234。
患者张某，女，62岁；家属王某某反映情况；患者李××投诉；村民赵某某来访。
某医院、某些科室、某单位的经验，某年某月的事。
审核人（签字）：________
# Chinese numerals, pictograms, check boxes, bullets
二〇二四年十二月，二○二四年，一九九八年，一〇五医院，三〇一医院。
☑是 □否　□优 □良 □差
○加强学习，○严格管理。
● 落实责任
★★★★★服务窗口，★表示五星。
# texts about masks
公文中不得出现“××”“XX”等字样。
审稿时发现占位符（如XX、××、***）未替换的，一律退回。
培训讲解了“单击或点击此处输入文字”“错误!未找到引用源。”等典型错例。
以“×”代替姓名，并隐去身份证号中间部分。
# code and addresses
运行 `__init__.py`，变量my__var，命令 `cp a** b`。
邮箱z***@example.com，网址http://www.example.com/XX__b
# brackets that are headings, labels and references
【组织领导】院党委每季度听取一次汇报。
【典型案例】急诊科推行分级预检。
【时间】3月5日
【责任单位】党政办公室；【完成时限】6月底前
文献[1]、[2-4]支持该结论[J]，依据〈关于加强管理的通知〉。
点击【提交】按钮保存，见[链接](http://example.com)。
占比由12%提高到15%，下降3%和5%，<p>段落</p>，if a<b and c>d
松政发〔二〇二四〕8号、松卫函〔2024〕11号文件。
# persons and places kept private in what others said
对网民“某某诊所乱收费”的不实帖文及时回应，澄清自媒体"某某学校停课"的传言。
# signs kept for cards, codes and models
卡号6222 **** **** 1234，车牌号A***12，型号XX-200。
# words of prompts in running text
其余内容从略，成绩略有下降，机制有待完善，能力有待提升。
提醒患者请在此处排队取号，认真填写问卷，填写错误率下降了3个百分点。
工作中出现的错误！我们将认真纠正。
会议待定期召开后部署（补充医疗保险除外），此处原为厂房，请填写《报名表》后报送。
全年接待读者11.3万册次，借阅2万卷次，外借期刊3千册次，放映公益电影12场次，开展巡查8车次。
各科室（根据实际排班）轮流值守，按照（结合实际制定的）方案落实，负责人（姓名、电话）已公示。
# words that end in a unit
发放传单万余份，服务群众万余人次，业余人员较多，每月底盘点，于本月底前完成，截至9月底。
（可扫描文末二维码查看说明），由各科室补充上报的材料，（待会商后再定）。
其余人员、其余各项，业余时间，盈余3万元，二十余人，百余名，300余份。
先后派出6批，每批次蹲点两个月，服务群众300余人次。
召开会议数十次，走访多次，坚持几个月，骨干各两名，志愿者若干名。
身份、股份、部分、名单、报名、姓名、实名、知名、次日、例如、案例、病例、比例、期间。
规范场所、份额、天数、年份、批次、台账，市场、现场、立场、卖场。
按期完成，任期、定期、整改期，国家、大家、专家、负责人、联系人。
步履不停开新篇，工地热火朝天，安全交底不走过场，形成正式文稿样例。
单位：万元
单位名、项目名、专业名，联系人。
完成率（%）
医院门诊人次、住院人次同比增长，年收入超万元。
党的大政方针，第一季度，第二次会议，上午8时。
"""

FOUND = """
# names
⟦××⟧县中医院上半年工作总结
⟦XX⟧市卫生健康委员会：
⟦某⟧县林业局党组高度重视宣传思想工作。
今年以来，⟦某⟧镇卫生院党支部认真落实责任制。
书记⟦某某某⟧同志主持会议，⟦某某⟧医院派员参加。
⟦***⟧主任到会讲话，⟦**⟧局、⟦__⟧科参加，按《⟦___⟧局关于加强管理的通知》执行。
⟦□□⟧镇党委书记⟦△△△⟧出席，⟦○○⟧县、⟦〇〇〇⟧镇派员观摩。
由⟦X⟧市⟦X⟧区教育局承办，副院长⟦××⟧带队。
“⟦××⟧杯”知识竞赛成立以⟦×××⟧为组长的领导小组。
# numbers
召开专题会议⟦X⟧次，参加⟦XX⟧人次，完成投资⟦X.X⟧亿元，同比增长⟦XX⟧%。
支出经费⟦____⟧万元，结余⟦＿＿＿⟧元，新增床位⟦*⟧张，累计⟦×⟧余人次。
⟦○○⟧县第⟦○⟧季度工作情况，第⟦×⟧督查组到会，还有⟦??⟧人未到。
电话：⟦0817-XXXXXXX⟧，传真：0817-⟦××××××××⟧
# dates and document numbers
⟦20XX年⟧工作总结，⟦202X⟧年⟦X月X⟧日
⟦20××年×月×⟧日
⟦2O24⟧年，青卫发〔⟦20XX⟧〕⟦XX⟧号，青卫发〔⟦20PC⟧〕3号
根据《关于开展检查的通知》（⟦×⟧卫发〔2024〕⟦×⟧号）和⟦X⟧委办〔2024〕12号文件
# fields
⟦【单位名称】⟧2024年工作总结
⟦【姓名】⟧于⟦【日期】⟧到任，荣获⟦【荣誉称号】⟧
全年培训⟦[人数]⟧人，投入⟦［金额］⟧万元
⟦{{name}}⟧同志⟦${date}⟧报到，经办人⟦%user%⟧，收件人⟦«姓名»⟧
具体情况如下：⟦【待补充】⟧
⟦【请在此填写工作亮点】⟧
⟦<请输入标题>⟧
学习⟦《》⟧文件精神，荣获⟦“”⟧称号
按松卫发〔2024〕6号文件，共排查⟦〔待核〕⟧家药店，由⟦〖单位名称〗⟧牵头，参训⟦〔人数〕⟧人。
由⟦【单位名称】⟧颁给个人【红烛奖】2枚、集体【示范岗】3块。
# prompts
⟦（此处填写主要做法）⟧
⟦（请填写具体数字）⟧
⟦请在此处概述⟧本单位基本情况。
⟦此处概述⟧工作成效，单位可⟦根据实际情况填写⟧。
⟦单击或点击此处⟧输入文字。
⟦Click or tap here⟧ to enter text.
见⟦错误!未找到引用源。⟧
详见⟦错误！未定义书签。⟧
⟦TODO⟧：补充数据，整改时限⟦待定⟧
⟦略⟧
（⟦由各科室自行补充）⟧，（⟦数据待统计⟧），（⟦此处根据本单位情况补充⟧）
⟦在此处键入公式。⟧，⟦#N/A⟧，⟦此处省略若干字⟧
⟦（略）⟧
(⟦此处可结合本院实际补充具体案例)⟧，⟦（此处请补充两到三个典型做法）⟧
⟦此处可结合科室情况展开说明⟧。
主要做法是抓培训⟦（根据科室情况细化）⟧，抓考核⟦（围绕工作亮点举例说明）⟧。
由科主任⟦（姓名）⟧带队，到⟦（单位名称）⟧学习，接待⟦（具体人数）⟧人。
# numbers missing before their unit
先后召开院务⟦会次⟧研究宣传工作，组建微信工作⟦群个⟧，成立工作专⟦班个⟧，开办新员工训练⟦班期⟧。
接待来访并解答咨询⟦人次⟧，服务居民⟦余人次⟧，发放宣传册⟦余份⟧，满意⟦率%⟧。
⟦2024年月底⟧，召开部署会；会议⟦于月日⟧召开。
全年⟦参训达余人次⟧，带动果农增加⟦收入万余元⟧；⟦今年月底⟧验收，⟦争取月底⟧前交付,受益⟦群众近余户⟧。
全年召开专题会议⟦次⟧，开展义诊活动⟦场⟧、健康讲座⟦期⟧。
整改问题⟦个⟧；新建村卫生室⟦个⟧，建成特色专科⟦个⟧。
印发简报⟦期⟧，报送信息⟦篇⟧，发放宣传册⟦份⟧，累计⟦篇⟧。
培训医务人员⟦名⟧，慰问困难党员⟦名⟧，走访群众⟦人次⟧。
平均住院日缩短⟦天⟧，药占比下降⟦个百分点⟧，整改率达⟦%⟧。
共 ⟦人⟧，其中党员 ⟦名⟧，闲置时间超过⟦个月⟧。
投入资金⟦万元⟧，硬化道路⟦公里⟧，种植核桃⟦亩⟧，采购设备⟦台⟧。
完成手术⟦例⟧，排查隐患⟦处⟧，受理投诉⟦件⟧，化解纠纷⟦起⟧。
深入学习贯彻党的⟦ 大⟧精神，部署第⟦ 季度⟧工作。
2024年⟦  月  日⟧
⟦    年  月  日⟧
"""


def lines(table: str) -> list[str]:
    return [line for line in table.split("\n") if line and not line.startswith("# ")]


def found(source: Context) -> list[tuple[int, int]]:
    """The spans that any rule finds."""
    return sorted((match.start, match.end) for find in FINDS.values() for match in find(source))


@pytest.mark.parametrize("text", lines(SILENT))
def test_silent(text: str) -> None:
    source = draft(text)
    assert [text[start:end] for start, end in found(source)] == []


@pytest.mark.parametrize("marked", lines(FOUND))
def test_found(marked: str) -> None:
    wanted = []
    text = ""
    for piece in re.split("(⟦[^⟧]*⟧)", marked):
        if piece.startswith("⟦"):
            wanted.append((len(text), len(text) + len(piece) - 2))
        text += piece.strip("⟦⟧")
    spans = found(draft(text))
    for start, end in wanted:
        assert any(first < end and last > start for first, last in spans), f"missed {text[start:end]!r}"
    for first, last in spans:
        assert any(first < end and last > start for start, end in wanted), f"false {text[first:last]!r}"


@pytest.mark.parametrize("rule", rules("leftovers", "placeholder"), ids=lambda rule: rule.id)
def test_examples(rule: Rule) -> None:
    find = build(rule)
    assert [text for text in rule.passes if list(find(draft(text)))] == []
    assert [text for text in rule.fails if not list(find(draft(text)))] == []


def test_date_is_one_finding() -> None:
    text = "松泉县人民医院\n20××年×月×日"
    assert [text[start:end] for start, end in found(draft(text))] == ["20××年×月×"]


def test_markdown_signs_are_no_masks() -> None:
    text = "# 总结\n\n**抓学习。** 集中学习12次。\n***\n- **重点**：强化**闭环**管理\n\n**县派员。"
    assert [start for start, _ in found(draft(text))] == [text.rindex("**")]


def test_stars_in_plain_text_are_masks() -> None:
    assert len(found(draft("会议由**县**局承办，**同志到会。"))) == 3


def test_lone_bracket_is_heading_with_text_below_and_field_without() -> None:
    text = "【主要做法】\n院党委每季度专题研究一次，逐项抓好落实。\n（一）【单位名称】\n【主要成效】\n"
    assert [text[start:end] for start, end in found(draft(text))] == ["【单位名称】", "【主要成效】"]


def test_code_block_is_silent_unless_it_holds_prose() -> None:
    code = "```\nprint('XX市', {{name}}, ***)\n```"
    prose = "```text\n【单位名称】关于开展专项整治工作情况的报告\n```"
    assert found(draft(code)) == []
    assert len(found(draft(prose))) == 1


def test_marks_of_the_format() -> None:
    text = "单位：请选择单位\n见图表\nconst XX = 1"
    marks = (Mark(3, 8, "prompt"), Mark(9, 12, "broken-reference"), Mark(0, 2, "highlight"))
    blocks = (Block(0, 8), Block(9, 12), Block(13, 25, kind="code"))
    source = Context(Document("d.docx", "docx", text, blocks, LineMap((0, 9, 13)), marks), ())
    by_rule = {rule: [text[m.start : m.end] for m in find(source)] for rule, find in FINDS.items()}
    assert {rule: spans for rule, spans in by_rule.items() if spans} == {
        "leftover-format-mark": ["请选择单位", "见图表"],
        "leftover-highlight": ["单位"],
    }


HAN = st.text(
    st.sampled_from("我院召开专题研究部署工作落实责任学习教育党委书记医务人员，。；、0123456789\n"),
    max_size=80,
)
SIGNS = st.text(
    st.sampled_from("×XxＸ*_＿〇○□某?#年月日次个名第〔〕2024市县【】[]{}%（） 略待填\n"), max_size=60
)


@given(HAN, HAN)
def test_mask_before_place_is_found_in_any_text(before: str, after: str) -> None:
    text = f"{before}，××县{after}"
    start = len(before) + 1
    assert (start, start + 2) in [(m.start, m.end) for m in FINDS["leftover-mask"](draft(text))]


@given(HAN)
def test_text_without_signs_has_no_mask_and_no_field(text: str) -> None:
    for rule in ("leftover-mask", "leftover-bracket"):
        assert not list(FINDS[rule](draft(text)))


@given(SIGNS)
def test_spans_lie_in_the_text_and_on_one_line(text: str) -> None:
    for start, end in found(Context(document(text), ())):
        assert 0 <= start < end <= len(text)
        assert "\n" not in text[start:end]


# --- the word lists that a rule file changes ----------------------------------------------------------


def excerpts(folder: Path, words: str, text: str) -> list[str]:
    """What the rules for leftovers find in a text under changed word lists."""
    source = draft(text)
    changed = [rule for rule in with_words(folder, "leftovers", words).rules if rule.check == "placeholder"]
    return [text[match.start : match.end] for rule in changed for match in build(rule)(source)]


@pytest.mark.parametrize(
    ("words", "text", "before", "after"),
    [
        ("{awards: [红花]}", "获【单位名称】颁发的【文明红花】。", ["【单位名称】", "【文明红花】"], ["【单位名称】"]),
        ("{drop: [奖]}", "获【单位名称】颁发的【文明奖】。", ["【单位名称】"], ["【单位名称】", "【文明奖】"]),
        ("{unit_compounds: [票]}", "购买×次票一张。", ["×"], []),
        ("{drop: [数]}", "人数乘以×次数。", [], ["×"]),
        ("{drawn_after: [记]}", "不合格的一律记×个。", ["×"], []),
        ("{drop: [打]}", "在后面打×个。", [], ["×"]),
        ("{bodies: [公司]}", "某县供水公司工作总结\n全年平稳。", [], ["某"]),
        ("{drop: [局]}", "某县林业局工作总结\n全年平稳。", ["某"], []),
        ("{places: [盟]}", "某盟林业局工作总结\n全年平稳。", [], ["某"]),
        ("{not_bodies: [工作总结]}", "某县林业局工作总结\n全年平稳。", ["某"], []),
        ("{drop: [的]}", "某县林业局的工作总结\n全年平稳。", [], ["某"]),
        ("{conjunctions: [以及]}", "不得出现××以及空白字样。", ["××"], []),
        ("{drop: [与]}", "不得出现××与空白字样。", [], ["××"]),
        ("{determiners: [群]}", "建立工作群个。", ["立工作群个"], []),
        ("{drop: [头]}", "搬走石头个。", [], ["搬走石头个"]),
        ("{name_endings: [角]}", "建立读书角个。", [], ["立读书角个"]),
        ("{drop: [群]}", "建立工作群个。", ["立工作群个"], []),
        ("{before_large: [约]}", "年收入约万元。", ["年收入约万元"], []),
        ("{drop: [超]}", "年收入超万元。", [], ["年收入超万元"]),
        ("{date_compounds: [计划]}", "年  月计划", ["年  月"], []),
        ("{drop: [均]}", "年  月均收入", [], ["年  月"]),
    ],
)  # fmt: skip
def test_a_rule_file_changes_the_words(
    words: str, text: str, before: list[str], after: list[str], tmp_path: Path
) -> None:
    assert excerpts(tmp_path, "{}", text) == before
    assert excerpts(tmp_path, f"{{placeholder: {words}}}", text) == after


def test_without_words_what_the_signs_say_is_found_all_the_same() -> None:
    nothing = Words(*[()] * len(Words._fields))
    text = "某县林业局××年工作总结\n填写{{name}}，TODO，　年　月　日"
    found = {
        kind: [
            text[match.start : match.end]
            for match in placeholder.build(placeholder.Options(nothing, kind, phrases=("TODO",)))(draft(text))
        ]
        for kind in ("mask", "bracket", "prompt", "gap")
    }
    assert found == {"mask": ["××"], "bracket": ["{{name}}"], "prompt": ["TODO"], "gap": ["　年　月　日"]}
