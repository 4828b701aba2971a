"""The server: a port, and who is let in by it; what is asked is never written to a log."""

import asyncio
import json
import socket
from importlib.resources import files
from ipaddress import ip_address
from secrets import token_urlsafe
from threading import Thread
from typing import Any, NamedTuple

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from linter.model.errors import ConfigError, reason
from linter.readers import SUFFIXES
from linter.reporters import html
from linter.reporters.page_data import choices
from linter.ruleset.library import library, load_all
from linter.surfaces.web.app import Desk, application
from linter.surfaces.web.bounds import Bounds
from linter.surfaces.web.gate import Address, Gate
from linter.surfaces.web.visits import Visits

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_GRACE = 1
"""Seconds in which answers may end after Ctrl-C."""


class Listening(NamedTuple):
    """A port that is open, and where a browser finds it."""

    socket: socket.socket
    url: str
    address: Address


def listen(host: str, port: int) -> Listening:
    """Open a port, 0 for any. Beyond this machine the address gets a part that nobody can guess.

    Raises ConfigError: the port is taken, or `host` is no address of this machine.
    """
    try:
        family, *_, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        opened = socket.create_server(where[:2], family=family, backlog=256)
    except (OSError, OverflowError, UnicodeError) as error:
        why = reason(error) if isinstance(error, OSError) else None
        zh, en = why or ("不成立", "not possible")
        raise ConfigError(
            f"无法在 {host}:{port} 上提供服务：{zh}。请换一个 --port，或核对 --host",
            f"cannot serve at {host}:{port}: {en}; try another --port, or check --host",
        ) from None
    own, chosen = opened.getsockname()[:2]
    alone = ip_address(own).is_loopback
    token = "" if alone else token_urlsafe(16)
    name = _seen_from_outside(family) if ip_address(own).is_unspecified else host
    names = {*_LOOPBACK, name.lower(), host.lower(), socket.gethostname().lower()}
    shown = f"[{name}]" if ":" in name else name
    url = f"http://{shown}:{chosen}/{token}{'/' * bool(token)}"
    return Listening(opened, url, Address(_LOOPBACK if alone else names, not alone, token))


def serve(listening: Listening, lang: str, bounds: Bounds = Bounds()) -> None:  # noqa: B008
    """Answer until Ctrl-C, which is raised as KeyboardInterrupt. `lang` is the page's first language.

    Raises ReportlintError where no process can be started for the files.
    """
    with Visits() as visits:
        desk = Desk(visits, bounds)
        app = Gate(application(desk, _page(bounds, lang)), listening.address)
        Thread(target=visits.get_ready, daemon=True).start()
        try:
            uvicorn.Server(_config(app, bounds)).run([listening.socket])
        finally:
            desk.close()


def _page(bounds: Bounds, lang: str) -> str:
    """The page of a report, which opens with its start screen and asks the server."""
    limits = {"files": bounds.files, "bytes": bounds.file}
    told = {"rulesets": choices(load_all(library())), "limits": limits, "suffixes": sorted(SUFFIXES)}
    served = json.dumps(told)
    script = files(__package__).joinpath("host.js").read_text("utf-8")
    host = f"(() => {{\n'use strict';\nconst served = {served};\n{script}}})();\n"
    return html.page(None, lang, [host], {"connect-src": "'self'"})


def _config(app: Any, bounds: Bounds) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=_protocol(bounds.head),
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        headers=[("connection", "close")],
        limit_concurrency=bounds.connections,
        timeout_graceful_shutdown=_GRACE,
    )


def _protocol(seconds: float) -> type[asyncio.Protocol]:
    """HTTP, where a connection serves one request (`connection: close`) and says in time what it wants."""

    class Timed(H11Protocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self.loop.call_later(seconds, self._require_head)

        def _require_head(self) -> None:
            if self.cycle is None and not self.transport.is_closing():
                self.transport.abort()

    return Timed


def _seen_from_outside(family: int) -> str:
    """The address of this machine in its network, or its name. Nothing is sent to find it."""
    there = "192.0.2.1" if family == socket.AF_INET else "2001:db8::1"
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((there, 9))
            return str(probe.getsockname()[0])
    except OSError:
        return socket.gethostname()
