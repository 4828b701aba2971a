"""The offline page as tests have it: built once, open in the browser, and asked as the page asks its host."""

from __future__ import annotations

import base64
import json
import lzma
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from linter import __version__
from linter.model.errors import ConfigError
from tests.support.program import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

INGREDIENTS = ROOT / ".venv" / "ingredients"
"""Where what the page is made from is kept for the next run."""

_CHECK = """async ({options}) => {
  const files = [...document.getElementById("given").files].map((file) => ({ path: file.name, file }));
  const rulesetFiles = [...document.getElementById("rules").files];
  const told = [];
  const asked = { ruleset: "auto", rulesetFiles, units: [], ...options };
  try {
    const data = await window.reportlintHost.check(files, asked, (each) => told.push(each));
    return JSON.stringify({ data, told });
  } catch (error) {
    return JSON.stringify({ error, told });
  }
}"""
_ANNOTATE = """async ({options}) => {
  const [file] = document.getElementById("given").files;
  const asked = { ruleset: "auto", rulesetFiles: [], units: [], ...options };
  const { name, blob } = await window.reportlintHost.annotate({ path: file.name, file }, asked);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { name, data: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) };
}"""
_INPUTS = """() => {
  for (const id of ["given", "rules"]) {
    document.getElementById(id)?.remove();
    document.body.append(Object.assign(document.createElement("input"), { id, type: "file", multiple: true }));
  }
}"""

Files = Mapping[str, bytes]


def built(path: Path) -> Path:
    """The page, written to a path; the test is skipped where it cannot be made."""
    from linter.surfaces.offline.building import build

    INGREDIENTS.mkdir(parents=True, exist_ok=True)
    try:
        with pytest.MonkeyPatch.context() as patch:
            # The page does the same whatever its size; to make it as small as can be takes ten seconds.
            patch.setattr(lzma, "compress", partial(lzma.compress, preset=0))
            path.write_text(build(str(INGREDIENTS), "zh"), "utf-8")
    except ConfigError as error:
        pytest.skip(f"reportlint {__version__}: {error}")
    return path


def checked(page: Page, files: Files, rules: Files | None = None, **options: Any) -> dict[str, Any]:
    """What the host of an open page says of some files: `data` or `error`, and `told` on the way."""
    _give(page, files, rules or {})
    found: dict[str, Any] = json.loads(page.evaluate(_CHECK, {"options": options}))
    return found


def annotated(page: Page, name: str, data: bytes, **options: Any) -> tuple[str, bytes]:
    """Name and content of the copy with comments."""
    _give(page, {name: data}, {})
    found = page.evaluate(_ANNOTATE, {"options": options})
    return found["name"], base64.b64decode(found["data"])


def _give(page: Page, files: Files, rules: Files) -> None:
    page.evaluate(_INPUTS)
    page.set_input_files("#given", _payloads(files))
    page.set_input_files("#rules", _payloads(rules))


def _payloads(files: Files) -> Sequence[Any]:
    return [{"name": name, "mimeType": "", "buffer": data} for name, data in files.items()]
