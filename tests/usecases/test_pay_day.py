"""Pay days: everybody whom it is for, once, all or nobody, a voucher each."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.funds import TODAY, money, on, problems, rows_of
from tests.usecases.refusals import refusal
from wangfund.domain.eligibility.assessment import Result
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.usecases.pay_day import PayDay, PayDayList, pay_day, pay_day_list
from wangfund.usecases.pay_day_sheet import paid_sheet, planned_sheet
from wangfund.usecases.practice.make import make_practice_fund
from wangfund.usecases.request_claim import RequestClaim, assess_claim

SONGKRAN = date(2026, 4, 13)


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("practice") / "a.wangfund"
    make_practice_fund(path, date(2026, 4, 20), members=80, years=2)
    return path.read_bytes()


@pytest.fixture
def fund(practice: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "b.wangfund"
    path.write_bytes(practice)
    return path


def plan(listed: PayDayList, members: list[int] | None = None, **changes: Any) -> PayDay:
    chosen = [row.member_id for row in listed.paid] if members is None else members
    told: dict[str, Any] = {
        "benefit": "ELDER", "event": SONGKRAN, "on": date(2026, 4, 20), "resolution": "มติ 4/2569",
        "out_of": "ธ.ก.ส.", "members": chosen, **changes,
    }  # fmt: skip
    return PayDay(**told)


def unpaid(books: Books) -> PayDayList:
    return pay_day_list(books, "ELDER", SONGKRAN)


def test_list_says_what_each_claim_alone_would_say(fund: Path) -> None:
    with open_fund(fund, on(date(2026, 4, 20))) as books:
        listed = unpaid(books)
        assert listed.paid
        numbers = {row.member_no: row.assessment for row in (*listed.paid, *listed.refused)}
        alone = {
            number: assess_claim(
                books, RequestClaim(number, "ELDER", {"event": "2026-04-13"}, SONGKRAN)
            ).assessment
            for (number,) in rows_of(books, "SELECT member_no FROM member")
        }
    for number, answer in alone.items():
        if answer.result is Result.PAY:
            assert numbers[number] == answer
        else:
            assert number not in {row.member_no for row in listed.paid}


def test_pay_day_pays_everybody_once_with_a_voucher_each(fund: Path) -> None:
    with open_fund(fund, on(date(2026, 4, 20))) as books:
        listed = unpaid(books)
        before = money(books)
        done = pay_day(books, plan(listed), "สมพร")
        assert [member for member, _, _ in done.paid] == [row.member_id for row in listed.paid]
        assert done.net_satang == listed.net_satang
        assert len({voucher.number for _, voucher, _ in done.paid}) == len(listed.paid)
        after = money(books)
        moved = {account: before[account] - after[account] for account in before}
        setoff = listed.gross_satang - listed.net_satang
        assert moved["pool:welfare"] == listed.gross_satang - setoff * 80 // 100
        assert done.net_satang in moved.values()
        again = unpaid(books)
        assert again.paid == ()
        # Those who were paid are still listed with what they got.
        got = {row.member_id: (row.setoff_satang, row.net_satang) for row in again.refused if row.given}
        assert got == {row.member_id: (row.setoff_satang, row.net_satang) for row in listed.paid}
        refused = refusal(books, lambda: pay_day(books, plan(listed)))
        assert "member_no" in refused.values
        assert not problems(books)


def test_excluded_is_seen_with_the_reason_and_may_be_asked_again(fund: Path) -> None:
    with open_fund(fund, on(date(2026, 4, 20))) as books:
        listed = unpaid(books)
        first, *rest = [row.member_id for row in listed.paid]
        done = pay_day(books, plan(listed, rest, excluded={first: "ไม่ได้มารับ"}))
        assert (len(done.paid), done.set_aside) == (len(rest), 1)
        assert [row.member_id for row in unpaid(books).paid] == [first]
        sheet = paid_sheet(books, "ELDER", SONGKRAN)
        assert len(sheet.lines) == len(rest)
        assert len(sheet.set_aside) == 1
        assert all(line.voucher for line in sheet.lines)


def test_one_who_cannot_be_paid_leaves_nobody_paid(fund: Path) -> None:
    with open_fund(fund, on(date(2026, 4, 20))) as books:
        listed = unpaid(books)
        not_for = next(
            member
            for (member,) in rows_of(books, "SELECT member_id FROM spell WHERE ended_on IS NULL")
            if member not in {row.member_id for row in listed.paid}
        )
        members = [*(row.member_id for row in listed.paid), not_for]
        before = money(books)
        assert refusal(books, lambda: pay_day(books, plan(listed, members))).code == "CLAIM_NOT_APPROVED"
        assert money(books) == before


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"members": []}, "NOBODY_CHOSEN"),
        ({"resolution": "  "}, "RESOLUTION_MISSING"),
        ({"on": date(2026, 4, 21)}, "DATE_IN_FUTURE"),
        ({"out_of": "cash"}, "MONEY_SHORT"),
        ({"members": [999_999]}, "MEMBER_UNKNOWN"),
    ],
)
def test_pay_day_that_may_not_be_is_refused_whole(fund: Path, changes: dict[str, Any], wanted: str) -> None:
    with open_fund(fund, on(date(2026, 4, 20))) as books:
        listed = unpaid(books)
        assert refusal(books, lambda: pay_day(books, plan(listed, **changes))).code == wanted


def test_excluded_and_chosen_is_refused(fund: Path) -> None:
    with open_fund(fund, on(date(2026, 4, 20))) as books:
        listed = unpaid(books)
        one = listed.paid[0].member_id
        assert (
            refusal(books, lambda: pay_day(books, plan(listed, excluded={one: "ก"}))).code
            == "EXCLUDED_AND_CHOSEN"
        )


@pytest.mark.parametrize(
    ("benefit", "day", "wanted"),
    [
        ("ELDER", date(2026, 4, 14), "NOT_A_PAY_DAY"),
        ("HOSP", SONGKRAN, "NOT_A_PAY_DAY"),
        ("X", SONGKRAN, "BENEFIT_UNKNOWN"),
    ],
)
def test_list_of_no_pay_day_is_refused(books: Books, benefit: str, day: date, wanted: str) -> None:
    assert refusal(books, lambda: pay_day_list(books, benefit, day)).code == wanted


def test_planned_sheet_has_the_sums_of_its_list(fund: Path) -> None:
    with open_fund(fund, on(TODAY)) as books:
        listed = unpaid(books)
        sheet = planned_sheet(books, listed)
    assert (sheet.gross_satang, sheet.net_satang) == (listed.gross_satang, listed.net_satang)
