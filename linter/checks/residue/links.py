"""Links of Markdown that lead nowhere yet: [考勤制度](链接待补), [minutes](TODO), [附件]()."""

from collections.abc import Iterator, Sequence

from linter.checks.api import Find
from linter.checks.support.compiled import compiled
from linter.checks.support.exclusions import exclusion_test
from linter.model.finding import Match
from linter.model.outline import Context
from linter.text.characters import is_han
from linter.text.patterns import holds, union

_LINK = r"(?<!!)\[(?P<shown>[^\[\]\n]+)\](?P<target>\([^()\n]*\))"


def links(wrong: Sequence[str]) -> Find:
    """A `Find` that yields the links whose target, with its brackets, one of the patterns matches."""
    pattern = union(wrong)

    def find(context: Context) -> Iterator[Match]:
        document, text = context.document, context.document.text
        if "](" not in text:
            return
        is_markdown = document.format == "markdown"
        is_code = exclusion_test(document, markup=False)
        for match in compiled(_LINK).finditer(text):
            shown = match["shown"].strip()
            words = " " in shown or any(map(is_han, shown))  # run[0]() is code
            is_link = shown and (is_markdown or words) and not is_code(*match.span())
            if is_link and holds(pattern, match["target"]):
                yield Match(*match.span())

    return find
