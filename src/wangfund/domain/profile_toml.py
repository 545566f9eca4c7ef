"""A fund's profile from its TOML text, or refused with every fault and its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from wangfund.domain.profile import Bank, Officer, Profile, Village
from wangfund.domain.rulebook.table_reader import Faults, TableReader
from wangfund.domain.toml_faults import opened_text, refuse_faults
from wangfund.thai.dates import parse_civil_date
from wangfund.thai.period import Period
from wangfund.thai.repair import repair

_Read = TypeVar("_Read")
_RESERVED = frozenset({"cash", "bank"})
"""Words the commands use for places; a bank may not be called so."""


def parse_profile(text: str) -> Profile:
    """A profile from its TOML text; days and months may be B.E. (from 2400 on) or C.E.

    Raises:
        Refused: PROFILE_INVALID with findings PROFILE_NOT_TOML, _TOO_LARGE, _TOO_DEEP, _MISSING_KEY,
            _UNKNOWN_WORD, _WRONG_TYPE, _BAD_VALUE (values: path, line, wanted) or _TWICE (path, line, value).
    """
    top, faults = opened_text(text, "PROFILE")
    profile = Profile(
        name=repair(top.text("name")),
        tambon=repair(top.text("tambon")),
        amphoe=repair(top.text("amphoe")),
        province=repair(top.text("province")),
        founded_on=_read(top, "founded_on", parse_civil_date, date.min),
        books_from=_read(top, "books_from", Period.parse, Period(1, 1)),
        rulebook=top.text("rulebook"),
        villages=tuple(_village(one) for one in top.tables("villages", required=True)),
        banks=tuple(_bank(one) for one in top.tables("banks")),
        committee=tuple(_officer(one) for one in top.tables("committee")),
        fiscal_year_starts=top.whole("fiscal_year_starts", 1, low=1, high=12),
        receipts_per_book=top.whole("receipts_per_book", 50, low=1, high=1000),
        phone=top.text("phone", ""),
        population=top.whole("population", 0, high=1_000_000),
    )
    top.done()
    _once(faults, "villages", "moo", [str(village.moo) for village in profile.villages])
    _once(faults, "banks", "name", [bank.name for bank in profile.banks])
    refuse_faults(faults, "PROFILE")
    return profile


def _village(table: TableReader) -> Village:
    village = Village(
        table.whole("moo", low=1, high=99),
        repair(table.text("name", "")),
        repair(table.text("collector", "")),
    )
    table.done()
    return village


def _bank(table: TableReader) -> Bank:
    bank = Bank(repair(table.text("name")), table.text("number", ""))
    if bank.name.lower() in _RESERVED or "=" in bank.name:
        table.bad("name", "bank_name")
    table.done()
    return bank


def _officer(table: TableReader) -> Officer:
    officer = Officer(repair(table.text("role")), repair(table.text("name")))
    table.done()
    return officer


def _read(table: TableReader, key: str, read: Callable[[str], _Read], instead: _Read) -> _Read:
    told = table.text(key)
    if not told:
        return instead
    try:
        return read(told)
    except ValueError:
        table.bad(key, key)
        return instead


def _once(faults: Faults, table: str, key: str, values: list[str]) -> None:
    for place, value in enumerate(values):
        if value and value in values[:place]:
            faults.add("RULEBOOK_TWICE", f"{table}[{place}].{key}", value=value)
