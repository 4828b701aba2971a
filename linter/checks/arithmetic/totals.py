"""Parts behind 其中 that do not fit their total: 查出30处，其中甲类18处、乙类14处."""

from collections.abc import Iterator

from linter.checks.arithmetic.compare import Problem, Search, are_summable, leads, problem, sum_of
from linter.checks.arithmetic.kinds import PART_NAME, are_kinds, are_listed, labels_of, make_a_whole
from linter.checks.arithmetic.quantities import MONEY, Quantity, Reader, reader
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.text.characters import HAN, has
from linter.text.patterns import alternation
from linter.text.sentences import COLONS, STOPS, sentence

_CLAUSE = rf"[^{STOPS}，\n（）()]+"
_SEMICOLON = "；"
_REMARK = 6
"""The most marks and blanks between the parts and a remark on them."""
_NEAR = 12
"""The most characters between a total and 其中."""
_BRACKETS = 40
"""How many characters before a figure the brackets may open in which it stands."""
_SPENT, _LITTLE_MORE = 3, 1.1
"""Amounts of money that are parts of a total though only commas part them, at least; and how many times the
total their sum is at most.
"""


def searcher(words: Words) -> Search:
    """A search for parts that do not fit their total."""
    read, sentences = reader(words), sentence_reader(words)

    def search(text: str) -> Iterator[Problem]:
        for one in sentences(text, words.among):
            yield from _among(one, words, read)

    return search


def _among(own: Sentence, words: Words, read: Reader) -> Iterator[Problem]:
    """The problems of the parts after the first 其中 of a sentence, compared with the total before it, which
    may stand before a semicolon.
    """
    text = own.text
    at, word = min((at, word) for word in words.among if (at := text.find(word, own.start, own.end)) >= 0)
    start, before = own.start, own.within(own.start, at)
    if at == start and text.endswith(_SEMICOLON, 0, at):
        start, stop = sentence(text, at - 1)
        before = list(read(text, start, stop))
    totals = _totals(start, at, before, words)
    if not totals:
        return
    opening, end = at + len(word), _bracket_end(text, at, own.end)
    ceiling = sum_of(totals).high
    parts = list(_own_parts(own, opening, end, totals[0].unit, words))
    first_clause = _end(text, at, f"{STOPS}，")  # behind it another thing may be told of
    greater = [
        part
        for count, part in enumerate(parts, 1)
        if part.low > ceiling and (part.start < first_clause or are_kinds(parts[:count], opening, words))
    ]
    whole = "、".join(one.said for one in totals)
    for part in greater:
        zh = f"“{word}”的 {part.said} 大于总数 {whole}，请核对"
        yield problem(part, totals, zh, f"the part {part.said} is more than its total {whole}: check both")
    parts += _behind_semicolons(text, end, totals[0].unit, words, read)
    if not parts:
        return
    made, only = sum_of(parts), len(totals) == 1
    too_few = only and made.high < totals[0].low and _are_all(own, parts, words)
    if made.low > ceiling and not greater:
        if _adds_up(parts, opening, words) or _are_spent(parts, opening, ceiling, words):
            if only and make_a_whole(labels_of(parts, opening, words), words.complete):
                yield _not_all(word, parts, totals[0])
            else:
                added = totals[-1].restated(made.value)
                zh = f"“{word}”各项合计 {added}，大于总数 {whole}，请核对"
                en = f"the parts sum to {added}, more than their total {whole}: check them"
                yield problem(parts[-1], totals, zh, en)
    elif too_few and _adds_up(parts, opening, words):
        yield _not_all(word, parts, totals[0])


def _totals(start: int, at: int, before: list[Quantity], words: Words) -> list[Quantity]:
    """The figures of one unit before 其中, which together are the total; none where they are not exact.

    Of 查出30处，整改28处 the second is of the first: the parts are of one of them, so of the greater at most.
    """
    before = [one for one in before if not _in_brackets(one, at)]
    if not before or at - before[-1].end > _NEAR:
        return []
    totals = [one for one in before if one.unit == before[-1].unit]
    if not are_summable(*totals):
        return []
    first, *others = totals
    text = first.text
    done = all(text.endswith(words.done, start, one.start) for one in others)
    outcome = done and not has(text[start : first.start], words.done)
    return [max(totals, key=lambda one: one.high)] if outcome else totals


def _not_all(word: str, parts: list[Quantity], total: Quantity) -> Problem:
    """Of parts beside which there are no others the total is told, which may be the wrong figure as well."""
    added, said = total.restated(sum_of(parts).value), total.said
    return problem(
        total,
        parts,
        f"“{word}”各项合计 {added}，没有别的，总数写的是 {said}，请核对",
        f"the parts sum to {added}, and there are no others; the total says {said}: check them",
    )


def _are_spent(parts: list[Quantity], start: int, ceiling: float, words: Words) -> bool:
    """Whether the parts listed from `start` on are amounts of money for one thing each, which is spent on no
    other, and sum to little more than the total: 其中设备48.6万元，安装12.4万元，劳务7.0万元.
    """
    names = leads(parts, start)
    return (
        len(parts) >= _SPENT
        and parts[0].unit == MONEY
        and are_summable(*parts)
        and all(compiled(PART_NAME).fullmatch(name) for name in names)
        and not has("".join(names), (*words.done, *words.elsewhere, *words.among))
        and sum_of(parts).low <= ceiling * _LITTLE_MORE
    )


def _are_all(own: Sentence, parts: list[Quantity], words: Words) -> bool:
    """Whether the sentence says behind some parts that there are no others: ，没有开展其他类型的项目."""
    if own.within(parts[-1].end, own.end):
        return False
    nothing_else = rf"{alternation(words.none)}[{HAN}]{{0,4}}{alternation(words.remaining_shares)}"
    return compiled(nothing_else).search(own.behind(parts[-1])) is not None


def _adds_up(parts: list[Quantity], start: int, words: Words) -> bool:
    """Whether the parts listed from `start` on are kinds that do not overlap, nor are said to."""
    text = parts[0].text
    listed = text.startswith(COLONS, start) and are_listed(parts, start + 1)
    return are_kinds(parts, start, words, listed) and not _overlap(text, parts[-1].end, words)


def _overlap(text: str, place: int, words: Words) -> bool:
    """Whether what follows some parts says that one thing may be of several: （一户可属几类）. The
    next sentence, or a note on the next line, may say it.
    """
    end = _end(text, place, STOPS)
    behind = end + len(text[end : end + _REMARK]) - len(text[end : end + _REMARK].lstrip(f"{STOPS}\n 　）"))
    if text.startswith(words.remarks, behind):
        end = _end(text, behind, STOPS)
        end = _end(text, end + 1, STOPS) if text.startswith(_SEMICOLON, end) else end
    return has(text[place:end], words.shared)


def _in_brackets(one: Quantity, end: int) -> bool:
    """Whether a quantity stands in brackets that are closed before `end`."""
    before = one.lead(_BRACKETS)
    opened = max(before.rfind(mark) for mark in "（(") > max(before.rfind(mark) for mark in "）)")
    return opened and has(one.text[one.end : end], "）)")


def _bracket_end(text: str, at: int, end: int) -> int:
    """Where the brackets end in which an offset stands: what follows is of another total; else `end`."""
    mark = compiled("[（(）)]").search(text, at, end)
    return mark.start() if mark and mark.group() in "）)" else end


def _own_parts(own: Sentence, start: int, end: int, unit: str, words: Words) -> Iterator[Quantity]:
    """The quantities of a unit behind 其中, up to a clause that speaks of something else."""
    for clause in compiled(_CLAUSE).finditer(own.text, start, end):
        if has(clause[0], (*words.elsewhere, *words.among)):
            return
        found = [one for one in own.within(*clause.span()) if one.unit == unit]
        if any(not one.exact for one in found):
            return
        yield from found


def _behind_semicolons(text: str, end: int, unit: str, words: Words, read: Reader) -> Iterator[Quantity]:
    """The parts behind a semicolon, in statements that hold nothing else: …150人；退休人员88人、学员7人."""
    while text.startswith(_SEMICOLON, end):
        start, end = end + 1, _end(text, end + 1, STOPS)
        found, statement = list(read(text, start, end)), text[start:end]
        listed = len(found) == statement.count("、") + 1 and "，" not in statement
        alone = listed and all(one.unit == unit and one.exact for one in found)
        if not alone or has(statement, (*words.elsewhere, *words.among)):
            return
        yield from found


def _end(text: str, place: int, marks: str) -> int:
    """Where the next of some marks stands behind an offset, or the line ends."""
    mark = compiled(f"[{marks}\n]").search(text, place)
    return mark.start() if mark else len(text)
