"""What is asked, understood and shown of a claim, decided without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.funds import stay
from wangfund.domain.eligibility.assessment import Assessment, Result, Step
from wangfund.domain.eligibility.read_claim import read_claim
from wangfund.domain.errors import Finding, Severity, Value
from wangfund.domain.rulebook.model import Benefit, FactType, Rulebook
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.store.books import Books
from wangfund.text.claim_sayings import SAYINGS, saying
from wangfund.text.claim_words import finding_words
from wangfund.text.messages import known_codes
from wangfund.thai.dates import short_date
from wangfund.ui.claims.asks import Ask, as_typed, asks_of, read_ask, typed_decimal
from wangfund.ui.claims.decision import approval_words, decision_of
from wangfund.ui.claims.state import ClaimsState, elsewhere_words
from wangfund.ui.claims.typed_claim import (
    CLAIMED,
    HEIR,
    NAME,
    OTHER,
    PAPERS,
    WHOM,
    TypedClaim,
    from_draft,
    payees_for,
)
from wangfund.usecases.approval import Approval
from wangfund.usecases.claim_answer import ClaimAnswer, answer_claim
from wangfund.usecases.claims_list import ClaimLine, ClaimsOfYear
from wangfund.usecases.found_fund import rulebook_source
from wangfund.usecases.request_claim import RequestClaim

TODAY = date(2026, 10, 30)
PRESETS = ("nasuk", "daily_baht_caps", "daily_baht_tiers")
HOSTILE = (
    "๑๒๓ก",
    "31/4/2569",
    "12345678901234",
    "สมชาย\nใจดี\t" * 50,
    "😀",
    "ก" * 10_000,
    "<b>หนา</b>",
    "=1+1",
    "'; DROP TABLE claim;--",
    "-5",
    "1e9",
    "nan",
)


def preset(name: str) -> Rulebook:
    return parse_rulebook(rulebook_source(name))


BENEFITS = [
    pytest.param(benefit, id=f"{name}-{benefit.code}")
    for name in PRESETS
    for benefit in preset(name).benefits
]


def sample(ask: Ask) -> str:
    """Something sensible to type for a fact."""
    if ask.kind in {FactType.CHOICE, FactType.YES_NO}:
        return next(code for code, _ in ask.choices if code)
    return {
        FactType.DATE: "14 ต.ค. 2569",
        FactType.WHOLE: "๒",
        FactType.NUMBER: "3.75",
        FactType.BAHT: "1,250.50 บาท",
    }.get(ask.kind, "เด็กหญิงตัวอย่าง ทดลอง")


@pytest.mark.parametrize("benefit", BENEFITS)
def test_every_benefit_of_the_presets_asks_what_its_rules_read(benefit: Benefit) -> None:
    asks = asks_of(benefit)
    assert "event" in {ask.name for ask in asks}
    assert all(ask.label for ask in asks)
    typed = TypedClaim(1, "0001", "ก", benefit.code, {ask.name: sample(ask) for ask in asks})
    command = typed.command(benefit, TODAY)
    assert command is not None
    reading = read_claim(benefit, command.facts, TODAY)
    assert (reading.findings, reading.unread) == ((), ())
    assert reading.claim is not None
    told = {ask.name for ask in asks} - {"event", "who"}
    assert told <= reading.claim.values.keys()
    assert reading.claim.missing_documents == benefit.documents


@pytest.mark.parametrize("benefit", BENEFITS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_typing_never_reaches_the_rules_wrong(benefit: Benefit, text: str) -> None:
    typed = TypedClaim(1, "0001", "ก", benefit.code, {ask.name: text for ask in asks_of(benefit)})
    typed.texts[PAPERS] = text
    told = typed.told(benefit, TODAY)
    assert read_claim(benefit, {"event": "2026-10-14", **told}, TODAY).findings == ()


def test_facts_told_before_are_typed_as_they_were(books: Books) -> None:
    for benefit in preset("nasuk").benefits:
        asks = asks_of(benefit)
        typed = TypedClaim(1, "0001", "ก", benefit.code, {ask.name: sample(ask) for ask in asks})
        told = typed.told(benefit, TODAY)
        again = {ask.name: as_typed(ask, told) for ask in asks}
        assert TypedClaim(1, "0001", "ก", benefit.code, again).told(benefit, TODAY) == told


def test_a_day_in_the_christian_era_is_understood_and_a_future_one_is_not() -> None:
    event = next(ask for ask in asks_of(_hosp()) if ask.name == "event")
    ce = read_ask(event, "14/10/2026", TODAY)
    assert (ce.value, ce.wrong) == ("2026-10-14", False)
    assert ce.finding is not None and ce.finding.severity is Severity.WARNING
    assert read_ask(event, "1/11/2569", TODAY).wrong
    assert read_ask(event, "", TODAY).wrong


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3.50", "3.50"),
        ("๓.๕", "3.5"),
        ("4", "4"),
        ("3.5.1", None),
        ("abc", None),
        ("99999", None),
        ("-1", None),
    ],
)
def test_a_grade_is_read_with_its_decimals(text: str, value: str | None) -> None:
    typed = typed_decimal(text, required=True)
    assert typed.value == value
    assert typed.wrong == (value is None)


def test_money_of_a_fact_is_told_in_baht() -> None:
    visit = preset("nasuk").benefit("VISIT")
    assert visit is not None
    typed = TypedClaim(1, "0001", "ก", "VISIT", {"event": "1/10/2569", "value": "199.50"})
    assert Decimal(str(typed.told(visit, TODAY)["value"])) == Decimal("199.5")


def test_no_question_goes_to_the_rules_before_the_event_can_be_read() -> None:
    hosp = _hosp()
    assert TypedClaim(1, "0001", "ก", "HOSP", {"admitted": "1/10/2569"}).command(hosp, TODAY) is None
    late = TypedClaim(1, "0001", "ก", "HOSP", {"event": "14/10/2569", CLAIMED: "31/12/2569"})
    assert late.command(hosp, TODAY) is None


def test_nights_are_counted_while_typing_and_not_when_they_run_backwards() -> None:
    hosp = _hosp()
    typed = TypedClaim(texts={"admitted": "6/10/2569", "event": "14/10/2569"})
    assert typed.stretch_words(hosp, TODAY) == "นับได้ 8 คืน"
    assert TypedClaim(texts={"admitted": "15/10/69", "event": "14/10/69"}).stretch_words(hosp, TODAY) == ""


def test_who_fetches_the_money_is_told_by_name_and_only_another_is_no_heir() -> None:
    hosp = _hosp()
    told = TypedClaim(texts={WHOM: OTHER, NAME: "นายแทน ทดลอง"}).told(hosp, TODAY)
    assert (told["payee"], told["payee_is_beneficiary"]) == ("นายแทน ทดลอง", False)
    told = TypedClaim(texts={WHOM: HEIR, NAME: "ทายาท ทดสอบ"}).told(hosp, TODAY)
    assert told["payee"] == "ทายาท ทดสอบ"
    assert "payee_is_beneficiary" not in told
    assert [code for code, _ in payees_for("ก", died=False, to_heir=False)] == ["member", "heir", "other"]
    assert [code for code, _ in payees_for("ก", died=True, to_heir=False)] == ["heir", "other"]
    assert [code for code, _ in payees_for(None, died=False, to_heir=True)] == ["other"]


def test_half_typed_claims_are_kept_by_member_and_come_back() -> None:
    state = ClaimsState()
    state.begin(1, "0001", "ก").texts["event"] = "14/10/2569"
    state.begin(2, "0002", "ข").texts["event"] = "15/10/2569"
    kept = state.drafts()
    again = ClaimsState()
    assert again.recall(kept)
    assert (again.now, again.form.texts["event"]) == ("0002", "15/10/2569")
    assert again.begin(1, "0001", "ก").texts["event"] == "14/10/2569"
    again.give_up()
    assert "0001" not in again.drafts()["forms"]


@pytest.mark.parametrize(
    "kept", [None, {}, {"forms": 3}, {"forms": {"0001": {"texts": 1}}}, {"forms": {"1": {}}}]
)
def test_a_damaged_draft_counts_as_none(kept: dict[str, object] | None) -> None:
    state = ClaimsState()
    state.recall(kept)
    assert state.drafts() == {}
    assert from_draft({"member_id": "x"}) is None


def test_search_finds_by_name_member_and_number_and_says_where_else() -> None:
    state = ClaimsState(tab="waiting")
    state.take(ClaimsOfYear(2026, (2026,), (_line(1, "paid"), _line(12, "requested"), _line(2, "refused"))))
    assert [row.number for row in state.look("12").rows] == [12]
    assert [row.number for row in state.look("12/2569").rows] == [12]
    assert [row.number for row in state.look("มาน").rows] == [12]
    found = state.look("1/2569")
    assert not found.rows
    assert "จ่ายแล้ว 1" in elsewhere_words(found, state.tab)
    assert "ไม่พบคำขอ" in elsewhere_words(state.look("ไม่มีชื่อนี้"), state.tab)


def test_the_list_begins_where_there_is_something() -> None:
    state = ClaimsState()
    state.take(ClaimsOfYear(2026, (2026,), (_line(1, "paid"),)))
    assert state.tab == "paid"


def test_a_claim_that_pays_adds_up_to_its_net(books: Books) -> None:
    shown = decision_of(answer_claim(books, stay("0025", date(2026, 11, 2), 3, date(2026, 11, 9))))
    assert (shown.tone, shown.figure, shown.net) == ("ok", "270.00", "270.00")
    assert [line.right for line in shown.lines if line.right] == ["300.00", "\u221230.00"]
    assert shown.lines[-1].why_tone == "warn"
    assert "ลงชื่อ 3 คน" in shown.approval
    assert all(line.clause for line in shown.lines)


def test_a_refusal_is_blue_with_words_to_say_and_what_helps(books: Books) -> None:
    shown = decision_of(answer_claim(books, stay("0001", date(2015, 6, 1), 3, date(2026, 11, 9))))
    assert (shown.tone, shown.net) == ("pri", "")
    assert shown.aloud and shown.helps


def test_to_those_who_are_left_no_day_to_come_is_spoken_of(books: Books) -> None:
    death = RequestClaim("0002", "DEATH", {"event": "2015-06-01"}, date(2015, 6, 9))
    answer = answer_claim(books, death)
    assert answer.assessment.reason == "WAITING" and answer.first_day is not None
    shown = decision_of(answer)
    assert "มีเหตุตั้งแต่" not in shown.aloud and short_date(answer.first_day) not in shown.aloud
    assert not any("สมุดประจำตัว" in line.what for line in shown.helps)


def test_papers_that_are_missing_show_what_comes_when_they_are_there(books: Books) -> None:
    asked = stay("0001", date(2026, 11, 2), 3, date(2026, 11, 9))
    asked = replace(asked, facts={**asked.facts, "missing_docs": ["ใบรับรองการนอนรักษาตัว"]})
    shown = decision_of(answer_claim(books, asked))
    assert (shown.tone, shown.figure, shown.figure_name) == ("warn", "300.00", "เมื่อหลักฐานครบ จ่ายได้")
    assert "ใบรับรองการนอนรักษาตัว" in shown.lines[0].what


def test_suspension_is_told_with_the_day_if_it_were_paid(books: Books) -> None:
    answer = answer_claim(books, stay("0001", date(2026, 11, 2), 3, date(2026, 11, 9)))
    values: dict[str, Value] = {
        "event": "2026-11-02",
        "arrears_months": 3,
        "owed_satang": 9000,
        "reinstate_wait_days": 30,
        "first_day_if_paid": "2026-12-09",
    }
    said = Assessment(
        Result.REFUSE, "SUSPENDED", findings=(Finding("SUSPENDED", clause="ข้อ 10", values=values),)
    )
    shown = decision_of(_refused(answer, said))
    assert (shown.tone, shown.figure) == ("pri", "9 ธ.ค. 2569")
    assert (shown.lines[0].icon, shown.lines[0].tone) == ("ban", "bad")


def test_a_reason_only_the_rulebook_knows_has_words(books: Books) -> None:
    finding = Finding("TOO_FAR", "km", "ข้อ 30", values={"label": "ระยะทาง", "told": 40, "wanted": 30})
    said = finding_words(finding, None)
    assert "ระยะทาง" in said.message
    assert "TOO_FAR" not in said.line
    assert saying(finding, None)


def test_every_saying_is_for_a_code_that_exists() -> None:
    assert set(SAYINGS) <= set(known_codes())


def test_whose_approval_is_told_by_the_amount() -> None:
    approval = Approval("ข้อ 13", 100_000, 3, above_by_resolution=True, always=False)
    assert "กรรมการหมู่ 5 ลงชื่อ 3 คน" in approval_words(approval, 100_000, 5)
    assert "มติคณะกรรมการ" in approval_words(approval, 100_001, 5)
    assert "ทุกครั้ง" in approval_words(replace(approval, always=True), 1, 5)
    assert approval_words(None, 1, 5) == ""


def test_a_step_without_words_of_its_own_still_shows(books: Books) -> None:
    answer = answer_claim(books, stay("0001", date(2026, 11, 2), 3, date(2026, 11, 9)))
    odd = replace(answer.assessment, steps=(Step("AMOUNT_FIXED", {}, "ข้อ 1", 500),))
    assert decision_of(replace(answer, assessment=odd)).lines


def _refused(answer: ClaimAnswer, said: Assessment) -> ClaimAnswer:
    return replace(answer, assessment=said, first_day=None)


def _hosp() -> Benefit:
    found = preset("nasuk").benefit("HOSP")
    assert found is not None
    return found


def _line(number: int, state: str) -> ClaimLine:
    day = date(2026, 10, 1)
    return ClaimLine(
        number,
        2026,
        number,
        7,
        "0007",
        "นางมานี ทดสอบ",
        1,
        "นอนโรงพยาบาล",
        day,
        day,
        state,
        0,
        "นางมานี ทดสอบ 0007",
    )
