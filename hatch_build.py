"""Run by hatchling when it builds a wheel: compiles the shipped rulesets, so that no run has to.

An editable installation takes the rule files as they are.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Hook(BuildHookInterface[Any]):
    """Adds the compiled rulesets to the wheel, beside the rule files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile them into a file that lasts until the wheel is built."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        from linter.ruleset.library import BUILT, build

        self._folder = tempfile.TemporaryDirectory()
        compiled = Path(self._folder.name) / BUILT
        compiled.write_bytes(build())
        build_data["force_include"][str(compiled)] = f"linter/rulesets/{BUILT}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the file away again."""
        if folder := getattr(self, "_folder", None):
            folder.cleanup()
