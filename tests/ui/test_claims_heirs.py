"""Heirs by resolution, the letter of a refusal and the meeting's paper, through sent keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.clipping import clipped
from tests.ui.test_claims_page import (
    claims_page,
    dialog,
    entered,
    focus,
    key,
    open_claim,
    place_of,
    settled,
    someone,
)
from tests.ui.typing import press, type_text, wait, wait_until
from tests.ui.windows import TODAY
from wangfund.domain.eligibility.standing import Status
from wangfund.ui.claims.decision import decision_of
from wangfund.ui.claims.dialogs import OthersDialog, RefuseDialog
from wangfund.ui.claims.heirs_dialog import HeirsDialog
from wangfund.ui.claims.marks import state_mark, until_words, view_mark
from wangfund.ui.claims.pay_dialog import PayDialog
from wangfund.ui.claims.typed_heirs import MOST_HEIRS, HeirTexts, lines_shown, typed_heirs
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.papers.paper_dialog import PaperDialog
from wangfund.usecases.claim_view import claim_view
from wangfund.usecases.claims_list import claims_list
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.heir_shares import HeirShare
from wangfund.usecases.paper_rows import vouchers_dated
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.request_claim import RequestClaim, request_claim
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry


def death(window: MainWindow) -> int:
    """A death whose money somebody else than the named heir asks for."""
    books = place_of(window).books
    told = {"event": (TODAY - timedelta(days=9)).isoformat(), "payee_is_beneficiary": False}
    claim, _ = request_claim(books, RequestClaim(someone(window).member_no, "DEATH", told, TODAY))
    return claim


def use_bank(pay: PayDialog) -> None:
    while pay.place.value == "cash":
        press(focus(pay), Qt.Key.Key_Down)
    pay.slip.set_text("T-0091")


def test_heirs_are_named_and_paid_one_by_one_by_keys(window: MainWindow) -> None:
    claim, books = death(window), place_of(window).books
    page = open_claim(window, claim)
    assert page.pane.decision.main.text() == "มติทายาท"
    assert any(name == "ยื่นเอกสารได้ถึง" for name, _ in told_lines(page.pane.view))
    key(window, Qt.Key.Key_F9)
    named = dialog(HeirsDialog)
    type_text(focus(named), "มติ 11/2569")
    key(window, Qt.Key.Key_Return)
    key(window, Qt.Key.Key_Return)
    for name, kin, parts in (("นางกอ ใจดี", "บุตร", "2"), ("นายขอ ใจดี", "หลาน", "1")):
        for text in (name, kin, parts):
            edit = focus(named)
            assert isinstance(edit, QLineEdit)
            edit.clear()
            type_text(edit, text)
            key(window, Qt.Key.Key_Return)
    net = claim_view(books, claim).answer.assessment.net_satang
    assert sum(int(a.replace(",", "").replace(".", "")) for a in named.heirs.amounts[:2]) in {net, net // 100}
    assert "2 คน 3 ส่วน" in named.heirs.sum.words
    key(window, Qt.Key.Key_Return)
    assert named.no.hasFocus()
    key(window, Qt.Key.Key_F9)
    wait_until(lambda: claim_view(books, claim).state == "approved")
    settled(window)
    view = claim_view(books, claim)
    assert [share.paid for share in view.shares] == [False, False]
    for number in (1, 2):
        assert page.pane.decision.main.text() == f"จ่ายทายาทคนที่ {number} จาก 2"
        key(window, Qt.Key.Key_F9)
        pay = dialog(PayDialog)
        assert view.shares[number - 1].name in pay.sentence.words
        use_bank(pay)
        key(window, Qt.Key.Key_F9)
        wait_until(lambda n=number: claim_view(books, claim).shares[n - 1].paid)
        settled(window)
    view = claim_view(books, claim)
    assert view.state == "paid"
    assert sum(share.net_satang for share in view.shares) == net
    payees = {paper.payee for paper in vouchers_dated(books, TODAY, TODAY)}
    assert {"นางกอ ใจดี", "นายขอ ใจดี"} <= payees
    assert not page.pane.decision.main.isVisible()


def told_lines(view: object) -> tuple[tuple[str, str], ...]:
    from wangfund.ui.claims.told_panel import claim_lines
    from wangfund.usecases.claim_view import ClaimView

    assert isinstance(view, ClaimView)
    return claim_lines(view, TODAY)


def three(window: MainWindow) -> int:
    claim, books = death(window), place_of(window).books
    heirs = tuple(HeirShare(name, "บุตร") for name in ("นางกอ ใจดี", "นายขอ ใจดี", "นายคอ ใจดี"))
    decide_claim(books, DecideClaim(claim, "มติ 1/2569", heirs))
    return claim


def test_a_share_pressed_twice_is_paid_once_and_another_heir_may_come_first(window: MainWindow) -> None:
    claim = three(window)
    page, books = open_claim(window, claim), place_of(window).books
    key(window, Qt.Key.Key_F10)
    others = dialog(OthersDialog)
    next(b for b in others.buttons if b.text() == "จ่ายส่วนของ นายคอ ใจดี").click()
    wait(5)
    pay = dialog(PayDialog)
    use_bank(pay)
    pay.submit()
    pay.submit()
    wait(30)
    assert [share.paid for share in claim_view(books, claim).shares] == [False, False, True]
    assert len(claim_view(books, claim).payments) == 1
    assert "ยังเหลือทายาท 2 คน" in page.head.facts.text()
    assert page.pane.decision.main.text() == "จ่ายทายาทคนที่ 1 จาก 3"


def test_a_share_that_came_back_is_the_next_to_pay(window: MainWindow) -> None:
    claim, place = three(window), place_of(window)
    bank = place.profile.banks[0].name
    paid = [pay_claim(place.books, PayClaim(claim, bank, TODAY, share=n)) for n in (1, 2, 3)]
    reverse_entry(place.books, ReverseEntry(paid[1].entry_id, "โอนผิดบัญชี"))
    page = open_claim(window, claim)
    assert page.pane.decision.main.text() == "จ่ายทายาทคนที่ 2 จาก 3"
    key(window, Qt.Key.Key_F9)
    pay = dialog(PayDialog)
    assert pay.yes.text() == pay_verb(paid[1].net_satang)
    key(window, Qt.Key.Key_Escape)


def pay_verb(satang: int) -> str:
    from wangfund.ui.words import baht

    return f"จ่าย {baht(satang)} บาท"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("", "1"),
        ("😀" * 200, "1"),
        ("นางกอ", "0"),
        ("นางกอ", "๑.๕"),
        ("นางกอ", "abc"),
        ("ก" * 10_000, "1"),
        ("นางกอ", "-1"),
    ],
)
def test_heirs_that_cannot_be_are_said_beside_their_field(window: MainWindow, name: str, parts: str) -> None:
    claim, books = death(window), place_of(window).books
    open_claim(window, claim)
    key(window, Qt.Key.Key_F9)
    named = dialog(HeirsDialog)
    type_text(focus(named), "มติ 11/2569")
    first = named.heirs.rows[0]
    first[0].set_text(name)
    first[2].set_text(parts)
    key(window, Qt.Key.Key_F9)
    wait(10)
    assert named.isVisible()
    assert any(field.below.finding is not None for field in first)
    assert claim_view(books, claim).state == "requested"
    assert named.heirs.rows[0][0].text == name[:10_000]
    key(window, Qt.Key.Key_Escape)


def test_half_typed_heirs_come_back(window: MainWindow) -> None:
    claim, place = death(window), place_of(window)
    open_claim(window, claim)
    key(window, Qt.Key.Key_F9)
    named = dialog(HeirsDialog)
    type_text(named.heirs.rows[0][0].edit, "<b>=1+1</b>")
    wait(350)
    assert place.drafts.kept(f"heirs {claim}")
    named.close()
    settled(window)
    key(window, Qt.Key.Key_F9)
    again = dialog(HeirsDialog)
    assert again.heirs.rows[0][0].text == "<b>=1+1</b>"
    key(window, Qt.Key.Key_Escape)


def test_same_name_twice_and_lines_that_grow() -> None:
    rows = [HeirTexts("ก"), HeirTexts(" ก "), HeirTexts()]
    assert typed_heirs(rows).findings[1, "name"].code == "HEIR_TWICE"
    assert typed_heirs(rows).amounts(100) == {}
    assert typed_heirs([HeirTexts(), HeirTexts("ข", "", "2"), HeirTexts("ค")]).amounts(300) == {
        1: 200,
        2: 100,
    }
    assert typed_heirs([HeirTexts()]).findings
    assert [lines_shown([HeirTexts("ก")] * n) for n in (0, 1, 3, 6)] == [2, 2, 4, MOST_HEIRS]


def test_the_list_counts_down_and_names_what_is_waited_for(window: MainWindow) -> None:
    claim, books = death(window), place_of(window).books
    row = next(c for c in claims_list(books).rows if c.id == claim)
    assert (row.waits_for, row.last_day) == ("HEIR_RESOLUTION", TODAY + timedelta(days=171))
    assert state_mark(row.state, row.waits_for).words == "รอมติทายาท"
    assert state_mark("paid", "DOC_MISSING").words == "จ่ายแล้ว"
    assert state_mark("requested").words == "ตรวจแล้ว"
    page = claims_page(window)
    page.load()
    page._state.chosen = claim
    page.list.show_all()
    assert "อีก 171 วัน" in page.list._help.words
    assert until_words(TODAY, TODAY).endswith("วันนี้วันสุดท้าย")
    assert until_words(TODAY - timedelta(days=2), TODAY).endswith("เลยมาแล้ว 2 วัน")


def test_payment_that_came_back_is_marked_in_the_list_and_on_the_claim(window: MainWindow) -> None:
    claim, place = three(window), place_of(window)
    paid = pay_claim(place.books, PayClaim(claim, place.profile.banks[0].name, TODAY, share=1))
    assert not next(row for row in claims_list(place.books).rows if row.id == claim).came_back
    reverse_entry(place.books, ReverseEntry(paid.entry_id, "โอนผิดบัญชี"))
    row = next(row for row in claims_list(place.books).rows if row.id == claim)
    assert state_mark(row.state, row.waits_for, came_back=row.came_back).words == "กลับรายการ"
    page = open_claim(window, claim)
    assert page.pane.view is not None and view_mark(page.pane.view).words == "กลับรายการ"


def test_meeting_says_no_by_keys_and_the_letter_is_the_next_paper(window: MainWindow) -> None:
    claim, books = entered(window), place_of(window).books
    page = open_claim(window, claim)
    key(window, Qt.Key.Key_F10)
    others = dialog(OthersDialog)
    next(b for b in others.buttons if b.text() == "ที่ประชุมไม่อนุมัติ").click()
    wait(30)
    no = dialog(RefuseDialog)
    no.submit()
    assert no.isVisible() and no.resolution.below.finding is not None
    no.resolution.set_text("มติ 11/2569")
    no.reason.set_text("ใบรับรองยังไม่ตรงกับวันที่เข้ารักษา")
    no.submit()
    wait_until(lambda: claim_view(books, claim).state == "refused")
    settled(window)
    assert page.print.text() == "หนังสือแจ้งผล"
    assert page.pane.view is not None
    shown = decision_of(page.pane.view.answer)
    assert (shown.words, shown.tone) == ("ที่ประชุมยังไม่อนุมัติ", "pri")
    assert [line.what for line in shown.lines] == ["ที่ประชุมเห็นว่าใบรับรองยังไม่ตรงกับวันที่เข้ารักษา"]


def test_one_who_approved_is_asked_why_she_pays_and_a_proxy_for_her_papers(window: MainWindow) -> None:
    claim, place = entered(window), place_of(window)
    decide_claim(place.books, DecideClaim(claim, "มติ", approver=f"นายหนึ่ง ทดสอบ, {place.who}"))
    open_claim(window, claim)
    key(window, Qt.Key.Key_F9)
    pay = dialog(PayDialog)
    assert pay.reason.isVisible() and not pay.proxy_papers.isVisible()
    use_bank(pay)
    pay.submit()
    assert pay.isVisible() and pay.reason.below.finding is not None
    pay.reason.set_text("อยู่คนเดียว")
    pay.proxy.setFocus()
    type_text(pay.proxy.edit, "นายหลาน ทดสอบ")
    assert pay.proxy_papers.isVisible()
    pay.submit()
    assert pay.isVisible() and pay.proxy_papers.below.finding is not None
    pay.proxy_papers.set_text("ใบมอบฉันทะ")
    pay.submit()
    wait_until(lambda: claim_view(place.books, claim).state == "paid")
    settled(window)
    (paper,) = [one for one in vouchers_dated(place.books, TODAY, TODAY) if one.proxy]
    assert (paper.proxy, paper.one_hand_reason, paper.slip) == ("นายหลาน ทดสอบ", "อยู่คนเดียว", "T-0091")


def test_f7_gives_the_letter_of_a_refusal_and_the_meetings_paper(window: MainWindow) -> None:
    books = place_of(window).books
    told = {
        "event": (TODAY - timedelta(days=5)).isoformat(),
        "admitted": (TODAY - timedelta(days=8)).isoformat(),
    }
    claim, _ = request_claim(
        books, RequestClaim(someone(window, Status.WAITING).member_no, "HOSP", told, TODAY)
    )
    decide_claim(books, DecideClaim(claim, "มติ 1/2569"))
    entered(window)
    page = open_claim(window, claim)
    assert page.print.text() == "หนังสือแจ้งผล"
    key(window, Qt.Key.Key_F7)
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), PaperDialog))
    dialog(PaperDialog).reject()
    settled(window)
    key(window, Qt.Key.Key_Escape)
    assert page.print.text() == "เสนอที่ประชุม"
    key(window, Qt.Key.Key_F7)
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), PaperDialog))
    dialog(PaperDialog).reject()
    settled(window)
    assert not clipped(page)
