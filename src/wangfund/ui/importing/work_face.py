"""The grid at work: counts that filter, the cells, the finding at the mark, and the keys between them."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wangfund.ui.importing.cells import FIELDS
from wangfund.ui.importing.choices import Act, Choice
from wangfund.ui.importing.filter_chips import FilterChips
from wangfund.ui.importing.finding_panel import FindingPanel
from wangfund.ui.importing.finding_words import panel_words
from wangfund.ui.importing.grid import GridTable
from wangfund.ui.importing.grid_rows import RowKey
from wangfund.ui.importing.state import ImportState, Phase
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.panel import Panel

_PANEL = 300
_WORDS_AFTER_MS = 30
_AMONG_PROBLEMS = frozenset({"problems", "hold", "look"})


class WorkFace(QWidget):
    """`changed`: something was said over the file, it is to be read again; `moved`: only the place in it is another.

    `said` is a line for the head of the page, `left` is Esc from the grid. Where there is little room the finding
    lies behind the grid: Enter opens it, Esc comes back.
    """

    changed = Signal()
    moved = Signal()
    said = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, state: ImportState) -> None:
        super().__init__()
        self._theme, self._state = theme, state
        self._typed: tuple[RowKey, str] | None = None
        self.chips = FilterChips(theme)
        self.only = ActionButton(theme, "เฉพาะที่ต้องดู", key=Key.ONLY_PROBLEMS.shown, in_row=True)
        self.columns_button = ActionButton(theme, "คอลัมน์", key=Key.MORE.shown, in_row=True)
        self.grid = GridTable(theme, "แถวในไฟล์")
        self.panel = FindingPanel(theme)
        self._stack = QStackedWidget() if theme.compact else None
        # A key held down moves the mark over many rows; the words come where it rests.
        self._words_soon = QTimer(self, singleShot=True, interval=_WORDS_AFTER_MS)
        self._words_soon.timeout.connect(self._show_panel)
        self._lay_out()
        self.chips.wanted.connect(self.filter_by)
        self.grid.moved.connect(self._on_moved)
        self.grid.typed.connect(self._on_typed)
        self.grid.entered.connect(self._enter)
        self.grid.digit.connect(self._on_digit)
        self.grid.edit_wanted.connect(self.edit)
        self.grid.left.connect(self.left)
        self.panel.digit.connect(self._on_digit)
        self.panel.entered.connect(self.apply)
        self.panel.left.connect(self.left)

    @property
    def panel_open(self) -> bool:
        """Whether the finding lies over the grid."""
        return self._stack is not None and self._stack.currentIndex() == 1

    def show_state(self) -> None:
        """Show what the state holds."""
        state = self._state
        self.chips.show_counts(state.counts, state.show, matrix=state.phase is Phase.MATRIX)
        self.only.setVisible(state.counts.get("problems", 0) > 0 or state.show == "problems")
        self.columns_button.setVisible(state.phase is Phase.REGISTER)
        self.grid.fit(state.columns, state.rows, state.draft)
        self.grid.show_rows(state.columns, state.filtered(), state.mark)
        self._show_panel()

    def take_focus(self) -> None:
        """The keys come here."""
        (self.panel if self.panel_open else self.grid).setFocus()

    def after_reading(self) -> None:
        """An answer came: from a cell that was mended the mark goes on to the next point."""
        typed, self._typed = self._typed, None
        state = self._state
        if typed is None or typed != state.mark:
            return
        name = FIELDS[typed[1]][0]
        if state.open_finding is None:
            self.said.emit(f"แถว {typed[0][1]} {name} แก้แล้ว")
            self.go_on()
        else:
            self.said.emit(f"แถว {typed[0][1]} {name} ยังไม่ถูกต้อง")

    def filter_by(self, name: str) -> None:
        """Show only some; asked for again, all."""
        self._state.filter_by(name)
        self.show_state()
        self.moved.emit()
        self.grid.setFocus()

    def only_problems(self) -> None:
        """Show only what is to be decided or looked at, or all again."""
        self.filter_by("problems")

    def apply(self) -> None:
        """Do what the marked choice says; without one go on to the next point."""
        state = self._state
        mark, choice = state.mark, state.apply()
        if choice is None:
            if not self.go_on():
                self.close_panel()
                self.said.emit("ไม่มีจุดที่ต้องดูแล้ว กด F9 เพื่อนำเข้า")
            self._show_panel()
            return
        if choice.act is Act.EDIT:
            if choice.at and mark is not None:
                state.move_to(mark[0], choice.at)
                self.grid.put_mark(state.mark)
            self.edit("")
            return
        self._say_done(mark, choice)
        if not self.go_on():
            self.close_panel()
        self.changed.emit()

    def edit(self, begin_with: str) -> None:
        """Open the cell under the mark, beginning with a letter or ("") with what stands there."""
        text = self._state.edit_text()
        if text is None:
            return
        self.close_panel()
        self.grid.setFocus()
        self.grid.open_cell(begin_with or text)

    def go_on(self) -> bool:
        """To the next point; whether there is one."""
        state = self._state
        point = state.next_point()
        if point is None:
            return False
        state.move_to(point.key, point.field)
        if point.key not in self.grid.grid.places:
            state.show = "problems"
            self.show_state()
        self.grid.put_mark(state.mark)
        return True

    def close_panel(self) -> bool:
        """From the finding back to the grid; whether it was open."""
        if not self.panel_open or self._stack is None:
            return False
        self._stack.setCurrentIndex(0)
        self._bar.show()
        self.grid.setFocus()
        return True

    def _lay_out(self) -> None:
        t = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.px(10))
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(t.px(8))
        bar.addWidget(self.chips, 1)
        bar.addWidget(self.only)
        bar.addWidget(self.columns_button)
        column.addWidget(self._bar)
        listed = Panel(t)
        listed.column.addWidget(self.grid, 1)
        if self._stack is not None:
            self._stack.addWidget(listed)
            self._stack.addWidget(self.panel)
            column.addWidget(self._stack, 1)
            return
        row = QHBoxLayout()
        row.setSpacing(t.px(sizes.GAP))
        row.addWidget(listed, 1)
        self.panel.setFixedWidth(t.px(_PANEL))
        row.addWidget(self.panel)
        column.addLayout(row, 1)

    def _show_panel(self) -> None:
        self._words_soon.stop()
        words = panel_words(self._state)
        self.panel.show_words(words, self._state.choice)
        self.grid.digits_choose = bool(words.choices)

    def _on_moved(self, key: RowKey, name: str) -> None:
        state = self._state
        before = state.mark
        if before is not None and before[0] != key and state.show in _AMONG_PROBLEMS:
            # Among problems an arrow goes from problem to problem.
            point = next((p for p in state.points if p.key == key), None)
            if point is not None and point.field != name:
                state.move_to(key, point.field)
                self.grid.put_mark(state.mark)
                return
        state.move_to(key, name)
        self.grid.digits_choose = bool(state.choices)
        self._words_soon.start()
        self.moved.emit()

    def _on_digit(self, number: int) -> None:
        if self._state.choose(number):
            self._show_panel()

    def _enter(self) -> None:
        if self._stack is not None and not self.panel_open and self._state.choices:
            self._stack.setCurrentIndex(1)
            self._bar.hide()
            self.panel.setFocus()
            return
        self.apply()

    def _on_typed(self, text: str) -> None:
        if self._state.type_in(text):
            self._typed = self._state.mark
            self.changed.emit()

    def _say_done(self, mark: tuple[RowKey, str] | None, choice: Choice) -> None:
        if mark is not None:
            name = FIELDS[mark[1]][0] if mark[1] in FIELDS else ""
            self.said.emit(f"แถว {mark[0][1]} {name}: {choice.words}")
