"""What the chosen paper must be told: just the fields it asks for, under the list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from wangfund.thai.period import Period
from wangfund.ui.reports.kinds import RECEIPTS_BY
from wangfund.ui.reports.state import ReportsState
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.label import label
from wangfund.ui.widgets.member_finder import MemberFinder
from wangfund.ui.widgets.period_picker import PeriodPicker
from wangfund.usecases.find_members import MemberLine

_WORDS = {
    "by": "ใบเสร็จ",
    "month": "เดือน",
    "village": "หมู่บ้าน",
    "day": "วันที่ออก",
    "member": "สมาชิก",
    "one": "ใบไหน",
}
# Where there is little height, what follows from a choice stands at its right.
_TWO_COLUMNS = {
    "by": (0, 0),
    "month": (1, 0),
    "village": (1, 1),
    "day": (0, 1),
    "member": (0, 1),
    "one": (2, 0),
}
_FOUND = 3


class Choices(QWidget):
    """`changed` after every edit; the state holds what was chosen."""

    changed = Signal()

    def __init__(self, theme: Theme, state: ReportsState, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        assert state.facts is not None
        assert state.month is not None
        self._state, self._today = state, today
        first, last = state.months(today)
        self.by = ChoiceField(theme, "ใบเสร็จแบบไหน", RECEIPTS_BY, state.by)
        self.month = PeriodPicker(theme, state.month, first, last)
        self.village = ChoiceField(theme, "หมู่บ้าน", state.village_choices(), str(state.moo))
        self.day = DateField(theme, "วันที่ออกใบเสร็จ", today, latest=today)
        self.day.set_text(state.day_text)
        self.member = MemberFinder(theme, state.search)
        self.row = ChoiceField(theme, "ใบไหน", state.row_choices(), required=False)
        self._boxes: dict[str, QWidget] = {}
        grid = QGridLayout(self)
        pad = theme.px(sizes.PANEL_PAD)
        grid.setContentsMargins(pad, theme.px(8), pad, theme.px(8))
        grid.setVerticalSpacing(theme.px(2))
        grid.setHorizontalSpacing(theme.px(20))
        places = _TWO_COLUMNS if theme.compact else {}
        if theme.compact:
            grid.setColumnStretch(0, 2)
            grid.setColumnStretch(1, 3)
            # Little room: three of those found are enough to see that one must type more.
            self.member.table.horizontalHeader().hide()
            self.member.table.setFixedHeight(_FOUND * max(theme.px(sizes.ROW), theme.line_height()))
        fields = {
            "by": self.by,
            "month": self.month,
            "village": self.village,
            "day": self.day,
            "member": self.member,
            "one": self.row,
        }
        for at, (name, field) in enumerate(fields.items()):
            box = QWidget()
            inside = QVBoxLayout(box)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(theme.px(2))
            said = label(theme, _WORDS[name], Words.SECOND, "ink2")
            said.setBuddy(field)
            inside.addWidget(said)
            inside.addWidget(field)
            self._boxes[name] = box
            line, column = places.get(name, (at, 0))
            wide = 2 if name == "one" and theme.compact else 1
            grid.addWidget(box, line, column, 1, wide, Qt.AlignmentFlag.AlignTop)
        self._wire()
        self.refresh()

    def refresh(self) -> None:
        """Show just the fields the chosen paper asks for, as the state has them."""
        state = self._state
        fields = set(state.fields)
        if not state.choices:
            fields.discard("one")
        for name, box in self._boxes.items():
            box.setVisible(name in fields)
        self.setVisible(bool(fields))
        first, last = state.months(self._today)
        assert state.month is not None
        self.month.show_months(state.month, first, last)
        state.month = self.month.month
        self.by.set_text(state.by)
        self.village.set_text(str(state.moo))
        if self.day.text != state.day_text:
            self.day.set_text(state.day_text)
        if state.member is not None and self.member.member is not state.member:
            self.member.member = state.member
            self.member.field.set_text(f"{state.member.member_no} {state.member.name}")
        self.row.set_choices(state.row_choices(), str(state.row_id))

    def first(self) -> QWidget | None:
        """The first field that is shown."""
        order = (self.by, self.month, self.village, self.day, self.member, self.row)
        return next((field for field in order if field.isVisibleTo(self)), None)

    def _wire(self) -> None:
        self.by.changed.connect(self._on_by)
        self.month.changed.connect(self._on_month)
        self.village.changed.connect(self._on_village)
        self.day.changed.connect(self._on_day)
        self.member.picked.connect(self._on_member)
        self.member.field.typed.connect(self._on_typing)
        self.row.changed.connect(self._on_row)

    def _on_by(self, by: object) -> None:
        self._state.choose_by(str(by))
        self.refresh()
        self.changed.emit()

    def _on_month(self, month: Period) -> None:
        self._state.month = month
        self._forget_row()
        self.changed.emit()

    def _on_village(self, moo: object) -> None:
        self._state.moo = int(str(moo))
        self.changed.emit()

    def _on_day(self, _typed: object) -> None:
        self._state.day_text = self.day.text
        self._forget_row()
        self.changed.emit()

    def _on_member(self, member: MemberLine) -> None:
        self._state.member = member
        self._forget_row()
        self.changed.emit()

    def _on_typing(self, _text: str) -> None:
        """Somebody else is looked for: the receipts of the one before are not hers."""
        self._state.member = None
        self._forget_row()
        self.changed.emit()

    def _forget_row(self) -> None:
        """The single papers of the choice before are none of this one."""
        self._state.forget_row()
        self._boxes["one"].hide()

    def _on_row(self, row: object) -> None:
        self._state.row_id = int(str(row))
        self.changed.emit()
