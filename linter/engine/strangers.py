"""A judge for strangers' files: each is judged in a process of its own, within limits of time and memory.

Whatever a file does there is that file's error. Nothing is read from the user's disk or written to it.
"""

from collections.abc import Callable
from functools import partial

from linter.confined import Limits
from linter.engine import stranger_protocol as protocol
from linter.engine.selection import RulesetSelector
from linter.engine.stranger_batch import Batch
from linter.engine.stranger_pool import Pool
from linter.engine.stranger_refusals import refusal
from linter.model.draft import Draft
from linter.model.errors import RulesetError, UnreadableError
from linter.model.finding import FileOutcome
from linter.model.rules import Ruleset
from linter.ruleset import library


class StrangersJudge:
    """Judges files of unknown origin, several at once for as many threads. Close it, or use `with`.

    Make it in the process that uses it: it does not survive `os.fork`.
    """

    def __init__(self, selector: RulesetSelector, limits: Limits, workers: int) -> None:
        """For so many files at once. Raises ReportlintError where no process can be started."""
        self._selector = selector
        self._limits = limits
        self._pool = Pool(workers)

    def __enter__(self) -> "StrangersJudge":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End every worker at once. A thread that waits for an outcome gets a ReportlintError."""
        self._pool.close()

    def check(
        self, data: bytes, name: str, selector: RulesetSelector | None = None, keep_text: bool = False
    ) -> FileOutcome:
        """Judge a file, by the rulesets of this judge or by what `linter.api.choose` returned.

        `name` stands for the file in messages; its suffix is a hint of the format. Waits while as many
        files are judged as there are workers. What is wrong with the file, breaches of the limits
        included, is the `error` of the outcome, and says what to do. With `keep_text` the outcome holds its
        text. Raises ReportlintError where the judge is closed, or no process can be started.
        """
        return self.batch(selector, keep_text).check(Draft(name, partial(bytes, data), None, len(data)))

    def batch(
        self,
        selector: RulesetSelector | None = None,
        keep_text: bool = False,
        keep_rules: bool = True,
        charge: Callable[[int], object] = int,
    ) -> Batch:
        """The work on the files of one stranger: several that are compared, and ended without the others'.

        With `keep_text` the outcomes hold the texts. With `keep_rules` the workers have the rulesets ready
        for the next files: not those of `load_ruleset`. `charge` is told the bytes of each answer, and may
        raise UnreadableError: then the file has this error instead.
        """
        return Batch(self._pool, selector or self._selector, self._limits, keep_text, keep_rules, charge)

    def load_ruleset(self, data: bytes, name: str) -> Ruleset:
        """The ruleset in a stranger's rule file, as `linter.api.load_ruleset` gives it; compiled in a process
        of its own. Raises RulesetError; ReportlintError as `check`.
        """
        try:
            packed = self.batch().do(partial(library.packed, data, name), bytes, name)
            return library.unpacked(packed, name)
        except UnreadableError as error:
            raise RulesetError(*error.text) from None
        except ValueError:
            raise RulesetError(*refusal(name, protocol.ENDED, self._limits)) from None
