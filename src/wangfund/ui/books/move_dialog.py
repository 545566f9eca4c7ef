"""เงินย้าย: between the cash box, the banks and the collectors, or from one pool to another by resolution."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from wangfund.domain import accounts
from wangfund.text.terms import pool_name
from wangfund.ui.books.money_dialog import MoneyDialog
from wangfund.ui.books.money_facts import Draft, Facts, move_facts, transfer_facts
from wangfund.ui.drafts import Drafts
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.usecases.money_desk import MoneyDesk
from wangfund.usecases.move_money import MoveMoney
from wangfund.usecases.transfer_pool import TransferPool

PLACES: Final = "places"
POOLS: Final = "pools"


class MoveDialog(MoneyDialog):
    """Gives a `MoveMoney`, or a `TransferPool` when pools are chosen."""

    def __init__(self, theme: Theme, desk: MoneyDesk, parent: QWidget | None, drafts: Drafts | None) -> None:
        super().__init__(theme, desk, "เงินย้าย", "ย้ายเงิน", parent, drafts, "books.move")
        last = 2 if theme.compact else 1
        kinds = [(PLACES, "ฝาก ถอน หรือรับเงินจากผู้เก็บ"), (POOLS, "โอนระหว่างกองเงิน")]
        self.put("kind", "ย้ายอะไร", ChoiceField(theme, "ย้ายอะไร", kinds, PLACES), column=0)
        self.put_amount(column=0)
        held = tuple(code for code, _, satang in desk.places if accounts.is_money(code) or satang)
        bank = next((code for code in held if accounts.is_bank(code)), "")
        self.put_place("out_of", "จาก", held, accounts.CASH, column=1)
        self.put_place("into", "ไป", tuple(code for code, _, _ in desk.places), bank, column=1)
        self.put_day(column=0)
        pools = [(code, pool_name(code)) for code, _ in desk.pools]
        self.put("pool", "จากกอง", ChoiceField(theme, "จากกอง", pools, desk.benefits_from), column=1)
        other = next((code for code, _ in desk.pools if code != desk.benefits_from), "")
        self.put("to_pool", "ไปกอง", ChoiceField(theme, "ไปกอง", pools, other), column=1)
        self.put_text("resolution", "มติที่ประชุม", required=True, hint="เช่น 3/2569", column=last)
        self.put_text("who", "ใครนำไป", hint="ชื่อคนนำฝากหรือถอน", column=last)
        self.put_text("note", "รายละเอียด", column=last)
        self.choice("kind").box.currentIndexChanged.connect(self._on_kind)
        self._on_kind()

    def facts(self, told: Draft) -> Facts:
        """What stands at both ends after it."""
        return transfer_facts(self.desk, told) if self._pools else move_facts(self.desk, told)

    def command(self) -> MoveMoney | TransferPool | None:
        """What is wanted."""
        told = self.told
        assert told.on is not None and told.amount_satang is not None
        if self._pools:
            return TransferPool(told.on, told.amount_satang, told.pool, told.to_pool, told.resolution)
        return MoveMoney(
            told.on, told.amount_satang, told.out_of, told.into, self.words("who"), self.words("note")
        )

    def begin(self) -> None:
        """What was half typed may be of either kind."""
        super().begin()
        self._on_kind()
        self.show_facts()

    @property
    def _pools(self) -> bool:
        return self.choice("kind").value == POOLS

    def _on_kind(self) -> None:
        for name in ("pool", "to_pool", "resolution"):
            self.form.show_field(name, shown=self._pools)
        for name in ("out_of", "into", "who", "note"):
            self.form.show_field(name, shown=not self._pools)
