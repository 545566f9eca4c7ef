"""`month`: the meeting pack, PDF and Excel drawn from one object."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from wangfund.cli import values
from wangfund.cli.answer import Answer, money
from wangfund.cli.parser import CommandParser
from wangfund.cli.session import Session, output
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.thai.dates import long_month
from wangfund.usecases.month_pack import month_pack


def month_options(parser: CommandParser) -> None:
    """The options of `month`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("--period", metavar="P", type=values.month, required=True, help="งวด")
    parser.add("--out", metavar="DIR", type=Path, required=True, help="โฟลเดอร์ที่จะเก็บเอกสาร")


def month(told: Namespace, session: Session) -> Answer:
    """Draw a month's pack. Reads the fund; writes two papers."""
    with session.reading(told.file) as books:
        pack = month_pack(books, told.period)
    files = write_pack(pack, told.out, session.clock.today())
    data = {
        "files": [str(path) for path in files],
        "totals_satang": {
            "opening": pack.opening_month_satang,
            "received": pack.received_month_satang,
            "paid": pack.paid_month_satang,
            "closing": pack.closing_satang,
        },
        "draft": pack.draft,
        "fingerprint": pack.fingerprint or None,
    }
    state = " (ร่าง)" if pack.draft else f" รหัสยืนยันงวด {pack.fingerprint}"
    lines = [
        f"ชุดเอกสารประชุม{long_month(pack.month)}{state}",
        f"ยกมา {money(pack.opening_month_satang)} · รับ {money(pack.received_month_satang)}"
        f" · จ่าย {money(pack.paid_month_satang)} · ยกไป {money(pack.closing_satang)}",
        *map(str, files),
    ]
    return Answer(data, lines)


def write_pack(pack: MonthPack, folder: Path, made_on: date) -> tuple[Path, Path]:
    """Draw a pack as PDF and Excel into a folder; gives both paths. Writes."""
    from wangfund.documents import month_pdf, month_xlsx

    stem = f"month-{pack.month.be_year}-{pack.month.month:02d}{'-draft' if pack.draft else ''}"
    pdf, book = folder / f"{stem}.pdf", folder / f"{stem}.xlsx"
    with output(pdf):
        month_pdf.render(pack, pdf, made_on)
    with output(book):
        month_xlsx.render(pack, book, made_on)
    return pdf, book
