"""Why a section counts as present or absent: its evidence, line by line."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nlargest
from typing import NamedTuple

from linter.model.document import Document
from linter.model.levels import SECTION_NAMES
from linter.model.message import Message
from linter.model.outline import Part, Presence
from linter.model.rules import SectionTerms
from linter.model.weights import SectionWeights
from linter.structure import fitted, nearest
from linter.structure.evidence import Evidence, weigh
from linter.structure.section_terms import Vocabulary
from linter.structure.sections import presences
from linter.text.patterns import compile

_STRONGEST = 2
"""So many headings and sentences are shown."""
_GRAMS = 4
"""So many n-grams of each, for and against."""
_NOTHING = 0.05
"""Log-odds that would be shown as 0.0."""
_SPEAKS = -2.5
"""Log-odds below which a heading or sentence is not shown: it has nothing to do with the section."""
_PIECES = {
    "line": Message("标题独占一行", "a heading of its own line"),
    "run-in": Message("标题接正文", "a heading before its text"),
    "item": Message("条目的标题", "the heading of an item"),
    "sentence": Message("正文里的句子", "a sentence"),
}
"""What kind of piece it is."""
_KINDS = {
    "heading": Message("标题", "heading"),
    "weak-heading": Message("标题（弱）", "heading (weak)"),
    "sentence": Message("句子", "sentence"),
}
_VERDICTS = {
    "counted": Message("计入", "counted"),
    "unsupported": Message(
        "不计：标题里只有一个弱词，下面的内容也不支持",
        "not counted: one weak word, not borne out by the text",
    ),
    "outweighed": Message(
        "不计：这个标题下面讲的更像另一部分", "not counted: its text is more about another section"
    ),
    "plan": Message(
        "不计：写在问题或打算里，不是已经做的", "not counted: it stands among shortcomings or plans"
    ),
    "early": Message("不计：太靠前，这类内容应在后半部分", "not counted: too early for a closing section"),
    "alone": Message(
        "不计：只是顺带提到，整段分量不到 1", "not counted: a passing mention; its paragraph weighs under 1"
    ),
}


def explain(
    document: Document,
    parts: Iterable[tuple[Part, Vocabulary, Sequence[SectionWeights]]],
    wanted: Iterable[str],
    lang: str,
) -> str:
    """The evidence for sections of a document, as text for people, line by line.

    `parts` are those of its outline, each with what tells its sections; `wanted` are section ids, empty for
    all; `lang` is `zh` or `en`.
    """
    chosen = set(wanted)
    lines: list[str] = [document.path]
    for part, vocabulary, weights in parts:
        places = presences(document, part, vocabulary, weights)
        pieces_for = [(_by_chapters if each.places else _by_units)(document, part, each) for each in weights]
        found = weigh(document, part, vocabulary)
        lines += ["", _headline(document, part, lang)]
        for terms in vocabulary.sections:
            if not chosen or terms.id in chosen:
                own = [item for item in found if item.section == terms.id]
                lines += _section(document, terms, places[terms.id], own, lang)
                judging = [number for number, each in enumerate(weights) if terms.id in each.sections]
                if judging:
                    place = weights[judging[-1]].sections.index(terms.id)
                    lines += _weighed(document, pieces_for[judging[-1]](place), places[terms.id], lang)
    return "\n".join(lines) + "\n"


def _headline(document: Document, part: Part, lang: str) -> str:
    title = document.words(*part.title) if part.title else Message("（无标题）", "(no title)").say(lang)
    return f"{title}  {document.place(part.start, part.end).words.say(lang)}"


def _section(
    document: Document, terms: SectionTerms, presence: Presence, found: list[Evidence], lang: str
) -> Iterator[str]:
    """One section: its state, then each item of evidence with its verdict."""
    state = SECTION_NAMES[presence.state].say(lang)
    if presence.spans:
        place = _place(document, presence.spans[0][0]).say(lang)
        state += Message(f"，{place}", f", {place}").say(lang)
    title = terms.title.say(lang)
    yield Message(f"  {title}（{terms.id}）：{state}", f"  {title} ({terms.id}): {state}").say(lang)
    if not found:
        nothing = Message("没有词表里的词", "no word of the vocabulary is there")
        yield f"    {nothing.say(lang)}"
    for item in found:
        yield from _evidence(document, item, lang)


class _Piece(NamedTuple):
    """A piece of a report with what the weights say of it for one section."""

    start: int
    end: int
    odds: float
    grams: list[tuple[str, float]]
    """Its n-grams with their log-odds, those that weigh most first."""


def _by_units(document: Document, part: Part, weights: SectionWeights) -> Callable[[int], Iterator[_Piece]]:
    found = fitted.scores(document, part, weights)

    def strongest(number: int) -> Iterator[_Piece]:
        for units in (found.headings, found.sentences):
            for unit, values in nlargest(_STRONGEST, units, key=lambda item: item[1][number]):
                grams = fitted.for_and_against(document, unit, weights, number)
                yield _Piece(unit.start, unit.end, values[number], grams)

    return strongest


def _by_chapters(
    document: Document, part: Part, weights: SectionWeights
) -> Callable[[int], Iterator[_Piece]]:
    found = nearest.odds(document, part, weights)

    def strongest(number: int) -> Iterator[_Piece]:
        for chapter, odds, _ in nlargest(_STRONGEST, found, key=lambda item: item.odds[number]):
            grams = nearest.for_and_against(document, chapter, weights, number)
            yield _Piece(chapter.start, chapter.end, odds[number], grams)

    return strongest


def _weighed(document: Document, found: Iterable[_Piece], presence: Presence, lang: str) -> Iterator[str]:
    """What the weights say of a section, and the characters in a row that decided, for and against."""
    name = SECTION_NAMES[presence.state].say(lang)
    sure = _sure(presence)
    judged = Message(
        f"按权重，合上面的依据：{name}（{sure.zh}）", f"by the weights, with the above: {name} ({sure.en})"
    )
    yield f"    {judged.say(lang)}"
    pieces = [piece for piece in found if piece.odds > _SPEAKS]
    if not pieces:
        yield "      " + Message("没有一处像这一部分", "nothing reads like this section").say(lang)
    for piece in pieces:
        place = _place(document, piece.start).say(lang)
        words = document.text[piece.start : piece.end].strip()
        like = Message(
            "像" if piece.odds > 0 else "不太像", "like it" if piece.odds > 0 else "hardly like it"
        )
        yield f"      {place}  {like.say(lang)} {piece.odds:+.1f}  {_quoted(words)}"
        for side, sign in ((Message("因为", "for"), 1), (Message("但是", "against"), -1)):
            grams = [(gram, weight) for gram, weight in piece.grams if weight * sign > _NOTHING][:_GRAMS]
            if grams:
                listed = [f"{_gram(gram).say(lang)} {weight:+.1f}" for gram, weight in grams]
                yield f"          {side.say(lang)}  {'  '.join(listed)}"


def _sure(presence: Presence) -> Message:
    """How sure the state of a section is, and what decided where the weights did not."""
    share = f"{presence.confidence:.0%}"
    if presence.foreign:
        return Message("标题下面的内容不像", "what stands below does not read like it")
    sure = Message(f"把握 {share}", f"{share} sure")
    if presence.unsure:
        sure = Message(f"拿不准，把握 {share}", f"unsure, {share}")
    if presence.named:
        return Message(f"标题写明了，以标题为准；{sure.zh}", f"the heading says so, which counts; {sure.en}")
    return sure


def _gram(gram: str) -> Message:
    """An n-gram as people read it: characters in quotes, what stands for a kind or place in words."""
    if not gram.startswith("@"):
        letters = gram.strip("^$")
        if gram.startswith("^"):
            return Message(f"开头“{letters}”", f"“{letters}” at the start")
        return (
            Message(f"结尾“{letters}”", f"“{letters}” at the end")
            if gram.endswith("$")
            else Message(f"“{letters}”", f"“{letters}”")
        )
    kind, _, rest = gram[1:].partition(" ")
    if kind == "place":
        tenth = int(rest) + 1
        return Message(f"位置在全文 {tenth}/10 处", f"{tenth}/10 of the way")
    named = _PIECES.get(rest or kind, Message(gram, gram))
    return Message(f"靠后的{named.zh}", f"{named.en}, late") if kind == "late" else named


def _quoted(words: str) -> str:
    words = words.replace("\n", "")
    return words if len(words) <= 60 else words[:57] + "..."


def _evidence(document: Document, item: Evidence, lang: str) -> Iterator[str]:
    words = document.text[item.start : item.end].strip()
    place = _place(document, item.start).say(lang)
    weight = Message(f"分量 {item.weight:g}", f"weight {item.weight:g}").say(lang)
    yield f"    {place}  {_KINDS[item.kind].say(lang)}  {weight}  {_quoted(words)}"
    matched = list(_matched(item, words))
    because = Message(f"依据：{'、'.join(matched)}", f"because of: {', '.join(matched)}").say(lang)
    yield f"        {_VERDICTS[item.verdict].say(lang)}  {because}"


def _matched(item: Evidence, words: str) -> Iterator[str]:
    """What matched, in quotes: of a heading the words of the vocabulary, of a sentence the text in it."""
    for pattern in item.matched:
        match = compile(pattern).search(words) if item.kind == "sentence" else None
        yield f"“{match.group()[:24]}”" if match else f"“{pattern}”"


def _place(document: Document, offset: int) -> Message:
    """The line of an offset, in words; in a file without lines the paragraph."""
    return document.place(offset, offset).words
