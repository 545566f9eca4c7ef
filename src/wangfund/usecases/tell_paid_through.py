"""A member of whom nobody knew how far she has paid is told of: from then on her months are counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from wangfund.domain.errors import Refused
from wangfund.domain.posting import Coverage
from wangfund.store.books import Books
from wangfund.store.coverage import coverage_of
from wangfund.store.members import set_coverage_known
from wangfund.store.posting import write_coverage
from wangfund.thai.period import Period
from wangfund.usecases.person_facts import at_field
from wangfund.usecases.register_facts import declared_months
from wangfund.usecases.take_payment import current_member

AHEAD: Final = 24
"""Months from now through which anybody may have paid; further is a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class TellPaidThrough:
    """Paid through a month according to `source`: a book and its page, a card. The month before joining: never paid."""

    member_no: str
    through: Period
    source: str


def tell_paid_through(books: Books, command: TellPaidThrough, who: str = "") -> None:
    """Declare the months since joining covered, no money posted; once, for it is history (9.11 rules 3 and 11). Writes.

    Raises:
        NotFound: MEMBER_UNKNOWN.
        Refused: SOURCE_MISSING, MEMBER_LEFT, COVERAGE_KNOWN, MONTHS_BEFORE_JOINING, PAID_THROUGH_TOO_FAR.
    """
    source = " ".join(command.source.split())
    if not source:
        with at_field("source"):
            raise Refused("SOURCE_MISSING", {"member_no": command.member_no})
    today = books.clock.today()
    with books.write("coverage.tell", who) as w:
        m = current_member(w, command.member_no, today)
        if m.coverage_known:
            raise Refused("COVERAGE_KNOWN", {"member_no": m.member_no, "name": m.name})
        start = Period.of(m.starts_on)
        with at_field("through"):
            if command.through < start.plus(-1):
                values = {"first": command.through.iso, "starts_on": m.starts_on.isoformat()}
                raise Refused("MONTHS_BEFORE_JOINING", values)
            if command.through > Period.of(today).plus(AHEAD):
                raise Refused("PAID_THROUGH_TOO_FAR", {"through": command.through.iso, "months": AHEAD})
        assert not coverage_of(w, m.spell_id)
        set_coverage_known(w, [m.spell_id])
        months = declared_months(start, command.through, m.ended_on)
        if months is not None:
            # Judged as covered since the spell began, so that being told never reinstates anybody.
            told = Coverage(m.spell_id, months[0], months[1], "declared", m.starts_on, source)
            write_coverage(w, [(None, told)])
        w.facts.update(member_no=m.member_no, through=command.through.iso, source=source)
        w.commit()
