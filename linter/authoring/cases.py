"""Case files: drafts with the findings that they must get, kept beside a ruleset.

The cases of `NAME.yaml` are those of `NAME.cases.yaml` in the same folder, a list of

    - name: 标题下面没有内容            # optional, for the report
      text: |                           # one draft, or a list of drafts checked together
        桃源谷医院上半年工作总结
        一、存在问题
      rules: [shortcomings-present]     # optional: only these rules; all of the set by default
      expect:                           # every finding of these rules; [] for none
        - {rule: shortcomings-present, line: 2, text: 存在问题}

`file: drafts/a.docx` takes the place of `text`; the file lies in the folder of the ruleset or below.
`line` and `text` may be left out, `draft: 2` says in which of several drafts the finding stands.
"""

import os
from typing import Annotated, Any, NamedTuple

from linter.model.errors import RulesetError, reason
from linter.model.message import Message
from linter.ruleset.layers import inside, read_bytes
from linter.schema.types import Doc, Id, SourceNode
from linter.schema.validate import ProblemLog, add_unknown_name, problems_error, read
from linter.schema.yaml_tree import Scalar, tree


class Expected(NamedTuple):
    """One finding that a case must get."""

    rule: Annotated[Id, Doc("规则的标识", "id of the rule")]
    node: Annotated[Any, SourceNode]
    line: Annotated[int | None, Doc("行号，从 1 起", "line, 1-based")] = None
    text: Annotated[str | None, Doc("所指的文字", "the text that is marked")] = None
    draft: Annotated[int, Doc("第几份文字，从 1 起", "number of the draft, 1-based")] = 1


class Case(NamedTuple):
    """A draft, or several checked together, and what they must get."""

    expect: Annotated[
        tuple[Expected, ...], Doc("应当报出的全部问题；[] 为没有", "all findings there must be; [] for none")
    ]
    node: Annotated[Any, SourceNode]
    name: Annotated[str, Doc("说明", "what the case is about")] = ""
    text: Annotated[str | tuple[str, ...], Doc("报告的文字", "text of the draft or drafts")] = ()
    file: Annotated[
        str | tuple[str, ...], Doc("报告文件，在本文件夹内", "files in this folder that hold the drafts")
    ] = ()
    rules: Annotated[
        tuple[Id, ...], Doc("只用这些规则；不写为全部", "only these rules; all when left out")
    ] = ()


def path_of(ruleset: str) -> str:
    """The path of a ruleset's case file, whether or not there is one."""
    return os.path.splitext(ruleset)[0] + ".cases.yaml"


def load(path: str, rules: tuple[Id, ...]) -> tuple[Case, ...]:
    """The cases of a file, none when there is no such file. `rules` are the ids they may name.

    Raises RulesetError with every mistake in the file.
    """
    if not os.path.exists(path):
        return ()
    try:
        data = read_bytes(path)
    except OSError as error:
        why = reason(error)
        raise RulesetError(f"无法读取 {path}：{why.zh}", f"cannot read {path}: {why.en}") from None
    node, problems = tree(data, path)
    log = ProblemLog(path, problems)
    found: tuple[Case, ...] = read(node, tuple[Case, ...], "cases", log) if node else ()
    for case in found:
        _check_case(case, rules, log)
    if problems:
        raise problems_error(problems, RulesetError)
    return found


def _check_case(case: Case, rules: tuple[str, ...], log: ProblemLog) -> None:
    """Check what the types cannot say: the named rules exist, files lie in the folder, one of `text` and
    `file`.
    """
    named = case.node.get("rules")
    given = [item for item in named.items if isinstance(item, Scalar)] if named else []
    for name in (*given, *(each.node.get("rule") for each in case.expect)):
        if name and name.text not in rules:
            add_unknown_name(name, Message("规则", "rule"), rules, log)
    if bool(case.text) == bool(case.file):
        log.add(case.node, "text 和 file 写一个", "needs one of 'text' and 'file'")
    for name in case.file:
        inside(Scalar(case.node.line, case.node.column, name), log)
    for each in case.expect:
        if not 1 <= each.draft <= len(case.text or case.file):
            log.add(each.node, f"没有第 {each.draft} 份文字", f"there is no draft {each.draft}")
