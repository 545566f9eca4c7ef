"""What the page ระเบียบ knows: the versions, the draft, what was checked and replayed of it. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from wangfund.domain.errors import Finding, Refused, Severity
from wangfund.domain.rulebook.duration import plus_months
from wangfund.domain.rulebook.model import Rulebook
from wangfund.domain.rulebook.toml_text import TEXT_CAP_BYTES
from wangfund.text.rule_changes import change_sentence, row_pairs
from wangfund.text.rule_rows import VERSION
from wangfund.thai.dates import long_date, short_date
from wangfund.ui.bylaw.draft import BylawDraft
from wangfund.ui.bylaw.edit_words import EditWord, words_of_row
from wangfund.ui.bylaw.finding_words import FoundLine, found_lines, marks_of, why_not
from wangfund.ui.bylaw.rows import TableRow, changed_count, draft_rows, only_before, version_rows
from wangfund.usecases.replay_rules import Replay
from wangfund.usecases.rulebook_versions import RulebookVersion, RulebookVersions

REPLAYED_MONTHS: Final = 36
RULES, CHECK, KINDS, PEOPLE, TEXT = "rules", "check", "kinds", "people", "text"
_MOST_SENTENCES: Final = 8


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer of the checker about one text, and the text as tables (none when it cannot be read)."""

    text: str
    rules: Rulebook | None
    findings: tuple[Finding, ...]
    tables: Mapping[str, Any] = field(default_factory=dict, repr=False)


@dataclass(slots=True)
class BylawState:
    """Lives as long as the fund is open. `showing` is a version's id, None the draft (or the one in force).

    `stopped` is the text whose replay a person stopped.
    """

    view: RulebookVersions | None = None
    draft: BylawDraft | None = None
    showing: int | None = None
    tab: str = RULES
    chosen: str = ""
    came_from: str = "settings"
    checked: Checked | None = None
    replayed: tuple[str, Replay] | None = None
    stopped: str = ""
    until: date | None = None

    @property
    def newest(self) -> RulebookVersion | None:
        """The version adopted last."""
        return self.view.versions[-1] if self.view is not None and self.view.versions else None

    @property
    def shown(self) -> RulebookVersion | None:
        """The version in the table; None while it is the draft."""
        if self.view is None or (self.draft is not None and self.showing is None):
            return None
        wanted = next((one for one in self.view.versions if one.id == self.showing), None)
        in_force = next((one for one in self.view.versions if one.in_force), None)
        return wanted or in_force or self.newest

    @property
    def drafting(self) -> bool:
        """Whether the draft is in front."""
        return self.draft is not None and self.showing is None

    @property
    def text(self) -> str:
        """The text in front."""
        if self.drafting:
            assert self.draft is not None
            return self.draft.text
        return self.shown.source if self.shown is not None else ""

    @property
    def rules(self) -> Rulebook | None:
        """What the draft says; None while it is not read or cannot be."""
        now = self._current
        return now.rules if now is not None else None

    @property
    def is_checked(self) -> bool:
        """Whether the checker's answer is about the text as it stands."""
        return self._current is not None

    @property
    def lines(self) -> tuple[FoundLine, ...]:
        """What the checker found about the draft as it stands."""
        now = self._current
        return () if now is None else found_lines(now.findings, now.rules)

    @property
    def replay(self) -> Replay | None:
        """What the draft as it stands would have cost."""
        if self.draft is None or self.replayed is None or self.replayed[0] != self.draft.text:
            return None
        return self.replayed[1]

    @property
    def replay_stopped(self) -> bool:
        """Whether a person stopped the replay of the draft as it stands."""
        return self.draft is not None and self.stopped == self.draft.text

    def begin_draft(self) -> None:
        """A copy of the newest version, or the draft that is there.

        Raises:
            Refused: RULEBOOK_NOT_EDITED.
        """
        self.showing = None
        if self.draft is not None or self.view is None or self.newest is None:
            return
        number = max(one.rules.version for one in self.view.versions) + 1
        self.draft = BylawDraft.of_newest(self.newest.source, number, self.view.first_day)
        self.chosen, self.tab = VERSION, RULES

    def recall(self, kept: Mapping[str, Any] | None) -> None:
        """The draft that was typed before the window closed."""
        if self.draft is None:
            self.draft = BylawDraft.recalled(kept)

    def drop_draft(self) -> None:
        """The draft is adopted or given up."""
        self.draft = self.checked = self.replayed = None
        self.stopped = ""
        self.showing, self.tab = None, RULES

    def take_text(self, text: str) -> None:
        """Another text of the draft.

        Raises:
            Refused: RULEBOOK_INVALID with RULEBOOK_TOO_LARGE; the draft stays as it was.
        """
        if len(text) > TEXT_CAP_BYTES:
            finding = Finding("RULEBOOK_TOO_LARGE", values={"limit_bytes": TEXT_CAP_BYTES})
            raise Refused("RULEBOOK_INVALID", {"faults": 1}, (finding,))
        self.draft = BylawDraft(text)

    def take_check(self, checked: Checked) -> bool:
        """The checker's answer; whether it is about the text as it stands (an old one is dropped)."""
        if self.draft is None or checked.text != self.draft.text:
            return False
        self.checked = checked
        return True

    def take_replay(self, text: str, replay: Replay) -> bool:
        """What claims would have come to; whether it is about the text as it stands."""
        if self.draft is None or text != self.draft.text:
            return False
        self.replayed = (text, replay)
        return True

    def rows(self) -> tuple[TableRow, ...]:
        """The table in front."""
        newest, shown = self.newest, self.shown
        if newest is None:
            return ()
        if shown is not None:
            return version_rows(shown.rules)
        rules = self.rules
        if rules is None:
            return only_before(newest.rules)
        return draft_rows(newest.rules, rules, marks_of(self.lines))

    def words(self, key: str) -> tuple[EditWord, ...]:
        """The fields of a row of the draft; none while it cannot be edited by fields."""
        rules = self.rules
        if self.draft is None or rules is None or not key:
            return ()
        own = rules.benefit(key) is not None or any(
            row.key == key and row.now != "ตัดออก" for row in self.rows()
        )
        now = self._current
        return words_of_row(rules, now.tables, key) if own and now is not None else ()

    def edit(self, changes: dict[EditWord, str]) -> None:
        """Put what was typed into a row's fields into the draft.

        Raises:
            Refused: RULEBOOK_INVALID with findings by field, RULEBOOK_NOT_EDITED; the draft stays as it was.
        """
        assert self.draft is not None
        self.draft = self.draft.with_words(changes)

    def take_draft(self, old: BylawDraft, new: BylawDraft) -> bool:
        """A draft made of another; whether that other is still the one there is."""
        if self.draft is not old:
            return False
        self.draft = new
        return True

    def accept_examples(self, wanted: FoundLine | None = None) -> int:
        """Put one failing example (or all) to what the draft gives; how many were changed.

        Raises:
            Refused: RULEBOOK_NOT_EDITED; the draft stays as it was.
        """
        rules, lines = self.rules, self.failing if wanted is None else (wanted,)
        if rules is None or self.draft is None:
            return 0
        self.draft = self.draft.with_examples(rules, lines)
        return len(lines)

    @property
    def failing(self) -> tuple[FoundLine, ...]:
        """The examples that do not come out."""
        return tuple(line for line in self.lines if line.example is not None)

    @property
    def fine_words(self) -> str:
        """What was looked at and is in order, "" while something about it is not."""
        rules = self.rules
        if rules is None or self.failing:
            return ""
        many = sum(len(benefit.examples) for benefit in rules.benefits)
        examples = f"ตัวอย่างในระเบียบ {many:,} ตัวอย่าง ตรงทุกตัวอย่าง" if many else ""
        if self.lines:
            return examples
        return f"ตรวจแล้ว ไม่พบเรื่องที่ต้องแก้ {examples}".strip()

    def why_not(self, *, readonly: bool) -> str:
        """Why the draft cannot be adopted now, "" when it can."""
        return why_not(self.lines, readonly=readonly, checked=self.is_checked)

    def since(self, today: date) -> date:
        """From which day on claims are replayed, `until` today."""
        self.until = today
        return plus_months(today, -REPLAYED_MONTHS)

    def head_words(self, *, short: bool = False) -> str:
        """The quiet line beside the heading."""
        shown, rules = self.shown, self.rules
        if self.drafting:
            if rules is None:
                return "ร่าง · กำลังตรวจ" if not self.is_checked else "ร่าง · อ่านไม่ได้"
            if short:
                return f"ร่างฉบับที่ {rules.version}"
            return f"ร่างฉบับที่ {rules.version} · ใช้กับเหตุตั้งแต่ {short_date(rules.effective_from)}"
        if shown is None:
            return ""
        if short:
            return f"ฉบับที่ {shown.rules.version}"
        return f"ฉบับที่ {shown.rules.version} · ใช้กับเหตุตั้งแต่ {short_date(shown.rules.effective_from)}"

    def adopt_words(self) -> str:
        """What adopting will do: from which day, under which resolution, a sentence for each row that changes."""
        rules, newest = self.rules, self.newest
        assert rules is not None
        assert newest is not None
        sentences = [
            change_sentence(pair)
            for pair in row_pairs(newest.rules, rules)
            if pair.changed and pair.key != VERSION
        ]
        shown = sentences[:_MOST_SENTENCES]
        if len(sentences) > len(shown):
            shown.append(f"และอีก {len(sentences) - len(shown)} เรื่อง")
        if not shown:
            shown = ["ไม่มีข้อใดเปลี่ยน นอกจากเลขฉบับและวันที่มีผล"]
        resolution = rules.resolution.strip()
        under = resolution if resolution.startswith("มติ") else f"มติ {resolution}"
        head = f"ใช้กับเหตุตั้งแต่ {long_date(rules.effective_from)} ตาม{under}"
        return "\n".join([head, *(f"– {one}" for one in shown), "คำขอที่ตัดสินแล้วไม่เปลี่ยน"])

    def changed(self) -> int:
        """How many rows the draft changes, its own number and day aside."""
        return changed_count([row for row in self.rows() if row.key != VERSION]) if self.drafting else 0

    def errors(self) -> int:
        """How many findings stand in the way."""
        return sum(line.severity is Severity.ERROR for line in self.lines)

    @property
    def _current(self) -> Checked | None:
        if self.draft is None or self.checked is None or self.checked.text != self.draft.text:
            return None
        return self.checked
