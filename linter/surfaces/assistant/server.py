"""The tools: their names, what they may be given, and what a model is told of them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any, Literal

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp_types import ToolAnnotations
from pydantic import Field

from linter import __version__
from linter.model.errors import ReportlintError, guarded
from linter.model.message import Message
from linter.surfaces.assistant.answers import CheckAnswer, RuleAnswer, RulesetsAnswer, SkeletonAnswer
from linter.surfaces.assistant.checking import Checker
from linter.surfaces.assistant.rules import Rules

_INSTRUCTIONS = (
    "Checks Chinese work reports for form and completeness: required sections, leftovers of templates, "
    "copied paragraphs, numbering, dates. Draft, call check_report, mend what it finds, and call it again "
    "until it passes. It never judges opinions, and never invents content: what a section lacks has to "
    "come from the user."
)
_HINTS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)

Lang = Annotated[Literal["zh", "en"] | None, Field(description="language of messages")]
RulesetId = Annotated[str, Field(description="id of a ruleset, as list_rulesets gives it")]


class Tools:
    """The tools, each a method whose docstring is what a model reads of it."""

    def __init__(self, checker: Checker, rules: Rules, lang: str) -> None:
        self._checker = checker
        self._rules = rules
        self._lang = lang

    def check_report(
        self,
        text: Annotated[str, Field(description="the whole draft, plain text or Markdown")] = "",
        path: Annotated[
            str, Field(description="instead of text: a file (also Word, WPS, PDF) within the server's folder")
        ] = "",
        rulesets: Annotated[
            list[str], Field(description="ids of rulesets; by default chosen by the report's title")
        ] = [],  # noqa: B006 - the schema shows it; nobody changes it
        lang: Lang = None,
    ) -> CheckAnswer:
        """Judge a draft report: what is missing, left over, copied, misnumbered, misdated, and where."""
        with self._errors_in_words(lang):
            return self._checker.check(text, path, rulesets, lang or self._lang)

    def explain_rule(
        self,
        rule: Annotated[str, Field(description="id of a rule, as a finding has it")],
        ruleset: Annotated[
            str, Field(description="as this ruleset has it; by default where it is defined")
        ] = "",
        lang: Lang = None,
    ) -> RuleAnswer:
        """Explain a rule: why it is there, by which standard, and texts on which it fires or not."""
        with self._errors_in_words(lang):
            return self._rules.rule(rule, ruleset, lang or self._lang)

    def list_rulesets(self, lang: Lang = None) -> RulesetsAnswer:
        """List the kinds of reports and the standards that a draft can be judged by, with their sections."""
        with self._errors_in_words(lang):
            return self._rules.all(lang or self._lang)

    def draft_skeleton(
        self,
        ruleset: RulesetId,
        format: Annotated[Literal["md", "txt"], Field(description="Markdown or plain text")] = "md",
    ) -> SkeletonAnswer:
        """Lay out a draft of a kind: the title, the required headings in order, what belongs under each."""
        with self._errors_in_words(None):
            return self._rules.skeleton(ruleset, format)

    @contextmanager
    def _errors_in_words(self, lang: str | None) -> Iterator[None]:
        """Errors as what a model can act on. A fault of ours is told by its place, never by a traceback."""
        try:
            with guarded("", Message("工具", "the tool")):
                yield
        except ReportlintError as error:
            raise ToolError(error.text.say(lang or self._lang)) from None


def make_server(checker: Checker, rules: Rules, lang: str) -> MCPServer:
    """A server for one assistant, to be started with `run`; `lang` is the language of messages."""
    tools = Tools(checker, rules, lang)
    offered = (tools.check_report, tools.explain_rule, tools.list_rulesets, tools.draft_skeleton)
    return MCPServer(
        "reportlint",
        instructions=_INSTRUCTIONS,
        version=__version__,
        log_level="WARNING",
        tools=[_tool(each) for each in offered],
    )


def _tool(function: Callable[..., Any]) -> Tool:
    """A tool that refuses arguments it does not know: were they ignored, a misspelt one would let a draft be
    judged by other rules than were asked for.
    """
    tool = Tool.from_function(function, annotations=_HINTS, structured_output=True)
    arguments = tool.fn_metadata.arg_model
    arguments.model_config["extra"] = "forbid"
    arguments.model_rebuild(force=True)
    tool.parameters = arguments.model_json_schema(by_alias=True)
    return tool
