"""The check `attachments`: what agrees first."""

from typing import get_type_hints

import pytest

from linter.checks import attachments
from tests.support.drafts import draft
from tests.support.words import changed, options

HEAD = "关于维修镇敬老院的请示\n县民政局：\n"
TAIL = "\n青槐镇人民政府\n2024年6月1日\n"
KINDS = ("cited", "beyond", "listed", "attached", "missing", "mark")


def found(kind: str, text: str) -> list[tuple[str, str | None]]:
    """The stretches of text that are found, with what is suggested."""
    matches = attachments.build(options(attachments, look_for=kind))(draft(text))
    return [(text[match.start : match.end], match.suggestion) for match in matches]


AGREES = [
    "预算见附件1，照片见附件2。\n附件：1.维修预算\n      2.现场照片" + TAIL,
    "预算见附件。\n附件：维修预算" + TAIL,
    "预算见附件。\n附件：维修预算" + TAIL + "附件\n维修预算\n屋面更换，八万元。\n",
    "预算见附件1，照片见附件2。\n附件：1.维修预算；2.现场照片" + TAIL,
    "预算见附件1，照片见附件2。\n附件1：维修预算\n附件2：现场照片" + TAIL,
    "选题见附件1，格式见附件2。\n附件1：选题指南\n1.渡口安全研究\n2.航标保养研究\n附件2：格式示例\n1.标题居中"
    + TAIL,
    "预算见附件一，照片见附件二。\n附件：\n1.维修预算\n2.现场照片" + TAIL,
    "见附件1、附件2。\n附件：1.维修预算\n2.现场照片"
    + TAIL
    + "附件1\n维修预算\n八万元\n附件2\n现场照片\n四张\n",
    "按《养老服务办法》附件3执行，申报表见县民政发〔2024〕5号附件2。",
    "材料以电子邮件附件形式报送，附件大小不超过20兆。",
    "该文件附件4所列标准不变。",
    "屋面渗漏，拟更换。",
    "名单见附件1、附件2。\n附件1 维修预算\n附件2 现场照片" + TAIL,
    "名单见附件2。\n附件1.维修预算\n附件2.现场照片" + TAIL + "附件1.\n八万元\n附件2：\n四张\n",
    "名单见附件3。\n附件：" + TAIL,
    "见附件2。\n附件：\n　　1.维修预算\n\n　　2.现场照片" + TAIL,
    "附件：1.维修预算\n2.现场照片" + TAIL + "附件：1.另一份材料的预算\n",
    "附件：1.维修预算\n2.现场照片" + TAIL + "附件1 维修预算\n八万元\n附件2：现场照片\n四张\n",
    "附件：1.维修预算\n2.现场照片" + TAIL + "附件1份已盖章，另存。\n",
    "账户见附件2，名单见附件1。\n附件：1.名单\n2.账户信息（另发）" + TAIL + "附件1\n名单\n共四人。\n",
    "费用见附件12万元经费表。\n附件：12万元经费表" + TAIL,
    "详见附件3亿元以上项目清单。\n附件：3亿元以上项目清单" + TAIL,
    "首付款收据见附件50%定金收据。\n附件：50%定金收据" + TAIL,
]


@pytest.mark.parametrize("text", AGREES)
def test_attachments_that_agree_are_left_alone(text: str) -> None:
    assert {kind: found(kind, HEAD + text) for kind in KINDS if found(kind, HEAD + text)} == {}


DISAGREES = [
    ("beyond", "预算见附件1，照片见附件2。\n附件：1.维修预算" + TAIL, [("见附件2", None)]),
    ("beyond", "清单见附件2。\n附件：整改清单" + TAIL, [("见附件2", None)]),
    ("beyond", "清单见附件10。\n附件：整改清单" + TAIL, [("见附件10", None)]),
    ("beyond", "办法（附件三）已经印发。\n附件：1.办法\n2.名单" + TAIL, [("（附件三", None)]),
    ("beyond", "预算见附件，照片见附件3。\n附件：维修预算" + TAIL, [("见附件3", None)]),
    ("cited", "名单（附件二）已核对。" + TAIL, [("（附件二", None)]),
    ("cited", "具体名单见附件。" + TAIL, [("见附件", None)]),
    ("beyond", "见附件1和附件2，再见附件2。\n附件：1.预算" + TAIL, [("附件2", None)]),
    ("listed", "见附件。\n附件：1.维修预算\n3.现场照片" + TAIL, [("3.现场照片", None)]),
    ("listed", "见附件。\n附件：1.维修预算；3.现场照片" + TAIL, [("附件：1.维修预算；3.现场照片", None)]),
    ("listed", "见附件。\n附件1：预算\n附件1：照片" + TAIL, [("附件1：照片", None)]),
    (
        "missing",
        "见附件。\n附件：维修预算" + TAIL + "附件2\n现场照片\n",
        [("附件2", None), ("附件：维修预算", None)],
    ),
    (
        "attached",
        "见附件。\n附件：1.维修预算\n2.现场照片" + TAIL + "附件1\n现场照片\n附件2\n维修预算\n",
        [("附件1", None), ("附件2", None)],
    ),
    ("missing", "见附件。\n附件：1.维修预算\n2.照片" + TAIL + "附件1\n维修预算\n", [("2.照片", None)]),
    (
        "attached",
        "附件：1.维修预算\n2.现场照片" + TAIL + "附件1 维修预算\n八万元\n附件4 现场照片\n四张\n",
        [("附件4 现场照片", None)],
    ),
    (
        "attached",
        "附件：1.维修预算\n2.现场照片" + TAIL + "附件1：现场照片\n四张\n附件2：维修预算\n八万元\n",
        [("附件1：现场照片", None), ("附件2：维修预算", None)],
    ),
    ("mark", "见附件。\n附件：1.维修预算。\n2.现场照片" + TAIL, [("。", "")]),
    ("mark", "见附件。\n附件：维修预算；" + TAIL, [("；", "")]),
]


@pytest.mark.parametrize(("kind", "text", "expected"), DISAGREES)
def test_attachments_that_do_not_agree_are_found(
    kind: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert found(kind, HEAD + text) == expected


@pytest.mark.parametrize(
    "behind",
    ["附件1\n维修预算\n八万元\n", "附件3\n危房申报表\n危房6间\n", "附件3 危房申报表\n危房6间\n"],
)
def test_what_stands_in_another_file_or_is_a_form_of_another_office_has_no_wrong_number(behind: str) -> None:
    assert found("attached", HEAD + "附件：1.维修预算\n2.现场照片" + TAIL + behind) == []


@pytest.mark.parametrize(
    ("change", "text", "before"),
    [
        ("citing: [另发]", "名册另发附件。", []),
        ("drop: [见]", "名册见附件。", [("见附件", None)]),
        ("of_others: [县里]", "按县里附件3执行。", [("附件3", None)]),
    ],
)
def test_a_rule_file_changes_the_words_before_an_attachment(
    change: str, text: str, before: list[tuple[str, str | None]]
) -> None:
    given = options(attachments, look_for="cited")
    after = attachments.build(given._replace(words=changed("attachments", change)))
    assert found("cited", HEAD + text) == before
    assert bool(list(after(draft(HEAD + text)))) != bool(before)


def test_every_kind_is_tried() -> None:
    assert set(KINDS) == {kind for kind, _, _ in DISAGREES}
    assert set(get_type_hints(attachments.Options)["look_for"].__args__) == set(KINDS)


def test_each_report_of_a_collection_has_attachments_of_its_own() -> None:
    text = "河东村工作总结\n一、情况\n名册见附件。\n附件：名册\n河西村工作总结\n一、情况\n名册见附件。\n"
    assert found("cited", text) == [("见附件", None)]
