"""Signs in place of a name, between a title and what its bearer does: 书记x为组长, 由校长--担任."""

from collections.abc import Callable, Iterator

from linter.model.document import Span
from linter.text.characters import alphabet, places

_SIGNS = frozenset("xX×*_-")


def unnamed_persons(titles: tuple[str, ...], roles: tuple[str, ...]) -> Callable[[str], Iterator[Span]]:
    """A finder of such signs. `titles` await a name behind them; `roles` are verbs behind the name."""

    def find(text: str) -> Iterator[Span]:
        for sign in sorted(_SIGNS & alphabet(text)):
            for end in sorted(place for role in roles for place in places(text, sign + role)):
                start = end
                while text[start - 1 : start] == sign:
                    start -= 1
                if text.endswith(titles, 0, start):
                    yield start, end + 1

    return find
