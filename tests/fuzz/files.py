"""An input of each kind, made from a random generator: a file by the structure of its format, then changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from html import escape
from pathlib import Path
from random import Random

from tests.fuzz.changes import Change, spoil, spoil_lines, spoil_part, spoil_tree
from tests.fuzz.snippets import line, lines, text
from tests.readers.test_readers_mht import archive
from tests.readers.test_readers_word_xml import LISTS, NUMBERED, flat, paragraph, run, word2003
from tests.support.fixed_pages import build_ofd, build_pdf, said
from tests.support.living import RULES
from tests.support.odf import build_odt
from tests.support.ooxml import docx, field, p, pstyle, r, tbl, tc, tr

ROOT = Path(__file__).parents[2]

Make = Callable[[Random], bytes]


def _whole(make: Make, *changes: Change) -> Make:
    """What `make` makes, one time in three as it is, else with one of the changes."""

    def made(chance: Random) -> bytes:
        data = make(chance)
        return data if chance.random() < 0.34 else chance.choice(changes)(data, chance)

    return made


def _plain(chance: Random) -> bytes:
    return text(chance).encode(
        chance.choice(("utf-8", "utf-8", "gb18030", "utf-16", "utf-16-be", "utf-8-sig")), "replace"
    )


def _words(chance: Random) -> str:
    """A line that can stand in XML and HTML."""
    return escape("".join(char if char.isprintable() else "?" for char in line(chance)))


_TAGS = (
    "p",
    "p",
    "h1",
    "h2",
    "li",
    "td",
    "div",
    "b",
    "pre",
    "table",
    "tr",
    "ul",
    "a",
    "span",
    "br",
    "title",
    "script",
)


def _page(chance: Random) -> bytes:
    pieces = [chance.choice((f"<{tag}>{words}</{tag}>", f"<{tag}>{words}", f"{words}</{tag}>", f"<!-- {words} -->"))
              for tag, words in ((chance.choice(_TAGS), _words(chance)) for _ in range(chance.choice((1, 5, 30))))]  # fmt: skip
    coding = chance.choice(("utf-8", "gb18030"))
    return f'<html><head><meta charset="{coding}"></head><body>{"".join(pieces)}</body></html>'.encode(
        coding, "replace"
    )


def _docx(chance: Random) -> bytes:
    pieces = (
        lambda: p(_words(chance)),
        lambda: p(_words(chance), pstyle(str(chance.randrange(4)))),
        lambda: p(
            r(_words(chance)) + field("REF x", _words(chance)) + r(_words(chance), "<w:b/><w:highlight/>")
        ),
        lambda: tbl(*(tr(tc(p(_words(chance))), tc(p(_words(chance)))) for _ in range(3))),
    )
    return docx("".join(chance.choice(pieces)() for _ in range(chance.choice((1, 4, 15)))))


def _odt(chance: Random) -> bytes:
    pieces = (
        lambda: f"<text:p>{_words(chance)}</text:p>",
        lambda: f'<text:h text:outline-level="{chance.randrange(4)}">{_words(chance)}</text:h>',
        lambda: (
            f'<text:p>{_words(chance)}<text:s text:c="{chance.choice(("3", "9999", "x"))}"/><text:tab/></text:p>'
        ),
        lambda: f"<text:list><text:list-item><text:p>{_words(chance)}</text:p></text:list-item></text:list>",
        lambda: (
            f"<table:table><table:table-row><table:table-cell><text:p>{_words(chance)}</text:p></table:table-cell></table:table-row></table:table>"
        ),
    )
    return build_odt("".join(chance.choice(pieces)() for _ in range(chance.choice((1, 4, 15)))))


def _rtf(chance: Random) -> bytes:
    words = (
        r"\par ",
        r"\b ",
        r"\cell ",
        r"\row ",
        r"\uc0 ",
        r"\v ",
        r"{\*\x ",
        "}",
        "{",
        r"\bin9 ",
        r"\'b9",
        r"\u-3 ",
        r"\tab ",
    )
    pieces = [line(chance).replace("\\", "").encode("gb18030", "replace") if chance.random() < 0.6
              else chance.choice(words).encode() for _ in range(chance.choice((2, 10, 40)))]  # fmt: skip
    return rb"{\rtf1\ansi\ansicpg936\pard " + rb"\par ".join(pieces) + b"}"


def _ofd(chance: Random) -> bytes:
    return build_ofd(
        "".join(
            said(_words(chance), y=60 + 8 * at, deltas=chance.choice(("", "g 3 5", "5 5")))
            for at in range(chance.randrange(1, 12))
        )
    )


def _pdf(chance: Random) -> bytes:
    rows = [
        (chance.choice((0.0, 2.0, 20.0)), at + chance.choice((0.0, 0.5)), words[:40] or "学")
        for at, words in enumerate(lines(chance)[:20])
    ]
    return build_pdf(
        [(x, y, words.encode("utf-16-be", "replace").decode("utf-16-be")) for x, y, words in rows]
    )


def _word_xml(chance: Random) -> bytes:
    note = f"<w:r><w:footnote>{paragraph(run(_words(chance)))}</w:footnote></w:r>"
    if chance.random() < 0.5:
        return flat(_docx(chance))
    return word2003(NUMBERED.format(_words(chance)) + paragraph(run(_words(chance)) + note), LISTS)


@cache
def _samples(pattern: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(ROOT.glob(pattern)))


def _sample(pattern: str, chance: Random) -> bytes:
    return chance.choice(_samples(pattern))


_CONFIG = """\
ruleset = ["work-report", "ideology-work-report"]
select = ["leftover-mask", "until-now"]
fail-on = "warning"
lang = "en"
exclude = ["old/", "*.bak", "!**/a?[b-d].txt"]
period = "2025H1"

[[paths]]
match = ["drafts/**/*.txt"]
ruleset = "work-report"
period = "2025-05"

[[rules]]
rule = ["leftover-*", "period"]
match = "drafts/"
level = "info"

[[rules]]
rule = "duplicate-across-files"
with = {run = 20}
"""
_SIDECAR = """\
- rule: leftover-mask
  text: 联系人：××
  reason: 按规定隐去
- rule: no-such-rule
"""
_BASELINE = """\
{"version": 1, "files": {
"draft.txt": [
{"rule": "leftover-mask", "fingerprint": "0123456789abcdef", "times": 2, "text": "××", "with": ["old/plan.txt"]}
]
}, "contents": {
"draft.txt": "0123456789abcdef"
}}
"""


def _constant(words: str, _: Random) -> bytes:
    return words.encode()


def _rule_file(chance: Random) -> bytes:
    return chance.choice((RULES.encode(), *_samples("rulesets/*.yaml")))


KINDS: dict[str, Make] = {
    "txt": _whole(_plain, spoil, spoil_lines),
    "md": _whole(_plain, spoil, spoil_lines),
    "html": _whole(_page, spoil, spoil_lines),
    "docx": _whole(_docx, spoil, spoil_part, spoil_part),
    "odt": _whole(_odt, spoil, spoil_part, spoil_part),
    "ofd": _whole(_ofd, spoil, spoil_part, spoil_part),
    "rtf": _whole(_rtf, spoil),
    "doc": _whole(partial(_sample, "tests/samples/*.doc"), spoil),
    "pdf": _whole(_pdf, spoil),
    "mht": _whole(lambda chance: archive(chance.choice(("gb2312", "utf-8"))), spoil, spoil_lines),
    "xml": _whole(_word_xml, spoil, spoil_tree),
    "ruleset": _whole(_rule_file, spoil, spoil_lines, spoil_lines),
    "toml": _whole(partial(_constant, _CONFIG), spoil, spoil_lines, spoil_lines),
    "sidecar": _whole(partial(_constant, _SIDECAR), spoil, spoil_lines, spoil_lines),
    "baseline": _whole(partial(_constant, _BASELINE), spoil, spoil_lines, spoil_lines),
    "names": _plain,
}
"""What makes an input of each kind; `names` are texts with hostile names."""


def made(kind: str, number: int, seed: int) -> bytes:
    """An input: always the same for the same numbers."""
    return KINDS[kind](Random(f"{kind} {seed} {number}"))
