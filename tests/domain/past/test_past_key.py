"""What names a benefit paid before the program is the same text that a claim of it would carry."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.rulebook.nasuk import NASUK
from wangfund.domain.eligibility.event_key import once_mark
from wangfund.domain.eligibility.read_claim import read_claim
from wangfund.domain.past.past_key import event_mark, key_words, needs_telling, past_mark
from wangfund.domain.past.told import PastTold
from wangfund.domain.rulebook.model import Benefit, Scope

DAY = date(2025, 2, 5)


def benefit(code: str) -> Benefit:
    found = NASUK.benefit(code)
    assert found is not None
    return found


def told(code: str, key: str = "", units: int | None = None, event: date | None = DAY) -> PastTold:
    return PastTold("0001", code, event, DAY.year, 30_000, units, key)


@pytest.mark.parametrize(
    ("code", "key", "mark"),
    [
        ("TRADITION", "ORDAIN", "TRAD|ORDAIN"),
        ("TRADITION", "อุปสมบท", "TRAD|ORDAIN"),
        ("TRADITION", "TRAD|ORDAIN", "TRAD|ORDAIN"),
        ("BIRTH", "เด็กหญิง ก", "BIRTH|เด็กหญิง ก"),
        ("EDU", "จบ ป.6 | น้องดำ", "EDU|P6|น้องดำ"),
        ("DISASTER", "12/3 หมู่ 4", "DIS|12/3 หมู่ 4|2025-02-05"),
        ("DISASTER", "DIS|12/3 หมู่ 4|2025-02-05", "DIS|12/3 หมู่ 4|2025-02-05"),
        ("HOSP", "HOSP|2025-02-01|2025-02-05", "HOSP|2025-02-01|2025-02-05"),
    ],
)
def test_key_may_be_told_whole_or_by_what_differs(code: str, key: str, mark: str) -> None:
    assert event_mark(benefit(code), told(code, key)) == mark


@pytest.mark.parametrize(
    ("code", "key", "event"),
    [
        ("TRADITION", "ขึ้นบ้านใหม่", DAY),
        ("EDU", "P6", DAY),
        ("EDU", "P6|ก|ข", DAY),
        ("EDU", "P6|", DAY),
        ("DISASTER", "DIS|12|2025-02-06", DAY),
        ("DISASTER", "12", None),
        ("HOSP", "HOSP|2025-02-06|2025-02-05", DAY),
        ("FUNERAL", "อะไรก็ได้", DAY),
    ],
)
def test_key_that_does_not_fit_the_rule_is_refused(code: str, key: str, event: date | None) -> None:
    with pytest.raises(ValueError, match=r"no key|day unknown|unreadable|another day|parts"):
        event_mark(benefit(code), told(code, key, event=event))


@given(st.integers(1, 60), st.dates(date(2011, 1, 1), date(2026, 11, 20)))
def test_stay_is_named_by_its_last_day_and_nights_like_its_claim(nights: int, left: date) -> None:
    row = PastTold("0001", "HOSP", left, left.year, 100, nights)
    came = left - timedelta(days=nights)
    claim = read_claim(benefit("HOSP"), {"event": left, "admitted": came}, left).claim
    assert claim is not None
    mark = event_mark(benefit("HOSP"), row)
    assert mark == claim.key
    assert past_mark(benefit("HOSP"), row, mark) == once_mark(
        benefit("HOSP"), left, claim.key, joined=date(2010, 1, 1), fiscal_year_starts=1
    )


def test_nothing_is_guessed_where_nothing_is_told() -> None:
    assert event_mark(benefit("BIRTH"), told("BIRTH")) is None
    assert event_mark(benefit("HOSP"), told("HOSP")) is None
    assert event_mark(benefit("HOSP"), told("HOSP", units=3, event=None)) is None
    assert [code for code in ("BIRTH", "HOSP", "ELDER", "EDU") if needs_telling(benefit(code))] == [
        "BIRTH",
        "EDU",
    ]
    assert key_words(benefit("EDU")) == "ระดับชั้น|ผู้เรียน (เลขประจำตัวหรือชื่อ)"


def test_once_a_year_and_once_a_life_need_only_the_year() -> None:
    assert past_mark(benefit("ELDER"), told("ELDER", event=None), None) == (Scope.MEMBER, "ELDER|2025")
    assert past_mark(benefit("FUNERAL"), told("FUNERAL", event=None), None) == (Scope.MEMBER, "FUNERAL")
    assert past_mark(benefit("BIRTH"), told("BIRTH", event=None), None) is None
    assert past_mark(benefit("VISIT"), told("VISIT"), None) is None
