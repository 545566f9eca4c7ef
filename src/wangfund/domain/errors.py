"""What can be said about data, and how an act is refused: codes and values, never prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as of
from enum import StrEnum

Value = str | int | bool | None
Values = Mapping[str, Value]


class Severity(StrEnum):
    """How much a finding weighs: an error stops the act, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found about data; its words are in text/messages.py under `code`.

    `field` names the field it is about ("" when about the whole), `clause` the by-law's clause
    ("" when no clause speaks), `values` what the words need (dates ISO, money satang).
    """

    code: str
    field: str = ""
    clause: str = ""
    severity: Severity = Severity.ERROR
    values: Values = of(default_factory=dict)


class FundError(Exception):
    """An act was refused for a reason the fund knows; nothing was changed.

    `code` finds the Thai words and the advice in text/messages.py, `values` fills them.
    """

    def __init__(self, code: str, values: Values | None = None, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.values: Values = dict(values or {})
        self.findings = findings


class Refused(FundError):
    """A rule of the fund or of its books says no."""


class Confirm(FundError):
    """The act may go on if a person says so; the yes is stored with the act."""


class NotFound(FundError):
    """What was named does not exist in this fund."""
