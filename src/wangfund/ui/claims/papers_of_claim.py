"""The papers of a claim, made beside the window."""

from __future__ import annotations

from collections.abc import Callable

from wangfund.domain.papers.voucher_paper import VoucherPaper
from wangfund.thai.dates import be_year
from wangfund.thai.era import OFFSET
from wangfund.ui.papers.counted import vouchers_paper
from wangfund.ui.papers.draw import drawn
from wangfund.ui.papers.made import MadePaper
from wangfund.ui.worker.progress import Progress
from wangfund.ui.workplace import Workplace
from wangfund.usecases.approval_sheet import approval_sheet
from wangfund.usecases.claim_view import ClaimView, SharePaid
from wangfund.usecases.paper_rows import vouchers_dated
from wangfund.usecases.request_form import request_form


def request_paper(place: Workplace, view: ClaimView) -> Callable[[Progress], MadePaper]:
    """The request form of a claim."""

    def make(_progress: Progress) -> MadePaper:
        from wangfund.documents import request_pdf

        form = request_form(place.books, view.id)
        today = place.clock.today()
        pdf = drawn(lambda path: request_pdf.render([form], path, today))
        return MadePaper(f"คำขอสวัสดิการ {view.number}-{view.fiscal_year + OFFSET}", pdf)

    return make


def voucher_paper(place: Workplace, paid: SharePaid) -> Callable[[Progress], MadePaper]:
    """The voucher of a payment; printing it counts its copies."""

    def pick() -> tuple[VoucherPaper, ...]:
        found = vouchers_dated(place.books, paid.date, paid.date)
        return tuple(paper for paper in found if paper.row_id == paid.voucher_id)

    def make(_progress: Progress) -> MadePaper:
        name = f"ใบสำคัญจ่าย {paid.voucher_number}-{paid.voucher_year + OFFSET}"
        return vouchers_paper(place, name, pick)

    return make


def refusal_paper(place: Workplace, view: ClaimView) -> Callable[[Progress], MadePaper]:
    """The letter of a claim that was refused."""

    def make(_progress: Progress) -> MadePaper:
        from wangfund.documents import refusal_pdf

        form = request_form(place.books, view.id)
        today, chairman = place.clock.today(), place.profile.officer("ประธาน")
        pdf = drawn(lambda path: refusal_pdf.render(form, path, today, chairman))
        return MadePaper(f"แจ้งผลคำขอ {view.number}-{view.fiscal_year + OFFSET}", pdf)

    return make


def meeting_paper(place: Workplace) -> Callable[[Progress], MadePaper]:
    """Every claim that waits, on one paper for the meeting."""

    def make(_progress: Progress) -> MadePaper:
        from wangfund.documents import approval_pdf

        sheet = approval_sheet(place.books)
        today = place.clock.today()
        pdf = drawn(lambda path: approval_pdf.render(sheet, path, today))
        day = f"{be_year(today)}-{today.month:02d}-{today.day:02d}"
        return MadePaper(f"คำขอเสนอที่ประชุม {day}", pdf)

    return make
