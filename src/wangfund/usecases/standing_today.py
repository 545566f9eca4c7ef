"""How a member stands today, from the coverage as it is known now: money that came this morning counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from wangfund.domain.eligibility.standing import Cause, Covering, Standing, reinstated_on, standing_on
from wangfund.domain.rulebook.model import Membership
from wangfund.store.coverage import CoverageRow

_CAUSES = {
    "payment": Cause.PAYMENT,
    "setoff": Cause.SET_OFF,
    "exempt": Cause.EXEMPT,
    "waiver": Cause.WAIVER,
    "declared": Cause.WAIVER,
}


class Spell(Protocol):
    """A member's spell that matters, in whatever row it lies."""

    @property
    def starts_on(self) -> date: ...

    @property
    def ended_on(self) -> date | None: ...

    @property
    def cause(self) -> str | None: ...

    @property
    def coverage_known(self) -> bool: ...


def standing_today(m: Spell, rows: Sequence[CoverageRow], rules: Membership, today: date) -> Standing:
    """The standing of a spell on a day, from its coverage rows as they are now."""
    coverings = [
        Covering(row.covered_on, _CAUSES[row.kind], ((row.first_month, row.last_month),))
        for row in sorted(rows, key=lambda row: (row.covered_on, row.id))
    ]
    died = m.ended_on - timedelta(days=1) if m.cause == "died" and m.ended_on is not None else None
    return standing_on(
        today,
        rules,
        m.starts_on,
        [(row.first_month, row.last_month) for row in rows],
        left=m.ended_on,
        died=died,
        coverage_known=m.coverage_known,
        exempt=[(row.first_month, row.last_month) for row in rows if row.kind == "exempt"],
        reinstated=reinstated_on(rules, m.starts_on, coverings),
    )
