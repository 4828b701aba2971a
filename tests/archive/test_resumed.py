"""Results of a long list: what an interrupted run has written is not done again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from linter.archive import resumed
from linter.model.errors import ConfigError

PATHS = ["a.txt", "b.txt", "总结.txt", "d.txt"]


def line(path: str) -> str:
    return f'{{"path": "{path}"}}'


def lines(paths: Sequence[str]) -> Iterable[str]:
    return map(line, paths)


WHOLE = "".join(f"{line(path)}\n" for path in PATHS)


def test_every_path_has_its_line(tmp_path: Path) -> None:
    output = tmp_path / "results.jsonl"
    assert resumed.write(str(output), PATHS, lines) == 0
    assert output.read_text("utf-8") == WHOLE
    assert [each.name for each in tmp_path.iterdir()] == ["results.jsonl"]


@pytest.mark.parametrize("written", range(len(WHOLE.encode())))
def test_an_interrupted_run_goes_on_behind_the_last_whole_line(tmp_path: Path, written: int) -> None:
    output = tmp_path / "results.jsonl"
    before = WHOLE.encode()[:written]
    output.with_suffix(".jsonl.part").write_bytes(before)
    asked: list[str] = []

    def counted(paths: Sequence[str]) -> Iterable[str]:
        asked.extend(paths)
        return lines(paths)

    known = resumed.write(str(output), PATHS, counted)
    assert output.read_text("utf-8") == WHOLE
    assert known == before.count(b"\n")
    assert asked == PATHS[known:]


def test_nothing_of_the_output_is_there_before_the_last_line(tmp_path: Path) -> None:
    output = tmp_path / "results.jsonl"

    def interrupted(paths: Sequence[str]) -> Iterable[str]:
        yield line(paths[0])
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        resumed.write(str(output), PATHS, interrupted)
    assert not output.exists()
    assert resumed.write(str(output), PATHS, lines) == 1


@pytest.mark.parametrize(
    "left",
    [
        pytest.param(line("other.txt") + "\n", id="another list"),
        pytest.param(WHOLE + line("more.txt") + "\n", id="a longer list"),
        pytest.param("draft\n", id="no results at all"),
        pytest.param("[1]\n", id="other JSON"),
    ],
)
def test_what_belongs_to_another_list_is_left_alone(tmp_path: Path, left: str) -> None:
    output, part = tmp_path / "results.jsonl", tmp_path / "results.jsonl.part"
    part.write_text(left, "utf-8")
    with pytest.raises(ConfigError, match="another list"):
        resumed.write(str(output), PATHS, lines)
    assert part.read_text("utf-8") == left
    assert not output.exists()


def test_a_folder_that_is_not_there_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot write"):
        resumed.write(str(tmp_path / "no" / "results.jsonl"), PATHS, lines)
