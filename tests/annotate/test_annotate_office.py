"""Annotated files in LibreOffice: they open, every comment is there, and the text is what it was."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from linter.annotate.repack import repack
from linter.project.copies import is_annotated_copy
from linter.project.files import MAX_BYTES
from tests.annotate.test_annotate import PLACES, W, answer
from tests.samples.make import FILES
from tests.support.ooxml import box, control, docx, field, p, r, style, tbl, tc, tr
from tests.support.program import EXAMPLES, run

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.process,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Default Extension="xml" ContentType="application/xml"/>'
    f'<Default Extension="rels" ContentType="{_RELATIONS}"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_KIND}.footnotes+xml"/>'
    f'<Override PartName="/word/header1.xml" ContentType="{_KIND}.header+xml"/></Types>'
).encode()
_RICH = (
    p("关于上半年工作的总结")
    + p(r("截止6月底") + r('<w:footnoteReference w:id="2"/>') + r("，完成12项。"))
    + p(r("见") + field("REF _Ref1 \\h", "截止7月表") + r("和") + control(r("截止8月")) + r("等。"))
    + control(p("截止9月的控件"))
    + control(p("截止1月") + p("截止2月"))
    + control(tbl(tr(tc(p("截止3月")))))
    + p(r("甲") + box(p("截止4月的框")) + r("乙截止5月"))
    + tbl(tr(tc(p("截止6月")), tc(tbl(tr(tc(p("内截止7月")))) + p("")))) + p("")
    + p(f"<w:ins w:id='77' w:author='某'>{r('到截止8月')}</w:ins>" + f"<w:del w:id='78' w:author='某'>{r('x')}</w:del>")
    + '<w:sectPr><w:headerReference w:type="default" r:id="rHeader1"/></w:sectPr>'
)  # fmt: skip


def rich() -> bytes:
    notes = f'<w:footnote w:id="2">{p("截止9月的注")}</w:footnote>'
    return docx(_RICH, footnotes=notes, header1=p("截止1月的页眉"), styles=style("a", "Normal"))


def originals() -> dict[str, bytes]:
    """The files, by name, that are annotated here."""
    made = {f"place{number}": docx(body) for number, (_, body, _) in enumerate(PLACES)}
    found = {
        name: repack(data, {"[Content_Types].xml": _TYPES})
        for name, data in (made | {"rich": rich()}).items()
    }
    return found | {"report": FILES["report.docx"]()}


def test_libreoffice_shows_every_comment_and_the_same_text(tmp_path: Path) -> None:
    expected = {}
    for name, data in originals().items():
        done = answer(data)
        (tmp_path / f"{name}.docx").write_bytes(data)
        (tmp_path / f"{name}-after.docx").write_bytes(done.data)
        expected[name] = Counter(comment_texts(done.data))
    converted = convert(tmp_path)
    for name, texts in expected.items():
        before, after = converted[name], converted[f"{name}-after"]
        assert Counter(shown(after)) == texts + Counter(shown(before)), name
        assert paragraphs(after) == paragraphs(before), name


def test_libreoffice_opens_the_answers_to_a_folder_with_as_many_comments_as_are_told(tmp_path: Path) -> None:
    drafts, copies = tmp_path / "drafts", tmp_path / "copies"
    drafts.mkdir()
    for name in ("leftovers.txt", "missing.txt"):
        shutil.copy(EXAMPLES / name, drafts)
    (drafts / "report.docx").write_bytes(FILES["report.docx"]())
    done = run("annotate", drafts, "--output-dir", copies, "--isolated")
    told = dict(re.findall(r"([a-z]+)-批注\.docx：批注 (\d+) 处", done.stdout))
    assert (done.returncode, len(told)) == (0, 3)
    converted = convert(copies)
    for name, number in told.items():
        own = comment_texts((copies / f"{name}-批注.docx").read_bytes())
        assert sorted(text for text in shown(converted[f"{name}-批注"]) if text in own) == sorted(own)
        assert len(own) == int(number)


def test_libreoffice_opens_the_answer_to_a_plain_text(tmp_path: Path) -> None:
    output = tmp_path / "reviewed.docx"
    assert run("annotate", EXAMPLES / "leftovers.txt", "-o", output).returncode == 0
    after = convert(tmp_path)["reviewed"]
    assert sorted(shown(after)) == sorted(comment_texts(output.read_bytes()))
    lines = (EXAMPLES / "leftovers.txt").read_text("utf-8").split("\n")
    assert paragraphs(after) == [line for line in lines if line]


def test_a_copy_that_libreoffice_saved_is_still_known_as_one(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(answer(FILES["report.docx"]()).data)
    save(tmp_path, "docx", tmp_path / "saved")
    assert is_annotated_copy(str(tmp_path / "saved" / "a.docx"), MAX_BYTES)


def convert(folder: Path) -> dict[str, etree._Element]:
    """Every .docx of a folder as LibreOffice reads it, by name."""
    save(folder, "fodt", folder)
    return {path.stem: etree.parse(path).getroot() for path in folder.glob("*.fodt")}


def save(folder: Path, format: str, output: Path) -> None:
    """Let LibreOffice save every .docx of a folder in a format."""
    command = [
        OFFICE or "", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--convert-to", format, "--outdir", output, *sorted(folder.glob("*.docx")),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def comment_texts(data: bytes) -> list[str]:
    """The texts of our own comments."""
    root = etree.fromstring(ZipFile(BytesIO(data)).read("word/comments.xml"))
    own = (comment for comment in root if comment.get(f"{W}author") == "reportlint")
    return ["".join("".join(line.itertext()) for line in comment) for comment in own]


def shown(root: etree._Element) -> Iterator[str]:
    """The texts of the comments."""
    for comment in root.iter(f"{_OFFICE}annotation"):
        yield "".join("".join(line.itertext()) for line in comment.iter(f"{_TEXT}p"))


def paragraphs(root: etree._Element) -> list[str]:
    """The texts of the paragraphs that have one, the comments left out."""
    for comment in list(root.iter(f"{_OFFICE}annotation")):
        tail, comment.tail = comment.tail, None
        comment.clear()
        comment.tail = tail
    body = root.find(f"{_OFFICE}body")
    assert body is not None
    texts = ("".join(line.itertext()) for line in body.iter(f"{_TEXT}p", f"{_TEXT}h"))
    return [text for text in texts if text]
