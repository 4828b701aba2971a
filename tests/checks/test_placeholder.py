"""Leftovers, case by case. In a text, ⟦…⟧ surrounds what must be found; the rest must stay silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.checks import placeholder
from linter.checks.placeholder import notes
from linter.checks.placeholder.words import Words
from linter.model.document import Block, Document, LineMap, Mark
from linter.model.outline import Context
from linter.readers import markdown
from linter.structure import line_types, web_lines
from tests.support.drafts import document, draft
from tests.support.rules import build, finds, with_words

FINDS = finds("leftovers", "placeholder")

SILENT = """
# crosses that multiply
2×3米的展板，规格为10×15厘米，4×100米接力赛，“3×3”篮球赛。
按60分×40%计算，长×宽×高，单价×数量，人数×天数。
实行7×24小时值守，开展“2×8”服务行动。
全年电费按12个月×日均用电量折算。
# letters that are names
接口升级到x.x版本，兼容HTTP 1.x，坐标记作(x.x)，文件名为a.x。
新购X光机1台，开展X线检查，X射线防护到位，X片阅片，X刀治疗。
遗传科检测XX染色体、XY染色体各1例。
工作服尺码XXL、XXXL、20XXL若干，iPhone X手机1部，购置Xbox1台。
开展“1+X”证书试点，推行“N+X”模式，打造“党建+X”品牌。
HTTP 4xx错误，5XX系列，X轴表示月份，共识别出x、y两个变量，均值为x±s。
线段A—X—B，对照X—Y平面，维生素K—X，型号A—X—3。
型号为DN-200X的水泵，20××A的阀门，K20XX系列，DN-20XX阀门，以“临XX”开头的车牌。
受理来电42件、来函、信访件，办结39件；检修趸船3艘、浮桥两座，更换前台、后台各一处，配发工具9件。
渡口配备3人、船员、学员各若干，第2批、第3批、首批均已到位。
沿岸船户20户、渔户3户，其余为散居户。慰问五保户12户、低保户、船员家庭8户。
粉刷客房、机房、值班房间，晚间巡查，期间换灯，配套工具成套，添置路灯、渔船、桌椅，办理捐款业务。
到场船工32人，家属8人，讲解航规的是负责人。
2. 您常走哪条路？ □东路 □西路 □其他________
3. 您的职业： A.务农 B.务工 C.其他______
选址方案待定，已函询规划所；亩数待核实，由测量组复测；地点待定，届时另行通知。
报名表（请各组核对无误后上报）于5日前送达，窗口（请先取号再查询）开放。
投入资金超万元，安排经费50万元用于亮化，2023—2024学年。
责任落实到人，按人到岗，报到人数12人，学校始建于1921年。
患者李××、张××均已出院，当事人赵××和钱XX达成和解，值班电话0000-123****。
按每人X元发放（X为工龄），每组按X×12核算，其中X表示年限。
第X类、第Y类物资分区存放。
申请人（签字）：　　　　日期：　　年　月　日
网友“渔火××”留言，市民“老船某某”来电，模板里的“${日期}”替换为当天日期。
村头石壁上有人写下“到此一游XXX”，已擦除。
密码不得设为****或123456，书名号《 》与“ ”的用法已培训，（  ）内填字母。
各单位根据实际情况填写台账，各村根据实际情况补充完善后报送。
变量取不到时显示undefined，结果变成NaN。
甲方（盖章）负责施工，（数据含三个单位），代表问（这笔钱谁来出？）。
贯彻落实关于加强管理的意见，温度20~30度，学习 强国平台。
某县某局局长张某，利用职务便利收受贿赂，李某某行贿。
示例：××市人民政府关于××××的通知，落款写“××县人民政府”。
青政发〔2025年〕12号、青教函[2024年]3号。
展板（图片）挂在一楼，此部分由县财政承担，以上数据需要说明的是口径不同，本段由三家施工。
# numbers and persons kept private
在某县委领导下工作的张某，因受贿被查；据某局通报，某单位在检查中受批评。
某县医院的舆情处置案例值得借鉴，某村一户村民来信致谢，某局一名干部被通报。
预约热线138****1234，身份证号510***********1234。
患者张某，女，62岁；家属王某某反映情况；患者李××投诉；村民赵某某来访；发帖人周××已删帖。
各组的夜校笔记装订成一本记事册，另编三套题库册，印了几份宣传册。
某医院、某些科室、某单位的经验，某年某月的事。
| 370 | **19** | **118.20** | **20** |
除注明外，金额单位为万元，面积单位为亩。
本文金额除注明外均为万元，同比均以去年为准。
审核人（签字）：________
班级：______  家长签名：______  隐患地点：__________
甲方代表（签字）：________　　乙方代表（Signature）：________
Signed as a true record: ________ (Chair)    Date: ________
# Chinese numerals, pictograms, check boxes, bullets
二〇二四年十二月，二○二四年，一九九八年，一〇五医院，三〇一医院。
☑是 □否　□优 □良 □差
○加强学习，○严格管理。
● 落实责任
★★★★★服务窗口，★表示五星。
# texts about masks
A display told why printers set "lorem ipsum" as dummy text, and the words "Lorem ipsum dolor" in lead.
The lorem ipsum of printers goes back to Cicero；排版常用lorem ipsum占位。
公文中不得出现“××”“XX”等字样。
审稿时发现占位符（如XX、××、***）未替换的，一律退回。
培训讲解了“单击或点击此处输入文字”“错误!未找到引用源。”等典型错例。
以“×”代替姓名，并隐去身份证号中间部分。
漏填的地方不少，例如“值班人：XXX”“此处补上航次”“【待填】”，交接时没人看。
譬如“X月X日在码头办公室开会”，不能只写“近期”。
值班表里留着“XX码头”“（待补）”之类的话，一律退回。
写得粗的如“船长：XX”“【待补充】”，这样的疏漏一眼就能看出来。
# lines that others write on
旅客在卡片上填写“我最难忘的一次渡河是______”，投进木箱。
船票背面写上“祝你平安，来自____”，由下一位旅客接着写。
# code and addresses
本库参考了 `旧版 <https://example.org/old>`__ 的实现。
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
出风口紧挨着大米袋，库房门口堆着化肥袋，灶台边放着食用油桶。
河道里漂着矿泉水瓶、农药瓶，学生用矿泉水瓶做了手工，把空的水果箱码放整齐，捡拾口罩盒、月饼盒。
垃圾要装入厨余袋、纸箱，厨余桶每日清运两次。
累计接待来访48批、160人次，按批、人次登记，接待来访批次、人次均有下降，组织党员、群众植树。
押金人民币叁仟元整（￥3000元），以人民币元计价，元整部分不找零。
在凉亭座谈，参观冷库座谈会，桥梁座板更换两块，情报期刊订了三种，农户人次按月统计。
规范场所、份额、天数、年份、批次、台账，市场、现场、立场、卖场。
按期完成，任期、定期、整改期，国家、大家、专家、负责人、联系人。
步履不停开新篇，工地热火朝天，安全交底不走过场，形成正式文稿样例。
单位：万元
单位名、项目名、专业名，联系人。
完成率（%）
医院门诊人次、住院人次同比增长，年收入超万元。
党的大政方针，第一季度，第二次会议，上午8时。
# notes in brackets that are no instructions, UI texts, quizzes, names
（此处数据为初步统计），（此处仅列主要项目），项目优先级低（待核心模块完成后）。
湖边步道由谭某某老人自愿打理，商户连某某补缴租金，印某某、邬某某无碍。
【温馨提示】请携带证件，点击【确定】后弹出【保存成功】提示，见【附件1】和【表2】。
1. 下列说法正确的是（　）。
Python的%s与%d写入教材，状态有TBD与TBC两种，变量undefined导致报错的问题已解决。
问：为什么？？？怎么办????群里一片问号。
疑问记号分为？、？？、？？？三档填写。
居民在此处核对信息，红色预警区域需补充物资，点击添加按钮，征文（1500字左右）按时交来。
（以下简称《补充协议》），（请各单位于5日前报送），（项目待验收），（方案再次修改后通过）。
# legal numerals, and 廿
追加经费捌拾万元，结清尾款叁佰贰拾伍万元，慰问金共计壹万贰仟元。
先后巡堤廿余次，发放棉被卅床，接待柒拾余人，惠及肆佰余户，借用伍台。
# persons kept private, whatever their surname
纪某某因琐事与邻居阙某某发生争执，社工上门劝和。
给予仓库保管员寇某某警告处分，于某某、覃某某主动退还补贴。
班长江某某、会计时某某、副站长于某某、校长白某某先后发言。
经评议，给予渡工卓某某同志警告处分。受表彰的网格里，冉某某因病缺席。
镇长接访时，禹某某递交了材料。
# what was said, signs and all
有家长打电话问：“××老师，孩子的书包落在哪间教室？”老师当晚送回。
一名游客留言：“××景区的厕所该修了！”管护队三天内修好。
班长回复“已经转交某某处理”才算接单。
# signs that stand for something spoken of
路牌统一写作“第X组第X号”，不写“某某大院”。
照片一律以“年份+XX村+户主”命名后上传。
文件命名规则为：XX站-日期-事项；邮件主题写“姓名+XX岗位”；这类“某某某”式的总结、“××”之类的字没有价值。
开场点明主题（“今天主要就XX工作讲几点意见”），讲清依据（“经XXX同意”“根据XXX部署”）。
| “帮我写一份关于XX的通知” | 先问清事由、对象和时限 |
议程预告用一句话（"今天的会议共有X项议程"）。
有人说“XX也能办成”，歌词写道：“××，我的家乡！”
# forms that others fill in
请填报《XX站安全自查表》《XX站人员信息表》，签订《XX门面租赁合同》。
购置iPhone XX手机一部。
每村交《XXX村河道认养申请表》两份，另附《XX小区业主同意书》复印件。
申请人填好《××县农机具借用登记表》，交到窗口。
请各船填写：姓名____　船号____　电话____
请参会人员填报以下信息：单位：＿＿＿　人数：＿＿＿
# x in easy speech
同学又发了xx顶会的文章，根据xxx的说法，原因是xxx的问题。
# letters that are variables
每块田取N个样点，N按面积确定；连续N次读数相同即停。
启用N95口罩，推广“1+N”模式，计算n次方，N级响应。
# empty brackets that wait for a tick, or are code
检查结论：合格（  ） 不合格（√）
意愿：同意[ ] 不同意[ ]
请在（　）中打√，并把选项写在（　）内，名单在（ ）里填写。
调用SUM()和list[]两种写法，函数init()无参数。
# notes in brackets
合作社把晒场（此处原为砖窑）改成停车点，方案（说明附后）已公布。
新站点的名称尚待定，二期规模仍待定，线路待定后再报批，有待补充的岗位三个。
选址待定期评估，待核定的编制两个，请选择错峰取水的提议有人响应。
这是一件大事——户户通电，家家有光——人人称好，护林员记得补水（夜间两人同行）。
防治病虫两类（如：松毛虫、天牛），株距两米（例：坡上两米五）
护林员（简要说明来意后）进门查看，（重点介绍了火险）村民听得认真。
这里要补种的树六百株，此处得修一道闸，书签未定义的旧稿另存。
# a form behind its mark, and how to fill one in
日期按“XXXX年XX月XX日”填写，单位在“××站”一栏书写全称。
# states that are named, and products
推行TODO清单管理，上线“TODO”待办模块，卡片分TODO、DOING、DONE三栏。
插件有提问（ask-user）、任务清单（todo）和联网（web）三种，看板分待办(todo)、在办(doing)。
用To-do list排事项，采购Toda牌水泵，安装mastodon客户端。
TODO Garden, our watering app, was down; the TODO list of each member was shown.
The minutes say "not TBD, but decided in June"; visitors asked what TBD meant.
Whether the hut stays open is to be decided by the committee. Risk: none, N/A.
项目采用TBC体系，引入TBA，检测TBC。
闸门镀层用热浸锌合金（TBC），浮标灯换铊溴灯(TBA)，两年未见锈蚀。
What to do: nothing. He had this to do, and no more. 待办清单（To do list）贴在渡口值班室。
患者李××多次来信，村民赵××余款已结清。
Freight is sent to TBC Lines; we refer to TBA as the terminal authority.
# values of programs that are spoken of
可选参数的默认值：null，返回值：undefined，字段类型：None。
台账里写“null”的格子改作空格，函数给出None时另行提示，NaN一律不计。
字段值为undefined时弹出提示；返回null表示没有记录。
亩产提高8%.2月补种，成活率95%$。
页面提示Invalid Date的问题已修复，Finance部门和南南（Nannan）小组到会，人均5$!
# runs and tags of English texts
Super Bowl XX tickets, Chapter XX describes tides, World War XX is none, and Louis XX reigns by Rule XX today.
The film was rated XXX by none. We print by XX-20 machines, with XXL gloves, and meet TBD Ltd.
The letters TBC, TBD and TBA stand for what is open; girls with XX chromosomes.
# brackets and braces of English texts
The keeper wrote that they [state inspectors] had come, [sic] and [described] the gauge; see [Describe] and [1].
The report [List of gauges] and {state} stay, as do {a, b, c}, {list the: files}, {give(the bell)} and \\emph{list the files}.
完成率98%，参会率100%，比上年提高3%s以内，输出%Y格式。
{{< figure src="map.png" >}}，{{% notice tip %}}，## 背景 {#background}
See the [catalogue format], the [survey of banks] and [NOTE] below; list[Name](x) is code.
# errors that people make
核对出运行错误两类，错误！小孩子也看得出来，未找到的底片另行翻拍，目录项共十条。
# units that belong to a name or a list
《办法》约定名称、数量、回收期次、结算方式，每季公布摆渡旅客人次、修船件数。
这是全组半年的累计学时，学校编印“新生成长册”，把它作为新生成长册（首版）。
依法办理复议案件，应诉复议案件，水泥1200多万重量箱。
样品袋：三种规格。
# blanks within a clause that stand for nothing
负责 项目管理的船工，处置 起重设备两台，走访 户籍在册的船员，第三章　台账管理。
# names of bodies in brackets, and vacant places
县属单位（名称见附件）承办，车位先空着，两间库房先空着等新船队入驻。
满意率%
参会总人数 人
接待游客人次、旅游收入分别增长10%。
- **Performance:** Fast enough, see the directive__ and /tmp/house-XXXXX; ***** BEGIN *****, %Map% holds; rename TODO.txt first.
The warranty is disclaimed, and so is the rest of the software.**
- [ ] No duplicate was reported before
Girls have XX chromosomes; Act XX describes boats, chapter XX describes locks, and size XX fits. Vol. XX covers boats.
The ferry has ____ on Mondays. We met the __ methods, the XX games, a XXL boats sign and clause XX was cut.
The boats XX-300s lie in the ____ Plus yard.
# what English says to readers, and names of values
Ring the bell here. Tickets are sold here. Boats turn here... The ferry stops here.
Read the timetable here... Add your boat to the list here. Details here: see the annex.
This section is used to list the ferries; the bridge (to be added in May) is left out.
We add more boats (three) each year (to come in May). “Bla bla”, said the keeper.
[Please see the annex on tides first] [Please note the low bridge] <title> <lock-keeper> <tide>
quay --list <harbour name>
    quay <boat name> -o
Scanning is 200x faster, 190x as large and ~150-200x more useful.
More is planned (see the file TODO). The quay is to be completed in May. To be added to the list, write to us.
Volume: XX
Sex chromosomes: XX
The list xx: boats. Size: XXL
# boxes that are chosen or ticked, and bullets
□男 □女
□同意　□不同意
- [x] 核对人数
☑ 通报已经印发
□ 加强学习，提高认识。
余款万元以上的须两人签字，尾款百万元，保证金万元户先交，差额万元/年。
合同价人民币（大写）叁万元整，定金 2万元，结算为人民币 30000元。
# values that only look like those of a program
导出的表里显示Infinity%，是分母为零所致。
脚本里用%Y年%m月%d日表示日期，按yyyy年MM月dd日格式填写。
比分=3-2，编号E+12，####
# vessels that are things
配电柜正对着水泥袋，空农药瓶不得丢进闸室。
# English
Crews check with Reception before entering (see the notice).
"""

FOUND = """
宣传栏里还是⟦lorem ipsum⟧。
⟦Lorem ipsum⟧占着船期表的位置。
码头屏幕显示“⟦Lorem ipsum⟧ dolor sit amet”，尚未换下。
播种⟦x.x⟧万亩，比上年增长⟦x.xx⟧%，出栏⟦xxx.x⟧万羽。
产值⟦*.*⟧亿元、同比增长⟦**.*⟧%，面积⟦×.×⟧ 万亩。
评选办法有好几种，例如“⟦XX⟧杯”比武，例如，培训⟦XX⟧人次。
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
甲方—⟦X⟧—承担费用，由—⟦×⟧—牵头，自 — ⟦X⟧ — 起施行。
今年以来，在⟦某⟧人大的指导下，在⟦某⟧县委和政府的坚强领导下，各项工作有序推进。
# numbers
召开专题会议⟦X⟧次，参加⟦XX⟧人次，完成投资⟦X.X⟧亿元，同比增长⟦XX⟧%。
支出经费⟦____⟧万元，结余⟦＿＿＿⟧元，新增床位⟦*⟧张，累计⟦×⟧余人次。
⟦○○⟧县第⟦○⟧季度工作情况，第⟦×⟧督查组到会，还有⟦??⟧人未到。
电话：⟦0817-XXXXXXX⟧，传真：0817-⟦××××××××⟧
投入⟦经费万元⟧用于创城，安排专项⟦资金万元⟧，柳湖小⟦学—学年⟧下学期总结
疏浚河道9公里⟦（这里再核一下，水利口径好像是8.6）⟧，护岸完好
培训4期⟦（人数回头问一下李科）⟧，到会58人⟦（好像是56人）⟧，获奖3项⟦（后面补两项）⟧
验收时间⟦待定⟧，地点：⟦待定⟧
学校⟦始建于年⟧，占地20亩，党员⟦应到人、实到人⟧
甲方⟦（  ）⟧负责施工，联系人⟦undefined⟧，电话已停机
投入38万元⟦（数据截止到几月？）⟧，到会代表⟦（名单要不要核？）⟧
⟦[图片]⟧
⟦（此处配图）⟧
⟦此部分由财务填写⟧
⟦本段待修改⟧
⟦以上数据需再次核对⟧
会议⟦由　　主持⟧，合同价⟦人民币　　　元⟧整
船款已付贰万元，⟦尾款万元⟧待试航后结清，⟦质保金 万元⟧由船厂垫付。
浮桥结算价⟦人民币（大写）　　　元整⟧，跳板⟦人民币(大写)：        万元⟧
# dates and document numbers
⟦20XX年⟧工作总结，⟦202X⟧年⟦X月X⟧日
⟦20××年×月×⟧日
⟦2O24⟧年，青卫发〔⟦20XX⟧〕⟦XX⟧号，青卫发〔⟦20PC⟧〕3号
根据《关于开展检查的通知》（⟦×⟧卫发〔2024〕⟦×⟧号）和⟦X⟧委办〔2024〕12号文件
# numbers in English
The ferry carried ⟦XX⟧ passengers and ⟦XXX⟧ bicycles, and mended ⟦____⟧ planks.
We trained ⟦XX⟧ people; some ⟦_____⟧ boats were late.
Repairs took ⟦XX⟧ days, with ⟦___⟧ volunteers.
Ferries repaired: ⟦xx⟧
**Length of the quay (m):** ⟦XXX⟧
# prompts in English
⟦Your answer here.⟧
⟦Describe the damage to the quay here.⟧
Week 2: ⟦[Date Range]⟧
- ⟦To be completed⟧
*⟦To be added.⟧*
The lock was built in ⟦200x⟧ and widened.
⟦Document all moorings here⟧
⟦Insert the tide table here...⟧
⟦Put the new description here⟧
- ⟦Results go here.⟧
⟦Rationale here...⟧
⟦Use this section to list the boats that were mended⟧. Then go on.
⟦(to be added)⟧, boats mended: ⟦(add more)⟧, quays ⟦(insert number)⟧
All boats lie at anchor ⟦blah, blah blah⟧.
Keeper - ⟦<boat name>⟧, well-kept
Keeper: ⟦<TBD>⟧, pilot: ⟦<todo>⟧, ⟦[Please add the name of the quay]⟧
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
渡口管护：⟦专人/兼职（选择其一）⟧，船况：⟦好/差(任选一项)⟧。
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
粉刷客房⟦间⟧，拆除危房⟦栋⟧，新装路灯⟦盏⟧，检修渔船⟦艘⟧，添置桌椅⟦套⟧，收到捐款⟦笔⟧。
整改问题⟦个⟧；新建村卫生室⟦个⟧，建成特色专科⟦个⟧。
印发简报⟦期⟧，报送信息⟦篇⟧，发放宣传册⟦份⟧，累计⟦篇⟧。
培训医务人员⟦名⟧，慰问困难党员⟦名⟧，走访群众⟦人次⟧。
平均住院日缩短⟦天⟧，药占比下降⟦个百分点⟧，整改率达⟦%⟧。
共 ⟦人⟧，其中党员 ⟦名⟧，闲置时间超过⟦个月⟧。
投入资金⟦万元⟧，硬化道路⟦公里⟧，种植核桃⟦亩⟧，采购设备⟦台⟧。
发布汛情通报和病虫情报⟦期⟧，培训农户⟦人次⟧，新建冷库⟦座⟧、凉亭⟦座⟧，改造桥梁⟦座⟧。
送去⟦大米袋⟧，为考生准备⟦矿泉水箱⟧，发放⟦口罩盒⟧，慰问时送上⟦牛奶箱⟧。
全年⟦累计接待外宾批、人次。⟧共⟦查处违规经营起、人。⟧
甲方支付押金⟦人民币元整⟧，⟦中标价为元整（￥元）⟧。
完成手术⟦例⟧，排查隐患⟦处⟧，受理投诉⟦件⟧，化解纠纷⟦起⟧。
深入学习贯彻党的⟦ 大⟧精神，部署第⟦ 季度⟧工作。
2024年⟦  月  日⟧
⟦    年  月  日⟧
# notes of the writer, with their reader
⟦（这里加一段防汛的内容）⟧，⟦（此段请老周改）⟧，⟦（数字再核一下）⟧，⟦（待领导定）⟧，⟦（此处缺数据）⟧
注：⟦红色部分需修改⟧
⟦单击添加标题⟧
⟦（500字左右）⟧
⟦年月日⟧
⟦待核实⟧
# numbers of papers, and labels with more words
石站发⟦〔2025〕   号⟧，第⟦   期⟧简报，⟦（数字待报）⟧，⟦（注：此处数据需更新）⟧，⟦（插图）⟧
参会领导：⟦？？⟧，审定日期：⟦TBA⟧
⟦主办单位：⟧
# the names of bodies in brackets, and what is left open in a sentence
由⟦（承办单位名称）⟧承建，⟦（本单位全称）⟧验收，经⟦（所在学校名称）⟧同意。
捐给下游渡口的救生衣，⟦件数先空着，等库房报数⟧。
经费为⟦〔此处插入金额〕⟧。
# what others were to supply
名单⟦（名单后补）⟧，总额⟦（金额待财务确认）⟧，⟦（需补充数据）⟧，⟦（数据由财务室提供后填写）⟧
会议由⟦【主持人】⟧主持，⟦【可根据实际增减】⟧，见附件⟦X⟧和图⟦X⟧。
⟦##单位名称##⟧共⟦undefined⟧条记录，⟦[Name of Organization]⟧
# empty brackets
全年召开调度会⟦（  ）⟧次，办结诉求⟦（）⟧件，参训⟦(　)⟧人，完成率⟦( )⟧%。
热线电话⟦[  ]⟧，值班员⟦〔　〕⟧，受理时限⟦【 】⟧。
会议由⟦（　）⟧主持，第⟦（ ）⟧期简报已发。
在镇⟦（　　）⟧会议室开会，请⟦（ ）⟧同志带图，经⟦（　）⟧批准。
补植由⟦（　）⟧科负责，副主任⟦()⟧包案，换缆12条⟦【此数需更新】⟧。
补助林⟦农——户⟧，发放资⟦金--万元⟧，清沟六里⟦（记得补照片）⟧。
因⟦【事由】⟧，拟购⟦【品名】⟧，限⟦【期限】⟧内到货。
# blanks of our own
填写人：⟦____⟧　复核人：⟦____⟧
请于6月底前报送：计划⟦____⟧份，总结⟦____⟧份。
# quotations in running text
举办了“⟦XX⟧杯技能竞赛”，开展“学习⟦××⟧同志先进事迹”活动（“⟦××⟧杯”）。
（会上印发了“⟦××⟧年度工作要点”，请认真学习）
# letters and signs for a number
全年编发快讯⟦N⟧条，维修路灯⟦n⟧盏，受理咨询⟦N⟧人次。
粉刷墙面约⟦N⟧平方米，巡查河道⟦[N]⟧次，清运垃圾⟦【N】⟧吨，投入⟦[X]⟧万元，义诊⟦（N）⟧场。
受益⟦xx⟧人，销售额达⟦xxx⟧万元，联系人：⟦xxx⟧
联系电话：⟦????⟧，参会⟦？？？⟧人，负责人为⟦???⟧。
一、⟦???⟧通报闸门检修进度；设检修组，⟦???⟧任组长，⟦？？？⟧具体负责。
# the whole date
⟦20XX年X月X日⟧
# one blank for the number
共受理，其中航道投诉18件、票务投⟦诉件⟧、夜航投诉7件；护岸补植红⟦柳株⟧，补植白杨240株、垂柳90株。
本季化解航道纠纷9起，⟦处置　起⟧船员纠纷，⟦走访　　户⟧渔民家庭，⟦发放 份⟧明白纸。
接受辅导 ⟦人次⟧，探访老人 ⟦户⟧，普及率达 ⟦%⟧。
# names not filled in
授予⟦某某⟧同志称号，聘任⟦卓某某⟧老师为顾问，退休渡工⟦卓××⟧同志、⟦××⟧县到场。
支队长⟦某某⟧、服务员⟦某某⟧、负责人⟦某某⟧到场。
街道办书记⟦某某⟧同志讲话，⟦某某⟧学校承办，由⟦某某⟧同志执笔，赴⟦某某⟧县考察。
# fields
⟦【时间范围】⟧以来，全站巡线十二次。
⟦【单位/姓名】⟧认真开展自查，问题由⟦【部门或科室】⟧认领。
到⟦[医院全称]⟧学习，于⟦[选择日期]⟧返回，⟦〈填报单位〉⟧全年无事故。
⟦【补写相关做法和进展。】⟧
⟦【待分管领导审定】⟧
Trained ⟦___⟧ keepers, and repaired ⟦XX⟧ bells. The gauge was read by ⟦XXX⟧, checked with ⟦XX⟧ on Friday and signed by ⟦____⟧.
- Painted ⟦XX⟧ boats, reviewed by ⟦XXX⟧. Please contact ⟦XXX⟧!
The pier was open for 42 days, ⟦TBD⟧ for June. Next dive: 4 May (⟦TBC⟧ by the harbour), or later – ⟦TBD⟧ in autumn.
⟦[Describe the flood in two sentences]⟧, ⟦[Briefly explain who was affected.]⟧, ⟦<list all bridges>⟧ and ⟦[Summarize how it ended]⟧.
⟦{short title of the ferry problem}⟧, by ⟦{list everyone on duty}⟧ on ⟦{YYYY-MM-DD of the last change}⟧: ⟦{title of choice 1}⟧ was taken.
⟦[Describe what you saw from the bridge in a short paragraph of two to three sentences, so that a reader who was not there knows it.]⟧
Prepared by ⟦[Your Name]⟧ for ⟦<your company>⟧, ⟦[Insert date]⟧, ⟦[Name]⟧.
# instructions
⟦（说明本季度重点任务的进展，包括数字和成效）⟧
抽查结果为⟦（请选择：达标/不达标）⟧，志愿者⟦（人数待核）⟧名到岗。
⟦（此处加盖公章）⟧
总课时⟦（待教务处补）⟧，排课⟦（以下两项请各组报数后再补）⟧。
渡口登记船只三百条。⟦此处请站长补数据⟧
见附件⟦（此处插入照片）⟧，学时⟦（数据待核）⟧。
# tags
⟦Todo⟧：补充第二季度用电量
⟦todo⟧ 补充合影
⟦TODO⟧补充台账页码
人员经费⟦todo⟧，待会计核对。
第二季度用电量（⟦TODO⟧），全年用水量（⟦todo⟧）。
⟦FixMe⟧：里程要再核
验收时间：⟦TBC⟧
验船时间（⟦TBC⟧），由船检站定；趸船坞修费30万元（⟦TBC⟧），从维修款中列支。
开课第一讲主讲人(⟦TBA⟧)从县海事处请。
⟦To do⟧：补各站清淤方量
⟦TO DO⟧: 核对渡运人次
接待群众⟦××⟧万人次，走访渔户⟦XX⟧余万户，惠及村民⟦X⟧亿人次。
验船会⟦X月X日⟧在船坞召开，3月⟦X⟧日在站部碰头，⟦×月×日⟧有两班轮休。
验船日期：⟦单击或点击以输入日期⟧。船号：⟦单击或点击此处输入文字⟧。⟦单击此处编辑标题⟧
The dredging cost is ⟦TBC⟧ pending the survey. Spending came to ⟦TBA⟧ million yuan.
The depth is still ⟦TBD⟧ by the pilots.
责任人：⟦tbd⟧。
⟦TODO⟧: add the size of the archive.
⟦Lorem ipsum⟧ dolor sit amet
# what a template engine leaves
站长：⟦undefined⟧，热线：⟦undefined⟧
Name: ⟦____⟧, present ⟦____⟧ 人
共受理⟦null⟧件，办结率⟦NaN⟧%，回访⟦None⟧人。
泵房改造费⟦%.2f⟧万元，由⟦%1$s⟧审核。
新增座椅⟦$!{seats}⟧把，开工日期：⟦Invalid Date⟧，合格率为⟦nan⟧%，破损⟦nan⟧件。
⟦Consectetur adipiscing⟧ elit, sed do eiusmod tempor incididunt.
⟦{% for i in items %}⟧巡线⟦%d⟧次，到岗⟦%s⟧人。⟦{% endfor %}⟧
⟦#{title}⟧已印发，⟦<%= total %>⟧人到场，名单：⟦[object Object]⟧
⟦{{ unit }}⟧由⟦${leader}⟧带队，⟦{%tr for row in rows %}⟧共⟦{0}⟧人，由⟦{dept}⟧牵头。
# errors of fields
⟦未找到目录项。⟧
⟦{ MERGEFIELD 姓名 }⟧同志，⟦« 职务 »⟧
⟦错误！尚未定义书签。⟧，⟦错误！表格引用无效。⟧
图1：⟦错误！不能识别的开关参数。⟧
⟦错误!未指定书签。⟧，⟦错误！链接无效。⟧，⟦#NUM!⟧
考核上墙。⟦不能识别的开关参数。⟧
⟦No table of contents entries found.⟧
⟦Error! Reference source not found.⟧
⟦{ PAGE \\* MERGEFORMAT }⟧，⟦{ SEQ 图 }⟧，⟦<?php echo $n; ?>⟧件
见⟦书签未定义⟧。
# what a writer says to himself
⟦（简要描述经过，200字以内）⟧，护岸六里⟦（这里再核实一下）⟧，用工九人⟦（回头查对一遍）⟧
⟦此处还需要补充闸门的数字⟧
整改措施：⟦（列举三项具体措施）⟧
开工日期：⟦（如：2024年3月5日）⟧
⟦未完待续⟧
# tasks still open
⟦- [ ] 补充第二季度用电量⟧
⟦☐ 核实到岗人数⟧
⟦□ 补充照片⟧
# what spreadsheets and programs leave
闸费增长⟦Infinity⟧%，人均⟦(null)⟧吨，收入⟦1.2E+07⟧元，合计⟦=SUM(B2:B9)⟧万元，值班：⟦['白江', '姜岸']⟧
白江	⟦########⟧	闸工
⟦{$amount}⟧元，⟦<#=count#>⟧次
# vessels that are given
向船员发放⟦口罩盒⟧、⟦矿泉水瓶⟧。
# English
The lock passed 14 barges ⟦(ask Dana before this goes out)⟧ and two tugs ⟦[figures to follow]⟧.
⟦Delete this section if not needed.⟧
⟦Dear {FirstName}⟧,
"""


def lines(table: str) -> list[str]:
    return [line for line in table.split("\n") if line and not line.startswith("# ")]


def found(source: Context) -> list[tuple[int, int]]:
    """The spans that any rule finds."""
    return sorted((match.start, match.end) for find in FINDS.values() for match in find(source))


@pytest.mark.parametrize("text", lines(SILENT))
def test_what_stands_there_on_purpose_is_left_alone(text: str) -> None:
    source = draft(text)
    assert [text[start:end] for start, end in found(source)] == []


@pytest.mark.parametrize(
    "text", ["投入资金万元。", "投入资金万元，", "争取经费万元；其余自筹。", "筹集善款万元）"]
)
def test_a_missing_number_is_one_finding(text: str) -> None:
    assert len(found(draft(text))) == 1


@pytest.mark.parametrize("marked", lines(FOUND))
def test_what_was_left_over_is_found(marked: str) -> None:
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


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        pytest.param("有人说xx路要修，根据xx的说法，xx月动工。", ["xx"], id="one mask is no habit"),
        pytest.param("xx市和xx县的代码在max_xx里，尺码有xxl。", ["xx", "xx"], id="letters are no masks"),
        pytest.param("xx镇和xx村修了xx路，贯彻xx精神，市民心系xx发展。", ["xx"] * 5, id="then all are"),
        pytest.param("xxx区建成xxx路、xxx大桥，xxx镇通了车。", ["xxx"] * 4, id="with three signs"),
        pytest.param("ｘｘ市、ｘｘ县修缮ｘｘ祠。", ["ｘｘ"] * 3, id="wide ones"),
        pytest.param("XX年，在xx同志带领下学习党的xx大报告。", ["XX", "xx", "xx"], id="large and small ones"),
    ],
)
def test_who_masks_with_small_letters_masks_all_so(text: str, masked: list[str]) -> None:
    assert [text[start:end] for start, end in found(draft(text))] == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        pytest.param("请X镇X员各抄一份，X光室轮休。", 1, id="one mask is no habit"),
        pytest.param(
            "X镇办班X次，X光机检修，X线片归档，运行“网格+X”模式，推行“1+X证书”。", 2, id="words with X"
        ),
        pytest.param("*镇办班*次，5*3米，3*号钢。", 2, id="a product"),
        pytest.param("共_人，到_人，见a_b和max_次数。", 2, id="names with a line"),
        pytest.param("错_次，漏_次，打×的×户，画×的×户。", 4, id="what somebody drew"),
        pytest.param("X镇X员到会X次，“微X课”进校，学习X的决定。", 5, id="X"),
        pytest.param("我站召开*次会议，推动*工作，纳入*培训*期。", 4, id="stars"),
        pytest.param("围绕_的精神，主题_日办_次，共_人，矛盾隐蔽_。", 5, id="lines"),
        pytest.param("到任后，##同志走访渔户。", 1, id="hashes behind a clause"),
    ],
)
def test_who_masks_with_one_sign_masks_all_so(text: str, masked: int) -> None:
    assert len(found(draft(text))) == masked


def test_a_date_is_one_finding() -> None:
    text = "松泉县人民医院\n20××年×月×日"
    assert [text[start:end] for start, end in found(draft(text))] == ["20××年×月×日"]


def test_markdown_signs_are_no_masks() -> None:
    text = "# 总结\n\n**抓学习。** 集中学习12次。\n***\n- **重点**：强化**闭环**管理\n\n**县派员。"
    assert [start for start, _ in found(draft(text))] == [text.rindex("**")]
    assert found(draft("一、**加强领导**，落实责任；二、**办好培训**，提高水平。")) == []
    numbered = [
        f"{sign}**{words}**：逐日登记。"
        for sign, words in zip(
            ("（一）", "二、", "(3)", "4．"), ("换证", "验船", "清淤", "巡堤"), strict=True
        )
    ]
    assert found(draft("\n".join(numbered))) == []
    assert len(found(draft("（一）**镇派员参加：二人。"))) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ferries\n\nTO-DO\n=====\n\nMend the quay.\n", []),
        ("Ferries\n\nTODO\n----\nMend the quay.\n", []),
        ("Ferries\n\nTODO\nMend the quay.\n", ["TODO"]),
        ("Ferries\n\nQuay: TODO\n==========\nMended.\n", ["TODO"]),
    ],
)
def test_a_tag_that_is_underlined_heads_a_list(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in found(draft(text))] == expected


@pytest.mark.parametrize(
    ("kind", "expected"), [("date", ["null"]), ("null or a date", []), ("nullable", ["null"])]
)
def test_a_value_that_a_table_names_among_words_is_none_left_over(kind: str, expected: list[str]) -> None:
    text = f"# Locks\n\n| Name | Default | Type |\n|---|---|---|\n| opened | null | {kind} |\n"
    source = markdown.read("locks.md", text.encode())
    assert [source.text[start:end] for start, end in found(Context(source, ()))] == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("---\nlayout: post\n---\n", ["${c}"]),
        ("---\ntitle: Ferries\npermalink: /ferries/\n---\n", ["${c}"]),
        ("---\ntitle: Ferries\n---\n", ["{{a}}", "{% b %}", "${c}"]),
        ("layout: the ferries\n", ["{{a}}", "{% b %}", "${c}"]),
    ],
)
def test_what_is_filled_in_when_a_site_is_built_is_left_alone(head: str, expected: list[str]) -> None:
    source = markdown.read("ferries.md", f"{head}\n# Ferries\n\n{{{{a}}}} {{% b %}} ${{c}}\n".encode())
    assert [source.text[start:end] for start, end in found(Context(source, ()))] == expected


@pytest.mark.parametrize(
    ("text", "masks"),
    [
        ("**义务维修推广计划****", []),
        ("- 说明\n\n**资料整理计划****** \n由秘书组整理。", []),
        ("| **项目** | **说明** |\n|---|---|\n| **讲座计划****** | 月底讲。 |", []),
        ("**会长******由全体会员选举。", ["******"]),
        ("会长：******\n\n由******负责维修。", ["******", "******"]),
        ("**维修组** 组长：****", ["****"]),
    ],
)
def test_stars_too_many_at_the_end_of_bold_words_are_no_mask(text: str, masks: list[str]) -> None:
    source = markdown.read("计划.md", f"# 计划\n\n{text}\n".encode())
    assert [source.text[start:end] for start, end in found(Context(source, ()))] == masks


def test_stars_in_plain_text_are_masks() -> None:
    assert len(found(draft("会议由**县**局承办，**同志到会。"))) == 3
    assert len(found(draft("东与**县的**、**、**3个乡镇接壤，西与我县的**、**相邻。"))) == 5


def test_lone_bracket_is_heading_where_others_are_and_field_where_none_is() -> None:
    text = "【主要做法】\n院党委每季度专题研究一次，逐项抓好落实。\n（一）【单位名称】\n【主要成效】\n"
    assert [text[start:end] for start, end in found(draft(text))] == ["【单位名称】"]
    text = "【检查情况】\n（一）闸门启闭\n逐孔试运行，未见卡阻。\n【值守情况】\n1.汛期每班两人。\n"
    assert found(draft(text)) == []
    text = "一、主要做法\n【主要做法】\n二、主要成效\n【主要成效】\n"
    assert [text[start:end] for start, end in found(draft(text))] == ["【主要做法】", "【主要成效】"]


def test_brackets_alone_below_the_headings_of_a_template_are_fields() -> None:
    fields = ["【总体情况】", "【治水成效】", "【问题概述】", "【提升方向】"]
    heads = ["一、基本情况", "二、取得成效", "三、存在问题", "四、下一步措施"]
    lines = [line for pair in zip(heads, fields, strict=True) for line in pair]
    text = "\n\n".join(("由【单位名称】起草的汇报材料", *lines))
    assert [text[start:end] for start, end in found(draft(text))] == ["【单位名称】", *fields]
    counted = text.translate(str.maketrans("一二三四、", "1234."))
    assert [counted[start:end] for start, end in found(draft(counted))] == ["【单位名称】", *fields]
    plain = text.replace("、", "").translate(str.maketrans("", "", "一二三四"))
    assert [plain[start:end] for start, end in found(draft(plain))] == ["【单位名称】", *fields]


@pytest.mark.parametrize("mark", ["## {} ", "## {}. ", "### 2.{} ", "**{}.** ", "# "])
def test_headings_of_markdown_are_no_values_of_a_record(mark: str) -> None:
    prompts = ["[Fill in the impact]", "[Fill in the cause]", "[Fill in what is to be done by 1 June]"]
    lines = [f"{mark.format(number)}Part\n\n{prompt}\n" for number, prompt in enumerate(prompts, 1)]
    text = "\n".join((*lines, f"{mark.format(4)}Part 4\n\nAll is well.\n"))
    assert [text[start:end] for start, end in found(draft(text))] == prompts


def test_a_square_bracket_that_names_a_field_is_one_above_text_too() -> None:
    text = "[单位名称]\n关于表彰先进的决定\n特此决定。\n[日期]\n执行中有问题，请向评选办公室反馈。"
    assert [text[start:end] for start, end in found(draft(text))] == ["[单位名称]", "[日期]"]
    for heading in ("三、[单位名称]", "【单位名称】"):
        assert found(draft(f"{heading}\n名称须与印章一致，改名的渡口站写新名称。")) == []


def test_labels_of_a_record_have_their_values_behind_or_below_them() -> None:
    assert (
        found(draft("法规属性•【制定机关】柳河县水利局•【公布日期】2021.03.12•【字号】柳水〔2021〕8号\n"))
        == []
    )
    record = "- [ 发文字号 ]\n- 柳水函〔2023〕7号\n- [ 发布机构 ]\n- 柳河县水利局\n- [ 有效性 ]\n- [ 成文日期 ]\n- 2023-08-28\n"
    text = "全县清淤渠道四十公里，群众用水比较方便。\n"
    assert found(draft(record + text)) == []
    assert (
        found(draft("[发布日期]\n5月6日\n\n[责任单位]\n柳河县水利局\n\n[联系电话]\n0123-4567890\n" + text))
        == []
    )


def test_fields_that_look_like_a_record_wait_for_their_values() -> None:
    text = "全县清淤渠道四十公里，由[责任部门]落实。\n- [ 发文字号 ]\n- [ 发布机构 ]\n- [ 成文日期 ]\n"
    assert len(found(draft(text))) == 4
    assert len(found(draft("[发布机构]\n××局\n[发文字号]\n×字〔××〕×号\n[成文日期]\n×月×日\n"))) >= 3


def test_list_items_that_are_brackets_are_fields_next_to_a_field() -> None:
    items = "1.【亮点】\n2.【典型】"
    assert found(draft(f"全站平稳。\n{items}")) == []
    assert len(found(draft(f"由【单位名称】报送。\n{items}"))) == 3


def test_those_who_sign_write_on_the_lines_below_as_well() -> None:
    signed = "甲方代表（签字）：________　　乙方代表（Signature）：________"
    labels = "职务：________　　　Title：________"
    assert found(draft(f"{signed}\n{labels}\n日期：________　　Date: ________")) == []
    for above in ("负责人签字前请核对各项数字。", "登船信息如下"):
        assert len(found(draft(f"{above}\n{labels}"))) == 2
    assert len(found(draft(f"{signed}\n登船旅客共____人，比上年多____人。"))) == 2


def test_a_form_may_say_who_fills_it_in() -> None:
    form = "供应商名称：________（盖章）\n总报价：________元\n交货期：合同签订后____日内"
    assert found(draft(f"采购公告\n请于5日前报价。\n附件1　报价一览表（由供应商填写）\n{form}")) == []
    assert len(found(draft(f"采购公告\n请于5日前报价。\n附件1　报价说明\n{form}"))) > 0
    shown = "附件：值班记录表（样式）\n日期：____年__月__日　时间：__时__分　水位：______米\n雨情：____　值班人：____"
    assert found(draft(f"防汛预案\n值班情况按附件样式记录。\n{shown}")) == []


def test_labels_without_value_are_gaps_unless_a_value_stands_below() -> None:
    text = "此致\n敬礼！\n申请人：\n　年　月　日"
    assert [text[start:end] for start, end in found(draft(text))] == ["申请人：", "　年　月　日"]
    spaced = text.replace("：", " ： ")
    assert [spaced[start:end] for start, end in found(draft(spaced))] == ["申请人 ：", "　年　月　日"]
    assert found(draft("审核：\n井冈波\n日期：\n2025年3月1日")) == []
    assert found(draft("报告人签字：\n\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "日期：\n2025年6月3日\n地点：\n三楼会议室",
        "日期：周一至周五\n负责人签字：",
        "单位（盖章）：　　　　填表日期：",
        "附件：推荐表 姓 名： 部 门： 职 务： 主要事迹： 负责人签字： 年 月 日 单位意见： （公章） 年 月 日",
        "附件2 承诺书 本人遵守规定。 承诺人： 年 月 日",
        "附件1\n情况报告表\n单位：　　填表人：　　联系电话：\n日期：　　年　　月　　日\n值班情况：",
        "附表\n姓名： 性别： 年龄： 单位意见：（盖章） 年 月 日",
    ],
)
def test_labels_with_a_value_below_and_forms_run_together_are_silent(text: str) -> None:
    assert found(draft(text)) == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("申请人：水务所\n日期：\n\n附件：位置图", "日期："),
        ("时间：\n地点：三楼会议室\n会议研究了防汛工作。", "时间："),
        ("报告单位：水务所　　报告日期：", "报告日期："),
        ("整改完成时间：\n责任人：水务所所长", "整改完成时间："),
    ],
)
def test_labels_without_value_beside_others_are_gaps(text: str, label: str) -> None:
    assert [text[start:end] for start, end in found(draft(text))] == [label]


LABELS_WITH_VALUES = [
    "柳湾镇督查问题整改报告\n（一）台账不全\n整改措施：\n1.补登台账36本。\n2.专人保管。\n整改结果：补齐。\n（二）路灯不亮\n整改措施：更换灯泡12只。\n整改结果：全部亮灯。",
    "柳湾公司例会纪要\n一、仓库\n会议决定：清点仓库，本周完成。\n二、车间\n会议决定：\n水泵由周渡修理。\n三、食堂\n会议决定：不再外包。",
    "柳湾中学家访登记\n1.周家\n意见：无。\n备注：无。\n2.许家\n意见：\n备注：\n3.孟家\n意见：无。\n备注：\n",
    "柳湾村情况\n（一）收入。全村收入：\n1.种植18万元；\n2.养殖12万元。\n（二）支出。全村支出：修路9万元。",
    "柳湾小学主持词\n一、升旗\n主持人：全体起立。\n二、发言\n主持人：\n请孟老师发言。\n三、结束\n主持人：散会。",
]


@pytest.mark.parametrize("text", LABELS_WITH_VALUES)
def test_labels_above_their_value_or_left_to_the_hand_are_silent(text: str) -> None:
    assert found(draft(text)) == []


LABELS_WITHOUT = [
    (
        "柳湾镇督查问题整改报告\n一、问题整改情况\n（一）台账不全\n整改措施：补登台账36本。\n整改结果：\n（二）路灯不亮\n整改措施：更换灯泡12只。\n整改结果：全部亮灯。\n2025年6月3日",
        "整改结果：",
    ),
    (
        "柳湾公司例会纪要\n时间：2025年6月3日\n会议决定：\n1.修理水泵，6月底前完成。责任人：周渡。\n2.清点仓库，本周完成。责任人：\n3.更换门锁，今天完成。责任人：许舟。",
        "责任人：",
    ),
    (
        "柳湾镇调研报告\n问题一：河道淤塞\n原因：多年没有清淤。\n建议：今冬清淤3公里。\n问题二：桥面破损\n原因：\n建议：更换桥板20块。",
        "原因：",
    ),
    (
        "柳湾中学2025年工作计划\n一、修操场\n完成时限：5月底前。\n二、修食堂\n完成时限：\n三、修围墙\n完成时限：8月底前。",
        "完成时限：",
    ),
    (
        "柳湾社区走访记录\n1、周家\n诉求：修门前的路。\n答复：已报镇里。\n2、许家\n诉求：装路灯。\n答复：\n3、孟家\n诉求：通自来水。\n答复：年底前通。",
        "答复：",
    ),
]


@pytest.mark.parametrize(("text", "label"), LABELS_WITHOUT)
def test_a_label_without_the_value_that_its_like_have_is_a_gap(text: str, label: str) -> None:
    assert [text[start:end] for start, end in found(draft(text))] == [label]


FORM = "附件2\n{title}\n姓名：＿＿＿　年龄：＿＿\n（请填写与护堤有关的技能）\n本人系XXX的监护人。\n　年　　月　　日"


def test_a_field_at_the_head_of_a_title_is_no_label() -> None:
    text = "[场站全称]上半年工作总结\n全站平稳，设备完好率比上年提高。\n一、检修\n按月检修，没有漏项。"
    assert [text[start:end] for start, end in found(draft(text))] == ["[场站全称]"]
    assert found(draft("【项目全称】石浦路改造\n按期完工。")) == []


def test_test_papers_and_titles_of_annexes_are_silent() -> None:
    paper = "安全知识测试题\n1.首先应当（　　）。\n2.火警电话是______，报警时说明______。\n3.指针在（　）区。"
    assert found(draft(paper)) == []
    assert found(draft("附件：1.XXX班组推荐表\n2.XXX岗位承诺书\n")) == []


def test_a_link_defined_below_is_no_field() -> None:
    assert found(draft("See [name].\n\n[name]: https://a.example")) == []


def test_forms_that_others_fill_in_are_silent_and_what_comes_before_is_not() -> None:
    notice = "关于招募护堤队员的通知\n请于5月XX日前报名。\n附件：1.护堤队员报名表\n\n石浦镇\n2025年4月×日\n"
    form = FORM.format(title="护堤队员报名表")
    text = notice + form
    assert [text[start:end] for start, end in found(draft(text))] == ["XX", "×"]
    assert len(found(draft(FORM.format(title="护堤工作情况统计")))) > 3


@pytest.mark.parametrize(
    "form",
    [
        "附件1\n请假条\n因XXX，本人请假X天，请批准。\n请假人：____\n　年　月　日",
        "租船协议\n甲方：________\n乙方：________\n租期自　　年　　月起。",
        "附件2\n清溪县水井管护\n举报奖励通知书\n清水奖字〔 〕号\n 同志：\n决定对你举报的 案件（编号： ）给予奖励 元。\n"
        "请持身份证领取。\n逾期视为放弃。\n联系电话：\n 年 月 日",
        "附件三\n放弃补助声明书\n本人 ，身份证号： ，于 年 月 日申请补助（编号： ），现自愿放弃。\n声明人：\n 年 月 日",
        "附件1\n渡口改造\n工程验收单\n工程名称： ，施工单位： ，自 年 月开工。\n验收人：\n 年 月 日",
    ],
)
def test_slips_and_contracts_are_silent(form: str) -> None:
    assert found(draft(f"关于规范用船的通知\n各站：\n请照附件办理。\n护堤站\n2025年3月1日\n{form}")) == []


def test_a_report_annexed_to_a_notice_is_no_form() -> None:
    told = "附件1\n水井管护\n情况说明书\n今年修井三口。\n清渠两条。\n换泵四台。\n联系电话：\n 年 月 日"
    assert len(found(draft(f"关于报送情况的通知\n各站：\n请照附件办理。\n护堤站\n2025年3月1日\n{told}"))) > 0
    titled = "附件1\n今年修井三口，\n情况说明书\n联系电话：\n 年 月 日"
    assert len(found(draft(titled))) > 0, "a clause above is no line of the title"


def test_a_form_in_a_table_is_silent() -> None:
    lines = ["队员登记表", "姓名", "性别", "特长", "单位意见", "　年　月　日"]
    source = document("\n".join(lines))
    cells = tuple(block._replace(kind="cell") for block in source.blocks[1:])
    assert found(Context(source._replace(blocks=(source.blocks[0], *cells)), ())) == []
    assert len(found(Context(source, ()))) == 1
    below = document("\n".join(("各站请照附表报送。", "附件：", *lines)))
    assert found(Context(below, ())) == [], "lines of a table that is an annex"
    assert found(draft("附件\n回　　执\n船号：____　人数：__\n电话：________")) == []


def test_a_pattern_that_is_quoted_behind_its_announcement_is_silent() -> None:
    pattern = "> 【日期】XX号闸门【现象】，停机X分钟。"
    assert found(draft(f"填写值班日志，用这样的格式：\n{pattern}")) == []
    assert len(found(draft(f"三月情况如下：\n{pattern}"))) > 1


@pytest.mark.parametrize("title", ["渡口值班日志写法", "航次编号填法", "# 验船记录写法"])
def test_a_text_that_tells_how_to_write_something_is_silent(title: str) -> None:
    told = "\n各站照下面的样子写：\nXX渡口XXX值班，渡运X次，发现〔情况〕，处理〔结果〕。\n"
    assert found(draft(title + told)) == []
    assert len(found(draft("渡口值班情况" + told))) > 3
    assert len(found(draft("渡口值班情况\n推广日志写法，各站已学会。" + told))) > 3
    assert len(found(draft("渡口值班情况\n二、规范日志写法" + told))) > 3


def test_a_date_or_prompt_is_found_as_a_whole() -> None:
    for text, whole in (
        ("定于X月X日在船坞碰头。", "X月X日"),
        ("验船于单击此处输入日期。完成", "单击此处输入日期"),
        ("日期：单击或点击以输入日期。", "单击或点击以输入日期"),
    ):
        assert [text[start:end] for start, end in found(draft(text))] == [whole]


def test_comments_and_code_are_silent() -> None:
    assert found(draft("<!-- TODO: 补照片 -->\n任务写作 `- [ ] 事项`，变量写作 `{{name}}`。")) == []


def test_boxes_of_a_list_to_go_through_are_no_open_tasks() -> None:
    listed = "- [ ] 标题层级正确。\n- [ ] 用语一致。"
    assert found(draft(listed)) == []
    assert len(found(draft(listed + "\n- [x] 数据已核。"))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "# 船闸值班手册\n- [ ] 核对闸门开度\n- [x] 示例",
        "# 开闸检查清单（每班）\n- [ ] 核对闸门开度\n- [x] 油位正常",
        "Lock keeper's runbook\n- [ ] Check the gates\n- [x] Oil level",
        "# 船闸大修\n## 正在做\n- [ ] 闸门除锈\n## 已经做完\n- [x] 排水",
    ],
)
def test_boxes_of_handbooks_and_boards_are_for_others(text: str) -> None:
    assert found(draft(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "# 船闸大修小结\n## 收尾\n- [x] 排水\n- [ ] 补充照片",
        "# 船闸大修小结\n## 待办\n- [ ] 补充照片",
    ],
)
def test_boxes_of_a_report_are_its_own(text: str) -> None:
    assert len(found(draft(text))) == 1


def test_fields_in_the_blocks_of_a_text_on_templates_are_examples() -> None:
    block = "\n```text\n{{姓名}}您好：您预约的船闸将在{{时刻}}开启，请提前到引航道候闸。\n```\n"
    assert found(draft(f"# 短信模板\n变量写在花括号里。\n{block}")) == []
    assert len(found(draft(f"# 过闸通知\n请各船照办。\n{block}"))) == 2


@pytest.mark.parametrize(
    "told",
    [
        "轮机组的老白说，旧缆绳的账，他回头就划掉一半。",
        "闸口的小姜讲，夜里那班船她先不记，天亮再补。",
    ],
)
def test_what_somebody_is_said_to_do_is_no_note(told: str) -> None:
    text = f"船闸检修会小结\n全闸职工到会，讲检修的难处。\n{told}\n每季度开一次会，各班带一本台账来。"
    assert found(draft(text)) == []


def test_boxes_below_a_question_are_a_choice() -> None:
    options = "☐ 非常满意\n☐ 基本满意\n☐ 不太满意"
    assert found(draft(f"您对护河队的工作是否满意？\n{options}")) == []
    assert found(draft(f"您的意见：\n☑ 十分赞成\n{options}")) == []
    assert len(found(draft("余下事项如下列。\n☐ 合影洗印\n☐ 展板撤场"))) == 2


def test_a_bracketed_table_of_contents_is_no_field() -> None:
    names = ["【职责】", "【研究成果】", "【下一步内容】"]
    text = "\n".join(
        ["【目录】", *names, *(f"{name}\n全馆上下按计划推进各项工作，半年检查一次。" for name in names)]
    )
    assert found(draft(text)) == []


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


@pytest.mark.parametrize(
    ("text", "marked", "rest"),
    [
        ("填报单位：选择一项。", "选择一项。", {}),
        ("单击或点击此处输入文字。", "单击或点击此处输入文字。", {}),
        ("开展检查XX次。", "XX", {}),
        ("附：【单位名称】", "【单位名称】", {}),
        ("单击或点击此处输入文字。整治XX处。", "单击或点击此处输入文字。", {"leftover-mask": ["XX"]}),
        ("此处填写工作情况。选择一项。", "选择一项。", {"leftover-prompt": ["此处填写工作情况"]}),
    ],
)
def test_what_the_format_calls_a_prompt_is_one_finding(
    text: str, marked: str, rest: dict[str, list[str]]
) -> None:
    start = text.index(marked)
    mark = Mark(start, start + len(marked), "prompt")
    source = Context(Document("d.docx", "docx", text, (Block(0, len(text)),), LineMap((0,)), (mark,)), ())
    found = {rule: [text[m.start : m.end] for m in find(source)] for rule, find in FINDS.items()}
    assert {rule: words for rule, words in found.items() if words} == {
        "leftover-format-mark": [marked],
        **rest,
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
        ("{following: [之夏]}", "【时间】之夏活动开幕。", [], ["【时间】"]),
        ("{drop: [以来]}", "【时间】以来全站平稳。", ["【时间】"], []),
        ("{about: [样例]}", "课件里的“××”是样例。", ["××"], []),
        ("{drop: [字样]}", "清除了“××”字样。", [], ["××"]),
        ("{surely_about: [取名]}", "路段取名为××路。", ["××"], []),
        ("{drop: [命名]}", "文件命名为××路。", [], ["××"]),
        ("{suchlike: [云云]}", "门上贴着“××”云云。", ["××"], []),
        ("{drop: [之类]}", "门上贴着“××”之类。", [], ["××"]),
        ("{sayings: [唱]}", "他唱“××是我的家”，很好。", ["××"], []),
        ("{drop: [说]}", "他说“××是我的家”，很好。", [], ["××"]),
        ("{orders: [誊清]}", "TODO誊清台账", [], ["TODO"]),
        ("{drop: [补]}", "TODO补台账", ["TODO"], []),
        ("{articles: ['ye ']}", "See ye TODO.", ["TODO"], []),
        ("{drop: ['the ']}", "See the TODO.", [], ["TODO"]),
        ("{english_numbered: [verse]}", "In verse XX boats sail.", ["XX"], []),
        ("{drop: [chapter]}", "In chapter XX boats sail.", [], ["XX"]),
        ("{english_no_plurals: [sails]}", "In verse XX sails.", ["XX"], []),
        ("{drop: [chromosomes]}", "Girls with XX chromosomes.", [], ["XX"]),
        ("{particles: [樊]}", "樊某某来访。", [], ["某某"]),
        ("{person_tails: [队友]}", "表彰樊某某队友。", [], ["樊某某"]),
        ("{honours: [犒劳]}", "犒劳樊某某同志。", [], ["樊某某"]),
        ("{person_endings: [江]}", "班长江某某。", [], ["某某"]),
        ("{drop: [员]}", "服务员某某。", ["某某"], []),
        ("{drop: [由]}", "由某某执笔。", ["某某"], []),
        ("{form_purposes: [清障]}", "拿取《××村清障表》。", ["××"], []),
        ("{form_kinds: [牌]}", "领取《××村报名牌》。", ["××"], []),
        ("{drop: [报名]}", "领取《××村报名表》。", [], ["××"]),
        ("{unit_compounds: [票]}", "购买×次票一张。", ["×"], []),
        ("{drop: [数]}", "人数乘以×次数。", [], ["×"]),
        ("{drawn_after: [记]}", "不合格的一律记×个。", ["×"], []),
        ("{drop: [打]}", "在后面打×个。", [], ["×"]),
        ("{showing: [好比]}", "好比“值班人：××”，没有填。", ["××"], []),
        ("{drop: [例如]}", "例如“值班人：××”，没有填。", [], ["××"]),
        ("{of_the_like: [云云]}", "例如“值班人：××”云云。", ["××"], []),
        ("{drop: [之类]}", "例如“值班人：××”之类。", [], ["××"]),
        ("{numbered: [卷]}", "见卷X。", [], ["X"]),
        ("{drop: [附件]}", "见附件X。", ["X"], []),
        ("{bodies: [公司]}", "某县供水公司工作总结\n全年平稳。", [], ["某"]),
        ("{drop: [局]}", "某县林业局工作总结\n全年平稳。", ["某"], []),
        ("{places: [盟]}", "某盟林业局工作总结\n全年平稳。", [], ["某"]),
        ("{behind_persons: [涉]}", "某县林业局张某涉案情况报告\n全年平稳。", ["某"], []),
        ("{drop: [被]}", "某县林业局张某被查处情况报告\n全年平稳。", [], ["某"]),
        ("{not_bodies: [工作总结]}", "某县林业局工作总结\n全年平稳。", ["某"], []),
        ("{drop: [的]}", "某县林业局的工作总结\n全年平稳。", [], ["某"]),
        ("{conjunctions: [以及]}", "不得出现××以及空白字样。", ["××"], []),
        ("{drop: [与]}", "不得出现××与空白字样。", [], ["××"]),
        ("{determiners: [群]}", "建立工作群个。", ["立工作群个"], []),
        ("{drop: [头]}", "搬走石头个。", [], ["搬走石头个"]),
        ("{name_endings: [角]}", "建立读书角个。", [], ["立读书角个"]),
        ("{drop: [群]}", "建立工作群个。", ["立工作群个"], []),
        ("{copulas: [系]}", "船户20户、渔户3户，其余系散居户。", ["余系散居户"], []),
        ("{drop: [为]}", "船户20户、渔户3户，其余为散居户。", [], ["余为散居户"]),
        ("{before_large: [约]}", "年收入约万元。", ["年收入约万元"], []),
        ("{drop: [超]}", "年收入超万元。", [], ["年收入超万元"]),
        ("{date_compounds: [计划]}", "年  月计划", ["年  月"], []),
        ("{drop: [均]}", "年  月均收入", [], ["年  月"]),
        ("{after_version: [本]}", "印发x.x本手册。", ["x.x"], []),
        ("{drop: [版]}", "印发x.x版手册。", [], ["x.x"]),
        ("{english_naming: [per]}", "It was read per XXX.", [], ["XXX"]),
        ("{drop: [by]}", "It was read by XXX.", ["XXX"], []),
        ("{english_following: [around]}", "Open for 4 days, TBD around June.", [], ["TBD"]),
    ],
)  # fmt: skip
def test_a_rule_file_changes_the_words(
    words: str, text: str, before: list[str], after: list[str], tmp_path: Path
) -> None:
    assert excerpts(tmp_path, "{}", text) == before
    assert excerpts(tmp_path, f"{{placeholder: {words}}}", text) == after


def test_without_words_what_the_signs_say_is_found_all_the_same() -> None:
    nothing = Words(*[()] * len(Words._fields))
    text = "某县林业局××年工作总结\n填写{{name}}，《》，TODO，　年　月　日\n☐ 核实人数"
    types = line_types.Words(*[()] * len(line_types.Words._fields))
    web = web_lines.Words(*[()] * len(web_lines.Words._fields))

    def excerpts_of(kind: str) -> list[str]:
        options = placeholder.Options(nothing, types, web, notes.Words(()), kind, phrases=("TODO",))
        return [text[match.start : match.end] for match in placeholder.build(options)(draft(text))]

    found = {
        kind: excerpts_of(kind)
        for kind in ("mask", "bracket", "prompt", "tag", "note", "task", "engine", "gap")
    }
    assert found == {
        "mask": ["××"], "bracket": ["《》"], "prompt": ["TODO"], "tag": ["TODO"], "note": [], "task": ["☐ 核实人数"],
        "engine": ["{{name}}"], "gap": ["　年　月　日"],
    }  # fmt: skip
