"""Joining: a member or a former one enters with the fee and, if she likes, the first contribution."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from wangfund.domain import accounts
from wangfund.domain.eligibility.standing import spell_start
from wangfund.domain.errors import Finding, Refused
from wangfund.domain.posting import Numbered
from wangfund.domain.register.check_person import check_member_no
from wangfund.store.books import Books, Writer
from wangfund.store.members import (
    insert_members,
    member_by_id,
    member_by_no,
    next_ids,
    next_member_no,
)
from wangfund.thai.digits import to_arabic
from wangfund.usecases.desk import Desk, desk_on
from wangfund.usecases.dues import payment_posting
from wangfund.usecases.open_months import require_open
from wangfund.usecases.person_facts import (
    PersonFacts,
    at_field,
    columns_of,
    name_columns,
    person_findings,
    refuse,
    tidy,
)

__all__ = ["EnrolMember", "Enrolled", "enrol_member", "name_columns"]


@dataclass(frozen=True, slots=True)
class EnrolMember:
    """Who joins, where, and what she pays on the day of the first money; "" and None where not told.

    `member_no` "" takes the next number. `amount_satang` is the contribution beside the entry fee; the fee
    is taken unless `fee` says no (a fund may let a child in without).
    """

    title: str
    given_name: str
    family_name: str
    moo: int
    applied_on: date
    on: date
    cadence: str = "M"
    national_id: str = ""
    birth_date: date | None = None
    house_no: str = ""
    phone: str = ""
    heir_name: str = ""
    heir_relation: str = ""
    member_no: str = ""
    amount_satang: int = 0
    fee: bool = True
    into: str = "cash"


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The new member, and the receipt of her first money (None when she paid none)."""

    member_id: int
    member_no: str
    starts_on: date
    receipt: Numbered | None


def enrol_member(books: Books, command: EnrolMember, who: str = "") -> Enrolled:
    """Enter a new member with a spell, the fee and the first contribution, in one transaction. Writes.

    Every refusal tells findings that name the field of the command they are about.

    Raises:
        Refused: NAME_MISSING, NAME_NOT_LETTERS and the like, ID_TAKEN, ID_CHECK_DIGIT and its like, MEMBER_NO_TAKEN,
            MEMBER_NO_ODD, BIRTH_IN_FUTURE, APPLIED_IN_FUTURE, CADENCE_UNKNOWN, VILLAGE_UNKNOWN, FIRST_MONEY_MISSING,
            and what a payment is refused for.
    """
    today = books.clock.today()
    with books.write("member.enrolled", who) as w:
        desk = joining_desk(w, command, today)
        told = told_facts(command)
        member_no = to_arabic(command.member_no).strip() or next_member_no(w)
        refuse(
            (
                *person_findings(w, desk, told, today),
                *joining_findings(command, today),
                *_number_findings(w, member_no),
            )
        )
        starts = start_of(desk, command)
        member_id, spell_id = next_ids(w)
        insert_members(
            w,
            [{"id": member_id, **columns_of(w, told, member_no)}],
            [spell_columns(spell_id, member_id, starts, command.applied_on)],
        )
        receipt = take_first_money(w, desk, member_id, command)
        w.facts.update(member_no=member_no)
        w.commit()
    return Enrolled(member_id, member_no, starts, receipt)


def told_facts(command: EnrolMember) -> PersonFacts:
    """What a command says of the person, in the register's spelling."""
    return tidy(
        PersonFacts(
            command.title,
            command.given_name,
            command.family_name,
            command.national_id,
            command.birth_date,
            command.house_no,
            command.moo,
            command.phone,
            command.heir_name,
            command.heir_relation,
            command.cadence,
        )
    )


def joining_desk(w: Writer, command: EnrolMember, today: date) -> Desk:
    """The desk on the day of the first money, in a month that is open. Writes.

    Raises:
        Refused: DATE_IN_FUTURE, DATE_BEFORE_BOOKS, PERIOD_CLOSED, NO_RULE_IN_FORCE, about `on`.
    """
    with at_field("on"):
        require_open(w, command.on, today)
        return desk_on(w, command.on)


def joining_findings(command: EnrolMember, today: date) -> tuple[Finding, ...]:
    """What is wrong with the day of the application."""
    if command.applied_on > today:
        values = {"applied_on": command.applied_on.isoformat()}
        return (Finding("APPLIED_IN_FUTURE", "applied_on", values=values),)
    return ()


def entry_fee(desk: Desk, command: EnrolMember) -> int:
    """The entry fee this command takes, in satang."""
    return desk.rulebook.rules.contribution.entry_fee_satang if command.fee else 0


def start_of(desk: Desk, command: EnrolMember) -> date:
    """The day from which the spell counts.

    Raises:
        Refused: FIRST_MONEY_MISSING, about `amount_satang`.
    """
    first_money = command.on if entry_fee(desk, command) or command.amount_satang else None
    starts = spell_start(desk.rulebook.rules.membership, command.applied_on, command.on, first_money)
    if starts is None:
        with at_field("amount_satang"):
            raise Refused("FIRST_MONEY_MISSING", {"name": command.given_name})
    return starts


def spell_columns(spell_id: int, member_id: int, starts_on: date, applied_on: date) -> dict[str, Any]:
    """A spell that begins, as it lies in the file."""
    return {
        "id": spell_id,
        "member_id": member_id,
        "starts_on": starts_on,
        "applied_on": applied_on,
        "ended_on": None,
        "cause": None,
        "resolution": None,
        "coverage_known": True,
    }


def take_first_money(w: Writer, desk: Desk, member_id: int, command: EnrolMember) -> Numbered | None:
    """Post the fee and the first contribution of a spell just written; None when there is none. Writes.

    Raises:
        Refused: what an amount is refused for, about `amount_satang`.
        NotFound: PLACE_UNKNOWN, about `into`.
    """
    fee = entry_fee(desk, command)
    if not fee and not command.amount_satang:
        return None
    with at_field("into"):
        into = desk.place(command.into) if command.into != "cash" else accounts.CASH
    with at_field("amount_satang"):
        m = member_by_id(w, member_id)
        posting = payment_posting(desk, m, command.amount_satang, [], 0, command.on, into, fee_satang=fee)
    (posted,) = desk.post(w, [posting])
    return posted.receipt


def _number_findings(w: Writer, member_no: str) -> tuple[Finding, ...]:
    found = tuple(check_member_no(member_no))
    if not found and member_by_no(w, member_no) is not None:
        return (Finding("MEMBER_NO_TAKEN", "member_no", values={"member_no": member_no}),)
    return found
