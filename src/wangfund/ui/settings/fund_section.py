"""ข้อมูลกองทุน: the profile, what of it is fast and why, saved by one key."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QWidget

from wangfund.domain.errors import FundError
from wangfund.domain.profile import Profile
from wangfund.domain.register.check_person import check_phone
from wangfund.thai.dates import be_year, long_month
from wangfund.thai.digits import to_arabic
from wangfund.thai.month_names import MONTHS_LONG
from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.settings.section import Section
from wangfund.ui.settings.state import SettingsState
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.checked_field import CheckedField, WordsField
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.form import Form
from wangfund.ui.widgets.label import WrapLabel, icon_label, label
from wangfund.ui.widgets.text_field import NumberField, TextField
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.change_profile import ChangeProfile, change_profile
from wangfund.usecases.settings_view import SettingsView, settings_view

_DRAFT: Final = "settings.fund"
_WORDS: Final = 112
_KEEP_AFTER_MS: Final = 300
_MONTHS: Final = tuple((str(number), name) for number, name in enumerate(MONTHS_LONG, 1))
_FAST_NUMBERING: Final = "ออกเลขใบเสร็จหรือใบสำคัญแล้ว เลขที่ต้องไม่ซ้ำและไม่ขาด จึงเปลี่ยนไม่ได้"
_FAST_BOOKS: Final = "ทุกงวดนับต่อจากเดือนนี้ จึงเปลี่ยนไม่ได้"


class FundSection(Section):
    """A form that keeps what is half typed until it is saved."""

    def __init__(self, theme: Theme, page: Page, place: Workplace, state: SettingsState) -> None:
        super().__init__(theme, page, place, state, "ข้อมูลกองทุน")
        t, today = theme, place.clock.today()
        self._view: SettingsView | None = None
        self.naming = Form(t, words_width=_WORDS)
        self.naming.add("name", "ชื่อกองทุน", WordsField(t, "ชื่อกองทุน", longest=200, required=True))
        self.form = Form(t, columns=1 if t.compact else 2, words_width=_WORDS)
        second = 0 if t.compact else 1
        self.form.add("tambon", "ตำบล", WordsField(t, "ตำบล", required=True))
        self.form.add("amphoe", "อำเภอ", WordsField(t, "อำเภอ", required=True))
        self.form.add("province", "จังหวัด", WordsField(t, "จังหวัด", required=True))
        founded = DateField(t, "วันก่อตั้ง", today, latest=today, required=True)
        self.form.add("founded_on", "วันก่อตั้ง", founded)
        self.form.add(
            "phone",
            "โทรศัพท์",
            CheckedField(t, "โทรศัพท์", lambda text: check_phone(to_arabic(text)), longest=60),
            column=second,
        )
        people = NumberField(t, "ประชากรในตำบล", hint="คน")
        self.form.add("population", "ประชากร", people, column=second)
        self.leaves = NumberField(t, "ใบเสร็จต่อเล่ม", low=1, high=1000, required=True, hint="ใบ")
        self.form.add("receipts_per_book", "ใบเสร็จต่อเล่ม", self.leaves, column=second)
        self.starts = ChoiceField(t, "ปีบัญชีเริ่มเดือน", _MONTHS, "1")
        self.form.add("fiscal_year_starts", "ปีบัญชีเริ่ม", self.starts, column=second)
        self.inside.addWidget(self.naming)
        self.inside.addWidget(self.form)
        self._fast = QGridLayout()
        self._fast.setHorizontalSpacing(t.px(10))
        self._fast.setColumnStretch(2, 1)
        self.inside.addLayout(self._fast)
        self.again = self.hint("")
        self.again.hide()
        self.inside.addWidget(
            self.buttons(
                (Key.POST, "บันทึกข้อมูลกองทุน", "save", self.save),
                (Key.MORE, "กลับเป็นค่าที่บันทึกไว้", "undo-2", self.give_up),
            )
        )
        self.say_readonly()
        self.inside.addStretch()
        self.acts[Key.POST].set_main(True)
        self._offer_back(differs=False)
        self.acts[Key.POST].setEnabled(self.writable)
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self._keep)
        for form in (self.naming, self.form):
            form.changed.connect(self._keep_soon.start)
        self.naming.entered.connect(self.form.fields["tambon"].setFocus)
        self.form.entered.connect(self.save)

    def show_view(self, view: SettingsView) -> None:
        """Fill the form; what was half typed comes back over it, and is said to be so."""
        if self._keep_soon.isActive():
            self._keep()
        self._view = view
        stored, kept = texts_of(view.profile), self.place.drafts.kept(_DRAFT) or {}
        texts = {**stored, **kept}
        for form in (self.naming, self.form):
            for name, field in form.fields.items():
                if isinstance(field, CheckedField):
                    field.show_stored(stored[name])
            form.fill(texts)
        self.again.tell("นำสิ่งที่พิมพ์ค้างไว้กลับมาให้แล้ว ยังไม่ได้บันทึก" if texts != stored else "")
        self.again.setVisible(texts != stored)
        self._offer_back(differs=texts != stored)
        numbering = not view.numbered
        self.form.show_field("receipts_per_book", shown=numbering)
        self.form.show_field("fiscal_year_starts", shown=numbering)
        self._show_fast(fast_lines(view))

    def begin(self) -> None:
        """The first field has the keys."""
        self.naming.fields["name"].setFocus()

    def give_up(self) -> None:
        """Show what is saved again; what was typed is given up."""
        self._keep_soon.stop()
        self.place.drafts.drop(_DRAFT)
        if self._view is not None:
            self.show_view(self._view)
        self.begin()

    def save(self) -> None:
        """Write what changed."""
        if self._view is None or not self.acts[Key.POST].isEnabled() or not self._is_well():
            return
        command = ChangeProfile(self._profile(self._view.profile))
        books, who = self.place.books, self.place.who

        def work(_progress: object) -> SettingsView:
            change_profile(books, command, who)
            return settings_view(books)

        self.page.act(self.place, "บันทึกข้อมูลกองทุน", work, self._on_saved, Changed(0), refused=self._refused)

    def _on_saved(self, view: SettingsView) -> None:
        self._keep_soon.stop()
        self.place.drafts.drop(_DRAFT)
        self.changed(view, "บันทึกข้อมูลกองทุนแล้ว เอกสารใบต่อไปใช้ข้อมูลนี้")

    def _refused(self, error: FundError) -> None:
        if not error.findings or self.form.show_findings(self.naming.show_findings(error.findings)):
            self.page.complain(error)

    def _keep(self) -> None:
        self._keep_soon.stop()
        typed = {**self.naming.values(), **self.form.values()}
        differs = self._view is None or typed != texts_of(self._view.profile)
        self._offer_back(differs=differs)
        if differs:
            self.place.drafts.keep(_DRAFT, typed)
        else:
            self.place.drafts.drop(_DRAFT)

    def _offer_back(self, *, differs: bool) -> None:
        """What is saved can be shown again once something was typed; before, there is no such act."""
        self.acts[Key.MORE].setEnabled(differs)
        self.acts[Key.MORE].setVisible(differs)

    def _is_well(self) -> bool:
        rest = self.form.check()
        return self.naming.check() and rest

    def _profile(self, before: Profile) -> Profile:
        """The profile as typed; from fields that are all well."""
        fields = {**self.naming.fields, **self.form.fields}
        typed: dict[str, Any] = {}
        for name, field in fields.items():
            if isinstance(field, TextField):
                typed[name] = field.words
            elif isinstance(field, NumberField):
                typed[name] = field.number or (0 if name == "population" else getattr(before, name))
        founded = fields["founded_on"]
        assert isinstance(founded, DateField)
        return replace(
            before,
            founded_on=founded.day or before.founded_on,
            fiscal_year_starts=int(self.starts.value or before.fiscal_year_starts),
            **typed,
        )

    def _show_fast(self, lines: tuple[tuple[str, str, str], ...]) -> None:
        while self._fast.count():
            item = self._fast.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for at, (words, told, why) in enumerate(lines):
            parts: tuple[QWidget, ...] = (
                icon_label(self.theme, "lock", "ink3", 18),
                label(self.theme, f"{words} {told}", Words.BODY),
                WrapLabel(self.theme, why, Words.SECOND, "ink2"),
            )
            if self.theme.compact:
                self._fast.addWidget(parts[0], 2 * at, 0)
                self._fast.addWidget(parts[1], 2 * at, 1, 1, 2)
                self._fast.addWidget(parts[2], 2 * at + 1, 1, 1, 2)
                continue
            for column, part in enumerate(parts):
                self._fast.addWidget(part, at, column)


def texts_of(profile: Profile) -> dict[str, str]:
    """A profile as it stands in the form."""
    day = profile.founded_on
    return {
        "name": profile.name,
        "tambon": profile.tambon,
        "amphoe": profile.amphoe,
        "province": profile.province,
        "founded_on": f"{day.day}/{day.month}/{be_year(day)}",
        "phone": profile.phone,
        "population": str(profile.population) if profile.population else "",
        "receipts_per_book": str(profile.receipts_per_book),
        "fiscal_year_starts": str(profile.fiscal_year_starts),
    }


def fast_lines(view: SettingsView) -> tuple[tuple[str, str, str], ...]:
    """What can no longer be changed: (what, how it stands, why)."""
    profile = view.profile
    lines = [("บัญชีเริ่ม", long_month(profile.books_from), _FAST_BOOKS)]
    if view.numbered:
        starts = dict(_MONTHS)[str(profile.fiscal_year_starts)]
        told = f"เริ่มเดือน{starts} · ใบเสร็จเล่มละ {profile.receipts_per_book} ใบ"
        lines.append(("ปีบัญชี", told, _FAST_NUMBERING))
    return tuple(lines)
