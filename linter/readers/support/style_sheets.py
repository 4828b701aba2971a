"""What a web page hides by its own style sheets: only what can be told without laying it out."""

import re
from collections.abc import Iterator

HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden|mso-element\s*:\s*comment-list"
)
"""A declaration by which an element is not shown, or holds the comments that Word puts below a page."""
COMMENT_CLASSES = frozenset(("msocomanchor", "MsoCommentReference"))
"""The classes of the signs of comments in pages saved by Word."""
_TAG = re.compile(r"<(/?)style\b", re.IGNORECASE)
_BLOCK = re.compile(r"([^{}]*)([{}])")
_ONE_CLASS = re.compile(r"[a-z0-9]*\.([\w-]+)", re.IGNORECASE)
_CLASS = re.compile(r"\.([\w-]+)")


def hidden_classes(source: str) -> frozenset[str]:
    """The classes that a page hides, whatever else stands in its style sheets, and those of comments.

    A class that some rule shows, or any rule for one medium alone names, is left out: whether its
    elements are seen depends on more than the page says. To hide what is seen would lose errors.
    """
    hidden: set[str] = set()
    doubtful: set[str] = set()
    for selectors, declarations, conditional in _rules(source):
        if conditional or ("display" in declarations and not HIDDEN.search(declarations)):
            doubtful.update(_CLASS.findall(selectors))
        elif HIDDEN.search(declarations):
            names = (_ONE_CLASS.fullmatch(selector.strip()) for selector in selectors.split(","))
            hidden.update(name[1] for name in names if name)
    return COMMENT_CLASSES | (hidden - doubtful)


def _rules(source: str) -> Iterator[tuple[str, str, bool]]:
    """The rules of the page's style sheets: selectors, declarations, whether they stand in an `@` rule."""
    for sheet in _sheets(source):
        openings: list[str] = []
        conditions = 0
        for found in _BLOCK.finditer(sheet, 0, sheet.rfind("}") + 1):
            words, brace = found.groups()
            if brace == "{":
                openings.append(words.strip())
                conditions += openings[-1].startswith("@")
            elif openings:
                selectors = openings.pop()
                conditions -= selectors.startswith("@")
                yield selectors, words, conditions > 0


def _sheets(source: str) -> Iterator[str]:
    """The style sheets of a page without comments. One without an end is none, as it hides all the rest."""
    begin = 0
    for tag in _TAG.finditer(source):
        if not tag[1]:
            begin = begin or source.find(">", tag.end()) + 1
            if not begin:
                return
        elif begin:
            head, *others = source[begin : tag.start()].replace("<!--", "").replace("-->", "").split("/*")
            yield head + "".join(other.partition("*/")[2] for other in others)
            begin = 0
