"""The Word files of rulesets/gbt-9704.cases.yaml, written by `python -m tests.support.layout_drafts`."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from linter.annotate.plain import word_file
from linter.annotate.repack import repack
from tests.support.drafts import document
from tests.support.words import outline

FOLDER = Path(__file__).parents[2] / "rulesets/gbt-9704"
_TEXT = """\
青桐县档案馆上半年工作总结
一、主要工作
上半年，馆藏档案数字化扫描完成12万页，接待查档群众860人次。
（一）方便群众查档
设立老年人查档窗口，对行动不便的群众提供上门服务。
1.延长开放时间
每周六上午照常开放，节假日可以电话预约。"""
_STYLES = {
    "方正小标宋简体": "宋体",
    '<w:sz w:val="44"/>': '<w:sz w:val="36"/>',
    '<w:jc w:val="center"/>': "",
    "黑体": "微软雅黑",
    "楷体": "宋体",
    "仿宋": "宋体",
    '<w:sz w:val="32"/>': '<w:sz w:val="28"/>',
    'w:line="579" w:lineRule="exact"': 'w:line="360" w:lineRule="auto"',
    'w:firstLineChars="200" w:firstLine="640"': 'w:firstLineChars="0" w:firstLine="0"',
}
"""What is changed in the styles of the good one; in its text and page, below."""
_MAIN = {
    'w:w="11906" w:h="16838"': 'w:w="12240" w:h="15840"',
    'w:top="2098"': 'w:top="1440"',
    '<w:docGrid w:type="lines" w:linePitch="579"/>': "",
    "设立老年人": '　　设立</w:t></w:r><w:r><w:rPr><w:rFonts w:eastAsia="隶书"/></w:rPr><w:t>老年人',
}


def good() -> bytes:
    """A draft that is as the standard wants it."""
    source = document(_TEXT)
    return word_file(source, outline(source))


def bad() -> bytes:
    """The same, and nothing is."""
    data = good()
    changed = {}
    with ZipFile(BytesIO(data)) as file:
        for name, changes in (("word/styles.xml", _STYLES), ("word/document.xml", _MAIN)):
            xml = file.read(name).decode()
            for old, new in changes.items():
                assert old in xml
                xml = xml.replace(old, new)
            changed[name] = xml.encode()
        changed["word/footer1.xml"] = file.read("word/footer1.xml").replace(b'"PAGE"', b'"DATE"')
    return repack(data, changed)


FILES = {"good.docx": good, "bad.docx": bad}

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, make in FILES.items():
        (FOLDER / name).write_bytes(make())
