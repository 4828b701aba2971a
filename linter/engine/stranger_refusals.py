"""Why there is no answer to a task, and what to do: for people."""

from linter.confined import Limits
from linter.engine import stranger_protocol as protocol
from linter.model.message import Message


def refusal(name: str, answer: bytes, limits: Limits) -> Message:
    """Why the work on a file gave nothing; `answer` is a letter of the protocol."""
    zh, en = {
        protocol.TIME: (
            f"检查用时过长（限 {limits.cpu} 秒计算时间），已中止。请拆成几个文件，或另存为新的 .docx 再检查",
            f"judging it took too long (the limit is {limits.cpu} s of computing) and was stopped; split the "
            "file, or save it anew as .docx in Word or WPS",
        ),
        protocol.MEMORY: (
            f"检查所需内存超过 {limits.memory >> 20} MB，已中止。请拆成几个文件，或删去图片和附件后再检查",
            f"judging it takes more than {limits.memory >> 20} MB of memory and was stopped; split the file, "
            "or take pictures and attached files out of it",
        ),
        protocol.SIZE: (
            "发现的问题太多，无法全部列出。请拆成几个文件再检查",
            "there are more findings than can be listed; split the file",
        ),
    }.get(
        answer,
        (
            "检查时出现异常，已中止，文件可能已损坏。请在 Word 或 WPS 中打开、另存为新文件后再检查",
            "the process that judged it broke down, so the file may be damaged; open it in Word or WPS, "
            "save it as a new file and check that",
        ),
    )
    return Message(f"{name}：{zh}", f"{name}: {en}")


UNCOMPARED = Message(
    "这批文件没有相互比对（用时过长、内存不够或中途出错），各文件自身的检查不受影响。请分成几批再比对",
    "the files were not compared with each other, for that took too long or too much memory, or broke down; "
    "each was judged by itself; to have them compared give fewer at a time",
)
"""What is said where the files of a batch were judged, and no more."""
