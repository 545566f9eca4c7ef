"""Whether the rules of arrears make sense: lapse after suspension, due dates that fill the year once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from wangfund.domain.errors import Finding, Value
from wangfund.domain.rulebook.model import NEVER, Rulebook

_MONTHS = 12


def check_membership(rulebook: Rulebook) -> Iterator[Finding]:
    """LAPSE_BEFORE_SUSPENSION, DUE_DATES_NOT_A_YEAR."""
    rules = rulebook.membership
    by_months = NEVER not in {rules.suspend_at, rules.lapse_at} and rules.lapse_at <= rules.suspend_at
    days = (rules.suspend_after_days, rules.lapse_after_days)
    by_days = days[0] is not None and days[1] is not None and days[1] <= days[0]
    if by_months or by_days:
        values: dict[str, Value] = {
            "suspend_at": days[0] if by_days else rules.suspend_at,
            "lapse_at": days[1] if by_days else rules.lapse_at,
        }
        where = f"membership.arrears.{'lapse_after_days' if by_days else 'lapse_at_months'}"
        yield Finding("LAPSE_BEFORE_SUSPENSION", where, rules.arrears_clause, values=values)
    times = Counter(
        (due.first_month - 1 + month) % _MONTHS + 1 for due in rules.due_dates for month in range(due.months)
    )
    wrong = [month for month in range(1, _MONTHS + 1) if times[month] != 1]
    if rules.due_dates and wrong:
        said: dict[str, Value] = {"months": ", ".join(map(str, wrong))}
        yield Finding(
            "DUE_DATES_NOT_A_YEAR", "membership.arrears.due_dates", rules.arrears_clause, values=said
        )
