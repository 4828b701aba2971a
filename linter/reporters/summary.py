"""What the report for people says of many files as a whole: what each lacks, who is missing, who copied."""

from collections import Counter
from collections.abc import Iterator

from linter.model.finding import Result
from linter.model.levels import SECTION_NAMES
from linter.model.message import Message
from linter.reporters import View, matrix
from linter.reporters.labels import count, error
from linter.reporters.terminal_text import StyledLine, bound, clip_start, labelled, pad, width, wrap

_LEAST_LABEL = 20
_STYLES = {"ok": "ok", "thin": "warning", "empty": "error", "absent": "error", "unsure": "warning", "": ""}
"""The style of what the table says of a section."""
_LACKING = ("absent", "empty", "thin", "unsure")
"""What may be wrong with a required section, the worst first."""


def overview(result: Result, view: View) -> Iterator[StyledLine]:
    """What there is to say of several files together; nothing for one alone."""
    yield from unjudged(result, view)
    yield from matrices(result, view)
    yield from units(result, view)
    yield from other_periods(result, view)
    yield from copies(result, view)
    if any(file.against for file in result.files):
        from linter.reporters import earlier  # most runs need none of it

        yield from earlier.overview(result, view)


def statistics(result: Result, view: View) -> Iterator[StyledLine]:
    """Findings of each rule, the most frequent first."""
    counts = Counter(finding.rule for file in result.files for finding in file.findings)
    if not counts:
        return
    yield [(view.say(Message("各规则的问题数", "Findings by rule")), "title")]
    room = len(str(max(counts.values())))
    for rule, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield from labelled(f"  {number:>{room}}  ", "place", rule, view)
    yield []


def matrices(result: Result, view: View) -> Iterator[StyledLine]:
    """For each ruleset that judged several files: reports × required sections."""
    for each in matrix.matrices(result, view):
        yield [(view.say(matrix.TITLE), "title"), (f"  {each.ruleset}", "dim")]
        yield from _matrix(each, view)
        yield []


def unjudged(result: Result, view: View) -> Iterator[StyledLine]:
    """The files whose sections nobody looked at: those that cannot be read, those that fit no ruleset.

    Where the report on each file follows and there are no others, it says all of this once more.
    """
    unread = [file for file in result.files if file.unreadable]
    if not view.summary and (len(result.files) < 2 or len(unread) == len(result.files)):
        return
    colon = view.say(Message("：", ": "))
    yield from _named(
        [f"{file.path}{colon}{error(file, view)}" for file in unread],
        Message("没有检查的文件", "Not checked"),
        "error",
        view,
    )
    yield from _named(
        [file.path for file in result.files if file.form_only],
        Message(
            "看不出文种、只查了格式的文件（可用 --ruleset 指定规则集）",
            "Of no known kind, only their form was checked (name a ruleset with --ruleset)",
        ),
        "warning",
        view,
    )


def units(result: Result, view: View) -> Iterator[StyledLine]:
    """Who has not handed in a report, who has handed in several, and which files are of no unit."""
    if not result.units:
        return
    from linter.reporters.handed_in import told

    for title, names in told(result):
        yield from _named([view.listed(names)], title, "warning", view)


def other_periods(result: Result, view: View) -> Iterator[StyledLine]:
    """The reports that are about another period than those beside them: mostly last year's."""
    yield from _named(
        [
            view.say(finding.message.about(file.path))
            for file in result.files
            for finding in file.findings
            if finding.check == "period" and any(related.path for related in finding.related)
        ],
        Message("报告期和别的报告不同", "About another period than the others"),
        "warning",
        view,
    )


def _named(names: list[str], title: Message, style: str, view: View) -> Iterator[StyledLine]:
    """Some files or units under a title; nothing where there are none."""
    if not names:
        return
    yield from ([(text, "title")] for text in wrap(view.say(title), view.width))
    for name in names:
        yield from _hanging(name, style, view)
    yield []


def _hanging(text: str, style: str, view: View) -> Iterator[StyledLine]:
    """A text whose lines behind the first stand further in."""
    for at, line in enumerate(wrap(text, view.width - 4)):
        yield [("    " if at else "  ", ""), (line, style)]


def copies(result: Result, view: View) -> Iterator[StyledLine]:
    """The files that share passages, those that share most first."""
    findings = (finding for file in result.files for finding in file.findings)
    if not any(related.path for finding in findings for related in finding.related):
        return
    from linter.reporters.copies import clusters  # most runs need none of it

    found = clusters(result)
    if not found:
        return
    yield [(view.say(Message("哪些文件雷同", "Which files are copies")), "title")]
    for paths, passages, characters in found:
        zh, en = "、".join(paths), ", ".join(paths)
        said = Message(
            f"{zh}：{passages} 段相同，共 {characters} 字",
            f"{en}: {count(passages, 'passage')}, {count(characters, 'character')}",
        )
        yield from _hanging(view.say(said), "warning", view)
    yield []


def _matrix(found: matrix.Matrix, view: View) -> Iterator[StyledLine]:
    longest = max((width(label) for label, _ in found.rows), default=0)
    least = max(width(view.say(matrix.CELLS[state])) for state in _STYLES)
    rooms = {section: max(width(title), least) for section, title in found.columns.items()}
    room = min(longest, view.width - 2 - sum(each + 2 for each in rooms.values()))
    if found.rows and room >= min(longest, _LEAST_LABEL):
        titles = "".join(f"  {pad(title, rooms[section])}" for section, title in found.columns.items())
        yield [("  " + " " * room, ""), (titles, "dim")]
        yield from _rows(found.rows, rooms, room, view)
        told = len(found.rows)
    else:
        yield from _list(found.lacking, found.columns, view)
        told = len(found.lacking)
    if told < len(found.reports) or not found.lacking:
        yield [(f"  {view.say(found.rest)}", "ok")]


def _rows(
    reports: list[tuple[str, dict[str, str]]], rooms: dict[str, int], room: int, view: View
) -> Iterator[StyledLine]:
    for label, conditions in reports:
        line = [("  " + pad(label if width(label) <= room else clip_start(label, room), room), "")]
        for section, columns in rooms.items():
            state = conditions.get(section, "")
            text = view.say(matrix.CELLS[state])
            free = columns - width(text)
            line.append((f"  {' ' * (free // 2)}{text}{' ' * (free - free // 2)}", _STYLES[state]))
        yield line


def _list(
    lacking: list[tuple[str, dict[str, str]]], columns: dict[str, str], view: View
) -> Iterator[StyledLine]:
    for label, conditions in lacking:
        said = _said(conditions, columns, view)
        if bound(f"  {label}  {said}") <= view.width:
            yield [(f"  {label}  ", ""), (said, "error")]
            continue
        for text in wrap(label, view.width - 2):
            yield [(f"  {text}", "")]
        for text in wrap(said, view.width - 4):
            yield [(f"    {text}", "error")]


def _said(conditions: dict[str, str], columns: dict[str, str], view: View) -> str:
    """What a report lacks, in words: 缺：存在问题；空：下一步打算."""
    told, colon = [], view.say(Message("：", ": "))
    for state in _LACKING:
        titles = [title for section, title in columns.items() if conditions.get(section) == state]
        if titles:
            told.append(f"{view.say(SECTION_NAMES[state])}{colon}{view.listed(titles)}")
    return view.say(Message("；", "; ")).join(told)
