"""A register comes in all or nothing, changes nothing the second time, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.funds import OCTOBER, PRICE, TODAY, problems, register_sheet, rows_of
from tests.usecases.refusals import code, refusal
from wangfund.domain.register.grid import Sheet
from wangfund.store.books import Books
from wangfund.thai.period import Period
from wangfund.usecases.import_register import ImportRegister, import_register, preview_register
from wangfund.usecases.round_sheet import collection_sheet
from wangfund.usecases.take_payment import TakePayment, take_payment
from wangfund.usecases.undo_import import undo_import

_FILE = ImportRegister([register_sheet("กล้า", "ขวัญ", "จันทร์")], "ทะเบียน.xlsx", "ab" * 32)
_REGISTER = "SELECT m.*, s.starts_on, s.ended_on, s.cause, s.coverage_known FROM member m JOIN spell s ON s.member_id = m.id"


def with_cell(sheet: Sheet, row: int, column: int, value: str | date | None) -> Sheet:
    rows = [list(r) for r in sheet.rows]
    rows[row][column] = value
    return replace(sheet, rows=tuple(tuple(r) for r in rows))


def test_new_people_come_in_with_unknown_coverage(books: Books) -> None:
    assert preview_register(books, _FILE.sheets).counts["add"] == 3
    done = import_register(books, _FILE)
    assert (done.batch, done.counts["add"]) == (1, 3)
    assert rows_of(books, "SELECT coverage_known FROM spell WHERE id > 25") == [(0,)] * 3
    due = {row.member_no: row.total_satang for row in collection_sheet(books, 1, Period(2026, 11)).rows}
    assert due["0901"] == 0
    assert problems(books) == []


def test_previewing_and_the_same_file_again_change_nothing(books: Books) -> None:
    before = books.path.read_bytes()
    preview_register(books, _FILE.sheets)
    assert books.path.read_bytes() == before
    import_register(books, _FILE)
    before = books.path.read_bytes()
    again = import_register(books, _FILE)
    assert (again.batch, again.counts["same"]) == (None, 3)
    assert books.path.read_bytes() == before


def test_told_through_which_month_everybody_paid_they_owe_from_the_next(books: Books) -> None:
    import_register(books, replace(_FILE, paid_through=OCTOBER))
    due = {row.member_no: row.total_satang for row in collection_sheet(books, 1, Period(2026, 11)).rows}
    assert due["0901"] == PRICE
    take_payment(books, TakePayment("0901", PRICE, TODAY))
    assert problems(books) == []


def test_told_later_the_unknown_becomes_known(books: Books) -> None:
    import_register(books, _FILE)
    told = import_register(books, replace(_FILE, paid_through=OCTOBER))
    assert told.batch == 2
    assert rows_of(books, "SELECT count(*) FROM spell WHERE coverage_known = 0") == [(0,)]
    undo_import(books, 2)
    assert rows_of(books, "SELECT count(*) FROM spell WHERE coverage_known = 0") == [(3,)]
    assert problems(books) == []


def test_taken_back_the_register_is_as_before_and_the_chain_keeps_the_tombstones(books: Books) -> None:
    before = rows_of(books, _REGISTER)
    done = import_register(books, replace(_FILE, paid_through=OCTOBER))
    assert done.batch is not None
    undone = undo_import(books, done.batch)
    assert (undone.removed, undone.restored) == (3, 0)
    assert rows_of(books, _REGISTER) == before
    assert rows_of(books, "SELECT count(*) FROM link WHERE digest = zeroblob(32)")[0][0] >= 9
    assert problems(books) == []
    # Their numbers are free again, and coming in anew is a change like any other.
    assert import_register(books, _FILE).counts["add"] == 3
    assert problems(books) == []


def test_what_an_import_changed_is_put_back_as_it_was(books: Books) -> None:
    import_register(books, _FILE)
    before = [row[:-1] for row in rows_of(books, _REGISTER)]
    salted = {row[0]: row for row in before}
    moved = with_cell(_FILE.sheets[0], 1, 3, "2")
    done = import_register(books, replace(_FILE, sheets=[moved], file_sha256="cd" * 32))
    assert done.counts["update"] == 1 and done.batch is not None
    assert rows_of(books, "SELECT village_id FROM member WHERE member_no = '0901'") == [(2,)]
    undo_import(books, done.batch)
    assert {row[0]: row[:-1] for row in rows_of(books, _REGISTER)} == salted
    assert problems(books) == []


def test_an_import_money_hangs_on_stays(books: Books) -> None:
    import_register(books, replace(_FILE, paid_through=OCTOBER))
    take_payment(books, TakePayment("0902", PRICE, TODAY))
    told = refusal(books, lambda: undo_import(books, 1))
    assert (told.code, told.values["batch"]) == ("BATCH_IN_USE", 1)


def test_imports_are_taken_back_from_the_last(books: Books) -> None:
    import_register(books, _FILE)
    import_register(books, ImportRegister([register_sheet("กล้า", "ขวัญ", "จันทร์", "ใหม่")], "b.xlsx", "ef" * 32))
    assert refusal(books, lambda: undo_import(books, 1)).code == "BATCH_NOT_LAST"
    undo_import(books, 2)
    undo_import(books, 1)
    assert refusal(books, lambda: undo_import(books, 1)).code == "BATCH_ALREADY_UNDONE"
    assert code(books, undo_import, 77) == "BATCH_UNKNOWN"


def test_a_row_that_cannot_be_a_member_waits_and_the_others_come_in(books: Books) -> None:
    holed = with_cell(_FILE.sheets[0], 2, 4, None)
    counts = preview_register(books, [holed]).counts
    assert (counts["add"], counts["hold"]) == (2, 1)
    import_register(books, replace(_FILE, sheets=[holed]))
    assert rows_of(books, "SELECT member_no FROM member WHERE id > 25") == [("0901",), ("0903",)]
    assert problems(books) == []


def test_a_register_without_a_member_changes_nothing(books: Books) -> None:
    before = books.path.read_bytes()
    for sheets in ([], [Sheet("ว่าง", ())], [Sheet("อื่น", (("ก", "ข"), ("1", "2")))]):
        assert import_register(books, replace(_FILE, sheets=sheets)).batch is None
    assert books.path.read_bytes() == before
