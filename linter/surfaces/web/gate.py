"""Who may ask: only those who opened the page at its address, and the page itself.

A page of another site can make a browser send requests here too. So the name by which the server is asked
must be one of its own (a name that someone else points to this machine is none), what is sent must come
from the page, and in a network the address has a part that cannot be guessed. There are no cookies.
"""

from collections.abc import Collection
from ipaddress import ip_address
from secrets import compare_digest
from typing import NamedTuple
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from linter.surfaces.web.upload import CONTENT_TYPE

_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
"""Sent with every answer that does not set its own."""


class Address(NamedTuple):
    """Where the server is found."""

    names: Collection[str]
    """The names of hosts that are its own."""
    any_number: bool
    """Whether any IP address is, too: a browser that was deceived about a name sends that name."""
    token: str = ""
    """The first part of every path; empty for none."""


class Gate:
    """An application that lets through to another what may come."""

    def __init__(self, app: ASGIApp, address: Address) -> None:
        self._app = app
        self._address = address
        self._root = f"/{address.token}/" if address.token else "/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or have it answered."""
        if scope["type"] != "http":
            return

        async def guarded_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if refused := self._refusal(scope):
            status, text = refused
            await PlainTextResponse(text, status)(scope, receive, guarded_send)
            return
        inner = scope["path"][len(self._root) - 1 :]
        await self._app({**scope, "path": inner, "raw_path": inner.encode()}, receive, guarded_send)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Status and sentence for what may not come."""
        headers = Headers(scope=scope)
        if not self._is_own(headers.getlist("host")):
            return 421, "请用启动时显示的地址打开。 Open the address that was shown at the start.\n"
        if not compare_digest(scope["path"][: len(self._root)].encode(), self._root.encode()):
            return 404, "没有这个页面，请核对地址。 No such page; check the address.\n"
        if scope["method"] == "POST" and not _is_from_page(headers):
            return 403, "只接受本页面提交的文件。 Files are taken from the page alone.\n"
        return None

    def _is_own(self, hosts: list[str]) -> bool:
        try:
            (host,) = hosts
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in self._address.names or (self._address.any_number and _is_number(name))


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_from_page(headers: Headers) -> bool:
    """Whether the page sent it, or a program: not a page of another site."""
    own = {f"{scheme}://{headers['host']}" for scheme in ("http", "https")}  # https: behind a proxy
    return (
        headers.get("origin", next(iter(own))) in own
        and headers.get("sec-fetch-site", "same-origin") == "same-origin"
        and headers.get("content-type") == CONTENT_TYPE
    )
