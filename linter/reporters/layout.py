"""The report for people: a result as lines of styled segments, for any painter.

Columns are lined up with spaces only, and hold no character whose width depends on the terminal.
"""

from collections.abc import Iterator

from linter.model.finding import CheckRow, FileOutcome, Finding, PartResult, Result, SectionRow
from linter.model.levels import OUTCOME_NAMES, SECTION_NAMES, SECTION_SIGNS
from linter.model.message import Message
from linter.reporters import NARROWEST, WIDEST, View, summary, verdict
from linter.reporters.labels import error, place
from linter.reporters.terminal_text import INDENT, StyledLine, clip, pad, paragraph, tagged, width
from linter.text.visible import visible

_LEAST_EVIDENCE = 12

_STYLES = {
    "heading": "ok",
    "body": "ok",
    "thin": "warning",
    "empty": "error",
    "absent": "error",
    "unsure": "warning",
}
"""The style of a section's condition."""
_OPTIONAL = ("-", "dim", Message("未写", "none"))
"""Sign, style and name where a section that is not required is absent."""
_FORM_ONLY = Message(
    "从标题看不出是哪一类文稿，只查了格式，没有查应有的部分。可用 --ruleset 指定规则集",
    "The title names no known kind of report: its form was checked, not its sections. Name a ruleset "
    "with --ruleset",
)
_UNTITLED = Message("（无标题）", "(no title)")
_OUTSIDE = Message("各份报告以外的内容", "Outside the reports")
_ENCODING = Message("编码：", "Encoding: ")
_NOTE = Message("注意：", "Note: ")


def lines(result: Result, view: View) -> Iterator[StyledLine]:
    """The whole report; no line is wider than `view.width`, which counts as 40 at least and 120 at most."""
    view = view._replace(width=min(max(view.width, NARROWEST), WIDEST))
    if view.summary or not view.quiet:
        yield from summary.overview(result, view)
    for file in () if view.summary else result.files:
        if _is_shown(file, result, view):
            yield from _file(file, view)
            yield []
    if view.statistics:
        yield from summary.statistics(result, view)
    if result.error:
        yield from paragraph(view.say(result.error), "", "error", view)
    for note in result.notes:
        yield from paragraph(view.say(note), "", "", view)
    yield from verdict.verdict(result, view)


def _is_shown(file: FileOutcome, result: Result, view: View) -> bool:
    """Whether a file has lines of its own; one of no known kind has none where the list of such files at the
    start says all there is to say."""
    if file.error or file.findings:
        return True
    return not view.quiet and (
        len(result.files) == 1 or not file.form_only or bool(file.notes or view.verbose)
    )


def _file(file: FileOutcome, view: View) -> Iterator[StyledLine]:
    # Never wrapped: in one piece it can be clicked and copied.
    yield [(visible(file.path), "path")]
    if file.error:
        yield from paragraph(error(file, view), INDENT, "error", view)
        if not file.ruleset:
            return
    view = view.of(file)
    if not view.quiet:
        yield from _about(file, view)
    gutter = max((len(str(finding.line)) for finding in file.findings), default=1)
    of_part: dict[int | None, list[Finding]] = {}
    for finding in file.findings:
        of_part.setdefault(finding.part, []).append(finding)
    for index, part in enumerate(file.parts):
        found = of_part.get(index, [])
        if found or not view.quiet:
            yield []
            yield from _part(part, index, len(file.parts), view)
            yield from _findings(found, part.title, gutter, view)
    outside = of_part.get(None)
    if outside:
        if file.parts:
            yield []
            yield from paragraph(view.say(_OUTSIDE), "", "title", view)
        yield from _findings(outside, None, gutter, view)
    if file.against and not view.quiet:
        from linter.reporters import earlier  # most runs need none of it

        yield from earlier.lines(file, view)


def _findings(found: list[Finding], title: str | None, gutter: int, view: View) -> Iterator[StyledLine]:
    if found:
        from linter.reporters.finding_lines import finding_lines  # a report without findings needs none of it

        yield from finding_lines(found, title, gutter, view)


def _about(file: FileOutcome, view: View) -> Iterator[StyledLine]:
    yield from paragraph(_tally(file, view), "", "dim", view)
    if file.form_only:
        yield from paragraph(view.say(_FORM_ONLY), "", "warning", view)
    if view.verbose:
        if file.encoding:
            yield from paragraph(view.say(_ENCODING) + file.encoding, "", "dim", view)
        yield from _rules(file.checklist, view)
        yield from _silent(file, view)
    for note in file.notes:
        yield from paragraph(view.say(_NOTE) + view.say(note), "", "warning", view)


def _tally(file: FileOutcome, view: View) -> str:
    states = [row.state for row in file.checklist]
    counts = [(states.count(state), text) for state, text in OUTCOME_NAMES.items() if state in states]
    zh = "，".join(f"{text.zh} {count} 项" for count, text in counts)
    en = ", ".join(f"{count} {text.en}" for count, text in counts)
    return view.say(
        Message(
            f"规则集 {file.ruleset}" + (f"：{zh}" if zh else ""),
            f"Ruleset {file.ruleset}" + (f": {en}" if en else ""),
        )
    )


def _rules(checklist: tuple[CheckRow, ...], view: View) -> Iterator[StyledLine]:
    for state, text in OUTCOME_NAMES.items():
        rules = dict.fromkeys(row.rule for row in checklist if row.state == state)
        if rules:
            label = view.say(Message(f"{text.zh}：", f"{text.en.capitalize()}: "))
            yield from paragraph(label + view.listed(rules), "", "dim", view)


def _silent(file: FileOutcome, view: View) -> Iterator[StyledLine]:
    """How many findings are not shown, and why."""
    if file.suppressed:
        text = Message(f"已抑制：{file.suppressed} 处", f"Suppressed: {file.suppressed}")
        yield from paragraph(view.say(text), "", "dim", view)
    if file.baselined:
        text = Message(f"基线中已有：{file.baselined} 处", f"In the baseline: {file.baselined}")
        yield from paragraph(view.say(text), "", "dim", view)


def _part(part: PartResult, index: int, count: int, view: View) -> Iterator[StyledLine]:
    ordinal = f"{index + 1}/{count}  " if count > 1 else ""
    title = ordinal + (part.title or view.say(_UNTITLED))
    yield from tagged(title, place(part.line, part.end_line, view), "", "title", view)
    if not view.quiet:
        yield from _sections(part.sections, view)


def _sections(rows: tuple[SectionRow, ...], view: View) -> Iterator[StyledLine]:
    """The table of sections; its last column is as wide as the room that is left."""
    states = [_state(row) for row in rows]
    words = [view.say(name) for _, _, name in states]
    places = [place(row.line, row.line, view) if row.line else "" for row in rows]
    titles = [view.say(row.title) for row in rows]
    word_room = max(map(width, words), default=0)
    place_room = max(map(width, places), default=0)
    title_room = min(max(map(width, titles), default=0), view.width - word_room - place_room - 8)
    room = view.width - title_room - word_room - place_room - 10
    for row, (sign, style, _), word, title, where in zip(rows, states, words, titles, places, strict=True):
        title = title if width(title) <= title_room else clip(title, title_room)
        line = [(f"{INDENT}{sign} {pad(word, word_room)}  ", style), (pad(title, title_room), "")]
        if where:
            line.append((f"  {' ' * (place_room - width(where))}{where}", "dim"))
            if room >= _LEAST_EVIDENCE:
                line.append(("  " + clip(row.evidence.strip(), room), "dim"))
        yield line


def _state(row: SectionRow) -> tuple[str, str, Message]:
    """Sign, style and name of a section's condition."""
    if row.state == "absent" and not row.required:
        return _OPTIONAL
    condition = row.condition
    return SECTION_SIGNS[condition], _STYLES[condition], SECTION_NAMES[condition]
