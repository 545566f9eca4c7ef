"""What a person adds to the benefit under the mark and takes from it: asked in a form, put into the draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from wangfund.domain.rulebook.model import Benefit, Rulebook
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.ui.bylaw import reshape
from wangfund.ui.bylaw.draft import BylawDraft
from wangfund.ui.frame.question import Question

if TYPE_CHECKING:
    from wangfund.ui.bylaw.page import BylawPage
    from wangfund.ui.frame.form_dialog import FormDialog

Change = Callable[[str, object], str]


class ShapeActs:
    """The acts of one page."""

    def __init__(self, page: BylawPage) -> None:
        self._page = page

    def do(self, act: str) -> None:
        """One entry of the menu."""
        kind, _, number = act.partition(":")
        acts: dict[str, Callable[[], object]] = {
            "like": self.like,
            "tier": self.tier,
            "cap": self.cap,
            "condition": self.condition,
            "without": lambda: self.without(int(number)),
            "out": self.out,
        }
        acts[kind]()

    def like(self) -> None:
        """F2: another benefit after the pattern of the one under the mark."""
        found = self._marked()
        if found is None:
            return
        rules, at, benefit = found
        from wangfund.ui.bylaw.add_dialogs import LikeDialog

        taken = frozenset(one.code for one in rules.benefits)

        def add(text: str, command: object) -> str:
            name, clause = cast("tuple[str, str]", command)
            return reshape.like(text, at, name, clause, taken)[0]

        self._ask(LikeDialog(self._page.theme, benefit, self._page), add)

    def tier(self) -> None:
        """Another step."""
        found = self._marked()
        if found is None:
            return
        rules, at, benefit = found
        from wangfund.ui.bylaw.add_dialogs import TierDialog

        steps = reshape.tiered(rules, benefit.code)
        if steps:
            self._ask(
                TierDialog(self._page.theme, benefit, steps, self._page),
                lambda text, new: reshape.with_tier(text, at, cast("reshape.NewTier", new)),
            )

    def cap(self) -> None:
        """Another limit."""
        found = self._marked()
        if found is None:
            return
        _, at, benefit = found
        from wangfund.ui.bylaw.add_dialogs import CapDialog

        self._ask(
            CapDialog(self._page.theme, benefit, self._page),
            lambda text, new: reshape.with_cap(text, at, cast("reshape.NewCap", new)),
        )

    def condition(self) -> None:
        """Another condition."""
        found = self._marked()
        if found is None:
            return
        _, at, benefit = found
        from wangfund.ui.bylaw.add_dialogs import ConditionDialog

        self._ask(
            ConditionDialog(self._page.theme, benefit, self._page),
            lambda text, new: reshape.with_condition(text, at, cast("reshape.NewCondition", new)),
        )

    def without(self, number: int) -> None:
        """A step, a limit or a condition goes."""
        found = self._marked()
        if found is None:
            return
        rules, _, benefit = found
        parts = reshape.parts_of(rules, benefit.code)
        if number < len(parts):
            self._take(lambda text: reshape.without(text, parts[number]))

    def out(self) -> None:
        """Del: the benefit under the mark goes from the draft; a person is asked."""
        found = self._marked()
        if found is None:
            return
        _, at, benefit = found
        sentence = f"ร่างจะไม่มี “{benefit.name}” อีก เหตุก่อนวันที่มีผลยังใช้ฉบับเดิม คำขอที่ตัดสินแล้วไม่เปลี่ยน"
        question = Question(
            self._page.theme, "ตัดสวัสดิการออกจากร่าง", sentence, "ตัดออก", self._page, icon="trash-2", tone="warn"
        )
        question.accepted.connect(partial(self._take, lambda text: reshape.taken_out(text, at)))
        question.open()

    def _marked(self) -> tuple[Rulebook, int, Benefit] | None:
        page = self._page
        rules = page.state.rules
        if rules is None or not page.state.drafting or not page.writable:
            return None
        at, benefit = reshape.place_of(rules, page.state.chosen)
        return None if benefit is None else (rules, at, benefit)

    def _ask(self, dialog: FormDialog, change: Change) -> None:
        page = self._page

        def ready(command: object) -> None:
            def done() -> None:
                dialog.finish()
                page.draft_changed()

            page.rewrite(lambda draft: _with(draft, change(draft.text, command)), done, dialog.complain)

        dialog.ready.connect(ready)
        dialog.open()

    def _take(self, change: Callable[[str], str]) -> None:
        page = self._page
        page.rewrite(lambda draft: _with(draft, change(draft.text)), page.draft_changed, page.complain)


def _with(draft: BylawDraft, text: str) -> BylawDraft:
    """The draft with another text that can still be read. Raises Refused: RULEBOOK_INVALID."""
    parse_rulebook(text)
    return replace(draft, text=text)
