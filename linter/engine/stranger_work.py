"""What is done with strangers' files, each in a process of its own: functions that travel there pickled."""

from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

from linter.checks.api import Passage
from linter.engine.compare import Matches
from linter.engine.judge import JudgedDraft
from linter.engine.run import judge_draft
from linter.engine.selection import RulesetSelector
from linter.model.draft import Draft
from linter.model.finding import FileOutcome
from linter.readers import READERS


class Judged(NamedTuple):
    """`JudgedDraft` as it comes out of the process of a file: its choice by the names of the rulesets."""

    outcome: FileOutcome
    passages: tuple[tuple[Passage, ...] | None, ...]
    names: tuple[str, ...]


def outcome(selector: RulesetSelector, draft: Draft, compared: Matches, keep_text: bool) -> FileOutcome:
    """What `judge_draft` finds. Raises MemoryError where it wanted too much."""
    return _judged(selector, draft, compared, keep_text).outcome


def judged(selector: RulesetSelector, draft: Draft, keep_text: bool) -> Judged:
    """What `judge_draft` finds, and the passages to compare. Raises MemoryError where it wanted too much."""
    found, passages, choice = _judged(selector, draft, (), keep_text)
    lasting = tuple(None if each is None else tuple(each) for each in passages)
    return Judged(found, lasting, choice.names if choice else ())


_SPECIMEN = """\
某某中心2026年上半年工作总结

一、主要工作
（一）服务群众。上半年举办讲座12场，比去年同期增长20%，参加群众3400人次，其中学生占60%，到课率为98%。
（二）建章立制。根据有关通知（中心〔2026〕3号），做好以下两项工作：一是**登记**，二是报送。
# 附
| 项目 | 数量 |
---
二、存在的问题
书库面积不足，部分图书上架慢。
三、下半年打算
1.增设借阅点2处，10月底前完成。
某某中心
2026年7月1日
"""


@lru_cache(8)
def warm(selector: RulesetSelector) -> None:
    """Load and compile what judging by some rulesets needs, once: copies of this process then have it."""
    selector.prepare_all()
    for form in READERS.values():
        import_module(form.module)
    judge_draft(selector, Draft("", _SPECIMEN.encode))


def _judged(selector: RulesetSelector, draft: Draft, compared: Matches, keep_text: bool) -> JudgedDraft:
    found = judge_draft(selector, draft, compared, keep_text)
    if any(crash.error.startswith("MemoryError") for crash in found.outcome.crashes):
        raise MemoryError
    return found
