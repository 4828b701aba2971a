"""What is said of a file that no reader takes: what it is instead, why, and what to do."""

import os

from linter.model.errors import UnreadableError
from linter.model.message import Message
from linter.readers.sniffing import ARCHIVE, BINARY_SUFFIXES, FOREIGN, LOCK_FILE, Sample, is_locked
from linter.readers.support.unreadable import locked, no_text

_SHEET = Message("表格或演示文稿", "a spreadsheet or slides")
_COMPOUND = Message("其他软件的文件（没有 Word 正文）", "a file of another program, without a Word text")
_RIGHTS = ("DRMEncryptedDataSpace", "DRMEncryptedTransform", "DRMContent")
"""Names in the directory of a file that Microsoft's rights management encrypts."""
_SCRAMBLED = 0.02
"""The share of the commonest byte is below this where data is encrypted: all come about equally often."""
_ENOUGH = 1024


def refusal(sample: Sample, formats: Message) -> UnreadableError:
    """Why a file cannot be read; `formats` names those that can."""
    if not sample.data:
        return _nothing(sample.path)
    if os.path.basename(sample.path).startswith(LOCK_FILE):
        return _lock_file(sample.path)
    if is_locked(sample):
        return _locked(sample)
    if sample.is_spreadsheet_or_slides:
        return _unsupported(sample, _SHEET, formats)
    if sample.is_ole:
        return _unsupported(sample, _COMPOUND, formats)
    if sample.is_zip:
        return _unsupported(sample, ARCHIVE, formats)
    for beginning, kind in FOREIGN.items():
        if sample.data.startswith(beginning):
            return _unsupported(sample, kind, formats)
    return _garbled(sample)


def _nothing(path: str) -> UnreadableError:
    return UnreadableError(
        f"{path}：文件是空的（0 字节），多因没有存好或没有下载完。请另存一次，或重新获取文件",
        f"{path}: the file is empty (0 bytes), mostly for a save or download that broke off; save it again, "
        "or get it again",
    )


def _lock_file(path: str) -> UnreadableError:
    return UnreadableError(
        f"{path}：这是 Word、WPS 打开文档时留下的临时文件，不是报告。请检查名称里没有 {LOCK_FILE} 的那一份",
        f"{path}: Word and WPS leave this beside a document that is open; it is no report. Check the file "
        f"without {LOCK_FILE} in its name",
    )


def _locked(sample: Sample) -> UnreadableError:
    path = sample.path
    if not sample.is_ole:
        return UnreadableError(
            f"{path}：文件已被单位的加密软件加密，无法读取。请在装有该软件的电脑上解密后另存，"
            "或请信息部门把本程序列为可信程序",
            f"{path}: the file is encrypted by the document-protection software of your office; save a "
            "decrypted copy on a computer that has it, or ask IT to trust this program",
        )
    if any(map(sample.has_stream, _RIGHTS)):
        return UnreadableError(
            f"{path}：文件已用权限管理（IRM）加密，无法读取。请由有权限的人在 Word 中取消“限制访问”后另存",
            f"{path}: the file is encrypted by rights management (IRM); someone with the rights must remove "
            "the restriction in Word and save it again",
        )
    return locked(path)


def _garbled(sample: Sample) -> UnreadableError:
    """For a file that is of no known kind, and no text either."""
    path, suffix, data = sample.path, sample.suffix, sample.data
    if not data.strip(b"\0"):
        return UnreadableError(
            f"{path}：文件内容全是空字节，文字已经丢失（多因存盘或传输中断）。请找备份或重新获取文件",
            f"{path}: the file is all null bytes, its text is lost (mostly a save or transfer that broke "
            "off); look for a backup or get it again",
        )
    if len(data) >= _ENOUGH and max(map(data.count, range(256))) < len(data) * _SCRAMBLED:
        return UnreadableError(
            f"{path}：文件内容无法辨认，像是被单位的加密软件加密过，也可能已损坏。"
            "请在装有该软件的电脑上解密后另存；能正常打开却读不了的，请找信息部门",
            f"{path}: of no kind that is known; it looks encrypted by the document-protection software of an "
            "office, or damaged. Save a decrypted copy on a computer that has the software, or ask IT",
        )
    if suffix not in BINARY_SUFFIXES:
        return no_text(path)
    return UnreadableError(
        f"{path}：不是 {suffix} 文件，已损坏，或只是改了后缀名。请用 Word、WPS 打开并另存，或重新获取文件",
        f"{path}: no {suffix} file: damaged, or another kind that was renamed; open it in Word or WPS and "
        "save it anew, or get it again",
    )


def _unsupported(sample: Sample, kind: Message, formats: Message) -> UnreadableError:
    return UnreadableError(
        f"{sample.path}：这是{kind.zh}，无法检查。请提供{formats.zh}格式的报告",
        f"{sample.path}: this is {kind.en}, which cannot be checked; give the report as {formats.en}",
    )
