"""What a fund's own rules say to one they refuse: money in baht, its own words, no word of Python needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.eligibility.members import PAID_UP
from tests.domain.eligibility.test_words import ask, past
from tests.domain.rulebook.small import benefit, small
from wangfund.domain.eligibility.read_claim import read_claim
from wangfund.domain.money import baht
from wangfund.text.messages import say_finding
from wangfund.text.rule_words import condition_lines, limit_lines

_DAY = date(2025, 6, 15)
_FIXED = '[[benefits.amounts]]\nkind = "fixed"\nbaht = 500\n'
_COST = """
[[benefits.facts]]
name = "cost"
label = "ค่าใช้จ่าย"
type = "baht"
[[benefits.conditions]]
fact = "cost"
at_least = 500
reason = "COST_TOO_SMALL"
"""


def _condition(fact: str, test: str, more: str = "") -> str:
    return f'\n[[benefits.conditions]]\nfact = "{fact}"\n{test}\nreason = "OUR_OWN"\n{more}\n'


def test_a_condition_on_money_is_in_baht() -> None:
    rules = small(benefit(_COST + _FIXED))
    assert ask(rules, cost="499.99").reason == "COST_TOO_SMALL"
    assert ask(rules, cost=500).reason == "OK"
    refused = ask(rules, cost="4.50").findings[0]
    assert (refused.values["told"], refused.values["wanted"]) == ("4.5", 500)
    assert say_finding(refused).message == "ค่าใช้จ่าย 4.5 ยังไม่ถึง 500 ที่ระเบียบกำหนด"
    gift = rules.benefit("GIFT")
    assert gift is not None
    assert "ค่าใช้จ่ายตั้งแต่ 500 บาท" in condition_lines(rules, gift)


def test_a_part_that_hangs_on_money_counts_it_in_baht() -> None:
    words = (
        _COST.split("[[benefits.conditions]]", maxsplit=1)[0]
        + _FIXED
        + 'when = { fact = "cost", at_least = 1000 }\n'
    )
    rules = small(benefit(words + _FIXED))
    assert [ask(rules, cost=cost).gross_satang for cost in (999, 1000)] == [baht(500), baht(1000)]


@pytest.mark.parametrize(
    ("test", "words"),
    [
        ("at_least = 80", "อายุ 72 ยังไม่ถึง 80 ที่ระเบียบกำหนด"),
        ("at_most = 20", "อายุ 72 เกิน 20 ที่ระเบียบกำหนด"),
        ("below = 65", "อายุ 72 ระเบียบกำหนดให้ต่ำกว่า 65"),
    ],
)
def test_a_reason_of_the_funds_own_is_told_by_what_it_asks(test: str, words: str) -> None:
    refused = ask(small(benefit(_condition("age", test) + _FIXED)))
    assert (refused.reason, say_finding(refused.findings[0]).code) == ("OUR_OWN", "OUR_OWN")
    assert say_finding(refused.findings[0]).message == words


def test_a_known_reason_is_not_told_the_wrong_way_round() -> None:
    text = benefit(_condition("age", "at_most = 20") + _FIXED).replace("OUR_OWN", "AGE")
    assert say_finding(ask(small(text)).findings[0]).message == "อายุ 72 เกิน 20 ที่ระเบียบกำหนด"


def test_a_choice_and_a_yes_or_no_are_told_in_their_own_words() -> None:
    facts = """
[[benefits.facts]]
name = "place"
label = "สถานที่"
type = "choice"
choices = { near = "ในจังหวัด", far = "นอกจังหวัด" }
[[benefits.facts]]
name = "sober"
label = "ไม่ดื่มสุรา"
type = "yes_no"
"""
    rules = small(
        benefit(facts + _condition("place", 'one_of = ["far"]') + _condition("sober", "is = true") + _FIXED)
    )
    said = [say_finding(one).message for one in ask(rules, place="near", sober=False).findings]
    assert said == [
        "สถานที่ ในจังหวัด ไม่อยู่ในรายการที่ระเบียบกำหนด: นอกจังหวัด",
        "ยังไม่เข้าเงื่อนไขที่ระเบียบกำหนด: ไม่ดื่มสุรา",
    ]


def test_a_by_law_may_say_it_in_its_own_words() -> None:
    says = 'says = "ทุนนี้สำหรับผู้สูงอายุ 80 ปีขึ้นไป"'
    rules = small(benefit(_condition("age", "at_least = 80", says) + _FIXED))
    assert say_finding(ask(rules).findings[0]).message == "ทุนนี้สำหรับผู้สูงอายุ 80 ปีขึ้นไป"
    days = '\n[benefits.pay_days]\ndays = ["07-01"]\nreason = "NOT_OUR_DAY"\n'
    assert (
        say_finding(ask(small(benefit(days + _FIXED))).findings[0]).message
        == "สวัสดิการนี้จ่ายเฉพาะวันที่กำหนดในระเบียบ"
    )
    own = small(benefit(days + 'says = "จ่ายวันเกิดกองทุน"\n' + _FIXED))
    assert say_finding(ask(own).findings[0]).message == "จ่ายวันเกิดกองทุน"


def test_an_exclusion_and_a_table_of_the_funds_own_are_told() -> None:
    words = '\n[benefits.exclusive_with]\nbenefits = ["OTHER"]\nreason = "NOT_BOTH"\n'
    rules = small(benefit(words + _FIXED) + benefit(_FIXED, "OTHER"))
    refused = ask(rules, history=[past(300, date(2025, 2, 1), code="OTHER")])
    assert say_finding(refused.findings[0]).message == "ได้รับสวัสดิการอื่นที่ระเบียบไม่ให้รับซ้ำกันแล้ว 300.00 บาท"
    gift = rules.benefit("GIFT")
    assert gift is not None
    assert limit_lines(rules, gift) == ("ไม่จ่ายซ้ำกับสวัสดิการ OTHER ในปีเดียวกัน",)
    tiers = '[[benefits.amounts]]\nkind = "tiers"\nby = "membership"\nbelow = "TOO_NEW"\ntiers = [{ from = 20, baht = 9 }]\n'
    early = ask(small(benefit(tiers)))
    assert early.reason == "TOO_NEW"
    assert "1 ม.ค. 2578" in say_finding(early.findings[0]).message


_STAY = """
unit = "night"
[[benefits.facts]]
name = "since"
label = "วันเข้า"
type = "date"
[[benefits.facts]]
name = "nights"
label = "จำนวนคืน"
type = "days_between"
since = "since"
until = "event"
[[benefits.amounts]]
kind = "per_unit"
fact = "nights"
baht = 100
counted = true
"""


def test_a_number_told_does_not_outweigh_the_dates_told_beside_it() -> None:
    """A stay of three nights told as thirty pays three, and the clerk is asked first."""
    rules = small(benefit(_STAY))
    gift = rules.benefit("GIFT")
    assert gift is not None
    reading = read_claim(gift, {"event": _DAY, "since": date(2025, 6, 12), "nights": 30}, _DAY)
    assert [one.code for one in reading.findings] == ["FACT_COUNTED_OTHERWISE"]
    assert "30" in say_finding(reading.findings[0]).message
    assert "3" in say_finding(reading.findings[0]).message
    same = read_claim(gift, {"event": _DAY, "since": date(2025, 6, 12), "nights": 3}, _DAY)
    assert same.findings == ()
    assert ask(rules, since=date(2025, 6, 12)).gross_satang == baht(300)
    assert ask(rules, nights=4).gross_satang == baht(400)


def test_years_without_a_claim_come_from_the_records_alone() -> None:
    words = '\n[[benefits.facts]]\nname = "quiet"\nlabel = "ปี"\ntype = "years_without_claim"\nbenefits = ["GIFT"]\n'
    rules = small(benefit(words + _condition("quiet", "at_least = 3") + _FIXED))
    gift = rules.benefit("GIFT")
    assert gift is not None
    reading = read_claim(gift, {"event": _DAY, "quiet": 30}, _DAY)
    assert reading.unread == ("quiet",)
    young = replace(PAID_UP, joined=date(2023, 1, 1))
    assert ask(rules, member=young).reason == "OUR_OWN"
