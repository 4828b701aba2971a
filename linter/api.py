"""The public interface: the bytes and the name of a report in, its findings out.

    from linter import api

    outcome = api.check(data, "总结.docx")
    for finding in outcome.findings:
        print(finding.line, finding.message.say("en"))

No function opens a file of the user's, prints, exits or keeps state: all input is passed in, all output
returned. Only the program's own files are read (its rulesets and their compiled cache). A PDF or an old
`.doc` is read in a helper process where the system has processes. All functions may be called from
several threads.

Rulesets are chosen by `rulesets=`: ids of shipped sets, sets that `load_ruleset` made of the user's own
rule files, `"auto"` (by the report's title), or what `choose` returned, which saves preparing the same
rules for every call. `settings=` are the settings of `reportlint.toml` that are about rules.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias, overload

from linter.confined import Limits
from linter.engine.choice import AUTO, Choice
from linter.engine.judge import JudgedDraft
from linter.engine.run import Progress, judge_draft, judge_drafts
from linter.engine.selection import RulesetSelector, Selection
from linter.model.document import Document
from linter.model.draft import Draft
from linter.model.errors import (
    ConfigError,
    CrashError,
    ReportlintError,
    RulesetError,
    UnfixableError,
    UnreadableError,
    guarded,
)
from linter.model.finding import FileOutcome, Finding, Result, Suppression
from linter.model.message import Message
from linter.model.rules import Ruleset
from linter.project.config import Configs
from linter.project.settings import Config, Settings
from linter.reporters import REPORTERS, View

if TYPE_CHECKING:
    from datetime import datetime

    from linter.annotate import AnnotatedFile
    from linter.engine.fixes import Fixed
    from linter.engine.strangers import StrangersJudge

__all__ = [
    "AUTO",
    "REPORTERS",
    "ConfigError",
    "CrashError",
    "Draft",
    "FileOutcome",
    "Finding",
    "Limits",
    "Message",
    "ReportlintError",
    "Result",
    "Ruleset",
    "RulesetError",
    "RulesetSelector",
    "Settings",
    "UnfixableError",
    "UnreadableError",
    "View",
    "annotate",
    "check",
    "check_many",
    "choose",
    "draft",
    "explain",
    "fix",
    "load_ruleset",
    "report",
    "strangers_judge",
]

Rulesets: TypeAlias = "RulesetSelector | str | Ruleset | Iterable[str | Ruleset]"
"""The rulesets to judge a draft by: ids, rulesets, or what `choose` returned."""


def choose(rulesets: Rulesets = (), settings: Settings = Settings()) -> RulesetSelector:  # noqa: B008
    """Prepare rulesets for any number of calls of the other functions.

    If `rulesets` is empty, those of `settings.ruleset`; if that is empty too, `"auto"`.
    Raises RulesetError for an unknown set, ConfigError for an unknown rule in `settings`.
    """
    if isinstance(rulesets, RulesetSelector):
        return rulesets
    given = [rulesets] if isinstance(rulesets, str | Ruleset) else list(rulesets)
    own = {each.id: each for each in given if isinstance(each, Ruleset)}
    names = tuple(each.id if isinstance(each, Ruleset) else each for each in given)
    rules = settings._replace(
        ruleset=_several(settings.ruleset),
        select=_several(settings.select),
        ignore=_several(settings.ignore),
    )
    selector = RulesetSelector(Selection(names), Configs(Config(rules)), own, files=False)
    selector.require_sound([""])
    return selector


def load_ruleset(data: bytes, name: str) -> Ruleset:
    """The ruleset in the content of a rule file, which may extend shipped rulesets, no others.

    `name` stands for the file in messages. Raises RulesetError with every problem in the file.
    """
    from linter.ruleset.library import compiled

    return compiled(data, name)


def draft(data: bytes, name: str, suppressions: bytes | None = None) -> Draft:
    """A draft for `check_many`.

    `name` and `suppressions` are those of `check`.
    """
    declared = partial(_suppressions, suppressions, name) if suppressions else None
    return Draft(name, partial(bytes, data), declared, len(data))


def check(
    data: bytes,
    name: str,
    rulesets: Rulesets = (),
    settings: Settings = Settings(),  # noqa: B008
    suppressions: bytes | None = None,
    keep_text: bool = False,
) -> FileOutcome:
    """Judge one draft: `findings`, `parts` with the state of every section, `checklist`, `error`.

    `name` stands for the draft in messages; its suffix is a hint of the format, the bytes decide.
    `suppressions` is the content of a file of suppressed findings, as `NAME.reportlint.yml` holds them.
    With `keep_text` the outcome holds the text, which the format `html` shows. A draft that cannot be read
    raises nothing: `error` says why. Raises what `choose` raises.
    """
    selector = choose(rulesets, settings)
    return judge_draft(selector, draft(data, name, suppressions), keep_text=keep_text).outcome


def check_many(
    drafts: Iterable[Draft],
    rulesets: Rulesets = (),
    settings: Settings = Settings(),  # noqa: B008
    jobs: int = 1,
    progress: Progress = lambda done, total: None,
    keep_text: bool = False,
) -> Result:
    """Judge several drafts, and compare them with each other; the outcomes are in the order of the drafts.

    Each draft must have a name of its own, by which copies are told.

    `jobs` is the number of processes, 0 for a number that suits the drafts; leave it at 1 inside a thread.
    In a program that has threads, on macOS and on Windows they import its main module, whose work must then
    stand under `if __name__ == "__main__":`.
    `progress` is called with the number of drafts done and the number of all; `keep_text` is that of `check`.
    `settings.units` tells who is to hand in a report, for `Result.units`, whatever `rulesets` are. Raises
    what `choose` raises.
    """
    result = judge_drafts(list(drafts), choose(rulesets, settings), jobs, progress, keep_text)
    if not settings.units:
        return result
    from linter.engine.handed_in import with_units

    return with_units(result, _several(settings.units))


def strangers_judge(
    rulesets: Rulesets = (),
    settings: Settings = Settings(),  # noqa: B008
    limits: Limits = Limits(cpu=20, wall=120),  # noqa: B008
    workers: int = 0,
) -> "StrangersJudge":
    """A judge for files of unknown origin: `with strangers_judge() as judge: judge.check(data, name)`.

    Each file is judged in a process of its own within `limits`, whose breach is the file's `error`.
    `workers` is how many files are judged at once, 0 for as many as there are cores. Raises what `choose`
    raises, and ReportlintError where no process can be started.
    """
    from linter.engine.strangers import StrangersJudge
    from linter.engine.workers import cores

    return StrangersJudge(choose(rulesets, settings), limits, workers or cores())


@overload  # a literal is a `str` as well, and yet means another type here
def report(  # type: ignore[overload-overlap]
    result: Result | FileOutcome,
    form: Literal["xlsx"],
    view: View = View(),  # noqa: B008
) -> bytes: ...


@overload
def report(result: Result | FileOutcome, form: str = "json", view: View = View()) -> str: ...  # noqa: B008


def report(result: Result | FileOutcome, form: str = "json", view: View = View()) -> str | bytes:  # noqa: B008
    """A result in one of the output formats; `form` is a key of `REPORTERS`. Bytes for `xlsx`, else text.

    `view` gives the language (`zh`, `en`), the width in columns, and how much to show. Raises ConfigError
    for an unknown format, and where an extra is missing that it needs.
    """
    from linter.reporters import reporter

    if form not in REPORTERS:
        known = ", ".join(REPORTERS)
        raise ConfigError(
            f"没有输出格式“{form}”，可用的有：{known}", f"no format '{form}'; valid are: {known}"
        )
    whole = Result((result,)) if isinstance(result, FileOutcome) else result
    made = reporter(form)(whole, view)
    return made if isinstance(made, bytes) else "".join(made)


def annotate(
    data: bytes,
    name: str,
    rulesets: Rulesets = (),
    settings: Settings = Settings(),  # noqa: B008
    suppressions: bytes | None = None,
    lang: str = "zh",
    suggest: bool = False,
    date: "datetime | None" = None,
    in_place: bool = False,
    outcome: FileOutcome | None = None,
) -> "AnnotatedFile":
    """A Word file with a comment at the exact characters of each finding.

    For a draft in another format, a Word file is made from its text. `suggest` writes safe suggestions as
    tracked changes; `date` is the date of the comments, by default now: Word shows it as it stands,
    whatever its time zone. With `in_place` the answer is to take the place of the draft; else it is a copy,
    which the check of a folder leaves out. `outcome` is what `check_many` found in the draft, copies of other
    drafts among it; without it the draft is judged here.

    Raises UnreadableError, also for a draft that has changed since; CrashError where the program fails in the
    draft, or makes another file than was to be; ConfigError where the file takes no tracked changes; and what
    `choose` raises.
    """
    from datetime import datetime  # a check needs no date

    from linter.annotate import Options
    from linter.annotate import annotate as annotated

    selector = choose(rulesets, settings)
    if outcome is None:
        judged = judge_draft(selector, draft(data, name, suppressions))
        found, choice = _readable(judged.outcome), _chosen(judged)
    else:
        found, choice = _readable(outcome), _choice_again(data, name, selector, outcome)
    prepared = selector.prepared(choice)
    rules = {rule.id: rule for rule in prepared.ruleset.rules}
    when = (date or datetime.now()).strftime("%Y-%m-%dT%H:%M:%SZ")
    with guarded(name, Message("写批注", "writing the comments")):
        return annotated(name, data, found, rules, prepared.lines, Options(lang, when, suggest, in_place))


def fix(
    data: bytes,
    name: str,
    rulesets: Rulesets = (),
    settings: Settings = Settings(),  # noqa: B008
    suppressions: bytes | None = None,
    unsafe: bool = False,
) -> "Fixed":
    """Carry out the suggestions in a plain text or Markdown draft; every other byte stays.

    `unsafe` carries out suggestions that may change the meaning, too. Raises UnfixableError: another
    format, or its text does not encode to the same bytes; UnreadableError, CrashError, and what `choose`
    raises.
    """
    from linter import readers
    from linter.engine import fixes

    selector = choose(rulesets, settings)

    def judge(path: str, content: bytes) -> FileOutcome:
        return judge_draft(selector, draft(content, path, suppressions)).outcome

    _readable(judge(name, data))
    if readers.read(name, data).format not in fixes.FORMATS:
        raise UnfixableError(
            f"{name}：这种格式不能直接修正，可用 annotate 写上修订建议",
            f"{name}: not a format to fix in place; annotate writes suggestions as tracked changes",
        )
    return fixes.fix_text(name, data, judge, unsafe)


def explain(
    data: bytes,
    name: str,
    rulesets: Rulesets = (),
    settings: Settings = Settings(),  # noqa: B008
    sections: Sequence[str] = (),
    lang: str = "zh",
) -> str:
    """Why each section counts as present or absent, as text; `sections` are ids, by default all.

    Raises UnreadableError, CrashError, ConfigError for an unknown section, and what `choose` raises.
    """
    from linter import readers
    from linter.engine.known_rules import require_known
    from linter.structure.explanation import explain as explained

    selector = choose(rulesets, settings)
    document = readers.read(name, data)
    parts, choice = selector.outlined(document)
    prepared = selector.prepared(choice)
    known = [terms.id for terms in prepared.ruleset.sections]
    require_known("部分", "section", sections, prepared.ruleset.id, known)
    kinds = [selector.prepared(each) for each in selector.by_part(document, parts, choice)]
    by_part = [(part, kind.vocabulary, kind.weights) for part, kind in zip(parts, kinds, strict=True)]
    with guarded(name, Message("查找各部分", "looking for the sections")):
        return explained(document, by_part, sections, lang)


def _suppressions(data: bytes, name: str, document: Document) -> list[Suppression]:
    from linter.project.files import SUPPRESSIONS
    from linter.project.sidecar import parse

    return parse(data, name + SUPPRESSIONS, document)


def _readable(outcome: FileOutcome) -> FileOutcome:
    """The outcome, if its draft was judged. Raises UnreadableError or CrashError if not."""
    if outcome.error and not outcome.ruleset:
        if outcome.crashes:
            raise CrashError(outcome.path, outcome.crashes[0])
        raise UnreadableError(*outcome.error)
    return outcome


def _chosen(judged: JudgedDraft) -> Choice:
    """What a draft was judged by that `_readable` let through."""
    assert judged.choice is not None
    return judged.choice


def _choice_again(data: bytes, name: str, selector: RulesetSelector, outcome: FileOutcome) -> Choice:
    """What a draft was judged by. Raises UnreadableError where it is no longer the one that was judged."""
    from linter import readers
    from linter.engine.sketch import sketch

    document = readers.read(name, data)
    if sketch(document.text) != outcome.sketch:
        raise UnreadableError(
            f"{name}：检查以后文件被改过，请重试", f"{name}: has changed since it was checked; try again"
        )
    return selector.outlined(document)[1]


def _several(names: str | tuple[str, ...]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)
