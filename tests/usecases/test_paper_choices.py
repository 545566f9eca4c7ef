"""The single papers of a month to choose from."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from tests.funds import DECEMBER, NOVEMBER, TODAY, on
from wangfund.store.books import Books
from wangfund.store.fund_file import open_for_reading
from wangfund.usecases.paper_choices import claims_requested, rounds_collected


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


def test_a_month_without_any_gives_none(books: Books) -> None:
    assert rounds_collected(books, NOVEMBER) == ()
    assert claims_requested(books, NOVEMBER) == ()
