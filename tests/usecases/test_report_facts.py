"""The months and villages papers can be asked of."""

from __future__ import annotations

from pathlib import Path

from tests.funds import DECEMBER, NOVEMBER, TODAY, on
from wangfund.store.books import Books
from wangfund.store.fund_file import open_for_reading
from wangfund.usecases.info import fund_info
from wangfund.usecases.report_facts import report_facts


def test_a_young_fund_has_no_sealed_month(books: Books) -> None:
    facts = report_facts(books)
    assert facts.first == NOVEMBER
    assert facts.last_closed is None
    assert not facts.is_closed(NOVEMBER)
    assert facts.villages == ((1, "บ้านเหนือ"), (2, "บ้านใต้"), (3, "บ้านกลาง"))


def test_a_sealed_month_has_the_fingerprint_that_is_printed(busy: Path) -> None:
    with open_for_reading(busy, on(TODAY)) as books:
        facts = report_facts(books)
        assert facts.last_closed == NOVEMBER
        assert facts.last >= DECEMBER
        assert facts.fingerprints[NOVEMBER] == fund_info(books).fingerprint
