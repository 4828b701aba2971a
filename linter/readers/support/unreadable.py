"""What several readers say of a file that they cannot read: what is wrong, and what to do."""

from linter.model.errors import UnreadableError


def damaged(path: str) -> UnreadableError:
    """The error to raise for a damaged file."""
    return UnreadableError(
        f"{path}：文件已损坏或不完整。请用 Word、WPS 打开并另存，或重新获取文件",
        f"{path}: the file is damaged or incomplete; open it in Word or WPS and save it anew, "
        "or get it again",
    )


def too_complex(path: str) -> UnreadableError:
    """The error to raise for a file that would take too long."""
    return UnreadableError(
        f"{path}：文件内部结构异常庞大，不予读取。请拆分或另存后再检查",
        f"{path}: abnormally complex inside, not read; split the file or save it anew",
    )


def locked(path: str) -> UnreadableError:
    """The error to raise for a file that a password locks."""
    return UnreadableError(
        f"{path}：文件设有打开密码。请在原来的软件中去掉密码、另存后再检查",
        f"{path}: the file is password-protected; remove the password in the program that set it, save it "
        "again and retry",
    )


def empty(path: str) -> UnreadableError:
    """The error to raise for a file without a single word."""
    return UnreadableError(
        f"{path}：文件中没有可检查的文字。请核对是否选错了文件；图片里的文字不能检查",
        f"{path}: the file holds no text to check; see whether it is the right one. Words in pictures cannot "
        "be checked",
    )


def no_text(path: str) -> UnreadableError:
    """The error to raise for bytes that are no text in any encoding."""
    return UnreadableError(
        f"{path}：不是文本文件，无法读取。请确认文件没有损坏，或另存为 Word、纯文本格式",
        f"{path}: not a text file; check that it is not damaged, or save it as Word or plain text",
    )
