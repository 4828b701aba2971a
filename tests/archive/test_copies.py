"""Copies in an archive: all of them, whose they were first, and what is no copy."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

import pytest

from benchmarks.passages import chain, changed, lifted, sentence
from linter import api
from linter.archive import kept_pairs
from linter.archive.clusters import connected, copies
from linter.archive.fingerprints import fingerprints
from linter.archive.index import Archive
from linter.archive.pairs import MOST, Pair, copied, set_phrases
from linter.model.archive import Cluster, Copies
from linter.model.errors import ConfigError

duckdb_join = pytest.importorskip("linter.archive.duckdb_join", reason="needs the extra `archive`")

SELECTOR = api.choose("work-report")
FERRY = "渡口全年安全发船1260次，运送旅客8.4万人次，没有发生一起责任事故，救生衣配备齐全。"
CREW = "每周三下午组织船员学习操作规程，考试不及格的停航补课，今年有两名船员补了课。"
LAMPS = "候船厅的坏灯在两天内修好，台阶重新铺了防滑砖，老人上下船有人搀扶。"
STAGE = "文化站排了一出小戏，正月里在三个村演出，看戏的人站满了晒谷场。"


def report(unit: str, year: int, *paragraphs: str, part: str = "上半年") -> tuple[str, bytes]:
    """The path and the content of a report."""
    text = "\n".join((f"{unit}{year}年{part}工作总结", "", "一、工作情况", *paragraphs, ""))
    return f"{year}/{unit}.txt", text.encode()


def archived(path: Path, *reports: tuple[str, bytes]) -> Archive:
    archive = Archive(str(path / "a.db"), new=True)
    for name, data in reports:
        archive.add(name, api.check(data, name, SELECTOR, keep_text=True))
    archive.commit()
    return archive


def found(archive: Archive, threshold: float = 0.7) -> Copies:
    duckdb_join.find_copies(archive, threshold, False, 1, lambda done, total: None)
    return copies(archive, threshold)


def told(cluster: Cluster) -> tuple[list[str], bool]:
    return [each.file.path for each in cluster.passages], cluster.directed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(FERRY, STAGE, id="another subject"),
        pytest.param(
            "坚持以人民为中心的发展思想，夜间增开两班渡船，方便对岸上晚班的工人回家。",
            "坚持以人民为中心的发展思想，码头台阶重新铺了防滑砖，雨天也走得稳当。",
            id="a set phrase in both",
        ),
        pytest.param(
            "全年培训12场，参加的有340人，发放资料1200份，走访农户96户，办结事项31件。",
            "全年巡查45次，发现的隐患有17处，整改到位16处，走访商户80户，处理投诉22件。",
            id="a frame with other words",
        ),
    ],
)
def test_what_was_written_anew_is_no_copy(tmp_path: Path, one: str, other: str) -> None:
    with archived(tmp_path, report("云栖社区", 2023, one), report("白石社区", 2024, other)) as archive:
        assert found(archive).clusters == ()


def test_a_passage_twice_in_one_file_is_no_copy_between_files(tmp_path: Path) -> None:
    with archived(tmp_path, report("云栖社区", 2023, FERRY, CREW, FERRY)) as archive:
        assert found(archive).clusters == ()


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        pytest.param(
            [report("甲社区", 2024, FERRY), report("乙社区", 2023, FERRY)],
            (["2023/乙社区.txt", "2024/甲社区.txt"], True),
            id="the earlier period is the source",
        ),
        pytest.param(
            [report("乙社区", 2024, FERRY, part="度"), report("甲社区", 2024, FERRY)],
            (["2024/甲社区.txt", "2024/乙社区.txt"], True),
            id="a half-year comes before the whole year",
        ),
        pytest.param(
            [report("乙社区", 2024, FERRY, part="度"), report("甲社区", 2024, FERRY, part="下半年")],
            (["2024/乙社区.txt", "2024/甲社区.txt"], False),
            id="its second half ends with it",
        ),
        pytest.param(
            [report("甲社区", 2024, FERRY), report("乙社区", 2024, FERRY)],
            (["2024/乙社区.txt", "2024/甲社区.txt"], False),
            id="in one period nobody is",
        ),
        pytest.param(
            [report("甲社区", 2023, FERRY), report("乙社区", 2023, FERRY), report("丙社区", 2024, FERRY)],
            (["2023/乙社区.txt", "2023/甲社区.txt", "2024/丙社区.txt"], False),
            id="nor of two that are first",
        ),
        pytest.param(
            [
                report("甲社区", 2022, FERRY),
                report("乙社区", 2023, FERRY.replace("救生衣", "救生圈")),
                report("丙社区", 2024, FERRY.replace("责任事故", "事故")),
            ],
            (["2022/甲社区.txt", "2023/乙社区.txt", "2024/丙社区.txt"], True),
            id="three with changes are one cluster",
        ),
    ],
)
def test_copies_are_clusters_with_their_direction_in_time(
    tmp_path: Path, reports: list[tuple[str, bytes]], expected: tuple[list[str], bool]
) -> None:
    with archived(tmp_path, *reports) as archive:
        (cluster,) = found(archive).clusters
    assert told(cluster) == expected


def test_who_has_passages_from_whom_is_told_where_time_tells(tmp_path: Path) -> None:
    reports = [
        report("甲社区", 2023, FERRY, CREW),
        report("乙社区", 2024, FERRY, STAGE),
        report("甲社区", 2024, CREW),
        report("丙社区", 2024, STAGE),
    ]
    with archived(tmp_path, *reports) as archive:
        units = found(archive).units
    assert [(each.source, each.unit, each.passages) for each in units] == [
        ("甲社区", "乙社区", 1),
        ("甲社区", "甲社区", 1),
    ]


def test_the_most_copied_comes_first(tmp_path: Path) -> None:
    reports = [report("甲社区", 2023, LAMPS, FERRY), report("乙社区", 2024, LAMPS, FERRY)]
    with archived(tmp_path, *reports, report("丙社区", 2024, LAMPS)) as archive:
        assert [each.text for each in found(archive).clusters] == [LAMPS, FERRY]


def test_what_very_many_texts_have_is_named_and_makes_no_pairs(tmp_path: Path) -> None:
    phrase = "全面落实安全生产主体责任和属地管理责任"
    reports = [
        report(
            f"第{number}社区",
            2024,
            f"{number}号船{sentence(random.Random(number), chain())[:30]}，{phrase}。",
        )
        for number in range(MOST + 10)
    ]
    with archived(tmp_path, *reports) as archive:
        result = found(archive)
    assert result.clusters == ()
    assert (phrase, MOST + 10) in {(each.text, each.texts) for each in result.set_phrases}


def test_a_set_phrase_is_told_in_whole_clauses() -> None:
    text = "各村紧扣收支目标，严格预算管理，各项工作平稳推进。"
    told = [each.text for number in fingerprints(text) for each in set_phrases([(number, MOST + 1, text)])]
    clauses = text.rstrip("。").split("，")
    assert told
    assert all(set(each.split("，")) <= set(clauses) for each in told)


# --- all of them --------------------------------------------------------------------------------


def made_up(count: int) -> list[tuple[str, bytes]]:
    """Reports of which two passages in three are copies, changed, or hold half of another one."""
    chance, following = random.Random(3), chain()
    kept = [sentence(chance, following) for _ in range(count)]
    more = [changed(chance.choice(kept), chance) for _ in range(count)]
    more += [lifted(chance.choice(kept), sentence(chance, following), chance) for _ in range(count)]
    every = kept + more
    chance.shuffle(every)
    return [report(f"第{at}站", 2020 + at % 5, *every[at : at + 6]) for at in range(0, len(every), 6)]


def test_it_finds_what_a_comparison_of_all_with_all_finds(tmp_path: Path) -> None:
    with archived(tmp_path, *made_up(80)) as archive:
        found(archive, 0.7)
        texts = archive.sql.execute("SELECT id, text FROM texts ORDER BY id").fetchall()
        pairs = [Pair._make(row) for row in archive.sql.execute("SELECT * FROM pairs ORDER BY first, second")]
    by_force = [
        copied((one, other), text, beside, 0.7) for (one, text), (other, beside) in combinations(texts, 2)
    ]
    expected = [pair for pair in by_force if pair]
    assert len(expected) > 50
    assert set(pairs) <= set(expected)
    assert len(pairs) >= 0.99 * len(expected)


def test_an_interrupted_run_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duckdb_join, "_KEPT", 40)
    with archived(tmp_path, *made_up(80)) as archive:
        every: list[int] = []
        duckdb_join.find_copies(archive, 0.7, True, 1, lambda done, total: every.append(total))
        whole = copies(archive, 0.7)

        def interrupt(done: int, total: int) -> None:
            if done > 40:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            duckdb_join.find_copies(archive, 0.7, True, 1, interrupt)
        looked_at = kept_pairs.done(archive, 0.7)
        assert looked_at > kept_pairs.NONE
        steps: list[int] = []
        duckdb_join.find_copies(archive, 0.7, False, 1, lambda done, total: steps.append(total))
        assert 0 < steps[-1] < every[-1], "what was looked at is not looked at again"
        assert copies(archive, 0.7) == whole
        duckdb_join.find_copies(archive, 0.7, False, 1, interrupt)  # all is known: nothing is done again


def test_runs_at_two_thresholds_at_once_are_not_mixed(tmp_path: Path) -> None:
    with archived(tmp_path, report("甲社区", 2023, FERRY), report("乙社区", 2024, FERRY)) as archive:
        since = archive.changes()
        kept_pairs.begin(archive, since, 0.7, [])
        kept_pairs.keep(archive, since, 0.7, [Pair(1, 2, 0.8)], (1, 2))
        kept_pairs.begin(archive, since, 0.9, [])
        with pytest.raises(ConfigError, match="run this again"):
            kept_pairs.keep(archive, since, 0.7, [Pair(1, 3, 0.75)], (1, 3))
        assert kept_pairs.done(archive, 0.9) == kept_pairs.NONE
        assert not archive.sql.execute("SELECT * FROM pairs").fetchall()


def test_what_was_found_is_forgotten_when_the_archive_changes(tmp_path: Path) -> None:
    with archived(tmp_path, report("甲社区", 2023, FERRY), report("乙社区", 2024, FERRY)) as archive:
        assert len(found(archive).clusters) == 1
        archive.remove("2023/甲社区.txt")
        archive.commit()
        assert found(archive).clusters == ()


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([], {}),
        ([(1, 2), (3, 4)], {1: 1, 2: 1, 3: 3, 4: 3}),
        ([(3, 4), (1, 2), (2, 4)], {1: 1, 2: 1, 3: 1, 4: 1}),
        ([(5, 5)], {5: 5}),
    ],
)
def test_numbers_that_links_join_have_the_lowest_of_them(
    links: list[tuple[int, int]], expected: dict[int, int]
) -> None:
    assert connected(links) == expected
