"""เกี่ยวกับ: the program, the file, the month last sealed, and proving the file whole now."""

from __future__ import annotations

from importlib import metadata
from typing import Final

from PySide6.QtWidgets import QGridLayout

from wangfund.text.messages import say
from wangfund.thai.dates import long_month
from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.settings.section import Section
from wangfund.ui.settings.state import SettingsState
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import WrapLabel, label
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.settings_view import SettingsView
from wangfund.usecases.verify_fund import Verified

_MOST: Final = 8


class AboutSection(Section):
    """A few facts, and what verifying found."""

    def __init__(self, theme: Theme, page: Page, place: Workplace, state: SettingsState) -> None:
        super().__init__(theme, page, place, state, "เกี่ยวกับ")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(1, 1)
        self.inside.addLayout(self._grid)
        self._told: dict[str, WrapLabel] = {}
        for at, words in enumerate(("โปรแกรม", "แฟ้มกองทุน", "ระเบียบ", "งวดที่ปิดล่าสุด", "รหัสยืนยันงวด")):
            self._grid.addWidget(label(theme, words, Words.BODY, "ink2"), at, 0)
            self._told[words] = WrapLabel(theme, "–")
            self._grid.addWidget(self._told[words], at, 1)
        self._told["โปรแกรม"].tell(f"wangfund รุ่น {version()}")
        self._told["แฟ้มกองทุน"].tell(str(place.path))
        acts = [(Key.MORE, "ตรวจแฟ้มเดี๋ยวนี้", "shield-check", self.verify)]
        if place.books.readonly == "FILE_SYNCED_FOLDER":
            acts.append((Key.SAVE_FILE, "ย้ายมาทำงานในเครื่องนี้", "hard-drive", self.move_here))
        self.inside.addWidget(self.buttons(*acts))
        self.result = WrapLabel(theme, "", Words.STRONG)
        self.details = WrapLabel(theme, "", Words.SECOND, "ink2")
        self.inside.addWidget(self.result)
        self.inside.addWidget(self.details)
        self.inside.addStretch()

    def show_view(self, view: SettingsView) -> None:
        """The month last sealed, and its fingerprint as printed beside the signatures."""
        closed = view.last_closed
        self._told["ระเบียบ"].tell(view.rulebook or "–")
        self._told["งวดที่ปิดล่าสุด"].tell("ยังไม่ได้ปิดงวดใด" if closed is None else long_month(closed))
        self._told["รหัสยืนยันงวด"].tell(view.fingerprint or "–")

    def begin(self) -> None:
        """The button has the keys."""
        self.acts[Key.MORE].setFocus()

    def verify(self) -> None:
        """Recompute everything the file promises, beside the window."""
        from wangfund.usecases.verify_fund import verify_fund

        books = self.place.books
        self.page.act(
            self.place, "ตรวจแฟ้มกองทุน", lambda _progress: verify_fund(books), self._on_verified, Changed(0)
        )

    def move_here(self) -> None:
        """Ask for the copy on this computer."""
        self.place.wants_move.emit(self.place.path)

    def _on_verified(self, found: Verified) -> None:
        from wangfund.ui.widgets.label import set_tone

        words, details = verified_words(found)
        set_tone(self.result, "bad" if found.problems else "ok")
        self.result.tell(words)
        self.details.tell(details)


def version() -> str:
    """The program's version."""
    try:
        return metadata.version("wangfund")
    except metadata.PackageNotFoundError:
        return "–"


def verified_words(found: Verified) -> tuple[str, str]:
    """What verifying found, and its details."""
    if not found.problems:
        return (
            "ตรวจแล้ว แฟ้มกองทุนครบถ้วน",
            f"รายการบัญชี {found.entries:,} รายการ ทุกยอดตรงกัน ทุกงวดที่ปิดยังเป็นอย่างที่ปิด ไม่มีใครแก้จากนอกโปรแกรม",
        )
    lines = [say(p.code, {"where": p.where, "detail": p.detail}).message for p in found.problems[:_MOST]]
    more = len(found.problems) - len(lines)
    if more > 0:
        lines.append(f"และอีก {more:,} แห่ง")
    return (
        f"ตรวจพบ {len(found.problems):,} แห่งที่ไม่ตรง อย่าเพิ่งลงบัญชีต่อ เก็บแฟ้มนี้ไว้แล้วแจ้งผู้ดูแล",
        "\n".join(lines),
    )
