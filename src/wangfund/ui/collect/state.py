"""What the page เก็บเงินสมทบ knows while the fund is open, and what stays of it over a power cut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from wangfund.domain.errors import Refused
from wangfund.thai.period import Period
from wangfund.ui.collect.sheet_entry import SheetEntry, SheetLine
from wangfund.ui.drafts import Drafts
from wangfund.ui.widgets.member_search import MemberSearch
from wangfund.ui.widgets.typed import Typed, typed_money
from wangfund.usecases.record_round import RecordRound, VillageRound
from wangfund.usecases.round_view import RoundView
from wangfund.usecases.rounds_of_month import MonthRounds, VillageLine

DRAFT = "collect/"


@dataclass(slots=True)
class OpenSheet:
    """A village's sheet on the desk: its entry, the day the money came, and the cash counted as typed.

    `pieces` is what the count piece by piece keeps, "" when only the sum was typed.
    """

    entry: SheetEntry
    on: date
    counted: str = ""
    pieces: str = ""

    @property
    def counted_satang(self) -> int | None:
        """The cash counted; None: not yet, or no amount to be trusted."""
        return self.counted_typed.value

    @property
    def counted_typed(self) -> Typed[int]:
        """What was typed as counted."""
        return typed_money(self.counted)

    @property
    def name(self) -> str:
        """How its draft is called."""
        return draft_name(self.entry.view.sheet.month, self.entry.view.sheet.moo)

    def draft(self) -> dict[str, Any]:
        """All that was typed; `token` tells the sheet it was typed for."""
        return {
            "token": self.entry.view.sheet.token,
            "on": self.on.isoformat(),
            "counted": self.counted,
            "pieces": self.pieces,
            **self.entry.draft(),
        }

    def command(self) -> RecordRound:
        """The round to post: under the token the sheet had when it was opened, so that it is posted once."""
        sheet, paid = self.entry.view.sheet, self.entry.paid
        keyed = {member: amount for member, amount in paid.items() if amount}
        return RecordRound(
            sheet.month, self.on, [VillageRound(sheet.moo, keyed, self.counted_satang, sheet.token)]
        )

    def empty(self) -> None:
        """It was posted: nothing of it is half typed any more."""
        self.entry.paid.clear()
        self.counted = self.pieces = ""

    @property
    def worth_keeping(self) -> bool:
        """Whether anything was typed."""
        return bool(self.entry.paid or self.counted.strip() or self.pieces)


@dataclass(slots=True)
class CollectState:
    """Lives as long as the fund is open: the month, the village under the mark, and the sheet on the desk.

    `pieces` are counts of rounds posted while the fund was open, by round id, for their slips; `said` is what was done
    last; `search` finds members at the counter once the register was read.
    """

    month: Period | None = None
    chosen: int | None = None
    rounds: MonthRounds | None = None
    sheet: OpenSheet | None = None
    posted: RoundView | None = None
    said: str = ""
    search: MemberSearch | None = None
    pieces: dict[int, dict[int, int]] = field(default_factory=dict)


def draft_name(month: Period, moo: int) -> str:
    """The draft of a village's sheet: 'collect/2569-10/9'."""
    return f"{DRAFT}{month.be_year}-{month.month:02d}/{moo}"


def open_sheet(view: RoundView, drafts: Drafts, *, again: bool = False) -> tuple[OpenSheet, list[SheetLine]]:
    """Put a sheet on the desk with what was half typed of it; gives the lines whose due has changed since.

    A draft of a sheet that was posted meanwhile is dropped.
    """
    sheet = OpenSheet(SheetEntry(view, again or bool(view.posted)), view.today)
    kept = drafts.kept(sheet.name)
    if kept is None:
        return sheet, []
    if kept.get("token") != view.sheet.token:
        drafts.drop(sheet.name)
        return sheet, []
    sheet.counted, sheet.pieces = _text(kept, "counted"), _text(kept, "pieces")
    sheet.on = _day(kept, view.today)
    return sheet, sheet.entry.fill(kept)


def has_draft(line: VillageLine, month: Period, drafts: Drafts) -> bool:
    """Whether a village's sheet is half typed."""
    kept = drafts.kept(draft_name(month, line.moo))
    return kept is not None and kept.get("token") == line.token


def check_day(day: date, first_open: Period, today: date) -> date:
    """A day money may be received on.

    Raises:
        Refused: DATE_IN_FUTURE, PERIOD_CLOSED.
    """
    if day > today:
        raise Refused("DATE_IN_FUTURE", {"date": day.isoformat(), "today": today.isoformat()})
    if Period.of(day) < first_open:
        raise Refused("PERIOD_CLOSED", {"period": Period.of(day).iso, "first_open": first_open.iso})
    return day


def _text(kept: Mapping[str, Any], name: str) -> str:
    found = kept.get(name)
    return found if isinstance(found, str) else ""


def _day(kept: Mapping[str, Any], today: date) -> date:
    try:
        return min(date.fromisoformat(_text(kept, "on")), today)
    except ValueError:
        return today
