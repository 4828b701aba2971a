"""Levels of findings, states of rules and sections: the one place that says what people call them."""

from typing import Literal

from linter.model.message import Message

Level = Literal["error", "warning", "info"]
"""The severity of a finding."""
LevelOrOff = Literal[Level, "off"]
"""What a rule may be set to."""


LEVELS: tuple[Level, ...] = ("info", "warning", "error")
"""Severity levels, mildest first."""


def failing(fail_on: str) -> tuple[Level, ...]:
    """The levels that make a run fail, where `fail_on` is the mildest of them; none for `never`."""
    return LEVELS[LEVELS.index(fail_on) :] if fail_on in LEVELS else ()


LEVEL_NAMES = {
    "error": Message("错误", "error"),
    "warning": Message("警告", "warning"),
    "info": Message("提示", "info"),
}
"""What people call the levels, gravest first."""


SETTING_NAMES = {**LEVEL_NAMES, "off": Message("停用", "off")}
"""What people call the levels that a rule may be set to: those of findings, and `off`."""


OUTCOME_NAMES = {
    "passed": Message("通过", "passed"),
    "failed": Message("不通过", "failed"),
    "not-applicable": Message("不适用", "not applicable"),
}
"""What people call the states of a rule in the checklist."""


SECTION_NAMES = {
    "heading": Message("有标题", "heading"),
    "body": Message("正文有", "in text"),
    "thin": Message("太短", "too short"),
    "empty": Message("空", "empty"),
    "absent": Message("缺", "missing"),
    "unsure": Message("不确定", "unsure"),
}
"""What people call the states of a section (`SectionRow.condition`)."""
THERE = ("heading", "body")
"""Those of a section that is there, with enough under it."""


SECTION_SIGNS = {"heading": "✓", "body": "✓", "thin": "!", "empty": "!", "absent": "✗", "unsure": "?"}
"""The sign of each in a list of sections."""
