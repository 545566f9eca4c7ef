"""เงินเข้า: money that is no member's contribution, with a receipt."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from wangfund.domain import accounts
from wangfund.text.accounts import account_name
from wangfund.text.terms import pool_name
from wangfund.ui.books.money_dialog import MoneyDialog
from wangfund.ui.books.money_facts import Draft, Facts, receive_facts
from wangfund.ui.drafts import Drafts
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.usecases.money_desk import MoneyDesk
from wangfund.usecases.receive_money import ReceiveMoney

SOURCES: Final = (
    accounts.DONATIONS,
    accounts.INTEREST,
    accounts.STATE_GRANT,
    accounts.LAO_GRANT,
    accounts.CODI_START_UP,
    accounts.OTHER_AGENCIES,
    accounts.PARTNER_PROFIT,
    accounts.OTHER_INCOME,
)
"""Where money comes from, the most usual first."""

GIVER_SAYS: Final = frozenset({accounts.DONATIONS, accounts.OTHER_INCOME})
"""Whose giver may say for which pool it is."""

_TO_BANK: Final = frozenset({*accounts.GRANTS, accounts.INTEREST})


class ReceiveDialog(MoneyDialog):
    """Gives a `ReceiveMoney`."""

    def __init__(self, theme: Theme, desk: MoneyDesk, parent: QWidget | None, drafts: Drafts | None) -> None:
        super().__init__(theme, desk, "เงินเข้า", "รับเงิน", parent, drafts, "books.receive")
        self._places = tuple(code for code, _, _ in desk.places if accounts.is_money(code))
        sources = [(code, account_name(code)) for code in SOURCES]
        self.put("account", "เป็นเงินอะไร", ChoiceField(theme, "เป็นเงินอะไร", sources, SOURCES[0]))
        self.put_amount()
        self.put_text("who", "รับจากใคร", required=True, hint="ชื่อคนหรือหน่วยงาน")
        self.put_place("into", "เข้าที่ไหน", self._places)
        self.put_day()
        pools = [("", "ตามระเบียบ"), *((code, pool_name(code)) for code, _ in desk.pools)]
        self.put("pool", "ผู้ให้ระบุกอง", ChoiceField(theme, "ผู้ให้ระบุกอง", pools, required=False))
        self.put_text("note", "รายละเอียด", hint="เช่น ทอดผ้าป่า")
        self.put_text("resolution", "มติที่ประชุม", hint="เช่น 3/2569")
        self.choice("account").box.currentIndexChanged.connect(self._on_account)
        self._on_account()

    def facts(self, told: Draft) -> Facts:
        """The pools it goes into, and what the place holds then."""
        return receive_facts(self.desk, told)

    def command(self) -> ReceiveMoney | None:
        """What is wanted."""
        told = self.told
        assert told.on is not None and told.amount_satang is not None
        return ReceiveMoney(
            told.on,
            told.account,
            told.amount_satang,
            told.into,
            self.words("who"),
            self.words("note"),
            told.resolution,
            told.pool,
        )

    def _on_account(self) -> None:
        account = self.choice("account").value
        self.form.show_field("pool", shown=account in GIVER_SAYS)
        bank = next((code for code in self._places if accounts.is_bank(code)), "")
        if account in _TO_BANK and bank:
            self.choice("into").set_text(bank)
