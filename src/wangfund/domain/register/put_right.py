"""Which cells the program had to put right: what is stored does not stand so in the file."""

from __future__ import annotations

import re
from datetime import date

from wangfund.domain.register.grid import Cell
from wangfund.domain.register.member import STATUS_NORMAL, RegisterMember, RegisterRow
from wangfund.domain.register.mended import cell_text
from wangfund.thai.digits import to_arabic

_BE_FIRST = 2400
_WHOLE_YEAR = re.compile(r"\d{4}")
_NOT_DIGIT = re.compile(r"\D")
_NAME_CELLS = ("title", "given_name", "family_name")


def put_right(row: RegisterRow, fixed: frozenset[str] = frozenset()) -> frozenset[str]:
    """The fields of a row, by their names in RegisterMember, whose value the program worked out from other writing.

    A title written short, a year of two digits, a real date whose year is Buddhist, a lost zero of a telephone,
    a house number in words, a standing read from a remark. `given_name` stands for the whole name. Numbers with
    other digits or dashes are no change; what a person typed (`fixed`) is not the program's.
    """
    said, member = row.cells, row.member
    found = {
        name
        for name in ("birth_date", "joined_on", "left_on")
        if getattr(member, name) is not None and _day_worked_out(said.get(name))
    }
    if _name_worked_out(row, member):
        found.add("given_name")
    if member.house_no is not None and "house_no" in said:
        if to_arabic(cell_text(said["house_no"])).replace(" ", "") != member.house_no.replace(" ", ""):
            found.add("house_no")
    elif member.house_no is not None and "address" in said:
        found.add("house_no")
    if (
        member.phone is not None
        and _NOT_DIGIT.sub("", to_arabic(cell_text(said.get("phone")))) != member.phone
    ):
        found.add("phone")
    if member.heir_name is not None and _bare(said.get("heir_name")) != _bare(member.heir_name):
        found.add("heir_name")
    if member.status not in (None, STATUS_NORMAL) and said.get("status") is None:
        found.add("status")
        if member.left_on is not None and said.get("left_on") is None:
            found.add("left_on")
    if "full_name" in fixed or not fixed.isdisjoint(_NAME_CELLS):
        found.discard("given_name")
    return frozenset(found - fixed)


def _day_worked_out(cell: Cell) -> bool:
    if cell is None or isinstance(cell, int):
        return False
    if isinstance(cell, date):
        return cell.year > _BE_FIRST
    return not _WHOLE_YEAR.search(to_arabic(cell_text(cell)))


def _name_worked_out(row: RegisterRow, member: RegisterMember) -> bool:
    if member.given_name is None:
        return False
    written = "".join(_bare(row.cells.get(name)) for name in _NAME_CELLS) or _bare(row.cells.get("full_name"))
    parts = (member.title, member.given_name, member.family_name)
    return written != "".join(_bare(part) for part in parts)


def _bare(cell: Cell) -> str:
    """A text as it is in the file, without its spaces."""
    return "".join(str(cell).split()) if cell is not None else ""
