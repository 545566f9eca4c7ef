"""`network`: the workbook for the province office."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from wangfund.cli import values
from wangfund.cli.answer import Answer
from wangfund.cli.parser import CommandParser
from wangfund.cli.session import Session, output
from wangfund.thai.dates import short_date
from wangfund.usecases.network_figures import network_figures


def network_options(parser: CommandParser) -> None:
    """The options of `network`."""
    parser.add("file", metavar="FILE", type=Path, help="ไฟล์กองทุน")
    parser.add("--date", metavar="D", type=values.day, help="ข้อมูล ณ วันที่ (ไม่บอก: วันนี้)")
    parser.add("--out", metavar="BOOK.xlsx", type=Path, required=True, help="ไฟล์ที่จะสร้าง")


def network(told: Namespace, session: Session) -> Answer:
    """Write the workbook: counts and sums, no member's row. Reads the fund."""
    day = told.date or session.clock.today()
    with session.reading(told.file) as books:
        figures = network_figures(books, day)
    from wangfund.documents import network_xlsx

    path = told.out / f"network-{day.isoformat()}.xlsx" if told.out.is_dir() else told.out
    with output(path):
        network_xlsx.render(figures, path, session.clock.today())
    data = {"file": str(path), "fingerprint": figures.fingerprint or None}
    line = f"สมุดข้อมูลเครือข่าย ณ {short_date(day)} สมาชิก {figures.members_now:,} คน {path}"
    return Answer(data, [line])
