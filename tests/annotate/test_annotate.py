"""Comments and tracked changes in Word files: what they stand at, and that nothing else is touched."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from linter import readers
from linter.annotate import AnnotatedFile, Options, annotate
from linter.annotate.changes import narrowed
from linter.annotate.plan import MAX_COMMENTS
from linter.annotate.repack import repack
from linter.engine import judge
from linter.model.errors import ConfigError, UnreadableError
from linter.model.message import Message
from linter.model.rules import Rule, Ruleset
from tests.support.ooxml import CHUNK, box, control, docx, field, numbered, p, r, t, tbl, tc, tr
from tests.support.ooxml import level as list_level
from tests.support.ooxml import lists as list_part
from tests.support.packing import with_backslashes
from tests.support.words import lists, outline

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WRONG = Rule(
    "wrong-word",
    "pattern",
    "warning",
    Message("写作“{suggestion}”", "write “{suggestion}”"),
    {"prefer": (("截止(\\d)", "截至\\1"), ("丙丁", "庚"), ("删去", ""))},
    why=Message("因为", "because"),
    source="示例",
    fix="safe",
)


def answer(data: bytes, name: str = "d.docx", suggest: bool = False, rule: Rule = WRONG) -> AnnotatedFile:
    """A file judged by one rule, with its comments."""
    document = readers.read(name, data)
    prepared = judge.prepare(Ruleset("example", Message("", ""), rules=(rule,), words=lists()))
    file = judge.judge(document, outline(document), prepared).outcome
    options = Options("zh", "2024-07-01T08:00:00Z", suggest)
    return annotate(name, data, file, {rule.id: rule}, prepared.lines, options)


def xml(data: bytes, part: str = "word/document.xml") -> Any:
    return etree.fromstring(ZipFile(BytesIO(data)).read(part))


def comments(data: bytes) -> dict[str, list[str]]:
    """The comments by number, a text for each paragraph; those on the checklist left out."""
    found = {
        comment.get(f"{W}id"): ["".join(line.itertext()) for line in comment]
        for comment in xml(data, "word/comments.xml")
        if comment.get(f"{W}author") == "reportlint"
    }
    return {number: lines for number, lines in found.items() if not lines[0].startswith("检查清单")}


def said(data: bytes) -> str:
    """The body with `[` and `]` where the range of a comment on a finding begins and ends, `*` for its
    reference, `{` and `}` around content controls, `/` between paragraphs."""
    signs = {"commentRangeStart": "[", "commentRangeEnd": "]", "commentReference": "*"}
    numbers = comments(data)
    words: list[str] = []

    def walk(node: Any) -> None:
        tag = etree.QName(node).localname
        if tag in signs and node.get(f"{W}id") in numbers:
            words.append(signs[tag])
        elif tag in ("t", "delText"):
            words.append(node.text or "")
        for inner in node:
            if tag == "sdt" and inner.tag == f"{W}sdtContent":
                words.append("{")
            walk(inner)
        if tag in ("p", "sdt"):
            words.append("/" if tag == "p" else "}")

    walk(xml(data).find(f"{W}body"))
    return "".join(words)


# --- where the comments stand ---------------------------------------------------------------------

PLACES: list[tuple[str, str, str]] = [
    ("whole run", p("截止9月底"), "[截止9]*月底/"),
    ("within a run", p("到截止9月底"), "到[截止9]*月底/"),
    ("across runs", p(r("到截") + r("止", "<w:b/>") + r("9月")), "到[截止9]*月/"),
    ("two texts in a run", p(r(t("到截") + t("止9") + t("月"))), "到[截止9]*月/"),
    ("behind a tab", p(r(t("一") + "<w:tab/>" + t("截止9月"))), "一[截止9]*月/"),
    (
        "paragraphs of one run, parted by line breaks",
        p(r(t("一、到截止9月。") + "<w:br/>" + t("二、截止8") + "<w:br/>" + t("三、截止7月"))),
        "一、到[截止9]*月。二、[截止8]*三、[截止7]*月/",
    ),
    ("twice", p("截止9，截止8"), "[截止9]*，[截止8]*/"),
    ("side by side", p("截止9截止8"), "[截止9]*[截止8]*/"),
    ("in a link", p(r("见") + f"<w:hyperlink>{r('截止9月')}</w:hyperlink>"), "见[截止9]月*/"),
    ("in inserted text", p(f"<w:ins>{r('到截止9月')}</w:ins>"), "到[截止9]月*/"),
    ("around a field", p(r("到") + field("DATE", "截止9月") + r("底")), "到[截止9月]*底/"),
    ("into a field", p(r("到截止") + field("PAGE", "9") + r("底")), "到[截止9]*底/"),
    (
        "a simple field",
        p(r("到") + f"<w:fldSimple w:instr='DATE'>{r('截止9月')}</w:fldSimple>"),
        "到[截止9月]*/",
    ),
    ("a control in a line", p(r("到") + control(r("截止9月")) + r("底")), "到[{截止9月}]*底/"),
    ("a control of paragraphs", p("前文") + control(p("截止9月")), "[前文]*/{截止9月/}"),
    ("a control first", control(p("截止9月")) + p("后文"), "{截止9月/}[后文]*/"),
    ("nothing but a control", control(p("截止9月")), "[]*/{截止9月/}"),
    ("a cell", tbl(tr(tc(p("甲")), tc(p("截止9月")))), "甲/[截止9]*月/"),
    ("a text box", p("标题") + p(r("甲") + box(p("截止9月"))), "标题/[甲截止9月/截止9月/]*/"),
]


@pytest.mark.parametrize(
    ("body", "expected"), [case[1:] for case in PLACES], ids=[case[0] for case in PLACES]
)
def test_a_comment_stands_at_its_characters(body: str, expected: str) -> None:
    assert said(answer(docx(body)).data) == expected


def test_a_comment_on_a_table_of_contents_stands_before_it() -> None:
    options = {"kind": "mark", "marks": ("broken-reference",)}
    said_of_it = Message("失效", "broken")
    rule = Rule("broken", "placeholder", "error", said_of_it, options, words=lists())
    body = p("标题") + p(field("TOC \\o", "未找到目录项。")) + p("正文")
    assert said(answer(docx(body), rule=rule).data) == "[标题]*/未找到目录项。/正文/"


@pytest.mark.parametrize("kind", ["header1", "footnotes"])
def test_a_comment_on_a_header_or_note_stands_in_the_body(kind: str) -> None:
    reference = r('<w:footnoteReference w:id="2"/>') if kind == "footnotes" else ""
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rHeader1"/></w:sectPr>'
    notes = f'<w:footnote w:id="2">{p("截止9月")}</w:footnote>'
    parts = {"header1": p("截止9月")} if kind == "header1" else {"footnotes": notes}
    body = p("标题") + p(r("正文") + reference) + (section if kind == "header1" else "")
    done = answer(docx(body, **parts))
    assert said(done.data) == {"header1": "[标题]*/正文/", "footnotes": "标题/正文[]*/"}[kind]
    (lines,) = comments(done.data).values()
    assert lines[0] == {"header1": "页眉中的“截止9”：", "footnotes": "注释中的“截止9”："}[kind]


def test_a_comment_says_what_why_and_by_which_rule() -> None:
    (lines,) = comments(answer(docx(p("截止9月"))).data).values()
    assert lines == ["警告：写作“截至9”", "建议改为：截至9", "为什么：因为", "规则：wrong-word（示例）"]


def test_the_checklist_stands_at_the_title() -> None:
    data = answer(docx(p("关于上半年工作的总结") + p("一、总体情况") + p("完成了任务。"))).data
    (comment,) = xml(data, "word/comments.xml")
    assert "".join(comment[0].itertext()) == "检查清单（规则集 example）"
    start = xml(data).find(f".//{W}commentRangeStart")
    assert start.get(f"{W}id") == comment.get(f"{W}id")
    assert "".join(start.getparent().itertext()) == "关于上半年工作的总结"


def test_existing_comments_stay_and_numbers_are_fresh() -> None:
    body = p('<w:commentRangeStart w:id="0"/>' + r("甲") + '<w:commentRangeEnd w:id="0"/>' + r("截止9月"))
    theirs = '<w:comment w:id="0" w:author="某"><w:p/></w:comment>'
    data = answer(docx(body, comments=theirs)).data
    numbers = [comment.get(f"{W}id") for comment in xml(data, "word/comments.xml")]
    assert len(numbers) == len(set(numbers)) == 3


def test_of_an_earlier_answer_what_nobody_took_up_is_replaced() -> None:
    once = answer(docx(p("甲") + p("到截止9月"))).data
    again = answer(once)
    assert said(again.data) == "甲/到[截止9]*月/"
    assert undone(again.data) == canonical(xml(docx(p("甲") + p("到截止9月"))))


def test_an_earlier_comment_with_a_reply_stays() -> None:
    first, second = (
        p(words).replace("<w:p>", f'<w:p w14:paraId="{number}">') for words, number in ("甲A", "乙B")
    )
    ours = f'<w:comment w:id="0" w:author="reportlint">{first}</w:comment>'
    reply = f'<w:comment w:id="1" w:author="某">{second}</w:comment>'
    extended = '<w15:commentEx w15:paraId="A"/><w15:commentEx w15:paraId="B" w15:paraIdParent="A"/>'
    kept = answer(docx(p("截止9月"), comments=ours + reply, commentsExtended=extended)).data
    assert len(xml(kept, "word/comments.xml")) == 4
    assert len(xml(answer(docx(p("截止9月"), comments=ours)).data, "word/comments.xml")) == 2


def test_too_many_comments_are_cut_short() -> None:
    done = answer(docx(p("截止9，" * (MAX_COMMENTS + 5))))
    assert done.comments == MAX_COMMENTS + 1
    assert list(comments(done.data).values())[-1][0].startswith("问题太多，还有 6 处")


# --- nothing else is touched ----------------------------------------------------------------------


def undone(data: bytes) -> bytes:
    """The main part with our markers and changes taken out again, in canonical form."""
    root = xml(data)
    ours = set(
        xml(data, "word/comments.xml").xpath(
            "//w:comment[@w:author='reportlint']/@w:id", namespaces={"w": W[1:-1]}
        )
    )
    for node in list(root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")):
        if node.get(f"{W}id") in ours:
            remove(node.getparent() if node.tag == f"{W}commentReference" else node)
    settle_changes(root, accept=False)
    return canonical(root)


def settle_changes(root: Any, accept: bool) -> None:
    """Accept or reject our changes."""
    gone, kept = (f"{W}del", f"{W}ins") if accept else (f"{W}ins", f"{W}del")
    for node in [node for node in root.iter(gone, kept) if node.get(f"{W}author") == "reportlint"]:
        if node.tag == kept:
            for inner in node:
                node.addprevious(inner)
        remove(node)
    for node in root.iter(f"{W}delText"):
        if not any(outer.tag == f"{W}del" for outer in node.iterancestors()):
            node.tag = f"{W}t"


def remove(node: Any) -> None:
    """Take an element out; the blanks behind it stay."""
    before, parent = node.getprevious(), node.getparent()
    if node.tail and before is not None:
        before.tail = (before.tail or "") + node.tail
    elif node.tail:
        parent.text = (parent.text or "") + node.tail
    parent.remove(node)


def canonical(root: Any) -> bytes:
    """The canonical form, neighbouring runs of the same looks made one."""
    for paragraph in root.iter(f"{W}p"):
        for holder in {run.getparent() for run in paragraph.iter(f"{W}r")}:
            runs = list(holder)
            for first, second in reversed(list(pairwise(runs))):
                if first.tag == second.tag == f"{W}r" and not first.tail and looks(first) == looks(second):
                    first.tail = second.tail
                    first.extend([node for node in second if node.tag != f"{W}rPr"])
                    holder.remove(second)
    for run in root.iter(f"{W}r"):
        for first, second in reversed(list(pairwise(list(run)))):
            if first.tag == second.tag == f"{W}t" and not first.tail:
                first.text = (first.text or "") + (second.text or "")
                first.tail = second.tail
                run.remove(second)
    for text in root.iter(f"{W}t"):
        text.set(SPACE, "preserve")
    return etree.tostring(root, method="c14n2")


def looks(run: Any) -> bytes:
    properties = run.find(f"{W}rPr")
    return b"" if properties is None else etree.tostring(properties, with_tail=False)


PRETTY = p(r("到截止9月") + "\n  " + r("<w:rPr>\n <w:b/></w:rPr>\n" + t("又截止8月") + "\n")) + "\n"
BODIES = [case[1] for case in PLACES if "a control" not in case[0] or "paragraphs" in case[0]] + [PRETTY]


@pytest.mark.parametrize("suggest", [False, True])
@pytest.mark.parametrize("body", BODIES)
def test_with_the_edits_undone_the_part_is_the_same(body: str, suggest: bool) -> None:
    data = docx(body)
    done = answer(data, suggest=suggest)
    assert undone(done.data) == canonical(xml(data))


def test_no_other_entry_changes() -> None:
    data = docx(p("截止9月"), extra={"word/media/image1.png": b"\x89PNG" * 99, "docProps/app.xml": "<a/>"})
    done = answer(data).data
    before, after = records(data), records(done)
    edited = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert [name for name in after if name in before] == list(before)
    assert set(after) - set(before) == {"word/comments.xml"}
    assert {name for name in before if before[name] != after[name]} == edited
    assert ZipFile(BytesIO(done)).testzip() is None


def test_an_answer_to_a_file_with_backslashes_in_its_names_can_be_answered_again() -> None:
    data = with_backslashes(docx(p("截止9月")))
    done = answer(answer(data).data).data
    assert len(comments(done)) == 1
    assert set(records(data)) < set(records(done))


def records(data: bytes) -> dict[str, bytes]:
    """The entries as they lie in the file, with their headers, in its order."""
    with ZipFile(BytesIO(data)) as file:
        entries = file.infolist()
        ends = [*(entry.header_offset for entry in entries[1:]), file.start_dir]
    return {entry.filename: data[entry.header_offset : end] for entry, end in zip(entries, ends, strict=True)}


def streamed() -> bytes:
    """A zip written to a pipe: sizes come after the data; one entry claims to be larger than 4 GB can say."""

    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

        def seek(self, *_: int) -> int:
            raise OSError

    pipe = Pipe()
    with ZipFile(pipe, "w", ZIP_STORED) as file:
        file.comment = "末尾".encode()
        with file.open("第一", "w", force_zip64=True) as entry:
            entry.write(b"1" * 50)
        file.writestr("b", b"2" * 50)
    return pipe.getvalue()


def test_a_streamed_zip_is_repacked() -> None:
    data = streamed()
    with ZipFile(BytesIO(repack(data, {"b": b"new", "c": b"more"}))) as file:
        assert file.testzip() is None
        assert {name: file.read(name) for name in file.namelist()} == {
            "第一": b"1" * 50,
            "b": b"new",
            "c": b"more",
        }
        assert file.comment == "末尾".encode()


# --- suggestions ----------------------------------------------------------------------------------

SUGGESTED: list[tuple[str, str, str]] = [
    ("in one run", p("到截止9月底"), "到截至9月底"),
    ("at the end", p("前丙丁"), "前庚"),
    ("to nothing", p("请删去它"), "请它"),
    (
        "paragraphs of one run, parted by line breaks",
        p(r(t("一、到截止9月。") + "<w:br/>" + t("二、截止8") + "<w:br/>" + t("三、截止7月"))),
        "一、到截至9月。二、截至8三、截至7月",
    ),
    ("twice", p("截止9，截止8"), "截至9，截至8"),
    ("across runs", p(r("到截") + r("止", "<w:b/>") + r("9月")), "到截至9月"),
    ("not in a field", p(r("到") + field("DATE", "截止9月")), "到截止9月"),
    ("not in a link", p(f"<w:hyperlink>{r('截止9月')}</w:hyperlink>"), "截止9月"),
    ("not in a control", p(r("到") + control(r("截止9月"))), "到截止9月"),
    ("not in inserted text", p(f"<w:ins w:author='某'>{r('截止9月')}</w:ins>"), "截止9月"),
    ("not over a note's sign", p(r(t("丙") + '<w:footnoteReference w:id="2"/>' + t("丁"))), "丙丁"),
]


@pytest.mark.parametrize(
    ("body", "expected"), [case[1:] for case in SUGGESTED], ids=[case[0] for case in SUGGESTED]
)
def test_accepted_the_suggestion_rejected_the_original(body: str, expected: str) -> None:
    done = answer(docx(body), suggest=True)
    accepted, rejected = xml(done.data), xml(done.data)
    settle_changes(accepted, accept=True)
    settle_changes(rejected, accept=False)
    assert words(accepted) == expected
    assert words(rejected) == words(xml(docx(body)))
    assert readers.read("d.docx", done.data).text.replace("\n", "") == expected


def words(root: Any) -> str:
    return "".join(text.text or "" for text in root.iter(f"{W}t"))


def test_a_tracked_change_keeps_the_looks_and_bears_a_name() -> None:
    root = xml(answer(docx(p(r("到截止9月", "<w:b/>"))), suggest=True).data)
    (inserted,) = root.iter(f"{W}ins")
    assert inserted.get(f"{W}author") == "reportlint"
    assert inserted.get(f"{W}date") == "2024-07-01T08:00:00Z"
    assert inserted.find(f"{W}r/{W}rPr/{W}b") is not None
    assert words(inserted) == "至"


FORMATTED = '<w:b/><w:rPrChange w:id="7" w:author="某"><w:rPr/></w:rPrChange>'


@pytest.mark.parametrize("suggest", [False, True])
@pytest.mark.parametrize(
    "body",
    [
        p(r("前截止9月后", FORMATTED)),
        p(r("丙丁，丙丁。", FORMATTED)) + p(r("截止8", FORMATTED.replace("7", "8"))),
        p(r(t("丙丁") + "<w:br/>" + t("二、截止8"), FORMATTED)),
    ],
)
def test_no_two_tracked_changes_have_the_same_id(body: str, suggest: bool) -> None:
    """Those of the format of a run that is split, above all."""
    root = xml(answer(docx(body), suggest=suggest).data)
    numbers = [node.get(f"{W}id") for node in root.iter(f"{W}rPrChange", f"{W}ins", f"{W}del")]
    assert None not in numbers
    assert len(numbers) == len(set(numbers)) > 1
    assert not [node for one in root.iter(f"{W}ins") for node in one.iter(f"{W}rPrChange")]


def test_a_comment_on_text_of_a_file_that_is_inserted_says_where_it_stands() -> None:
    done = answer(docx(p("甲") + CHUNK, inserted="<p>到截止9月</p>")).data
    assert [lines[0] for lines in comments(done).values()] == ["内容控件、图示或插入的文件中的“截止9”："]


def test_only_safe_suggestions_are_written() -> None:
    done = answer(docx(p("截止9月")), suggest=True, rule=WRONG._replace(fix="unsafe"))
    assert done.changes == 0
    assert not list(xml(done.data).iter(f"{W}ins", f"{W}del"))


@pytest.mark.parametrize(
    ("body", "safe", "words"),
    [
        (p("到截止9月"), True, ""),
        (p("截止9月，截止8月"), False, "另有 2 处建议没有写成修订：2 处可能改变文意"),
        (
            p(r("到") + field("DATE", "截止9月")) + p("截止8月"),
            True,
            "另有 1 处建议没有写成修订：1 处在链接、域",
        ),
    ],
)
def test_what_was_not_suggested_is_said_with_the_reason(body: str, safe: bool, words: str) -> None:
    done = answer(docx(body), suggest=True, rule=WRONG if safe else WRONG._replace(fix="unsafe"))
    assert "".join(note.zh for note in done.notes).startswith(words)
    assert bool(words) == bool(done.notes)
    assert not answer(docx(body)).notes


@given(old=st.text("甲乙丙", min_size=1), new=st.text("甲乙丙"))
def test_a_change_is_narrowed_to_what_differs(old: str, new: str) -> None:
    text = f"前{old}后"
    start, end, inner = narrowed(1, old, new)
    assert start < end
    assert text[:start] + inner + text[end:] == f"前{new}后"


@settings(deadline=None, max_examples=40)
@given(runs=st.lists(st.text("截止9丙丁 ", min_size=1, max_size=4), min_size=1, max_size=6))
def test_any_split_into_runs_can_be_undone(runs: list[str]) -> None:
    body = p("前") + p("".join(map(r, runs)) + r("后"))
    done = answer(docx(body), suggest=True)
    assert undone(done.data) == canonical(xml(docx(body)))


# --- files that are special -----------------------------------------------------------------------


def strict(data: bytes) -> bytes:
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    main = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    main = main.replace(usual, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    for kind, name in (("officeDocument/2006/relationships", "officeDocument/relationships"),
                       ("officeDocument/2006/math", "officeDocument/math"), ("drawingml/2006/", "drawingml/")):  # fmt: skip
        main = main.replace(f"http://schemas.openxmlformats.org/{kind}", f"http://purl.oclc.org/ooxml/{name}")
    return repack(data, {"word/document.xml": main.encode()})


def test_a_strict_file_stays_strict() -> None:
    data = strict(docx(p("截止9月")))
    done = answer(data).data
    assert readers.read("d.docx", done).text == "截止9月"
    main, written = (ZipFile(BytesIO(done)).read(f"word/{name}.xml") for name in ("document", "comments"))
    assert b"commentReference" in main
    assert b"schemas.openxmlformats.org/wordprocessingml" not in main + written


def test_strict_and_signed_files_take_no_changes() -> None:
    for data in (strict(docx(p("截止9月"))), docx(p("截止9月"), extra={"_xmlsignatures/sig1.xml": "<a/>"})):
        with pytest.raises(ConfigError):
            answer(data, suggest=True)
        assert answer(data).comments == 2


def test_a_signed_file_loses_its_signature_and_this_is_said() -> None:
    done = answer(docx(p("截止9月"), extra={"_xmlsignatures/sig1.xml": "<a/>"}))
    assert [note.zh for note in done.notes] == ["文件有数字签名，加批注后签名失效"]


@pytest.mark.parametrize(("kind", "suffix"), [("document", ".docx"), ("document.macroEnabled", ".docm"),
                                              ("template", ".dotx"), ("macroEnabledTemplate", ".dotm")])  # fmt: skip
def test_the_suffix_fits_the_content(kind: str, suffix: str) -> None:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="application/x.{kind}.main+xml"/></Types>'
    )
    data = repack(docx(p("截止9月")), {"[Content_Types].xml": types.encode()})
    assert answer(data).suffix == suffix


DRAFTS: list[tuple[str, Callable[[], bytes]]] = [
    ("d.txt", "工作总结\n\n　　到截止9月底\v<b>&\n第二段截止8".encode),
    ("d.md", "# 工作总结\n\n- 到**截止9**月底\n\n| 甲 | 截止8 |\n|---|---|\n| 乙 | 丙 |\n".encode),
    (
        "d.html",
        "<html><body><h1>工作总结</h1><ol><li>到截止9月底</li></ol><p>截止8</p></body></html>".encode,
    ),
]


@pytest.mark.parametrize(("name", "data"), DRAFTS, ids=[case[0] for case in DRAFTS])
def test_of_another_format_a_word_file_is_made(name: str, data: Callable[[], bytes]) -> None:
    done = answer(data(), name, suggest=True)
    assert set(marked(done.data)) == {"截止9", "截止8"}
    assert "不是 Word 文档" in done.notes[0].zh
    assert done.suffix == ".docx"


def marked(data: bytes) -> Iterable[str]:
    """The original text within each comment on a finding."""
    root = xml(data)
    settle_changes(root, accept=False)
    for number in comments(data):
        (start,) = root.xpath(f"//w:commentRangeStart[@w:id='{number}']", namespaces={"w": W[1:-1]})
        between = []
        for node in start.itersiblings():
            if node.tag == f"{W}commentRangeEnd" and node.get(f"{W}id") == number:
                break
            between.append(words(node))
        yield "".join(between)


def test_generated_numbers_are_text_in_a_file_made() -> None:
    data = docx(
        p("截止9月", numbered(1)),
        numbering=list_part({0: list_level(0, "chineseCounting", "%1、")}, {1: (0, "")}),
    )
    assert said(answer(data).data) == "[截止9]*月/"
    html = "<html><body><ol><li>截止9月</li></ol></body></html>".encode()
    assert "截止9" in marked(answer(html, "d.html").data)


def test_untouched_entries_are_not_even_read() -> None:
    data = docx(p("截止9月"), extra={"word/media/a.png": b"x" * 9})
    entry = records(data)["word/media/a.png"]
    spoilt = data.replace(entry, entry[:-2] + b"\0\0")
    assert records(answer(spoilt).data)["word/media/a.png"] == entry[:-2] + b"\0\0"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("d.txt", b"# reportlint: disable-file wrong-word\n"),
        ("d.html", b"<html><body><!-- reportlint: disable-file --></body></html>"),
    ],
)
def test_a_file_of_directives_alone_has_nothing_to_comment_on(name: str, data: bytes) -> None:
    with pytest.raises(UnreadableError, match="nothing but directives"):
        answer(data, name)
