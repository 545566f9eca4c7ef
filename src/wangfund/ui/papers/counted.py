"""Receipts and vouchers for the screen: looking at one counts nothing, printing it or keeping it counts once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from wangfund.domain.errors import NotFound
from wangfund.domain.papers.receipt_paper import ReceiptPaper
from wangfund.domain.papers.voucher_paper import VoucherPaper
from wangfund.ui.papers.draw import drawn
from wangfund.ui.papers.made import Give, MadePaper
from wangfund.ui.workplace import Workplace
from wangfund.usecases.print_papers import Paper, next_copies, print_counted


def receipts_paper(place: Workplace, name: str, pick: Callable[[], Sequence[ReceiptPaper]]) -> MadePaper:
    """Receipts, two to a page; `pick` reads them (usecases/paper_rows). Runs beside the window.

    Raises:
        NotFound: NOTHING_TO_PRINT, and what `pick` says.
    """

    def draw(papers: Sequence[ReceiptPaper]) -> bytes:
        from wangfund.documents import receipt_pdf

        today = place.clock.today()
        return drawn(lambda path: receipt_pdf.render(papers, path, today))

    return _counted(place, name, pick, draw)


def vouchers_paper(place: Workplace, name: str, pick: Callable[[], Sequence[VoucherPaper]]) -> MadePaper:
    """Vouchers, a page each; see `receipts_paper`."""

    def draw(papers: Sequence[VoucherPaper]) -> bytes:
        from wangfund.documents import voucher_pdf

        today = place.clock.today()

        def render(path: Path) -> None:
            voucher_pdf.render(papers, path, today)

        return drawn(render)

    return _counted(place, name, pick, draw)


def _counted(
    place: Workplace,
    name: str,
    pick: Callable[[], Sequence[Paper]],
    draw: Callable[[Sequence[Paper]], bytes],
) -> MadePaper:
    books, who = place.books, place.who
    shown = tuple(pick())
    if not shown:
        raise NotFound("NOTHING_TO_PRINT")
    pdf = draw(next_copies(books, shown))
    if books.readonly is not None:
        return MadePaper(name, pdf, whole=True)
    ids = {paper.row_id for paper in shown}

    def send(give: Give) -> None:
        # Read again: one of them may have been reversed since it was shown. Those and no others go out.
        now = [paper for paper in pick() if paper.row_id in ids]
        print_counted(books, now, lambda papers: give(draw(papers)), who)

    return MadePaper(name, pdf, send, whole=True)
