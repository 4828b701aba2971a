"""Word's old binary format: .doc, and .wps of WPS. Converted to .docx in a worker, then read as that.

`msdoc2docx` keeps the automatic numbers and drops deleted text; catdoc corrupted a third of a Chinese
file, antiword has no numbers and leaks deleted text.
"""

from linter.model.document import Document
from linter.model.errors import UnreadableError
from linter.readers.support import sandbox


def read(path: str, data: bytes) -> Document:
    """The document in a .doc. Raises UnreadableError: damaged, password, too old, not Word's, empty."""
    from linter.readers import docx

    status, converted = sandbox.run("linter.readers.doc", convert, data)
    if status == sandbox.PASSWORD:
        raise UnreadableError(
            f"{path}：文件设有打开密码。请在 Word 或 WPS 中去掉密码、另存后再检查",
            f"{path}: the file is password-protected; remove the password, save it again and retry",
        )
    if status:
        raise UnreadableError(
            f"{path}：无法读取这个 .doc 文件（已损坏，或版本过旧）。请用 Word、WPS 打开并另存为 .docx",
            f"{path}: this .doc file cannot be read (damaged, or too old); save it as .docx in Word or WPS",
        )
    document = docx.read(path, converted)
    blocks = tuple(block._replace(anchor="") for block in document.blocks)  # they name the converted file
    # How well the converter preserves the layout was not measured, so layout is not judged.
    return document._replace(format="doc", blocks=blocks, page_layout=None)


def convert(data: bytes) -> bytes:
    """The .docx that a .doc becomes. Raises `sandbox.Refused`."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    import doc2docx
    from doc2docx.errors import Doc2DocxError, EncryptedDocumentError

    with TemporaryDirectory(prefix="reportlint-") as folder:
        source = Path(folder, "source.doc")
        source.write_bytes(data)
        try:
            doc2docx.convert(source, target := Path(folder, "target.docx"))
            return target.read_bytes()
        except EncryptedDocumentError:
            raise sandbox.Refused(sandbox.PASSWORD) from None
        except (Doc2DocxError, OSError, ValueError, ArithmeticError, LookupError, RecursionError):
            raise sandbox.Refused(sandbox.DAMAGED) from None


if __name__ == "__main__":
    sandbox.serve(convert)
