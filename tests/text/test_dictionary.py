"""Word segmentation: what it says, and that it says nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from linter.text.dictionary import words


def test_words_of_a_clause() -> None:
    assert words("整改突出问题个") == ["整改", "突出", "问题", "个"]
    assert "".join(words("2024年，我院X光室检查300人次。")) == "2024年，我院X光室检查300人次。"


@pytest.mark.process
def test_loading_is_silent_with_and_without_a_cache(tmp_path: Path) -> None:
    code = "from linter.text.dictionary import words; print(words('健全考核办法'))"
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
            cwd=Path(__file__).parents[2],
            env={"XDG_CACHE_HOME": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        )
        assert (done.stdout, done.stderr) == ("['健全', '考核办法']\n", "")
    assert list(tmp_path.rglob("jieba-*.cache"))


@pytest.mark.process
def test_a_word_is_looked_up_without_jieba() -> None:
    code = (
        "import sys; from linter.text.dictionary import is_word\n"
        "print(is_word('名次'), is_word('专题会'), is_word('题会'), 'jieba' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "True False False False\n"
