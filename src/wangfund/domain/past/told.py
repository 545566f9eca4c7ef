"""One benefit that was paid before the program, as an old list or a clerk tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wangfund.domain.errors import Finding, Severity


@dataclass(frozen=True, slots=True)
class PastTold:
    """A row: whose, which benefit (its code or its name), when, how much, how many units, and what names the event.

    `row` is 1-based, 0 when a person keyed it. `event` None: only the `year` (C.E.) is known. None stands where
    a cell could not be read; `findings` say why.
    """

    member_no: str
    benefit: str
    event: date | None
    year: int | None
    gross_satang: int | None
    units: int | None = None
    key: str = ""
    note: str = ""
    sheet: str = ""
    row: int = 0
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class PastReading:
    """The rows of a list in its order; `findings` are about the whole of it."""

    rows: tuple[PastTold, ...]
    findings: tuple[Finding, ...] = ()


def is_wrong(findings: tuple[Finding, ...]) -> bool:
    """Whether a row may not come in."""
    return any(finding.severity is Severity.ERROR for finding in findings)
