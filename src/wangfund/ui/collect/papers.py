"""The papers of a round: collection sheets, the slip of a hand-over, receipts. All run beside the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wangfund.domain.errors import NotFound
from wangfund.thai.period import Period
from wangfund.ui.papers.counted import receipts_paper
from wangfund.ui.papers.draw import drawn
from wangfund.ui.papers.made import Give, MadePaper
from wangfund.ui.worker.progress import Progress
from wangfund.ui.workplace import Workplace
from wangfund.usecases.handover_slip import handover_slip
from wangfund.usecases.print_sheets import count_sheets
from wangfund.usecases.round_papers import receipts_of_round
from wangfund.usecases.round_sheet import collection_sheet


def sheets_paper(place: Workplace, month: Period, moos: Sequence[int], progress: Progress) -> MadePaper:
    """Collection sheets of villages, those of nobody left out. Printed or kept, they count as out.

    Raises:
        NotFound: NOTHING_TO_PRINT.
    """
    from wangfund.documents import sheet_pdf

    books, today = place.books, place.clock.today()
    drawn_up = []
    for at, moo in enumerate(moos):
        progress.step("จัดทำใบเก็บเงิน", at, len(moos))
        drawn_up.append(collection_sheet(books, moo, month))
    sheets = [sheet for sheet in drawn_up if sheet.rows]
    if not sheets:
        raise NotFound("NOTHING_TO_PRINT")
    pdf = drawn(lambda path: sheet_pdf.render(sheets, path, today))
    whose = f"หมู่ {sheets[0].moo}" if len(sheets) == 1 else "ทุกหมู่"
    name = f"ใบเก็บเงิน {month.be_year}-{month.month:02d} {whose}"
    if books.readonly is not None:
        return MadePaper(name, pdf)

    def send(give: Give) -> None:
        give(pdf)
        count_sheets(books, sheets, place.who)

    return MadePaper(name, pdf, send)


def slip_paper(place: Workplace, round_id: int, counts: Mapping[int, int] | None) -> MadePaper:
    """The slip of a round handed over.

    Raises:
        NotFound: ROUND_UNKNOWN.
    """
    from wangfund.documents import handover_pdf

    slip, today = handover_slip(place.books, round_id, counts), place.clock.today()
    pdf = drawn(lambda path: handover_pdf.render(slip, path, today))
    return MadePaper(f"ใบนำส่งเงิน {slip.month.be_year}-{slip.month.month:02d} หมู่ {slip.moo}", pdf)


def round_receipts_paper(place: Workplace, round_ids: Sequence[int], name: str) -> MadePaper:
    """The receipts of rounds, two to a page.

    Raises:
        NotFound: NOTHING_TO_PRINT.
    """
    return receipts_paper(place, name, lambda: receipts_of_round(place.books, round_ids))
