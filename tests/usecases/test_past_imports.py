"""The list of imports: newest first, when, by whom, and which can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.funds import OCTOBER, PRICE, TODAY, register_sheet, rows_of
from wangfund.domain.register.reading import ReadOptions, RegisterReader
from wangfund.store.books import Books
from wangfund.usecases.import_register import ImportRegister, import_register, preview_again
from wangfund.usecases.past_imports import past_imports
from wangfund.usecases.take_payment import TakePayment, take_payment
from wangfund.usecases.undo_import import undo_import

SHEET = register_sheet("กล้า", "ขวัญ", "จันทร์")
FILE = ImportRegister([SHEET], "ทะเบียน.xlsx", "ab" * 32)


def test_past_imports_when_none_then_nothing(books: Books) -> None:
    assert past_imports(books) == ()


def test_past_imports_when_two_then_only_the_last_can_be_taken_back(books: Books) -> None:
    import_register(books, FILE, "นางตัวอย่าง ทดลอง")
    import_register(books, replace(FILE, paid_through=OCTOBER))
    last, first = past_imports(books)
    assert (last.stuck, first.stuck) == ("", "BATCH_NOT_LAST")
    assert (first.kind, first.file_name, first.who) == ("register", "ทะเบียน.xlsx", "นางตัวอย่าง ทดลอง")
    assert first.counts["add"] == 3
    assert first.at == books.clock.now()
    undo_import(books, last.id)
    again, first = past_imports(books)
    assert again.undone
    assert first.stuck == ""


def test_past_imports_when_money_hangs_on_it_then_it_says_so_as_the_undo_does(books: Books) -> None:
    import_register(books, replace(FILE, paid_through=OCTOBER))
    take_payment(books, TakePayment("0901", PRICE, TODAY))
    assert past_imports(books)[0].stuck == "BATCH_IN_USE"


def test_what_was_shown_is_what_is_imported(books: Books) -> None:
    options = ReadOptions(
        fixes={(SHEET.name, 2, "house_no"): "99/9"},
        held=frozenset({(SHEET.name, 3)}),
        left_out=frozenset({(SHEET.name, 4)}),
    )
    shown = preview_again(books, RegisterReader([SHEET], books.clock.today()), options)
    assert [str(row.action) for row in shown.rows] == ["add", "hold"]
    done = import_register(books, replace(FILE, options=options))
    assert dict(done.counts) == shown.counts
    new = rows_of(books, "SELECT house_no FROM member ORDER BY id DESC LIMIT 1")
    assert new == [("99/9",)]
    assert len(rows_of(books, "SELECT 1 FROM member")) == 26
    assert set(shown.known) == {
        no for (no,) in rows_of(books, "SELECT member_no FROM member WHERE member_no <> '0901'")
    }


class _Stop(Exception):
    """Somebody pressed the button that stops."""


def test_import_that_is_stopped_leaves_nothing_behind(books: Books) -> None:
    before = books.path.read_bytes()

    def stop(_done: int, _total: int) -> None:
        raise _Stop

    with pytest.raises(_Stop):
        import_register(books, FILE, tell=stop)
    assert books.path.read_bytes() == before
    assert past_imports(books) == ()
    assert import_register(books, FILE).counts["add"] == 3
