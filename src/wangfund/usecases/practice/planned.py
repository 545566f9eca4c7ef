"""A claim that somebody of a practice fund will make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PlannedClaim:
    """Somebody will ask for a benefit: whose life (by its place), what is told, and on which day.

    `to_heir` is paid to the heir though the benefit itself names none; `payee` is somebody else who is paid ("" the
    member or her heir); `blemish` says which lesson it is for.
    """

    life: int
    benefit: str
    told: dict[str, object]
    claimed_on: date
    to_heir: bool = False
    blemish: str = ""
    payee: str = ""
