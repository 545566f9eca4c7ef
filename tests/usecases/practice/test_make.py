"""A practice fund is whole, the same for the same seed and day, closed up to the month before today's."""

from datetime import date
from pathlib import Path

import pytest

from tests.usecases.practice.funds import MEMBERS, TODAY, PracticeFund, everything, made
from wangfund.domain.errors import Refused
from wangfund.store.errors import StoreError
from wangfund.thai.period import Period
from wangfund.usecases.info import fund_info
from wangfund.usecases.practice.make import make_practice_fund
from wangfund.usecases.verify_fund import verify_fund


def test_practice_fund_is_whole(fund: PracticeFund) -> None:
    with fund.books() as books:
        assert verify_fund(books).problems == ()


def test_practice_fund_has_as_many_members_today_as_asked(fund: PracticeFund) -> None:
    assert fund.result.members == MEMBERS
    assert fund.result.entries == fund.rows("SELECT count(*) FROM entry")[0][0]


def test_every_month_but_todays_is_closed_by_resolution_in_the_next_month(fund: PracticeFund) -> None:
    rows = fund.rows("SELECT month, state, resolution, closed_on FROM period ORDER BY month")
    assert [row[0] for row in rows] == [Period(2024, 11).plus(n).code for n in range(25)]
    assert rows[-1][1:] == ("open", None, None)
    for month, state, resolution, closed_on in rows[:-1]:
        assert state == "closed"
        assert resolution
        assert Period.of(date.fromisoformat(closed_on)) == Period.from_code(month).plus(1)


def test_open_month_is_not_collected(fund: PracticeFund) -> None:
    this = Period.of(TODAY).code
    assert fund.rows(f"SELECT count(*) FROM entry WHERE month >= {this}") == [(0,)]
    assert fund.rows(f"SELECT count(*) FROM round WHERE month >= {this}") == [(0,)]
    # A village in which nobody owed anything that month brings no round.
    villages = [row[0] for row in fund.rows("SELECT count(DISTINCT village_id) FROM round GROUP BY month")]
    assert len(villages) == 24 and min(villages) >= 8 and max(villages) == 12


def test_claims_wait_in_the_open_month_and_one_is_a_promise(fund: PracticeFund) -> None:
    states = dict(fund.rows("SELECT state, count(*) FROM claim GROUP BY state"))
    assert states["requested"] >= 1
    assert states["approved"] == 1
    with fund.books() as books:
        info = fund_info(books)
    assert info.promises.approved_unpaid_cases == 1
    assert info.open_period == Period.of(TODAY)
    assert info.fingerprint


def test_cash_in_hand_at_the_end_of_every_month_is_within_the_limit(fund: PracticeFund) -> None:
    counted = fund.rows("SELECT counted_cash_satang FROM period WHERE state = 'closed'")
    assert all(0 <= satang <= 500_000 for (satang,) in counted)


def test_running_costs_stay_below_a_fifth_and_no_pool_is_overdrawn(fund: PracticeFund) -> None:
    spent = dict(
        fund.rows(
            "SELECT e.month / 100, sum(l.debit_satang - l.credit_satang) FROM line l JOIN entry e ON e.id = l.entry_id"
            " WHERE e.kind = 'expense' AND l.pool = 'admin' GROUP BY 1"
        )
    )
    came = dict(
        fund.rows(
            "SELECT e.month / 100, sum(l.credit_satang - l.debit_satang) FROM line l JOIN entry e ON e.id = l.entry_id"
            " WHERE e.kind <> 'opening' AND substr(l.account, 1, 1) IN ('3', '4') GROUP BY 1"
        )
    )
    assert spent
    assert all(satang * 5 < came[year] for year, satang in spent.items())
    with fund.books() as books:
        assert all(satang > 0 for _, satang in fund_info(books).pools)


def test_same_seed_and_day_give_the_same_content_to_the_byte(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    one, other = made(first), made(second)
    assert everything(one.path) == everything(other.path)
    assert one.path.read_bytes() == other.path.read_bytes()
    with one.books() as books, other.books() as others:
        assert fund_info(books).fingerprint == fund_info(others).fingerprint


def test_another_seed_gives_other_people(tmp_path: Path) -> None:
    sql = "SELECT given_name, family_name, national_id FROM member"
    assert not set(made(tmp_path, seed=1).rows(sql)) & set(made(tmp_path, seed=2).rows(sql))


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2024, 2, 29), date(2025, 3, 31), date(2014, 1, 1)])
def test_practice_fund_of_any_day_is_whole(tmp_path: Path, today: date) -> None:
    fund = made(tmp_path, today)
    assert fund.result.members == 20
    with fund.books() as books:
        assert verify_fund(books).problems == ()
        assert fund_info(books).last_closed == Period.of(today).plus(-1)


def test_smallest_fund_is_whole(tmp_path: Path) -> None:
    fund = made(tmp_path, members=12)
    with fund.books() as books:
        assert verify_fund(books).problems == ()


def test_progress_hears_every_month(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []

    def hear(done: int, whole: int) -> None:
        heard.append((done, whole))

    make_practice_fund(tmp_path / "a.wangfund", TODAY, members=12, years=1, progress=hear)
    assert heard == [(n, 12) for n in range(1, 13)]


@pytest.mark.parametrize(
    ("members", "years", "code"),
    [
        (11, 1, "PRACTICE_SIZE"),
        (20_001, 1, "PRACTICE_SIZE"),
        (20, 0, "PRACTICE_YEARS"),
        (20, 15, "PRACTICE_YEARS"),
    ],
)
def test_fund_out_of_bounds_is_refused_and_leaves_no_file(
    tmp_path: Path, members: int, years: int, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        make_practice_fund(tmp_path / "a.wangfund", TODAY, members=members, years=years)
    assert refused.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.wangfund"
    path.write_bytes(b"mine")
    with pytest.raises(StoreError) as refused:
        make_practice_fund(path, TODAY, members=12, years=1)
    assert refused.value.code == "FILE_EXISTS"
    assert path.read_bytes() == b"mine"


def test_making_that_is_broken_off_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "a.wangfund"

    def stop(done: int, _whole: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_practice_fund(path, TODAY, members=12, years=1, progress=stop)
    assert not path.exists()
