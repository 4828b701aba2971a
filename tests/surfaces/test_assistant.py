"""The MCP server as an assistant meets it: the SDK's own client, the server in another process."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp", reason="the extra `mcp` is not installed")
pytest.importorskip("pytest_asyncio", reason="the group `test` is not installed")
import pytest_asyncio
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters

from linter.writers import Paragraph, writer
from tests.support.program import environment

pytestmark = [pytest.mark.process, pytest.mark.asyncio(loop_scope="module")]

DRAFT = "城东图书馆2026年上半年工作总结\n\n一、主要工作\n上半年举办讲座××场。\n"
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
"""


@asynccontextmanager
async def assistant(*arguments: str) -> AsyncIterator[Client]:
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "linter", "mcp", *arguments], env=environment()
    )
    async with Client(command) as client:
        yield client


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a draft, links out of it, and a secret beside it."""
    base = tmp_path_factory.mktemp("base")
    (base / "secret.txt").write_text("密", "utf-8")
    found = base / "drafts"
    found.mkdir()
    (found / "a.txt").write_text(DRAFT, "utf-8")
    (found / "own.yaml").write_text(OWN, "utf-8")
    if os.name == "posix":
        (found / "link.txt").symlink_to(base / "secret.txt")
        (found / "linked").symlink_to(base)
        os.mkfifo(found / "pipe.txt")
    return found


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def client(folder: Path) -> AsyncIterator[Client]:
    ready: asyncio.Future[Client] = asyncio.get_running_loop().create_future()
    done = asyncio.Event()

    async def hold() -> None:  # begins and ends in one task, as the SDK wants
        async with assistant("--folder", str(folder)) as found:
            ready.set_result(found)
            await done.wait()

    held = asyncio.create_task(hold())
    yield await ready
    done.set()
    await held


async def told(client: Client, tool: str, **arguments: Any) -> dict[str, Any]:
    """What a tool gives back."""
    done = await client.call_tool(tool, arguments)
    assert not done.is_error, done.content
    return done.structured_content


async def refused(client: Client, tool: str, **arguments: Any) -> str:
    """The words in which a tool refuses."""
    done = await client.call_tool(tool, arguments)
    assert done.is_error
    (words,) = done.content
    assert "Traceback" not in words.text
    return words.text


async def test_every_tool_only_reads_and_has_typed_results(client: Client) -> None:
    tools = (await client.list_tools()).tools
    assert [tool.name for tool in tools] == [
        "check_report",
        "explain_rule",
        "list_rulesets",
        "draft_skeleton",
    ]
    for tool in tools:
        assert tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint
        assert tool.input_schema["additionalProperties"] is False
        assert tool.output_schema["type"] == "object"
        assert tool.description


async def test_a_draft_is_judged_until_it_passes(client: Client) -> None:
    verdict = await told(client, "check_report", text=DRAFT, lang="en")
    assert not verdict["passed"]
    assert verdict["ruleset"] == "work-report"
    mask = next(each for each in verdict["findings"] if each["rule"] == "leftover-mask")
    assert (mask["line"], mask["column"], mask["excerpt"]) == (4, 8, "××")
    states = {row["section"]: row["state"] for row in verdict["parts"][0]["sections"] if row["required"]}
    assert "absent" in states.values()
    mended = DRAFT.replace("××", "二十") + (
        "二、存在的问题\n书库面积不足，部分图书上架慢，借阅高峰时座位紧张，读者等候时间较长，服务还不够细。\n"
        "三、下半年打算\n增设两处借阅点，改造书库，计划十月底前完成，由办公室牵头，各部门配合，按月检查进度。\n"
    )
    assert (await told(client, "check_report", text=mended))["passed"]


async def test_the_gravest_findings_come_first(client: Client) -> None:
    verdict = await told(client, "check_report", text=DRAFT + "截止目前，共××场。\n")
    levels = [each["level"] for each in verdict["findings"]]
    assert levels == sorted(levels, key=["error", "warning", "info"].index)


async def test_a_word_file_is_told_by_paragraphs(client: Client, folder: Path) -> None:
    paragraphs = [Paragraph(line) for line in DRAFT.splitlines()]
    (folder / "总结.docx").write_bytes(writer(".docx")(paragraphs))
    verdict = await told(client, "check_report", path="总结.docx")
    assert verdict["error"] is None
    assert all(each["opening"] for each in verdict["findings"])
    assert verdict["findings"]


async def test_the_text_of_a_result_is_its_structure(client: Client) -> None:
    done = await client.call_tool("check_report", {"text": DRAFT})
    assert json.loads(done.content[0].text) == done.structured_content


async def test_a_file_of_the_folder_is_judged_and_no_other(client: Client, folder: Path) -> None:
    verdict = await told(client, "check_report", path="a.txt")
    assert verdict == await told(client, "check_report", text=DRAFT)
    outside = ["../secret.txt", str(folder.parent / "secret.txt"), "/etc/hostname"]
    outside += ["link.txt", "linked/secret.txt", "pipe.txt"] if os.name == "posix" else []
    for path in [*outside, "", "nowhere.txt", ".", "a\0b"]:
        assert "密" not in await refused(client, "check_report", path=path)


async def test_no_file_is_read_where_no_folder_was_named(folder: Path) -> None:
    async with assistant("--ruleset", str(folder / "own.yaml"), "--lang", "en") as one:
        assert "--folder" in await refused(one, "check_report", path=str(folder / "a.txt"))
        verdict = await told(one, "check_report", text="急事")
        assert [each["message"] for each in verdict["findings"]] == ["no hurry"]
        assert (await told(one, "explain_rule", rule="no-hurry"))["ruleset"] == "own"
        assert (await told(one, "list_rulesets"))["rulesets"][0]["ruleset"] == "own"
        by_form = await told(one, "check_report", text="急事", rulesets=["own", "report-form"])
        assert by_form["ruleset"] == "own+report-form"


async def test_a_rule_is_explained(client: Client) -> None:
    page = await told(client, "explain_rule", rule="leftover-mask")
    assert (page["check"], page["level"]) == ("placeholder", "error")
    assert page["fires_on"]
    assert "依据" in page["page"]
    assert "leftover-mask" in await refused(client, "explain_rule", rule="leftover-maks")


async def test_a_skeleton_is_laid_out_and_does_not_pass_unfilled(client: Client) -> None:
    known = (await told(client, "list_rulesets"))["rulesets"]
    assert {"work-report", "gbt-15834"} <= {each["ruleset"] for each in known}
    for each in known:
        if not each["has_skeleton"]:
            assert each["ruleset"] in await refused(client, "draft_skeleton", ruleset=each["ruleset"])
            continue
        text = (await told(client, "draft_skeleton", ruleset=each["ruleset"], format="txt"))["text"]
        assert "（此处填写" in text
    verdict = await told(client, "check_report", text=text, rulesets=["report-form"])
    assert not verdict["passed"]


REFUSED = [
    ("check_report", {}),
    ("check_report", {"text": "a", "path": "a.txt"}),
    ("check_report", {"text": "总结", "rulesets": ["work-reprt"]}),
    ("check_report", {"text": "总结", "rulesets": ["own.yaml"]}),
    ("check_report", {"text": "总结", "lang": "fr"}),
    ("check_report", {"text": "总结", "ruleset": "work-report"}),  # it is `rulesets` there
    ("list_rulesets", {"language": "en"}),
    ("draft_skeleton", {"ruleset": "../own.yaml"}),
    ("draft_skeleton", {"ruleset": "nothing"}),
]


@pytest.mark.parametrize(("tool", "arguments"), REFUSED)
async def test_what_cannot_be_done_is_refused_in_a_sentence(
    client: Client, tool: str, arguments: dict[str, Any]
) -> None:
    assert await refused(client, tool, **arguments)


HOSTILE = ["\0" * 100, "（" * 100_000, "{\\rtf1", "%PDF-1.7\n", "PK\x03\x04", "一、" * 100_000, "\ufeff"]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:8]))
async def test_no_draft_stops_the_server(client: Client, text: str) -> None:
    verdict = await told(client, "check_report", text=text)
    assert verdict["error"] or verdict["ruleset"]
    assert (await told(client, "check_report", text=DRAFT))["findings"]
