"""`paper`: any single paper – receipts, vouchers, collection sheets, the members' leaflet."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from wangfund.cli import values
from wangfund.cli.answer import Answer
from wangfund.cli.parser import CommandParser, WrongUsage
from wangfund.cli.session import CannotOpen, Session, output
from wangfund.domain.eligibility.assessment import Result
from wangfund.domain.errors import NotFound, Refused
from wangfund.domain.papers.collection_sheet import CollectionSheet
from wangfund.domain.papers.receipt_paper import ReceiptPaper
from wangfund.domain.papers.voucher_paper import VoucherPaper
from wangfund.store.books import Books
from wangfund.store.errors import StoreError
from wangfund.store.profile import village_ids
from wangfund.text.messages import say
from wangfund.thai.period import Period
from wangfund.usecases.leaflet import leaflet
from wangfund.usecases.paper_rows import member_receipts, receipts_dated, vouchers_dated
from wangfund.usecases.print_papers import count_printing
from wangfund.usecases.round_sheet import collection_sheet

_Paper = TypeVar("_Paper", ReceiptPaper, VoucherPaper)
_READ_ONLY: Final = frozenset({"FILE_LOCKED", "FILE_READ_ONLY", "FILE_SYNCED_FOLDER", "FILE_BUSY"})


def paper_options(parser: CommandParser) -> None:
    """The options of `paper`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add(
        "kind",
        metavar="KIND",
        help="receipt ใบเสร็จ voucher ใบสำคัญจ่าย sheet ใบเก็บเงิน leaflet สิทธิประโยชน์ rights ใบแจ้งสิทธิ"
        " approval เสนอที่ประชุม request แบบคำขอ refusal แจ้งผล",
    )
    parser.add("--member", metavar="NO", type=values.member_no, help="เลขที่สมาชิก")
    parser.add("--village", metavar="N/all", type=values.village, help="หมู่ที่ หรือ all")
    parser.add("--period", metavar="P", type=values.month, help="เดือน")
    parser.add(
        "--number",
        metavar="N",
        type=values.whole(1, 10**9 - 1),
        help="ใบเดียว: เลขลำดับของใบเสร็จหรือใบสำคัญในปี หรือรหัสคำขอ",
    )
    parser.add("--out", metavar="PATH", type=Path, required=True, help="ไฟล์ PDF หรือโฟลเดอร์ที่จะเก็บ")


def paper(told: Namespace, session: Session) -> Answer:
    """Print papers of a kind; receipts and vouchers count their copies. Writes a PDF, and the count if it may."""
    kinds: dict[str, Callable[[Namespace, Session], int]] = {
        "receipt": _receipts,
        "voucher": _vouchers,
        "sheet": _sheets,
        "leaflet": _leaflet,
        "rights": _rights,
        "approval": _approval,
        "request": _request,
        "refusal": _refusal,
    }
    print_kind = kinds.get(told.kind)
    if print_kind is None:
        known = " ".join(kinds)
        raise WrongUsage(f"[PAPER_UNKNOWN] {say('PAPER_UNKNOWN', {'kind': told.kind, 'known': known}).line}")
    if told.out.is_dir() or told.out.suffix.lower() != ".pdf":
        told.out = told.out / _file_name(told)
    count = print_kind(told, session)
    return Answer({"files": [str(told.out)], "papers": count}, [f"{count:,} ใบ {told.out}"])


def _receipts(told: Namespace, session: Session) -> int:
    def pick(books: Books) -> tuple[ReceiptPaper, ...]:
        if told.member is not None:
            papers = member_receipts(books, told.member)
            if told.period is not None:
                papers = tuple(p for p in papers if Period.of(p.date) == told.period)
        else:
            first, last = _days(told)
            papers = receipts_dated(books, first.first_day, last.last_day, told.village)
        return tuple(p for p in papers if told.number is None or p.number == told.number)

    papers = _counted(told.file, session, pick)
    from wangfund.documents import receipt_pdf

    with output(told.out):
        receipt_pdf.render(papers, told.out, session.clock.today())
    return len(papers)


def _vouchers(told: Namespace, session: Session) -> int:
    def pick(books: Books) -> tuple[VoucherPaper, ...]:
        first, last = _days(told)
        papers = vouchers_dated(books, first.first_day, last.last_day)
        return tuple(
            p
            for p in papers
            if (told.member is None or p.member_no == told.member)
            and (told.village is None or p.moo == told.village)
            and (told.number is None or p.number == told.number)
        )

    papers = _counted(told.file, session, pick)
    from wangfund.documents import voucher_pdf

    with output(told.out):
        voucher_pdf.render(papers, told.out, session.clock.today())
    return len(papers)


def _leaflet(told: Namespace, session: Session) -> int:
    today = session.clock.today()
    with session.reading(told.file) as books:
        rows = leaflet(books, today)
    from wangfund.documents import leaflet_pdf

    with output(told.out):
        leaflet_pdf.render(rows, told.out, today)
    return 1


def _rights(told: Namespace, session: Session) -> int:
    from wangfund.documents import rights_pdf
    from wangfund.usecases.rights_notice import rights_notice

    if told.member is None:
        raise _needs("--member")
    with session.reading(told.file) as books:
        notice = rights_notice(books, told.member)
    with output(told.out):
        rights_pdf.render(notice, told.out, session.clock.today())
    return 1


def _approval(told: Namespace, session: Session) -> int:
    from wangfund.documents import approval_pdf
    from wangfund.usecases.approval_sheet import approval_sheet

    with session.reading(told.file) as books:
        sheet = approval_sheet(books)
    with output(told.out):
        approval_pdf.render(sheet, told.out, session.clock.today())
    return len(sheet.waiting)


def _request(told: Namespace, session: Session) -> int:
    from wangfund.documents import request_pdf
    from wangfund.usecases.request_form import request_form

    if told.number is None:
        raise _needs("--number")
    with session.reading(told.file) as books:
        form = request_form(books, told.number)
    with output(told.out):
        request_pdf.render([form], told.out, session.clock.today())
    return 1


def _refusal(told: Namespace, session: Session) -> int:
    from wangfund.documents import refusal_pdf
    from wangfund.store.profile import read_profile
    from wangfund.usecases.request_form import request_form

    if told.number is None:
        raise _needs("--number")
    with session.reading(told.file) as books:
        form = request_form(books, told.number)
        with books.read() as r:
            chairman = read_profile(r).officer("ประธาน")
    if not form.decided or form.assessment.result is not Result.REFUSE:
        raise Refused("NOT_REFUSED", {"claim": told.number})
    with output(told.out):
        refusal_pdf.render(form, told.out, session.clock.today(), chairman)
    return 1


def _sheets(told: Namespace, session: Session) -> int:
    if told.period is None:
        raise _needs("--period")
    sheets: list[CollectionSheet] = []
    with session.reading(told.file) as books:
        if told.village is None:
            with books.read() as r:
                moos = tuple(village_ids(r))
        else:
            moos = (told.village,)
        sheets = [collection_sheet(books, moo, told.period) for moo in moos]
    if told.village is None:
        sheets = [sheet for sheet in sheets if sheet.rows]
    if not sheets:
        raise NotFound("NOTHING_TO_PRINT")
    from wangfund.documents import sheet_pdf

    with output(told.out):
        sheet_pdf.render(sheets, told.out, session.clock.today())
    return len(sheets)


def _counted(path: Path, session: Session, pick: Callable[[Books], tuple[_Paper, ...]]) -> Sequence[_Paper]:
    """The papers with their copies counted; beside an open window nothing can be counted, so they are copies."""
    try:
        with session.writing(path) as books:
            papers = _some(pick(books))
            return count_printing(books, papers)
    except (CannotOpen, StoreError) as error:
        reason = error.reason if isinstance(error, CannotOpen) else error
        if reason.code not in _READ_ONLY:
            raise
    with session.reading(path) as books:
        return tuple(replace(p, copy=max(1, p.copy)) for p in _some(pick(books)))


def _some(papers: tuple[_Paper, ...]) -> tuple[_Paper, ...]:
    if not papers:
        raise NotFound("NOTHING_TO_PRINT")
    return papers


def _days(told: Namespace) -> tuple[Period, Period]:
    if told.period is None:
        raise _needs("--period")
    return told.period, told.period


def _needs(option: str) -> Refused | WrongUsage:
    return WrongUsage(f"[PAPER_NEEDS] {say('PAPER_NEEDS', {'option': option}).line}")


def _file_name(told: Namespace) -> str:
    parts = [told.kind]
    if told.period is not None:
        parts.append(f"{told.period.be_year}-{told.period.month:02d}")
    if told.village is not None:
        parts.append(f"moo{told.village}")
    if told.member is not None:
        parts.append("".join(c for c in told.member if c.isalnum())[:20])
    if told.number is not None:
        parts.append(str(told.number))
    return "-".join(parts) + ".pdf"
