"""What the page shows, as JSON: the contract of `linter.reporters.json` and more, all in both languages.

A sentence is an object `{"zh": …, "en": …}` here, for the page changes its language by itself. Beside the
contract a file has its `text`, and a finding its offsets (code points of the document's text).
"""

from collections.abc import Callable, Iterable
from typing import Any

from linter.model.against import Against
from linter.model.finding import FileOutcome, Result, TextBlock
from linter.model.message import Message
from linter.model.rules import Rule, Ruleset
from linter.reporters import View, earlier
from linter.reporters.copies import pairs
from linter.reporters.json import file_value, summary
from linter.reporters.labels import period
from linter.reporters.rule_help import title, unlisted
from linter.reporters.verdict import sentence


def page_data(result: Result, view: View) -> dict[str, Any]:
    """The value that the page is given; `view` says the language that it opens in."""
    return {
        "lang": view.lang,
        "verdict": _in_both(lambda lang: sentence(result, view._replace(lang=lang))),
        "error": _both(result.error) if result.error else None,
        "notes": [_both(note) for note in result.notes],
        "files": [_file(file) for file in result.files],
        "rules": {id: _rule(rule) for id, rule in _rules(result).items()},
        "rulesets": {id: _both(name) for id, name in result.rulesets.items()},
        "copies": [pair._asdict() for pair in pairs(result)],
        "summary": summary(result),
    }


def choices(rulesets: Iterable[Ruleset]) -> list[dict[str, Any]]:
    """The rulesets that the start screen of the page offers."""
    return [{"id": each.id, "title": _both(each.title)} for each in rulesets]


def _both(text: Message) -> dict[str, str]:
    return text._asdict()


def _in_both(say: Callable[[str], str]) -> dict[str, str]:
    return {lang: say(lang) for lang in Message._fields}


def _file(file: FileOutcome) -> dict[str, Any]:
    value = file_value(file, _both)
    for told, finding in zip(value["findings"], file.findings, strict=True):
        told |= {"start": finding.start, "end": finding.end, "safe": finding.safe}
        told["where"] = _both(finding.place._replace(paragraphs=file.paragraphs).words)
        for place, related in zip(told["related"], finding.related, strict=True):
            place["where"] = _both(related.place.words)
    for told, part in zip(value["parts"], file.parts, strict=True):
        told |= {"period_words": _both(period(part.period))} if part.period else {}
    if file.against:
        value["against"] |= _earlier(file, file.against)
    counts = {"suppressed": file.suppressed, "baselined": file.baselined, "unchanged": file.unchanged}
    return value | {
        "paragraphs": file.paragraphs,
        "unreadable": file.unreadable,
        "form_only": file.form_only,
        "characters": file.characters,
        "left_out": counts,
        "text": [_block(block) for block in file.text],
    }


def _earlier(file: FileOutcome, found: Against) -> dict[str, Any]:
    """What the page says of a file that was held against earlier reports, beside the contract."""
    views = {lang: View(lang, verbose=True, paragraphs=file.paragraphs) for lang in Message._fields}
    remarks = zip(*(earlier.remarks(found, view) for view in views.values()), strict=True)
    return {
        "old": earlier.is_old(found),
        "said": _both(earlier.sentence(found)),
        "remarks": [dict(zip(views, remark, strict=True)) for remark in remarks],
        "nearest": [
            {
                "line": place.line,
                "said": {lang: earlier.stands(place, view) for lang, view in views.items()},
                "changed": {lang: earlier.changed(place.changes, view) for lang, view in views.items()},
            }
            for place in found.nearest
        ],
    }


def _block(block: TextBlock) -> dict[str, Any]:
    """Keys that say nothing are left out: a page may hold hundreds of documents."""
    value = {key: each for key, each in block._asdict().items() if each}
    return value | {"start": block.start, "end": block.start + len(block.text)}


def _rules(result: Result) -> dict[str, Rule]:
    """Every rule that the checklists or the findings name."""
    found = {finding.rule: finding for file in result.files for finding in file.findings}
    return {id: unlisted(each) for id, each in found.items()} | dict(result.rules)


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "check": rule.check,
        "level": rule.level,
        "title": _in_both(lambda lang: title(rule, View(lang))),
        "why": _both(rule.why),
        "source": rule.source,
    }
