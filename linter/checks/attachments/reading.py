"""What a report says of its attachments: in its text, in the list below it, and by what follows."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from linter.checks.support.compiled import compiled
from linter.model.document import Document, Span
from linter.schema.types import WordList
from linter.text.measures import PERCENT_SIGNS
