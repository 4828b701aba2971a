"""Baselines: what is known is not reported, what is new is, and nothing creeps in."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Collection
from contextlib import chdir
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.engine import baseline
from linter.engine.baseline import compare, updated
from linter.engine.baseline_file import Entry, KnownFile, load, text
from linter.model.errors import ConfigError
from linter.model.finding import FileOutcome, Finding, Result
from linter.model.message import Message as Words
from tests.support.living import ruleset
from tests.support.program import call, command, environment

MASK = "全年投入××万元。"
OTHER = "另外支出××万元。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the rules and one draft."""
    ruleset(tmp_path)
    write(tmp_path, MASK)
    return tmp_path


def write(folder: Path, text: str, name: str = "draft.txt") -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def check(folder: Path, *arguments: str) -> CompletedProcess[str]:
    return call("check", *arguments, "--ruleset", "living.yaml", "--output-format", "concise", cwd=folder)


def started(folder: Path) -> None:
    assert check(folder, ".", "--write-baseline", "known.json").returncode == 0


# --- silent: what is known --------------------------------------------------------------------

KNOWN = [
    MASK,
    f"\n\n{MASK}",  # elsewhere in the file
    f"新写的一段。\n{MASK}\n又一段。",
    "全年 投入 ××万元。",  # other blanks
    "",
]


@pytest.mark.process
@pytest.mark.parametrize("text", KNOWN)
def test_known(folder: Path, text: str) -> None:
    started(folder)
    write(folder, text or "没有问题了。")
    done = check(folder, "draft.txt", "--baseline", "known.json")
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.process
def test_paths_are_those_of_the_baseline(folder: Path) -> None:
    """From wherever the program is started, and however the file is named."""
    write(folder, MASK, "2023/draft.txt")
    started(folder)
    for arguments in (["2023/../2023/draft.txt"], [str(folder / "2023" / "draft.txt")], ["2023"]):
        assert check(folder, *arguments, "--baseline", "known.json").returncode == 0
    inside = call(
        "check", ".", "--ruleset", "../living.yaml", "--baseline", "../known.json", cwd=folder / "2023"
    )
    assert inside.returncode == 0
    assert set(load(str(folder / "known.json"))) == {"draft.txt", "2023/draft.txt"}


@pytest.mark.process
def test_a_rule_whose_findings_are_known_has_not_passed(folder: Path) -> None:
    started(folder)
    arguments = ("check", "draft.txt", "--ruleset", "living.yaml", "--baseline", "known.json")
    value = json.loads(call(*arguments, "--output-format", "json", cwd=folder).stdout)
    states = {row["rule"]: row["state"] for row in value["files"][0]["checklist"]}
    assert states.pop("mask") == "failed"
    assert set(states.values()) == {"passed"}
    cases = call(*arguments, "--output-format", "junit", cwd=folder).stdout
    assert re.findall(r'<testcase name="([^"]+)"[^>]*>\s*<skipped/>', cases) == ["mask"]
    assert "<failure" not in cases
    assert "基线中已有：1 处" in call(*arguments, "-v", cwd=folder).stdout


# --- what is new ------------------------------------------------------------------------------

NEW = [
    (f"{MASK}\n{OTHER}", ["draft.txt:2:5: error mask 有掩码"]),
    (f"{MASK}\n{MASK}", ["draft.txt:2:5: error mask 有掩码"]),  # once was known, not twice
    (OTHER, ["draft.txt:1:5: error mask 有掩码"]),
]


@pytest.mark.process
@pytest.mark.parametrize(("text", "expected"), NEW)
def test_new(folder: Path, text: str, expected: list[str]) -> None:
    started(folder)
    write(folder, text)
    done = check(folder, "draft.txt", "--baseline", "known.json")
    assert (done.stdout.splitlines(), done.returncode) == (expected, 1)


@pytest.mark.process
def test_another_file_is_new(folder: Path) -> None:
    started(folder)
    write(folder, MASK, "copy.txt")
    assert check(folder, ".", "--baseline", "known.json").stdout == "copy.txt:1:5: error mask 有掩码\n"


# --- writing ----------------------------------------------------------------------------------


@pytest.mark.process
def test_as_written(folder: Path) -> None:
    write(folder, f"{MASK}\n{MASK}\n截止目前，全部完成。")
    started(folder)
    written = (folder / "known.json").read_text(encoding="utf-8")
    known = load(str(folder / "known.json"))
    (mask, until) = known["draft.txt"].entries
    assert written == (
        '{"version": 1, "files": {\n"draft.txt": [\n'
        f'  {{"rule": "mask", "fingerprint": "{mask.fingerprint}", "times": 2, "text": "××"}},\n'
        f'  {{"rule": "until", "fingerprint": "{until.fingerprint}", "times": 1, "text": "截止目前"}}\n'
        f']\n}}, "contents": {{\n"draft.txt": "{known["draft.txt"].sketch}"\n}}}}\n'
    )


@pytest.mark.process
def test_it_does_not_grow_by_itself(folder: Path) -> None:
    started(folder)
    before = (folder / "known.json").read_bytes()
    write(folder, f"{MASK}\n{OTHER}")
    done = check(folder, ".", "--write-baseline", "known.json")
    assert (done.returncode, done.stdout) == (2, "draft.txt:2:5: error mask 有掩码\n")
    assert (
        done.stderr
        == "基线 known.json 没有改写：有 1 处新问题，见报告。请先改正，或加 --accept-new 一并收入\n"
    )
    assert (folder / "known.json").read_bytes() == before
    assert check(folder, ".", "--write-baseline", "known.json", "--accept-new").returncode == 0
    assert check(folder, ".", "--baseline", "known.json").returncode == 0


@pytest.mark.process
def test_what_is_gone_is_dropped(folder: Path) -> None:
    write(folder, f"{MASK}\n{OTHER}")
    started(folder)
    write(folder, MASK)
    arguments = ("check", ".", "--ruleset", "living.yaml")
    told = call(*arguments, "--baseline", "known.json", "-v", cwd=folder).stdout
    assert "基线里有 1 处已不存在，用 --write-baseline 改写即可去掉" in told
    assert "已不存在" not in call(*arguments, "--baseline", "known.json", cwd=folder).stdout
    done = call(*arguments, "--write-baseline", "known.json", cwd=folder)
    assert "已把现有的 1 处问题（1 个文件）记入基线 known.json（原有 2 处）" in done.stdout
    assert [entry.times for entry in load(str(folder / "known.json"))["draft.txt"].entries] == [1]


@pytest.mark.process
def test_what_was_not_judged_stays(folder: Path) -> None:
    write(folder, OTHER, "other.txt")
    write(folder, OTHER, "gone.txt")
    started(folder)
    (folder / "gone.txt").unlink()
    assert check(folder, "draft.txt", "--write-baseline", "known.json").returncode == 0
    assert set(load(str(folder / "known.json"))) == {"draft.txt", "other.txt", "gone.txt"}
    assert check(folder, ".", "--write-baseline", "known.json", "--select", "until").returncode == 0
    assert set(load(str(folder / "known.json"))) == {"draft.txt", "other.txt"}


@pytest.mark.process
def test_an_unreadable_file_loses_nothing(folder: Path) -> None:
    started(folder)
    (folder / "draft.txt").write_bytes(b"")
    assert check(folder, ".", "--write-baseline", "known.json").returncode == 2
    assert set(load(str(folder / "known.json"))) == {"draft.txt"}


@pytest.mark.process
def test_writing_twice_changes_nothing(folder: Path) -> None:
    write(folder, f"{MASK}\n{OTHER}\n截止目前，都好。", "其他.txt")
    started(folder)
    before = (folder / "known.json").read_bytes()
    started(folder)
    assert (folder / "known.json").read_bytes() == before


@pytest.mark.process
def test_both_at_once(folder: Path) -> None:
    """What is held against one baseline may be written to another, whole."""
    started(folder)
    assert check(folder, ".", "--baseline", "known.json", "--write-baseline", "all.json").returncode == 0
    assert load(str(folder / "all.json")) == load(str(folder / "known.json"))


@pytest.mark.process
@pytest.mark.skipif(os.name != "posix", reason="names of any bytes")
def test_a_name_that_is_no_text(folder: Path) -> None:
    with open(os.fsencode(folder) + b"/\xb1\xa8.txt", "wb") as file:
        file.write(MASK.encode())
    started(folder)
    assert check(folder, ".", "--baseline", "known.json").returncode == 0


# --- what a run takes back ------------------------------------------------------------------------

COPIED = "值守人员每晚沿东岸步行巡查一遍，把水尺读数写进本子，天亮前交给下一班的同事核对签字，再把工具擦干放回原处。"


@pytest.mark.process
def test_a_copy_stays_until_both_files_were_judged(folder: Path) -> None:
    write(folder, f"{MASK}\n{COPIED}", "one.txt")
    write(folder, f"{OTHER}\n{COPIED}", "two.txt")
    started(folder)
    copied = load(str(folder / "known.json"))
    assert [entry.others for entry in copied["one.txt"].entries if entry.rule == "copied"] == [("two.txt",)]
    assert check(folder, "one.txt", "--write-baseline", "known.json").returncode == 0
    assert load(str(folder / "known.json")) == copied
    assert "已不存在" not in check(folder, "one.txt", "--baseline", "known.json", "-v").stdout
    write(folder, OTHER, "two.txt")
    assert check(folder, ".", "--write-baseline", "known.json").returncode == 0
    assert [entry.rule for entry in load(str(folder / "known.json"))["one.txt"].entries] == ["mask"]


@pytest.mark.process
def test_a_copy_goes_with_the_file_that_it_was_a_copy_of(folder: Path) -> None:
    write(folder, f"{MASK}\n{COPIED}", "one.txt")
    write(folder, f"{OTHER}\n{COPIED}", "two.txt")
    started(folder)
    (folder / "two.txt").unlink()
    assert check(folder, "one.txt", "--write-baseline", "known.json").returncode == 0
    assert [entry.rule for entry in load(str(folder / "known.json"))["one.txt"].entries] == ["mask"]


@pytest.mark.process
def test_what_an_ignored_rule_found_stays(folder: Path) -> None:
    started(folder)
    write(folder, "改好了。")
    for arguments in (["--ignore", "mask"], ["--ignore", "pattern"], ["--select", "unt*"]):
        assert check(folder, ".", "--write-baseline", "known.json", *arguments).returncode == 0
        assert [entry.rule for entry in load(str(folder / "known.json"))["draft.txt"].entries] == ["mask"]


# --- files under new names ------------------------------------------------------------------------

LINES = [f"第{place}站把{place}号闸门的值守改成轮流。" for place in "甲乙丙丁戊己庚"]


def new_names(folder: Path, old: list[str], new: list[str]) -> CompletedProcess[str]:
    write(folder, "\n".join([MASK, *old]))
    started(folder)
    (folder / "draft.txt").unlink()
    write(folder, "\n".join([MASK, *new]), "2024/final.txt")
    return check(folder, ".", "--baseline", "known.json")


@pytest.mark.process
@pytest.mark.parametrize(
    "new", [LINES, LINES[:-2], [*LINES, OTHER.replace("×", "5")], ["改过的一句。", *LINES[1:]]]
)
def test_a_renamed_file_keeps_its_entries(folder: Path, new: list[str]) -> None:
    assert new_names(folder, LINES, new).stdout == ""
    assert check(folder, ".", "--write-baseline", "known.json").returncode == 0
    assert set(load(str(folder / "known.json"))) == {"2024/final.txt"}


@pytest.mark.process
def test_a_renamed_file_keeps_its_entries_when_others_are_written_before(folder: Path) -> None:
    write(folder, "\n".join([MASK, *LINES]), "old.txt")
    started(folder)
    (folder / "old.txt").rename(folder / "new.txt")
    assert check(folder, "draft.txt", "--write-baseline", "known.json").returncode == 0
    assert check(folder, ".", "--baseline", "known.json").stdout == ""


@pytest.mark.process
@pytest.mark.parametrize("new", [[], ["另一份草稿。", "说的是别的事。"], [line[::-1] for line in LINES]])
def test_another_file_does_not_inherit(folder: Path, new: list[str]) -> None:
    assert new_names(folder, LINES, new).stdout == "2024/final.txt:1:5: error mask 有掩码\n"


@pytest.mark.process
def test_of_two_copies_of_a_file_that_is_gone_one_inherits(folder: Path) -> None:
    write(folder, "\n".join([MASK, *LINES]))
    started(folder)
    (folder / "draft.txt").rename(folder / "one.txt")
    write(folder, "\n".join([MASK, *LINES]), "two.txt")
    found = check(folder, ".", "--baseline", "known.json", "--ignore", "copied").stdout
    assert found == "two.txt:1:5: error mask 有掩码\n"


# --- writers beside each other --------------------------------------------------------------------


@pytest.mark.process
def test_writers_at_the_same_time_lose_nothing_of_each_other(folder: Path) -> None:
    names = [f"{number}.txt" for number in range(6)]
    for name in names:
        write(folder, f"{name}：{MASK}", name)
    (folder / "draft.txt").unlink()
    running = [
        subprocess.Popen(
            command(
                "check", name, "--ruleset", "living.yaml", "--write-baseline", "known.json", "--accept-new"
            ),
            cwd=folder,
            env=environment(),
            stdout=subprocess.DEVNULL,
        )
        for name in names
    ]
    assert [each.wait() for each in running] == [0] * len(names)
    assert set(load(str(folder / "known.json"))) == set(names)
    assert not (folder / "known.json.lock").exists()


# --- what is said ---------------------------------------------------------------------------------


@pytest.mark.process
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("没有问题。", "通过：没有发现问题（共"),
        (MASK, "通过：新问题 0，另有基线内 1 处（共"),
        (f"{MASK}\n{OTHER}", "不通过：1 个错误，另有基线内 1 处（共"),
    ],
)
def test_a_run_under_a_baseline_is_no_clean_bill(folder: Path, text: str, said: str) -> None:
    started(folder)
    write(folder, text)
    done = call("check", ".", "--ruleset", "living.yaml", "--baseline", "known.json", cwd=folder)
    assert said in done.stdout


RECORDED = (
    "Recorded 1 finding of 1 file in the baseline known.json. From now on check with --baseline known.json, "
    "which reports only what is new; commit that file with the drafts\n"
)


def recorded(folder: Path, *arguments: str) -> CompletedProcess[str]:
    options = ("--ruleset", "living.yaml", "--lang", "en", "--write-baseline", "known.json")
    return call("check", ".", *options, *arguments, cwd=folder)


@pytest.mark.process
@pytest.mark.parametrize(
    "options", [[], ["-q"], ["--report", "json:out.json"], ["--output-format", "json", "-o", "out.json"]]
)
def test_who_writes_a_baseline_reads_one_sentence(folder: Path, options: list[str]) -> None:
    done = recorded(folder, *options)
    assert (done.stdout, done.stderr, done.returncode) == (RECORDED, "", 0)
    assert (folder / "out.json").exists() == any("out.json" in option for option in options)


@pytest.mark.process
@pytest.mark.parametrize("form", ["json", "concise", "github"])
def test_what_a_program_reads_is_not_disturbed_by_the_sentence(folder: Path, form: str) -> None:
    done = recorded(folder, "--output-format", form)
    assert (done.stderr, done.returncode) == (RECORDED, 0)
    assert "Recorded" not in done.stdout


@pytest.mark.process
def test_what_could_not_be_read_is_told_beside_the_sentence(folder: Path) -> None:
    (folder / "broken.docx").write_bytes(b"")
    done = recorded(folder)
    assert (done.stdout, done.returncode) == (RECORDED, 2)
    assert done.stderr.startswith("broken.docx: ")


@pytest.mark.process
def test_new_findings_that_are_not_recorded_are_reported(folder: Path) -> None:
    recorded(folder)
    write(folder, f"{MASK}\n{OTHER}")
    done = recorded(folder)
    assert "有掩码" in done.stdout or "A mask" in done.stdout
    assert done.stderr.startswith("Baseline known.json not written: 1 new finding, as reported.")


# --- mistakes ---------------------------------------------------------------------------------

MISTAKES = [
    (None, "没有基线文件 known.json"),
    ("", "known.json:1:1：不是 JSON"),
    ('{"version": 1, "files": {}}}', "known.json:1:28：不是 JSON"),
    ('{"version": 1, "files": {\n<<<<<<< HEAD\n', "known.json:2:1：git 的合并冲突还没有解决"),
    ("<<<<<<<", "known.json:1:1：不是 JSON"),
    ("[]", "缺少 version 或 files"),
    ("{}", "缺少 version 或 files"),
    ('{"version": 1}', "缺少 version 或 files"),
    ('{"version": 2, "files": {}}', "版本是 2，本程序只认 1"),
    ('{"version": 1, "files": {"a.txt": {}}}', "“a.txt”应为列表"),
    ('{"version": 1, "files": {"a.txt": [3]}}', "“a.txt”的第 1 项应为一组键"),
    ('{"version": 1, "files": {"a.txt": [{"rule": "x"}]}}', "“a.txt”的第 1 项的“fingerprint”有误或缺失"),
    ('{"version": 1, "files": {"a.txt": [{"rule": "x", "fingerprint": "0", "times": 0}]}}', "的“times”有误"),
    (
        '{"version": 1, "files": {"a.txt": [{"rule": "x", "fingerprint": "0", "times": true}]}}',
        "的“times”有误",
    ),
    ('{"version": 1, "files": {"a.txt": [{"rule": "x", "line": 3}]}}', "有未知的键“line”"),
    ('{"version": 1, "files": {"a.txt": [], "a.txt": []}}', "键“a.txt”重复"),
    ("[" * 100_000, "基线 known.json 有误"),
    (b"\xff\xfe", "不是 UTF-8"),
]


@pytest.mark.parametrize(("content", "message"), MISTAKES, ids=lambda value: str(value)[:40])
def test_mistakes(tmp_path: Path, content: str | bytes | None, message: str) -> None:
    if content is not None:
        (tmp_path / "known.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    with chdir(tmp_path), pytest.raises(ConfigError) as caught:
        load("known.json")
    assert message in caught.value.text.zh


@pytest.mark.parametrize(
    ("at", "named"),
    [("known.json", "../known.json"), ("../known.json", "../../known.json"), ("x/k.json", "../x/k.json")],
)
def test_a_baseline_in_a_folder_above_is_named(tmp_path: Path, at: str, named: str) -> None:
    folder = tmp_path / "drafts" / "2026"
    folder.mkdir(parents=True)
    (folder / named).parent.mkdir(exist_ok=True)
    (folder / named).write_text("{}")
    with chdir(folder), pytest.raises(ConfigError) as caught:
        load(at)
    assert caught.value.text.zh == f"没有基线文件 {at}，上层文件夹里有 {named}：请写后面这个路径"


@pytest.mark.process
@pytest.mark.parametrize("option", ["--baseline", "--write-baseline"])
def test_a_mistake_ends_the_run(folder: Path, option: str) -> None:
    (folder / "known.json").write_text("{}")
    done = check(folder, ".", option, "known.json")
    assert done.stderr == "基线 known.json 有误：缺少 version 或 files\n"
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.process
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--accept-new"], "--accept-new 要与 --write-baseline 一起用"),
        (["--write-baseline", "nowhere/known.json"], "无法写入基线 nowhere/known.json"),
        (["--write-baseline", "."], "无法读取基线 ."),
        (["--diff", "--write-baseline", "known.json"], "--diff 只作显示"),
    ],
)
def test_usage(folder: Path, arguments: list[str], message: str) -> None:
    done = call("check", ".", *arguments, "--ruleset", "living.yaml", cwd=folder)
    assert (done.returncode, message in done.stderr) == (2, True)


# --- properties -------------------------------------------------------------------------------


def finding(rule: str, fingerprint: str, line: int) -> Finding:
    words = Words("错", "wrong")
    return Finding(
        rule, "pattern", "error", words, line, 1, line, 2, "某", "某", 0, 0, None, None, (), fingerprint, 0, 1
    )


findings = st.lists(
    st.builds(finding, st.sampled_from("ab"), st.sampled_from("xyz"), st.integers(1, 9)), max_size=8
)
results = st.builds(
    lambda files: Result(
        tuple(FileOutcome(name, "r", findings=tuple(found)) for name, found in files.items())
    ),
    st.dictionaries(st.sampled_from(["a.txt", "b/c.txt", "../d.txt"]), findings, max_size=3),
)


def always(file: FileOutcome) -> Collection[str]:
    return "ab"


def test_what_a_file_that_cannot_be_read_had_is_not_gone() -> None:
    """Nobody can say so."""
    read = Result((FileOutcome("a.txt", "r", findings=(finding("a", "x", 1), finding("a", "y", 2))),))
    known = updated(read, {}, "known.json", always)
    clean = Result((FileOutcome("a.txt", "r"),))
    broken = Result((FileOutcome("a.txt", "", error=Words("坏了", "broken")),))
    assert compare(clean, known, "known.json", always).stale == 2
    assert compare(broken, known, "known.json", always).stale == 0


@given(results)
def test_a_baseline_knows_all_that_it_was_made_of(result: Result) -> None:
    made = updated(result, {}, "known.json", always)
    compared = compare(result, made, "known.json", always)
    assert [file.findings for file in compared.result.files] == [()] * len(result.files)
    assert compared.stale == 0


@given(results, results)
def test_what_is_new_and_what_is_gone_add_up(old: Result, new: Result) -> None:
    made = updated(old, {}, "known.json", always)
    compared = compare(new, made, "known.json", always)
    names = {file.path for file in new.files}
    known = sum(len(file.findings) for file in old.files if file.path in names)
    kept = sum(file.baselined for file in compared.result.files)
    assert known == kept + compared.stale


@given(results)
def test_a_baseline_reads_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, result: Result) -> None:
    made = updated(result, {}, "known.json", always)
    path = tmp_path_factory.mktemp("baseline") / "known.json"
    path.write_text(text(made), encoding="utf-8")
    assert load(str(path)) == {key: KnownFile(tuple(sorted(each.entries))) for key, each in made.items()}
    assert baseline.size(made) == sum(len(file.findings) for file in result.files)


def test_a_baseline_that_an_editor_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    made = {"a.txt": KnownFile((Entry("mask", "0f", 1, "××", ()),))}
    path = tmp_path / "known.json"
    path.write_bytes(b"\xef\xbb\xbf" + text(made).replace("\n", "\r\n").encode())
    assert load(str(path)) == made


def test_an_entry_is_what_stands_in_the_file() -> None:
    assert Entry._fields == ("rule", "fingerprint", "times", "text", "others")
    with pytest.raises(ConfigError):
        load("nowhere.json")
