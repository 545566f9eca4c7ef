"""Which months of a spell are covered, and the part payments that wait to cover one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from wangfund.store import tables as t
from wangfund.store.books import Reader, Writer
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A run of covered months of a spell: since which day, how, and the entry whose money covers them."""

    id: int
    spell_id: int
    first_month: Period
    last_month: Period
    kind: str
    covered_on: date
    entry_id: int | None


# Spelt as in ix_receipt_credit: SQLite uses a partial index only when the words are the same, not for a bound 0.
_HAS_CREDIT = sa.text("receipt.credit_satang <> 0")
_C = t.coverage.c
_REVERSAL = t.entry.alias("reversal")
_CREDITS = (
    sa.select(t.receipt.c.spell_id, sa.func.sum(t.receipt.c.credit_satang))
    .outerjoin(_REVERSAL, _REVERSAL.c.reverses_id == t.receipt.c.entry_id)
    .where(
        t.receipt.c.spell_id.in_(sa.bindparam("spells", expanding=True)),
        _HAS_CREDIT,
        _REVERSAL.c.id.is_(None),
    )
    .group_by(t.receipt.c.spell_id)
)
_FIRST_CODE, _LAST_CODE = (
    sa.type_coerce(_C.first_month, sa.Integer),
    sa.type_coerce(_C.last_month, sa.Integer),
)
_STANDING = (_C.spell_id.in_(sa.bindparam("spells", expanding=True)), _C.reversed_by.is_(None))
_RUNS = (
    sa.select(_C.spell_id, _FIRST_CODE, _LAST_CODE).where(*_STANDING).order_by(_C.spell_id, _C.first_month)
)
# Runs never overlap (a guard), so as many months as from the first to the last are one run without a hole.
_MONTHS = sa.func.sum(
    (_LAST_CODE // 100 * 12 + _LAST_CODE % 100) - (_FIRST_CODE // 100 * 12 + _FIRST_CODE % 100) + 1
)
_WHOLE = (
    sa.select(_C.spell_id, sa.func.min(_FIRST_CODE), sa.func.max(_LAST_CODE), _MONTHS)
    .where(*_STANDING)
    .group_by(_C.spell_id)
)
_SELECT = sa.select(
    _C.id, _C.spell_id, _C.first_month, _C.last_month, _C.kind, _C.covered_on, _C.entry_id
).where(_C.reversed_by.is_(None))
_OF_SPELL = _SELECT.where(_C.spell_id == sa.bindparam("spell")).order_by(_C.first_month)


def coverage_of(r: Reader, spell_id: int) -> tuple[CoverageRow, ...]:
    """The covered months of a spell, oldest first; reversed ones left out. Reads only."""
    return tuple(CoverageRow(*row) for row in r.rows(_OF_SPELL, {"spell": spell_id}))


def coverage_of_many(r: Reader, spell_ids: Sequence[int]) -> dict[int, list[tuple[Period, Period]]]:
    """Covered months (first, last) of each spell, oldest first; spells without any are left out. Reads only.

    Runs that touch come as one: a member who paid every month for years has one run.
    """
    found: dict[int, list[tuple[Period, Period]]] = {}
    holed: list[int] = []
    for part in _parts(spell_ids):
        for spell_id, first, last, months in r.rows(_WHOLE, {"spells": part}):
            start, end = Period.from_code(first), Period.from_code(last)
            if start.months_until(end) + 1 == months:
                found[spell_id] = [(start, end)]
            else:
                holed.append(spell_id)
    for part in _parts(holed):
        for spell_id, first, last in _joined(r.rows(_RUNS, {"spells": part})):
            found.setdefault(spell_id, []).append((Period.from_code(first), Period.from_code(last)))
    return found


def _parts(spell_ids: Sequence[int]) -> Iterator[list[int]]:
    for start in range(0, len(spell_ids), 400):
        yield list(spell_ids[start : start + 400])


def _joined(rows: Iterable[Sequence[int]]) -> Iterator[tuple[int, int, int]]:
    """Runs of (spell, first, last) month codes, in order, joined where one begins the month after another ends."""
    spell = first = last = after = 0
    for row_spell, row_first, row_last in rows:
        if row_spell == spell and row_first == after:
            last = row_last
        else:
            if spell:
                yield spell, first, last
            spell, first, last = row_spell, row_first, row_last
        after = last + 1 if last % 100 < 12 else last + 89
    if spell:
        yield spell, first, last


def credits_of(r: Reader, spell_ids: Sequence[int]) -> dict[int, int]:
    """Part payments standing to each spell's credit, in satang; zero ones left out. Reads only.

    Credit of a receipt whose entry was reversed no longer stands.
    """
    found: dict[int, int] = {}
    for part in _parts(spell_ids):
        found.update({spell: amount for spell, amount in r.rows(_CREDITS, {"spells": part}) if amount})
    return found


def reverse_coverage(w: Writer, entry_id: int, reversal_id: int) -> int:
    """Open again the months an entry had covered; gives how many runs. Writes."""
    return w.change(
        sa.update(t.coverage)
        .where(_C.entry_id == entry_id, _C.reversed_by.is_(None))
        .values(reversed_by=reversal_id)
    )


def months_paid_ahead(r: Reader, month: Period, on: date) -> int:
    """How many months after `month` were covered by money at a day's end, for spells open then. Reads only."""
    reversal = t.entry.alias("reversal")
    rows = r.rows(
        sa.select(_C.first_month, _C.last_month)
        .join(t.spell, t.spell.c.id == _C.spell_id)
        .outerjoin(reversal, reversal.c.id == _C.reversed_by)
        .where(
            _C.last_month > month,
            _C.covered_on <= on,
            sa.or_(_C.reversed_by.is_(None), reversal.c.date > on),
            _C.kind.in_(("payment", "setoff", "declared")),
            sa.or_(t.spell.c.ended_on.is_(None), t.spell.c.ended_on > on),
        )
    )
    return sum(max(first, month.plus(1)).months_until(last) + 1 for first, last in rows)


def delete_declared(w: Writer, spell_id: int, since: Period | None = None) -> int:
    """Take declared coverage of a spell out, from a month on (None: all); for the undo of an import. Writes."""
    which = [_C.spell_id == spell_id, _C.kind == "declared"]
    if since is not None:
        which.append(_C.first_month >= since)
    return w.change(sa.delete(t.coverage).where(*which))


def all_coverage(r: Reader, on: date, kind: str = "") -> dict[int, list[tuple[Period, Period]]]:
    """Covered months (first, last) of every spell as at a day's end, oldest first; of one kind if told. Reads only."""
    reversal = t.entry.alias("reversal")
    found: dict[int, list[tuple[Period, Period]]] = {}
    months: dict[int, Period] = {}
    rows = r.rows(
        sa.select(
            _C.spell_id, sa.type_coerce(_C.first_month, sa.Integer), sa.type_coerce(_C.last_month, sa.Integer)
        )
        .outerjoin(reversal, reversal.c.id == _C.reversed_by)
        .where(_C.covered_on <= on, sa.or_(_C.reversed_by.is_(None), reversal.c.date > on))
        .where(*((_C.kind == kind,) if kind else ()))
        .order_by(_C.spell_id, _C.first_month)
    )
    for spell_id, first, last in rows:
        for code in (first, last):
            if code not in months:
                months[code] = Period.from_code(code)
        found.setdefault(spell_id, []).append((months[first], months[last]))
    return found
