"""The page that the server shows: that of a report, which opens with its start screen and asks the server."""

import json
from importlib.resources import files
from typing import Any

from linter.reporters import html
from linter.surfaces.web.bounds import Bounds


def page(rulesets: list[dict[str, Any]], bounds: Bounds, lang: str) -> str:
    """The page; `rulesets` are those to choose from, `bounds` what may be dropped on it."""
    served = json.dumps({"rulesets": rulesets, "limits": {"files": bounds.files, "bytes": bounds.file}})
    script = files("linter.surfaces.web").joinpath("host.js").read_text("utf-8")
    host = f"(() => {{\n'use strict';\nconst served = {served};\n{script}}})();\n"
    return html.page(None, lang, [host], {"connect-src": "'self'"})
