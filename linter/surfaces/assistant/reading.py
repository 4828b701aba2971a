"""Files of one folder, for an assistant that names them by path."""

import os

from linter import bounded
from linter.model.errors import ConfigError, UnreadableError, reason

MOST = 20 << 20
"""Bytes of the largest text or file that is taken from an assistant."""


def folder(path: str) -> str:
    """The folder at a path, without links. Raises ConfigError where there is none."""
    real = os.path.realpath(path)
    if not os.path.isdir(real):
        raise ConfigError(f"{path}：没有这个文件夹", f"{path}: no such folder")
    return real


def read(root: str | None, path: str) -> bytes:
    """The bytes of the file at a path within a folder, links followed; None for no folder.

    Raises UnreadableError: the path leads out of the folder, or the file cannot be read.
    """
    if root is None:
        raise UnreadableError(
            "没有指定可读的文件夹：请传入正文，或用 reportlint mcp --folder 文件夹 启动",
            "no folder was named: pass the text, or start the server with reportlint mcp --folder FOLDER",
        )
    try:
        real = os.path.realpath(os.path.join(root, path), strict=True)
        if os.path.commonpath([root, real]) != root:
            raise _outside(path)
        return bounded.read(real, MOST)
    except (OSError, ValueError) as error:
        why = reason(error)
        raise UnreadableError(f"{path}：无法读取（{why.zh}）", f"{path}: cannot be read ({why.en})") from None


def _outside(path: str) -> UnreadableError:
    return UnreadableError(
        f"{path}：不在启动时指定的文件夹内，不予读取",
        f"{path}: not within the folder that was named, so not read",
    )
