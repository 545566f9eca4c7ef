"""What a draft would have cost: by kind, by year, and by member, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from wangfund.thai.era import OFFSET
from wangfund.thai.money_text import format_baht
from wangfund.ui.words import DASH
from wangfund.usecases.replay_rules import KindSum, Replay, ReplayedClaim

_WHOLE_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class YearSum:
    """A calendar year (B.E.): what was given, and how much more (or less) it would have been."""

    year: int
    then_satang: int
    more_satang: int
    months: int = 12

    @property
    def words(self) -> str:
        """'2568', or '2569 (10 เดือน)' where only a part of the year was looked at."""
        return str(self.year) if self.months == _WHOLE_YEAR else f"{self.year} ({self.months} เดือน)"


def by_year(replay: Replay, until: date) -> tuple[YearSum, ...]:
    """The sums of each calendar year of the events; `until` is the last day that was looked at."""
    then: dict[int, int] = {}
    now: dict[int, int] = {}
    for claim in replay.claims:
        year = claim.event_on.year + OFFSET
        then[year] = then.get(year, 0) + claim.then_satang
        now[year] = now.get(year, 0) + claim.now_satang
    return tuple(
        YearSum(year, then[year], now[year] - then[year], _months(year - OFFSET, replay.since, until))
        for year in sorted(then)
    )


def _months(year: int, since: date, until: date) -> int:
    """Of how many months of a year something was looked at."""
    first = since.month if year == since.year else 1
    last = until.month if year == until.year else _WHOLE_YEAR
    return last - first + 1


def touched(replay: Replay) -> tuple[ReplayedClaim, ...]:
    """The claims that would have come to something else, the newest event first."""
    found = [claim for claim in replay.claims if claim.now_satang != claim.then_satang]
    return tuple(reversed(found))


def signed(satang: int) -> str:
    """'+1,500', '−300', a dash for nothing; satang only when there are some."""
    if not satang:
        return DASH
    return f"{'+' if satang > 0 else '−'}{plain(abs(satang))}"


def plain(satang: int) -> str:
    """An amount without its satang where there are none."""
    return format_baht(satang).removesuffix(".00")


def total_words(replay: Replay) -> str:
    """What the sum of all is called."""
    difference = replay.now_satang - replay.then_satang
    if difference > 0:
        return "จ่ายเพิ่มรวม"
    return "จ่ายน้อยลงรวม" if difference < 0 else "จ่ายเท่าเดิม"


def people_words(replay: Replay) -> str:
    """How many would have had more, how many less."""
    more = len({c.member_no for c in replay.claims if c.now_satang > c.then_satang})
    less = len({c.member_no for c in replay.claims if c.now_satang < c.then_satang})
    if not replay.claims:
        return "สามปีที่ผ่านมายังไม่มีคำขอที่ตัดสินแล้ว"
    return f"{len(replay.claims):,} คำขอ · ได้มากขึ้น {more:,} คน · น้อยลง {less:,} คน"


def count(number: int) -> str:
    """A number, a dash for none."""
    return f"{number:,}" if number else DASH


def total_of(kinds: Sequence[KindSum]) -> KindSum:
    """The last row of the table by kind."""
    return KindSum(
        "",
        "รวม",
        sum(k.claims for k in kinds),
        sum(k.then_satang for k in kinds),
        sum(k.now_satang for k in kinds),
        sum(k.more for k in kinds),
        sum(k.less for k in kinds),
    )
