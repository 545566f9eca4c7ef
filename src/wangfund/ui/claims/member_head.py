"""Whose claim it is: name, number, village, and through when she has paid."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wangfund.thai.dates import short_date, short_month
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import ElideLabel, WrapLabel
from wangfund.ui.words import LEFT
from wangfund.usecases.member_view import MemberView


class MemberHead(QWidget):
    """The name in large, a quiet line of facts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._short = theme.compact
        self.name = ElideLabel(theme, "", Words.STRONG if theme.compact else Words.SUB)
        self.facts = WrapLabel(theme, "", Words.SECOND, "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(18), theme.px(8), theme.px(16), theme.px(8))
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addWidget(self.facts)

    def show_member(self, view: MemberView) -> None:
        """Show a member."""
        self.name.setText(view.member.name)
        self.facts.tell(member_line(view, short=self._short))


def member_line(view: MemberView, *, short: bool = False) -> str:
    """Number, village, through when paid, or why she is no member any more; `short` leaves the village out."""
    m = view.member
    parts = [f"เลขที่ {m.member_no}"]
    if not short:
        parts.append(f"หมู่ {m.moo} {view.village}".strip())
    if m.ended_on is not None:
        parts.append(f"{LEFT[m.cause or 'lapsed'].words} {short_date(m.ended_on)}")
    elif not m.coverage_known:
        parts.append("ไม่รู้ว่าชำระถึงเดือนใด")
    elif view.paid_through is not None:
        parts.append(f"{'ถึง' if short else 'ชำระแล้วถึง'} {short_month(view.paid_through)}")
    return " · ".join(parts)
