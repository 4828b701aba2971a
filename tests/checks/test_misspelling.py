"""The check `misspelling`: what is written right first."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.checks import misspelling
from linter.text.dictionary import is_word
from tests.support.drafts import draft
from tests.support.words import options, words


def found(text: str) -> list[tuple[str, str | None]]:
    """What is found in a text, and the word that it should be."""
    matches = misspelling.build(options(misspelling))(draft(text))
    return [(text[match.start : match.end], match.suggestion) for match in matches]


@pytest.mark.parametrize(
    "text",
    [
        "渡口管理站召开全体会议，部署航道建设。",
        "渡口管理站召开大会仪式简朴而隆重。",  # 大会|仪式
        "渡口安排队员栽培讯号草种并检修缆绳。",
        "值班船员由周培讯和郑建没两人担任。",  # after a surname, a name
        "老船工常说“培讯”应当写作培训才对。",  # quoted
        "航道建没图",  # too short to tell
        "渡口证书的公钥和船员的私钥分开保管。",
        "变电所远动装置和渡口调度主站通信正常。",
        "渡口两岸新建没有围栏的平台三处。",
        "汛情通报：18日5时闸前水位回落到限线以下。",
        "尾水段的两个村实行轮灌，按次序放水。",
        "年轻职员习于自记仪器，目测诸法渐渐生疏。",
        "渡口的缆绳都由渡工轮流晾晒，渡务公开栏每月更换。",  # who writes of a ferry writes 渡 again
        "旧船入坞检修，坞修记录由值班船员保管。",
        "渡口管理站组织急救培讯三次，考核合格。",  # 培训 stands nowhere: it may be a name of something
        "The report on building was filed.",
        "请在 https://example.org/培讯/建没 下载全部材料。",
    ],
)
def test_what_is_written_right_or_is_a_name_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("渡口管理站组织急救培讯三次，培训考核合格。", "培讯", "培训"),
        ("航道建设\n全镇加快航道建没步伐，年底全线通航。", "建没", "建设"),
        ("船闸冶理工程按期完成全部验收。\n治理经费到位。", "冶理", "治理"),
        ("年底以前拔付渡船保养资金，拨付进度按月公开。", "拔付", "拨付"),
        ("对违章的渔民当场纠正并予以通抱批评。\n通报三期。", "通抱", "通报"),
    ],
)
def test_one_wrong_character_in_a_usual_word_is_found(text: str, said: str, right: str) -> None:
    assert found(text) == [(said, right)]


@cache
def pairs() -> list[tuple[str, str]]:
    """Every pair of the lists, with the word that it stands for."""
    lists = words("misspelling")
    behind = [
        (entry[0] + c, entry[0] + group[0])
        for entry in lists.behind
        for group in entry.split()[1:]
        for c in group[1:]
    ]
    before = [
        (c + entry[0], group[0] + entry[0])
        for entry in lists.before
        for group in entry.split()[1:]
        for c in group[1:]
    ]
    return behind + before


def test_every_pair_is_no_word_and_stands_for_a_word() -> None:
    listed = pairs()
    assert len({pair for pair, _ in listed}) == len(listed) > 100_000
    assert not [pair for pair, _ in listed[::50] if is_word(pair)]
    assert not [word for _, word in listed[::50] if not is_word(word)]


def test_most_pairs_are_found_between_whole_words() -> None:
    some = pairs()[::1000]
    missed = [pair for pair, word in some if found(f"渡口船员{pair}航标保养。\n{word}") != [(pair, word)]]
    assert len(missed) < len(some) / 4, missed


@given(st.integers(min_value=0))
def test_the_suggestion_for_a_pair_is_its_word(number: int) -> None:
    listed = pairs()[number % len(pairs())]
    assert set(found(f"渡口船员{listed[0]}航标保养。\n{listed[1]}")) <= {listed}
