"""Joining: a member or a former one enters with the fee and, if she likes, the first contribution."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from wangfund.domain import accounts
from wangfund.domain.eligibility.standing import spell_start
from wangfund.domain.errors import NotFound, Refused
from wangfund.domain.posting import Numbered
from wangfund.store.books import Books, Writer
from wangfund.store.members import (
    insert_members,
    member_by_id,
    member_by_national_id,
    member_by_no,
    next_ids,
    next_member_no,
)
from wangfund.store.profile import village_ids
from wangfund.thai.national_id import check
from wangfund.thai.repair import repair
from wangfund.thai.search_key import search_key
from wangfund.thai.sort_key import house_key, thai_key
from wangfund.usecases.desk import Desk, desk_on
from wangfund.usecases.dues import payment_posting
from wangfund.usecases.open_months import require_open


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

    Raises:
        Refused: NAME_MISSING, ID_TAKEN, ID_CHECK_DIGIT and its like, MEMBER_NO_TAKEN, BIRTH_IN_FUTURE,
            APPLIED_IN_FUTURE, CADENCE_UNKNOWN, FIRST_MONEY_MISSING, and what a payment is refused for.
        NotFound: VILLAGE_UNKNOWN.
    """
    with books.write("member.enrolled", who) as w:
        require_open(w, command.on, books.clock.today())
        desk = desk_on(w, command.on)
        facts = _facts(w, desk, command, books.clock.today())
        fee = desk.rulebook.rules.contribution.entry_fee_satang if command.fee else 0
        first_money = command.on if fee or command.amount_satang else None
        starts = spell_start(desk.rulebook.rules.membership, command.applied_on, command.on, first_money)
        if starts is None:
            raise Refused("FIRST_MONEY_MISSING", {"name": command.given_name})
        member_id, spell_id = next_ids(w)
        insert_members(
            w,
            [{"id": member_id, **facts}],
            [
                {
                    "id": spell_id,
                    "member_id": member_id,
                    "starts_on": starts,
                    "applied_on": command.applied_on,
                    "ended_on": None,
                    "cause": None,
                    "resolution": None,
                    "coverage_known": True,
                }
            ],
        )
        receipt: Numbered | None = None
        if fee or command.amount_satang:
            m = member_by_id(w, member_id)
            into = desk.place(command.into) if command.into != "cash" else accounts.CASH
            posting = payment_posting(desk, m, command.amount_satang, [], 0, command.on, into, fee_satang=fee)
            (posted,) = desk.post(w, [posting])
            receipt = posted.receipt
        w.facts.update(member_no=str(facts["member_no"]))
        w.commit()
    return Enrolled(member_id, str(facts["member_no"]), starts, receipt)


def _facts(w: Writer, desk: Desk, command: EnrolMember, today: date) -> dict[str, Any]:
    given, family = repair(command.given_name), repair(command.family_name)
    if not given:
        raise Refused("NAME_MISSING")
    if command.birth_date is not None and command.birth_date > today:
        raise Refused("BIRTH_IN_FUTURE", {"birth_date": command.birth_date.isoformat()})
    if command.applied_on > today:
        raise Refused("APPLIED_IN_FUTURE", {"applied_on": command.applied_on.isoformat()})
    if desk.rulebook.rules.contribution.cadence(command.cadence) is None:
        raise Refused("CADENCE_UNKNOWN", {"cadence": command.cadence})
    villages = village_ids(w)
    if command.moo not in villages:
        raise NotFound("VILLAGE_UNKNOWN", {"moo": command.moo})
    member_no = command.member_no.strip() or next_member_no(w)
    if member_by_no(w, member_no) is not None:
        raise Refused("MEMBER_NO_TAKEN", {"member_no": member_no})
    return {
        "member_no": member_no,
        "national_id": _national_id(w, command.national_id),
        "cadence": command.cadence,
        "birth_date": command.birth_date,
        "phone": command.phone.strip() or None,
        "heir_name": repair(command.heir_name) or None,
        "heir_relation": repair(command.heir_relation) or None,
        "village_id": villages[command.moo],
        **name_columns(repair(command.title), given, family, repair(command.house_no), member_no),
    }


def _national_id(w: Writer, told: str) -> str | None:
    if not told.strip():
        return None
    reading = check(told)
    if reading.value is None or reading.code in {"ID_LENGTH", "ID_CHECK_DIGIT"}:
        raise Refused(reading.code or "ID_LENGTH", {"national_id": told[:40]})
    other = member_by_national_id(w, reading.value)
    if other is not None:
        raise Refused("ID_TAKEN", {"member_no": other.member_no, "name": other.name})
    return reading.value


def name_columns(title: str, given: str, family: str, house_no: str, member_no: str) -> dict[str, Any]:
    """The name and house of a member with the stored keys for sorting and search."""
    return {
        "title": title,
        "given_name": given,
        "family_name": family,
        "name_sort": thai_key(f"{given} {family}".strip()),
        "search": search_key(f"{title}{given} {family} {member_no} {house_no}"),
        "house_no": house_no or None,
        "house_sort": house_key(house_no),
    }
