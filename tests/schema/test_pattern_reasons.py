"""Why a pattern is refused, in Chinese too."""

from __future__ import annotations

import pytest

from linter.schema.pattern_reasons import why
from linter.text import linear, patterns

REFUSED = {
    "完成(": "左圆括号“(”没有配对的“)”：完成(",
    "完成)": "右圆括号“)”没有配对的“(”，要匹配括号本身请写“\\)”：完成)",
    "[完成": "左方括号“[”没有配对的“]”：[完成",
    "*完成": "重复符号前面没有可重复的内容，要匹配符号本身请在前面加“\\”：*",
    "完成**": "重复符号不能连用：**",
    "完{2000}": "重复次数不能超过 1000，也不能前大后小：{2000}",
    r"(完)\1": "没有这种“\\”写法（不支持反向引用）：\\1",
    "[z-a]": "没有这种字符范围：z-a",
    "(?<=全年)完成": "不支持这种“(?”写法（前瞻、后顾、命名的组等）：(?<=",
    "完成\\": "末尾多了一个“\\”",
}


@pytest.mark.parametrize(("pattern", "zh"), REFUSED.items())
def test_a_refused_pattern_is_told_in_chinese(pattern: str, zh: str) -> None:
    with pytest.raises(patterns.PatternError) as refused:
        patterns.compile(pattern)
    assert why(refused.value).zh == zh
    assert why(refused.value).en == str(refused.value)
    with pytest.raises(linear.error) as refused_there:
        linear.compile(pattern)
    there = why(patterns.PatternError(str(refused_there.value))).zh
    assert there.split("：")[0] == zh.split("：")[0]


def test_a_reason_that_is_not_known_is_told_as_it_is() -> None:
    assert why(patterns.PatternError("out of luck")) == ("out of luck", "out of luck")
