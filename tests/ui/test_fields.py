"""Fields that read what people type, and what they say about what they cannot read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.thai.hostile import HOSTILE
from tests.ui.typing import press, type_text, wait
from wangfund.domain.errors import Finding, Severity
from wangfund.text.messages import known_codes, say
from wangfund.thai.money_text import format_baht
from wangfund.thai.period import Period
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.calendar_popup import CalendarPopup, weeks_of
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.icon_button import IconButton
from wangfund.ui.widgets.money_field import MoneyField
from wangfund.ui.widgets.period_picker import PeriodPicker
from wangfund.ui.widgets.text_field import typed_id
from wangfund.ui.widgets.typed import Reading, typed_date, typed_money
from wangfund.ui.widgets.typed_field import TypedField

TODAY = date(2026, 10, 30)


def said(field: TypedField) -> str:
    """What the line under a field says now."""
    return field.below.words


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5/11/2569", date(2026, 11, 5)),
        ("๕/๑๑/๒๕๖๙", date(2026, 11, 5)),
        ("5 พ.ย. 69", date(2026, 11, 5)),
        ("29/2/2567", date(2024, 2, 29)),
        ("051169", date(2026, 11, 5)),
    ],
)
def test_typed_date_in_the_styles_people_write_is_read(text: str, day: date) -> None:
    typed = typed_date(text)
    assert (typed.value, typed.finding) == (day, None)
    assert typed.fact


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31/4/2569", "DATE_NO_SUCH_DAY"),
        ("29/2/2569", "DATE_NO_SUCH_DAY"),
        ("abc", "DATE_UNREADABLE"),
        ("5/11/2300", "DATE_YEAR_UNCLEAR"),
        ("1/12/2569", "DATE_FUTURE"),
        ("1/2/2483", "DATE_NEVER_EXISTED"),
        ("1/1/2550", "DATE_TOO_EARLY"),
        ("", "DATE_EMPTY"),
        ("😀", "DATE_UNREADABLE"),
        ("9" * 10_000, "DATE_UNREADABLE"),
    ],
)
def test_typed_date_that_is_wrong_is_a_finding(text: str, code: str) -> None:
    typed = typed_date(text, latest=TODAY, earliest=date(2012, 1, 1), required=True)
    assert typed.value is None
    assert typed.finding is not None
    assert typed.finding.code == code
    assert typed.wrong


def test_typed_date_of_the_common_era_is_understood_and_pointed_out() -> None:
    typed = typed_date("5/11/2025", latest=TODAY)
    assert typed.value == date(2025, 11, 5)
    assert typed.finding is not None
    assert typed.finding.severity is Severity.WARNING
    assert not typed.wrong


@given(st.integers(0, 100_000_000_000))
def test_typed_money_reads_what_it_wrote(satang: int) -> None:
    assert typed_money(format_baht(satang)).value == satang


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("abc", "AMOUNT_UNREADABLE"),
        ("1.234", "AMOUNT_TOO_FINE"),
        ("-5", "AMOUNT_NEGATIVE"),
        ("99999999999999", "AMOUNT_TOO_LARGE"),
        ("", "AMOUNT_EMPTY"),
    ],
)
def test_typed_money_that_is_wrong_is_a_finding(text: str, code: str) -> None:
    typed = typed_money(text, required=True)
    assert typed.finding is not None
    assert typed.finding.code == code


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_any_field_is_at_worst_a_finding_with_words(text: str) -> None:
    for typed in (typed_date(text, latest=TODAY), typed_money(text)):
        finding: Finding | None = typed.finding
        assert finding is None or finding.code in set(known_codes())


def test_money_field_writes_the_amount_out_on_leaving(theme: Theme, qapp: QApplication) -> None:
    field = MoneyField(theme, "จำนวนเงิน")
    field.show()
    type_text(field.edit, "๑๒๕๐.๕")
    press(field.edit, Qt.Key.Key_Return)
    assert (field.text, field.satang) == ("1,250.50", 125_050)


def test_field_keeps_what_was_wrong_and_turns_quiet_once_it_is_mended(
    theme: Theme, qapp: QApplication
) -> None:
    field = MoneyField(theme, "จำนวนเงิน")
    field.show()
    type_text(field.edit, "12x")
    assert said(field) == "", "nothing turns red while one types"
    press(field.edit, Qt.Key.Key_Return)
    assert field.text == "12x"
    assert said(field)
    assert field.edit.property("finding") == "error"
    press(field.edit, Qt.Key.Key_Backspace)
    assert said(field) == ""
    assert field.edit.property("finding") == ""


def test_field_given_ten_thousand_letters_stands(theme: Theme, qapp: QApplication) -> None:
    field = DateField(theme, "วันที่", TODAY)
    field.show()
    field.edit.setText("ก้" * 10_000)
    assert not field.check()
    assert field.day is None
    assert field.width() < 2_000


def test_date_field_shows_the_day_in_full(theme: Theme, qapp: QApplication) -> None:
    field = DateField(theme, "วันที่", TODAY)
    field.show()
    type_text(field.edit, "5/11/69")
    assert field.below.words == "พฤหัสบดีที่ 5 พฤศจิกายน 2569"


def test_calendar_weeks_hold_the_month_and_begin_on_sunday() -> None:
    for month in (Period(2026, 2), Period(2026, 11), Period(2024, 2)):
        weeks = weeks_of(month)
        days = [day for week in weeks for day in week]
        assert len(days) == 42
        assert all(week[0].weekday() == 6 for week in weeks)
        assert month.first_day in days
        assert month.last_day in days


def test_calendar_by_keys_alone_picks_a_day_of_the_buddhist_era(theme: Theme, qapp: QApplication) -> None:
    field = DateField(theme, "วันที่", TODAY, latest=TODAY)
    field.show()
    popup = field.open_calendar()
    assert popup.day == TODAY
    press(popup, Qt.Key.Key_PageUp)
    press(popup, Qt.Key.Key_Up)
    press(popup, Qt.Key.Key_Right)
    assert popup.day == date(2026, 9, 24)
    press(popup, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    press(popup, Qt.Key.Key_Return)
    assert (field.day, field.text) == (date(2025, 9, 24), "24/9/2568")


def test_calendar_does_not_pick_what_is_not_allowed(theme: Theme, qapp: QApplication) -> None:
    popup = CalendarPopup(theme, TODAY, TODAY, latest=TODAY)
    picked: list[date] = []
    popup.picked.connect(picked.append)
    popup.show()
    press(popup, Qt.Key.Key_Right)
    press(popup, Qt.Key.Key_Return)
    assert picked == []
    assert popup.isVisible()
    popup.close()


def test_calendar_clicked_on_a_day_gives_it(theme: Theme, qapp: QApplication) -> None:
    popup = CalendarPopup(theme, TODAY, TODAY)
    picked: list[date] = []
    popup.picked.connect(picked.append)
    popup.show()
    wait(10)
    box = popup._cell(0, 4)
    QTest.mouseClick(popup, Qt.MouseButton.LeftButton, pos=QPoint(box.center()))
    assert picked == [date(2026, 10, 1)]


def test_period_picker_stays_within_the_books(theme: Theme, qapp: QApplication) -> None:
    picker = PeriodPicker(theme, Period(2026, 10), Period(2026, 9), Period(2026, 10))
    told: list[Period] = []
    picker.changed.connect(told.append)
    picker.show()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        press(picker, key)
    assert told == [Period(2026, 9)]
    assert picker.month == Period(2026, 9)
    # What is grey says why, what is not says its key.
    before, after = picker.findChildren(IconButton)
    assert (before.isEnabled(), before.toolTip()) == (False, "ไม่มีเดือนก่อนหน้านี้ให้เลือก")
    assert (after.isEnabled(), after.toolTip()) == (True, "เดือนถัดไป Ctrl PgDn")


@pytest.mark.parametrize("reading", [typed_date, typed_id])
def test_message_that_repeats_what_was_typed_holds_nothing_unseen(reading: Reading) -> None:  # type: ignore[type-arg]
    finding = reading("\u202e31/4\x07\u200f").finding
    assert finding is not None
    said = say(finding.code, finding.values)
    assert all(letter.isprintable() for letter in said.message)
