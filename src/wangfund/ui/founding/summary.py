"""The last step of founding: where the file will lie, and everything once more before it is made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from wangfund.domain.errors import Finding, Severity
from wangfund.domain.profile import Profile
from wangfund.text.messages import say_finding
from wangfund.thai.dates import long_month, short_date
from wangfund.ui.founding.state import MONTHS, FoundingState
from wangfund.ui.frame.choose_file import FileKind, choose_save
from wangfund.ui.keys import Key
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.finding_line import FindingLine
from wangfund.ui.widgets.label import WrapLabel, label
from wangfund.ui.widgets.panel import rule


class Summary(QWidget):
    """`choose` asks for the place; `changed` when another was chosen."""

    changed = Signal()

    def __init__(self, theme: Theme, state: FoundingState) -> None:
        super().__init__()
        t = self.theme = theme
        self._state = state
        self.place = WrapLabel(t, "", Words.STRONG)
        self.below = FindingLine(t)
        self.button = ActionButton(t, "เลือกที่เก็บอื่น", icon="folder-open", key=Key.SAVE_FILE.shown)
        self.button.clicked.connect(self.choose)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(t.px(14))
        self._grid.setVerticalSpacing(t.px(6))
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(t.px(8))
        column.addWidget(label(t, "แฟ้มกองทุนจะเก็บไว้ที่", Words.BODY, "ink2"))
        column.addWidget(self.place)
        column.addWidget(self.below)
        column.addWidget(self.button)
        column.addWidget(rule(t))
        column.addLayout(self._grid)
        column.addStretch()

    def choose(self) -> None:
        """Ask where the file is to lie."""
        choose_save(self, "แฟ้มกองทุนเก็บไว้ที่ไหน", self._state.path, FileKind.FUND, self._take)

    def show_profile(self, profile: Profile, rules: str) -> None:
        """Say everything once more."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, (words, told) in enumerate(summary_lines(profile, rules)):
            self._grid.addWidget(label(self.theme, words, Words.BODY, "ink2"), at, 0)
            self._grid.addWidget(WrapLabel(self.theme, told), at, 1)
        self.show_place(self._state.path_findings())

    def show_place(self, findings: tuple[Finding, ...], note: str = "") -> None:
        """Say where the file will lie and what is wrong with that; `note` when another place was proposed."""
        self.place.tell(self._state.path or "–")
        if findings:
            self.below.show_finding(findings[0])
        else:
            self.below.show_fact(note)

    def _take(self, path: Path) -> None:
        self._state.path = str(path)
        self.show_place(self._state.path_findings())
        self.changed.emit()


def summary_lines(profile: Profile, rules: str) -> tuple[tuple[str, str], ...]:
    """What will be founded, as (what, how)."""
    villages = ", ".join(f"หมู่ {v.moo} {v.name}".strip() for v in profile.villages[:6])
    more = f" และอีก {len(profile.villages) - 6} หมู่" if len(profile.villages) > 6 else ""
    month = dict(MONTHS)[str(profile.fiscal_year_starts)]
    officers = ", ".join(f"{o.role} {o.name}" for o in profile.committee[:4])
    others = f" และอีก {len(profile.committee) - 4} คน" if len(profile.committee) > 4 else ""
    return (
        ("กองทุน", profile.name),
        ("ที่ตั้ง", f"ตำบล{profile.tambon} อำเภอ{profile.amphoe} จังหวัด{profile.province}"),
        ("ก่อตั้ง", short_date(profile.founded_on)),
        ("บัญชี", f"เริ่ม{long_month(profile.books_from)} · ปีบัญชีเริ่มเดือน{month} · ใบเสร็จเล่มละ {profile.receipts_per_book} ใบ"),
        ("ระเบียบ", rules),
        ("หมู่บ้าน", f"{len(profile.villages)} หมู่: {villages}{more}"),
        ("ธนาคาร", ", ".join(b.name for b in profile.banks) or "ยังไม่มี"),
        ("กรรมการ", f"{officers}{others}" or "ยังไม่ได้ใส่ ช่องเซ็นในเอกสารจะว่าง"),
    )  # fmt: skip


def moved_words(folder: str) -> str:
    """Why another place was proposed than the documents."""
    finding = Finding("FILE_SYNCED_FOLDER", "path", severity=Severity.WARNING, values={"folder": folder})
    return say_finding(finding).message
