"""The check `arithmetic`: figures that contradict each other, and those that only seem to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.checks import arithmetic
from tests.support.drafts import draft
from tests.support.words import changed, options


def found(text: str, *kinds: str) -> list[tuple[str, str]]:
    return matches(text, options(arithmetic, **({"kinds": kinds} if kinds else {})))


def matches(text: str, given: arithmetic.Options) -> list[tuple[str, str]]:
    """The figures found in a text and what is said of them."""
    found = arithmetic.build(given)(draft(text))
    return [(text[match.start : match.end], match.message.zh) for match in found if match.message]


@pytest.mark.parametrize(
    "text",
    [
        # shares
        "完成率达105%，增长率120%，床位使用率102%。",
        "合格率达到100%，满意度98.6%。",
        "女职工占62%，党员占45%，35岁以下的占51%。",
        "男职工占总数的40%，女党员占党员总数的65%。",
        "优秀占33.4%，良好占33.3%，合格占33.4%，其他占0%。",
        "党员占全院职工的45%，其中女党员占60%，其他占50%。",
        # parts
        "受理投诉35件，其中办结33件。",
        "现有职工320人（含合同制35人），其中党员120人。",
        "有医生30人、护士50人，其中党员60人。",
        "举办培训12场，其中线上5场，比去年增加20场。",
        "发展党员3名，其中女党员2名，现有党员45名。",
        "排查隐患35处，其中重大隐患5处，已整改33处。",
        "党员120名，其中女党员80名、35岁以下60名。",
        "发现问题约35个，其中整改40个。",
        "举办活动12场，其中参加群众320人。",
        "发现问题35个，已整改30个，其余5个正在整改。",
        "发现问题35个，已整改30个，正在整改3个。",
        "入库项目20个，已完成12个，其余今年新增9个。",
        # direction
        "受理量由200件增至250件，投诉由35件降至20件。",
        "排名由第5位提升到第3位。",
        "办理时限由15天提升到10天。",
        "收入由8000元增加到1.2万元。",
        "费用由1.2万元降至9800元。",
        "从3月起增加到5人。",
        "由200件增加50件。",
        "巡查由原来的每周5次增加到每天2次。",
        "巡查由每周5次增加到每天2次。",
        "床位由约200张增至180张。",
        # kinds behind a comma or a colon
        "刊发稿件57篇，其中省级媒体21篇，市级媒体36篇。",
        "刊发稿件57篇，其中省级媒体21篇，转载46篇。",
        "培训干部57人，其中女干部21人，基层干部46人。",
        "办理建议57件，其中县级21件，乡级36件，已办结46件。",
        "受理57件，其中网上受理21件，当面答复46件。",
        "现有党员120名：农村党员80名，机关党员30名，企业党员10名。",
        "表彰先进120名：农村党员80名、机关党员30名，等等。",
        "共有职工120名：党员80名，35岁以下60名。",
        "时间：3月5日，参加人员20名：机关15名。",
        "共走访120户：东片80户、西片40户，比上年增加15户。",
        # growth
        "推送信息312条，同比增长30%，去年同期为240条。",
        "推送信息312条，同比增长30%，上年同期阅读量为240次。",
        "受理量由200件增至250件，增长25%。",
        "受理量由200件增至250件，增长了25.0%。",
        "满意度由90%提高到95%，提高5%。",
        "满意度由90%提高到95%，提高6个百分点。",
        "收入由1.2亿元增至1.5亿元，增长23%。",
        "由2020年的28件增至2023年的40件，增长42.9%。",
        "由2020年的28件增至2023年的40件，增长42.8%。",
        "满意度由90%提高到95%，提高5个百分点。",
        "满意度由80%提高到90%，提高12.5%。",
        "今年受理320件，去年同期280件，同比增长14.3%。",
        "今年受理320件，去年同期280件，满意度提高5%。",
        "今年受理320件，比去年增长14.3%。",
        "门诊量由1200人次增至1500人次，近三年增长60%。",
        # rate
        "受理35件，办结33件，办结率94.3%。",
        "受理35件，办结33件，办结率94%，满意率98%。",
        "交办任务100件，受理35件，办结33件，办结率33%。",
        "梳理问题35个，整改33个，按期整改率100%，群众满意。",
        "发现问题120个，整改完成119个，整改率99%。",
    ],
)
def test_what_agrees_or_cannot_be_reckoned(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "figure", "message"),
    [
        ("抽检合格率达105%。", "105%", "合格率不可能超过100%，文中为105%"),
        ("青年职工占职工总数的120%。", "120%", "占比不可能超过100%，文中为120%"),
        ("优秀占45%，良好占50%，其余占15%。", "15%", "各部分占比合计为110%，超过了100%"),
        ("男职工占45%，女职工占65%。", "65%", "各部分占比合计为110%，超过了100%"),
        ("受理投诉35件，其中办结40件。", "40件", "“其中”的 40件 大于总数 35件"),
        ("有医生30人、护士50人，其中党员90人。", "90人", "“其中”的 90人 大于总数 30人、50人"),
        (
            "排查隐患35处，其中用电隐患20处、消防隐患18处。",
            "18处",
            "“其中”各项合计 38处，大于总数 35处",
        ),
        ("刊发稿件57篇，其中省级媒体21篇，市级媒体46篇。", "46篇", "“其中”各项合计 67篇，大于总数 57篇"),
        ("受理57件，其中一季度21件，二季度46件。", "46件", "“其中”各项合计 67件，大于总数 57件"),
        ("慰问老党员90户，其中东村党员50户和西村党员45户。", "45户", "“其中”各项合计 95户，大于总数 90户"),
        (
            "现有党员120名：农村党员80名，机关党员30名，企业党员20名。",
            "120名",
            "冒号后各项合计 130名，总数写的是 120名",
        ),
        ("全年走访300户：东片120户、西片190户。", "300户", "冒号后各项合计 310户，总数写的是 300户"),
        ("共走访300户：东片120户、西片170户。", "300户", "冒号后各项合计 290户，总数写的是 300户"),
        ("发现问题35个，已整改30个，其余3个正在整改。", "3个", "已完成的与其余的 3个 相加不等于总数 35个"),
        ("受理量由250件增至200件。", "200件", "由 250件 到 200件，并没有增加"),
        ("投诉由20件下降到35件。", "35件", "由 20件 到 35件，并没有减少"),
        ("床位由180张增加到180张。", "180张", "由 180张 到 180张，并没有增加"),
        ("收入由1.5增至1.2万元。", "1.2万元", "由 1.5 到 1.2万元，并没有增加"),
        ("受理量由200件增至250件，增长20%。", "20%", "由 200件 到 250件，算得 25%，文中为 20%"),
        ("受理量由200件增至250件，增长26%。", "26%", "由 200件 到 250件，算得 25%，文中为 26%"),
        ("由40件降至28件，下降42.9%。", "42.9%", "由 40件 到 28件，算得 30%，文中为 42.9%"),
        (
            "满意度由60%提高到80%，提高20%。",
            "20%",
            "两个百分数之差应写作“20个百分点”；“%”表示相对增幅",
        ),
        (
            "满意度由90%提高到95%，提高8个百分点。",
            "8个百分点",
            "由 90% 到 95%，算得 5个百分点，文中为 8个百分点",
        ),
        ("今年受理320件，去年同期280件，同比增长25%。", "25%", "由 280件 到 320件，算得 14.3%，文中为 25%"),
        ("推送信息312条，同比增长20%，去年同期为240条。", "20%", "由 240条 到 312条，算得 30%，文中为 20%"),
        ("受理35件，办结33件，办结率98%。", "98%", "35件中的 33件，算得 94.3%，文中为 98%"),
    ],
)
def test_what_contradicts(text: str, figure: str, message: str) -> None:
    assert found(text) == [(figure, message)]


def test_a_rule_may_look_for_one_kind_only() -> None:
    text = "合格率105%。由250件增至200件。受理35件，其中办结40件。"
    assert len(found(text)) == 3
    assert [figure for figure, _ in found(text, "direction")] == ["200件"]


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ("rates: [复检率]", "复检率110%。"),
        ("whole: [甲班、乙班]", "甲班占45%，乙班占65%。"),
        ("among: [内含]", "受理投诉35件，内含办结40件。"),
        ("left: [尚余]", "发现问题35个，已整改30个，尚余3个正在整改。"),
        ("rises: [攀]", "受理量由250件攀至200件。"),
        ("last_year: [前一年]", "今年受理320件，前一年280件，增长25%。"),
        ("deeds: [回访]", "受理35件，回访33件，回访率98%。"),
        ("drop: [约]", "发现问题约35个，其中整改40个。"),
        ("drop: [本科]", "有职工30名，其中本科20名、夜校学员18名。"),
    ],
)
def test_a_rule_file_changes_the_words_by_which_figures_are_held_against_each_other(
    change: str, text: str
) -> None:
    assert found(text) == []
    assert len(matches(text, options(arithmetic)._replace(words=changed("arithmetic", change)))) == 1


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("合格率", "抽检合格率达105%。"),
        ("其余", "优秀占45%，良好占50%，其余占15%。"),
        ("其中", "受理投诉35件，其中办结40件。"),
        ("增", "受理量由250件增至200件。"),
        ("上年", "今年受理320件，上年280件，增长25%。"),
        ("办结", "受理35件，办结33件，办结率98%。"),
    ],
)
def test_a_word_that_a_rule_file_drops_is_read_no_more(entry: str, text: str) -> None:
    assert len(found(text)) == 1
    drop = changed("arithmetic", f"drop: [{entry}]")
    assert matches(text, options(arithmetic)._replace(words=drop)) == []


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 2), st.booleans())
def test_a_growth_that_is_reckoned_right_is_never_reported(
    old: int, new: int, digits: int, cut: bool
) -> None:
    verb = "增" if new > old else "降"
    rate = abs(new - old) / old * 100
    shown = int(rate * 10**digits) / 10**digits if cut else round(rate, digits)
    if old != new:
        assert found(f"受理量由{old}件{verb}至{new}件，{verb}幅{shown:.{digits}f}%。") == []


@given(st.integers(1, 10**5), st.integers(0, 10**5))
def test_a_rate_that_is_reckoned_right_is_never_reported(total: int, done: int) -> None:
    if done <= total:
        assert found(f"受理{total}件，办结{done}件，办结率{done / total:.1%}。") == []


def test_a_sentence_of_twenty_thousand_figures_is_read() -> None:
    """Each figure against its neighbours only: held against the whole sentence they would take minutes."""
    assert found("由200件增至250件，增长20%，" * 10_000, "growth")[0] == (
        "20%",
        "由 200件 到 250件，算得 25%，文中为 20%",
    )
