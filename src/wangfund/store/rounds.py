"""Collection rounds: one row for each village's sheet that came back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from wangfund.store import tables as t
from wangfund.store.books import Reader, Writer
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A village's collection for a month: what the sheet asked to hand over and what was counted, satang."""

    id: int
    token: str
    fiscal_year: int
    number: int
    month: Period
    moo: int
    collector: str
    returned_on: date
    sheet_satang: int
    counted_satang: int


_R = t.round_.c
_SELECT = sa.select(
    _R.id,
    _R.token,
    _R.fiscal_year,
    _R.number,
    _R.month,
    t.village.c.moo,
    sa.func.coalesce(_R.collector, ""),
    _R.returned_on,
    _R.sheet_satang,
    _R.counted_satang,
).join(t.village, t.village.c.id == _R.village_id)
_BY_TOKEN = _SELECT.where(_R.token == sa.bindparam("token"))
_BY_ID = _SELECT.where(_R.id == sa.bindparam("id"))
_BY_MONTH = _SELECT.where(_R.month == sa.bindparam("month")).order_by(t.village.c.moo, _R.id)
_LAST_NUMBER = sa.select(sa.func.coalesce(sa.func.max(_R.number), 0)).where(
    _R.fiscal_year == sa.bindparam("year")
)


def round_with_token(r: Reader, token: str) -> RoundRow | None:
    """The round made from a sheet, None if that sheet was not posted yet. Reads only."""
    row = r.first(_BY_TOKEN, {"token": token})
    return None if row is None else RoundRow(*row)


def round_by_id(r: Reader, round_id: int) -> RoundRow | None:
    """A round by its id. Reads only."""
    row = r.first(_BY_ID, {"id": round_id})
    return None if row is None else RoundRow(*row)


def rounds_of_month(r: Reader, month: Period) -> tuple[RoundRow, ...]:
    """The rounds that collected for a month, by village and number. Reads only."""
    return tuple(RoundRow(*row) for row in r.rows(_BY_MONTH, {"month": month}))


def rounds_by_id(r: Reader, ids: Collection[int]) -> tuple[RoundRow, ...]:
    """Some rounds, by number. Reads only."""
    if not ids:
        return ()
    rows = r.rows(_SELECT.where(_R.id.in_(sorted(ids))).order_by(_R.fiscal_year, _R.number))
    return tuple(RoundRow(*row) for row in rows)


def insert_round(
    w: Writer,
    *,
    token: str,
    fiscal_year: int,
    month: Period,
    village_id: int,
    collector: str,
    returned_on: date,
    sheet_satang: int,
    counted_satang: int,
) -> int:
    """Write a round under the year's next number; a token twice is refused by the file. Writes."""
    round_id = w.next_id(t.round_)
    last = w.value(_LAST_NUMBER, {"year": fiscal_year})
    w.insert(
        t.round_,
        [
            {
                "id": round_id,
                "token": token,
                "fiscal_year": fiscal_year,
                "number": int(last) + 1,
                "month": month,
                "village_id": village_id,
                "collector": collector or None,
                "returned_on": returned_on,
                "sheet_satang": sheet_satang,
                "counted_satang": counted_satang,
            }
        ],
    )
    return round_id
