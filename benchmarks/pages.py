"""How many paragraphs of a PDF are put together right: `python benchmarks/pages.py`.

Invented reports are set in many looks, made PDFs by LibreOffice (`soffice`) with a Chinese font, and read
again. Printed is for each look how many paragraphs come back as they went in, how many came back in
pieces, and how many run together with others.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from texts import reports

from linter import readers


class Look(NamedTuple):
    """How a report is set; lengths in points, page and margins in centimetres."""

    page: tuple[float, float] = (21.0, 29.7)
    margin: float = 2.7
    size: float = 16
    line: float = 28
    indent: float = 2
    """Of the first line, in characters."""
    space: float = 0
    """Between paragraphs."""
    align: str = "justify"
    columns: int = 1
    inset: float = 0
    """By how many characters every third paragraph stands in, on both sides."""
    header: str = ""


SMALL = Look(size=10.5, line=16)
LOOKS = {
    "official": (Look(),),
    "ragged": (Look(align="start"),),
    "no indent, space between": (Look(size=12, line=20, indent=0, space=10, align="start"),),
    "small print": (SMALL,),
    "two columns": (SMALL._replace(columns=2, margin=2),),
    "two columns, ragged": (SMALL._replace(columns=2, margin=2, align="start"),),
    "quotations": (Look(inset=3),),
    "quotations, ragged": (Look(inset=3, align="start"),),
    "headers": (Look(header="青槐镇资料选编"),),
    "landscape appendix": (Look(), Look(page=(29.7, 21.0))),
    "appendix with other margins": (Look(), Look(margin=4.4)),
    "appendix in small print": (Look(), SMALL, Look()),
}
_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("style", "style"), ("text", "text"),
                         ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"))
)  # fmt: skip


class Score(NamedTuple):
    """What became of the paragraphs of one look."""

    right: int
    total: int
    cut: int
    run_together: int


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--font", default="AR PL UMing CN", help="a Chinese font that LibreOffice finds")
    parser.add_argument("--reports", type=int, default=3, help="how many are set in each look")
    options = parser.parse_args()
    scores = dict(measure(options.font, options.reports))
    for name, score in scores.items():
        lost = f"cut {score.cut:3}  run together {score.run_together:3}"
        print(f"{name:30}{score.right:5} of {score.total:4}  {lost}")
    right, total = (sum(column) for column in list(zip(*scores.values(), strict=True))[:2])
    print(f"{'all':30}{right:5} of {total:4}")


def measure(font: str, count: int) -> Iterator[tuple[str, Score]]:
    """The score of each look, `count` reports set in each of its runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        given = [list(_texts(number, len(runs), count)) for number, runs in enumerate(LOOKS.values())]
        for number, (runs, texts) in enumerate(zip(LOOKS.values(), given, strict=True)):
            source = flat_odt(list(zip(runs, texts, strict=True)), font)
            (folder / f"{number}.fodt").write_text(source, "utf-8")
        _convert(folder)
        for number, look in enumerate(LOOKS):
            path = folder / f"{number}.pdf"
            document = readers.read(path.name, path.read_bytes())
            blocks = (block for block in document.blocks if block.kind == "paragraph")
            found = [document.text[block.start : block.end] for block in blocks]
            yield look, score([text for texts in given[number] for text in texts], found)


def _convert(folder: Path) -> None:
    """Make a PDF of each flat ODT in a folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    quiet = subprocess.DEVNULL
    subprocess.run([*command, *folder.glob("*.fodt")], check=True, stdout=quiet, stderr=quiet, timeout=300)


def _texts(seed: int, runs: int, count: int) -> Iterator[list[str]]:
    """The paragraphs of each run."""
    made = reports((seed + 1) * runs * count)[-runs * count :]
    for run in range(runs):
        yield [
            line for report in made[run * count : (run + 1) * count] for line in report.splitlines() if line
        ]


def score(given: Sequence[str], found: Sequence[str]) -> Score:
    """What became of some paragraphs; spaces do not count."""
    wanted = Counter(re.sub(r"\s", "", text) for text in given)
    got = Counter(re.sub(r"\s", "", text) for text in found)
    missed = list((wanted - got).elements())
    pieces = list((got - wanted).elements())
    cut = sum(any(piece in text for piece in pieces) for text in missed)
    return Score(len(given) - len(missed), len(given), cut, len(missed) - cut)


def flat_odt(runs: Sequence[tuple[Look, Sequence[str]]], font: str) -> str:
    """An OpenDocument text in one XML: each run of paragraphs begins a page in its look."""
    parts = [_run(number, look, texts) for number, (look, texts) in enumerate(runs)]
    styles, layouts, masters, body = ("".join(each) for each in zip(*parts, strict=True))
    face = f'<style:font-face style:name="N" svg:font-family="{font}"/>'
    return (
        f'<?xml version="1.0"?><office:document {_NAMES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:font-face-decls>{face}</office:font-face-decls>"
        f'<office:styles><style:style style:name="H" style:family="paragraph"/>{styles}</office:styles>'
        f"<office:automatic-styles>{layouts}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _run(number: int, look: Look, texts: Sequence[str]) -> tuple[str, str, str, str]:
    """The styles, page layout, page and paragraphs of a run."""
    header = f'<text:p text:style-name="H">{look.header}</text:p>' if look.header else ""
    master = (
        f'<style:master-page style:name="M{number}" style:page-layout-name="L{number}">'
        f"{f'<style:header>{header}</style:header>' if header else ''}</style:master-page>"
    )
    body = []
    for at, text in enumerate(texts):
        kind = "F" if not at else "Q" if look.inset and at % 3 == 2 else "P"
        body.append(f'<text:p text:style-name="{kind}{number}">{escape(text)}</text:p>')
    return "".join(_styles(number, look)), _layout(number, look), master, "".join(body)


def _styles(number: int, look: Look) -> Iterator[str]:
    """The styles of a run's first paragraph, of its others, and of its quotations."""
    sides = f'fo:margin-left="{look.inset * look.size}pt" fo:margin-right="{look.inset * look.size}pt"'
    size = f'fo:font-size="{look.size}pt" style:font-size-asian="{look.size}pt"'
    page = f' style:master-page-name="M{number}"'
    for name, more, place in (("F", page, ""), ("P", "", ""), ("Q", "", sides)):
        indent = 0 if place else look.indent * look.size
        yield (
            f'<style:style style:name="{name}{number}" style:family="paragraph"{more}>'
            f'<style:paragraph-properties {place} fo:text-indent="{indent}pt" fo:line-height="{look.line}pt" '
            f'fo:margin-bottom="{look.space}pt" fo:text-align="{look.align}" '
            'style:punctuation-wrap="simple" fo:orphans="0" fo:widows="0"/>'
            f'<style:text-properties style:font-name="N" style:font-name-asian="N" {size} '
            'style:language-asian="zh" style:country-asian="CN"/></style:style>'
        )


def _layout(number: int, look: Look) -> str:
    width, height = look.page
    header = '<style:header-footer-properties fo:min-height="0.6cm"/>'
    return (
        f'<style:page-layout style:name="L{number}"><style:page-layout-properties fo:page-width="{width}cm" '
        f'fo:page-height="{height}cm" fo:margin="{look.margin}cm">'
        f'<style:columns fo:column-count="{look.columns}" fo:column-gap="0.8cm"/>'
        "</style:page-layout-properties>"
        f"{f'<style:header-style>{header}</style:header-style>' if look.header else ''}</style:page-layout>"
    )


if __name__ == "__main__":
    sys.exit(main())
