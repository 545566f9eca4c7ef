"""Reasons that only a fund's own rulebook names: which common words tell them."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from wangfund.domain.errors import Values
from wangfund.domain.rulebook.model import Operator

_SPEAKS_OF_TOO_LITTLE: Final = frozenset({"AGE", "GPA"})
"""Known reasons whose words say that a number is not reached: wrong where the rule sets a most."""
_BY_OPERATOR: Final = {
    Operator.AT_LEAST.value: "RULEBOOK_AT_LEAST",
    Operator.AT_MOST.value: "RULEBOOK_AT_MOST",
    Operator.BELOW.value: "RULEBOOK_BELOW",
    Operator.IS.value: "RULEBOOK_IS",
    Operator.ONE_OF.value: "RULEBOOK_ONE_OF",
}


def words_of_own_reason(code: str, values: Values, known: Container[str]) -> str:
    """The code whose words tell a finding: its own where they fit, else by what stood in the way.

    A condition, a pay day, another benefit, or a table not reached yet, each known by the values it comes with.
    """
    operator = values.get("operator")
    reversed_words = code in _SPEAKS_OF_TOO_LITTLE and operator not in {None, Operator.AT_LEAST.value}
    if code in known and not reversed_words:
        return code
    if operator == Operator.IS.value and values.get("wanted") is False:
        return "RULEBOOK_IS_NOT"
    if isinstance(operator, str):
        return _BY_OPERATOR.get(operator, code)
    if "pay_days" in values:
        return "RULEBOOK_PAY_DAY"
    if "others" in values:
        return "RULEBOOK_OTHERS"
    if "joined" in values:
        return "WAITING" if "first_day" in values else "NO_TIER"
    return "RULEBOOK_CONDITION" if "told" in values else code
