"""The counter's acts over the page: one payment, and money a collector brings later."""

from __future__ import annotations

from wangfund.thai.money_text import format_baht
from wangfund.ui.collect.choice_dialog import ChoiceDialog, Option
from wangfund.ui.collect.counter_dialog import CounterDialog
from wangfund.ui.collect.hand_in_dialog import HandInDialog
from wangfund.ui.collect.state import CollectState
from wangfund.ui.frame.page import Page
from wangfund.ui.keys import Key
from wangfund.ui.papers.counted import receipts_paper
from wangfund.ui.papers.paper_dialog import open_paper
from wangfund.ui.widgets.member_search import MemberSearch
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.find_members import list_members
from wangfund.usecases.money_held import MoneyResult
from wangfund.usecases.move_money import MoveMoney, move_money
from wangfund.usecases.paper_rows import member_receipts
from wangfund.usecases.payment_view import payment_view
from wangfund.usecases.rounds_of_month import MonthRounds
from wangfund.usecases.take_payment import PaymentResult, TakePayment, take_payment


class Counter:
    """Opens the forms over a page and says on it what was done."""

    def __init__(self, page: Page, place: Workplace, state: CollectState) -> None:
        self._page, self._place, self._state = page, place, state
        self._looking = False

    def receive(self, member_id: int | None = None) -> None:
        """Take one payment; None: the member is looked for first."""
        if member_id is not None or self._state.search is not None:
            self._open(member_id)
        elif not self._looking:
            self._looking = True
            books = self._place.books
            job = self._place.runner.run(self._page, lambda _progress: list_members(books))

            def read(rows: object) -> None:
                self._looking = False
                assert isinstance(rows, tuple)
                self._state.search = MemberSearch(rows)
                self._open(None)

            self._page.watch(job, read)

    def hand_in(self, rounds: MonthRounds) -> None:
        """Money a collector had not handed in comes in."""
        place, page = self._place, self._page
        dialog = HandInDialog(page.theme, rounds.held, rounds.banks, place.clock.today(), page, place.drafts)

        def take(command: MoveMoney) -> tuple[MoveMoney, MoneyResult]:
            return command, move_money(place.books, command, place.who)

        def done(result: tuple[MoveMoney, MoneyResult]) -> None:
            command, _ = result
            self._say(f"รับเงินจาก{command.who or 'ผู้เก็บ'} {format_baht(command.amount_satang)} บาทแล้ว")

        page.ask(dialog, place, "รับเงินจากผู้เก็บ", take, done, Changed.MONEY)

    def _open(self, member_id: int | None) -> None:
        place, page = self._place, self._page
        dialog = CounterDialog(
            page.theme,
            lambda member: payment_view(place.books, member),
            None if member_id is not None else self._state.search,
            place.clock.today(),
            page,
            place.drafts,
        )
        if member_id is not None:
            dialog.show_member(member_id)

        def take(command: TakePayment) -> tuple[TakePayment, PaymentResult]:
            return command, take_payment(place.books, command, place.who)

        def done(result: tuple[TakePayment, PaymentResult]) -> None:
            name = dialog.view.member.name if dialog.view is not None else ""
            self._taken(name, *result)

        page.ask(dialog, place, "รับเงินสมทบ", take, done, Changed.MONEY)

    def _taken(self, name: str, command: TakePayment, done: PaymentResult) -> None:
        words = f"รับเงินจาก{name} {format_baht(command.amount_satang)} บาท ใบเสร็จที่ {done.receipt.number}"
        self._say(words)
        asked = ChoiceDialog(
            self._page.theme,
            "รับเงินแล้ว",
            (
                Option("print", "พิมพ์ใบเสร็จ", "printer", Key.PRINT),
                Option("next", "รับเงินคนต่อไป", "hand-coins", Key.RECEIVE),
            ),
            self._page,
            sentence=words,
            leave="เสร็จแล้ว",
        )

        def picked(code: str) -> None:
            if code == "next":
                self.receive()
            else:
                self._print(command.member_no, done)

        asked.picked.connect(picked)
        asked.open()

    def _print(self, member_no: str, done: PaymentResult) -> None:
        place, wanted = self._place, done.receipt.id
        name = f"ใบเสร็จ {done.receipt.number}"
        open_paper(
            self._page,
            place,
            f"ใบเสร็จที่ {done.receipt.number}",
            lambda _progress: receipts_paper(
                place,
                name,
                lambda: [p for p in member_receipts(place.books, member_no) if p.row_id == wanted],
            ),
            "จัดทำใบเสร็จ",
        )

    def _say(self, words: str) -> None:
        self._state.said = words
        self._page.head.say(words, "ok")
