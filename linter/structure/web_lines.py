"""Lines of a web page, a mail or a file store, recognised by their labels, buttons and counters.

No word is proof by itself: a report on publicity work has most of them. How many different ones a line
holds, and where it stands, decides; see `linter.structure.outline` and `linter.checks.residue`. The
word lists are in `rulesets/words/LANGUAGE/web_lines.yaml`.
"""

from functools import lru_cache
from typing import Annotated, NamedTuple

from linter.schema.types import Doc
from linter.text.characters import count

_FRAME = "【】[]〔〕〖〗（）()★☆●·|｜>＞-—"
"""Marks that may enclose or precede a label."""


class Words(NamedTuple):
    """The word lists by which lines of web pages are recognised."""

    labels: Annotated[
        tuple[str, ...],
        Doc("正文旁边、冒号之前的标签：来源、上传人", "labels before a colon next to a text: 来源, 上传人"),
    ]
    owners: Annotated[
        tuple[str, ...],
        Doc("标签之前可以有的主语：文档编号", "owners that may stand before a label: 文档|编号"),
    ]
    owned: Annotated[
        tuple[str, ...],
        Doc("有主语才算标签的词：编号", "what is a label only behind one of them: 编号"),
    ]
    page_words: Annotated[
        tuple[str, ...],
        Doc("网页用而报告不用的词", "words that pages use and reports do not"),
    ]
    common_words: Annotated[
        tuple[str, ...],
        Doc("网页用、宣传工作的报告也用的词", "words that pages use, and reports on publicity too"),
    ]


class WebLines(NamedTuple):
    """Tests of single lines, made from `Words`."""

    known: frozenset[str]
    owners: tuple[str, ...]
    owned: frozenset[str]
    page_words: tuple[str, ...]
    common_words: tuple[str, ...]

    def is_web(self, line: str) -> bool:
        """Whether a line outside the text of a report belongs to a web page.

        A label at its head is enough, or two words; a sentence needs three, and one that only pages use.
        """
        if self.is_labelled(line):
            return True
        own = count(line, self.page_words)
        weight = 2 * own + count(line, self.common_words) + self.labels(line)
        sentence = "。" in line or line[-1:] in ("；", "！", "，", "：")
        return (weight >= 3 and own > 0) if sentence else weight >= 2

    def is_clearly_web(self, line: str) -> bool:
        """Whether a line begins with a label, holds two labels, or has a word that only web pages use."""
        return self.is_labelled(line) or self.labels(line) > 1 or count(line, self.page_words) > 0

    def is_labelled(self, line: str) -> bool:
        """Whether a line begins with a label that web pages put next to a text (来源：… 上传人：…)."""
        before, colon, _ = line.replace(":", "：").partition("：")
        return bool(colon) and self._is_label(before)

    def labels(self, line: str) -> int:
        """The number of labels in a line."""
        *before, _ = line.replace(":", "：").split("：")
        return sum(map(self._is_label, before))

    def _is_label(self, before: str) -> bool:
        """Whether what stands before a colon ends in a label."""
        parts = before.split()
        return any(self._is_name(name.strip(_FRAME)) for name in ("".join(parts), *parts[-1:]))

    def _is_name(self, name: str) -> bool:
        """Whether a name is a label, or one of `owned` after one of `owners` (文档编号)."""
        return name in self.known or any(
            name.startswith(owner) and name[len(owner) :] in self.owned for owner in self.owners
        )


@lru_cache(maxsize=8)
def prepare(words: Words) -> WebLines:
    """The tests of lines for some word lists."""
    labels = frozenset(words.labels)
    return WebLines(labels, words.owners, labels.union(words.owned), words.page_words, words.common_words)
