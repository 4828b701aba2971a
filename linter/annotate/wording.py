"""The text of comments."""

from collections.abc import Iterator, Mapping

from linter.model.against import Against, EarlierPlace
from linter.model.document import Place
from linter.model.errors import crash_text
from linter.model.finding import CheckRow, FileOutcome, Finding, PartResult, RelatedPlace, SectionRow
from linter.model.levels import LEVEL_NAMES, OUTCOME_NAMES, SECTION_NAMES, SECTION_SIGNS
from linter.model.message import Message
from linter.model.rules import Rule
from linter.reporters import View, earlier

_PLACES = 5
"""So many other places that a finding is about are named: a comment with twenty is not read."""
_LONGEST = 60
"""Characters of a quotation."""


class CommentText:
    """Writes the comments on one file, in one language."""

    def __init__(self, lang: str, rules: Mapping[str, Rule]) -> None:
        self._lang = lang
        self._rules = rules

    def say(self, zh: str, en: str) -> str:
        """The one of two sentences that is in the language of the comments."""
        return Message(zh, en).say(self._lang)

    def finding(self, finding: Finding, elsewhere: Message | None) -> list[str]:
        """The paragraphs of the comment on a finding; `elsewhere` says where its text stands, if not here."""
        told = list(self._finding(finding))
        if elsewhere is None:
            return told
        excerpt = _short(finding.excerpt)
        return [self.say(f"{elsewhere.zh}中的“{excerpt}”：", f"In the {elsewhere.en}, “{excerpt}”:"), *told]

    def checklist(self, file: FileOutcome, index: int) -> list[str]:
        """The paragraphs of the comment at the title of report `index`: what is missing, what is where."""
        part = file.parts[index]
        rows = [row for row in file.checklist if row.part == index]
        return [
            self.say(f"检查清单（规则集 {file.ruleset}）", f"Checklist (ruleset {file.ruleset})"),
            *self._sections(part, file.paragraphs),
            self._tally(rows),
            *(self._text(note) for note in self._remarks(file) if index == 0),
            *(self._earlier(file, file.against) if file.against and index == 0 else ()),
        ]

    def passage(self, place: EarlierPlace, paragraphs: bool) -> list[str]:
        """The paragraphs of the comment on a passage that stands in an earlier report."""
        view = self._view(paragraphs)
        told = [self._text(earlier.TITLE), earlier.stands(place, view)]
        if place.changes:
            told.append(self.say("改动：", "Changed: ") + earlier.changed(place.changes, view))
        return told

    def _earlier(self, file: FileOutcome, found: Against) -> Iterator[str]:
        """How much of a draft stands in earlier reports, and what to look at."""
        yield self._text(earlier.sentence(found))
        yield from earlier.remarks(found, self._view(file.paragraphs))

    def _view(self, paragraphs: bool) -> View:
        return View(self._lang, verbose=True, paragraphs=paragraphs)

    def _remarks(self, file: FileOutcome) -> Iterator[Message]:
        """The notices about the whole file."""
        if file.crashes:
            yield crash_text("", file.crashes)
        yield from file.notes

    def closing(self, count: int) -> list[str]:
        """The paragraphs of the last comment, where `count` findings have none."""
        zh = f"问题太多，还有 {count} 处没有加批注。先改完这些，再检查一次。"
        en = f"{count} more findings have no comment: too many. Mend these first, then check again."
        return [self.say(zh, en)]

    def _text(self, text: Message) -> str:
        return text.say(self._lang)

    def _finding(self, finding: Finding) -> Iterator[str]:
        colon = self.say("：", ": ")
        yield self._text(LEVEL_NAMES[finding.level]).capitalize() + colon + self._text(finding.message)
        if finding.suggestion is not None:
            zh, en = f"建议改为：{finding.suggestion}", f"Suggested: {finding.suggestion}"
            yield self.say(zh, en) if finding.suggestion else self.say("建议删去", "Suggested: delete it")
        rule = self._rules.get(finding.rule)
        why = self._text(rule.why) if rule else ""
        if why:
            yield self.say("为什么：", "Why: ") + why
        # Told by their lines, two places may be one.
        places = list(dict.fromkeys(map(self._related, finding.related)))
        yield from places[:_PLACES]
        if len(places) > _PLACES:
            left = len(places) - _PLACES
            yield self.say(f"还有 {left} 处", f"{left} more place{'s' * (left > 1)}")
        source = self.say(f"（{rule.source}）", f" ({rule.source})") if rule and rule.source else ""
        yield self.say("规则：", "Rule: ") + finding.rule + source

    def _related(self, related: RelatedPlace) -> str:
        where = " ".join(filter(None, (related.path, self._text(related.place.words))))
        message = self._text(related.message)
        zh, en = f"另见：{where}", f"See also: {where}"
        return self.say(f"{zh}，{message}", f"{en}, {message}") if message else self.say(zh, en)

    def _sections(self, part: PartResult, paragraphs: bool) -> Iterator[str]:
        missing = [row for row in part.sections if row.state == "absent" and row.required]
        there = [row for row in part.sections if row.state != "absent"]
        there.sort(key=lambda row: row.condition in ("heading", "body"))
        for row in (*missing, *there):
            said = self._text(SECTION_NAMES[row.condition])
            said += self._evidence(row, paragraphs) if row.state != "absent" else ""
            yield f"{SECTION_SIGNS[row.condition]} {self._text(row.title)}{self.say('：', ': ')}{said}"

    def _evidence(self, row: SectionRow, paragraphs: bool) -> str:
        place = self._text(Place(row.line, row.line, paragraphs=paragraphs).words) if row.line else ""
        return self.say(f"，{place}“{_short(row.evidence)}”", f", {place}, “{_short(row.evidence)}”")

    def _tally(self, rows: list[CheckRow]) -> str:
        states = [row.state for row in rows]
        counts = [(states.count(state), text) for state, text in OUTCOME_NAMES.items()]
        listed = [self.say(f"{text.zh} {count} 项", f"{count} {text.en}") for count, text in counts if count]
        return self.say("规则：" + "，".join(listed), "Rules: " + ", ".join(listed))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
