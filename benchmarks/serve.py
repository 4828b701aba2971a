"""What the local server does under load: many visitors at once, each with a few drafts.

`python benchmarks/serve.py [VISITORS] [DRAFTS]` starts `reportlint serve` and prints how many files a second
it judged, how long visitors waited, and what its processes took of memory (Linux).
"""

import json
import re
import resource
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.texts import reports
from linter import api
from linter.engine.workers import cores
from tests.support.program import command, environment
from tests.support.served import upload


def visit(port: int, drafts: list[bytes]) -> tuple[float, int, str]:
    """Have some drafts judged: seconds until the answer was there, files with a verdict, what went wrong."""
    files = [(f"{number}.txt", data) for number, data in enumerate(drafts)]
    began = time.perf_counter()
    try:
        connection = HTTPConnection("127.0.0.1", port, timeout=600)
        connection.request("POST", "/check", upload(files), {"Content-Type": "application/x-reportlint"})
        answer = connection.getresponse()
        lines = answer.read().splitlines()
        page = json.loads(lines[-1])["page"]
    except (OSError, KeyError, ValueError, IndexError) as error:
        return time.perf_counter() - began, 0, repr(error)
    judged = sum(bool(file["ruleset"]) and not file["error"] for file in page["files"])
    return time.perf_counter() - began, judged, "" if judged == len(drafts) else "a file has no verdict"


def load(port: int, visitors: int, drafts: int) -> None:
    """Let all visitors come at once, and print what became of them."""
    texts = [text.encode() for text in reports(visitors * drafts)]
    theirs = [texts[at : at + drafts] for at in range(0, len(texts), drafts)]
    began = time.perf_counter()
    with ThreadPoolExecutor(visitors) as threads:
        visits = list(threads.map(lambda files: visit(port, files), theirs))
    seconds = time.perf_counter() - began
    waits = sorted(wait for wait, _, _ in visits)
    marks = quantiles(waits, n=20) if len(waits) > 1 else waits * 19
    judged = sum(count for _, count, _ in visits)
    errors = [error for *_, error in visits if error]
    print(f"{visitors} visitors, {drafts} drafts each, {cores()} cores")
    print(f"  {judged} files in {seconds:.1f} s: {judged / seconds:.1f} files/s")
    print(f"  answer after: p50 {marks[9]:.2f} s, p95 {marks[18]:.2f} s, last {waits[-1]:.2f} s")
    print(f"  errors: {len(errors)} {errors[:3] if errors else ''}")


def resident() -> None:
    """What judging one draft costs when all is loaded, without HTTP: here, and as a stranger's file."""
    selector = api.choose()
    with api.strangers_judge(selector, workers=1) as judge:
        for name, check in (
            ("in this process", lambda data: api.check(data, "a.txt", selector)),
            ("as a stranger's file", lambda data: judge.check(data, "a.txt")),
        ):
            times = []
            for text in reports(30):
                began = time.perf_counter()
                check(text.encode())
                times.append(time.perf_counter() - began)
            first, *others = times
            rest = sorted(others)[len(others) // 2]
            print(f"a draft of 5 KB, {name}: first {first * 1e3:.0f} ms, then {rest * 1e3:.1f} ms")


def main() -> None:
    """Measure."""
    visitors, drafts = (int(each) for each in (*sys.argv[1:], *("50", "3")[len(sys.argv) - 1 :]))
    resident()
    with subprocess.Popen(
        command("serve", "--port", "0"), stdout=subprocess.PIPE, env=environment()
    ) as server:
        try:
            assert server.stdout
            found = re.search(rb":(\d+)/", server.stdout.readline())
            assert found
            visit(int(found[1]), [text.encode() for text in reports(cores())])  # everything is loaded then
            load(int(found[1]), visitors, drafts)
            if sys.platform == "linux":
                peak = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{server.pid}/status").read_text())
                print(f"  memory of the server: {int(peak[1]) >> 10 if peak else 0} MB at most")
        finally:
            server.kill()
    if sys.platform == "linux":
        print(f"  largest process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10} MB")


if __name__ == "__main__":
    main()
