"""The lines in which heirs are typed: name, relation, parts, and at the right what each would get."""

from __future__ import annotations

import json
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from wangfund.domain.errors import Finding
from wangfund.ui.claims.typed_heirs import (
    LONGEST_NAME,
    LONGEST_RELATION,
    MOST_HEIRS,
    MOST_PARTS,
    HeirTexts,
    TypedHeirs,
    lines_shown,
    typed_heirs,
)
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.follow_scroll import FollowScroll
from wangfund.ui.widgets.label import WrapLabel, label
from wangfund.ui.widgets.text_field import NumberField, TextField
from wangfund.ui.widgets.typed_field import TypedField
from wangfund.ui.words import DASH, baht

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PARTS: Final = 64
_RELATION: Final = 130
_AMOUNT: Final = 110
_SEEN: Final = 2


class HeirsField(QWidget):
    """A field of a form. Lines appear as they are needed; Enter walks them, in an empty line it goes `on`."""

    changed = Signal(object)
    on = Signal()

    def __init__(self, theme: Theme, net_satang: int) -> None:
        super().__init__()
        self._theme, self._net = theme, net_satang
        self.rows: list[tuple[TypedField, TypedField, TypedField]] = []
        self._amounts: list[QLabel] = []
        self._holders: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        if not theme.compact:
            column.addWidget(self._heads())
        lines = QWidget()
        inside = QVBoxLayout(lines)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(4))
        for at in range(MOST_HEIRS):
            inside.addWidget(self._line(at))
        inside.addStretch(1)
        if theme.compact:
            # Little height: two lines are seen, the one being typed always.
            roll = FollowScroll(theme, lines)
            roll.setFixedHeight(_SEEN * (self.rows[0][0].edit.height() + theme.px(4)) + theme.px(4))
            column.addWidget(roll)
        else:
            column.addWidget(lines)
        self.sum = WrapLabel(theme, "", Words.SECOND, "ink2")
        column.addWidget(self.sum)
        self.setFocusProxy(self.rows[0][0])
        self._tell()

    @property
    def texts(self) -> list[HeirTexts]:
        """What stands in the lines."""
        return [HeirTexts(*(field.text for field in row)) for row in self.rows]

    @property
    def heirs(self) -> TypedHeirs:
        """What it reads as."""
        return typed_heirs(self.texts)

    @property
    def amounts(self) -> list[str]:
        """What each line shown would get, as it stands there."""
        return [
            made.text()
            for made, holder in zip(self._amounts, self._holders, strict=True)
            if not holder.isHidden()
        ]

    @property
    def text(self) -> str:
        """The lines as a draft keeps them."""
        return json.dumps([list(row) for row in self.texts if row.begun], ensure_ascii=False)

    def set_text(self, text: str) -> None:
        """Fill the lines; what cannot be read is let be."""
        try:
            kept = json.loads(text or "[]")
        except ValueError:
            return
        if not isinstance(kept, list):
            return
        for row, texts in zip(self.rows, kept, strict=False):
            if isinstance(texts, list) and len(texts) == len(row):
                for field, said in zip(row, texts, strict=True):
                    field.set_text(str(said))
        self._tell()

    def check(self) -> bool:
        """Show what is wrong, each beside its field; whether all is well."""
        findings = self.heirs.findings
        for at, row in enumerate(self.rows):
            for name, field in zip(("name", "relation", "parts"), row, strict=True):
                found = findings.get((at, name))
                if found is not None:
                    field.show_finding(found)
                elif self.texts[at].begun:
                    field.check()
        if findings:
            line, name = min(findings)
            self.rows[line][("name", "relation", "parts").index(name)].setFocus()
        return not findings

    def show_finding(self, finding: Finding) -> None:
        """What somebody else found about the heirs stands at the first of them."""
        self.rows[0][0].show_finding(finding)

    def walk_by_enter(self, form: QWidget) -> None:
        """Take Enter from the form: here it goes from field to field."""
        for row in self.rows:
            for field in row:
                for edit in field.findChildren(QLineEdit):
                    edit.removeEventFilter(form)
                    edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next field; from a line nobody began, on."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and Qt.Key(event.key()) in _ENTER
            and isinstance(watched, QLineEdit)
        ):
            watched.editingFinished.emit()
            self._go_on(watched)
            return True
        return super().eventFilter(watched, event)

    def _heads(self) -> QWidget:
        t = self._theme
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(t.px(8))
        row.addWidget(label(t, "ชื่อ–สกุล", Words.SECOND, "ink2"), 1)
        for words, width in (("เกี่ยวข้องเป็น", _RELATION), ("ส่วน", _PARTS), ("บาท", _AMOUNT)):
            head = label(t, words, Words.SECOND, "ink2")
            head.setFixedWidth(t.px(width))
            if width != _RELATION:
                head.setAlignment(Qt.AlignmentFlag.AlignRight)
            row.addWidget(head)
        return box

    def _line(self, at: int) -> QWidget:
        t = self._theme
        who = f"ทายาทคนที่ {at + 1}"
        name = TextField(t, f"{who} ชื่อ–สกุล", longest=LONGEST_NAME, hint=who)
        relation = TextField(t, f"{who} เกี่ยวข้องเป็น", longest=LONGEST_RELATION, hint="เช่น บุตร")
        parts = NumberField(t, f"{who} จำนวนส่วน", low=1, high=MOST_PARTS, required=True)
        parts.set_number(1)
        relation.setFixedWidth(t.px(_RELATION))
        parts.setFixedWidth(t.px(_PARTS))
        amount = label(t, DASH, Words.STRONG)
        amount.setFixedWidth(t.px(_AMOUNT))
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        amount.setMinimumHeight(name.edit.height())
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(t.px(8))
        grid.setColumnStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop
        for column, field in enumerate((name, relation, parts)):
            field.below.give_room()
            field.changed.connect(lambda _typed: self._on_typed())
            grid.addWidget(field, 0, column, top)
        grid.addWidget(amount, 0, 3, top)
        self.rows.append((name, relation, parts))
        self._amounts.append(amount)
        self._holders.append(holder)
        return holder

    def _on_typed(self) -> None:
        self._tell()
        self.changed.emit(self.heirs)

    def _tell(self) -> None:
        heirs = self.heirs
        amounts = heirs.amounts(self._net)
        shown = lines_shown(self.texts)
        for at, (made, holder) in enumerate(zip(self._amounts, self._holders, strict=True)):
            made.setText(baht(amounts[at]) if at in amounts else DASH)
            holder.setVisible(at < shown)
        self.sum.tell(heirs.sum_words(self._net))

    def _go_on(self, edit: QLineEdit) -> None:
        fields = [field for row in self.rows for field in row]
        at = next(n for n, field in enumerate(fields) if field.edit is edit)
        line = self.texts[at // 3]
        following = at + 1
        if (
            (at % 3 == 0 and not line.begun and at)
            or following >= len(fields)
            or fields[following].isHidden()
        ):
            self.on.emit()
            return
        fields[following].setFocus(Qt.FocusReason.TabFocusReason)
        fields[following].edit.selectAll()
