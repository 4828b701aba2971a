"""Figures that contradict each other: what a total is made of, counts by prices, equations, ranges, English."""

from __future__ import annotations

import pytest

from tests.checks.test_arithmetic import found


@pytest.mark.parametrize(
    "text",
    [
        # what a total is made of
        "水厂扩建概算1.6亿元，由中央补助9000万元、市级统筹4000万元、银行借款3000万元组成。",
        "项目资金2.6亿元，来自专项债券1.2亿元、县级配套8000万元、社会资本6000万元。",
        "宣讲队共76人，由机关干部32人、驻村干部28人、志愿者16人组成。",
        "校舍面积1.2万平方米，由教学楼6000平方米、宿舍楼3500平方米、食堂1500平方米等构成。",
        "资金约760万元，由财政拨款500万元、企业赞助200万元和群众捐款80万元构成。",
        "资金760万元，主要由财政拨款500万元、企业赞助200万元构成。",
        "资金860万元，来自财政拨款500万元、企业赞助200万元。",
        "救援队86人，由党员40人、退役军人30人和返乡青年28人组成，部分队员身份重合。",
        "捐款86万元，来自企业家协会50万元、商会36万元，其中一家企业捐20万元。",
        "贷款余额12亿元，由年初的9亿元、年中的10亿元增长而来。",
        "编制45名，来自三个单位，分别为20名、15名、10名。",
        # parts that a remark says to overlap
        "帮扶对象280人，其中残疾人150人、低保对象120人、高龄老人60人（一人可属多类）。",
        "受理咨询120件，其中涉及医保70件、养老50件、就业30件（一件涉及几项的各计一次）。",
        "受理咨询120件，其中涉及医保70件、养老50件、就业30件。注：同一件涉及多项的，分别统计。",
        "走访农户200户，其中脱贫户120户、大病户70户、独居户45户，部分农户同属两类。",
        "收到意见90条，其中伙食60条、住宿45条（可多选）。",
        # so many times what each is
        "购买路灯80盏，每盏15元，合计1200元。",
        "采购水泵26台，单价1800元，总价4.68万元。",
        "慰问老党员15人，每人慰问金300元、米一袋，共发放慰问金4500元。",
        "慰问老党员15人，每人300元，慰问困难职工20人，每人500元，共14500元。",
        "慰问老党员15人、困难职工20人，每人300元，共10500元。",
        "开展培训8场，每场40人以上，共480人次。",
        "购买图书300册，每册约25元，共8000元。",
        "改造厕所36座，每座补助2000元，县财政共补助6万元，其余由村里承担。",
        "订购校服80套，每套夏装45元、冬装60元，合计8400元。",
        "订购期刊12种，每种48元，共订24份，合计1152元。",
        "新建公厕6座，每座投资15.3万元，共投资92万元。",
        "发放消费券5000张，每张20元，共拉动消费86万元。",
        "购买意外险240份，每份100元，保险金额2400万元。",
        # equations
        "120+85+40=245",
        "峰值为 3 × 60 + 9 × 40 = 540，调整后为 12 × 40 = 480。",
        "总量是 12 × 20 ÷ 4 × 5 = 300。",
        "合同总价26×1800＝46800元。",
        "合格率＝120÷150＝80%。",
        "完成率=580/600=96.7%",
        "面积12.5×8=100平方米，周长略。",
        "85×40%+90×60%=88",
        "净增：28-15=13户，面积＝长12米×宽8米＝96平方米，采用“3+1+2”模式。",
        "推行“1+1=3”工作法，坚持“100-1=0”的理念。",
        "1＋1＋1＞3，6×2=12。",
        "共评出“20+30=60”优秀案例。",
        # ranges
        "每期30～50人，每亩补助60-80元。",
        "最低气温20～-5摄氏度。",
        "补助标准8000～1万元，用时90分钟～2小时。",
        "名单按第10～6名的顺序宣读。",
        "每亩节本由80～60元继续压减，湿度60%～40%递减。",
        "水温分90～60℃、60～40℃两段，海拔3200—1800米，满200-30元，120元-45元=75元。",
        "2025-12元旦期间值班，电话0512-66亩产热线。",
        # more than another
        "来信32件，来访28件，来信比来访多4件。",
        "今年来信32件、来访28件，来信比上年多15件。",
        "今年受理350件，比去年的300件多50件。",
        "今年合格率96%，比去年的92%提高4个百分点。",
        # so many times as much
        "收入由2万元增加到6万元，增长2倍。",
        "客流由77人次增加到143人次，增长0.9倍。",
        "客流由200人次增加到300人次，增长0.5倍。",
        # shares and rates
        "认为“好”的占45%，认为“一般”的占41%，其余占12%。",
        "问卷显示，认为“好”的占52%，认为“一般”的占30%，其余占18%。",
        "优秀占52%，比上年提高3个百分点，其余占40%。",
        "应到48人，实到45人，到课率93.8%。",
        "参考96人，及格90人，及格率93.75%。",
        # averages of a list
        "三个班分别有42人、45人、39人，平均42人。",
        "三个班有42人、45人、39人，平均年龄不到20岁，平均46人一班。",
        # legal numerals
        "捐款情况：王记面馆贰佰元，东街药店叁佰元，杂货铺肆佰元，合计玖佰元。",
        "叁佰元、伍佰元、壹佰元三种面额的购物卡，共计壹仟元封顶。",
        "甲方支付叁仟元，乙方支付贰仟元，违约方共支付壹万元违约金。",
        "张某、李某各捐伍佰元，王某捐叁佰元，合计壹仟叁佰元。",
        "首付款贰万元，余款叁万元，合计人民币伍万元整。",
        # kinds that make a whole
        "班级男生26人、女生23人，共计49人。",
        "团体奖取前6名，个人奖取男女前8名，女子单项取前3名。",
        # English
        "The centre served 1,240 meals in May: 620 at lunch, 380 at dinner and 240 at breakfast.",
        "Three of the 46 callers rang twice: 25 in June and 14 in July.",
        "The desk took 46 calls, mostly about three things: 20 about bins, 12 about parking and 9 about noise.",
        "The desk took 46 calls: 15 about bins, 12 about parking and 9 about noise.",
        "We held 46 sessions over 3 sites: 21 people came on Monday and 14 on Tuesday.",
        "We visited 14 farms: 9 with cattle, 8 with sheep and 4 with both.",
        "The mill employs 85 people (42 men and 43 women).",
        "The mill employs 85 people (42 on days and 30 on nights, with leave cover besides).",
        "At 46 Mill Lane: 21 in class, 14 in the yard and 9 at home.",
        "We hold 60 keys, including 31 for flats and 16 for stores.",
        "They asked 80 people (50 by phone, 40 by post and 10 by both).",
        "The yard had 48 boats. Of these, 30 were sold and the remaining 18 are for hire.",
        "We bought 50 chairs. Of these, 30 went to the hall and the other 2 rooms are waiting.",
        "We inspected 80 boats. Of these, 62 passed, four were sunk and the other 20 are on order.",
        "Of the 36 applicants, 20 were interviewed, 4 withdrew and the remaining 12 were told by letter.",
        "In the poll, 55% said yes, 30% said no and the remaining 15% had no view.",
        "Half of the remaining 20% left, and 55% stayed.",
        "Thefts fell from 90 in May to 72, a drop of 18.",
        "Costs rose from $1.2 million to $1.5 million, an increase of $300,000.",
        "Turnout rose from 52% to 58%, an increase of 6 percentage points.",
        "The wait fell from 3 weeks to 5 days, a cut of 16 days.",
        "Rents went up from $900 to $950 a month, an increase of $600 a year.",
        "Membership fell from 2019 to 2024.",
        "Visits rose from 3 March to 5 June.",
        "Sales of jam rose by 15 jars, from 40 to 55.",
        "Sales of jam rose by 25%, from 40 to 50.",
        "Of 150 tenants, 105 replied (70%).",
        "105 of 150 tenants replied, or 70%.",
        "We bought 80 lamps at $15 each, a total of $1,200.",
    ],
)
def test_what_agrees_or_is_told_of_otherwise_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "figure", "message"),
    [
        # what a total is made of
        (
            "水厂扩建概算1.5亿元，由中央补助9000万元、市级统筹4000万元、银行借款3000万元组成。",
            "1.5亿元",
            "组成它的各项相加是 1.6亿元，合计写的是 1.5亿元，请核对",
        ),
        (
            "项目资金2.4亿元，来自专项债券1.2亿元、县级配套8000万元、社会资本6000万元。",
            "2.4亿元",
            "组成它的各项相加是 2.6亿元，合计写的是 2.4亿元，请核对",
        ),
        (
            "宣讲队共86人，由机关干部32人、驻村干部28人、志愿者16人组成。",
            "86人",
            "组成它的各项相加是 76人，合计写的是 86人，请核对",
        ),
        (
            "宿舍共120间，由四人间64间、六人间38间、两人间12间构成。",
            "120间",
            "组成它的各项相加是 114间，合计写的是 120间，请核对",
        ),
        (
            "资金860万元，由财政拨款500万元、企业赞助200万元和群众捐款60万元构成。",
            "860万元",
            "组成它的各项相加是 760万元，合计写的是 860万元，请核对",
        ),
        # parts that no remark says to overlap
        (
            "走访农户200户，其中脱贫户120户、大病户70户、独居户45户。部分农户已经搬迁。",
            "45户",
            "“其中”各项合计 235户，大于总数 200户，请核对",
        ),
        # so many times what each is
        ("购买路灯80盏，每盏15元，合计1250元。", "1250元", "80盏 乘 15元 是 1200元，文中为 1250元，请核对"),
        (
            "采购水泵26台，单价1800元，总价5.2万元。",
            "5.2万元",
            "26台 乘 1800元 是 4.68万元，文中为 5.2万元，请核对",
        ),
        (
            "流转土地600亩，每亩租金500元，年租金36万元。",
            "36万元",
            "600亩 乘 500元 是 30万元，文中为 36万元，请核对",
        ),
        ("举办讲座6期，每期2课时，共18课时。", "18课时", "6期 乘 2课时 是 12课时，文中为 18课时，请核对"),
        ("开展培训8场，每场40人，共480人次。", "480人次", "8场 乘 40人 是 320人次，文中为 480人次，请核对"),
        # equations
        ("120+85+40=255", "255", "120+85+40 算得 245，文中为 255，请核对"),
        ("得分合计：20＋18＋24＝63。", "63", "20＋18＋24 算得 62，文中为 63，请核对"),
        ("农村80名+机关40名=130名", "130", "80名+机关40名 算得 120，文中为 130，请核对"),
        ("合同总价26×1800＝49400元。", "49400", "26×1800 算得 46800，文中为 49400，请核对"),
        ("合格率＝120÷150＝15%。", "15%", "120÷150 算得 80%，文中为 15%，请核对"),
        # ranges
        ("参训人数每期50～30人。", "50～30人", "“50～30人”前大后小，像是写颠倒了，请核对"),
        ("每亩补助80-60元。", "80-60元", "“80-60元”前大后小，像是写颠倒了，请核对"),
        ("返聘人员年龄65～60岁。", "65～60岁", "“65～60岁”前大后小，像是写颠倒了，请核对"),
        # more than another
        ("来信32件，来访28件，来信比来访多15件。", "15件", "32件 与 28件 相差 4件，文中为 15件，请核对"),
        ("今年受理350件，比去年的300件多60件。", "60件", "由 300件 到 350件，算得 50件，文中为 60件，请核对"),
        (
            "今年受理350件，较去年同期的300件增长20%。",
            "20%",
            "由 300件 到 350件，算得 16.7%，文中为 20%，请核对",
        ),
        # so many times as much
        (
            "客流由200人次增加到300人次，增长1.5倍。",
            "1.5倍",
            "由 200人次 到 300人次，算得 50%，文中为 1.5倍，请核对",
        ),
        # shares and rates
        (
            "问卷显示，认为“好”的占52%，认为“一般”的占30%，其余占10%。",
            "10%",
            "各部分占比合计为92%，不到100%，请核对",
        ),
        ("应到48人，实到45人，到课率97%。", "97%", "48人中的 45人，算得 93.8%，文中为 97%，请核对"),
        ("参考96人，及格90人，及格率98.5%。", "98.5%", "96人中的 90人，算得 93.8%，文中为 98.5%，请核对"),
        # averages of a list
        (
            "三个班分别有42人、45人、39人，平均46人。",
            "46人",
            "按总数和个数算得平均为 42人，文中为 46人，请核对",
        ),
        # legal numerals
        (
            "捐款情况：王记面馆贰佰元，东街药店叁佰元，杂货铺肆佰元，合计捌佰元。",
            "捌佰元",
            "前面各项相加是 900 元，合计写的是 捌佰元，请核对",
        ),
        (
            "首付款贰万元，尾款叁万元，合计人民币伍万伍仟元整。",
            "伍万伍仟元",
            "前面各项相加是 50000 元，合计写的是 伍万伍仟元，请核对",
        ),
        # kinds that make a whole
        ("班级男生26人、女生23人，共计95人。", "95人", "前面各项相加是 49人，合计写的是 95人，请核对"),
        # English
        (
            "The centre served 1,240 meals in May: 620 at lunch, 380 at dinner and 340 at breakfast.",
            "1,240",
            "各项相加是 1340，总数写的是 1,240，请核对",
        ),
        (
            "The desk took 46 calls: 20 about bins, 12 about parking and 9 about noise.",
            "46",
            "各项相加是 41，总数写的是 46，请核对",
        ),
        (
            "The trust employs 58 people (31 full-time, 18 part-time and 7 casual).",
            "58",
            "各项相加是 56，总数写的是 58，请核对",
        ),
        (
            "We hold 60 keys, including 41 for flats, 16 for stores and 8 for gates.",
            "60",
            "各项相加是 65，总数写的是 60，请核对",
        ),
        (
            "The yard had 48 boats. Of these, 30 were sold and the remaining 14 are for hire.",
            "14",
            "48 减去前面的各项余 18，文中为 14，请核对",
        ),
        (
            "We checked 60 alarms. Of these, 45 passed, 8 were repaired on the spot and the other 11 are on order.",
            "11",
            "60 减去前面的各项余 7，文中为 11，请核对",
        ),
        (
            "100 of the 120 seats were sold; the remaining 25 were given to schools.",
            "25",
            "120 减去前面的各项余 20，文中为 25，请核对",
        ),
        (
            "In the poll, 55% said yes, 30% said no and the remaining 20% had no view.",
            "20",
            "前面各项之外余 15%，文中为 20%，请核对",
        ),
        ("Thefts fell from 90 in May to 72, a drop of 20.", "20", "从 90 到 72 相差 18，文中为 20，请核对"),
        (
            "The grant rose from $1,200 to $1,500, an increase of $400.",
            "$400",
            "从 $1,200 到 $1,500 相差 300，文中为 $400，请核对",
        ),
        (
            "Turnout rose from 52% in 2019 to 58% in 2023, an increase of 7 points.",
            "7",
            "从 52 到 58 相差 6，文中为 7，请核对",
        ),
        (
            "Complaints dropped from 100 last year to 75 this year, a 40% fall.",
            "40",
            "由 100 与 75 算得 25%，文中为 40%，请核对",
        ),
        ("Sales of jam rose by 25 jars, from 40 to 55.", "25", "从 40 到 55 相差 15，文中为 25，请核对"),
        ("Sales of jam rose by 50%, from 40 to 50.", "50", "由 40 与 50 算得 25%，文中为 50%，请核对"),
        ("Of 150 tenants, 105 replied (80%).", "80", "由 105 与 150 算得 70%，文中为 80%，请核对"),
        ("105 of 150 tenants replied, or 75%.", "75", "由 105 与 150 算得 70%，文中为 75%，请核对"),
        (
            "We bought 80 lamps at $15 each, a total of $1,250.",
            "$1,250",
            "80 乘 $15 是 1200，文中为 $1,250，请核对",
        ),
    ],
)
def test_a_figure_that_its_own_account_contradicts_is_found(text: str, figure: str, message: str) -> None:
    assert found(text) == [(figure, message)]
