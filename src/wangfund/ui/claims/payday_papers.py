"""The papers of a pay day, made beside the window: the list before, the sheet to sign and the vouchers after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wangfund.domain.papers.voucher_paper import VoucherPaper
from wangfund.thai.dates import be_year
from wangfund.ui.claims.payday_state import PayDayState
from wangfund.ui.papers.counted import vouchers_paper
from wangfund.ui.papers.draw import drawn
from wangfund.ui.papers.made import MadePaper
from wangfund.ui.worker.progress import Progress
from wangfund.ui.workplace import Workplace
from wangfund.usecases.pay_day_sheet import paid_sheet, paid_vouchers, planned_sheet


def pay_day_paper(place: Workplace, state: PayDayState, *, paid: bool) -> Callable[[Progress], MadePaper]:
    """The sheet of those ticked, or of those paid with a line to sign."""
    assert state.listed is not None
    chosen = replace(state.listed, paid=state.chosen or state.listed.paid)

    def make(_progress: Progress) -> MadePaper:
        from wangfund.documents import pay_day_pdf

        sheet = paid_sheet(place.books, state.code, state.day) if paid else planned_sheet(place.books, chosen)
        today = place.clock.today()
        return MadePaper(_name(state, "บัญชีจ่าย"), drawn(lambda path: pay_day_pdf.render(sheet, path, today)))

    return make


def pay_day_vouchers(place: Workplace, state: PayDayState) -> Callable[[Progress], MadePaper]:
    """The vouchers of those paid; printing them counts their copies."""

    def pick() -> tuple[VoucherPaper, ...]:
        return paid_vouchers(place.books, state.code, state.day)

    def make(_progress: Progress) -> MadePaper:
        return vouchers_paper(place, _name(state, "ใบสำคัญจ่าย"), pick)

    return make


def _name(state: PayDayState, words: str) -> str:
    return f"{words} {state.name} {be_year(state.day)}-{state.day.month:02d}-{state.day.day:02d}"
