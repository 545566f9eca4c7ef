"""The whole month of a fund through the real window, by sent keys alone; the same month by command agrees to the satang.

The fund's register is the messy one: every row as its truth says, or on hold with the finding the truth names.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.domain.register.truth import REGISTERS
from tests.funds import BANK, even_salt, on, problems, profile, rows_of
from tests.ui.hands import CTRL, Calendar, Hands
from tests.ui.typing import wait
from wangfund.cli.run import answer_of, clock_on
from wangfund.domain import accounts
from wangfund.domain.eligibility.assessment import Result
from wangfund.domain.papers.cash_count import PIECES
from wangfund.store.fund_file import open_for_reading, open_fund
from wangfund.thai.money_text import format_baht
from wangfund.thai.period import Period
from wangfund.ui.books.page import BooksPage
from wangfund.ui.claims.dialogs import DecideDialog
from wangfund.ui.claims.page import ClaimsPage
from wangfund.ui.claims.pay_dialog import PayDialog
from wangfund.ui.claims.state import CLAIM
from wangfund.ui.close.page import ClosePage
from wangfund.ui.collect.page import CollectPage
from wangfund.ui.frame.choose_file import forget_folders
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.window import MainWindow
from wangfund.ui.importing.coverage_dialog import CoverageDialog
from wangfund.ui.importing.page import ImportPage
from wangfund.ui.importing.state import Phase
from wangfund.ui.papers.paper_dialog import PaperDialog
from wangfund.ui.preferences import PreferenceFile
from wangfund.ui.start import dress_application
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.worker.runner import InlineRunner
from wangfund.usecases.edit_member import EditMember, edit_member
from wangfund.usecases.found_fund import found_fund, rulebook_source
from wangfund.usecases.month_pack import month_pack
from wangfund.usecases.opening import Opening, bring_forward
from wangfund.usecases.person_facts import facts_of
from wangfund.usecases.round_sheet import collection_sheet
from wangfund.usecases.take_payment import find_member

OCTOBER, NOVEMBER = Period(2026, 10), Period(2026, 11)
RESOLUTION = "ครั้งที่ 11/2569 วาระที่ 4"
MESSY = REGISTERS / "messy.xlsx"
F2, F4, F5, F7, F9, F10, F11 = (getattr(Qt.Key, f"Key_F{n}") for n in (2, 4, 5, 7, 9, 10, 11))
ENTER, ESC, DOWN, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Tab


SAME = {
    "entries": "SELECT id, date, month, kind, member_id, coalesce(resolution, ''), reverses_id, coalesce(reason, '') FROM entry ORDER BY id",
    "lines": "SELECT entry_id, account, coalesce(pool, ''), debit_satang, credit_satang FROM line ORDER BY entry_id, line_no",
    "receipts": "SELECT fiscal_year, number, date, entry_id, member_id, amount_satang, credit_satang FROM receipt ORDER BY id",
    "vouchers": "SELECT fiscal_year, number, date, entry_id, payee, member_id, amount_satang FROM voucher ORDER BY id",
    "coverage": "SELECT spell_id, first_month, last_month, kind, covered_on FROM coverage ORDER BY id",
    "claims": "SELECT fiscal_year, number, member_id, benefit, event_on, claimed_on, once_key, state FROM claim ORDER BY id",
    "decisions": "SELECT claim_id, result, reason, gross_satang, setoff_satang, net_satang, resolution FROM decision ORDER BY id",
    "members": "SELECT member_no, national_id, title, given_name, family_name, birth_date, house_no, village_id FROM member ORDER BY id",
    "spells": "SELECT member_id, starts_on, ended_on, cause FROM spell ORDER BY id",
}


@pytest.fixture
def twins(tmp_path: Path) -> tuple[Path, Path]:
    """A fund just founded with its money brought forward, and its copy: one for the hands, one for the commands."""
    path = tmp_path / "มือ.wangfund"
    told = profile(books_from=NOVEMBER)
    with found_fund(
        path, on(date(2026, 11, 2)), told, rulebook_source(told.rulebook), salt=even_salt()
    ) as books:
        sources = (("3100", "", 90_000_00), ("3400", "", 20_000_00))
        bring_forward(books, Opening(cash_satang=3_000_00, banks={BANK: 100_000_00}, sources=sources))
    other = tmp_path / "คำสั่ง.wangfund"
    shutil.copy(path, other)
    return path, other


@pytest.fixture
def calendar() -> Calendar:
    return Calendar(date(2026, 11, 2))


@pytest.fixture
def hands(
    qapp: QApplication, tmp_path: Path, twins: tuple[Path, Path], calendar: Calendar
) -> Iterator[Hands]:
    forget_folders()
    dress_application(qapp)
    window = MainWindow(calendar, InlineRunner(qapp), PreferenceFile(tmp_path / "window.json"))
    window.start(twins[0])
    window.show()
    made = Hands(window)
    made.at()
    yield made
    if window.place is not None:
        window.place.wrote = False
    window.close()


def test_month_by_keys_alone_is_the_month_by_command(
    hands: Hands, twins: tuple[Path, Path], calendar: Calendar
) -> None:
    import_register(hands)
    calendar.day = date(2026, 11, 5)
    collect(hands)
    calendar.day = date(2026, 11, 6)
    hand_in(hands)
    calendar.day = date(2026, 11, 7)
    join(hands)
    calendar.day = date(2026, 11, 9)
    pay_at_the_desk(hands, "0051", "180", "H")
    pay_at_the_desk(hands, "0052", "90")
    calendar.day = date(2026, 11, 13)
    claim(hands, "0090", "HOSP", ("6/11/2569", "10/11/2569"), 1, "cash")
    calendar.day = date(2026, 11, 16)
    died = dead(hands)
    name_heir(hands, died)
    claim(hands, died, "DEATH", ("11/11/2569",), 2, "bank")
    calendar.day = date(2026, 11, 17)
    money(hands, Qt.Key.Key_2, "100", "ร้านเครื่องเขียนตัวอย่าง")
    calendar.day = date(2026, 11, 18)
    money(hands, Qt.Key.Key_1, "50000", "สถาบันพัฒนาองค์กรชุมชน", "1201")
    calendar.day = date(2026, 11, 19)
    money(hands, Qt.Key.Key_3, "8000", "")
    calendar.day = date(2026, 11, 30)
    close(hands)
    calendar.day = date(2026, 12, 8)
    take_back(hands, "0052")
    assert hands.pressed < 1_000
    assert hands.window.place is not None
    by_command(twins[1], died)
    assert problems(hands.window.place.books) == []
    with open_for_reading(twins[1], on(date(2026, 12, 8))) as other:
        assert problems(other) == []
        for what, sql in SAME.items():
            assert rows_of(hands.window.place.books, sql) == rows_of(other, sql), what
        one, two = (month_pack(books, NOVEMBER) for books in (hands.window.place.books, other))
    assert replace(one, fingerprint="") == replace(two, fingerprint="")


def import_register(hands: Hands) -> None:
    """Ctrl 2, Ctrl I, the file, F9, paid through October, yes."""
    hands.page(2)
    hands.key(Qt.Key.Key_I, modifier=CTRL)
    page = hands.window.desk.page
    assert isinstance(page, ImportPage)
    hands.key(Qt.Key.Key_O, modifier=CTRL)
    dialog = hands.modal(QFileDialog)
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    hands.retype(str(MESSY))
    hands.enter()
    hands.until(lambda: page._state.phase is not Phase.START)
    hands.until(lambda: page._state.phase is Phase.WORK if hasattr(Phase, "WORK") else True)
    hands.key(F9)
    coverage = hands.modal(CoverageDialog)
    hands.key(DOWN, ENTER)
    while coverage.month.month > OCTOBER:
        hands.key(Qt.Key.Key_Left)
    hands.key(F9)
    hands.yes()
    hands.until(lambda: page._state.phase is Phase.DONE)


def collect(hands: Hands) -> None:
    """Every village by the keypad: one pays nothing, one a month ahead; the money of the second is short by 60 baht."""
    hands.page(3)
    page = page_of(hands, CollectPage)
    hands.until(lambda: page._state.rounds is not None)
    assert page._state.rounds is not None
    villages = [line.moo for line in page._state.rounds.villages]
    for moo in villages:
        hands.enter()
        hands.until(lambda: page._state.sheet is not None)
        sheet = page._state.sheet
        assert sheet is not None
        assert sheet.entry.view.sheet.moo == moo
        lines = len(sheet.entry.lines)
        if moo == 1:
            hands.write("-+")
            hands.enter()
            hands.enter(lines - 2)
        else:
            hands.enter(lines)
        total = sheet.entry.recorded_satang - (6_000 if moo == 2 else 0)
        hands.say(str(total // 100))
        hands.yes()
        hands.until(lambda: page._state.posted is not None)
        hands.key(ESC)
        hands.until(lambda: page._state.posted is None)


def hand_in(hands: Hands) -> None:
    """The collector of the second village brings what was missing: the form knows who and how much."""
    hands.page(3)
    hands.key(F10)
    form = hands.modal(FormDialog)
    assert form.form.values()["amount"] == "60.00"
    hands.key(F9)
    hands.alone()


def choose(hands: Hands, field: object, value: str) -> None:
    """Arrow down a field of choices to a value, and Enter."""
    assert isinstance(field, ChoiceField)
    while field.value != value:
        before = field.value
        hands.key(DOWN)
        assert field.value != before, f"{value} is not offered"
    hands.enter()


def join(hands: Hands) -> None:
    """A new member with her fee and first month."""
    hands.page(2)
    hands.key(F2)
    hands.modal(FormDialog)
    hands.enter()
    hands.say("นางสาว", "ขวัญข้าว", "ตัวอย่าง", "", "9/5/2540", "12/1")
    hands.say("3", "", "นางข้าวหอม ตัวอย่าง", "มารดา")
    hands.key(F9)
    wait(50)
    hands.alone()


def pay_at_the_desk(hands: Hands, member_no: str, amount: str, cadence: str = "") -> None:
    """One payment at the counter."""
    hands.page(3)
    hands.key(F5)
    form = hands.modal(FormDialog)
    hands.say(member_no)
    hands.retype(amount)
    hands.enter()
    if cadence:
        choose(hands, form.form.fields["cadence"], cadence)
    hands.key(F9)
    wait(30)
    hands.key(ESC)
    hands.alone()


def claim(
    hands: Hands, member_no: str, benefit: str, facts: tuple[str, ...], papers: int, place: str
) -> None:
    """Asked, decided by the meeting, paid: from the member's number to the voucher."""
    hands.page(4)
    page = page_of(hands, ClaimsPage)
    hands.until(lambda: page._state.loaded)
    hands.key(F2)
    hands.until(lambda: page.check._search.rows)
    hands.say(member_no)
    while page.check.facts.typed.benefit != benefit:
        hands.key(DOWN)
    hands.enter()
    hands.say(*facts)
    for _ in range(papers):
        hands.key(Qt.Key.Key_Space, ENTER)
    hands.until(lambda: page.check.answer is not None and page.check.answer.assessment.result is Result.PAY)
    hands.key(F9)
    hands.until(lambda: page._state.front == CLAIM)
    hands.key(F9)
    hands.modal(DecideDialog)
    hands.write(RESOLUTION)
    hands.key(F9)
    hands.alone()
    hands.key(F9)
    pay = hands.modal(PayDialog)
    while (pay.place.value == "cash") is not (place == "cash"):
        before = pay.place.value
        hands.key(DOWN)
        assert pay.place.value != before, place
    if place != "cash":
        hands.enter()
        hands.write("T-0091")
    hands.key(F9)
    hands.alone()
    assert "จ่ายแล้ว" in page.head.facts.text()
    hands.key(ESC)


def dead(hands: Hands) -> str:
    """A member of many years."""
    assert hands.window.place is not None
    found = rows_of(
        hands.window.place.books,
        "SELECT member_no FROM member JOIN spell ON spell.member_id = member.id WHERE ended_on IS NULL"
        " AND birth_date IS NOT NULL AND starts_on < '2020-01-01' ORDER BY member_no",
    )
    return str(found[0][0])


def name_heir(hands: Hands, member_no: str) -> None:
    """Her heir is written into the register: found by her number, F3."""
    hands.page(2)
    hands.say(member_no)
    hands.key(Qt.Key.Key_F3)
    form = hands.modal(FormDialog)
    heir = form.form.fields["heir_name"]
    for _ in range(12):
        if heir.isAncestorOf(hands.at()):
            break
        hands.enter()
    hands.say("นายทายาท ตัวอย่าง", "บุตร")
    hands.key(F9)
    hands.alone()


def money(hands: Hands, which: Qt.Key, amount: str, who: str, into: str = "") -> None:
    """F2 and the number of the kind of money; past what it is for; how much, whose; `into` a bank instead of the cash box."""
    hands.page(5)
    hands.key(F2, which)
    form = hands.modal(FormDialog)
    hands.enter()
    hands.say(amount)
    if who:
        hands.say(who)
    if into:
        choose(hands, form.form.fields["into"], into)
    hands.key(F9)
    hands.yes()
    hands.alone()


def close(hands: Hands) -> None:
    """Counted by pieces, the bank's book, the draft, the resolution, sealed."""
    hands.page(6)
    page = page_of(hands, ClosePage)
    assert hands.window.place is not None
    books = hands.window.place.books
    places = {place.account: place.satang for place in month_pack(books, NOVEMBER).places}
    hands.until(lambda: page.state.view is not None)
    while page.state.step != "cash":
        hands.key(DOWN)
    hands.enter()
    left = places["1100"]
    for satang in PIECES:
        pieces, left = divmod(left, satang)
        hands.say(str(pieces) if pieces else "")
    assert not left
    hands.enter(2)
    hands.say(format_baht(places["1201"]))
    while page.state.step != "draft":
        hands.key(DOWN)
    hands.enter()
    hands.modal(PaperDialog)
    hands.key(ESC)
    hands.alone()
    hands.enter()
    hands.write(RESOLUTION)
    hands.enter()
    hands.yes()
    hands.until(lambda: page.state.sealed is not None)


def take_back(hands: Hands, who: str) -> None:
    """A receipt of the month before is wrong: found by the payer's name in the month before, F11, the reason."""
    hands.page(5)
    page_of(hands, BooksPage)
    wait(100)
    hands.write(who)
    wait(200)
    hands.key(F11)
    hands.modal(FormDialog)
    hands.write("เก็บผิดคน")
    hands.enter()
    hands.yes()
    hands.alone()


def by_command(fund: Path, died: str) -> None:
    """The same month typed as commands."""

    def do(day: date, verb: str, *told: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(
            answer_of([verb, str(fund), *told, "--today", day.isoformat()], clock_on(day)).json
        )
        return found

    def november(day: int) -> date:
        return date(2026, 11, day)

    do(november(2), "import", str(MESSY), "--commit", "--paid-through", "2569-10")
    with open_for_reading(fund, on(november(5))) as books:
        villages = [moo for (moo,) in rows_of(books, "SELECT moo FROM village ORDER BY moo")]
        sheet = collection_sheet(books, 1, NOVEMBER)
        due = {moo: collection_sheet(books, moo, NOVEMBER).total_satang for moo in villages}
    for moo in villages:
        told = ["--period", "2569-11", "--village", str(moo), "--pay", "due", "--on", "2569-11-05"]
        if moo == 1:
            told += ["--except", sheet.rows[0].member_no, "--pays", f"{sheet.rows[1].member_no}=60"]
        if moo == 2:
            told += ["--counted-cash", str((due[2] - 6_000) // 100)]
        do(november(5), "collect", *told)
    do(
        november(6),
        "move",
        "--amount",
        "60",
        "--from",
        accounts.COLLECTOR_RECEIVABLE,
        "--to",
        "cash",
        "--who",
        "ตาคำ",
    )
    do(
        november(7), "join", "--name", "นางสาวขวัญข้าว ตัวอย่าง", "--village", "3", "--house", "12/1", "--birth-date", "2540-05-09",
        "--heir", "นางข้าวหอม ตัวอย่าง", "--heir-relation", "มารดา", "--amount", "30",
    )  # fmt: skip
    do(november(9), "pay", "--member", "0051", "--amount", "180", "--cadence", "H")
    wrong = do(november(9), "pay", "--member", "0052", "--amount", "90")["entry"]
    stay = json.dumps({"event": "2026-11-10", "admitted": "2026-11-06"})
    do(
        november(13),
        "claim",
        "--member",
        "0090",
        "--benefit",
        "HOSP",
        "--facts",
        stay,
        "--decide",
        RESOLUTION,
        "--pay",
        "cash",
    )
    with open_fund(fund, on(november(16))) as books:
        with books.read() as r:
            now = facts_of(find_member(r, died))
        heir = replace(now, heir_name="นายทายาท ตัวอย่าง", heir_relation="บุตร")
        edit_member(books, EditMember(died, now, heir))
    death = json.dumps({"event": "2026-11-11"})
    do(
        november(16), "claim", "--member", died, "--benefit", "DEATH", "--facts", death,
        "--decide", RESOLUTION, "--pay", BANK, "--slip", "T-0091",
    )  # fmt: skip
    do(
        november(17),
        "spend",
        "--account",
        "5400",
        "--amount",
        "100",
        "--from",
        "cash",
        "--who",
        "ร้านเครื่องเขียนตัวอย่าง",
    )
    do(
        november(18),
        "receive",
        "--account",
        "4200",
        "--amount",
        "50000",
        "--to",
        BANK,
        "--who",
        "สถาบันพัฒนาองค์กรชุมชน",
    )
    do(november(19), "move", "--amount", "8000", "--from", "cash", "--to", BANK, "--who", "")
    with open_for_reading(fund, on(november(30))) as books:
        places = {place.account: format_baht(place.satang) for place in month_pack(books, NOVEMBER).places}
    counted = ("--period", "2569-11", "--counted-cash", places["1100"], "--bank", f"{BANK}={places['1201']}")
    do(november(30), "close", *counted)
    do(november(30), "close", *counted, "--resolution", RESOLUTION)
    do(date(2026, 12, 8), "reverse", str(wrong), "--reason", "เก็บผิดคน")


P = TypeVar("P", bound=Page)


def page_of(hands: Hands, kind: type[P]) -> P:
    found = hands.window.desk.page
    assert isinstance(found, kind)
    return found
