"""What the YAML parser has to say, in the words of who writes a rule file; and the signs of a Chinese
keyboard that it stumbles over.
"""

import re
from collections.abc import Container, Iterator

from linter.model.message import Message

_BARE = Message(
    "文字不能以这个字符开头，要加引号",
    "text cannot begin with this character: put it in quotes",
)
_TAB = Message("缩进用了制表符，请改用空格", "a tab stands where only blanks may: use blanks to indent")
_SAID = {
    "found a tab character that violates indentation": _TAB,
    "found character that cannot start any token": _BARE,
    "did not find expected alphabetic or numeric character": _BARE,
    "found unknown escape character": Message(
        "双引号里的“\\”要写成“\\\\”，例如 \"\\\\d\"；也可以改用单引号：'\\d'",
        "in double quotes a \\ is written \\\\, as in \"\\\\d\"; or use single quotes: '\\d'",
    ),
    "mapping values are not allowed in this context": Message(
        "这里多了冒号（文字里有冒号的要加引号），或缩进不齐",
        "a colon is not allowed here: put text with a colon in quotes, or mend the indent",
    ),
    "could not find expected ':'": Message(
        "前面有一个键缺少冒号：要用半角冒号，后面加空格",
        "a key before this place lacks its colon: it must be ':' and a blank",
    ),
    "did not find expected key": Message(
        "缩进不齐，或引号里面又有引号", "the indent is uneven, or quotes stand within quotes"
    ),
    "did not find expected '-' indicator": Message(
        "缩进不齐，或列表项前面缺少“-”", "the indent is uneven, or an item of the list lacks its '-'"
    ),
    "did not find expected ',' or ']'": Message(
        "方括号没有合上，或缺少逗号", "a bracket [ is not closed, or a comma is missing"
    ),
    "did not find expected ',' or '}'": Message(
        "花括号没有合上，或缺少逗号", "a brace { is not closed, or a comma is missing"
    ),
    "did not find expected node content": Message("括号里缺少内容", "something is missing in the brackets"),
    "found unexpected end of stream": Message(
        "到文件末尾引号还没有合上", "quotes are open at the end of the file"
    ),
    "control characters are not allowed": Message(
        "这里有看不见的控制字符，请删去", "an invisible control character stands here: delete it"
    ),
}
"""The commonest messages of the parser."""
_QUOTES = Message(
    "；花括号、方括号里的文字如果含有括号、逗号或冒号，要加引号",
    "; within {} and [], put text that holds braces, brackets, commas or colons in quotes",
)
_WIDE = {
    "｛": "{",
    "｝": "}",
    "［": "[",
    "］": "]",
    "【": "[",
    "】": "]",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
}
"""Signs that are taken for those of YAML behind a key."""


def explained(reason: str, text: str, line: int, column: int, opened: int | None = None) -> Message:
    """What is wrong at a place (from 1), by what the parser says of it (`reason`) and the text.

    `opened` is the line where the bracket or quotes begin in which the parser was.
    """
    lines = text.splitlines()  # YAML breaks lines at \r and NEL, too
    said = _SAID.get(reason, Message(reason, reason))
    here = lines[line - 1] if line <= len(lines) else ""
    if said is _BARE and "\t" in here[: column + 1] and not here[:column].strip():
        said = _TAB
    advice = _wide_sign(lines, line) or Message("", "")
    if not advice.en and "',' or" in reason:
        advice = _QUOTES
        if opened and opened != line:
            zh = f"（第 {opened} 行开始的，引号也看看是否成对）"
            advice = Message(
                zh + advice.zh, f" (it begins on line {opened}; see to its quotes, too){advice.en}"
            )
    return Message(said.zh + advice.zh, said.en + advice.en)


def wide_name(name: str, known: Container[str]) -> tuple[str, Message] | None:
    """What to say of an unknown key in which a full-width sign stands for one of YAML's, and the key that is
    meant; None without one.
    """
    if name.startswith("\u3000"):
        said = Message("缩进用了全角空格，请改用半角空格", "the indent has full-width blanks: use plain ones")
        return name.strip(), said
    key, colon, _ = name.partition("：")
    if colon and key.strip() in known:
        said = Message(
            f"“{key}”后面的冒号是全角的，要用半角冒号加空格",
            f"the colon behind '{key}' is a full-width one: it must be ':' and a blank",
        )
        return key.strip(), said
    return None


def wide_item(word: str, inline: bool = True) -> Message | None:
    """What to say of a word of a list, not in quotes, in which full-width signs stand for those of YAML.

    None without such signs. Commas count in a list in which commas part the words (`inline`), quotes and
    brackets where they stand around all of it.
    """
    if inline and re.search(r"(?<=\w)[，；、](?=\w)", word):
        apart = re.sub("[，；、]", ", ", word)
        return Message(
            f'“{word}”在这里算一个词。要分成几个词，写 {apart}（半角逗号）；就要这一个词，加引号写 "{word}"',
            f"'{word}' is one word here: for several write {apart} (plain commas), for this very word put it "
            f'in quotes: "{word}"',
        )
    if re.fullmatch(r"“.*”|‘.*’|【.*】|［.*］", word):
        return Message(
            f"外面的 {word[0]}{word[-1]} 是全角的，会算作词的一部分，请删去，或改用半角引号",
            f"the full-width {word[0]} {word[-1]} are taken for part of the word: leave them out, or use "
            "plain quotes",
        )
    return None


def _wide_sign(lines: list[str], line: int) -> Message | None:
    """What to say where the line of a mistake, or the one before it, has a sign of a Chinese keyboard."""
    for number in range(min(line, len(lines)), max(line - 2, 0), -1):  # a place may be behind the last line
        if found := next(_slips(lines[number - 1]), None):
            return Message(f"；第 {number} 行{found.zh}", f"; line {number} {found.en}")
    return None


def _slips(line: str) -> Iterator[Message]:
    bare = line.lstrip(" ")
    key, colon, _ = bare.partition("：")
    if colon and re.fullmatch(r"(?:- +)?[A-Za-z_]+", key):
        yield Message(
            "的冒号是全角的，要用半角冒号加空格", "has a full-width colon: it must be ':' and a blank"
        )
    if bare.startswith("\u3000"):
        yield Message("用全角空格缩进，请改用半角空格", "is indented by full-width blanks: use plain ones")
    if bare.startswith("＃"):
        yield Message("的“＃”是全角的，注释要用半角的“#”", "has a full-width ＃: a remark begins with '#'")
    if re.match(r"[—–－―][ \w]", bare):
        yield Message(
            "开头的横线不是半角的“-”，列表项要用“-”加空格",
            "begins with a long dash: an item of a list begins with '-' and a blank",
        )
    if re.match(r"-[a-z_]+ *:", bare):
        yield Message("的“-”后面要加空格", "has no blank behind its '-'")
    if re.match(r"(?:- +)?[a-z_]+:[^\s/]", bare):
        yield Message("的冒号后面要加空格", "has no blank behind its colon")
    if wide := re.match(rf"(?:- +)?[a-z_]+: *([{''.join(_WIDE)}])", bare):
        yield Message(
            f"的“{wide[1]}”是全角的，要用半角的 {_WIDE[wide[1]]}",
            f"has a full-width {wide[1]}: it must be {_WIDE[wide[1]]}",
        )
