"""Making the paper that is wanted, beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from wangfund.domain.errors import NotFound
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.domain.papers.receipt_paper import ReceiptPaper
from wangfund.domain.papers.voucher_paper import VoucherPaper
from wangfund.store.rounds import RoundRow
from wangfund.thai.dates import be_year, table_date
from wangfund.thai.era import OFFSET
from wangfund.thai.money_text import format_baht
from wangfund.ui.collect.papers import sheets_paper, slip_paper
from wangfund.ui.papers.counted import receipts_paper, vouchers_paper
from wangfund.ui.papers.draw import drawn
from wangfund.ui.papers.made import MadePaper
from wangfund.ui.papers.rights import rights_paper
from wangfund.ui.reports.kinds import ONE_ALWAYS
from wangfund.ui.reports.report import Choice, Report
from wangfund.ui.reports.wanted import EVERY, NEWEST, Wanted
from wangfund.ui.worker.progress import Progress
from wangfund.ui.workplace import Workplace
from wangfund.usecases.approval_sheet import approval_sheet
from wangfund.usecases.count_sheet import CountSheet, count_sheet
from wangfund.usecases.leaflet import leaflet
from wangfund.usecases.ledger_rows import ledger_rows
from wangfund.usecases.month_pack import month_pack
from wangfund.usecases.paper_choices import (
    PayDayHeld,
    RefusedLine,
    RequestLine,
    claims_refused,
    claims_requested,
    pay_days_held,
    rounds_collected,
)
from wangfund.usecases.paper_rows import member_receipts, receipts_dated, vouchers_dated
from wangfund.usecases.pay_day_sheet import paid_sheet
from wangfund.usecases.print_papers import Paper
from wangfund.usecases.request_form import request_form


def make_report(place: Workplace, wanted: Wanted) -> Report:
    """Make a paper. Reads the fund; counts nothing.

    Raises:
        NotFound: NOTHING_TO_PRINT and what the readings say.
        Refused: PERIOD_UNKNOWN and its like.
    """
    return _MAKERS[wanted.code](place, wanted)


def make_file(place: Workplace, wanted: Wanted) -> bytes:
    """Make what is no paper: the workbook of a month, the ledger as text. Reads the fund."""
    today = place.clock.today()
    if wanted.code == "journal":
        from wangfund.documents.journal import write_journal

        rows = ledger_rows(place.books)
        return drawn(lambda path: write_journal(rows.entries, path, rows.names), "journal")
    from wangfund.documents import month_xlsx

    pack = _pack(place, wanted)
    return drawn(lambda path: month_xlsx.render(pack, path, today), "xlsx")


def _pack(place: Workplace, wanted: Wanted) -> MonthPack:
    assert wanted.month is not None
    return month_pack(place.books, wanted.month)


def _month_pack(place: Workplace, wanted: Wanted) -> Report:
    from wangfund.documents import month_pdf

    pack, today = _pack(place, wanted), place.clock.today()
    return Report(wanted, MadePaper(wanted.name, drawn(lambda path: month_pdf.render(pack, path, today))))


def _notice(place: Workplace, wanted: Wanted) -> Report:
    from wangfund.documents import notice_pdf

    pack, today = _pack(place, wanted), place.clock.today()
    return Report(wanted, MadePaper(wanted.name, drawn(lambda path: notice_pdf.render(pack, path, today))))


def _sheet(place: Workplace, wanted: Wanted) -> Report:
    assert wanted.month is not None
    assert wanted.moo is not None
    moos = [wanted.moo] if wanted.moo else [village.moo for village in place.profile.villages]
    return Report(
        wanted, sheets_paper(place, wanted.month, moos, Progress(lambda _words, _done, _total: None))
    )


def _handover(place: Workplace, wanted: Wanted) -> Report:
    assert wanted.month is not None
    choices = tuple(
        Choice(row.id, f"รอบที่ {row.number}", _round_words(row))
        for row in rounds_collected(place.books, wanted.month)
    )
    wanted = _named(wanted, choices)
    return Report(wanted, slip_paper(place, wanted.row_id, None), choices)


def _request(place: Workplace, wanted: Wanted) -> Report:
    from wangfund.documents import request_pdf

    books, today = place.books, place.clock.today()
    assert wanted.month is not None
    found = claims_requested(books, wanted.month)
    choices = tuple(
        Choice(line.claim_id, f"{line.number}-{line.fiscal_year + OFFSET}", _request_words(line))
        for line in found
    )
    wanted = _named(wanted, choices)
    forms = [request_form(books, line.claim_id) for line in found if wanted.row_id in {EVERY, line.claim_id}]
    pdf = drawn(lambda path: request_pdf.render(forms, path, today))
    return Report(wanted, MadePaper(wanted.name, pdf), choices)


def _cash_count(place: Workplace, wanted: Wanted) -> Report:
    from wangfund.documents import cash_count_pdf

    month, today = wanted.month, place.clock.today()
    assert month is not None
    # Nothing is counted yet: the hand fills it in.
    paper = count_sheet(place.books, CountSheet(month, {}, min(today, month.last_day)))
    pdf = drawn(lambda path: cash_count_pdf.render(paper, path, today))
    return Report(wanted, MadePaper(wanted.name, pdf))


def _receipts(place: Workplace, wanted: Wanted) -> Report:
    books, day, month = place.books, wanted.day, wanted.month

    def read() -> tuple[ReceiptPaper, ...]:
        if wanted.member_no:
            # The newest first: it is the one that is asked for.
            return tuple(reversed(member_receipts(books, wanted.member_no)))
        if day is not None:
            return receipts_dated(books, day, day)
        assert month is not None
        return receipts_dated(books, month.first_day, month.last_day, wanted.moo or None)

    # The list to choose from is of one member or one day; of a whole village it would be too long to choose from.
    found = read()
    choices = tuple(
        Choice(p.row_id, f"เล่ม {p.book} เลขที่ {p.leaf}", _receipt_words(p, named=not wanted.member_no))
        for p in found
    )
    wanted = _named(wanted, choices)
    return Report(wanted, receipts_paper(place, wanted.name, _picking(wanted, read)), choices)


def _vouchers(place: Workplace, wanted: Wanted) -> Report:
    books, month = place.books, wanted.month
    assert month is not None

    def read() -> tuple[VoucherPaper, ...]:
        return vouchers_dated(books, month.first_day, month.last_day)

    choices = tuple(Choice(p.row_id, f"จ {p.number:04d}", _voucher_words(p)) for p in read())
    wanted = _named(wanted, choices)
    return Report(wanted, vouchers_paper(place, wanted.name, _picking(wanted, read)), choices)


def _approval(place: Workplace, wanted: Wanted) -> Report:
    from wangfund.documents import approval_pdf

    sheet, today = approval_sheet(place.books), place.clock.today()
    return Report(wanted, MadePaper(wanted.name, drawn(lambda path: approval_pdf.render(sheet, path, today))))


def _refusal(place: Workplace, wanted: Wanted) -> Report:
    from wangfund.documents import refusal_pdf

    books, today = place.books, place.clock.today()
    choices = tuple(
        Choice(line.claim_id, f"คำขอที่ {line.number}-{line.fiscal_year + OFFSET}", _refused_words(line))
        for line in claims_refused(books)
    )
    wanted = _named(wanted, choices)
    form, chairman = request_form(books, wanted.row_id), place.profile.officer("ประธาน")
    pdf = drawn(lambda path: refusal_pdf.render(form, path, today, chairman))
    return Report(wanted, MadePaper(wanted.name, pdf), choices)


def _pay_day(place: Workplace, wanted: Wanted) -> Report:
    from wangfund.documents import pay_day_pdf

    books, today = place.books, place.clock.today()
    held = pay_days_held(books)
    choices = tuple(Choice(one.id, _pay_day_name(one), _pay_day_words(one)) for one in held)
    wanted = _named(wanted, choices)
    day = next(one for one in held if one.id == wanted.row_id)
    sheet = paid_sheet(books, day.benefit, day.day)
    pdf = drawn(lambda path: pay_day_pdf.render(sheet, path, today))
    return Report(wanted, MadePaper(wanted.name, pdf), choices)


def _leaflet(place: Workplace, wanted: Wanted) -> Report:
    from wangfund.documents import leaflet_pdf

    today = place.clock.today()
    rows = leaflet(place.books, today)
    return Report(wanted, MadePaper(wanted.name, drawn(lambda path: leaflet_pdf.render(rows, path, today))))


def _rights(place: Workplace, wanted: Wanted) -> Report:
    return Report(wanted, rights_paper(place, wanted.member_no))


def _file_only(_place: Workplace, wanted: Wanted) -> Report:
    return Report(wanted, None)


def _named(wanted: Wanted, choices: Sequence[Choice]) -> Wanted:
    """The answer with the number of its single paper; one that is there no more becomes all of them, or the newest."""
    if not choices:
        raise NotFound("NOTHING_TO_PRINT")
    row_id = choices[0].row_id if wanted.row_id == NEWEST else wanted.row_id
    chosen = next((choice for choice in choices if choice.row_id == row_id), None)
    if chosen is None and wanted.code in ONE_ALWAYS:
        chosen = choices[0]
    if chosen is None:
        return replace(wanted, row_id=EVERY, number="")
    return replace(wanted, row_id=chosen.row_id, number=chosen.number)


def _picking(wanted: Wanted, read: Callable[[], Sequence[Paper]]) -> Callable[[], Sequence[Paper]]:
    def pick() -> Sequence[Paper]:
        return [paper for paper in read() if wanted.row_id in {EVERY, paper.row_id}]

    return pick


def _receipt_words(p: ReceiptPaper, *, named: bool) -> str:
    who = f" {p.payer}" if named else ""
    void = " ยกเลิกแล้ว" if p.voided else ""
    return f"{table_date(p.date)} เล่ม {p.book} เลขที่ {p.leaf}{who} {format_baht(p.amount_satang)}{void}"


def _round_words(row: RoundRow) -> str:
    return f"หมู่ {row.moo} รอบที่ {row.number} · {table_date(row.returned_on)} {format_baht(row.counted_satang)}"


def _request_words(line: RequestLine) -> str:
    number = f"{line.number}/{line.fiscal_year + OFFSET}"
    return f"{number} {line.member} · {table_date(line.claimed_on)}"


def _refused_words(line: RefusedLine) -> str:
    number = f"{line.number}/{line.fiscal_year + OFFSET}"
    return f"{number} {line.member} · {table_date(line.decided_on)}"


def _pay_day_name(one: PayDayHeld) -> str:
    return f"{one.name} {be_year(one.day)}-{one.day.month:02d}-{one.day.day:02d}"


def _pay_day_words(one: PayDayHeld) -> str:
    return f"{table_date(one.day)} {one.name} {one.people:,} คน {format_baht(one.net_satang)}"


def _voucher_words(p: VoucherPaper) -> str:
    void = " ยกเลิกแล้ว" if p.voided else ""
    return f"จ {p.number:04d} {p.payee} {format_baht(p.amount_satang)}{void}"


_MAKERS: dict[str, Callable[[Workplace, Wanted], Report]] = {
    "pack": _month_pack,
    "notice": _notice,
    "sheet": _sheet,
    "receipt": _receipts,
    "voucher": _vouchers,
    "handover": _handover,
    "request": _request,
    "refusal": _refusal,
    "payday": _pay_day,
    "cash_count": _cash_count,
    "approval": _approval,
    "leaflet": _leaflet,
    "rights": _rights,
    "pack_xlsx": _file_only,
    "journal": _file_only,
}
