"""What is typed on the page and not saved yet: the count, who counted and saw, the banks' balances, the resolution."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from wangfund.domain.papers.cash_count import PIECES
from wangfund.thai.money_text import format_baht
from wangfund.ui.widgets.typed import Typed, typed_money, typed_number

MOST_PIECES: Final = 100_000


@dataclass(frozen=True, slots=True)
class Counted:
    """A count as it was typed: pieces by their worth in satang; `wrong` when a number of it cannot be read."""

    counts: Mapping[int, int]
    begun: bool
    wrong: bool

    @property
    def total_satang(self) -> int:
        """What could be read of it."""
        return sum(piece * pieces for piece, pieces in self.counts.items())


def read_count(text: str) -> Counted:
    """A count as the widget of the cash count keeps it: JSON, satang of the piece -> what was typed."""
    try:
        told: Any = json.loads(text) if text else {}
    except ValueError:
        told = {}
    typed = {k: v for k, v in told.items() if isinstance(v, str)} if isinstance(told, dict) else {}
    counts: dict[int, int] = {}
    wrong = begun = False
    for piece in PIECES:
        found = typed_number(typed.get(str(piece), ""), high=MOST_PIECES)
        begun = begun or bool(typed.get(str(piece), "").strip())
        wrong = wrong or found.wrong
        if found.value:
            counts[piece] = found.value
    return Counted(counts, begun, wrong)


@dataclass(slots=True)
class Inputs:
    """Kept as a draft, so that a power cut and a larger text cost no typing. `banks`: the bank's name -> as typed."""

    count: str = ""
    counted_on: date | None = None
    counted_at: str = ""
    counter: str = ""
    witness: str = ""
    banks: dict[str, str] = field(default_factory=dict)
    resolution: str = ""

    @property
    def counted(self) -> Counted:
        """The count as far as it was typed."""
        return read_count(self.count)

    def bank(self, name: str) -> Typed[int]:
        """What a bank's passbook is said to hold."""
        return typed_money(self.banks.get(name, ""))

    def say_bank(self, name: str, satang: int | None) -> None:
        """Take over what the stored draft says of a bank, where nothing was typed."""
        if satang is not None and not self.banks.get(name):
            self.banks[name] = format_baht(satang)

    @property
    def empty(self) -> bool:
        """Whether nothing was typed that would be missed."""
        return not (self.count or self.resolution or any(self.banks.values()))

    def as_draft(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "count": self.count,
            "counted_on": "" if self.counted_on is None else self.counted_on.isoformat(),
            "counted_at": self.counted_at,
            "counter": self.counter,
            "witness": self.witness,
            "banks": dict(self.banks),
            "resolution": self.resolution,
        }


def from_draft(kept: Mapping[str, Any] | None) -> Inputs:
    """Read a draft back; what is damaged in it counts as not typed."""
    told = kept or {}

    def text(name: str) -> str:
        found = told.get(name)
        return found if isinstance(found, str) else ""

    banks = told.get("banks")
    try:
        counted_on = date.fromisoformat(text("counted_on")) if text("counted_on") else None
    except ValueError:
        counted_on = None
    return Inputs(
        count=text("count"),
        counted_on=counted_on,
        counted_at=text("counted_at"),
        counter=text("counter"),
        witness=text("witness"),
        banks={k: v for k, v in banks.items() if isinstance(k, str) and isinstance(v, str)}
        if isinstance(banks, dict)
        else {},
        resolution=text("resolution"),
    )
