"""Options that several commands take, and what they mean."""

import os
import shutil
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from linter.reporters import View


class Lang(StrEnum):
    """Languages of the output."""

    zh = "zh"
    en = "en"


LangOption = Annotated[Lang | None, typer.Option(help="输出语言（默认 zh）。 Language of the output.")]


def default_language() -> str:
    """The language when nothing says which: Chinese, for that is what the reports are in."""
    return "en" if os.environ.get("REPORTLINT_LANG") == "en" else "zh"


def width() -> int:
    """Columns of the terminal, within what the reports adapt to."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 120))


def view(lang: Lang | None, verbose: bool = False) -> "View":
    """How a command shows what it has to say."""
    from linter.reporters import View

    return View(lang.value if lang else default_language(), width(), verbose=verbose)


def names(values: Iterable[str] | None) -> tuple[str, ...]:
    """Rule ids, given one by one or separated by commas."""
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())
