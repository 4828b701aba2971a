"""The examples at the end of the help pages."""

EXAMPLES = {
    "check": (
        ("check 总结.docx", "一份草稿  one draft"),
        ("check drafts -o 结果.txt", "一个文件夹，结果写入文件  a folder, into a file"),
        ("check drafts --summary", "只看总表：谁缺什么、谁没交  who lacks what, who is missing"),
        ("check drafts --output-format xlsx -o 总表.xlsx", "总表写成电子表格  a workbook"),
        ("check 总结.docx --ruleset work-report", "指定规则集  by this ruleset"),
        ("check . --select 'leftover-*,period'", "只查这些规则  these rules only"),
        ("check . --fail-on warning --output-format github", "用于 CI  in CI"),
        ("check 总结.txt --diff", "先看会怎样修正  what --fix would do"),
        ("check . --write-baseline known.json", "记下现有问题  record what is there"),
        ("check . --baseline known.json", "只报新问题  only what is new"),
        ("check 总结.docx --show-settings", "用的是哪份配置、哪些规则  which settings hold"),
    ),
    "annotate": (
        ("annotate 总结.docx", "写出 总结-批注.docx  comments in a copy"),
        ("annotate drafts --output-dir 批注", "一个文件夹，副本另放  a folder, copies elsewhere"),
        ("annotate 总结.docx --suggest", "稳妥的修改写成修订  safe fixes as changes"),
    ),
    "archive": (
        ("archive add 2023/ 2024/", "收入存档  into the archive"),
        ("archive check 总结.docx", "草稿同存档对照  a draft against it"),
        ("archive history --output-format html -o 历次.html", "谁交了、缺什么  who handed in what"),
        ("archive join", "谁沿用了谁  who copied whom"),
    ),
    "explain": (("explain 总结.docx --section leadership", "为什么算有、算缺  why it is there"),),
    "test": (("test rules/own.yaml", "用规则自己的示例检验  by its own examples"),),
    "rule": (
        ("rule leftover-mask", "解释一条  explain one"),
        ("rule --all --ruleset work-report", "逐条解释一个规则集  explain all of a set"),
    ),
    "init": (("init --from 好报告.docx -o rules/own.yaml", "从范例生成规则集  a set from a model"),),
    "new": (("new work-report -o 总结.docx", "搭出骨架  a skeleton to fill in"),),
    "serve": (
        ("serve", "本机的网页  a page on this machine"),
        ("serve --host 0.0.0.0", "供办公室网络  for the office's network"),
    ),
    "build-page": (
        ("build-page -o 报告检查.html", "一个文件，双击即用  one file, opened by a double click"),
        ("build-page --ingredients parts", "不能上网时  without a network"),
    ),
    "config": (
        ("config", "列出全部配置项  all keys"),
        ("config rules.level", "解释一项  one key"),
    ),
    "completion": (("completion bash", "首行是安装命令  the first line says how to install"),),
}
"""For each command what to write behind `reportlint`, and what it does."""


def epilog(command: str) -> str | None:
    """The examples of a command as typer takes the end of a help page; None where there are none."""
    if command not in EXAMPLES:
        return None
    lines = [f"  reportlint {line}\n      {what}" for line, what in EXAMPLES[command]]
    return "\b\n例子 Examples:\n" + "\n".join(lines)
