"""Measure words and units, in the sets that different questions need.

What a figure measures, what may follow one, and what a reader of a figure must not take for a unit
are different questions: the sets overlap and none contains the others. Words stand longest first
where a pattern tries them in order.
"""

QUANTITIES = (
    "个百分点", "个工作日", "平方公里", "平方米", "立方米", "千瓦时", "人次", "车次", "架次", "艘次", "户次",
    "场次", "批次", "人天", "公里", "千米", "公顷",
    "公斤", "千克", "小时", "分钟", "工作日", "课时", "个月", "人", "名", "个", "件", "项",
    "起", "次", "场", "份", "篇", "条", "户", "家", "处", "所", "元", "吨", "米", "亩", "套", "台",
    "辆", "张", "本", "册", "期", "批", "例", "宗", "笔", "支", "门", "节", "位", "座", "栋", "间", "棵",
    "株", "头", "只", "面", "幅", "块", "根", "盏", "岁", "天", "倍", "%", "％", "‰",
)  # fmt: skip
"""Units that a figure, or a mask in its place, is most often followed by."""

RECKONED = (
    "台次", "辆次", "架次", "艘次", "班次",
    *QUANTITIES, "千瓦", "兆瓦", "袋", "箱", "瓶", "桶", "盒", "筐", "顶", "床", "枚", "艘", "架", "斤", "克",
)  # fmt: skip
"""Units of figures that are added up and compared: figures with other units are left out of account. Behind a
mask the last of them would be other words: X克服."""

MEASURED = frozenset((
    "平方公里", "平方米", "立方米", "千瓦时", "公里", "千米", "公顷", "公斤", "千克",
    "小时", "元", "吨", "米", "亩", "%", "‰", "个百分点", "倍", "千瓦", "兆瓦", "斤", "克",
))  # fmt: skip
"""Of those, the units of what is measured, and so rounded; the others count, and are exact."""

ALIKE = (
    {"平方公里": 1e6, "公顷": 1e4, "亩": 1e4 / 15, "平方米": 1},
    {"吨": 1000, "公斤": 1, "千克": 1, "斤": 0.5, "克": 0.001},
    {"公里": 1000, "千米": 1000, "米": 1},
    {"小时": 60, "分钟": 1},
    {"兆瓦": 1000, "千瓦": 1},
)
"""Units that measure the same, and what each is worth."""

PERCENT_SIGNS = "%％"
"""Of either width."""

POINTS = "个百分点"
"""The unit of the difference of two percentages."""

PLACES = frozenset(("位", "名"))
"""Units of a place in a list: 第3位, 排名由5位升到3位."""
TIMES = frozenset(("天", "小时", "分钟", "工作日", "个月", "个工作日"))
"""Units of time spent: 由10天提升到3天 praises the work, and is no increase."""

RELATIVE = frozenset(("%", "‰", "个百分点", "倍", "岁"))
"""Units of figures that are never summed up: shares, and the ages of people."""

SCALES = {
    "": 1, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8,
    "万亿": 10**12,
}  # fmt: skip
"""What stands between the digits and the unit of a figure, and what it multiplies them by."""

DATED = ("年", "月", "日", "号", "时", "点", "届", "级", "版", "周年")
"""What makes a figure a date, an hour or an ordinal, not a quantity."""

RANGED = (
    "个百分点", "个工作日", "个月", "小时", "分钟", "人次", "万元", "亿元", "公里", "千米", "平方米", "天",
    "周", "岁", "人", "名", "个", "件", "项", "起", "次", "场", "份", "篇", "条", "户", "家", "处", "元",
    "吨", "米", "亩", "台", "辆", "张", "册", "期", "批", "例", "课时", "倍", "%", "％", "℃", "度",
)  # fmt: skip
"""Units behind a range of values (3-5天): those of `QUANTITIES` that ranges come in, 周, ℃ and 度 too, and
none that makes a numbered thing of it, such as 1-3节 or 2-4号楼."""

GRADUAL = ("℃", "度", "米", "公里", "千米")
"""Units of heat and height, in which a range may go down: 90～60℃, 3200～1800米."""

APPROXIMATE = ("天", "百", "千", "里", "人", "岁", "斤", "遍", "公里", "分钟", "小时")
"""What two neighbouring numerals are about as many of: 三五天. Words that also end a list of numbers (一、二
组) are left out."""

ESTIMATED = ("名", "户", "家", "次", "件", "位", "亩", "元", "处", "场")
"""What numerals from three on are about as many of, too: 三、五名 are so many people, 一、二名 are ranks."""
SCALED = "元人户亩吨件份个名次家条字里张块株棵头只本册套台辆场天"
"""Single characters behind a number that mixes digits with 千 or 百: 3千元. Others (3千瓦, 5百分) make a word
with 千 or 百."""

GROUPED = ("元", "人", "户", "亩", "吨", "件", "份", "公里", "平方米")
"""Units of large figures whose digits are grouped where others are; numbers of files and models have none."""

WITH_DECIMALS = "%％万亿元倍个毫厘分公℃"
"""Behind a decimal whose zero was left out: .5%. Behind others a dot is no decimal point (附件.3份)."""

PERCENT_OR_MONEY = ("%", "％", "万元", "万", "亿元", "亿")
"""Units that must be given twice in a range: 5%～10%, 3万～5万. Without them the first figure is another."""

NO_DAY = "万亿元级分公吨倍个版"
"""Behind “3.15 these make it a value or a version, no day of the year."""

NO_NUMBER = frozenset("年月日号时分秒个名项次人万亿元台张份件起例倍%％°～~—-×✕÷+＋=＝")
"""After 2.3 these make it a value or a date (2.3万元, 2.3～2.5, 2.3×4), no number of a heading."""

NO_ITEM = "万亿%％倍度米×✕÷=＝"
"""After 12.3 or 1,2 these make it a value, no item 12. that begins with 3. Few, for a list item may well
begin with a count (1.3个支部) where a space was left out."""

NTH = "个届次"
"""Measure words behind an ordinal that counts the years of a yearly day: 第九个全民国家安全教育日."""

ANNIVERSARIES = ("周年", "年华诞", "岁华诞", "岁生日")
"""Units in which an anniversary is counted."""

MASKED_NAMES = frozenset("省市县区镇乡村街局厅处科部院校所队组年月日元万名项个次")
"""What stands behind a name or number that asterisks stand for: **镇**村 is masked, not in bold."""

FIGURES = "个次场期名人份篇项件条家处户天万亿元%％余多"
"""Behind a digit these make it a figure about the work done, not a year or the number of something."""
