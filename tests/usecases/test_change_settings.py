"""Profile, villages, banks and committee changed in one transaction each; history is never broken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.funds import BANK, NOVEMBER, TODAY, money, on, problems, profile, rows_of
from wangfund.domain.errors import FundError
from wangfund.domain.profile import Bank, Officer, Profile, Village
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.store.profile import read_profile
from wangfund.thai.period import Period
from wangfund.usecases.change_banks import add_bank, change_bank, close_bank, remove_bank, reopen_bank
from wangfund.usecases.change_committee import add_officer, change_officer, remove_officer
from wangfund.usecases.change_profile import ChangeProfile, change_profile
from wangfund.usecases.change_villages import add_village, change_village, remove_village
from wangfund.usecases.found_fund import found_fund, rulebook_source
from wangfund.usecases.month_pack import month_pack
from wangfund.usecases.move_money import MoveMoney, move_money
from wangfund.usecases.receive_money import ReceiveMoney, receive_money
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.settings_view import settings_view
from wangfund.usecases.take_payment import TakePayment, take_payment


def now(books: Books) -> Profile:
    with books.read() as r:
        return read_profile(r, TODAY)


def refused(books: Books, act: object) -> FundError:
    """The refusal of an act; it left nothing in the file."""
    assert callable(act)
    before = rows_of(books, "SELECT count(*), max(no) FROM link")
    with pytest.raises(FundError) as caught:
        act()
    assert rows_of(books, "SELECT count(*), max(no) FROM link") == before
    assert problems(books) == []
    return caught.value


def test_the_profile_changes_in_the_file_and_in_the_chain(books: Books) -> None:
    wanted = replace(now(books), name="กองทุนใหม่ <b>=1+1", phone="074-000000", population=5200)
    assert change_profile(books, ChangeProfile(wanted), "ผู้ทดสอบ") == wanted
    assert now(books) == wanted
    links = rows_of(books, "SELECT code, who, table_name FROM link ORDER BY no DESC LIMIT 3")
    assert set(links) == {("profile.changed", "ผู้ทดสอบ", "setting")}
    assert problems(books) == []


def test_a_change_that_changes_nothing_adds_no_link(books: Books) -> None:
    before = rows_of(books, "SELECT max(no) FROM link")
    change_profile(books, ChangeProfile(now(books)))
    assert rows_of(books, "SELECT max(no) FROM link") == before


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"books_from": Period(2026, 10)}, "BOOKS_FROM_FIXED", ""),
        ({"name": "  "}, "PROFILE_INVALID", "name"),
        ({"tambon": ""}, "PROFILE_INVALID", "tambon"),
        ({"founded_on": date(2026, 12, 1)}, "PROFILE_INVALID", "founded_on"),
        ({"population": -1}, "PROFILE_INVALID", "population"),
        ({"fiscal_year_starts": 13}, "PROFILE_INVALID", "fiscal_year_starts"),
        ({"receipts_per_book": 0}, "PROFILE_INVALID", "receipts_per_book"),
    ],
)
def test_what_would_break_the_books_is_refused(
    books: Books, changes: dict[str, object], code: str, field: str
) -> None:
    error = refused(
        books,
        lambda: change_profile(books, ChangeProfile(replace(now(books), **changes))),  # type: ignore[arg-type]
    )
    assert error.code == code
    assert field in {"", *(finding.field for finding in error.findings)}


def test_numbering_is_free_until_something_has_a_number(books: Books) -> None:
    free = change_profile(
        books, ChangeProfile(replace(now(books), receipts_per_book=25, fiscal_year_starts=10))
    )
    assert (free.receipts_per_book, free.fiscal_year_starts) == (25, 10)
    take_payment(books, TakePayment("0001", 3000, TODAY))
    error = refused(books, lambda: change_profile(books, ChangeProfile(replace(free, receipts_per_book=50))))
    assert (error.code, error.findings[0].field) == ("NUMBERING_FIXED", "receipts_per_book")
    assert settings_view(books).numbered


def test_villages_are_added_renamed_and_only_empty_ones_taken_out(books: Books) -> None:
    add_village(books, Village(9, "บ้านใหม่"))
    change_village(books, Village(9, "บ้านใหม่กว่า", "นายเก็บ ทดสอบ"))
    assert now(books).villages[-1] == Village(9, "บ้านใหม่กว่า", "นายเก็บ ทดสอบ")
    assert refused(books, lambda: add_village(books, Village(9, ""))).code == "VILLAGE_EXISTS"
    assert refused(books, lambda: add_village(books, Village(100, ""))).code == "MOO_OUT_OF_RANGE"
    assert refused(books, lambda: change_village(books, Village(50, ""))).code == "VILLAGE_UNKNOWN"
    error = refused(books, lambda: remove_village(books, 1))
    assert (error.code, error.values["members"]) == ("VILLAGE_IN_USE", 8)
    remove_village(books, 9)
    assert [v.moo for v in now(books).villages] == [1, 2, 3]
    assert problems(books) == []


def test_the_last_village_stays(tmp_path: Path) -> None:
    one = profile(villages=(Village(1, ""),))
    with found_fund(tmp_path / "a.wangfund", on(TODAY), one, rulebook_source("nasuk")) as books:
        assert refused(books, lambda: remove_village(books, 1)).code == "VILLAGE_LAST"


def test_a_bank_is_opened_with_its_own_account_and_renamed_with_it(books: Books) -> None:
    code = add_bank(books, Bank("ออมสิน", "111"))
    assert code == "1202"
    move_money(books, MoveMoney(TODAY, 1_000_00, BANK, "ออมสิน", "เหรัญญิก"))
    change_bank(books, code, "ออมสิน นาสุข", "112")
    assert rows_of(books, "SELECT name FROM account WHERE code = '1202'") == [("ออมสิน นาสุข",)]
    assert money(books)["1202"] == 1_000_00
    assert refused(books, lambda: remove_bank(books, code)).code == "BANK_IN_USE"
    for name, wanted in (
        ("cash", "BANK_NAME_TAKEN"),
        ("a=b", "BANK_NAME_TAKEN"),
        (BANK, "BANK_EXISTS"),
        (" ", "PROFILE_INVALID"),
    ):
        assert refused(books, lambda name=name: add_bank(books, Bank(name, ""))).code == wanted
    assert problems(books) == []


def test_a_bank_never_used_is_taken_out_and_its_code_goes_to_the_next(books: Books) -> None:
    remove_bank(books, add_bank(books, Bank("ผิด", "")))
    assert add_bank(books, Bank("ถูก", "")) == "1202"
    assert problems(books) == []


def test_only_an_empty_bank_closes_and_then_nothing_moves_in_it(books: Books) -> None:
    add_bank(books, Bank("ออมสิน", "111"))
    move_money(books, MoveMoney(TODAY, 500_00, BANK, "ออมสิน", "เหรัญญิก"))
    assert refused(books, lambda: close_bank(books, "1202", TODAY)).code == "BANK_NOT_EMPTY"
    move_money(books, MoveMoney(TODAY, 500_00, "ออมสิน", BANK, "เหรัญญิก"))
    assert refused(books, lambda: close_bank(books, "1202", date(2026, 12, 1))).code == "DATE_FUTURE"
    close_bank(books, "1202", TODAY)
    assert refused(books, lambda: close_bank(books, "1202", TODAY)).code == "BANK_CLOSED"
    gift = ReceiveMoney(TODAY, "4200", 100_00, "ออมสิน", "ผู้ให้", pool="welfare")
    assert refused(books, lambda: receive_money(books, gift)).code == "BANK_CLOSED"
    # An old entry of it cannot be taken back either: that would put money into it.
    (number,) = rows_of(books, "SELECT max(id) FROM entry WHERE kind = 'bank_transfer'")[0]
    assert refused(books, lambda: reverse_entry(books, ReverseEntry(number, "ผิด"))).code == "BANK_CLOSED"
    assert [bank.name for bank in now(books).open_banks] == [BANK]
    reopen_bank(books, "1202")
    receive_money(books, gift)
    assert refused(books, lambda: reopen_bank(books, "1202")).code == "BANK_NOT_CLOSED"
    assert problems(books) == []


def test_papers_of_a_day_name_who_served_then(books: Books) -> None:
    view = settings_view(books)
    treasurer = next(row for row in view.officers if row.role == "เหรัญญิก")
    change_officer(books, treasurer.id, Officer("เหรัญญิก", treasurer.name, None, date(2026, 11, 15)))
    add_officer(books, Officer("เหรัญญิก", "นายคนใหม่ ทดลอง", date(2026, 11, 16)))
    with books.read() as r:
        assert read_profile(r, date(2026, 11, 15)).officer("เหรัญญิก") == treasurer.name
        assert read_profile(r, date(2026, 11, 16)).officer("เหรัญญิก") == "นายคนใหม่ ทดลอง"
    pack = month_pack(books, NOVEMBER)
    assert "นายคนใหม่ ทดลอง" in str(pack)
    assert treasurer.name not in str(pack)


def test_a_double_press_does_not_put_somebody_on_the_committee_twice(books: Books) -> None:
    new = Officer("กรรมการ", "นายซ้ำ ทดลอง", date(2026, 1, 1))
    add_officer(books, new)
    assert refused(books, lambda: add_officer(books, new)).code == "OFFICER_TWICE"
    row = settings_view(books).officers[-1]
    change_officer(books, row.id, replace(new, until=date(2026, 6, 30)))
    add_officer(books, replace(new, since=date(2026, 7, 1)))
    backwards = replace(new, since=date(2026, 7, 1), until=date(2026, 1, 1))
    assert refused(books, lambda: add_officer(books, backwards)).code == "OFFICE_ENDS_BEFORE_START"
    assert refused(books, lambda: add_officer(books, Officer("", " "))).code == "PROFILE_INVALID"
    remove_officer(books, row.id)
    assert refused(books, lambda: remove_officer(books, row.id)).code == "OFFICER_UNKNOWN"
    assert problems(books) == []


def test_a_closed_bank_stays_closed_when_the_file_is_opened_again(young: Path) -> None:
    with open_fund(young, on(TODAY)) as books:
        add_bank(books, Bank("ออมสิน", ""))
        close_bank(books, "1202", TODAY)
    with open_fund(young, on(TODAY)) as books:
        assert now(books).banks[1] == Bank("ออมสิน", "", TODAY)
