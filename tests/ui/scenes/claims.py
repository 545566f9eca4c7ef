"""สวัสดิการ."""

from __future__ import annotations

import tempfile
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from tests.ui.scenes.scene import Scene, settle
from tests.ui.typing import press, type_text, wait, wait_until
from wangfund.domain.clock import FixedClock
from wangfund.domain.eligibility.standing import Status
from wangfund.ui.claims.page import ClaimsPage
from wangfund.ui.claims.pay_dialog import PayDialog
from wangfund.ui.claims.payday_dialogs import PayDayDialog
from wangfund.ui.claims.state import LIST
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.preferences import PreferenceFile
from wangfund.ui.worker.runner import InlineRunner
from wangfund.usecases.find_members import MemberLine, list_members, standings_today

_AFTER_SONGKRAN: Final = date(2026, 4, 20)
_OF_THE_DAY: Final[list[MainWindow]] = []
"""The window of the last pay day pictured."""


def claims_page(window: MainWindow) -> ClaimsPage:
    """The page, in front."""
    page = window.desk.page
    assert isinstance(page, ClaimsPage)
    return page


def focus(window: QWidget) -> QWidget:
    """Whoever has the keys."""
    found = QApplication.focusWidget()
    return window if found is None else found


def _list(window: MainWindow) -> QWidget:
    window.desk.turn_to("claims")
    settle(window)
    page = claims_page(window)
    if page._state.front != LIST:
        page.back()
    return window


def _paid(window: MainWindow) -> QWidget:
    _list(window)
    page = claims_page(window)
    page._state.tab = "paid"
    page.list.show_all()
    return window


def _search(window: MainWindow) -> QWidget:
    _paid(window)
    page = claims_page(window)
    page.list.search.edit.setText("ศรี")
    return window


def _one(window: MainWindow) -> QWidget:
    page = claims_page(window)
    page.list.search.edit.setText("")
    press(page.list.search.edit, Qt.Key.Key_Return)
    settle(window)
    return window


def _others(window: MainWindow) -> QWidget:
    claims_page(window).pane.show_others()
    return _dialog()


def _find(window: MainWindow) -> QWidget:
    _list(window)
    page = claims_page(window)
    page._state.give_up()
    page.new_claim()
    settle(window)
    type_text(page.check.finder.field.edit, "ศรี")
    return window


def someone(window: MainWindow, status: Status) -> MemberLine:
    """A member who stands so today, the one longest in the fund."""
    assert window.place is not None
    books = window.place.books
    lines = [m for m in list_members(books) if m.ended_on is None]
    standings = standings_today(books, lines)
    found = [m for m in lines if standings[m.id].status is status]
    return min(found, key=lambda m: m.starts_on)


def _begin(window: MainWindow, status: Status, benefit: str) -> None:
    assert window.place is not None
    window.desk.turn_to("claims")
    page = claims_page(window)
    page._state.forms.clear()
    line = someone(window, status)
    window.desk.turn_to("claims", {"member": line.id})
    page.check.facts.typed.texts.clear()
    page.check.facts._on_benefit(benefit)


def fill(window: MainWindow, *texts: str) -> None:
    """Type into each field of the facts in turn."""
    page = claims_page(window)
    assert page.check.facts.form is not None
    names = [name for name in page.check.facts.form.fields if not name.startswith("desk.")]
    for name, text in zip(names, texts, strict=False):
        edit = page.check.facts.form.fields[name].findChild(QLineEdit)
        if edit is not None and text:
            edit.clear()
            type_text(edit, text)
            press(edit, Qt.Key.Key_Return)
    wait(200)
    settle(window)


def tick(window: MainWindow) -> None:
    """Tick every paper."""
    page = claims_page(window)
    assert page.check.facts.form is not None
    papers = page.check.facts.form.fields.get("desk.papers")
    for box in getattr(papers, "boxes", []):
        if not box.isChecked():
            box.click()
    wait(200)
    settle(window)


def _empty_form(window: MainWindow) -> QWidget:
    _begin(window, Status.ACTIVE, "")
    settle(window)
    return window


def _pays(window: MainWindow) -> QWidget:
    _begin(window, Status.OWING, "HOSP")
    fill(window, "6/10/2569", "14/10/2569")
    tick(window)
    return window


def _waits(window: MainWindow) -> QWidget:
    _begin(window, Status.OWING, "HOSP")
    fill(window, "6/10/2569", "14/10/2569")
    return window


def _wrong(window: MainWindow) -> QWidget:
    _begin(window, Status.OWING, "HOSP")
    fill(window, "31/4/2569", "14/10/2026")
    page = claims_page(window)
    press(focus(window), Qt.Key.Key_F9)
    page.check.record()
    return window


def _birth(window: MainWindow) -> QWidget:
    _begin(window, Status.ACTIVE, "BIRTH")
    fill(window, "11/10/2569", "2", "", "4", "เด็กหญิงตัวอย่าง ทดลอง")
    tick(window)
    return window


def _death(window: MainWindow) -> QWidget:
    _begin(window, Status.ACTIVE, "DEATH")
    fill(window, "11/10/2569")
    tick(window)
    return window


def _refused(window: MainWindow) -> QWidget:
    _begin(window, Status.WAITING, "HOSP")
    fill(window, "25/10/2569", "28/10/2569")
    tick(window)
    return window


def _suspended(window: MainWindow) -> QWidget:
    _begin(window, Status.SUSPENDED, "HOSP")
    fill(window, "25/10/2569", "28/10/2569")
    tick(window)
    return window


def _recorded(window: MainWindow) -> QWidget:
    _pays(window)
    claims_page(window).check.record()
    settle(window)
    return window


def _decide(window: MainWindow) -> QWidget:
    claims_page(window).pane.do_next()
    wait(20)
    return _dialog()


def _approved(window: MainWindow) -> QWidget:
    from wangfund.usecases.decide_claim import DecideClaim, decide_claim

    page = claims_page(window)
    assert window.place is not None and page.pane.view is not None
    decide_claim(window.place.books, DecideClaim(page.pane.view.id, "มติ 11/2569"))
    page.pane._again("")
    return window


def _pay(window: MainWindow) -> QWidget:
    claims_page(window).pane.do_next()
    wait(20)
    return _dialog()


def _pay_by_one_hand(window: MainWindow) -> QWidget:
    """The chairman at the desk pays what he approved, to somebody who fetches it for the member, by the bank."""
    made = _pay(window)
    assert isinstance(made, PayDialog)
    while made.place.value == "cash":
        press(focus(made), Qt.Key.Key_Down)
    made.slip.set_text("T-2569-0091")
    made.payer.setFocus()
    made.payer.edit.clear()
    type_text(made.payer.edit, made._offer.approver)
    made.proxy.setFocus()
    type_text(made.proxy.edit, "นางสาวหลานสาว ใจดี")
    wait(20)
    return made


def _meeting_refuses(window: MainWindow) -> QWidget:
    page = claims_page(window)
    assert page.pane.view is not None
    page.pane._refuse(page.pane.view)
    wait(20)
    made = _dialog()
    type_text(focus(made), "มติ 11/2569")
    return made


def _withdraw(window: MainWindow) -> QWidget:
    page = claims_page(window)
    assert page.pane.view is not None
    page.pane._withdraw(page.pane.view)
    wait(20)
    return _dialog()


def _after(window: MainWindow) -> QWidget:
    from wangfund.usecases.pay_claim import PayClaim, pay_claim

    page = claims_page(window)
    assert window.place is not None and page.pane.view is not None
    place = window.place
    paid = pay_claim(
        place.books, PayClaim(page.pane.view.id, place.profile.banks[0].name, place.clock.today())
    )
    page.pane._on_paid(paid)
    return window


def _heirs_wait(window: MainWindow) -> QWidget:
    """A death whose money somebody else than the named heir asks for."""
    from wangfund.usecases.request_claim import RequestClaim, request_claim

    assert window.place is not None
    books, today = window.place.books, window.place.clock.today()
    told = {"event": (today - timedelta(days=20)).isoformat(), "payee_is_beneficiary": False}
    lines = [m for m in list_members(books) if m.ended_on is None]
    standings = standings_today(books, lines)
    active = sorted((m for m in lines if standings[m.id].status is Status.ACTIVE), key=lambda m: m.starts_on)
    claim, _ = request_claim(books, RequestClaim(active[1].member_no, "DEATH", told, today))
    window.desk.turn_to("claims", {"claim": claim})
    settle(window)
    return window


def _heirs_list(window: MainWindow) -> QWidget:
    page = claims_page(window)
    page._state.tab = "waiting"
    page.load()
    settle(window)
    page.back()
    page.list.show_all()
    settle(window)
    return window


def _heirs_dialog(window: MainWindow) -> QWidget:
    _heirs_wait(window) if claims_page(window).pane.view is None else None
    page = claims_page(window)
    if page._state.front == LIST:
        assert page._state.claim is not None
        window.desk.turn_to("claims", {"claim": page._state.claim})
    page.pane.do_next()
    wait(20)
    made = _dialog()
    type_text(focus(made), "มติ 11/2569")
    for texts in (
        ("นางกอ ใจดี", "บุตร", "2"),
        ("นายขอ ใจดี", "บุตร", "1"),
        ("นางสาวคอ ใจดีมีสุขสวัสดิ์", "หลานสาว", "1"),
    ):
        row = next(r for r in made.heirs.rows if not r[0].text)  # type: ignore[attr-defined]
        for field, text in zip(row, texts, strict=True):
            field.edit.clear()
            type_text(field.edit, text)
    wait(20)
    return made


def _heirs_named(window: MainWindow) -> QWidget:
    from wangfund.usecases.decide_claim import DecideClaim, decide_claim
    from wangfund.usecases.heir_shares import HeirShare
    from wangfund.usecases.pay_claim import PayClaim, pay_claim

    page = claims_page(window)
    assert window.place is not None and page.pane.view is not None
    place, claim = window.place, page.pane.view.id
    heirs = (
        HeirShare("นางกอ ใจดี", "บุตร", 2),
        HeirShare("นายขอ ใจดี", "บุตร"),
        HeirShare("นางสาวคอ ใจดีมีสุขสวัสดิ์", "หลานสาว"),
    )
    decide_claim(place.books, DecideClaim(claim, "มติ 11/2569", heirs))
    pay_claim(
        place.books, PayClaim(claim, place.profile.banks[0].name, place.clock.today(), share=1), place.who
    )
    page.pane._again("")
    return window


def _refused_done(window: MainWindow) -> QWidget:
    from wangfund.usecases.decide_claim import DecideClaim, decide_claim

    _refused(window)
    page = claims_page(window)
    page.check.record()
    settle(window)
    assert window.place is not None and page.pane.view is not None
    decide_claim(window.place.books, DecideClaim(page.pane.view.id, "มติ 11/2569"))
    page.pane._again("")
    return window


def _days(window: MainWindow) -> QWidget:
    _list(window)
    claims_page(window)._more()
    wait(20)
    return _dialog()


@lru_cache
def _elders_unpaid() -> bytes:
    """A practice fund a week after the elders' day; that month has not been worked yet, so nobody is paid."""
    from wangfund.usecases.practice.make import make_practice_fund

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "practice.wangfund"
        make_practice_fund(path, _AFTER_SONGKRAN, members=300, years=2)
        return path.read_bytes()


def _open_day(window: MainWindow, code: str) -> MainWindow:
    """A window of its own, dressed like the one given, in which a pay day waits with everybody unpaid."""
    from wangfund.usecases.pay_days_past import pay_days_past

    while _OF_THE_DAY:
        last = _OF_THE_DAY.pop()
        if last.place is not None:
            last.place.wrote = False
        last.close()
    folder = Path(tempfile.mkdtemp())
    path = folder / "บ้านนาสุข.wangfund"
    path.write_bytes(_elders_unpaid())
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    clock = FixedClock(_AFTER_SONGKRAN, datetime(2026, 4, 20, 2, 0, tzinfo=UTC))
    made = MainWindow(clock, InlineRunner(app), PreferenceFile(folder / "window.json"))
    made.start(path)
    made.resize(window.size())
    made.set_look(percent=window.theme.percent, ground=window.theme.ground)
    made.show()
    _OF_THE_DAY.append(made)
    _list(made)
    assert made.place is not None
    past = next(one for one in pay_days_past(made.place.books) if one.benefit.code == code)
    claims_page(made).open_pay_day(past)
    settle(made)
    wait(50)
    return made


def _payday(window: MainWindow) -> QWidget:
    return _open_day(window, "ELDER")


def _payday_leave(window: MainWindow) -> QWidget:
    claims_page(_open_day(window, "ELDER")).payday.tick()
    wait(20)
    return _dialog()


def _day_with_some_left(window: MainWindow) -> MainWindow:
    made = _open_day(window, "ELDER")
    state = claims_page(made).payday.state
    assert state is not None and len(state.chosen) > 2
    state.leave_out(state.chosen[0], "ไม่ได้มารับ อยู่ต่างจังหวัด")
    claims_page(made).payday._show()
    return made


def _payday_left(window: MainWindow) -> QWidget:
    return _day_with_some_left(window)


def _payday_pay(window: MainWindow) -> QWidget:
    claims_page(_day_with_some_left(window)).payday.pay()
    wait(30)
    made = _dialog()
    assert isinstance(made, PayDayDialog)
    type_text(focus(made), "มติ 4/2569")
    made.slip.set_text("T-2569-0044")
    return made


def _payday_done(window: MainWindow) -> QWidget:
    dialog = _payday_pay(window)
    made = _OF_THE_DAY[-1]
    page = claims_page(made)
    press(focus(dialog), Qt.Key.Key_F9)
    wait_until(lambda: page.payday.state is not None and page.payday.state.done is not None, most_ms=30_000)
    settle(made)
    return made


def _payday_cards(window: MainWindow) -> QWidget:
    made = _open_day(window, "DISABLED")
    page = claims_page(made)
    for _ in range(2):
        page.payday.tick()
    return made


def _dialog() -> QWidget:
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    return found


SCENES: Final[tuple[Scene, ...]] = (
    ("claims-list", _list),
    ("claims-list-paid", _paid),
    ("claims-list-found", _search),
    ("claims-one", _one),
    ("claims-others", _others),
    ("claims-find", _find),
    ("claims-begin", _empty_form),
    ("claims-waits", _waits),
    ("claims-pays", _pays),
    ("claims-wrong", _wrong),
    ("claims-birth", _birth),
    ("claims-death", _death),
    ("claims-refused", _refused),
    ("claims-suspended", _suspended),
    ("claims-recorded", _recorded),
    ("claims-decide", _decide),
    ("claims-meeting-refuses", _meeting_refuses),
    ("claims-withdraw", _withdraw),
    ("claims-approved", _approved),
    ("claims-pay", _pay),
    ("claims-paid", _after),
    ("claims-heirs-wait", _heirs_wait),
    ("claims-heirs-list", _heirs_list),
    ("claims-heirs-dialog", _heirs_dialog),
    ("claims-heirs-named", _heirs_named),
    ("claims-heirs-pay", _pay),
    ("claims-heirs-pay-hands", _pay_by_one_hand),
    ("claims-refused-done", _refused_done),
    ("claims-payday-days", _days),
    ("claims-payday", _payday),
    ("claims-payday-leave", _payday_leave),
    ("claims-payday-left", _payday_left),
    ("claims-payday-pay", _payday_pay),
    ("claims-payday-done", _payday_done),
    ("claims-payday-cards", _payday_cards),
)
"""The pictures of this page."""
