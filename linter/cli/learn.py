"""`reportlint learn`: weights for the sections of a ruleset, fitted to reports."""

from typing import TYPE_CHECKING, Annotated

import typer

from linter.cli.option_values import view
from linter.cli.options import ForceOption, LangOption
from linter.cli.output import require_free, save, tell, write
from linter.cli.results import shown_progress
from linter.extras import require
from linter.model.message import Message

if TYPE_CHECKING:
    from linter.authoring.learn.learning import Learnt

_LEARNING = Message("正在学习", "Learning")


def learn(
    ruleset: Annotated[str, typer.Argument(help="规则集标识或文件。 Ruleset id or file.")],
    folder: Annotated[
        str,
        typer.Argument(
            help="文件夹：texts 放报告，labels 标注、lines 单句可无。 Folder: texts/, labels/, lines/."
        ),
    ],
    output_file: Annotated[
        str,
        typer.Option("-o", "--output-file", help="权重写入此文件；不写则只检验。 Write the weights here."),
    ] = "",
    folds: Annotated[int, typer.Option(min=2, help="检验时分成几份。 Folds of the trial.")] = 5,
    reduced: Annotated[
        bool,
        typer.Option(
            "--reduced", help="也学只留一两部分的报告：缺了什么看得更准。 Learn what reports lack, too."
        ),
    ] = False,
    force: ForceOption = False,
    lang: LangOption = None,
) -> None:
    """从标注过的报告学出各部分的权重。 Fit the weights of sections to labelled reports."""
    from linter.authoring.learn.figures import by_words, macro, report
    from linter.authoring.learn.learning import learnt
    from linter.ruleset.weights import written

    require("sklearn", "learn")
    require_free(output_file, force)
    said = view(lang)
    with shown_progress(said.lang, doing=_LEARNING) as tick:
        done = learnt(ruleset, folder, folds, tick, reduced)
    if output_file:
        head = f"Weights of {ruleset}, fitted by `reportlint learn`: do not edit, fit them anew."
        save(output_file, written(done.weights, head).encode())
    write(report(done.verdicts, done.curve, said))
    tell(_summary(done, output_file), said.lang)
    learnt_state, by_lists = (macro(each).state for each in (done.verdicts, by_words(done.verdicts)))
    if learnt_state < by_lists:
        tell(_worse(learnt_state, by_lists), said.lang)


def _worse(learnt: float, by_lists: float) -> Message:
    """What is said of weights that do worse than no weights."""
    return Message(
        f"这些权重还不如只看词表（状态判对 {learnt:.0%}，词表 {by_lists:.0%}），先不要用；"
        "请再添些标注过的报告",
        f"these weights do worse than the words alone ({learnt:.0%} of states, words {by_lists:.0%}): "
        "do not use them yet, add labelled reports",
    )


def _summary(done: "Learnt", path: str) -> Message:
    """The message about what was learnt from, and where the weights are."""
    grams = len(done.weights.naming) + len(done.weights.treating)
    zh = f"{done.reports} 份报告，{grams} 个字串；"
    en = f"{done.reports} reports, {grams} n-grams; "
    if not path:
        return Message(
            zh + "只作了检验，没有写权重：要写请加 -o 文件",
            en + "this was a trial: -o FILE writes the weights",
        )
    return Message(
        zh + f"权重已写入 {path}，在规则文件里写上 weights: [文件] 即可使用",
        en + f"weights written to {path}; a rule file uses them under weights: [FILE]",
    )
