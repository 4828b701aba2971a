"""Throw damaged files at the readers: nothing but a document or an `UnreadableError` may come out.

Run by hand, from the project's root: `python tests/fuzz.py --count 2000 [docx doc pdf ofd odt rtf html
md txt mht wordxml]`. Seeds are small files made here and any sample documents at hand. Packed formats are changed
in their bytes and, every second time, in the bytes of one part, packed anew. What a worker process does
with .pdf and .doc is run in batches, in a child process.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from lxml import etree

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from linter import readers
from linter.model.document import Document
from linter.model.errors import ConfigError, UnreadableError
from linter.readers import pdf
from linter.readers.support import doc_conversion
from tests.annotate.test_annotate import WRONG, answer
from tests.readers.test_readers_mht import archive
from tests.readers.test_readers_word_xml import LISTS, NUMBERED, flat, paragraph, run, word2003
from tests.support.fixed_pages import build_ofd, build_pdf, said
from tests.support.ooxml import docx, field, p, r, tbl, tc, tr

FORMATS = ("docx", "doc", "pdf", "ofd", "odt", "rtf", "html", "md", "txt", "mht", "wordxml")
SLOW = 5.0
"""Seconds that no file may take."""
ISOLATED = ("doc", "pdf")
ODD_VALUES = (
    "",
    "0",
    "-1",
    "99999999999",
    "1e400",
    "nan",
    "x",
    "../../x",
    "%1%2%9",
    "begin",
    "end",
    "separate",
    "甲",
)
BATCH = 100
ANYTHING = WRONG._replace(options={"prefer": (("[一-龥]{1,3}", "字"),)})
"""A rule that has something to say, and to change, nearly everywhere."""
GOOD = ("read", "refused", "contained")

TEXT = "关于上半年工作的总结\n一、总体情况\n截止6月底，完成12项。\n（一）存在问题\nXX单位\n"


def seeds(form: str) -> list[bytes]:
    """Whole files of a format."""
    samples = next((d / "shared/documents" for d in ROOT.parents if (d / "shared/documents").is_dir()), None)
    found = (
        []
        if samples is None
        else [f.read_bytes() for f in samples.rglob(f"*.{form}") if "bomb" not in f.name]
    )
    match form:
        case "docx":
            found.append(docx(p("一、总体") + p(field("REF x", "表")) + tbl(tr(tc(p(r("甲") + r("乙")))))))
        case "doc":
            found += [path.read_bytes() for path in sorted((ROOT / "tests/samples").glob("*.doc"))]
        case "pdf":
            found.append(build_pdf([(2, 0, "总体情况"), (0, 1, "截止6月底")]))
        case "ofd":
            found.append(build_ofd(said("总体情况", deltas="g 3 5")))
        case "rtf":
            found.append(
                rb"{\rtf1\ansi\ansicpg936{\*\x a}\pard \b\'d7\'dc\b0\par{\field{\*\fldinst P}{\fldrslt 1}}}"
            )
        case "html":
            found.append(f"<html><body><h1>{TEXT}</h1><table><tr><td>甲</table></body></html>".encode())
        case "mht":
            found += [archive("gb2312"), archive("utf-8", encoding="base64")]
        case "wordxml":
            note = f"<w:r><w:footnote>{paragraph(run('注'))}</w:footnote></w:r>"
            whole = docx(p("一、总体") + tbl(tr(tc(p("甲")))))
            found += [flat(whole), word2003(NUMBERED.format("总体") + paragraph(run("甲") + note), LISTS)]
        case "md":
            found.append(f"# {TEXT}\n- **甲**\n\n| a | b |\n|---|---|\n| 1 | `2` |\n".encode())
        case "txt":
            found += [TEXT.encode(code) for code in ("utf-8", "gb18030", "utf-16", "utf-16-be")]
    return found


def spoil(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few things done to them."""
    bytes_ = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(bytes_)) if bytes_ else 0
        match chance.randrange(5):
            case 0 | 1:
                bytes_[at : at + 1] = bytes((chance.randrange(256),))
            case 2:
                del bytes_[at : at + chance.randrange(1, 40)]
            case 3:
                bytes_[at:at] = bytes_[at : at + chance.randrange(1, 40)] * chance.choice((1, 2, 50))
            case 4:
                bytes_[at:at] = chance.choice(
                    (b"9" * 30, b"<", b"-1", b"\0", b"\xff\xff\xff\x7f", b"{", b"&#0;")
                )
    return bytes(bytes_)


def spoil_tree(data: bytes, chance: random.Random) -> bytes:
    """XML that stays XML: elements dropped, repeated, moved, their attributes and texts changed."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return spoil(data, chance)
    for _ in range(chance.choice((1, 2, 4, 16))):
        element, other = (chance.choice(list(root.iter("*"))) for _ in range(2))
        match chance.randrange(5):
            case 0 if element is not root:
                element.getparent().remove(element)
            case 1 if element is not root and sum(1 for _ in root.iter()) < 5000:
                element.addnext(deepcopy(element))
            case 2 if sum(1 for _ in root.iter()) < 5000:
                element.append(deepcopy(other))
            case 3 if element.attrib:
                element.set(chance.choice(element.keys()), chance.choice(ODD_VALUES))
            case 4:
                element.text = chance.choice(ODD_VALUES)
    return etree.tostring(root)


def spoil_part(data: bytes, chance: random.Random) -> bytes:
    """A zip with one of its parts spoilt, and otherwise whole."""
    try:
        with ZipFile(BytesIO(data)) as file:
            parts = {name: file.read(name) for name in file.namelist()}
    except (BadZipFile, zlib.error):
        return spoil(data, chance)
    chosen = chance.choice(sorted(parts))
    change = chance.choice((spoil, spoil_tree, spoil_tree))
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, change(content, chance) if name == chosen else content)
    return buffer.getvalue()


def cases(form: str, count: int, seed: int) -> list[bytes]:
    """Spoilt files, the same for the same seed."""
    chance = random.Random(f"{form} {seed}")
    whole = seeds(form)
    packed = form in ("docx", "ofd", "odt")
    finer = spoil_part if packed else spoil_tree if form == "wordxml" else spoil
    return [(finer if turn % 2 else spoil)(chance.choice(whole), chance) for turn in range(count)]


def attempt(form: str, data: bytes) -> str:
    """What became of a file: `read`, `refused`, or what went wrong."""
    start = time.perf_counter()
    try:
        document = readers.read(f"f.{form}", data)
        outcome = "read"
        for block in document.blocks:
            assert 0 <= block.start <= block.end <= len(document.text)
        for mark in document.marks:
            assert 0 <= mark.start <= mark.end <= len(document.text)
        document.text.encode()
        if document.format == "docx":
            rewrite(data, document)
    except (ConfigError, UnreadableError):
        outcome = "refused"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return outcome if time.perf_counter() - start < SLOW else "slow"


def rewrite(data: bytes, document: Document) -> None:
    """Judge the looks of a Word file and write comments into it: they must leave its text as it was."""
    assert document.page_layout is not None
    document.page_layout()
    answered = answer(data, rule=ANYTHING)
    assert readers.read("f.docx", answered.data).text.rstrip() == document.text.rstrip()
    answer(data, suggest=True, rule=ANYTHING)


def work(form: str, data: bytes) -> str:
    """As `attempt`, of what a worker process does with a file, in this process."""
    try:
        (pdf.extract if form == "pdf" else doc_conversion.convert)(data)
    except SystemExit:
        return "refused"
    except Exception:
        return "contained"  # the worker would have died of it, and the reader said so
    return "read"


def attempts(form: str, files: list[bytes], options: argparse.Namespace) -> Iterator[str]:
    """What became of each file; workers' formats a batch at a time, in a process that may crash."""
    if form not in ISOLATED:
        yield from (attempt(form, data) for data in files)
        return
    command = [sys.executable, __file__, form, "--count", str(options.count), "--seed", str(options.seed)]
    done = 0
    while done < len(files):
        try:
            output = subprocess.run(
                [*command, "--batch", str(done)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                timeout=BATCH, check=False,
            ).stdout  # fmt: skip
        except subprocess.TimeoutExpired as error:
            output = error.stdout or b""
        outcomes = output.decode().split()
        yield from outcomes
        done += len(outcomes)
        if done < len(files) and len(outcomes) < BATCH:  # this one crashed or hangs: is that contained?
            outcome = attempt(form, files[done])
            yield "contained" if outcome == "refused" else outcome
            done += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", default=FORMATS)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for the files that went wrong")
    parser.add_argument("--batch", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.batch is not None:
        form = options.formats[0]
        for data in cases(form, options.count, options.seed)[options.batch : options.batch + BATCH]:
            print(work(form, data), flush=True)
        return
    failed = [form for form in options.formats if report(form, options)]
    sys.exit(bool(failed))


def report(form: str, options: argparse.Namespace) -> bool:
    """Print how the files of a format fared; whether any did badly."""
    files = cases(form, options.count, options.seed)
    start = time.perf_counter()
    outcomes: Counter[str] = Counter()
    for data, outcome in zip(files, attempts(form, files, options), strict=True):
        outcomes[outcome] += 1
        if outcome not in GOOD and options.keep:
            (options.keep / f"{form}-{outcomes.total()}").write_bytes(data)
    print(f"{form}: {dict(outcomes)} in {time.perf_counter() - start:.0f} s", flush=True)
    return any(outcome not in GOOD for outcome in outcomes)


if __name__ == "__main__":
    main()
