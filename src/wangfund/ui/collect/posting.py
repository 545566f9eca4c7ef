"""Posting a sheet: the question with its amount, the round, and what stays of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from wangfund.domain.errors import FundError
from wangfund.thai.dates import short_date
from wangfund.thai.money_text import format_baht
from wangfund.ui.collect.sheet_words import post_words, question_words
from wangfund.ui.collect.state import CollectState, OpenSheet
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.question import Question
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.record_round import RoundResult, record_round
from wangfund.usecases.round_view import RoundView, round_view

Done = Callable[[RoundView, RoundResult], object]


class Posting:
    """`running` from the yes until the round is posted or refused; meanwhile nothing else is posted."""

    def __init__(self, page: Page, place: Workplace, state: CollectState, done: Done) -> None:
        self._page, self._place, self._state, self._done = page, place, state, done
        self.running = False

    def ask(self, sheet: OpenSheet, pieces: Mapping[int, int]) -> None:
        """Ask; on yes post it. `pieces` are the cash counted piece by piece, for the slip."""
        entry, counted = sheet.entry, sheet.counted_satang
        assert counted is not None
        verb = post_words(entry)
        if entry.payers:
            verb = f"{verb} {format_baht(entry.recorded_satang)} บาท"
        question = Question(
            self._page.theme,
            "ออกใบเสร็จทั้งใบ",
            question_words(entry, counted, short_date(sheet.on)),
            verb,
            self._page,
            icon="receipt-text",
        )
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.accepted.connect(lambda: self._record(sheet, dict(pieces)))
        question.open()

    def _record(self, sheet: OpenSheet, pieces: dict[int, int]) -> None:
        if self.running:
            return
        command, books, who = sheet.command(), self._place.books, self._place.who
        moo, month = sheet.entry.view.sheet.moo, sheet.entry.view.sheet.month

        def done(result: RoundResult) -> None:
            self.running = False
            for round_id in result.round_ids:
                self._state.pieces[round_id] = pieces
            sheet.empty()
            self._place.drafts.drop(sheet.name)
            self._done(round_view(books, moo, month), result)

        def refused(error: FundError) -> None:
            self.running = False
            self._page.complain(error)

        self.running = self._page.act(
            self._place,
            "ออกใบเสร็จ",
            lambda _progress: record_round(books, command, who),
            done,
            Changed.MONEY,
            refused=refused,
        )
