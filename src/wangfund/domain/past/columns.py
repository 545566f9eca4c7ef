"""Which column of an old list of benefits is what, by its heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wangfund.domain.register.grid import Cell, Sheet
from wangfund.domain.register.header_words import header_key

_WORDS: Mapping[str, str] = {
    "member_no": "เลขที่สมาชิก เลขสมาชิก รหัสสมาชิก หมายเลขสมาชิก สมาชิกเลขที่ เลขทะเบียน memberno",
    "benefit": "เรื่อง สวัสดิการ ประเภท ประเภทสวัสดิการ ชนิดสวัสดิการ เรื่องสวัสดิการ รายการ รายการสวัสดิการ benefit",
    "event": "วันที่ วันเกิดเหตุ วันที่เกิดเหตุ วันเดือนปี เมื่อวันที่ date event",
    "year": "ปี ปีพศ พศ ปีที่จ่าย ปีที่รับ year",
    "amount": "จำนวนเงิน เงิน จำนวนเงินบาท ยอดเงิน เงินสวัสดิการ จำนวนบาท บาท amount",
    "units": "คืน จำนวนคืน หน่วย จำนวนหน่วย nights units",
    "key": "กุญแจ เหตุ ระบุเหตุ รหัสเหตุ กันจ่ายซ้ำ key",
    "note": "หมายเหตุ บันทึก note remark",
}
_NAMES = {word: name for name, words in _WORDS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class PastHead:
    """The head of a list: its row and the column of each thing, all 1-based."""

    row: int
    columns: Mapping[str, int]


def past_head(sheet: Sheet) -> PastHead | None:
    """The first row that names the member, the benefit, the money and a day or a year; None when there is none."""
    for number, cells in enumerate(sheet.rows, start=1):
        columns = _columns(cells)
        if {"member_no", "benefit", "amount"} <= columns.keys() and not columns.keys().isdisjoint(
            {"event", "year"}
        ):
            return PastHead(number, columns)
    return None


def _columns(cells: Sequence[Cell]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for number, cell in enumerate(cells, start=1):
        name = _NAMES.get(header_key(cell)) if isinstance(cell, str) else None
        if name is not None:
            columns.setdefault(name, number)
    return columns
