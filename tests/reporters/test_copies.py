"""Who shares how much with whom, from real runs."""

import pytest

from linter import api
from linter.reporters.copies import clusters, pairs

SHARED = "全镇三个支部轮流主持学习会，每次会前一周发提纲，会后两天交心得，缺席的人由支部书记当面补课。"
ALSO_SHARED = "镇里把十二个村分成四片，每片一名干部包片，每月到村里走一遍，回来当天把看到的问题写进台账。"
OWN = {
    "a.txt": "年初的动员会开得早，任务在正月里就分到了人，谁管哪一项写在墙上，人人看得见。",
    "b.txt": "渡口村的广播站修好以后，天气、农时和招工的消息每天早晚各播一遍，老人说比看手机方便。",
    "c.txt": "水库移民点的图书室搬进了新房，借书的登记本写满了两册，周末常有孩子坐到天黑。",
}


def _result(**texts: str) -> api.Result:
    drafts = [
        api.draft(f"工作总结\n{OWN[name + '.txt']}\n{more}\n".encode(), f"{name}.txt")
        for name, more in texts.items()
    ]
    return api.check_many(drafts, "report-form")


def test_files_that_share_nothing_make_no_pair() -> None:
    result = _result(a="", b="", c="")
    assert pairs(result) == []
    assert clusters(result) == []


def test_every_two_files_are_told_with_the_share_of_each_text() -> None:
    result = _result(a=f"{SHARED}\n{ALSO_SHARED}", b=f"{SHARED}\n{ALSO_SHARED}", c=SHARED)
    found = pairs(result)
    assert [(pair.first, pair.second, pair.passages) for pair in found] == [
        ("a.txt", "b.txt", 2),
        ("a.txt", "c.txt", 1),
        ("b.txt", "c.txt", 1),
    ]
    assert found[0].characters == len(SHARED + ALSO_SHARED)
    sizes = {file.path: file.characters for file in result.files}
    for pair in found:
        assert pair.first_share == pytest.approx(pair.characters / sizes[pair.first])
        assert pair.second_share == pytest.approx(pair.characters / sizes[pair.second])


def test_a_cluster_is_the_files_that_share_the_same_passages() -> None:
    result = _result(a=f"{SHARED}\n{ALSO_SHARED}", b=f"{SHARED}\n{ALSO_SHARED}", c=SHARED)
    assert {(each.paths, each.passages) for each in clusters(result)} == {
        (("a.txt", "b.txt"), 1),
        (("a.txt", "b.txt", "c.txt"), 1),
    }
