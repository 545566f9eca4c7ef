"""What is typed while a fund is being founded, and everything that can be wrong with it. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final

from wangfund.domain.errors import Finding
from wangfund.domain.profile import Bank, Officer, Profile, Village
from wangfund.domain.register.check_words import check_account_no, check_words
from wangfund.store.synced_folder import synced_folder
from wangfund.thai.dates import MONTHS_LONG
from wangfund.thai.digits import to_arabic
from wangfund.thai.period import Period
from wangfund.ui.founding.typed_month import typed_month
from wangfund.ui.widgets.typed import typed_date, typed_number, typed_text
from wangfund.usecases.change_banks import RESERVED

STEPS: Final = (
    ("place", "ชื่อและที่ตั้ง"),
    ("books", "บัญชีและระเบียบ"),
    ("villages", "หมู่บ้าน"),
    ("banks", "บัญชีธนาคาร"),
    ("committee", "คณะกรรมการ"),
    ("file", "ที่เก็บ และตรวจทาน"),
)
"""The steps of founding, in order: the name of each, and its words."""

DRAFT: Final = "founding"
"""The name of the draft."""

LAST: Final = len(STEPS) - 1
MONTHS: Final = tuple((str(number), name) for number, name in enumerate(MONTHS_LONG, 1))
OWN_RULES: Final = "own"
"""The choice of a rulebook's file instead of a preset."""

LISTS: Final = {
    "villages": ("moo", "village", "collector"),
    "banks": ("bank", "number"),
    "committee": ("role", "officer", "since", "until"),
}
"""The columns of each list, as its rows are kept."""

_LONGEST: Final = 200
Row = tuple[str, ...]


@dataclass(slots=True)
class FoundingState:
    """Everything as typed, so that it comes back as it was; `rows` by the list's name, `half` the row being typed."""

    step: int = 0
    texts: dict[str, str] = field(
        default_factory=lambda: {"fiscal_year_starts": "1", "receipts_per_book": "50"}
    )
    rows: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in LISTS})
    half: dict[str, dict[str, str]] = field(default_factory=dict)
    rulebook: str = "nasuk"
    rules_file: str = ""
    path: str = ""

    def kept(self) -> dict[str, Any]:
        """What a draft keeps."""
        return {
            "step": self.step,
            "texts": dict(self.texts),
            "rows": {name: [list(row) for row in rows] for name, rows in self.rows.items()},
            "half": {name: dict(values) for name, values in self.half.items()},
            "rulebook": self.rulebook,
            "rules_file": self.rules_file,
            "path": self.path,
        }

    @classmethod
    def of_draft(cls, told: Mapping[str, Any]) -> FoundingState:
        """As a draft kept it; what is not of its shape is left out."""
        made = cls()
        step = told.get("step")
        made.step = min(max(step, 0), LAST) if isinstance(step, int) else 0
        made.texts.update(_words(told.get("texts")))
        rows, half = told.get("rows"), told.get("half")
        for name, columns in LISTS.items():
            listed = rows.get(name) if isinstance(rows, dict) else None
            made.rows[name] = [
                tuple(row)
                for row in (listed if isinstance(listed, list) else [])
                if isinstance(row, list) and len(row) == len(columns) and all(isinstance(t, str) for t in row)
            ]
            if isinstance(half, dict):
                made.half[name] = _words(half.get(name))
        for name in ("rulebook", "rules_file", "path"):
            if isinstance(told.get(name), str):
                setattr(made, name, told[name])
        return made

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed yet."""
        return self.kept() == FoundingState().kept()

    def text(self, name: str) -> str:
        """What stands in a field."""
        return self.texts.get(name, "")

    @property
    def suggested_name(self) -> str:
        """The fund's name as most are called, "" while there is no tambon."""
        tambon = typed_text(self.text("tambon"), longest=_LONGEST).value or ""
        return f"กองทุนสวัสดิการชุมชนตำบล{tambon.removeprefix('ตำบล')}" if tambon else ""

    def suggested_moo(self) -> str:
        """The moo after the highest one there is."""
        moos = [int(row[0]) for row in self.rows["villages"] if row[0].isdigit()]
        return str(max(moos, default=0) + 1)

    def add_row(self, name: str, row: Row, at: int | None = None) -> tuple[Finding, ...]:
        """Put a row into a list (in the place of row `at`), or say what is wrong with it."""
        clean, findings = read_row(name, row)
        others = [other for n, other in enumerate(self.rows[name]) if n != at]
        findings = findings or _twice(name, clean, others)
        if findings:
            return findings
        if at is None:
            self.rows[name].append(clean)
        else:
            self.rows[name][at] = clean
        if name == "villages":
            self.rows[name].sort(key=lambda village: int(village[0]))
        return ()

    def findings(self, step: int, today: date, effective_from: date | None = None) -> tuple[Finding, ...]:
        """What keeps a step from being done, beyond what its fields say themselves."""
        name = STEPS[step][0]
        if name == "place":
            founded = typed_date(self.text("founded_on"), latest=today, required=True)
            return () if founded.value is not None else (_at(founded.finding, "founded_on"),)
        if name == "books":
            return self._book_findings(today, effective_from)
        if name == "villages" and not self.rows["villages"]:
            return (Finding("VILLAGES_NONE", "moo"),)
        if name == "file":
            return self.path_findings()
        return ()

    def _book_findings(self, today: date, effective_from: date | None) -> tuple[Finding, ...]:
        month = typed_month(self.text("books_from"), latest=Period.of(today), required=True)
        if month.value is None:
            return (_at(month.finding, "books_from"),)
        founded = typed_date(self.text("founded_on"), latest=today).value
        if founded is not None and founded > month.value.last_day:
            return (
                Finding("BOOKS_BEFORE_FOUNDING", "books_from", values={"founded_on": founded.isoformat()}),
            )
        if month.value.months_until(Period.of(today)) > 600:
            values = {"books_from": month.value.iso}
            return (Finding("BOOKS_FROM_TOO_OLD", "books_from", values=values),)
        # The balances brought forward lie on the last day before the books, and are cut by the rules of the first day.
        if effective_from is not None and effective_from > month.value.first_day:
            values = {"effective_from": effective_from.isoformat()}
            return (Finding("BOOKS_BEFORE_RULES", "books_from", values=values),)
        return ()

    def path_findings(self) -> tuple[Finding, ...]:
        """What is wrong with the place of the file. Looks at the disk."""
        if not self.path:
            return (Finding("PLACE_NOT_CHOSEN", "path"),)
        path = Path(self.path)
        folder = synced_folder(path)
        if folder is not None:
            values = {"path": str(path), "folder": folder}
            return (Finding("FILE_SYNCED_FOLDER", "path", values=values),)
        if path.exists():
            return (Finding("FILE_EXISTS", "path", values={"path": str(path)}),)
        return ()

    def profile(self, today: date) -> Profile:
        """The profile that was typed; asked only when every step is well."""
        founded = typed_date(self.text("founded_on"), latest=today).value
        month = typed_month(self.text("books_from")).value
        assert founded is not None and month is not None
        return Profile(
            name=_line(self.text("name")),
            tambon=_line(self.text("tambon")).removeprefix("ตำบล"),
            amphoe=_line(self.text("amphoe")).removeprefix("อำเภอ"),
            province=_line(self.text("province")).removeprefix("จังหวัด"),
            founded_on=founded,
            books_from=month,
            rulebook=self.rules_file if self.rulebook == OWN_RULES else self.rulebook,
            villages=tuple(Village(int(moo), name, by) for moo, name, by in self.rows["villages"]),
            banks=tuple(Bank(name, number) for name, number in self.rows["banks"]),
            committee=tuple(officer_of(row) for row in self.rows["committee"]),
            fiscal_year_starts=int(self.text("fiscal_year_starts") or 1),
            receipts_per_book=typed_number(self.text("receipts_per_book")).value or 50,
            phone=_line(self.text("phone")),
            population=typed_number(self.text("population")).value or 0,
        )


def read_row(name: str, row: Row) -> tuple[Row, tuple[Finding, ...]]:
    """A list's row with its words in order, and what is wrong with it, by column."""
    columns, found = LISTS[name], []
    clean = list(row)
    for at, column in enumerate(columns):
        told = row[at]
        if column == "moo":
            number = typed_number(told, low=1, high=99, required=True)
            clean[at] = "" if number.value is None else str(number.value)
            found += [_at(number.finding, column)] if number.wrong else []
        elif column in {"since", "until"}:
            day = typed_date(told)
            found += [_at(day.finding, column)] if day.wrong else []
        else:
            line = typed_text(told, longest=_LONGEST, required=column in {"bank", "role", "officer"})
            clean[at] = line.value or ""
            rule = check_account_no if column == "number" else partial(check_words, column)
            odd = next(iter(rule(to_arabic(clean[at]))), None)
            found += [_at(f, column) for f in (line.finding, odd) if f is not None][:1]
    if name == "committee" and not found:
        officer = officer_of(tuple(clean))
        if officer.since is not None and officer.until is not None and officer.until < officer.since:
            values = {"since_day": officer.since.isoformat()}
            found.append(Finding("OFFICE_ENDS_BEFORE_START", "until", values=values))
    if name == "banks" and not found and (clean[0].lower() in RESERVED or "=" in clean[0]):
        found.append(Finding("BANK_NAME_TAKEN", "bank", values={"name": clean[0]}))
    return tuple(clean), tuple(found)


def officer_of(row: Row) -> Officer:
    """A member of the committee from a row that is well."""
    role, name, since, until = row
    return Officer(role, name, typed_date(since).value, typed_date(until).value)


def home_for(file_name: str, folders: tuple[Path, ...]) -> Path | None:
    """The first of some folders that is this computer's own, with the file's name, one nothing has yet. Looks at the disk."""
    for folder in folders:
        path = folder / file_name
        if synced_folder(path) is not None:
            continue
        again = 1
        while path.exists():
            again += 1
            path = folder / f"{Path(file_name).stem} {again}.wangfund"
        return path
    return None


def _twice(name: str, row: Row, others: list[Row]) -> tuple[Finding, ...]:
    if name == "villages" and any(row[0] == other[0] for other in others):
        return (Finding("VILLAGE_EXISTS", "moo", values={"moo": int(row[0])}),)
    if name == "banks" and any(row[0] == other[0] for other in others):
        return (Finding("BANK_EXISTS", "bank", values={"name": row[0]}),)
    if name == "committee" and any(row[:2] == other[:2] for other in others):
        return (Finding("OFFICER_TWICE", "officer", values={"role": row[0], "name": row[1]}),)
    return ()


def _at(finding: Finding | None, name: str) -> Finding:
    assert finding is not None
    return Finding(finding.code, name, finding.clause, finding.severity, finding.values)


def _line(text: str) -> str:
    return typed_text(text, longest=_LONGEST).value or ""


def _words(told: object) -> dict[str, str]:
    if not isinstance(told, dict):
        return {}
    return {name: text for name, text in told.items() if isinstance(name, str) and isinstance(text, str)}
