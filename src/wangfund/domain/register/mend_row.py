"""One row's cells made into a member, with every doubt placed at its cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from wangfund.domain.errors import Finding, Severity
from wangfund.domain.register.grid import Cell, column_letter
from wangfund.domain.register.member import RegisterMember, RegisterRow
from wangfund.domain.register.mend_date import mend_birth_date, mend_joined_on
from wangfund.domain.register.mend_number import mend_age, mend_member_no, mend_national_id, mend_phone
from wangfund.domain.register.mend_person import PersonCells, mend_heir_name, mend_heir_relation, mend_person
from wangfund.domain.register.mend_place import house_in_address, mend_house_no, mend_moo
from wangfund.domain.register.mend_standing import StandingCells, mend_standing
from wangfund.domain.register.mended import Mended, Remark, cell_text
from wangfund.domain.register.table import TableRow

VALUE_LONGEST = 60

T = TypeVar("T")


class RowMender:
    """Mends the rows of one sheet; fixes are what a person typed instead of a cell."""

    def __init__(
        self,
        sheet: str,
        today: date,
        villages: Mapping[str, int],
        sheet_moo: int | None,
        defaults: Mapping[str, Cell],
        left_heading: str,
    ) -> None:
        self._sheet = sheet
        self._today = today
        self._villages = villages
        self._sheet_moo = sheet_moo
        self._defaults = defaults
        self._left_heading = left_heading

    def mend(self, row: TableRow, fixes: Mapping[str, Cell]) -> RegisterRow:
        """The member a row speaks of, with its findings in the order of the member's fields."""
        return _Row(
            self._sheet, row, {**self._defaults, **_said(row.cells), **fixes}, fixes, self._today
        ).mended(self._villages, self._sheet_moo, self._left_heading)


def _said(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    return {name: cell for name, cell in cells.items() if cell is not None}


class _Row:
    def __init__(
        self, sheet: str, row: TableRow, cells: Mapping[str, Cell], fixes: Mapping[str, Cell], today: date
    ) -> None:
        self.sheet = sheet
        self.row = row
        self.cells = cells
        self.fixes = fixes
        self.today = today
        self.findings: list[Finding] = []

    def mended(self, villages: Mapping[str, int], sheet_moo: int | None, left_heading: str) -> RegisterRow:
        get = self.cells.get
        if self.row.only_a_name and not self.fixes:
            self.remark("given_name", Remark("ROW_ONLY_A_NAME"))
        member = RegisterMember(
            member_no=self.take("member_no", mend_member_no(get("member_no"))),
            national_id=self._national_id(),
            birth_date=self._birth_date(),
            house_no=self._house_no(),
            moo=self._moo(villages, sheet_moo),
            joined_on=self.take("joined_on", mend_joined_on(get("joined_on"), self.today)),
            phone=self.take("phone", mend_phone(get("phone"))),
            heir_name=self.take("heir_name", mend_heir_name(get("heir_name"))),
            heir_relation=self.take("heir_relation", mend_heir_relation(get("heir_relation"))),
        )
        member = self._in_order(self._with_standing(self._with_name(member), left_heading))
        return RegisterRow(self.sheet, self.row.row, member, tuple(self.findings), self.row.cells)

    def take(self, name: str, mended: Mended[T], column: str = "") -> T | None:
        for remark in mended.remarks:
            self.remark(name, remark, column)
        return mended.value

    def remark(self, name: str, remark: Remark, column: str = "") -> None:
        source = column or name
        number = self.row.columns.get(source, 0)
        values = {
            "sheet": self.sheet,
            "row": self.row.row,
            "column": column_letter(number),
            "value": cell_text(self.cells.get(source))[:VALUE_LONGEST],
            **remark.values,
        }
        self.findings.append(Finding(remark.code, name, "", remark.severity, values))

    def _national_id(self) -> str | None:
        mended = mend_national_id(self.cells.get("national_id"))
        if "national_id" not in self.row.columns and "national_id" not in self.fixes:
            return None
        return self.take("national_id", mended)

    def _birth_date(self) -> date | None:
        if "birth_date" in self.cells:
            return self.take("birth_date", mend_birth_date(self.cells["birth_date"], self.today))
        if "age" in self.row.columns:
            self.take("birth_date", mend_age(self.cells.get("age")), "age")
        elif "birth_date" in self.row.columns:
            self.take("birth_date", mend_birth_date(None, self.today))
        return None

    def _house_no(self) -> str | None:
        if "house_no" not in self.cells and "address" in self.cells:
            return house_in_address(self.cells["address"])
        return self.take("house_no", mend_house_no(self.cells.get("house_no")))

    def _moo(self, villages: Mapping[str, int], sheet_moo: int | None) -> int | None:
        source = "moo" if "moo" in self.cells else "address"
        mended = mend_moo(self.cells.get(source), villages)
        if source == "moo":
            self.take("moo", mended)
        around = self.row.band_moo if self.row.band_moo is not None else sheet_moo
        if mended.value is None:
            if around is None and not mended.remarks:
                self.remark("moo", Remark("MOO_MISSING", Severity.WARNING))
            return around
        if self.row.band_moo is not None and mended.value != self.row.band_moo and "moo" not in self.fixes:
            self.remark("moo", Remark("MOO_NOT_OF_BAND", Severity.WARNING, {"band": self.row.band_moo}))
        return mended.value

    def _with_name(self, member: RegisterMember) -> RegisterMember:
        get = self.row.cells.get
        person = mend_person(
            PersonCells(get("full_name"), get("title"), get("given_name"), get("family_name"))
        )
        if "full_name" in self.fixes:
            person = mend_person(PersonCells(full_name=self.fixes["full_name"]))
        if not self.fixes.keys().isdisjoint({"title", "given_name", "family_name"}):
            fixed = self.fixes.get
            person = mend_person(
                PersonCells(
                    title=fixed("title", person.title.value),
                    given_name=fixed("given_name", person.given_name.value),
                    family_name=fixed("family_name", person.family_name.value),
                )
            )
        whole = "" if "given_name" in self.row.columns and "full_name" not in self.fixes else "full_name"
        return replace(
            member,
            title=self.take("title", person.title, whole),
            given_name=self.take("given_name", person.given_name, whole),
            family_name=self.take("family_name", person.family_name, whole),
        )

    def _with_standing(self, member: RegisterMember, left_heading: str) -> RegisterMember:
        note = None if "status" in self.fixes else self.cells.get("note")
        standing = mend_standing(
            StandingCells(self.cells.get("status"), self.cells.get("left_on"), note, left_heading), self.today
        )
        for name, remark in standing.remarks:
            if name == "note":
                about = "status" if remark.code == "NOTE_MENTIONS_LEAVING" else "left_on"
                self.remark(about, remark, "note")
            else:
                self.remark(name, remark)
        return replace(member, status=standing.status, left_on=standing.left_on)

    def _in_order(self, member: RegisterMember) -> RegisterMember:
        born, joined, left = member.birth_date, member.joined_on, member.left_on
        if joined is not None and born is not None and joined < born:
            self.remark("joined_on", Remark("JOINED_BEFORE_BORN", values={"birth_date": born.isoformat()}))
            member = replace(member, joined_on=None)
        if left is not None and joined is not None and left < joined:
            source = "left_on" if "left_on" in self.cells else "note"
            self.remark(
                "left_on", Remark("LEFT_BEFORE_JOINED", values={"joined_on": joined.isoformat()}), source
            )
            member = replace(member, left_on=None)
        return member
