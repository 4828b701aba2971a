"""`--output-format html`: one file that opens in any browser, offline; see `linter/reporters/page`.

It holds all it needs. Its policy (CSP) lets no address be asked and no script run but its own, which are
known by their hashes; what comes from drafts stands in a block of JSON and is shown as text alone.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from html import escape, unescape
from importlib.resources import files
from string import Template
from types import MappingProxyType

from linter import __version__
from linter.model.finding import Result
from linter.reporters import View
from linter.reporters.json import dump
from linter.reporters.page_data import page_data

_STYLES = ("page", "document", "overview", "start", "narrow", "print")
"""The style sheets of the page; the later ones change what the earlier say."""
_SCRIPTS = (
    "words", "dom", "text", "data", "copying", "map", "paper", "checklist", "earlier", "findings", "document",
    "matrix", "graph", "differences", "overview", "files", "checking", "giving", "annotating", "start",
    "keys", "app",
)  # fmt: skip
"""The scripts of the page, in the order in which they build on each other."""
HEAD = 300
"""Characters of a page by which it is told."""
_BEGINNING = re.compile(
    r'<!doctype html>\n<html lang="[\w-]+">\n<head>\n<meta charset="utf-8">\n'
    r'<meta name="generator" content="reportlint '
)
_ENDS = re.compile(r"</script|<!--", re.IGNORECASE)


def report(result: Result, view: View) -> Iterable[str]:
    """The page of a result."""
    return [page(dump(page_data(result, view)), view.lang)]


def is_report(text: str) -> bool:
    """Whether a text, or its first `HEAD` characters, is such a page."""
    return _BEGINNING.match(text) is not None


def page(
    data: str | None,
    lang: str,
    scripts: Sequence[str] = (),
    policy: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The page of some data (JSON, as `page_data` gives it); with None it opens with its start screen.

    `scripts` run before its own: a host sets `window.reportlintHost` (see `page/start.js`). `policy` holds
    what that needs of the CSP, by directive. Raises ValueError for a script that would end its element.
    """
    style = "".join(_read(f"{each}.css") for each in _STYLES)
    every = [
        *scripts,
        f"(() => {{\n'use strict';\n{''.join(map(_read, (f'{each}.js' for each in _SCRIPTS)))}}})();\n",
    ]
    if any(map(_ENDS.search, every)):
        raise ValueError("a script would end its element")
    return Template(_read("page.html")).substitute(
        lang="en" if lang == "en" else "zh-CN",
        version=__version__,
        policy=escape(_policy(style, every, policy)),
        style=style,
        data=_inert(data) if data else "null\n",
        scripts="\n".join(f"<script>{script}</script>" for script in every),
    )


def policy_of(page: str) -> str:
    """The CSP of a page that `page` made, for a server that says it in a header too."""
    found = re.search('<meta http-equiv="Content-Security-Policy" content="(.*?)">', page)
    assert found
    return unescape(found[1])


def _read(name: str) -> str:
    return files("linter.reporters").joinpath("page", name).read_text("utf-8")


def _policy(style: str, scripts: Sequence[str], more: Mapping[str, str]) -> str:
    """The content of the CSP."""
    own = {
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "img-src": "data:",
        "style-src": source_hash(style),
        "script-src": " ".join(map(source_hash, scripts)),
    }
    every = own | {name: f"{own.get(name, '')} {value}".strip() for name, value in more.items()}
    return "; ".join(f"{name} {value}" for name, value in every.items())


def source_hash(text: str) -> str:
    """The hash by which a CSP lets a script or a style sheet through."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _inert(json: str) -> str:
    """JSON that cannot end the element that it stands in, nor begin another."""
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
