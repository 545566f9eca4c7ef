"""What a draft changes in a by-law, row by row: what it was, what it becomes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wangfund.domain.rulebook.model import Rulebook
from wangfund.text.rule_rows import (
    CEILING,
    CONTRIBUTION,
    LIMITS,
    MEMBERSHIP,
    POOLS,
    VERSION,
    RuleRow,
    Said,
    rule_rows,
)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs; no lines where it was not or is no more."""

    name: str
    was: tuple[str, ...]
    becomes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowPair:
    """A row before and after; None where it was not, or is no more."""

    key: str
    before: RuleRow | None
    after: RuleRow | None
    changes: tuple[Change, ...]

    @property
    def row(self) -> RuleRow:
        """The row as it will be, or as it was when it goes."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def changed(self) -> bool:
        """Whether anything differs."""
        return bool(self.changes)


def row_pairs(before: Rulebook, after: Rulebook) -> tuple[RowPair, ...]:
    """Every row of either version in the draft's order, what it loses at the end.

    What differs without showing in the words, such as a fact that is asked, is told as such and never left out.
    """
    old = {row.key: row for row in rule_rows(before)}
    new = {row.key: row for row in rule_rows(after)}
    return tuple(_pair(key, old.get(key), new.get(key), before, after) for key in dict.fromkeys([*new, *old]))


def change_sentence(pair: RowPair) -> str:
    """A row's changes in one sentence: 'นอนโรงพยาบาล: คืนละ 100 บาท เป็น คืนละ 120 บาท'."""
    if pair.before is None:
        return f"{pair.row.name}: เพิ่มใหม่ {' '.join(_amounts(pair.row))}"
    if pair.after is None:
        return f"{pair.row.name}: ตัดออก"
    return f"{pair.row.name}: " + " · ".join(map(_words, pair.changes))


def _words(change: Change) -> str:
    was, becomes = " ".join(change.was), " ".join(change.becomes)
    if not was:
        return f"เพิ่ม {becomes}" if becomes else change.name
    return f"{was} เป็น {becomes}" if becomes else f"ตัด {was}"


def _amounts(row: RuleRow) -> tuple[str, ...]:
    return next((said.lines for said in row.said if said.name == "ได้รับ"), (row.short,))


def _pair(key: str, old: RuleRow | None, new: RuleRow | None, before: Rulebook, after: Rulebook) -> RowPair:
    if old is None or new is None:
        found = Change("เพิ่มใหม่" if old is None else "ตัดออก", (), ())
        return RowPair(key, old, new, (found,))
    changes = tuple(
        change
        for was, becomes in zip(old.said, new.said, strict=True)
        if (change := _change(was, becomes)) is not None
    )
    if not changes and _part(before, key) != _part(after, key):
        changes = (Change("ถ้อยคำหรือข้อมูลที่ถามเปลี่ยน ดูในข้อความทั้งฉบับ", (), ()),)
    return RowPair(key, old, new, changes)


def _change(was: Said, becomes: Said) -> Change | None:
    """Only the lines that differ."""
    if was.lines == becomes.lines:
        return None
    gone = tuple(line for line in was.lines if line not in becomes.lines)
    come = tuple(line for line in becomes.lines if line not in was.lines)
    return Change(was.name, gone or was.lines, come or becomes.lines)


def _part(rules: Rulebook, key: str) -> object:
    """What the engine reads for a row; examples decide nothing."""
    benefit = rules.benefit(key)
    if benefit is not None:
        return replace(benefit, examples=()), rules.caps_of(benefit)
    return {
        VERSION: (rules.rulebook_id, rules.fiscal_year_starts, rules.claims),
        CONTRIBUTION: rules.contribution,
        MEMBERSHIP: rules.membership,
        POOLS: rules.pools,
        LIMITS: rules.limits,
        CEILING: rules.yearly_ceiling,
    }[key]
