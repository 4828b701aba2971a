"""Comments of a Word file that are still open (ECMA-376 part 1, 17.13.4; [MS-DOCX] 2.5.3.1 for resolved
ones)."""

from linter.model.annotation import AUTHOR
from linter.readers.ooxml.package import w
from linter.readers.ooxml.paragraphs import RUN, TEXT, characters
from linter.readers.ooxml.stories import PARAGRAPH
from linter.xml import Element

_COMMENT, _ID, _AUTHOR = w("comment"), w("id"), w("author")
PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_EX = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def open_comments(root: Element, extended: Element | None) -> dict[str, str]:
    """The texts of a comments part by id: no replies, no resolved ones, none that annotation wrote.

    `extended` is the root of the part that says which are resolved or replies (commentsExtended.xml).
    """
    done = set() if extended is None else closed(extended)
    found = {}
    for comment in root.iter(_COMMENT):
        paragraph_ids = {paragraph.get(PARAGRAPH_ID) for paragraph in comment.iter(PARAGRAPH)}
        if comment.get(_AUTHOR) != AUTHOR and not done & paragraph_ids:
            found[comment.get(_ID, "")] = _text(comment)
    return found


def closed(root: Element, replied: bool = False) -> set[str | None]:
    """The paragraph ids of resolved comments and of replies; with `replied`, of comments that have replies,
    too.
    """
    parents = {element.get(f"{_EX}paraIdParent") for element in root} - {None} if replied else set()
    return parents | {
        element.get(f"{_EX}paraId")
        for element in root
        if element.get(f"{_EX}done") in ("1", "true") or element.get(f"{_EX}paraIdParent")
    }


def _text(comment: Element) -> str:
    lines = (
        "".join(characters(text) for run in paragraph.iter(RUN) for text in run.findall(TEXT))
        for paragraph in comment.iter(PARAGRAPH)
    )
    return " ".join(filter(None, lines))
