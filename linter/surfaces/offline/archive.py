"""What the page imports as one zip file: the program, its rulesets, and the packages that it needs."""

import os
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import linter
from linter.model.errors import ConfigError
from linter.ruleset.library import BUILT, build
from linter.schema.file_names import shipped_folder

PACKAGES = ("PyYAML", "jieba", "markdown-it-py", "mdurl", "msdoc2docx", "pathspec")
"""The distributions whose Python code goes in, as they are installed here."""
_DICTIONARY = "jieba/dict.txt"
_UNUSED = ("jieba/analyse/", "jieba/finalseg/", "jieba/posseg/", "jieba/lac_small/")
"""What of them is not needed: jieba's models of unknown words."""
_ELSEWHERE = (
    "linter/authoring/",
    "linter/cli/",
    "linter/surfaces/assistant/",
    "linter/surfaces/editor/",
    "linter/surfaces/web/",
)
"""Rooms of the program that the page does not enter."""
_UNCALLED = (
    "_pydatetime", "_pydecimal", "_pyio", "_pyrepl", "bdb", "cmd", "cProfile", "doctest", "ftplib", "imaplib",
    "mailbox", "modulefinder", "multiprocessing", "optparse", "pdb", "pickletools", "plistlib", "poplib",
    "profiling", "pstats", "pyclbr", "pydoc", "smtplib", "statistics", "turtle", "unittest", "webbrowser",
    "wsgiref", "xmlrpc", "zipapp",
)  # fmt: skip
"""Modules of Python's library that nothing here calls: debuggers, clients of the network, twins of modules
that are built in.
"""
_MADE = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: the same page is made of the same files."""

Entry = tuple[str, bytes]
"""The name in the archive, and the content."""


def program(wheel: ZipFile) -> bytes:
    """The archive; `wheel` is that of pypdfium2 for WebAssembly. Raises ConfigError: a package is missing.

    Nothing in it is compressed, for the page is as a whole.
    """
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name, data in (*_own(), *_rulesets(), *_packages(), *_pdfium(wheel)):
            file.writestr(ZipInfo(name, _MADE), data)
    return buffer.getvalue()


def library(standard: bytes) -> bytes:
    """The archive of Python's library: that of Pyodide, without what is not needed and uncompressed."""
    buffer = BytesIO()
    with ZipFile(BytesIO(standard)) as packed, ZipFile(buffer, "w") as file:
        for entry in packed.infolist():
            if entry.filename.partition("/")[0].removesuffix(".py") not in _UNCALLED:
                file.writestr(entry, packed.read(entry), ZIP_STORED)
    return buffer.getvalue()


def licences() -> Iterator[tuple[str, str]]:
    """Name and licence of each package, its licence text where it ships one."""
    for name in PACKAGES:
        found = _installed(name)
        texts = [file.read_text("utf-8") for file in _files(found) if "LICEN" in file.name.upper()]
        declared = [*found.metadata.get_all("License-Expression", []), *found.metadata.get_all("License", [])]
        yield " ".join((name, found.version, *declared[:1])), "\n".join(texts)


def _own() -> Iterator[Entry]:
    package = os.path.dirname(os.path.abspath(linter.__file__))
    entries = (_named("linter", package, path) for path in _walk(package, ".py"))
    yield from (entry for entry in entries if not entry[0].startswith(_ELSEWHERE))


def _rulesets() -> Iterator[Entry]:
    folder = shipped_folder()
    for path in _walk(folder, (".yaml", ".tsv")):
        yield _named("linter/rulesets", folder, path)
    yield f"linter/rulesets/{BUILT}", build()


def _packages() -> Iterator[Entry]:
    for name in PACKAGES:
        for file in _files(_installed(name)):
            inside = file.as_posix()
            if (file.suffix == ".py" or inside == _DICTIONARY) and not inside.startswith(_UNUSED):
                yield inside, file.read_binary()


def _pdfium(wheel: ZipFile) -> Iterator[Entry]:
    for name in wheel.namelist():
        if name.startswith(("pypdfium2/", "pypdfium2_raw/", "pypdfium2_cfg/")):
            yield name, wheel.read(name)


def _installed(name: str) -> Distribution:
    try:
        return distribution(name)
    except PackageNotFoundError:
        raise ConfigError(
            f"没有安装 {name}，生成页面要用到它，请运行：pip install {name}",
            f"{name} is not installed, and the page needs it: pip install {name}",
        ) from None


def _files(found: Distribution) -> Iterator[Any]:
    """The files that a distribution put among the packages."""
    return (file for file in found.files or () if ".." not in file.parts)


def _walk(folder: str, suffix: str | tuple[str, ...]) -> Iterator[str]:
    for base, _, names in sorted(os.walk(folder)):
        yield from (os.path.join(base, name) for name in sorted(names) if name.endswith(suffix))


def _named(under: str, folder: str, path: str) -> Entry:
    with open(path, "rb") as file:
        return f"{under}/{os.path.relpath(path, folder).replace(os.sep, '/')}", file.read()
