"""A pay day through sent keys: ticked, left out with a reason, paid together; and what it comes to, without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.clipping import clipped
from tests.ui.test_claims_page import claims_page, dialog, focus, key, place_of, settled
from tests.ui.typing import press, type_text, wait, wait_until
from wangfund.domain.clock import FixedClock
from wangfund.ui.claims.dialogs import OthersDialog
from wangfund.ui.claims.page import ClaimsPage
from wangfund.ui.claims.payday_dialogs import LeaveOutDialog, PayDayDialog
from wangfund.ui.claims.payday_state import CHOSEN, DONE, DRAFT, PayDayState, state_of
from wangfund.ui.claims.state import LIST, PAYDAY
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.papers.paper_dialog import PaperDialog
from wangfund.ui.preferences import PreferenceFile
from wangfund.ui.start import dress_application
from wangfund.ui.worker.runner import InlineRunner
from wangfund.usecases.pay_day import pay_day_list
from wangfund.usecases.pay_day_sheet import paid_sheet
from wangfund.usecases.pay_days_past import pay_days_past

DAY = date(2026, 4, 20)
SONGKRAN = date(2026, 4, 13)


@lru_cache
def fund_bytes() -> bytes:
    """A practice fund a week after the elders' day, nobody paid."""
    import tempfile

    from wangfund.usecases.practice.make import make_practice_fund

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "practice.wangfund"
        make_practice_fund(path, DAY, members=70, years=2)
        return path.read_bytes()


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "วันจ่าย.wangfund"
    path.write_bytes(fund_bytes())
    dress_application(qapp)
    clock = FixedClock(DAY, datetime(2026, 4, 20, 2, 0, tzinfo=UTC))
    made = MainWindow(clock, InlineRunner(qapp), PreferenceFile(tmp_path / "window.json"))
    made.start(path)
    made.show()
    wait(20)
    yield made
    if made.place is not None:
        made.place.wrote = False
    made.close()


def open_day(window: MainWindow, code: str) -> tuple[ClaimsPage, PayDayState]:
    """F10 and the benefit's number."""
    page = claims_page(window)
    key(window, Qt.Key.Key_F10)
    others = dialog(OthersDialog)
    past = [one.benefit.code for one in pay_days_past(place_of(window).books)]
    press(focus(others), Qt.Key(Qt.Key.Key_1.value + past.index(code)))
    wait(10)
    settled(window)
    assert page._state.front == PAYDAY
    state = page._state.payday
    assert state is not None
    wait_until(lambda: state.listed is not None)
    return page, state


def test_elders_are_paid_together_by_keys(window: MainWindow) -> None:
    page, state = open_day(window, "ELDER")
    books = place_of(window).books
    assert state.listed is not None and len(state.chosen) == len(state.listed.paid) > 2
    everybody, first = len(state.chosen), page.payday.table.current
    assert first is not None
    key(window, Qt.Key.Key_Space)
    out = dialog(LeaveOutDialog)
    key(window, Qt.Key.Key_F9)
    assert out.isVisible()
    type_text(focus(out), "ไม่ได้มารับ")
    key(window, Qt.Key.Key_F9)
    settled(window)
    assert state.excluded == {first.member_id: "ไม่ได้มารับ"}
    key(window, Qt.Key.Key_F7)
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), PaperDialog))
    dialog(PaperDialog).reject()
    settled(window)
    net = state.sums[2]
    key(window, Qt.Key.Key_F9)
    pay = dialog(PayDayDialog)
    assert f"{everybody - 1:,} คน" in pay.yes.text()
    key(window, Qt.Key.Key_F9)
    assert pay.isVisible() and not state.done
    type_text(focus(pay), "มติ 4/2569")
    key(window, Qt.Key.Key_F9)
    assert pay.slip.below.finding is not None and not state.done
    type_text(focus(pay), "T-0091")
    key(window, Qt.Key.Key_F9)
    wait_until(lambda: state.done is not None)
    settled(window)
    assert state.done is not None and state.done.net_satang == net
    assert "จ่ายแล้ว" in page.head.facts.text()
    assert (state.tab, len(state.rows(DONE))) == (DONE, everybody - 1)
    sheet = paid_sheet(books, "ELDER", SONGKRAN)
    assert sheet.set_aside == ((first.member_no, first.name, "ไม่ได้มารับ"),)
    key(window, Qt.Key.Key_F9)
    assert QApplication.activeModalWidget() is None
    key(window, Qt.Key.Key_F7)
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), PaperDialog))
    dialog(PaperDialog).reject()
    settled(window)
    key(window, Qt.Key.Key_F10)
    others = dialog(OthersDialog)
    assert others.buttons[0].text() == "พิมพ์ใบสำคัญจ่ายทุกใบ"
    key(window, Qt.Key.Key_Escape)
    settled(window)
    key(window, Qt.Key.Key_Escape)
    assert page._state.front == LIST


def test_cards_are_seen_one_by_one_and_only_those_ticked_are_paid(window: MainWindow) -> None:
    past = pay_days_past(place_of(window).books)
    before = next(one.paid for one in past if one.benefit.code == "DISABLED")
    page, state = open_day(window, "DISABLED")
    assert state.each and not state.chosen
    assert not page.payday.main.isEnabled()
    key(window, Qt.Key.Key_F9)
    assert QApplication.activeModalWidget() is None
    page.payday.table.setFocus()
    key(window, Qt.Key.Key_Space)
    key(window, Qt.Key.Key_Space)
    ticked = [row.member_id for row in state.chosen]
    assert len(ticked) == 2
    key(window, Qt.Key.Key_F9)
    pay = dialog(PayDayDialog)
    pay.resolution.set_text("มติ 5/2569")
    pay.slip.set_text("T-0092")
    key(window, Qt.Key.Key_F9)
    wait_until(lambda: state.done is not None)
    settled(window)
    assert state.done is not None
    assert [member for member, _, _ in state.done.paid] == ticked
    again = pay_days_past(place_of(window).books)
    assert next(one.paid for one in again if one.benefit.code == "DISABLED") == before + 2


def test_pressed_twice_pays_once(window: MainWindow) -> None:
    page, state = open_day(window, "ELDER")
    page.payday.pay()
    wait(30)
    pay = dialog(PayDayDialog)
    pay.resolution.set_text("มติ 4/2569")
    pay.slip.set_text("T-0091")
    pay.submit()
    pay.submit()
    wait_until(lambda: state.done is not None)
    past = next(one for one in pay_days_past(place_of(window).books) if one.benefit.code == "ELDER")
    assert state.done is not None
    assert (past.paid, past.paid_satang) == (len(state.done.paid), state.done.net_satang)


def test_a_refusal_stays_in_the_dialog_and_nobody_is_paid(window: MainWindow) -> None:
    page, state = open_day(window, "ELDER")
    page.payday.pay()
    wait(30)
    pay = dialog(PayDayDialog)
    pay.resolution.set_text("มติ 4/2569")
    while pay.place.value != "cash":
        pay.place.setFocus()
        press(focus(pay), Qt.Key.Key_Up)
    key(window, Qt.Key.Key_F9)
    wait(20)
    assert pay.isVisible() and pay._banner is not None
    assert state.done is None
    past = pay_days_past(place_of(window).books)
    assert next(one.paid for one in past if one.benefit.code == "ELDER") == 0
    key(window, Qt.Key.Key_Escape)


def test_ticks_come_back_after_a_power_cut_and_of_another_day_they_do_not(window: MainWindow) -> None:
    page, state = open_day(window, "DISABLED")
    page.payday.table.setFocus()
    key(window, Qt.Key.Key_Space)
    wait(400)
    kept = place_of(window).drafts.kept(DRAFT)
    past = next(one for one in pay_days_past(place_of(window).books) if one.benefit.code == "DISABLED")
    again = state_of(past)
    assert again.recall(kept)
    assert again.ticked == state.ticked
    other = state_of(past)
    other.day = state.day - timedelta(days=365)
    assert not other.recall(kept)
    assert not other.recall({"code": "DISABLED", "day": other.day.isoformat(), "ticked": "x", "excluded": 3})


def test_search_and_lists_by_keys_and_nothing_is_cut_off(window: MainWindow) -> None:
    page, state = open_day(window, "ELDER")
    assert state.listed is not None
    row = state.listed.paid[-1]
    press(focus(window), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text(page.payday.search.edit, row.member_no)
    assert [one.member_id for one in state.rows(CHOSEN)] == [row.member_id]
    key(window, Qt.Key.Key_Escape)
    for text in ("😀", "<b>", "=1+1", "ก" * 10_000, "%_'"):
        page.payday.search.edit.setText(text)
        assert state.rows(CHOSEN) == ()
    page.payday.search.edit.clear()
    press(page.payday.table, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert state.tab != CHOSEN
    assert all(state.note(one) for one in state.rows(state.tab))
    assert not clipped(page)
    window.set_look(percent=160)
    wait(30)
    again = window.desk.page
    assert isinstance(again, ClaimsPage)
    assert again._state.front == PAYDAY and again.payday.state is state


def test_sums_follow_the_ticks(window: MainWindow) -> None:
    books = place_of(window).books
    past = next(one for one in pay_days_past(books) if one.benefit.code == "ELDER")
    state = state_of(past)
    listed = pay_day_list(books, "ELDER", past.day, asked_on=DAY)
    state.take(listed)
    gross, kept, net = state.sums
    assert (gross, net) == (listed.gross_satang, listed.net_satang)
    assert gross - kept == net
    row = listed.paid[0]
    assert state.needs_reason(row)
    state.leave_out(row, "ย้ายออก")
    assert state.sums[2] == net - row.assessment.net_satang
    assert state.note(row) == "งดจ่าย: ย้ายออก"
    state.take(listed)
    assert row not in state.chosen
    state.tick(row)
    assert state.sums[2] == net and not state.excluded
    command = state.command("มติ", "cash", DAY)
    assert list(command.members) == [one.member_id for one in listed.paid]
