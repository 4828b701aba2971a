"""Weights learnt from reports: what labels say, what half-labelled reports say, and what is made of both."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path

import pytest

from linter import readers
from linter.authoring.learn import labelled as reading
from linter.authoring.learn.figures import figures, macro, report
from linter.authoring.learn.fit import first_layer, folds_of
from linter.authoring.learn.halves import half_labelled
from linter.authoring.learn.labelled import Label, Labelled
from linter.authoring.learn.learning import learnable
from linter.authoring.learn.lines import lines
from linter.authoring.learn.samples import Sample
from linter.authoring.learn.texts_under import texts_under
from linter.authoring.learn.trial import Verdict
from linter.authoring.learn.variants import reduced
from linter.engine.choice import Choice
from linter.engine.selection import RulesetSelector, Selection
from linter.extras import require
from linter.model.errors import ConfigError
from linter.model.weights import Rows, SectionWeights
from linter.reporters import View
from linter.ruleset.weights import load as load_weights
from linter.structure.fitted import scores
from tests.support.program import ROOT, call

needs_learning = pytest.mark.skipif(
    importlib.util.find_spec("sklearn") is None, reason="fits with scikit-learn, and there is none"
)

RULESET = """\
id: ferry-report
title: {zh: 渡口值守小结, en: Report of a ferry}
sections:
  - id: boats
    title: {zh: 船只保养, en: Boats}
    headings: [船只保养]
  - id: plans
    title: {zh: 下步打算, en: Plans}
    headings: [下步打算]
rules:
  - id: boats-present
    check: section
    level: error
    with: {section: boats}
    message: {zh: 没有写船只保养, en: nothing about the boats}
    why: {zh: 上级要看, en: it is asked for}
    source: 渡口值守要求
    examples:
      pass: ["一、船只保养\\n三条渡船都已上漆，缆绳全部更换。"]
      fail: ["一、值班情况\\n每天两人轮班，白天黑夜都有人在岗。"]
"""

BOATS = (
    "三条渡船都已上漆，缆绳全部更换。",
    "船底铲了青苔，舵叶重新校正。",
    "救生衣换新二十件，渡船试航两次。",
)
PLANS = ("下一步把浮桥加宽，冬季再添一条船。", "明年要在北岸修一座候船亭。", "接下来准备培训两名舵手。")
OTHERS = (
    "每天两人轮班，白天黑夜都有人在岗。",
    "码头每晚清扫，垃圾当天运走。",
    "汛期停航九天，乘客改走石桥。",
)


def text(boats: str, plans: str, number: int) -> str:
    """A report: a heading for each section, or none and its text alone (`body`), or neither."""
    lines = [f"青石渡口第{number}季度值守小结", "一、值班情况", OTHERS[number % 3]]
    for state, name, sentences in ((boats, "二、船只保养", BOATS), (plans, "三、下步打算", PLANS)):
        lines += [name] if state == "heading" else []
        lines += [sentences[number % 3]] if state != "absent" else []
    return "\n".join(lines) + "\n"


def label(draft: str, boats: str, plans: str) -> dict[str, object]:
    lines = draft.splitlines()

    def of(state: str, name: str, sentences: tuple[str, ...]) -> dict[str, object]:
        wanted = {"heading": lambda line: name in line, "body": lambda line: line in sentences}.get(state)
        return {"state": state, "lines": [at for at, line in enumerate(lines, 1) if wanted and wanted(line)]}

    sections = {"boats": of(boats, "船只保养", BOATS), "plans": of(plans, "下步打算", PLANS)}
    return {"reports": [{"first_line": 1, "last_line": len(lines), "sections": sections}]}


STATES = ("heading", "body", "absent")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Eighteen labelled reports by six writers, and their ruleset."""
    for name in ("texts", "labels"):
        (tmp_path / name).mkdir()
    (tmp_path / "ferry.yaml").write_text(RULESET, "utf-8")
    rows = []
    for number in range(18):
        boats, plans = STATES[number % 3], STATES[number // 3 % 3]
        draft = text(boats, plans, number)
        (tmp_path / "texts" / f"{number:02}.txt").write_text(draft, "utf-8")
        (tmp_path / "labels" / f"{number:02}.json").write_text(
            json.dumps(label(draft, boats, plans)), "utf-8"
        )
        rows.append(f"{number:02}\tW{number // 3}\n")
    (tmp_path / "WRITERS.tsv").write_text("".join(rows), "utf-8")
    return tmp_path


def selector(folder: Path) -> RulesetSelector:
    return RulesetSelector(Selection((str(folder / "ferry.yaml"),)))


SHIFTS = ["渡口小结", "一、船只", "渡船已上漆。", "二、值班", "每天两人轮班。", "三、打算", "加宽浮桥。"]


def cut_down(folder: Path, known: dict[str, Label]) -> list[Labelled]:
    """What is made of the report SHIFTS, of which so much is known."""
    document = readers.read("a.txt", "\n".join(SHIFTS).encode())
    (part,) = selector(folder).outlined(document)[0]
    return list(reduced(Labelled(document, part, "W", known), selector(folder)))


class TestLabels:
    def test_a_report_without_label_and_without_a_heading_that_names_a_section_teaches_nothing(
        self, folder: Path
    ) -> None:
        path = folder / "texts" / "99.txt"
        path.write_text("青石渡口小结\n一、值班情况\n每天两人轮班，白天黑夜都有人在岗。\n", "utf-8")
        sections = selector(folder).prepared(Choice((str(folder / "ferry.yaml"),))).ruleset.sections
        assert half_labelled(str(path), "W", sections, selector(folder)) == []

    def test_a_heading_that_names_its_section_labels_the_report_and_two_made_of_it(
        self, folder: Path
    ) -> None:
        path = folder / "texts" / "99.txt"
        path.write_text(text("heading", "absent", 1), "utf-8")
        sections = selector(folder).prepared(Choice((str(folder / "ferry.yaml"),))).ruleset.sections
        found = half_labelled(str(path), "W", sections, selector(folder))
        assert [each.labels["boats"].state for each in found] == ["heading", "body", "absent"]
        assert all("plans" not in each.labels for each in found)
        with_text, without = (each.document.text for each in found[1:])
        assert "船只保养" not in with_text
        assert BOATS[1] in with_text
        assert BOATS[1] not in without
        assert OTHERS[1] in without
        (line,) = found[1].labels["boats"].lines
        assert path.read_text("utf-8").split("\n")[line - 1] == BOATS[1]

    def test_a_report_made_of_another_keeps_its_name_and_lines_and_says_what_was_done(
        self, folder: Path
    ) -> None:
        path = folder / "texts" / "99.txt"
        path.write_text(text("heading", "absent", 1), "utf-8")
        sections = selector(folder).prepared(Choice((str(folder / "ferry.yaml"),))).ruleset.sections
        found = half_labelled(str(path), "W", sections, selector(folder))
        assert {each.document.path for each in found} == {str(path)}
        assert [each.made and each.made.en for each in found] == [
            None,
            "without the heading",
            "without the section",
        ]
        samples = [Sample(each, [], {"boats": "absent"}, ()) for each in found[1:]]
        wrong = [
            Verdict(each, "boats", state, "heading", 0.9)
            for each, state in zip(samples, ("body", "absent"), strict=True)
        ]
        told = report(wrong, {}, View("en"))
        assert f"{path}:5  without the heading  boats" in told
        assert f"{path}:1  without the section  boats" in told

    @pytest.mark.parametrize(
        ("state", "places"),
        [
            ("heading", {"boats": [2], "duty": [4], "plans": [6]}),
            ("body", {"boats": [3], "duty": [5], "plans": [7]}),
            ("body", {"boats": [3], "duty": [5], "plans": [5]}),  # one paragraph treats two
        ],
    )
    def test_a_report_with_three_sections_is_cut_down_to_one_or_two_on_their_lines(
        self, folder: Path, state: str, places: dict[str, list[int]]
    ) -> None:
        known = {section: Label(state, frozenset(at)) for section, at in places.items()}
        (made,) = cut_down(folder, known)
        left = {section for section, label in made.labels.items() if label.state == state}
        assert left < places.keys() or places["duty"] == places["plans"]
        assert left
        kept = {
            1,
            *(at + more for section in left for at in places[section] for more in (0, state == "heading")),
        }
        assert made.document.text.split("\n") == [
            line if at in kept else "" for at, line in enumerate(SHIFTS[: max(kept)], 1)
        ]
        assert {made.labels[section].state for section in places.keys() - left} <= {"absent"}

    @pytest.mark.parametrize("state", ["absent", "unknown"])
    def test_a_report_with_two_sections_is_left_whole(self, folder: Path, state: str) -> None:
        known = {"boats": Label("heading", frozenset([2])), "plans": Label("heading", frozenset([6]))}
        if state == "absent":
            known["duty"] = Label("absent", frozenset())
        assert cut_down(folder, known) == []

    def test_an_ambiguous_section_is_not_learnt_from(self, folder: Path) -> None:
        path = folder / "labels" / "00.json"
        value = json.loads(path.read_text("utf-8"))
        value["reports"][0]["sections"]["boats"]["ambiguous"] = True
        path.write_text(json.dumps(value), "utf-8")
        _, samples = learnable(str(folder / "ferry.yaml"), [str(folder)])
        assert samples[0].states == (None, "heading")
        assert {piece.meant[0] for piece in samples[0].pieces} == {None}

    @pytest.mark.parametrize(
        "content",
        [
            "{",
            "[]",
            '{"reports": [{"first_line": 1}]}',
            '{"reports": [{"first_line": 1, "last_line": 9, "sections": {"boats": {"state": "perhaps"}}}]}',
            '{"reports": [{"first_line": 1, "last_line": 9, "sections": {"boats": []}}]}',
            "[" * 100_000,
            '{"reports": [{"first_line": 1e999, "last_line": 1, "sections": {}}]}',
        ],
    )
    def test_a_wrong_label_is_named(self, folder: Path, content: str) -> None:
        path = folder / "labels" / "03.json"
        path.write_text(content, "utf-8")
        with pytest.raises(ConfigError, match="03"):
            learnable(str(folder / "ferry.yaml"), [str(folder)])

    def test_a_wrong_line_of_the_writers_is_named(self, folder: Path) -> None:
        (folder / "WRITERS.tsv").write_text("00\tA\n01 B\n", "utf-8")
        with pytest.raises(ConfigError, match=r"WRITERS\.tsv:2"):
            reading.writers(str(folder))

    def test_a_folder_without_reports_is_told_what_to_do(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigError, match="texts"):
            learnable("ideology-work-report", [str(tmp_path)])

    def test_too_few_reports_are_refused(self, folder: Path) -> None:
        for number in range(3, 18):
            (folder / "texts" / f"{number:02}.txt").unlink()
        with pytest.raises(ConfigError, match="3"):
            learnable(str(folder / "ferry.yaml"), [str(folder)])


class TestSamples:
    def test_a_heading_names_and_the_sentences_under_it_treat(self, folder: Path) -> None:
        _, samples = learnable(str(folder / "ferry.yaml"), [str(folder)])
        meant = [(piece.is_heading, piece.meant) for piece in samples[0].pieces]
        assert meant == [
            (True, (False, False)),
            (False, (False, False)),
            (True, (True, False)),
            (False, (True, False)),
            (True, (False, True)),
            (False, (False, True)),
        ]

    def test_the_text_under_a_heading_is_of_the_section_that_it_names_and_of_no_other(
        self, folder: Path
    ) -> None:
        _, samples = learnable(str(folder / "ferry.yaml"), [str(folder)])
        report = samples[0].report
        nothing = SectionWeights(("boats", "plans"), Rows(), Rows(), {})
        found = list(texts_under(samples[0], scores(report.document, report.part, nothing)))
        assert [(text.number, text.own) for text in found] == [
            (0, False),
            (1, False),
            (0, True),
            (1, False),
            (0, False),
            (1, True),
        ]

    def test_a_text_that_treats_a_section_under_a_heading_of_another_tells_nothing(
        self, folder: Path
    ) -> None:
        path = folder / "labels" / "00.json"
        value = json.loads(path.read_text("utf-8"))
        value["reports"][0]["sections"]["boats"] = {"state": "body", "lines": [3]}
        path.write_text(json.dumps(value), "utf-8")
        _, samples = learnable(str(folder / "ferry.yaml"), [str(folder)])
        report = samples[0].report
        nothing = SectionWeights(("boats", "plans"), Rows(), Rows(), {})
        found = list(texts_under(samples[0], scores(report.document, report.part, nothing)))
        assert [(text.number, text.own) for text in found] == [
            (1, False),
            (0, False),
            (1, False),
            (0, False),
            (1, True),
        ]

    def test_the_label_of_a_long_paragraph_does_not_say_which_sentences_treat_the_section(
        self, folder: Path
    ) -> None:
        ferry = "".join(f"{number}号渡船也上了漆。" for number in range(1, 13))
        for count, known in ((12, True), (13, None)):
            lines = [
                "青石渡口小结",
                "一、值班情况",
                OTHERS[0],
                "二、其他",
                ferry + "舵叶校正。" * (count - 12),
            ]
            (folder / "texts" / "00.txt").write_text("\n".join(lines) + "\n", "utf-8")
            value = {"boats": {"state": "body", "lines": [5]}, "plans": {"state": "absent", "lines": []}}
            report = {"first_line": 1, "last_line": 5, "sections": value}
            (folder / "labels" / "00.json").write_text(json.dumps({"reports": [report]}), "utf-8")
            _, samples = learnable(str(folder / "ferry.yaml"), [str(folder)])
            assert [piece.meant for piece in samples[0].pieces][-count:] == [(known, False)] * count

    def test_no_writer_is_in_two_folds(self, folder: Path) -> None:
        _, samples = learnable(str(folder / "ferry.yaml"), [str(folder)])
        folds = folds_of(samples, 4)
        assert len(set(folds)) == 4
        of_writer: dict[str, set[int]] = {}
        for each, fold in zip(samples, folds, strict=True):
            of_writer.setdefault(each.report.writer, set()).add(fold)
        assert all(len(found) == 1 for found in of_writer.values())


HEAD = "kind\tsections\tplace\ttext\n"


class TestLines:
    """`lines/*.tsv`: single headings and sentences."""

    def put(self, folder: Path, table: str) -> str:
        (folder / "lines").mkdir()
        (folder / "lines" / "one.tsv").write_text(table, "utf-8")
        return str(folder)

    def test_a_folder_without_tables_has_none(self, folder: Path) -> None:
        assert lines(str(folder), ["boats"]) == []

    def test_a_line_is_about_its_sections_and_no_other(self, folder: Path) -> None:
        rows = "heading\tboats,plans\t9\t修船打算\nsentence\t-\t0\t码头每晚清扫。\nsentence\tcrew\t4\t两人轮班。\n"
        found = lines(self.put(folder, HEAD + rows), ["boats", "plans"])
        assert [(piece.is_heading, piece.meant) for piece in found] == [
            (True, (True, True)),
            (False, (False, False)),
            (False, (False, False)),
        ]
        assert {"修船", "@place 9"} <= found[0].grams

    @pytest.mark.parametrize(
        ("table", "number"),
        [
            ("", 1),
            ("heading\tboats\t9\t修船打算\n", 1),
            (HEAD + "heading\tboats\t9\n", 2),
            (HEAD + "sentence\t-\t0\t码头清扫。\ntitle\tboats\t9\t修船打算\n", 3),
            (HEAD + "heading\tboats\t10\t修船打算\n", 2),
            (HEAD + "heading\tboats\t\t修船打算\n", 2),
            (HEAD + "heading\tboats\t²\t修船打算\n", 2),
        ],
    )
    def test_a_wrong_line_is_named(self, folder: Path, table: str, number: int) -> None:
        with pytest.raises(ConfigError, match=rf"one\.tsv:{number}"):
            lines(self.put(folder, table), ["boats"])

    @needs_learning
    def test_what_no_report_says_is_learnt_from_lines(self, folder: Path) -> None:
        rows = "".join(
            f"sentence\tboats\t5\t{number}号艇的龙骨验过了。\nsentence\t-\t5\t{number}号堤的护坡验过了。\n"
            for number in range(1, 9)
        )
        self.put(folder, HEAD + rows)
        call("learn", str(folder / "ferry.yaml"), str(folder), "-o", str(folder / "w.tsv"), "--folds", "2")
        weights = load_weights([str(folder / "w.tsv")])
        assert int(weights.treating["龙骨"].split(" ")[0]) > 0 > int(weights.treating["护坡"].split(" ")[0])


def verdict(section: str, wanted: str, said: str) -> Verdict:
    report = Labelled(None, None, "W", {})  # type: ignore[arg-type]
    return Verdict(Sample(report, [], {}, ()), section, wanted, said, 0.9)


class TestFigures:
    def test_nothing_to_be_wrong_about_is_no_mistake(self) -> None:
        assert figures([verdict("boats", "absent", "absent")]) == (1.0, 1.0, 1.0, 1.0)

    def test_they_count_what_is_there_and_in_which_state(self) -> None:
        found = [
            verdict("boats", "heading", "heading"),
            verdict("boats", "heading", "body"),
            verdict("boats", "absent", "body"),
            verdict("boats", "body", "absent"),
        ]
        assert figures(found) == pytest.approx((2 / 3, 2 / 3, 2 / 3, 1 / 4))
        assert macro([*found, verdict("plans", "body", "body")]).f1 == pytest.approx(5 / 6)


class TestCommand:
    def test_without_scikit_learn_the_command_to_install_it_is_said(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "sklearn", None)
        with pytest.raises(ConfigError, match=r"pip install 'reportlint\[learn\]'"):
            require("sklearn", "learn")

    @needs_learning
    def test_it_learns_what_the_labels_say_and_twice_the_same(self, folder: Path) -> None:
        ruleset = str(folder / "ferry.yaml")
        for name in ("one.tsv", "two.tsv"):
            done = call("learn", ruleset, str(folder), "-o", str(folder / name), "--folds", "3")
            assert done.returncode == 0
        assert (folder / "one.tsv").read_bytes() == (folder / "two.tsv").read_bytes()
        weights = load_weights([str(folder / "one.tsv")])
        assert weights
        assert weights.sections == ("boats", "plans")
        assert int(weights.naming["船只"].split(" ")[0]) > 0 > int(weights.naming["船只"].split(" ")[1])

    @needs_learning
    def test_what_it_learnt_is_used(self, folder: Path) -> None:
        ruleset = folder / "ferry.yaml"
        call("learn", str(ruleset), str(folder), "-o", str(folder / "ferry.tsv"), "--folds", "2")
        ruleset.write_text(RULESET.replace("sections:", "weights: [ferry.tsv]\nsections:", 1), "utf-8")
        done = call(
            "check", "--ruleset", str(ruleset), "--output-format", "json", str(folder / "texts" / "00.txt")
        )
        rows = json.loads(done.stdout)["files"][0]["parts"][0]["sections"]
        assert [row["state"] for row in rows] == ["heading", "heading"]
        assert all(0 < row["confidence"] <= 1 for row in rows)

    @needs_learning
    @pytest.mark.parametrize(("named", "is_worse"), [("缆绳", False), ("船只保养", True)])
    def test_weights_worse_than_the_words_are_said_to_be(
        self, folder: Path, named: str, is_worse: bool
    ) -> None:
        """Eighteen reports are too few to beat the right words, and enough to beat wrong ones."""
        ruleset = folder / "ferry.yaml"
        wrong = RULESET.replace("headings: [船只保养]", f"headings: [{named}]")
        wrong = wrong.replace("headings: [下步打算]", "headings: [闸门]") if named == "缆绳" else wrong
        ruleset.write_text(wrong, "utf-8")
        done = call("learn", str(ruleset), str(folder), "--folds", "3", "--lang", "en")
        assert "by the words alone" in done.stdout
        assert ("worse than the words alone" in done.stderr) == is_worse

    @needs_learning
    def test_it_reports_by_section_by_writer_and_by_amount(self, folder: Path) -> None:
        done = call("learn", str(folder / "ferry.yaml"), str(folder), "--folds", "2", "--lang", "en")
        assert done.returncode == 0
        for word in ("by section", "boats", "by writer", "W5", "by amount of data", "25%", "precision"):
            assert word in done.stdout
        assert "this was a trial" in done.stderr
        assert not list(folder.glob("*.tsv.*"))

    @needs_learning
    def test_an_existing_file_is_left_alone(self, folder: Path) -> None:
        target = folder / "kept.tsv"
        target.write_text("mine\n", "utf-8")
        done = call("learn", str(folder / "ferry.yaml"), str(folder), "-o", str(target), "--folds", "2")
        assert done.returncode == 2
        assert target.read_text("utf-8") == "mine\n"

    @needs_learning
    def test_half_labelled_reports_are_enough(self, folder: Path) -> None:
        for path in (folder / "labels").iterdir():
            path.unlink()
        done = call(
            "learn", str(folder / "ferry.yaml"), str(folder), "-o", str(folder / "w.tsv"), "--folds", "2"
        )
        assert done.returncode == 0
        weights = load_weights([str(folder / "w.tsv")])
        assert weights
        assert set(weights.verdicts) == {"boats", "plans"}


@needs_learning
@pytest.mark.slow
@pytest.mark.parametrize(
    ("ruleset", "folder", "reduced"),
    [
        ("ideology-work-report", "training", False),
        ("duty-report", "training/duty-report", True),
        ("emergency-plan", "training/emergency-plan", True),
        ("event-plan", "training/event-plan", True),
        ("minutes", "training/minutes", True),
        ("notice", "training/notice", True),
        ("rectification-report", "training/rectification-report", True),
        ("request", "training/request", True),
        ("survey-report", "training/survey-report", True),
        ("work-plan", "training/work-plan", True),
    ],
)
def test_the_shipped_weights_are_those_that_training_gives(ruleset: str, folder: str, reduced: bool) -> None:
    """Up to what another version of scikit-learn rounds otherwise."""
    from linter.authoring.learn.fit import fit

    training = os.path.join(ROOT, folder)
    sections, samples = learnable(ruleset, [training], reduced)
    fitted = fit(sections, samples, single=lines(training, sections))
    shipped = load_weights([os.path.join(ROOT, "rulesets", "weights", f"{ruleset}.tsv")])
    assert shipped
    for one, other in ((fitted.naming, shipped.naming), (fitted.treating, shipped.treating)):
        assert len(one.keys() & other.keys()) > 0.99 * len(one.keys() | other.keys())
        assert sum(one.get(gram) == row for gram, row in other.items()) > 0.98 * len(other)


@needs_learning
def test_reports_without_headings_teach_no_weights_of_headings() -> None:
    fitted = first_layer(("boats",), [], single=[])
    assert (fitted.naming, fitted.treating) == ({}, {})
