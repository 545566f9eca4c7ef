"""A meeting decides a claim: what was shown is what is stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from wangfund.domain.eligibility.assessment import NO_SET_OFF, Assessment, Result
from wangfund.domain.eligibility.told_fact import PAYEE
from wangfund.domain.errors import Finding, NotFound, Refused
from wangfund.domain.rulebook.model import Benefit, Heir
from wangfund.store.books import Books, Reader
from wangfund.store.claims import (
    ClaimRow,
    claim_by_id,
    insert_decision,
    set_claim,
)
from wangfund.store.members import MemberRow, member_by_id
from wangfund.store.profile import read_profile
from wangfund.usecases.approval import COMMITTEE, MEETING, approval_of, chairman, names_of
from wangfund.usecases.claim_facts import AssessedClaim, assess_facts, told_facts
from wangfund.usecases.claim_record import as_json, assessment_record
from wangfund.usecases.end_membership import end
from wangfund.usecases.heir_shares import HeirShare, checked_heirs, heirs_record


@dataclass(frozen=True, slots=True)
class DecideClaim:
    """The meeting's word on a claim.

    `heirs` are named by the resolution when the one who asks is not the heir the member named; `on` is the day of the
    meeting (None: today). `by` is 'committee' for the village committee or 'meeting' ("": the committee as far as the
    rules let it), `approver` who signed for it, several with commas ("": a meeting's chairman). `refuse` is why the
    meeting says no to what the rules would pay or wait for.
    """

    claim_id: int
    resolution: str
    heirs: tuple[HeirShare, ...] = ()
    on: date | None = None
    by: str = ""
    approver: str = ""
    refuse: str = ""


REFUSED_BY_MEETING = "REFUSED_BY_MEETING"
_WAITS_FOR_HEIRS = "HEIR_RESOLUTION"
_STATES = {Result.PAY: "approved", Result.REFUSE: "refused", Result.PENDING: "pending"}


def decide_claim(books: Books, command: DecideClaim, who: str = "") -> AssessedClaim:
    """Store what was decided: the findings as shown, the version of the event's day, the resolution. Writes.

    A claim that only waits for the heirs' resolution is decided to be paid when `heirs` are named, each by parts of the
    whole (rulebook D11: paid only after a resolution naming the heirs).

    Raises:
        NotFound: CLAIM_UNKNOWN.
        Refused: RESOLUTION_MISSING, CLAIM_ALREADY_DECIDED, DATE_IN_FUTURE, MEETING_BEFORE_CLAIM, HEIRS_NOT_ASKED,
            HEIR_UNNAMED, HEIR_TWICE, HEIR_WITHOUT_PART, COMMITTEE_LIMIT.
    """
    if not command.resolution.strip():
        raise Refused("RESOLUTION_MISSING", {"act": "claim.decided"})
    heirs = checked_heirs(command.heirs)
    today = books.clock.today()
    decided_on = command.on or today
    if decided_on > today:
        raise Refused("DATE_IN_FUTURE", {"date": decided_on.isoformat(), "today": today.isoformat()})
    with books.write("claim.decided", who) as w:
        row = claim_of(w, command.claim_id)
        if row.state not in {"requested", "pending"}:
            raise Refused("CLAIM_ALREADY_DECIDED", {"claim": row.number, "state": row.state})
        m = member_by_id(w, row.member_id)
        assessed = assess_facts(w, m, row.benefit, told_facts(row), row.claimed_on, but=row.id)
        if decided_on < row.claimed_on:
            days = {"on": decided_on.isoformat(), "claimed_on": row.claimed_on.isoformat()}
            raise Refused("MEETING_BEFORE_CLAIM", {"claim": row.number, **days})
        answer = assessed.assessment
        if command.refuse.strip() and answer.result is not Result.REFUSE:
            heirs, answer = (), _refused(answer, command.refuse)
            assessed = replace(assessed, assessment=answer)
        record = assessment_record(answer)
        if heirs:
            if answer.reason != _WAITS_FOR_HEIRS:
                raise Refused("HEIRS_NOT_ASKED", {"claim": row.number})
            answer = replace(answer, result=Result.PAY)
            assessed = replace(assessed, assessment=answer)
            record = {**assessment_record(answer), "heirs": heirs_record(heirs)}
        by = _body(command, assessed, row.number)
        record |= {"by": by, "payee": _payee(m, assessed, told_facts(row))}
        approver = ", ".join(names_of(command.approver))
        if not approver and by == MEETING:
            approver = chairman(read_profile(w, decided_on))
        # The claim's state moves first: a key that is taken is refused by the file before anything is decided.
        set_claim(w, row.id, state=_STATES[answer.result])
        insert_decision(
            w,
            {
                "claim_id": row.id,
                "rulebook_id": None if assessed.rulebook is None else assessed.rulebook.id,
                "result": str(answer.result),
                "reason": answer.reason,
                "gross_satang": answer.gross_satang,
                "setoff_satang": answer.setoff_satang,
                "net_satang": answer.net_satang,
                "units": answer.units,
                "assessment": as_json(record),
                "resolution": command.resolution.strip(),
                "decided_on": decided_on,
                "approver": approver,
            },
        )
        if answer.result is Result.PAY and ends_membership(assessed.benefit) and m.ended_on is None:
            end(w, m, "died", assessed.claim.event, command.resolution.strip())
        w.facts.update(claim=row.number, result=str(answer.result), reason=answer.reason)
        w.commit()
    return assessed


def _refused(answer: Assessment, reason: str) -> Assessment:
    """The meeting's own no, with what the rules said kept beside it as notes; nothing is paid."""
    own = Finding(REFUSED_BY_MEETING, "", answer.clause, values={"reason": " ".join(reason.split())})
    return replace(
        answer,
        result=Result.REFUSE,
        reason=REFUSED_BY_MEETING,
        gross_satang=0,
        setoff=NO_SET_OFF,
        units=0,
        steps=(),
        findings=(own,),
        first_day=None,
        last_day=None,
    )


def _body(command: DecideClaim, assessed: AssessedClaim, number: int) -> str:
    """Who decides.

    Raises:
        Refused: COMMITTEE_LIMIT when the village committee may not approve so much, or not this, or name heirs.
    """
    answer = assessed.assessment
    may = answer.result is Result.PAY and not command.heirs
    limit = 0
    if assessed.rulebook is not None and assessed.benefit is not None:
        approval = approval_of(assessed.rulebook.rules, assessed.benefit)
        limit = approval.limit_satang
        may = may and approval.by_committee(answer.gross_satang)
    if command.by == COMMITTEE and not may:
        values = {"claim": number, "gross_satang": answer.gross_satang, "limit_satang": limit}
        raise Refused("COMMITTEE_LIMIT", values)
    return command.by or (COMMITTEE if may else MEETING)


def _payee(m: MemberRow, assessed: AssessedClaim, told: dict[str, object]) -> str:
    """Who is to be paid as the meeting knew it, "" for nobody named; what the register says later changes nothing."""
    named = told.get(PAYEE)
    if isinstance(named, str) and named.strip():
        return " ".join(named.split())
    return (m.heir_name or "") if ends_membership(assessed.benefit) or m.cause == "died" else m.name


def ends_membership(benefit: Benefit | None) -> bool:
    """Whether an event of this benefit is the member's death: it is paid to her heir."""
    return benefit is not None and benefit.heir is Heir.NAMED


def claim_of(r: Reader, claim_id: int) -> ClaimRow:
    """The claim with an id. Reads only.

    Raises:
        NotFound: CLAIM_UNKNOWN.
    """
    row = claim_by_id(r, claim_id)
    if row is None:
        raise NotFound("CLAIM_UNKNOWN", {"claim": claim_id})
    return row
