"""Signs of a markup language that stayed in a text: HTML in any text, Markdown in what is no Markdown."""

import re
from collections.abc import Iterator

from linter.checks.support.compiled import compiled
from linter.checks.support.exclusions import BOLD_LABEL, exclusion_test, is_markdown
from linter.model.document import Document, Span
from linter.model.finding import Match
from linter.model.outline import Context
from linter.text.characters import HAN, has
from linter.text.measures import MASKED_NAMES
from linter.text.sentences import CLAUSE_ENDS, RUNNING_MARKS, STOPS

_ENTITY = r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
_TAG = r"</?(?:p|br|div|span|font|strong|b|a|img|table|tr|td|center|h[1-6])(?:\s[^<>\n]*)?/?>"
_HASHES = (
    rf"(?:^[ \t\u3000]*|(?<=[{STOPS}”）] ))"
    rf"(?P<hashes>(?:#{{1,6}}[ \t\u3000]+(?=\S)|#{{2,6}}(?=[{HAN}（(]))"
    rf"(?P<heading>[^\n{STOPS}*`\[|]{{0,20}}))"
)
"""At the head of a line, or behind a sentence where the lines of an answer ran together, with the first words
of the heading."""
_BOLD = rf"(?P<bold>\*\*(?![\s*{CLAUSE_ENDS}])(?P<words>[^*\n]+)(?<![\s，、])\*\*)"
_ROW = r"[ \t]*\|[^\n]*\|[ \t]*\n"
_DASHES = r"[ \t]*(?:\|[ \t]*)?:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+(?:\|[ \t]*)?"
_TABLE = rf"^(?P<table>(?:{_ROW})?{_DASHES}$(?:\n[ \t]*\|[^\n]*\|[ \t]*$)*)"
_FENCE = r"^[ \t]*(?P<fence>(?:```|~~~)[\w+-]*)[ \t]*$"
_WHOLE = (
    r"\s*(?P<open>```[ \t]*(?:markdown|md|text|txt|plaintext|plain)?)[ \t]*\n"
    r"(?P<within>.*)\n[ \t]*(?P<close>```)\s*"
)
_LINK = r"(?P<link>!?\[[^\[\]\n]+\]\((?:https?://|\.{0,2}/)[^()\s]*\))"
_NAMED = rf"(?<=[{HAN}“（])(?P<named>`[{HAN}][^`\n]{{0,30}}`)(?=[{HAN}{CLAUSE_ENDS}”）])"
"""Chinese words of a running sentence, such as the name of a button, set as code."""
_MARKS = f"{RUNNING_MARKS}：“”"
_COMMANDS = (
    "text|frac|mathrm|mathbf|sqrt|times|cdot|leq?|geq?|approx|rightarrow|Rightarrow|pm|sum|alpha|beta|Delta"
)
_FORMULA = (
    rf"(?<![\\$“\"‘'])(?P<formula>\$(?=[^$\n]*(?:\\|(?<![A-Za-z])[A-Za-z]{{1,2}}[_^]))"
    rf"[^\s{_MARKS}$][^{_MARKS}$\n]{{0,120}}\$(?!\d)"
    r"|\\\([^\n]{1,120}?\\\)"
    rf"|(?<![\w:/])\\(?:{_COMMANDS})(?=[{{ \d{HAN}]))"
)
"""A formula with a command or an index in it, and a command alone: $\\le 13.5\\%$, $m^2$, \\times."""
_LISTED = r"^[ \t\u3000]*(?:[-*+•]|\d+[.)、．]|[（(]\d+[）)])?[ \t]*"
_STRUCK = (
    rf"(?<![~\d])(?P<struck>~~(?=[^\s~])[^{_MARKS}~\n]{{0,60}}?\d[^{_MARKS}~\n]{{0,60}}(?<=\S)~~"
    rf"(?=[ ]?[{HAN}\w]))"
    rf"|{_LISTED}(?P<struck_line>~~(?=[^\s~])[^~\n]{{4,}}(?<=\S)~~)[ \t]*$"
)
"""Words struck out that hold a number, before what replaces them, or that are all of a line. Others draw a
vowel out: 谢谢~~大家~~."""
_CODE = r"`[^`\n]{0,200}[A-Za-z_/\\][^`\n]{0,200}`"
"""Code proper, in whose text such words are set so on purpose."""
_DATA = r"\A\s*---[ \t]*\n[\w-]+:"
"""The data at the head of a page that is written in Markdown and shown by a site."""
_SIGNS = (
    ("|", _TABLE),
    ("```", _FENCE),
    ("~~~", _FENCE),
    ("#", _HASHES),
    ("**", _BOLD),
    ("](", _LINK),
    ("`", _NAMED),
    ("$", _FORMULA),
    ("\\", _FORMULA),
    ("__", BOLD_LABEL),
    ("~~", _STRUCK),
)
"""What a text with a sign has, and the pattern of what it may be."""
_AROUND = {"words": "bold", "heading": "hashes", "label": "underlined"}
"""The groups within another one, with that."""
_ON_PURPOSE = (
    r"\A\s*(?:---[ \t]*\n[\w-]+:|#{1,6} |\|)|^# |^(?:```|~~~)\w"
    r"|^\\(?:documentclass|usepackage|begin|section)\b"
    rf"|(?<![{HAN}])\[[^\[\]\n]*\]\([^()\s]+\)|\]\((?!https?:)[^()\s]+\)"
)
"""What a text has that is written in Markdown on purpose, whatever its name: data, a heading or a table at
its head, a title with one hash, links, but for those to a site within a Chinese sentence, fences with the
name of a language; and the commands of a LaTeX file."""


def html(context: Context) -> Iterator[Match]:
    """The first entity or tag of each block.

    Markdown may hold them. In a plain text that looks like it only an entity alone on its line is none of the
    author's.
    """
    document, text = context.document, context.document.text
    if not has(text, "&<") or document.format == "markdown":
        return
    written = is_markdown(text) or compiled(_DATA).match(text)
    signs = f"^(?:{_ENTITY})+$" if written else f"{_ENTITY}|{_TAG}"
    pattern = compiled(signs, re.IGNORECASE | re.MULTILINE)
    is_excluded = exclusion_test(document)
    for block in document.blocks:
        spans = (match.span() for match in pattern.finditer(text, block.start, block.end))
        first = next((span for span in spans if not is_excluded(*span)), None)
        if first:
            yield Match(*first)


def markdown(context: Context) -> Iterator[Match]:
    """What Markdown is left in a document that will not be shown as Markdown.

    One problem, however many signs there are: the first has the level of the rule, the others are `info`.
    """
    document, text = context.document, context.document.text
    if whole := _fence_around(text):
        yield from (Match(*span, suggestion="") for span in whole)
        return
    if document.format == "markdown" or not has(text, (sign for sign, _ in _SIGNS)):
        return
    if document.format == "text" and compiled(_ON_PURPOSE, re.MULTILINE).search(text):
        return
    found = list(_signs(document))
    for index, match in enumerate(found):
        yield match._replace(values={"total": len(found)}, level="info" if index else None)


def _fence_around(text: str) -> list[Span]:
    """The two fences around a text that is nothing but a block of Markdown, as an assistant hands it over."""
    if not text.lstrip().startswith("```"):
        return []
    whole = compiled(_WHOLE, re.DOTALL | re.IGNORECASE).fullmatch(text)
    return [whole.span("open"), whole.span("close")] if whole and "```" not in whole["within"] else []


def _is_announced(text: str, start: int) -> bool:
    """Whether the line above a table speaks of it: a plain text can show it in no other way."""
    return "表" in text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start]


def _is_command(heading: str) -> bool:
    """Whether one hash stands before a small letter, or is indented before another sign of ASCII: a prompt of
    a shell (# mount /dev/sda) or a comment in a program.
    """
    return re.match(r"[ \t]*#[ \t]+[a-z]|(?:[ \t]{2,}|\t)#[ \t]+[!-~]", heading) is not None


def _signs(document: Document) -> Iterator[Match]:
    """The headings, bold words, tables, fences and links, with what is to stand in their place."""
    text = document.text
    bold = is_markdown(text)
    has_code = "`" in text and compiled(_CODE).search(text) is not None
    signs = "|".join(dict.fromkeys(pattern for sign, pattern in _SIGNS if sign in text))
    for match in compiled(signs, re.MULTILINE).finditer(text):
        kind = str(match.lastgroup)
        start, end = match.span(_AROUND.get(kind, kind))
        if kind == "table" and document.format == "text" and _is_announced(text, start):
            continue
        if kind == "fence":
            yield Match(start, end, suggestion="")
        elif kind in ("hashes", "heading"):
            if not _is_command(match[0]):
                yield Match(start, end, suggestion=match["heading"])
        elif kind in ("table", "link", "formula", "struck", "struck_line"):
            yield Match(start, end)
        elif kind in ("underlined", "label"):
            yield Match(start, end, suggestion=match["label"])
        elif kind == "named":
            if not has_code:
                yield Match(start, end, suggestion=f"“{text[start + 1 : end - 1]}”")
        elif bold and match["words"][0] not in MASKED_NAMES:
            yield Match(start, end, suggestion=match["words"])
