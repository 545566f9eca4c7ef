"""One member as a register says it, and what was found about the row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from wangfund.domain.errors import Finding, Severity
from wangfund.domain.register.grid import Cell

STATUS_NORMAL = "ปกติ"
STATUS_RESIGNED = "ลาออก"
STATUS_DIED = "เสียชีวิต"
STATUS_ENDED = "พ้นสภาพ"
STATUSES = (STATUS_NORMAL, STATUS_RESIGNED, STATUS_DIED, STATUS_ENDED)


@dataclass(frozen=True, slots=True)
class RegisterMember:
    """A member in the register's own terms; None where the register is silent or cannot be trusted.

    `member_no` is text, digits padded to four; `national_id` 13 digits; `title` in full; dates C.E.;
    `status` one of STATUSES; `left_on` the day the register names (for a death, the day of death).
    """

    member_no: str | None = None
    national_id: str | None = None
    title: str | None = None
    given_name: str | None = None
    family_name: str | None = None
    birth_date: date | None = None
    house_no: str | None = None
    moo: int | None = None
    joined_on: date | None = None
    status: str | None = None
    left_on: date | None = None
    phone: str | None = None
    heir_name: str | None = None
    heir_relation: str | None = None


MEMBER_FIELDS: tuple[str, ...] = tuple(each.name for each in fields(RegisterMember))


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One person's row of a register: where it stands, what it says, what is wrong with it.

    `row` is the sheet's own row number (1-based); `cells` what its cells hold by field, as written.
    """

    sheet: str
    row: int
    member: RegisterMember
    findings: tuple[Finding, ...] = ()
    cells: Mapping[str, Cell] = field(default_factory=dict, compare=False, repr=False)

    @property
    def on_hold(self) -> bool:
        """Whether an error keeps the row out until a person mends it."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is no member and why: title, head, band, total, note, numbered (a number and no name), left_out."""

    row: int
    kind: str


@dataclass(frozen=True, slots=True)
class SheetReading:
    """How one sheet was understood.

    `header_row` is the first row of its (first) head, None when no head was found; `columns` maps a field
    (of RegisterMember, or full_name, address, age, note) to its column letter.
    """

    name: str
    header_row: int | None
    columns: Mapping[str, str]
    rows: int = 0
    skipped: tuple[SkippedRow, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterReading:
    """A whole register: its sheets in order, and every member row in the order of the file."""

    sheets: tuple[SheetReading, ...]
    rows: tuple[RegisterRow, ...]
    findings: tuple[Finding, ...] = field(default=())
