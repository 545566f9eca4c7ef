"""What the page ปิดงวด knows: the month, what was read of it, what is typed and not saved, and where the mark stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any, Final

from wangfund.domain.difference import Clue, clues
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.thai.period import Period
from wangfund.ui.close.inputs import Inputs, from_draft
from wangfund.usecases.close_checklist import BankAtClose, CloseChecklist
from wangfund.usecases.close_month import CloseMonth
from wangfund.usecases.count_sheet import CountSheet
from wangfund.usecases.months_to_close import ClosedMonth, MonthsToClose

STEPS: Final = ("rounds", "papers", "cash", "banks", "claims", "draft", "seal")
HISTORY: Final = "history"
NEXT: Final = "next"
_BANGKOK: Final = timezone(timedelta(hours=7))
_COUNTS: Final = ("เหรัญญิก", "ผู้ช่วยเหรัญญิก", "ประธาน")
_SEES: Final = ("กรรมการตรวจสอบภายใน", "กรรมการตรวจสอบ", "เลขานุการ", "กรรมการ", "ประธาน")


@dataclass(slots=True)
class CloseState:
    """Lives as long as the fund is open. `view` None: nothing read yet; `month` None: no month to close now.

    `sealed` is the month just closed on this page. `pack` is the one object whose figures the page, the PDF and the
    workbook show; it goes as soon as money moves.
    """

    months: MonthsToClose | None = None
    month: Period | None = None
    view: CloseChecklist | None = None
    inputs: Inputs = field(default_factory=Inputs)
    step: str = STEPS[0]
    bank: int = 0
    pack: MonthPack | None = None
    sealed: ClosedMonth | None = None
    backed_up: bool = False
    stale: bool = True

    def wanted(self, months: MonthsToClose) -> Period | None:
        """The month to show: the one chosen while it is still open or just closed, else the one to close now."""
        if self.sealed is not None and self.sealed.month == self.month:
            return self.month
        still = {month for month, _ in months.open_months}
        return self.month if self.month in still else months.due

    def turn_to(self, months: MonthsToClose, month: Period | None, kept: Mapping[str, Any] | None) -> None:
        """Take a month up (None: none is to be closed), with what was half typed for it."""
        self.months = months
        if month == self.month and (month is not None or self.step in {NEXT, HISTORY}):
            return
        self.month, self.sealed, self.backed_up = month, None, False
        self.inputs = from_draft(kept)
        self.step, self.bank, self.pack, self.view = STEPS[0] if month else NEXT, 0, None, None

    def leave_sealed(self) -> None:
        """What was just closed has been seen: the next month may come."""
        if self.sealed is not None:
            self.month = self.view = self.sealed = self.pack = None
            self.step = ""

    def take(self, view: CloseChecklist) -> None:
        """A new reading of the month."""
        first = self.view is None
        self.view, self.stale = view, False
        typed = self.inputs
        for bank in view.banks:
            typed.say_bank(bank.book.name, bank.stated_satang)
        if first and not typed.counter:
            typed.counter = _officer(view, _COUNTS)
        if first and not typed.witness:
            typed.witness = _officer(view, _SEES, but=typed.counter)
        self.bank = min(self.bank, max(0, len(view.banks) - 1))
        if self.pack is not None and (self.pack.month != view.month or view.stale):
            self.pack = None
        if first and view.state == "draft":
            self.step = "seal" if not view.stale else "cash"

    @property
    def draft_name(self) -> str:
        """Under which name what is typed for this month is kept."""
        assert self.month is not None
        return f"close/{self.month.be_year}-{self.month.month:02d}"

    @property
    def counted_satang(self) -> int | None:
        """What was counted: as typed, else as the stored draft holds it; None when there is no count to be trusted."""
        counted = self.inputs.counted
        if counted.wrong:
            return None
        if counted.begun:
            return counted.total_satang
        return None if self.view is None else self.view.drafted_cash_satang

    @property
    def cash_difference(self) -> int | None:
        """Counted − recorded, None while nothing was counted."""
        counted = self.counted_satang
        return None if counted is None or self.view is None else counted - self.view.cash.expected_satang

    def bank_difference(self, bank: BankAtClose) -> int | None:
        """Passbook − recorded, None while nothing readable was typed."""
        stated = self.inputs.bank(bank.book.name).value
        return None if stated is None else stated - bank.book.expected_satang

    @property
    def banks_missing(self) -> tuple[str, ...]:
        """Banks that hold money and whose passbook was not typed, or not so that it can be read."""
        view = self.view
        if view is None:
            return ()
        return tuple(
            b.book.name
            for b in view.banks
            if self.inputs.bank(b.book.name).value is None
            and (b.book.expected_satang or self.inputs.banks.get(b.book.name, "").strip())
        )

    def cash_clues(self) -> tuple[Clue, ...]:
        """Entries that would explain the cash difference."""
        difference = self.cash_difference
        return () if not difference or self.view is None else clues(difference, self.view.cash.moves)

    def bank_clues(self, bank: BankAtClose) -> tuple[Clue, ...]:
        """Entries that would explain a bank's difference."""
        difference = self.bank_difference(bank)
        return clues(difference, bank.book.moves) if difference else ()

    @property
    def ready_to_draft(self) -> bool:
        """Whether a draft can be made: cash counted, every bank told, nothing that the verb refuses for certain."""
        view = self.view
        return (
            view is not None
            and view.state != "closed"
            and view.earlier is None
            and self.counted_satang is not None
            and not self.banks_missing
            and not view.uncounted
        )

    @property
    def drafted(self) -> bool:
        """Whether the stored draft is the one the page shows: nothing posted since, and the same figures typed."""
        view = self.view
        if view is None or view.state != "draft" or view.stale:
            return False
        same_banks = all(
            b.stated_satang is None or self.inputs.bank(b.book.name).value == b.stated_satang
            for b in view.banks
        )
        return (
            same_banks
            and self.counted_satang == view.drafted_cash_satang
            and view.counted_on == view.drafted_on
            and not any(
                b.stated_satang is None and self.inputs.bank(b.book.name).value is not None
                for b in view.banks
            )
        )

    @property
    def agrees(self) -> bool:
        """Whether cash and every bank agree with the books, as sealing asks."""
        view = self.view
        return (
            view is not None
            and self.cash_difference == 0
            and not self.banks_missing
            and all(not self.bank_difference(bank) for bank in view.banks)
        )

    def close_command(self) -> CloseMonth:
        """What is asked of the draft; only when `ready_to_draft`."""
        view, counted = self.view, self.counted_satang
        assert view is not None and counted is not None
        told = {b.book.name: self.inputs.bank(b.book.name).value for b in view.banks}
        banks = {name: satang for name, satang in told.items() if satang is not None}
        return CloseMonth(view.month, counted, banks, view.counted_on)

    def count_command(self) -> CountSheet:
        """What is to stand on the sheet of the count."""
        view = self.view
        assert view is not None
        typed = self.inputs
        return CountSheet(
            view.month, typed.counted.counts, view.counted_on, typed.counted_at, typed.counter, typed.witness
        )

    def note_time(self, now: datetime) -> None:
        """The count was touched at this instant (UTC)."""
        self.inputs.counted_at = f"{now.astimezone(_BANGKOK):%H.%M}"

    def step_month(self, by: int) -> Period | None:
        """The open month after (1) or before (-1) this one, None when there is none."""
        if self.months is None:
            return None
        months = [month for month, _ in self.months.open_months]
        if self.month not in months:
            return months[0] if months and by > 0 else None
        at = months.index(self.month) + by
        return months[at] if 0 <= at < len(months) else None


def _officer(view: CloseChecklist, posts: tuple[str, ...], but: str = "") -> str:
    for post in posts:
        for officer in view.committee:
            if officer.role.startswith(post) and officer.name != but:
                return officer.name
    return ""
