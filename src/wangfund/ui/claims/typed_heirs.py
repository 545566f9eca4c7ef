"""Heirs as they are typed: who was named for how many parts, what each would get, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from wangfund.domain.errors import Finding
from wangfund.ui.widgets.typed import typed_number, typed_text
from wangfund.ui.words import baht
from wangfund.usecases.heir_shares import HeirShare, preview_shares

MOST_HEIRS: Final = 6
MOST_PARTS: Final = 999
LONGEST_NAME: Final = 120
LONGEST_RELATION: Final = 40


class HeirTexts(NamedTuple):
    """One line as it stands: name, what she was to the member, parts."""

    name: str = ""
    relation: str = ""
    parts: str = "1"

    @property
    def begun(self) -> bool:
        """Whether somebody is meant by it."""
        return bool(self.name.strip() or self.relation.strip())


@dataclass(frozen=True, slots=True)
class TypedHeirs:
    """`heirs` are named in the order of the lines; `findings` what is wrong, by (line, field)."""

    heirs: tuple[HeirShare, ...]
    findings: Mapping[tuple[int, str], Finding]
    lines: tuple[int, ...]

    @property
    def parts(self) -> int:
        """How many parts there are in all."""
        return sum(heir.parts for heir in self.heirs)

    def amounts(self, net_satang: int) -> dict[int, int]:
        """What each line would be handed, in satang; nothing while something is wrong."""
        if self.findings:
            return {}
        cut = preview_shares(net_satang, [heir.parts for heir in self.heirs])
        return dict(zip(self.lines, cut, strict=False))

    def sum_words(self, net_satang: int) -> str:
        """How many, of how many parts, of how much."""
        if not self.heirs or self.findings:
            return f"แบ่งจากยอดจ่ายสุทธิ {baht(net_satang)} บาท"
        return f"{len(self.heirs)} คน {self.parts} ส่วน รวม {baht(net_satang)} บาท"


def typed_heirs(rows: Sequence[HeirTexts]) -> TypedHeirs:
    """What lines of heirs come to. Lines nobody began are left out; the first must name somebody."""
    found: list[HeirShare] = []
    findings: dict[tuple[int, str], Finding] = {}
    lines: list[int] = []
    names: set[str] = set()
    for at, row in enumerate(rows):
        if not row.begun and (at or any(other.begun for other in rows)):
            continue
        name = typed_text(row.name, longest=LONGEST_NAME, required=True)
        relation = typed_text(row.relation, longest=LONGEST_RELATION)
        parts = typed_number(row.parts, low=1, high=MOST_PARTS, required=True)
        for field, typed in (("name", name), ("relation", relation), ("parts", parts)):
            if typed.finding is not None and typed.wrong:
                findings[at, field] = typed.finding
        if name.value and name.value in names:
            findings[at, "name"] = Finding("HEIR_TWICE", "name", values={"name": name.value})
        names.add(name.value or "")
        found.append(HeirShare(name.value or "", relation.value or "", parts.value or 0))
        lines.append(at)
    return TypedHeirs(tuple(found), findings, tuple(lines))


def lines_shown(rows: Sequence[HeirTexts]) -> int:
    """How many lines are there: those begun, and one more to go on with."""
    last = max((at for at, row in enumerate(rows) if row.begun), default=-1)
    return min(max(2, last + 2), MOST_HEIRS)
