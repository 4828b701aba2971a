"""Options that several commands take; `option_values` says what they mean."""

from typing import Annotated, Literal

import typer

Lang = Literal["zh", "en"]
RulesetOption = Annotated[
    list[str] | None,
    typer.Option(help="规则集标识或文件，可多次给出；默认按标题选。 Ruleset id or file."),
]
ConfigOption = Annotated[str | None, typer.Option(help="所有草稿都用这份配置。 Configuration of all drafts.")]
IsolatedOption = Annotated[
    bool, typer.Option("--isolated", help="不读配置文件。 Ignore configuration files.")
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        help="只用这些规则：标识、通配、检查名或标签。 Only these rules: ids, globs, checks or tags."
    ),
]
IgnoreOption = Annotated[list[str] | None, typer.Option(help="不用这些规则，写法同上。 Not these rules.")]
LangOption = Annotated[Lang | None, typer.Option(help="输出语言（默认 zh）。 Language of the output.")]
JobsOption = Annotated[
    int, typer.Option(min=0, help="并行进程数，0 为自动。 Processes; 0 decides by itself.")
]
OutputOption = Annotated[
    str, typer.Option("-o", "--output-file", help="写入文件，默认打印。 Write to a file; default: print.")
]
ForceOption = Annotated[bool, typer.Option("--force", help="覆盖已有文件。 Overwrite an existing file.")]
AgainstOption = Annotated[
    list[str] | None,
    typer.Option(metavar="PATH", help="与以前的材料对照，可多次给出。 Earlier reports to compare with."),
]
