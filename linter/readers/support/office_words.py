"""What Word, WPS and LibreOffice write into a file themselves, in the language of their menus.

These words belong to the file formats as much as their tags do: the names of built-in styles, the
messages that stand in place of a field's result, the prompts of templates. What authors of reports write
is the matter of rulesets and is not known here.
"""

from linter.text.sentences import COMMON_CLAUSE_ENDS

HEADING_STYLES = ("heading", "标题", "標題", "見出し")
"""Names of the built-in styles of headings, in lower case; the level follows as a digit: `heading 1`."""

CONTENTS_STYLES = ("toc", "目录", "目錄", "wpsoffice手动目录", "contents")
"""Names of the built-in styles of a table of contents, in lower case; a digit follows."""

CONTENTS_TITLES = frozenset(("目录", "目錄", "目次", "contents", "tableofcontents"))
"""Titles of a table of contents, in lower case and without spaces."""

CONTENTS_GALLERY = "Table of Contents"
"""What the content control around a table of contents states as its gallery (`w:docPartGallery`)."""

PROMPT_STYLES = ("placeholder text", "占位符文本", "版面配置區文字")
"""Names of the built-in style of a prompt in a content control, in lower case."""

FIELD_ERRORS = ("错误!", "错误！", "錯誤!", "錯誤！", "Error!", "未找到目录项")
"""How the result of a field begins that Word or WPS could not work out."""

REFERENCE_ERRORS = (*FIELD_ERRORS, "错误:", "错误：", "Error:")
"""The same for a cross-reference, which LibreOffice marks with a colon.

A field of another kind may begin so by right: the link around a heading 错误：…
"""

PROMPT_TRIGGERS = ("击此处", "击这里", "按此处", "触此处", "键入", "Click or tap", "Click here to", "[Type")
"""One of these is in every text that `PROMPTS` matches; looked for first."""

PROMPTS = (
    r"(?:单击|点击)(?:或(?:点击|点按|轻触))?(?:此处|这里)(?:输入|键入|添加|编辑|插入|选择)[^"
    + COMMON_CLAUSE_ENDS
    + r"\n]{0,8}"
    r"|[\[［【](?:在此处?)?键入[^\]］】\n]{0,12}[\]］】]"
    r"|Click (?:or tap )?(?:here )?to (?:enter|add|insert|edit) (?:text|a date|title)|\[Type [^\]\n]{0,24}\]"
)
"""Prompts of Word's and WPS's templates that stand in the text after their control has gone."""
