"""Several files of one stranger: compared with each other, by his own rules if he likes, and ended together."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from linter import api
from linter.engine import stranger_process, wire
from linter.engine.compare import Compared
from linter.model.finding import Match
from linter.model.message import Message
from tests.support import hostile_worker
from tests.support.program import EXAMPLES, ROOT

pytestmark = pytest.mark.process

linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems limit no address space")

MISSING = (EXAMPLES / "missing.txt").read_bytes()
LEFTOVERS = (EXAMPLES / "leftovers.txt").read_bytes()
LIMITS = api.Limits(cpu=1, wall=60, memory=400 << 20)
RULES = """\
id: own
title: {zh: 自定, en: Own}
extends: [report-form]
rules:
  - id: no-cats
    check: pattern
    level: error
    with: {forbid: [猫咪]}
    message: {zh: 不宜用, en: better not}
    why: {zh: "-", en: "-"}
    source: "-"
    examples: {pass: [狗], fail: [猫咪]}
""".encode()


@pytest.fixture(autouse=True)
def _hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    monkeypatch.setattr(stranger_process, "MODULE", hostile_worker.__name__)


def drafts(**files: bytes) -> list[api.Draft]:
    return [api.draft(data, f"{name}.txt") for name, data in files.items()]


@pytest.mark.parametrize("keep_text", [False, True])
def test_a_batch_gives_what_check_many_gives(keep_text: bool) -> None:
    given = drafts(a=MISSING, b=LEFTOVERS, c=MISSING, d=b"", e=MISSING + b"\0")
    told: list[tuple[int, int]] = []
    with api.strangers_judge(workers=2) as judge, judge.batch(keep_text=keep_text) as batch:
        found = batch.check_many(given, lambda *done: told.append(done))
    assert found == api.check_many(given, keep_text=keep_text)
    assert any(related.path == "c.txt" for each in found.files[0].findings for related in each.related)
    assert told == [(done, 5) for done in range(1, 6)]


def test_one_file_and_none_are_batches_too() -> None:
    with api.strangers_judge(workers=1) as judge, judge.batch() as batch:
        assert batch.check_many(drafts(a=MISSING)) == api.check_many(drafts(a=MISSING))
        assert batch.check_many([]) == api.check_many([])


def test_settings_hold_for_the_comparison_too() -> None:
    given = drafts(a=MISSING, b=MISSING)
    settings = api.Settings(select=("duplicate",))
    with api.strangers_judge("report-form", settings, workers=1) as judge, judge.batch() as batch:
        assert batch.check_many(given) == api.check_many(given, "report-form", settings)


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (b"!compute", "took too long"),
        (b"!abort", "broke down"),
        pytest.param(b"!memory", "more than 400 MB", marks=linux),
    ],
)
def test_a_file_that_breaks_its_process_spoils_no_comparison(deed: bytes, said: str) -> None:
    with api.strangers_judge(limits=LIMITS, workers=2) as judge, judge.batch() as batch:
        found = batch.check_many(drafts(a=MISSING, bad=deed, b=MISSING))
    good = api.check_many(drafts(a=MISSING, b=MISSING))
    assert (found.files[0], found.files[2]) == good.files
    assert found.files[1].error
    assert said in found.files[1].error.en


def test_files_that_cannot_be_compared_are_judged_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from linter.engine import stranger_batch

    monkeypatch.setattr(stranger_batch, "compare_drafts", _compute)
    with api.strangers_judge(limits=LIMITS, workers=1) as judge, judge.batch() as batch:
        found = batch.check_many(drafts(a=MISSING, b=MISSING))
    assert found.error
    assert "not compared" in found.error.en
    assert [file.ruleset for file in found.files] == ["ideology-work-report"] * 2


@pytest.mark.parametrize("at", [-1, 2])
def test_a_forged_comparison_is_none(monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    from linter.engine import stranger_batch

    forged = Compared(((at, ()),))
    monkeypatch.setattr(stranger_batch, "compare_drafts", partial(_answer, forged))
    with api.strangers_judge(workers=1) as judge, judge.batch() as batch:
        found = batch.check_many(drafts(a=MISSING, b=MISSING))
    assert found.error
    assert "not compared" in found.error.en


def _answer(answer: object, *_: object) -> object:
    return answer


def _compute(*_: object) -> None:
    while True:
        pass


def test_closing_a_batch_ends_its_work_and_nobody_else_s() -> None:
    with api.strangers_judge(workers=2) as judge:
        raised: list[BaseException] = []
        asleep = judge.batch()

        def wait() -> None:
            try:
                asleep.check_many(drafts(a=b"!sleep", b=b"!sleep", c=MISSING))
            except api.ReportlintError as error:
                raised.append(error)

        waiting = Thread(target=wait)
        waiting.start()
        asleep.close()
        waiting.join(60)
        assert not waiting.is_alive()
        assert "closed" in str(raised[0])
        with judge.batch() as other:
            assert other.check_many(drafts(a=MISSING)) == api.check_many(drafts(a=MISSING))


def test_answers_are_charged_and_what_is_too_much_is_the_error_of_its_file() -> None:
    left = [30_000]

    def charge(size: int) -> None:
        left[0] -= size
        if left[0] < 0:
            raise api.UnreadableError("太多", "too much")

    with api.strangers_judge(workers=1) as judge, judge.batch(charge=charge) as batch:
        files = batch.check_many(drafts(a=MISSING, b=LEFTOVERS, c=MISSING + b"1", d=MISSING)).files
    assert files[0].ruleset
    assert files[-1].error == Message("太多", "too much")


# --- rules of strangers ---------------------------------------------------------------------------


def test_a_stranger_s_rule_file_is_loaded_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = api.load_ruleset(RULES, "own.yaml")
    monkeypatch.setattr("linter.ruleset.inherit.compile_files", None)  # here it cannot be compiled
    with api.strangers_judge(workers=1) as judge:
        assert judge.load_ruleset(RULES, "own.yaml") == expected


def test_a_batch_is_judged_by_a_stranger_s_rules_and_they_are_gone_with_it() -> None:
    given = drafts(a=MISSING, b="猫咪".encode())
    with api.strangers_judge(workers=1) as judge:
        chosen = api.choose([judge.load_ruleset(RULES, "own.yaml"), "work-report"])
        with judge.batch(chosen, keep_rules=False) as batch:
            found = batch.check_many(given)
        assert found == api.check_many(given, chosen)
        assert found.files[1].findings[0].rule == "no-cats"
        assert judge.check(MISSING, "a.txt") == api.check(MISSING, "a.txt")


WRONG = [b"", b"\0", b"\xff", b"id: x\n", b"a: &a [*a]", b"a: " + b"[" * 100_000, b"x" * (2 << 20)]
WRONG += [RULES.replace(b"[report-form]", b"[/etc/passwd]"), RULES.replace(b"extends", b"weights")]


@pytest.mark.parametrize("data", WRONG, ids=lambda data: repr(data[:20]))
def test_a_wrong_rule_file_is_told_as_load_ruleset_tells_it(data: bytes) -> None:
    with pytest.raises(api.RulesetError) as ours:
        api.load_ruleset(data, "own.yaml")
    with api.strangers_judge(workers=1) as judge, pytest.raises(api.RulesetError) as theirs:
        judge.load_ruleset(data, "own.yaml")
    assert theirs.value.text == ours.value.text


def test_a_stranger_s_rule_file_names_no_file_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.tsv").write_text("sections\ta\n", "utf-8")
    data = RULES.replace(b"extends: [report-form]", b"extends: [report-form]\nweights: [own.tsv]")
    with pytest.raises(api.RulesetError, match=r"own\.yaml:4:"):
        api.load_ruleset(data, "own.yaml")


# --- what comes from a worker ---------------------------------------------------------------------


def test_what_comparing_found_survives_the_pipe() -> None:
    match = Match(1, 2, None, {"line": 3, "share": 0.5, "path": "a\ud800", "place": Message("甲", "a")})
    compared = Compared(((4, (("rule", match),)),), ((0, ("rule",)),))
    assert wire.unpack(wire.pack(compared), Compared) == compared
    assert wire.unpack(wire.pack(b"\0\xff"), bytes) == b"\0\xff"


@pytest.mark.parametrize(
    ("forged", "kind"),
    [
        (b'"+"', bytes),
        (b"1", bytes),
        (b"[1]", tuple[int, str]),
        (b'[1,"a",2]', tuple[int, str]),
        (b'["a",1]', tuple[int, str]),
        (b'{"a":"b"}', Mapping[str, int]),
        (b"[]", Mapping[str, int]),
        (b"[1]", str | int),
        (b"null", str | int),
        (b"true", str | int),
    ],
)
def test_a_forged_value_is_none(forged: bytes, kind: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        wire.unpack(forged, kind)
