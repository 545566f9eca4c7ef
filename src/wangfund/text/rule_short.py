"""How much a benefit gives, short enough for a table's cell: 'คืนละ 100', '200 / 300 / 500', '3,000 … 20,000'."""

from __future__ import annotations

from typing import Final

from wangfund.domain.rulebook.model import AmountPart, Benefit, PartKind, Rulebook
from wangfund.text.rule_words import baht, unit_name

_SHOWN: Final = 3


def short_amount(rules: Rulebook, benefit: Benefit) -> str:
    """The parts of the amount joined by 'หรือ' where each has its own condition, else by '+'."""
    if not benefit.parts or rules.leaves_open(f"benefits.{benefit.code}.amounts"):
        return "ยังไม่ได้กำหนด"
    if len(benefit.parts) > 1 and all(part.kind is PartKind.TIERS and part.when for part in benefit.parts):
        return _several([tier.amount_satang for part in benefit.parts for tier in part.tiers])
    joint = " หรือ " if all(part.when is not None for part in benefit.parts) else " + "
    return joint.join(dict.fromkeys(_part(benefit, part) for part in benefit.parts))


def _part(benefit: Benefit, part: AmountPart) -> str:
    amount = _bare(part.amount_satang)
    if part.kind is PartKind.FIXED:
        return amount
    if part.kind is PartKind.PER_UNIT:
        return f"{unit_name(benefit)}ละ {amount}" if part.counted else amount
    if part.kind is PartKind.TIERS:
        return _several([tier.amount_satang for tier in part.tiers])
    if part.kind is PartKind.CHOICE:
        return _several([satang for _, satang in part.options])
    if part.kind is PartKind.ACTUAL:
        return f"ไม่เกิน {amount}"
    return f"ปีละ {amount}"


def _several(amounts: list[int]) -> str:
    different = list(dict.fromkeys(amounts))
    if len(different) <= _SHOWN:
        return " / ".join(map(_bare, different))
    return f"{_bare(min(different))} … {_bare(max(different))}"


def _bare(satang: int) -> str:
    return baht(satang).removesuffix(" บาท")
