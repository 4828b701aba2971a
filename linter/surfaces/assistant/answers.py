"""What the tools give back. The keys of a check are those of `--output-format json`, as far as they go."""

from typing import (
    Annotated,
    Literal,
    NotRequired,  # before Python 3.12 pydantic takes no others
)

from pydantic import Field
from typing_extensions import TypedDict

from linter.model.levels import Level, LevelOrOff

Lines = Annotated[int, Field(description="1-based; in Word and PDF files the paragraph's number")]


class SectionAnswer(TypedDict):
    """A section of the kind of report, and whether the report has it."""

    section: str
    title: str
    required: bool
    state: Annotated[
        Literal["heading", "body", "absent"],
        Field(description="under a heading of its own, within running text, or not there"),
    ]
    substance: Annotated[
        Literal["ok", "thin", "empty"], Field(description="what stands under it: thin is too short")
    ]
    line: int | None
    chars: int
    evidence: str


class PartAnswer(TypedDict):
    """One report in the file."""

    title: str | None
    line: Lines
    end_line: Lines
    sections: list[SectionAnswer]


class FindingAnswer(TypedDict):
    """One thing that is wrong."""

    rule: Annotated[str, Field(description="ask explain_rule about it")]
    level: Level
    message: str
    line: Lines
    column: Annotated[int, Field(description="1-based, in code points")]
    end_line: Lines
    end_column: Annotated[int, Field(description="exclusive")]
    excerpt: str
    section: str | None
    suggestion: Annotated[str | None, Field(description="text to put in place of the excerpt")]
    page: NotRequired[int]
    opening: NotRequired[Annotated[str, Field(description="the first words of the paragraph")]]


class CheckAnswer(TypedDict):
    """The verdict on a draft."""

    passed: Annotated[bool, Field(description="it was judged, and has no finding of level error")]
    error: Annotated[str | None, Field(description="why it was not judged, or not by every rule")]
    ruleset: Annotated[str, Field(description="what it was judged by; empty where it was not judged")]
    form_only: Annotated[
        bool, Field(description="no ruleset fits the title, so that no section was asked for")
    ]
    errors: int
    warnings: int
    info: int
    parts: list[PartAnswer]
    findings: Annotated[list[FindingAnswer], Field(description="the gravest first, then by place")]
    left_out: Annotated[int, Field(description="further findings that are not listed")]


class RuleAnswer(TypedDict):
    """A rule: what it asks for and why."""

    rule: str
    ruleset: Annotated[str, Field(description="the ruleset that defines it")]
    check: str
    level: LevelOrOff
    message: str
    why: str
    source: Annotated[str, Field(description="the standard and clause, or the practice")]
    silent_on: Annotated[list[str], Field(description="texts that pass")]
    fires_on: Annotated[list[str], Field(description="texts that do not")]
    page: Annotated[str, Field(description="all of it, with the options, in Markdown")]


class SectionName(TypedDict):
    """A section that a ruleset knows."""

    section: str
    title: str
    required: bool


class RulesetAnswer(TypedDict):
    """A ruleset: a kind of report, or a standard."""

    ruleset: str
    title: str
    source: str
    extends: list[str]
    rules: Annotated[int, Field(description="how many it has, inherited ones included")]
    sections: list[SectionName]
    has_skeleton: Annotated[bool, Field(description="whether draft_skeleton can lay it out")]


class RulesetsAnswer(TypedDict):
    """The rulesets that a report can be judged by."""

    rulesets: list[RulesetAnswer]


class SkeletonAnswer(TypedDict):
    """A draft to be filled in."""

    ruleset: str
    format: Literal["md", "txt"]
    text: Annotated[
        str, Field(description="what is in （此处填写…） has to be replaced, or the draft does not pass")
    ]
