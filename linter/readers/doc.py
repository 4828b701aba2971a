"""Word's old binary format: .doc, and .wps of WPS. Converted to .docx in a worker, then read as that."""

from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.model.message import Message
from linter.readers.support import doc_conversion, sandbox
from linter.readers.support.unreadable import locked

_DRAWINGS = Message(
    "文件中有损坏的图形，已略过；文本框里的文字没有检查",
    "the file has damaged drawings, which were left out; words in text boxes were not checked",
)
_STORIES = Message(
    "文件部分损坏，只读出了正文；文本框、脚注、批注、页眉没有检查",
    "the file is damaged in part and only its main text was read; text boxes, notes, comments and headers "
    "were not checked",
)
_FORMATS = Message(
    "文件的格式部分已损坏，只读出了正文的文字；自动编号、表格、隐藏和已删除的文字可能没有识别。"
    "请在 Word 或 WPS 中打开并另存为 .docx 后再检查",
    "the formatting of the file is damaged and only the words of its main text were read; automatic "
    "numbers, tables, hidden and deleted words may not have been told apart. Save it as .docx in "
    "Word or WPS and check that",
)
_LEFT_OUT = ((), (_DRAWINGS,), (_DRAWINGS,), (_STORIES,), *((_FORMATS,),) * 4)
"""The notices about what was left out, by how many tries to read the whole failed."""


def read(path: str, data: bytes) -> Document:
    """The document in a .doc. Raises UnreadableError: damaged, password, too old, not Word's, empty."""
    from linter.readers import docx

    done = sandbox.run(doc_conversion.__name__, data)
    if done.status == sandbox.PASSWORD:
        raise locked(path)
    if done.status:
        raise UnreadableError(
            f"{path}：无法读取这个 .doc 文件（已损坏，或版本过旧）。请用 Word、WPS 打开并另存为 .docx",
            f"{path}: this .doc file cannot be read (damaged, or too old); save it as .docx in Word or WPS",
        )
    document = docx.read(path, done.output)
    notes = (*_LEFT_OUT[doc_conversion.tries(done.output)], *document.notes, *done.notes)
    blocks = tuple(block._replace(anchor="") for block in document.blocks)  # they name the converted file
    # How well the converter preserves the layout was not measured, so layout is not judged.
    return document._replace(format="doc", blocks=blocks, notes=notes, page_layout=None)
