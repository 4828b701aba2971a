"""What units have handed in over time, as a page: units down, periods across, and each report below.

It has no script, asks no address, and holds its style; what comes from reports is escaped.
"""

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from string import Template

from linter import __version__
from linter.model.archive import History, ReportOfUnit
from linter.model.message import Message
from linter.reporters import View
from linter.reporters.archive.history import by_place, lacking, said
from linter.reporters.archive.listing import period
from linter.reporters.earlier import OLD, percent
from linter.reporters.html import source_hash
from linter.reporters.labels import count

_TITLE = Message("各单位历次报告", "Reports over time")
_UNIT = Message("单位", "Unit")
_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'"
_NO_UNIT = Message("看不出单位的材料", "Reports of unknown units")


def html(found: History, view: View) -> str:
    """The page."""
    folder = files("linter.reporters").joinpath("archive")
    style = folder.joinpath("history.css").read_text("utf-8")
    return Template(folder.joinpath("history.html").read_text("utf-8")).substitute(
        lang="en" if view.lang == "en" else "zh-CN",
        version=__version__,
        policy=f"{_POLICY}; style-src {source_hash(style)}",
        style=style,
        title=view.say(_TITLE),
        facts=escape(view.say(_facts(found, view))),
        table="\n".join(_table(found, view)),
        reports="\n".join(_reports(found, view)),
    )


def _facts(found: History, view: View) -> Message:
    reports, units, periods = len(found.reports), len(found.units), len(found.periods)
    if not periods:
        return Message("没有看得出报告期的材料", "no report whose period is known")
    first, last = period(found.periods[0], view), period(found.periods[-1], view)
    return Message(
        f"{units} 个单位，{reports} 份报告，{first}至{last}",
        f"{count(units, 'unit')}, {count(reports, 'report')}, {first} to {last}",
    )


def _table(found: History, view: View) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{escape(period(code, view))}</th>' for code in found.periods)
    yield f'<thead><tr><th scope="col">{view.say(_UNIT)}</th>{heads}</tr></thead>'
    yield "<tbody>"
    places = by_place(found)
    for number, unit in enumerate(found.units):
        cells = []
        for code in found.periods:
            words, look = said(places[unit, code], view)
            cells.append(f'<td class="{look}">{escape(words)}</td>')
        yield f'<tr><th scope="row"><a href="#u{number}">{escape(unit)}</a></th>{"".join(cells)}</tr>'
    yield "</tbody>"


def _reports(found: History, view: View) -> Iterator[str]:
    for number, unit in enumerate((*found.units, "")):
        if own := [each for each in found.reports if each.unit == unit]:
            yield f'<section id="u{number}"><h2>{escape(unit or view.say(_NO_UNIT))}</h2><ul>'
            yield from (_report(each, view) for each in own)
            yield "</ul></section>"


def _report(each: ReportOfUnit, view: View) -> str:
    notes = []
    if missing := lacking(each, view):
        joined = view.listed(missing)
        notes.append(view.say(Message(f"缺：{joined}", f"lacks: {joined}")))
    if each.source:
        share = percent(each.old)
        told = Message(
            f"{share} 见于以前的材料，多半在 {each.source}",
            f"{share} stands in earlier reports, most in {each.source}",
        )
        notes.append(view.say(told))
    look = "warning" if missing or each.old >= OLD else "ok"
    about = escape(f"{period(each.period, view)}  {each.title or each.path}")
    lines = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return f'<li class="{look}"><b>{about}</b><code>{escape(each.path)}</code>{lines}</li>'
