"""The one door by which text leaves the program: no file steers the terminal or the runner of its reader.

Every command, format and message is tried with names and texts that would.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from linter.reporters import REPORTERS
from tests.support.program import call

posix = pytest.mark.skipif(os.name != "posix", reason="names of files as POSIX allows them")

EVIL = "\x1b[2J\x9b31m\u202e##[add-mask]总结"
DRAFT = f"""云杉镇{EVIL}上半年工作总结

一、组织领导

::add-mask::截止目前，××村{EVIL}已办结。
 ::error::截止现在，也好。

云杉镇人民政府
2024年9月31日
"""
RULES = """id: own
title: {zh: "甲\\e[2J\\n::error::乙\\u202e", en: "a\\e[2J\\n::error::b\\u202e"}
extends: [report-form]
sections:
  - id: lead
    title: {zh: "组织\\n::error::领导\\e[2J", en: "lead\\n::error::\\e[2J"}
    headings: [组织领导]
rules:
  - id: own-rule
    check: pattern
    level: error
    with: {forbid: [办结]}
    message: {zh: "甲\\e[2J\\n::error::乙\\u202e##[error]", en: "a\\e[2J\\n::error::b\\u202e##[error]"}
    why: {zh: "因\\e[2J\\n::error::", en: "why\\e[2J\\n::error::"}
    source: "源\\e[2J\\n::error::"
    examples: {pass: ["好\\e[2J"], fail: ["办结\\e[2J\\n::error::"]}
"""
_OBEYED = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028]|\r(?!\n)|##\\[a")
_COMMAND = re.compile(r"(?m)^\s*::")


def steers(text: str, commands: bool = False) -> list[str]:
    """What of a text a terminal or a runner obeys."""
    return _OBEYED.findall(text) + ([] if commands else _COMMAND.findall(text))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a draft, a ruleset and no configuration."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    (tmp_path / "own.yaml").write_text(RULES, "utf-8")
    return tmp_path


def test_an_ordinary_name_and_text_are_shown_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "总结 (终稿).txt").write_text("截止9月，　好。\n", "utf-8")
    done = call("check", "总结 (终稿).txt", "--diff", "--unsafe-fixes", cwd=tmp_path)
    assert "总结 (终稿).txt" in done.stdout
    assert "+截至9月，　好。" in done.stdout


@posix
@pytest.mark.parametrize("form", [name for name, about in REPORTERS.items() if not about.binary])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_report_steers(folder: Path, form: str, lang: str) -> None:
    (folder / "::error::\x1b[31m甲\n::error::乙\u202e.txt").write_text(DRAFT, "utf-8")
    (folder / "empty\x1b[31m\n::error::.docx").write_bytes(bytes(9))
    arguments = ["check", ".", "--ruleset", "own.yaml", "--output-format", form, "--lang", lang, "-v"]
    done = call(*arguments, "--statistics", cwd=folder)
    assert done.returncode == 2
    assert done.stdout
    assert steers(done.stdout, commands=form == "github") + steers(done.stderr) == []
    assert all(line.startswith("::") for line in done.stdout.splitlines()) or form != "github"
    call(*arguments, "-o", "report", cwd=folder)
    assert steers((folder / "report").read_text("utf-8"), commands=form == "github") == []


def test_json_keeps_what_it_escapes(folder: Path) -> None:
    done = call("check", "draft.txt", "--ruleset", "own.yaml", "--output-format", "json", cwd=folder)
    assert EVIL in json.loads(done.stdout)["files"][0]["parts"][0]["title"]


def test_colours_are_the_only_thing_a_terminal_obeys(folder: Path) -> None:
    done = call("check", "draft.txt", "--ruleset", "own.yaml", "--color", "always", cwd=folder)
    assert "\x1b[" in done.stdout
    assert "##[add" not in done.stdout
    assert steers(re.sub("\x1b\\[[0-9;]*m", " ", done.stdout)) == []


COMMANDS = [
    ("check", "draft.txt", "--diff", "--unsafe-fixes"),
    ("check", "draft.txt", "--fix", "--ruleset", "own.yaml"),
    ("check", "draft.txt", "--write-baseline", "known\x1b[31m.json"),
    ("check", "draft.txt", "--ruleset", "own.yaml", "--baseline", "no\x1b[31m\n::error::.json"),
    ("check", "draft.txt", "--ruleset", "no\x1b[31m\n::error::"),
    ("check", "draft.txt", "--ruleset", "own.yaml", "--select", "\x1b[31m\n::error::"),
    ("check", "draft.txt", "--config", "no\x1b[31m\n::error::.toml"),
    ("check", "draft.txt", "--config", "bad.toml"),
    ("check", "draft.txt", "--ruleset", "bad.yaml"),
    ("check", "draft.txt", "-o", "no\x1b[31m\n::error::/x"),
    ("check", "draft.txt", "--output-format", "no\x1b[31m\n::error::"),
    ("check", "draft.txt", "--no\x1b[31m\n::error::"),
    ("explain", "draft.txt", "--ruleset", "own.yaml"),
    ("explain", "no\x1b[31m\n::error::"),
    ("explain", "draft.txt", "--section", "no\x1b[31m\n::error::"),
    ("annotate", "draft.txt", "--ruleset", "own.yaml", "-o", "a\x1b[31m\n::error::.docx"),
    ("annotate", "draft.txt", "-o", "a\x1b[31m\n::error::.doc"),
    ("rule", "own-rule", "--ruleset", "own.yaml"),
    ("rule", "--ruleset", "own.yaml"),
    ("ruleset", "show", "own.yaml"),
    ("ruleset", "show", "own.yaml", "--resolved"),
    ("test", "own.yaml", "-v"),
    ("test", "bad.yaml"),
    ("new", "own.yaml"),
    ("init", "--from", "draft.txt"),
    ("new", "own.yaml", "-o", "no\x1b[31m\n::error::.pdf"),
    ("no\x1b[31m\n::error::",),
]


@posix
@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: " ".join(arguments[:4]).__repr__())
def test_no_command_and_no_error_steers(folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "bad.toml").write_text('"\\u001b[31m\\n::error::" = 1\n["\\u202e"]\n', "utf-8")
    (folder / "bad.yaml").write_text(
        RULES.replace("check:", '"\\e[31m\\n::error::\\u202e": 1\n    check:'), "utf-8"
    )
    done = call(*arguments, cwd=folder)
    assert done.stdout + done.stderr
    assert steers(done.stdout) + steers(done.stderr) == []


def test_a_crash_told_at_length_steers_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.project.files.identity", lambda _: 1 / 0)
    done = call("check", "draft.txt", cwd=folder, REPORTLINT_DEBUG="1")
    assert done.returncode == 3
    assert "ZeroDivisionError" in done.stderr


def test_fixed_standard_input_keeps_every_byte(folder: Path) -> None:
    text = "::error::截止9月，好。\n ##[error]甲\r\n"
    done = call("check", "-", "--fix", "--unsafe-fixes", stdin=text.encode(), cwd=folder)
    assert done.stdout == text.replace("截止", "截至")
