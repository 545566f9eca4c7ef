"""Choosing the rulebook a fund begins with: a preset or a file, and in plain words what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wangfund.domain.errors import Finding, FundError
from wangfund.thai.dates import short_date
from wangfund.ui.founding.state import OWN_RULES, FoundingState
from wangfund.ui.frame.choose_file import FileKind, choose_file
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.words import baht
from wangfund.usecases.rulebook_choices import RulebookChoice, presets, rulebook_choice

PRESET_WORDS: Final = {
    "nasuk": "แบบครบ 10 สวัสดิการ (พร้อมใช้)",
    "daily_baht_caps": "วันละบาท แบบเพดานต่อครั้งและต่อปี",
    "daily_baht_tiers": "วันละบาท แบบขั้นตามปีที่เป็นสมาชิก",
}
"""What each preset is called; another one is called by its own name."""


class RulesChoice(QWidget):
    """A field of a form: `value` the preset's name or OWN_RULES. `chosen` is what it says, None while unreadable."""

    changed = Signal(object)

    def __init__(self, theme: Theme, state: FoundingState) -> None:
        super().__init__()
        self._state = state
        self._presets = presets()
        choices = [
            (choice.name, PRESET_WORDS.get(choice.name, choice.rules.name)) for choice in self._presets
        ]
        self.field = ChoiceField(
            theme, "ระเบียบ", [*choices, (OWN_RULES, "ไฟล์ระเบียบของกองทุนเอง…")], state.rulebook
        )
        self.lines = WrapLabel(theme, "", Words.SECOND, "ink2")
        self.chosen: RulebookChoice | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.field)
        column.addWidget(self.lines)
        self.setFocusProxy(self.field)
        self.field.changed.connect(self._on_chosen)
        self._read()

    @property
    def text(self) -> str:
        """The choice, as a draft keeps it."""
        return self.field.value

    def set_text(self, text: str) -> None:
        """Choose by name."""
        self.field.set_text(text)

    def check(self) -> bool:
        """Whether the rulebook can be adopted as it stands; shows why not."""
        finding = self.finding()
        if finding is not None:
            self.field.show_finding(finding)
        return finding is None

    def show_finding(self, finding: Finding) -> None:
        """Show what somebody else found about it."""
        self.field.show_finding(finding)

    def finding(self) -> Finding | None:
        """Why it cannot be adopted."""
        if self.chosen is None:
            return Finding("RULEBOOK_NOT_FOUND", "rulebook", values={"name": self._state.rules_file or "–"})
        if self.chosen.open_words:
            return Finding("RULEBOOK_OPEN_WORDS", "rulebook", values={"words": self.chosen.open_words})
        return self.chosen.faults[0] if self.chosen.faults else None

    def _on_chosen(self, name: object) -> None:
        self._state.rulebook = str(name)
        self._read()
        self.changed.emit(name)
        if name == OWN_RULES:
            choose_file(self, "เลือกไฟล์ระเบียบของกองทุน", None, FileKind.RULES, self._on_file)

    def _on_file(self, path: Path) -> None:
        self._state.rules_file = str(path)
        self._read()
        self.changed.emit(OWN_RULES)

    def _read(self) -> None:
        wanted = self._state.rulebook
        self.chosen = next((choice for choice in self._presets if choice.name == wanted), None)
        if wanted == OWN_RULES and self._state.rules_file:
            try:
                self.chosen = rulebook_choice(self._state.rules_file)
            except FundError as error:
                self.lines.tell("")
                first = error.findings[0] if error.findings else Finding(error.code, values=error.values)
                self.field.show_finding(first)
                return
        if self.chosen is None:
            self.lines.tell("ยังไม่ได้เลือกไฟล์")
            return
        self.lines.tell("\n".join(rules_lines(self.chosen)))
        finding = self.finding()
        if finding is not None:
            self.field.show_finding(finding)


def rules_lines(choice: RulebookChoice) -> tuple[str, ...]:
    """What a rulebook says, in a few plain lines; a word left open is not said."""
    rules = choice.rules

    def known(path: str) -> bool:
        return not rules.leaves_open(path)

    pays = [f"{c.name} {baht(c.amount_satang)} บาท" for c in rules.contribution.cadences]
    fee = rules.contribution.entry_fee_satang
    if known("contribution.entry_fee_baht") and fee:
        pays.insert(0, f"ค่าสมัคร {baht(fee)} บาท")
    rights = []
    if known("membership.waiting.days"):
        rights.append(f"รอสิทธิ {rules.membership.waiting_days} วัน")
    if known("membership.arrears.suspend_at_months"):
        rights.append(f"ค้าง {rules.membership.suspend_at} เดือนระงับสิทธิ")
    if known("membership.arrears.lapse_at_months"):
        rights.append(f"ค้าง {rules.membership.lapse_at} เดือนพ้นสภาพ")
    named = " ".join(benefit.name for benefit in rules.benefits)
    lines = [" · ".join(pays), " · ".join(rights), f"สวัสดิการ {len(rules.benefits)} อย่าง: {named}"]
    if known("rulebook.effective_from"):
        lines.append(f"ใช้กับเหตุที่เกิดตั้งแต่ {short_date(rules.effective_from)}")
    return tuple(line for line in lines if line)
