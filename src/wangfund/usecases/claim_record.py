"""An assessment as it is kept with the decision: codes, clauses, values and steps, exactly as shown."""

from __future__ import annotations

import json
from typing import Any

from wangfund.domain.eligibility.assessment import Assessment
from wangfund.domain.errors import Finding


def assessment_record(answer: Assessment) -> dict[str, Any]:
    """The answer as plain data; money in satang, dates ISO."""
    return {
        "result": str(answer.result),
        "reason": answer.reason,
        "clause": answer.clause,
        "gross_satang": answer.gross_satang,
        "setoff_satang": answer.setoff_satang,
        "net_satang": answer.net_satang,
        "units": answer.units,
        "first_day": None if answer.first_day is None else answer.first_day.isoformat(),
        "last_day": None if answer.last_day is None else answer.last_day.isoformat(),
        "missing": list(answer.missing),
        "arrears_months": answer.arrears_months,
        "steps": [
            {"code": s.code, "clause": s.clause, "values": dict(s.values), "amount_satang": s.amount_satang}
            for s in answer.steps
        ],
        "findings": [finding_record(f) for f in answer.findings],
    }


def finding_record(finding: Finding) -> dict[str, Any]:
    """A finding as plain data."""
    return {
        "code": finding.code,
        "field": finding.field,
        "clause": finding.clause,
        "severity": str(finding.severity),
        "values": dict(finding.values),
    }


def as_json(record: dict[str, Any]) -> str:
    """The record as stable JSON text."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True)
