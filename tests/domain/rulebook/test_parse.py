"""A rulebook is read whole or refused with every fault and its line; no text makes it stumble."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.rulebook.nasuk import NASUK, NASUK_TEXT, faults, spoiled
from wangfund.domain.errors import Refused
from wangfund.domain.money import baht
from wangfund.domain.rulebook.parse import parse_rulebook


def _line_of(text: str, wanted: str) -> int:
    return text[: text.index(wanted)].count("\n") + 1


def test_the_demo_rulebook_holds_the_parameters_of_the_fund() -> None:
    assert NASUK.contribution.month_price_satang == baht(30)
    assert NASUK.contribution.entry_fee_satang == baht(20)
    assert [(one.code, one.amount_satang, one.months) for one in NASUK.contribution.cadences] == [
        ("M", 3_000, 1),
        ("Q", 9_000, 3),
        ("H", 18_000, 6),
        ("Y", 36_500, 12),
    ]
    rules = NASUK.membership
    assert (rules.waiting_days, rules.suspend_at, rules.lapse_at, rules.reinstate_wait_days) == (
        180,
        3,
        12,
        30,
    )
    assert NASUK.pools.share_of("member_contribution") == (("welfare", 80), ("reserve", 10), ("admin", 10))
    assert NASUK.pools.share_of("nobody") is None
    assert NASUK.yearly_ceiling is not None
    assert NASUK.yearly_ceiling.amount_satang == baht(5_000)
    assert [one.code for one in NASUK.benefits if one.cash] == [
        "BIRTH",
        "HOSP",
        "ELDER",
        "DEATH",
        "FUNERAL",
        "DISABLED",
        "EDU",
        "TRADITION",
        "DISASTER",
    ]
    assert [one.codi_kind for one in NASUK.benefits] == [1, 2, 3, 4, 5, 6, 8, 9, 11, None]
    assert all(one.clause for one in NASUK.benefits)


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ("days = 180", "dayz = 180", "RULEBOOK_UNKNOWN_WORD", "membership.waiting.dayz"),
        ("days = 180", "", "RULEBOOK_MISSING_KEY", "membership.waiting.days"),
        ("days = 180", 'days = "180"', "RULEBOOK_WRONG_TYPE", "membership.waiting.days"),
        ("days = 180", "days = true", "RULEBOOK_WRONG_TYPE", "membership.waiting.days"),
        ("days = 180", "days = -1", "RULEBOOK_BAD_VALUE", "membership.waiting.days"),
        (
            "month_price_baht = 30",
            "month_price_baht = 0",
            "RULEBOOK_BAD_VALUE",
            "contribution.month_price_baht",
        ),
        (
            "month_price_baht = 30",
            "month_price_baht = 30.005",
            "RULEBOOK_BAD_VALUE",
            "contribution.month_price_baht",
        ),
        (
            "month_price_baht = 30",
            "month_price_baht = 1e3",
            "RULEBOOK_WRONG_TYPE",
            "contribution.month_price_baht",
        ),
        (
            "month_price_baht = 30",
            "month_price_baht = nan",
            "RULEBOOK_WRONG_TYPE",
            "contribution.month_price_baht",
        ),
        (
            "effective_from = 2010-01-01",
            'effective_from = "2553"',
            "RULEBOOK_WRONG_TYPE",
            "rulebook.effective_from",
        ),
        (
            "effective_from = 2010-01-01",
            "effective_from = 2553-01-01",
            "RULEBOOK_BAD_VALUE",
            "rulebook.effective_from",
        ),
        ('start = "application"', 'start = "whenever"', "RULEBOOK_UNKNOWN_WORD", "membership.start"),
        ('per = "event"', 'per = "moon"', "RULEBOOK_UNKNOWN_WORD", "benefits[0].caps[0].per"),
        ("units = 5", "", "RULEBOOK_BAD_VALUE", "benefits[0].caps[0].per"),
        ("units = 5", "units = 5\nbaht = 500", "RULEBOOK_BAD_VALUE", "benefits[0].caps[0].per"),
        ("at_least = 1", "at_least = 1\nbelow = 9", "RULEBOOK_BAD_VALUE", "benefits[0].conditions[0].fact"),
        (
            'reason = "NO_LIVE_BIRTH"',
            'reason = "ไม่มี"',
            "RULEBOOK_BAD_VALUE",
            "benefits[0].conditions[0].reason",
        ),
        ('code = "BIRTH"', 'code = "birth"', "RULEBOOK_BAD_VALUE", "benefits[0].code"),
        ("codi_kind = 1\n", "codi_kind = 14\n", "RULEBOOK_BAD_VALUE", "benefits[0].codi_kind"),
        ('who = ["member"]', 'who = ["cat"]', "RULEBOOK_BAD_VALUE", "benefits[0].who"),
        ('clause = "ข้อ 15.1"', "clause = 15", "RULEBOOK_WRONG_TYPE", "benefits[0].clause"),
        ('clause = "ข้อ 15.1"', 'clause = "ข้อ\\u0000"', "RULEBOOK_BAD_VALUE", "benefits[0].clause"),
        ('who = ["member"]', "who = []", "RULEBOOK_BAD_VALUE", "benefits[0].who"),
        ('who = ["member"]', 'who = ["member", "member"]', "RULEBOOK_BAD_VALUE", "benefits[0].who"),
        ('days = ["04-13"]', "days = []", "RULEBOOK_BAD_VALUE", "benefits[2].pay_days.days"),
        ('name = "คลอดบุตร"', 'name = "คลอด\\u0007บุตร"', "RULEBOOK_BAD_VALUE", "benefits[0].name"),
        ('name = "คลอดบุตร"', 'name = "จ่าย \\u202e005"', "RULEBOOK_BAD_VALUE", "benefits[0].name"),
        ('name = "คลอดบุตร"', 'name = "คลอด\\nบุตร"', "RULEBOOK_BAD_VALUE", "benefits[0].name"),
        ('days = ["04-13"]', 'days = ["02-30"]', "RULEBOOK_BAD_VALUE", "benefits[2].pay_days.days"),
        ("from = 3,", 'from = "3 moons",', "RULEBOOK_BAD_VALUE", "benefits[2].amounts[0].tiers[0].from"),
    ],
)
def test_a_fault_is_named_with_its_path(old: str, new: str, code: str, path: str) -> None:
    found = faults(spoiled(old, new))
    assert (code, path) in [(one.code, one.field) for one in found]


def test_a_fault_is_named_with_its_line_and_clause() -> None:
    text = spoiled("units = 5", "unitz = 5")
    found = next(one for one in faults(text) if one.code == "RULEBOOK_UNKNOWN_WORD")
    assert found.values["line"] == _line_of(text, "unitz = 5")
    assert found.clause == "ข้อ 15.1"


def test_all_faults_are_told_at_once() -> None:
    text = spoiled("month_price_baht = 30", "").replace("units = 10", 'units = "10"')
    assert {one.code for one in faults(text)} == {"RULEBOOK_MISSING_KEY", "RULEBOOK_WRONG_TYPE"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "RULEBOOK_MISSING_KEY"),
        ("= 1", "RULEBOOK_NOT_TOML"),
        ("\x00", "RULEBOOK_NOT_TOML"),
        ("a = " + "9" * 6000, "RULEBOOK_LONG_NUMBER"),
        ("a = 1\na = 2", "RULEBOOK_WRITTEN_TWICE"),
        ("[a]\n[a]", "RULEBOOK_WRITTEN_TWICE"),
        ("a = 2026-02-30", "RULEBOOK_NO_DAY"),
        ('a = "\x07"', "RULEBOOK_BAD_SIGN"),
        ("# " + "x" * 1_000_001, "RULEBOOK_TOO_LARGE"),
        ("# " + "ก" * 400_000, "RULEBOOK_TOO_LARGE"),
        ("a = " + "[" * 100_000, "RULEBOOK_TOO_DEEP"),
        ("a = " + "{a=" * 50_000, "RULEBOOK_TOO_DEEP"),
        ("a." * 100_000 + "a = 1", "RULEBOOK_TOO_DEEP"),
        ("[" + "a." * 100_000 + "a]", "RULEBOOK_TOO_DEEP"),
        ("rulebook = 5\nbenefits = 7", "RULEBOOK_WRONG_TYPE"),
        ("benefits = []", "RULEBOOK_BAD_VALUE"),
        ("[[benefits]]\n" * 300, "RULEBOOK_BAD_VALUE"),
    ],
)
def test_a_hostile_text_is_refused(text: str, code: str) -> None:
    assert code in [one.code for one in faults(text)]


def test_a_toml_fault_names_its_line() -> None:
    assert faults("a = 1\nb = \n")[0].values["line"] == 2
    assert faults('a = """\n\n"""\nb = ' + "[" * 99)[0].values["line"] == 4


def test_money_may_have_satang_as_a_text_or_a_number() -> None:
    for said in ('"30.50"', "30.5", "30.50"):
        text = spoiled("month_price_baht = 30", f"month_price_baht = {said}")
        assert parse_rulebook(text).contribution.month_price_satang == 3_050


@settings(max_examples=150)
@given(st.text(max_size=200))
def test_no_text_makes_it_stumble(text: str) -> None:
    with pytest.raises(Refused):
        parse_rulebook(text)


@settings(max_examples=150)
@given(
    st.integers(0, len(NASUK_TEXT) - 1),
    st.integers(0, 60),
    st.sampled_from(
        ['"', "[", "]", "{", "}", "=", "\n", "-1", "true", "1e9", "[[a]]", "'''", "ก", "\\u0000", "0x7f"]
    ),
)
def test_no_wound_to_the_demo_rulebook_makes_it_stumble(place: int, cut: int, put: str) -> None:
    text = NASUK_TEXT[:place] + put + NASUK_TEXT[place + cut :]
    try:
        parse_rulebook(text)
    except Refused as refused:
        assert refused.findings
        assert all("line" in one.values for one in refused.findings)
