"""A claim's facts as told: what is understood, what is left out and named."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.rulebook.nasuk import NASUK
from wangfund.domain.eligibility.read_claim import ClaimReading, read_claim
from wangfund.domain.eligibility.told_fact import told_facts_of

_DAY = date(2026, 11, 5)


def _read(code: str, **told: object) -> ClaimReading:
    benefit = NASUK.benefit(code)
    assert benefit is not None
    return read_claim(benefit, told, _DAY)


def test_a_stay_is_read_with_its_key_in_either_era() -> None:
    for event, admitted in (("2026-11-04", "2026-11-01"), ("2569-11-04", "2569-11-01")):
        claim = _read("HOSP", event=event, admitted=admitted).claim
        assert claim is not None
        assert (claim.event, claim.values["admitted"]) == (date(2026, 11, 4), date(2026, 11, 1))
        assert claim.key == "HOSP|2026-11-01|2026-11-04"


def test_no_event_day_is_no_claim() -> None:
    for event, code in (
        (None, "FACT_MISSING"),
        ("", "FACT_MISSING"),
        ("31/31", "FACT_WRONG_TYPE"),
        (5, "FACT_WRONG_TYPE"),
        ("2025-02-31", "FACT_WRONG_TYPE"),
    ):
        reading = _read("HOSP", event=event)
        assert reading.claim is None
        assert (reading.findings[0].code, reading.findings[0].field) == (code, "event")


@pytest.mark.parametrize(
    ("benefit", "field", "told"),
    [
        ("HOSP", "admitted", {"event": "2025-06-30", "admitted": "2023-06-30"}),
        ("HOSP", "nights", {"event": "2025-06-30", "nights": 500}),
        ("BIRTH", "live", {"event": "2025-06-30", "live": 50}),
        ("BIRTH", "nights", {"event": "2025-06-30", "live": 1, "mother_is_member": True, "nights": 367}),
        ("EDU", "gpa", {"event": "2025-06-30", "level": "P6", "child": "ก", "gpa": "9.9"}),
    ],
)
def test_amount_beyond_sense_is_a_slip_told_beside_its_field_not_something_to_cap(
    benefit: str, field: str, told: dict[str, object]
) -> None:
    reading = _read(benefit, **told)
    assert [(one.code, one.field) for one in reading.findings] == [("FACT_OUT_OF_RANGE", field)]


def test_most_that_makes_sense_is_still_read() -> None:
    assert not _read("BIRTH", event="2025-06-30", live=9, mother_is_member=True, nights=366).findings
    assert not _read("EDU", event="2025-06-30", level="P6", child="ก", gpa="4.00").findings


def test_facts_are_read_by_their_kind() -> None:
    claim = _read("EDU", event="2026-04-01", level="m6", gpa=3.5, student=" ด.ช.  ตัวอย่าง ").claim
    assert claim is not None
    assert claim.values == {"level": "M6", "gpa": Decimal("3.5"), "child": "ด.ช. ตัวอย่าง"}
    assert claim.key == "EDU|M6|เด็กชาย ตัวอย่าง"
    visit = _read("VISIT", event="2026-04-01", value="150.50").claim
    assert visit is not None
    assert visit.values == {"value": 15_050}


@pytest.mark.parametrize(
    ("benefit", "fact", "told", "code"),
    [
        ("BIRTH", "live", "สอง", "FACT_WRONG_TYPE"),
        ("BIRTH", "live", True, "FACT_WRONG_TYPE"),
        ("BIRTH", "live", -1, "FACT_OUT_OF_RANGE"),
        ("BIRTH", "live", 1.5, "FACT_OUT_OF_RANGE"),
        ("BIRTH", "live", 10**9, "FACT_OUT_OF_RANGE"),
        ("BIRTH", "live", "1" * 50, "FACT_WRONG_TYPE"),
        ("BIRTH", "mother_is_member", "yes", "FACT_WRONG_TYPE"),
        ("BIRTH", "child", "", "FACT_WRONG_TYPE"),
        ("EDU", "gpa", float("nan"), "FACT_WRONG_TYPE"),
        ("EDU", "level", "P4", "FACT_NOT_A_CHOICE"),
        ("EDU", "level", 6, "FACT_NOT_A_CHOICE"),
        ("HOSP", "admitted", "2569-02-30", "FACT_WRONG_TYPE"),
        ("VISIT", "value", "1.005", "FACT_OUT_OF_RANGE"),
        ("VISIT", "value", [], "FACT_WRONG_TYPE"),
    ],
)
def test_a_fact_that_cannot_be_trusted_is_left_out_and_named(
    benefit: str, fact: str, told: object, code: str
) -> None:
    reading = _read(benefit, event="2026-04-01", **{fact: told})
    assert reading.claim is not None
    assert fact not in reading.claim.values
    assert [(one.code, one.field) for one in reading.findings] == [(code, fact)]


def test_leaving_before_entering_is_named() -> None:
    reading = _read("HOSP", event="2026-11-01", admitted="2026-11-04")
    assert [one.code for one in reading.findings] == ["FACT_DATES_REVERSED"]


def test_papers_payee_and_words_nobody_asked_for() -> None:
    reading = _read(
        "DEATH", event="2026-11-01", missing_docs=["ใบมรณบัตร"], payee_is_beneficiary=False, cause="?"
    )
    assert reading.claim is not None
    assert reading.claim.missing_documents == ("ใบมรณบัตร",)
    assert reading.claim.payee_is_heir is False
    assert reading.unread == ("cause",)
    one = _read("DEATH", event="2026-11-01", missing_documents="ใบมรณบัตร").claim
    assert one is not None
    assert one.missing_documents == ("ใบมรณบัตร",)


_JSON = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=30)
    | st.lists(st.integers(), max_size=2)
)


@given(
    st.sampled_from([benefit.code for benefit in NASUK.benefits]),
    st.dictionaries(
        st.sampled_from(
            [
                "event",
                "admitted",
                "live",
                "nights",
                "gpa",
                "level",
                "damage",
                "value",
                "child",
                "missing_docs",
            ]
        ),
        _JSON,
    ),
)
def test_nothing_told_makes_it_stumble(code: str, told: dict[str, object]) -> None:
    _read(code, **told)


def test_days_told_in_the_buddhist_era_are_shown_on_the_day_they_mean() -> None:
    """A paper that adds 543 years once more would say 3111."""
    told = {"event": "2568-05-04", "admitted": "2568-05-01"}
    said = {fact.name: fact.value for fact in told_facts_of(NASUK.benefit("HOSP"), told)}
    assert said == {"admitted": "2025-05-01", "event": "2025-05-04"}
    assert [fact.value for fact in told_facts_of(None, told)][:1] == ["2025-05-04"]
    assert told_facts_of(NASUK.benefit("HOSP"), {"event": "วันนั้น"})[0].value == "วันนั้น"
