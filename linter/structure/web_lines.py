"""Lines of a web page, a mail or a file store, recognised by their labels, buttons and counters.

No word is proof by itself: a report on publicity work has most of them. How many different ones a line
holds, and where it stands, decides: see `linter.structure.page_head`, `linter.structure.page_tail` and
`linter.checks.residue`. The word lists are in `rulesets/words/LANGUAGE/web_lines.yaml`.
"""

from functools import lru_cache
from typing import Any, NamedTuple

from linter.schema.types import Pattern, WordList
from linter.text.characters import count, has
from linter.text.patterns import alternation, holds, union

_FRAME = "【】[]〔〕〖〗（）()★☆●·|｜>＞-—"
"""Marks that may enclose or precede a label."""
_TAIL = 60
"""The longest line, in characters, that begins the rest of a page behind a text."""
_NOTICE = 3
"""Words of pages that make a notice to users, those that only pages use counted twice."""
_RECORD = 3
"""The weight of labels that make the record of a text: when it was put up, by whom, how often read."""
_OPENING = ("【", "[")
_SEPARATORS = (">", "＞", "»", "|", "｜")


class Words(NamedTuple):
    """The word lists by which lines of web pages are recognised."""

    labels: WordList
    page_labels: WordList
    owners: WordList
    owned: WordList
    page_words: WordList
    common_words: WordList
    addresses: WordList
    homes: WordList
    links: WordList
    remarks: WordList
    patterns: tuple[Pattern, ...]


class WebLines(NamedTuple):
    """Tests of single lines, made from `Words`."""

    words: Words
    every: frozenset[str]
    """Every label."""
    sure: frozenset[str]
    """Those that only pages have."""
    owned: frozenset[str]
    """What is a label behind one of `Words.owners`."""
    tail: Any

    def is_tail(self, line: str) -> bool:
        """Whether a line behind a text is the first of the rest of its page: links, a remark of the page."""
        return len(line) <= _TAIL and holds(self.tail, line)

    def is_web(self, line: str) -> bool:
        """Whether a line outside the text of a report belongs to a web page.

        A label that only pages have is enough, or two signs of a page; a sentence needs three, and one
        that only pages use.
        """
        own = count(line, self.words.page_words)
        common = count(line, self.words.common_words) + has(line, self.words.addresses)
        labels = self.weight_of_labels(line)
        weight = 2 * own + common + labels
        if "。" in line or line[-1:] in ("；", "！", "，") or (line[-1:] == "：" and not labels):
            return own > 0 and weight >= 3
        return weight >= 2 or self.is_button(line) or self.is_clearly_web(line)

    def is_notice(self, line: str) -> bool:
        """Whether a listed line is a notice of a site to its users: of the words of pages it has several."""
        return 2 * count(line, self.words.page_words) + count(line, self.words.common_words) >= _NOTICE

    def is_clearly_web(self, line: str) -> bool:
        """Whether only web pages have a line: labels, words, a path, a bar of buttons, a dated link."""
        if self.weight_of_labels(line) > 1 or has(line, self.words.page_words) or _is_dated_link(line):
            return True
        return self._is_bar(line) or (line[:1] in _OPENING and self.is_button(line))

    def is_path(self, line: str) -> bool:
        """Whether a line leads to what a page shows, whose name may end it: 当前位置：首页 > 年度总结."""
        sure = self.sure.intersection(self.labels(line))
        return has(line, _SEPARATORS) and bool(sure or has(line, self.words.homes))

    def _is_bar(self, line: str) -> bool:
        """Whether a line is a path, a menu or a bar of buttons: 首页 > 新闻, 登录 | 注册, 分享 收藏 点赞."""
        if has(line, _SEPARATORS):
            return has(line, self.words.homes) or count(line, self.words.common_words) > 1
        words = line.split()
        buttons = sum(word.strip(_FRAME) in self.words.common_words for word in words)
        return buttons > 1 and 2 * buttons > len(words)

    def weight_of_labels(self, line: str) -> int:
        """The number of labels in a line, those that only pages have counted twice."""
        return sum(1 + (name in self.sure) for name in self.labels(line))

    def is_record(self, line: str) -> bool:
        """Whether a line is a page's record of a text: several labels, one of which only pages have."""
        return self.weight_of_labels(line) >= _RECORD and not self.sure.isdisjoint(self.labels(line))

    def labels(self, line: str) -> list[str]:
        """The labels in a line: what the words before a colon end in."""
        *before, _ = line.replace(":", "：").split("：")
        return [name for name in map(self._label, before) if name]

    def _label(self, before: str) -> str:
        """The label in which the words before a colon end; empty for none."""
        parts = before.split()
        names = [name.strip(_FRAME) for name in ("".join(parts), *parts[-1:])]
        return next(filter(self._is_name, names), "")

    def _is_name(self, name: str) -> bool:
        """Whether a name is a label, or one of `owned` after one of the owners (文档编号)."""
        return name in self.every or any(
            name.startswith(owner) and name[len(owner) :] in self.owned for owner in self.words.owners
        )

    def is_button(self, line: str) -> bool:
        """Whether a line is nothing but a button: 下载, 【打印本页】."""
        word, buttons = line.strip(_FRAME), self.words.common_words
        return word in buttons or (word != line and len(word) <= 6 and has(word, buttons))


def _is_dated_link(line: str) -> bool:
    """Whether a line is the title of another text, with the day it was put up: …通知[04-14], 04-14防汛….."""
    if line.endswith(("]", "】")):
        day = line[-7:].strip("[]【】 ")
    else:
        day = line[:5] if line.endswith(("..", "…")) else ""
    return len(line) > 8 and len(day) == 5 and day[2] == "-" and (day[:2] + day[3:]).isdecimal()


def is_timestamp(line: str) -> bool:
    """Whether a line begins as programs write a moment (2024-07-05 08:30), a label before it allowed."""
    label, colon, value = line.replace(":", "：", 1).partition("：")
    value = value.strip() if colon and label[-2:] in ("时间", "日期") else line
    year, mark, month = value[:4], value[4:5], value[5:7]
    return year.isdecimal() and mark in ("-", "/") and month[:1].isdecimal() and mark in value[6:8]


@lru_cache(maxsize=8)
def prepare(words: Words) -> WebLines:
    """The tests of lines for some word lists."""
    sure = frozenset(words.page_labels)
    every = sure.union(words.labels)
    links, remarks = alternation(words.links), alternation(words.remarks)
    tail = union((rf"^[【\[〔（(]?{links}[^。]*$", f"^{remarks}", *words.patterns))
    return WebLines(words, every, sure, every.union(words.owned), tail)
