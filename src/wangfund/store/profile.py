"""The fund's profile as it lies in the file: settings, villages, banks and committee."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from wangfund.domain.accounts import CHART, FIRST_BANK
from wangfund.domain.profile import Bank, Officer, Profile, Village
from wangfund.store import tables as t
from wangfund.store.books import Reader, Writer
from wangfund.thai.period import Period

_TEXTS = ("name", "tambon", "amphoe", "province", "rulebook", "phone")
_NUMBERS = ("fiscal_year_starts", "receipts_per_book", "population")


def write_profile(w: Writer, profile: Profile) -> None:
    """Write the profile of a new fund with its chart of accounts. Writes."""
    values = {key: str(getattr(profile, key)) for key in (*_TEXTS, *_NUMBERS)}
    values["founded_on"] = profile.founded_on.isoformat()
    values["books_from"] = profile.books_from.iso
    w.insert(t.setting, [{"key": key, "value": value} for key, value in sorted(values.items())])
    w.insert(
        t.village,
        [
            {"id": at, "moo": v.moo, "name": v.name, "collector": v.collector or None}
            for at, v in enumerate(profile.villages, 1)
        ],
    )
    codes = [str(int(FIRST_BANK) + at) for at in range(len(profile.banks))]
    w.insert(
        t.bank,
        [
            {"name": b.name, "number": b.number, "account": code, "closed_on": b.closed_on}
            for b, code in zip(profile.banks, codes, strict=True)
        ],
    )
    w.insert(
        t.officer,
        [
            {"role": o.role, "name": o.name, "position": at, "since": o.since, "until": o.until}
            for at, o in enumerate(profile.committee, 1)
        ],
    )
    accounts: list[dict[str, Any]] = [{"code": code, "name": None} for code in CHART]
    accounts += [{"code": code, "name": b.name} for b, code in zip(profile.banks, codes, strict=True)]
    w.insert(t.account, accounts)


# Asked by every act: built once.
_SETTINGS = sa.select(t.setting.c.key, t.setting.c.value)
_VILLAGES = sa.select(t.village.c.moo, t.village.c.name, t.village.c.collector).order_by(t.village.c.moo)
_VILLAGE_IDS = sa.select(t.village.c.id, t.village.c.moo).order_by(t.village.c.moo)
_BANKS = sa.select(
    t.bank.c.id, t.bank.c.name, t.bank.c.account, t.bank.c.number, t.bank.c.closed_on
).order_by(t.bank.c.account)
_OFFICERS = sa.select(t.officer.c.role, t.officer.c.name, t.officer.c.since, t.officer.c.until).order_by(
    t.officer.c.position, t.officer.c.id
)


def read_profile(r: Reader, on: date | None = None) -> Profile:
    """The profile of the fund; its committee as it was in office on a day, else those with no end written. Reads only."""
    profile = r.keep("profile", lambda: _read_profile(r))
    serving = tuple(o for o in profile.committee if (o.until is None if on is None else o.serves_on(on)))
    return profile if serving == profile.committee else replace(profile, committee=serving)


def _read_profile(r: Reader) -> Profile:
    """The profile with everybody who was ever on the committee."""
    values: dict[str, str] = {row[0]: row[1] for row in r.rows(_SETTINGS)}
    villages = r.rows(_VILLAGES)
    officers = r.rows(_OFFICERS)
    return Profile(
        name=values["name"],
        tambon=values["tambon"],
        amphoe=values["amphoe"],
        province=values["province"],
        founded_on=date.fromisoformat(values["founded_on"]),
        books_from=Period.parse(values["books_from"]),
        rulebook=values["rulebook"],
        villages=tuple(Village(moo, name, collector or "") for moo, name, collector in villages),
        banks=tuple(Bank(name, number, closed_on) for _, name, _, number, closed_on in r.rows(_BANKS)),
        committee=tuple(Officer(*row) for row in officers),
        fiscal_year_starts=int(values["fiscal_year_starts"]),
        receipts_per_book=int(values["receipts_per_book"]),
        phone=values["phone"],
        population=int(values["population"]),
    )


def bank_accounts(r: Reader) -> tuple[tuple[int, str, str], ...]:
    """The fund's banks as (id, name, account code), by account code; closed ones too. Reads only."""
    return r.keep("banks", lambda: tuple((row[0], row[1], row[2]) for row in r.rows(_BANKS)))


def closed_banks(r: Reader) -> dict[str, date]:
    """The day each closed bank account was closed on, by account code. Reads only."""
    return r.keep("closed banks", lambda: {row[2]: row[4] for row in r.rows(_BANKS) if row[4] is not None})


def village_ids(r: Reader) -> dict[int, int]:
    """Village ids by moo. Reads only."""
    return {moo: key for key, moo in r.rows(_VILLAGE_IDS)}


def add_villages(w: Writer, moos: list[int]) -> None:
    """Villages met in a register before anybody named them. Writes."""
    w.insert(t.village, [{"moo": moo, "name": "", "collector": None} for moo in moos])
