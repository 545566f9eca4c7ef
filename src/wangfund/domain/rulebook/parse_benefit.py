"""One benefit of a rulebook read from its TOML table."""

from __future__ import annotations

import json
import re

from wangfund.domain.rulebook.model import (
    PEOPLE,
    AmountPart,
    Benefit,
    Cap,
    Example,
    Exclusion,
    FactWord,
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
    WaitingTime,
    YearBasis,
)
from wangfund.domain.rulebook.parse_fact import in_satang, read_condition, read_fact
from wangfund.domain.rulebook.parse_membership import month_day
from wangfund.domain.rulebook.parse_waiting import read_waiting_time
from wangfund.domain.rulebook.table_reader import TableReader

_CODE = re.compile(r"[A-Z][A-Z0-9_]{1,30}")
_OF_FACT = frozenset({PartKind.PER_UNIT, PartKind.CHOICE, PartKind.ACTUAL})
_BY_LENGTH = frozenset({PartKind.TIERS, PartKind.PER_YEAR})


def read_benefit(table: TableReader) -> Benefit:
    """A benefit from its table."""
    code = reason_code(table, "code")
    waiting = table.word("waiting", Waiting)
    pay_days = table.table_or_none("pay_days")
    exclusion = table.table_or_none("exclusive_with")
    facts = tuple(read_fact(one) for one in table.tables("facts"))
    conditions = [read_condition(one, with_reason=True) for one in table.tables("conditions")]
    benefit = Benefit(
        code=code,
        name=table.text("name"),
        clause=table.clause,
        codi_kind=table.whole_or_none("codi_kind", low=1, high=13),
        cash=table.flag("cash", default=True),
        who=_people(table),
        event=table.text("event"),
        waiting=waiting,
        wait=read_waiting_time(table.table("wait")) if waiting is Waiting.OWN else WaitingTime(),
        min_years=table.whole("min_years", 0, high=100),
        needs_standing=table.flag("needs_standing", default=True),
        deadline_days=table.whole_or_none("deadline_days", low=1, high=3660),
        year=_year(table),
        unit=table.text("unit", ""),
        facts=facts,
        pay_days=None if pay_days is None else _pay_days(pay_days),
        conditions=tuple(in_satang(one, facts) for one in conditions),
        parts=tuple(_part(one, facts) for one in table.tables("amounts", required=True)),
        shared_by=table.text("shared_by", ""),
        caps=read_caps(table, "caps", code),
        once=tuple(_once(one) for one in table.tables("once")),
        exclusion=None if exclusion is None else _exclusion(exclusion),
        documents=table.texts("documents", ()),
        heir=table.word("heir", Heir, Heir.NONE),
        by_resolution=table.flag("by_resolution", default=False),
        bank_above_cash_limit=table.flag("bank_above_cash_limit", default=False),
        examples=tuple(_example(one, code) for one in table.tables("examples")),
    )
    table.done()
    return benefit


def read_caps(table: TableReader, key: str, own: str | None) -> tuple[Cap, ...]:
    """The caps under a key, less those whose number is still open; with `own` None they name their benefits."""
    return tuple(cap for cap in (_cap(one, own) for one in table.tables(key)) if not cap.says_nothing)


def _cap(table: TableReader, own: str | None) -> Cap:
    said = sum(table.has(word) for word in ("units", "times", "baht"))
    cap = Cap(
        per=table.word("per", Per),
        scope=table.word("scope", Scope, Scope.MEMBER),
        clause=table.clause,
        benefits=table.texts("benefits") if own is None else (own,),
        units=table.whole_or_none("units"),
        times=table.whole_or_none("times"),
        amount_satang=table.baht_or_none("baht"),
        year=_year(table),
    )
    if said != 1:
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
    if not people or len(set(people)) < len(people) or any(person not in PEOPLE for person in people):
        table.bad("who", " ".join(PEOPLE))
    return people


def _pay_days(table: TableReader) -> PayDays:
    days = [month_day(table, "days", text) for text in table.texts("days")]
    reason = reason_code(table, "reason")
    says = table.text("says", "")
    table.done()
    return PayDays(tuple(day for day in days if day is not None), reason, table.clause, says)


def _part(table: TableReader, facts: tuple[FactWord, ...]) -> AmountPart:
    kind = table.word("kind", PartKind)
    when = table.table_or_none("when")
    tiers = kind is PartKind.TIERS
    per_year = kind is PartKind.PER_YEAR
    part = AmountPart(
        kind=kind,
        clause=table.clause,
        amount_satang=0 if kind in {PartKind.TIERS, PartKind.CHOICE} else table.baht("baht"),
        fact=table.text("fact") if kind in _OF_FACT else "",
        counted=table.flag("counted", default=False) if kind is PartKind.PER_UNIT else False,
        when=None if when is None else in_satang(read_condition(when, with_reason=False), facts),
        by=table.word("by", TierBase, TierBase.MEMBERSHIP if per_year else None)
        if kind in _BY_LENGTH
        else TierBase.MEMBERSHIP,
        tiers=tuple(_tier(one) for one in table.tables("tiers", required=True)) if tiers else (),
        below=reason_code(table, "below", "") if tiers else "",
        options=table.moneys("options") if kind is PartKind.CHOICE else (),
        percent=table.whole("percent", 100, low=1, high=100) if kind is PartKind.ACTUAL else 100,
        above=table.whole("above_years", 0, high=100) if per_year else 0,
        floor_satang=table.baht("floor_baht", 0) if per_year else 0,
        ceiling_satang=table.baht("ceiling_baht", 0) if per_year else 0,
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
        per=table.word("per", Per, Per.YEAR),
        says=table.text("says", ""),
    )
    table.done()
    return exclusion


def _year(table: TableReader) -> YearBasis | None:
    return table.word("year", YearBasis) if table.says("year") else None


def _example(table: TableReader, benefit: str) -> Example:
    """An example as one case of a case file; its claim is of this benefit."""
    said = {key: table.plain(key) for key in ("member", "claim", "expect")}
    if table.has("history"):
        said["history"] = table.plain("history")
    claim = said["claim"]
    if isinstance(claim, dict):
        said["claim"] = {"benefit": benefit, **claim}
    name = table.text("case")
    table.done()
    case = json.dumps({"case": name, **said}, ensure_ascii=False, sort_keys=True)
    return Example(name, table.clause, case)
