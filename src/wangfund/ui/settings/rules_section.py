"""ระเบียบ: which by-law the fund goes by, and the way to read it and to draft the next version."""

from __future__ import annotations

from wangfund.thai.dates import short_date
from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.settings.section import Section
from wangfund.ui.settings.state import SettingsState
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.workplace import Workplace
from wangfund.usecases.settings_view import SettingsView


class RulesSection(Section):
    """The by-law's name; the rest is on its own page."""

    def __init__(self, theme: Theme, page: Page, place: Workplace, state: SettingsState) -> None:
        super().__init__(theme, page, place, state, "ระเบียบ")
        self._name = WrapLabel(theme, "", Words.STRONG)
        self.inside.addWidget(self._name)
        self.hint("ดูสวัสดิการทุกข้อ ร่างฉบับใหม่ ลองกับคำขอจริงสามปีที่ผ่านมา แล้วใช้ตามมติ คำขอที่ตัดสินแล้วไม่เปลี่ยน")
        self.inside.addWidget(self.buttons((Key.EDIT, "เปิดระเบียบ", "book-open-text", self.open_rules)))
        self.inside.addStretch()

    def show_view(self, view: SettingsView) -> None:
        """The newest by-law's name."""
        since = f" ใช้กับเหตุที่เกิดตั้งแต่ {short_date(view.rules_from)}" if view.rules_from is not None else ""
        self._name.tell(f"{view.rulebook}{since}" if view.rulebook else "ยังไม่มีระเบียบ")

    def begin(self) -> None:
        """The button has the keys."""
        self.acts[Key.EDIT].setFocus()

    def open_rules(self) -> None:
        """To the by-law's own page."""
        self.page.go.emit("bylaw", {"from": "settings"})
