"""เงินออก: an expense of the fund, with a voucher."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wangfund.domain import accounts
from wangfund.text.accounts import account_name
from wangfund.text.terms import pool_name
from wangfund.ui.books.money_dialog import MoneyDialog
from wangfund.ui.books.money_facts import Draft, Facts, spend_facts
from wangfund.ui.drafts import Drafts
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.usecases.money_desk import MoneyDesk
from wangfund.usecases.spend_money import SpendMoney


class SpendDialog(MoneyDialog):
    """Gives a `SpendMoney`."""

    def __init__(self, theme: Theme, desk: MoneyDesk, parent: QWidget | None, drafts: Drafts | None) -> None:
        super().__init__(theme, desk, "เงินออก", "จ่ายเงิน", parent, drafts, "books.spend")
        costs = [(code, account_name(code)) for code in accounts.EXPENSES]
        self.put("account", "เป็นค่าอะไร", ChoiceField(theme, "เป็นค่าอะไร", costs, accounts.STATIONERY))
        self.put_amount()
        self.put_text("who", "จ่ายให้ใคร", required=True, hint="ชื่อคนหรือร้าน")
        places = tuple(code for code, _, _ in desk.places if accounts.is_money(code))
        self.put_place("out_of", "จ่ายจากไหน", places)
        self.put_day()
        pools = [(code, pool_name(code)) for code, _ in desk.pools]
        self.put("pool", "กองเงิน", ChoiceField(theme, "กองเงิน", pools, desk.admin))
        self.put_text("note", "รายละเอียด", hint="เช่น กระดาษ 2 รีม")
        self.put_text("resolution", "มติที่ประชุม", hint="เช่น 3/2569")

    def facts(self, told: Draft) -> Facts:
        """What is left, and what the rules say of running costs."""
        return spend_facts(self.desk, told)

    def command(self) -> SpendMoney | None:
        """What is wanted."""
        told = self.told
        assert told.on is not None and told.amount_satang is not None
        return SpendMoney(
            told.on,
            told.account,
            told.amount_satang,
            told.out_of,
            self.words("who"),
            self.words("note"),
            told.resolution,
            "" if told.pool == self.desk.admin else told.pool,
        )
