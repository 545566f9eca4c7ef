"""ยอดยกมา: the money the fund had before its books began, and where it came from."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtWidgets import QWidget

from wangfund.domain import accounts
from wangfund.domain.errors import FundError, Refused
from wangfund.text.messages import say
from wangfund.text.terms import POOLS
from wangfund.thai.dates import short_date
from wangfund.thai.money_text import format_baht
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.settings.section import Section
from wangfund.ui.settings.state import (
    OpeningSums,
    SettingsState,
    difference_words,
    opening_finding,
    pools_words,
    sums_of,
)
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import label, set_tone
from wangfund.ui.widgets.money_field import MoneyField
from wangfund.ui.widgets.panel import rule
from wangfund.ui.widgets.why_grey import WhyGrey
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.opening import Opening, OpeningResult, bring_forward
from wangfund.usecases.settings_view import SettingsView

SOURCES: Final = {
    accounts.MEMBER_CONTRIBUTIONS: "สมาชิกสมทบ",
    accounts.STATE_GRANT: "รัฐสมทบผ่าน พอช.",
    accounts.LAO_GRANT: "อบต. เทศบาล อบจ.",
    accounts.CODI_START_UP: "เงินตั้งต้น พอช.",
    accounts.OTHER_AGENCIES: "หน่วยงานอื่น",
    accounts.DONATIONS: "เงินบริจาค",
    accounts.INTEREST: "ดอกเบี้ยธนาคาร",
    accounts.ENTRY_FEE: "ค่าสมัคร",
}
"""Where old money came from, in the order of the state's form, in words that fit beside a field."""

SPENT: Final = {accounts.WELFARE_LAST: "จ่ายสวัสดิการ", accounts.OTHER_EXPENSE: "จ่ายบริหาร"}
"""What was spent of it since founding."""

_IN_SECOND: Final = 6
DRAFT: Final = "settings.opening"


class OpeningSection(Section):
    """Whether balances were brought forward, and the form for doing it once."""

    def __init__(self, theme: Theme, page: Page, place: Workplace, state: SettingsState) -> None:
        super().__init__(theme, page, place, state, "ยอดยกมา")
        self._view: SettingsView | None = None
        self.words = self.hint("")
        self.inside.addWidget(self.buttons((Key.RECEIVE, "ลงยอดยกมา", "scale", self.ask)))
        self.why = WhyGrey(theme, self.acts[Key.RECEIVE])
        self.inside.addWidget(self.why)
        self.inside.addStretch()

    def show_view(self, view: SettingsView) -> None:
        """Say whether it can be done, and on which day it will stand."""
        self._view = view
        day = view.profile.books_from.plus(-1).last_day
        self.words.tell(
            f"ถ้ากองทุนมีเงินอยู่ก่อนเริ่มใช้โปรแกรม ลงยอด ณ วันที่ {short_date(day)} ครั้งเดียว ก่อนปิดงวดแรก"
            " ใช้ยอดจากสมุดเงินสด สมุดธนาคาร และรายงานฉบับสุดท้ายที่ที่ประชุมรับรอง"
        )
        reason = " ".join(say(view.opening)[1:]) if view.opening else ""
        self.why.because(reason if self.writable else "เปิดไว้ดูอย่างเดียว จึงยังลงไม่ได้")

    def begin(self) -> None:
        """The button has the keys."""
        self.acts[Key.RECEIVE].setFocus()

    def ask(self) -> None:
        """Open the form."""
        if self._view is None or not self.acts[Key.RECEIVE].isEnabled():
            return
        books, who = self.place.books, self.place.who
        dialog = OpeningDialog(self.theme, self._view, self.place, self)

        def verb(command: object) -> OpeningResult:
            return bring_forward(books, cast("Opening", command), who)

        self.page.ask(dialog, self.place, "ลงยอดยกมา", verb, self._on_done, Changed.MONEY | Changed.SETTINGS)

    def _on_done(self, result: OpeningResult) -> None:
        said = f"ลงยอดยกมาแล้ว รายการที่ {result.entry_id}"
        if result.difference_satang:
            said += f" ผลต่างยกมา {format_baht(abs(result.difference_satang))} บาท"
        self.page.head.say(said, "ok")


class OpeningDialog(FormDialog):
    """Money by its place, where it came from, and if wanted what each pool holds; the sums stand below."""

    def __init__(self, theme: Theme, view: SettingsView, place: Workplace, parent: QWidget) -> None:
        super().__init__(
            theme, "ยอดยกมา", "ลงยอดยกมา", parent, drafts=place.drafts, draft=DRAFT, columns=1 if theme.compact else 3,
            width=1120,
        )  # fmt: skip
        t = theme
        self._banks = tuple(bank.name for bank in view.banks if bank.closed_on is None)
        self._pools = view.pools
        second, third = (0, 0) if t.compact else (1, 2)
        self.form.add_note(label(t, "เงินที่มีอยู่", Words.PANEL))
        self._field("cash", "เงินสดในมือ", 0)
        for at, bank in enumerate(self._banks):
            self._field(f"bank{at}", bank, 0)
        self._field("receivable", "ค้างรับจากผู้เก็บ", 0)
        self._field("investments", "เงินลงทุนอื่น", 0)
        self.form.add_note(label(t, "ที่มาตั้งแต่ก่อตั้ง (ถ้าทราบ)", Words.PANEL), column=second)
        for at, (code, words) in enumerate(SOURCES.items()):
            self._field(code, words, second if at < _IN_SECOND else third)
        self.form.add_note(label(t, "จ่ายไปแล้ว", Words.PANEL))
        for code, words in SPENT.items():
            self._field(code, words, 0)
        self.form.add_note(label(t, "แบ่งอยู่ในกองเงิน (ถ้าทราบ)", Words.PANEL), column=third)
        for pool in self._pools:
            self._field(f"pool:{pool}", POOLS.get(pool, pool), third)
        self.money = label(t, "", Words.STRONG)
        self.difference = label(t, "", Words.STRONG)
        self.pools = label(t, "", Words.SECOND)
        at = self.body.count() - 1
        for part in (rule(t, "total-rule"), self.money, self.difference, self.pools):
            self.body.insertWidget(at, part)
            at += 1
        self.body.setSpacing(t.px(4))
        self.form.changed.connect(self._show_sums)
        self._show_sums()

    @property
    def sums(self) -> OpeningSums:
        """What is typed, added up."""
        money = ["cash", *(f"bank{at}" for at in range(len(self._banks))), "receivable", "investments"]
        return sums_of(
            [self._satang(name) for name in money],
            [self._satang(code) for code in SOURCES],
            [self._satang(code) for code in SPENT],
            [self._satang(f"pool:{pool}") for pool in self._pools],
        )

    def begin(self) -> None:
        """What was half typed comes back, and the sums with it."""
        super().begin()
        self._show_sums()

    def command(self) -> Opening | None:
        """The balances as typed; None when they cannot be."""
        sums = self.sums
        finding = opening_finding(sums)
        if finding is not None:
            self.complain(Refused(finding.code, finding.values))
            return None
        pools = {pool: self._satang(f"pool:{pool}") or 0 for pool in self._pools}
        return Opening(
            cash_satang=self._satang("cash") or 0,
            banks={bank: self._satang(f"bank{at}") or 0 for at, bank in enumerate(self._banks)},
            investments_satang=self._satang("investments") or 0,
            receivable_satang=self._satang("receivable") or 0,
            sources=tuple(
                (code, self._pool_of(code), amount)
                for code in (*SOURCES, *SPENT)
                if (amount := self._satang(code))
            ),
            pools=None if sums.pools_satang is None else pools,
        )

    def complain(self, error: FundError) -> None:
        """A refusal stands at the head of the form."""
        super().complain(error)

    def _pool_of(self, code: str) -> str:
        """Benefits were paid from welfare, costs from administration; sources are cut as the rulebook cuts them."""
        wanted = {accounts.WELFARE_LAST: "welfare", accounts.OTHER_EXPENSE: "admin"}.get(code, "")
        return wanted if wanted in self._pools else ""

    def _field(self, name: str, words: str, column: int) -> None:
        field = MoneyField(self.theme, words)
        # Nearly twenty of them: a finding takes its line when there is one, so that the form need not scroll.
        field.below.give_room()
        field.setContentsMargins(0, 0, 0, self.theme.px(8))
        self.form.add(name, words, field, column=column)

    def _satang(self, name: str) -> int | None:
        field = self.form.fields[name]
        assert isinstance(field, MoneyField)
        return field.satang

    def _show_sums(self) -> None:
        sums = self.sums
        self.money.setText(
            f"เงินทั้งหมด {format_baht(sums.money_satang)}   ที่มาหักที่จ่าย {format_baht(sums.sources_satang)}"
        )
        for made, (words, tone) in (
            (self.difference, difference_words(sums)),
            (self.pools, pools_words(sums)),
        ):
            made.setText(words)
            set_tone(made, tone)
