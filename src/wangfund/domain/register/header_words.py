"""How Thai registers head their columns: spellings, with how sure each is (0–100).

Spellings are keys of `header_key`: repaired, without spaces, marks of punctuation and bracketed remarks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from wangfund.thai.repair import repair

Candidate = tuple[int, str]

NAME_FIELDS = frozenset({"full_name", "given_name"})

_SURE: Mapping[str, str] = {
    "member_no": "เลขที่สมาชิก เลขสมาชิก รหัสสมาชิก หมายเลขสมาชิก สมาชิกเลขที่ เลขทะเบียนสมาชิก ทะเบียนเลขที่ เลขทะเบียน "
    "เลขประจำตัวสมาชิก รหัสประจำตัวสมาชิก ลำดับสมาชิก เลขที่ทะเบียน memberno memberid",
    "national_id": "เลขประจำตัวประชาชน เลขบัตรประชาชน บัตรประชาชน เลขบัตรปชช เลขปชช ปชช บัตรปชช เลขที่บัตรประชาชน "
    "เลขบัตรประจำตัวประชาชน เลขที่บัตรประจำตัวประชาชน หมายเลขบัตรประชาชน หมายเลขบัตรประจำตัวประชาชน "
    "หมายเลขประจำตัวประชาชน เลขประจำตัว13หลัก เลข13หลัก รหัสประชาชน รหัสบัตรประชาชน เลขบัตร เลขที่บัตร เลขประจำตัว "
    "บัตรประจำตัวประชาชน cid idcard nationalid",
    "title": "คำนำหน้า คำนำหน้านาม คำนำหน้าชื่อ คำนำ ยศ title",
    "full_name": "ชื่อนามสกุล ชื่อสมาชิก ชื่อและนามสกุล ชื่อและสกุล ชื่อตัวชื่อสกุล ชื่อตัวและชื่อสกุล รายชื่อ รายชื่อสมาชิก รายนาม "
    "ชื่อนามสกุลสมาชิก ชื่อสกุลสมาชิก ชื่อสมาชิกกองทุน รายนามสมาชิก fullname name",
    "given_name": "ชื่อ ชื่อตัว ชื่อจริง firstname",
    "family_name": "สกุล นามสกุล lastname surname",
    "birth_date": "วันเกิด วันเดือนปีเกิด วดปเกิด วันเดือนปเกิด เกิด เกิดวันที่ เกิดเมื่อ วันที่เกิด เกิดเมื่อวันที่ ปีเกิด birthdate dob",
    "age": "อายุ อายุปี อายุปัจจุบัน age",
    "house_no": "บ้านเลขที่ เลขที่บ้าน เลขบ้าน",
    "address": "ที่อยู่ ที่อยู่ปัจจุบัน ที่อยู่ตามทะเบียนบ้าน address",
    "moo": "หมู่ที่ หมู่ หมู่บ้านที่ ม มที่ หมู่บ้าน moo",
    "joined_on": "วันที่สมัคร วันสมัคร สมัครเมื่อ วันที่เป็นสมาชิก วันเป็นสมาชิก วันเข้าเป็นสมาชิก วันที่เข้าเป็นสมาชิก "
    "วันที่สมัครเป็นสมาชิก วันสมัครสมาชิก วันที่สมัครสมาชิก วันที่เข้า วันเข้า เข้าเมื่อ เป็นสมาชิกเมื่อ เริ่มเป็นสมาชิก "
    "วันเริ่มเป็นสมาชิก วันที่เริ่มเป็นสมาชิก วันเดือนปีที่สมัคร วันเดือนปีสมัคร วดปสมัคร วดปที่สมัคร วันเดือนปีที่เป็นสมาชิก "
    "วันเดือนปีที่เข้าเป็นสมาชิก วันที่รับเข้า วันรับเข้า",
    "status": "สถานะ สถานะสมาชิก สถานภาพ สถานภาพสมาชิก สภาพสมาชิก สมาชิกภาพ status",
    "left_on": "วันที่พ้นสภาพ วันพ้นสภาพ พ้นสภาพเมื่อ วันที่ออก วันออก วันที่ลาออก วันลาออก ลาออกเมื่อ วันที่เสียชีวิต "
    "วันเสียชีวิต วันที่พ้นสมาชิกภาพ วันพ้นจากสมาชิก วันที่พ้นจากสมาชิก วันสิ้นสภาพ วันที่สิ้นสภาพ",
    "phone": "โทรศัพท์ โทร เบอร์โทร เบอร์โทรศัพท์ มือถือ เบอร์มือถือ เบอร์ หมายเลขโทรศัพท์ โทรศัพท์มือถือ เบอร์ติดต่อ "
    "เบอร์โทรติดต่อ เบอร์โทรศัพท์มือถือ เลขโทรศัพท์ phone tel mobile",
    "heir_name": "ผู้รับผลประโยชน์ ผู้รับประโยชน์ ทายาท ชื่อทายาท ผู้รับเงิน ผู้รับเงินสงเคราะห์ ผู้รับสวัสดิการ ชื่อผู้รับผลประโยชน์ "
    "ชื่อผู้รับประโยชน์ ผู้รับเงินแทน ผู้จัดการศพ ผู้รับมรดก",
    "heir_relation": "ความสัมพันธ์ เกี่ยวข้องเป็น ความเกี่ยวข้อง เกี่ยวพันเป็น เกี่ยวข้องกับสมาชิก ความสัมพันธ์กับสมาชิก",
    "note": "หมายเหตุ บันทึก บันทึกช่วยจำ note remark",
    "sequence": "ที่ ลำดับ ลำดับที่ no",
}

# Words that mean different things in different company; the surest reading that is still free wins.
_UNSURE: Mapping[str, tuple[Candidate, ...]] = {
    "เลขที่": ((50, "member_no"), (45, "house_no")),
    "รหัส": ((55, "member_no"),),
    "บ้าน": ((50, "house_no"),),
    "บ้านที่": ((50, "house_no"),),
    "ชื่อสกุล": ((75, "full_name"), (70, "family_name")),
    "เลขทะเบียนบ้าน": ((10, "ignored"),),
}

_WITHIN: tuple[tuple[re.Pattern[str], int, str], ...] = (
    (re.compile("ประชาชน|ปชช|13หลัก"), 40, "national_id"),
    (re.compile("^(วัน|ว).*เกิด"), 40, "birth_date"),
    (re.compile("^(วัน|ว).*(ลาออก|เสียชีวิต|พ้นสภาพ|พ้นจาก)"), 38, "left_on"),
    (re.compile("^(วัน|ว).*(สมัคร|เข้าเป็น|เป็นสมาชิก)"), 36, "joined_on"),
    (re.compile("โทร|มือถือ"), 34, "phone"),
    (re.compile("^บ้านเลขที่|เลขที่บ้าน"), 32, "house_no"),
    (re.compile("ทายาท|ผู้รับ(ผล)?ประโยชน์"), 30, "heir_name"),
    (re.compile("สัมพันธ์"), 28, "heir_relation"),
    (re.compile("^เลข.*สมาชิก|^รหัส.*สมาชิก"), 26, "member_no"),
    (re.compile("^หมายเหตุ"), 24, "note"),
)

_ADDRESS_GROUP = re.compile("ที่อยู่|ภูมิลำเนา")
_HEIR_GROUP = re.compile("ทายาท|ผู้รับ(ผล)?ประโยชน์|ผู้รับเงิน")
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_DROPPED = re.compile(r"[^0-9a-z\u0e01-\u0e3a\u0e40-\u0e4e]")
_SPLIT_NAME = re.compile(r"ชื่อ\s*(?:[-–—/,.+&]|และ|\s)\s*(?:นาม)?สกุล")

_EXACT: dict[str, tuple[Candidate, ...]] = {
    word: ((90, name),) for name, words in _SURE.items() for word in words.split()
} | dict(_UNSURE)


def header_key(text: str) -> str:
    """A heading reduced to what tells it apart; '' when nothing is left or it is far too long."""
    if len(text) > 80:
        return ""
    plain = repair(text).lower()
    bare = _DROPPED.sub("", _BRACKETS.sub("", plain))
    return bare or _DROPPED.sub("", plain)


def candidates(text: str, group: str = "") -> Sequence[Candidate]:
    """Fields a heading may mean, each with how sure; `group` is the heading drawn above several columns.

    An empty answer means an unknown heading. Field `ignored` means known and of no use.
    """
    key = header_key(text)
    if not key:
        return ()
    if group and _HEIR_GROUP.search(header_key(group)):
        if key.startswith(("ชื่อ", "ทายาท", "ผู้รับ")):
            return ((92, "heir_name"),)
        return ((92, "heir_relation"),) if "สัมพันธ์" in key or "เกี่ยว" in key else ((10, "ignored"),)
    if group and _ADDRESS_GROUP.search(header_key(group)) and key in {"เลขที่", "บ้าน", "บ้านที่"}:
        return ((92, "house_no"),)
    if key == "ชื่อสกุล" and _SPLIT_NAME.search(repair(text)):
        return ((90, "full_name"),)
    exact = _EXACT.get(key)
    if exact is not None:
        return exact
    if key.startswith(("ค่า", "เงิน", "จำนวน", "ยอด")):
        return ()
    return tuple((strength, name) for pattern, strength, name in _WITHIN if pattern.search(key))
