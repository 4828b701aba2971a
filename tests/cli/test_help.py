"""What the program says of itself: wrong arguments, examples, keys of the configuration, completion."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from linter.authoring.configuration import EXAMPLES as KEY_EXAMPLES
from linter.cli import COMMANDS
from linter.cli.app import group
from linter.cli.examples import EXAMPLES
from linter.project.config import load
from linter.project.settings import Settings
from linter.schema.validate import fields
from tests.support.program import call, run

pytestmark = pytest.mark.process

WRONG = [
    ("check --foo", "没有选项 --foo", "no option --foo"),
    ("check --isolate", "没有选项 --isolate，是否应为“--isolated”？", "no option --isolate; did you mean '--isolated'?"),
    ("chekc", "没有命令 chekc，是否应为“check”？", "no command chekc; did you mean 'check'?"),
    ("ruleset shw", "没有命令 shw，是否应为“show”？", "no command shw; did you mean 'show'?"),
    ("check --output-format jsn", "--output-format：没有“jsn”这个值，是否应为“json”？", "--output-format: no value 'jsn'; did you mean 'json'?"),
    ("check --color never-ever", "--color：没有“never-ever”这个值", "--color: no value 'never-ever'"),
    ("check --jobs x", "--jobs：“x”应为整数", "--jobs: 'x' is no whole number"),
    ("archive join --threshold x", "--threshold：“x”应为数", "--threshold: 'x' is no number"),
    ("check --jobs -3", "--jobs：-3 超出范围 x>=0", "--jobs: -3 is out of range, which is x>=0"),
    ("check --isolated --config x.toml", "--isolated 表示不读任何配置，不能与 --config x.toml 同时使用", "--isolated reads no configuration at all, so it does not go with --config x.toml"),
    ("check --ruleset", "选项 --ruleset 后面应有一个值", "option --ruleset needs a value"),
    ("explain", "缺少参数 path", "missing argument path"),
    ("explain a b", "多出的参数：b", "unexpected: b"),
    ("completion tcsh", "没有 tcsh 的补全，可用的有：bash、zsh、fish、powershell", "no completion for tcsh"),
    ("config exclud", "没有配置项“exclud”，是否应为“exclude”？", "no key 'exclud'; did you mean 'exclude'?"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "zh", "en"), WRONG)
def test_wrong_arguments_are_told_in_the_language_of_the_user(arguments: str, zh: str, en: str) -> None:
    for lang, said in (("zh", zh), ("en", en)):
        done = run(*arguments.split(), REPORTLINT_LANG=lang)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(said)
        assert "Error:" not in done.stderr


def test_a_file_that_looks_like_an_option_is_told_how_to_write(tmp_path: Path) -> None:
    (tmp_path / "-总结.txt").write_text("工作总结", "utf-8")
    done = call("check", "-总结.txt", "--lang", "en", cwd=tmp_path)
    said = "no option -总结.txt; a file whose name begins with - is written ./-总结.txt\n"
    assert (done.returncode, done.stderr.startswith(said)) == (2, True)
    assert call("check", "./-总结.txt", cwd=tmp_path).returncode == 1
    assert "written ./" not in call("check", "-其他.txt", "--lang", "en", cwd=tmp_path).stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_help_page_ends_with_examples(command: str) -> None:
    done = call(command, "--help")
    assert done.returncode == 0
    assert all(f"reportlint {line}" in done.stdout for line, _ in EXAMPLES.get(command, ()))


def test_the_examples_name_only_what_there_is() -> None:
    whole = group()
    for name, lines in EXAMPLES.items():
        for line, _ in lines:
            first, *rest = shlex.split(line)
            assert first == name
            command = whole.get_command(None, name)
            command = command.get_command(None, rest[0]) if hasattr(command, "commands") else command
            options = {option for param in command.params for option in param.opts}
            assert {word for word in rest if word.startswith("-")} <= options


def test_every_key_of_the_configuration_is_explained_with_an_example_that_holds(tmp_path: Path) -> None:
    assert list(KEY_EXAMPLES) == sorted(KEY_EXAMPLES, key=list(KEY_EXAMPLES).index)
    assert set(KEY_EXAMPLES) == {field.key for field in fields(Settings)}
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.yaml").touch()
    for key, example in KEY_EXAMPLES.items():
        (tmp_path / "reportlint.toml").write_text(example, "utf-8")
        assert load(str(tmp_path / "reportlint.toml")).settings != Settings()
        assert example in call("config", key).stdout
    assert "rules.level" in call("config").stdout


def test_every_rule_is_explained_at_once() -> None:
    done = call("rule", "--all", "--ruleset", "report-form", "--lang", "en")
    assert done.returncode == 0
    assert done.stdout.count("to switch it off:") > 20


def test_the_cache_is_emptied(tmp_path: Path) -> None:
    cached = tmp_path / "reportlint-compiled"
    run("rulesets", REPORTLINT_CACHE_DIR=str(tmp_path))
    (cached / "mine.txt").write_text("x")
    assert run("clean", REPORTLINT_CACHE_DIR=str(tmp_path)).stdout == f"已删除缓存 1 项（{cached}）\n"
    assert [path.name for path in cached.iterdir()] == ["mine.txt"]
    assert run("clean", REPORTLINT_CACHE_DIR=str(tmp_path / "no")).stdout == "已删除缓存 0 项\n"


# --- completion -----------------------------------------------------------------------------------


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_script_begins_with_the_line_that_installs_it(shell: str) -> None:
    first, *rest = call("completion", shell).stdout.splitlines()
    assert first.startswith("# ")
    assert f"reportlint completion {shell}" in first
    assert all(any(command in line for line in rest) for command in COMMANDS)


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("reportlint anno", ["annotate"]),
        ("reportlint check --isol", ["--isolated"]),
        ("reportlint check --output-format con", ["concise"]),
        ("reportlint check --lang ", ["zh", "en"]),
        ("reportlint check --color n", ["never"]),
        ("reportlint explain --sec", ["--section"]),
        ("reportlint check draft", []),
        ("reportlint archive h", ["history"]),
        ("reportlint archive history --output-format x", ["xlsx"]),
        ("reportlint archive add --arch", ["--archive"]),
        ("reportlint archive join --engine ", ["duckdb", "spark"]),
    ],
)
def test_bash_completes(words: str, completed: list[str]) -> None:
    script = (
        'source /dev/stdin; COMP_WORDS=($1); [[ $1 == *" " ]] && COMP_WORDS+=(""); '
        'COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _reportlint; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", script, "bash", words],
        input=call("completion", "bash").stdout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stderr, done.stdout.split()) == ("", completed)
