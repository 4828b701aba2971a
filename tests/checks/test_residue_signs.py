"""Residue within the text: an assistant's words and Markdown, invisible characters."""

import pytest

from linter import readers
from linter.model.document import Document, Mark
from linter.model.outline import Context
from tests.support.drafts import document, draft
from tests.support.rules import finds

FINDS = finds("residue", "residue")
TITLE = "云溪镇2024年工作总结\n"
BODY = "一、主要工作\n全年疏浚河道12处，走访群众320户。\n二、下一步打算\n明年继续推进老街改造。\n"


def excerpts(rule: str, source: Document, level: str = "") -> list[str]:
    """What a rule finds in a document; at one level only, if one is given (`rule`: that of the rule)."""
    kept = [
        match for match in FINDS[rule](Context(source, ())) if not level or (match.level or "rule") == level
    ]
    return [source.text[match.start : match.end] for match in kept]


# --- an assistant's words ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "一位老党员说，我可以替你看一夜闸门。",
        "窗口挂出“有事请找我，我帮您办”的牌子。",
        "推出“为您准备一把伞”服务，根据您的需要上门。",
        "群众反映：“如果需要，随时告诉我。”",
        "好！！希望再接再厉。",
        "如需调整请告知我院办公室，联系人见附件。",
        "以上意见，供领导参考。",
        "以上报告，请审阅。",
        "希望以上做法对各村有所帮助。",
        "我可以负责任地说，工程质量过硬。",
        "注：数据截至2024年12月底，根据统计年报填写。",
        "当然，差距也是明显的。",
        "**当然**，差距也是明显的。",
        "说明：文中数据为快报数，年报调整时以年报为准。",
        "您看，这条路修得多好！",
        "以上是一份沉甸甸的成绩单。",
        "复制推广先进经验，分享交流3次。",
        "收到群众来信32封，全部办结。",
        "我们将根据你局要求继续修改完善方案。",
        "我能根据群众需要调整服务时间。",
        "以上为2024年工作总结初稿，请各科室提出修改意见。",
        "（注：本表数据可根据需要调整）",
        "注：请各村根据实际情况补充完善台账。",
        "请告诉我们您的想法，我们会努力改进。",
        "希望您一如既往关心支持我院发展。",
        "如果您需要渡船接送，我站可以为您预约班次。",
        "如果你想学轮机，我可以教你。",
        "如果工作需要，我可以把船期再调整一次。",
        "如果您对渡运有意见，可以告诉值班员，我站三天内答复。",
        "以下为修改后的版本，请审阅。",
        "Locks need care. Here is an example:",
        "Here the river is deep, and the report says so:",
        "Keepers of other quays, please feel free to visit.",
    ],
)
@pytest.mark.parametrize("place", ["first", "last"])
def test_a_sentence_of_the_report_is_no_assistant(line: str, place: str) -> None:
    text = TITLE + (f"{line}\n{BODY}" if place == "first" else f"{BODY}{line}\n")
    assert excerpts("residue-chat", document(text)) == []


def test_a_letter_speaks_to_its_readers() -> None:
    text = (
        "写给新来渡工的信\n你们刚到渡口，我说几句。\n先看水，你看白线往北移，就是退潮。\n"
        "老人上船慢，你不要催。\n水大水小拿不定主意，随时告诉我。\n希望对你有帮助。\n"
    )
    assert excerpts("residue-chat", document(text)) == []


@pytest.mark.parametrize(
    "line",
    [
        "如果您愿意，我也能为您补上同期对比，改写成简报。",
        "要是您觉得太长，我可以缩到八百字以内。",
        "如果想突出检修，我可以为您重写第一部分。",
        "需要的话，我可以把语气调得更正式。",
        "您可以把船期表发给我，我来帮您填进去。",
        "您还希望我补充哪一段？",
        "是否需要我为您生成配套的PPT大纲？",
        "以下为优化后的版本，您可直接使用：",
    ],
)
def test_an_offer_to_work_on_the_text_is_found_amid_it(line: str) -> None:
    text = BODY.replace("二、", f"{line}\n二、") + "云溪镇人民政府\n2024年12月30日\n"
    assert excerpts("residue-chat", document(TITLE + text)) == [line]


def test_words_between_two_sections_are_no_assistant() -> None:
    text = f"{TITLE}一、主要工作\n如需帮助，请随时告诉我。这是网格员的承诺。\n二、下一步打算\n继续推进。\n"
    assert excerpts("residue-chat", document(text)) == []


@pytest.mark.parametrize(
    "line",
    [
        "好的，以下是根据您的要求撰写的工作总结：",
        "当然可以！下面是一份工作总结范文：",
        "**当然！** 下面是一份验船总结：",
        "**好的，以下是根据您的要求撰写的清淤小结：**",
        "好的，**下面是您要的总结**：",
        "没问题，我为您起草了一份总结：",
        "以下是一份可直接使用的年度总结：",
        "Sure, here is the report you asked for:",
        "Here is a summary of the year's work:",
        "Here’s a report on the locks:",
        "With pleasure! Here’s a shorter version of the report on the locks:",
        "根据您提供的素材，整理总结如下：",
    ],
)
def test_what_an_assistant_says_first_is_found(line: str) -> None:
    assert excerpts("residue-chat", document(f"{line}\n{TITLE}{BODY}")) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "希望对您有帮助！",
        "希望以上内容能够帮助到您。",
        "如需进一步修改，请告诉我。",
        "如果您觉得篇幅过长，可以随时告诉我，我来精简。",
        "需要我再帮您压缩到800字吗？",
        "要不要我把它改成汇报口吻？",
        "您可以根据实际情况对内容进行调整。",
        "（注：以上数据为示例，请根据实际情况填写。）",
        "我还可以帮您生成配套的PPT提纲。",
        "（本文由AI生成，使用前请按本单位情况改动）",
        "以上总结供您参考。",
        "如需调整语气或补充数据，欢迎随时提出。",
        "Feel free to adjust the tone!",
        "请根据实际情况替换方括号中的内容。",
        "希望这个版本符合您的要求！",
        "需要的话，我可以再精简一下。",
        "【说明】以上内容由人工智能生成，仅供参考。",
        "I hope this helps!",
        "Let me know if you would like a shorter version.",
    ],
)
def test_what_an_assistant_says_last_is_found(line: str) -> None:
    assert excerpts("residue-chat", document(f"{TITLE}{BODY}{line}\n")) == [line]


# --- Markdown where none belongs --------------------------------------------------------------


def office(text: str) -> Document:
    """The text as that of a Word file."""
    return document(text)._replace(format="docx", encoding="")


@pytest.mark.parametrize(
    "text",
    [
        "**渡口站于*月*日试航，逐项记录。",
        "**镇**村**组的张**反映路灯不亮。",
        "由**负责，**配合，**、**等参加。",
        "编号#12，A|B两组，3**2=9。",
        "“#文明出行#”话题阅读量1万次，#1楼已封顶。",
        "####\n****\n——————\n-----",
        "价格[含税](见附件)，[1](注释)。",
        "密码为******，共***人。",
        "换盘后执行：\n  # mount /dev/sda1\n  # ls",
        "配置文件写：\n  # Old quays:\n\t# New quays:",
        "本人__白江__于__5__月到闸。谢谢~~各位~~辛苦了，气温3~~5度。",
        "票价$5，往返$9，变量$total_sum$，路径C:\\text\\frac，“$\\alpha$”读作阿尔法。",
    ],
)
def test_masks_and_signs_of_an_office_are_no_markdown(text: str) -> None:
    assert excerpts("residue-markdown", office(TITLE + text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("### 一、主要工作\n召开会议。\n## 二、打算", ["### 一、主要工作", "## 二、打算"]),
        ("##一、主要工作", ["##一、主要工作"]),
        (" # Locks and quays\n ## second lock", ["# Locks and quays", "## second lock"]),
        ("**加强领导**：每季度听取汇报。", ["**加强领导**"]),
        ("1. **抓学习。**全年办班三期。", ["**抓学习。**"]),
        ("- **抓好“一老一小”**，提升服务。", ["**抓好“一老一小”**"]),
        (
            "| 事项 | 次数 |\n|---|:--:|\n| 会议 | 12 |\n以上。",
            ["| 事项 | 次数 |\n|---|:--:|\n| 会议 | 12 |"],
        ),
        ("```\n完成率98%\n```", ["```", "```"]),
        ("详见[台账](https://example.org/a)。", ["[台账](https://example.org/a)"]),
        ("按“报到 $\\rightarrow$ 过闸”办理。", ["$\\rightarrow$"]),
        ("水位差 $\\le 1.5\\%$ 以内，闸室 12 \\times 4 米。", ["$\\le 1.5\\%$", "\\times"]),
        ("1. __检修__：除锈。\n- __Costs:__ 300 pounds.", ["__检修__", "__Costs:__"]),
        ("添置缆绳~~18~~26条。\n- ~~租用备用拖轮~~", ["~~18~~", "~~租用备用拖轮~~"]),
    ],
)
def test_markdown_in_a_word_file_is_found_at_its_signs(text: str, expected: list[str]) -> None:
    assert excerpts("residue-markdown", office(TITLE + text)) == expected


@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
@pytest.mark.parametrize("language", ["", "markdown", "md"])
def test_a_fence_around_the_whole_text_is_found(name: str, language: str) -> None:
    text = f"```{language}\n# 总结\n\n全年疏浚河道12处。\n```\n"
    assert excerpts("residue-markdown", readers.read(name, text.encode())) == [f"```{language}", "```"]


@pytest.mark.parametrize("text", ["# 总结\n\n```sh\nls\n```\n", "```sh\nls\n```\n\n```sh\npwd\n```\n"])
def test_fences_around_code_are_left_alone(text: str) -> None:
    assert excerpts("residue-markdown", readers.read("draft.md", text.encode())) == []


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("residue-lost-character", "旧表里有“锟斤拷”乱码，café”已改。", []),
        ("residue-lost-character", "接送学生锟斤拷320人。", ["锟斤拷"]),
        ("residue-lost-character", "标题成了æŠ¥å‘Šäºº。", ["æŠ¥å‘Šäºº"]),
        ("residue-lost-character", "学习鈥滀笁浼氫竴璇锯€，抓落实。", ["鈥滀笁浼氫竴璇锯€"]),
        ("residue-spam", "金沙镇政府官网改版，永利水泥厂官网更新，查处足球投注点2处。", []),
        ("residue-spam", "6699cc永利唯一官网院务会议。", ["6699cc永利唯一官网"]),
        ("residue-spam", "传达威尼斯官网党组会议精神。", ["威尼斯官网"]),
        ("residue-cut", "此处隐蔽工程已验收，此处隐藏管线。", []),
        ("residue-private-sign", "• 闸门每季除锈。", []),
        ("residue-private-sign", "\uf0b7 闸门除锈。\n\uf0b7 闸室清淤。", ["\uf0b7"]),
        ("residue-revision", "台账设批注栏，区间[-3，5]内正常。\n======", []),
        ("residue-revision", "插入[图3]：渡口平面图\n校记：批注[一]：据旧抄本。\n删除[3]：旧条", []),
        ("residue-revision", "删除的内容：第三条关于夜航的规定。\n带格式的单元格请勿改动。", []),
        (
            "residue-revision",
            "（一）批注[水工1]：班次再核。\n全年检修8次。批注 [小郭2]: 与台账不符",
            ["批注[水工1]：班次再核。", "批注 [小郭2]: 与台账不符"],
        ),
        (
            "residue-revision",
            "过闸九次[批注1：待核]。\n[张3]批注：不对",
            ["[批注1：待核]", "[张3]批注：不对"],
        ),
        (
            "residue-revision",
            "带格式的：缩进：首行缩进：2 字符\n带格式的表格\n设置格式[老郭]: 字体: 小四\n删除[老郭]: 旧船",
            [
                "带格式的：缩进：首行缩进：2 字符",
                "带格式的表格",
                "设置格式[老郭]: 字体: 小四",
                "删除[老郭]: 旧船",
            ],
        ),
        (
            "residue-revision",
            "批注[B2]：核对闸门数\n过闸[-八-]{+九+}次。",
            ["批注[B2]：核对闸门数", "[-八-]{+九+}"],
        ),
        ("residue-revision", "@@ -3,2 +3,4 @@\n过闸九次。", ["@@ -3,2 +3,4 @@"]),
        ("residue-assistant-interface", "他思考了8秒才答。\n版本一：夜班两人。", []),
        ("residue-assistant-interface", "已思考 7 秒\n过闸九次。", ["已思考 7 秒"]),
        ("residue-assistant-interface", "请你帮我润色这段闸口简介：", ["请你帮我润色这段闸口简介："]),
        ("residue-escape", "路径D:\\闸口\\new，写作“\\n”。", []),
        ("residue-escape", "过闸九次。\\n检修两次。", ["次。\\n检"]),
        ("residue-stamp", "票据用扫描全能王存档，试用版已停用。", []),
        (
            "residue-stamp",
            "扫描全能王 创建\nScanned with CamScanner",
            ["扫描全能王 创建", "Scanned with CamScanner"],
        ),
        ("residue-mail", "来自手机端的投诉占三成，原始邮件已归档。", []),
        ("residue-mail", "发自我的iPhone\n----- 原始邮件 -----", ["发自我的iPhone", "----- 原始邮件 -----"]),
        ("residue-chat-window", "闸长在群里撤回了一条消息，说明了原因。", []),
        (
            "residue-chat-window",
            "[文件] 闸口小结.docx\n已读 9 未读 2",
            ["[文件] 闸口小结.docx", "已读 9 未读 2"],
        ),
        ("residue-spaced-words", "工 作 总 结\n闸 长 ， 闸 工", []),
        ("residue-spaced-words", "过闸九次， 没 有 出 事 故 。", ["， 没 有 出 事 故"]),
        ("residue-cut", "二是……此处隐藏940个字……元。", ["……此处隐藏940个字……"]),
    ],
)
def test_signs_of_damage_are_found_where_they_stand(rule: str, text: str, expected: list[str]) -> None:
    assert excerpts(rule, document(text)) == expected


LINK = finds("leftovers", "residue")["leftover-link"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见[闸规](闸规)，见[台账](#台账)，写作 `[文字](链接)`，调用[a](b)。", []),
        ("见[闸规](链接待补)。", ["[闸规](链接待补)"]),
        ("见[纪要](TODO)、[附件]()、[下载](网址)。", ["[纪要](TODO)", "[附件]()", "[下载](网址)"]),
    ],
)
@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
def test_a_link_that_leads_nowhere_yet_is_found(name: str, text: str, expected: list[str]) -> None:
    source = readers.read(name, f"{TITLE}{text}\n".encode())
    assert [source.text[match.start : match.end] for match in LINK(Context(source, ()))] == expected


def test_a_private_sign_in_code_is_meant() -> None:
    source = readers.read("字符.md", "# 字符\n\n写作 `\ue123`，字体里没有。\n".encode())
    assert excerpts("residue-private-sign", source) == []


def test_the_foreword_of_a_page_is_no_assistant() -> None:
    page = "首页 > 文章中心 > 实习报告\n实习报告\n前言：我们特意为您整理了5篇实习报告范文，希望带来灵感。\n"
    assert excerpts("residue-chat", document(page + BODY)) == []
    foreword = "实习报告\n想写出好文章吗？我们特意为您整理了5篇实习报告范文，给您带来灵感。\n"
    assert excerpts("residue-chat", document(foreword + BODY)) == []
    assert excerpts("residue-chat", document("我为您整理了一篇实习报告范文：\n" + BODY)) != []


@pytest.mark.parametrize("line", ["以下内容由AI生成，仅供参考", "部分内容由人工智能生成"])
def test_what_a_tool_says_of_itself_is_found(line: str) -> None:
    assert excerpts("residue-chat", document(TITLE + BODY + line)) == [line]


def test_one_problem_however_many_signs() -> None:
    text = TITLE + "### 一、工作\n**抓学习**：三期。\n**抓落实**：五项。"
    assert excerpts("residue-markdown", office(text), "rule") == ["### 一、工作"]
    assert excerpts("residue-markdown", office(text), "info") == ["**抓学习**", "**抓落实**"]


def test_bold_is_suggested_without_its_signs() -> None:
    source = office(TITLE + "**抓学习**：三期。\n### 二、打算")
    matches = FINDS["residue-markdown"](Context(source, ()))
    assert [match.suggestion for match in matches] == ["抓学习", "二、打算"]


@pytest.mark.parametrize(
    ("name", "text", "level"),
    [
        ("draft.md", "# 总结\n\n**抓学习**：三期。\n", None),
        ("draft.txt", "# 总结\n\n**抓学习**：三期。\n", None),
        ("draft.txt", "---\ntitle: 总结\n---\n\n## 工作\n", None),
        ("draft.txt", "总结\n\n## 工作\n\n见[台账](a.md)。\n", None),
        ("draft.txt", "渡口值守小结\n\n- [台账](https://example.org/tz)\n", None),
        ("draft.txt", "渡口值守小结\n执行`ls`命令，见`日志`。\n", None),
        ("draft.txt", "云溪镇工作总结\n\n## 一、工作\n\n**抓学习**：三期。\n", "rule"),
        ("draft.txt", "渡口值守小结\n台账见[共用盘](https://example.org/tz)。\n", "rule"),
        ("draft.txt", "渡口值守小结\n登录后在`船票核验`中登记。\n", "rule"),
    ],
)
def test_a_text_written_in_markdown_on_purpose_is_left_alone(name: str, text: str, level: str | None) -> None:
    source = readers.read(name, text.encode())
    levels = [match.level or "rule" for match in FINDS["residue-markdown"](Context(source, ()))]
    assert levels[:1] == ([level] if level else [])


@pytest.mark.parametrize(
    "text",
    [
        '# 记录\n\n&emsp;&emsp;第一段。<br>\n<div align="right">落款</div>\n',
        "# 记录\n\n图名&nbsp;·&nbsp;编号，箭头为 &gt; 。\n",
    ],
)
@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
def test_html_in_markdown_is_there_on_purpose(name: str, text: str) -> None:
    assert excerpts("residue-markup", readers.read(name, text.encode())) == []


# --- invisible characters ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "点赞👨‍👩‍👧‍👦，爱心❤️。",
        "كتاب‌ها و می‌خواهم",
        "co\u00adoperate",
        "ภาษา\u200bไทย",
        "正文\t缩进\x0c下一页",
        "国旗🏴\U000e0067\U000e007f。",
    ],
)
def test_characters_of_other_scripts_and_emoji_stay(text: str) -> None:
    assert excerpts("invisible-characters", document(text)) == []


@pytest.mark.parametrize(
    ("text", "span", "better"),
    [
        ("召开\u200b会议，改造\u200b管网。", "开\u200b会议，改造\u200b管", "开会议，改造管"),
        ("建立\ufeff台账。", "立\ufeff台", "立台"),
        ("落实\u202e责任\u202c。", "实\u202e责任\u202c", "实责任"),
        ("软\u00ad连字符。", "软\u00ad连", "软连"),
        ("响铃\x07。", "铃\x07", "铃"),
        ("隐藏\U000e0041\U000e0042。", "藏\U000e0041\U000e0042", "藏"),
        ("停\u200b航\u200b令", "停\u200b航\u200b令", "停航令"),
    ],
)
def test_invisible_characters_go(text: str, span: str, better: str) -> None:
    [match] = FINDS["invisible-characters"](draft(text))
    assert (text[match.start : match.end], match.suggestion) == (span, better)


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("升温 5\u00a0℃，WPS\u00a0Office，§\u00a012。", None),
        ("召开会议，\u00a0改造管网。", " "),
        ("\u00a0\u00a0全年召开会议。", "  "),
        ("共\u00a0\u00a0三项", "  "),
    ],
)
def test_no_break_spaces_beside_chinese_are_found(text: str, better: str | None) -> None:
    assert [match.suggestion for match in FINDS["no-break-spaces"](draft(text))] == (
        [better] if better else []
    )


# --- what remains in a file -------------------------------------------------------------------


def test_comments_changes_and_hidden_text_are_counted() -> None:
    source = document(TITLE + BODY)
    assert excerpts("residue-unsettled", source) == []
    at = source.text.index("疏浚")
    marks = (
        Mark(at, at + 4, "comment", "核对"),
        Mark(at + 6, at + 8, "comment", "补充"),
        Mark(at + 4, at + 4, "hidden", "底稿"),
    )
    case = draft(source.text)._replace(document=source._replace(marks=marks, changes=3))
    found = list(FINDS["residue-unsettled"](case))
    title = TITLE.strip()
    assert [source.text[match.start : match.end] for match in found] == ["疏浚河道", title, "全年疏浚河道"]
    assert [match.message and match.message.zh.split("，")[0] for match in found] == [
        "文件里还有 2 条批注没有处理",
        "文件里还有 3 处修订没有接受或拒绝",
        "文件里有隐藏文字“底稿”：打印时看不到",
    ]


def test_hidden_text_at_the_head_of_a_paragraph_is_shown_by_what_follows() -> None:
    source = document(TITLE + BODY)
    at = source.text.index("全年")
    marks = (Mark(at, at, "hidden", "底稿"), Mark(at + 4, at + 4, "hidden", "旧数"))
    case = draft(source.text)._replace(document=source._replace(marks=marks))
    (match,) = FINDS["residue-unsettled"](case)
    assert source.text[match.start : match.end].startswith("全年疏浚河道12处")
    assert match.message is not None
    assert match.message.zh.startswith("文件里有 2 处隐藏文字，第一处是“底稿”")
