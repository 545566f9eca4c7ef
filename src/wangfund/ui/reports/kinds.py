"""The papers of the fund in the words people use for them, and what each must be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from wangfund.ui.frame.choose_file import FileKind
from wangfund.ui.widgets.chip import Mark

NAMES: Final = Mark("triangle-alert", "มีชื่อสมาชิก ห้ามติดประกาศ", "warn")
WALL: Final = Mark("circle-check", "ติดประกาศได้ ไม่มีชื่อใคร", "ok", filled=False)
INSIDE: Final = Mark("lock", "ใช้ภายในกองทุน", "ink2", filled=False)


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A paper: `needs` names the choices it asks for (month, village, by, one); `file` is what is kept.

    `about` says what it is for; `inside` what a file that cannot be shown holds; `none` why there is none to show.
    """

    code: str
    group: str
    name: str
    about: str
    needs: tuple[str, ...]
    mark: Mark
    file: FileKind = FileKind.PDF
    inside: str = ""
    none: str = ""

    @property
    def shown(self) -> bool:
        """Whether it is a paper that can be seen and printed."""
        return self.file is FileKind.PDF


KINDS: Final = (
    ReportKind(
        "pack",
        "ประชุมประจำเดือน",
        "ชุดเอกสารประชุม",
        "รายงานรับ–จ่าย ฐานะกองทุน สวัสดิการที่จ่าย คำขอที่รอ และเงินค้าง",
        ("month",),
        NAMES,
    ),
    ReportKind(
        "pack_xlsx",
        "ประชุมประจำเดือน",
        "ชุดเอกสารประชุม (Excel)",
        "ตัวเลขชุดเดียวกับเอกสารประชุม เปิดด้วย Excel หรือ LibreOffice",
        ("month",),
        NAMES,
        FileKind.EXCEL,
        "สมุดงาน Excel เปิดดูในโปรแกรมนี้ไม่ได้ เก็บเป็นไฟล์แล้วเปิดด้วย Excel ตัวเลขทุกตัวตรงกับชุดเอกสารประชุม",
    ),
    ReportKind(
        "notice",
        "ประชุมประจำเดือน",
        "ประกาศติดผนัง",
        "ตัวใหญ่ อ่านได้จากไกล บอกยอดเงินและสวัสดิการของเดือน",
        ("month",),
        WALL,
    ),
    ReportKind(
        "sheet",
        "เก็บเงินสมทบ",
        "ใบเก็บเงินประจำหมู่บ้าน",
        "ให้ผู้เก็บเงินถือไป บอกว่าใครต้องจ่ายเท่าไร",
        ("month", "village"),
        NAMES,
        none="หมู่บ้านนี้ไม่มีสมาชิกที่ต้องเก็บเงินในเดือนนี้",
    ),
    ReportKind(
        "receipt",
        "เก็บเงินสมทบ",
        "ใบเสร็จรับเงิน",
        "พิมพ์ซ้ำได้ ใบแรกเป็นต้นฉบับ ใบต่อไปเป็นสำเนา",
        ("by",),
        NAMES,
        none="ไม่มีใบเสร็จตามที่เลือก ลองเลือกวัน เดือน หรือสมาชิกคนอื่น",
    ),
    ReportKind(
        "handover",
        "เก็บเงินสมทบ",
        "ใบนำส่งเงิน",
        "ผู้เก็บเงินกับเหรัญญิกลงชื่อกันคนละส่วน",
        ("month", "one"),
        INSIDE,
        none="เดือนนี้ยังไม่มีผู้เก็บนำเงินมาส่ง ลองเลือกเดือนอื่น",
    ),
    ReportKind(
        "approval",
        "สวัสดิการ",
        "คำขอเสนอที่ประชุม",
        "คำขอที่รอทั้งหมดในเอกสารเดียว ยอดเงินและช่องให้ที่ประชุมลงมติ",
        (),
        NAMES,
    ),
    ReportKind(
        "request",
        "สวัสดิการ",
        "แบบคำขอรับสวัสดิการ",
        "ให้ผู้ขอลงชื่อ และกรรมการรับรอง",
        ("month", "one"),
        NAMES,
        none="เดือนนี้ไม่มีผู้ขอสวัสดิการ ลองเลือกเดือนอื่น",
    ),
    ReportKind(
        "voucher",
        "สวัสดิการ",
        "ใบสำคัญจ่าย",
        "ให้ผู้รับเงินและพยานลงชื่อ",
        ("month", "one"),
        NAMES,
        none="เดือนนี้ยังไม่ได้จ่ายเงิน ลองเลือกเดือนอื่น",
    ),
    ReportKind(
        "refusal",
        "สวัสดิการ",
        "หนังสือแจ้งผลคำขอ",
        "ถึงสมาชิกที่ครั้งนี้ยังจ่ายให้ไม่ได้ บอกเหตุผล ข้อระเบียบ และวันที่จะมีสิทธิ",
        ("one",),
        NAMES,
        none="ยังไม่มีคำขอที่ที่ประชุมลงมติว่าจ่ายให้ไม่ได้",
    ),
    ReportKind(
        "payday",
        "สวัสดิการ",
        "บัญชีจ่ายสวัสดิการ",
        "ทุกคนที่รับเงินในวันจ่ายเดียวกัน มีช่องลงชื่อรับเงินและรายชื่อที่งดจ่าย",
        ("one",),
        NAMES,
        none="ยังไม่ได้จ่ายสวัสดิการตามวันจ่าย จ่ายได้ที่หน้าสวัสดิการ",
    ),
    ReportKind(
        "rights",
        "สวัสดิการ",
        "ใบแจ้งสิทธิของสมาชิก",
        "สมาชิกคนหนึ่งขอรับอะไรได้วันนี้ อะไรได้เมื่อไร และปีนี้เหลือเท่าไร",
        ("member",),
        NAMES,
    ),
    ReportKind(
        "leaflet",
        "สวัสดิการ",
        "สิทธิประโยชน์ของสมาชิก",
        "แผ่นพับบอกสวัสดิการทุกเรื่องตามระเบียบที่ใช้วันนี้",
        (),
        WALL,
    ),
    ReportKind(
        "cash_count",
        "ตรวจสอบ",
        "ใบตรวจนับเงินสด",
        "ใบเปล่าไว้กรอกตอนนับเงิน มียอดตามบัญชีให้เทียบ",
        ("month",),
        INSIDE,
    ),
    ReportKind(
        "journal",
        "ตรวจสอบ",
        "สมุดรายวันสำหรับผู้ตรวจสอบ",
        "รายการบัญชีทั้งหมดเป็นข้อความ ผู้ตรวจสอบบวกใหม่ด้วยโปรแกรมอื่นได้",
        (),
        INSIDE,
        FileKind.LEDGER,
        "รายการบัญชีทั้งหมดตั้งแต่เริ่มใช้โปรแกรม เป็นไฟล์ข้อความ (hledger) เก็บเป็นไฟล์แล้วส่งให้ผู้ตรวจสอบ",
    ),
)
ONE_ALWAYS: Final = frozenset({"handover", "refusal", "payday"})
"""Kinds of which one paper is printed at a time."""

BY_CODE: Final = {kind.code: kind for kind in KINDS}

RECEIPTS_BY: Final = (
    ("member", "ของสมาชิกคนหนึ่ง"),
    ("day", "ที่ออกในวันหนึ่ง"),
    ("village", "ของหมู่บ้าน ในเดือนหนึ่ง"),
)
"""How receipts are asked for."""
