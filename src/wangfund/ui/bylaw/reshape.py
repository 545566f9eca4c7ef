"""What can be added to a benefit of the draft and taken from it: the benefit itself, steps, limits, conditions."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from wangfund.domain.rulebook.duration import Duration
from wangfund.domain.rulebook.edit_tables import add_table, copy_table, remove_table, without_benefit
from wangfund.domain.rulebook.edit_text import EditValue, remove_value, set_value, tables_of, value_at
from wangfund.domain.rulebook.model import Benefit, FactType, PartKind, Rulebook
from wangfund.domain.rulebook.value_places import Path
from wangfund.text.rule_words import baht, condition_words, unit_name
from wangfund.ui.bylaw.edit_words import KNOWN, PER
from wangfund.ui.bylaw.typed_word import compact

BOUNDS: Final = (("at_least", "ตั้งแต่"), ("at_most", "ไม่เกิน"), ("below", "ต่ำกว่า"))
_NUMBERS: Final = frozenset({FactType.WHOLE, FactType.BAHT, FactType.NUMBER, FactType.DAYS_BETWEEN})


@dataclass(frozen=True, slots=True)
class Part:
    """Something that can be taken from a benefit: where it stands, and its words."""

    path: Path
    words: str


@dataclass(frozen=True, slots=True)
class NewTier:
    """Another step at the end of an amount: from how long on, how much."""

    part: int
    start: Duration
    satang: int


@dataclass(frozen=True, slots=True)
class NewCap:
    """Another limit: per 'event', 'year' or 'life'; of 'units', 'times' or 'baht' (satang)."""

    per: str
    of: str
    number: int


@dataclass(frozen=True, slots=True)
class NewCondition:
    """Another condition: a fact, a bound, a number, and what is said to the one who does not meet it."""

    fact: str
    bound: str
    number: int | Decimal
    says: str


def like(text: str, at: int, name: str, clause: str, taken: frozenset[str]) -> tuple[str, str]:
    """The text with a benefit after the pattern of another, without its examples; and its code.

    Raises:
        Refused: RULEBOOK_NOT_EDITED.
    """
    text = copy_table(text, ("benefits", at))
    home: Path = ("benefits", at + 1)
    tables = tables_of(text)
    old = str(value_at(tables, (*home, "code")))
    code = next(f"{old}_{number}" for number in range(2, 1_000) if f"{old}_{number}" not in taken)
    text = set_value(text, (*home, "code"), code)
    text = set_value(text, (*home, "name"), name)
    text = set_value(text, (*home, "clause"), clause)
    for n, once in enumerate(value_at(tables, (*home, "once")) or ()):
        key = once.get("key")
        if isinstance(key, str) and key.split("|")[0] == old:
            text = set_value(text, (*home, "once", n, "key"), code + key[len(old) :])
    for n in reversed(range(len(value_at(tables, (*home, "examples")) or ()))):
        text = remove_table(text, (*home, "examples", n))
    return text, code


def taken_out(text: str, at: int) -> str:
    """The text without a benefit.

    Raises:
        Refused: RULEBOOK_NOT_EDITED.
    """
    return without_benefit(text, at)


def with_tier(text: str, at: int, new: NewTier) -> str:
    """The text with a step at the end; the one before it ends where it begins.

    Raises:
        Refused: RULEBOOK_NOT_EDITED.
    """
    home: Path = ("benefits", at, "amounts", new.part)
    tiers = value_at(tables_of(text), (*home, "tiers"))
    last = len(tiers) - 1
    start = new.start.years if not (new.start.months or new.start.days) else compact(new.start)
    words: dict[str, EditValue] = {"from": start}
    if "to" in tiers[last]:
        words["to"] = tiers[last]["to"]
    words["baht"] = money(new.satang)
    text = add_table(text, home, "tiers", words)
    return set_value(text, (*home, "tiers", last, "to"), start)


def without_tier(text: str, path: Path) -> str:
    """The text without the last step of an amount; the one before it goes on as it did.

    Raises:
        Refused: RULEBOOK_NOT_EDITED.
    """
    tables = tables_of(text)
    before = (*path[:-1], int(path[-1]) - 1)
    end = value_at(tables, (*path, "to"))
    text = remove_table(text, path)
    return remove_value(text, (*before, "to")) if end is None else set_value(text, (*before, "to"), end)


def with_cap(text: str, at: int, new: NewCap) -> str:
    """The text with another limit; a limit of a year says which year, where the benefit does not.

    Raises:
        Refused: RULEBOOK_NOT_EDITED.
    """
    home: Path = ("benefits", at)
    words: dict[str, EditValue] = {
        "per": new.per,
        new.of: money(new.number) if new.of == "baht" else new.number,
    }
    if new.per == "year" and value_at(tables_of(text), (*home, "year")) is None:
        words["year"] = "calendar"
    return add_table(text, home, "caps", words)


def with_condition(text: str, at: int, new: NewCondition) -> str:
    """The text with another condition.

    Raises:
        Refused: RULEBOOK_NOT_EDITED.
    """
    words: dict[str, EditValue] = {
        "fact": new.fact,
        new.bound: new.number,
        "reason": "NOT_MET",
        "says": new.says,
    }
    return add_table(text, ("benefits", at), "conditions", words)


def without(text: str, part: Part) -> str:
    """The text without a part.

    Raises:
        Refused: RULEBOOK_NOT_EDITED.
    """
    return without_tier(text, part.path) if "tiers" in part.path else remove_table(text, part.path)


def parts_of(rules: Rulebook, code: str) -> tuple[Part, ...]:
    """What can be taken from a benefit: the last step of each amount that has two, its own limits, its conditions."""
    at, benefit = place_of(rules, code)
    if benefit is None:
        return ()
    home: Path = ("benefits", at)
    found = []
    for n, amount in enumerate(benefit.parts):
        if amount.kind is PartKind.TIERS and len(amount.tiers) > 1:
            last = len(amount.tiers) - 1
            words = f"ตัดขั้นสุดท้าย ({baht(amount.tiers[last].amount_satang)})"
            found.append(Part((*home, "amounts", n, "tiers", last), words))
    for n, cap in enumerate(benefit.caps):
        many = (
            f"{cap.units:,} {unit_name(benefit)}"
            if cap.units is not None
            else f"{cap.times:,} ครั้ง"
            if cap.times is not None
            else baht(cap.amount_satang or 0)
        )
        found.append(Part((*home, "caps", n), f"ตัดเพดาน ไม่เกิน {many} ต่อ{PER.get(cap.per.value, '')}"))
    for n, condition in enumerate(benefit.conditions):
        words = f"ตัดเงื่อนไข {condition_words(benefit, condition)}"
        found.append(Part((*home, "conditions", n), words))
    return tuple(found)


def tiered(rules: Rulebook, code: str) -> tuple[tuple[int, str], ...]:
    """The amounts of a benefit that have steps: the place of each, and for whom it is."""
    _, benefit = place_of(rules, code)
    return tuple(
        (n, condition_words(benefit, amount.when) if amount.when is not None else "ทุกคน")
        for n, amount in enumerate(benefit.parts if benefit is not None else ())
        if benefit is not None and amount.kind is PartKind.TIERS
    )


def facts_of(benefit: Benefit) -> tuple[tuple[str, str], ...]:
    """What a condition can ask: of the member, and of the benefit's own facts those that are numbers."""
    own = [(fact.name, fact.label) for fact in benefit.facts if fact.type in _NUMBERS]
    return (*KNOWN.items(), *own)


def place_of(rules: Rulebook, code: str) -> tuple[int, Benefit | None]:
    """Where a benefit stands in the text, and what it says."""
    for at, benefit in enumerate(rules.benefits):
        if benefit.code == code:
            return at, benefit
    return -1, None


def money(satang: int) -> int | Decimal:
    """Baht as the text has them."""
    whole, rest = divmod(satang, 100)
    return Decimal(satang) / 100 if rest else whole
