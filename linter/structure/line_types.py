"""What single lines of a report give away: its title, its date, its opening and closing words.

Forms of words only: which sections a report must have, and what is left over, is up to the ruleset.
The patterns run on RE2, which compiles Chinese character classes in a fiftieth of the time of `re`.
"""

from __future__ import annotations

from linter.text.numerals import ONE_TO_NINE, ONE_TO_TEN, YEAR_DIGITS, value_of
from linter.text.patterns import compile

_GENRES = (
    "总结|报告|汇报|情况|方案|纪要|请示|通知|通报|公告|通告|意见|函|计划|要点|预案|讲话|发言|材料|述职|规划"
    "|办法|简报|小结|体会|综述|提纲"
)
_COUNT = rf"[{ONE_TO_TEN}\d]{{1,2}}"
_TITLE = compile(
    rf"(?:{_GENRES})(?:[（(][^）)]{{1,12}}[）)])?\s*(?:第?{_COUNT}|篇{_COUNT}|之{_COUNT})?[.。]?$"
    rf"|^(?:范文|篇|第)?{_COUNT}篇?[：:].{{4,40}}$|[（(]?篇{_COUNT}[）)]?[：:]?"
)
_COLLECTION = compile(
    rf"[（(]?(?:精选|通用|优秀|合集|汇总|共|热门|最新|集合|推荐)?\s*[\d{ONE_TO_TEN}]{{1,3}}\s*篇[）)]?\s*[.。]?$"
)
_PIECE = compile(rf"^[【（(]?(?:第({_COUNT})篇|(?:范文|篇)({_COUNT}))(?:[^章节年月、\d]|$)")
_RUNNING_NUMBER = compile(rf"[（(]?(?:篇|第|范文|之)?{_COUNT}篇?[）)]?[.。：:]?$")
_WEB_TAIL = compile(
    r"^[【\[〔（(]?(?:上一篇|下一篇|相关(?:文章|阅读|推荐|搜索|链接)|推荐阅读|热门(?:文章|推荐)|猜你喜欢|延伸阅读)[^。]*$"
    r"|】\s*相关文章|^本文(?:由|来源|来自|地址)|^版权(?:声明|所有)|^以上就是.{0,60}(?:内容|帮助|参考)"
)
_UNSURE = rf"[\d×xX○〇{ONE_TO_TEN}*_＿]{{1,4}}"
_DATE = compile(
    rf"^[（(]?(?:\d{{4}}|[×xX＊*○〇]{{1,4}}|[12][\d×xX○〇Oo*]{{3}}|[{YEAR_DIGITS}]{{4}})\s*年"
    rf"\s*{_UNSURE}\s*月(?:\s*{_UNSURE}\s*日)?[）)]?$"
)
_CLOSING = compile(
    r"^(?:特此|以上(?:报告|请示|汇报|情况)|妥否|当否|专此|此致|敬请|请予?(?:审|批|评))"
    rf"|^(?:附件?(?:[：:0-9（({ONE_TO_NINE}\s]|$)|附[表录图]|抄送|联系人|报送|印发|主题词)"
)
_SIGNER = compile(
    r"(?:医院|卫生院|委员会|党委|党组|支部|总支|中心|[局科部处室厅所站队校]|办公室|公司|集团|学校|街道|领导小组)$"
)
_OPENING = compile(r"(?:现|特|兹)(?:将|就|对|把)|如下|作以下")
_FORMAL = compile(r"(?:现|特|兹)(?:将|就|对|把)?[^。]{0,80}(?:汇报|报告|总结|小结|述职)(?:如下|.{0,4}$)")
_PERIOD = compile(r"^(?:20\d\d年|今年|本年度|上半年|下半年|一年来|半年来|近年来|年初以来|自)")


def is_title(words: str) -> bool:
    """Whether a line reads as the title of a report."""
    if not 6 <= len(words) <= 60 or words[-1] in "，：:" or "。" in words[:-1] or "；" in words:
        return False
    return "如下" not in words and bool(_TITLE.search(words)) and not _WEB_TAIL.search(words)


def is_collection(words: str) -> bool:
    """Whether a line is the title of a collection ("……总结（精选3篇）")."""
    return len(words) <= 50 and "篇" in words and bool(_COLLECTION.search(words))


def piece(words: str) -> int:
    """The count in a line that counts the reports of a collection ("篇一：…", "第2篇 …"); 0 in others."""
    if "篇" not in words[:6] and "范文" not in words[:6]:
        return 0
    match = _PIECE.search(words)
    return (value_of(match.group(1) or match.group(2)) or 0) if match else 0


def without_running_number(title: str) -> str:
    """A title without the number that tells it from its neighbours, and without space."""
    title = "".join(title.split())
    match = _RUNNING_NUMBER.search(title)
    return title[: match.start()] if match else title


def is_web_tail(words: str) -> bool:
    """Whether a web page goes on here after a report."""
    return len(words) <= 60 and bool(_WEB_TAIL.search(words))


def is_date(words: str) -> bool:
    """Whether a line is a date and nothing else, blanks for the numbers included."""
    return len(words) <= 24 and "年" in words and bool(_DATE.search(words))


def is_closing(words: str) -> bool:
    """Whether a line closes a report (特此报告) or follows its date (附件, 抄送, 联系人)."""
    return bool(_CLOSING.search(words))


def is_signer(words: str) -> bool:
    """Whether a short line ends as the name of a unit does."""
    return bool(_SIGNER.search(words))


def opens_report(words: str) -> bool:
    """Whether a paragraph has the words of an opening ("现将……汇报如下")."""
    return bool(_OPENING.search(words))


def opens_formally(words: str) -> bool:
    """Whether it is the sentence that opens a report and nothing else."""
    return bool(_FORMAL.search(words))


def names_period(words: str) -> bool:
    """Whether a paragraph begins by naming the period that it reports on."""
    return bool(_PERIOD.search(words))
