"""Each refusal and each warning of the rulebook checker."""

from __future__ import annotations

from datetime import date

import pytest

from tests.domain.rulebook.nasuk import NASUK, NASUK_TEXT, benefit_start, changed, codes
from wangfund.domain.errors import Severity
from wangfund.domain.rulebook.check import check_adoption, check_rulebook, is_sound
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.thai.period import Period

_DEATH = benefit_start("DEATH")


def test_the_demo_rulebook_has_nothing_to_say_against_it() -> None:
    assert check_rulebook(NASUK) == ()


@pytest.mark.parametrize(
    ("old", "new", "after", "code"),
    [
        ("to = 15,", "to = 18,", _DEATH, "TIERS_OVERLAP"),
        ("to = 15,", "", _DEATH, "TIERS_OVERLAP"),
        ("to = 15,", "to = 14,", _DEATH, "TIERS_GAP"),
        ("from = 2, to = 4", 'from = "2 ปี 1 วัน", to = 4', _DEATH, "TIERS_GAP"),
        ("from = 4,", "from = 1,", _DEATH, "TIERS_NOT_RISING"),
        ("baht = 8000", "baht = 5999", _DEATH, "TIERS_NOT_RISING"),
        ("from = 15,", "from = 15, to = 15,", _DEATH, "TIER_EMPTY"),
        ("codi_kind = 4\n", "", _DEATH, "NO_CODI_KIND"),
        ("units = 5", "units = 0", "", "CAP_BELOW_UNIT"),
        ("units = 5", "baht = 99", "", "CAP_BELOW_UNIT"),
        ("times = 2", "times = 0", "", "CAP_BELOW_UNIT"),
        ("amount_baht = 5000", "amount_baht = 99", "", "CAP_BELOW_UNIT"),
        ("times = 2", "units = 2", "", "CAP_WITHOUT_UNIT"),
        ('unit = "night"\n', "", "", "UNIT_UNNAMED"),
        ("days = 180", "days = 366", "", "MIN_YEARS_BELOW_WAITING"),
        (
            'waiting = "standard"\nmin_years = 1',
            'waiting = "own"\nwait = { months = 13 }\nmin_years = 1',
            "",
            "MIN_YEARS_BELOW_WAITING",
        ),
        ('reason = "GPA"', 'reason = "LATE_CLAIM"', "", "REASON_TAKEN"),
        ('reason = "EXCLUSIVE_WITH_ELDER"', 'reason = "CAPPED"', "", "REASON_TAKEN"),
        ('below = "WAITING"', 'below = "DUPLICATE"', "", "REASON_TAKEN"),
        ('days = ["04-13"]\nreason = "WRONG_PAY_DAY"', 'days = ["04-13"]\nreason = "OK"', "", "REASON_TAKEN"),
        ('also = ["student"]', 'also = ["level"]', "", "FACT_TWICE"),
        ('name = "gpa"', 'name = "payee"', "", "FACT_TWICE"),
        (
            "welfare = 80, reserve = 10, admin = 10",
            "welfare = 70, reserve = 9, admin = 21",
            "",
            "ADMIN_OVER_20",
        ),
        ("admin_max_percent = 20", "admin_max_percent = 21", "", "ADMIN_OVER_20"),
        ("welfare = 80, reserve", "welfare = 81, reserve", "", "POOL_SHARES_NOT_100"),
        ("{ reserve = 100 }", "{ jar = 100 }", "", "UNKNOWN_POOL"),
        ("HOSP|{admitted}", "HOSP|{hospital}", "", "ONCE_KEY_UNFILLABLE"),
        ("HOSP|{admitted}|{event}", "HOSP", "", "ONCE_KEY_UNFILLABLE"),
        ("HOSP|{admitted}|{event}", "HOSP|{nights}", "", "ONCE_KEY_UNFILLABLE"),
        ("HOSP|{admitted}|{event}", "HOSP|{admitted", "", "ONCE_KEY_UNFILLABLE"),
        (
            'key = "HOSP|{admitted}|{event}"\n',
            'key = "HOSP|{admitted}|{event}"\n[[benefits.once]]\nper = "key"\nkey = "H|{event}"\n',
            "",
            "ONCE_KEY_TWICE",
        ),
        ('fact = "gpa"', 'fact = "marks"', "", "UNKNOWN_FACT"),
        ('fact = "gpa"', 'fact = "level"', "", "FACT_OF_WRONG_KIND"),
        ('name = "gpa"', 'name = "child"', "", "FACT_TWICE"),
        ('name = "gpa"', 'name = "age"', "", "FACT_TWICE"),
        ("total = 3000,", "ruined = 3000,", "", "OPTION_UNKNOWN"),
        ("total = 3000,", "", "", "OPTION_UNPRICED"),
        ('code = "FUNERAL"', 'code = "DEATH"', "", "BENEFIT_TWICE"),
        ('["HOSP", "BIRTH"]', '["HOSP", "BORN"]', "", "UNKNOWN_BENEFIT"),
        ('benefits = ["ELDER"]', 'benefits = ["OLD"]', "", "UNKNOWN_BENEFIT"),
        ("lapse_at_months = 12", "lapse_at_months = 3", "", "LAPSE_BEFORE_SUSPENSION"),
        ('per = "year"\ntimes = 2', 'per = "key"\ntimes = 2', "", "CAP_WITHOUT_KEY"),
        ('year = "calendar"', 'year = "fiscal"', benefit_start("HOSP"), "SHARED_CAP_YEARS_DIFFER"),
        ('unit = "night"', 'unit = "night"\nshared_by = "live"', "", "SHARED_WITH_UNITS"),
        ('unit = "night"', 'shared_by = "sharers"', "", "UNKNOWN_FACT"),
        ('fact = "gpa"\nat_least = 3.50', 'fact = "who"\none_of = ["spouse"]', "", "OPTION_UNKNOWN"),
        ('code = "Q"', 'code = "M"', "", "CADENCE_TWICE"),
        ("amount_baht = 90", "amount_baht = 30", "", "CADENCE_TWICE"),
    ],
)
def test_what_makes_no_sense_is_refused(old: str, new: str, after: str, code: str) -> None:
    rulebook = changed(old, new, after)
    found = check_rulebook(rulebook)
    assert code in [one.code for one in found if one.severity is Severity.ERROR]
    assert not is_sound(found)


@pytest.mark.parametrize(
    ("old", "new", "after", "code"),
    [
        ('below = "WAITING"\n', "", "", "TIER_BELOW_UNSAID"),
        ("from = 0, to = 2", 'from = "184d", to = 2', _DEATH, "DAYS_UNPAID"),
        ("{ from = 15, baht = 20000 }", "{ from = 15, to = 60, baht = 20000 }", _DEATH, "TIERS_END"),
        ("above_by_resolution = true", "above_by_resolution = false", "", "NO_RESOLUTION_ABOVE_LIMIT"),
        ("deadline_days = 180\n", "", _DEATH, "NO_DEADLINE"),
        ('year = "calendar"\n', "", benefit_start("HOSP"), "YEAR_BASIS_UNSAID"),
        ('year = "calendar"\n', "", _DEATH, "YEAR_BASIS_UNSAID"),
        ("bank_above_cash_limit = true", "", _DEATH, "ABOVE_CASH_LIMIT"),
        ('clause = "ข้อ 15.4"\n', "", _DEATH, "NO_CLAUSE"),
        ("below = 65", "below = 66", _DEATH, "TABLES_BOTH_PAY"),
        ("below = 65", "at_most = 65", _DEATH, "TABLES_BOTH_PAY"),
        ("below = 65", "below = 64", _DEATH, "TABLES_LEAVE_OUT"),
        ("at_least = 65", "at_least = 66", _DEATH, "TABLES_LEAVE_OUT"),
    ],
)
def test_what_the_committee_should_weigh_is_a_warning(old: str, new: str, after: str, code: str) -> None:
    found = check_rulebook(changed(old, new, after))
    assert code in [one.code for one in found]
    assert is_sound(found)


def test_an_amount_may_fall_with_age_but_not_with_membership() -> None:
    text = NASUK_TEXT.replace(
        "baht = 300 },\n    { from = 10, baht = 500 }", "baht = 100 },\n    { from = 10, baht = 50 }"
    )
    assert "TIERS_NOT_RISING" in codes(parse_rulebook(text))
    by_age = text.replace('by = "membership"\nbelow', 'by = "age"\nbelow')
    assert "TIERS_NOT_RISING" not in codes(parse_rulebook(by_age))


def test_months_paid_are_counted_in_whole_months() -> None:
    text = NASUK_TEXT.replace('by = "membership"\nbelow', 'by = "paid"\nbelow').replace(
        "{ from = 3, to = 5, baht = 200 }", '{ from = "3y1d", to = 5, baht = 200 }'
    )
    found = check_rulebook(parse_rulebook(text))
    assert "PAID_TIERS_IN_DAYS" in [one.code for one in found]


def test_pay_days_that_once_a_year_leaves_dead_are_a_warning() -> None:
    found = check_rulebook(changed('days = ["04-13"]', 'days = ["04-13", "10-13"]'))
    assert [(one.code, one.severity) for one in found] == [("PAY_DAYS_BEYOND_ONCE", Severity.WARNING)]


def test_tables_of_neighbouring_ages_neither_meet_nor_leave_a_hole() -> None:
    assert check_rulebook(changed("below = 65", "at_most = 64", _DEATH)) == ()
    found = check_rulebook(changed("below = 65", "below = 67", _DEATH))
    assert [one.values["number"] for one in found if one.code == "TABLES_BOTH_PAY"] == ["65"]


def test_fewer_than_three_basic_kinds_is_a_warning() -> None:
    text = NASUK_TEXT
    for kind in (2, 3, 4):
        text = text.replace(f"codi_kind = {kind}\n", "codi_kind = 12\n")
    assert codes(parse_rulebook(text)) == ["FEW_BASIC_KINDS"]


def test_an_overlap_names_both_tiers_and_both_clauses() -> None:
    text = NASUK_TEXT.replace("{ from = 8, to = 15,", '{ clause = "ข้อ 15.4 (5)", from = 8, to = 18,')
    text = text.replace("{ from = 15, baht", '{ clause = "ข้อ 15.4 (6)", from = 15, baht')
    found = check_rulebook(parse_rulebook(text))
    assert [one.code for one in found] == ["TIERS_OVERLAP"]
    assert found[0].clause == "ข้อ 15.4 (5), ข้อ 15.4 (6)"
    assert (found[0].values["first_to"], found[0].values["second_from"]) == ("P18Y", "P15Y")


def test_unpaid_days_are_named_from_and_to() -> None:
    found = check_rulebook(changed("from = 0, to = 2", 'from = "184d", to = 2', _DEATH))
    unpaid = next(one for one in found if one.code == "DAYS_UNPAID")
    assert (unpaid.values["from"], unpaid.values["to"], unpaid.values["days"]) == ("P180D", "P184D", 4)


def test_a_new_version_is_not_adopted_inside_a_closed_month() -> None:
    assert check_adoption(NASUK, None) == ()
    assert check_adoption(NASUK, Period(2009, 12)) == ()
    found = check_adoption(NASUK, Period(2010, 1))
    assert [one.code for one in found] == ["EFFECTIVE_IN_CLOSED_MONTH"]
    assert found[0].values["first_day"] == date(2010, 2, 1).isoformat()
