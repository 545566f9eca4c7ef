"""A decision read back as it was shown when it was decided."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from wangfund.domain.eligibility.assessment import NO_SET_OFF, Assessment, Result, SetOff, Step
from wangfund.domain.errors import Finding, Severity, Value


def recalled(record: str) -> Assessment:
    """The assessment in a stored record: the same codes, clauses, values and steps; the months set off by number alone."""
    told: dict[str, Any] = json.loads(record)
    steps = tuple(Step(s["code"], s["values"], s["clause"], s["amount_satang"]) for s in told["steps"])
    return Assessment(
        result=Result(told["result"]),
        reason=told["reason"],
        clause=told["clause"],
        gross_satang=told["gross_satang"],
        setoff=_set_off(told["setoff_satang"], steps),
        units=told["units"],
        steps=steps,
        findings=tuple(_finding(one) for one in told["findings"]),
        first_day=_day(told["first_day"]),
        last_day=_day(told["last_day"]),
        missing=tuple(told["missing"]),
        arrears_months=told["arrears_months"],
    )


def _set_off(satang: int, steps: tuple[Step, ...]) -> SetOff:
    if not satang:
        return NO_SET_OFF
    months = next((step.values.get("months") for step in steps if step.code == "SET_OFF"), 0)
    return SetOff(months if isinstance(months, int) else 0, satang, (), 0)


def _finding(told: Mapping[str, Any]) -> Finding:
    values: Mapping[str, Value] = told["values"]
    return Finding(told["code"], told["field"], told["clause"], Severity(told["severity"]), values)


def _day(told: str | None) -> date | None:
    return None if told is None else date.fromisoformat(told)
