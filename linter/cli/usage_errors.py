"""What is wrong with the arguments, in the user's language: typer itself speaks English alone."""

import os
import re
from collections.abc import Iterable, Sequence
from typing import Any

from linter.model.message import Message
from linter.schema.hints import hint


def usage_text(error: Any, lang: str, arguments: Sequence[str]) -> str:
    """The message about wrong arguments (an exception of typer's), the usage, and where to read on."""
    context = error.ctx
    if type(error).__name__ == "NoArgsIsHelpError":
        return f"{error.message}\n"
    said = (_named_like_an_option(error, arguments) or _message(error)).say(lang)
    if context is None:
        return f"{said}\n"
    usage = " ".join(context.get_usage().split()).removeprefix("Usage: ")
    path = context.command_path
    more = Message(
        f"用法：{usage}\n选项和例子见 {path} --help", f"Usage: {usage}\nOptions and examples: {path} --help"
    )
    return f"{said}\n{more.say(lang)}\n"


def _named_like_an_option(error: Any, arguments: Sequence[str]) -> Message | None:
    """What to write for a file whose name begins with a dash; None where there is no such file."""
    if type(error).__name__ != "NoSuchOption":
        return None
    for file in arguments:
        if file[:1] == "-" and file != "-" and os.path.exists(file):
            return Message(
                f"没有选项 {file}；文件名以 - 开头，请写成 ./{file}",
                f"no option {file}; a file whose name begins with - is written ./{file}",
            )
    return None


def _message(error: Any) -> Message:
    name, where = type(error).__name__, _parameter(error)
    if name == "NoSuchOption":
        option = error.option_name
        advice = _INSTEAD.get(option) or hint(option, _options(error.ctx), list_all=False, lead="--")
        return Message(f"没有选项 {option}{advice.zh}", f"no option {option}{advice.en}")
    if name == "MissingParameter":
        return Message(f"缺少参数 {where}", f"missing argument {where}")
    if name == "BadOptionUsage":
        return Message(
            f"选项 {error.option_name} 后面应有一个值", f"option {error.option_name} needs a value"
        )
    said = _reason(error)
    return said.about(where) if where else said


_INSTEAD = {
    "--exclude": Message(
        "，不检查的文件写在 reportlint.toml 的 exclude 里",
        "; files that are not to be checked stand in exclude of reportlint.toml",
    ),
    "--max-warnings": Message("，有警告就算失败，用 --fail-on warning", "; take --fail-on warning"),
}
"""What stands for options of other programs that nothing here is called like."""


def _options(context: Any) -> list[str]:
    return [name for param in context.command.params for name in param.opts] if context else []


def _parameter(error: Any) -> str:
    """The option as it is written, or the name of the argument; empty where the error is about none."""
    param = getattr(error, "param", None)
    if param is None:
        return ""
    return str(param.opts[-1] if param.opts[-1].startswith("-") else param.name)


_REASONS = {
    r"'(?P<given>.*)' is not one of (?P<known>.*)\.": ("没有“{given}”这个值{zh}", "no value '{given}'{en}"),
    r"'(?P<given>.*)' is not a valid int.*": ("“{given}”应为整数", "'{given}' is no whole number"),
    r"'(?P<given>.*)' is not a valid float.*": ("“{given}”应为数", "'{given}' is no number"),
    r"(?P<given>.*) is not in the range (?P<range>.*)\.": (
        "{given} 超出范围 {range}",
        "{given} is out of range, which is {range}",
    ),
    r"No such command '(?P<given>.*?)'\..*": ("没有命令 {given}{zh}", "no command {given}{en}"),
    r"Got unexpected extra argument\S* \((?P<given>.*)\)": ("多出的参数：{given}", "unexpected: {given}"),
    r"Missing command\.": ("缺少命令", "the command is missing"),
}
"""What typer says, and what we say for it; `{zh}` and `{en}` are the nearest name, or all of them."""


def _reason(error: Any) -> Message:
    for pattern, said in _REASONS.items():
        if found := re.fullmatch(pattern, error.message, re.DOTALL):
            given = found.groupdict("")
            if error.message.startswith("No such command") and os.path.exists(given["given"]):
                path, program = given["given"], error.ctx.command_path
                written = f'"{path}"' if " " in path else path
                return Message(
                    f"“{path}”不是命令；要检查它，写 {program} check {written}",
                    f"'{path}' is no command; to check it, write {program} check {written}",
                )
            advice = hint(given.get("given", ""), _known(given.get("known", ""), error.ctx))
            return Message(*(text.format(**given, **advice._asdict()) for text in said))
    return Message(f"参数有误：{error.message}", error.message)


def _known(listed: str, context: Any) -> Iterable[str]:
    """The names that a message of typer lists; where it lists none, the commands that there are."""
    commands = getattr(context.command, "list_commands", None) if context else None
    return re.findall(r"'([^']+)'", listed) or (commands(context) if commands else ())
