"""ระเบียบ: the by-law as the table a committee knows, a draft beside it, checked and replayed at once, and adopted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu

from wangfund.domain.errors import FundError, Refused
from wangfund.thai.dates import short_date
from wangfund.ui.bylaw.draft import DRAFT, BylawDraft
from wangfund.ui.bylaw.edit_dialog import EditDialog
from wangfund.ui.bylaw.edit_words import EditWord
from wangfund.ui.bylaw.file_acts import FileActs
from wangfund.ui.bylaw.finding_words import FoundLine
from wangfund.ui.bylaw.front import FrontPanel
from wangfund.ui.bylaw.help_words import DRAFTING, LOOKING
from wangfund.ui.bylaw.menu import entries
from wangfund.ui.bylaw.rows import TableRow
from wangfund.ui.bylaw.shape_acts import ShapeActs
from wangfund.ui.bylaw.side import SideColumn
from wangfund.ui.bylaw.state import CHECK, RULES, TEXT, BylawState, Checked
from wangfund.ui.bylaw.work import checking, replaying
from wangfund.ui.frame.page import Page
from wangfund.ui.frame.question import Question
from wangfund.ui.keys import Key
from wangfund.ui.members.more_menu import make_menu
from wangfund.ui.theme import sizes
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.action_button import ActionButton
from wangfund.ui.words import READING
from wangfund.ui.worker.job import Job
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.adopt_rulebook import Adopted, adopt_rulebook
from wangfund.usecases.replay_rules import Replay
from wangfund.usecases.rulebook_versions import RulebookVersions, rulebook_versions

READ_ONLY: Final = "เปิดดูอย่างเดียว จึงร่างฉบับใหม่ไม่ได้"
_KEEP_AFTER_MS: Final = 300
_CHECK_AFTER_MS: Final = 350
_SIDE: Final = 346
_MOST_EXAMPLES: Final = 6


class BylawPage(Page):
    """`front` is the wide panel, `side` what stands beside it (a part of `front` where there is little room)."""

    def __init__(self, theme: Theme, place: Workplace, state: BylawState) -> None:
        super().__init__(theme, "ระเบียบ" if theme.compact else "ระเบียบและสิทธิประโยชน์")
        self.place, self.state = place, state
        t = theme
        self.more = ActionButton(t, "เรื่องอื่น", key=Key.MORE.shown)
        self.print = ActionButton(t, "พิมพ์", icon="printer", key=Key.PRINT.shown)
        self.new = ActionButton(t, "ร่างฉบับใหม่", icon="plus", key=Key.NEW.shown, main=True)
        self.adopt = ActionButton(t, "ใช้เป็นฉบับใหม่", icon="stamp", key=Key.POST.shown, main=True)
        for button in (self.more, self.print, self.new, self.adopt):
            self.head.add(button)
        self.side = SideColumn(t, self.adopt)
        self.front = FrontPanel(t, self.side if t.compact else None)
        row = QHBoxLayout()
        row.setSpacing(t.px(sizes.GAP))
        row.addWidget(self.front, 1)
        if not t.compact:
            self.side.setFixedWidth(t.px(_SIDE))
            row.addWidget(self.side)
        self.body.addLayout(row)
        self._keep_soon = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._check_soon = QTimer(self, singleShot=True, interval=_CHECK_AFTER_MS)
        self._replaying: Job | None = None
        self._rewriting: Job | None = None
        self._loading = False
        self._said = ""
        self.menu: QMenu | None = None
        self.shape, self.files = ShapeActs(self), FileActs(self)
        self._wire()
        state.recall(place.drafts.kept(DRAFT))
        self._show_all()

    def shown(self, argument: object = None) -> None:
        """Read the versions; the keys go to the table."""
        if isinstance(argument, dict) and isinstance(argument.get("from"), str):
            self.state.came_from = argument["from"]
        self.load()
        self.front.begin(self.state.tab)

    def back(self) -> bool:
        """Esc: stops a long replay, else to the table, then to where one came from."""
        if super().back():
            return True
        if self._replaying is not None and self.side.replay.busy.isVisible():
            self._replaying.cancel()
            return True
        if self.state.tab != RULES or not self.front.table.hasFocus():
            self.turn(RULES)
            return True
        self.go.emit(self.state.came_from, "rules" if self.state.came_from == "settings" else None)
        return True

    def help_words(self) -> tuple[str, ...]:
        """How the page is used, looking or drafting."""
        return DRAFTING if self.state.drafting else LOOKING

    def release(self) -> None:
        """The page goes: what was typed last is kept."""
        if self._keep_soon.isActive():
            self._keep_soon.stop()
            self._keep()
        self._stop_replay()
        super().release()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is in front: nobody there waits for a replay; it begins again when one comes back."""
        super().hideEvent(event)
        self._stop_replay()

    def load(self) -> None:
        """Read the versions beside the window."""
        if self._loading:
            return
        self._loading = True
        books = self.place.books
        job = self.place.runner.run(self, lambda _progress: rulebook_versions(books))
        job.ended.connect(self._on_load_ended)
        self.watch(job, self._on_loaded)

    @property
    def writable(self) -> bool:
        """Whether this fund may be written."""
        return self.place.books.readonly is None

    def _wire(self) -> None:
        front, side = self.front, self.side
        self.new.clicked.connect(self.begin_draft)
        self.bind(Key.NEW, self._new)
        self.bind(Key.EDIT, self.edit_row, front.edit)
        self.bind(Key.REMOVE, self._remove)
        self.bind(Key.PRINT, self.files.print, self.print)
        self.bind(Key.POST, self._ask_adopt, self.adopt)
        self.bind(Key.MORE, self._show_menu, self.more)
        self.bind(Key.ONLY_PROBLEMS, self._to_findings)
        self.bind(Key.SAVE_FILE, self.files.export)
        QShortcut(QKeySequence(Key.NEXT_LIST.sequence), self).activated.connect(front.tabs.next)
        front.opened.connect(lambda _row: self.edit_row())
        front.left.connect(self.back)
        front.turned.connect(self.turn)
        for table in (front.version, front.draft):
            table.chosen.connect(self._on_row)
        front.text.edited.connect(self._on_text)
        front.text.too_large.connect(self._on_too_large)
        side.check.list.chosen.connect(self._on_finding)
        side.versions.chosen.connect(self._on_version)
        self._keep_soon.timeout.connect(self._keep)
        self._check_soon.timeout.connect(self._check)
        self.track(self.place.changed, self._on_changed)

    # --- the draft

    def begin_draft(self) -> None:
        """F2: a copy of the newest version, or back to the draft there is."""
        self.calm()
        try:
            self.state.begin_draft()
        except FundError as error:
            self.complain(error)
            return
        self._said = ""
        self._keep()
        self._show_all()
        self._check()
        self.front.begin(self.state.tab)

    def _new(self) -> None:
        """F2: a draft; in the draft another benefit after the one under the mark."""
        if self.state.drafting:
            self.shape.like()
        elif self.new.isEnabled() and self.new.isVisible():
            self.begin_draft()

    def _remove(self) -> None:
        """Del in the table: the benefit under the mark goes; in the text it is a letter's key."""
        if self.state.tab == RULES:
            self.shape.out()

    def edit_row(self) -> None:
        """Enter or F3: the fields of the row under the mark."""
        row = self.front.table.current
        if row is None or not self.state.drafting or not self.writable:
            return
        words = self.state.words(row.key)
        if not words:
            return
        dialog = EditDialog(self.theme, self.place, f"แก้ร่าง: {row.name}", words, row.key, self)

        def ready(command: object) -> None:
            def done() -> None:
                dialog.finish()
                self.draft_changed()

            changes = cast("dict[EditWord, str]", command)
            self.rewrite(lambda draft: draft.with_words(changes), done, dialog.complain)

        dialog.ready.connect(ready)
        dialog.open()

    def rewrite(
        self,
        make: Callable[[BylawDraft], BylawDraft],
        done: Callable[[], object],
        refused: Callable[[FundError], object],
    ) -> None:
        """Make another draft of this one beside the window; what was typed meanwhile wins."""
        draft = self.state.draft
        if draft is None or (self._rewriting is not None and self._rewriting.running):
            return
        job = self._rewriting = self.place.runner.run(self, lambda _progress: make(draft))

        def made(new: BylawDraft) -> None:
            if self.state.take_draft(draft, new):
                done()

        def failed(error: object) -> None:
            if isinstance(error, FundError):
                refused(error)
            else:
                self._on_failed(error)

        job.done.connect(made)
        job.failed.connect(failed)

    def draft_changed(self) -> None:
        """The draft says something else now."""
        self._said = ""
        self._keep()
        self._check()
        self._show_all()

    def _on_text(self, text: str) -> None:
        if not self.state.drafting:
            return
        try:
            self.state.take_text(text)
        except Refused as error:
            self.complain(error)
            return
        self._keep_soon.start()
        self._check_soon.start()
        self._say()
        self._show_side()

    def _on_too_large(self) -> None:
        try:
            self.state.take_text(" " * 2_000_000)
        except Refused as error:
            self.complain(error)

    def _keep(self) -> None:
        if self.state.draft is not None:
            self.place.drafts.keep(DRAFT, self.state.draft.kept)

    # --- checking and replaying

    def _check(self) -> None:
        self._check_soon.stop()
        self._stop_replay()
        draft = self.state.draft
        if draft is not None and not self.state.is_checked:
            self.watch(self.place.runner.run(self, checking(self.place.books, draft.text)), self._on_checked)
        elif draft is not None and self.state.replay is None and not self.state.replay_stopped:
            self._replay()

    def _on_checked(self, checked: Checked) -> None:
        if self.state.take_check(checked):
            self._show_all()
            self._replay()

    def _replay(self) -> None:
        state, books = self.state, self.place.books
        rules, draft = state.rules, state.draft
        if rules is None or draft is None or not self.isVisible():
            return
        self._stop_replay()
        since = state.since(self.place.clock.today())
        job = self._replaying = self.place.runner.run(self, replaying(books, draft.text, rules, since))
        self.side.replay.follow(job)
        self.watch(job, self._on_replayed)
        job.cancelled.connect(self._on_replay_stopped)
        job.failed.connect(lambda _error: self._on_replay_stopped())

    def _replay_again(self) -> None:
        """F10: a replay that was stopped is begun again."""
        self.state.stopped = ""
        self._replay()
        self._show_side()

    def _on_replay_stopped(self) -> None:
        self._replaying = None
        if self.state.draft is not None:
            self.state.stopped = self.state.draft.text
        self._show_side()

    def _on_replayed(self, told: tuple[str, Replay]) -> None:
        self._replaying = None
        if self.state.take_replay(*told):
            self._show_all()

    def _stop_replay(self) -> None:
        if self._replaying is not None:
            self._replaying.forget()
            self._replaying = None

    def _to_findings(self) -> None:
        """F12: to the list of what was found."""
        if not self.state.drafting:
            return
        if self.theme.compact:
            self.turn(CHECK)
        self.side.check.list.begin()

    def _on_finding(self, line: FoundLine) -> None:
        """Go where a finding points; a failing example is asked about."""
        if line.row:
            self.state.chosen = line.row
        if line.row and (self.state.rules is not None):
            self.turn(RULES)
            self.front.table.show_rows(self.state.rows(), choose=line.row)
            if line.example is not None:
                self._ask_examples(line)
        elif line.line:
            self.turn(TEXT)
            self.front.text.go_to(line.line)

    def _ask_examples(self, line: FoundLine | None) -> None:
        words = [one.words for one in (self.state.failing if line is None else (line,))]
        most = _MOST_EXAMPLES if not self.theme.compact else 1
        said = "\n".join(f"– {one}" for one in words[:most])
        more = f"\nและอีก {len(words) - most} ตัวอย่าง" if len(words) > most else ""
        question = Question(
            self.theme,
            "ตัวอย่างในระเบียบไม่ตรงกับร่าง",
            f"{said}{more}\nถ้าที่ประชุมตั้งใจให้เป็นตามร่าง ให้แก้ตัวอย่างตามร่าง ถ้าไม่ใช่ ให้กลับไปแก้ร่าง",
            "แก้ตัวอย่างตามร่าง",
            self,
            leave="กลับไปแก้ร่าง",
        )
        question.accepted.connect(lambda: self._accept_examples(line))
        question.open()

    def _accept_examples(self, line: FoundLine | None) -> None:
        rules, lines = self.state.rules, self.state.failing if line is None else (line,)
        if rules is not None:
            self.rewrite(lambda draft: draft.with_examples(rules, lines), self.draft_changed, self.complain)

    # --- adopting

    def _ask_adopt(self) -> None:
        state = self.state
        rules = state.rules
        if not state.drafting or rules is None or state.why_not(readonly=not self.writable):
            return
        question = Question(
            self.theme, "ใช้เป็นฉบับใหม่", state.adopt_words(), f"ใช้ฉบับที่ {rules.version}", self, icon="stamp"
        )
        question.accepted.connect(self._adopt)
        question.open()

    def _adopt(self) -> None:
        draft, books, who = self.state.draft, self.place.books, self.place.who
        if draft is None:
            return
        self._check_soon.stop()
        self._stop_replay()
        text = draft.text
        self.act(
            self.place,
            "บันทึกระเบียบฉบับใหม่",
            lambda _progress: adopt_rulebook(books, text, who),
            self._on_adopted,
            Changed.SETTINGS | Changed.CLAIMS,
        )

    def _on_adopted(self, adopted: Adopted) -> None:
        rules = adopted.rules
        self._give_up()
        self.state.showing = adopted.rulebook_id
        self._said = f"ใช้ระเบียบฉบับที่ {rules.version} กับเหตุตั้งแต่ {short_date(rules.effective_from)} แล้ว"
        self._loading = False
        self.load()
        self._show_all()
        self.front.begin(RULES)

    def _give_up(self) -> None:
        self._check_soon.stop()
        self._keep_soon.stop()
        self._stop_replay()
        self.state.drop_draft()
        self.place.drafts.drop(DRAFT)

    # --- what else

    def _show_menu(self) -> None:
        found = entries(self.state, writable=self.writable)
        acts = {
            "export": self.files.export,
            "import": self.files.bring,
            "versions": self._show_versions,
            "examples": lambda: self._ask_examples(None),
            "replay": self._replay_again,
            "drop": self._ask_drop,
        }
        self.menu = make_menu(
            self.theme, found, lambda name: (acts.get(name) or partial(self.shape.do, name))(), self
        )
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _ask_drop(self) -> None:
        sentence = "สิ่งที่แก้ไว้ในร่างจะหายไป ระเบียบที่ใช้อยู่ไม่เปลี่ยน"
        question = Question(self.theme, "ทิ้งร่าง", sentence, "ทิ้งร่าง", self)
        question.accepted.connect(self._drop)
        question.open()

    def _drop(self) -> None:
        self._give_up()
        self._said = "ทิ้งร่างแล้ว"
        self._show_all()
        self.front.begin(RULES)

    def _show_versions(self) -> None:
        newest = next((v for v in self.state.view.versions if v.in_force), None) if self.state.view else None
        newest = newest or self.state.newest
        if newest is not None:
            self._on_version(newest.id)
            self.front.begin(self.state.tab)

    # --- showing

    def turn(self, name: str) -> None:
        self.state.tab = name
        self.front.turn_to(name)
        self.front.begin(name)

    def _on_row(self, row: TableRow | None) -> None:
        if row is not None:
            self.state.chosen = row.key
            self.front.show_row(self.state, row)

    def _on_version(self, version_id: object) -> None:
        if isinstance(version_id, int) and self.state.showing != version_id:
            shown = self.state.shown
            self.state.showing = version_id
            if shown is None or shown.id != version_id:
                self.state.tab = RULES if self.state.tab not in {RULES, TEXT, CHECK} else self.state.tab
                self._show_all()

    def _on_loaded(self, view: RulebookVersions) -> None:
        self.state.view = view
        self._show_all()
        self._check()

    def _on_load_ended(self) -> None:
        self._loading = False

    def _show_all(self) -> None:
        state = self.state
        self.front.show_state(state)
        self._show_side()
        self.new.setVisible(not state.drafting)
        self.adopt.setVisible(state.drafting)
        self.new.setText("กลับไปที่ร่าง" if state.draft is not None else "ร่างฉบับใหม่")
        self.new.setEnabled(self.writable and state.view is not None)
        self.new.updateGeometry()
        self.print.setEnabled(state.rules is not None if state.drafting else state.shown is not None)
        self._say()

    def _show_side(self) -> None:
        self.side.show_state(self.state, readonly=not self.writable)

    def _say(self) -> None:
        if self._said:
            self.head.say(self._said, "ok")
        elif not self.writable and not self.state.drafting:
            self.head.say(READING if self.theme.compact else READ_ONLY, "warn")
        else:
            self.head.say(self.state.head_words(short=self.theme.compact))

    def _on_changed(self, what: Changed) -> None:
        if what & (Changed.CLAIMS | Changed.MEMBERS | Changed.MONEY):
            self.state.replayed = None
        if what & (Changed.SETTINGS | Changed.PERIODS | Changed.CLAIMS) and self.isVisible():
            self.load()
