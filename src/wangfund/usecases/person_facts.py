"""The facts of a person as they are typed, checked and turned into the register's columns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from wangfund.domain.errors import Finding, FundError, Refused, Values
from wangfund.domain.register.check_person import check_heir, check_house, check_name, check_phone
from wangfund.store.books import Reader
from wangfund.store.members import MemberRow, member_by_national_id
from wangfund.store.profile import village_ids
from wangfund.thai.digits import to_arabic
from wangfund.thai.names import full_title
from wangfund.thai.national_id import check
from wangfund.thai.repair import repair
from wangfund.thai.search_key import search_key
from wangfund.thai.sort_key import house_key, thai_key
from wangfund.usecases.desk import Desk

OLDEST = 120
"""No member is older: such a birth date is a slip of the keyboard."""


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What the register says of a person; "" and None where it says nothing."""

    title: str = ""
    given_name: str = ""
    family_name: str = ""
    national_id: str = ""
    birth_date: date | None = None
    house_no: str = ""
    moo: int = 0
    phone: str = ""
    heir_name: str = ""
    heir_relation: str = ""
    cadence: str = "M"


def facts_of(m: MemberRow) -> PersonFacts:
    """What the register says of a member now."""
    return PersonFacts(
        m.title,
        m.given_name,
        m.family_name,
        m.national_id or "",
        m.birth_date,
        m.house_no or "",
        m.moo,
        m.phone or "",
        m.heir_name or "",
        m.heir_relation or "",
        m.cadence,
    )


def tidy(told: PersonFacts) -> PersonFacts:
    """The same facts in the register's spelling: repaired, single-spaced, titles in full, digits Arabic."""
    reading = check(told.national_id)
    return PersonFacts(
        full_title(told.title),
        _line(told.given_name),
        _line(told.family_name),
        reading.value or told.national_id.strip(),
        told.birth_date,
        _line(to_arabic(told.house_no)),
        told.moo,
        _line(to_arabic(told.phone)),
        _line(told.heir_name),
        _line(told.heir_relation),
        told.cadence,
    )


def person_findings(
    r: Reader, desk: Desk, told: PersonFacts, today: date, *, but: int | None = None
) -> tuple[Finding, ...]:
    """Everything that keeps tidy facts out of the register, each naming its field; `but` is the member herself.

    NAME_MISSING, NAME_TOO_LONG, NAME_NOT_LETTERS, TEXT_UNPRINTABLE, TEXT_TOO_LONG, TEXT_NOT_WORDS, PHONE_NOT_DIGITS,
    NUMBER_OUT_OF_PLACE,
    BIRTH_IN_FUTURE, BIRTH_TOO_LONG_AGO, CADENCE_UNKNOWN, VILLAGE_UNKNOWN, ID_LENGTH, ID_CHECK_DIGIT, ID_TAKEN.
    Reads only.
    """
    return tuple(_findings(r, desk, told, today, but))


def columns_of(r: Reader, told: PersonFacts, member_no: str) -> dict[str, Any]:
    """The columns of tidy facts that nothing was found about, with the stored keys. Reads only."""
    return {
        "member_no": member_no,
        "national_id": told.national_id or None,
        "cadence": told.cadence,
        "birth_date": told.birth_date,
        "phone": told.phone or None,
        "heir_name": told.heir_name or None,
        "heir_relation": told.heir_relation or None,
        "village_id": village_ids(r)[told.moo],
        **name_columns(told.title, told.given_name, told.family_name, told.house_no, member_no),
    }


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


def refuse(findings: tuple[Finding, ...]) -> None:
    """Refuse for the first of some findings, telling all of them.

    Raises:
        Refused: the first finding's code.
    """
    if findings:
        raise Refused(findings[0].code, findings[0].values, findings)


@contextmanager
def at_field(field: str) -> Iterator[None]:
    """A refusal inside is about a field: it gets a finding that names it, unless it tells findings of its own."""
    try:
        yield
    except FundError as error:
        if not error.findings:
            error.findings = (Finding(error.code, field, values=error.values),)
        raise


def _findings(r: Reader, desk: Desk, told: PersonFacts, today: date, but: int | None) -> Iterator[Finding]:
    yield from check_name("given_name", told.given_name, required=True)
    yield from check_name("title", told.title)
    yield from check_name("family_name", told.family_name)
    born = told.birth_date
    if born is not None and born > today:
        yield Finding("BIRTH_IN_FUTURE", "birth_date", values={"birth_date": born.isoformat()})
    elif born is not None and today.year - born.year > OLDEST:
        too_old: Values = {"birth_date": born.isoformat(), "years": OLDEST}
        yield Finding("BIRTH_TOO_LONG_AGO", "birth_date", values=too_old)
    if desk.rulebook.rules.contribution.cadence(told.cadence) is None:
        yield Finding("CADENCE_UNKNOWN", "cadence", values={"cadence": told.cadence})
    if told.moo not in village_ids(r):
        yield Finding("VILLAGE_UNKNOWN", "moo", values={"moo": told.moo})
    yield from _about_id(r, told.national_id, but)
    yield from check_house(told.house_no)
    yield from check_phone(told.phone)
    yield from check_heir(told.heir_name, told.heir_relation)


def _about_id(r: Reader, told: str, but: int | None) -> Iterator[Finding]:
    if not told:
        return
    reading = check(told)
    if reading.value is None:
        yield Finding(reading.code or "ID_LENGTH", "national_id", values={"national_id": told[:40]})
        return
    other = member_by_national_id(r, reading.value)
    if other is not None and other.id != but:
        values = {"member_no": other.member_no, "name": other.name}
        yield Finding("ID_TAKEN", "national_id", values=values)


def _line(text: str) -> str:
    return " ".join(repair(text).split())
