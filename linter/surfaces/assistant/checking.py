"""A draft from an assistant to the verdict on it; it is judged as a stranger's file."""

import codecs
import json
from collections.abc import Sequence
from typing import Any

from linter import api
from linter.model.errors import UnreadableError
from linter.model.finding import FileOutcome
from linter.model.levels import LEVELS
from linter.model.rules import Ruleset
from linter.surfaces.assistant import reading
from linter.surfaces.assistant.answers import CheckAnswer, FindingAnswer, PartAnswer, SectionAnswer

LISTED = 200
"""Findings that are listed: a model reads no more, and has to mend the first ones anyway."""


class Checker:
    """Judges drafts by shipped rulesets and those that were named at the start. Close it, or use `with`."""

    def __init__(self, rulesets: Sequence[str | Ruleset], folder: str | None) -> None:
        """`rulesets` judge where an assistant names none, `folder` holds the files that it may name.

        Raises what `api.strangers_judge` raises.
        """
        self._own = {each.id: each for each in rulesets if isinstance(each, Ruleset)}
        self._default = api.choose(rulesets)
        self._chosen: dict[tuple[str, ...], api.RulesetSelector] = {}
        self._folder = folder
        self._judge = api.strangers_judge(self._default)

    def __enter__(self) -> "Checker":
        return self

    def __exit__(self, *_: object) -> None:
        self._judge.close()

    def check(self, text: str, path: str, rulesets: Sequence[str], lang: str) -> CheckAnswer:
        """Judge a text, or the file at a path: one of the two is given.

        Raises UnreadableError where neither or both are, or the path is refused; RulesetError.
        """
        if bool(text) == bool(path):
            raise UnreadableError("请传入 text 或 path，二者取一", "give `text` or `path`, one of the two")
        data = reading.read(self._folder, path) if path else _bytes(text)
        outcome = self._judge.check(data, path or "draft.txt", self._selector(tuple(rulesets)))
        return _answer(outcome, lang)

    def _selector(self, names: tuple[str, ...]) -> api.RulesetSelector:
        if not names:
            return self._default
        if names not in self._chosen:
            self._chosen[names] = api.choose([self._own.get(name, name) for name in names])
        return self._chosen[names]


def _bytes(text: str) -> bytes:
    """The text as bytes that are read as UTF-8, whatever stands in it."""
    data = codecs.BOM_UTF8 + text.encode("utf-8", "replace")
    if len(data) > reading.MOST:
        limit = reading.MOST >> 20
        raise UnreadableError(f"正文超过 {limit} MB", f"the text is larger than {limit} MB")
    return data


def _answer(outcome: FileOutcome, lang: str) -> CheckAnswer:
    """The answer, made from the report in JSON, which says the same in the same words."""
    report = json.loads(api.report(outcome, "json", api.View(lang)))
    file, summary = report["files"][0], report["summary"]
    findings = sorted(file["findings"], key=lambda each: -LEVELS.index(each["level"]))
    return {
        "passed": not file["error"] and not summary["errors"],
        "error": file["error"],
        "ruleset": file["ruleset"],
        "form_only": outcome.form_only,
        "errors": summary["errors"],
        "warnings": summary["warnings"],
        "info": summary["info"],
        "parts": [_part(each) for each in file["parts"]],
        "findings": [_for_model(each, FindingAnswer) for each in findings[:LISTED]],
        "left_out": max(0, len(findings) - LISTED),
    }


def _part(part: Any) -> Any:
    sections = [_for_model(each, SectionAnswer) for each in part["sections"]]
    return {**_for_model(part, PartAnswer), "sections": sections}


def _for_model(value: dict[str, Any], shape: Any) -> Any:
    """What a model is told of a value of the report: what it can act on, no fingerprints."""
    return {key: value[key] for key in shape.__annotations__ if key in value}
