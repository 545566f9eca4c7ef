"""What a person can ask papers of: the months of the books, sealed or not, and the villages."""

from __future__ import annotations

from dataclasses import dataclass

from wangfund.domain.fingerprint import fingerprint
from wangfund.store.books import Books
from wangfund.store.periods import first_period_month, last_period_month, open_periods, sealing_links
from wangfund.store.profile import read_profile
from wangfund.thai.period import Period


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """Months from `first` to `last`; `fingerprints` of the sealed ones, `drafts` counted but not sealed."""

    first: Period
    last: Period
    fingerprints: dict[Period, str]
    drafts: frozenset[Period]
    villages: tuple[tuple[int, str], ...]

    @property
    def last_closed(self) -> Period | None:
        """The newest sealed month, None in a young fund."""
        return max(self.fingerprints, default=None)

    def is_closed(self, month: Period) -> bool:
        """Whether a month is sealed."""
        return month in self.fingerprints


def report_facts(books: Books) -> ReportFacts:
    """Months and villages there are papers of, as of one moment. Reads only."""
    with books.read() as r:
        profile = read_profile(r, books.clock.today())
        return ReportFacts(
            first_period_month(r),
            last_period_month(r),
            {month: fingerprint(link) for month, link in sealing_links(r)},
            frozenset(row.month for row in open_periods(r) if row.state == "draft"),
            tuple((village.moo, village.name) for village in profile.villages),
        )
