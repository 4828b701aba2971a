"""Which section a place lies in: the shortest of those that hold it."""

from __future__ import annotations

import pytest

from linter.engine.section_places import section_places
from linter.model.outline import Presence
from tests.support.effort import calls

NESTED = {
    "whole": Presence("whole", "heading", ((0, 4),), ((4, 100),)),
    "inner": Presence("inner", "heading", ((20, 24), (60, 64)), ((24, 40), (64, 80))),
    "beside": Presence("beside", "body", ((90, 95),), ((90, 95),)),
}


@pytest.mark.parametrize(
    ("offset", "section"),
    [(0, "whole"), (4, "whole"), (19, "whole"), (20, "inner"), (39, "inner"), (40, "whole"),
     (64, "inner"), (90, "beside"), (94, "beside"), (95, "whole"), (99, "whole"), (100, None), (500, None)],
)  # fmt: skip
def test_the_shortest_section_around_a_place(offset: int, section: str | None) -> None:
    assert section_places(NESTED)(offset) == section


def test_text_that_stands_behind_other_heads_is_that_of_its_column() -> None:
    columns = {
        "work": Presence("work", "heading", ((0, 4),), ((20, 30),)),
        "plans": Presence("plans", "heading", ((5, 9),), ((31, 90),)),
    }
    places = [0, 5, 20, 29, 31, 89]
    assert list(map(section_places(columns), places)) == ["work", "plans", "work", "work", "plans", "plans"]


def test_no_section_without_presences() -> None:
    assert section_places({})(3) is None


def test_heading_alone_is_a_place_of_its_section() -> None:
    assert section_places({"empty": Presence("empty", "heading", ((7, 9),), ((9, 9),))})(7) == "empty"


def test_work_grows_with_the_number_of_spans() -> None:
    def work(count: int) -> int:
        spans = tuple((at, at + 5000) for at in range(0, 10 * count, 10))
        return calls(lambda: section_places({"s": Presence("s", "heading", spans, spans)}))

    assert work(800) < 2.5 * work(400)
