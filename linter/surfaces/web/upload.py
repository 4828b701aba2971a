"""What a visitor sends: one line that says what comes, as `wire` has a `Manifest`; then the files, one after
the other. It is kept in memory alone; a form would be put into temporary files by whoever takes it apart.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import NamedTuple

from linter.engine import wire
from linter.model.errors import ReportlintError
from linter.surfaces.web.bounds import Bounds
from linter.surfaces.web.memory import Share

CONTENT_TYPE = "application/x-reportlint"
"""A page of another site may send none of this type without asking first, and is not answered."""
_LINE = 1 << 19
"""Bytes of the first line: 500 paths of 1,000 bytes."""


class UploadError(ReportlintError):
    """What came is not what may come; `code` is that of the answer in HTTP."""

    def __init__(self, zh: str, en: str, code: int = 400) -> None:
        super().__init__(zh, en)
        self.code = code


class Entry(NamedTuple):
    """A file to come."""

    path: str
    """What its sender calls it: shown, and never opened."""
    size: int


class Manifest(NamedTuple):
    """The first line."""

    ruleset: str
    """An id of a shipped ruleset, or `auto`."""
    lang: str
    suggest: bool
    """Whether comments are to have tracked changes beside them."""
    rules: tuple[Entry, ...]
    files: tuple[Entry, ...]
    units: tuple[str, ...]
    """The names of those who are to hand in a report, as `Settings.units` has them."""


class Upload(NamedTuple):
    """What came: names and bytes."""

    manifest: Manifest
    rules: tuple[tuple[str, bytes], ...]
    files: tuple[tuple[str, bytes], ...]


async def receive(stream: AsyncIterator[bytes], bounds: Bounds, share: Share) -> Upload:
    """Take what a visitor sends, all of which counts into his share.

    Raises UploadError: it is of another form, too large, too much or too slow; FullError.
    """
    reader = _Reader(stream, bounds.silence, share)
    try:
        async with asyncio.timeout(bounds.upload):
            manifest = _manifest(await reader.line(_LINE), bounds)
            found = [(each.path, await reader.exactly(each.size)) for each in _entries(manifest)]
            await reader.end()
    except TimeoutError:
        raise UploadError("上传太慢，已中止，请再试一次", "the upload was too slow; try again", 408) from None
    rules = len(manifest.rules)
    return Upload(manifest, tuple(found[:rules]), tuple(found[rules:]))


def _entries(manifest: Manifest) -> tuple[Entry, ...]:
    return (*manifest.rules, *manifest.files)


def _manifest(line: bytes, bounds: Bounds) -> Manifest:
    try:
        manifest: Manifest = wire.unpack(line, Manifest)
    except ValueError:
        raise _malformed() from None
    entries = _entries(manifest)
    if any(each.size < 0 for each in entries) or not manifest.files:
        raise _malformed()
    _require_bounds(entries, bounds)
    if sum(map(len, manifest.units)) > bounds.units:
        raise UploadError(
            f"应交单位的名单不能超过 {bounds.units} 字",
            f"the list of units is longer than {bounds.units:,} characters",
            413,
        )
    _require_own_names(manifest.files)
    return manifest


def _require_bounds(entries: Sequence[Entry], bounds: Bounds) -> None:
    """Raises UploadError: these are too many files, or too large."""
    if len(entries) > bounds.files:
        raise UploadError(
            f"一次最多 {bounds.files} 个文件，请分几批提交", f"at most {bounds.files} files at a time", 413
        )
    for each in entries:
        if each.size > bounds.file:
            most = bounds.file >> 20
            raise UploadError(
                f"{each.path}：超过 {most} MB，请压缩其中的图片或拆分后再提交",
                f"{each.path}: larger than {most} MB; compress its pictures or split it",
                413,
            )
    if sum(each.size for each in entries) > bounds.batch:
        most = bounds.batch >> 20
        raise UploadError(
            f"一批文件合计不能超过 {most} MB，请分几批提交", f"at most {most} MB at a time", 413
        )


def _require_own_names(files: Sequence[Entry]) -> None:
    """Raises UploadError: two files are called the same."""
    seen: set[str] = set()
    for path, _ in files:
        if path in seen:
            raise UploadError(f"有两个文件都叫“{path}”，请改名", f"two files are called '{path}'; rename one")
        seen.add(path)


class _Reader:
    """The bytes of a stream, as many as are asked for."""

    def __init__(self, stream: AsyncIterator[bytes], silence: float, share: Share) -> None:
        """Each piece must come within `silence` seconds, and counts into the share."""
        self._stream = stream
        self._silence = silence
        self._share = share
        self._held = b""

    async def line(self, most: int) -> bytes:
        """All before the first line end, which goes, too."""
        found = bytearray()
        while b"\n" not in self._held:
            found += self._held
            self._held = await self._next()
            if not self._held or len(found) > most:
                raise _malformed()
        head, _, self._held = self._held.partition(b"\n")
        return bytes(found + head)

    async def exactly(self, size: int) -> bytes:
        """So many bytes."""
        found = bytearray()
        while len(found) < size:
            self._held = self._held or await self._next()
            if not self._held:
                raise _malformed()
            left = size - len(found)
            found += self._held[:left]
            self._held = self._held[left:]
        return bytes(found)

    async def end(self) -> None:
        """Nothing more comes."""
        if self._held or await self._next():
            raise _malformed()

    async def _next(self) -> bytes:
        """The next piece; nothing at the end."""
        async with asyncio.timeout(self._silence):
            piece = await anext(self._stream, b"")
        self._share.take(len(piece))
        return piece


def _malformed() -> UploadError:
    return UploadError(
        "提交的内容不完整或格式不对，请刷新页面再试", "what was sent is not whole; load the page again"
    )
