"""Completion of commands, options and their values: a script for each shell, made from the command line."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from linter.model.errors import ConfigError


class Command(NamedTuple):
    """What can follow a command."""

    help: str
    options: dict[str, tuple[str, ...]]
    """The values of each option that takes one of a few; none for others."""
    words: tuple[str, ...] = ()
    """Its sub-commands; its options, and their values, are then those of all of them."""


Commands = Mapping[str, Command]


def script(shell: str) -> str:
    """The script for a shell. Raises ConfigError: an unknown shell."""
    if shell not in _SHELLS:
        from linter.schema.hints import hint

        advice = hint(shell, _SHELLS)
        raise ConfigError(f"没有 {shell} 的补全{advice.zh}", f"no completion for {shell}{advice.en}")
    return _SHELLS[shell](_commands())


def _commands() -> dict[str, Command]:
    from linter.cli import COMMANDS
    from linter.cli.app import group

    whole = group()
    return {name: _command(whole.get_command(None, name)) for name in COMMANDS}


def _command(given: Any) -> Command:
    below = getattr(given, "commands", {})
    every = [param for each in (given, *below.values()) for param in each.params]
    options: dict[str, tuple[str, ...]] = {}
    for param in every:
        for name in (*param.opts, *param.secondary_opts) if param.opts[0].startswith("-") else ():
            options[name] = tuple(dict.fromkeys((*options.get(name, ()), *values(param))))
    return Command((given.help or "").strip().split("\n")[0], options, tuple(below))


def values(param: Any) -> tuple[str, ...]:
    """The values that an option takes: its choices, or those that stand in its name on the help page."""
    if choices := getattr(param.type, "choices", ()):
        return tuple(choices)
    shown = param.metavar or ""
    return tuple(shown.strip("[]").split("|")) if shown.startswith("[") and "|" in shown else ()


def _bash(head: str, commands: Commands) -> str:
    """The script for bash, and behind another head for zsh."""
    options = "\n".join(
        f"    {name}) options='{' '.join(each.options)}' ;;" for name, each in commands.items()
    )
    values = "\n".join(
        f"    {name}:{option}) COMPREPLY=($(compgen -W '{' '.join(given)}' -- \"$current\")); return ;;"
        for name, each in commands.items()
        for option, given in each.options.items()
        if given
    )
    words = "\n".join(
        f"    {name}:2) COMPREPLY=($(compgen -W '{' '.join(each.words)} --help' -- \"$current\")); return ;;"
        for name, each in commands.items()
        if each.words
    )
    return head + _BASH.format(commands=" ".join(commands), options=options, values=values, words=words)


_BASH_HEAD = """# echo 'eval "$(reportlint completion bash)"' >> ~/.bashrc
"""
_ZSH_HEAD = """# echo 'eval "$(reportlint completion zsh)"' >> ~/.zshrc
autoload -U +X compinit && compinit
autoload -U +X bashcompinit && bashcompinit
"""
_BASH = """_reportlint() {{
  local current="${{COMP_WORDS[COMP_CWORD]}}" command="${{COMP_WORDS[1]}}" options=''
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W '{commands} --help --version' -- "$current"))
    return
  fi
  case "$command:${{COMP_WORDS[COMP_CWORD-1]}}" in
{values}
  esac
  case "$command:$COMP_CWORD" in
{words}
  esac
  case "$command" in
{options}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$options --help" -- "$current")) ;;
  esac
}}
complete -o default -F _reportlint reportlint
"""


def _fish(commands: Commands) -> str:
    lines = ["# reportlint completion fish > ~/.config/fish/completions/reportlint.fish"]
    names = " ".join(commands)
    for name, each in commands.items():
        lines.append(
            f"complete -c reportlint -f -n 'not __fish_seen_subcommand_from {names}' -a {name} "
            f"-d {_quoted(each.help)}"
        )
        seen = f"complete -c reportlint -f -n '__fish_seen_subcommand_from {name}'"
        lines += [f"{seen} -a {word}" for word in each.words]
        for option, values in each.options.items():
            flag = f"-l {option[2:]}" if option.startswith("--") else f"-s {option[1:]}"
            given = f" -x -a {_quoted(' '.join(values))}" if values else ""
            lines.append(f"complete -c reportlint -n '__fish_seen_subcommand_from {name}' {flag}{given}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _powershell(commands: Commands) -> str:
    rows = "\n".join(
        f"  '{name}' = @({', '.join(map(repr, (*each.words, *each.options)))})"
        for name, each in commands.items()
    )
    return _POWERSHELL.format(rows=rows)


_POWERSHELL = """# Add-Content $PROFILE 'reportlint completion powershell | Out-String | Invoke-Expression'
$reportlintOptions = @{{
{rows}
}}
Register-ArgumentCompleter -Native -CommandName reportlint -ScriptBlock {{
  param($word, $ast, $position)
  $given = @($ast.CommandElements | ForEach-Object {{ $_.ToString() }})
  $known = if ($given.Count -gt 1 -and $reportlintOptions.ContainsKey($given[1])) {{
    $reportlintOptions[$given[1]]
  }} else {{
    $reportlintOptions.Keys
  }}
  $known | Where-Object {{ $_ -like "$word*" }} | Sort-Object
}}
"""

_SHELLS: dict[str, Callable[[Commands], str]] = {
    "bash": partial(_bash, _BASH_HEAD),
    "zsh": partial(_bash, _ZSH_HEAD),
    "fish": _fish,
    "powershell": _powershell,
}
