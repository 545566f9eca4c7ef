"""The single papers of a month to choose from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.funds import DECEMBER, NOVEMBER, TODAY, on
from wangfund.store.books import Books
from wangfund.store.fund_file import open_for_reading
from wangfund.usecases.paper_choices import (
    claims_refused,
    claims_requested,
    pay_days_held,
    rounds_collected,
)
from wangfund.usecases.pay_day_sheet import paid_sheet


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    """A year of a practice fund, with pay days and refusals."""
    from tests.ui.windows import practice_file

    return practice_file(tmp_path)


def test_the_rounds_and_requests_of_a_month_are_all_there(busy: Path) -> None:
    with open_for_reading(busy, on(TODAY)) as books:
        rounds = rounds_collected(books, NOVEMBER)
        requests = [*claims_requested(books, NOVEMBER), *claims_requested(books, DECEMBER)]
        with books.read() as r:
            claims = r.connection.execute(sa.text("SELECT count(*) FROM claim")).scalar_one()
    assert len(rounds) >= 2
    assert [row.moo for row in rounds] == sorted(row.moo for row in rounds)
    assert all(row.month == NOVEMBER for row in rounds)
    assert len(requests) == claims
    assert all(line.member for line in requests)


def test_the_refused_and_the_pay_days_are_all_there_the_newest_first(practice: Path) -> None:
    with open_for_reading(practice, on(date(2026, 10, 30))) as books:
        refused, held = claims_refused(books), pay_days_held(books)
        with books.read() as r:
            claims = r.connection.execute(
                sa.text("SELECT id FROM claim WHERE state = 'refused' ORDER BY id")
            ).scalars()
            assert sorted(line.claim_id for line in refused) == list(claims)
        sheets = [paid_sheet(books, one.benefit, one.day) for one in held]
    assert refused and held
    assert [line.decided_on for line in refused] == sorted(
        (line.decided_on for line in refused), reverse=True
    )
    assert [one.day for one in held] == sorted((one.day for one in held), reverse=True)
    for one, sheet in zip(held, sheets, strict=True):
        assert (one.people, one.net_satang) == (len(sheet.lines), sheet.net_satang)
        assert one.name == sheet.benefit


def test_a_month_without_any_gives_none(books: Books) -> None:
    assert claims_refused(books) == ()
    assert pay_days_held(books) == ()
    assert rounds_collected(books, NOVEMBER) == ()
    assert claims_requested(books, NOVEMBER) == ()
