"""The command line as its users meet it: real processes, their output and their exit status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from linter.cli import interrupt, main
from tests.support.program import EXAMPLES, ROOT, call, command, environment, run

pytestmark = pytest.mark.process

COMPLETE = EXAMPLES / "complete.txt"
MISSING = EXAMPLES / "missing.txt"
LEFTOVERS = EXAMPLES / "leftovers.txt"
GBK = EXAMPLES / "gbk.txt"

posix = pytest.mark.skipif(os.name != "posix", reason="signals and closed pipes as POSIX has them")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that no configuration reaches."""
    (tmp_path / ".git").mkdir()
    return tmp_path


# --- exit status ----------------------------------------------------------------------------------

STATUSES = [
    (0, [COMPLETE]),
    (0, [GBK]),  # a hint only
    (0, [MISSING, "--exit-zero"]),
    (0, [MISSING, "--fail-on", "never"]),
    (0, [MISSING, "--select", "until-now"]),
    (0, [MISSING, "--ignore", "opinion-present,shortcomings-present"]),
    (0, ["--help"]),
    (1, [MISSING]),
    (1, [COMPLETE, MISSING]),
    (1, [GBK, "--fail-on", "info"]),
    (1, [MISSING, "--ruleset", "work-report"]),
    (2, ["nowhere.txt"]),
    (2, ["nowhere.txt", "--exit-zero"]),
    (2, ["nowhere.txt", MISSING]),
    (2, [COMPLETE, "--ruleset", "nothing"]),
    (2, [COMPLETE, "--config", "nowhere.toml"]),
    (2, [COMPLETE, "--no-such-option"]),
    (2, [COMPLETE, "-o", "nowhere/report.txt"]),
]


@pytest.mark.parametrize(("status", "arguments"), STATUSES, ids=lambda value: " ".join(map(_name, value))
                         if isinstance(value, list) else str(value))  # fmt: skip
def test_exit_status(status: int, arguments: list[str | Path]) -> None:
    done = call("check", *arguments)
    assert done.returncode == status
    assert "Traceback" not in done.stderr + done.stdout


def _name(argument: str | Path) -> str:
    return argument.name if isinstance(argument, Path) else argument


def test_a_bug_is_reported_in_short(folder: Path) -> None:
    broken = folder / "sitecustomize.py"
    broken.write_text("import linter.project.files\nlinter.project.files.identity = None\n", "utf-8")
    done = run("check", COMPLETE, "--lang", "en", PYTHONPATH=f"{folder}{os.pathsep}{ROOT}")
    assert done.returncode == 3
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert "A bug in reportlint" in done.stderr
    assert "TypeError (linter.project.files:" in done.stderr


@posix
def test_ctrl_c() -> None:
    waiting = subprocess.Popen(
        command("check", "-", "-v"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(PYTHONVERBOSE="1"),
    )
    assert waiting.stderr
    for line in waiting.stderr:  # it reads its input once the module that finds the drafts is there
        if line.startswith(b"import 'linter.cli.targets'"):
            break
    waiting.send_signal(signal.SIGINT)
    _, errors = waiting.communicate()
    assert waiting.returncode == 130
    assert b"Traceback" not in errors


@posix
def test_ctrl_c_while_the_program_is_being_loaded() -> None:
    loading = subprocess.Popen(
        command("--version"), stderr=subprocess.PIPE, env=environment(PYTHONVERBOSE="1")
    )
    assert loading.stderr
    for line in loading.stderr:
        if line.startswith(b"import 'typer."):
            break
    loading.send_signal(signal.SIGINT)
    _, errors = loading.communicate()
    assert loading.returncode == 130
    assert b"Traceback" not in errors


@posix
@pytest.mark.parametrize("form", ["text", "json", "concise"])
def test_a_reader_that_goes_away(form: str, folder: Path) -> None:
    long = folder / "long.txt"
    long.write_text("".join(f"第{number}件待办：截止目前，已联系××村。\n" for number in range(1500)), "utf-8")
    writer = subprocess.Popen(
        command("check", long, "--output-format", form),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert writer.stdout
    assert writer.stderr
    writer.stdout.read(1)
    writer.stdout.close()
    assert writer.stderr.read() == b""
    assert writer.wait() == 141


def test_a_profiler_tells_what_it_saw() -> None:
    """The program may end without ado only where nobody has anything to do after it."""
    done = subprocess.run(
        [sys.executable, "-m", "cProfile", "-m", "linter", "check", COMPLETE],
        check=False,
        capture_output=True,
        env=environment(),
    )
    assert b"function calls" in done.stdout


@posix
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_a_stream_that_the_caller_closed(closed: str) -> None:
    script = f'"$@" {closed}'
    done = subprocess.run(
        ["sh", "-c", script, "sh", *command("check", MISSING)],
        check=False,
        capture_output=True,
        env=environment(),
    )
    assert done.returncode == 1
    assert done.stderr == b""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            command("check", MISSING, "--lang=en"),
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "cannot write standard output: No space left on device\n"


# --- what the user can mend -----------------------------------------------------------------------


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_is_no_bug() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            command("--help"), check=False, stdout=full, stderr=subprocess.PIPE, env=environment()
        )
    assert (done.returncode, done.stderr.decode()) == (2, "无法写入：磁盘已满\n")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_why_a_file_cannot_be_written(folder: Path) -> None:
    assert run("check", COMPLETE, "-o", "/dev/full").stderr == "无法写入 /dev/full：磁盘已满\n"
    assert run("check", COMPLETE, "-o", folder).stderr == f"无法写入 {folder}：这是文件夹，不是文件\n"


def test_a_missing_path_is_named_and_the_others_are_judged() -> None:
    done = call("check", "nowhere.txt", MISSING)
    assert "nowhere.txt\n  没有这个文件或文件夹，请检查路径\n" in done.stdout
    assert "[opinion-present]" in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "文件是空的（0 字节）"),
        ("blank.txt", b"\r\n \n", "没有可检查的文字"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "这是图片"),
        ("broken.docx", b"PK\x03\x04 and nothing else", "broken.docx"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_judged(
    name: str, content: bytes, reason: str, folder: Path
) -> None:
    (folder / name).write_bytes(content)
    (folder / "missing.txt").write_bytes(MISSING.read_bytes())
    done = call("check", ".", cwd=folder)
    assert done.returncode == 2
    assert done.stderr == ""
    assert name in done.stdout
    assert reason in done.stdout
    assert "[opinion-present]" in done.stdout
    assert "1 个文件无法检查" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--ruleset", "wokr-report"], "未知的规则集“wokr-report”，是否应为“work-report”？\n"),
        (
            ["--ruleset", "wokr-report", "--lang", "en"],
            "unknown ruleset 'wokr-report'; did you mean 'work-report'?\n",
        ),
        (["--select", "opinion-presnt"], "没有规则“opinion-presnt”，是否应为“opinion-present”？\n"),
        (["--ignore", "until-nwo"], "没有规则“until-nwo”，是否应为“until-now”？\n"),
        (
            ["--lang", "en", "--ignore", "until-nwo"],
            "there is no rule 'until-nwo'; did you mean 'until-now'?\n",
        ),
        (["--select", "mask"], "没有规则“mask”，是否应为“leftover-mask”？"),
        (["--select", "masks"], "没有规则“masks”，是否应为“leftover-mask”？"),
        (["--ignore", "duplicates"], "没有规则“duplicates”，是否应为“duplicate”？"),
        (
            ["--select", "figure"],
            "figure-stock、figure-translation、figure-unit、figure-whole。都要，写 figure-*\n",
        ),
        (
            ["--select", "leftover", "--lang", "en"],
            "leftover-name-gap, leftover-note, …. leftover-* names them all\n",
        ),
        (["--select", "leftover-"], "leftover-note、…。都要，写 leftover-*\n"),
        (["--select", "gaps-"], "leftover-name-gap、leftover-number-gap。都要，写 *-gap*\n"),
        (["--ignore", "date"], "period-impossible-date、punctuation-date。都要，写 *-date*\n"),
        (["--select", "figures", "--lang", "en"], "that is a ruleset: --ruleset figures judges by it alone"),
        (
            ["--ruleset", "report-form", "--select", "numerals-zero"],
            "没有规则“numerals-zero”，规则集 gbt-15835 里才有：要用它，加 --ruleset gbt-15835\n",
        ),
        (["--ruleset", "duty", "--lang", "en"], "unknown ruleset 'duty'; did you mean 'duty-report'?"),
        (["--ruleset", "gbt"], "未知的规则集“gbt”，名称里有它的是：gbt-15834、gbt-15835、gbt-9704\n"),
        (["--format", "json"], "没有选项 --format，是否应为“--output-format”？"),
        (["--output-format", "jsn"], "没有“jsn”这个值，是否应为“json”？"),
        (["--verbos"], "没有选项 --verbos"),
        (["--config", "nowhere.toml"], "无法读取配置 nowhere.toml"),
        (["--lang", "en", "--version"], "no option --version\n"),
        (["--max-warnings", "0"], "没有选项 --max-warnings，有警告就算失败，用 --fail-on warning\n"),
        (["--exclude", "a.txt"], "没有选项 --exclude，不检查的文件写在 reportlint.toml 的 exclude 里\n"),
        (["--fail-on", "none", "--lang", "en"], "no value 'none'; valid are: error, warning, info, never\n"),
        (["--config", ""], "--config 的值是空的，可能是变量没有值"),
        (["--baseline="], "--baseline 的值是空的"),
        (["-o", ""], "--output-file 的值是空的"),
        (["--diff-base", "", "--lang", "en"], "--diff-base has an empty value"),
        (["--stdin-filename", "a.txt"], "检查标准输入，请在路径处写 -"),
    ],
)
def test_a_wrong_name_is_named_with_the_nearest_right_one(arguments: list[str], complaint: str) -> None:
    done = call("check", COMPLETE, *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert complaint in done.stderr


@pytest.mark.parametrize(
    ("path", "written"), [(".", "."), ("总结.txt", "总结.txt"), ("年终 总结.txt", '"年终 总结.txt"')]
)
def test_who_leaves_the_command_out_is_told_to_write_it(tmp_path: Path, path: str, written: str) -> None:
    for name in ("总结.txt", "年终 总结.txt"):
        (tmp_path / name).write_bytes(COMPLETE.read_bytes())
    done = call(path, "--lang", "en", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"'{path}' is no command; to check it, write " in done.stderr
    assert f" check {written}\n" in done.stderr
    assert "valid are: check, " in call("总决.txt", "--lang", "en", cwd=tmp_path).stderr


@posix
def test_a_glob_that_nobody_expanded_and_a_dead_link_are_told_as_such(tmp_path: Path) -> None:
    assert "no file fits it" in call("check", "*.md", "--lang", "en", cwd=tmp_path).stdout
    (tmp_path / "总结.txt").symlink_to("nowhere.txt")
    done = call("check", ".", "--lang", "en", cwd=tmp_path)
    assert (done.returncode, "the file that this link leads to is not there" in done.stdout) == (2, True)


def test_under_auto_a_rule_of_any_shipped_set_can_be_named() -> None:
    assert call("check", GBK, MISSING, "--select", "opinion-present").returncode == 1
    assert call("check", GBK, MISSING, "--ignore", "opinion-present,shortcomings-present").returncode == 0


def test_a_wrong_ruleset_is_an_error_even_where_there_is_nothing_to_judge(folder: Path) -> None:
    assert call("check", folder).returncode == 0
    assert call("check", folder, "--ruleset", "nothing").returncode == 2


def test_every_mistake_in_a_rule_file_is_told_with_its_place(folder: Path) -> None:
    rules = folder / "rules.yaml"
    rules.write_text("id: x\ntitel: 周报\nrules:\n  - id: a\n    check: secton\n", "utf-8")
    done = call("check", COMPLETE, "--ruleset", rules, "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        f"{rules}:2:1: unknown key 'titel'; did you mean 'title'?",
        f"{rules}:4:9: rule 'a' is new and lacks level, message",
        f"{rules}:5:12: unknown check 'secton'; did you mean 'section'?",
    ]


def test_what_a_new_rule_lacks_hides_no_other_mistake_in_it(folder: Path) -> None:
    rules = folder / "rules.yaml"
    rules.write_text(
        "id: x\ntitle: {zh: 周报, en: Weekly}\nrules:\n  - id: a\n    check: section\n"
        "    with: {section: lader, min_char: 80}\n    message: {zh: '缺{foo}', en: lacking}\n",
        "utf-8",
    )
    done = call("check", COMPLETE, "--ruleset", rules, "--lang", "en")
    assert [line.removeprefix(f"{rules}:")[:30] for line in done.stderr.splitlines()] == [
        "4:9: rule 'a' is new and lacks",
        "6:21: unknown section 'lader'",
        "6:28: unknown key 'min_char'; ",
        "7:19: check 'section' has no {",
    ]


def test_yaml_that_is_none(folder: Path) -> None:
    rules = folder / "rules.yaml"
    rules.write_text("id: [x\n", "utf-8")
    done = call("check", COMPLETE, "--ruleset", rules)
    assert done.returncode == 2
    assert done.stderr.startswith(f"{rules}:")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("id: x\n\ttitle: y\n", "2:1：YAML 语法错误：缩进用了制表符，请改用空格"),
        ("id：x\ntitle: y\n", "缩进不齐；第 1 行的冒号是全角的，要用半角冒号加空格"),
        ("id：x\r title: y\r", "2:7：YAML 语法错误：这里多了冒号"),
        ("id: x\n  title: y\n", "2:8：YAML 语法错误：这里多了冒号（文字里有冒号的要加引号），或缩进不齐"),
        ("id: {a: b: c}\n", "1:10：YAML 语法错误：花括号没有合上，或缺少逗号；花括号、方括号里"),
    ],
)
def test_yaml_mistakes_are_told_in_chinese(text: str, complaint: str, folder: Path) -> None:
    rules = folder / "rules.yaml"
    rules.write_text(text, "utf-8")
    done = call("check", COMPLETE, "--ruleset", rules)
    assert complaint in done.stderr
    assert done.stderr.startswith(f"{rules}:")


def test_a_mistake_in_the_configuration(folder: Path) -> None:
    (folder / "reportlint.toml").write_text('rulset = "work-report"\n', "utf-8")
    (folder / "a.txt").write_bytes(COMPLETE.read_bytes())
    done = call("check", folder)
    assert done.returncode == 2
    assert done.stderr == f"{folder / 'reportlint.toml'}:1:1：未知的键“rulset”，是否应为“ruleset”？\n"
    assert call("check", folder, "--isolated").returncode == 0
    for name in ("explain", "annotate"):
        assert call(name, folder / "a.txt").returncode == 2
        assert call(name, folder / "a.txt", "--isolated").returncode == 0


def test_a_rule_that_the_configuration_names_exists(folder: Path) -> None:
    """In any ruleset: the configuration is made for files that are judged by several."""
    (folder / "a.txt").write_bytes(COMPLETE.read_bytes())
    toml = folder / "reportlint.toml"
    toml.write_text('ignore = ["situation-present", "unused-suppression", "numerals-zero"]\n', "utf-8")
    assert call("check", folder).returncode == 0
    for key in ("select", "ignore"):
        toml.write_text(f'{key} = ["until-nwo"]\n', "utf-8")
        done = call("check", folder)
        assert done.returncode == 2
        assert done.stderr == f"{toml}：没有规则“until-nwo”，是否应为“until-now”？\n"


def test_a_file_named_twice_is_judged_once(folder: Path) -> None:
    """It would be a copy of itself."""
    (folder / "a.txt").write_bytes(COMPLETE.read_bytes())
    (folder / "link.txt").symlink_to("a.txt")
    (folder / "b").mkdir()
    done = call("check", "a.txt", "./a.txt", folder / "a.txt", ".", "b/../link.txt", cwd=folder)
    assert "没有发现问题（共 1 个文件、1 份报告）" in done.stdout


# --- what is checked ------------------------------------------------------------------------------


@pytest.fixture
def repository(folder: Path) -> Path:
    """A git repository with drafts, some of which are none."""
    for name in ("a.txt", "deep/b.md", "ignored.txt", ".hidden/c.txt", "~$d.docx", "e.py"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(COMPLETE.read_bytes())
    (folder / ".gitignore").write_text("ignored.txt\n", "utf-8")
    return folder


def test_a_folder_is_walked_without_what_is_ignored(repository: Path) -> None:
    assert _paths(call("check", ".", "--output-format", "json", cwd=repository)) == ["a.txt", "deep/b.md"]


def test_without_a_path_it_is_the_working_directory(repository: Path) -> None:
    assert _paths(call("check", "--output-format", "json", cwd=repository)) == ["a.txt", "deep/b.md"]


def test_a_file_that_is_named_is_checked_whatever_its_name(repository: Path) -> None:
    done = call("check", "ignored.txt", "e.py", "--output-format", "json", cwd=repository)
    assert _paths(done) == ["ignored.txt", "e.py"]


def test_an_ignored_folder_that_is_named_is_walked(repository: Path) -> None:
    (repository / ".gitignore").write_text("build/\nfull/*\n", "utf-8")
    for name in ("build/deep/d.txt", "full/e.txt"):
        (repository / name).parent.mkdir(parents=True)
        (repository / name).write_bytes(COMPLETE.read_bytes())
    walked = {
        folder: _paths(call("check", folder, "--output-format", "json", cwd=repository))
        for folder in ("build", "build/deep", "full")
    }
    assert walked == {"build": ["build/deep/d.txt"], "build/deep": ["build/deep/d.txt"], "full": []}
    assert "build/deep/d.txt" not in _paths(call("check", ".", "--output-format", "json", cwd=repository))


def test_exclude_and_paths_of_the_configuration(repository: Path) -> None:
    (repository / "reportlint.toml").write_text(
        'exclude = ["a.txt"]\n[[paths]]\nmatch = "deep/**"\nruleset = "report-form"\n', "utf-8"
    )
    done = call("check", ".", "--output-format", "json", cwd=repository)
    (file,) = json.loads(done.stdout)["files"]
    assert (file["path"], file["ruleset"]) == ("deep/b.md", "report-form")


def _paths(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [file["path"].replace(os.sep, "/") for file in json.loads(done.stdout)["files"]]


@pytest.mark.parametrize(("name", "found"), [("draft.txt", 1), ("draft.md", 0)])
def test_standard_input_is_read_as_its_name_says(name: str, found: int) -> None:
    draft = "甲乡上半年工作总结\n\n> 一、加强组织领导\n".encode()  # a quotation, or residue of an extraction
    done = call("check", "-", "--stdin-filename", name, "--select", "residue-quote-mark", stdin=draft)
    assert done.stdout.startswith(f"{name}\n")
    assert done.stdout.count("[residue-quote-mark]") == found


def test_standard_input_without_a_name() -> None:
    done = call("check", "-", stdin=MISSING.read_bytes())
    assert done.returncode == 1
    assert done.stdout.startswith("<stdin>\n")


# --- what is printed ------------------------------------------------------------------------------


def test_json_is_one_object_and_nothing_else() -> None:
    done = call("check", EXAMPLES, "nowhere.txt", "--output-format", "json", "-v", "--statistics")
    result = json.loads(done.stdout)
    assert done.stderr == ""
    assert result["summary"]["files"] == len(result["files"]) == 7
    assert [file["path"] for file in result["files"] if file["error"]] == ["nowhere.txt"]
    assert "\\u" not in done.stdout


def test_json_sections_end_before_the_next_begins() -> None:
    (file,) = json.loads(call("check", COMPLETE, "--output-format", "json").stdout)["files"]
    (part,) = file["parts"]
    places = [(row["line"], row["end_line"]) for row in part["sections"]]
    assert places == [(5, 7), (9, 12), (14, 17), (19, 22), (24, 27)]
    assert part["end_line"] == 30


def test_github_annotations() -> None:
    lines = call("check", LEFTOVERS, "--output-format", "github", cwd=EXAMPLES).stdout.splitlines()
    assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines)
    assert any(",line=20,col=3,endColumn=7,title=leftover-mask::" in line for line in lines)


def test_verbose_says_the_encoding() -> None:
    assert "编码：gb18030" in call("check", GBK, "-v").stdout
    assert "Encoding: utf-8" in call("check", COMPLETE, "-v", "--lang", "en").stdout
    assert "编码" not in call("check", GBK).stdout


def test_quiet_leaves_findings_and_verdict() -> None:
    assert call("check", COMPLETE, "--quiet").stdout == "通过：没有发现问题（共 1 个文件、1 份报告）\n"
    done = call("check", COMPLETE, MISSING, "--quiet")
    assert "complete.txt" not in done.stdout
    assert "✓" not in done.stdout
    assert "[opinion-present]" in done.stdout


def test_statistics_counts_by_rule() -> None:
    assert "  2  leftover-mask\n" in call("check", LEFTOVERS, "--statistics").stdout
    assert "  2  leftover-mask\n" not in call("check", LEFTOVERS).stdout


def test_the_language_is_chosen_by_option_variable_and_configuration(folder: Path) -> None:
    verdict = "Passed: nothing found (1 file, 1 report)\n"
    assert call("check", COMPLETE, "-q", "--lang", "en").stdout == verdict
    assert call("check", COMPLETE, "-q", REPORTLINT_LANG="en").stdout == verdict
    (folder / "reportlint.toml").write_text('lang = "en"\n', "utf-8")
    (folder / "a.txt").write_bytes(COMPLETE.read_bytes())
    assert call("check", folder, "-q").stdout == verdict
    assert call("check", folder, "-q", "--lang", "zh").stdout.startswith("通过")


def test_a_pipe_gets_no_colour_unless_it_is_asked_for() -> None:
    assert "\x1b[" not in run("check", MISSING).stdout
    assert "\x1b[" in run("check", MISSING, "--color", "always").stdout
    assert "\x1b[" in run("check", MISSING, "--color", "always", TERM="dumb").stdout


@pytest.mark.parametrize(
    "variables", [{"NO_COLOR": "1"}, {"NO_COLOR": ""}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}]
)
def test_who_asks_for_colour_gets_all_of_it_whatever_no_color_says(variables: dict[str, str]) -> None:
    asked = run("check", MISSING, "--color", "always")
    assert "\x1b[1;31m" in asked.stdout
    assert run("check", MISSING, "--color", "always", **variables).stdout == asked.stdout


@pytest.mark.parametrize(
    ("variables", "options", "coloured"),
    [
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "0"}, [], False),
        ({"FORCE_COLOR": ""}, [], False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
        ({"FORCE_COLOR": "1"}, ["--output-format", "concise"], False),
    ],
)
def test_a_log_that_shows_colour_gets_it_by_force_color(
    variables: dict[str, str], options: list[str], coloured: bool
) -> None:
    assert ("\x1b[" in run("check", MISSING, *options, **variables).stdout) is coloured


@posix
@pytest.mark.parametrize(
    ("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True)]
)
def test_a_terminal_gets_colour_unless_no_color_is_set(variables: dict[str, str], coloured: bool) -> None:
    assert ("\x1b[" in _on_a_terminal(variables)) is coloured


def _on_a_terminal(variables: dict[str, str]) -> str:
    pty = pytest.importorskip("pty")

    try:
        ours, theirs = pty.openpty()
    except OSError:
        pytest.skip("this machine has no pseudo-terminals")
    writer = subprocess.Popen(
        command("check", MISSING), stdout=theirs, env=environment(TERM="xterm-256color", **variables)
    )
    os.close(theirs)
    chunks = []
    try:
        while chunk := os.read(ours, 65536):
            chunks.append(chunk)
    except OSError:  # the end, as Linux says it
        pass
    os.close(ours)
    assert writer.wait() == 1
    return b"".join(chunks).decode()


@pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GBK"])
def test_output_is_utf_8_whatever_the_locale(locale: str) -> None:
    assert "通过" in run("check", COMPLETE, LC_ALL=locale, PYTHONIOENCODING="gbk").stdout


# --- faults that a review found ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "word"), [(["--lang", "zh"], "未知"), (["--lang=en"], "unknown"), (["en"], "未知")]
)
def test_an_error_speaks_the_language_asked_for(arguments: list[str], word: str) -> None:
    done = call("check", "--ruleset", "nosuch", *arguments)
    assert word in done.stderr


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_no_ruleset_has_is_an_error_even_without_files(tmp_path: Path, option: str) -> None:
    done = call("check", str(tmp_path), option, "leftover-maks")
    assert done.returncode == 2
    assert "leftover-mask" in done.stderr


def test_results_come_in_the_order_of_the_paths(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("护理工作总结\n全年召开会议十次。\n", "utf-8")
    done = call("check", str(tmp_path / "b.txt"), str(tmp_path / "a.txt"), "--output-format", "json")
    assert [Path(file["path"]).name for file in json.loads(done.stdout)["files"]] == ["b.txt", "a.txt"]


# --- what is loaded -------------------------------------------------------------------------------

LOADED = """
    api bounded checks checks.api
    checks.arithmetic checks.arithmetic.averages checks.arithmetic.capitals checks.arithmetic.compare
    checks.arithmetic.comparisons checks.arithmetic.composed checks.arithmetic.conversions
    checks.arithmetic.english checks.arithmetic.english_changes checks.arithmetic.english_figures
    checks.arithmetic.english_remainders checks.arithmetic.equations checks.arithmetic.funding
    checks.arithmetic.groups checks.arithmetic.growth checks.arithmetic.kinds checks.arithmetic.line_totals
    checks.arithmetic.lists checks.arithmetic.lost_scales checks.arithmetic.percentages
    checks.arithmetic.plans checks.arithmetic.products checks.arithmetic.quantities checks.arithmetic.ranges
    checks.arithmetic.ranks checks.arithmetic.rates checks.arithmetic.ratios checks.arithmetic.remainders
    checks.arithmetic.sentences checks.arithmetic.steps checks.arithmetic.stocks checks.arithmetic.sums
    checks.arithmetic.tables checks.arithmetic.totals checks.arithmetic.translations
    checks.arithmetic.wholes checks.arithmetic.words
    checks.attachments checks.attachments.disagreements checks.attachments.reading
    checks.author checks.author.spoken_for checks.author.words checks.conditional checks.misspelling checks.own_name checks.set_phrase checks.support.words checks.placeholder.notes
    checks.consistency checks.duplicate checks.duplicate.copytest
    checks.duplicate.dating checks.duplicate.passages
    checks.duplicate.within checks.duplicate.wording checks.number_format checks.numbering
    checks.numbering.articles checks.numbering.bare checks.numbering.captions checks.numbering.carried_on
    checks.numbering.count checks.numbering.items checks.numbering.order checks.numbering.restarts checks.numbering.rows
    checks.numbering.running_text checks.numbering.series checks.numbering.slips
    checks.numbering.stages checks.numbering.state checks.numbering.style checks.numbering.vacant checks.numbering.words
    checks.numbering.writing checks.pattern checks.period
    checks.period.calendar_errors checks.period.clock_times checks.period.context checks.period.english
    checks.period.english_anniversaries
    checks.period.expected checks.period.foundings checks.period.known_facts checks.period.later_events
    checks.period.lengths checks.period.other_calendars checks.period.other_periods
    checks.period.past_deadlines checks.period.planned checks.period.schedules checks.period.sequences checks.period.signature
    checks.period.stale_years checks.period.weekdays checks.period.words
    checks.placeholder checks.placeholder.blanks checks.placeholder.brackets checks.placeholder.dates
    checks.placeholder.engines checks.placeholder.gaps checks.placeholder.labels
    checks.placeholder.letters checks.placeholder.masks
    checks.placeholder.named checks.placeholder.options checks.placeholder.own_unit
    checks.placeholder.persons checks.placeholder.prompts checks.placeholder.runs checks.placeholder.siblings checks.placeholder.tags checks.placeholder.tasks
    checks.placeholder.unit_pattern checks.placeholder.withheld checks.placeholder.words
    checks.placeholder.years checks.punctuation checks.punctuation.enclosing
    checks.punctuation.forms checks.punctuation.half_width checks.punctuation.heading_ends checks.punctuation.worded_forms
    checks.punctuation.words checks.repetition checks.repetition.characters checks.repetition.phrases
    checks.repetition.units checks.repetition.words checks.residue checks.residue.addresses checks.residue.chat checks.residue.labels
    checks.residue.line_breaks checks.residue.messages checks.residue.wrong_encoding
    checks.residue.invisible checks.residue.links checks.residue.markup checks.residue.private_signs checks.residue.quote_marks checks.residue.radicals
    checks.residue.stray_marks checks.residue.unsettled checks.residue.web checks.section checks.support checks.support.compiled
    checks.support.exclusions checks.support.kept checks.support.matching checks.support.pairs checks.support.rewrites checks.support.scope checks.support.tables cli
    cli.checking cli.main cli.option_values cli.output cli.plain_options cli.plain_tables cli.results cli.targets confined digests engine engine.checklist engine.compare
    engine.choice engine.findings engine.judge engine.kinds engine.loaded_rulesets engine.needed_words engine.run
    engine.section_places engine.selection engine.sketch model model.against model.document model.draft model.errors
    model.finding model.levels model.message model.outline model.pairs model.rules model.weights
    project project.config project.drafts project.files project.globs project.settings readers
    readers.sniffing readers.support readers.support.common_characters readers.support.contents
    readers.support.encoding readers.support.lines readers.support.office_words
    readers.support.unreadable readers.text reporters
    reporters.labels reporters.layout reporters.matrix reporters.summary
    reporters.terminal_text reporters.text reporters.verdict ruleset ruleset.cache ruleset.encoding
    ruleset.library ruleset.packing ruleset.weights schema schema.file_names schema.types structure
    structure.chat_lines structure.evidence structure.fitted structure.headings
    structure.line_types structure.lines structure.numbers
    structure.outline structure.page_head structure.page_tail structure.phrases structure.report_starts
    structure.reporting_period structure.reporting_period.genre structure.reporting_period.key_dates
    structure.reporting_period.named_months structure.reporting_period.words structure.reporting_unit
    structure.section_terms structure.sections structure.signature structure.source structure.substance
    structure.title_block structure.under_headings structure.units structure.unnumbered structure.web_lines structure.weighed
    text text.characters text.dates text.dictionary text.doubled text.english_dates text.measures text.needed text.numerals
    text.patterns text.sentences text.similarity text.visible text.year_parts
"""
"""Every module of ours that checking a plain text may load."""

KEPT_OUT = """
    yaml jieba rjieba rich lxml markdown_it pypdfium2 pydantic msgspec numpy
    json logging tomllib dataclasses asyncio xml html.parser http email zipfile sqlite3 multiprocessing
    concurrent.futures importlib.metadata argparse unittest typer inspect pathlib shutil calendar datetime hashlib
"""
"""Modules that cost more than the check itself; nothing of a plain text needs them."""


def test_the_list_of_modules_names_none_that_is_gone() -> None:
    listed = {name.replace(".", "/") for name in LOADED.split()}
    assert [name for name in listed if not list((ROOT / "linter").glob(f"{name}*"))] == []


def test_a_plain_text_loads_nothing_that_it_does_not_need() -> None:
    run("check", COMPLETE)  # fills the cache of compiled rulesets
    code = (
        "import sys; from linter.cli.main import run; code = run(sys.argv[1:])\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", COMPLETE],
        check=False,
        capture_output=True,
        text=True,
        env=environment(),
    )
    assert done.returncode == 0
    loaded = set(done.stderr.split())
    ours = {name.removeprefix("linter.") for name in loaded if name.startswith("linter.")}
    assert ours - set(LOADED.split()) == set()
    assert loaded & set(KEPT_OUT.split()) == set()


def test_what_a_library_makes_of_ctrl_c_is_no_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(arguments: list[str]) -> int:
        raise RuntimeError("Query interrupted")

    monkeypatch.setattr(main, "_carry_out", fail)
    assert main.run([]) == 3
    capsys.readouterr()
    monkeypatch.setattr(interrupt, "interrupted", lambda: True)
    assert main.run([]) == 130
    assert capsys.readouterr().err == ""
