"""The text of an open file to a `Verdict`: what is wrong in a draft, a rule file or a configuration."""

import codecs
import os
from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Literal, NamedTuple

from linter import api
from linter.engine.run import judge_draft
from linter.model.errors import Problem, ReportlintError, guarded
from linter.model.finding import FileOutcome
from linter.model.message import Message
from linter.model.rules import Rule
from linter.project import sidecar
from linter.readers import SUFFIXES
from linter.ruleset import library
from linter.schema.file_names import is_rule_file
from linter.surfaces.editor.positions import Text
from linter.surfaces.editor.projects import Project, Projects, is_configuration, require_sound

MOST = 2_000_000
"""Longer texts, in characters, are not judged while they are written: `reportlint check` does that."""

Kind = Literal["draft", "ruleset", "configuration", "other"]

_DRAFT_LANGUAGES = ("plaintext", "text", "markdown", "html")
_NO_RULES: Mapping[str, Rule] = MappingProxyType({})


class File(NamedTuple):
    """An open file, as the editor knows it."""

    path: str
    """On the disk, or where it would be."""
    language: str
    """The editor's name for what it holds."""
    source: str


class Verdict(NamedTuple):
    """What is found in an open file."""

    outcome: FileOutcome | None = None
    """Of a draft; None for other files, and where there is nothing to judge."""
    rules: Mapping[str, Rule] = _NO_RULES
    """The rules that judged it, by id."""
    project: Project | None = None
    """That of a draft."""
    problems: tuple[Problem, ...] = ()
    """Of a rule file or configuration; such as are about another file have another path."""
    error: Message | None = None
    """Why it was not judged, or not by every rule."""


NOTHING = Verdict()


class OpenFile(NamedTuple):
    """One version of an open file, and what is found in it."""

    uri: str
    file: File
    text: Text
    lang: str
    version: int | None = None
    verdict: Verdict = NOTHING

    @property
    def kind(self) -> Kind:
        """What the file is."""
        return kind(self.file)


def kind(file: File) -> Kind:
    """What a file is; `other` files are none of our business."""
    name = PurePath(file.path).name
    if is_configuration(file.path, file.source):
        return "configuration"
    if is_rule_file(name):
        return "ruleset" if _looks_like_rules(file.source) else "other"
    suffix = os.path.splitext(name)[1].lower()
    return "draft" if file.language in _DRAFT_LANGUAGES or suffix in SUFFIXES else "other"


def _looks_like_rules(source: str) -> bool:
    """Whether YAML is a rule file, by its keys: most YAML in a repository is none."""
    keys = {line.partition(":")[0] for line in source.splitlines() if ":" in line}
    if "$schema=" in source[:500] and "schema.json" in source[:500]:
        return True
    return "id" in keys and bool(keys & {"extends", "sections", "rules", "words", "applies_to"})


def judge(file: File, projects: Projects) -> Verdict:
    """What is found in a file. Never raises: what fails is the `error` of the verdict."""
    try:
        with guarded(file.path, Message("检查", "judging")):
            match kind(file):
                case "draft":
                    return _draft(file, projects)
                case "ruleset":
                    return Verdict(problems=library.problems(data(file), file.path))
                case "configuration":
                    require_sound(data(file), file.path)
            return NOTHING
    except ReportlintError as error:
        return Verdict(problems=error.problems, error=None if error.problems else error.text)


def data(file: File) -> bytes:
    """The text as bytes that are read as UTF-8 whatever stands in it: a draft of two words is, too."""
    return codecs.BOM_UTF8 + file.source.encode("utf-8", "replace")


def _draft(file: File, projects: Projects) -> Verdict:
    if not file.source or file.source.isspace():
        return NOTHING
    if len(file.source) > MOST:
        return Verdict(error=_too_long())
    project = projects.of(file.path)
    if project.excludes(file.path):
        return NOTHING
    judged = judge_draft(project.selector, api.draft(data(file), file.path, sidecar.load(file.path)))
    outcome = judged.outcome
    if outcome.unreadable:
        return Verdict(error=outcome.error)
    if outcome.paragraphs:
        return Verdict(error=_no_text())
    return Verdict(outcome, project.rules(judged), project, error=outcome.error)


def _too_long() -> Message:
    return Message(
        f"文件超过 {MOST // 10_000} 万字，编辑时不检查。请运行 reportlint check",
        f"more than {MOST:,} characters: not checked while it is written; run reportlint check",
    )


def _no_text() -> Message:
    return Message(
        "文件的内容不是纯文本、Markdown 或网页，编辑器里无法标出位置。请运行 reportlint check",
        "this file holds no plain text, Markdown or HTML, so places cannot be shown in it; "
        "run reportlint check",
    )
