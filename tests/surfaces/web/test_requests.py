"""Requests as no page of ours sends them: each gets a sentence, and the next visitor is served as ever."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import pytest

pytest.importorskip("uvicorn", reason="the extra `web` is not installed")

from linter.reporters.html import policy_of
from tests.support.program import EXAMPLES
from tests.support.served import Served, serving, upload

pytestmark = pytest.mark.process

DRAFT = (EXAMPLES / "missing.txt").read_bytes()
BODY = upload([("a.txt", DRAFT)])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(cwd=tmp_path_factory.mktemp("served")) as found:
        yield found


@pytest.fixture(autouse=True)
def _is_still_served(server: Served) -> Iterator[None]:
    yield
    assert server.check([("a.txt", DRAFT)]).page["files"][0]["ruleset"] == "ideology-work-report"


OF_OTHERS = [
    ({"Host": "evil.example"}, 421),
    ({"Host": "127.0.0.1.evil.example:80"}, 421),
    ({"Host": "192.0.2.7"}, 421),
    ({"Host": ""}, 421),
    ({"Host": "[::1"}, 421),
    ({"Origin": "http://evil.example"}, 403),
    ({"Origin": "null"}, 403),
    ({"Origin": "http://127.0.0.1:1"}, 403),
    ({"Sec_Fetch_Site": "cross-site"}, 403),
    ({"Sec_Fetch_Site": "same-site"}, 403),
    ({"Content_Type": "text/plain"}, 403),
    ({"Content_Type": "multipart/form-data; boundary=x"}, 403),
]


@pytest.mark.parametrize("path", ["check", "annotate"])
@pytest.mark.parametrize(("headers", "status"), OF_OTHERS)
def test_what_a_page_of_others_sends_is_refused(
    server: Served, path: str, headers: dict[str, str], status: int
) -> None:
    answer = server.post(path, BODY, **headers)
    assert answer.status == status
    assert "access-control-allow-origin" not in answer.headers


def test_the_page_and_programs_are_served(server: Served) -> None:
    own = f"127.0.0.1:{server.port}"
    for headers in (
        {"Origin": f"http://{own}", "Sec_Fetch_Site": "same-origin"},
        {"Host": f"localhost:{server.port}", "Origin": f"http://localhost:{server.port}"},
        {},
    ):
        assert server.post("check", BODY, **headers).page


def entries(count: int, size: int = 0) -> bytes:
    files = [[f"{number}.txt", size] for number in range(count)]
    return json.dumps(["auto", "zh", False, [], files, []]).encode() + b"\n"


MALFORMED = [
    (b"", 400),
    (b"\n", 400),
    (b"{}\n", 400),
    (b"[]\n", 400),
    (b"\xff\n", 400),
    (b"[" * 100_000 + b"\n", 400),
    (b'"' + b"x" * (1 << 20), 400),
    (BODY[:-1], 400),
    (BODY + b"x", 400),
    (BODY.replace(b"false", b"0"), 400),
    (BODY.replace(b'"auto"', b"null"), 400),
    (entries(0), 400),
    (entries(1, -1), 400),
    (entries(1, True), 400),
    (upload([("a.txt", b"1"), ("a.txt", b"2")]), 400),
    (upload([("", b"1"), ("", b"2")]), 400),
    (entries(501), 413),
    (entries(10_000), 413),
    (entries(1, (20 << 20) + 1), 413),
    (entries(1, 1 << 60), 413),
    (entries(6, 20 << 20), 413),
    (upload([("a.txt", DRAFT)], units=["镇" * 20_001]), 413),
    (upload([("a.txt", DRAFT)], ruleset="work-reprot"), 422),
    (upload([("a.txt", DRAFT)], ruleset="../../etc/passwd"), 422),
    (upload([("a.txt", DRAFT)], [("own.yaml", b"id: x\n")]), 422),
    (upload([("a.txt", DRAFT)], [("own.yaml", b"\xff\0")]), 422),
    (upload([("a.txt", DRAFT)], [("own.yaml", b"a: " + b"[" * 100_000)]), 422),
    (upload([("a.txt", DRAFT)], [("own.yaml", b"id: x\nextends: [/etc/passwd]\n")]), 422),
]


@pytest.mark.parametrize(("body", "status"), MALFORMED, ids=lambda value: repr(value)[:40])
def test_what_is_not_whole_or_too_much_is_refused_in_a_sentence(
    server: Served, body: bytes, status: int
) -> None:
    answer = server.post("check", body)
    assert answer.status == status
    assert answer.error


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "check", 405),
        ("PUT", "check", 405),
        ("OPTIONS", "check", 405),
        ("GET", "../../../etc/passwd", 404),
        ("GET", "%2e%2e/%2e%2e/etc/passwd", 404),
        ("GET", "docs", 404),
        ("GET", "openapi.json", 404),
    ],
)
def test_there_is_nothing_else(server: Served, method: str, path: str, status: int) -> None:
    answer = server.ask(method, path)
    assert answer.status == status
    assert len(answer.body) < 100


@pytest.mark.parametrize("sent", [b"\0" * 100, b"GET\r\n\r\n", b"GET / HTTP/9\r\n\r\n", b"\x16\x03\x01"])
def test_what_is_no_http_ends_the_connection(server: Served, sent: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), 60) as connection:
        connection.sendall(sent + b"\r\n\r\n")
        while connection.recv(1 << 16):
            pass


def test_every_answer_says_what_a_browser_may_do_with_it(server: Served) -> None:
    answers = [
        server.ask("GET", ""),
        server.ask("GET", "nothing"),
        server.ask("GET", "", Host="evil.example"),
    ]
    for answer in (*answers, server.post("check", BODY), server.post("check", b"")):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert not {"set-cookie", "server"} & set(answer.headers)


def test_the_header_of_the_page_is_as_strict_as_the_page(server: Served) -> None:
    answer = server.ask("GET", "")
    inside = policy_of(answer.body.decode())
    assert "default-src 'none'" in inside
    assert answer.headers["content-security-policy"] == f"{inside}; frame-ancestors 'none'"
