"""A sheet that was posted: its receipts, the cash, and who still owes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wangfund.thai.dates import short_date
from wangfund.thai.money_text import format_baht
from wangfund.ui.keys import Key
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.chip import Mark
from wangfund.ui.widgets.label import ElideLabel, WrapLabel, label
from wangfund.ui.widgets.panel import Panel, rule, split
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.usecases.round_view import RoundReceipt, RoundView

_RIGHT: Final = 322


@dataclass(frozen=True, slots=True)
class PaidLine:
    """A receipt of the round, with the member it was made for."""

    receipt: RoundReceipt
    member_no: str


def paid_lines(view: RoundView) -> tuple[PaidLine, ...]:
    """The receipts of all rounds of the village in that month."""
    numbers = {row.member_id: row.member_no for row in view.sheet.rows}
    return tuple(
        PaidLine(receipt, numbers.get(receipt.member_id, ""))
        for posted in view.posted
        for receipt in posted.receipts
    )


def cash_words(view: RoundView) -> str:
    """What was written and counted, of all rounds together."""
    written = sum(posted.round.sheet_satang for posted in view.posted)
    counted = sum(posted.round.counted_satang for posted in view.posted)
    over = counted - written
    words = "ตรงกัน" if not over else f"{'เงินเกิน' if over > 0 else 'เงินขาด'} {format_baht(abs(over))}"
    return f"บันทึก {format_baht(written)} นับได้ {format_baht(counted)} {words}"


def receipt_mark(line: PaidLine) -> Mark:
    """Whether a receipt stands."""
    if line.receipt.voided:
        return Mark("ban", "ยกเลิกแล้ว", "bad")
    return Mark("circle-check", "ออกแล้ว", "ok", filled=False)


COLUMNS: Final[tuple[Column[PaidLine], ...]] = (
    Column("ใบเสร็จที่", lambda line: str(line.receipt.number), 92, right=True),
    Column("ผู้จ่าย", lambda line: line.receipt.payer, second=lambda line: line.member_no),
    Column("จำนวนเงิน", lambda line: format_baht(line.receipt.amount_satang), 120, right=True, strong=True),
    Column("", lambda line: receipt_mark(line).words, 146, mark=receipt_mark),
)


class PostedView(QWidget):
    """Everything is read; `again` opens another sheet for those who pay late."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._model: RowsModel[PaidLine] = RowsModel(COLUMNS, self)
        self.table: RowsTable[PaidLine] = RowsTable(
            theme, self._model, "ใบเสร็จของรอบนี้", key_of=lambda line: line.receipt.receipt_id
        )
        self.print = ActionButton(
            theme,
            "พิมพ์" if theme.compact else "พิมพ์ใบนำส่งและใบเสร็จ",
            icon="printer",
            key=Key.PRINT.shown,
            main=True,
        )
        self.again = ActionButton(theme, "เก็บอีกครั้ง", icon="hand-coins", key=Key.NEW.shown)
        self._figures = QVBoxLayout()
        self._owing = WrapLabel(theme, "", Words.SECOND, "ink2")
        self._sum: QLabel = label(theme, "", Words.STRONG)
        self._short = WrapLabel(theme, "", Words.SECOND, "ink2")
        self._lay_out()

    def show_view(self, view: RoundView) -> None:
        """Show a village's rounds of a month."""
        lines = paid_lines(view)
        self.table.show_rows(lines)
        stands = [line.receipt for line in lines if not line.receipt.voided]
        self._sum.setText(f"{len(stands):,} ใบ {format_baht(sum(r.amount_satang for r in stands))}")
        self._clear_figures()
        t = self.theme
        self._short.tell(cash_words(view))
        for posted in view.posted if not t.compact else ():
            row = posted.round
            self._line(f"ส่งเมื่อ {short_date(row.returned_on)}", "", Words.STRONG)
            self._line("บันทึก", format_baht(row.sheet_satang))
            self._line("นับได้", format_baht(row.counted_satang))
            if posted.over_satang > 0:
                self._line("เงินเกิน", format_baht(posted.over_satang), tone="warn")
            elif posted.over_satang < 0:
                self._line("เงินขาด", format_baht(-posted.over_satang), tone="warn")
            else:
                self._line("ตรงกัน", "", tone="ok")
            if posted is not view.posted[-1]:
                self._figures.addWidget(rule(t))
        owing = [row for row in view.sheet.rows if row.total_satang > 0]
        self.again.setEnabled(bool(owing))
        owed = format_baht(sum(row.total_satang for row in owing))
        self._owing.tell(
            f"ยังไม่จ่าย {len(owing)} คน {owed} บาท ถ้านำมาส่งทีหลัง กด {Key.NEW.shown} เก็บอีกครั้ง"
            if owing
            else "จ่ายครบทุกคนแล้ว"
        )

    def _line(self, words: str, figure: str, use: Words = Words.BODY, *, tone: str = "ink") -> None:
        t = self.theme
        self._figures.addWidget(
            split(t, ElideLabel(t, words, use, tone), label(t, figure, Words.STRONG, tone))
        )

    def _clear_figures(self) -> None:
        while self._figures.count():
            item = self._figures.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()

    def _lay_out(self) -> None:
        t = self.theme
        listed = Panel(t)
        listed.column.addWidget(self.table, 1)
        listed.column.addWidget(rule(t, "total-rule"))
        foot = QHBoxLayout()
        foot.setContentsMargins(t.px(12), 0, t.px(12), 0)
        self._sum.setMinimumHeight(max(t.px(sizes.ROW_TOTAL), t.line_height()))
        foot.addWidget(label(t, "รวมใบเสร็จ", Words.BODY, "ink2"))
        foot.addStretch()
        foot.addWidget(self._sum)
        listed.column.addLayout(foot)
        pad = t.px(sizes.PANEL_PAD)
        self._figures.setContentsMargins(pad, 0, pad, t.px(10))
        self._figures.setSpacing(t.px(2))
        outer: QBoxLayout = QVBoxLayout(self) if t.compact else QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(t.px(sizes.GAP))
        outer.addWidget(listed, 1)
        if t.compact:
            # What the cash came to stands in one line; the papers say the rest.
            foot = QHBoxLayout()
            foot.setSpacing(t.px(sizes.GAP))
            foot.addWidget(self._short, 1)
            foot.addWidget(self.again)
            foot.addWidget(self.print)
            outer.addLayout(foot)
            return
        cash = Panel(t, "เงินของรอบนี้")
        cash.column.addLayout(self._figures)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.px(sizes.GAP))
        column.addWidget(cash)
        column.addWidget(self._owing)
        column.addWidget(self.again)
        column.addStretch()
        column.addWidget(self.print)
        side.setFixedWidth(t.px(_RIGHT))
        outer.addWidget(side)
