"""The right side: the line under the mark as the clerk reads it or as the auditor does, where it leads, what may be done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wangfund.ui.books.detail_words import Detail, Side
from wangfund.ui.books.total_row import TotalRow
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.label import ElideLabel, WrapLabel, icon_label, label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.widgets.tabs import Tabs
from wangfund.ui.widgets.why_grey import WhyGrey

_TABS: Final = {"clerk": "รายละเอียด", "auditor": "เดบิต–เครดิต"}
_NAME: Final = 104
_FITS: Final = 390
"""Words of a fact no wider than this stand in one line."""


class EntryDetail(Panel):
    """`linked` gives a link somebody followed, `view_changed` whether the auditor's view is looked at.

    `print` and `reverse` are the acts' buttons; the page says what they do. `links` holds the ways on.
    """

    linked = Signal(object)
    view_changed = Signal(bool)

    def __init__(self, theme: Theme, *, auditor: bool) -> None:
        super().__init__(theme)
        t, pad = theme, theme.px(sizes.PANEL_PAD)
        self.detail: Detail | None = None
        self._heading = ElideLabel(t, "", Words.SUB)
        self._direction = label(t, "", Words.UNIT, "ink2")
        self.figure = label(t, "", Words.BIG)
        self._unit = label(t, "บาท", Words.UNIT, "ink2")
        self._second = WrapLabel(t, "", Words.SECOND, "ink2")
        self._banner = QWidget()
        self._banner_words = WrapLabel(t, "", Words.SECOND, "warn")
        self.tabs = Tabs(t, _TABS, "auditor" if auditor else "clerk", keys=(Key.MORE.shown,))
        self._facts = QScrollArea()
        self._sides_model: RowsModel[Side] = RowsModel(side_columns(), self)
        self.sides: RowsTable[Side] = RowsTable(t, self._sides_model, "เดบิตและเครดิต")
        self._total = TotalRow(t, self.sides)
        self._stack = QStackedWidget()
        self.links = QHBoxLayout()
        self.link_buttons: list[ActionButton] = []
        self.print = ActionButton(t, "ดูใบเสร็จ ใบสำคัญ", icon="printer", key=Key.PRINT.shown)
        self.reverse = ActionButton(t, "กลับรายการ", icon="undo-2", key=Key.REVERSE.shown)
        self._why = WhyGrey(t, self.reverse)
        self._why_print = WhyGrey(t, self.print)
        self._whole = QWidget()
        self._lay_out(pad)
        self.tabs.changed.connect(self._on_tab)
        self._on_tab(self.tabs.chosen)
        self.clear()

    def clear(self) -> None:
        """Nothing is under the mark."""
        self.detail = None
        self._whole.hide()

    def next_view(self) -> None:
        """The clerk's view, then the auditor's."""
        self.tabs.next()

    def show_detail(self, detail: Detail) -> None:
        """Show what is under the mark; the view that is looked at stays."""
        self.detail = detail
        self._heading.setText(detail.heading)
        self._direction.setText(detail.direction)
        self.figure.setText(detail.figure)
        self._second.tell(detail.second)
        self._banner.setVisible(bool(detail.banner))
        self._banner_words.tell(detail.banner)
        self._facts.setWidget(self._facts_box(detail))
        self._sides_model.set_rows(detail.sides)
        for column, figures in ((2, [s.debit for s in detail.sides]), (3, [s.credit for s in detail.sides])):
            self.sides.fit_figures(column, (*figures, detail.total))
        self._total.show_total("รวม", {2: detail.total, 3: detail.total} if detail.sides else {})
        self._show_links(detail)
        self._why_print.because(detail.cannot_print)
        self._why.because(detail.cannot_reverse)
        # One reason is enough: what cannot be printed can mostly not be taken back either.
        self._why_print.setVisible(bool(detail.cannot_print) and not detail.cannot_reverse)
        self.tabs.setVisible(bool(detail.sides))
        self._on_tab(self.tabs.chosen)
        self._whole.show()

    def stays(self, reason: str) -> None:
        """Nothing can be taken back now, for another reason than the entry's own."""
        self._why.because(reason)

    def take_focus(self) -> None:
        """Put the keys on the first act that can be done."""
        for button in (self.print, self.reverse, *self.link_buttons):
            if button.isEnabled() and button.isVisible():
                button.setFocus()
                return

    def _lay_out(self, pad: int) -> None:
        t = self.theme
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(pad, t.px(8), pad, t.px(8))
        top.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(t.px(6))
        first.addWidget(self._heading, 1)
        for part in (self._direction, self.figure, self._unit):
            first.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(first)
        top.addWidget(self._second)
        told = QHBoxLayout(self._banner)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(t.px(6))
        told.addWidget(icon_label(t, "undo-2", "warn", 18), 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._banner_words, 1)
        top.addWidget(self._banner)
        column.addLayout(top)
        column.addWidget(self.tabs)
        self._facts.setWidgetResizable(True)
        self._facts.setFrameShape(QFrame.Shape.NoFrame)
        self._facts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._facts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sides = QWidget()
        inside = QVBoxLayout(sides)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.sides, 1)
        inside.addWidget(self._total)
        self._stack.addWidget(self._facts)
        self._stack.addWidget(sides)
        column.addWidget(self._stack, 1)
        if not t.compact:
            self.links.setContentsMargins(pad, t.px(2), pad, t.px(6))
        self.links.setSpacing(t.px(8))
        if not t.compact:
            # In the compact form the page has them beside the way back.
            column.addLayout(self.links)
        column.addWidget(self._rule())
        acts = QHBoxLayout()
        acts.setContentsMargins(pad, t.px(8), pad, t.px(8))
        acts.setSpacing(t.px(10))
        acts.addWidget(self.print)
        acts.addStretch()
        acts.addWidget(self.reverse)
        column.addLayout(acts)
        for why in (self._why_print, self._why):
            why.setContentsMargins(pad, 0, pad, t.px(8))
            column.addWidget(why)
        self.column.addWidget(self._whole)

    def _rule(self) -> QFrame:
        line = QFrame()
        line.setProperty("part", "rule")
        line.setFixedHeight(self.theme.colours.line_px)
        return line

    def _facts_box(self, detail: Detail) -> QWidget:
        t, pad = self.theme, self.theme.px(sizes.PANEL_PAD)
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(pad, t.px(6), pad, t.px(6))
        grid.setHorizontalSpacing(t.px(10))
        grid.setVerticalSpacing(t.px(1))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for at, fact in enumerate(detail.facts):
            name = label(t, fact.name, Words.BODY, "ink2")
            name.setFixedWidth(t.px(_NAME))
            grid.addWidget(name, at, 0, top)
            long = t.metrics().horizontalAdvance(fact.words) > t.px(_FITS)
            words = (WrapLabel if long else label)(t, fact.words, Words.BODY, fact.tone)
            grid.addWidget(words, at, 1, top)
        grid.setRowStretch(len(detail.facts), 1)
        return box

    def _show_links(self, detail: Detail) -> None:
        while self.links.count():
            item = self.links.takeAt(0)
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.link_buttons = []
        for link in detail.links:
            button = ActionButton(self.theme, link.words, icon=link.icon, in_row=True)
            button.clicked.connect(lambda _checked=False, link=link: self.linked.emit(link))
            self.links.addWidget(button)
            self.link_buttons.append(button)
        self.links.addStretch()

    def _on_tab(self, name: str) -> None:
        both = self.detail is not None and bool(self.detail.sides)
        auditor = name == "auditor" and both
        self._stack.setCurrentIndex(1 if auditor else 0)
        # The lines of an entry want the room.
        for button in self.link_buttons:
            button.setVisible(not auditor)
        self.view_changed.emit(name == "auditor")


def side_columns() -> tuple[Column[Side], ...]:
    """The columns of the auditor's view."""
    return (
        Column("บัญชี", lambda s: s.account),
        Column("กองเงิน", lambda s: s.pool, 118),
        Column("เดบิต", lambda s: s.debit, 92, right=True),
        Column("เครดิต", lambda s: s.credit, 92, right=True),
    )
