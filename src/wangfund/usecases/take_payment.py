"""One payment at the counter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.errors import NotFound, Refused
from wangfund.domain.posting import Numbered
from wangfund.store.books import Books, Reader
from wangfund.store.coverage import coverage_of_many, credits_of
from wangfund.store.members import MemberRow, member_by_no
from wangfund.thai.period import Period
from wangfund.usecases.desk import desk_on, positive
from wangfund.usecases.dues import payment_posting
from wangfund.usecases.open_months import require_open


@dataclass(frozen=True, slots=True)
class TakePayment:
    """A member pays satang on a day, by a cadence if the clerk names one, into the cash box or a bank."""

    member_no: str
    amount_satang: int
    on: date
    cadence: str | None = None
    into: str = "cash"


@dataclass(frozen=True, slots=True)
class PaymentResult:
    """The entry and receipt made, and the months covered, None for a part payment."""

    entry_id: int
    receipt: Numbered
    first_month: Period | None
    last_month: Period | None
    credit_satang: int


def take_payment(books: Books, command: TakePayment, who: str = "") -> PaymentResult:
    """Take a member's contribution: entry, receipt, months covered. Writes.

    Raises:
        NotFound: MEMBER_UNKNOWN, PLACE_UNKNOWN.
        Refused: MEMBER_LEFT, COVERAGE_UNKNOWN, PERIOD_CLOSED and the like, and what an amount is refused for.
    """
    positive(command.amount_satang)
    with books.write("payment.taken", who) as w:
        require_open(w, command.on, books.clock.today())
        desk = desk_on(w, command.on)
        m = current_member(w, command.member_no, command.on)
        if not m.coverage_known:
            raise Refused("COVERAGE_UNKNOWN", {"member_no": m.member_no, "name": m.name})
        covered = coverage_of_many(w, [m.spell_id]).get(m.spell_id, [])
        credit = credits_of(w, [m.spell_id]).get(m.spell_id, 0)
        posting = payment_posting(
            desk,
            m,
            command.amount_satang,
            covered,
            credit,
            command.on,
            desk.place(command.into),
            cadence=command.cadence,
        )
        (posted,) = desk.post(w, [posting])
        w.facts.update(member_no=m.member_no, amount_satang=command.amount_satang)
        w.commit()
    assert posted.receipt is not None and posting.receipt is not None
    months = posting.coverage
    return PaymentResult(
        posted.entry_id,
        posted.receipt,
        months[0].first_month if months else None,
        months[-1].last_month if months else None,
        credit + posting.receipt.credit_satang,
    )


def find_member(r: Reader, member_no: str) -> MemberRow:
    """The member with a number. Reads only.

    Raises:
        NotFound: MEMBER_UNKNOWN.
    """
    m = member_by_no(r, member_no)
    if m is None:
        raise NotFound("MEMBER_UNKNOWN", {"member_no": member_no})
    return m


def current_member(r: Reader, member_no: str, on: date) -> MemberRow:
    """The member with a number, who is one on that day. Reads only.

    Raises:
        NotFound: MEMBER_UNKNOWN.
        Refused: MEMBER_LEFT, NOT_YET_MEMBER.
    """
    m = find_member(r, member_no)
    if m.ended_on is not None and on >= m.ended_on:
        values = {
            "member_no": m.member_no,
            "name": m.name,
            "ended_on": m.ended_on.isoformat(),
            "cause": m.cause or "",
        }
        raise Refused("MEMBER_LEFT", values)
    if on < m.starts_on:
        raise Refused("NOT_YET_MEMBER", {"member_no": m.member_no, "starts_on": m.starts_on.isoformat()})
    return m
