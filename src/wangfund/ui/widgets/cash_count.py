"""Cash counted piece by piece: how many of each note and coin, what each makes, and the sum that stays in sight."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from wangfund.domain.errors import Finding
from wangfund.domain.papers.cash_count import PIECES
from wangfund.thai.money_text import format_baht
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.finding_line import FindingLine
from wangfund.ui.widgets.label import label
from wangfund.ui.widgets.panel import rule
from wangfund.ui.widgets.typed import Typed, typed_number
from wangfund.ui.words import DASH

NOTES: Final = frozenset(piece for piece in PIECES if piece >= 2_000)
MOST_PIECES: Final = 100_000
_LONGEST: Final = 12
_BAR: Final = 4


def read_pieces(text: str) -> Typed[int]:
    """How many pieces; Thai digits and commas understood, empty is none."""
    typed = typed_number(text, high=MOST_PIECES)
    return Typed(0) if typed.value is None and typed.finding is None else typed


def piece_name(satang: int) -> str:
    """A note or coin as it is called: '1,000', '50 สต.'."""
    return f"{satang // 100:,}" if satang >= 100 else f"{satang} สต."


class _PieceRow(QFrame):
    """One note or coin."""

    def __init__(self, theme: Theme, satang: int, *, narrow: bool) -> None:
        super().__init__()
        self._theme, self.satang = theme, satang
        self.setProperty("part", "row")
        note = satang in NOTES
        kind = "ฉบับ" if note else "เหรียญ"
        self.edit = QLineEdit()
        self.edit.setFont(theme.font())
        self.edit.setMaxLength(_LONGEST)
        self.edit.setPlaceholderText("0")
        self.edit.setAccessibleName(f"{piece_name(satang)} {'' if satang < 100 else 'บาท '}กี่{kind}")
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.edit.setFixedSize(
            theme.px(72 if narrow else 105), max(theme.px(sizes.BUTTON_IN_ROW) - 2, theme.line_height() - 2)
        )
        self.amount: QLabel = label(theme, DASH)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        name = label(theme, piece_name(satang), Words.STRONG)
        for said, at_100 in ((name, 62), (self.amount, 104)):
            said.setAlignment(right)
            said.setFixedWidth(theme.px(at_100))
        row = QHBoxLayout(self)
        pad = theme.px(12)
        row.setContentsMargins(pad, 1, pad, 1)
        row.setSpacing(theme.px(12))
        row.addWidget(name)
        if not narrow:
            row.addWidget(label(theme, kind, Words.BODY, "ink2"))
        row.addStretch()
        row.addWidget(self.edit)
        row.addWidget(self.amount)

    def show_chosen(self, *, chosen: bool) -> None:
        """The row with the focus is marked."""
        self.setProperty("chosen", "true" if chosen else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def show_reading(self) -> Typed[int]:
        """Show what the pieces make, or that the number is wrong; gives the reading."""
        typed = read_pieces(self.edit.text())
        made = (typed.value or 0) * self.satang
        self.amount.setText(format_baht(made) if made else DASH)
        state = "error" if typed.wrong else ""
        if (self.edit.property("finding") or "") != state:
            self.edit.setProperty("finding", state)
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)
        return typed

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar of the chosen row."""
        super().paintEvent(event)
        if self.property("chosen") == "true":
            t = self._theme
            QPainter(self).fillRect(0, 0, t.px(_BAR), self.height(), t.colour("pri"))


class CashCount(QWidget):
    """A field of a form, too. `changed` tells the total in satang; `finished` when Enter was pressed on the last piece.

    Enter and the down arrow go to the next piece, the up arrow back. `narrow` leaves out what kind of piece it is, for
    a column of 322 px; where the look is compact, notes and coins stand side by side.
    """

    changed = Signal(object)
    finished = Signal()

    def __init__(self, theme: Theme, *, narrow: bool = False) -> None:
        super().__init__()
        self._rows: dict[int, _PieceRow] = {}
        self._total: QLabel = label(theme, format_baht(0), Words.SUB)
        self._below = FindingLine(theme)
        self._below.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.setHorizontalSpacing(theme.px(20) if theme.compact else 0)
        for at, satang in enumerate(PIECES):
            row = _PieceRow(theme, satang, narrow=narrow or theme.compact)
            self._rows[satang] = row
            beside = theme.compact and satang not in NOTES
            place = 2 * (at - len(NOTES) if beside else at)
            grid.addWidget(row, place, 1 if beside else 0)
            grid.addWidget(rule(theme), place + 1, 1 if beside else 0)
            row.edit.installEventFilter(self)
            row.edit.textEdited.connect(self._on_edited)
            row.edit.editingFinished.connect(partial(self._show_findings, only=satang))
        column.addLayout(grid)
        column.addWidget(self._below)
        column.addStretch()
        column.addWidget(rule(theme, "total-rule"))
        foot = QHBoxLayout()
        pad = theme.px(12)
        foot.setContentsMargins(pad, 0, pad, 0)
        foot.addWidget(label(theme, "รวมนับได้", Words.STRONG))
        foot.addStretch()
        self._total.setMinimumHeight(max(theme.px(sizes.ROW_TOTAL), theme.line_height(Words.SUB)))
        foot.addWidget(self._total)
        column.addLayout(foot)
        self.setFocusProxy(self._rows[PIECES[0]].edit)
        self.setAccessibleName("นับเงินสด")

    @property
    def total_satang(self) -> int:
        """What has been counted; a number that cannot be read counts nothing (and `check` says so)."""
        return sum(satang * pieces for satang, pieces in self.counts.items())

    @property
    def counts(self) -> dict[int, int]:
        """Pieces of each kind of which there are any: satang of the piece -> how many."""
        read = {satang: read_pieces(row.edit.text()).value or 0 for satang, row in self._rows.items()}
        return {satang: pieces for satang, pieces in read.items() if pieces}

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """The lines to type in, from the largest piece."""
        return tuple(row.edit for row in self._rows.values())

    def set_counts(self, counts: Mapping[int, int]) -> None:
        """Fill it; nothing is told. Pieces that are not there become none."""
        self._fill({satang: str(pieces) if pieces else "" for satang, pieces in counts.items()})

    def clear(self) -> None:
        """Nothing has been counted; nothing is told."""
        self._fill({})

    @property
    def text(self) -> str:
        """What was typed, as a draft keeps it: a JSON object, "" for nothing."""
        typed = {str(satang): row.edit.text() for satang, row in self._rows.items() if row.edit.text()}
        return json.dumps(typed, ensure_ascii=False) if typed else ""

    def set_text(self, text: str) -> None:
        """Fill it from a draft; what is no draft of it empties it."""
        try:
            told: Any = json.loads(text) if text else {}
        except ValueError:
            told = {}
        if not isinstance(told, dict):
            told = {}
        self._fill({satang: told[str(satang)] for satang in PIECES if isinstance(told.get(str(satang)), str)})

    def check(self) -> bool:
        """Show what is wrong now and go there; whether all is well."""
        wrong = self._show_findings()
        if wrong is not None:
            self._rows[wrong].edit.setFocus()
        return wrong is None

    def show_finding(self, finding: Finding) -> None:
        """Show what somebody else found about the count."""
        self._below.show_finding(finding)
        self._below.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and arrows walk the pieces; the row with the focus is marked."""
        if isinstance(event, QFocusEvent):
            got = event.type() is QEvent.Type.FocusIn
            row = next(row for row in self._rows.values() if row.edit is watched)
            row.show_chosen(chosen=got)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._step(watched, step, enter=event.key() not in {Qt.Key.Key_Up, Qt.Key.Key_Down})
                return True
        return super().eventFilter(watched, event)

    def _step(self, here: QObject, step: int, *, enter: bool) -> None:
        fields = self.fields
        at = next(n for n, edit in enumerate(fields) if edit is here)
        fields[at].editingFinished.emit()
        if enter and at == len(fields) - 1:
            self.finished.emit()
        elif 0 <= at + step < len(fields):
            fields[at + step].setFocus(Qt.FocusReason.TabFocusReason)
            fields[at + step].selectAll()

    def _fill(self, typed: Mapping[int, str]) -> None:
        for satang, row in self._rows.items():
            row.edit.setText(typed.get(satang, ""))
        self._show_findings()

    def _on_edited(self) -> None:
        for row in self._rows.values():
            if row.edit is self.sender() and not read_pieces(row.edit.text()).wrong:
                row.show_reading()
        if self._below.finding is not None:
            self._show_findings()
        self._show_total()
        self.changed.emit(self.total_satang)

    def _show_findings(self, only: int | None = None) -> int | None:
        """Show readings of all (or of one left just now); gives the first piece that is wrong."""
        if only is not None:
            self._rows[only].show_reading()
        wrong: int | None = None
        self._below.show_fact("")
        for satang, row in self._rows.items():
            typed = row.show_reading() if only is None else read_pieces(row.edit.text())
            if typed.finding is not None and wrong is None:
                wrong = satang
                self._below.show_finding(typed.finding)
        self._below.setVisible(wrong is not None)
        self._show_total()
        return wrong

    def _show_total(self) -> None:
        self._total.setText(format_baht(self.total_satang))


_STEPS: Final = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
