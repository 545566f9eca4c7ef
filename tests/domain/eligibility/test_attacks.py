"""Ways around the rules, tried at random: money after the event, part payments, set-offs twice, rooms twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.domain.eligibility.members import PAID_UP, as_past, claim, decide, stay
from tests.domain.rulebook.nasuk import NASUK
from wangfund.domain.dues.allocation import allocate
from wangfund.domain.dues.coverage import Range, count, merged
from wangfund.domain.eligibility.assess import assess, assess_all
from wangfund.domain.eligibility.assessment import Assessment, Result
from wangfund.domain.eligibility.facts import ClaimFacts, MemberFacts, PastClaim
from wangfund.domain.eligibility.set_off import set_off
from wangfund.domain.eligibility.standing import Cause, Covering, reinstated_on
from wangfund.domain.money import baht
from wangfund.thai.period import Period

_RULES = NASUK.membership
_PRICE = NASUK.contribution.month_price_satang
_JOINED = date(2023, 3, 10)
_PAYMENTS = st.lists(st.tuples(st.integers(0, 900), st.sampled_from([1, 2, 3, 5, 6, 12])), max_size=8)
_EVENT_DAYS = st.integers(0, 1000).map(lambda days: _JOINED + timedelta(days=days))


def _coverings(payments: Sequence[tuple[int, int]]) -> list[Covering]:
    """Payments of whole months laid down in the order of their days, as the register keeps them."""
    covered: tuple[Range, ...] = ()
    rows = []
    for days, months in sorted(payments):
        ranges = allocate(_PRICE * months, Period.of(_JOINED), covered, NASUK.contribution).ranges
        covered += ranges
        rows.append(Covering(_JOINED + timedelta(days=days), Cause.PAYMENT, ranges))
    return rows


def _stands(coverings: Sequence[Covering], event: date, died: date | None = None) -> MemberFacts:
    """The member as she stood before an event, from what was paid on which day."""
    before = tuple(one for row in coverings if row.day < event for one in row.ranges)
    since = tuple(one for row in coverings if row.day >= event for one in row.ranges)
    reinstated = reinstated_on(_RULES, _JOINED, coverings, before=event)
    member = MemberFacts(_JOINED, birth_date=date(1970, 1, 1), reinstated=reinstated)
    return replace(member, covered=before, paid_since=since, died=died)


def _decided(answer: Assessment) -> tuple[Result, str, int, int | None]:
    return answer.result, answer.reason, answer.gross_satang, answer.arrears_months


@given(_PAYMENTS, _EVENT_DAYS, st.integers(0, 120), st.integers(1, 36))
def test_money_on_the_day_of_death_or_later_changes_no_decision(
    payments: list[tuple[int, int]], died: date, later: int, months: int
) -> None:
    honest = [one for one in _coverings(payments) if one.day < died]
    asked = claim("DEATH", died, died + timedelta(days=150))
    before = decide(asked, _stands(honest, died, died=died))
    covered = tuple(one for row in honest for one in row.ranges)
    bought = allocate(_PRICE * months, Period.of(_JOINED), covered, NASUK.contribution).ranges
    late = Covering(died + timedelta(days=later), Cause.PAYMENT, bought)
    after = decide(asked, _stands([*honest, late], died, died=died))
    assert _decided(after) == _decided(before)
    assert after.setoff_satang <= before.setoff_satang


@given(_PAYMENTS, _EVENT_DAYS, st.integers(1, 12))
def test_a_payment_before_the_event_never_loses_a_right_unless_it_reinstates(
    payments: list[tuple[int, int]], event: date, months: int
) -> None:
    rows = [one for one in _coverings(payments) if one.day < event]
    first = decide(stay(event, 3), _stands(rows, event))
    covered = tuple(one for row in rows for one in row.ranges)
    ranges = allocate(_PRICE * months, Period.of(_JOINED), covered, NASUK.contribution).ranges
    more = _stands([*rows, Covering(event - timedelta(days=1), Cause.PAYMENT, ranges)], event)
    second = decide(stay(event, 3), more)
    if first.result is Result.PAY:
        assert second.result is Result.PAY
        assert second.gross_satang == first.gross_satang
        assert second.net_satang >= first.net_satang
    if first.reason in {"SUSPENDED", "LAPSED"}:
        assert second.reason in {"SUSPENDED", "LAPSED", "REINSTATE_WAIT"}


@given(st.integers(3, 30), st.data())
def test_a_part_payment_that_leaves_three_owed_gives_no_right_ever(owed: int, data: st.DataObject) -> None:
    event = date(2026, 6, 20)
    start = Period.of(event).plus(-owed)
    joined = start.first_day
    pays = data.draw(st.integers(0, owed - 3))
    assume((event - joined).days >= 180)
    ranges: tuple[Range, ...] = ((start, start.plus(pays - 1)),) if pays else ()
    rows = [Covering(event - timedelta(days=40), Cause.PAYMENT, ranges)]
    member = MemberFacts(joined, covered=ranges, reinstated=reinstated_on(_RULES, joined, rows))
    answer = decide(stay(event, 3), member)
    assert answer.reason == ("LAPSED" if owed - pays >= 12 else "SUSPENDED")


@settings(max_examples=60)
@given(st.integers(0, 2), st.lists(st.tuples(st.integers(0, 25), st.integers(1, 4)), min_size=1, max_size=6))
def test_several_claims_set_off_each_owed_month_once(owing: int, stays: list[tuple[int, int]]) -> None:
    """Paid one after the other, each set-off covering its months from the day it is paid on."""
    paid_to = Period(2025, 4).plus(-owing)
    member = replace(PAID_UP, covered=((Period.of(PAID_UP.joined), paid_to),))
    kept = 0
    months: list[Range] = []
    history: list[PastClaim] = []
    for days, nights in sorted(stays):
        asked = stay(date(2025, 5, 5) + timedelta(days=days), nights)
        answer = decide(asked, member, history)
        history.append(as_past(asked, answer))
        kept += answer.setoff_satang
        months += list(answer.setoff.ranges)
        member = replace(member, paid_since=(*member.paid_since, *answer.setoff.ranges))
    assert kept == owing * _PRICE
    assert count(merged(months)) == sum(count(merged([one])) for one in months) == owing


@given(_PAYMENTS, _EVENT_DAYS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=4))
def test_paying_meanwhile_recomputes_the_set_off_and_nothing_else(
    payments: list[tuple[int, int]], event: date, later: list[tuple[int, int]]
) -> None:
    rows = [one for one in _coverings(payments) if one.day < event]
    asked = stay(event, 3)
    first = decide(asked, _stands(rows, event))
    assume(first.result is Result.PAY)
    covered = tuple(one for row in rows for one in row.ranges)
    for days, months in sorted(later):
        ranges = allocate(_PRICE * months, Period.of(_JOINED), covered, NASUK.contribution).ranges
        covered += ranges
        rows.append(Covering(event + timedelta(days=days), Cause.PAYMENT, ranges))
    member = _stands(rows, event)
    second = decide(asked, member)
    assert (second.gross_satang, second.units) == (first.gross_satang, first.units)
    benefit = NASUK.benefit("HOSP")
    assert benefit is not None
    assert set_off(NASUK, benefit, first.gross_satang, asked, member) == second.setoff
    paid_since = sum(months for _, months in later) * _PRICE
    assert second.setoff_satang == max(first.setoff_satang - paid_since, 0)


_CODES = st.sampled_from(["HOSP", "EDU", "TRADITION", "DISASTER", "BIRTH", "VISIT"])
_PAST = st.lists(
    st.builds(
        PastClaim,
        _CODES,
        st.integers(0, baht(3000)),
        st.integers(0, 12),
        event=st.dates(date(2025, 1, 1), date(2025, 5, 1)),
    ),
    max_size=6,
)


@given(_PAST, st.data())
def test_an_unpaid_approval_fills_the_room_and_a_reversed_one_gives_it_back(
    past: list[PastClaim], data: st.DataObject
) -> None:
    asked = stay(date(2025, 5, 4), 8)
    full = decide(asked, history=past)
    which = data.draw(st.sets(st.integers(0, max(len(past) - 1, 0))))
    reversed_ = [replace(one, counts=place not in which) for place, one in enumerate(past)]
    standing = [one for place, one in enumerate(past) if place not in which]
    assert decide(asked, history=reversed_) == decide(asked, history=standing)
    assert decide(asked, history=standing).gross_satang >= full.gross_satang
    cash = sum(one.gross_satang for one in past if one.benefit != "VISIT")
    if full.result is Result.PAY:
        assert cash + full.gross_satang <= max(baht(5000), cash)


@given(_PAYMENTS, _EVENT_DAYS, st.integers(0, 90), st.integers(0, 90))
def test_the_day_of_claiming_within_the_deadline_changes_nothing(
    payments: list[tuple[int, int]], event: date, one: int, other: int
) -> None:
    member = _stands(_coverings(payments), event)
    first = decide(stay(event, 3, event + timedelta(days=one)), member)
    second = decide(stay(event, 3, event + timedelta(days=other)), member)
    assert (first.reason, first.net_satang, first.steps) == (second.reason, second.net_satang, second.steps)


@given(_PAYMENTS, st.lists(_EVENT_DAYS, min_size=1, max_size=4), _PAST)
def test_asking_together_is_asking_one_by_one(
    payments: list[tuple[int, int]], events: list[date], past: list[PastClaim]
) -> None:
    member = _stands(_coverings(payments), events[0])
    claims: list[ClaimFacts] = [stay(event, 3) for event in events]
    claims += [claim("FUNERAL", event) for event in events]
    alone = tuple(assess(NASUK, one, member, past) for one in claims)
    assert assess_all(NASUK, claims, member, past) == alone
    assert all(one.reason == "NO_RULE_IN_FORCE" for one in assess_all(None, claims, member, past))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12/3 หมู่ 4", "๑๒ / ๓  หมู่ ๔"),
        ("เด็กชายสมมุติ ใจดี", "ด.ช. สมมุติ  ใจดี"),
        ("1-2345-67890-12-3", "1234567890123"),
        ("น้ำ ใส", "น\u0e4d\u0e49า ใส"),
        ("A b", "a\u200b B"),
        ("ก|ข", "ก ข"),
    ],
)
def test_the_same_event_written_otherwise_has_one_name(one: str, other: str) -> None:
    for code, fact in (("DISASTER", "house"), ("BIRTH", "child")):
        told: list[dict[str, object]] = [{fact: one}, {fact: other}]
        keys = {claim(code, date(2025, 5, 4), None, **said).key for said in told}
        assert len(keys) == 1
        assert None not in keys


def test_two_children_keep_two_names() -> None:
    names = ("เด็กชาย ยังไม่มีชื่อ", "เด็กหญิง ยังไม่มีชื่อ", "แฝดพี่", "แฝดน้อง", "เด็กชาย", "เด็กหญิง")
    assert len({claim("BIRTH", date(2025, 5, 4), child=name).key for name in names}) == len(names)
