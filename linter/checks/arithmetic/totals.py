"""Parts that do not fit their total."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from linter.checks.arithmetic.compare import Problem, Search, shown, span, unit_of
from linter.checks.arithmetic.kinds import are_kinds, labels_of, make_a_whole
from linter.checks.arithmetic.quantities import MONEY, Quantity, Reader, reader, written
from linter.checks.arithmetic.sentences import Sentence, sentence_reader
from linter.checks.arithmetic.words import Words
from linter.checks.support.compiled import compiled
from linter.model.message import Message
from linter.text.characters import HAN, has
from linter.text.measures import RELATIVE
from linter.text.numerals import DECIMAL, ONE_TO_TEN, TWO, value_of
from linter.text.patterns import alternation
from linter.text.sentences import COLONS, COMMON_STOPS, STOPS, sentence

_CLAUSE = rf"[^{STOPS}，\n（）()]+"
_DONE = rf"已([{HAN}]{{1,3}})$"
"""A verb that tells what was done: 已换60盏."""
_PART_NAME = rf"[，,、；]?[{HAN}]{{1,8}}"
_SEMICOLON = "；"
_OF_THEM = "中"
"""Between a total and what is done of it: 12个村中，9个村已通车."""
_ACCOUNT = 3
"""Figures of an account: the total, what is done, and what is left."""
_REMARK = 6
"""The most marks and blanks between the parts and a remark on them."""
_NEAR = 12
"""The most characters between 其中 or 其余 and the figure that it belongs to."""
_SPENT, _LITTLE_MORE = 3, 1.1
"""Amounts of money that are parts of a total though only commas part them, at least; and how many times the
total their sum is at most.
"""


def searcher(words: Words) -> Search:
    """A search for parts that do not fit their total."""
    read, sentences = reader(words), sentence_reader(words)
    came_of: dict[str, list[str]] = {}
    for due, _, came in (entry.partition("、") for entry in words.due):
        came_of.setdefault(due, []).append(came)

    def search(text: str) -> Iterator[Problem]:
        for one in sentences(text, words.among):
            yield from _among(text, one, words, read)
        for one in sentences(text, COLONS):
            yield from _behind_colon(text, one, words)
        for one in sentences(text, (*words.left, *words.undone, *words.on_leave)):
            if len(one.figures) >= _ACCOUNT:
                yield from _left_over(text, one, words)
        for due, came in came_of.items():
            for one in sentences(text, (due,)):
                yield from _more_than_due(text, one, due, came, words)

    return search


# --- a total and its parts ------------------------------------------------------------------------


def _among(text: str, own: Sentence, words: Words, read: Reader) -> Iterator[Problem]:
    """The problems of the parts after the first 其中 of a sentence, compared with the total before it, which
    may stand before a semicolon.
    """
    at, word = min((at, word) for word in words.among if (at := text.find(word, own.start, own.end)) >= 0)
    end = _bracket_end(text, at, own.end)
    before = own.within(own.start, at)
    start = own.start
    if at == start and text.endswith(_SEMICOLON, 0, at):
        start, stop = sentence(text, at - 1)
        before = list(read(text, start, stop))
    totals = _totals(text, start, at, before, words)
    if not totals:
        return
    unit, ceiling = totals[0].unit, sum(one.high for one in totals)
    parts = list(_own_parts(own, at + len(word), end, unit, words))
    first_clause = _end(text, at, f"{STOPS}，")  # behind it another thing may be told of
    greater = [
        part
        for count, part in enumerate(parts, 1)
        if part.low > ceiling
        and (part.start < first_clause or are_kinds(text, parts[:count], at + len(word), words))
    ]
    for part in greater:
        yield _too_great(text, word, part, totals)
    parts += _behind_semicolons(text, end, unit, words, read)
    too_many = sum(part.low for part in parts) > ceiling
    apart = _adds_up(text, at + len(word), parts, words) or _are_spent(
        text, at + len(word), parts, ceiling, words
    )
    if not greater and too_many and apart:
        labels = labels_of(text, parts, at + len(word), words) if len(totals) == 1 else []
        if make_a_whole(labels, words.complete):
            yield _not_all(text, word, parts, totals[0])
        else:
            yield _too_many(text, word, parts, totals)
    too_few = len(totals) == 1 and sum(part.high for part in parts) < totals[0].low
    if too_few and _are_all(own, parts, words) and _adds_up(text, at + len(word), parts, words):
        yield _not_all(text, word, parts, totals[0])


def _totals(text: str, start: int, at: int, before: list[Quantity], words: Words) -> list[Quantity]:
    """The figures of one unit before 其中, which together are the total; none where they are not exact.

    Of 查出30处，整改28处 the second is of the first: the parts are of one of them, so of the greater at most.
    """
    before = [one for one in before if not _in_brackets(text, one, at)]
    if not before or at - before[-1].end > _NEAR or before[-1].unit in RELATIVE:
        return []
    totals = [one for one in before if one.unit == before[-1].unit]
    if not all(one.exact for one in totals):
        return []
    first, *others = totals
    done = [one for one in others if text.endswith(words.done, start, one.start)]
    outcome = done == others and not has(text[start : first.start], words.done)
    return [max(totals, key=lambda one: one.high)] if outcome else totals


def _too_great(text: str, word: str, part: Quantity, totals: list[Quantity]) -> Problem:
    one, total = shown(text, part), _listed(text, totals)
    message = Message(
        f"“{word}”的 {one} 大于总数 {total}，请核对",
        f"the part {one} is more than its total {total}: check both",
    )
    return Problem(*span(part), message, tuple(map(span, totals)))


def _too_many(text: str, word: str, parts: list[Quantity], totals: list[Quantity]) -> Problem:
    added, total = _sum(text, parts, totals[-1]), _listed(text, totals)
    message = Message(
        f"“{word}”各项合计 {added}，大于总数 {total}，请核对",
        f"the parts sum to {added}, more than their total {total}: check them",
    )
    return Problem(*span(parts[-1]), message, tuple(map(span, totals)))


def _are_spent(text: str, start: int, parts: list[Quantity], ceiling: float, words: Words) -> bool:
    """Whether the parts listed from `start` on are amounts of money for one thing each, which is spent on no
    other, and sum to little more than the total: 其中设备48.6万元，安装12.4万元，劳务7.0万元.
    """
    if len(parts) < _SPENT or not all(part.unit == MONEY and part.exact for part in parts):
        return False
    ends = (start, *(part.end for part in parts))
    names = [text[end : part.start] for end, part in zip(ends, parts, strict=False)]
    return (
        all(compiled(_PART_NAME).fullmatch(name) for name in names)
        and not has("".join(names), (*words.done, *words.elsewhere, *words.among))
        and sum(part.low for part in parts) <= ceiling * _LITTLE_MORE
    )


def _are_all(own: Sentence, parts: list[Quantity], words: Words) -> bool:
    """Whether the sentence says behind some parts that there are no others: ，没有开展其他类型的项目."""
    if not parts or own.within(parts[-1].end, own.end):
        return False
    nothing_else = rf"{alternation(words.none)}[{HAN}]{{0,4}}{alternation(words.remaining_shares)}"
    return compiled(nothing_else).search(own.said, parts[-1].end - own.start) is not None


def _not_all(text: str, word: str, parts: list[Quantity], total: Quantity) -> Problem:
    """Of parts beside which there are no others the total is told, which may be the wrong figure as well."""
    added, said = _sum(text, parts, total), shown(text, total)
    message = Message(
        f"“{word}”各项合计 {added}，没有别的，总数写的是 {said}，请核对",
        f"the parts sum to {added}, and there are no others; the total says {said}: check them",
    )
    return Problem(*span(total), message, tuple(map(span, parts)))


def _listed(text: str, totals: list[Quantity]) -> str:
    return "、".join(shown(text, one) for one in totals)


def _adds_up(text: str, start: int, parts: list[Quantity], words: Words) -> bool:
    """Whether the parts listed from `start` on are kinds that do not overlap, nor are said to."""
    listed = text.startswith(COLONS, start) and _is_list(text, start + 1, parts)
    return are_kinds(text, parts, start, words, listed) and not _overlap(text, parts[-1].end, words)


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


def _is_list(text: str, start: int, parts: list[Quantity]) -> bool:
    """Whether each clause up to the sentence's end is the name of a part and its figure."""
    if len(parts) < 2:
        return False
    name = compiled(_PART_NAME)
    starts = [start, *(part.end for part in parts)]
    named = all(name.fullmatch(text, at, part.start) for at, part in zip(starts, parts, strict=False))
    return named and _end(text, parts[-1].end, STOPS) == parts[-1].end


def _in_brackets(text: str, one: Quantity, end: int) -> bool:
    """Whether a quantity stands in brackets that are closed before `end`."""
    before = text[max(0, one.start - 40) : one.start]
    opened = max(before.rfind(mark) for mark in "（(") > max(before.rfind(mark) for mark in "）)")
    return opened and has(text[one.end : end], "）)")


def _bracket_end(text: str, at: int, end: int) -> int:
    """Where the brackets end in which an offset stands: what follows is of another total; else `end`."""
    mark = compiled("[（(）)]").search(text, at, end)
    return mark.start() if mark and mark.group() in "）)" else end


def _own_parts(own: Sentence, start: int, end: int, unit: str, words: Words) -> Iterator[Quantity]:
    """The quantities of a unit behind 其中, up to a clause that speaks of something else."""
    for clause in compiled(_CLAUSE).finditer(own.said, start - own.start, end - own.start):
        if has(clause.group(), words.elsewhere) or has(clause.group(), words.among):
            return
        first, last = clause.span()
        found = [one for one in own.within(own.start + first, own.start + last) if one.unit == unit]
        if any(not one.exact for one in found):
            return
        yield from found


def _behind_semicolons(text: str, end: int, unit: str, words: Words, read: Reader) -> list[Quantity]:
    """The parts behind a semicolon, in statements that hold nothing else: …150人；退休人员88人、学员7人."""
    parts: list[Quantity] = []
    while text.startswith(_SEMICOLON, end):
        start, end = end + 1, _end(text, end + 1, STOPS)
        found = list(read(text, start, end))
        statement = text[start:end]
        listed = len(found) == statement.count("、") + 1 and "，" not in statement
        alone = listed and all(one.unit == unit and one.exact for one in found)
        if not alone or has(statement, words.elsewhere) or has(statement, words.among):
            break
        parts += found
    return parts


def _end(text: str, place: int, marks: str) -> int:
    """Where the next of some marks stands behind an offset, or the line ends."""
    mark = compiled(f"[{marks}\n]").search(text, place)
    return mark.start() if mark else len(text)


# --- a total and, behind a colon, all its parts ----------------------------------------------------


def _behind_colon(text: str, one: Sentence, words: Words) -> Iterator[Problem]:
    """The problem of a list of all kinds behind a total: 共120名：农村80名、机关30名、企业20名. Words
    may stand before the colon that say as much: 投资420万元，由三部分组成：…
    """
    start, end = one.start, one.end
    colon = min(at for mark in COLONS if (at := text.find(mark, start, end)) >= 0)
    before, parts = one.within(start, colon), one.within(colon + 1, end)
    if not before or not parts or has(text[colon:end], words.among):
        return
    total = before[-1]
    made = compiled(_made_of(words)).fullmatch(text, total.end, colon)
    if not made and total.end < colon:
        return
    parts = parts[: next((at for at, part in enumerate(parts) if part.unit != total.unit), len(parts))]
    sound = total.unit not in RELATIVE and all(each.exact for each in (total, *parts))
    announced = made is not None and value_of(made["count"] or "") == len(parts)
    listed = announced or (_is_list(text, colon + 1, parts) and has(text[start:colon], words.in_all))
    kinds = are_kinds(text, parts, colon + 1, words, listed)
    statement = text[colon : parts[-1].end if announced else end]
    if not sound or has(statement, words.elsewhere) or not kinds:
        return
    in_all = made is not None or has(text[start : total.start], words.in_all)
    rest = text[parts[-1].end : end].strip(COMMON_STOPS)
    listed = not rest or (announced and not has(rest, DECIMAL))
    whole = in_all and listed and not has(text[start:colon], words.mainly)
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    if low > total.high or (whole and high < total.low):
        added, said = _sum(text, parts, total), shown(text, total)
        message = Message(
            f"冒号后各项合计 {added}，总数写的是 {said}，请核对",
            f"the parts sum to {added}, the total says {said}: check them",
        )
        yield Problem(*span(total), message, tuple(map(span, parts)))


def _made_of(words: Words) -> str:
    """The pattern of what tells, between a total and a colon, that its parts follow: ，由三部分组成."""
    count = rf"(?P<count>[{ONE_TO_TEN}{TWO}{DECIMAL}]{{1,2}})[{HAN}]{{1,3}}"
    return rf"[，,]?[{HAN}]{{0,4}}?{alternation(words.made_of)}[{HAN}]{{0,6}}?(?:{count})?[{HAN}]{{0,4}}"


def _sum(text: str, parts: list[Quantity], total: Quantity) -> str:
    """The sum of some figures, as it would be written beside their total: in 万元 where that is."""
    return f"{written(sum(part.value for part in parts) / total.scale, 0.01)}{unit_of(text, total)}"


# --- how many there were, and what became of more -------------------------------------------------


def _more_than_due(
    text: str, sentence: Sentence, due: str, came: Collection[str], words: Words
) -> Iterator[Problem]:
    """The problem of more that came than were to come, or were mended than were found: 应到50人，实到52人.

    Nothing is said where they may be of what stands before, as in 隐患35处，其中重大隐患5处，已整改33处, or a
    bracket behind them may say where the others are from.
    """
    for at, (one, other) in enumerate(pairwise(sentence.figures)):
        said = text[one.end : other.start].lstrip("，、；, ")
        if (
            said not in came
            or not text.endswith(due, 0, one.start)
            or text.startswith(("（", "("), other.end)
            or has(text[other.end : sentence.end], words.included)
        ):
            continue
        if any(each.unit == one.unit for each in sentence.figures[:at]):
            continue
        if one.unit == other.unit and one.exact and other.exact and other.low > one.high:
            more, whole = shown(text, other), shown(text, one)
            message = Message(
                f"“{said}”的 {more} 多于“{due}”的 {whole}，请核对",
                f"{more} (“{said}”) are more than the {whole} (“{due}”) that they are of: check both",
            )
            yield Problem(*span(other), message, (span(one),))


# --- a total, what is done, and what is left ------------------------------------------------------


def _left_over(text: str, sentence: Sentence, words: Words) -> Iterator[Problem]:
    """The problem of a sentence of figures of one unit: total, done and the rest, which may be several
    kinds of those who are not there: 应到31人，实到25人，请假5人、缺席3人.
    """
    figures = _to_the_note(text, sentence.figures, words)
    if len(figures) < _ACCOUNT or any(one.unit != figures[0].unit or not one.exact for one in figures):
        return
    total, done, rest, *others = figures
    if total.unit in RELATIVE or not _is_account(text, total, done, rest, sentence.end, words):
        return
    parts = figures[1:]
    labels = [text[one.end : other.start] for one, other in pairwise(parts)]
    if others and not all(has(label, (*words.left, *words.on_leave)) for label in labels):
        return
    too_many = sum(one.low for one in parts) > total.high
    too_few = sum(one.high for one in parts) < total.low and not has("".join(labels), words.on_leave)
    if too_many or too_few:
        left, whole = "、".join(shown(text, one) for one in parts[1:]), shown(text, total)
        zh = f"已完成的与其余的 {left} 相加不等于总数 {whole}，请核对"
        if has(text[sentence.start : total.start] + "".join(labels), words.on_leave):
            zh = f"到的 {shown(text, done)} 与没有到的 {left} 相加不等于总数 {whole}，请核对"
        message = Message(zh, f"what is done and the rest, {left}, do not make {whole}: check them")
        yield Problem(*span(rest), message, (span(total), span(done), *map(span, others)))


def _to_the_note(text: str, figures: list[Quantity], words: Words) -> list[Quantity]:
    """Some figures up to those that are of one of them: 请假8人，其中病假3人; 请假8人（病假3人）."""
    for at, (one, other) in enumerate(pairwise(figures)):
        if at >= _ACCOUNT - 1 and has(text[one.end : other.start], ("（", "(", *COLONS, *words.among)):
            return figures[: at + 1]
    return figures


def _is_account(text: str, total: Quantity, done: Quantity, rest: Quantity, end: int, words: Words) -> bool:
    """Whether the words between three figures make them a total, what is done, and what is left."""
    left = max(text.find(word, done.end, rest.start) for word in (*words.left, *words.on_leave))
    near = left >= 0 and rest.start - left <= _NEAR
    between, behind = text[total.end : done.start], text[done.end : min(done.end + _NEAR, rest.start)]
    return (
        (near or _undoes(text, total, done, rest, words))
        and (has(between, words.done) or (_OF_THEM in between and has(behind, words.already)))
        and not has(text[total.end : end], words.elsewhere)
        and not _is_done(text, total, text[done.end : rest.start], words)
    )


def _is_done(text: str, one: Quantity, behind: str, words: Words) -> bool:
    """Whether a figure is itself of what is done, and no total: 已整改20个，持续整改5个，未整改1个."""
    verb = compiled(_DONE).search(text[max(0, one.start - _NEAR) : one.start])
    return verb is not None and has(behind, [word + verb[1] for word in words.undone])


def _undoes(text: str, total: Quantity, done: Quantity, rest: Quantity, words: Words) -> bool:
    """Whether the rest is what was not done of the same thing: 办结20件，未办结8件."""
    before, behind = text[total.end : done.start], text[done.end : rest.start]
    verb = compiled(_DONE).search(before)
    if verb and has(behind, [word + verb[1] for word in words.undone]):
        return True
    return any(verb in before and has(behind, [word + verb for word in words.undone]) for verb in words.done)
