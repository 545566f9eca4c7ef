"""The column at the right: what the draft would have cost and what the checker says; or the versions there are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from wangfund.thai.dates import table_date
from wangfund.ui.bylaw.check_list import CheckList
from wangfund.ui.bylaw.replay_rows import by_year, people_words, plain, total_words
from wangfund.ui.bylaw.state import BylawState
from wangfund.ui.bylaw.year_bars import YearBars
from wangfund.ui.theme import sizes
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import WrapLabel, label
from wangfund.ui.widgets.panel import Panel, split
from wangfund.ui.widgets.rows_model import Column, RowsModel
from wangfund.ui.widgets.rows_table import RowsTable
from wangfund.ui.widgets.why_grey import WhyGrey
from wangfund.ui.worker.busy_panel import BusyPanel
from wangfund.ui.worker.job import Job
from wangfund.usecases.rulebook_versions import RulebookVersion


class ReplayPanel(Panel):
    """The sum of three years and each year's bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "ถ้าใช้ร่างนี้ย้อนหลัง 3 ปี")
        self._name = label(theme, "", Words.SECOND, "ink2")
        self.figure = label(theme, "", Words.BIG)
        unit = label(theme, "บาท", Words.SECOND, "ink2")
        amount = QWidget()
        row = QHBoxLayout(amount)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.figure)
        row.addWidget(unit)
        self._sum = split(theme, self._name, amount)
        self.bars = YearBars(theme)
        self.people = WrapLabel(theme, "", Words.SECOND, "ink2")
        for part in (self._sum, self.bars, self.people):
            self.add(part, bottom=6 if part is self.people else 0)
        self.busy = BusyPanel(theme, self)

    def show_state(self, state: BylawState) -> None:
        """Show what claims would have come to, or why nobody knows yet."""
        replay = state.replay
        for part in (self._sum, self.bars):
            part.setVisible(replay is not None and bool(replay.claims))
        if replay is None:
            readable = state.rules is not None or not state.is_checked
            if not readable:
                self.people.tell("อ่านร่างไม่ได้ จึงยังลองไม่ได้")
            elif state.replay_stopped:
                self.people.tell("หยุดลองไว้ กด F10 แล้วเลือก ลองกับคำขอจริงอีกครั้ง")
            else:
                self.people.tell("กำลังลองกับคำขอจริง กด Esc เพื่อหยุด")
            return
        self._name.setText(total_words(replay))
        self.figure.setText(plain(abs(replay.now_satang - replay.then_satang)))
        self.bars.show_years(by_year(replay, state.until or replay.since))
        self.people.tell(people_words(replay))

    def follow(self, job: Job) -> None:
        """Show how far the work is."""
        self.busy.follow(job, "ลองกับคำขอจริง", can_stop=True)


class CheckPanel(Panel):
    """Why the draft cannot be adopted, and every finding."""

    def __init__(self, theme: Theme, adopt: QPushButton) -> None:
        super().__init__(theme, "ตรวจร่าง")
        self.why = WhyGrey(theme, adopt)
        self.add(self.why, bottom=4)
        self.list = CheckList(theme)
        self.column.addWidget(self.list, 1)
        self.rule()
        note = WrapLabel(theme, "คำขอที่ตัดสินแล้ว ไม่เปลี่ยนตามร่างนี้", Words.SECOND, "ink2")
        self.add(note, top=6, bottom=6)

    def show_state(self, state: BylawState, *, readonly: bool) -> None:
        """Show what was found."""
        self.why.because(state.why_not(readonly=readonly))
        self.list.show_lines(state.lines, state.fine_words)


class VersionsPanel(Panel):
    """`chosen` gives the id of the version to show."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "ฉบับของระเบียบ")
        self._rows: RowsModel[RulebookVersion] = RowsModel(
            (Column("ฉบับ และวันที่มีผล", version_words, below=lambda v: v.rules.resolution or "–", strong=True),),
            self,
        )
        self.table: RowsTable[RulebookVersion] = RowsTable(
            theme, self._rows, "ฉบับของระเบียบ", key_of=lambda v: v.id
        )
        self.column.addWidget(self.table, 1)
        self.rule()
        words = WrapLabel(theme, "เหตุที่เกิดวันใด ใช้ฉบับที่มีผลในวันนั้น", Words.SECOND, "ink2")
        self.add(words, top=6, bottom=6)
        self._telling = True
        self.table.chosen.connect(self._on_chosen)

    def show_state(self, state: BylawState) -> None:
        """Show the versions, the newest first; the mark on the one in front."""
        if state.view is not None and state.shown is not None:
            self._telling = False
            self.table.show_rows(tuple(reversed(state.view.versions)), choose=state.shown.id)
            self._telling = True

    def _on_chosen(self, row: RulebookVersion | None) -> None:
        if row is not None and self._telling:
            self.chosen.emit(row.id)


def version_words(version: RulebookVersion) -> str:
    """'ฉบับที่ 2 · 1 ธ.ค. 69 · ใช้อยู่'."""
    since = table_date(version.rules.effective_from)
    return f"ฉบับที่ {version.rules.version} · {since}" + (" · ใช้อยู่" if version.in_force else "")


class SideColumn(QStackedWidget):
    """Either the panels of the draft or those of the versions."""

    def __init__(self, theme: Theme, adopt: QPushButton) -> None:
        super().__init__()
        self.replay, self.check = ReplayPanel(theme), CheckPanel(theme, adopt)
        self.versions = VersionsPanel(theme)
        drafting = QWidget()
        column = QVBoxLayout(drafting)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(sizes.GAP))
        # Where it is a part of the wide panel no panel lies inside another, and what stands in the way comes first.
        parts = (self.check, self.replay) if theme.compact else (self.replay, self.check)
        for part in parts:
            column.addWidget(part, 1 if part is self.check else 0)
        if theme.compact:
            self.check.list.grow_whole()
            for part in (*parts, self.versions):
                part.setProperty("part", "bare")
        self.addWidget(drafting)
        self.addWidget(self.versions)

    def show_state(self, state: BylawState, *, readonly: bool) -> None:
        """Show what belongs beside the table in front."""
        self.setCurrentIndex(0 if state.drafting else 1)
        if state.drafting:
            self.replay.show_state(state)
            self.check.show_state(state, readonly=readonly)
        else:
            self.check.why.because("")
            self.versions.show_state(state)
