"""Fixes: what is changed, what stays byte for byte, and what is refused."""

from __future__ import annotations

import os
import re
import shutil
import signal
import stat
import subprocess
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter import api
from linter.cli import fixing
from linter.engine import fixes
from linter.engine.run import judge_draft
from linter.engine.selection import RulesetSelector, Selection
from linter.model.draft import Draft
from linter.model.errors import UnfixableError
from linter.model.finding import FileOutcome
from linter.project.files import trees
from linter.readers.support.encoding import decode, encode
from linter.writers import atomic
from tests.samples.make import FILES
from tests.support.living import RULES, ruleset, selector
from tests.support.program import EXAMPLES, ROOT, call, command, environment

posix = pytest.mark.skipif(os.name != "posix", reason="modes and links as POSIX has them")


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> RulesetSelector:
    return selector(tmp_path_factory.mktemp("rules"))


@contextmanager
def refused(words: str) -> Iterator[None]:
    """A file is left as it is, for a reason that holds these words."""
    with pytest.raises(UnfixableError) as caught:
        yield
    assert words in caught.value.text.zh


def fixed(rules: RulesetSelector, data: bytes, unsafe: bool = False, name: str = "draft.txt") -> fixes.Fixed:
    """What becomes of some bytes."""

    def judged(path: str, content: bytes) -> FileOutcome:
        return judge_draft(rules, Draft(path, lambda: content)).outcome

    return fixes.fix_text(name, data, judged, unsafe)


# --- silent: nothing to fix -------------------------------------------------------------------

UNTOUCHED = [
    "全年完成投资一百万元。\n",
    "无换行结尾",
    "\n\n　　前后都有空行。\n\n\n",
    "搞好服务。\n",  # a suggestion that may change the meaning
    "截止目前的××。 # reportlint: disable-line until\n",
    "# reportlint: disable-file -- 截止目前,的的\n截止目前,的的\n",
    "```python\n截止目前,\n```\n",
]


@pytest.mark.parametrize("text", UNTOUCHED)
def test_untouched(rules: RulesetSelector, text: str) -> None:
    assert fixed(rules, text.encode()) == fixes.Fixed("draft.txt", text.encode(), text.encode(), 0)


# --- what is fixed ----------------------------------------------------------------------------

FIXED = [
    ("截止目前，全部完成。\n", "截至目前，全部完成。\n", 1),
    ("截止目前,全部完成", "截至目前，全部完成", 2),
    ("的的的的话", "的话", 3),  # each pass lays the next one bare
    ("截止目前\r\n截止现在\n截止目前\r截止现在", "截至目前\r\n截至现在\n截至目前\r截至现在", 4),
    ("好,\r\n\r\n", "好，\r\n\r\n", 1),
    (
        "一\u2028截止目前\x0b二\x0c截止目前\x85三\n截止目前",
        "一\u2028截至目前\x0b二\x0c截至目前\x85三\n截至目前",
        3,
    ),
    ("\ufeff\ufeff截止目前", "\ufeff\ufeff截至目前", 1),
    ("𠮷家截止目前,好", "𠮷家截至目前，好", 2),
    ("截止目前\0", "截至目前\0", 0),  # no text
    (
        "| 项目 | 进度 |\n|---|---|\n| 修路 | 截止目前,完成 |\n",
        "| 项目 | 进度 |\n|---|---|\n| 修路 | 截至目前，完成 |\n",
        2,
    ),
    ("截止目前 # reportlint: disable-line twice\n", "截至目前 # reportlint: disable-line twice\n", 1),
]


@pytest.mark.parametrize(("text", "expected", "edits"), [case for case in FIXED if case[2]])
def test_fixed(rules: RulesetSelector, text: str, expected: str, edits: int) -> None:
    done = fixed(rules, text.encode())
    assert (done.after.decode(), done.edits) == (expected, edits)


def test_with_unsafe_fixes(rules: RulesetSelector) -> None:
    done = fixed(rules, "截止目前，搞好服务。".encode(), unsafe=True)
    assert (done.after.decode(), done.edits) == ("截至目前，做好服务。", 2)


LONG = "今年以来，清溪镇把清明河道当作头等大事,先后清淤十七处，新筑护岸"
ENCODINGS = [
    ("utf-8", b"", "utf-8"),
    ("utf-8", BOM_UTF8, "utf-8-bom"),
    ("utf-16-le", BOM_UTF16_LE, "utf-16-le-bom"),
    ("utf-16-be", BOM_UTF16_BE, "utf-16-be-bom"),
    ("utf-16-le", b"", "utf-16-le"),
    ("utf-16-be", b"", "utf-16-be"),
    ("gbk", b"", "gb18030"),
    ("gb18030", b"\x84\x31\x95\x33", "gb18030-bom"),
]


@pytest.mark.parametrize(("codec", "bom", "name"), ENCODINGS, ids=[name for _, _, name in ENCODINGS])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", ""], ids=["lf", "crlf", "cr", "none"])
def test_encodings(rules: RulesetSelector, codec: str, bom: bytes, name: str, end: str) -> None:
    text = f"{LONG}。{end}截止目前，全部完成，的的确确。{end}"
    assert decode(bom + text.encode(codec)).encoding == name
    done = fixed(rules, bom + text.encode(codec))
    expected = text.replace("截止", "截至").replace(",", "，").replace("的的", "的")
    assert done.after == bom + expected.encode(codec)


TRADITIONAL = "上半年本鄉辦理各項工程共計三十二件，經費執行率達九成，民眾反映良好,持續改進當中。"


def test_a_line_that_was_joined(rules: RulesetSelector) -> None:
    """The end of a wrapped line is no obstacle; a fix that would run over it is left alone."""
    lines = [
        "清溪镇河道整治工作总结",
        "今年以来，清溪镇把清明河道当作头等大事,先后清淤十七处，新筑护岸",
        "三百米，参加义务劳动的干部群众约有一千二百人次，两岸的环境截止",
        "目前明显好转，群众交口称赞,巡河员每周巡查两次，发现问题随手登记,",
        "由水利站逐件核实，按期销号，全年共登记问题八十六件，销号八十五的",
        "的，剩下一件列入明年的计划。",
    ]
    done = fixed(rules, "\n".join(lines).encode())
    assert done.after.decode() == "\n".join(lines).replace(",", "，")
    assert done.edits == 3


# --- what is refused --------------------------------------------------------------------------

REFUSED = [
    (
        "截止目前，全部完成，各项工作进展顺利。\n".encode()
        + "另一行用国标码写成的文字内容，也不少。\n".encode("gbk"),
        "混用编码",
    ),
    ("全年工作总结如下，截止目前，全部完成。".encode()[:-1], "损坏的字节"),
    ("全年工作总结如下，各项任务进展顺利，截止目前，全部完成。\n".encode() * 9 + b"\xff\n", "损坏的字节"),
]


@pytest.mark.parametrize(("data", "message"), REFUSED)
def test_refused(rules: RulesetSelector, data: bytes, message: str) -> None:
    with refused(message):
        fixed(rules, data)


@pytest.mark.parametrize("start", ["{\\rtf1 ", "%PDF-1.4\n", "<html><body>"])
def test_what_would_be_of_another_format_afterwards(start: str) -> None:
    """An invisible character that is taken out stood before the first bytes of one."""
    with refused("别的格式"):
        api.fix(f"\u200b{start}第一站工作总结".encode(), "a.txt", api.choose(), unsafe=True)


def test_a_character_that_the_encoding_lacks(tmp_path: Path) -> None:
    simplified = RULES.replace("搞好, to: 做好", "良好, to: 挺不错的边缘")
    data = TRADITIONAL.replace(",", "，").encode("big5")
    assert decode(data).encoding == "big5"
    with refused("编码 big5 中没有“错”"):
        fixed(selector(tmp_path, rules=simplified), data, unsafe=True)


def test_what_would_be_read_in_another_encoding_afterwards(tmp_path: Path) -> None:
    """Two Cyrillic letters in UTF-8 are the bytes of 学习 in GB 2312."""
    rules = RULES.replace("的的, to: 的", "〇, to: ''")
    data = "ѧϰ〇".encode()
    assert decode(data).encoding == "utf-8"
    assert decode("ѧϰ".encode()).text == "学习"
    with refused("改后无法辨认编码"):
        fixed(selector(tmp_path, rules=rules), data)


def contrary(first: str, second: str) -> str:
    rule = "  - {{id: {0}, check: pattern, level: error, fix: safe, message: {{zh: 改, en: change}},\n     with: {{prefer: [{{from: {1}, to: {2}}}]}}}}\n"
    return (
        "id: x\ntitle: {zh: 试, en: try}\nrules:\n"
        + rule.format("one", first, second)
        + rule.format("two", second, first)
    )


def test_rules_that_contradict_each_other(tmp_path: Path) -> None:
    with refused("互相矛盾：two"):
        fixed(selector(tmp_path, rules=contrary("甲", "乙")), "某甲。".encode())


def test_a_rule_that_never_ends(tmp_path: Path) -> None:
    endless = selector(tmp_path, rules=contrary("丙", "丙丙").replace("丙丙, to: 丙", "戊, to: 己"))
    sizes = []

    def judged(path: str, content: bytes) -> FileOutcome:
        sizes.append(len(content))
        return judge_draft(endless, Draft(path, lambda: content)).outcome

    with refused("互相矛盾：one"):
        fixes.fix_text("draft.txt", ("丙" * 500).encode(), judged, unsafe=False)
    assert sizes == [1500, 3000, 6000, 12000], "no pass begins with more than 4 times the size and 10,000"


# --- properties -------------------------------------------------------------------------------

PIECES = ["截止目前", "截止现在", "好,", "的的", "的", "××", "搞好", "\n", "\r\n", "\r", "\u2028", "　", "**", "| ", "# ", "一、", "字𠮷",
          " # reportlint: disable-line until", "<!-- reportlint: disable-next-line -->\n", "```\n", "&nbsp;", "\t", "A"]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=24).map(
    lambda pieces: "清溪镇工作总结" + "".join(pieces)
)
codecs = st.sampled_from(["utf-8", "utf-8-bom", "utf-16-le-bom", "utf-16-be-bom", "gb18030"])


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(texts, codecs, st.booleans(), st.sampled_from(["draft.txt", "draft.md"]))
def test_twice_is_once_and_the_rest_stays(
    rules: RulesetSelector, text: str, codec: str, unsafe: bool, name: str
) -> None:
    data = encode(text, codec)
    if decode(data)[:2] != (text, codec):
        return  # too short to be told from another encoding
    once = fixed(rules, data, unsafe, name)
    twice = fixed(rules, once.after, unsafe, name)
    assert twice == fixes.Fixed(name, once.after, once.after, 0)
    assert decode(once.after).encoding == codec
    assert untouched(decode(once.after).text) == untouched(text)


def untouched(text: str) -> str:
    """A text without what the rules can change in it: what is left must be equal, line ends and all."""
    return re.sub("截[止至](?=目前|现在)|[,，]|的+|[搞做](?=好)", "", text)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.integers(1, 6), min_size=1, max_size=7),
    st.sampled_from(["{}、任务{}\n各项工作按期完成，群众满意。\n", "（{}）任务{}。按期完成。\n"]),
)
def test_renumbering_ends(numbering: RulesetSelector, numbers: list[int], form: str) -> None:
    """Mending one number may bring the next to light; in the end nothing is left to mend."""
    text = "清溪镇工作总结\n" + "".join(
        form.format("一二三四五六七八"[number - 1], at) for at, number in enumerate(numbers)
    )
    once = fixed(numbering, text.encode())
    assert fixed(numbering, once.after).edits == 0
    digits = "[一二三四五六七八]"
    assert re.sub(digits, "", once.after.decode()) == re.sub(digits, "", text)


@pytest.fixture(scope="module")
def numbering() -> RulesetSelector:
    return RulesetSelector(Selection(("numbering",)))


RENUMBERED = [
    ("一、甲\n二、乙\n二、丙\n四、丁", "一、甲\n二、乙\n三、丙\n四、丁"),
    ("一、甲\n三、乙\n三、丙\n四、丁", "一、甲\n二、乙\n三、丙\n四、丁"),
    ("一、甲\n三、乙\n四、丙", "一、甲\n三、乙\n四、丙"),  # an item may be missing: nobody knows
]


@pytest.mark.parametrize(("text", "expected"), RENUMBERED)
def test_renumbered(numbering: RulesetSelector, text: str, expected: str) -> None:
    head, body = "清溪镇工作总结\n", "\n各项任务都按期完成，群众反映良好，年内没有新增问题。\n"
    text, expected = (head + body.join(each.split("\n")) + body for each in (text, expected))
    assert fixed(numbering, text.encode()).after.decode() == expected


DRAFTS = {path.name: path.read_bytes() for path in sorted(EXAMPLES.glob("*.txt"))} | {
    name: FILES[name]() for name in ("utf8.txt", "gbk.txt", "utf16.txt", "wrapped.txt", "report.md")
}
DRAFTS["half-width.txt"] = FILES["utf8.txt"]().replace("，".encode(), b",")


@pytest.mark.parametrize("unsafe", [False, True])
def test_whole_drafts_fixed_once_stay_as_they_are(unsafe: bool) -> None:
    """Only lines with a suggestion change."""
    rules = RulesetSelector(Selection(("report-form", "gbt-15834")))
    changed = 0
    for name, before in DRAFTS.items():
        once = fixed(rules, before, unsafe, name)
        assert fixed(rules, once.after, unsafe, name).edits == 0
        old, new = (decode(data).text.split("\n") for data in (before, once.after))
        assert sum(one != other for one, other in zip(old, new, strict=True)) <= once.edits
        changed += once.edits
    assert changed > 0


# --- the file ---------------------------------------------------------------------------------

DRAFT = "截止目前，全部完成。\r\n"
MENDED = "截至目前，全部完成。\r\n"


def write(folder: Path, name: str = "draft.txt", text: str = DRAFT) -> Path:
    ruleset(folder)
    path = folder / name
    path.write_bytes(text.encode())
    return path


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return call("check", *arguments, "--ruleset", "living.yaml", cwd=folder)


def test_fixed_in_place(tmp_path: Path) -> None:
    path = write(tmp_path, text=f"{DRAFT}搞好服务。")
    done = check(tmp_path, "draft.txt", "--fix", "--fail-on", "warning")
    assert path.read_bytes().decode() == f"{MENDED}搞好服务。"
    assert "已修正 1 处（1 个文件）\n通过：1 个提示" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(os.listdir(tmp_path)) == [".git", "draft.txt", "living.yaml"]
    before = path.stat()
    again = check(tmp_path, "draft.txt", "--fix", "--lang", "en")
    assert "Fixed" not in again.stdout
    assert path.stat() == before


@pytest.mark.process
def test_said_in_english(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, "other.txt", "截止目前,好")
    assert "Fixed 3 in 2 files\n" in check(tmp_path, ".", "--fix", "--lang", "en").stdout


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_suggestions_that_need_a_look_are_mentioned(tmp_path: Path, option: str) -> None:
    """Else who asks for fixes would think that there are none."""
    path = tmp_path / "draft.txt"
    path.write_text("截止目前，完成三项。", "utf-8")
    done = call("check", path, option, "--ruleset", "report-form", "--isolated", cwd=tmp_path)
    said = "另有 1 处建议可能改变文意，看过以后可加 --unsafe-fixes 一并修正\n"
    assert said in (done.stderr if option == "--diff" else done.stdout)
    done = call("check", path, option, "--unsafe-fixes", "--ruleset", "report-form", cwd=tmp_path)
    assert "另有" not in done.stdout + done.stderr


@pytest.mark.parametrize("option", ["--fix", "--diff"])
@pytest.mark.parametrize(
    ("pages", "named"), [(1, "甲1.html：这种"), (5, "甲1.html、甲2.html、甲3.html等 5 个文件：这种")]
)
def test_who_asks_for_fixes_of_another_format_is_told_at_once(
    tmp_path: Path, option: str, pages: int, named: str
) -> None:
    """Not first of an option that does nothing for it, and once for a folder."""
    for number in range(1, pages + 1):
        page = f"<html><body><p>截止目前，完成{number}项。</p></body></html>"
        (tmp_path / f"甲{number}.html").write_text(page, "utf-8")
    done = call("check", ".", option, "--ruleset", "report-form", "--isolated", cwd=tmp_path)
    said = "".join((done.stdout + done.stderr).split())
    assert f"{named}格式不能直接修正".replace(" ", "") in said
    assert "--unsafe-fixes" not in said


@pytest.mark.process
def test_a_diff_writes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, text="一\n二\n截止目前，好\n四\n五\n六\n七\n八,")
    before = path.stat().st_mtime_ns, path.read_bytes()
    done = check(tmp_path, ".", "--diff")
    assert done.stdout == (
        "--- draft.txt\n+++ draft.txt\n@@ -1,8 +1,8 @@\n 一\n 二\n-截止目前，好\n+截至目前，好\n 四\n 五\n 六\n 七\n"
        "-八,\n\\ No newline at end of file\n+八，\n\\ No newline at end of file\n"
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before
    same = check(tmp_path, ".", "--diff", "--exit-zero")
    assert (same.returncode, same.stdout) == (0, done.stdout)
    check(tmp_path, ".", "--fix")
    done = check(tmp_path, ".", "--diff")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.process
@pytest.mark.skipif(shutil.which("patch") is None, reason="carries the difference out, and there is no patch")
@pytest.mark.parametrize("name", ["draft.txt", "年终 总结/第 一稿.txt", "第\t一 稿.txt", '"甲\\乙".txt'])
def test_a_diff_can_be_carried_out_by_patch(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    write(tmp_path, name, "一\n二\n截止目前，好\n四")
    changes = check(tmp_path, ".", "--diff").stdout
    subprocess.run(["patch", "-p0"], cwd=tmp_path, input=changes.encode(), check=True, capture_output=True)
    assert (tmp_path / name).read_bytes() == "一\n二\n截至目前，好\n四".encode()


@pytest.mark.process
def test_a_diff_says_what_it_leaves_out(tmp_path: Path) -> None:
    write(tmp_path, "draft.html", "<html><body><p>截止目前，全部完成。</p></body></html>")
    done = check(tmp_path, ".", "--diff")
    assert (done.returncode, done.stdout) == (0, "")
    assert "reportlint annotate --suggest" in done.stderr
    done = check(tmp_path, "nowhere.txt", "--diff")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("nowhere.txt：没有这个文件")


@pytest.mark.process
@pytest.mark.parametrize("program", [["patch", "--binary", "draft.txt"], ["git", "apply", "-p0"]])
@pytest.mark.parametrize("start", ["", "\ufeff", "\ufeff截止目前，好\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_diff_can_be_applied(tmp_path: Path, program: list[str], start: str, end: str) -> None:
    if shutil.which(program[0]) is None:
        pytest.skip(f"no {program[0]}")
    path = write(tmp_path, text=start + end.join(["一", "截止目前，好", "三", "好,"]))
    diff = subprocess.run(
        command("check", "draft.txt", "--diff", "--ruleset", "living.yaml"),
        cwd=tmp_path, capture_output=True, env=environment(), check=False,
    ).stdout  # fmt: skip
    subprocess.run(program, cwd=tmp_path, input=diff, check=True, capture_output=True)
    fixed = start.replace("截止", "截至") + end.join(["一", "截至目前，好", "三", "好，"])
    assert path.read_bytes().decode() == fixed


@pytest.mark.process
@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "gbk"])
def test_standard_input(tmp_path: Path, codec: str) -> None:
    """The text goes on to standard output, the report to standard error."""
    ruleset(tmp_path)
    text = f"{LONG}。\r\n截止目前，全部完成，投入××元。"
    done = subprocess.run(
        command("check", "-", "--fix", "--ruleset", "living.yaml"),
        cwd=tmp_path, input=text.encode(codec), capture_output=True, env=environment(), check=False,
    )  # fmt: skip
    assert done.stdout == text.replace(",", "，").replace("截止", "截至").encode(codec)
    assert "已修正 2 处" in done.stderr.decode()
    assert "有掩码" in done.stderr.decode()
    assert done.returncode == 1


@pytest.mark.process
@pytest.mark.parametrize(
    "data", ["没有问题。".encode(), b"\xff\xfe\xff", "截止目前，全部完成".encode()[:-1], b""]
)
def test_standard_input_is_never_lost(tmp_path: Path, data: bytes) -> None:
    ruleset(tmp_path)
    arguments = command("check", "-", "--fix", "--ruleset", "living.yaml")
    done = subprocess.run(
        arguments, cwd=tmp_path, input=data, capture_output=True, env=environment(), check=False
    )
    assert done.stdout == data


def test_standard_input_is_not_written_to_the_file_of_its_name(tmp_path: Path) -> None:
    path = write(tmp_path)
    arguments = ("check", "-", "--stdin-filename", "draft.txt", "--fix", "--ruleset", "living.yaml")
    assert call(*arguments, cwd=tmp_path, stdin=DRAFT.encode()).stdout == MENDED
    assert path.read_bytes().decode() == DRAFT


def test_what_is_declared_beside_is_left_alone(tmp_path: Path) -> None:
    path = write(tmp_path, text=f"{DRAFT}群众满意的的服务。")
    beside = "- rule: until\n  text: 截止目前\n  reason: 引用原文\n"
    (tmp_path / "draft.txt.reportlint.yml").write_text(beside, encoding="utf-8")
    check(tmp_path, "draft.txt", "--fix")
    assert path.read_bytes().decode() == f"{DRAFT}群众满意的服务。"


@pytest.mark.process
def test_another_format_is_left_alone(tmp_path: Path) -> None:
    page = "<html><body><p>截止目前，全部完成。</p></body></html>"
    path = write(tmp_path, "draft.html", page)
    done = check(tmp_path, ".", "--fix")
    assert path.read_text(encoding="utf-8") == page
    assert "reportlint annotate --suggest" in done.stdout


@pytest.mark.process
def test_what_the_baseline_knows_is_left_alone(tmp_path: Path) -> None:
    path = write(tmp_path)
    check(tmp_path, ".", "--write-baseline", "known.json")
    path.write_bytes(f"{DRAFT}截止现在，也好。".encode())
    check(tmp_path, ".", "--fix", "--baseline", "known.json")
    assert path.read_bytes().decode() == f"{DRAFT}截至现在，也好。"


@posix
def test_the_mode_stays_and_links_are_followed(tmp_path: Path) -> None:
    path = write(tmp_path)
    path.chmod(0o640)
    (tmp_path / "folder").mkdir()
    link = tmp_path / "folder" / "link.txt"
    link.symlink_to("../draft.txt")
    check(tmp_path, "folder/link.txt", "--fix")
    assert link.is_symlink()
    assert path.read_bytes().decode() == MENDED
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path / "folder") == ["link.txt"]


@pytest.mark.process
@posix
def test_a_read_only_file_is_an_error(tmp_path: Path) -> None:
    path = write(tmp_path)
    path.chmod(0o444)
    other = write(tmp_path, "other.txt")
    done = check(tmp_path, ".", "--fix")
    why = "文件是只读的，或没有写入权限。请先去掉只读属性，或另存一份再处理"
    assert done.stderr == f"draft.txt：没有修正，{why}\n"
    assert (done.returncode, path.read_bytes().decode(), other.read_bytes().decode()) == (2, DRAFT, MENDED)


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = write(tmp_path)
    path.write_bytes("改过了".encode())
    with refused("刚刚被别的程序改过"):
        fixing._write_file(
            fixes.Fixed(str(path), DRAFT.encode(), MENDED.encode(), 1), trees([str(path)]), force=False
        )
    assert path.read_bytes().decode() == "改过了"


KILLER = """
import os, signal, sys

met = set()

def stop(event, arguments):
    if event == os.environ["KILL_AT"] and os.path.basename(str(arguments[0])).startswith(".reportlint-"):
        met.add(arguments[0])
        if len(met) == 3:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(stop)
"""


@pytest.mark.process
@posix
@pytest.mark.parametrize("moment", ["open", "os.chmod", "os.rename"])
def test_killed_in_the_middle(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, moment: str) -> None:
    """Killed before the third file is written beside, closed, or put in its place: each is old or new, whole."""
    old, new = "截止目前，好。\n" * 200, "截至目前，好。\n" * 200
    for number in range(5):
        write(tmp_path, f"{number}.txt", old)
    hook = tmp_path_factory.mktemp("hook")
    (hook / "sitecustomize.py").write_text(KILLER)
    arguments = command("check", ".", "--fix", "--jobs", "1", "--ruleset", "living.yaml", "--quiet")
    path = f"{hook}{os.pathsep}{ROOT}"
    done = subprocess.run(
        arguments,
        cwd=tmp_path,
        env=environment(PYTHONPATH=path, KILL_AT=moment),
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    texts = [(tmp_path / f"{number}.txt").read_bytes().decode() for number in range(5)]
    assert texts == [new] * 2 + [old] * 3


# --- writing ----------------------------------------------------------------------------------


@posix
def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    atomic.replace(str(tmp_path / "new"), b"x")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


@pytest.mark.process
@posix
def test_a_device_stays_one(tmp_path: Path) -> None:
    atomic.replace(os.devnull, b"x")
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)
    os.mkfifo(tmp_path / "pipe")
    reader = subprocess.Popen(["cat", tmp_path / "pipe"], stdout=subprocess.PIPE)
    atomic.replace(str(tmp_path / "pipe"), b"x")
    assert reader.communicate()[0] == b"x"


def test_a_report_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "report.txt").write_text("旧的报告")
    (tmp_path / "report.txt").chmod(0o444)
    done = check(tmp_path, "draft.txt", "-o", "report.txt", "--force")
    assert (done.returncode, "无法写入 report.txt" in done.stderr) == (2, True)
    assert (tmp_path / "report.txt").read_text() == "旧的报告"


USAGE = [
    (["--unsafe-fixes"], "--unsafe-fixes 要与 --fix 或 --diff 一起用"),
    (["--diff", "-o", "report.txt"], "--diff 只显示改动，不出报告，不能与 --output-file 一起用"),
    (["--diff", "--output-format", "json"], "不能与 --output-format 一起用"),
    (["--diff", "--statistics"], "不能与 --statistics 一起用"),
]


@pytest.mark.process
@pytest.mark.parametrize(("arguments", "message"), USAGE)
def test_usage(tmp_path: Path, arguments: list[str], message: str) -> None:
    write(tmp_path)
    done = check(tmp_path, ".", *arguments)
    assert (done.returncode, message in done.stderr) == (2, True)
