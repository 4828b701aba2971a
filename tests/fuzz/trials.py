"""What the program does with an input, and what must hold of it: a verdict or a reason, and reports that are whole.

A trial returns `judged` or `refused`. Anything else is a fault: an exception that is none of ours, a crash that
the program reports of itself (`CrashError`, `FileOutcome.crashes`), or an assertion.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

from linter import api, readers
from linter.engine import baseline, baseline_file
from linter.model.document import Document
from linter.model.errors import ConfigError, RulesetError, UnfixableError, UnreadableError
from linter.model.finding import FileOutcome, Result
from linter.project import config
from linter.text.visible import harmless

REFUSALS = (ConfigError, RulesetError, UnfixableError, UnreadableError)
DRAFT = "第三水厂2025年上半年工作总结\n一、工作情况\n截止目前,投入××万元，学习学习。\n二、下一步\n联系人：××\n".encode()
NAMES = (
    "::error::a.txt", "\x1b]0;a\x07.txt", "a\nb.txt", "a\u202eb.txt", "\udcff.txt", "-.md", "=1+1.txt", "a\x85b.txt", "##[group]a.md",
    "a" * 300 + ".txt", "<b>.html", "'\"&.txt", "\u2028.txt", "%0A::a.txt", "..", "C:\\a.txt", "a\tb.txt", "\0.txt",
)  # fmt: skip
_OBEYED = frozenset(map(chr, (*range(9), 11, 12, *range(14, 32), *range(127, 160), 0x202E, 0x2028)))

SELECTOR = api.choose()


def draft(kind: str, data: bytes) -> str:
    """Judge a draft, write every report and the comments, carry out every fix."""
    name = f"f.{kind}"
    result = _sound(api.check_many([api.draft(data, name), api.draft(DRAFT, "other.txt")], SELECTOR))
    _reports(result)
    if result.files[0].error:
        return "refused"
    _whole(readers.read(name, data))
    _refusable(lambda: api.annotate(data, name, SELECTOR, suggest=True))
    _refusable(lambda: _fixed(data, name))
    return "judged"


def names(data: bytes) -> str:
    """Judge drafts with hostile names, a broken one among them."""
    chance = Random(data)
    drafts = [
        api.draft(each, name)
        for each, name in zip((data, DRAFT, b"\0PK"), chance.sample(NAMES, 3), strict=True)
    ]
    _reports(_sound(api.check_many(drafts, SELECTOR)))
    return "judged"


def ruleset(data: bytes) -> str:
    """Load a rule file and judge a draft by it."""
    own = api.load_ruleset(data, "own.yaml")
    _reports(_sound(api.check_many([api.draft(DRAFT, "a.txt"), api.draft(DRAFT, "b.txt")], own)))
    return "judged"


def configuration(data: bytes) -> str:
    """Load a configuration, and ask it about paths."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, config.NAME)
        path.write_bytes(data)
        known = config.load(str(path))
        for name in NAMES[:8]:
            config.excluded(known, f"{folder}/drafts/{name}")
            config.ruleset_for(known, f"{folder}/drafts/{name}")
            config.period_for(known, f"{folder}/drafts/{name}")
    _reports(_sound(Result((api.check(DRAFT, "a.txt", settings=known.settings._replace(paths=())),))))
    return "judged"


def sidecar(data: bytes) -> str:
    """Judge a draft with a file of suppressions."""
    result = _sound(Result((api.check(DRAFT, "a.txt", SELECTOR, suppressions=data or b" "),)))
    _reports(result)
    return "refused" if result.files[0].error else "judged"


def known_findings(data: bytes) -> str:
    """Load a baseline, compare a result with it, and write it anew."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder, "baseline.json"))
        Path(path).write_bytes(data)
        known = baseline_file.load(path)
        result = _sound(Result((api.check(DRAFT, f"{folder}/draft.txt", SELECTOR),)))
        _reports(baseline.compare(result, known, path, SELECTOR.judged).result)
        Path(path).write_text(
            baseline_file.text(baseline.updated(result, known, path, SELECTOR.judged)),
            "utf-8",
            "surrogateescape",
        )
        baseline_file.load(path)
    return "judged"


OTHERS: dict[str, Callable[[bytes], str]] = {
    "names": names,
    "ruleset": ruleset,
    "toml": configuration,
    "sidecar": sidecar,
    "baseline": known_findings,
}


def trial(kind: str, data: bytes) -> str:
    """What became of an input: `judged`, `refused`, or what went wrong."""
    try:
        return OTHERS[kind](data) if kind in OTHERS else draft(kind, data)
    except REFUSALS:
        return "refused"
    except BaseException as error:
        return _fault(error)


def _fault(error: BaseException) -> str:
    """One line about an exception: what it is, and where in the program it was raised."""
    trace, place = error.__traceback__, ""
    while trace:
        file = trace.tb_frame.f_code.co_filename
        place = f"{Path(file).name}:{trace.tb_lineno}" if "/linter/" in file or not place else place
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}: {error}".replace("\n", " ")[:300]


def _sound(result: Result) -> Result:
    """The result, if no rule and no reader crashed."""
    for crash in (*result.crashes, *(crash for file in result.files for crash in file.crashes)):
        raise AssertionError(f"crash: {crash.trace[-300:]}")
    return result


def _refusable(work: Callable[[], object]) -> None:
    with suppress(*REFUSALS):
        work()


def _whole(document: Document) -> None:
    """Every span of a document lies in its text, which can be written; every block holds words."""
    for span in (*document.blocks, *document.marks):
        assert 0 <= span.start <= span.end <= len(document.text), "a span outside of the text"
    for block in document.blocks:
        assert document.text[block.start : block.end].strip(), "a blank block"
    document.text.encode()


def _fixed(data: bytes, name: str) -> None:
    """Carry out every suggestion; what comes out has none left."""
    done = api.fix(data, name, SELECTOR, unsafe=True)
    assert api.fix(done.after, name, SELECTOR, unsafe=True).after == done.after, "a fix that does not end"


def _reports(result: Result) -> None:
    """Every report about a result, in both languages: nothing in it steers a terminal, JSON is JSON."""
    for file in result.files:
        _placed(file)
    for form, about in api.REPORTERS.items():
        for lang in ("zh", "en"):
            report = api.report(result, form, api.View(lang, statistics=True, verbose=True))
            if about.binary:
                continue
            text = harmless(report, about.commands)
            assert not _OBEYED & set(text), f"{form}: a control character"
            if form in ("json", "sarif"):
                json.loads(text)
            elif not about.commands:
                assert not any(line.lstrip().startswith("::") for line in text.split("\n")), (
                    f"{form}: a command"
                )


def _placed(file: FileOutcome) -> None:
    """Every finding has a place."""
    for finding in file.findings:
        assert finding.start <= finding.end, "a finding that ends before it begins"
        assert min(finding.line, finding.column) > 0, "a finding without a place"
