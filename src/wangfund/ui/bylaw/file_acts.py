"""The by-law on paper and in files: its leaflet, its text kept, another text brought in as the draft."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wangfund.domain.rulebook.model import Rulebook
from wangfund.ui.bylaw.files import file_name, leaflet_paper, read_rules, write_rules
from wangfund.ui.bylaw.state import RULES
from wangfund.ui.frame.choose_file import FileKind, choose_file, choose_save
from wangfund.ui.frame.question import Question
from wangfund.ui.papers.paper_dialog import open_paper

if TYPE_CHECKING:
    from wangfund.ui.bylaw.page import BylawPage


class FileActs:
    """The acts of one page."""

    def __init__(self, page: BylawPage) -> None:
        self._page = page

    def print(self) -> None:
        """F7: the members' leaflet of what is in front; a draft's says so."""
        page, rules = self._page, self._rules
        if rules is not None:
            make = leaflet_paper(page.place.books, rules, draft=page.state.drafting)
            open_paper(page, page.place, "สิทธิประโยชน์ของสมาชิก", make)

    def export(self) -> None:
        """Ctrl S: the text in front as a file."""
        page, text = self._page, self._page.state.text
        if not text:
            return

        def save(path: Path) -> None:
            job = page.place.runner.run(page, lambda _progress: write_rules(path, text))
            page.watch(job, lambda where: page.head.say(f"เก็บไว้ที่ {where}", "ok"))

        name = file_name(self._rules, draft=page.state.drafting)
        choose_save(page, "เก็บระเบียบเป็นไฟล์", name, FileKind.RULES, save)

    def bring(self) -> None:
        """A file becomes the draft."""
        page = self._page

        def read(path: Path) -> None:
            page.watch(page.place.runner.run(page, lambda _progress: read_rules(path)), self._on_read)

        choose_file(page, "นำเข้าร่างระเบียบ", None, FileKind.RULES, read)

    @property
    def _rules(self) -> Rulebook | None:
        state = self._page.state
        if state.drafting:
            return state.rules
        return state.shown.rules if state.shown is not None else None

    def _on_read(self, text: str) -> None:
        page = self._page
        if page.state.draft is None:
            self._take(text)
            return
        sentence = "ร่างที่มีอยู่จะถูกแทนด้วยข้อความในไฟล์ ถ้ายังอยากเก็บ ให้เก็บเป็นไฟล์ก่อน"
        question = Question(page.theme, "แทนร่างที่มีอยู่", sentence, "แทนร่าง", page)
        question.accepted.connect(lambda: self._take(text))
        question.open()

    def _take(self, text: str) -> None:
        page = self._page
        page.state.take_text(text)
        page.state.showing = None
        page.turn(RULES)
        page.draft_changed()
