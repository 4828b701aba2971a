"""Which keys lead to a place in a half-written rule file."""

from __future__ import annotations

import pytest

pytest.importorskip("lsprotocol", reason="the extra `server` is not installed")
from lsprotocol.types import Position, Range

from linter.surfaces.editor import positions
from linter.surfaces.editor.rule_cursor import cursor
from linter.surfaces.editor.rule_keys import keys, values

HEAD = "id: own\nextends: [report-form]\n"
PLACES = [
    # nothing written yet
    ("", (), None, ""),
    ("id: own\n", (), None, ""),
    ("# words\n\n", (), None, ""),
    # at the top
    (HEAD + "ru", (), None, "ru"),
    ("extends: [rep", (), "extends", "rep"),
    ("extends: [report-form, wo", (), "extends", "wo"),
    ("extends:\n  - rep", ("extends",), None, "rep"),
    # within lists, indented or not
    (HEAD + "rules:\n  - ", ("rules",), None, ""),
    (HEAD + "rules:\n- id: a\n  lev", ("rules",), None, "lev"),
    (HEAD + "rules:\n  - id: a\n    check: pa", ("rules",), "check", "pa"),
    (HEAD + "rules:\n  - id: a\n    with:\n      for", ("rules", "with"), None, "for"),
    (HEAD + "rules:\n  - id: a\n    with:\n      forbid: [x]\n    lev", ("rules",), None, "lev"),
    (HEAD + "rules:\n  - with:\n      forbid: [x]\n    check: ", ("rules",), "check", ""),
    (HEAD + "rules:\n  - id: a\n    with:\n      forbid: [x]\n  - id: b\n    ", ("rules",), None, ""),
    # within braces
    ("rules:\n  - {id: a, lev", ("rules",), None, "lev"),
    ("rules:\n  - {id: a, check: pa", ("rules",), "check", "pa"),
    ("sections:\n  - {id: a, title: {zh: x, e", ("sections", "title"), None, "e"),
    ("rules:\n  - id: a\n    with: {", ("rules", "with"), None, ""),
    ("rules:\n  - id: a\n    with: {forbid: [a], re", ("rules", "with"), None, "re"),
    ("rules:\n  - id: a\n    with: {forbid: [a", ("rules", "with"), "forbid", "a"),
    ("rules:\n  - id: a\n    examples: {pass: ['a, b'], fai", ("rules", "examples"), None, "fai"),
    # words of other languages in values
    ("title: {zh: 总结, en", ("title",), None, "en"),
]


@pytest.mark.parametrize(("text", "path", "key", "word"), PLACES)
def test_the_keys_that_lead_to_the_end_of_a_text(
    text: str, path: tuple[str, ...], key: str | None, word: str
) -> None:
    lines = text.split("\n")
    found = cursor(lines, len(lines) - 1, lines[-1])
    *outer, last = found.levels
    assert (tuple(level.key for level in outer), last.key, found.word) == (path, key, word)


def offered(text: str) -> tuple[set[str], set[str]]:
    """The keys and the values that are offered at the end of a text."""
    lines = text.split("\n")
    place = cursor(lines, len(lines) - 1, lines[-1])
    return {field.key for field in keys(place, text)}, set(values(place, text))


def test_keys_that_are_there_are_offered_no_more() -> None:
    found, _ = offered(HEAD)
    assert "rules" in found
    assert not found & {"id", "extends"}


def test_the_options_are_those_of_the_check_that_is_named_or_inherited() -> None:
    named, _ = offered("rules:\n  - id: a\n    check: length\n    with:\n      ")
    assert {"min", "max"} <= named
    inherited, _ = offered("extends: [leftovers]\nrules:\n  - id: leftover-mask\n    with:\n      ")
    assert "kind" in inherited
    nothing, _ = offered("rules:\n  - id: a\n    with:\n      ")
    assert nothing == set()


def test_names_come_from_what_the_file_extends_and_says() -> None:
    _, sets = offered("extends: [")
    assert "work-report" in sets
    _, rules = offered("extends: [leftovers]\nrules:\n  - id: ")
    assert "leftover-mask" in rules
    text = "extends: [work-report]\nsections:\n  - id: own\nrules:\n  - id: a\n    check: section\n"
    _, sections = offered(text + "    with: {section: ")
    assert {"own", "shortcomings"} <= sections


def test_free_text_offers_nothing() -> None:
    assert offered("rules:\n  - id: a\n    source: ")[1] == set()


@pytest.mark.parametrize("unit", ["utf-8", "utf-16", "utf-32"])
def test_places_are_the_same_there_and_back(unit: str) -> None:
    line = "a§总𠮷\ud800b"
    text = positions.text(f"一\n{line}", unit)
    for column in range(1, len(line) + 2):
        position = text.position(2, column)
        assert text.before(position) == line[: column - 1]


def test_places_beyond_a_text_are_at_its_end() -> None:
    text = positions.text("一二\n三", "utf-16")
    assert text.position(9, 9) == Position(1, 1)
    assert text.line_range(9) == Range(Position(1, 1), Position(1, 1))
    assert text.before(Position(7, 0)) == ""
