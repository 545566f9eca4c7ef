"""The claims that wait for a meeting, as its members read them."""

from __future__ import annotations

from wangfund.domain.papers.approval_sheet import ApprovalSheet
from wangfund.domain.papers.fund_head import Signature
from wangfund.store.books import Books
from wangfund.store.claims import ClaimRow, all_claims, paid_of_claims
from wangfund.store.ledger import current_balances
from wangfund.thai.period import Period
from wangfund.usecases.desk import desk_on
from wangfund.usecases.request_form import request_form

_MINUTES = ("เลขานุการ",)
_CHAIR = ("ประธาน",)


def approval_sheet(books: Books) -> ApprovalSheet:
    """Every claim that is asked for or waits for papers or heirs, as the rules would decide it now. Reads only.

    Raises:
        Refused: NO_RULE_IN_FORCE.
    """
    today = books.clock.today()
    since = Period.of(today).plus(-1).first_day
    with books.read() as r:
        desk = desk_on(r, today)
        claims = all_claims(r)
        pool = desk.rulebook.rules.pools.benefits_from
        there = -sum(satang for (_, of), satang in current_balances(r).items() if of == pool)
        given = paid_of_claims(r)
    promised = sum(c.gross_satang - given.get(c.id, (0, 0))[0] for c in claims if c.state == "approved")
    decided = [c for c in claims if c.decided_on is not None and c.decided_on >= since]
    paid = [c for c in decided if c.state == "paid"]
    waiting = sorted(
        (c for c in claims if c.state in {"requested", "pending"}), key=lambda c: (c.fiscal_year, c.number)
    )
    return ApprovalSheet(
        head=desk.head,
        day=today,
        waiting=tuple(request_form(books, c.id) for c in waiting),
        pool=pool,
        pool_satang=there - promised,
        since=since,
        paid=(len(paid), sum(c.net_satang for c in paid)),
        refused=sum(c.state == "refused" for c in decided),
        signatures=(
            Signature(desk.profile.officer(*_MINUTES), "เลขานุการ ผู้จดมติ"),
            Signature(desk.profile.officer(*_CHAIR), "ประธานในที่ประชุม"),
        ),
        same_event=tuple(
            _other([o for o in waiting if c.once_key is not None and o.once_key == c.once_key], c)
            for c in waiting
        ),
        same_member=tuple(_other([o for o in waiting if o.member_id == c.member_id], c) for c in waiting),
    )


def _other(alike: list[ClaimRow], row: ClaimRow) -> tuple[int, int] | None:
    """The first of them that is another claim."""
    return next(((one.fiscal_year, one.number) for one in alike if one.id != row.id), None)
