"""What of a draft stands in earlier reports, in words: for any painter of text."""

from collections.abc import Iterable, Iterator

from linter.model.against import Against, Change, EarlierFile, EarlierPlace
from linter.model.finding import FileOutcome, Result
from linter.model.message import Message
from linter.reporters import View
from linter.reporters.labels import place
from linter.reporters.terminal_text import INDENT, StyledLine, labelled, paragraph
from linter.text.sentences import CLAUSE_ENDS
from linter.text.year_parts import code_words

OLD = 0.5
"""From this share on it is the earlier text that a reader has before him."""
_WHOLE = 0.9
"""From this share on a section is an old one."""
_SHOWN = 10
"""How many passages are told where not all are asked for."""
_CHANGES = 4
"""How many changes of a passage are told."""
_LONGEST = 16
"""Characters of a change that are told."""
TITLE = Message("和以前的材料相比", "Against earlier reports")


def overview(result: Result, view: View) -> Iterator[StyledLine]:
    """The drafts of which half or more stands in earlier reports, the oldest text first."""
    old = [(each.path, each.against) for each in result.files if each.against and is_old(each.against)]
    if len(result.files) < 2 or not old:
        return
    yield [(view.say(Message("文字多半来自以前的材料", "Mostly the text of earlier reports")), "title")]
    room = max(len(percent(found.share)) for _, found in old)
    for path, found in sorted(old, key=lambda each: (-each[1].share, each[0])):
        label = f"  {percent(found.share):>{room}}  "
        yield from labelled(label, "warning", f"{path} ← {view.say(_named(found.files[0]))}", view)
    yield []


def lines(file: FileOutcome, view: View) -> Iterator[StyledLine]:
    """What there is to say of one draft, behind what else is said of it."""
    if file.against:
        yield []
        yield [(view.say(TITLE), "title")]
        yield from told(file, view)


def told(file: FileOutcome, view: View) -> Iterator[StyledLine]:
    """What there is to say of one draft."""
    found = file.against
    if found is None:
        return
    yield from paragraph(view.say(sentence(found)), INDENT, "warning" if is_old(found) else "", view)
    for text in remarks(found, view):
        yield from paragraph(text, INDENT, "warning", view)
    yield from _places(found, view)


def is_old(found: Against) -> bool:
    """Whether a draft is mostly the text of earlier reports."""
    return found.share >= OLD


def sentence(found: Against) -> Message:
    """How much of a draft is old, and where it stands."""
    if not found.nearest:
        return Message("没有成段来自以前材料的文字", "No passage stands in an earlier report")
    share, source = percent(found.share), _named(found.files[0])
    if len(found.files) == 1:
        return Message(f"正文有 {share} 见于 {source.zh}", f"{share} of the text stands in {source.en}")
    most = percent(found.files[0].share)
    return Message(
        f"正文有 {share} 见于以前的材料，其中 {most} 在 {source.zh}",
        f"{share} of the text stands in earlier reports, {most} in {source.en}",
    )


_OLD = Message("整节沿用旧文，请按这一期的情况重写：", "Old as a whole, to be written anew: ")
_SAME = Message(
    "报告期变了，数字没有变，请核实：", "Another period, the same figures; see whether they are right: "
)
_AGAIN = Message(
    "上次的打算，这次又写成打算，请说明进展：", "Planned before and planned again; say how far it got: "
)
_SILENT = Message("上次的打算，这次没有提到：", "Planned before, and not spoken of: ")


def remarks(found: Against, view: View) -> Iterator[str]:
    """What to look at: old sections, figures that are those of another period, what became of the plans."""
    again = [each for each in found.nearest if each.plan_again]
    repeated = {(each.path, each.earlier_line) for each in again}
    silent = [step for step in found.steps if step.line is None]
    told = (
        (_OLD, [view.say(each.title) for each in found.sections if each.share >= _WHOLE]),
        (_SAME, [_at(figure, each, view) for each in found.nearest for figure in each.figures]),
        (_AGAIN, [place(each.line, each.end_line, view) for each in again]),
        (_SILENT, [_quoted(s.text, view) for s in silent if (s.path, s.earlier_line) not in repeated]),
    )
    for title, names in told:
        if names:
            yield view.say(title) + _listed(names, view)


def _at(figure: str, where: EarlierPlace, view: View) -> str:
    line = place(where.line, where.line, view)
    return view.say(Message(f"{figure}（{line}）", f"{figure} ({line})"))


def _quoted(text: str, view: View) -> str:
    return view.say(Message(f"“{text}”", f'"{text}"'))


def _listed(names: list[str], view: View) -> str:
    """Names after each other; of many the first ones, and how many there are besides."""
    shown = names if view.verbose else names[:_SHOWN]
    more = len(names) - len(shown)
    rest = view.say(Message(f"，还有 {more} 处", f", and {more} more")) if more else ""
    return view.listed(shown) + rest


def percent(share: float) -> str:
    """A share in per cent; only what is all of it is 100 %."""
    return f"{min(round(share * 100), 99) if share < 1 else 100}%"


def changed(changes: tuple[Change, ...], view: View) -> str:
    """The changes of a passage in a few words: 2024→2025，12→15; what is new with +, what is gone with -."""
    told = [_change(each) for each in changes[:_CHANGES]]
    more = len(changes) - _CHANGES
    if more > 0:
        told.append(view.say(Message(f"还有 {more} 处", f"{more} more")))
    return view.say(Message("，", ", ")).join(told)


def stands(each: EarlierPlace, view: View) -> str:
    """Where a passage stands, how much of it, and where in which earlier report."""
    there = view._replace(paragraphs=each.earlier_paragraphs)
    before = f"{each.path} {place(each.earlier_line, each.earlier_line, there)}"
    return f"{place(each.line, each.end_line, view)}  {percent(each.share)}  ← {before}"


def _places(found: Against, view: View) -> Iterator[StyledLine]:
    """The passages; where not all are asked for, those of which most is old."""
    places = list(_runs(found.nearest))
    shown = places if view.verbose else sorted(places, key=_by_share)[:_SHOWN]
    for each in sorted(shown, key=lambda each: each.line):
        told = changed(each.changes, view)
        yield from paragraph(stands(each, view), INDENT, "place", view)
        if told:
            yield from paragraph(told, INDENT * 2, "dim", view)
    left = len(places) - len(shown)
    if left:
        more = Message(f"还有 {left} 段，--verbose 全部列出", f"{left} more; --verbose lists all")
        yield from paragraph(view.say(more), INDENT, "dim", view)


def _runs(places: Iterable[EarlierPlace]) -> Iterator[EarlierPlace]:
    """Places, those that follow each other without a change joined."""
    run: EarlierPlace | None = None
    for each in places:
        if run and not run.changes and not each.changes and run.path == each.path:
            run = run._replace(end_line=each.end_line)
            continue
        if run:
            yield run
        run = each
    if run:
        yield run


def _by_share(place: EarlierPlace) -> tuple[float, int]:
    return -place.share, place.line - place.end_line


def _change(change: Change) -> str:
    before, after = _clipped(change.before), _clipped(change.after)
    if before and after:
        return f"{before}→{after}"
    return f"+{after}" if after else f"-{before}"


def _clipped(text: str) -> str:
    text = " ".join(text.split()).strip(CLAUSE_ENDS)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _named(file: EarlierFile) -> Message:
    if not file.period:
        return Message(file.path, file.path)
    about = Message(*code_words(file.period))
    return Message(f"{file.path}（{about.zh}）", f"{file.path} ({about.en})")
