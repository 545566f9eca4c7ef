"""The lists of benefits paid before the program that came in, and which of them can still be taken back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from wangfund.domain.eligibility.event_key import key_rule
from wangfund.domain.past.past_key import key_words
from wangfund.store.books import Books
from wangfund.store.imports import past_batch_lines
from wangfund.usecases.record_past_benefits import decisions_on
from wangfund.usecases.rules_in_force import all_rulebooks


@dataclass(frozen=True, slots=True)
class PastBatch:
    """What came in together: the file ("" when a person keyed it), when (aware, UTC), how many rows, their sum.

    `decisions` that may have counted it keep it from being taken back.
    """

    id: int
    file_name: str
    at: datetime
    who: str
    rows: int
    gross_satang: int
    undone: bool
    decisions: int


@dataclass(frozen=True, slots=True)
class PastChoice:
    """A benefit of the newest by-law as a form asks for it: `unit` "" where nothing is counted.

    `key` says what names its event, "" where nothing need be told.
    """

    code: str
    name: str
    unit: str
    key: str


def past_batches(books: Books) -> tuple[PastBatch, ...]:
    """Every batch, the last first. Reads only."""
    with books.read() as r:
        found = []
        for line in past_batch_lines(r):
            counts = json.loads(line.counts)
            undone = line.batch.state == "undone"
            found.append(
                PastBatch(
                    line.batch.id,
                    line.batch.file_name,
                    datetime.fromisoformat(line.at_utc),
                    line.who,
                    counts.get("add", 0),
                    counts.get("gross_satang", 0),
                    undone,
                    0 if undone else decisions_on(r, line.batch.id),
                )
            )
        return tuple(found)


def past_choices(books: Books) -> tuple[PastChoice, ...]:
    """What could have been paid, in the by-law's order. Reads only."""
    with books.read() as r:
        newest = all_rulebooks(r)[-1].rules
    return tuple(
        PastChoice(
            benefit.code,
            benefit.name,
            benefit.unit if any(part.counted for part in benefit.parts) else "",
            key_words(benefit) if key_rule(benefit) is not None else "",
        )
        for benefit in newest.benefits
    )
