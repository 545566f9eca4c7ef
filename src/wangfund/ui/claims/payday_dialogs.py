"""What is asked on a pay day: why somebody is left out, what is told once for all, and before the money goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from wangfund.domain import accounts
from wangfund.ui.claims.asks import Ask, asks_of, read_ask
from wangfund.ui.claims.dialogs import LONGEST
from wangfund.ui.claims.fact_fields import FactDate, field_for
from wangfund.ui.claims.pay_dialog import LONGEST_SLIP
from wangfund.ui.claims.payday_state import PayDayState
from wangfund.ui.claims.typed_claim import LONGEST_NAME
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.widgets.text_field import TextField
from wangfund.ui.words import baht
from wangfund.usecases.approval import approved_too
from wangfund.usecases.money_desk import MoneyDesk
from wangfund.usecases.pay_day import PayDay, PayDayRow
from wangfund.usecases.pay_days_past import PayDayPast

CASH = "cash"


class LeaveOutDialog(FormDialog):
    """Gives back the reason."""

    def __init__(self, theme: Theme, row: PayDayRow, parent: QWidget | None) -> None:
        super().__init__(theme, "งดจ่าย", "งดจ่ายคนนี้", parent, width=600)
        words = f"{row.name} เลขที่ {row.member_no} {baht(row.assessment.net_satang)} บาท จะไม่จ่ายในวันนี้ และยื่นขอใหม่ได้ภายหลัง"
        self.form.add_note(WrapLabel(theme, words))
        self.reason = TextField(
            theme, "เหตุผล", longest=LONGEST, required=True, hint="เช่น ไม่ได้มารับ อยู่ต่างจังหวัด"
        )
        self.form.add("reason", "เหตุผล", self.reason)

    def command(self) -> str | None:
        """Why."""
        return self.reason.words or None


class CommonFactsDialog(FormDialog):
    """Facts of the benefit that are the same for everybody on the day. Gives them back by name."""

    def __init__(self, theme: Theme, past: PayDayPast, today: date, parent: QWidget | None) -> None:
        super().__init__(theme, f"วันจ่าย {past.benefit.name}", "ดูรายชื่อ", parent, width=640)
        names = {word.name for word in past.common}
        self._today = today
        self._asks: list[Ask] = [ask for ask in asks_of(past.benefit) if ask.name in names]
        for ask in self._asks:
            self.form.add(ask.name, ask.label, field_for(theme, ask, today))

    def command(self) -> dict[str, object] | None:
        """What was told; None while something cannot be read."""
        found: dict[str, object] = {}
        for ask in self._asks:
            typed = read_ask(ask, self.form.field(ask.name).text, self._today)
            if typed.wrong or typed.value is None:
                return None
            found[ask.name] = typed.value
        return found


class PayDayDialog(FormDialog):
    """The resolution and where the money comes from; the sentence says all of it before it is done."""

    def __init__(
        self,
        theme: Theme,
        state: PayDayState,
        desk: MoneyDesk,
        parent: QWidget | None,
        drafts: Drafts,
        who: str = "",
        chair: str = "",
    ) -> None:
        net = state.sums[2]
        super().__init__(
            theme,
            f"จ่าย{state.name}",
            f"จ่าย {baht(net)} บาท ให้ {len(state.chosen):,} คน",
            parent,
            drafts=drafts,
            draft=f"payday {state.code}",
            width=700,
        )
        self._state = state
        self.sentence = WrapLabel(theme, "", Words.STRONG)
        self.form.add_note(self.sentence)
        self.resolution = TextField(theme, "มติที่ประชุม", longest=LONGEST, required=True, hint="เช่น มติ 4/2569")
        self.place = ChoiceField(theme, "จ่ายจาก", place_choices(desk), best_place(desk, net))
        self._chair = chair
        self.slip = TextField(
            theme, "เลขที่ใบโอนหรือใบถอน", longest=LONGEST_SLIP, required=True, hint="ตามสลิปหรือใบถอนของธนาคาร"
        )
        self.payer = TextField(theme, "ผู้จ่ายเงิน", longest=LONGEST_NAME, required=True)
        self.payer.set_text(who)
        self.reason = TextField(
            theme, "เหตุผลที่ผู้อนุมัติจ่ายเอง", longest=LONGEST, required=True, hint="จะแสดงในรายงานประจำเดือน"
        )
        self.on = FactDate(theme, "วันที่จ่าย", desk.today, latest=desk.today, earliest=state.day, required=True)
        self.on.set_day(desk.today)
        self.on.check()
        for field in (self.resolution, self.place, self.slip, self.payer, self.reason):
            field.below.give_room()
        self.form.add("resolution", "มติหรือบันทึก", self.resolution)
        self.form.add("out_of", "จ่ายจาก", self.place)
        self.form.add("slip", "เลขที่ใบโอน", self.slip)
        self.form.add("payer", "ผู้จ่ายเงิน", self.payer)
        self.form.add("reason", "เหตุผล", self.reason)
        self.form.add("on", "วันที่จ่าย", self.on)
        for words in note_words(state, desk):
            self.form.add_note(WrapLabel(theme, words, Words.SECOND, "ink2"))
        self.form.changed.connect(self._say)
        self.form.entered.disconnect(self.submit)
        self.form.entered.connect(self.no.setFocus)
        self._say()

    def command(self) -> PayDay | None:
        """Everybody ticked, the resolution, the place, the day."""
        day = self.on.day
        if day is None or not self.resolution.words:
            return None
        made = self._state.command(self.resolution.words, self.place.value, day)
        return replace(
            made,
            slip=self.slip.words if self.place.value != CASH else "",
            payer=self.payer.words,
            reason=self.reason.words if self._one_hand else "",
        )

    def begin(self) -> None:
        """What was half typed stands in the sentence, too."""
        super().begin()
        self._say()

    @property
    def _one_hand(self) -> bool:
        """Whether the one who pays is who signs for the meeting."""
        return approved_too(self._chair, self.payer.words)

    def _say(self) -> None:
        self.form.show_field("slip", shown=self.place.value != CASH)
        self.form.show_field("reason", shown=self._one_hand)
        where = "เงินสดในมือ" if self.place.value == CASH else self.place.value
        count, net = len(self._state.chosen), self._state.sums[2]
        self.sentence.tell(
            f"จ่าย{self._state.name} {count:,} คน รวม {baht(net)} บาท จาก {where} ออกใบสำคัญคนละใบ"
        )


def place_choices(desk: MoneyDesk) -> Sequence[tuple[str, str]]:
    """The cash box and the banks, each with what it holds."""
    return [
        (_code(name), f"{name or 'เงินสดในมือ'} มี {baht(satang)} บาท")
        for account, name, satang in desk.places
        if accounts.is_money(account)
    ]


def best_place(desk: MoneyDesk, net_satang: int) -> str:
    """Cash where it is enough: people are handed it; else the first bank that holds it."""
    money = [(a, n, s) for a, n, s in desk.places if accounts.is_money(a)]
    for _, name, satang in money:
        if satang >= net_satang:
            return _code(name)
    return _code(money[0][1])


def note_words(state: PayDayState, desk: MoneyDesk) -> tuple[str, ...]:
    """What is kept back, who is left out, what the pool holds after it."""
    gross, kept, _ = state.sums
    lines = []
    if kept:
        lines.append(f"หักเงินสมทบค้าง {baht(kept)} บาทจากยอดที่ได้รับ {baht(gross)} บาท")
    if state.excluded:
        lines.append(f"งดจ่าย {len(state.excluded):,} คน บันทึกเหตุผลไว้ ยื่นขอใหม่ได้")
    left = desk.pool(desk.benefits_from) - gross
    lines.append(f"เงินกองสวัสดิการเหลือ {baht(left)} บาท หลังจ่าย")
    lines.append("จ่ายครบทุกคน หรือไม่จ่ายเลย: ถ้าคนใดจ่ายไม่ได้ จะบอกชื่อและยังไม่จ่ายใคร")
    return tuple(lines)


def _code(name: str) -> str:
    return name or CASH
