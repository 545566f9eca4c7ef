"""Benefits paid before the books, as they lie in the file: they count, and no entry stands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from wangfund.store import tables as t
from wangfund.store.books import Reader, Writer


@dataclass(frozen=True, slots=True)
class PastBenefitRow:
    """One benefit paid before the books; `event_on` None: only its year (C.E.) is known."""

    id: int
    member_id: int
    benefit: str
    event_on: date | None
    year: int
    gross_satang: int
    units: int
    once_key: str | None
    note: str
    batch_id: int


_P = t.past_benefit.c
_SELECT = sa.select(
    _P.id,
    _P.member_id,
    _P.benefit,
    _P.event_on,
    _P.year,
    _P.gross_satang,
    _P.units,
    _P.once_key,
    _P.note,
    _P.batch_id,
).order_by(_P.id)
# Asked by every assessment: built once.
_BY_MEMBER = _SELECT.where(_P.member_id == sa.bindparam("member"))
_BY_MEMBERS = _SELECT.where(_P.member_id.in_(sa.bindparam("members", expanding=True)))
_BY_KEY = _SELECT.where(_P.once_key == sa.bindparam("key"))
_BY_MARK = _SELECT.where(
    sa.func.substr(_P.once_key, sa.func.instr(_P.once_key, ":") + 1) == sa.bindparam("mark")
)
_BY_BATCH = _SELECT.where(_P.batch_id == sa.bindparam("batch"))


def past_of_member(r: Reader, member_id: int) -> tuple[PastBenefitRow, ...]:
    """What a member was paid before the books. Reads only."""
    return _rows(r, _BY_MEMBER, member=member_id)


def past_of_members(r: Reader, member_ids: Sequence[int]) -> tuple[PastBenefitRow, ...]:
    """What these members were paid before the books. Reads only."""
    return _rows(r, _BY_MEMBERS, members=list(member_ids))


def past_with_key(r: Reader, once_key: str) -> tuple[PastBenefitRow, ...]:
    """What was paid before the books under exactly this key. Reads only."""
    return _rows(r, _BY_KEY, key=once_key)


def past_with_mark(r: Reader, mark: str) -> tuple[PastBenefitRow, ...]:
    """What was paid before the books for the event of this name, whosever key it is. Reads only."""
    return _rows(r, _BY_MARK, mark=mark)


def past_of_batch(r: Reader, batch_id: int) -> tuple[PastBenefitRow, ...]:
    """What came in together. Reads only."""
    return _rows(r, _BY_BATCH, batch=batch_id)


def all_past(r: Reader) -> tuple[PastBenefitRow, ...]:
    """Everything that was paid before the books, as it came in. Reads only."""
    return _rows(r, _SELECT)


def insert_past(w: Writer, rows: Sequence[dict[str, Any]]) -> None:
    """Write what came in together. Writes."""
    first = w.next_id(t.past_benefit)
    w.insert(t.past_benefit, [{**row, "id": first + at} for at, row in enumerate(rows)])


def delete_past(w: Writer, batch_id: int) -> int:
    """Take a batch out that was marked undone; the chain keeps the tombstones. Gives how many rows. Writes."""
    return w.change(sa.delete(t.past_benefit).where(_P.batch_id == batch_id))


def decided_since(r: Reader, batch_id: int, member_ids: Sequence[int], once_keys: Sequence[str]) -> int:
    """How many decisions were made, after a batch came in, on claims of these members or under these keys. Reads only."""
    link = t.link.c
    came = r.value(
        sa.select(sa.func.min(link.no)).where(link.table_name == "import_batch", link.row_id == batch_id)
    )
    rows = r.rows(
        sa.select(t.claim.c.member_id, t.claim.c.once_key)
        .join(t.decision, t.decision.c.claim_id == t.claim.c.id)
        .join(t.link, sa.and_(link.table_name == "decision", link.row_id == t.decision.c.id))
        .where(link.no > came)
    )
    members, keys = set(member_ids), set(once_keys)
    return sum(1 for member, key in rows if member in members or key in keys)


def _rows(r: Reader, statement: sa.Select[Any], **values: Any) -> tuple[PastBenefitRow, ...]:
    return tuple(PastBenefitRow(*row) for row in r.rows(statement, values))
