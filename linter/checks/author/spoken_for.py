"""Units, named once, for which a text speaks as for its own, while its head or signature names another of
the same kind, or rank: 我神经外科要…, 石渡镇的村民普遍反映…, 石渡街道卫生院的工作离上级要求….
"""

from collections.abc import Callable, Iterator

from linter.checks.author.words import Words
from linter.checks.support.compiled import compiled
from linter.model.finding import Match
from linter.model.message import Message
from linter.model.outline import Context, Part
from linter.text.characters import HAN, has
from linter.text.patterns import alternation
from linter.text.sentences import sentence

SpokenFor = Callable[[Context, Part], Iterator[Match]]


def searcher(words: Words) -> SpokenFor:
    """A search for such units in one report."""
    own_deeds = (*words.our_deeds, *words.shortcomings)
    own_plans = (*words.shortcomings, *words.intentions)
    name = rf"(?P<name>[{HAN}]{{2,6}}?(?P<kind>{alternation((*words.kinds, *words.places))}))"
    begun = rf"(?<![{HAN}]){alternation(words.contrasts)}?"
    place = rf"{begun}(?P<name>(?P<place>[{HAN}]{{2,3}}?)(?P<kind>{alternation(words.places)})"
    ours = rf"(?<![{HAN}])我(?:们)?(?!们){name}{alternation(own_deeds)}"
    patterns = (
        (ours, ("我",)),
        (rf"{place})的?{alternation(words.residents)}{alternation(words.voices)}", words.voices),
        (rf"{place}[{HAN}]{{0,12}}?){alternation(own_plans)}", own_plans),
    )

    def search(context: Context, part: Part) -> Iterator[Match]:
        text, first, last = context.document.text, part.text_start, end_of_body(context, part)
        body = text[first:last]
        head = _head_and_signature(context, part)
        for pattern in [pattern for pattern, cues in patterns if has(body, cues)]:
            for match in compiled(pattern).finditer(text, first, last):
                named, kind = match["name"], match["kind"]
                own = _named_in(head, words.towns if kind in words.towns else (kind,), words)
                place = match.groupdict().get("place") or named
                stranger = place not in head and text.count(named, part.start, part.end) == 1
                is_name = not named.startswith(words.determiners) and not has(place, words.no_places)
                said = text[slice(*sentence(text, match.start()))]
                elsewhere = pattern is not ours and has(said, words.examples)
                if own and stranger and is_name and not elsewhere:
                    yield _not_own(named, match.start("name"), own)

    return search


def end_of_body(context: Context, part: Part) -> int:
    """Where the text of a report ends, and its signature begins."""
    blocks = context.document.blocks
    return blocks[part.closing_block].start if part.closing_block < part.end_block else part.end


def _named_in(head: str, kinds: tuple[str, ...], words: Words) -> str:
    """The first name of one of some kinds in the head or signature of a report, not 各街道 or 乡镇."""
    for match in compiled(rf"([{HAN}]{{1,8}}?){alternation(kinds)}").finditer(head):
        around = head[match.start() : match.end() + 1]  # 乡镇 ends in another kind
        if not match[1].endswith(words.determiners) and not has(around, words.no_places):
            return match[0]
    return ""


def _head_and_signature(context: Context, part: Part) -> str:
    """The lines above the text of a report, its title included, and those under it."""
    blocks = context.document.blocks
    indices = (*range(part.first_block, part.body_block), *range(part.closing_block, part.end_block))
    return "\n".join(context.document.text[blocks[at].start : blocks[at].end] for at in indices)


def _not_own(name: str, start: int, own: str) -> Match:
    message = Message(
        f"这里把“{name}”写成了自己的单位，开头、落款写的是“{own}”，像是套用别处的稿子漏改，请核对",
        f"{name} is written of as one's own, head or signature have {own}: left over from a copy? check it",
    )
    return Match(start, start + len(name), message)
