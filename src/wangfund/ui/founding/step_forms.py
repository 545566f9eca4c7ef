"""The forms of the steps of founding: what is asked in each, in the order of the paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from wangfund.domain.register.check_person import check_phone
from wangfund.domain.register.check_words import check_account_no
from wangfund.thai.digits import to_arabic
from wangfund.thai.period import Period
from wangfund.ui.founding.row_entry import EntryField, RowEntry
from wangfund.ui.founding.rules_choice import RulesChoice
from wangfund.ui.founding.state import MONTHS, FoundingState
from wangfund.ui.founding.typed_month import typed_month
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.checked_field import CheckedField, WordsField
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.form import Form
from wangfund.ui.widgets.text_field import NumberField
from wangfund.ui.widgets.typed_field import TypedField

HINTS: Final = {
    "place": "ชื่อนี้จะอยู่บนหัวเอกสารทุกใบ แก้ได้ภายหลังที่หน้าตั้งค่า",
    "books": "เดือนแรกของบัญชี คือเดือนแรกที่จะลงรับจ่ายในโปรแกรมนี้ ตั้งแล้วเปลี่ยนไม่ได้ เงินก่อนหน้านั้นลงเป็นยอดยกมา",
    "villages": "พิมพ์ทีละหมู่แล้วกด Enter เมื่อครบแล้วกด Enter ในช่องหมู่ที่ว่าง",
    "banks": "บัญชีในชื่อกองทุน พิมพ์ทีละบัญชีแล้วกด Enter เมื่อครบแล้ว หรือยังไม่มี กด Enter ในช่องแรกที่ว่าง",
    "committee": "พิมพ์ทีละคนแล้วกด Enter จะอยู่ใต้ช่องเซ็นในเอกสาร วันที่เว้นไว้ได้ เมื่อครบแล้วกด Enter ในช่องตำแหน่งที่ว่าง",
}
"""The line over each step."""


def place_form(theme: Theme, today: date) -> Form:
    """Who the fund is and where."""
    form = Form(theme, columns=2)
    form.add("tambon", "ตำบล", WordsField(theme, "ตำบล", required=True))
    form.add("amphoe", "อำเภอ", WordsField(theme, "อำเภอ", required=True))
    form.add("province", "จังหวัด", WordsField(theme, "จังหวัด", required=True))
    form.add("name", "ชื่อกองทุน", WordsField(theme, "ชื่อกองทุน", longest=200, required=True))
    form.add("founded_on", "วันก่อตั้ง", DateField(theme, "วันก่อตั้ง", today, latest=today, required=True), column=1)
    form.add(
        "phone",
        "โทรศัพท์",
        CheckedField(theme, "โทรศัพท์", lambda text: check_phone(to_arabic(text)), longest=60),
        column=1,
    )
    form.add("population", "ประชากร", NumberField(theme, "ประชากรในตำบล", hint="คน"), column=1)
    return form


def books_form(theme: Theme, state: FoundingState, today: date) -> Form:
    """How the books are kept, and by which rules."""
    form = Form(theme)
    month = TypedField(
        theme,
        "เดือนแรกของบัญชี",
        partial(typed_month, latest=Period.of(today), required=True),
        hint="เช่น ต.ค. 2569 หรือ 10/2569",
    )
    form.add("books_from", "เดือนแรก", month)
    form.add("fiscal_year_starts", "ปีบัญชีเริ่ม", ChoiceField(theme, "เดือนที่ปีบัญชีเริ่ม", MONTHS, "1"))
    leaves = NumberField(theme, "ใบเสร็จต่อเล่ม", low=1, high=1000, required=True, hint="ใบ")
    form.add("receipts_per_book", "ใบเสร็จต่อเล่ม", leaves)
    form.add("rulebook", "ระเบียบ", RulesChoice(theme, state))
    return form


def _account_no(theme: Theme, words: str) -> QWidget:
    return CheckedField(theme, words, lambda text: check_account_no(to_arabic(text)), longest=40)


def list_step(theme: Theme, state: FoundingState, name: str, today: date) -> RowEntry:
    """Villages, banks or committee."""

    def text(longest: int, *, required: bool = False) -> Callable[[Theme, str], QWidget]:
        return partial(WordsField, longest=longest, required=required)

    fields = {
        "villages": (
            EntryField("moo", "หมู่ที่", partial(NumberField, low=1, high=99, required=True), 90, 1),
            EntryField("village", "ชื่อบ้าน", text(120)),
            EntryField("collector", "ผู้เก็บเงิน", text(120)),
        ),
        "banks": (
            EntryField("bank", "ชื่อบัญชี (ธนาคาร สาขา)", text(120, required=True)),
            EntryField("number", "เลขที่บัญชี", _account_no),
        ),
        "committee": (
            EntryField("role", "ตำแหน่ง", text(80, required=True)),
            EntryField("officer", "ชื่อ–สกุล", text(120, required=True)),
            EntryField("since", "ตั้งแต่วันที่", lambda t, words: DateField(t, words, today), 160),
            EntryField("until", "ถึงวันที่", lambda t, words: DateField(t, words, today), 160),
        ),
    }[name]
    return RowEntry(theme, state, name, fields, HINTS[name])
