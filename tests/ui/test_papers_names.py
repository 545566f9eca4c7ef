"""Names that are markup or formulas: every paper under รายงาน comes out, with the name as it was typed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pypdfium2 as pdfium
import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.windows import TODAY, make_window
from wangfund.domain.accounts import DONATIONS, STATIONERY
from wangfund.domain.profile import Village
from wangfund.thai.period import Period
from wangfund.ui.reports.kinds import KINDS, ReportKind
from wangfund.ui.reports.make import make_file, make_report
from wangfund.ui.reports.wanted import EVERY, NEWEST, Wanted
from wangfund.ui.workplace import Workplace
from wangfund.usecases.change_villages import change_village
from wangfund.usecases.receive_money import ReceiveMoney, receive_money
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round
from wangfund.usecases.spend_money import SpendMoney, spend_money

MARKUP = '<b>ร้าน</b> &amp; "ก" <para/>'
FORMULA = '=HYPERLINK("http://x","กด")'
OCTOBER = Period(2026, 10)


@pytest.fixture
def place(qapp: QApplication, tmp_path: Path, fund: Path) -> Iterator[Workplace]:
    """A practice fund in which a shop, a giver and a village have such names."""
    window = make_window(tmp_path, fund=fund)
    assert window.place is not None
    books = window.place.books
    change_village(books, Village(1, MARKUP, FORMULA))
    receive_money(books, ReceiveMoney(TODAY, DONATIONS, 500_00, "cash", FORMULA, MARKUP))
    spend_money(books, SpendMoney(TODAY, STATIONERY, 20_00, "cash", MARKUP, FORMULA))
    record_round(books, RecordRound(OCTOBER, TODAY, [VillageRound(1)]), "เหรัญญิก")
    yield window.place
    window.place.wrote = False
    window.close()


def words_of(pdf: bytes) -> str:
    document = pdfium.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return "".join(text.split())


def wanted(kind: ReportKind) -> Wanted:
    by_day = kind.code == "receipt"
    return Wanted(
        kind.code,
        # Nobody has asked for a benefit in October yet.
        (OCTOBER.plus(-1) if kind.code == "request" else OCTOBER) if "month" in kind.needs else None,
        1 if "village" in kind.needs else None,
        "0020" if "member" in kind.needs else "",
        TODAY if by_day else None,
        NEWEST if kind.needs == ("one",) else EVERY,
    )


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.shown], ids=lambda kind: kind.code)
def test_paper_comes_out_with_the_names_as_they_were_typed(place: Workplace, kind: ReportKind) -> None:
    made = make_report(place, wanted(kind))
    assert made.paper is not None
    text = words_of(made.paper.pdf)
    expected = {
        "voucher": (MARKUP, FORMULA),
        "receipt": (FORMULA, MARKUP),
        "sheet": (MARKUP, FORMULA),
        "handover": (MARKUP, FORMULA),
    }.get(kind.code, ())
    for name in expected:
        # Long ones may be cut on paper, never read as something else.
        assert "".join(name.split())[:12] in text, (kind.code, name)


def test_workbook_holds_the_names_as_text(place: Workplace) -> None:
    told = make_file(place, Wanted("pack_xlsx", OCTOBER))
    book = openpyxl.load_workbook(io.BytesIO(told))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f" and "HYPERLINK" in str(cell.value)]


def test_journal_holds_the_names_on_their_line(place: Workplace) -> None:
    told = make_file(place, Wanted("journal")).decode("utf-8")
    assert "<b>ร้าน</b>" in told
    assert told.count("HYPERLINK") >= 2
