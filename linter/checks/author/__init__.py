"""The unit that a report is about, named otherwise in the same report.

One rule looks for one thing (`look_for`):

`signature`  the name under the report is that of a like unit of another place than in the title: 青砚县水务局
             in the title, 禾渡县水务局 under it
`other`      in a file of several reports, a paragraph that begins with the unit of another of them: 禾渡村…
             in the report of 青砚村; in any report one that begins with a like unit of another place, named
             there alone, and tells in figures what it did; a unit named once and spoken for as one's own
             (我神经外科要…, 石渡镇的村民普遍反映…) where head or signature name another of its kind

Units are alike where their names differ in the place alone. A unit of another kind, or of a place above, may
sign; and one report may tell of what was done together with another unit. A title that names a place alone
(平安镇2025年…) names the unit only if the text says that name, too.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Literal, NamedTuple

from linter.checks.api import Find
from linter.checks.author.spoken_for import SpokenFor, end_of_body, searcher
from linter.checks.author.words import Words
from linter.model.finding import Match, Related
from linter.model.message import Message
from linter.model.outline import Context, Part
from linter.schema.types import Doc, WordLists
from linter.structure.reporting_unit import names_in_title
from linter.text.characters import BLANKS, has, is_han, longest_first, places, word_at
from linter.text.numerals import DECIMAL
from linter.text.sentences import FULL_STOPS, STOPS, sentence

_PLACE = (2, 3, 4)
"""Characters that the name of a place may have, without what it ends in."""
_BEFORE = frozenset("\n" + STOPS + BLANKS)
"""What stands before the beginning of a sentence or line."""

MANUAL_ZH = """
报告写的是哪个单位，同一份报告里却写成了另一个。

一条规则查一样（`look_for`）：

`signature`  落款与标题是同类单位，地名却不同：标题写“青砚县水务局”，落款写“禾渡县水务局”
`other`      一个文件里有几份报告，某一段以另一份报告的单位开头：青砚村的报告里写“禾渡村……”；任何一份报告里，
             有一段以别处的同类单位开头，只在那里提到，还写了它做了多少；只提到一次、却当作自己来写的单位
             （我神经外科要……、石渡镇的村民普遍反映……），而开头、落款写的是另一个同类单位

只有地名不同的才算同类单位。别的机构、上级单位都可以落款；与别的单位一起做的事也可以写。标题里只有地名的
（柳湾镇2025年……），正文也写到这个地名，才算写报告的单位。
"""


class Options(NamedTuple):
    """The key of `with:`, and the word lists that the check uses."""

    words: Annotated[Words, WordLists]
    look_for: Annotated[Literal["signature", "other"], Doc("查什么，见本页开头", "see the head of this page")]


class _Unit(NamedTuple):
    """The name of a unit, taken apart."""

    name: str
    place: str
    """Without what it ends in: 青砚."""
    kind: str
    """What the place ends in: 县."""
    body: str
    """What stands behind the place: 水务局; empty where the place is the unit."""
    start: int
    """Where the name stands in the text."""


def build(options: Options) -> Find:
    """Prepare the search for one of the two."""
    if options.look_for == "signature":
        return lambda context: _signatures(context, options.words)
    spoken_for = searcher(options.words)
    return lambda context: _others(context, options.words, spoken_for)


def _signatures(context: Context, words: Words) -> Iterator[Match]:
    """Signatures of a like unit of another place; of several no one may be right. That unit has no title in
    the report, which else was two that nobody could tell apart.
    """
    for part in context.parts:
        own = _titled(context, part, words)
        if own is None or not (own.body or _is_named(context, part, own)):
            continue
        signed = list(_signed(context, part, words))
        elsewhere = signed and all(_is_elsewhere(own, other) for other in signed)
        if elsewhere and not _has_title(context, part, signed[0]):
            yield _under_title(own, signed[0])


def _is_named(context: Context, part: Part, unit: _Unit) -> bool:
    """Whether the text of a report, above its signature, has the name of a unit."""
    text, blocks = context.document.text, context.document.blocks
    return any(
        unit.name in text[block.start : block.end] for block in blocks[part.body_block : part.closing_block]
    )


def _has_title(context: Context, part: Part, unit: _Unit) -> bool:
    """Whether a line of a report, above its signature, begins with a unit's place and is no sentence."""
    text, blocks = context.document.text, context.document.blocks
    return any(
        text.startswith(unit.place + unit.kind, block.start)
        and not has(text[block.start : block.end], FULL_STOPS)
        for block in blocks[part.first_block : part.closing_block]
    )


def _others(context: Context, words: Words, spoken_for: SpokenFor) -> Iterator[Match]:
    """Paragraphs of a report that begin with another unit: of another report of the file, or a like one."""
    units = [_titled(context, part, words) for part in context.parts]
    if len(units) > 1:
        yield from _of_the_file(context, units, words)
        return
    for part, own in zip(context.parts, units, strict=True):
        if own and _is_named(context, part, own):
            yield from _strangers(context, part, own, words)
        yield from spoken_for(context, part)


def _strangers(context: Context, part: Part, own: _Unit, words: Words) -> Iterator[Match]:
    """The sentence of a report that begins with a like unit of another place, which is named there alone and
    tells in figures what it did. Where several such are named, the report is on all of them. Of a place that
    is many people, such as a town, an organ must be named: 石渡镇党委高度重视.
    """
    text = context.document.text
    first, last = part.text_start, end_of_body(context, part)
    kinds = words.towns if own.kind in words.towns else (own.kind,)
    by_organ = not own.body and own.kind not in words.bodies
    acting = longest_first(words.organs) if by_organ else [own.body]
    found = []
    for unit in _beginning_sentences(text, first, last, kinds, acting):
        place, kind, _organ, start = unit.place, unit.kind, unit.body, unit.start
        no_place = place.startswith(words.determiners) or place.endswith((*words.no_places, *words.places))
        once = text.count(place + kind, part.start, part.end) == 1
        said = text[start : sentence(text, start)[1]]
        did = by_organ or has(said, DECIMAL)
        told_of = has(said, words.examples) or text.startswith(words.not_subjects, start + len(unit.name))
        other = _Unit(unit.name if own.body else place + kind, place, kind, own.body, start)
        if once and did and not (no_place or told_of) and _acts(text, start, own, other, words):
            found.append(other)
    if len(found) == 1:
        yield _of_elsewhere(own, found[0])


def _beginning_sentences(
    text: str, first: int, last: int, kinds: Iterable[str], bodies: Sequence[str]
) -> Iterator[_Unit]:
    """The units in `text[first:last]` that begin a sentence: a place of one of the kinds, with one of the
    bodies behind.
    """
    for kind in kinds:
        for at in places(text, kind, first, last):
            start = next((at - length for length in _PLACE if _begins(text, at - length, at)), -1)
            end = at + len(kind)
            body = next((each for each in bodies if text.startswith(each, end, last)), None)
            if start >= first and body is not None:
                yield _Unit(text[start : end + len(body)], text[start:at], kind, body, start)


def _begins(text: str, start: int, end: int) -> bool:
    """Whether the characters of a span are Chinese and begin a sentence or line."""
    return start > 0 and text[start - 1] in _BEFORE and all(map(is_han, text[start:end]))


def _of_the_file(context: Context, units: list[_Unit | None], words: Words) -> Iterator[Match]:
    """Paragraphs of a report that begin with the unit of another report, like its own."""
    named = {unit.name: unit for unit in units if unit}
    lengths = {len(name) for name in named}
    text, blocks = context.document.text, context.document.blocks
    for part, own in zip(context.parts, units, strict=True):
        if own is None:
            continue
        for block in blocks[part.body_block : part.closing_block]:
            heads = (text[block.start : block.start + length] for length in lengths)
            others = (named[head] for head in heads if head in named)
            other = next((one for one in others if (one.kind, one.body) == (own.kind, own.body)), None)
            if other and _acts(text, block.start, own, other, words):
                yield _of_another(own, other, block.start)


def _titled(context: Context, part: Part, words: Words) -> _Unit | None:
    """The unit in the title of a report."""
    if not part.title:
        return None
    text, no_places = context.document.text, words.no_places
    start, end = part.title
    for said in names_in_title(text[start:end].removeprefix("关于")):
        place = text.find(said, start, end)
        unit = _unit(said, place, words) if place >= 0 else None
        if unit and not (unit.place.endswith(no_places) or f"{unit.place}{unit.kind}".endswith(no_places)):
            return unit
    return None


def _signed(context: Context, part: Part, words: Words) -> Iterator[_Unit]:
    """The units in the lines under a report."""
    text, blocks = context.document.text, context.document.blocks
    for index in range(part.closing_block, part.end_block):
        line = text[blocks[index].start : blocks[index].end]
        said = line.lstrip(BLANKS)
        start = blocks[index].start + len(line) - len(said)
        if unit := _unit(said.split(" ")[0].split("\u3000")[0], start, words):
            yield unit


def _unit(said: str, start: int, words: Words) -> _Unit | None:
    """The parts of a name, of which the place is as short as can be; None for what is no such name."""
    if not all(map(is_han, said)):
        return None
    for length in _PLACE:
        kind = word_at(said, longest_first(words.places), length)
        body = said[length + len(kind) :]
        if kind:
            return _Unit(said, said[:length], kind, body, start)
    return None


def _is_elsewhere(own: _Unit, other: _Unit) -> bool:
    """Whether a unit that signs is like that of the title, or an organ of a place like it, and elsewhere."""
    apart = own.place not in other.name and other.place not in own.name
    return apart and own.kind == other.kind and own.body in ("", other.body)


def _acts(text: str, start: int, own: _Unit, other: _Unit, words: Words) -> bool:
    """Whether the sentence at an offset, which begins with a unit, tells what that one did by itself."""
    said = text[start : sentence(text, start)[1]]
    return not (
        said.startswith(words.not_subjects, len(other.name)) or own.place in said or has(said, words.together)
    )


def _in_title(own: _Unit) -> Related:
    return Related(own.start, own.start + len(own.name), Message("标题里的单位", "the unit in the title"))


def _under_title(own: _Unit, signed: _Unit) -> Match:
    message = Message(
        f"落款是“{signed.name}”，标题写的是“{own.name}”，请核对",
        f"signed by {signed.name}, but the title has {own.name}: check both",
    )
    return Match(signed.start, signed.start + len(signed.name), message, related=(_in_title(own),))


def _of_elsewhere(own: _Unit, other: _Unit) -> Match:
    message = Message(
        f"这是“{own.name}”的报告，这里写的是“{other.name}”，像是套用别处的稿子漏改，请核对",
        f"this is the report of {own.name}, here it is {other.name}: left over from a copy? check it",
    )
    return Match(other.start, other.start + len(other.name), message, related=(_in_title(own),))


def _of_another(own: _Unit, other: _Unit, start: int) -> Match:
    message = Message(
        f"这是“{own.name}”的报告，这里写的“{other.name}”是文件里另一份报告的单位，像是改写时漏改，请核对",
        f"this is the report of {own.name}; {other.name} is the unit of another report of the file: left over"
        " from it? check the name",
    )
    there = Related(other.start, other.start + len(other.name), Message("另一份报告", "the other report"))
    return Match(start, start + len(other.name), message, related=(there,))
