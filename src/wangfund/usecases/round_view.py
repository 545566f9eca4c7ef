"""A village's sheet of a month with what keying it needs: what a payment would cover, and what came back already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wangfund.domain.dues.coverage import Range
from wangfund.domain.papers.collection_sheet import CollectionSheet
from wangfund.domain.rulebook.model import Contribution
from wangfund.store.books import Books
from wangfund.store.round_receipts import RoundReceipt, round_receipts
from wangfund.store.rounds import RoundRow, rounds_of_month
from wangfund.thai.period import Period
from wangfund.usecases.desk import desk_on
from wangfund.usecases.round_sheet import sheet_of
from wangfund.usecases.rounds_of_month import months_open

__all__ = ["PostedRound", "RoundReceipt", "RoundRow", "RoundView", "Standing", "round_view"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What laying a payment over a member's months needs: first month, covered months, part payment waiting."""

    start: Period
    covered: tuple[Range, ...]
    credit_satang: int


@dataclass(frozen=True, slots=True)
class PostedRound:
    """A sheet that came back: its round and the receipts made of it."""

    round: RoundRow
    receipts: tuple[RoundReceipt, ...]

    @property
    def over_satang(self) -> int:
        """Counted more than recorded; below zero: less."""
        return self.round.counted_satang - self.round.sheet_satang


@dataclass(frozen=True, slots=True)
class RoundView:
    """The sheet as it stands, each member's standing by id, and the rounds of this village and month posted before."""

    sheet: CollectionSheet
    standings: Mapping[int, Standing]
    contribution: Contribution
    today: date
    first_open: Period
    posted: tuple[PostedRound, ...]


def round_view(books: Books, moo: int, month: Period) -> RoundView:
    """A village's sheet for a month with everything keying it asks, from one moment of the file. Reads only.

    Raises:
        NotFound: VILLAGE_UNKNOWN.
        Refused: NO_RULE_IN_FORCE.
    """
    today = books.clock.today()
    with books.read() as r:
        desk = desk_on(r, min(month.last_day, today))
        state = sheet_of(r, desk, moo, month, today)
        standings = {
            m.id: Standing(
                Period.of(m.starts_on),
                tuple(state.covered.get(m.spell_id, ())),
                state.credits.get(m.spell_id, 0),
            )
            for m in state.members.values()
        }
        rounds = [row for row in rounds_of_month(r, month) if row.moo == moo]
        receipts: dict[int, list[RoundReceipt]] = {}
        for receipt in round_receipts(r, [row.id for row in rounds]):
            receipts.setdefault(receipt.round_id, []).append(receipt)
        posted = tuple(PostedRound(row, tuple(receipts.get(row.id, ()))) for row in rounds)
        contribution = desk.rulebook.rules.contribution
        return RoundView(state.sheet, standings, contribution, today, months_open(r, today)[0], posted)
