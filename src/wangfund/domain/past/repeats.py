"""Whether two benefits paid before the program are the same one, told twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PastSame:
    """What tells one paid benefit from another: `once_key` None, nothing names its event."""

    member_id: int
    benefit: str
    event: date | None
    year: int
    gross_satang: int
    units: int
    once_key: str | None
    note: str


def is_same(one: PastSame, other: PastSame) -> bool:
    """The same event: by its key, or by member, benefit and day; without a day, when nothing at all differs."""
    if one.once_key is not None and one.once_key == other.once_key:
        return True
    if (one.member_id, one.benefit) != (other.member_id, other.benefit):
        return False
    if one.once_key is not None and other.once_key is not None:
        return False
    if one.event is not None and other.event is not None:
        return one.event == other.event
    return one == other
