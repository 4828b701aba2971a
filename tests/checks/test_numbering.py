"""Numbering: where numbers do not follow on, and where they rightly begin again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.checks import numbering
from linter.checks.numbering import Options, build
from linter.checks.numbering.series import all_series
from linter.checks.numbering.writing import written
from linter.model.document import Block
from linter.model.outline import Context
from linter.readers import markdown
from linter.readers.support.encoding import decode
from linter.structure.numbers import number_at
from linter.text.numerals import to_chinese, value_of
from tests.support.drafts import draft
from tests.support.effort import calls
from tests.support.program import EXAMPLES
from tests.support.words import changed, options, outline, words

ALL: Options = options(numbering)


def found(text: str, given: Options = ALL) -> list[tuple[int, str]]:
    """Line and text of each finding."""
    case = draft(text)
    matches = build(given)(case)
    return sorted((case.document.locate(match.start)[0], text[match.start : match.end]) for match in matches)


def lines(*blocks: str) -> str:
    return "\n".join(blocks)


SILENT = {
    "sections of a manual, spoken of": "参数见手册；1.1节讲安装；1.4节讲维修。",
    "months in pairs, within a sentence": "分段落实：1、2月备料；3、4月清淤；5、6月演练。",
    "months in pairs, behind a list": lines("1、登记。", "2、核对。", "8、9月开展复查。"),
    "numbers in circles, one behind a lesser mark": "流程：①登记；②核对、③签收；④归档。",
    "a quarter behind an Arabic number": lines("1、登记。", "2、三季度复查。", "3、签收。"),
    "a quarter behind the first number": lines("一、三季度工作", "已登记。", "二、存在问题", "未核对。"),
    "a quarter before that of the number": lines(
        "一、全年目标", "登记。", "二、一季度工作", "核对。", "三、下一步", "签收。"
    ),
    "a heading of two sentences": lines("一、抓培训。人人过关", "1.登记。", "2.核对。"),
    "a list in a chapter": lines("1.1 范围", "全镇。", "1.2 步骤", "依次办理。", "1.登记。", "2.核对。"),
    "years in a chapter": lines("1.1 范围", "全镇。", "1.2 安排", "一、2024年修渠。", "二、2025年修路。"),
    "a version": lines("一、平台", "1.0版上线。", "二、渡船", "已检修。"),
    "figures that follow on": lines(
        "水位见图1、图2和表1。", "图1 水位过程线", "图2 沉降过程线", "图2为沉降过程。", "表1 测点", "续表1"
    ),
    "a figure in several parts": lines(
        "图1 断面图（一）", "图1 断面图（二）", "图2 布点", "表1 测点", "表1 测点（续）"
    ),
    "figures without captions": "水位见图1，沉降见图3，从图4可以看出。",
    "more references than captions": lines("水位见图1，沉降见图3，渗流见图4。", "图1 水位过程线"),
    "releases": lines("2025年改版记录", "3.10.1", "修缮两处。", "3.10.3", "补漏一处。", "3.12.1", "换泵。"),
    "releases, the last first": lines(
        "改版记录", "0.18.3 (2025-10-29):", "换泵。", "0.18.2 (2025-10-24):", "补漏。"
    ),
    "figures of chapters": lines("图1-1 水位", "图1-3 沉降", "图2.1 渗流", "见图2-4。"),
    "figures of other documents": lines(
        "图1 水位过程线", "图2 沉降过程线", "按《设计报告》图7施工，经费列附件2表5。", "上报附表3、附图4。"
    ),
    "amounts": lines("表1 测点", "表2 经费", "下发地图5幅，填表4张。", "发表3篇，列表6项。", "表3名代表发言"),
    "headings that are entries": lines(
        "一、时间", "二、地点", "三、议程", "听取汇报。", "四、要求", "准时到会。"
    ),
    "a heading above a picture": lines("一、制度", "修订四项。", "二、现场照片", "三、服务", "延时一小时。"),
    "a heading that says all": lines(
        "一、制度", "修订四项。", "二、本年没有事故", "三、服务", "延时一小时。"
    ),
    "a heading at the end of an excerpt": lines(
        "一、制度", "修订四项。", "二、队伍", "办班三期。", "三、服务"
    ),
    "entries of a list with some detail": lines(
        "1.修订制度四项。", "全部上墙。", "2.全员办班", "3.延时服务。", "每天一小时。"
    ),
    "an entry that is a sentence": lines(
        "一、制度", "修订四项。", "二、办班三期。", "三、服务", "延时一小时。"
    ),
    "in order": lines(
        "一、制度",
        "修订四项制度，全部上墙公示。",
        "二、队伍",
        "全年办班三期。",
        "三、服务",
        "窗口延时一小时。",
    ),
    "（一） under another heading": lines(
        "一、制度", "（一）修订。", "（二）公示。", "二、队伍", "（一）培训。", "（二）轮岗。"
    ),
    "1. under another heading": lines(
        "（一）制度", "1.修订四项。", "2.公示四项。", "（二）队伍", "1.办班三期。", "2.轮岗六人。"
    ),
    "a list in full-width digits in a section of a chapter": lines(
        "1 系统评价",
        "1.1 工期",
        "１．全年上线两期。",
        "２．返工较少。",
        "1.2 质量",
        "１．缺陷减半。",
        "２．投诉归零。",
        "2 系统展望",
        "2.1 扩容",
    ),
    "items that begin with a span of years": lines(
        "联系方式：",
        "1.综合处。",
        "2.技术处。",
        "附件：1.2020～2021年度指南",
        "2.2020—2021年度表格",
        "3.报告提纲",
    ),
    "甲、 in order, and the parties of a contract": lines(
        "甲、责任", "层层签订责任书。", "乙、经费", "甲、乙双方各半，丙方监督。", "丙、考核", "年底统一考核。"
    ),
    "1. after a sentence that introduces it": lines(
        "主要成绩：",
        "1.修订制度四项，全部公示。",
        "2.办班三期，参训九十人。",
        "存在以下问题：",
        "1.人手不足。",
        "2.经费偏紧。",
    ),
    "1. after a paragraph": lines(
        "1.修订制度四项，经职工大会讨论通过后全部上墙公示，并装订成册发到各个班组传阅学习。",
        "2.举办业务培训三期，参训九十人次，结业考试全部合格，其中三人被评为年度优秀学员。",
        "上半年虽然有了一些进步，但与群众的期盼相比仍有差距。",
        "1.人手不足。",
        "2.经费偏紧。",
    ),
    "under an unnumbered heading": lines(
        "主要成绩",
        "1.修订制度四项，经职工大会讨论通过后全部上墙公示，并装订成册发到班组。",
        "2.办班三期。",
        "存在问题",
        "1.人手不足，年轻职工流动偏快，几个班组长期缺员，只能靠加班应付。",
        "2.经费偏紧。",
    ),
    "another report of the file": lines(
        "水务所2024年工作总结",
        "现将一年来的工作汇报如下，请予审阅。",
        "一、制度",
        "修订四项制度，全部上墙公示，并装订成册发到各个班组传阅学习，职工都能熟悉。",
        "二、队伍",
        "全年办班三期，参训九十人次，结业考试全部合格，三人评为优秀学员。",
        "水务所",
        "2024年12月20日",
        "文化站2024年工作总结",
        "现将一年来的工作汇报如下，请予审阅。",
        "一、活动",
        "组织文艺下乡十二场，观众三千余人次，深受群众欢迎，报名参演的也越来越多。",
        "二、阵地",
        "图书室每周开放六天，新购图书九百册，邀请退休教师担任辅导员。",
        "文化站",
        "2024年12月22日",
    ),
    "chapters count on": lines(
        "一、目标", "1.修订制度。", "2.办班三期。", "二、措施", "3.落实经费。", "4.按月通报。"
    ),
    "sections count on through chapters": lines(
        "第一章 总则",
        "第一节 依据",
        "依法制定。",
        "第二节 原则",
        "便民。",
        "第二章 分则",
        "第三节 办理",
        "当日办结。",
    ),
    "decimals": lines(
        "1. 制度", "1.1 修订四项。", "1.2 公示四项。", "2. 队伍", "2.1 办班三期。", "2.2 轮岗六人。"
    ),
    "decimals without chapters": lines(
        "1.1 修订四项。", "1.2 公示四项。", "2.1 办班三期。", "2.2 轮岗六人。"
    ),
    "a number, then a date": lines("1.8月底前完成改造。", "2.9月底前组织验收。", "3.年底前通报结果。"),
    "dates and amounts open paragraphs": lines(
        "3、4月份集中走访农户。",
        "12、13日两天开会研究。",
        "5.12活动如期举行，群众踊跃参加。",
        "2.5小时的课程分三段。",
    ),
    "quarters": "一、二季度完成投资过半，三、四季度冲刺收尾。",
    "一是 in one sentence": "还有差距：一是人手不足；二是经费偏紧；三是设备老化。",
    "一是 in sentences": "一是修订制度。四项全部公示。二是办班。共三期。三是轮岗。",
    "一是 opens paragraphs": lines(
        "主要做法是：", "一是修订制度。四项公示。", "二是办班。", "三是轮岗。六人。"
    ),
    "一是 twice in a paragraph": "问题：一是人手不足；二是经费偏紧；三是设备老化。打算：一是补人；二是添钱。",
    "一是 said of two readings": "所谓质量，一是指产出合格，一是指群众满意。",
    "一是 in another sentence": "出路有三：一是节支；二是增收；三是盘活。难处也不少。今年要办的，一是清欠，二是还贷。",
    "一是 within 一是": lines(
        "一是抓制度。做到三点：一是修订；二是公示；三是监督。",
        "二是抓队伍。重点有二：一是培训；二是轮岗。",
        "三是抓服务。",
    ),
    "一是 within 一是, behind a sentence": "一是养殖扩大。渔场有2处：一是北湾；二是南湾。产鱼900吨。二是种植调优。",
    "two runs in a paragraph": "做法：一是成立专班。人到位。二是走访。问题：一是人少。二是船旧。三是款缺。",
    "一是 begins in the paragraph above": lines("做法是：一是修订制度；", "二是办班，共三期；", "三是轮岗。"),
    "lists under 一是": lines("一是抓制度。", "1.修订。", "2.公示。", "二是抓队伍。", "1.培训。", "2.轮岗。"),
    "首先 for 一是": "首先是修订制度，二是办班，三是轮岗。",
    "words that only look like 一是": "坚持一是一、二是二，十有八九是对的；第一是质量，唯一是不拖。",
    "一要 and 二要": "今后，一要修订制度，二要办班，三要轮岗。",
    "第一 and 其二": "第一，修订制度。第二，办班。其一，人手不足；其二，经费偏紧。",
    "inline numbers": "不足：1.人手不足；2.经费偏紧；3.设备老化。",
    "inline numbers that open the paragraph": lines(
        "（一）不足", "1.人手不足；2.经费偏紧；3.设备老化。", "（二）打算", "1.补充人手；2.争取经费。"
    ),
    "numbered reports of a collection": lines(
        "第一篇：水务所2024年工作总结",
        "现将一年来的工作汇报如下。",
        "一、制度",
        "修订四项制度，全部上墙公示，并装订成册发到各个班组传阅学习，职工都能熟悉。",
        "水务所",
        "2024年12月20日",
        "第二篇：文化站2024年工作总结",
        "现将一年来的工作汇报如下。",
        "一、活动",
        "组织文艺下乡十二场，观众三千余人次，深受群众欢迎，报名参演的也越来越多。",
    ),
    "annexes": lines(
        "一、制度", "修订四项。", "1.公示。", "2.监督。", "附件：1.制度汇编", "　　　2.办班名册"
    ),
    "annexes with openings of their own": lines(
        "一、制度",
        "修订四项。",
        "二、队伍",
        "办班三期。",
        "附表1",
        "物资清单说明",
        "本表由各站填写，六月底前报水务所。",
        "一、沙袋八百条。",
        "二、缆绳十条。",
        "附件二：",
        "适用的规定",
        "下列规定，自公布之日起在全所适用。",
        "一、《用水管理办法》",
        "二、《水闸管理办法》",
    ),
    "headings that stuck to the paragraphs before them": lines(
        "一、意义",
        "1.提高防火意识",
        "2.预防事故发生二、原则",
        "1.针对性",
        "2.可操作性",
        "3.安全性三、内容",
        "1.时间",
        "2.地点",
    ),
    "contents, then the chapters": lines(
        "一、制度建设",
        "二、队伍建设",
        "一、制度建设",
        "修订四项制度，全部公示。",
        "二、队伍建设",
        "全年办班三期。",
    ),
    "Markdown levels": lines(
        "## 1. 制度",
        "1. 修订四项。",
        "2. 公示四项。",
        "## 2. 队伍",
        "1. 办班三期。",
        "## 3. 服务",
        "延时一小时。",
    ),
    "1. right under 一、": lines(
        "一、制度", "1.修订四项。", "2.公示四项。", "二、队伍", "（一）培训。", "（二）轮岗。"
    ),
    "（1） under 一、 throughout": lines(
        "一、制度", "（1）修订。", "（2）公示。", "二、队伍", "（1）培训。", "（2）轮岗。"
    ),
    "half-width brackets throughout": lines("(一)制度", "修订四项。", "(二)队伍", "办班三期。"),
    "announced count": "突出抓了以下三个方面：一是修订制度；二是办班；三是轮岗。",
    "two items that both begin with 一是": "现在强调两点：一是守住堤防；一是护好泵房，两处都要有人值守。",
    "three items that all begin with 一是": "难处有三点：一是人少，一是路远，一是船旧。",
    "announced count of something else": "围绕安全、质量、服务三个提升，现总结如下：一是修订制度；二是办班。",
    "announced count above ten": "全年办好十二件实事，抓好十二个项目：一是修路；二是架桥。",
    "announced kinds, groups and steps": lines(
        "物资分为三类：", "1.编织袋。", "2.铁锹。", "3.水泵。", "比赛分两组：一是少年组；二是成年组。"
    ),
    "announced count in the line above": lines("今后做好两项工作：", "1.修订制度。", "2.办班三期。"),
    "under months": lines(
        "一、工作", "一月份", "1.修订四项。", "2.公示四项。", "二月份", "1.办班三期。", "2.轮岗六人。"
    ),
    "under bullets": lines(
        "一、工作",
        "● 渠道方面",
        "1.清淤两公里。",
        "2.补漏六处。",
        "● 机井方面",
        "1.换泵九台。",
        "二、打算",
        "扩建。",
    ),
    "under names of units": lines(
        "一、工作",
        "办公室",
        "1.印发通知。",
        "财务室",
        "1.核销票据。",
        "2.编制预算。",
        "后勤组",
        "1.修缮食堂。",
    ),
    "（一） under labels": lines(
        "水务所", "（一）清淤两公里。", "（二）补漏六处。", "文化站", "（一）办班三期。", "（二）演出九场。"
    ),
    "under a label that ends with a colon": lines(
        "1.清淤两公里。", "2.补漏六处。", "3.换泵九台。", "下一步：", "1.修闸。", "2.扩渠。"
    ),
    "after a picture and its caption": lines(
        "1.清淤两公里。", "2.补漏六处。", "图为清淤现场，村民自带工具参加。", "1.换泵九台。", "2.修闸三座。"
    ),
    "a list in an item, indented": lines(
        "1. 清淤", "2. 补漏，步骤是", "  1. 停水；", "  2. 抹灰；", "3. 换泵", "4. 修闸"
    ),
    "a list in an item, not indented": lines(
        "1.清淤有哪些做法？",
        "1.分段包干。",
        "2.夜间作业。",
        "2.补漏有哪些做法？",
        "1.先堵后补。",
        "2.逐日查看。",
        "3.换泵。",
    ),
    "every item has the number 1": lines("1. 清淤两公里。", "1. 补漏六处。", "1. 换泵九台。"),
    "under articles of a regulation": lines(
        "第一条　下列情形停水：",
        "（一）清淤；",
        "（二）补漏。",
        "第二条　停水前一日告知用户。",
        "第三条　下列情形不停水：",
        "（一）换泵，依照第一条第（二）项办理的除外；",
        "（二）修闸。",
    ),
    "articles through all chapters": lines(
        "第一章　总则",
        "第一条　为管好车辆，制定本办法。",
        "第二条　本办法适用于各站。",
        "第二章　使用",
        "第三条　用车提前一天申请。",
        "第三条之一　周末用车另行批准。",
        "第四条　本办法自印发之日起施行。",
    ),
    "articles of a law that are cited": lines(
        "学习笔记", "第一条规定了目的。", "第二条规定了范围。", "第四条规定了职责。", "第五条规定了罚则。"
    ),
    "a chapter in a file of its own": lines(
        "第2章 航标保养", "2.1 一般规定", "2.2 保养周期", "第3章 航标更换"
    ),
    "sentences about chapters": lines(
        "《渡口读本》审读意见", "第二章讲航标的来历，写得有趣。", "第四章附练习题十道。", "第五章可以再短些。"
    ),
    "a chapter of an extract": lines(
        "渡口管理细则（节录）", "第二章　开航", "第八条　大风停航。", "第九条　夜间停航。", "第三章　附则"
    ),
    "an extract": lines(
        "《渡口管理办法》节选",
        "第一条　为管好渡口，制定本办法。",
        "第二条　渡船每年检验。",
        "第四条　大风停航。",
        "第五条　本办法由航运站解释。",
    ),
    "an article that cites another": lines(
        "第一条　渡船每年检验。", "第二条第一款所称大风，指六级以上。", "第二条、第二条之一不适用于竹筏。"
    ),
    "articles left out on purpose": lines(
        "第一条　为管好渡口，制定本办法。",
        "第二条　渡船每年检验。",
        "……",
        "第四条　大风停航。",
        "第五条　夜间停航。",
    ),
    "articles cited from one rule and another": lines(
        "第一条　渡船每年检验。", "第二条　大风停航。", "第九条　夜间停航。", "第十四条　违者停业。"
    ),
    "two sets of rules": lines(
        *(f"第{one}条　渡口守则。" for one in "一二三四五"), *(f"第{one}条　船员守则。" for one in "一二三四")
    ),
    "a section of a chapter that looks like a quantity": lines(
        "1.1目的",
        "处置事件。",
        "1.2依据",
        "依据办法。",
        "1.3范围",
        "校内适用。",
        "1.4分类",
        "分四类。",
        "2.1机构",
        "成立。",
    ),
    "a number behind a blank in a broken line": lines(
        "2、间接原因", "（1）、设计上的缺陷。 (2)、培训不够，缺", "少知识。", "（3）、组织不合理。"
    ),
    "circled numbers without marks between": lines("①走步②画像③赛车", "④飞镖⑤吸球⑥接力"),
    "ranks in a sentence": "评比中，东站、西站分列全县第六、第七，\n南站列第十二，名次都有上升。",
    "an item that begins with a month": lines(
        "一、通报",
        "（一）清淤",
        "（二）水泵",
        "二、商定",
        "（一）修泵",
        "三、7月份工作",
        "（一）清库",
        "（二）修桥",
    ),
    "two months at the head of a line": lines(
        "一、制度", "修订四项。", "二、打算", "七、八两月集中清淤，九月验收。"
    ),
    "two quarters at the head of a line": lines(
        "一、制度", "修订四项。", "二、移交", "一、二季度移交的设备，已由各站逐台登记。"
    ),
    "floors and classes at the head of a line": lines(
        "一、概况",
        "人手够用。",
        "二、场地",
        "三、四楼会议室已装好投影。",
        "三、五年级的学生在楼下排练。",
        "三、问题",
        "场地偏小。",
    ),
    "two ordinals at the head of a line": lines(
        "一、工作", "第三、第四季度办集市九场。", "第十五、十六届灯会合办。", "第二、第三产业都有起色。"
    ),
    "industries": lines("一、工作", "镇上第二、三产业的产值比去年多了一成，", "第一、二季度添了四百户。"),
    "a grade or an edition behind the number": lines(
        "1、每站一队。",
        "2、2023级、2024级学员各唱两首。",
        "3、2025级学员唱一首。",
        "4、以1.2版乐谱为准，1.0版作废。",
    ),
    "an enumeration with another word, its first behind no mark": "做法有：一是查账，二是清库，三是修门。所长要求各组一要守时；二要守规；三要守信。",
    "levels in the rows of a table typed with bars": lines(
        "级别 | 情形", "三 | 一处渗水", "二 | 两处渗水", "一 | 管涌", "1、2 | 由站长处置", "3、4 | 由镇里处置"
    ),
    "a heading whose first character is a measure word": lines(
        "2.1 项目", "修闸两座。", "2.2 人员", "值班六人。", "2.3 次序", "先修东闸。"
    ),
    "levels in Chinese numerals behind the numbers": "目标是： 1、杜绝山火； 2、二级响应及时； 3、三级培训率为100； 4、四季有人值守。",
    "pages of a viewer between numbers within them": lines(
        "1、林场今年抓好护林防火，确保全年无火情。 一、目标 1、杜绝山火； 2、杜绝盗伐。 二、责任 1、今年林",
        "2、场将成立领导小组，组长由场长担任。 2、每月开一次会，查一次防火线。 三、日常管",
        "3、理要做到人员到位、物资到位。 1、每天巡山； 2、每周演练。",
    ),
    "pages of a viewer": lines(
        "1、林场今年抓好护林防火，确保全年无火情，一方面加强巡护，另一方面加强宣",
        "2、传，在路口设置宣传牌。各队每天巡山，记好巡山日记，发现火情及时上",
        "4、报，并组织扑救。",
    ),
    "values of a table": lines("评分", "音准", "4分", "台风", "1分", "0.5分", "咬字", "1.5分", "2.0", "13.4"),
    "chapters whose sections alone are numbered": lines(
        "辨识",
        "3.1 方法",
        "查看现场。",
        "3.2 范围",
        "全部场所。",
        "4、评价",
        "4.1 准则",
        "逐项打分。",
        "5、管控",
        "5.1 分级",
    ),
    "contents with page numbers, then the chapters": lines(
        "一、制度建设\t1",
        "（一）修订\t1",
        "（二）公示\t2",
        "二、队伍建设\t3",
        "一、 制度建设",
        "（一）修订：逐项讨论",
        "全年四项。",
        "（二）公示：上墙",
        "全部公示。",
        "二、 队伍建设",
        "办班三期。",
    ),
    "a decimal that measures": lines(
        "1 总体",
        "1.1 吞吐",
        "1.5万吨级泊位投入使用。",
        "1.2 装卸",
        "3.2米水深的池子只停驳船。",
        "2 安全",
        "2.1 排查",
    ),
    "right marks": lines("一、制度", "（一）修订。", "1.公示。", "2.监督。", "①上墙；", "②上网。"),
    "1、 is common": lines("1、修订四项。", "2、公示四项。"),
    "an item that begins with a figure": lines("1.修订四项。", "2.5+2就业之家建成。", "3.办班三期。"),
    "the first stands in the paragraph above": lines(
        "保洁要求：日常（教室及走廊）（1）桌凳对齐。", "（2）地面洁净。", "（3）门窗明亮。"
    ),
    "a number taken from a longer paper": lines(
        "各班组自查之后汇总。", "（四）突出五项机制", "机制健全，责任到人。"
    ),
    "一是有": "还有差距：一是有的班组拖沓；二是有人缺勤；三是设备老化。",
    "about eighty": "八十来岁的老人也来参加，三十来户报名。",
    "一把手": lines("一、一把手带头抓", "（一）一件一件落实。", "（二）一项一项销号。", "二、一线为主"),
    "a single 2 in a sentence": "楼道清理完毕。2、4组合并，共用一间仓库。",
    "labels between the items of a list": lines(
        "1.做了哪些功能？",
        "全部做完。",
        "2.用了哪些模式？",
        "服务端：",
        "1. 分层",
        "2. 中介",
        "客户端：",
        "1. 观察",
        "3.亮点有哪些？",
        "有两个。",
    ),
    "a number behind a heading that is written otherwise": lines(
        "【不足】",
        "1.优势明显。",
        "2.短板也有。",
        "【体会】",
        "1{细心}随时记录。",
        "2.{耐心}逐一答复。",
        "【打算】",
        "多学多问。",
    ),
    "a form to fill in": lines("1.", "2.", "3."),
    "lines of reckoning": lines(
        "船工加班费按下列算式计算：", "37.5×150%×4＝225元；", "37.5×200%×8＝600元；", "37.5×300%×8＝900元。"
    ),
    "an article that is vacant, as its place says": lines(
        "第一条　渡船每年检验。",
        "第二条　大风停航。",
        "（第三条　原夜航办法，已并入第二条，编号保留。）",
        "第四条　雾天停航。",
        "第五条　汛期停航。",
    ),
    "an item that is vacant, as a note says": lines(
        "1. 检验渡船", "2. 更换缆绳", "4. 培训船工", "5. 修缮候船室", "注：编号3已取消，不再使用。"
    ),
    "an action that was merged, in English": lines(
        "1. Check the boats", "2. Replace ropes", "4. Train crews", "Action 3 was merged into action 2."
    ),
    "notes under a label": lines(
        "一、船舶",
        "（一）检验",
        "1.每年一次。",
        "（二）修理",
        "2.随坏随修。",
        "二、人员",
        "说明：",
        "（1）含临时工。",
        "（2）不含值班员。",
    ),
    "an item whose words stand on the next line": lines(
        "（一）", "清淤两公里，补漏六处。", "（二）", "换泵九台。"
    ),
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_numbers_that_follow_on_are_left_alone(text: str) -> None:
    assert found(text) == []


DEFECTS = {
    "the first of two paragraphs twice": (
        lines("各渡口要做到：", "一是按时检修缆绳。", "一是按时清点救生衣。"),
        (3, "一是"),
    ),
    "a slip before a later number": (
        lines(
            "1.检修缆绳。",
            "2.清点救生衣。",
            "3.更换航标灯。",
            "三项已在五月办完，另外两项正抓紧。",
            "1.清理护坡。",
            "5.登记船只。",
        ),
        (5, "1."),
    ),
    "nothing behind the last number": (lines("1.检修缆绳。", "2.清点救生衣。", "3."), (3, "3.")),
    "a figure left out": (
        lines("水位见图1。", "图1 水位过程线", "沉降稳定。", "图3　沉降过程线", "表1 测点"),
        (4, "图3"),
    ),
    "a table twice": (lines("表1：人员", "表2：经费", "表2：设备"), (3, "表2")),
    "a figure that is not there": (
        lines("水位见图1，沉降见图2。", "图1水位过程线", "图2沉降过程线", "从图3可以看出，沉降已稳定。"),
        (4, "图3"),
    ),
    "a table that is not there": (
        lines("经费安排见表1（人员见表2）。", "表1 经费安排", "各项均按月支付。"),
        (1, "表2"),
    ),
    "nothing under a heading": (
        lines("一、制度", "修订四项。", "二、队伍", "三、服务", "延时一小时。", "四、打算", "扩建码头。"),
        (3, "二、队伍"),
    ),
    "dots under a heading": (
        lines("一、制度", "修订四项。", "二、队伍", "……", "三、服务", "延时一小时。"),
        (3, "二、队伍"),
    ),
    "nothing under 2.": (
        lines("1.制度", "修订四项。", "2.队伍", "3.服务", "延时一小时。"),
        (3, "2.队伍"),
    ),
    "nothing under （二）": (
        lines("一、制度", "（一）修订", "修订四项。", "（二）公示", "（三）监督", "聘八人。"),
        (4, "（二）公示"),
    ),
    "nothing under the last heading": (
        lines(
            "渡口2024年工作总结",
            "一、制度",
            "修订四项，全部上墙公示。",
            "二、队伍",
            "全年办班三期，参训船员四十人。",
            "三、下一步打算",
            "柳汀渡口管理站",
            "2024年12月30日",
        ),
        (6, "三、下一步打算"),
    ),
    "gap": (lines("一、制度", "修订四项。", "三、队伍", "办班三期。", "四、服务", "延时。"), (3, "三、")),
    "gap of （一）": (lines("一、制度", "（一）修订。", "（三）公示。"), (3, "（三）")),
    "gap of 1.": (lines("1.修订四项。", "2.公示四项。", "4.办班三期。", "5.轮岗六人。"), (3, "4.")),
    "repeat": (
        lines("一、制度", "修订四项。", "二、队伍", "办班三期。", "二、服务", "延时。", "三、打算", "扩建。"),
        (5, "二、"),
    ),
    "repeat, then on": (lines("（一）修订。", "（二）公示。", "（二）监督。", "（四）办班。"), (3, "（二）")),
    "repeat of the first": (lines("1.修订四项。", "1.公示四项。", "3.办班三期。"), (2, "1.")),
    "too high by one": (lines("1.修订四项。", "3.公示四项。", "3.办班三期。"), (2, "3.")),
    "restart under one heading": (
        lines("一、制度", "修订四项。", "二、队伍", "办班三期。", "一、服务", "延时。", "二、打算", "扩建。"),
        (5, "一、"),
    ),
    "does not begin with 一": (lines("二、制度", "修订四项。", "三、队伍", "办班三期。"), (1, "二、")),
    "（二） without （一）": (
        lines("一、制度", "（一）修订。", "（二）公示。", "二、队伍", "（二）培训。", "（三）轮岗。"),
        (5, "（二）"),
    ),
    "decimals, repeat": (
        lines("1. 制度", "1.1 修订四项。", "1.2 公示四项。", "1.2 监督。", "2. 队伍", "2.1 办班。"),
        (4, "1.2"),
    ),
    "decimals of three figures, gap": (
        lines("2.3.1 办班三期", "两班。", "2.3.3 轮岗六人", "六人。"),
        (3, "2.3.3"),
    ),
    "decimals, gap": (lines("2. 队伍", "2.1 办班三期。", "2.3 轮岗六人。"), (3, "2.3")),
    "一是, gap": ("还有差距：一是人手不足；二是经费偏紧；四是设备老化。", (1, "四是")),
    "一是, repeat": ("还有差距：一是人手不足；二是经费偏紧；二是设备老化。", (1, "二是")),
    "一是 twice": ("还有差距：一是人手不足；一是经费偏紧；三是设备老化。", (1, "一是")),
    "一是 missing": ("还有差距。二是经费偏紧；三是设备老化。", (1, "二是")),
    "一是, gap in the second run": (
        "问题：一是人手；二是经费；三是设备。打算：一是补人；二是争取；四是更新。",
        (1, "四是"),
    ),
    "一是 opens paragraphs, gap": (
        lines("一是修订制度。四项公示。", "二是办班。共三期。", "四是轮岗。六人。", "五是考核。"),
        (3, "四是"),
    ),
    "第二 missing": ("第一，修订制度。第三，办班。", (1, "第三，")),
    "inline numbers, gap": ("不足：1.人手不足；2.经费偏紧；4.设备老化。", (1, "4.")),
    "brackets": (lines("（一）修订。", "(二)公示。", "（三）监督。"), (2, "(二)")),
    "half a bracket": (lines("（一）修订。", "（二）公示。", "(三）监督。"), (3, "(三）")),
    "dot and comma": (lines("1.修订四项。", "2、公示四项。", "3.办班三期。"), (2, "2、")),
    "Arabic among Chinese": (
        lines("一、制度", "修订四项。", "2、队伍", "办班三期。", "三、服务", "延时。"),
        (3, "2、"),
    ),
    "level": (
        lines("一、制度", "（一）修订。", "（二）公示。", "二、队伍", "（1）培训。", "（2）轮岗。"),
        (5, "（1）"),
    ),
    "gap under a label": (
        lines("一月份", "1.清淤。", "2.补漏。", "4.换泵。", "二月份", "1.修闸。"),
        (4, "4."),
    ),
    "repeat under a label": (
        lines("办公室", "1.清淤。", "1.补漏。", "3.换泵。", "财务室", "1.修闸。"),
        (3, "1."),
    ),
    "restart without a label": (
        lines(
            "1.执行力",
            "令行禁止，从不拖延。",
            "2.责任感",
            "层层落实，人人有责。",
            "1.服务",
            "随叫随到，细致耐心。",
        ),
        (5, "1."),
    ),
    "（一） goes back below a paragraph": (
        lines("（一）清淤。", "全年两公里。", "（二）补漏。", "全年六处。", "（一）换泵。", "全年九台。"),
        (5, "（一）"),
    ),
    "gap after an inner list": (
        lines("1. 清淤", "  1. 停水；", "  2. 抹灰；", "2. 补漏", "4. 换泵", "5. 修闸"),
        (5, "4."),
    ),
    "gap behind a grade": (
        lines("1、站站有队。", "2、2023级唱两首。", "3、2025级唱一首。", "5、谱子自带。"),
        (4, "5、"),
    ),
    "gap that a pair does not fill": (
        lines("一、制度", "修订四项。", "三、队伍", "一、二季度办班三期。"),
        (3, "三、"),
    ),
    "within a paragraph": (
        lines("（一）清淤。", "全年两公里。（二）补漏。全年六处。", "（三）换泵。", "全年九台。"),
        (2, "（二）"),
    ),
    "the first of a paragraph has lost its number": (
        "今后打算：多走访农户。2、多记笔记，随时请教。3、多练技术。",
        (1, "2、"),
    ),
    "doubled": (lines("一、一、制度", "修订四项。", "二、队伍", "办班三期。"), (1, "一、一、")),
    "doubled, in brackets": (lines("（一）修订四项。", "（二） （二）办班三期。"), (2, "（二） （二）")),
    "doubled, Arabic": (lines("1、修订四项。", "2、2、办班三期。", "3、轮岗。"), (2, "2、2、")),
    "doubled before an article": (
        lines("第一条　渡船每年检验。", "第二条第二条　大风停航。", "第三条　夜间停航。"),
        (2, "第二条第二条"),
    ),
    "doubled in a sentence": ("还有差距：一是一是人手不足；二是经费偏紧。", (1, "一是一是")),
    "two marks": (lines("1、.修订四项。", "2、办班三期。"), (1, "1、.")),
    "two marks, Chinese": (lines("一、修订四项。", "二、，办班三期。"), (2, "二、，")),
    "empty": (lines("（一）修订四项。", "（二）", "（三）办班三期。"), (2, "（二）")),
    "empty, the last": (
        lines("一、制度", "（一）修订四项。", "（二）公示。", "（三）", "二、队伍", "办班三期。"),
        (4, "（三）"),
    ),
    "empty, Arabic": (lines("1.修订四项。", "2.", "3.办班三期。", "4.轮岗六人。"), (2, "2.")),
    "one item where three are announced": (
        "坚持三个结合：一是与培训相结合，边学边干，职工普遍欢迎。",
        (1, "三个结合："),
    ),
    "three kinds where four are announced": (
        lines("物资分为四类：", "1.编织袋。", "2.铁锹。", "3.水泵。"),
        (1, "四类："),
    ),
    "three groups where two are announced": (
        "比赛按年龄分为两组：一是少年组；二是青年组；三是老年组。",
        (1, "两组："),
    ),
    "two that begin alike where three are announced": (
        "难处有三点：一是人少；一是路远。",
        (1, "三点："),
    ),
    "a circled number left out": (lines("①走步；", "②画像；", "④飞镖。"), (3, "④")),
    "a day behind the number, given twice": (
        lines("1.8月底前清淤。", "2.9月验收。", "2.10月总结。"),
        (3, "2."),
    ),
    "an article left out": (
        lines(
            "第一条　为管好渡口，制定本办法。",
            "第二条　渡船每年检验。",
            "第四条　大风停航。",
            "第五条　夜间停航。",
        ),
        (3, "第四条"),
    ),
    "an article left out in another chapter": (
        lines(
            "第一章　总则",
            "第一条 为管好车辆，制定本办法。",
            "第二条 本办法适用于各站。",
            "第二章　使用",
            "第四条 用车提前一天申请。",
            "（一）填单；",
            "（二）登记。",
            "第五条 周末用车另行批准。",
        ),
        (5, "第四条"),
    ),
    "one of few articles left out": (
        lines("第一条　不乱倒垃圾。", "第二条　不乱堆柴草。", "第四条　不乱搭棚子。"),
        (3, "第四条"),
    ),
    "an article given twice": (
        lines("第1条 渡船每年检验。", "第2条 大风停航。", "第2条 夜间停航。", "第3条 雾天停航。"),
        (3, "第2条"),
    ),
    "an article within a paragraph": (
        lines(
            "第一条　渡船每年检验。",
            "第二条　大风停航。第三条　夜间停航。",
            "第四条　雾天停航。",
            "第五条　汛期停航。",
        ),
        (2, "第三条"),
    ),
    "a number is missing, and another is said to be vacant": (
        lines("1. 检验渡船", "2. 更换缆绳", "4. 培训船工", "5. 修缮候船室", "注：编号6已取消，不再使用。"),
        (3, "4."),
    ),
    "count": ("突出抓了以下四个方面：一是修订制度；二是办班；三是轮岗。", (1, "以下四个方面：")),
    "count in the line above": (
        lines("今后做好三项工作：", "1.修订制度。", "2.办班三期。"),
        (1, "三项工作："),
    ),
}


@pytest.mark.parametrize(("text", "place"), DEFECTS.values(), ids=DEFECTS)
def test_numbers_that_do_not_follow_on_are_found(text: str, place: tuple[int, str]) -> None:
    line, words = place
    ((at, span),) = found(text)
    assert at == line
    assert words.endswith(span) or span.startswith(words)


@pytest.mark.parametrize(
    "text", [lines("(一）修订。", "（二)公示。"), lines("(一）修订。", "(二）公示。", "（三)监督。")]
)
def test_brackets_of_two_widths_are_no_model_for_others(text: str) -> None:
    """How each of them is to be written is told by a rule on punctuation."""
    assert found(text) == []


def test_each_defect_can_be_asked_for_alone() -> None:
    text = lines("（一）修订。", "(二)公示。", "（四）监督。")
    assert found(text, options(numbering, defects=("order",))) == [(3, "（四）监督")]
    assert found(text, options(numbering, defects=("style",))) == [(2, "(二)公示")]
    assert found(text, options(numbering, defects=("level", "count"))) == []


MESSAGES = [
    (lines("（二）修订。", "（三）公示。"), "编号从“（二）”开始，缺少“（一）”", None),
    (lines("1.修订。", "3.公示。", "4.监督。"), "编号不连续：“3.”之前缺少“2.”", None),
    (lines("1.修订。", "2.公示。", "2.监督。"), "编号“2.”重复，应为“3.”", "3.监督"),
    (lines("1.修订。", "2.公示。", "2.监督。", "3.办班。"), "编号“2.”重复，应为“3.”", None),
    (lines("1.修订。", "4.公示。", "3.监督。"), "编号不连续：“4.”之前缺少“2.”", "2.公示"),
    (
        "一是修订；二是公示；三是监督；二是办班；五是轮岗。",
        "编号次序不对：此处应为“四是”，却是“二是”",
        "四是办班",
    ),
    (lines("一、一、制度", "修订四项。"), "编号“一、”写了两遍，请删去一个", "一、制度"),
    (lines("1、.修订。", "2、公示。"), "编号“1、.”后面有两个标点，请写作“1、”", "1、修订"),
    (
        lines("（一）修订。", "(二)公示。", "（三）监督。"),
        "同级编号写法不一：多数写作“（一）”，此处为“(二)”",
        "（二）公示",
    ),
    (
        lines("一、制度", "修订四项。", "2、队伍", "办班三期。", "三、服务"),
        "同级编号写法不一：多数写作“一、”，此处为“2、”",
        None,
    ),
    (
        lines("１．修订。", "３．公示。"),
        "编号不连续：“３．”之前缺少“２．”",
        None,
    ),
    (
        lines("1 评价", "1.1 工期", "１．上线。", "２．返工。", "1.3 质量", "缺陷减半。"),
        "编号不连续：“1.3”之前缺少“1.2”",
        None,
    ),
    (
        lines("甲、责任", "签订责任书。", "乙、经费", "双方各半。", "乙、考核", "年底考核。"),
        "编号“乙、”重复，应为“丙、”",
        "丙、考核",
    ),
    (
        lines("甲、责任", "签订责任书。", "丙、考核", "年底考核。"),
        "编号不连续：“丙、”之前缺少“乙、”",
        None,
    ),
    (
        lines("（一）修订。", "(二)公示。"),
        "同级编号写法不一：有的写作“（一）”，此处为“(二)”",
        "（二）公示",
    ),
    (
        lines("(一）修订。", "（二）公示。"),
        "同级编号写法不一：有的写作“（一）”，此处为“(一）”",
        "（一）修订",
    ),
    (
        lines("（一）清淤。", "全年两公里。（二）补漏。", "（三）换泵。"),
        "编号“（二）”夹在段落当中，请另起一段",
        None,
    ),
    (lines("5.1 修订。", "6.2 公示。", "6.3 监督。"), "编号不连续：“6.2”之前缺少“6.1”", None),
    # a heading has lost its number
    (
        lines(
            "一、排查情况", "查出隐患九处。", "整改情况", "九处全部销号。", "三、宣传情况", "入户发放挂图。"
        ),
        "编号不连续：“三、”之前缺少“二、”",
        None,
    ),
    (
        lines(
            "（一）防疫情况", "由畜牧站牵头。", "检疫情况", "兽医站派员。", "（三）抽查情况", "检疫所抽查。"
        ),
        "编号不连续：“（三）”之前缺少“（二）”",
        None,
    ),
    (
        lines("第一节 选址", "选在渡口东侧。", "施工情况", "工期五个月。", "第三节 验收", "一次通过。"),
        "编号不连续：“第三节”之前缺少“第二节”",
        None,
    ),
    (
        lines("第一组", "1.领队", "2.医护", "3.司机", "第二组", "2.医护", "3.司机"),
        "编号从“2.”开始，缺少“1.”",
        None,
    ),
]


@pytest.mark.parametrize(("text", "message", "suggestion"), MESSAGES)
def test_a_finding_says_what_is_due(text: str, message: str, suggestion: str | None) -> None:
    """A number is suggested only where those after it prove that it alone is wrong."""
    (match,) = build(ALL)(draft(text))
    assert match.message is not None
    assert match.message.zh == message
    assert match.suggestion == suggestion


def test_generated_numbers_count_like_typed_ones() -> None:
    case = draft(lines("制度", "修订四项制度，全部公示。", "队伍", "全年办班三期。"))
    labels = ("一、", "", "三、", "")
    blocks = tuple(
        block._replace(label=label) for block, label in zip(case.document.blocks, labels, strict=True)
    )
    document = case.document._replace(blocks=blocks)
    (match,) = build(ALL)(case._replace(document=document, parts=outline(document)))
    assert document.text[match.start : match.end] == "队伍"
    assert match.suggestion is None


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("一、", "", "", ""), []),
        (("", "", "二、", ""), ["二、队伍"]),
        (("", "", "三、", ""), ["二、队伍"]),
        (("", "", "1.", ""), []),
        (("", "", "（二）", ""), ["二、队伍"]),
    ],
    ids=["no typed number", "the same number", "another number", "another style", "the same in other signs"],
)
def test_a_number_typed_behind_a_generated_one(labels: tuple[str, ...], expected: list[str]) -> None:
    first = "制度" if labels[0] else "一、制度"
    case = draft(lines(first, "修订四项制度，全部公示。", "二、队伍", "全年办班三期。"))
    blocks = tuple(
        block._replace(label=label) for block, label in zip(case.document.blocks, labels, strict=True)
    )
    document = case.document._replace(blocks=blocks)
    matches = build(options(numbering, defects=("doubled",)))(
        case._replace(document=document, parts=outline(document))
    )
    assert [document.text[match.start : match.end] for match in matches] == expected


def test_the_first_may_stand_above_a_part_that_was_cut_off() -> None:
    case = draft(lines("一、制度", "修订四项，全部公示。", "二、队伍", "全年办班三期。"))
    (part,) = case.parts
    second = case.document.blocks[2].start
    cut = part._replace(start=second, first_block=2, headings=part.headings[1:])
    assert list(build(ALL)(case._replace(parts=(cut,)))) == []
    before = part._replace(end=second - 1, end_block=2, headings=part.headings[:1])
    assert len(list(build(ALL)(case._replace(parts=(before, cut))))) == 1


def test_in_markdown_two_items_with_the_number_1_are_right() -> None:
    case = draft(lines("1. 修订四项。", "1. 公示四项。"))
    assert list(build(ALL)(case))
    assert list(build(ALL)(case._replace(document=case.document._replace(format="markdown")))) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("# A\n\n## Tides\n\n## Quays\n\n## Boats\n\nTwo.\n", [], id="most have none: a skeleton"),
        pytest.param("# A\n\n## Tides\n\nTwo.\n\n## Quays\n", [], id="too few to tell"),
        pytest.param("# A\n\n# Tides\n\nTwo.\n\n# Quays\n\nOne.\n", [], id="the title of the file"),
        pytest.param("---\ntitle: A\n---\n# A\n# Tides\nTwo.\n# Quays\nOne.\n", [], id="the title once more"),
        pytest.param("# A\n## Tides\n### Ebb\nLow.\n## Quays\nTwo.\n## Boats\nOne.\n", [], id="a heading below it"),
        pytest.param("# A\n## Unreleased\n## Tides\nTwo.\n## Quays\nOne.\n", [], id="it says all"),
        pytest.param("# A\n## Tides\n![t](t.png)\n## Quays\nTwo.\n## Boats\nOne.\n", [], id="a picture below it"),
        pytest.param("# A\n## Tides\nTwo.\n## Week 12\n## Quays\nOne.\n", [], id="a figure: a divider"),
        pytest.param("# A\n## Releases\n## 2.1 (May)\nTwo.\n## 2.0\nOne.\n## Boats\nOne.\n", [], id="one for others"),
        pytest.param("# A\n## Tides\nTwo.\n## Quays\n- \n## Boats\nOne.\n", ["## Quays"], id="an empty item"),
        pytest.param("# A\n## Tides\n## Quays\nTwo.\n## Boats\nOne.\n", ["## Tides"], id="the first"),
        pytest.param(
            "---\ntitle: A\n---\n# Tides\n# Quays\nTwo.\n# Boats\nOne.\n", ["# Tides"], id="the first below a head"
        ),
        pytest.param("# A\n## Tides\nTwo.\n## Quays\nTwo.\n## Boats\n", ["## Boats"], id="the last of the file"),
        pytest.param("# A\n## Tides\nTwo.\n## [Quays](q.md#a)\n## Boats\nOne.\n", [], id="a link leads to what it has"),
        pytest.param("# 年报\n## 潮汐\n两处。\n## 码头\n## 船只\n一艘。\n", ["## 码头"], id="Chinese"),
        pytest.param(
            "# A\n## Tides\n### Ebb\nLow.\n### Flood\n### Slack\nShort.\n## Quays\nTwo.\n", ["### Flood"], id="lower"
        ),
    ],
)  # fmt: skip
def test_headings_of_markdown_need_text_where_their_like_have_some(source: str, expected: list[str]) -> None:
    document = markdown.read("ferry.md", source.encode())
    matches = build(ALL)(Context(document, outline(document)))
    assert [document.text[match.start : match.end] for match in matches] == expected


def test_cells_and_code_are_not_read() -> None:
    case = draft(lines("1.修订四项。", "3.公示四项。"))
    cells = tuple(Block(block.start, block.end, "cell") for block in case.document.blocks)
    document = case.document._replace(blocks=cells)
    assert list(build(ALL)(case._replace(document=document, parts=outline(document)))) == []


@given(st.integers(1, 99))
def test_to_chinese_writes_what_value_of_reads(value: int) -> None:
    assert value_of(to_chinese(value)) == value


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("（二）公示", (3,), "（三）"),
        ("十、公示", (11,), "十一、"),
        ("2.1 公示", (2, 3), "2.3"),
        ("2.9 公示", (3, 1), "3.1"),
        ("②公示", (4,), "④"),
        ("第二章 公示", (3,), "第三章"),
        ("9.公示", (10,), "10."),
    ],
)
def test_a_number_is_written_as_its_siblings_are(text: str, values: tuple[int, ...], expected: str) -> None:
    number = number_at(text, 0, len(text))
    assert number is not None
    assert written(number, values) == expected


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ("first_words: [头一条]", "还有差距：头一条是人手不足，二是经费偏紧，三是设备老化。"),
        (
            "announcing: [分述于后]",
            lines("（一）修订。", "（二）公示。", "问题分述于后。", "（一）人手不足。", "（二）经费偏紧。"),
        ),
        (
            "annexes: [别册]",
            lines(
                "一、制度四项。",
                "二、办班三期。",
                "别册2",
                "说明",
                "本册由各站填写。",
                "一、沙袋。",
                "二、缆绳。",
            ),
        ),
        ("no_caption: [系]", lines("图1 水位线", "图1系汛期实测")),
        ("cited_documents: [年鉴]", lines("图1 水位线", "据年鉴，见图5，水位偏低。")),
        ("drop: [见]", lines("图1 水位线", "水位详见图5。")),
        ("self_contained: [掠光]", lines("一、制度", "修订。", "二、渡口掠光", "三、服务", "延时。")),
        ("shared_units: [锅炉]", lines("一、二锅炉全年无事故。", "二、三锅炉完成改造。", "二、四锅炉换新。")),
        ("drop: [方面]", "突出抓了以下四方面：一是修订制度；二是办班；三是轮岗。"),
    ],
)
def test_with_other_words_of_a_rule_file_the_numbers_are_right(change: str, text: str) -> None:
    assert found(text)
    assert found(text, ALL._replace(words=changed("numbering", change))) == []


def test_a_rule_file_adds_what_is_counted_and_drops_what_stands_for_the_first() -> None:
    announced = "突出抓了四招：一是修订制度；二是办班；三是轮岗。"
    assert found(announced) == []
    assert found(announced, ALL._replace(words=changed("numbering", "announced_units: [招]"))) == [
        (1, "四招：")
    ]
    begun = "首先是修订制度，二是办班，三是轮岗。"
    assert found(begun) == []
    assert found(begun, ALL._replace(words=changed("numbering", "drop: [首先]"))) == [(1, "二是办班")]


STYLES = ["一、", "（一）", "(1)", "1.", "一是", "第一，", "①", "第一章 "]


@given(st.sampled_from(STYLES), st.integers(3, 9), st.data())
def test_a_number_taken_out_is_missed(style: str, count: int, data: st.DataObject) -> None:
    """In a list of any style, the line after the hole is the one finding; the whole list has none."""
    number = number_at(style + "词", 0, len(style) + 1)
    assert number is not None
    items = [f"{written(number, (value,))} 制度第{value}项修订完毕。" for value in range(1, count + 1)]
    assert found(lines(*items)) == []
    hole = data.draw(st.integers(1, count - 2))
    del items[hole]
    assert [line for line, _ in found(lines(*items))] == [hole + 1]


@pytest.mark.parametrize(
    "piece",
    [
        "①甲；",
        "①甲；②乙；",
        "一是学习到位；二是检查到位；",
        "一是学习到位；二是检查到位。\n",
        "一、制度\n1.修订\n（1）公示\n",
        "（一）制度\n",
        "（一）制度\n甲乙\n",
        "一、制度\n（一）修订\n（二）公示\n",
    ],
)
def test_twice_the_numbers_are_twice_the_work(piece: str) -> None:
    once, twice = (draft("情况如下：\n" + piece * count) for count in (200, 400))
    assert calls(lambda: list(build(ALL)(twice))) < 2.5 * calls(lambda: list(build(ALL)(once)))


def test_circled_numbers_are_suggested_in_circles() -> None:
    """Behind ⑩, too."""
    signs = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑭"
    (match,) = build(ALL)(draft(lines(*(f"{sign}公示制度。" for sign in signs))))
    assert match.values["due"] == "⑬"


def test_an_announced_count_is_read_in_full_width_digits() -> None:
    text = "主要抓了以下{}个方面：一是制度，二是队伍，三是宣传。"
    assert found(lines(text.format("３"))) == []
    assert found(lines(text.format("４"))) == [(1, "以下４个方面：")]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.name)
def test_every_number_of_a_draft_has_its_place(path: Path) -> None:
    case = draft(decode(path.read_bytes()).text)
    for part in case.parts:
        series = all_series(case.document, part, words("numbering"))
        items = [item for one in series for item in one.items]
        assert len(set(items)) == len(items)
        assert all(part.start <= item.number.start < part.end for item in items)


SLIPS = lines(
    "一、制度",
    "（一）修订四项。",
    "(二)(二)公示四项。",
    "(二)监督。",
    "（四）表彰。",
    "1、.清淤",
    "2、补漏",
    "一、一、队伍",
    "一是一是办班；二是轮岗。",
    "三、打算",
    "扩建。",
)


def test_what_is_fixed_in_turn_is_right_in_the_end() -> None:
    """Fixes of several defects on one number do not spoil each other."""
    text = SLIPS
    for _ in range(5):
        edits = {(match.start, match.end): match for match in build(ALL)(draft(text))}
        taken = 0
        for (start, end), match in sorted(edits.items(), reverse=True):
            if match.suggestion is not None and end <= (taken or len(text)):
                text, taken = text[:start] + match.suggestion + text[end:], start
    assert found(text) == []
    assert text.split("\n")[2:5] == ["（二）公示四项。", "（三）监督。", "（四）表彰。"]
    assert text.split("\n")[5:9] == ["1、清淤", "2、补漏", "二、队伍", "一是办班；二是轮岗。"]


def test_a_mixture_without_a_majority_is_a_hint_at_most() -> None:
    for text, levels in (
        (lines("1、修订。", "2、公示。", "3．监督。", "4．办班。"), []),
        (lines("1.修订。", "2、公示。"), []),
        (lines("1、修订。", "2、公示。", "3．监督。"), [None]),
        (lines("（一）修订。", "（二）公示。", "(三)监督。", "(四)办班。"), ["info", "info"]),
        (lines("１．修订。", "２．公示。", "3、监督。"), [None]),
    ):
        assert [match.level for match in build(ALL)(draft(text))] == levels
