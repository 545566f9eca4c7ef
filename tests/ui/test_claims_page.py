"""สวัสดิการ through sent keys: from the member to the voucher, and everything that can stand in the way."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.clipping import clipped, words_shown
from tests.ui.typing import press, type_text, wait, wait_until
from tests.ui.windows import TODAY
from wangfund.domain.eligibility.standing import Status
from wangfund.thai.dates import be_year
from wangfund.ui.claims.check_view import ASK_AFTER_MS, KEEP_AFTER_MS
from wangfund.ui.claims.dialogs import DecideDialog, OthersDialog, WithdrawDialog
from wangfund.ui.claims.page import ClaimsPage
from wangfund.ui.claims.pay_dialog import PayDialog
from wangfund.ui.claims.state import CLAIM, DRAFT, FORM, LIST, ClaimsState
from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.worker.job import Job, Task
from wangfund.usecases.claim_view import claim_view
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.find_members import MemberLine, list_members, standings_today
from wangfund.usecases.home_view import home_view
from wangfund.usecases.request_claim import RequestClaim, request_claim

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = TODAY - timedelta(days=5)
CAME = LEFT - timedelta(days=3)


def focus(window: QWidget) -> QWidget:
    """Whoever has the keys."""
    found = QApplication.focusWidget()
    return window if found is None else found


def key(window: QWidget, name: Qt.Key) -> None:
    press(focus(window), name)
    wait(5)


def be(day: date) -> str:
    return f"{day.day}/{day.month}/{be_year(day)}"


def place_of(window: MainWindow) -> Any:
    assert window.place is not None
    return window.place


def claims_page(window: MainWindow) -> ClaimsPage:
    press(focus(window), Qt.Key.Key_4, CTRL)
    page = window.desk.page
    assert isinstance(page, ClaimsPage)
    wait_until(lambda: page._state.loaded)
    return page


def someone(window: MainWindow, status: Status = Status.ACTIVE) -> MemberLine:
    """A member who stands so and has no claim yet, the one longest in the fund."""
    books = place_of(window).books
    lines = [m for m in list_members(books) if m.ended_on is None]
    standings = standings_today(books, lines)
    found = [m for m in lines if standings[m.id].status is status]
    with books.read() as r:
        busy = {row[0] for row in r.connection.exec_driver_sql("SELECT member_id FROM claim")}
    return min((m for m in found if m.id not in busy), key=lambda m: m.starts_on)


def settled(window: MainWindow) -> None:
    """The dialog is gone and the window has the keys again; offscreen there is nobody else to give them back."""
    wait_until(lambda: QApplication.activeModalWidget() is None)
    window.activateWindow()
    wait_until(lambda: QApplication.activeModalWidget() is None and QApplication.focusWidget() is not None)


def dialog(kind: type[QWidget]) -> Any:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def answered(page: ClaimsPage) -> None:
    wait(ASK_AFTER_MS + 30)
    wait_until(lambda: page.check.answer is not None)


def type_stay(window: MainWindow, page: ClaimsPage, member: MemberLine, *, papers: bool = True) -> None:
    """F2, the member, the benefit, both days, the papers: as a clerk types it."""
    key(page, Qt.Key.Key_F2)
    wait_until(lambda: bool(page.check._search.rows))
    type_text(focus(window), member.member_no)
    key(window, Qt.Key.Key_Return)
    assert page._state.front == FORM
    box = focus(window)
    while page.check.facts.typed.benefit != "HOSP":
        press(box, Qt.Key.Key_Down)
        wait(1)
        box = focus(window)
    key(window, Qt.Key.Key_Return)
    type_text(focus(window), be(CAME))
    key(window, Qt.Key.Key_Return)
    type_text(focus(window), be(LEFT))
    key(window, Qt.Key.Key_Return)
    if papers:
        key(window, Qt.Key.Key_Space)
    answered(page)


def entered(window: MainWindow, *, decided: bool = False) -> int:
    """A claim that waits, or is approved."""
    books = place_of(window).books
    told = {"event": LEFT.isoformat(), "admitted": CAME.isoformat()}
    claim, _ = request_claim(books, RequestClaim(someone(window).member_no, "HOSP", told, TODAY))
    if decided:
        decide_claim(books, DecideClaim(claim, "มติ 1/2569"))
    return claim


def open_claim(window: MainWindow, claim: int) -> ClaimsPage:
    window.desk.turn_to("claims", {"claim": claim})
    page = window.desk.page
    assert isinstance(page, ClaimsPage)
    assert page._state.front == CLAIM
    wait(5)
    return page


def test_from_the_member_to_the_voucher_by_keys(window: MainWindow) -> None:
    page, books = claims_page(window), place_of(window).books
    member = someone(window)
    before = home_view(books).total_satang
    type_stay(window, page, member)
    assert page.check.decision.decision is not None
    assert page.check.decision.decision.figure == "300.00"
    key(window, Qt.Key.Key_F9)
    wait_until(lambda: page._state.front == CLAIM)
    assert "บันทึกแล้ว คำขอที่" in page.head.facts.text()
    claim = page._state.claim
    assert claim is not None
    assert claim_view(books, claim).state == "requested"
    key(window, Qt.Key.Key_F9)
    type_text(focus(dialog(DecideDialog)), "มติ 11/2569")
    key(window, Qt.Key.Key_F9)
    wait_until(lambda: claim_view(books, claim).state == "approved")
    settled(window)
    key(window, Qt.Key.Key_F9)
    pay = dialog(PayDialog)
    assert "300" in pay.sentence.words and member.name in pay.sentence.words
    while pay.place.value == "cash":
        press(focus(pay), Qt.Key.Key_Down)
    key(window, Qt.Key.Key_F9)
    assert pay.slip.below.finding is not None
    type_text(focus(pay), "T-0091")
    key(window, Qt.Key.Key_F9)
    wait_until(lambda: claim_view(books, claim).state == "paid")
    settled(window)
    assert "จ่ายแล้ว ใบสำคัญ จ" in page.head.facts.text()
    assert page.print.text() == "ใบสำคัญจ่าย"
    assert not page.pane.decision.main.isVisible()
    assert home_view(books).total_satang == before - 300_00
    key(window, Qt.Key.Key_F9)
    assert QApplication.activeModalWidget() is None
    key(window, Qt.Key.Key_Escape)
    assert page._state.front == LIST


def test_papers_not_there_yet_wait_and_come_later_by_f3(window: MainWindow) -> None:
    page, books = claims_page(window), place_of(window).books
    type_stay(window, page, someone(window), papers=False)
    assert page.check.answer is not None
    assert page.check.answer.assessment.reason == "DOC_MISSING"
    key(window, Qt.Key.Key_F9)
    wait_until(lambda: page._state.front == CLAIM)
    claim = page._state.claim
    assert claim is not None
    assert claim_view(books, claim).missing_papers
    key(window, Qt.Key.Key_F3)
    assert page._state.front == FORM
    assert page.check.facts.typed.amends == claim
    papers = page.check.facts.form.fields["desk.papers"]  # type: ignore[union-attr]
    papers.setFocus()
    key(window, Qt.Key.Key_Space)
    answered(page)
    key(window, Qt.Key.Key_F9)
    wait_until(lambda: page._state.front == CLAIM)
    view = claim_view(books, claim)
    assert (view.missing_papers, view.answer.assessment.reason) == ((), "OK")


def test_a_refused_claim_is_recorded_and_decided_too(window: MainWindow) -> None:
    page, books = claims_page(window), place_of(window).books
    type_stay(window, page, someone(window, Status.WAITING))
    decision = page.check.decision.decision
    assert decision is not None
    assert (decision.tone, decision.figure != "") == ("pri", True)
    key(window, Qt.Key.Key_F9)
    wait_until(lambda: page._state.front == CLAIM)
    claim = page._state.claim
    assert claim is not None
    key(window, Qt.Key.Key_F9)
    type_text(focus(dialog(DecideDialog)), "มติ 11/2569")
    key(window, Qt.Key.Key_F9)
    wait_until(lambda: claim_view(books, claim).state == "refused")
    wait(10)
    assert not page.pane.decision.main.isVisible()


def test_enter_walks_the_fields_and_records_nothing(window: MainWindow) -> None:
    page = claims_page(window)
    type_stay(window, page, someone(window))
    for _ in range(4):
        key(window, Qt.Key.Key_Return)
    assert page._state.front == FORM
    assert page.check.decision.main.hasFocus()


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_recorded(window: MainWindow) -> None:
    page, books = claims_page(window), place_of(window).books
    type_stay(window, page, someone(window))
    form = page.check.facts.form
    assert form is not None
    before = len(page._state.rows)
    for text in ("31/4/2569", be(TODAY + timedelta(days=9)), "😀", "ก" * 10_000, "<b>", "=1+1", ""):
        edit = form.fields["event"].findChild(QLineEdit)
        assert edit is not None
        edit.setFocus()
        edit.clear()
        if len(text) > 100:
            edit.insert(text)
            edit.textEdited.emit(text)
        type_text(edit, text[:40] if len(text) <= 100 else "")
        key(window, Qt.Key.Key_F9)
        assert page._state.front == FORM
        assert edit.property("finding") == "error", text
        assert edit.text() == text
    page.load()
    wait(20)
    assert len(page._state.rows) == before
    assert books.path.exists()


def test_days_that_run_backwards_or_before_joining_are_hinted_while_typing(window: MainWindow) -> None:
    page = claims_page(window)
    member = someone(window)
    type_stay(window, page, member)
    form = page.check.facts.form
    assert form is not None

    def retype(name: str, text: str) -> None:
        edit = form.fields[name].findChild(QLineEdit)
        assert edit is not None
        edit.setFocus()
        edit.clear()
        type_text(edit, text)
        wait(ASK_AFTER_MS + 30)

    retype("admitted", be(LEFT + timedelta(days=2)))
    edit = form.fields["admitted"].findChild(QLineEdit)
    assert edit is not None
    assert edit.property("finding") == "warning"
    key(window, Qt.Key.Key_F9)
    wait(20)
    assert page._state.front == FORM
    early = member.starts_on - timedelta(days=30)
    retype("admitted", be(early - timedelta(days=2)))
    retype("event", be(early))
    edit = form.fields["event"].findChild(QLineEdit)
    assert edit is not None
    assert edit.property("finding") == "warning"


def test_half_typed_claim_comes_back_after_a_power_cut(window: MainWindow) -> None:
    page, place = claims_page(window), place_of(window)
    member = someone(window)
    type_stay(window, page, member)
    wait(KEEP_AFTER_MS + 50)
    kept = place.drafts.kept(DRAFT)
    assert kept is not None
    again = ClaimsState()
    assert again.recall(kept)
    assert again.form.member_no == member.member_no
    key(window, Qt.Key.Key_Escape)
    assert page._state.front == LIST
    assert "พิมพ์ค้างไว้ 1 คำขอ" in page.head.facts.text()
    key(window, Qt.Key.Key_F2)
    assert page._state.front == FORM
    assert page.check.facts.typed.texts["event"] != ""
    assert "นำสิ่งที่พิมพ์ค้างไว้กลับมา" in page.head.facts.text()
    key(window, Qt.Key.Key_F2)
    question = dialog(Question)
    assert question.no.hasFocus()
    question.yes.click()
    wait(10)
    assert page.check.finding
    assert place.drafts.kept(DRAFT) is None


def test_an_answer_to_older_typing_is_never_shown(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, place = claims_page(window), place_of(window)
    type_stay(window, page, someone(window))
    held: list[tuple[Job, Any]] = []

    class Slow(QObject):
        busy = False

        def run(self, owner: QObject | None, task: Task) -> Job:
            job = Job(owner)
            held.append((job, task(None)))  # type: ignore[arg-type]
            return job

        def wait(self) -> None:
            pass

    monkeypatch.setattr(place, "runner", Slow())
    form = page.check.facts.form
    assert form is not None
    page.check.ask()
    edit = form.fields["event"].findChild(QLineEdit)
    assert edit is not None
    page.check.facts.typed.texts["event"] = be(LEFT - timedelta(days=1))
    page.check.ask()
    (old, told_before), (new, told_after) = held
    new.on_done(told_after)
    assert page.check.answer is told_after
    old.on_done(told_before)
    assert page.check.answer is told_after


def test_paying_from_an_empty_place_says_so_in_the_dialog_and_loses_nothing(window: MainWindow) -> None:
    claim = entered(window, decided=True)
    page, books = open_claim(window, claim), place_of(window).books
    with books.read() as r:
        r.connection.exec_driver_sql("SELECT 1")
    key(window, Qt.Key.Key_F9)
    pay = dialog(PayDialog)
    pay.slip.set_text("T-0091")
    pay.proxy.setFocus()
    type_text(pay.proxy.edit, "นายแทน ทดลอง")
    pay.proxy_papers.setFocus()
    type_text(pay.proxy_papers.edit, "ใบมอบฉันทะ")
    pay.on.edit.setFocus()
    pay.on.edit.clear()
    type_text(pay.on.edit, be(CAME - timedelta(days=1)))
    key(window, Qt.Key.Key_F9)
    wait(20)
    assert pay.isVisible()
    assert pay.on.below.words.strip()
    assert pay.proxy.edit.text() == "นายแทน ทดลอง"
    assert claim_view(books, claim).state == "approved"
    key(window, Qt.Key.Key_Escape)
    assert page.pane.view is not None


def test_enter_in_the_last_field_of_a_payment_stops_at_not_yet(window: MainWindow) -> None:
    claim = entered(window, decided=True)
    open_claim(window, claim)
    key(window, Qt.Key.Key_F9)
    pay = dialog(PayDialog)
    for _ in range(4):
        assert not pay.no.hasFocus()
        key(window, Qt.Key.Key_Return)
    assert pay.no.hasFocus()
    assert claim_view(place_of(window).books, claim).state == "approved"
    key(window, Qt.Key.Key_Escape)


def test_a_payment_pressed_twice_is_paid_once(window: MainWindow) -> None:
    claim = entered(window, decided=True)
    open_claim(window, claim)
    key(window, Qt.Key.Key_F9)
    pay = dialog(PayDialog)
    while pay.place.value == "cash":
        press(focus(pay), Qt.Key.Key_Down)
    pay.slip.set_text("T-0091")
    pay.submit()
    pay.submit()
    wait(30)
    assert len(claim_view(place_of(window).books, claim).payments) == 1


def test_a_claim_is_taken_back_with_its_reason(window: MainWindow) -> None:
    claim = entered(window)
    page = open_claim(window, claim)
    key(window, Qt.Key.Key_F10)
    others = dialog(OthersDialog)
    next(button for button in others.buttons if button.text() == "ถอนคำขอ").click()
    wait(5)
    withdraw = dialog(WithdrawDialog)
    key(window, Qt.Key.Key_F9)
    assert withdraw.isVisible()
    type_text(focus(withdraw), "สมาชิกขอถอน")
    key(window, Qt.Key.Key_F9)
    wait_until(lambda: claim_view(place_of(window).books, claim).state == "withdrawn")
    wait(10)
    assert page.pane.view is not None and page.pane.view.state == "withdrawn"


def test_every_benefit_shows_its_form_and_nothing_is_cut_off(window: MainWindow) -> None:
    window.desk.turn_to("claims", {"member": someone(window).id})
    page = window.desk.page
    assert isinstance(page, ClaimsPage)
    for benefit in page.check._benefits:
        page.check.facts._on_benefit(benefit.code)
        wait(5)
        wait_until(lambda: not clipped(page), most_ms=2_000)
        assert page.check.facts.form is not None
        assert "event" in page.check.facts.form.fields
    assert words_shown(page) > 10


def test_alt_arrow_goes_through_the_lists_and_ctrl_k_searches(window: MainWindow) -> None:
    page = claims_page(window)
    first = page._state.tab
    press(focus(window), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    wait(5)
    assert page._state.tab != first
    page.list.table.setFocus()
    press(focus(window), Qt.Key.Key_K, CTRL)
    assert page.list.search.edit.hasFocus()
    assert len(page.help_words()) >= 3


def test_text_size_changes_and_what_is_typed_stays(window: MainWindow) -> None:
    page = claims_page(window)
    type_stay(window, page, someone(window))
    window.set_look(percent=160)
    wait(30)
    again = window.desk.page
    assert isinstance(again, ClaimsPage)
    assert again is not page
    assert again._state.front == FORM
    assert again.check.facts.typed.texts["event"] != ""
