"""What visitors get for their files, and what is left when they have gone."""

from __future__ import annotations

import io
import json
import os
import socket
import sys
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest

pytest.importorskip("uvicorn", reason="the extra `web` is not installed")

from linter import api
from linter.reporters.page_data import page_data
from tests.support import hostile_worker
from tests.support.program import EXAMPLES, ROOT, run
from tests.support.served import Served, interrupt, serving, upload

pytestmark = pytest.mark.process

posix = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems limit no address space")

DRAFT = (EXAMPLES / "missing.txt").read_bytes()
SAMPLES = [ROOT / "tests" / "samples" / f"report.{suffix}" for suffix in ("pdf", "doc", "odt", "rtf")]
OWN = """\
id: own
title: {zh: 本单位, en: ours}
rules:
  - id: no-hurry
    check: pattern
    level: error
    with: {forbid: [急]}
    message: {zh: 不写急, en: no hurry}
    why: {zh: 不必, en: no need}
    source: 本单位
    examples: {pass: [慢], fail: [急]}
""".encode()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(cwd=tmp_path_factory.mktemp("served")) as found:
        yield found


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server to which files that begin with `!` do harm."""
    with serving(cwd=tmp_path_factory.mktemp("hostile"), module=hostile_worker.__name__) as found:
        yield found


@pytest.fixture(scope="module")
def hurried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that waits for half a second until it is told what somebody wants."""
    with serving(cwd=tmp_path_factory.mktemp("hurried"), head=0.5) as found:
        yield found


def expected(files: list[tuple[str, bytes]], *rulesets: str | api.Ruleset) -> object:
    """The data of the page as the program makes it without a server."""
    drafts = [api.draft(data, name) for name, data in files]
    data = page_data(api.check_many(drafts, rulesets, keep_text=True), api.View())
    return json.loads(json.dumps(data))


# --- what a visitor gets --------------------------------------------------------------------------


def test_a_batch_gets_the_verdict_that_the_program_gives_copies_and_all(server: Served) -> None:
    files = [(path.name, path.read_bytes()) for path in (EXAMPLES / "leftovers.txt", *SAMPLES)]
    files += [("a.txt", DRAFT), ("b/a.txt", DRAFT)]
    answer = server.check(files)
    assert answer.page == expected(files)
    assert ("a.txt", "b/a.txt") in [(pair["first"], pair["second"]) for pair in answer.page["copies"]]
    assert [line["progress"] for line in answer.lines[:-1]] == [[done, 7] for done in range(1, 8)]


def test_a_head_is_told_who_has_not_handed_in(server: Served) -> None:
    body = upload([("青山镇.txt", DRAFT)], units=["青山镇|青山", "财政局"])
    assert server.post("check", body).page["summary"]["missing_units"] == ["财政局"]


def test_a_batch_is_judged_by_the_ruleset_that_is_asked_for(server: Served) -> None:
    files = [("a.txt", DRAFT)]
    assert server.check(files, ruleset="report-form").page == expected(files, "report-form")


def test_rule_files_of_ones_own_judge_alone_or_with_a_shipped_set(server: Served) -> None:
    files = [("a.txt", "城东图书馆工作总结\n急事急办。\n".encode())]
    own = api.load_ruleset(OWN, "own.yaml")
    assert server.check(files, [("own.yaml", OWN)]).page == expected(files, own)
    both = server.check(files, [("own.yaml", OWN)], "work-report").page
    assert both == expected(files, "work-report", own)
    assert "no-hurry" in both["rules"]
    assert "no-hurry" not in server.check(files).page["rules"]


@pytest.mark.parametrize("path", ["own.yaml", "/etc/own.yaml", "..\\own.yaml", "\\\\192.0.2.1\\x\\own.yaml"])
def test_mistakes_in_a_rule_file_are_told_with_their_places(server: Served, path: str) -> None:
    """Its path is a name and no more: on Windows, to look some paths up sends the user's credentials."""
    answer = server.check([("a.txt", DRAFT)], [(path, OWN.replace(b"forbid", b"forbit"))])
    assert answer.status == 422
    assert answer.error.startswith("own.yaml:7:")


def test_a_rule_file_may_have_any_name(server: Served) -> None:
    for name in ("", "\0", "\ud800", "..", "/", "x" * 5000):
        assert "no-hurry" in server.check([("a.txt", DRAFT)], [(name, OWN)]).page["rules"]


@pytest.mark.parametrize("name", ["总结.txt", "../../等/总结.txt", "C:\\等\\总结.txt"])
def test_a_copy_with_comments_is_the_one_that_the_program_writes(server: Served, name: str) -> None:
    answer = server.post("annotate", upload([(name, DRAFT)], lang="zh"))
    head, _, data = answer.body.partition(b"\n")
    assert json.loads(head) == {"file": "总结-批注.docx"}
    ours = zipfile.ZipFile(io.BytesIO(api.annotate(DRAFT, name).data))
    theirs = zipfile.ZipFile(io.BytesIO(data))
    assert theirs.namelist() == ours.namelist()
    assert theirs.read("word/document.xml") == ours.read("word/document.xml")


def test_a_file_that_takes_no_comments_says_why(server: Served) -> None:
    assert "a.pdf" in server.post("annotate", upload([("a.pdf", b"%PDF-1.7\n")])).error


# --- files that do harm ---------------------------------------------------------------------------


def bomb() -> bytes:
    """A Word file that unpacks to a gigabyte."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(1 << 10):
                part.write(bytes(1 << 20))
    return held.getvalue()


HARMFUL = {
    "broken.pdf": b"%PDF-1.7\n1 0 obj<<>>endobj",
    "empty.docx": b"",
    "../../../etc/passwd": b"",
    "<img src=x onerror=alert(1)>.txt": "<script>alert(1)</script>总结".encode(),
    "\0.txt": b"\0",
    "\ud800.txt": DRAFT[:300],
    "x" * 1000 + ".txt": b"x" * 3_000_000,
}


def test_a_bad_file_costs_the_others_nothing(server: Served) -> None:
    harmful = [("bomb.docx", bomb()), *HARMFUL.items()]
    files = [*harmful, ("a.txt", DRAFT), ("b.txt", DRAFT)]
    page = server.check(files).page
    assert [file["path"] for file in page["files"]] == [name for name, _ in files]
    assert [file["unreadable"] for file in page["files"][:4]] == [True] * 4
    assert page["files"][-2:] == expected(files[-2:])["files"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        pytest.param("!memory", "takes more than 1024 MB", marks=linux),
        ("!abort", "broke down"),
        pytest.param("!killworker", "broke down", marks=posix),
    ],
)
def test_what_breaks_its_process_is_one_file_without_a_verdict(hostile: Served, deed: str, said: str) -> None:
    files = [("a.txt", DRAFT), ("bad.txt", deed.encode()), ("b.txt", DRAFT)]
    page = hostile.check(files).page
    assert said in page["files"][1]["error"]["en"]
    assert [file["ruleset"] for file in page["files"]] == ["ideology-work-report", "", "ideology-work-report"]
    assert [(pair["first"], pair["second"]) for pair in page["copies"]] == [("a.txt", "b.txt")]


# --- many at once ---------------------------------------------------------------------------------


def test_a_visitor_sees_his_own_files_and_nobody_else_s(server: Served) -> None:
    def visit(number: int) -> None:
        secret = f"第{number * 7919 + 104729}号台账"
        others = [f"第{other * 7919 + 104729}号台账" for other in range(12) if other != number]
        files = [(f"{number}-{each}.txt", DRAFT + f"\n{secret}。\n".encode()) for each in range(3)]
        answer = server.check(files)
        text = json.dumps(answer.page, ensure_ascii=False)
        assert secret in text
        assert not [other for other in others if other in text]
        assert {file["path"] for file in answer.page["files"]} == {name for name, _ in files}
        assert {pair["first"].partition("-")[0] for pair in answer.page["copies"]} == {str(number)}

    with ThreadPoolExecutor(12) as threads:
        list(threads.map(visit, range(12)))


def test_a_visitor_who_leaves_frees_what_worked_for_him(hostile: Served) -> None:
    """There are as many who leave as there are workers, twice; else the last would wait for two minutes."""
    body = upload([("a.txt", b"!sleep"), ("b.txt", b"!sleep")])
    gone = [HTTPConnection("127.0.0.1", hostile.port) for _ in range(2 * (os.cpu_count() or 1))]
    for connection in gone:
        connection.request("POST", "/check", body, {"Content-Type": "application/x-reportlint"})
        connection.sock.setblocking(True)
    for connection in gone:
        connection.getresponse()  # its head comes when the work has begun
        connection.close()
    assert hostile.check([("a.txt", DRAFT)]).page["files"][0]["ruleset"]


def test_who_comes_when_there_is_no_room_is_told_to_come_again(tmp_path: Path) -> None:
    with serving(cwd=tmp_path, memory=1 << 20) as small:
        answer = small.check([("a.txt", b"x" * (2 << 20))])
        assert answer.status == 503
        assert "busy" in answer.error
        assert small.check([("a.txt", DRAFT)]).page["files"][0]["ruleset"]


def test_more_text_than_there_is_room_for_is_the_error_of_a_file(tmp_path: Path) -> None:
    with serving(cwd=tmp_path, answer=60_000) as small:
        files = [(f"{number}.txt", DRAFT) for number in range(6)]
        found = small.check(files).page["files"]
        assert found[0]["ruleset"]
        assert "give fewer at a time" in found[-1]["error"]["en"]


@pytest.mark.parametrize("sent", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "])
def test_who_does_not_say_what_he_wants_is_hung_up_on(hurried: Served, sent: bytes) -> None:
    assert _ends(hurried.port, sent)
    assert _in_one_of_many_goes(hurried)


def _ends(port: int, sent: bytes) -> bool:
    """Whether a connection ends by which something is sent; whoever waits for that in vain gets a TimeoutError."""
    with suppress(ConnectionError), socket.create_connection(("127.0.0.1", port), 60) as slow:
        slow.sendall(sent)
        while slow.recv(1 << 16):
            pass
    return True


def _in_one_of_many_goes(server: Served) -> bool:
    """Whether the server judges a file; on a busy machine we may be too slow for it ourselves, once or twice."""
    for _ in range(50):
        with suppress(ConnectionError):
            return bool(server.check([("a.txt", DRAFT)]).page)
    return False


def test_who_stops_sending_is_told_and_hung_up_on(tmp_path: Path) -> None:
    with serving(cwd=tmp_path, silence=0.5) as impatient:
        slow = HTTPConnection("127.0.0.1", impatient.port, timeout=60)
        slow.putrequest("POST", "/check")
        slow.putheader("Content-Type", "application/x-reportlint")
        slow.putheader("Content-Length", "1000")
        slow.endheaders(b'["auto", "zh"')
        answer = slow.getresponse()
        assert answer.status == 408
        assert "too slow" in json.loads(answer.read())["error"]["en"]
        slow.close()


# --- what is left ---------------------------------------------------------------------------------


@posix
def test_nothing_is_written_and_nothing_is_left(tmp_path: Path) -> None:
    """The system lets this server write no byte into any file; no line of a log tells of a visitor."""
    with serving(cwd=tmp_path, writes=False) as server:
        files = [("秘密.txt", DRAFT), *((path.name, path.read_bytes()) for path in SAMPLES)]
        files.append(("large.txt", b"x" * (3 << 20)))
        assert server.check(files).page
        assert server.post("annotate", upload(files[:1])).status == 200
        assert server.check([("a.txt", DRAFT)], [("own.yaml", OWN)]).page
        assert server.post("check", b"nothing").status == 400
        assert interrupt(server.process) == 130
        assert server.process.stdout
        assert server.process.stderr
        told = (server.process.stdout.read() + server.process.stderr.read()).decode()
    assert list(tmp_path.iterdir()) == []
    assert told == "文件只在内存中检查，不写入磁盘。按 Ctrl-C 停止。\n"


@posix
def test_ctrl_c_ends_the_server_while_it_judges(tmp_path: Path) -> None:
    with serving(cwd=tmp_path, module=hostile_worker.__name__) as server:
        waiting = HTTPConnection("127.0.0.1", server.port)
        waiting.request(
            "POST", "/check", upload([("a.txt", b"!sleep")]), {"Content-Type": "application/x-reportlint"}
        )
        waiting.getresponse()
        assert interrupt(server.process) == 130
        waiting.close()


# --- its address ----------------------------------------------------------------------------------


def test_in_a_network_the_address_cannot_be_guessed(tmp_path: Path) -> None:
    with serving("--host", "0.0.0.0", cwd=tmp_path) as server:
        assert len(server.root) > 20
        assert server.ask("GET", "").status == 200
        assert server.check([("a.txt", DRAFT)]).page
        outside = server._replace(root="/")
        for path in ("", "check", "x" * 22 + "/", server.root[1:-1], server.root[1:-2] + "/"):
            assert outside.ask("GET", path).status == 404
        assert outside.check([("a.txt", DRAFT)]).status == 404
        assert server.ask("GET", "", Host="evil.example").status == 421


def test_two_servers_have_different_addresses_in_a_network(tmp_path: Path) -> None:
    roots = set()
    for _ in range(2):
        with serving("--host", "0.0.0.0", cwd=tmp_path) as server:
            roots.add(server.root)
    assert len(roots) == 2


def test_a_port_that_is_taken_is_told(server: Served) -> None:
    done = run("serve", "--port", str(server.port), "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.startswith(f"cannot serve at 127.0.0.1:{server.port}: ")


@posix
def test_the_browser_is_opened_where_that_is_wished(tmp_path: Path) -> None:
    told = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {told}.part && mv {told}.part {told}\n', "utf-8")
    browser.chmod(0o700)
    with serving("--open", cwd=tmp_path, browser=f"{browser} %s") as server:
        for _ in range(600):
            if told.exists():
                break
            time.sleep(0.1)
        assert told.read_text("utf-8") == f"http://127.0.0.1:{server.port}/\n"


def test_a_host_that_is_none_is_told() -> None:
    done = run("serve", "--host", "nowhere.invalid", "--lang", "en")
    assert done.returncode == 2
    assert "check --host" in done.stderr
