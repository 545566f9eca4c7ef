"""A claim that is recorded: its facts as told, who fetches the money, what was decided and paid."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from wangfund.text.claim_words import fact_label, fact_value
from wangfund.thai.dates import short_date
from wangfund.ui.claims.marks import claim_no, until_words, view_mark, voucher_no
from wangfund.ui.claims.member_head import MemberHead
from wangfund.ui.claims.year_panel import YearPanel
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.chip import Chip
from wangfund.ui.widgets.follow_scroll import FollowScroll
from wangfund.ui.widgets.label import WrapLabel, label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.words import baht
from wangfund.usecases.claim_view import ClaimView
from wangfund.usecases.heir_shares import ShareLine
from wangfund.usecases.member_view import MemberView


class ToldPanel(Panel):
    """Shows one claim; nothing in it can be changed."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(theme)
        self._today = today
        self.whose = MemberHead(theme)
        self.column.addWidget(self.whose)
        self.rule()
        self._inside: QWidget | None = None
        box = QWidget()
        self._place = QVBoxLayout(box)
        self._place.setContentsMargins(
            theme.px(sizes.PANEL_PAD) + 2, theme.px(10), theme.px(sizes.PANEL_PAD), theme.px(10)
        )
        self._place.addStretch(1)
        self.roll = FollowScroll(theme, box)
        self.column.addWidget(self.roll, 1)
        self.year = YearPanel(theme)
        if theme.compact:
            self._place.addWidget(self.year)
        else:
            self.column.addWidget(self.year)

    def show_claim(self, view: ClaimView, member: MemberView) -> None:
        """Show a claim and whose it is."""
        t = self.theme
        self.whose.show_member(member)
        if self._inside is not None:
            self._place.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(t.px(12))
        grid.setVerticalSpacing(t.px(5))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        chip = QHBoxLayout()
        chip.addWidget(Chip(t, view_mark(view)))
        chip.addStretch()
        grid.addWidget(label(t, "สถานะ", Words.BODY, "ink2"), 0, 0)
        grid.addLayout(chip, 0, 1)
        for at, (name, value) in enumerate(claim_lines(view, self._today), 1):
            said = WrapLabel(t, name, Words.BODY, "ink2")
            said.setFixedWidth(t.px(116))
            grid.addWidget(said, at, 0, top)
            grid.addWidget(WrapLabel(t, value), at, 1, top)
        self._place.insertWidget(0, self._inside)
        self.year.show_year(view.answer.year)


def share_words(share: ShareLine) -> str:
    """An heir's share: who, how much, and whether she has it."""
    kin = f" ({share.relation})" if share.relation else ""
    how = f"จ่ายแล้ว {short_date(share.paid_on)}" if share.paid_on is not None else "ยังไม่จ่าย"
    return f"{share.name}{kin} {share.parts} ส่วน {baht(share.net_satang)} บาท · {how}"


def claim_lines(view: ClaimView, today: date) -> tuple[tuple[str, str], ...]:
    """A claim's facts, each with its name."""
    lines = [("เรื่อง", view.answer.name)]
    lines += [(fact_label(fact), fact_value(fact)) for fact in view.facts]
    if view.missing_papers:
        lines.append(("หลักฐานที่ขาด", ", ".join(view.missing_papers)))
    if view.shares:
        lines += [(f"ทายาทคนที่ {share.number}", share_words(share)) for share in view.shares]
    else:
        lines.append(("ผู้รับเงิน", view.payee or "ยังไม่รู้ว่าจ่ายให้ใคร"))
    lines.append(("วันที่ยื่น", short_date(view.answer.claimed_on)))
    if view.last_day is not None:
        lines.append(("ยื่นเอกสารได้ถึง", until_words(view.last_day, today)))
    if view.resolution:
        day = f" · บันทึก {short_date(view.decided_on)}" if view.decided_on is not None else ""
        lines.append(("มติ", f"{view.resolution}{day}"))
    for paid in view.payments:
        back = " (กลับรายการแล้ว)" if paid.taken_back else ""
        kept = f" หักเงินค้าง {baht(paid.setoff_satang)} บาท" if paid.setoff_satang else ""
        words = f"{voucher_no(paid.voucher_number)} · {short_date(paid.date)} ให้ {paid.payee}"
        lines.append(("ใบสำคัญ", f"{words} {baht(paid.net_satang)} บาท{kept}{back}"))
    return tuple(lines)


def head_words(view: ClaimView, *, short: bool = False) -> str:
    """The quiet line of the page's head; `short` where there is little room."""
    number = claim_no(view.number, view.fiscal_year)
    if short:
        return f"{number} · {view_mark(view).words}"
    return f"คำขอที่ {number} · ยื่น {short_date(view.answer.claimed_on)} · {view_mark(view).words}"
