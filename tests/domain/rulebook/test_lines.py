"""Every finding of the checker points at the line of the text it is about."""

from __future__ import annotations

import pytest

from tests.domain.rulebook.nasuk import NASUK, NASUK_TEXT, benefit_start, faults, spoiled
from wangfund.domain.rulebook.check import check_rulebook
from wangfund.domain.rulebook.parse import parse_rulebook

_DEATH = benefit_start("DEATH")
_TO_THE_LINE = frozenset(
    {
        "TIERS_OVERLAP",
        "TIERS_GAP",
        "TIERS_NOT_RISING",
        "TIER_EMPTY",
        "ADMIN_OVER_20",
        "POOL_SHARES_NOT_100",
        "ONCE_KEY_UNFILLABLE",
        "MIN_YEARS_BELOW_WAITING",
        "LAPSE_BEFORE_SUSPENSION",
        "CADENCE_TWICE",
        "REASON_TAKEN",
    }
)
"""Others name the table around the word: its header stands a few lines above."""


def _line_of(text: str, wanted: str, after: str = "") -> int:
    return text.count("\n", 0, text.index(wanted, text.index(after))) + 1


@pytest.mark.parametrize(
    ("code", "old", "new", "after"),
    [
        ("TIERS_OVERLAP", "from = 15, baht", "from = 14, baht", _DEATH),
        ("TIERS_GAP", "from = 4, to = 6", "from = 5, to = 6", _DEATH),
        ("TIERS_NOT_RISING", "baht = 8000", "baht = 5999", _DEATH),
        ("TIER_EMPTY", "from = 15, baht", "from = 15, to = 15, baht", _DEATH),
        ("CAP_WITHOUT_UNIT", "times = 2", "units = 2", ""),
        ("CAP_BELOW_UNIT", "units = 10", "units = 0", ""),
        ("ONCE_KEY_UNFILLABLE", "HOSP|{admitted}", "HOSP|{hospital}", ""),
        ("UNKNOWN_FACT", 'fact = "gpa"', 'fact = "marks"', ""),
        ("FACT_TWICE", 'name = "gpa"', 'name = "child"', ""),
        ("OPTION_UNPRICED", "total = 3000, ", "", benefit_start("DISASTER")),
        (
            "ADMIN_OVER_20",
            "welfare = 80, reserve = 10, admin = 10",
            "welfare = 70, reserve = 9, admin = 21",
            "",
        ),
        ("POOL_SHARES_NOT_100", "state_grant = { welfare = 100 }", "state_grant = { welfare = 99 }", ""),
        ("UNKNOWN_BENEFIT", '["HOSP", "BIRTH"]', '["HOSP", "BORN"]', ""),
        (
            "MIN_YEARS_BELOW_WAITING",
            "min_years = 1",
            "min_years = 1\nwait = { days = 400 }",
            benefit_start("EDU"),
        ),
        ("LAPSE_BEFORE_SUSPENSION", "lapse_at_months = 12", "lapse_at_months = 3", ""),
        ("CADENCE_TWICE", "amount_baht = 90", "amount_baht = 30", ""),
        ("TIER_BELOW_UNSAID", 'below = "WAITING"\n', "", ""),
        ("NO_DEADLINE", "deadline_days = 180\n", "", _DEATH),
        ("REASON_TAKEN", 'reason = "GPA"', 'reason = "LATE_CLAIM"', ""),
        ("EXAMPLE_FAILS", "gross = 6000", "gross = 6001", _DEATH),
    ],
)
def test_a_finding_names_its_line(code: str, old: str, new: str, after: str) -> None:
    text = spoiled(old, new, after)
    if "wait =" in new:
        place = text.index('waiting = "standard"', text.index(benefit_start("EDU")))
        text = text[:place] + 'waiting = "own"' + text[place + len('waiting = "standard"') :]
    found = next(one for one in check_rulebook(parse_rulebook(text)) if one.code == code)
    line = found.values["line"]
    assert isinstance(line, int)
    about = _line_of(NASUK_TEXT, old, after)
    if code in _TO_THE_LINE:
        assert line == about
    else:
        assert about - 16 <= line <= about


def test_words_inside_a_text_are_no_headers() -> None:
    text = NASUK_TEXT.replace('name = "คลอดบุตร"', "name = '''[benefits]'''") + "\n# [x]\n"
    assert parse_rulebook(text).lines == {**NASUK.lines}
    found = faults(text.replace("units = 5", "unitz = 5"))
    assert {one.values["line"] for one in found} >= {_line_of(text, "units = 5")}


def test_an_unknown_word_in_a_small_table_names_its_own_line() -> None:
    text = spoiled(
        "    { from = 4, to = 6, baht = 8000 },", "    { from = 4, till = 6, baht = 8000 },", _DEATH
    )
    found = next(one for one in faults(text) if one.code == "RULEBOOK_UNKNOWN_WORD")
    assert found.values["line"] == _line_of(text, "till = 6")


def test_the_same_rules_from_another_text_are_equal() -> None:
    assert parse_rulebook("# ร่าง\n" + NASUK_TEXT) == NASUK
