"""ระเบียบ through sent keys: a draft begun, an amount changed, its examples mended, replayed, adopted; old claims stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import sleep
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

from tests.funds import problems, rows_of, stay, young_bytes
from tests.ui.hands import CTRL, Calendar, Hands
from tests.ui.typing import press, wait
from wangfund.domain.errors import Finding, Refused
from wangfund.ui.bylaw.edit_dialog import EditDialog
from wangfund.ui.bylaw.page import BylawPage
from wangfund.ui.bylaw.state import RULES, TEXT
from wangfund.ui.claims.page import ClaimsPage
from wangfund.ui.frame.choose_file import forget_folders
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.question import Question
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.papers.paper_dialog import PaperDialog
from wangfund.ui.preferences import PreferenceFile
from wangfund.ui.settings.page import SettingsPage
from wangfund.ui.start import dress_application
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.worker.runner import InlineRunner, Runner
from wangfund.ui.workplace import Workplace
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.found_fund import rulebook_source
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.replay_rules import Replay
from wangfund.usecases.request_claim import assess_claim, request_claim

P = TypeVar("P", bound=Page)
F2, F3, F7, F9, F10, F12 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 3, 7, 9, 10, 12))
ENTER, ESC, DOWN, UP, TAB = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Tab,
)
ALT = Qt.KeyboardModifier.AltModifier
TODAY = date(2026, 11, 20)
OLD_STAY = stay("0001", date(2026, 11, 2), 3, date(2026, 11, 9))
NEW_STAY = stay("0002", date(2026, 12, 2), 3, date(2026, 12, 9))


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(TODAY)


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path, calendar: Calendar) -> Iterator[Hands]:
    forget_folders()
    dress_application(qapp)
    fund = tmp_path / "ระเบียบ.wangfund"
    fund.write_bytes(young_bytes())
    made = Hands(window_on(fund, tmp_path, calendar, qapp))
    made.at()
    yield made
    shut(made.window)


def window_on(fund: Path, folder: Path, calendar: Calendar, qapp: QApplication) -> MainWindow:
    """A window on a fund, shown."""
    window = MainWindow(calendar, InlineRunner(qapp), PreferenceFile(folder / "window.json"))
    window.start(fund)
    window.show()
    wait(20)
    return window


def shut(window: MainWindow) -> None:
    """Close a window without its backup."""
    if window.place is not None:
        window.place.wrote = False
    window.close()


def place_of(hands: Hands) -> Workplace:
    """Where the window works."""
    place = hands.window.place
    assert place is not None
    return place


def page_of(hands: Hands) -> BylawPage:
    """The page in front."""
    return in_front(hands, BylawPage)


def in_front(hands: Hands, kind: type[P]) -> P:
    """The page in front, of a kind."""
    page = hands.window.desk.page
    assert isinstance(page, kind)
    return page


def open_page(hands: Hands) -> BylawPage:
    """Ctrl 4 and Ctrl R."""
    hands.page(4)
    hands.key(Qt.Key.Key_R, modifier=CTRL)
    wait(30)
    page = page_of(hands)
    hands.until(lambda: page.state.view is not None)
    return page


def settled(hands: Hands, page: BylawPage) -> None:
    """Until the draft was checked, and replayed when it can be."""
    hands.until(lambda: page.state.is_checked and (page.state.rules is None or page.state.replay is not None))


def to_row(hands: Hands, page: BylawPage, key: str) -> None:
    """Arrows to a row of the table."""
    for _ in range(40):
        row = page.front.table.current
        if row is not None and row.key == key:
            return
        hands.key(DOWN)
    raise AssertionError(key)


def retype_field(hands: Hands, dialog: EditDialog, label: str, text: str) -> None:
    """Enter from field to field, and type anew into the one with these words."""
    wanted = next(word for word in dialog.words if word.label == label)
    field = dialog.form.fields[wanted.name]
    for _ in range(60):
        at = hands.at()
        if at is field or field.isAncestorOf(at):
            hands.retype(text)
            return
        hands.key(TAB)
    raise AssertionError(label)


def choose_other(hands: Hands, page: BylawPage, words: str) -> None:
    """F10, arrows, Enter."""
    hands.key(F10)
    menu = page.menu
    assert menu is not None
    said = [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]
    for _ in range(said.index(words)):
        press(menu, DOWN)
    press(menu, ENTER)
    wait(20)


def begin(hands: Hands) -> BylawPage:
    """The page, and a draft begun."""
    page = open_page(hands)
    hands.key(F2)
    settled(hands, page)
    return page


def test_by_keys_from_a_draft_to_the_next_version_and_old_claims_stay(
    hands: Hands, calendar: Calendar
) -> None:
    place = place_of(hands)
    old, _ = request_claim(place.books, OLD_STAY)
    decided = decide_claim(place.books, DecideClaim(old, "มติ 1/2569")).assessment
    page = begin(hands)
    assert page.front.table.current is not None and page.front.table.current.key == "rulebook"
    assert not page.adopt.isEnabled()

    to_row(hands, page, "HOSP")
    hands.enter()
    dialog = hands.modal(EditDialog)
    retype_field(hands, dialog, "คืนละ (บาท)", "150")
    hands.key(F9)
    hands.alone()
    settled(hands, page)
    assert page.state.failing
    row = page.front.table.current
    assert row is not None and (row.key, row.now) == ("HOSP", "คืนละ 150")
    assert page.state.replay is not None
    assert page.state.replay.now_satang == page.state.replay.then_satang * 3 // 2 > 0

    many = len(page.state.failing)
    hands.key(F12)
    while page.state.failing:
        here = next(row for row in page.side.check.list.rows if row.hasFocus())
        if here.line is None or here.line.example is None:
            hands.key(DOWN)
            continue
        hands.enter()
        hands.yes()
        settled(hands, page)
        assert len(page.state.failing) == many - 1
        many -= 1
        hands.key(F12)
    assert not page.adopt.isEnabled()
    assert "1 เรื่อง" in page.state.why_not(readonly=False)

    hands.key(ESC)
    assert page.front.table.hasFocus()
    for _ in range(40):
        hands.key(UP)
    to_row(hands, page, "rulebook")
    hands.key(F3)
    dialog = hands.modal(EditDialog)
    retype_field(hands, dialog, "มติที่ประชุม", "มติที่ประชุมใหญ่ ครั้งที่ 1/2570")
    hands.key(F9)
    hands.alone()
    settled(hands, page)
    assert page.adopt.isEnabled()
    hands.key(F9)
    question = hands.modal(Question)
    assert "ใช้กับเหตุตั้งแต่ 1 ธันวาคม 2569" in question.words.text().replace("\u200b", "")
    hands.yes()
    hands.until(lambda: page.state.draft is None)
    hands.alone()
    assert "ฉบับที่ 2" in page.head.facts.text()
    assert place.drafts.kept("bylaw") is None
    assert rows_of(place.books, "SELECT count(*) FROM rulebook") == [(2,)]
    assert not problems(place.books)

    calendar.day = date(2026, 12, 20)
    assert pay_claim(place.books, PayClaim(old, "cash", TODAY)).net_satang == decided.net_satang
    assert rows_of(place.books, "SELECT rulebook_id, gross_satang FROM decision") == [
        (1, decided.gross_satang)
    ]
    new = assess_claim(place.books, NEW_STAY).assessment
    assert new.gross_satang == decided.gross_satang * 3 // 2


def test_opened_from_settings_it_goes_back_there_and_from_claims_there(hands: Hands) -> None:
    hands.page(9)
    settings = in_front(hands, SettingsPage)
    for _ in range(12):
        if settings.table.current is not None and settings.table.current.name == "rules":
            break
        hands.key(DOWN)
    hands.key(F3)
    wait(30)
    page = page_of(hands)
    assert page.front.table.hasFocus()
    hands.key(ESC)
    in_front(hands, SettingsPage)
    open_page(hands)
    hands.key(ESC)
    in_front(hands, ClaimsPage)


def test_draft_stands_again_in_the_next_window_even_when_the_first_was_killed(
    hands: Hands, tmp_path: Path, calendar: Calendar, qapp: QApplication
) -> None:
    page = begin(hands)
    hands.key(Qt.Key.Key_Right, modifier=ALT)
    hands.key(Qt.Key.Key_Right, modifier=ALT)
    hands.key(Qt.Key.Key_Right, modifier=ALT)
    assert page.state.tab == TEXT and page.front.text.edit.hasFocus()
    hands.write("# จดไว้ก่อนประชุม")
    hands.enter()
    wait(400)
    assert page.state.draft is not None and page.state.draft.text.startswith("# จดไว้ก่อนประชุม\n")
    # What lies on the disk now is all a killed window leaves.
    kept = place_of(hands).drafts._path.read_bytes()
    other = tmp_path / "ใหม่"
    other.mkdir()
    fund = other / "ระเบียบ.wangfund"
    fund.write_bytes(young_bytes())
    drafts = PreferenceFile(other / "window.json").draft_path(fund)
    drafts.parent.mkdir(parents=True, exist_ok=True)
    drafts.write_bytes(kept)
    again = Hands(window_on(fund, other, calendar, qapp))
    second = open_page(again)
    assert second.state.draft is not None and second.state.draft.text == page.state.draft.text
    settled(again, second)
    shut(again.window)


def test_text_that_cannot_be_read_takes_one_to_its_line_and_back(hands: Hands) -> None:
    page = begin(hands)
    assert page.state.draft is not None
    wrong = page.state.draft.text.replace('waiting = "standard"', 'waitng = "standard"', 1)
    line = wrong[: wrong.index("waitng")].count("\n") + 1
    for _ in range(3):
        hands.key(Qt.Key.Key_Right, modifier=ALT)
    page.front.text.edit.setPlainText(wrong)
    hands.until(lambda: page.state.is_checked)
    assert page.state.rules is None and not page.adopt.isEnabled()
    hands.key(F9)
    assert QApplication.activeModalWidget() is None
    hands.key(F12)
    for _ in range(20):
        here = next(row for row in page.side.check.list.rows if row.hasFocus())
        assert here.line is not None
        if here.line.line == line:
            break
        hands.key(DOWN)
    hands.enter()
    assert page.front.text.edit.hasFocus()
    assert page.front.text.edit.textCursor().blockNumber() + 1 == line
    hands.key(ESC)
    assert page.state.tab == RULES and page.front.table.hasFocus()
    hands.enter()
    assert QApplication.activeModalWidget() is None


def test_huge_paste_is_refused_and_said(hands: Hands) -> None:
    page = begin(hands)
    for _ in range(3):
        hands.key(Qt.Key.Key_Right, modifier=ALT)
    before = page.front.text.edit.toPlainText()
    QApplication.clipboard().setText("x" * 10_000_000)
    hands.key(Qt.Key.Key_V, modifier=CTRL)
    QApplication.clipboard().clear()
    assert page.front.text.edit.toPlainText() == before
    assert page.state.draft is not None and page.state.draft.text == before
    assert page._banner is not None


def test_leaflet_of_a_draft_is_seen_by_f7(hands: Hands) -> None:
    page = begin(hands)
    hands.key(F7)
    paper = hands.modal(PaperDialog)
    paper.reject()
    hands.alone()
    assert page.state.drafting


@pytest.fixture
def beside(qapp: QApplication, tmp_path: Path, calendar: Calendar) -> Iterator[Hands]:
    """A window whose work really runs beside it."""
    dress_application(qapp)
    fund = tmp_path / "ระเบียบ.wangfund"
    fund.write_bytes(young_bytes())
    window = MainWindow(calendar, Runner(qapp), PreferenceFile(tmp_path / "window.json"))
    window.start(fund)
    window.show()
    made = Hands(window)
    made.at()
    yield made
    place_of(made).runner.wait()
    wait(50)
    shut(window)


def slow(books: object, rules: object, since: date, tell: Callable[[int, int], object]) -> Replay:
    """A replay of many claims: half a minute of them."""
    for done in range(0, 60_000, 20):
        tell(done, 60_000)
        sleep(0.01)
    return Replay(since, (), ())


def test_long_replay_is_stopped_by_esc_begun_again_by_f10_and_ends_when_one_leaves(
    beside: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wangfund.ui.bylaw.work.replay_rules", slow)
    page = open_page(beside)
    beside.key(F2)
    beside.until(page.side.replay.busy.isVisible)
    beside.until(lambda: "จาก 60,000" in page.side.replay.busy.words)
    beside.key(DOWN)
    assert page.front.table.current is not None and page.front.table.current.key != "rulebook"
    beside.key(ESC)
    beside.until(lambda: not place_of(beside).runner.busy)
    assert page.state.replay_stopped and not page.side.replay.busy.isVisible()
    assert "หยุดลองไว้" in page.side.replay.people.text()
    choose_other(beside, page, "ลองกับคำขอจริงอีกครั้ง")
    beside.until(page.side.replay.busy.isVisible)
    assert place_of(beside).runner.busy
    beside.page(2)
    beside.until(lambda: not place_of(beside).runner.busy)
    assert not page.state.replay_stopped


def test_replay_that_fails_is_said_and_can_be_begun_again(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_told: object) -> Replay:
        raise Refused("FILE_MISSING")

    monkeypatch.setattr("wangfund.ui.bylaw.work.replay_rules", broken)
    page = open_page(hands)
    hands.key(F2)
    hands.until(lambda: page.state.replay_stopped)
    assert page._banner is not None


def choose_path(hands: Hands, path: Path) -> None:
    """The whole path into the question of a file, Enter."""
    dialog = hands.modal(QFileDialog)
    edit = dialog.findChild(QLineEdit)
    assert edit is not None
    edit.setText(str(path))
    press(edit, ENTER)
    wait(30)


def test_text_kept_as_a_file_comes_back_as_the_draft(hands: Hands, tmp_path: Path) -> None:
    page = open_page(hands)
    path = tmp_path / "ระเบียบ.toml"
    hands.key(Qt.Key.Key_S, modifier=CTRL)
    choose_path(hands, path)
    hands.until(path.exists)
    assert path.read_text(encoding="utf-8") == page.state.text
    path.write_text(
        page.state.text.replace("baht = 100\ncounted", "baht = 130\ncounted", 1), encoding="utf-8"
    )
    choose_other(hands, page, "นำเข้าร่างจากไฟล์")
    choose_path(hands, path)
    settled(hands, page)
    assert page.state.drafting and page.state.changed() == 1
    assert place_of(hands).drafts.kept("bylaw") == {"text": page.state.text}
    assert "VERSION_NOT_NEXT" in {finding.code for finding in _found(page)}


def _found(page: BylawPage) -> tuple[Finding, ...]:
    assert page.state.checked is not None
    return page.state.checked.findings


HOSTILE = {
    "ten megabytes": b"a = 1\n" * 2_000_000,
    "deep": b"a = " + b"[" * 5_000 + b"]" * 5_000,
    "not text": b"\x00\xff\xfe" * 100,
    "wrong type": rulebook_source("nasuk").replace("baht = 100", 'baht = "มาก"', 1).encode(),
    "missing key": rulebook_source("nasuk").replace('waiting = "standard"\n', "", 1).encode(),
    "unknown word": rulebook_source("nasuk").replace('waiting = "standard"', "wait_ing = 1", 1).encode(),
    "dots": b"a" + b".a" * 5_000 + b" = 1",
    "huge number": b"a = " + b"9" * 100_000,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_file_is_refused_in_words_and_the_draft_stays(
    hands: Hands, tmp_path: Path, what: str
) -> None:
    page = begin(hands)
    before = page.state.draft
    path = tmp_path / "ประหลาด.toml"
    path.write_bytes(HOSTILE[what])
    choose_other(hands, page, "นำเข้าร่างจากไฟล์")
    choose_path(hands, path)
    hands.until(lambda: page._banner is not None)
    assert page.state.draft is before
    said = [label.text() for label in page._banner.findChildren(WrapLabel)] if page._banner else []
    if what in {"wrong type", "unknown word", "missing key", "deep"}:
        assert any("บรรทัด" in words for words in said), said


@pytest.mark.parametrize("what", [name for name in HOSTILE if name not in {"not text", "ten megabytes"}])
def test_hostile_text_in_the_editor_is_found_with_its_line_and_never_adopted(hands: Hands, what: str) -> None:
    page = begin(hands)
    for _ in range(3):
        hands.key(Qt.Key.Key_Right, modifier=ALT)
    page.front.text.edit.setPlainText(HOSTILE[what].decode())
    hands.until(lambda: page.state.is_checked)
    assert page.state.rules is None and page.state.lines
    hands.key(F9)
    assert QApplication.activeModalWidget() is None
    hands.key(ESC)
    assert {row.now for row in page.state.rows()} == {"–"}


def test_name_that_is_markup_is_shown_as_it_was_typed_everywhere(hands: Hands) -> None:
    page = begin(hands)
    to_row(hands, page, "HOSP")
    hands.enter()
    retype_field(hands, hands.modal(EditDialog), "ชื่อสวัสดิการ", "<h1>นอน</h1>&amp;")
    hands.key(F9)
    hands.alone()
    settled(hands, page)
    row = page.front.table.current
    assert row is not None and row.name == "<h1>นอน</h1>&amp;"
    for shown in page.findChildren(QLabel):
        assert shown.textFormat() is Qt.TextFormat.PlainText or "<" not in shown.text(), shown.text()
    hands.key(F7)
    hands.modal(PaperDialog).reject()
    hands.alone()
