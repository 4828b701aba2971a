"""A compiled ruleset as bytes and back: what the cache and a wheel hold of it.

Word lists that are the shipped ones are left out, for they are kept once for all sets. So is a rule that
several sets inherit: a packed set is in pieces, one a rule.
"""

import os
from collections.abc import Iterable
from typing import Any, TypeAlias

from linter.checks import CHECKS
from linter.model.levels import SETTING_NAMES
from linter.model.message import Message
from linter.model.rules import Lists, Rule, Ruleset, SectionTerms
from linter.ruleset.encoding import EncodingError, begun, decode, encode

_TEXTS = [str]
_MESSAGE = (str, str)
LISTS = {str: [_TEXTS]}
_SECTION = (str, _MESSAGE, _TEXTS, _TEXTS, _TEXTS, _TEXTS, _TEXTS, bool, bool, bool)
_RULE = (
    *(str, frozenset(CHECKS), frozenset(SETTING_NAMES), _MESSAGE, {str: ...}, _MESSAGE),
    *(str, _TEXTS, _TEXTS, _TEXTS, frozenset({"safe", "unsafe"}), LISTS, str),
)
_RULESET = (str, _MESSAGE, _TEXTS, [_SECTION], [_RULE], str, str, _TEXTS, str, LISTS, [_TEXTS], str)
"""A ruleset, as `encoding.decode` checks it: the fields of the named tuples in their order."""


_BETWEEN = "\x1f"
"""Between the words that a rule needs. One that has this sign itself comes back as its parts, of which a text
that has it has one, too."""

Pieces: TypeAlias = tuple[bytes, ...]
"""A packed ruleset: joined, they are one encoded value."""


def pack(ruleset: Ruleset, shipped: dict[str, dict[str, Lists]]) -> Pieces:
    """A ruleset as bytes; of its word lists those that differ from the shipped ones. Raises EncodingError."""
    base = shipped[ruleset.language]
    own = {group: lists for group, lists in ruleset.words.items() if lists != base[group]}
    weights = tuple(tuple(_relative(file, ruleset.path) for file in group) for group in ruleset.weights)
    fields = ruleset._replace(words=own, path="", weights=weights)
    at = fields._fields.index("rules")
    before, behind = (b"".join(map(encode, each)) for each in (fields[:at], fields[at + 1 :]))
    # The words that a rule needs are many, and soonest read as one text.
    rules = [encode((*rule._replace(words={})[:-1], _BETWEEN.join(rule.needs))) for rule in ruleset.rules]
    return (begun(len(fields)) + before + begun(len(rules)), *rules, behind)


def _relative(file: str, path: str) -> str:
    """A file of weights as seen from the folder of its ruleset, which may be moved as a whole."""
    try:
        return os.path.relpath(file, os.path.dirname(os.path.realpath(path)))
    except ValueError:  # on another drive of Windows
        return file


def unpack(packed: Iterable[bytes], path: str, shipped: dict[str, dict[str, Lists]]) -> Ruleset:
    """The ruleset in some pieces. Raises ValueError or KeyError when they hold none, or one without rules."""
    fields = decode(b"".join(packed), _RULESET)
    id, title, titles, sections, rules, _, source, extends, language, own, weights, script = fields
    if not rules:
        raise EncodingError("no rules")
    folder = os.path.dirname(os.path.realpath(path))
    words = {**shipped[language], **own} if own else shipped[language]
    return Ruleset(
        id,
        Message(*title),
        titles,
        tuple([SectionTerms(id, Message(*title), *rest) for id, title, *rest in sections]),
        tuple([_rule(words, *rule) for rule in rules]),
        path,
        source,
        extends,
        language,
        words,
        tuple(tuple(os.path.join(folder, file) for file in group) for group in weights),
        script,
    )


def _rule(
    words: Any, id: str, check: str, level: str, message: Any, options: Any, why: Any, *rest: Any
) -> Rule:
    source, passes, fails, tags, fix, _, joined = rest
    needs = tuple(joined.split(_BETWEEN)) if joined else ()
    said, reason = Message(*message), Message(*why)
    return Rule(id, check, level, said, options, reason, source, passes, fails, tags, fix, words, needs)
