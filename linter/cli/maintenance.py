"""`reportlint config`, `clean` and `completion`: about the program itself."""

from typing import Annotated

import typer

from linter.cli.option_values import view
from linter.cli.options import LangOption
from linter.cli.output import write
from linter.model.message import Message


def config(
    key: Annotated[
        str | None,
        typer.Argument(metavar="[KEY]", help="配置项，如 exclude、rules.level；不写则全部列出。 A key."),
    ] = None,
    lang: LangOption = None,
) -> None:
    """说明 reportlint.toml 的配置项。 Explain the keys of the configuration."""
    from linter.authoring.configuration import keys, page

    write(keys(view(lang)) if key is None else page(key, view(lang)))


def clean(lang: LangOption = None) -> None:
    """删除已编译规则集的缓存。 Delete the cache of compiled rulesets."""
    from linter.ruleset.cache import clean as clean_cache

    folder, count = clean_cache()
    place = Message(f"（{folder}）", f" ({folder})") if folder else Message("", "")
    said = Message(f"已删除缓存 {count} 项{place.zh}", f"Deleted from the cache: {count}{place.en}")
    write(view(lang).say(said) + "\n")


def completion(
    shell: Annotated[
        str, typer.Argument(metavar="bash|zsh|fish|powershell", help="所用的 shell。 The shell.")
    ],
) -> None:
    """打印命令补全脚本，首行是安装命令。 Print a completion script; its first line says how to install it."""
    from linter.cli.completion import script

    write(script(shell))
