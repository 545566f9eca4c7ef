"""Before a claim is paid: what it comes to now, from where it can be paid, and what is promised already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain import accounts
from wangfund.domain.eligibility.set_off import set_off
from wangfund.domain.errors import Refused
from wangfund.store.books import Books
from wangfund.store.claims import claims_in_state, paid_of_claims, payments_of_claim
from wangfund.store.ledger import current_balances
from wangfund.store.members import member_by_id
from wangfund.usecases.claim_facts import assess_facts, told_facts
from wangfund.usecases.decide_claim import claim_of
from wangfund.usecases.desk import desk_on
from wangfund.usecases.heir_shares import ShareLine, heirs_of, next_share, share_lines, share_to_pay
from wangfund.usecases.pay_claim import approved_ahead, meant_payee
from wangfund.usecases.rules_in_force import all_rulebooks


@dataclass(frozen=True, slots=True)
class PaymentOffer:
    """Money in satang. `net_satang` is what would leave the fund now: months paid meanwhile are not set off.

    `places` are 'cash' and the banks by name with what they hold. `ahead_satang` are claims approved earlier that come
    first, `promised_satang` all that is approved and unpaid, this claim with it.

    `share` is the heir's place in the resolution whose share all of it is about, 0 where none were named; `shares` are
    all of them. `payee` is whom the decision means ("": nobody is known); what is given `in_kind` may be paid to whoever
    sold it; it may not be paid before it was decided. `approver` are those who approved: who pays should be somebody else.
    """

    claim_id: int
    gross_satang: int
    setoff_satang: int
    net_satang: int
    places: tuple[tuple[str, int], ...]
    cash_most_satang: int
    pool: str
    pool_satang: int
    ahead_satang: int
    promised_satang: int
    promised: int
    event_on: date
    decided_on: date
    today: date
    share: int = 0
    shares: tuple[ShareLine, ...] = ()
    payee: str = ""
    in_kind: bool = False
    approver: str = ""

    @property
    def heir(self) -> ShareLine | None:
        """Whose share it is; None where no heirs were named."""
        return next((one for one in self.shares if one.number == self.share), None)


def payment_offer(books: Books, claim_id: int, share: int = 0) -> PaymentOffer:
    """What paying an approved claim today would mean; changes nothing. Reads only.

    Where heirs were named by a resolution it is about one share: `share`, or the first that is not paid (0).

    Raises:
        NotFound: CLAIM_UNKNOWN.
        Refused: CLAIM_ALREADY_PAID, CLAIM_NOT_APPROVED, SHARE_NOT_NAMED, SHARE_PAID.
    """
    today = books.clock.today()
    with books.read() as r:
        row = claim_of(r, claim_id)
        if row.state == "paid":
            raise Refused("CLAIM_ALREADY_PAID", {"claim": row.number})
        if row.state != "approved":
            raise Refused("CLAIM_NOT_APPROVED", {"claim": row.number, "state": row.state})
        m = member_by_id(r, row.member_id)
        desk = desk_on(r, today)
        by = next((book for book in all_rulebooks(r) if book.id == row.rulebook_id), None)
        assessed = assess_facts(r, m, row.benefit, told_facts(row), row.claimed_on, but=row.id, by=by)
        assert assessed.rulebook is not None and assessed.benefit is not None
        kept = set_off(
            assessed.rulebook.rules, assessed.benefit, row.gross_satang, assessed.claim, assessed.facts
        )
        paid = payments_of_claim(r, row.id)
        shares = share_lines(row, paid, kept.amount_satang)
        wanted = share or (next_share(shares) if heirs_of(row) else 0)
        part = share_to_pay(row, paid, wanted, kept.amount_satang)
        setoff = kept.amount_satang if part.takes_setoff else 0
        balances = current_balances(r)
        pool = desk.rulebook.rules.pools.benefits_from
        waiting, given = claims_in_state(r, ("approved",)), paid_of_claims(r)
        banks = [(name, balances.get((account, ""), 0)) for _, name, account in desk.open_banks]
        return PaymentOffer(
            row.id,
            part.gross_satang,
            setoff,
            part.gross_satang - setoff,
            (("cash", balances.get((accounts.CASH, ""), 0)), *banks),
            desk.rulebook.rules.limits.cash_payment_max_satang,
            pool,
            -sum(satang for (_, of), satang in balances.items() if of == pool),
            approved_ahead(r, row),
            sum(c.net_satang - given.get(c.id, (0, 0))[1] for c in waiting),
            len(waiting),
            row.event_on,
            row.decided_on or row.event_on,
            today,
            wanted,
            shares,
            part.payee or meant_payee(row, m, assessed.benefit),
            not assessed.benefit.cash,
            row.approver or "",
        )
