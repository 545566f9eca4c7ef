"""The rows of the request form (แบบคำขอรับสวัสดิการ) of one claim."""

from __future__ import annotations

from wangfund.domain.eligibility.entitlement_room import Room, rooms_of
from wangfund.domain.eligibility.position import Position
from wangfund.domain.eligibility.related import looks_at_family
from wangfund.domain.errors import Refused
from wangfund.domain.papers.request_form import RequestForm
from wangfund.domain.rulebook.duration import whole_years
from wangfund.store.books import Books, Reader
from wangfund.store.members import member_by_id
from wangfund.thai.national_id import mask_id
from wangfund.usecases.claim_facts import member_facts
from wangfund.usecases.claim_history import family_history, own_history
from wangfund.usecases.claim_view import ClaimView, claim_seen
from wangfund.usecases.decide_claim import claim_of
from wangfund.usecases.desk import desk_on
from wangfund.usecases.rules_in_force import rules_on


def request_form(books: Books, claim_id: int) -> RequestForm:
    """A claim as its form is printed: as decided, or while it waits as the rules would decide it now. Reads only.

    Source: forms.md 4.5; the field for the cause of an illness is left out on purpose.

    Raises:
        NotFound: CLAIM_UNKNOWN.
        Refused: NO_RULE_IN_FORCE.
    """
    with books.read() as r:
        desk = desk_on(r, books.clock.today())
        view = claim_seen(r, claim_id)
        rooms = rooms_before(r, claim_id)
    answer, m = view.answer, view.answer.member
    approval = answer.approval
    small = approval is not None and _amount(view) <= approval.limit_satang and not approval.always
    return RequestForm(
        head=desk.head,
        fiscal_year=view.fiscal_year,
        number=view.number,
        claimed_on=answer.claimed_on,
        name=m.name,
        member_no=m.member_no,
        age=None if m.birth_date is None else whole_years(m.birth_date, answer.claimed_on),
        house_no=m.house_no or "",
        moo=m.moo,
        village=answer.village,
        national_id=mask_id(m.national_id) if m.national_id else "",
        phone=m.phone or "",
        benefit=answer.benefit,
        benefit_name=answer.name,
        facts=view.facts,
        papers=_papers(view),
        payee=view.payee,
        assessment=answer.assessment,
        checks=answer.checks,
        first_day=answer.first_day,
        decided=view.stored,
        resolution=view.resolution,
        rulebook_version=answer.version,
        approvers=approval.signatures if approval is not None else 0,
        approval_clause=approval.clause if approval is not None else "",
        limit_satang=approval.limit_satang if approval is not None else 0,
        by_resolution=not small,
        rooms=rooms,
        died=m.cause == "died",
    )


def rooms_before(r: Reader, claim_id: int) -> tuple[Room, ...]:
    """What is left of the limits over a claim's benefit in the event's year, without the claim itself. Reads only."""
    row = claim_of(r, claim_id)
    m = member_by_id(r, row.member_id)
    try:
        rules = rules_on(r, row.event_on).rules
    except Refused:
        return ()
    benefit = rules.benefit(row.benefit)
    if benefit is None:
        return ()
    history = own_history(r, m.id, row.id)
    if looks_at_family(rules, benefit):
        history += family_history(r, m.id)
    return rooms_of(benefit, Position(rules, member_facts(r, m, row.event_on, rules), row.event_on, history))


def _amount(view: ClaimView) -> int:
    answer = view.answer
    return answer.assessment.gross_satang or (
        answer.if_complete.gross_satang if answer.if_complete is not None else 0
    )


def _papers(view: ClaimView) -> tuple[tuple[str, bool], ...]:
    asked = () if view.answer.benefit is None else view.answer.benefit.documents
    missing = view.missing_papers
    return tuple((paper, paper not in missing) for paper in asked)
