"""Makes the offline page: that of `linter/reporters/page`, its host, Python and the program in one file."""

import gzip
import json
import lzma
import tarfile
from base64 import b64encode
from collections.abc import Mapping
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from linter import __version__
from linter.readers import SUFFIXES
from linter.reporters.html import page
from linter.reporters.page_data import choices
from linter.ruleset.library import library, load_all
from linter.surfaces.offline import archive, ingredients

_POLICY = {"script-src": "'wasm-unsafe-eval'", "worker-src": "blob:"}
"""What it needs besides the page's own policy: WebAssembly, and a worker made of what is in the file."""
_AS_SCRIPT = {"export default _createPyodideModule;": "", "import.meta.url": "self.location.href"}
"""What makes a plain script of Pyodide's module: a page from a disk may start no worker of modules."""


def build(folder: str, lang: str) -> str:
    """The page, which opens in a language. `folder` holds the ingredients, or gets them.

    Raises ConfigError: something that it is made from cannot be had.
    """
    found = ingredients.collected(folder)
    pyodide = _npm(found["pyodide"])
    wheel = ZipFile(BytesIO(found["pypdfium2"]))
    told = {
        "parts": {
            "pyodide.asm.wasm": _packed(pyodide["pyodide.asm.wasm"]),
            "python_stdlib.zip": _packed(archive.library(pyodide["python_stdlib.zip"])),
            "program.zip.xz": b64encode(lzma.compress(archive.program(wheel))).decode(),
        },
        "worker": _packed(_worker(pyodide)),
        "lock": {"info": json.loads(pyodide["pyodide-lock.json"])["info"], "packages": {}},
        "suffixes": sorted(SUFFIXES),
        "rulesets": choices(load_all(library())),
    }
    data = f"/*\n{notices(wheel)}\n*/\nwindow.reportlintOffline = {json.dumps(told, ensure_ascii=False)};\n"
    return page(None, lang, (data, _read("host.js")), _POLICY)


def _npm(data: bytes) -> Mapping[str, bytes]:
    """The files of an npm package."""
    with tarfile.open(fileobj=BytesIO(data), mode="r:gz") as tar:
        found = ((each.name.removeprefix("package/"), tar.extractfile(each)) for each in tar)
        return {name: file.read() for name, file in found if file}


def _worker(pyodide: Mapping[str, bytes]) -> bytes:
    """The script of the worker: Pyodide's own, then ours."""
    module = pyodide["pyodide.asm.mjs"].decode()
    for written, wanted in _AS_SCRIPT.items():
        module = module.replace(written, wanted)
    return "\n".join((module, pyodide["pyodide.js"].decode(), _read("worker.js"))).encode()


def _packed(data: bytes) -> str:
    """As browsers unpack it. Python, once it runs, unpacks what is a quarter smaller (xz)."""
    return b64encode(gzip.compress(data, 9, mtime=0)).decode()


def notices(wheel: ZipFile) -> str:
    """What is in the file, and under which licences."""
    parts = [f"reportlint {__version__}, MIT. This file holds other programs:"]
    parts += [f"{each.name} {each.version}: {each.what}. {each.licence}" for each in ingredients.listed()]
    parts += [_read("notices.txt"), f"--- CPython\n{_read('python_licence.txt')}"]
    parts += [f"--- {name}\n{text}" for name, text in archive.licences()]
    parts += [
        f"--- {name}\n{wheel.read(name).decode('utf-8', 'replace')}"
        for name in wheel.namelist()
        if "/licenses/" in name
    ]
    return "\n\n".join(parts).replace("*/", "* /").replace("</script", "< /script").replace("<!--", "< !--")


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")
