"""Files written from paragraphs: read back by the readers, laid out as the standard asks."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.readers import read
from linter.writers import WRITERS, Paragraph, writer
from tests.support.words import outline

REPORT = [
    Paragraph("云杉县医院2025年工作总结", "title"),
    Paragraph(""),
    Paragraph("县卫生健康局：", "flush"),
    Paragraph("现将2025年工作情况报告如下。"),
    Paragraph("一、基本情况", "heading"),
    Paragraph("（一）门诊", "subheading"),
    Paragraph("全年接诊4120人次，<5%的患者等候超过半小时 & 均已回访。"),
    Paragraph("云杉县医院", "signature"),
    Paragraph("2026年1月6日", "signature"),
]


@pytest.mark.parametrize("suffix", WRITERS)
def test_what_is_written_is_read_back(suffix: str) -> None:
    document = read(f"report{suffix}", writer(suffix)(REPORT))
    (part,) = outline(document)
    text = document.text
    assert text[slice(*part.title or (0, 0))] == "云杉县医院2025年工作总结"
    assert [(head.level, text[head.start : head.end]) for head in part.headings] == [
        (1, "基本情况"),
        (2, "门诊"),
    ]
    assert "<5%的患者等候超过半小时 & 均已回访" in text
    assert text[: part.end].endswith("2026年1月6日")


@pytest.mark.parametrize(
    "layout",
    [
        'w:w="11906" w:h="16838"',  # A4 in twentieths of a point
        'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"',  # 37, 26, 35 and 28 mm
    ],
)
def test_the_page_is_that_of_gbt_9704(layout: str) -> None:
    assert layout in _part("word/document.xml")


@pytest.mark.parametrize(
    "layout",
    [
        'w:firstLineChars="200"',
        'w:line="579" w:lineRule="exact"',
        'w:eastAsia="仿宋"/><w:color w:val="000000"/><w:sz w:val="32"/>',
        'w:eastAsia="方正小标宋简体"/><w:color w:val="000000"/><w:sz w:val="44"/>',
        'w:eastAsia="黑体"',
        'w:eastAsia="楷体"',
    ],
)
def test_the_type_is_that_of_gbt_9704(layout: str) -> None:
    assert layout in _part("word/styles.xml")


def _part(name: str) -> str:
    with ZipFile(BytesIO(writer(".docx")(REPORT))) as file:
        return file.read(name).decode()


@given(st.text(max_size=30))
def test_word_gets_every_text_that_xml_can_hold(text: str) -> None:
    paragraphs = [Paragraph("开头。"), Paragraph(text)]
    data = writer(".docx")(paragraphs)
    assert data == writer(".docx")(paragraphs)
    assert read("any.docx", data).text.startswith("开头。")
