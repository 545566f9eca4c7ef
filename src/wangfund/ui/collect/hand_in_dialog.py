"""Money a collector had not handed in comes in later: from whom, how much, into the cash box or a bank."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from wangfund.domain import accounts
from wangfund.thai.money_text import format_baht
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.money_field import MoneyField
from wangfund.usecases.move_money import MoveMoney

NO_NAME = "ผู้เก็บเงิน"
CASH = "cash"


class HandInDialog(FormDialog):
    """`held` is who holds how much; the amount is filled with all of it. Its command moves money out of 1400."""

    def __init__(
        self,
        theme: Theme,
        held: Sequence[tuple[str, int]],
        banks: Sequence[str],
        today: date,
        parent: QWidget | None,
        drafts: Drafts,
    ) -> None:
        super().__init__(theme, "รับเงินที่ผู้เก็บยังไม่ส่ง", "รับเงิน", parent, drafts=drafts, draft="collect/hand-in")
        self._collectors = {str(at): (who, satang) for at, (who, satang) in enumerate(held) if satang > 0}
        self.who = ChoiceField(
            theme,
            "ผู้เก็บ",
            [
                (at, f"{who or NO_NAME} ค้าง {format_baht(satang)}")
                for at, (who, satang) in self._collectors.items()
            ],
            next(iter(self._collectors), ""),
        )
        self.amount = MoneyField(theme, "จำนวนเงินที่นำมาส่ง", required=True)
        self.into = ChoiceField(
            theme, "เก็บไว้ที่", [(CASH, "เงินสดในมือ"), *((bank, bank) for bank in banks)], CASH
        )
        self.day = DateField(theme, "วันที่รับเงิน", today, latest=today, required=True)
        self.day.set_day(today)
        for name, words, field in (
            ("who", "ผู้เก็บ", self.who),
            ("amount", "จำนวนเงิน", self.amount),
            ("into", "เก็บไว้ที่", self.into),
            ("date", "วันที่", self.day),
        ):
            self.form.add(name, words, field)
        self.who.changed.connect(lambda _at: self._fill())
        self._fill()

    def begin(self) -> None:
        """What was half typed comes back only while the collectors hold what they held then."""
        kept = self._drafts.kept(self._draft) if self._drafts is not None else None
        if self._drafts is not None and kept is not None and kept.get("held") != self._holding:
            self._drafts.drop(self._draft)
        super().begin()

    @property
    def _holding(self) -> str:
        return " ".join(f"{who}={satang}" for who, satang in self._collectors.values())

    def _keep(self) -> None:
        if self._drafts is not None:
            self._drafts.keep(self._draft, {**self.form.values(), "held": self._holding})

    def command(self) -> MoveMoney | None:
        """The hand-in."""
        day, amount = self.day.day, self.amount.satang
        if day is None or amount is None:
            return None
        who, _ = self._collectors.get(self.who.value, ("", 0))
        # The same name as the shortage stands under, so that hers goes down and nobody else's.
        return MoveMoney(day, amount, accounts.COLLECTOR_RECEIVABLE, self.into.value, who)

    def _fill(self) -> None:
        self.amount.set_satang(self._collectors.get(self.who.value, ("", 0))[1] or None)
