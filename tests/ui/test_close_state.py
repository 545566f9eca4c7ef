"""What the page ปิดงวด decides, without a window: inputs, steps, answers, the one button."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.funds import BANK, DECEMBER, NOVEMBER, PRICE, TODAY, books, close, on, stay, young
from wangfund.domain.papers.cash_count import PIECES
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.thai.period import Period
from wangfund.ui.close.answers import answer_of
from wangfund.ui.close.facts import facts_of
from wangfund.ui.close.inputs import Inputs, from_draft, read_count
from wangfund.ui.close.main_act import Act, main_act, seal_words
from wangfund.ui.close.state import HISTORY, NEXT, STEPS, CloseState
from wangfund.ui.close.steps import direction, following, heading, in_order, open_steps, steps_of
from wangfund.usecases.close_checklist import close_checklist
from wangfund.usecases.close_month import close_month
from wangfund.usecases.month_pack import month_pack
from wangfund.usecases.months_to_close import months_to_close
from wangfund.usecases.receive_money import ReceiveMoney, receive_money
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round
from wangfund.usecases.request_claim import request_claim
from wangfund.usecases.take_payment import TakePayment, take_payment

__all__ = ["books", "young"]

_HOSTILE = ("กข", "1.5", "-1", "๑ ๒", "1e3", "=1+1", "<b>2</b>", "🐯", "9" * 14, "ก" * 10_000, "1\n2", "0x10")


def typed(satang: int) -> str:
    """A count that makes an amount, as the widget keeps it."""
    told = {}
    for piece in PIECES:
        pieces, satang = divmod(satang, piece)
        if pieces:
            told[str(piece)] = str(pieces)
    assert not satang
    return json.dumps(told or {"100": "0"})


def state_of(books: Books, month: Period = NOVEMBER, kept: dict[str, Any] | None = None) -> CloseState:
    """The page's state on a month, as it reads it."""
    state = CloseState()
    state.turn_to(months_to_close(books), month, kept)
    state.take(close_checklist(books, month, state.inputs.counted_on))
    return state


def again(state: CloseState, books: Books) -> None:
    """Read the month once more."""
    assert state.month is not None
    state.take(close_checklist(books, state.month, state.inputs.counted_on))


@pytest.fixture
def ready(books: Books) -> Iterator[CloseState]:
    """Everything in order: villages in, cash and bank typed as the books have them."""
    record_round(books, RecordRound(NOVEMBER, TODAY, [VillageRound(1), VillageRound(2), VillageRound(3)]))
    state = state_of(books)
    assert state.view is not None
    state.inputs.count = typed(state.view.cash.expected_satang)
    state.inputs.banks[BANK] = "100,000"
    yield state


def packed(state: CloseState) -> bool:
    return state.pack is not None


def tones(state: CloseState) -> dict[str, str]:
    return {step.name: step.mark.tone for step in steps_of(state)}


@pytest.mark.parametrize("text", _HOSTILE)
def test_what_is_no_number_of_pieces_counts_nothing_and_is_wrong(books: Books, text: str) -> None:
    state = state_of(books)
    state.inputs.count = json.dumps({"100000": "3", "100": text})
    assert state.inputs.counted.wrong
    assert state.counted_satang is None
    assert tones(state)["cash"] == "warn"
    state.step = "cash"
    assert "อ่านไม่ได้" in answer_of(state).words
    state.inputs.banks[BANK] = "100000"
    assert not state.ready_to_draft


def test_thai_digits_and_commas_are_pieces() -> None:
    found = read_count(json.dumps({"100000": "๒", "25": "1,000"}))
    assert (found.total_satang, found.wrong, found.begun) == (2_000_00 + 250_00, False, True)


@pytest.mark.parametrize("text", ["", "[]", "{", "null", '{"100": 5}', '{"100": null}', '"x"', "๑" * 50])
def test_a_damaged_count_is_none(text: str) -> None:
    found = read_count(text)
    assert (found.begun, found.wrong, found.total_satang) == (False, False, 0)


def test_a_box_that_is_empty_can_be_counted() -> None:
    found = read_count('{"100000": "0"}')
    assert (found.begun, found.total_satang) == (True, 0)


@pytest.mark.parametrize(
    "kept",
    [
        None,
        {},
        {"count": 5, "banks": [], "counted_on": "31/4"},
        {"banks": {"x": 1, "y": "2"}, "witness": None},
    ],
)
def test_a_damaged_draft_is_read_as_far_as_it_goes(kept: dict[str, Any] | None) -> None:
    found = from_draft(kept)
    assert (found.count, found.counted_on, found.witness) == ("", None, "")
    assert set(found.banks) <= {"y"}


def test_a_draft_gives_back_everything_that_was_typed() -> None:
    inputs = Inputs(typed(5_00), date(2026, 11, 3), "16.05", "ก", "ข", {BANK: "12"}, "มติ 1")
    assert from_draft(json.loads(json.dumps(inputs.as_draft()))) == inputs
    assert Inputs(counter="ก", witness="ข").empty
    assert not inputs.empty


@pytest.mark.parametrize("text", ["กข", "-5", "1,00", "1.234", "9" * 14, "=1+1", "🐯"])
def test_a_bank_in_letters_is_not_taken(ready: CloseState, text: str) -> None:
    ready.inputs.banks[BANK] = text
    assert tones(ready)["banks"] == "warn"
    assert ready.banks_missing == (BANK,)
    assert not ready.ready_to_draft


def test_a_bank_left_empty_stops_the_draft_and_says_which(ready: CloseState) -> None:
    ready.inputs.banks[BANK] = "  "
    ready.step = "draft"
    assert not ready.ready_to_draft
    assert BANK in answer_of(ready).words
    assert main_act(ready).step == "banks"


def test_a_fresh_month_has_three_things_to_look_at(books: Books) -> None:
    state = state_of(books)
    assert tones(state) == {
        "rounds": "warn", "papers": "ok", "cash": "ink3", "banks": "ink3", "claims": "ok", "draft": "ink3", "seal": "ink3",
    }  # fmt: skip
    assert in_order(state) == 2
    assert heading(state) == "ปิดงวดเดือนพฤศจิกายน 2569"
    words = {step.name: step.mark.words for step in steps_of(state)}
    assert words["rounds"] == "ยังขาด 3 จาก 3 หมู่บ้าน"
    assert answer_of(state).mend is not None
    mend = answer_of(state).mend
    assert mend is not None
    assert (mend.page, mend.argument) == ("collect", {"moo": 1})


def test_every_step_has_figures_and_an_answer(ready: CloseState) -> None:
    for step in STEPS:
        ready.step = step
        assert facts_of(ready).lines
        assert answer_of(ready).words
        assert main_act(ready).words


def test_the_main_button_leads_through_the_steps_in_order(books: Books) -> None:
    state = state_of(books)
    state.step = "papers"
    assert (main_act(state).act, main_act(state).step) == (Act.GO_ON, "cash")
    state.inputs.count = typed(3_000_00)
    state.step = "cash"
    assert main_act(state).words == "ต่อไป สมุดธนาคาร"
    state.step = "draft"
    assert main_act(state).step == "banks"
    state.inputs.banks[BANK] = "๑๐๐,๐๐๐.๐๐"
    state.step = "banks"
    assert following(state) == "draft"
    state.step = "draft"
    assert main_act(state).act is Act.DRAFT
    state.step = "seal"
    assert main_act(state).step == "draft"


def test_a_cash_difference_names_its_direction_and_where_to_look(books: Books) -> None:
    take_payment(books, TakePayment("0001", PRICE, TODAY))
    state = state_of(books)
    state.step = "cash"
    state.inputs.count = typed(3_000_00)
    found = answer_of(state)
    assert found.words == "เงินขาดอยู่ 30.00"
    assert "ใบเสร็จ 1/01" in found.details[0]
    assert found.mend is not None
    assert found.mend.argument == {"entry": state.cash_clues()[0].move.entry_id}
    state.inputs.count = typed(3_100_00)
    assert answer_of(state).words == "เงินเกินอยู่ 70.00"
    assert answer_of(state).details[-1] == "ปิดงวดไม่ได้จนกว่าจะตรงกัน"
    state.inputs.count = typed(3_030_00)
    assert (answer_of(state).tone, answer_of(state).words) == ("ok", "ตรงกัน")
    assert [direction(n) for n in (0, 1, -1)] == ["ตรงกัน", "เงินเกินอยู่", "เงินขาดอยู่"]


def test_a_draft_may_differ_but_is_not_sealed(ready: CloseState, books: Books) -> None:
    ready.inputs.banks[BANK] = "99,999.99"
    assert ready.ready_to_draft
    close_month(books, ready.close_command())
    again(ready, books)
    ready.step = "seal"
    assert ready.drafted
    assert not ready.agrees
    assert main_act(ready).act is Act.GO_ON
    assert main_act(ready).step == "banks"
    assert answer_of(ready).words == "ยังไม่ตรงกัน จึงปิดไม่ได้"


def test_a_draft_that_agrees_leads_to_the_seal(ready: CloseState, books: Books) -> None:
    close_month(books, ready.close_command())
    again(ready, books)
    ready.step = "draft"
    assert ready.drafted
    assert main_act(ready).step == "seal"
    ready.step = "seal"
    assert main_act(ready).act is Act.SEAL
    ready.inputs.resolution = "ตามมติ 11/2569"
    head, sentence, verb = seal_words(ready)
    assert "พฤศจิกายน 2569" in head
    assert "ตามมติ 11/2569 หลังปิดแล้วแก้ไม่ได้" in sentence
    assert "ยังไม่สิ้นสุด" in sentence
    assert verb == "ปิดงวด พ.ย. 2569"


def test_what_is_not_in_order_is_told_before_the_seal(ready: CloseState, books: Books) -> None:
    request_claim(books, stay("0009", date(2026, 11, 2), 3, date(2026, 11, 9)))
    close_month(books, ready.close_command())
    again(ready, books)
    ready.step = "seal"
    assert open_steps(ready) == ("สวัสดิการ (รอมติ 1 ราย)",)
    assert "สวัสดิการ (รอมติ 1 ราย)" in seal_words(ready)[1]
    assert answer_of(ready).tone == "warn"
    assert main_act(ready).act is Act.SEAL


def test_money_after_the_draft_makes_it_useless_and_says_so(ready: CloseState, books: Books) -> None:
    close_month(books, ready.close_command())
    again(ready, books)
    ready.pack = month_pack(books, NOVEMBER)
    receive_money(books, ReceiveMoney(TODAY, "4200", 5_00, "cash", "ผู้ให้", pool="admin"))
    again(ready, books)
    assert not ready.drafted
    assert not packed(ready)
    ready.step = "draft"
    assert answer_of(ready).words == "มีรายการใหม่หลังทำร่าง"
    ready.step = "seal"
    assert main_act(ready).act is not Act.SEAL
    assert tones(ready)["cash"] == "warn"


def test_other_figures_than_drafted_ask_for_a_new_draft(ready: CloseState, books: Books) -> None:
    close_month(books, ready.close_command())
    again(ready, books)
    assert ready.view is not None
    ready.inputs.count = typed(ready.view.cash.expected_satang + 25)
    assert not ready.drafted
    ready.step = "draft"
    assert main_act(ready).act is Act.DRAFT
    assert {s.name: s.mark.words for s in steps_of(ready)}["draft"] == "ตัวเลขต่างจากร่าง"


def test_a_draft_made_elsewhere_fills_what_was_not_typed(ready: CloseState, books: Books) -> None:
    close_month(books, ready.close_command())
    fresh = state_of(books)
    assert fresh.step == "seal"
    assert fresh.drafted
    assert fresh.counted_satang == ready.counted_satang
    assert fresh.inputs.banks[BANK] == "100,000.00"


def test_money_dated_after_the_day_counted_is_told_before_the_draft(books: Books) -> None:
    receive_money(books, ReceiveMoney(TODAY, "4200", 5_00, "cash", "ผู้ให้", pool="admin"))
    state = state_of(
        books, kept=Inputs(typed(3_000_00), date(2026, 11, 10), banks={BANK: "100000"}).as_draft()
    )
    assert not state.ready_to_draft
    state.step = "cash"
    assert answer_of(state).words == "มีรายการหลัง 10 พ.ย. 2569"


def test_an_earlier_month_must_be_closed_first(young: Path) -> None:
    with open_fund(young, on(date(2027, 1, 5))) as books:
        state = state_of(books, DECEMBER)
        state.inputs.count, state.inputs.banks[BANK] = typed(3_000_00), "100000"
        state.step = "draft"
        assert answer_of(state).words == "ปิดงวดพฤศจิกายน 2569ก่อน"
        assert not state.ready_to_draft
        assert state.step_month(-1) == NOVEMBER
        assert state.step_month(1) == Period(2027, 1)


def test_with_nothing_to_close_the_next_month_is_named_and_may_be_begun(young: Path) -> None:
    with open_fund(young, on(TODAY)) as books:
        state = CloseState()
        months = months_to_close(books)
        assert state.wanted(months) is None
        state.turn_to(months, None, None)
        assert [step.name for step in steps_of(state)] == [NEXT]
        assert (main_act(state).act, main_act(state).words) == (Act.BEGIN, "เริ่มงวด พ.ย. 2569")
        close(books, NOVEMBER, "มติ")
        state.turn_to(months_to_close(books), None, None)
        assert [step.name for step in steps_of(state)] == [HISTORY]
        assert main_act(state).act is Act.HOME


def test_the_month_just_closed_stays_until_it_is_left(ready: CloseState, books: Books) -> None:
    close(books, NOVEMBER, "มติ")
    months = months_to_close(books)
    ready.sealed = months.closed[0]
    assert ready.wanted(months) == NOVEMBER
    ready.turn_to(months, NOVEMBER, None)
    again(ready, books)
    ready.step = "seal"
    assert main_act(ready).act is Act.BACK_UP
    ready.backed_up = True
    assert main_act(ready).act is Act.HOME
    assert answer_of(ready).words == "ปิดงวดแล้ว"
    ready.leave_sealed()
    assert ready.wanted(months) is None


def test_who_counts_and_who_sees_are_offered_and_stay_as_typed(books: Books) -> None:
    state = state_of(books)
    assert (state.inputs.counter, state.inputs.witness) == ("นางตัวอย่าง ทดลอง", "นายสมมติ ทดลอง")
    state.inputs.witness = ""
    again(state, books)
    assert state.inputs.witness == ""


def test_the_time_of_the_count_is_that_of_the_village(books: Books) -> None:
    state = state_of(books)
    state.note_time(datetime(2026, 11, 20, 9, 5, tzinfo=UTC))
    assert state.inputs.counted_at == "16.05"
    assert state.draft_name == "close/2569-11"


def test_figures_beside_the_seal_are_those_of_the_pack(ready: CloseState, books: Books) -> None:
    close_month(books, ready.close_command())
    again(ready, books)
    pack = month_pack(books, NOVEMBER)
    ready.pack, ready.step = pack, "seal"
    shown = facts_of(ready)
    assert shown.total is not None
    assert shown.total[1].replace(",", "") == f"{pack.closing_satang / 100:.2f}"
    ready.pack = replace(pack, closing_satang=1)
    assert facts_of(ready).total == ("ยอดยกไป 30 พ.ย.", "0.01")
