"""Forms: what is wrong stands beside its field, Enter goes on, nothing typed is lost, nothing is saved by the form."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.ui.typing import press, type_text, wait, wait_until
from wangfund.domain.errors import Finding, Refused
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.check_box import CheckBox
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.money_field import MoneyField
from wangfund.ui.widgets.text_field import IdField, NumberField, TextField, typed_id
from wangfund.ui.widgets.typed import typed_number, typed_text


class Gift(FormDialog):
    """A form as pages make them."""

    def __init__(self, theme: Theme, drafts: Drafts | None = None) -> None:
        super().__init__(theme, "รับเงินบริจาค", "รับเงิน", None, drafts=drafts, draft="gift")
        self.who = TextField(theme, "จาก", longest=40, required=True)
        self.amount = MoneyField(theme, "จำนวนเงิน", required=True)
        self.into = ChoiceField(theme, "เข้า", (("cash", "เงินสด"), ("bank", "ธนาคาร")), "cash")
        self.form.add("who", "จาก", self.who)
        self.form.add("amount", "จำนวนเงิน", self.amount)
        self.form.add("into", "เข้า", self.into)

    def command(self) -> object:
        return (self.who.words, self.amount.satang, self.into.value)


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "drafts" / "a.json")


@pytest.fixture
def gift(qapp: QApplication, theme: Theme, drafts: Drafts) -> Iterator[Gift]:
    dialog = Gift(theme, drafts)
    dialog.open()
    wait(10)
    yield dialog
    if isValid(dialog):
        dialog.close()


def heard(dialog: FormDialog) -> list[object]:
    got: list[object] = []
    dialog.ready.connect(got.append)
    return got


def test_enter_goes_from_field_to_field_and_after_the_last_gives_the_command(gift: Gift) -> None:
    got = heard(gift)
    assert gift.who.edit.hasFocus()
    type_text(gift.who.edit, "วัดบ้านนาสุข")
    press(gift.who.edit, Qt.Key.Key_Return)
    assert gift.amount.edit.hasFocus()
    type_text(gift.amount.edit, "๑,๒๐๐")
    press(gift.amount.edit, Qt.Key.Key_Return)
    assert gift.into.box.hasFocus()
    press(gift.into.box, Qt.Key.Key_Down)
    assert got == []
    press(gift.into.box, Qt.Key.Key_Return)
    assert got == [("วัดบ้านนาสุข", 120_000, "bank")]
    assert gift.isVisible()


def test_what_is_wrong_stands_beside_its_field_and_gives_no_command(gift: Gift) -> None:
    got = heard(gift)
    type_text(gift.amount.edit, "12บาทครึ่ง")
    press(gift, Qt.Key.Key_F9)
    assert got == []
    assert gift.who.below.finding is not None
    assert gift.amount.below.finding is not None
    assert gift.amount.text == "12บาทครึ่ง"
    assert gift.who.edit.hasFocus()


def test_refusal_is_shown_beside_the_field_it_names_and_nothing_typed_goes(gift: Gift) -> None:
    type_text(gift.who.edit, "ผู้บริจาค")
    gift.complain(Refused("NAME_MISSING", {}, (Finding("NAME_MISSING", "who"),)))
    assert gift.who.below.finding is not None
    gift.complain(Refused("DATE_IN_FUTURE", {"date": "2026-11-01", "today": "2026-10-30"}))
    assert gift.isVisible()
    assert gift.who.text == "ผู้บริจาค"


def test_half_typed_form_comes_back_and_esc_gives_it_up(
    gift: Gift, theme: Theme, drafts: Drafts, tmp_path: Path
) -> None:
    type_text(gift.who.edit, "กลุ่มออมทรัพย์")
    wait_until(lambda: drafts.kept("gift") is not None)
    later = Gift(theme, Drafts(tmp_path / "drafts" / "a.json"))
    later.open()
    wait(10)
    assert later.who.text == "กลุ่มออมทรัพย์"
    assert later.again.isVisible()
    press(later, Qt.Key.Key_Escape)
    assert Drafts(tmp_path / "drafts" / "a.json").kept("gift") is None


def test_form_closed_with_its_window_keeps_what_is_half_typed(gift: Gift, drafts: Drafts) -> None:
    type_text(gift.who.edit, "กลุ่มออมทรัพย์")
    wait_until(lambda: drafts.kept("gift") is not None)
    gift.close()
    assert drafts.kept("gift") is not None


def test_done_form_leaves_no_draft(gift: Gift, drafts: Drafts) -> None:
    type_text(gift.who.edit, "ก")
    wait_until(lambda: drafts.kept("gift") is not None)
    gift.finish()
    assert drafts.kept("gift") is None
    wait(400)
    assert drafts.kept("gift") is None


def test_draft_survives_kill_9_while_it_is_written(tmp_path: Path) -> None:
    where = tmp_path / "drafts" / "a.json"
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from wangfund.ui.drafts import Drafts
        drafts = Drafts(Path(sys.argv[1]))
        n = 0
        while True:
            n += 1
            drafts.keep("gift", {"who": "ก" * (n % 5_000), "n": n})
            print(n, flush=True)
        """
    )
    for _ in range(5):
        process = subprocess.Popen(
            [sys.executable, "-c", program, str(where)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        told = 0
        for line in process.stdout:
            told = int(line)
            if told >= 20:
                break
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        kept = Drafts(where).kept("gift")
        assert kept is not None
        assert kept["n"] >= told
        assert kept["who"] == "ก" * (kept["n"] % 5_000)


@pytest.mark.parametrize("damage", ["", "[", "[]", '"x"', '{"gift": 3}', "\x00\xff"])
def test_damaged_draft_counts_as_none(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(damage, encoding="utf-8")
    drafts = Drafts(path)
    assert drafts.kept("gift") is None
    drafts.keep("gift", {"a": "1"})
    assert json.loads(path.read_text(encoding="utf-8"))["gift"] == {"a": "1"}


def test_draft_where_nothing_can_be_written_lives_as_long_as_the_window(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")
    drafts = Drafts(blocked / "drafts" / "a.json")
    drafts.keep("gift", {"a": "1"})
    assert drafts.kept("gift") == {"a": "1"}


@given(st.text(max_size=300))
def test_typed_text_never_raises_and_gives_only_what_paper_shows(text: str) -> None:
    typed = typed_text(text, longest=60)
    if typed.value:
        assert len(typed.value) <= 60
        assert "\n" not in typed.value
    if typed.value is None:
        assert typed.finding is not None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("😀", "TEXT_UNPRINTABLE"),
        ("ก" * 10_000, "TEXT_TOO_LONG"),
        ("漢字", "TEXT_UNPRINTABLE"),
        (" \n ", "TEXT_EMPTY"),
    ],
)
def test_typed_text_that_cannot_stand_on_paper_is_told(text: str, code: str) -> None:
    typed = typed_text(text, required=True)
    assert typed.finding is not None
    assert typed.finding.code == code


@pytest.mark.parametrize("text", ["<b>ตัวหนา</b>", "=1+1", "a\nb", "นาง  สมศรี"])
def test_typed_text_that_is_only_odd_is_kept_as_words(text: str) -> None:
    assert typed_text(text).value == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [("๑๒", 12, None), ("1,200", 1200, None), ("1,2,3", None, "NUMBER_UNREADABLE"), ("12,00", None, "NUMBER_UNREADABLE"), ("1.5", None, "NUMBER_UNREADABLE"), ("-1", None, "NUMBER_UNREADABLE"),
     ("9999999", None, "NUMBER_OUT_OF_RANGE"), ("9" * 10_000, None, "NUMBER_OUT_OF_RANGE"), ("", None, None), ("²", None, "NUMBER_UNREADABLE")],
)  # fmt: skip
def test_typed_number_reads_digits_and_nothing_else(text: str, value: int | None, code: str | None) -> None:
    typed = typed_number(text)
    assert typed.value == value
    assert (typed.finding.code if typed.finding else None) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("12345678901234", "ID_LENGTH"), ("abc", "ID_LENGTH"), ("1111111111111", "ID_CHECK_DIGIT")],
)
def test_national_id_that_cannot_be_is_told(text: str, code: str) -> None:
    typed = typed_id(text)
    assert typed.finding is not None
    assert typed.finding.code == code


def test_choice_box_and_number_keep_their_text_for_a_draft(qapp: QApplication, theme: Theme) -> None:
    box, number, choice, id_field = (
        CheckBox(theme, "มีใบรับรอง"),
        NumberField(theme, "จำนวน", high=20),
        ChoiceField(theme, "เรื่อง", (("a", "หนึ่ง"), ("b", "สอง")), "a"),
        IdField(theme, "เลขบัตร"),
    )
    told: list[object] = []
    box.changed.connect(told.append)
    press(box, Qt.Key.Key_Space)
    assert (box.text, told) == ("1", [True])
    box.set_text("")
    assert not box.isChecked()
    number.set_number(7)
    assert (number.text, number.number) == ("7", 7)
    choice.set_text("b")
    choice.set_text("never offered")
    assert (choice.value, choice.check()) == ("b", True)
    choice.set_choices(())
    assert not choice.check()
    id_field.set_text("")
    assert id_field.check()
