"""Workers are given out in turn."""

from __future__ import annotations

import time
from threading import Thread

import pytest

from linter.engine import turns
from linter.engine.turns import Turns


def waiting(given: Turns[str], count: int) -> None:
    """Wait until so many wait."""
    while len(given._waiting) < count:
        time.sleep(0.001)


def test_who_has_just_had_one_waits_behind_all_others() -> None:
    given: Turns[str] = Turns()
    given.put("worker")
    order: list[str] = []

    def work(name: str, times: int) -> None:
        for _ in range(times):
            thing = given.get()
            order.append(name)
            if order == ["long"]:
                waiting(given, 3)
            given.put(thing)

    threads = [Thread(target=work, args=("long", 3))]
    threads[0].start()
    while not order:
        time.sleep(0.001)
    for count, name in enumerate("abc", 1):
        threads.append(Thread(target=work, args=(name, 1)))
        threads[-1].start()
        if count < 3:
            waiting(given, count)
    for thread in threads:
        thread.join()
    assert order == ["long", "a", "b", "c", "long", "long"]
    assert given.get() == "worker"


def test_the_one_that_was_put_last_comes_first() -> None:
    given: Turns[str] = Turns()
    given.put("cold")
    given.put("warm")
    assert [given.get(), given.get()] == ["warm", "cold"]


@pytest.mark.parametrize("has_come", [False, True])
def test_who_is_interrupted_keeps_nothing(monkeypatch: pytest.MonkeyPatch, has_come: bool) -> None:
    given: Turns[str] = Turns()

    class Interrupted(turns.SimpleQueue):  # type: ignore[type-arg]
        def get(self) -> object:  # type: ignore[override]
            monkeypatch.undo()
            if has_come:
                given.put("worker")
            Interrupted.get = turns.SimpleQueue.get  # type: ignore[method-assign]
            raise KeyboardInterrupt

    monkeypatch.setattr(turns, "SimpleQueue", Interrupted)
    with pytest.raises(KeyboardInterrupt):
        given.get()
    if not has_come:
        given.put("worker")
    assert given.get() == "worker"
