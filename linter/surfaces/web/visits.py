"""One visitor's files to the verdict on them: judged as strangers' files, compared, and forgotten."""

from contextlib import suppress
from functools import cache, partial
from pathlib import PurePosixPath

from linter import api
from linter.annotate import AnnotatedFile
from linter.engine.handed_in import with_units
from linter.engine.run import Progress
from linter.engine.stranger_batch import Batch
from linter.engine.workers import cores
from linter.project.files import annotated_name
from linter.reporters.json import dump
from linter.reporters.page_data import page_data
from linter.surfaces.web.memory import Share
from linter.surfaces.web.upload import Upload
from linter.text.visible import visible


class Visits:
    """Judges what visitors send. Close it, or use `with`."""

    def __init__(self) -> None:
        """Raises what `api.strangers_judge` raises."""
        self._shipped = cache(api.choose)
        self._judge = api.strangers_judge(self._shipped(api.AUTO))

    def __enter__(self) -> "Visits":
        return self

    def __exit__(self, *_: object) -> None:
        self._judge.close()

    def get_ready(self) -> None:
        """Have the first visitor find everything loaded."""
        with suppress(api.ReportlintError):  # closed meanwhile
            self._judge.batch().check_many([api.draft(b"-", str(each)) for each in range(cores())])

    def batch(self, upload: Upload, share: Share) -> Batch:
        """The work on what a visitor sent; its answers count into his share.

        Raises RulesetError: his rule files have mistakes, or there is no ruleset of that name.
        """
        own = [self._judge.load_ruleset(data, _last(path)) for path, data in upload.rules]
        named = upload.manifest.ruleset
        if not own:
            return self._judge.batch(self._shipped(named), keep_text=True, charge=share.charge)
        chosen = api.choose([*own] if named == api.AUTO else [named, *own])
        return self._judge.batch(chosen, keep_text=True, keep_rules=False, charge=share.charge)

    def check(self, upload: Upload, batch: Batch, told: Progress) -> bytes:
        """The data of the page about all drafts, as JSON on one line."""
        drafts = [api.draft(data, path) for path, data in upload.files]
        result = with_units(batch.check_many(drafts, told), upload.manifest.units)
        return dump(page_data(result, api.View(upload.manifest.lang))).encode()

    def annotate(self, upload: Upload, batch: Batch) -> tuple[str, bytes]:
        """The first draft with comments: the name of the copy, and its bytes. Raises UnreadableError."""
        path, data = upload.files[0]
        lang, suggest = upload.manifest.lang, upload.manifest.suggest
        work = partial(api.annotate, data, path, batch.selector, lang=lang, suggest=suggest)
        copy: AnnotatedFile = batch.do(work, AnnotatedFile, path)
        stem = PurePosixPath(_last(path)).stem
        return annotated_name(stem, copy.suffix, lang), copy.data


def _last(path: str) -> str:
    """The last part of a path, in printable characters: the path of a rule file is looked up on the disk."""
    return visible(PurePosixPath(path.replace("\\", "/")).name) or "-"
