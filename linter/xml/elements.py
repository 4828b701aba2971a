"""Elements as lxml has them, as far as this program uses them, on those of the standard library.

These know neither their parent nor the prefixes that were declared; ours do.
"""

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from functools import cache
from typing import Any
from xml.etree import ElementTree

Prefixes = dict[str | None, str]
"""Namespaces by prefix; None is the default one."""


class Bare(ElementTree.Element):
    """An element as the parser makes it: in C, which it would not be if `append` were ours."""

    parent: "Element | None" = None
    declared: Prefixes = {}  # noqa: RUF012 - replaced, never changed


class Element(Bare):
    """An element that knows its parent, and the namespaces that are declared at it."""

    @property
    def nsmap(self) -> Prefixes:
        """The namespaces that are declared where this element stands."""
        return self.declared if self.parent is None else {**self.parent.nsmap, **self.declared}

    def getparent(self) -> "Element | None":
        """The element that this one stands in."""
        return self.parent

    def iterancestors(self) -> Iterator["Element"]:
        """The elements around this one, the innermost first."""
        outer = self.parent
        while outer is not None:
            yield outer
            outer = outer.parent

    def iter(self, *tags: str) -> Iterator[Any]:  # type: ignore[override]
        """This element and all within it, in the order of the file; with `tags`, those of these names."""
        return _only(tags, super().iter())

    def iterchildren(self, *tags: str) -> Iterator[Any]:
        """The children; with `tags`, those of these names."""
        return _only(tags, self)

    def itersiblings(self) -> Iterator[Any]:
        """The elements behind this one in its parent."""
        return iter(()) if self.parent is None else iter(self.parent[self._index() + 1 :])

    def getprevious(self) -> "Element | None":
        """The element before this one in its parent."""
        at = self._index()
        return self.parent[at - 1] if self.parent is not None and at else None  # type: ignore[return-value]

    def makeelement(  # type: ignore[override]
        self,
        tag: str,
        attributes: dict[str, str] | None = None,
        namespaces: Prefixes | None = None,
    ) -> "Element":
        """A new element outside any tree."""
        return made(tag, attributes or {}, namespaces or {})

    def append(self, child: "Element") -> None:  # type: ignore[override]
        """Put an element behind the last child; it leaves its place."""
        child._leave(self)
        super().append(child)

    def extend(self, children: Iterable["Element"]) -> None:  # type: ignore[override]
        """Append elements."""
        for child in children:
            self.append(child)

    def insert(self, index: int, child: "Element") -> None:  # type: ignore[override]
        """Put an element before the child of an index; it leaves its place."""
        child._leave(self)
        super().insert(index, child)

    def remove(self, child: "Element") -> None:  # type: ignore[override]
        """Take a child out, with the text behind it."""
        super().remove(child)
        child.parent = None

    def replace(self, old: "Element", new: "Element") -> None:
        """Put an element in the place of a child."""
        self.insert(old._index(), new)
        self.remove(old)

    def addprevious(self, other: "Element") -> None:
        """Put an element before this one."""
        assert self.parent is not None
        other._leave(None)
        self.parent.insert(self._index(), other)

    def addnext(self, other: "Element") -> None:
        """Put an element behind this one and the text behind it."""
        assert self.parent is not None
        other._leave(None)
        self.parent.insert(self._index() + 1, other)

    def __deepcopy__(self, memo: dict[int, Any]) -> "Element":
        copied = made(self.tag, dict(self.attrib), self.nsmap)
        copied.text, copied.tail = self.text, self.tail
        copied.extend(deepcopy(child, memo) for child in self)  # type: ignore[misc]
        return copied

    def _leave(self, parent: "Element | None") -> None:
        """Leave the place in the tree, for one in another parent."""
        if self.parent is not None:
            self.parent.remove(self)
        self.parent = parent

    def _index(self) -> int:
        return 0 if self.parent is None else next(at for at, one in enumerate(self.parent) if one is self)


def made(tag: Any, attributes: dict[str, str], namespaces: Prefixes) -> Element:
    """A new element outside any tree, at which some namespaces are declared."""
    element = Element(tag, attributes)
    element.declared = namespaces
    return element


def _only(tags: tuple[str, ...], elements: Iterable[Any]) -> Iterator[Any]:
    """The elements of some names; without any, all."""
    if not tags:
        return iter(elements)
    wanted = _wanted(tags)
    return (one for one in elements if wanted(one.tag))


@cache
def _wanted(tags: tuple[str, ...]) -> Callable[[Any], bool]:
    """Whether a name is one of some: all of them full, all `{*}local` (in any namespace), or `*` (any)."""
    if not any("*" in tag for tag in tags):
        return frozenset(tags).__contains__
    if "*" in tags:
        return lambda tag: isinstance(tag, str)
    local_names = frozenset(tag.removeprefix("{*}") for tag in tags)
    return lambda tag: isinstance(tag, str) and tag.rpartition("}")[2] in local_names
