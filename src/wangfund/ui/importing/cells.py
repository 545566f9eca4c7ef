"""The fields of the grid: their headings, how a value is shown, how it stands in the file, how it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from wangfund.domain.register.grid import Cell
from wangfund.domain.register.member import RegisterMember, RegisterRow
from wangfund.domain.register.mended import cell_text
from wangfund.thai.dates import be_year, short_date
from wangfund.thai.names import display_name
from wangfund.thai.national_id import format_id

FIELDS: Final[dict[str, tuple[str, int]]] = {
    "member_no": ("เลขที่", 150),
    "full_name": ("ชื่อ–สกุล", 270),
    "national_id": ("เลขประจำตัว", 210),
    "birth_date": ("วันเกิด", 200),
    "house_no": ("บ้าน", 150),
    "moo": ("หมู่", 110),
    "joined_on": ("วันสมัคร", 200),
    "status": ("สถานะ", 180),
    "left_on": ("วันที่พ้น", 200),
    "phone": ("โทรศัพท์", 170),
    "heir_name": ("ผู้รับผลประโยชน์", 240),
    "heir_relation": ("เกี่ยวข้อง", 160),
}
"""Heading and greatest width (px at 100 %) of each column, in the order of the grid."""

ALWAYS: Final = ("member_no", "full_name", "national_id", "birth_date", "house_no", "moo", "joined_on")
"""Shown even when a register says nothing of them."""

_AT: Final = {
    "": "full_name",
    "title": "full_name",
    "given_name": "full_name",
    "family_name": "full_name",
    "age": "birth_date",
    "address": "house_no",
    "note": "status",
}
_NAME_PARTS: Final = ("title", "given_name", "family_name")
Fixes = Mapping[tuple[str, int, str], str | None]


def grid_field(name: str) -> str:
    """The column of the grid a finding's field is shown in."""
    found = _AT.get(name, name)
    return found if found in FIELDS else "full_name"


def name_of(member: RegisterMember) -> str:
    """A person's whole name, "" when the row has none."""
    return display_name(member.title or "", member.given_name or "", member.family_name or "").strip()


def shown(member: RegisterMember, field: str) -> str:
    """A value as it will be stored, in the words of the screen; "" for none."""
    if field == "full_name":
        return name_of(member)
    value = getattr(member, field)
    if value is None:
        return ""
    if isinstance(value, date):
        return short_date(value)
    return format_id(value) if field == "national_id" else str(value)


def typed(member: RegisterMember, field: str) -> str:
    """A value as a person would type it."""
    value = None if field == "full_name" else getattr(member, field)
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{be_year(value)}"
    return shown(member, field)


def written(row: RegisterRow, field: str) -> str:
    """What stands in the file, "" when the cell is empty or there is no such column."""
    said = row.cells
    if field == "full_name":
        parts = [_text(said.get(name)) for name in _NAME_PARTS]
        return " ".join(part for part in parts if part) or _text(said.get("full_name"))
    if field in said and said[field] is not None:
        return _text(said[field])
    if field == "birth_date" and said.get("age") is not None:
        return f"อายุ {_text(said['age'])}"
    if field == "house_no":
        return _text(said.get("address"))
    return _text(said.get("note")) if field in {"status", "left_on"} else ""


def edit_text(row: RegisterRow, field: str, fixes: Fixes) -> str:
    """What the editor of a cell begins with: what was typed before, what is stored, else what the file says."""
    key = (row.sheet, row.row, field)
    if key in fixes:
        return fixes[key] or ""
    return typed(row.member, field) or written(row, field)


def _text(cell: Cell) -> str:
    return cell_text(cell)
