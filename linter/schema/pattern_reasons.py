"""Why the engine refuses a pattern, in both languages: its own reasons are English."""

from linter.model.message import Message
from linter.text.patterns import PatternError

_ZH = {
    "missing )": "左圆括号“(”没有配对的“)”",
    "unexpected )": "右圆括号“)”没有配对的“(”，要匹配括号本身请写“\\)”",
    "missing ]": "左方括号“[”没有配对的“]”",
    "no argument for repetition operator": "重复符号前面没有可重复的内容，要匹配符号本身请在前面加“\\”",
    "bad repetition operator": "重复符号不能连用",
    "invalid repetition size": "重复次数不能超过 1000，也不能前大后小",
    "invalid escape sequence": "没有这种“\\”写法（不支持反向引用）",
    "invalid character class range": "没有这种字符范围",
    "invalid perl operator": "不支持这种“(?”写法（前瞻、后顾、命名的组等）",
    "invalid named capture group": "不支持这种“(?”写法（前瞻、后顾、命名的组等）",
    "invalid UTF-8": "含有不成文字的字符",
    "trailing \\": "末尾多了一个“\\”",
    "expression nests too deeply": "括号套得太深",
    "pattern too large": "太大，请减少重复次数",
}
"""What the reasons of RE2 say, by how they begin; behind most stands the place in the pattern."""


def why(error: PatternError) -> Message:
    """The reason in an error, with the place in the pattern that it names."""
    reason = str(error)
    for begins, zh in _ZH.items():
        if reason.startswith(begins):
            place = reason.removeprefix(begins).removeprefix(": ")
            return Message(f"{zh}：{place}" if place else zh, reason)
    return Message(reason, reason)
