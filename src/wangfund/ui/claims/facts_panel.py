"""The facts of a claim as the benefit's own rules ask them: whose, which benefit, the days, the papers, who fetches it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wangfund.domain.errors import Finding, Severity
from wangfund.domain.rulebook.model import Benefit, Heir
from wangfund.ui.claims.asks import asks_of, stretches_of
from wangfund.ui.claims.fact_fields import FactDate, field_for
from wangfund.ui.claims.member_head import MemberHead
from wangfund.ui.claims.papers_field import PapersField
from wangfund.ui.claims.typed_claim import (
    BENEFIT,
    CLAIMED,
    HEIR,
    LONGEST_NAME,
    NAME,
    OTHER,
    PAPERS,
    WHOM,
    TypedClaim,
    payees_for,
)
from wangfund.ui.claims.year_panel import YearPanel
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.follow_scroll import FollowScroll
from wangfund.ui.widgets.form import Form
from wangfund.ui.widgets.label import WrapLabel, icon_label
from wangfund.ui.widgets.panel import Panel
from wangfund.ui.widgets.text_field import TextField
from wangfund.usecases.member_view import MemberView

_WORDS_WIDTH: Final = 124
_BESIDE: Final = frozenset(
    {"NOT_MEMBER_AT_EVENT", "CLAIM_BEFORE_EVENT", "FACT_DATES_REVERSED", "LATE_CLAIM", "NO_RULE_IN_FORCE"}
)
_FIELDS: Final = {"claimed_on": CLAIMED, "documents": PAPERS, "payee": WHOM, "benefit": BENEFIT}


class FactsPanel(Panel):
    """`changed` after every edit, `entered` when Enter was pressed in the last field. What is typed goes into the form."""

    changed = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(theme)
        self._today = today
        self.typed = TypedClaim()
        self.benefit: Benefit | None = None
        self._benefits: Sequence[Benefit] = ()
        self._member: MemberView | None = None
        self.form: Form | None = None
        self._stretch: WrapLabel | None = None
        self.whose = MemberHead(theme)
        self.column.addWidget(self.whose)
        self.rule()
        inside = QWidget()
        self._place = QVBoxLayout(inside)
        pad = theme.px(sizes.PANEL_PAD)
        self._place.setContentsMargins(pad + 2, theme.px(8), pad, theme.px(8))
        self._place.addStretch(1)
        self.roll = FollowScroll(theme, inside)
        self.column.addWidget(self.roll, 1)
        self.year = YearPanel(theme)
        foot = self._place if theme.compact else self.column
        foot.addWidget(self.year)
        foot.addWidget(self._lock())
        self.year.show_year(None)

    def show_claim(self, typed: TypedClaim, member: MemberView, benefits: Sequence[Benefit]) -> None:
        """Take a claim in hand; what was typed before stands there again."""
        self.typed, self._member, self._benefits = typed, member, benefits
        self.whose.show_member(member)
        self._build()

    def show_findings(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """What the rules found about a field, beside it; gives those that belong to no field."""
        assert self.form is not None
        return self.form.show_findings(tuple(_here(one) for one in findings))

    def hint(self, findings: tuple[Finding, ...]) -> None:
        """While it is typed: the days that cannot be as they stand, in turmeric, without taking the focus."""
        if self.form is None:
            return
        for one in findings:
            finding = _here(one)
            if finding.code in _BESIDE and finding.field in self.form.fields:
                hint = Finding(finding.code, finding.field, finding.clause, Severity.WARNING, finding.values)
                self.form.field(finding.field).show_finding(hint)

    def check(self) -> bool:
        """Show everything that is wrong, the focus on the first; whether the claim can be recorded."""
        return self.form is not None and self.form.check()

    def start(self) -> None:
        """Put the focus where typing begins: the benefit, or the first fact when that is chosen already."""
        assert self.form is not None
        at = BENEFIT
        if self.benefit is not None and self.typed.amends:
            at = asks_of(self.benefit)[0].name
        self.form.fields[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _lock(self) -> QWidget:
        t = self.theme
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(t.px(18), t.px(6), t.px(16), t.px(6))
        row.setSpacing(t.px(10))
        row.addWidget(icon_label(t, "lock", "ink2"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(WrapLabel(t, "ไม่ต้องบันทึกอาการหรือชื่อโรค", Words.SECOND, "ink2"), 1)
        return box

    def _build(self) -> None:
        """The fields of the benefit chosen; what stood in fields of the same name stands there again."""
        assert self._member is not None
        t = self.theme
        if self.form is not None:
            self._place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.benefit = next((b for b in self._benefits if b.code == self.typed.benefit), None)
        form = self.form = Form(t, words_width=_WORDS_WIDTH)
        choices = [("", "เลือกสวัสดิการ"), *((b.code, b.name) for b in self._benefits)]
        chooser = ChoiceField(t, "เรื่อง", choices)
        chooser.below.give_room()
        form.add(BENEFIT, "เรื่อง", chooser)
        self._stretch = None
        if self.benefit is not None:
            self._add_facts(form, self.benefit)
            self._add_desk(form, self.benefit)
        kept = {**self.typed.texts, BENEFIT: self.typed.benefit}
        form.fill({name: text for name, text in kept.items() if text})
        self._follow_payee()
        self._show_stretch()
        form.changed.connect(self._on_changed)
        form.entered.connect(self.entered)
        chooser.changed.connect(self._on_benefit)
        self._place.insertWidget(0, form)

    def _add_facts(self, form: Form, benefit: Benefit) -> None:
        ends = {one.until for one in stretches_of(benefit)} | {one.since for one in stretches_of(benefit)}
        last = [ask.name for ask in asks_of(benefit) if ask.name in ends]
        for ask in asks_of(benefit):
            form.add(ask.name, ask.label, field_for(self.theme, ask, self._today))
            if last and ask.name == last[-1]:
                self._stretch = WrapLabel(self.theme, "", Words.SECOND, "ink2")
                left = 0 if self.theme.compact else self.theme.px(_WORDS_WIDTH) + self.theme.px(12)
                self._stretch.setContentsMargins(left, 0, 0, 0)
                form.add_note(self._stretch)
        if benefit.documents:
            form.add(PAPERS, "หลักฐานที่มี", PapersField(self.theme, benefit.documents))

    def _add_desk(self, form: Form, benefit: Benefit) -> None:
        assert self._member is not None
        t, m = self.theme, self._member.member
        whom = ChoiceField(
            t,
            "ผู้รับเงิน",
            payees_for(m.heir_name, died=m.cause == "died", to_heir=benefit.heir is Heir.NAMED),
        )
        whom.below.give_room()
        form.add(WHOM, "ผู้รับเงิน", whom)
        name = TextField(t, "ชื่อผู้รับเงิน", longest=LONGEST_NAME, required=True)
        name.below.give_room()
        form.add(NAME, "ชื่อผู้รับเงิน", name)
        whom.changed.connect(lambda _code: self._follow_payee())
        if self.typed.amends:
            return
        claimed = FactDate(t, "วันที่ยื่น", self._today, latest=self._today, required=True)
        claimed.below.give_room()
        claimed.set_day(self._today)
        claimed.check()
        form.add(CLAIMED, "วันที่ยื่น", claimed)

    def _follow_payee(self) -> None:
        """A name is asked only where somebody else comes; the heir's stands there as registered."""
        if self.form is None or WHOM not in self.form.fields or self._member is None:
            return
        whom = self.form.field(WHOM).text
        self.form.show_field(NAME, shown=whom == OTHER)
        if whom == HEIR:
            self.form.field(NAME).set_text(self._member.member.heir_name or "")
        elif self.typed.texts.get(WHOM) == HEIR:
            self.form.field(NAME).set_text("")

    def _on_changed(self) -> None:
        assert self.form is not None
        self.typed.texts.update(self.form.values())
        self._show_stretch()
        self.changed.emit()

    def _on_benefit(self, code: object) -> None:
        assert self.form is not None
        self.typed.texts.update(self.form.values())
        self.typed.benefit = str(code)
        self._build()
        if self.form is not None:
            self.typed.texts.update(self.form.values())
            self.form.fields[BENEFIT].setFocus()
        self.changed.emit()

    def _show_stretch(self) -> None:
        if self._stretch is not None and self.benefit is not None:
            words = self.typed.stretch_words(self.benefit, self._today)
            self._stretch.tell(words)
            self._stretch.setVisible(bool(words))


def _here(finding: Finding) -> Finding:
    """A finding under the name its field has in this form."""
    field = _FIELDS.get(finding.field, finding.field)
    return Finding(finding.code, field, finding.clause, finding.severity, finding.values)
