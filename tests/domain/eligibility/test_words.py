"""Each word a fund may write, decided right by a small rulebook; none needs Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from tests.domain.eligibility.members import PAID_UP
from tests.domain.rulebook.small import benefit, small
from wangfund.domain.eligibility.assess import assess
from wangfund.domain.eligibility.assessment import Assessment, Result
from wangfund.domain.eligibility.event_key import event_key, once_mark
from wangfund.domain.eligibility.facts import MemberFacts, PastClaim, Whose
from wangfund.domain.eligibility.read_claim import read_claim
from wangfund.domain.money import baht
from wangfund.domain.rulebook.model import Rulebook, Scope
from wangfund.thai.period import Period

_DAY = date(2025, 6, 15)
_OLD = replace(PAID_UP, joined=date(1990, 1, 1), covered=((Period(1990, 1), Period(2035, 12)),))
_FIXED = '[[benefits.amounts]]\nkind = "fixed"\nbaht = 500\n'
_NIGHTS = """unit = "night"
[[benefits.facts]]
name = "nights"
label = "คืน"
type = "whole"
[[benefits.amounts]]
kind = "per_unit"
fact = "nights"
baht = 100
counted = true
"""


def ask(
    rules: Rulebook,
    code: str = "GIFT",
    event: date = _DAY,
    member: MemberFacts = PAID_UP,
    history: Sequence[PastClaim] = (),
    **told: object,
) -> Assessment:
    rule = rules.benefit(code)
    assert rule is not None
    reading = read_claim(rule, {"event": event, **told}, event)
    assert reading.claim is not None
    assert (reading.findings, reading.unread) == ((), ())
    return assess(rules, reading.claim, member, history)


def past(
    gross: int,
    event: date,
    units: int = 0,
    code: str = "GIFT",
    whose: Whose = Whose.OWN,
    key: str | None = None,
) -> PastClaim:
    return PastClaim(code, baht(gross), units, key, event, None, whose)


# ---- waiting


@pytest.mark.parametrize(
    ("waiting", "joined", "first_day"),
    [
        ("months = 6", date(2025, 1, 15), date(2025, 7, 15)),
        ("months = 6", date(2024, 8, 31), date(2025, 2, 28)),
        ("months = 6\ndays = 1", date(2025, 1, 15), date(2025, 7, 16)),
        ('months = 6\ncounted = "whole"', date(2025, 1, 15), date(2025, 8, 1)),
        ('months = 6\ncounted = "whole"', date(2025, 1, 1), date(2025, 7, 1)),
        ('months = 6\ncounted = "with_joining"', date(2025, 1, 31), date(2025, 7, 1)),
        ("days = 180", date(2025, 1, 1), date(2025, 6, 30)),
    ],
)
def test_waiting_by_days_or_calendar_months(waiting: str, joined: date, first_day: date) -> None:
    rules = small(benefit(_FIXED), waiting=waiting)
    member = replace(PAID_UP, joined=joined)
    early = ask(rules, event=date.fromordinal(first_day.toordinal() - 1), member=member)
    assert (early.reason, early.first_day, early.clause) == ("WAITING", first_day, "ข้อ 9")
    assert ask(rules, event=first_day, member=member).reason == "OK"


def test_a_benefit_may_wait_on_its_own() -> None:
    own = benefit("wait = { months = 12 }\n" + _FIXED).replace('"standard"', '"own"')
    rules = small(own, waiting="days = 180")
    member = replace(PAID_UP, joined=date(2024, 6, 16))
    early = ask(rules, member=member)
    assert (early.reason, early.first_day, early.clause) == ("WAITING", date(2025, 6, 16), "ข้อ 15")
    assert ask(rules, event=date(2025, 6, 16), member=member).reason == "OK"


# ---- amounts


def test_an_amount_per_completed_year_beyond_some_between_floor_and_ceiling() -> None:
    words = 'kind = "per_year"\nbaht = 100\nabove_years = 5\nfloor_baht = 300\nceiling_baht = 700\n'
    rules = small(benefit(f"[[benefits.amounts]]\n{words}"))

    def after(years: int) -> int:
        return ask(rules, member=replace(_OLD, joined=date(2025 - years, 6, 15))).gross_satang

    assert [after(years) for years in (0, 5, 8, 9, 12, 30)] == [
        baht(n) for n in (300, 300, 300, 400, 700, 700)
    ]
    steps = [
        ask(rules, member=replace(_OLD, joined=date(2025 - years, 6, 15))).steps[0].code
        for years in (5, 9, 30)
    ]
    assert steps == ["AMOUNT_PER_YEAR_FLOOR", "AMOUNT_PER_YEAR", "AMOUNT_PER_YEAR_CEILING"]
    almost = replace(PAID_UP, joined=date(2016, 6, 16))
    assert ask(rules, member=almost).gross_satang == baht(300)


def test_a_rate_per_year_of_age_or_of_months_paid() -> None:
    by_age = small(
        benefit('[[benefits.amounts]]\nkind = "per_year"\nbaht = 10\nby = "age"\nabove_years = 60\n')
    )
    assert ask(by_age).gross_satang == baht(120)
    assert ask(by_age, member=replace(PAID_UP, birth_date=None)).missing == ("birth_date",)
    by_paid = small(benefit('[[benefits.amounts]]\nkind = "per_year"\nbaht = 100\nby = "paid"\n'))
    member = replace(PAID_UP, joined=date(2020, 1, 1), covered=((Period(2020, 1), Period(2024, 5)),))
    exempt = replace(member, exempt=((Period(2024, 6), Period(2025, 6)),))
    assert ask(by_paid, member=exempt).gross_satang == baht(500)
    assert ask(by_paid, member=replace(exempt, coverage_known=False)).missing == ("coverage",)


def test_tiers_by_age_and_by_months_paid() -> None:
    ages = '[[benefits.amounts]]\nkind = "tiers"\nby = "age"\nbelow = "AGE"\n'
    rules = small(benefit(ages + "tiers = [{ from = 60, to = 70, baht = 200 }, { from = 70, baht = 300 }]"))
    for born, gross in ((date(1955, 6, 15), 300), (date(1955, 6, 16), 200), (date(1965, 6, 15), 200)):
        assert ask(rules, member=replace(PAID_UP, birth_date=born)).gross_satang == baht(gross)
    young = ask(rules, member=replace(PAID_UP, birth_date=date(1965, 6, 16)))
    assert (young.reason, young.first_day) == ("AGE", date(2025, 6, 16))
    paid = '[[benefits.amounts]]\nkind = "tiers"\nby = "paid"\nbelow = "WAITING"\n'
    rules = small(benefit(paid + "tiers = [{ from = 5, to = 10, baht = 200 }, { from = 10, baht = 300 }]"))
    joined = replace(PAID_UP, joined=date(2020, 6, 30))
    assert ask(rules, member=joined).gross_satang == baht(200)
    hole = replace(joined, covered=((Period(2020, 6), Period(2020, 6)), (Period(2020, 8), Period(2030, 1))))
    late = ask(rules, member=hole)
    assert (late.reason, late.first_day) == ("WAITING", date(2025, 7, 1))


def test_a_sum_of_parts_by_choice_actual_cost_and_percent() -> None:
    rules = small(
        benefit(
            """
[[benefits.facts]]
name = "place"
label = "สถานที่"
type = "choice"
choices = { near = "ในจังหวัด", far = "นอกจังหวัด" }
[[benefits.facts]]
name = "fare"
label = "ค่ารถ"
type = "baht"
[[benefits.amounts]]
kind = "choice"
fact = "place"
options = { near = 100, far = 300 }
[[benefits.amounts]]
kind = "actual"
fact = "fare"
baht = 500
percent = 50
[[benefits.amounts]]
kind = "fixed"
baht = 20
when = { fact = "age", at_least = 70 }
"""
        )
    )
    answer = ask(rules, place="far", fare="401.01")
    assert answer.gross_satang == baht(300) + 20_050 + baht(20)
    assert [step.code for step in answer.steps] == ["AMOUNT_CHOICE", "AMOUNT_PERCENT", "AMOUNT_FIXED"]
    assert ask(rules, place="near", fare=5000).gross_satang == baht(620)


def test_a_bonus_for_years_without_a_claim() -> None:
    words = """
[[benefits.facts]]
name = "quiet"
label = "ปีที่ไม่ได้ขอรับ"
type = "years_without_claim"
benefits = ["HOSP", "GIFT"]
[[benefits.conditions]]
fact = "quiet"
at_least = 3
reason = "NOT_QUIET"
[[benefits.amounts]]
kind = "per_unit"
fact = "quiet"
baht = 100
"""
    rules = small(benefit(words) + benefit(_NIGHTS, "HOSP", kind=2))
    assert ask(rules, member=replace(PAID_UP, joined=date(2021, 6, 15))).gross_satang == baht(400)
    member = replace(_OLD, joined=date(2010, 1, 1))
    ill = past(300, date(2022, 6, 15), 3, "HOSP")
    assert ask(rules, member=member, history=[ill]).gross_satang == baht(300)
    assert ask(rules, member=member, history=[replace(ill, event=date(2022, 6, 16))]).reason == "NOT_QUIET"
    assert ask(rules, member=member, history=[replace(ill, counts=False)]).gross_satang == baht(1500)
    assert ask(rules, member=member, history=[replace(ill, whose=Whose.FAMILY)]).gross_satang == baht(1500)
    by_year = replace(ill, event=None, year=2022)
    assert ask(rules, member=member, history=[by_year]).reason == "NOT_QUIET"
    assert ask(rules, member=member, history=[replace(by_year, year=2025)]).reason == "NOT_QUIET"
    given = past(400, date(2024, 1, 1))
    assert ask(rules, member=member, history=[given]).reason == "NOT_QUIET"


# ---- who


_OF_WHOM = benefit(
    """
[[benefits.facts]]
name = "name"
label = "ชื่อผู้เสียชีวิต"
type = "text"
[[benefits.amounts]]
kind = "choice"
fact = "who"
options = { spouse = 1000, child = 800, parent = 500 }
[[benefits.once]]
per = "key"
key = "{who}|{name}"
""",
    "KIN",
    '["spouse", "child", "parent"]',
)


def test_an_event_of_spouse_child_or_parent_is_priced_by_whose_it_is() -> None:
    rules = small(_OF_WHOM)
    for who, gross in (("spouse", 1000), ("child", 800), ("parent", 500)):
        assert ask(rules, "KIN", who=who, name="ก").gross_satang == baht(gross)
    rule = rules.benefit("KIN")
    assert rule is not None
    reading = read_claim(rule, {"event": _DAY, "who": "parent", "name": "ก"}, _DAY)
    assert reading.claim is not None
    assert reading.claim.key == "parent|ก"
    wrong = read_claim(rule, {"event": _DAY, "who": "member"}, _DAY)
    assert [(one.code, one.field) for one in wrong.findings] == [("FACT_NOT_A_CHOICE", "who")]
    told = past(500, date(2020, 1, 1), code="KIN", key="parent|ก")
    assert ask(rules, "KIN", who="parent", name="ก", history=[told]).reason == "DUPLICATE"
    assert ask(rules, "KIN", who="spouse", name="ก", history=[told]).reason == "OK"


def test_a_child_below_an_age_worked_out_from_two_dates() -> None:
    words = """
[[benefits.facts]]
name = "born"
label = "วันเกิดบุตร"
type = "date"
[[benefits.facts]]
name = "child_age"
label = "อายุบุตร"
type = "years_between"
since = "born"
until = "event"
[[benefits.conditions]]
fact = "child_age"
below = 20
reason = "CHILD_TOO_OLD"
"""
    rules = small(benefit(words + _FIXED, who='["child"]'))
    assert ask(rules, born=date(2005, 6, 16)).reason == "OK"
    assert ask(rules, born=date(2005, 6, 15)).reason == "CHILD_TOO_OLD"
    assert ask(rules).missing == ("born",)


_PARENT = """
[[benefits.facts]]
name = "parent"
label = "บิดาหรือมารดา"
type = "text"
[[benefits.facts]]
name = "siblings"
label = "บุตรที่เป็นสมาชิก (คน)"
type = "whole"
[[benefits.amounts]]
kind = "fixed"
baht = 1000
"""


def test_a_parents_event_divided_among_siblings() -> None:
    once = '[[benefits.once]]\nper = "key"\nkey = "P|{parent}"\n'
    cap = '[[benefits.caps]]\nper = "key"\nscope = "fund"\nbaht = 1000\n'
    text = benefit('shared_by = "siblings"\n' + _PARENT + cap + once, who='["parent"]')
    rules = small(text)
    first = ask(rules, parent="ก", siblings=3)
    assert (first.gross_satang, first.reason) == (33_333, "OK")
    assert [(step.code, step.amount_satang) for step in first.steps] == [
        ("AMOUNT_FIXED", baht(1000)),
        ("SHARED", 33_333 - baht(1000)),
    ]
    others = [PastClaim("GIFT", 33_333, 0, "P|ก", _DAY, whose=whose) for whose in (Whose.OTHER, Whose.FAMILY)]
    assert ask(rules, parent="ก", siblings=3, history=others).gross_satang == 33_333
    greedy = ask(rules, parent="ก", siblings=1, history=others)
    assert (greedy.reason, greedy.gross_satang) == ("CAPPED", baht(1000) - 2 * 33_333)
    whole = replace(others[0], gross_satang=baht(1000))
    assert ask(rules, parent="ก", siblings=3, history=[whole]).reason == "CAP_REACHED"
    assert ask(rules, parent="ข", siblings=3, history=[whole]).reason == "OK"
    own = replace(others[0], whose=Whose.OWN)
    assert ask(rules, parent="ก", siblings=3, history=[own]).reason == "DUPLICATE"
    assert ask(rules, parent="ก").missing == ("siblings",)
    assert ask(rules, parent="ก", siblings=0).gross_satang == baht(1000)


def test_a_parents_event_claimed_by_one_of_the_siblings_only() -> None:
    once = '[[benefits.once]]\nper = "key"\nkey = "P|{parent}"\nscope = "fund"\n'
    rules = small(benefit(_PARENT + once, who='["parent"]'))
    brother = PastClaim("GIFT", baht(1000), 0, "P|ก", _DAY, whose=Whose.OTHER)
    assert ask(rules, parent="ก", history=[brother]).reason == "DUPLICATE"
    assert ask(rules, parent="ข", history=[brother]).reason == "OK"


# ---- caps


@pytest.mark.parametrize(
    ("cap", "history", "nights", "paid"),
    [
        ('per = "event"\nunits = 3', [], 5, 3),
        ('per = "admission"\nbaht = 250', [past(900, _DAY, 9)], 5, 2),
        ('per = "year"\nunits = 10', [past(800, date(2025, 1, 1), 8)], 5, 2),
        ('per = "year"\nunits = 10', [past(800, date(2024, 12, 31), 8)], 5, 5),
        ('per = "year"\nbaht = 1000', [past(850, date(2025, 1, 1), 8)], 5, 1),
        ('per = "year"\ntimes = 2', [past(100, date(2025, 1, 1)), past(100, date(2025, 2, 1))], 5, 0),
        ('per = "year"\ntimes = 2', [past(100, date(2025, 1, 1)), past(100, date(2024, 2, 1))], 5, 5),
        ('per = "life"\nunits = 20', [past(1800, date(2001, 1, 1), 18)], 5, 2),
        ('per = "life"\nbaht = 2000', [past(2000, date(2001, 1, 1), 18)], 5, 0),
        ('per = "life"\ntimes = 1', [past(100, date(2001, 1, 1), 1)], 5, 0),
        (
            'per = "life"\nscope = "family"\ntimes = 2',
            [past(100, date(2001, 1, 1), 1), past(100, date(2002, 1, 1), 1, whose=Whose.FAMILY)],
            5,
            0,
        ),
        (
            'per = "year"\nscope = "family"\nbaht = 1000',
            [past(900, date(2025, 1, 1), 9, whose=Whose.FAMILY)],
            5,
            1,
        ),
        (
            'per = "year"\nscope = "family"\nbaht = 1000',
            [past(900, date(2025, 1, 1), 9, whose=Whose.OTHER)],
            5,
            5,
        ),
        (
            'per = "year"\nscope = "fund"\nbaht = 1000',
            [past(900, date(2025, 1, 1), 9, whose=Whose.OTHER)],
            5,
            1,
        ),
    ],
)
def test_caps_in_units_times_or_baht_over_every_stretch_and_scope(
    cap: str, history: list[PastClaim], nights: int, paid: int
) -> None:
    answer = ask(small(benefit(f"{_NIGHTS}\n[[benefits.caps]]\n{cap}\n")), nights=nights, history=history)
    assert (answer.units, answer.gross_satang) == (paid, baht(100) * paid)
    assert answer.reason == {0: "CAP_REACHED", nights: "OK"}.get(paid, "CAPPED")


def test_a_cap_shared_between_benefits_counts_both() -> None:
    shared = '[[shared_caps]]\nclause = "ข้อ 16"\nbenefits = ["GIFT", "CARE"]\nper = "year"\nbaht = 1000\n'
    rules = small(shared + benefit(_NIGHTS) + benefit(_FIXED, "CARE"))
    answer = ask(rules, nights=9, history=[past(500, date(2025, 3, 1), code="CARE")])
    assert (answer.reason, answer.gross_satang, answer.steps[-1].clause) == ("CAPPED", baht(500), "ข้อ 16")
    cut = ask(rules, "CARE", history=[past(700, date(2025, 3, 1), 7)])
    assert (cut.reason, cut.gross_satang) == ("CAPPED", baht(300))


@pytest.mark.parametrize(
    ("basis", "before", "within"),
    [
        ("calendar", date(2024, 12, 31), date(2025, 1, 1)),
        ("fiscal", date(2024, 9, 30), date(2024, 10, 1)),
        ("anniversary", date(2025, 2, 9), date(2025, 2, 10)),
    ],
)
def test_the_year_of_a_cap_is_the_one_the_rules_say(basis: str, before: date, within: date) -> None:
    cap = '[[benefits.caps]]\nper = "year"\nbaht = 500\n'
    member = replace(PAID_UP, joined=date(2015, 2, 10))
    rules = small(benefit(_FIXED + cap).replace('year = "calendar"', f'year = "{basis}"'), fiscal=10)
    assert ask(rules, member=member, history=[past(500, within)]).reason == "CAP_REACHED"
    assert ask(rules, member=member, history=[past(500, before)]).reason == "OK"
    own = small(benefit(_FIXED + cap + f'year = "{basis}"\n'), fiscal=10)
    assert ask(own, member=member, history=[past(500, within)]).reason == "CAP_REACHED"
    assert ask(own, member=member, history=[past(500, before)]).reason == "OK"


# ---- pay days, exclusions, kind


def test_pay_days_by_the_quarter_once_each() -> None:
    days = '[benefits.pay_days]\ndays = ["01-15", "04-15", "07-15", "10-15"]\nreason = "WRONG_PAY_DAY"\n'
    rules = small(benefit(days + _FIXED + '[[benefits.once]]\nper = "day"\n'))
    april, july = date(2025, 4, 15), date(2025, 7, 15)
    assert ask(rules, event=april).reason == "OK"
    assert ask(rules, event=date(2025, 4, 16)).reason == "WRONG_PAY_DAY"
    assert ask(rules, event=july, history=[past(500, april)]).reason == "OK"
    assert ask(rules, event=april, history=[past(500, april)]).reason == "DUPLICATE"


@pytest.mark.parametrize(
    ("words", "other", "reason", "gross"),
    [
        ("", date(2025, 1, 1), "HAS_OTHER", 0),
        ("", date(2024, 12, 31), "OK", 500),
        ('per = "life"', date(2001, 1, 1), "HAS_OTHER", 0),
        ('per = "event"', _DAY, "HAS_OTHER", 0),
        ('per = "event"', date(2025, 6, 14), "OK", 500),
        ("top_up = true\nup_to_baht = 450", date(2025, 1, 1), "TOP_UP", 150),
        ("top_up = true\nup_to_baht = 900", date(2025, 1, 1), "OK", 500),
        ("top_up = true\nup_to_baht = 300", date(2025, 1, 1), "HAS_OTHER", 0),
    ],
)
def test_another_benefit_excludes_or_is_topped_up(words: str, other: date, reason: str, gross: int) -> None:
    rule = f'[benefits.exclusive_with]\nbenefits = ["CARE"]\nreason = "HAS_OTHER"\n{words}\n'
    rules = small(benefit(_FIXED + rule) + benefit(_FIXED, "CARE"))
    answer = ask(rules, history=[past(300, other, code="CARE")])
    assert (answer.reason, answer.gross_satang) == (reason, baht(gross))


def test_help_in_kind_keeps_nothing_back_and_stands_outside_the_ceiling() -> None:
    text = benefit("cash = false\nneeds_standing = false\n" + _FIXED)
    ceiling = '[yearly_ceiling]\nclause = "ข้อ 17"\namount_baht = 400\nyear = "calendar"\n'
    rules = small(ceiling + text + benefit(_FIXED, "CARE"))
    owing = replace(PAID_UP, covered=((Period(2015, 1), Period(2020, 1)),))
    answer = ask(rules, member=owing)
    assert (answer.result, answer.gross_satang, answer.setoff_satang) == (Result.PAY, baht(500), 0)
    assert ask(rules, "CARE", history=[past(500, _DAY)]).gross_satang == baht(400)
    assert ask(rules, "CARE", member=owing).reason == "LAPSED"


# ---- the text under which a file lets one claim count


@pytest.mark.parametrize(
    ("once", "basis", "wanted"),
    [
        ('per = "year"', "calendar", (Scope.MEMBER, "GIFT|2025")),
        ('per = "year"', "fiscal", (Scope.MEMBER, "GIFT|2026")),
        ('per = "year"', "anniversary", (Scope.MEMBER, "GIFT|10")),
        ('per = "day"\nscope = "family"', "calendar", (Scope.FAMILY, "GIFT|2025-11-15")),
        ('per = "member"', "calendar", (Scope.MEMBER, "GIFT")),
        ('per = "key"\nkey = "G|{event}"\nscope = "fund"', "calendar", (Scope.FUND, "G|2025-11-15")),
    ],
)
def test_the_mark_of_a_claim_follows_its_once_rule(once: str, basis: str, wanted: tuple[Scope, str]) -> None:
    text = benefit(f"{_FIXED}\n[[benefits.once]]\n{once}\n").replace('year = "calendar"', f'year = "{basis}"')
    rule = small(text, fiscal=10).benefits[0]
    day = date(2025, 11, 15)
    key = event_key(rule, day, {})
    assert once_mark(rule, day, key, joined=PAID_UP.joined, fiscal_year_starts=10) == wanted
    bare = small(benefit(_FIXED)).benefits[0]
    assert once_mark(bare, day, None, joined=PAID_UP.joined, fiscal_year_starts=10) is None
