"""What the member was given in the event's year already: a quiet band under the facts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from wangfund.text.paper_words import unit_words
from wangfund.thai.money_text import format_baht
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import ElideLabel, label
from wangfund.ui.words import day_month
from wangfund.usecases.claim_answer import YearClaim

_MOST = 3


class YearPanel(QFrame):
    """The sum and the last few; how many more there are is said."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "band")
        self._theme = theme
        self._column = QVBoxLayout(self)
        pad = theme.px(sizes.PANEL_PAD)
        self._column.setContentsMargins(pad, theme.px(6), pad, theme.px(6))
        self._column.setSpacing(0)
        self._inside: QFrame | None = None

    def show_year(self, claims: tuple[YearClaim, ...] | None) -> None:
        """Show what counts this year; None while nobody is chosen."""
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None
        self.setVisible(claims is not None)
        if claims is None:
            return
        t = self._theme
        self._inside = QFrame()
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(t.px(10))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        right = Qt.AlignmentFlag.AlignRight
        grid.addWidget(label(t, year_words(claims), Words.SECOND), 0, 0, 1, 2)
        total = sum(claim.gross_satang for claim in claims)
        if claims:
            grid.addWidget(label(t, format_baht(total), Words.SECOND), 0, 2, right)
        for at, claim in enumerate(claims[-_MOST:], 1):
            grid.addWidget(label(t, day_month(claim.event_on), Words.SECOND, "ink2"), at, 0)
            grid.addWidget(ElideLabel(t, claim_words(claim), Words.SECOND, "ink2"), at, 1)
            grid.addWidget(label(t, format_baht(claim.gross_satang), Words.SECOND, "ink2"), at, 2, right)
        self._column.addWidget(self._inside)


def year_words(claims: tuple[YearClaim, ...]) -> str:
    """How much was given this year, in units where all count the same ones, and how many lines are not shown."""
    if not claims:
        return "ปีนี้ยังไม่เคยรับสวัสดิการ"
    units = {claim.unit for claim in claims if claim.units}
    counted = sum(claim.units for claim in claims)
    words = f"ปีนี้เคยรับแล้ว {counted} {unit_words(units.pop())}" if len(units) == 1 else "ปีนี้เคยรับแล้ว"
    return f"{words} ({len(claims)} ครั้ง)" if len(claims) > _MOST else words


def claim_words(claim: YearClaim) -> str:
    """What an earlier claim was for."""
    unit = f" {claim.units} {unit_words(claim.unit)}" if claim.units and claim.unit else ""
    waits = " (รอจ่าย)" if claim.state == "approved" else ""
    return f"{claim.benefit}{unit}{waits}"
