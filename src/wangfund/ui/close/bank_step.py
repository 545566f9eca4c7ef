"""Step 4: what each bank's passbook says, held against the books, and the month's entries to tick off."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from wangfund.domain.difference import MoneyMove
from wangfund.thai.dates import short_date
from wangfund.thai.money_text import MINUS, format_baht
from wangfund.ui.close.answers import entry_words
from wangfund.ui.close.enter_key import on_enter
from wangfund.ui.close.list_steps import ListStep
from wangfund.ui.close.room import wide
from wangfund.ui.close.state import CloseState
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import ElideLabel, label, set_tone
from wangfund.ui.widgets.money_field import MoneyField
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column
from wangfund.ui.words import DASH, day_month
from wangfund.usecases.close_checklist import CloseChecklist


class _BankRow:
    """One bank: its name, what the books hold, the field, the difference."""

    def __init__(self, theme: Theme, name: str, grid: QGridLayout, at: int) -> None:
        self.name = name
        self.field = MoneyField(theme, f"ยอดตามสมุด {name}")
        self.field.setMinimumWidth(theme.px(150 if wide(theme) else 132))
        self.book: QLabel = label(theme, DASH)
        self.difference: QLabel = label(theme, DASH)
        line = max(theme.px(sizes.BUTTON), theme.line_height())
        said = ElideLabel(theme, name, Words.STRONG)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for part in (said, self.book, self.difference):
            part.setMinimumHeight(line)
        top = Qt.AlignmentFlag.AlignTop
        for figure in (self.book, self.difference):
            figure.setAlignment(right)
        parts: tuple[QWidget, ...] = (said, self.book, self.field, self.difference)
        for column, one in enumerate(parts if wide(theme) else parts[:-1]):
            grid.addWidget(one, at, column, top)


class BankStep(Panel):
    """`typed` gives a bank's name and what stands in its field; `turned` the place of the bank that has the keys."""

    typed = Signal(str, str)
    turned = Signal(int)
    finished = Signal()
    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "4 ตรงกับสมุดธนาคาร")
        self._day: QLabel = label(theme, "", Words.SECOND, "ink2")
        self.head.addWidget(self._day)
        self.rule()
        self._box = QWidget()
        self._grid = QGridLayout(self._box)
        pad = theme.px(sizes.PANEL_PAD)
        self._grid.setContentsMargins(pad, theme.px(6), pad, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        heads = ("ธนาคาร", "ตามบัญชี", "ตามสมุด", "ต่างกัน")
        # Where there is no room the answer alone tells the difference.
        for column, words in enumerate(heads if wide(theme) else heads[:-1]):
            head = label(theme, words, Words.SECOND, "ink2")
            if column:
                head.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(head, 0, column)
        self.column.addWidget(self._box)
        self.rows: list[_BankRow] = []
        self.moves: ListStep[MoneyMove] = ListStep(
            theme,
            "รายการในบัญชีเดือนนี้",
            _columns(),
            lambda m: m.entry_id,
            "เดือนนี้ไม่มีรายการในบัญชีนี้",
            lambda m: m.note,
        )
        self.moves.setProperty("part", "row")
        self.moves.opened.connect(self.opened)
        self.rule()
        self.column.addWidget(self.moves, 1)

    def show_state(self, state: CloseState) -> None:
        """Show what is typed and how it stands."""
        view = state.view
        assert view is not None
        self._day.setText(f"ยอด ณ {short_date(view.month.last_day)}")
        self._box.setVisible(bool(view.banks))
        if [row.name for row in self.rows] != [b.book.name for b in view.banks]:
            self._build(view)
        for row, bank in zip(self.rows, view.banks, strict=True):
            text = state.inputs.banks.get(row.name, "")
            if row.field.text != text and not row.field.edit.hasFocus():
                row.field.set_text(text)
            row.book.setText(format_baht(bank.book.expected_satang))
            difference = state.bank_difference(bank)
            row.difference.setText(_difference(difference))
            set_tone(row.difference, "ink3" if difference is None else "warn" if difference else "ok")
        if view.banks:
            book = view.banks[state.bank].book
            assert self.moves.heading is not None
            self.moves.heading.setText(
                f"รายการ {book.name} เดือนนี้" if len(view.banks) > 1 else "รายการในบัญชีเดือนนี้"
            )
            self.moves.show_rows(tuple(reversed(book.moves)))

    def begin(self) -> bool:
        """Take the keys: the first bank that is not told yet."""
        if not self.rows:
            return False
        row = next((row for row in self.rows if row.field.satang is None), self.rows[0])
        row.field.edit.setFocus()
        row.field.edit.selectAll()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The bank that has the keys is the one whose entries are shown."""
        if event.type() is QEvent.Type.FocusIn:
            at = next((n for n, row in enumerate(self.rows) if row.field.edit is watched), None)
            if at is not None:
                self.turned.emit(at)
        return super().eventFilter(watched, event)

    def _build(self, view: CloseChecklist) -> None:
        for old in self.rows:
            for part in (old.field, old.book, old.difference):
                part.deleteLater()
        self.rows = [
            _BankRow(self.theme, bank.book.name, self._grid, at) for at, bank in enumerate(view.banks, 1)
        ]
        for at, row in enumerate(self.rows):
            row.field.changed.connect(partial(self._on_typed, row))
            row.field.edit.editingFinished.connect(partial(self._on_typed, row))
            row.field.edit.installEventFilter(self)
            on_enter(row.field.edit, partial(self._go_on, at))
        for before, after in zip(self.rows, [*self.rows[1:], None], strict=True):
            self.setTabOrder(before.field.edit, self.moves.table if after is None else after.field.edit)

    def _on_typed(self, row: _BankRow, _typed: object = None) -> None:
        self.typed.emit(row.name, row.field.text)

    def _go_on(self, at: int) -> None:
        if not self.rows[at].field.check():
            return
        if at + 1 < len(self.rows):
            self.rows[at + 1].field.edit.setFocus()
            self.rows[at + 1].field.edit.selectAll()
        else:
            self.finished.emit()


def _difference(satang: int | None) -> str:
    if satang is None:
        return DASH
    if not satang:
        return "ตรงกัน"
    return _signed(satang)


def _signed(satang: int) -> str:
    return f"+{format_baht(satang)}" if satang > 0 else f"{MINUS}{format_baht(-satang)}"


def _columns() -> tuple[Column[MoneyMove], ...]:
    return (
        Column("วันที่", lambda m: day_month(m.date), 80, sort=lambda m: m.date),
        Column("รายการ", entry_words),
        Column("เข้าออก", lambda m: _signed(m.amount_satang), 132, right=True, sort=lambda m: m.amount_satang),
    )
