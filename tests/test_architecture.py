"""The maintainers' map: its examples work in a copy of the program as they stand."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.program import ROOT, environment

pytestmark = pytest.mark.process

PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
RULES = """\
id: calm
title: {zh: 平实, en: Calm}
rules:
  - id: no-shouting
    check: shouting
    level: error
    message: {zh: 不用感叹号, en: no exclamation mark}
    why: {zh: 报告陈述事实, en: a report states}
    source: 实务
    examples: {pass: [任务完成。], fail: [任务完成！]}
"""
SUBTITLES = "1\n00:00:01,000 --> 00:00:04,000\n任务××完成。\n"


def example(kind: str, place: str) -> list[str]:
    """The examples of a kind for a place, in the order of the page."""
    head = rf"^<!-- example: {kind} {re.escape(place)} -->\n```\w+\n"
    return [found[1] for found in re.finditer(rf"{head}(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)]


class Copy:
    """A copy of the program, to be changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("linter", "rulesets"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))

    def put(self, kind: str, place: str, which: int = 0) -> None:
        path = self.folder / place
        path.parent.mkdir(exist_ok=True)
        path.write_text(example(kind, place)[which], "utf-8")

    def register(self, place: str, registry: str) -> None:
        """Put the one line at the head of a registry."""
        (line,) = example("line", f"{place} {registry}")
        path = self.folder / place
        text, count = re.subn(rf"(?m)^({registry}\b.*= \{{\n)", rf"\g<1>{line}", path.read_text("utf-8"))
        assert count == 1
        path.write_text(text, "utf-8")

    def run(self, *arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
        command = ["-c", code] if code else ["-m", "linter", *arguments]
        return subprocess.run(
            [sys.executable, *command],
            check=False,
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            env=environment(PYTHONPATH=str(self.folder), REPORTLINT_CACHE_DIR=str(self.folder / "cache")),
        )


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def test_a_check_is_a_file_and_a_line(copy: Copy) -> None:
    copy.put("check", "linter/checks/shouting.py")
    copy.register("linter/checks/__init__.py", "CHECKS")
    (copy.folder / "calm.yaml").write_text(RULES, "utf-8")
    (copy.folder / "a.txt").write_text("任务完成！全体加油！", "utf-8")
    assert copy.run("test", "calm.yaml").returncode == 0
    done = copy.run("check", "a.txt", "--ruleset", "./calm.yaml", "--output-format", "concise")
    assert (done.returncode, done.stdout.count("no-shouting")) == (1, 2), done.stderr
    assert "放过几个" in copy.run("schema").stdout


def test_a_word_list_is_a_file_that_rule_files_change(copy: Copy) -> None:
    copy.put("check", "linter/checks/shouting.py", 1)
    copy.put("words", "rulesets/words/zh/shouting.yaml")
    copy.register("linter/checks/__init__.py", "CHECKS")
    (copy.folder / "calm.yaml").write_text(RULES, "utf-8")
    assert "其后可用感叹号的词：欢呼语。" in copy.run("schema").stdout
    own = RULES + "words: {shouting: {cheers: [完成], drop: [加油]}}\n"
    (copy.folder / "own.yaml").write_text(
        own.replace("id: calm", "id: own").replace("[任务完成！]", "[任务！]")
    )
    (copy.folder / "a.txt").write_text("任务完成！\n全体加油！", "utf-8")
    for name, line in (("calm", 1), ("own", 2)):
        assert copy.run("test", f"{name}.yaml").returncode == 0
        done = copy.run("check", "a.txt", "--ruleset", f"./{name}.yaml", "--output-format", "concise")
        assert re.findall(r"a\.txt:(\d+)", done.stdout) == [str(line)], done.stderr


def test_a_reader_is_a_file_and_a_line(copy: Copy) -> None:
    copy.put("reader", "linter/readers/subtitles.py")
    copy.register("linter/readers/__init__.py", "READERS")
    folder = copy.folder / "drafts"
    folder.mkdir()
    (folder / "a.srt").write_text(SUBTITLES, "utf-8")
    done = copy.run("check", "drafts", "--ruleset", "leftovers", "--output-format", "concise")
    assert "a.srt:3:3" in done.stdout, done.stderr


def test_a_reporter_is_a_file_and_a_line(copy: Copy) -> None:
    copy.put("reporter", "linter/reporters/score.py")
    copy.register("linter/reporters/__init__.py", "REPORTERS")
    (copy.folder / "a.txt").write_text("任务××完成。", "utf-8")
    done = copy.run("check", "a.txt", "--ruleset", "leftovers", "--output-format", "score")
    assert done.stdout == "1 a.txt\n", done.stderr
    assert "score" in copy.run("check", "--help").stdout


def test_a_surface_is_written_on_the_public_face(copy: Copy) -> None:
    copy.put("surface", "linter/surfaces/mail.py")
    code = (
        "import sys; from linter.surfaces.mail import reply\n"
        "sys.stdout.reconfigure(encoding='utf-8'); print(reply('a.txt', '任务××完成。'.encode()))"
    )
    done = copy.run(code=code)
    assert "××" in done.stdout, done.stderr


def test_the_page_names_every_room_and_no_other() -> None:
    rooms = {path.parent.name for path in (ROOT / "linter").glob("*/__init__.py")}
    assert set(re.findall(r'\["(\w+)/ ', PAGE)) == rooms
