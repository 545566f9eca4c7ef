"""หน้าจอ: the size of text and the ground, for this person on this computer."""

from __future__ import annotations

from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.settings.section import Section
from wangfund.ui.settings.state import GROUNDS, SIZES, SettingsState
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.form import Form
from wangfund.ui.workplace import Workplace


class LookSection(Section):
    """What is chosen is shown at once."""

    def __init__(self, theme: Theme, page: Page, place: Workplace, state: SettingsState) -> None:
        super().__init__(theme, page, place, state, "หน้าจอ")
        self.hint("เป็นของผู้ใช้เครื่องนี้ ไม่เกี่ยวกับแฟ้มกองทุน")
        prefer = place.preferences
        self.percent = ChoiceField(theme, "ขนาดตัวอักษร", SIZES, str(prefer.percent))
        self.ground = ChoiceField(theme, "พื้นจอ", GROUNDS, prefer.ground, required=False)
        form = Form(theme, above=True)
        form.add("size", "ขนาดตัวอักษร", self.percent)
        form.add("ground", "พื้นจอ", self.ground)
        form.setMaximumWidth(theme.px(420))
        self.inside.addWidget(form)
        self.hint(f"กด {Key.LARGER.shown} หรือ {Key.SMALLER.shown} เปลี่ยนขนาดได้ทุกหน้า")
        self.inside.addStretch()
        self.percent.changed.connect(lambda percent: place.wants_look.emit(int(str(percent)), None))
        self.ground.changed.connect(lambda ground: place.wants_look.emit(None, str(ground)))

    def begin(self) -> None:
        """The size has the keys."""
        self.percent.setFocus()
