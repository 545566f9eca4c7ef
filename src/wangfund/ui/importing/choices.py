"""What can be done about a finding: the likeliest first, holding the person the last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from wangfund.domain.errors import Finding, Severity
from wangfund.domain.register.member import STATUS_DIED, STATUS_NORMAL, STATUS_RESIGNED, RegisterRow
from wangfund.ui.importing.cells import grid_field, shown, typed


class Act(Enum):
    """What a choice does: type into cells, wait, no more waiting, be no row, be one again, be well, or open the cell."""

    FIX = "fix"
    HOLD = "hold"
    LET_GO = "let_go"
    LEAVE_OUT = "leave_out"
    TAKE_BACK = "take_back"
    ACCEPT = "accept"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice in words, what follows from it, and what it does; `fixes`: {field of the grid: text, None for nothing}."""

    words: str
    more: str
    act: Act
    fixes: Mapping[str, str | None] = field(default_factory=dict)
    at: str = ""


HOLD: Final = Choice("พักคนนี้ไว้ ยังไม่นำเข้า", "", Act.HOLD)
LET_GO: Final = Choice("เลิกพัก", "นำเข้าคนนี้ด้วย", Act.LET_GO)
TAKE_BACK: Final = Choice("เอาแถวนี้กลับมา", "", Act.TAKE_BACK)
_EDIT: Final = Choice("แก้ในช่อง (F3)", "", Act.EDIT)
_OUT: Final = Choice("ตัดแถวนี้ออก", "ไม่นำเข้าแถวนี้", Act.LEAVE_OUT)
_SAME: Final = Choice("คนเดียวกัน ตัดแถวนี้ออก", "", Act.LEAVE_OUT)
_WELL: Final = Choice("ถูกแล้ว ใช้ตามนี้", "", Act.ACCEPT)
_LATER: Final = Choice("ปล่อยไว้ก่อน", "นำเข้าได้ เติมภายหลัง", Act.ACCEPT)
_NEW_NUMBER: Final = Choice("ให้เลขใหม่", "ต่อจากเลขสุดท้ายของกองทุน", Act.FIX, {"member_no": None})
_EMPTY: Final = {
    "national_id": Choice("เว้นเลขบัตรไว้ก่อน", "นำเข้าคนนี้ เติมเลขภายหลัง", Act.FIX, {"national_id": None}),
    "birth_date": Choice("เว้นวันเกิดไว้ก่อน", "ถามวันเกิดจากสมาชิกภายหลัง", Act.FIX, {"birth_date": None}),
}
_NOT_A_ROW: Final = frozenset(
    {"ROW_ONLY_A_NAME", "NAME_MISSING", "NAME_TOO_LONG", "LEFT_IN_FUND", "MATCHED_TWICE"}
)


def choices_of(finding: Finding, row: RegisterRow) -> tuple[Choice, ...]:
    """What can be done, at most four; the first is what Enter does unless another is marked."""
    if finding.code == "ROW_HELD":
        return (LET_GO,)
    first = (*_suggested(finding), *(_by_code(finding, row) or _by_field(finding, row)))[:2]
    edits = any(each.act is Act.EDIT for each in first)
    return (*first, HOLD) if edits else (*first, _EDIT, HOLD)


def _suggested(finding: Finding) -> tuple[Choice, ...]:
    told = finding.values.get("suggestion")
    if not isinstance(told, str) or not told:
        return ()
    at = grid_field(finding.field)
    return (Choice(f"ใช้ {told}", "โปรแกรมเดาให้ ตรวจก่อน", Act.FIX, {at: told}),)


def _by_code(finding: Finding, row: RegisterRow) -> tuple[Choice, ...]:
    code, values = finding.code, finding.values
    if code == "ID_DUPLICATE":
        return (_EMPTY["national_id"], _SAME)
    if code == "ROW_REPEATED":
        return (_SAME,)
    if code == "MEMBER_NO_DUPLICATE":
        return (_NEW_NUMBER, _SAME)
    if code in {"MEMBER_NO_UNREADABLE", "MEMBER_NO_OF_ANOTHER"}:
        return (_NEW_NUMBER,)
    if code == "MEMBER_NO_CHANGES":
        known = str(values.get("known_member_no", ""))
        return (_WELL, Choice(f"คงเลขเดิม {known}", "", Act.FIX, {"member_no": None}))
    if code == "POSSIBLY_SAME_PERSON":
        known = str(values.get("known_member_no", ""))
        same = Choice(f"คนเดียวกับเลขที่ {known}", "ใช้เลขเดิมในกองทุน", Act.FIX, {"member_no": known})
        return (same, Choice("คนละคน ใส่เลขที่", "พิมพ์เลขใหม่ F3", Act.EDIT, at="member_no"))
    if code == "MOO_NOT_OF_BAND":
        band = str(values.get("band", ""))
        return (_WELL, Choice(f"หมู่ {band} ตามหัวข้อข้างบน", "", Act.FIX, {"moo": band}))
    if code == "JOINED_BEFORE_BORN":
        return (Choice("เชื่อวันสมัคร เว้นวันเกิด", "ถามวันเกิดภายหลัง", Act.FIX, {"birth_date": None}),)
    if code in _NOT_A_ROW:
        return (_EDIT, _OUT) if finding.field == "given_name" and code != "ROW_ONLY_A_NAME" else (_OUT,)
    return _about_standing(finding, row)


def _about_standing(finding: Finding, row: RegisterRow) -> tuple[Choice, ...]:
    normal: dict[str, str | None] = {"status": STATUS_NORMAL, "left_on": None}
    said = row.member.status
    if finding.code == "STATUS_AND_NOTE_DISAGREE" and said is not None:
        day = typed(row.member, "left_on")
        noted: dict[str, str | None] = {"status": said, **({"left_on": day} if day else {})}
        return (
            Choice(said, "ตามหมายเหตุ", Act.FIX, noted),
            Choice(STATUS_NORMAL, "ตามช่องสถานะ", Act.FIX, normal),
        )
    if finding.code == "STATUS_AND_DATE_DISAGREE":
        return (
            Choice(STATUS_NORMAL, "ลบวันที่พ้นออก", Act.FIX, normal),
            Choice(STATUS_RESIGNED, "ตามวันที่พ้น", Act.FIX, {"status": STATUS_RESIGNED}),
        )
    if finding.code == "STATUS_UNKNOWN":
        return (Choice(STATUS_NORMAL, "", Act.FIX, {"status": STATUS_NORMAL}),)
    if finding.code == "NOTE_MENTIONS_LEAVING":
        return (
            Choice("ไม่ใช่สมาชิกเอง", "คงสถานะปกติ", Act.ACCEPT),
            Choice(STATUS_DIED, "แล้วใส่วันที่", Act.FIX, {"status": STATUS_DIED}),
        )
    if finding.code in {"LEFT_DATE_MISSING", "ROW_NEEDS_LEFT_ON"}:
        edit = Choice("ใส่วันที่พ้น", "พิมพ์ในช่อง F3", Act.EDIT, at="left_on")
        return (edit, Choice("ยังเป็นสมาชิกอยู่", "สถานะปกติ", Act.FIX, normal))
    return ()


def _by_field(finding: Finding, row: RegisterRow) -> tuple[Choice, ...]:
    at = grid_field(finding.field)
    if finding.severity is not Severity.ERROR:
        return (_WELL if shown(row.member, at) else _LATER,)
    return (_EMPTY[at],) if at in _EMPTY else ()
