"""Claims, decisions and payments as they lie in the file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from wangfund.store import tables as t
from wangfund.store.books import Reader, Writer


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its last decision (None: none yet). `facts` and `assessment` are JSON text."""

    id: int
    fiscal_year: int
    number: int
    member_id: int
    spell_id: int | None
    benefit: str
    facts: str
    event_on: date
    claimed_on: date
    once_key: str | None
    state: str
    decision_id: int | None
    result: str | None
    reason: str | None
    gross_satang: int
    setoff_satang: int
    net_satang: int
    units: int
    assessment: str | None
    resolution: str | None
    decided_on: date | None
    rulebook_id: int | None
    approver: str | None = None


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A share of a claim that was paid; `reversed_by` when the money came back.

    `slip` is the number of the transfer or withdrawal, `proxy` who fetched the money for the payee with which papers,
    `one_hand_reason` why the one who approved paid as well.
    """

    id: int
    claim_id: int
    share_no: int
    payee: str
    gross_satang: int
    net_satang: int
    entry_id: int
    reversed_by: int | None
    paid_on: date
    payer: str | None = None
    slip: str | None = None
    proxy: str | None = None
    proxy_papers: str | None = None
    one_hand_reason: str | None = None


_C, _D, _P = t.claim.c, t.decision.c, t.payment.c
_LAST = (
    sa.select(sa.func.max(t.decision.c.id))
    .where(t.decision.c.claim_id == t.claim.c.id)
    .correlate(t.claim)
    .scalar_subquery()
)
_SELECT = sa.select(
    _C.id,
    _C.fiscal_year,
    _C.number,
    _C.member_id,
    _C.spell_id,
    _C.benefit,
    _C.facts,
    _C.event_on,
    _C.claimed_on,
    _C.once_key,
    _C.state,
    _D.id,
    _D.result,
    _D.reason,
    sa.func.coalesce(_D.gross_satang, 0),
    sa.func.coalesce(_D.setoff_satang, 0),
    sa.func.coalesce(_D.net_satang, 0),
    sa.func.coalesce(_D.units, 0),
    _D.assessment,
    _D.resolution,
    _D.decided_on,
    _D.rulebook_id,
    _D.approver,
).outerjoin(t.decision, _D.id == _LAST)
_BY_ID = _SELECT.where(_C.id == sa.bindparam("claim"))
_ALL = _SELECT.order_by(_C.fiscal_year, _C.number)
_BY_MEMBER = _SELECT.where(_C.member_id == sa.bindparam("member")).order_by(_C.id)
_BY_KEY = _SELECT.where(_C.once_key == sa.bindparam("key")).order_by(_C.id)
_BY_MARK = _SELECT.where(
    sa.func.substr(_C.once_key, sa.func.instr(_C.once_key, ":") + 1) == sa.bindparam("mark")
).order_by(_C.id)
_BY_MEMBERS = _SELECT.where(_C.member_id.in_(sa.bindparam("members", expanding=True))).order_by(_C.id)
_BY_STATE = _SELECT.where(_C.state.in_(sa.bindparam("states", expanding=True))).order_by(_D.decided_on, _C.id)


def claim_by_id(r: Reader, claim_id: int) -> ClaimRow | None:
    """One claim. Reads only."""
    row = r.first(_BY_ID, {"claim": claim_id})
    return None if row is None else ClaimRow(*row)


def claims_of_member(r: Reader, member_id: int) -> tuple[ClaimRow, ...]:
    """A member's claims, oldest first. Reads only."""
    return tuple(ClaimRow(*row) for row in r.rows(_BY_MEMBER, {"member": member_id}))


def all_claims(r: Reader) -> tuple[ClaimRow, ...]:
    """Every claim of the fund, by year and number. Reads only."""
    return tuple(ClaimRow(*row) for row in r.rows(_ALL))


def claims_with_key(r: Reader, once_key: str) -> tuple[ClaimRow, ...]:
    """Claims of anyone under the same event key, oldest first. Reads only."""
    return tuple(ClaimRow(*row) for row in r.rows(_BY_KEY, {"key": once_key}))


def claims_with_mark(r: Reader, mark: str) -> tuple[ClaimRow, ...]:
    """Claims of anyone for the event of this name, whosever key it is, oldest first. Reads only."""
    return tuple(ClaimRow(*row) for row in r.rows(_BY_MARK, {"mark": mark}))


def claims_of_members(r: Reader, member_ids: Sequence[int]) -> tuple[ClaimRow, ...]:
    """Claims of these members, oldest first. Reads only."""
    return tuple(ClaimRow(*row) for row in r.rows(_BY_MEMBERS, {"members": list(member_ids)}))


def claims_in_state(r: Reader, states: Sequence[str]) -> tuple[ClaimRow, ...]:
    """Claims in any of the states, by decision then request. Reads only."""
    rows = r.rows(_BY_STATE, {"states": list(states)})
    return tuple(ClaimRow(*row) for row in rows)


def insert_claim(w: Writer, row: dict[str, Any]) -> tuple[int, int]:
    """Write a claim under its fiscal year's next number; gives (id, number). Writes."""
    claim_id = w.next_id(t.claim)
    number = 1 + int(
        w.value(
            sa.select(sa.func.coalesce(sa.func.max(_C.number), 0)).where(_C.fiscal_year == row["fiscal_year"])
        )
    )
    w.insert(t.claim, [{**row, "id": claim_id, "number": number}])
    return claim_id, number


def set_claim(w: Writer, claim_id: int, **values: Any) -> None:
    """Move a claim on: its state, and its key once it counts. Writes."""
    w.change(sa.update(t.claim).where(_C.id == claim_id).values(**values))


def insert_decision(w: Writer, row: dict[str, Any]) -> int:
    """Write what was decided; gives its id. Writes."""
    decision_id = w.next_id(t.decision)
    w.insert(t.decision, [{**row, "id": decision_id}])
    return decision_id


def insert_payment(w: Writer, row: dict[str, Any]) -> int:
    """Write that a share was paid; the guard refuses more than was decided. Writes."""
    payment_id = w.next_id(t.payment)
    w.insert(t.payment, [{**row, "id": payment_id, "reversed_by": None}])
    return payment_id


def reverse_payment(w: Writer, entry_id: int, reversal_id: int) -> int | None:
    """Mark the payment of an entry as come back; gives its claim, None if the entry paid no claim. Writes."""
    claim_id = w.value(sa.select(_P.claim_id).where(_P.entry_id == entry_id, _P.reversed_by.is_(None)))
    if claim_id is None:
        return None
    w.change(sa.update(t.payment).where(_P.entry_id == entry_id).values(reversed_by=reversal_id))
    return int(claim_id)


def payments_of_claim(r: Reader, claim_id: int) -> tuple[PaymentRow, ...]:
    """Payments of a claim, oldest first, reversed ones too. Reads only."""
    return _payments(r, _P.claim_id == claim_id)


def payment_of_entry(r: Reader, entry_id: int) -> PaymentRow | None:
    """The payment an entry made. Reads only."""
    found = _payments(r, _P.entry_id == entry_id)
    return found[0] if found else None


def _payments(r: Reader, condition: sa.ColumnElement[bool]) -> tuple[PaymentRow, ...]:
    rows = r.rows(
        sa.select(
            _P.id,
            _P.claim_id,
            _P.share_no,
            _P.payee,
            _P.gross_satang,
            _P.net_satang,
            _P.entry_id,
            _P.reversed_by,
            t.entry.c.date,
            _P.payer,
            _P.slip,
            _P.proxy,
            _P.proxy_papers,
            _P.one_hand_reason,
        )
        .join(t.entry, t.entry.c.id == _P.entry_id)
        .where(condition)
        .order_by(_P.id)
    )
    return tuple(PaymentRow(*row) for row in rows)


def claims_waiting(r: Reader, on: date) -> tuple[ClaimRow, ...]:
    """Claims that waited at a day's end, with the state they had then, by request. Reads only.

    'requested' not yet decided (its amounts are 0), 'pending' decided to wait, 'approved' decided to pay and not
    yet paid: its amounts are what is still to be paid of it.
    """
    payments = sa.select(_P.claim_id).join(t.entry, t.entry.c.id == _P.entry_id)
    given = paid_of_claims(r, on)
    still = sa.or_(
        _C.state.in_(("requested", "pending", "approved")),
        _D.decided_on > on,
        _C.id.in_(payments.where(t.entry.c.date > on)),
    )
    found = []
    for row in r.rows(_SELECT.where(_C.claimed_on <= on, still).order_by(_C.claimed_on, _C.id)):
        claim_ = ClaimRow(*row)
        gross, net = given.get(claim_.id, (0, 0))
        if claim_.state == "withdrawn" or (gross and gross >= claim_.gross_satang):
            continue
        if claim_.decided_on is None or claim_.decided_on > on:
            undecided = replace(claim_, gross_satang=0, setoff_satang=0, net_satang=0, units=0)
            found.append(replace(undecided, state="requested"))
        elif claim_.result in {"PAY", "PENDING"}:
            rest = replace(
                claim_, gross_satang=claim_.gross_satang - gross, net_satang=claim_.net_satang - net
            )
            found.append(replace(rest, state="approved" if claim_.result == "PAY" else "pending"))
    return tuple(found)


def paid_of_claims(r: Reader, on: date | None = None) -> dict[int, tuple[int, int]]:
    """Gross and net satang paid of claims that stood at a day's end (None: that stand now), by claim. Reads only."""
    reversal = t.entry.alias("reversal")
    query = (
        sa.select(_P.claim_id, sa.func.sum(_P.gross_satang), sa.func.sum(_P.net_satang))
        .join(t.entry, t.entry.c.id == _P.entry_id)
        .group_by(_P.claim_id)
    )
    if on is None:
        query = query.where(_P.reversed_by.is_(None))
    else:
        query = query.outerjoin(reversal, reversal.c.id == _P.reversed_by).where(
            t.entry.c.date <= on, sa.or_(_P.reversed_by.is_(None), reversal.c.date > on)
        )
    return {int(claim): (int(gross), int(net)) for claim, gross, net in r.rows(query)}


def claims_given_back(r: Reader) -> frozenset[int]:
    """Claims of which a payment came back, paid again or not. Reads only."""
    return frozenset(row[0] for row in r.rows(sa.select(_P.claim_id).where(_P.reversed_by.is_not(None))))


def withdrawal_reasons(r: Reader, claim_ids: Sequence[int]) -> dict[int, str]:
    """Why claims were taken back, by claim, as it was told then; the last telling of each. Reads only."""
    k, s = t.link.c, t.story.c
    rows = r.rows(
        sa.select(k.row_id, s.facts)
        .select_from(t.link.join(t.story, s.no == k.no))
        .where(k.code == "claim.withdrawn", k.table_name == "claim", k.row_id.in_(list(claim_ids)))
        .order_by(k.no)
    )
    return {claim: str(json.loads(facts).get("reason", "")) for claim, facts in rows}
