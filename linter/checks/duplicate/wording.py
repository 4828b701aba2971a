"""What is said at the places of a copy."""

from linter.model.message import Message


def percent(score: float) -> int:
    """A share, 0 to 1, in per cent; 100 only for all of it."""
    return int(score * 100)


def how_similar(score: float) -> Message:
    """The message at the other place."""
    if percent(score) == 100:
        return Message("此处文字相同", "the same words stand here")
    return Message(f"此处有{percent(score)}%的文字相同", f"{percent(score)} % of the words are the same here")


def with_date(message: Message, date: tuple[int, ...], is_earlier: bool) -> Message:
    """The message at a place in a file of another date: year, month and day, as far as it says."""
    written = "-".join(f"{number:02}" for number in date)
    zh, en = ("早", "an earlier") if is_earlier else ("晚", "a later")
    return Message(f"{message.zh}，该文件日期较{zh}（{written}）", f"{message.en}, in {en} file ({written})")
