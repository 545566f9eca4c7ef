"""A rulebook's TOML text read into a frozen `Rulebook`, or refused with every fault and its line."""

from __future__ import annotations

import re
from dataclasses import replace

from wangfund.domain.errors import Finding, Refused
from wangfund.domain.rulebook.model import (
    Cadence,
    ClaimRules,
    Contribution,
    Limits,
    OpenWord,
    Pools,
    Rulebook,
    YearBasis,
    YearlyCeiling,
)
from wangfund.domain.rulebook.parse_benefit import read_benefit, read_caps
from wangfund.domain.rulebook.parse_membership import read_membership
from wangfund.domain.rulebook.table_reader import Faults, TableReader
from wangfund.domain.rulebook.toml_text import line_of, load_toml

_OF_BENEFIT = re.compile(r"^benefits\[(\d+)\]")


def parse_rulebook(text: str) -> Rulebook:
    """A rulebook version from its TOML text.

    Only the form is judged here (words, keys, types, bounds); `check_rulebook` judges the sense. A word
    that says "?" is left to be filled: it is read as not said and stands in `open_words`.

    Raises:
        Refused: RULEBOOK_INVALID; its findings carry the path and the line (0: unknown) of each fault:
            RULEBOOK_TOO_LARGE, _TOO_DEEP, _NOT_TOML, _UNKNOWN_WORD, _MISSING_KEY, _WRONG_TYPE, _BAD_VALUE.
    """
    loaded = load_toml(text)
    if isinstance(loaded, Finding):
        raise Refused("RULEBOOK_INVALID", {"faults": 1}, (loaded,))
    faults = Faults(loaded.lines, may_leave_open=True)
    rulebook = _read(TableReader(loaded.tables, "", faults))
    if faults.found:
        raise Refused("RULEBOOK_INVALID", {"faults": len(faults.found)}, tuple(faults.found))
    lines: dict[str, int] = {}
    for path, line in faults.lines.items():
        lines.setdefault(_by_code(rulebook, path), line)
    return replace(rulebook, open_words=_open_words(rulebook, faults), lines=lines)


def _open_words(rulebook: Rulebook, faults: Faults) -> tuple[OpenWord, ...]:
    words = [
        OpenWord(_by_code(rulebook, path), line_of(faults.lines, path), clause)
        for path, clause in faults.left_open.items()
    ]
    return tuple(sorted(words, key=lambda word: word.line))


def _by_code(rulebook: Rulebook, path: str) -> str:
    """A path with its benefit named by code instead of place."""
    found = _OF_BENEFIT.match(path)
    if found is None:
        return path
    return f"benefits.{rulebook.benefits[int(found[1])].code}{path[found.end() :]}"


def _read(top: TableReader) -> Rulebook:
    head = top.table("rulebook")
    ceiling = top.table_or_none("yearly_ceiling")
    rulebook = Rulebook(
        rulebook_id=head.text("id"),
        name=head.text("name"),
        version=head.whole("version", low=1),
        effective_from=head.day("effective_from"),
        resolution=head.text("resolution", ""),
        fiscal_year_starts=head.whole("fiscal_year_starts", 1, low=1, high=12),
        contribution=_contribution(top.table("contribution")),
        membership=read_membership(top.table("membership")),
        pools=_pools(top.table("pools")),
        limits=_limits(top.table("limits")),
        claims=_claims(top.table("claims")),
        yearly_ceiling=None if ceiling is None else _yearly_ceiling(ceiling),
        shared_caps=read_caps(top, "shared_caps", None),
        benefits=tuple(read_benefit(one) for one in top.tables("benefits", required=True)),
    )
    head.done()
    top.done()
    return rulebook


def _contribution(table: TableReader) -> Contribution:
    cadences = []
    for one in table.tables("cadences", required=True):
        cadences.append(
            Cadence(
                code=one.text("code"),
                name=one.text("name"),
                amount_satang=_above_zero(one, "amount_baht"),
                months=one.whole("months", low=1, high=600),
            )
        )
        one.done()
    price = _above_zero(table, "month_price_baht")
    dearest = max((one.amount_satang // one.months for one in cadences), default=0)
    contribution = Contribution(
        clause=table.clause,
        entry_fee_satang=table.baht("entry_fee_baht", 0),
        month_price_satang=price if table.says("month_price_baht") else max(dearest, 1),
        cadences=tuple(cadences),
    )
    table.done()
    return contribution


def _pools(table: TableReader) -> Pools:
    shares = table.table("shares")
    cut = []
    for source in shares.keys():  # noqa: SIM118 (a reader is no dict)
        parts = shares.table_or_none(source)
        if parts is None:
            continue
        cut.append((source, tuple((pool, parts.whole(pool, high=100)) for pool in parts.keys())))  # noqa: SIM118
    pools = Pools(
        clause=table.clause,
        names=table.texts("names"),
        shares=tuple(cut),
        as_donor_states=table.texts("as_donor_states", ()),
        benefits_from=table.text("benefits_from"),
        admin=table.text("admin"),
        admin_max_percent=table.whole("admin_max_percent", high=100),
        admin_warn_percent=table.whole("admin_warn_percent", high=100),
    )
    table.done()
    return pools


def _limits(table: TableReader) -> Limits:
    cash = table.table("cash")
    in_hand = cash.baht("in_hand_max_baht")
    limits = Limits(
        clause=table.clause,
        approval_limit_satang=table.baht("committee_up_to_baht"),
        committee_signatures=table.whole("committee_signatures", low=1, high=20),
        above_by_resolution=table.flag("above_by_resolution", default=False),
        cash_clause=cash.clause,
        cash_in_hand_max_satang=in_hand,
        cash_payment_max_satang=cash.baht("payment_max_baht", in_hand),
        bank_within_working_days=cash.whole("bank_within_working_days", high=60),
        bank_signatories=cash.whole("bank_signatories", low=1, high=20),
        bank_sign_any=cash.whole("bank_sign_any", low=1, high=20),
    )
    cash.done()
    table.done()
    return limits


def _claims(table: TableReader) -> ClaimRules:
    rules = ClaimRules(
        clause=table.clause,
        papers_clause=table.text("papers_clause", table.clause),
        heir_clause=table.text("heir_clause", table.clause),
    )
    table.done()
    return rules


def _yearly_ceiling(table: TableReader) -> YearlyCeiling:
    ceiling = YearlyCeiling(
        clause=table.clause,
        amount_satang=table.baht("amount_baht"),
        year=table.word("year", YearBasis),
        except_benefits=table.texts("except_benefits", ()),
    )
    table.done()
    return ceiling


def _above_zero(table: TableReader, key: str) -> int:
    satang = table.baht(key)
    if satang == 0 and table.says(key):
        table.bad(key, "baht")
    return max(satang, 1)
