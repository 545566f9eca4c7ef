"""F7 on the page: which papers, and the paper over the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wangfund.thai.dates import long_month
from wangfund.thai.period import Period
from wangfund.ui.collect.choice_dialog import ChoiceDialog, Option
from wangfund.ui.collect.papers import round_receipts_paper, sheets_paper, slip_paper
from wangfund.ui.collect.state import CollectState
from wangfund.ui.frame.page import Page
from wangfund.ui.papers.made import MadePaper
from wangfund.ui.papers.paper_dialog import open_paper
from wangfund.ui.worker.progress import Progress
from wangfund.ui.workplace import Workplace
from wangfund.usecases.round_view import RoundView
from wangfund.usecases.rounds_of_month import MonthRounds, VillageLine


class Printing:
    """Opens choices and papers over a page."""

    def __init__(self, page: Page, place: Workplace, state: CollectState) -> None:
        self._page, self._place, self._state = page, place, state

    def choose_sheets(self, line: VillageLine, rounds: MonthRounds) -> None:
        """The sheet of the village under the mark, or of all whose money is not back."""
        waiting = [v.moo for v in rounds.villages if not v.times and v.members]
        options = [Option("one", f"หมู่ {line.moo} {line.name}", "printer")]
        if [moo for moo in waiting if moo != line.moo]:
            options.append(Option("all", f"ทุกหมู่ที่ยังไม่ส่งเงิน {len(waiting)} หมู่", "printer"))
        if len(options) == 1:
            self.sheets(rounds.month, [line.moo])
            return
        self._choose(
            "พิมพ์ใบเก็บเงิน",
            options,
            lambda code: self.sheets(rounds.month, [line.moo] if code == "one" else waiting),
        )

    def sheets(self, month: Period, moos: list[int]) -> None:
        """Collection sheets."""
        whose = f"หมู่ {moos[0]}" if len(moos) == 1 else f"{len(moos)} หมู่บ้าน"
        self._open(
            f"ใบเก็บเงิน {long_month(month)} {whose}",
            lambda progress: sheets_paper(self._place, month, moos, progress),
        )

    def choose_papers(self, view: RoundView) -> None:
        """The slip of the last hand-over, or the receipts of all of that month; nothing where none came back."""
        if not view.posted:
            return
        place, last = self._place, view.posted[-1].round.id
        rounds = [posted.round.id for posted in view.posted]
        receipts = sum(len(posted.receipts) for posted in view.posted)
        options = [Option("slip", "ใบนำส่งเงิน", "file-text")]
        if receipts:
            options.append(Option("receipts", f"ใบเสร็จ {receipts} ใบ", "receipt-text"))
        pieces, sheet = self._state.pieces.get(last), view.sheet
        name = f"ใบเสร็จ {sheet.month.be_year}-{sheet.month.month:02d} หมู่ {sheet.moo}"

        def picked(code: str) -> None:
            if code == "slip":
                self._open("ใบนำส่งเงิน", lambda _progress: slip_paper(place, last, pieces))
            else:
                self._open("ใบเสร็จของรอบนี้", lambda _progress: round_receipts_paper(place, rounds, name))

        self._choose("พิมพ์เอกสารของรอบนี้", options, picked)

    def _choose(self, heading: str, options: Sequence[Option], picked: Callable[[str], None]) -> None:
        dialog = ChoiceDialog(self._page.theme, heading, options, self._page)
        dialog.picked.connect(picked)
        dialog.open()

    def _open(self, heading: str, make: Callable[[Progress], MadePaper]) -> None:
        open_paper(self._page, self._place, heading, make)
