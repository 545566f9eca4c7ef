"""One benefit of a rulebook read from its TOML table."""

from __future__ import annotations

import re

from wangfund.domain.rulebook.model import (
    AmountPart,
    Benefit,
    Cap,
    Exclusion,
    Heir,
    Once,
    OncePer,
    PartKind,
    PayDays,
    Per,
    Scope,
    Tier,
    TierBase,
    Waiting,
    YearBasis,
)
from wangfund.domain.rulebook.parse_fact import read_condition, read_fact
from wangfund.domain.rulebook.table_reader import TableReader

_CODE = re.compile(r"[A-Z][A-Z0-9_]{1,30}")
_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)")
_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PEOPLE = ("member", "spouse", "child", "parent", "household")


def read_benefit(table: TableReader) -> Benefit:
    """A benefit from its table."""
    code = reason_code(table, "code")
    pay_days = table.table_or_none("pay_days")
    exclusion = table.table_or_none("exclusive_with")
    benefit = Benefit(
        code=code,
        name=table.text("name"),
        clause=table.clause,
        codi_kind=table.whole_or_none("codi_kind", low=1, high=13),
        cash=table.flag("cash", default=True),
        who=_people(table),
        event=table.text("event"),
        waiting=table.word("waiting", Waiting),
        min_years=table.whole("min_years", 0, high=100),
        needs_standing=table.flag("needs_standing", default=True),
        deadline_days=table.whole_or_none("deadline_days", low=1, high=3660),
        year=table.word("year", YearBasis) if table.has("year") else None,
        unit=table.text("unit", ""),
        facts=tuple(read_fact(one) for one in table.tables("facts")),
        pay_days=None if pay_days is None else _pay_days(pay_days),
        conditions=tuple(read_condition(one, with_reason=True) for one in table.tables("conditions")),
        parts=tuple(_part(one) for one in table.tables("amounts", required=True)),
        caps=tuple(read_cap(one, code) for one in table.tables("caps")),
        once=tuple(_once(one) for one in table.tables("once")),
        exclusion=None if exclusion is None else _exclusion(exclusion),
        documents=table.texts("documents", ()),
        heir=table.word("heir", Heir, Heir.NONE),
        by_resolution=table.flag("by_resolution", default=False),
        bank_above_cash_limit=table.flag("bank_above_cash_limit", default=False),
    )
    table.done()
    return benefit


def read_cap(table: TableReader, own: str | None) -> Cap:
    """A cap; with `own` None it is shared and names its benefits itself."""
    cap = Cap(
        per=table.word("per", Per),
        scope=table.word("scope", Scope, Scope.MEMBER),
        clause=table.clause,
        benefits=table.texts("benefits") if own is None else (own,),
        units=table.whole_or_none("units"),
        times=table.whole_or_none("times"),
        amount_satang=table.baht_or_none("baht"),
    )
    if [cap.units, cap.times, cap.amount_satang].count(None) != 2:
        table.bad("per", "units-times-baht")
    table.done()
    return cap


def reason_code(table: TableReader, key: str, default: str | None = None) -> str:
    """A code in capitals, such as NO_NIGHT."""
    code = table.text(key, default)
    if code and not _CODE.fullmatch(code):
        table.bad(key, "CODE")
    return code


def _people(table: TableReader) -> tuple[str, ...]:
    people = table.texts("who", ("member",))
    if any(person not in _PEOPLE for person in people):
        table.bad("who", " ".join(_PEOPLE))
    return people


def _pay_days(table: TableReader) -> PayDays:
    days = []
    for text in table.texts("days"):
        found = _MONTH_DAY.fullmatch(text)
        month, day = (int(found[1]), int(found[2])) if found else (0, 0)
        if not 1 <= month <= 12 or not 1 <= day <= _DAYS_IN[month - 1]:
            table.bad("days", "MM-DD")
        else:
            days.append((month, day))
    reason = reason_code(table, "reason")
    table.done()
    return PayDays(tuple(days), reason, table.clause)


def _part(table: TableReader) -> AmountPart:
    kind = table.word("kind", PartKind)
    when = table.table_or_none("when")
    part = AmountPart(
        kind=kind,
        clause=table.clause,
        amount_satang=0 if kind in {PartKind.TIERS, PartKind.CHOICE} else table.baht("baht"),
        fact=table.text("fact") if kind in {PartKind.PER_UNIT, PartKind.CHOICE, PartKind.ACTUAL} else "",
        counted=table.flag("counted", default=False) if kind is PartKind.PER_UNIT else False,
        when=None if when is None else read_condition(when, with_reason=False),
        by=table.word("by", TierBase) if kind is PartKind.TIERS else TierBase.MEMBERSHIP,
        tiers=tuple(_tier(one) for one in table.tables("tiers", required=True))
        if kind is PartKind.TIERS
        else (),
        below=reason_code(table, "below", "") if kind is PartKind.TIERS else "",
        options=table.moneys("options") if kind is PartKind.CHOICE else (),
        floor_satang=table.baht("floor_baht", 0) if kind is PartKind.PER_YEAR else 0,
        ceiling_satang=table.baht("ceiling_baht", 0) if kind is PartKind.PER_YEAR else 0,
    )
    table.done()
    return part


def _tier(table: TableReader) -> Tier:
    tier = Tier(
        start=table.duration("from"),
        end=table.duration("to") if table.has("to") else None,
        amount_satang=table.baht("baht"),
        clause=table.clause,
    )
    table.done()
    return tier


def _once(table: TableReader) -> Once:
    per = table.word("per", OncePer)
    once = Once(
        per=per,
        key=table.text("key") if per is OncePer.KEY else "",
        scope=table.word("scope", Scope, Scope.MEMBER),
        clause=table.clause,
    )
    table.done()
    return once


def _exclusion(table: TableReader) -> Exclusion:
    top_up = table.flag("top_up", default=False)
    exclusion = Exclusion(
        benefits=table.texts("benefits"),
        top_up=top_up,
        up_to_satang=table.baht("up_to_baht") if top_up else 0,
        reason=reason_code(table, "reason"),
        clause=table.clause,
    )
    table.done()
    return exclusion
