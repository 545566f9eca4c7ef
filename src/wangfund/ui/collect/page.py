"""เก็บเงินสมทบ: the villages of a month, a village's sheet keyed by keypad alone, and payments at the counter."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from wangfund.domain.errors import FundError
from wangfund.domain.papers.collection_sheet import CollectionSheet
from wangfund.thai.dates import short_month
from wangfund.thai.period import Period
from wangfund.ui.collect.counter import Counter
from wangfund.ui.collect.day_dialog import ask_day
from wangfund.ui.collect.posted_view import PostedView
from wangfund.ui.collect.posting import Posting
from wangfund.ui.collect.printing import Printing
from wangfund.ui.collect.sheet_view import SheetView
from wangfund.ui.collect.sheet_words import READ_ONLY, changed_words, posted_words
from wangfund.ui.collect.state import CollectState, OpenSheet, draft_name, has_draft, open_sheet
from wangfund.ui.collect.village_rows import facts
from wangfund.ui.collect.village_view import VillageView
from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.widgets.banner import Banner
from wangfund.ui.widgets.period_picker import PeriodPicker
from wangfund.ui.words import READING
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.record_round import RoundResult
from wangfund.usecases.round_view import RoundView, round_view
from wangfund.usecases.rounds_of_month import MonthRounds, VillageLine, rounds_in_month

_HEADING = "เก็บเงินสมทบ"


class CollectPage(Page):
    """One of three is in front: `villages`, `sheet` (None while no sheet is open), `posted`."""

    def __init__(self, theme: Theme, place: Workplace, state: CollectState) -> None:
        super().__init__(theme, _HEADING)
        self._place, self._state = place, state
        self._counter = Counter(self, place, state)
        self.printing = Printing(self, place, state)
        self._posting = Posting(self, place, state, self._posted)
        self._wanted_moo: int | None = None
        self.villages = VillageView(theme, self._half)
        self.posted = PostedView(theme)
        self.sheet: SheetView | None = None
        self.picker: PeriodPicker | None = None
        self._picker_room = QHBoxLayout()
        self.receive = ActionButton(theme, "รับเงินที่โต๊ะ", icon="hand-coins", key=Key.RECEIVE.shown)
        self.open_button = ActionButton(theme, "เปิดใบ", key=Key.GO_ON.shown, main=True)
        self.all_paid = ActionButton(theme, "ทุกคนจ่ายครบ", key=Key.ALL_PAID.shown)
        self._stack = QStackedWidget()
        self._lay_out()
        self._wire()
        if state.rounds is not None:
            self._show_rounds(state.rounds)
        if state.sheet is not None:
            self._show_sheet(state.sheet)
        elif state.posted is not None:
            self._show_posted(state.posted)
        else:
            self._show_villages()

    def shown(self, argument: object = None) -> None:
        """Open what another page asked for: {"moo": n} a sheet (of a "month"), {"member": id} a payment at the counter."""
        told = argument if isinstance(argument, dict) else {}
        moo, member, month = told.get("moo"), told.get("member"), told.get("month")
        if isinstance(moo, int):
            self._wanted_moo = moo
            if isinstance(month, Period) and month != self._state.month:
                self._state.month, self._state.rounds = month, None
        if self._state.rounds is None:
            self.load()
        elif self._wanted_moo is not None:
            self._open_wanted()
        self._focus()
        if isinstance(member, int) and not self._readonly:
            self._counter.receive(member)

    @property
    def _readonly(self) -> bool:
        return self._place.books.readonly is not None

    def load(self) -> None:
        """Read the month beside the window."""
        books, month = self._place.books, self._state.month
        self.watch(
            self._place.runner.run(self, lambda _progress: rounds_in_month(books, month)), self._on_loaded
        )

    def back(self) -> bool:
        """Esc: one step back on the sheet, then to the villages; what was typed stays kept."""
        if super().back():
            return True
        if self.sheet is not None:
            if not self.sheet.back():
                self._show_villages()
            return True
        if self._stack.currentWidget() is self.posted:
            self._show_villages()
            return True
        return False

    def help_words(self) -> tuple[str, ...]:
        """The work in its order."""
        return (
            "กด F7 พิมพ์ใบเก็บเงินของหมู่บ้านให้ผู้เก็บ เมื่อผู้เก็บนำเงินและใบมาส่ง กด Enter ที่หมู่บ้านนั้น",
            "ไล่ตามใบทีละคน Enter คือจ่ายครบ พิมพ์จำนวนเงินแล้ว Enter คือจ่ายเท่านั้น 0 Enter หรือ − คือขาดส่ง",
            "+ คือจ่ายล่วงหน้าเพิ่มทีละเดือน / แล้วเลขลำดับ Enter คือไปคนนั้น ลูกศรขึ้นคือย้อนกลับ",
            "ถ้าเกือบทุกคนจ่ายครบ กด F4 แล้วแก้เฉพาะคนที่ไม่ครบ",
            "จบใบแล้วนับเงิน พิมพ์ยอดที่นับได้ หรือกด * นับทีละชนิด ถ้าไม่ตรงกัน หน้าจอบอกว่าควรดูที่ใคร",
            "กด F9 ออกใบเสร็จทั้งใบ แล้วกด F7 พิมพ์ใบนำส่งเงินและใบเสร็จ",
            "ใบที่พิมพ์ค้างไว้ไม่หาย กลับมาพิมพ์ต่อได้เสมอ แม้ไฟดับ",
        )

    def _lay_out(self) -> None:
        self.head.add(self._holder())
        if self.theme.compact:
            self.villages.foot.addWidget(self.receive)
        else:
            self.head.add(self.receive)
        for button in (self.open_button, self.all_paid):
            self.head.add(button)
        self._stack.addWidget(self.villages)
        self._stack.addWidget(self.posted)
        self.body.addWidget(self._stack)

    def _holder(self) -> QWidget:
        holder = QWidget()
        self._picker_room.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(self._picker_room)
        self._picker_holder = holder
        return holder

    def _wire(self) -> None:
        self.villages.opened.connect(self._open_line)
        self.villages.chosen.connect(self._on_chosen)
        self.villages.in_front_again.connect(self.load)
        self.open_button.clicked.connect(lambda: self._open_line(self.villages.table.current))
        self.villages.print.clicked.connect(self._print)
        self.posted.print.clicked.connect(self._print)
        self.bind(Key.MONTH_BEFORE, lambda: self._step(-1))
        self.bind(Key.MONTH_AFTER, lambda: self._step(1))
        self.bind(Key.ALL_PAID, self._everybody, self.all_paid)
        self.bind(Key.RECEIVE, lambda *_: self._counter.receive(), self.receive)
        self.bind(Key.PRINT, self._print)
        self.bind(Key.EDIT, self._change_day)
        self.bind(Key.POST, self._post)
        self.bind(Key.NEW, self._again, self.posted.again)
        self.bind(Key.MORE, self._hand_in, self.villages.hand_in)
        self.track(self._place.changed, self._on_changed)
        if self._readonly:
            for button in (self.receive, self.villages.hand_in, self.posted.again):
                button.setEnabled(False)
                button.setToolTip(READ_ONLY)
            self.villages.say(READ_ONLY)

    def _on_loaded(self, rounds: object) -> None:
        assert isinstance(rounds, MonthRounds)
        self._state.rounds, self._state.month = rounds, rounds.month
        self._show_rounds(rounds)
        if self._in_front(self.villages):
            self._say_villages()
        if self._wanted_moo is not None:
            self._open_wanted()

    def _show_rounds(self, rounds: MonthRounds) -> None:
        self._show_picker(rounds)
        chosen = self._state.chosen
        if chosen is None:
            chosen = next((v.moo for v in rounds.villages if not v.times and v.members), None)
        self.villages.show_rounds(rounds, chosen)
        self.open_button.setEnabled(bool(rounds.villages))

    def _show_picker(self, rounds: MonthRounds) -> None:
        """The months that may be chosen grow with the calendar: another range is another picker."""
        old = self.picker
        if old is not None:
            self._picker_room.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.picker = PeriodPicker(self.theme, rounds.month, rounds.first_open, rounds.last)
        self._picker_room.addWidget(self.picker)
        self.picker.changed.connect(self._on_month)

    def _on_month(self, month: Period) -> None:
        self._state.month, self._state.chosen, self._state.said = month, None, ""
        self.load()

    def _step(self, months: int) -> None:
        if self.picker is not None and self._in_front(self.villages):
            self.picker.step(months)

    def _on_chosen(self, line: VillageLine | None) -> None:
        if line is not None and self._state.rounds is not None:
            self._state.chosen = line.moo

    def _half(self, line: VillageLine) -> bool:
        month = self._state.month
        return month is not None and has_draft(line, month, self._place.drafts)

    def _open_wanted(self) -> None:
        moo, self._wanted_moo = self._wanted_moo, None
        if moo is not None:
            if self.sheet is not None:
                self._show_villages()
            self._open(moo)

    def _open_line(self, line: VillageLine | None) -> None:
        if line is not None:
            self._open(line.moo)

    def _open(self, moo: int, *, again: bool = False) -> None:
        """A village: its sheet, or what became of it when it is posted and nothing more is half typed."""
        month = self._state.month
        if month is None:
            return
        self.calm()
        try:
            view = round_view(self._place.books, moo, month)
        except FundError as error:
            self.complain(error)
            return
        self._state.chosen, self._state.said = moo, ""
        kept = self._place.drafts.kept(draft_name(month, moo))
        half = kept is not None and kept.get("token") == view.sheet.token
        if view.posted and not again and not half:
            self._show_posted(view)
            return
        sheet, changed = open_sheet(view, self._place.drafts, again=again)
        self._show_sheet(sheet)
        if changed:
            self.tell(Banner(self.theme, "warn", changed_words(changed), can_close=True))

    def _show_sheet(self, sheet: OpenSheet) -> None:
        self._drop_sheet()
        self._state.sheet, self._state.posted = sheet, None
        self.sheet = SheetView(self.theme, sheet, self._place.drafts, readonly=self._readonly)
        self._stack.addWidget(self.sheet)
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.post_wanted.connect(self._post)
        self.sheet.post.clicked.connect(self._post)
        self.sheet.money.day.clicked.connect(self._change_day)
        self._show_head(sheet.entry.view.sheet)
        self._show_buttons()
        self.sheet.go_to_sheet()

    def _show_head(self, sheet: CollectionSheet) -> None:
        assert self._state.sheet is not None
        late = "เก็บอีกครั้ง " if self._state.sheet.entry.again else ""
        self.head.heading.setText(f"ใบเก็บเงิน หมู่ {sheet.moo} {sheet.village}")
        who = f" · ผู้เก็บ {sheet.collector}" if sheet.collector and not self.theme.compact else ""
        self.head.say(f"{late}รอบ {short_month(sheet.month)}{who}")

    def _show_posted(self, view: RoundView, said: str = "") -> None:
        self._drop_sheet()
        self._state.sheet, self._state.posted = None, view
        self.posted.show_view(view)
        self.posted.again.setEnabled(self.posted.again.isEnabled() and not self._readonly)
        self._stack.setCurrentWidget(self.posted)
        sheet = view.sheet
        self.head.heading.setText(f"หมู่ {sheet.moo} {sheet.village}")
        self.head.say(said or f"รอบ {short_month(sheet.month)} บันทึกแล้ว", "ok")
        self._show_buttons()
        self._focus()

    def _show_villages(self) -> None:
        self.calm()
        self._drop_sheet()
        self._state.sheet = self._state.posted = None
        self._stack.setCurrentWidget(self.villages)
        self.head.heading.setText(_HEADING)
        self._say_villages()
        self._show_buttons()
        self.villages.refresh()
        self._focus()

    def _say_villages(self) -> None:
        if self._state.said:
            self.head.say(self._state.said, "ok")
        elif self._readonly and self.theme.compact:
            # The line under the list is not there.
            self.head.say(READING, "warn")
        elif self._state.rounds is not None:
            self.head.say("" if self.theme.compact else facts(self._state.rounds))

    def _show_buttons(self) -> None:
        listed = self._in_front(self.villages)
        self._picker_holder.setVisible(listed)
        self.receive.setVisible(listed or self.theme.compact)
        self.open_button.setVisible(listed)
        self.all_paid.setVisible(self.sheet is not None)

    def _drop_sheet(self) -> None:
        if self.sheet is not None:
            self.sheet.keep()
            self._stack.removeWidget(self.sheet)
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None

    def _in_front(self, view: QWidget) -> bool:
        return self._stack.currentWidget() is view

    def _focus(self) -> None:
        if self.sheet is not None:
            self.sheet.table.setFocus()
        elif self._in_front(self.posted):
            self.posted.table.setFocus()
        else:
            self.villages.table.setFocus()

    def _everybody(self) -> None:
        if self.sheet is not None:
            self.sheet.sheet.entry.everybody_pays()
            self.sheet.renewed()
            self.sheet.go_to_sheet()

    def _change_day(self) -> None:
        sheet = self._state.sheet
        if sheet is None:
            return

        def changed() -> None:
            if self.sheet is not None:
                self.sheet.renewed()

        ask_day(self, sheet, changed)

    def _post(self) -> None:
        """F9: what is missing comes first, then the question, then the round."""
        sheet, view = self._state.sheet, self.sheet
        if sheet is None or view is None or self._posting.running or self._readonly:
            return
        blank = sheet.entry.blank
        if blank:
            sheet.entry.go_to(sheet.entry.lines.index(blank[0]))
            view.table.follow()
            view.show_sheet()
            view.go_to_sheet()
        elif sheet.counted_satang is None:
            view.go_to_count()
        else:
            # Whatever happens from here on, what was typed is on the disk.
            view.keep()
            self._posting.ask(sheet, view.count.counts if sheet.pieces else {})

    def _posted(self, view: RoundView, done: RoundResult) -> None:
        # Back at the list the mark stands on the next village that is out.
        self._state.chosen = None
        self._show_posted(view, posted_words(done, short=self.theme.compact))

    def _again(self) -> None:
        if self._state.posted is not None:
            self._open(self._state.posted.sheet.moo, again=True)

    def _hand_in(self) -> None:
        if self._state.rounds is not None and self._state.rounds.held_satang:
            self._counter.hand_in(self._state.rounds)

    def _print(self) -> None:
        """F7: the sheet before the round, the slip and the receipts after it."""
        if self.sheet is not None:
            sheet = self.sheet.sheet.entry.view.sheet
            self.printing.sheets(sheet.month, [sheet.moo])
        elif self._in_front(self.posted) and self._state.posted is not None:
            self.printing.choose_papers(self._state.posted)
        elif self.villages.table.current is not None and self._state.rounds is not None:
            self.printing.choose_sheets(self.villages.table.current, self._state.rounds)

    def _on_changed(self, what: Changed) -> None:
        if what & Changed.MEMBERS:
            self._state.search = None
        if not what & (Changed.MONEY | Changed.MEMBERS | Changed.PERIODS | Changed.SETTINGS):
            return
        self.load()
        if self._posting.running:
            return
        if self._state.sheet is not None:
            self._renew(self._state.sheet)
        elif self._state.posted is not None:
            old = self._state.posted.sheet
            self._show_posted(round_view(self._place.books, old.moo, old.month))

    def _renew(self, sheet: OpenSheet) -> None:
        """The books have changed under a sheet that is half typed."""
        before = sheet.entry.view.sheet
        try:
            view = round_view(self._place.books, before.moo, before.month)
        except FundError as error:
            self.complain(error)
            return
        if len(view.posted) > len(sheet.entry.view.posted):
            self._place.drafts.drop(sheet.name)
            sheet.empty()
            self._show_posted(view)
            return
        changed = sheet.entry.renew(view)
        if self.sheet is not None:
            self.sheet.renewed()
        if changed:
            self.tell(Banner(self.theme, "warn", changed_words(changed), can_close=True))
