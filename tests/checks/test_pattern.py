"""The check `pattern`: what it finds where, and what it leaves alone."""

from __future__ import annotations

from typing import Any

import pytest

from linter.checks.pattern import Options, Preference, build, validate
from linter.model.document import Mark
from linter.model.outline import Context, Presence
from tests.support.drafts import draft
from tests.support.rules import finds

REPORT = """\
上半年工作总结
各位同志：
上半年，我们抓住重点，完成任务。
一、工作情况
截止目前，共办结事项9件。
（一）抓服务。设立窗口，大概三个。
二、下一步打算
继续努力，大概再办5件。
特此报告。
青禾镇便民中心
"""


def found(case: Context, **options: Any) -> list[str]:
    return [case.document.text[match.start : match.end] for match in build(Options(**options))(case)]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"forbid": ("给力",)}, []),
        ({"forbid": ("大概",), "scope": "title"}, []),
        ({"forbid": ("大概",), "scope": "headings"}, []),
        ({"forbid": ("大概",), "scope": "first"}, []),
        ({"forbid": ("大概",), "unless": ("大概三个", "大概再办")}, []),
        ({"forbid": ("总结",), "scope": "body"}, []),
        ({"forbid": ("服务",), "scope": "body"}, []),
        ({"forbid": ("。.+",), "scope": "last"}, []),
        ({"forbid": ("大概",), "scope": "tables"}, []),
        ({"prefer": (("大概", "大概"),)}, []),
        ({"require": ("特此报告",)}, []),
        ({"require": ("请审议", "特此报告")}, []),
        ({"require": ("^特此报告。$",), "scope": "last"}, []),
        ({"require": ("^各位同志",), "scope": "first"}, []),
        ({"require": ("总结$",), "scope": "title"}, []),
        ({"require": ("^下一步",), "scope": "headings"}, []),
        ({"forbid": ("大概",)}, ["大概", "大概"]),
        ({"forbid": ("大概", "共办结")}, ["共办结", "大概", "大概"]),
        ({"forbid": ("大概..",), "unless": ("三个",)}, ["大概再办"]),
        ({"forbid": ("^上半年",)}, ["上半年", "上半年"]),
        ({"forbid": ("上半年",), "scope": "body"}, ["上半年"]),
        ({"forbid": ("^抓服务$",), "scope": "headings"}, ["抓服务"]),
        ({"forbid": ("完成任务",), "scope": "first"}, ["完成任务"]),
        ({"forbid": ("中心$",), "scope": "last"}, ["中心"]),
        ({"prefer": (("截止目前", "截至目前"),)}, ["截止目前"]),
        ({"require": ("请审议",)}, ["上半年工作总结"]),
        ({"require": ("大概",), "scope": "headings"}, ["上半年工作总结"]),
        ({"require": ("特此报告",), "unless": ("特此报告。",)}, ["上半年工作总结"]),
    ],
)
def test_what_is_found(options: dict[str, Any], expected: list[str]) -> None:
    assert found(draft(REPORT), **options) == expected


def test_a_suggestion_takes_its_groups_along() -> None:
    options = Options(prefer=(Preference("截止(目前|\\d+月)", "截至\\1"),))
    [match] = build(options)(draft("截止6月底，已办结。"))
    assert (match.suggestion, match.values) == ("截至6月", {"suggestion": "截至6月"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公布署名文章。", []),
        ("补贴按装机容量发放。", []),
        ("上报消防情况。", []),
        ("码头新按装护栏。", ["按装"]),
        ("作了布署。", ["布署"]),
        ("工作台帐齐全。", ["台帐"]),
    ],
)
def test_the_ends_of_two_words_are_no_match(text: str, expected: list[str]) -> None:
    wordings = (("布署", "部署"), ("按装", "安装"), ("报消", "报销"), ("台帐", "台账"))
    assert found(draft(text), prefer=wordings, apart=True) == expected


def test_quoted_code_is_left_alone() -> None:
    case = draft("先写 TODO 再写 TODO 。")
    quoted = case._replace(document=case.document._replace(marks=(Mark(3, 7, "code"),)))
    matches = list(build(Options(forbid=("TODO",)))(quoted))
    assert [(match.start, match.end) for match in matches] == [(11, 15)]


def with_section(case: Context, **places: tuple[int, int]) -> Context:
    presences = {name: Presence(name, "heading", (), (span,)) for name, span in places.items()}
    return case._replace(presences=(presences,) * len(case.parts))


@pytest.mark.parametrize(
    ("section", "options", "expected"),
    [
        ("absent", {"forbid": ("大概",)}, []),
        ("absent", {"require": ("大概",)}, []),
        ("plans", {"require": ("大概",)}, []),
        ("plans", {"forbid": ("截止",)}, []),
        ("plans", {"forbid": ("大概",)}, ["大概"]),
        ("plans", {"forbid": ("大概",), "scope": "body"}, ["大概"]),
        ("plans", {"require": ("截止",)}, ["上半年工作总结"]),
    ],
)
def test_within_a_section(section: str, options: dict[str, Any], expected: list[str]) -> None:
    start = REPORT.index("继续努力")
    case = with_section(draft(REPORT), plans=(start, start + 11))
    assert found(case, section=section, **options) == expected


def test_each_report_of_a_file_is_asked() -> None:
    text = "上半年工作总结\n一、情况\n做了工作。\n特此报告。\n\n下半年工作总结\n一、情况\n又做了工作。\n"
    case = draft(text)
    assert len(case.parts) == 2
    [match] = build(Options(require=("特此报告",)))(case)
    assert (case.document.text[match.start : match.end], match.part) == ("下半年工作总结", 1)


def test_a_report_without_a_title_is_pointed_at_by_its_first_words() -> None:
    case = draft("今年以来，中心围绕服务群众这一件大事，扎实开展了各项工作。")
    assert found(case, require=("特此报告",)) == [case.document.text[:20]]


@pytest.mark.parametrize(
    ("options", "keys"),
    [
        (Options(forbid=("x",)), []),
        (Options(prefer=(Preference("(a)b", "\\1"),)), []),
        (Options(), ["with"]),
        (Options(unless=("x",)), ["with"]),
        (Options(prefer=(Preference("ab", "\\1"),)), ["prefer"]),
    ],
)
def test_options_that_do_not_go_together(options: Options, keys: list[str]) -> None:
    assert [key for key, _ in validate(options)] == keys


MISSPELT = finds("wording", "pattern")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("反复盖章，答复盖好公章，发布暑期安排，分布属于正常。", []),
        ("给予防护用品，按排名发放，夜深人静，预防犯罪，推委会开会。", []),
        ("为人正直，汛期带头；竖立桅杆；人民调节水位；请将深入调研的材料报来。", []),
        ("等侯主任到场，总结和实际对照，给予已退休的闸工补助。", []),
        ("来信称“按装（原文如此）护栏”。", []),
        ("校对常见的有把“部署”写成“布署”，把安装写成按装。", []),
        ("“再接再励”，应改为“再接再厉”；“必竟”是错误的写法。", []),
        ("布署、防碍、按装都是船工最常写的错别字。", []),
        ("改造既使旅客方便，又使船工省力；既使机关省了事，也能让群众少跑路；他既使不上劲。", []),
        ("新船既时尚又结实，工期既时间紧又任务重，清点人教版课本，数学人教、语文部编。", []),
        ("老杜决定下水，究竟工期几天，明显注意，煤气份额，货物走过厂区。", []),
        ("闸区复盖三个镇，秸杆入仓。", ["复盖", "秸杆"]),
        ("招开会议，签定协议，末落实的通报，予已表彰。", ["招开会议", "签定协议", "，末落实", "予已表彰"]),
        ("既使再忙也不离人；既使夜里来电话，他都起身。", ["既使再", "既使夜里"]),
        ("既使缆绳磨断，我们也能靠岸；既使停航也不放松。", ["既使缆绳磨断，我们也", "既使停航也不"]),
        ("通报不够既时，既时上报，清点人教两次。", ["不够既时，", "既时上报", "清点人教两"]),
        (
            "各施其职，严阵已待，坚决杜决超载，排除隐恚，共渡佳节。",
            ["各施其职", "严阵已待", "坚决杜决", "隐恚", "共渡佳节"],
        ),
        ("正直汛期，竖立安全意识，深人检查。", ["正直汛期", "竖立安全意识", "深人"]),
    ],
)
def test_wrong_words_are_told_from_words_that_meet(text: str, expected: list[str]) -> None:
    matches = sorted(MISSPELT["misspelt"](draft(text)), key=lambda match: match.start)
    assert [text[match.start : match.end] for match in matches] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The sign read “Goverment [sic] Pier”.", []), ("The sign read Goverment Pier.", ["Goverment"])],
)
def test_what_is_quoted_as_it_stands_is_left_alone(text: str, expected: list[str]) -> None:
    matches = MISSPELT["misspelt-english"](draft(text))
    assert [text[match.start : match.end] for match in matches] == expected
