"""The copies in an archive: who has what from whom, cluster by cluster."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from linter.model.archive import Cluster, CopiedPassage, CopiedUnit, Copies
from linter.model.message import Message
from linter.reporters import View
from linter.reporters.archive.listing import period
from linter.reporters.earlier import percent
from linter.reporters.json import dump
from linter.reporters.labels import count, place
from linter.reporters.terminal_text import plain

Value = TypeVar("Value")

_UNITS, _CLUSTERS, _PASSAGES, _PHRASES = 20, 20, 12, 10
"""How many of each are shown where not all are asked for."""
_OPENING = 60
"""Characters of a passage that are shown."""


def json(found: Copies, engine: str) -> str:
    """One JSON object."""
    value = {
        "schema_version": 1,
        "engine": engine,
        "threshold": found.threshold,
        "clusters": [_cluster(each) for each in found.clusters],
        "units": [each._asdict() for each in found.units],
        "set_phrases": [each._asdict() for each in found.set_phrases],
    }
    return dump(value)


def text(found: Copies, view: View) -> str:
    """What to look at: the units, the clusters, and what was left out."""
    return "".join(f"{line}\n" for line in _lines(found, view))


def _cluster(cluster: Cluster) -> dict[str, object]:
    passages = [_passage(each) for each in cluster.passages]
    value = cluster._asdict() | {"passages": passages}
    return value | {"source": passages[0]["path"] if value.pop("directed") else None}


def _passage(each: CopiedPassage) -> dict[str, object]:
    file = each.file
    about = {"path": file.path, "period": file.period, "unit": file.unit}
    return about | {"line": each.line, "end_line": each.end_line, "share": each.share}


def _lines(found: Copies, view: View) -> Iterator[str]:
    if not found.clusters:
        yield view.say(Message("没有雷同的段落", "No passages are copies of each other"))
    if found.units:
        yield view.say(Message("谁沿用了谁的文字（按字数）", "Who has passages from whom, by words"))
        for unit in _some(found.units, _UNITS, view):
            yield from plain(view.say(_from(unit)), view)
        yield from _more(len(found.units), _UNITS, view)
        yield ""
    for number, cluster in enumerate(_some(found.clusters, _CLUSTERS, view), 1):
        yield from _cluster_lines(number, cluster, view)
        yield ""
    yield from _more(len(found.clusters), _CLUSTERS, view)
    if found.set_phrases:
        yield view.say(
            Message(
                "很多材料都有的套话，没有当作雷同：", "Set phrases of many reports, not taken for copies:"
            )
        )
        for phrase in _some(found.set_phrases, _PHRASES, view):
            said = Message(f"{phrase.text}（{phrase.texts} 段）", f"{phrase.text} ({phrase.texts})")
            yield from plain(view.say(said), view)
        yield from _more(len(found.set_phrases), _PHRASES, view)


def _cluster_lines(number: int, cluster: Cluster, view: View) -> Iterator[str]:
    files = len({each.file.path for each in cluster.passages})
    head = Message(
        f"{number}. {files} 个文件有这一段（{cluster.words} 字）",
        f"{number}. {files} files have this passage ({cluster.words} words)",
    )
    known = (
        Message("，最早的是第一个", "; the first is the earliest")
        if cluster.directed
        else Message("，先后看不出", "; who was first is not known")
    )
    yield view.say(head) + view.say(known)
    opening = cluster.text if view.verbose else cluster.text[:_OPENING]
    yield from plain(opening + ("…" if len(opening) < len(cluster.text) else ""), view)
    for at, each in enumerate(_some(cluster.passages, _PASSAGES, view)):
        there = place(each.line, each.end_line, view.of(each.file))
        share = "" if at == 0 else f"  {percent(each.share)}"
        about = "，".join(filter(None, (each.file.unit, period(each.file.period, view))))
        yield from plain(f"{each.file.path} {there}  {about}{share}", view)
    yield from _more(len(cluster.passages), _PASSAGES, view)


def _from(each: CopiedUnit) -> Message:
    passages, words = each.passages, each.words
    told = f"{count(passages, 'passage')}, {count(words, 'word')}"
    if each.source == each.unit:
        return Message(
            f"{each.unit} 沿用自己以前的材料：{passages} 段，{words} 字",
            f"{each.unit} from its own earlier reports: {told}",
        )
    return Message(
        f"{each.unit} ← {each.source}：{passages} 段，{words} 字",
        f"{each.unit} ← {each.source}: {told}",
    )


def _some(values: Sequence[Value], most: int, view: View) -> Sequence[Value]:
    return values if view.verbose else values[:most]


def _more(number: int, most: int, view: View) -> Iterator[str]:
    if number > most and not view.verbose:
        more = Message(
            f"还有 {number - most} 项，--verbose 全部列出", f"{number - most} more; --verbose lists all"
        )
        yield from plain(view.say(more), view)
