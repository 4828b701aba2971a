"""The project's configuration: found, checked, and asked about paths."""

from __future__ import annotations

import ntpath
import os
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from linter.model.errors import ConfigError
from linter.project import globs, own_rulesets
from linter.project.config import Configs, excluded, load, period_for, ruleset_for
from linter.project.globs import fits
from linter.project.own_rulesets import RuleFiles
from linter.project.settings import Config, PathRules, Settings


def write(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "reportlint.toml"
    path.write_text(text, encoding="utf-8")
    return path


# --- where it is looked for -------------------------------------------------------------------


def test_without_a_file_everything_is_open(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert Configs().of(str(tmp_path)) == Config()


@pytest.mark.parametrize("start", ["", "drafts", "drafts/党建", "drafts/党建/a.txt", "not/there/yet.txt"])
def test_found_upwards(tmp_path: Path, start: str) -> None:
    path = write(tmp_path, 'lang = "en"')
    (tmp_path / "drafts" / "党建").mkdir(parents=True)
    (tmp_path / "drafts" / "党建" / "a.txt").write_text("x")
    assert Configs().of(str(tmp_path / start)).path == str(path)


def test_the_nearest_is_the_whole(tmp_path: Path) -> None:
    write(tmp_path, 'lang = "en"')
    write(tmp_path / "drafts", 'ruleset = "work-report"')
    settings = Configs().of(str(tmp_path / "drafts")).settings
    assert (settings.lang, settings.ruleset) == (None, ("work-report",))


@pytest.mark.parametrize("git", ["folder", "file"])
def test_not_beyond_the_repository(tmp_path: Path, git: str) -> None:
    write(tmp_path, 'lang = "en"')
    repository = tmp_path / "repository"
    (repository / "drafts").mkdir(parents=True)
    mark = repository / ".git"
    if git == "folder":
        mark.mkdir()
    else:
        mark.write_text("gitdir: elsewhere")
    assert Configs().of(str(repository / "drafts")).path is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="makes a pipe and links")
@pytest.mark.parametrize("kind", ["pipe", "device", "dead link"])
def test_what_is_no_file_is_an_error_and_never_passed_over(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "reportlint.toml"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "device":
            path.symlink_to("/dev/zero")
        case "dead link":
            path.symlink_to("nothing")
    with pytest.raises(ConfigError, match=re.escape(str(path))):
        Configs().of(str(tmp_path / "a.txt"))


def test_a_named_file_wins(tmp_path: Path) -> None:
    write(tmp_path, 'lang = "en"')
    other = tmp_path / "other.toml"
    other.write_text('lang = "zh"')
    found = load(str(other))
    assert (found.settings.lang, found.folder, found.path) == ("zh", str(tmp_path), str(other))


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"cannot read .*none\.toml"):
        load(str(tmp_path / "none.toml"))


def test_each_draft_has_the_nearest(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path / "a", 'lang = "en"')
    write(tmp_path / "a" / "b", 'lang = "zh"')
    configs = Configs()
    found = {name: configs.of(str(tmp_path / name)).settings.lang for name in ("x.txt", "a/x.txt", "a/b/x.txt", "a/c/x.txt")}  # fmt: skip
    assert found == {"x.txt": None, "a/x.txt": "en", "a/b/x.txt": "zh", "a/c/x.txt": "en"}


def test_one_in_an_excluded_folder_does_not_count(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path, 'exclude = "archive/"')
    write(tmp_path / "archive" / "2019", 'lang = "en"')
    write(tmp_path / "archive" / "own" / ".git", "")
    write(tmp_path / "archive" / "own", 'lang = "en"')
    configs = Configs()
    within = str(tmp_path / "archive" / "2019" / "x.txt")
    assert configs.of(within).settings.lang is None
    assert excluded(configs.of(within), within)
    assert configs.of(str(tmp_path / "archive" / "own" / "x.txt")).settings.lang == "en"  # its own repository


@pytest.mark.parametrize("name", ["reportlint.toml", "pyproject.toml"])
def test_a_broken_one_in_an_excluded_folder_is_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / ".git").mkdir()
    own = write(tmp_path, 'exclude = "templates/"')
    (tmp_path / "templates" / "new").mkdir(parents=True)
    broken = tmp_path / "templates" / "new" / name
    broken.write_text("[tool.reportlint]\n{% if lang %}\n", "utf-8")
    assert Configs().of(str(broken.with_name("a.txt"))).path == str(own)
    write(tmp_path, 'lang = "zh"')
    with pytest.raises(ConfigError, match=re.escape(f"{broken}:2:1")):
        Configs().of(str(broken.with_name("a.txt")))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("", None),
        ("[project]\nname = 'reportlint-rules'", None),
        ("[tool.other]\nlang = 'en'", None),
        ("[tool.reportlint]\nlang = 'en'", "pyproject.toml"),
        ("tool.reportlint.lang = 'en'", "pyproject.toml"),
        ("[tool]\nreportlint.lang = 'en'", "pyproject.toml"),
        ("[tool]\nreportlint = {lang = 'en'}", "pyproject.toml"),
        ("tool = {reportlint = {lang = 'en'}}", "pyproject.toml"),
        ("[\"tool\".reportlint]\nlang = 'en'", "pyproject.toml"),
        ("['tool' . 'reportlint']\nlang = 'en'", "pyproject.toml"),
        ("\"tool\".reportlint.lang = 'en'", "pyproject.toml"),
        ("\ufeff[tool.reportlint]\nlang = 'en'", "pyproject.toml"),
        ("\ufefftool.reportlint.lang = 'en'", "pyproject.toml"),
        ("\ufeff\n[tool.reportlint]\r\nlang = 'en'\r\n", "pyproject.toml"),
        ("[tools]\nreportlint = {lang = 'en'}", None),
        ("tool = 3", None),
    ],
)
def test_a_shared_file_counts_when_it_has_the_table(tmp_path: Path, text: str, path: str | None) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    found = Configs().of(str(tmp_path / "a.txt"))
    assert (found.path, found.settings.lang) == ((str(tmp_path / path), "en") if path else (None, None))


def test_the_own_file_goes_before_the_shared_one(tmp_path: Path) -> None:
    write(tmp_path, 'lang = "zh"')
    (tmp_path / "pyproject.toml").write_text("[tool.reportlint]\nlang = 'en'", "utf-8")
    assert Configs().of(str(tmp_path)).settings.lang == "zh"


def test_a_file_without_the_table_cannot_be_named(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\n", "utf-8")
    with pytest.raises(ConfigError, match=r"there is no \[tool.reportlint\]"):
        load(str(tmp_path / "pyproject.toml"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[tool.reportlint]\nlang = 'fr'", "2:1: 'lang' cannot be 'fr'"),
        ("[tool]\nreportlint = {lang = 'fr'}", "2:1: 'lang' cannot be 'fr'"),
        ("[[tool.reportlint.rules]]\nrule = 'a'\nlevel = 'off'\n\n[[tool.reportlint.rules]]\nrule = 'b'", "5:1: 'level' or"),
        ("[tool.reportlint]\nexclude = 'a'\n[[tool.reportlint.paths]]\n  match = '[z-a]'\nruleset = 'b'", "4:3: bad glob"),
        ("[a]\nb = 1\n[tool.reportlint]\nperiod = 'x'", "4:1: 'x' is no period"),
    ],
)  # fmt: skip
def test_mistakes_in_a_shared_file_have_their_places(tmp_path: Path, text: str, place: str) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(str(path))
    assert str(caught.value).startswith(f"{path}:{place}")


def test_a_path_of_very_many_folders_ends(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert Configs().of(str(tmp_path) + "/a" * 1900 + "/x.txt") == Config()


# --- own rulesets ---------------------------------------------------------------------------------

TREE = ("pm.yaml", "rules/a.yaml", "rules/b.yml", "rules/b.cases.yaml", "rules/deep/c.yaml", "rules/x.txt", "rules/.old/d.yaml")  # fmt: skip


@pytest.mark.parametrize(
    ("glob", "names"),
    [
        ("none/*.yaml", []),
        ("*.txt", []),
        ("rules/x.txt", []),
        ("rules/b.cases.yaml", []),
        ("pm.yaml", ["pm.yaml"]),
        ("./pm.yaml", ["pm.yaml"]),
        ("*.yaml", ["pm.yaml"]),
        ("rules/*.yaml", ["rules/a.yaml"]),
        ("rules/[ab].y*", ["rules/a.yaml", "rules/b.yml"]),
        ("rules", ["rules/a.yaml", "rules/b.yml", "rules/deep/c.yaml"]),
        ("rules/", ["rules/a.yaml", "rules/b.yml", "rules/deep/c.yaml"]),
        ("rules/**/*.yaml", ["rules/a.yaml", "rules/deep/c.yaml"]),
        ("rules/*/c.yaml", ["rules/deep/c.yaml"]),
        ("**/c.yaml", ["rules/deep/c.yaml"]),
    ],
)
def test_globs_of_own_rulesets(tmp_path: Path, glob: str, names: list[str]) -> None:
    for name in TREE:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert RuleFiles(str(tmp_path)).named(glob) == [str(tmp_path / name) for name in names]


def test_globs_that_name_very_much_are_a_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_rulesets, "_MOST", 30)
    for number in range(20):
        (tmp_path / f"{number}.yaml").touch()
    assert len(RuleFiles(str(tmp_path)).named("*.yaml")) == 20
    with pytest.raises(ConfigError, match=r":1:1: '\*\*' has too many files to look at; name the folder"):
        load(str(write(tmp_path, 'rulesets = ["*.yaml", "**"]')))


# --- what it says -----------------------------------------------------------------------------


def test_all_keys(tmp_path: Path) -> None:
    text = """\
ruleset = ["work-report", "rules/own.yaml"]
select = "placeholder"
ignore = ["until-now"]
fail-on = "warning"
lang = "en"
exclude = ["old/", "*.bak"]
period = "2026H1"
units = ["党政办", "组织科|组织部"]

[[paths]]
match = ["drafts/党建/**"]
ruleset = "ideology-work-report"
period = "2026-05"
"""
    assert load(str(write(tmp_path, text))).settings == Settings(
        ("work-report", "rules/own.yaml"),
        ("placeholder",),
        ("until-now",),
        "warning",
        "en",
        ("old/", "*.bak"),
        "2026H1",
        ("党政办", "组织科|组织部"),
        (PathRules(("drafts/党建/**",), ("ideology-work-report",), "2026-05"),),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ruelset = 'x'", ["1:1: unknown key 'ruelset'; did you mean 'ruleset'?"]),
        ("rulesets = 'rules/*.yaml'", ["1:1: 'rules/*.yaml' names no rule file (.yaml); it is relative to"]),
        ("[[rules]]\nrule = 'x'", ["1:1: 'level' or 'with' is missing: write one"]),
        ("[[rules]]\nlevel = 'info'", ["1:1: the key 'rule' is missing"]),
        ("[[rules]]\nrule = 'x'\nlevel = 'warn'", ["3:1: 'level' cannot be 'warn'; did you mean 'warning'?"]),
        ("[[rules]]\nrule = 'x'\nlevel = 'off'\nmatch = '[z-a]'", ["4:1: bad glob '[z-a]': invalid"]),
        ("lang = 'zh'\nfail_on = 'error'", ["2:1: unknown key 'fail_on'; did you mean 'fail-on'?"]),
        ("fail-on = 'eror'", ["1:1: 'fail-on' cannot be 'eror'; did you mean 'error'?"]),
        ("[[paths]]\nmatch = 'x'", ["1:1: 'ruleset' or 'period' is missing: write one"]),
        ("period = '2026年'", ["1:1: '2026年' is no period: write 2026, 2026H1, 2026Q3 or 2026-05"]),
        ("[[paths]]\nmatch = 'x'\nperiod = '2026H3'", ["3:1: '2026H3' is no period: write 2026, 2026H1"]),
        ("lang = 'zh'\nunits = ['甲局', '']", ["2:1: the name of a unit cannot be blank"]),
        ("units = ['甲局|']", ["1:1: the name of a unit cannot be blank"]),
        ("units = ['甲局|乙局', '乙局 ']", ["1:1: '乙局' stands there 2 times"]),
        ("paths = 3", ["1:1: 'paths' must be a list ([…]), not '3'"]),
        (
            "lang = 'fr'\n\n[[paths]]\nmatch = 'a'\nruleset = 'b'\n[[paths]]\nmatch = 'a'\n  rulset = 'c'\n",
            [
                "1:1: 'lang' cannot be 'fr'; valid are: zh, en",
                "8:3: unknown key 'rulset'; did you mean 'ruleset'?",
            ],
        ),
        ("[tool.x]\na = 1", ["1:1: unknown key 'tool'; valid are: ruleset, select"]),
        ("lang = 'zh\n", ["2:1: not valid TOML: "]),
        ("lang = ", ["1:8: not valid TOML: "]),
        ("a = 1\nb = [1,\n", ["3:1: not valid TOML: "]),
        ("exclude = ['[z-a].txt']", ["1:1: bad glob '[z-a].txt': invalid character class range: z-a"]),
        ("lang = 'zh'\nexclude = '../old'", ["2:1: bad glob '../old': it cannot lead out of the folder"]),
        ("exclude = '!a/../../old'", ["1:1: bad glob '!a/../../old': it cannot lead out of the folder"]),
        (r"exclude = 'drafts\*.txt'", [r"1:1: bad glob 'drafts\*.txt': write / between folders"]),
        (r"rulesets = 'rules\*.yaml'", [r"1:1: bad glob 'rules\*.yaml': write / between folders"]),
        ("lang = 'zh'\n[rules]\nrule = 'x'\nlevel = 'off'", ["2:1: write two brackets: [[rules]]"]),
        ("[paths]\nmatch = 'x'\nruleset = 'y'", ["1:1: write two brackets: [[paths]]"]),
        ("[tool.reportlint]\nlang = 'zh'", ["1:1: [tool.reportlint] is for pyproject.toml alone"]),
        (
            "lang = 'zh'\nexclude = ['old', '[]', '!a[!]']\n[[paths]]\n match = '[9-0]'\nruleset = 'b'",
            ["2:1: bad glob '!a[!]': ", "2:1: bad glob '[]': ", "4:2: bad glob '[9-0]': "],
        ),
    ],
)
def test_all_mistakes_at_once(tmp_path: Path, text: str, expected: list[str]) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load(str(path))
    lines = str(caught.value).splitlines()
    assert len(lines) == len(expected)
    for line, start in zip(lines, expected, strict=True):
        assert line.removeprefix(f"{path}:").startswith(start)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("units = [党政办]", "1:10：TOML 语法错误：这里的值写法不对：文字两边要加半角引号"),
        ("units = [“党政办”]", "1:10：TOML 语法错误：这里的值写法不对：文字两边要加半角引号"),
        ("units：['党政办']", "1:6：TOML 语法错误：键和值之间要用半角等号 ="),
        ("units = ['党政办'，'财政所']", "1:15：TOML 语法错误：方括号没有合上，或缺少半角逗号"),
        ("period = 2026-05", "1:14：TOML 语法错误：值后面多了内容：文字两边要加半角引号"),
        ("lang = 'zh'\nlang = 'en'", "2:12：TOML 语法错误：键重复"),
    ],
)
def test_the_usual_slips_are_told_in_chinese(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load(str(path))
    assert caught.value.text.zh.removeprefix(f"{path}:").startswith(said)


def test_a_table_of_a_shared_file_is_told_with_its_whole_name(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool.reportlint.rules]\nrule = 'x'\n", "utf-8")
    with pytest.raises(ConfigError, match=r"1:1: write two brackets: \[\[tool\.reportlint\.rules\]\]"):
        load(str(path))


def test_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "reportlint.toml"
    path.write_bytes("# 配置".encode("gb18030"))
    with pytest.raises(ConfigError, match="not UTF-8"):
        load(str(path))


# --- paths ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("glob", "path", "fit"),
    [
        ("*.txt", "a.md", False),
        ("drafts/*.txt", "drafts/党建/a.txt", False),
        ("drafts/*.txt", "old/drafts/a.txt", False),
        ("/a.txt", "drafts/a.txt", False),
        ("old/", "old", False),
        ("old", "older/a.txt", False),
        ("a?.txt", "a/.txt", False),
        ("a.txt", "abtxt", False),
        ("[!a].txt", "a.txt", False),
        ("drafts/**/a.txt", "a.txt", False),
        ("*.txt", "../a.txt", False),
        ("[a&&b]", "c", False),
        ("[!]a]", "]", False),
        ("d[!x]a.txt", "d/a.txt", False),
        ("d[!]x]a.txt", "d/a.txt", False),
        ("d[!-x]a.txt", "d/a.txt", False),
        ("d[ -~]a.txt", "d/a.txt", False),
        ("d[+-0]a.txt", "d/a.txt", False),
        ("d[/]a.txt", "d/a.txt", False),
        ("d[/]a.txt", "d_a.txt", False),
        ("d[/^a]a.txt", "dxa.txt", False),
        ("[a", "a", False),
        ("./a.txt", "drafts/a.txt", False),
        ("./drafts/*.txt", "old/drafts/a.txt", False),
        ("*.txt", "a.txt", True),
        ("./a.txt", "a.txt", True),
        ("./drafts/", "drafts/党建/a.txt", True),
        ("*.txt", "drafts/党建/a.txt", True),
        ("/a.txt", "a.txt", True),
        ("drafts/*.txt", "drafts/a.txt", True),
        ("drafts/**", "drafts/党建/a.txt", True),
        ("drafts/党建/**", "drafts/党建/a.txt", True),
        ("**/a.txt", "a.txt", True),
        ("**/a.txt", "x/y/a.txt", True),
        ("drafts/**/a.txt", "drafts/a.txt", True),
        ("drafts/**/a.txt", "drafts/x/y/a.txt", True),
        ("old/", "old/a.txt", True),
        ("old/", "x/old/a.txt", True),
        ("old", "x/old/a.txt", True),
        ("[ab].txt", "b.txt", True),
        ("[!a].txt", "b.txt", True),
        ("20??年*", "drafts/2025年总结.docx", True),
        ("[[]x", "[x", True),
        ("[]x]", "]", True),
        ("[a&&b]", "&", True),
        ("[a||~~b]", "~", True),
        ("[+--]", "-", True),
        ("d[!x]a.txt", "dya.txt", True),
        ("d[]/]a.txt", "d]a.txt", True),
        ("d[/^a]a.txt", "d^a.txt", True),
        ("d[ -~]a.txt", "d0a.txt", True),
        ("d[+-0]a.txt", "d.a.txt", True),
        ("[a", "[a", True),
    ],
)
@pytest.mark.filterwarnings("error")
def test_globs(tmp_path: Path, glob: str, path: str, fit: bool) -> None:
    assert fits([glob], str(tmp_path), str(tmp_path / path)) is fit


def test_no_glob_fits_on_another_drive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(globs, "os", SimpleNamespace(path=ntpath, sep="\\"))
    assert not fits(["*"], r"C:\reports", r"D:\a.txt")
    assert fits(["drafts/*"], r"C:\reports", r"C:\reports\drafts\a.txt")


def test_for_a_draft_elsewhere_globs_count_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared, here = tmp_path / "shared", tmp_path / "repository"
    here.mkdir()
    monkeypatch.chdir(here)
    path = write(shared, "exclude = ['archive/**']")
    everywhere = Configs(load(str(path)))
    names = ["a.txt", "drafts/archive/a.txt", "../archive/a.txt", "archive/a.txt", "../shared/archive/a.txt"]
    assert [excluded(everywhere.of(name), name) for name in names] == [False, False, False, True, True]


def test_the_last_glob_decides(tmp_path: Path) -> None:
    own = Config(Settings(exclude=("*.txt", "!keep.txt")), str(tmp_path))
    assert excluded(own, str(tmp_path / "x" / "a.txt"))
    assert not excluded(own, str(tmp_path / "x" / "keep.txt"))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.txt", ("work-report",)),
        ("drafts/a.txt", ("one",)),
        ("drafts/党建/a.txt", ("two",)),
    ],
)
def test_the_ruleset_of_a_path(tmp_path: Path, path: str, expected: tuple[str, ...]) -> None:
    rules = (
        PathRules(("drafts/**",), ("one",)),
        PathRules(("drafts/党建/**",), ("two",)),
        PathRules(("drafts/党建/**",), period="2026H1"),
    )
    own = Config(Settings(ruleset=("work-report",), paths=rules), str(tmp_path))
    assert ruleset_for(own, str(tmp_path / path)) == expected
    assert ruleset_for(Config(), str(tmp_path / path)) == ()


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a.txt", "2025"), ("drafts/a.txt", "2026"), ("drafts/党建/a.txt", "2026"), ("drafts/a.md", "2026H1")],
)
def test_the_period_of_a_path_is_that_of_the_last_table_that_names_one(
    tmp_path: Path, path: str, expected: str
) -> None:
    rules = (
        PathRules(("drafts/**",), ("one",), "2026"),
        PathRules(("drafts/党建/**",), ("two",)),
        PathRules(("*.md",), (), "2026H1"),
    )
    own = Config(Settings(period="2025", paths=rules), str(tmp_path))
    assert period_for(own, str(tmp_path / path)) == expected
    assert period_for(Config(), str(tmp_path / path)) == ""


def test_a_key_of_very_many_parts_is_a_mistake_of_the_file(tmp_path: Path) -> None:
    many = ".a" * 50_000  # tomllib takes a minute for it
    for text in (f"a{many} = 1", f"[a{many}]\nb = 1", f"b = {{a{many} = 1}}", "a" + " . 'a'" * 900 + " = 1"):
        with pytest.raises(ConfigError, match="nested too deeply"):
            load(str(write(tmp_path, text)))
    names = ", ".join(f"'{number}.txt'" for number in range(100))
    assert len(load(str(write(tmp_path, f"exclude = [{names}]"))).settings.exclude) == 100


@pytest.mark.parametrize("glob", ["*a" * 200 + "b", "**/a/" * 200 + "b", "[ab]*" * 200 + "c", "[" * 5000])
def test_no_glob_hangs_the_program(tmp_path: Path, glob: str) -> None:
    assert not fits([glob], str(tmp_path), str(tmp_path / ("a/" * 100 + "a" * 100)))


def test_a_glob_fits_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    assert fits(["a*.txt", "!a??.txt"], str(tmp_path), str(tmp_path / "a\udcff.txt"))
