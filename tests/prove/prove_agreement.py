"""PDF, Excel, `info` and hledger agree to the satang for every month of the practice fund."""

from __future__ import annotations

import csv
import io
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pypdfium2

from tests.funds import on
from tests.prove.proof import Proof
from wangfund.documents import month_pdf, month_xlsx
from wangfund.documents.journal import write_journal
from wangfund.domain.papers.month_pack import MonthPack
from wangfund.store.books import Books
from wangfund.store.fund_file import open_for_reading
from wangfund.thai.period import Period, month_range
from wangfund.usecases.info import fund_info
from wangfund.usecases.ledger_rows import ledger_rows
from wangfund.usecases.month_pack import month_pack
from wangfund.usecases.practice.make import make_practice_fund
from wangfund.usecases.verify_fund import verify_fund

_TODAY = date(2026, 11, 20)


@dataclass
class _Told:
    """What was compared, and where two disagreed."""

    months: int = 0
    figures: int = 0
    differ: list[str] = field(default_factory=list)

    def compare(self, where: str, ours: int, theirs: int | None) -> None:
        self.figures += 1
        if ours != theirs:
            self.differ.append(f"{where}: {ours} / {theirs}")


def proofs(short: bool) -> Iterator[Proof]:
    """A fund of 700 over five years; with `short` of 60 over one."""
    members, years = (60, 1) if short else (700, 5)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "practice.wangfund"
        made = make_practice_fund(path, _TODAY, members=members, years=years)
        with open_for_reading(path, on(_TODAY)) as books:
            problems = verify_fund(books).problems
            name = f"the practice fund of {members} over {years} years verifies"
            yield Proof(name, f"{made.entries:,} entries, {len(problems)} problems", not problems)
            for what, told in _compared(books, Path(folder)):
                figure = f"{told.figures:,} figures of {told.months} months"
                yield Proof(
                    f"{what} agrees with the books", "; ".join([figure, *told.differ[:5]]), not told.differ
                )


def _compared(books: Books, folder: Path) -> Iterator[tuple[str, _Told]]:
    rows = ledger_rows(books)
    journal = folder / "ledger.journal"
    write_journal(rows.entries, journal, rows.names)
    outside = _hledger(journal)
    first, last = min(outside), Period.of(_TODAY)
    hledger, pdf, xlsx, info = _Told(), _Told(), _Told(), _Told()
    pack: MonthPack | None = None
    for month in month_range(first, last):
        with books.read() as r:
            known = r.connection.exec_driver_sql(f"SELECT 1 FROM period WHERE month = {month.code}").first()
        if known is None:
            continue
        pack = month_pack(books, month)
        figures = _figures(pack)
        _compare_hledger(hledger, pack, outside.get(month, {}))
        _compare_pdf(pdf, pack, figures, folder)
        _compare_xlsx(xlsx, pack, figures, folder)
        assert all(footing.right for footing in pack.footings), month
    assert pack is not None
    found = fund_info(books)
    info.months = 1
    places = {place.account: place.satang for place in pack.places}
    info.compare("cash", found.cash_satang, places.get("1100", 0))
    info.compare("bank", found.bank_satang, sum(v for k, v in places.items() if k.startswith("12")))
    for line in pack.pools:
        info.compare(line.pool, dict(found.pools).get(line.pool, 0), line.closing_satang)
    yield "hledger", hledger
    yield "the pack's PDF", pdf
    yield "the pack's Excel", xlsx
    yield "info", info


def _figures(pack: MonthPack) -> dict[str, int]:
    """The figures a committee would check, by name."""
    return {
        "opening": pack.opening_month_satang,
        "received": pack.received_month_satang,
        "paid": pack.paid_month_satang,
        "closing": pack.closing_satang,
        "received this year": pack.received_year_satang,
        "paid this year": pack.paid_year_satang,
        **{f"place {place.account}": place.satang for place in pack.places},
        **{f"pool {line.pool}": line.closing_satang for line in pack.pools},
    }


def _hledger(journal: Path) -> dict[Period, dict[str, int]]:
    """Balances at the end of each month as hledger has them, by 'account' and 'pool NAME'."""
    command = ["hledger", "-f", str(journal), "balance", "-M", "--historical", "-O", "csv", "--no-total"]
    command += ["--end", Period.of(_TODAY).plus(1).first_day.isoformat()]
    done = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        env={"LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin"},
    )
    head, *rows = list(csv.reader(io.StringIO(done.stdout)))
    months = [Period.parse(column[:7]) for column in head[1:]]
    found: dict[Period, dict[str, int]] = {month: {} for month in months}
    for account, *amounts in rows:
        code = account.split(":")[2] if account.startswith("assets") else ""
        pool = "" if code else account.rsplit(":", 1)[1]
        for month, amount in zip(months, amounts, strict=True):
            satang = int(Decimal(amount.split(" ")[0] or 0) * 100)
            key = code or f"pool {pool}"
            sign = 1 if code else -1
            found[month][key] = found[month].get(key, 0) + sign * satang
    return found


def _compare_hledger(told: _Told, pack: MonthPack, there: dict[str, int]) -> None:
    told.months += 1
    for place in pack.places:
        told.compare(f"{pack.month} {place.account}", place.satang, there.get(place.account, 0))
    for line in pack.pools:
        told.compare(f"{pack.month} {line.pool}", line.closing_satang, there.get(f"pool {line.pool}", 0))
    whole = sum(satang for key, satang in there.items() if not key.startswith("pool "))
    told.compare(f"{pack.month} pools", sum(line.closing_satang for line in pack.pools), whole)


def _compare_pdf(told: _Told, pack: MonthPack, figures: dict[str, int], folder: Path) -> None:
    path = folder / "month.pdf"
    month_pdf.render(pack, path, _TODAY)
    with pypdfium2.PdfDocument(path) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    told.months += 1
    for name, satang in figures.items():
        shown = f"{abs(satang) // 100:,}.{abs(satang) % 100:02d}"
        told.compare(f"{pack.month} {name}", satang, satang if shown in text or satang == 0 else None)


def _compare_xlsx(told: _Told, pack: MonthPack, figures: dict[str, int], folder: Path) -> None:
    path = folder / "month.xlsx"
    month_xlsx.render(pack, path, _TODAY)
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    numbers = {
        round(value * 100)
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
        for value in row
        if isinstance(value, int | float) and not isinstance(value, bool)
    }
    book.close()
    told.months += 1
    for name, satang in figures.items():
        told.compare(f"{pack.month} {name}", satang, satang if satang in numbers or satang == 0 else None)
