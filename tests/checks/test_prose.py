"""What is no prose: no rule on wording judges it, no fix touches it."""

import pytest

from linter import readers
from linter.checks.support.exclusions import prose_test
from linter.model.document import Document
from tests.support.drafts import document

WORD = "部暑"


def judged(source: Document) -> int:
    """How many of the misspelt words count as prose."""
    is_prose, text = prose_test(source), source.text
    places = [at for at in range(len(text)) if text.startswith(WORD, at)]
    return sum(is_prose(at, at + len(WORD)) for at in places)


@pytest.mark.parametrize(
    "line",
    [
        "台账见 https://files.example.org/部暑/2024.html 。",
        "台账见https://files.example.org/a=部暑，请查收。",
        "请登录www.example.org/部暑查看。",
        "写信到 office@部暑.example.org 或<mailto:部暑@example.org>。",
        "存放在 /data/部暑/台账 目录。",
        "存放在/srv/files/部暑 目录，备份在 D:\\部暑\\2024。",
        "共享盘 \\\\server\\部暑\\说明、~/部暑 和 ./部暑/a。",
        "请填写附件1部暑台账.xlsx，按期报送。",
        "域名 部暑.example.com 已备案。",
        "执行命令 `部暑 --all` 即可。",
        "<!-- 部暑 -->\n正文。",
    ],
)
@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
def test_addresses_paths_and_code_are_no_prose(line: str, name: str) -> None:
    assert judged(readers.read(name, f"2024年工作总结\n\n{line}\n".encode())) == 0


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: 部暑\n---\n\n# 总结\n\n正文。\n",
        "# 总结\n\n见[台账](附件/部暑.xlsx)和![图](图片/部暑.png)。\n",
        "# 总结\n\n见[台账][1]。\n\n[1]: https://example.org/部暑\n",
        "# 总结\n\n```python\n部暑 = 1\n```\n",
        '# 总结\n\n<img src="部暑" alt="">\n',
    ],
)
def test_what_markdown_does_not_print_is_no_prose(text: str) -> None:
    assert judged(readers.read("draft.md", text.encode())) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("部暑工作，见https://example.org/a。部暑已定。", 2),
        ("培训/部暑两手抓，宣传/部暑都要硬。", 2),
        ("3.部暑。工作A.部暑，0.5部暑。", 3),
        ("**部暑**：明确责任。\n[部暑](a.md)已定。", 2),
        ("《部暑》已印发，详见“部暑”。", 2),
    ],
)
def test_words_beside_them_are_prose(text: str, count: int) -> None:
    assert judged(readers.read("draft.txt", f"2024年工作总结\n\n{text}\n".encode())) == count


def test_a_span_may_hold_an_address_but_not_reach_into_it() -> None:
    text = "他说“见https://example.org/a的说明”。"
    is_prose = prose_test(document(text))
    assert is_prose(2, text.index("”") + 1)
    assert not is_prose(2, text.index("org"))
    assert not is_prose(text.index("org"), len(text))
    assert is_prose(0, 2)
