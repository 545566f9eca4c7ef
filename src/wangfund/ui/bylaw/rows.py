"""The rows of the table: the by-law as it is, or a draft beside it with what changes and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wangfund.domain.errors import Severity
from wangfund.domain.rulebook.model import Rulebook
from wangfund.text.rule_changes import RowPair, row_pairs
from wangfund.text.rule_rows import RuleRow, rule_rows, short_clause

SAME = "เท่าเดิม"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as shown; `was` and `now` are the cells of the amounts, `fault` the worst that was found about it."""

    key: str
    clause: str
    name: str
    below: str
    was: str
    now: str
    changed: bool
    fault: Severity | None
    details: tuple[str, ...]

    @property
    def icon(self) -> str:
        """Before the cell of what becomes: something is wrong, or it was changed."""
        if self.fault is Severity.ERROR:
            return "circle-alert"
        return "pencil" if self.changed else ""

    @property
    def tone(self) -> str:
        """The colour of that cell."""
        if self.fault is Severity.ERROR:
            return "bad"
        return "warn" if self.changed else "ink3"

    @property
    def fill(self) -> str:
        """The row's ground: only what wants attention has one."""
        if self.fault is Severity.ERROR:
            return "bad"
        return "warn" if self.changed else ""


def version_rows(rules: Rulebook) -> tuple[TableRow, ...]:
    """A version as it stands."""
    return tuple(
        TableRow(
            row.key,
            short_clause(row.clause),
            row.name,
            row.below,
            "",
            row.short,
            changed=False,
            fault=None,
            details=_whole(row),
        )
        for row in rule_rows(rules)
    )


def draft_rows(before: Rulebook, after: Rulebook, marks: Mapping[str, Severity]) -> tuple[TableRow, ...]:
    """A draft beside the newest version."""
    return tuple(_draft_row(pair, marks.get(pair.key)) for pair in row_pairs(before, after))


def only_before(before: Rulebook) -> tuple[TableRow, ...]:
    """The newest version while the draft's text cannot be read: nothing is claimed about the draft."""
    return tuple(
        TableRow(
            row.key,
            short_clause(row.clause),
            row.name,
            row.below,
            row.short,
            "–",
            changed=False,
            fault=None,
            details=("อ่านร่างไม่ได้ จึงยังเทียบไม่ได้ ดูบรรทัดที่ต้องแก้ด้านขวา",),
        )
        for row in rule_rows(before)
    )


def changed_count(rows: Sequence[TableRow]) -> int:
    """How many rows of a draft differ."""
    return sum(row.changed for row in rows)


def _draft_row(pair: RowPair, fault: Severity | None) -> TableRow:
    row = pair.row
    was = pair.before.short if pair.before is not None else "–"
    now = pair.after.short if pair.after is not None else "ตัดออก"
    if not pair.changed:
        now = SAME
    elif now == was:
        now = "แก้ถ้อยคำ"
    details = _differences(pair) if pair.changed else _whole(row)
    return TableRow(
        pair.key, short_clause(row.clause), row.name, row.below, was, now, pair.changed, fault, details
    )


def _whole(row: RuleRow) -> tuple[str, ...]:
    return tuple(
        f"{said.name}: {' · '.join(said.lines)}"
        for said in row.said
        if said.lines and said.name not in {"ชื่อ", "ข้อ"}
    )


def _differences(pair: RowPair) -> tuple[str, ...]:
    lines = []
    for change in pair.changes:
        if not change.was and not change.becomes:
            lines.append(change.name)
            continue
        lines.append(f"{change.name} เดิม: {' · '.join(change.was) or '–'}")
        lines.append(f"{change.name} ร่าง: {' · '.join(change.becomes) or 'ตัดออก'}")
    return tuple(lines)
