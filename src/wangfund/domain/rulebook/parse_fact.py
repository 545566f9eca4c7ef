"""The facts a benefit asks for and the conditions put on them, read from their TOML tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from wangfund.domain.money import SATANG_PER_BAHT
from wangfund.domain.rulebook.model import BETWEEN, Condition, FactType, FactValue, FactWord, Operator
from wangfund.domain.rulebook.table_reader import TableReader

_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")
_CODE = re.compile(r"[A-Z][A-Z0-9_]{1,30}")


def read_fact(table: TableReader) -> FactWord:
    """A fact's word: its name, its label for the form, its type, and what stands when nobody said."""
    kind = table.word("type", FactType)
    name = table.text("name")
    if name and not _NAME.fullmatch(name):
        table.bad("name", "name")
    spans = kind in BETWEEN
    fact = FactWord(
        name=name,
        label=table.text("label"),
        type=kind,
        choices=_choices(table) if kind is FactType.CHOICE else (),
        default=_default(table, kind),
        also=table.texts("also", ()),
        since=table.text("since") if spans else "",
        until=table.text("until") if spans else "",
        benefits=table.texts("benefits") if kind is FactType.YEARS_WITHOUT_CLAIM else (),
        most=_most(table, kind),
    )
    table.done()
    return fact


def read_condition(table: TableReader, *, with_reason: bool) -> Condition:
    """A condition with exactly one of at_least, at_most, below, is, one_of."""
    fact = table.text("fact")
    said = [operator for operator in Operator if table.has(operator.value)]
    operator = said[0] if said else Operator.AT_LEAST
    if len(said) != 1:
        table.bad("fact", " ".join(operator.value for operator in Operator))
    number = Decimal(0)
    wanted: tuple[str, ...] = ()
    yes = True
    if not said:
        pass
    elif operator is Operator.IS:
        yes = table.flag(operator.value)
    elif operator is Operator.ONE_OF:
        wanted = table.texts(operator.value)
    else:
        number = table.number(operator.value)
    reason = table.text("reason") if with_reason else ""
    if reason and not _CODE.fullmatch(reason):
        table.bad("reason", "CODE")
    says = table.text("says", "") if with_reason else ""
    table.done()
    return Condition(fact, operator, number, wanted, yes, reason, table.clause, says)


def in_satang(condition: Condition, facts: Iterable[FactWord]) -> Condition:
    """The condition with its number in satang where it is put on money, which a by-law names in baht."""
    if not any(fact.name == condition.fact and fact.type is FactType.BAHT for fact in facts):
        return condition
    return replace(condition, number=condition.number * SATANG_PER_BAHT)


def _choices(table: TableReader) -> tuple[tuple[str, str], ...]:
    words = table.table("choices")
    return tuple((code, words.text(code)) for code in words.keys())  # noqa: SIM118 (a reader is no dict)


def _most(table: TableReader, kind: FactType) -> Decimal | None:
    if not table.has("most"):
        return None
    if kind not in {FactType.WHOLE, FactType.NUMBER, FactType.BAHT, *BETWEEN}:
        table.bad("most", kind.value)
        return None
    number = table.number("most")
    return number * SATANG_PER_BAHT if kind is FactType.BAHT else number


def _default(table: TableReader, kind: FactType) -> FactValue | None:
    if not table.has("default"):
        return None
    if kind is FactType.YES_NO:
        return table.flag("default")
    if kind is FactType.WHOLE:
        return table.whole("default")
    if kind is FactType.BAHT:
        return table.baht("default")
    if kind is FactType.TEXT:
        return table.text("default")
    table.bad("default", kind.value)
    return None
