"""A pay day's sheet: as it is planned, or with the vouchers of what was paid."""

from __future__ import annotations

from datetime import date

from wangfund.domain.papers.pay_day_sheet import PayDayLine, PayDaySheet
from wangfund.domain.papers.voucher_paper import VoucherPaper
from wangfund.store.books import Books
from wangfund.store.claims import all_claims, payments_of_claim, withdrawal_reasons
from wangfund.store.members import member_by_id
from wangfund.store.receipts import voucher_of_entry
from wangfund.usecases.desk import desk_on
from wangfund.usecases.month_pack import signers
from wangfund.usecases.paper_rows import vouchers_dated
from wangfund.usecases.pay_day import PayDayList


def planned_sheet(books: Books, listed: PayDayList) -> PayDaySheet:
    """The sheet of a list before anything is paid. Reads only."""
    lines = tuple(
        PayDayLine(
            row.member_no,
            row.name,
            row.moo,
            row.house_no,
            row.assessment.gross_satang,
            row.assessment.setoff_satang,
            row.assessment.net_satang,
        )
        for row in listed.paid
    )
    with books.read() as r:
        desk = desk_on(r, listed.day)
    benefit = listed.benefit
    return PayDaySheet(desk.head, benefit.name, benefit.clause, listed.day, lines, (), "", signers(desk))


def paid_sheet(books: Books, benefit_code: str, event: date) -> PayDaySheet:
    """The sheet of what was paid of a benefit for a day, with its vouchers. Reads only."""
    with books.read() as r:
        desk = desk_on(r, event)
        benefit = desk.rulebook.rules.benefit(benefit_code)
        claims = [c for c in all_claims(r) if c.benefit == benefit_code and c.event_on == event]
        reasons = withdrawal_reasons(r, [c.id for c in claims if c.state == "withdrawn"])
        served = {c.member_id for c in claims if c.state == "paid"}
        lines, aside, resolution = [], [], ""
        for claim in claims:
            m = member_by_id(r, claim.member_id)
            if claim.state == "withdrawn":
                if claim.member_id not in served:
                    aside.append((m.member_no, m.name, reasons.get(claim.id, "")))
                continue
            if claim.state != "paid":
                continue
            resolution = resolution or claim.resolution or ""
            payment = payments_of_claim(r, claim.id)[-1]
            voucher = voucher_of_entry(r, payment.entry_id)
            lines.append(
                PayDayLine(
                    m.member_no,
                    m.name,
                    m.moo,
                    m.house_no or "",
                    payment.gross_satang,
                    payment.gross_satang - payment.net_satang,
                    payment.net_satang,
                    "" if voucher is None else f"{voucher.number:04d}",
                )
            )
    lines.sort(key=lambda line: (line.moo, line.member_no.zfill(8)))
    name, clause = (benefit.name, benefit.clause) if benefit is not None else (benefit_code, "")
    return PayDaySheet(desk.head, name, clause, event, tuple(lines), tuple(aside), resolution, signers(desk))


def paid_vouchers(books: Books, benefit_code: str, event: date) -> tuple[VoucherPaper, ...]:
    """The vouchers of what was paid of a benefit for a day and stands, by number. Reads only."""
    with books.read() as r:
        paid = [
            payment
            for claim in all_claims(r)
            if claim.benefit == benefit_code and claim.event_on == event and claim.state == "paid"
            for payment in payments_of_claim(r, claim.id)
            if payment.reversed_by is None
        ]
        vouchers = [voucher_of_entry(r, payment.entry_id) for payment in paid]
    wanted = {voucher.id for voucher in vouchers if voucher is not None}
    if not wanted:
        return ()
    days = [payment.paid_on for payment in paid]
    return tuple(paper for paper in vouchers_dated(books, min(days), max(days)) if paper.row_id in wanted)
