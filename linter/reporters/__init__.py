"""The output formats. A reporter is one module that turns a result into text, or into the bytes of a file.

It offers `report(result, view) -> Iterable[str]`: text that ends with a line end, or is empty, in pieces that
are written one after the other, so that nobody has to hold the whole of a large run. A piece ends at the end
of a line, or in JSON of a value. Where its own reports can be told by their text, it offers
`is_report(text) -> bool`: `-o` replaces those alone. In a format that is no text (`OutputFormat.binary`) both
are about bytes, as a whole; it goes to files only. A reporter never prints, never reads a file and never
exits; nor does it care for what a terminal obeys: the command line does, for every output
(`linter.cli.output`).
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, cast

from linter.model.finding import FileOutcome, Result
from linter.model.message import Message
from linter.text.visible import visible

if TYPE_CHECKING:
    from linter.model.archive import ArchivedFile


class OutputFormat(NamedTuple):
    """One output format."""

    module: str
    """Dotted name of its reporter."""
    purpose: Message
    """What it is for: for the table of the README."""
    suffixes: tuple[str, ...] = ()
    """Names of files that such a report is expected in, besides those of plain text (`PLAIN`)."""
    begins: str = ""
    """What every such report begins with; empty where that may be anything."""
    from_root: bool = True
    """Whether a service reads it, which knows files by their paths from the root of the repository."""
    commands: bool = False
    """Whether its lines are commands to a runner of CI. It has to escape what comes from files itself."""
    binary: bool = False
    """Whether it is no text: it goes to a file, never to a terminal or a pipe."""
    needs: tuple[str, str] | None = None
    """The module that it needs beyond ours, and the extra that brings it."""
    summary: bool = False
    """Whether the page of the run that the runner shows gets a summary as well."""
    shows_text: bool = False
    """Whether it shows the text of the drafts, which the run then has to keep."""


PLAIN = (".txt", ".text", ".log", ".out", "")
"""Suffixes under which a report in any format may stand."""

REPORTERS = {
    "text": OutputFormat("linter.reporters.text", Message("给人看的报告", "for people"), from_root=False),
    "concise": OutputFormat(
        "linter.reporters.concise",
        Message("一行一个问题，给编辑器和 grep", "a line for each finding, for editors and grep"),
        from_root=False,
    ),
    "html": OutputFormat(
        "linter.reporters.html",
        Message(
            "一个网页文件，双击即看：正文上标出问题，旁边是清单；多份报告先列总表",
            "a page for the browser: the text with its findings, the checklist; many reports as a table",
        ),
        (".html", ".htm"),
        begins="<",
        from_root=False,
        shows_text=True,
    ),
    "json": OutputFormat(
        "linter.reporters.json",
        Message("给程序用，字段稳定", "for programs; its keys are stable"),
        (".json",),
        begins="{",
        from_root=False,
    ),
    "markdown": OutputFormat(
        "linter.reporters.markdown",
        Message(
            "给合并请求的评论：先是各份报告缺什么，再是问题",
            "a comment on a pull request: what each report lacks, then the findings",
        ),
        (".md", ".markdown"),
        begins="<",
    ),
    "github": OutputFormat(
        "linter.reporters.github",
        Message(
            "GitHub Actions 的行内标注，另写运行摘要（`GITHUB_STEP_SUMMARY`）",
            "annotations of GitHub Actions on the lines, and the summary of the run (`GITHUB_STEP_SUMMARY`)",
        ),
        begins=":",
        commands=True,
        summary=True,
    ),
    "gitlab": OutputFormat(
        "linter.reporters.gitlab",
        Message("GitLab 的 Code Quality 报告", "the Code Quality report of GitLab"),
        (".json",),
        begins="[",
    ),
    "sarif": OutputFormat(
        "linter.reporters.sarif",
        Message(
            "SARIF 2.1.0，给代码平台和查看器，带规则的说明",
            "SARIF 2.1.0, for code hosts and viewers, with the help of each rule",
        ),
        (".sarif", ".json"),
        begins="{",
    ),
    "junit": OutputFormat(
        "linter.reporters.junit",
        Message(
            "JUnit XML，给 Jenkins 等：清单的每一条是一个用例，通过的也在内",
            "JUnit XML, for Jenkins and others: each line of the checklist is a case, those passed as well",
        ),
        (".xml",),
        begins="<",
    ),
    "checkstyle": OutputFormat(
        "linter.reporters.checkstyle",
        Message("Checkstyle XML，许多 CI 工具都读", "Checkstyle XML, which many tools of CI read"),
        (".xml",),
        begins="<",
    ),
    "rdjson": OutputFormat(
        "linter.reporters.rdjson",
        Message("给 reviewdog，带修改建议", "for reviewdog, with suggestions"),
        (".json", ".rdjson"),
        begins="{",
    ),
    "csv": OutputFormat(
        "linter.reporters.csv",
        Message("一份报告一行的总表，给表格软件和脚本", "a row a report, for spreadsheets and scripts"),
        (".csv",),
        begins="\ufeff",
        from_root=False,
    ),
    "xlsx": OutputFormat(
        "linter.reporters.xlsx",
        Message(
            "总表、问题和雷同三张表的工作簿，给收材料的人（另装 `reportlint[xlsx]`）",
            "a workbook of three sheets, reports, findings and copies, for who collects the reports "
            "(needs `reportlint[xlsx]`)",
        ),
        (".xlsx",),
        from_root=False,
        binary=True,
        needs=("xlsxwriter", "xlsx"),
    ),
}
"""Every output format, by the name that `--output-format` takes."""


NARROWEST, WIDEST = 40, 120
"""Columns between which a report adapts to the terminal."""


class View(NamedTuple):
    """How the user wants the result to be shown."""

    lang: str = "zh"
    """`zh` or `en`."""
    width: int = 80
    """Columns of the terminal."""
    quiet: bool = False
    """Findings and verdict only."""
    summary: bool = False
    """What there is to say of the files as a whole, and the verdict only."""
    statistics: bool = False
    """Also the number of findings of each rule."""
    verbose: bool = False
    """Also the encoding, and every rule with its outcome."""
    fail_on: str = "error"
    """The mildest level that makes the run fail, or `never`."""
    paragraphs: bool = False
    """Whether the line numbers of the file at hand count paragraphs, as in a Word file."""

    def say(self, text: Message) -> str:
        """The text in the user's language."""
        return text.say(self.lang)

    def of(self, file: "FileOutcome | ArchivedFile") -> "View":
        """The view of what is said of one file, in its lines or paragraphs."""
        return self._replace(paragraphs=file.paragraphs)

    def listed(self, names: Iterable[str]) -> str:
        """Names, one after the other."""
        return self.say(Message("、", ", ")).join(names)


Report = Callable[[Result, View], Iterable[str] | bytes]
"""Bytes in the formats that are `binary`, else text in pieces."""


def reporter(name: str) -> Report:
    """The `report` function of a format of `REPORTERS`, loaded when a run needs it.

    Raises ConfigError, which says what to install, where an extra is missing that the format needs.
    """
    about = REPORTERS[name]
    if about.needs:
        from linter.extras import require

        require(*about.needs)
    return cast(Report, import_module(about.module).report)


def is_earlier(name: str, data: bytes) -> bool:
    """Whether the content of a file is empty or an earlier report in a format of `REPORTERS`.

    Its reporter tells; it is none where the reporter has no `is_report`. Raises ValueError where a text is
    expected and it is none.
    """
    about = REPORTERS[name]
    told = getattr(import_module(about.module), "is_report", None)
    return not data or (told is not None and told(data if about.binary else data.decode("utf-8")))


def by_file(
    result: Result, view: View, lines: Callable[[FileOutcome, View], Iterable[str]], last: Iterable[str]
) -> Iterator[str]:
    """The lines that `lines` gives for each file, one file after the other, and those that come `last`.

    Each stays one line, whatever stands in a path or a message.
    """
    every = chain((line for file in result.files for line in lines(file, view.of(file))), last)
    return (f"{visible(line)}\n" for line in every)
