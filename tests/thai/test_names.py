import json
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.thai.hostile import HOSTILE, any_text, family_names, given_names
from wangfund.thai.names import PersonName, display_name, full_title, mask_name, split_name
from wangfund.thai.repair import repair

TITLES = [
    "",
    "นาย",
    "นาง",
    "นางสาว",
    "เด็กชาย",
    "เด็กหญิง",
    "พระ",
    "พระครู",
    "พระมหา",
    "สามเณร",
    "แม่ชี",
    "ร้อยตรี",
    "ว่าที่ร้อยตรี",
    "ว่าที่ร้อยตรีหญิง",
    "พันตำรวจเอก",
    "จ่าสิบเอก",
    "จ.ส.ต.",
    "ดร.",
    "ผู้ช่วยศาสตราจารย์ ดร.",
]


@pytest.mark.parametrize(
    ("written", "title", "given_name", "family_name"),
    [
        ("น.ส.กัลยา\u00a0ศรีสุข", "นางสาว", "กัลยา", "ศรีสุข"),
        ("น.ส. กัลยา  ศรีสุข ", "นางสาว", "กัลยา", "ศรีสุข"),
        ("น. ส. กัลยา ศรีสุข", "นางสาว", "กัลยา", "ศรีสุข"),
        ("น.ส กัลยา ศรีสุข", "นางสาว", "กัลยา", "ศรีสุข"),
        ("นส.กัลยา ศรีสุข", "นางสาว", "กัลยา", "ศรีสุข"),
        ("นาง สาว กัลยา ศรีสุข", "นางสาว", "กัลยา", "ศรีสุข"),
        ("ด.ญ.เเมะซง ปิ่นแก้ว", "เด็กหญิง", "แมะซง", "ปิ่นแก้ว"),
        ("ด.ช. คําปัน ใจดี", "เด็กชาย", "คำปัน", "ใจดี"),
        ("นางสาวิตรี ใจดี", "นาง", "สาวิตรี", "ใจดี"),
        ("นายิกา ใจดี", "", "นายิกา", "ใจดี"),
        ("คุณากร ใจดี", "", "คุณากร", "ใจดี"),
        ("คุณ สมชาย ใจดี", "คุณ", "สมชาย", "ใจดี"),
        ("ดรุณี ใจดี", "", "ดรุณี", "ใจดี"),
        ("น.สมชาย ใจดี", "", "น.สมชาย", "ใจดี"),
        ("นางหญิง ใจดี", "นาง", "หญิง", "ใจดี"),
        ("นายมะรอนิง ณ นคร", "นาย", "มะรอนิง", "ณ นคร"),
        ("นายอาแว บิน มะ", "นาย", "อาแว", "บิน มะ"),
        ("นางแมะ", "นาง", "แมะ", ""),
        ("แมะ", "", "แมะ", ""),
        ("นาย", "นาย", "", ""),
        ("พระสมชาย ฐิตธมฺโม", "พระ", "สมชาย", "ฐิตธมฺโม"),
        ("พระครูปลัดสมชาย", "พระครูปลัด", "สมชาย", ""),
        ("สามเณรใหม่ ใจดี", "สามเณร", "ใหม่", "ใจดี"),
        ("แม่ชีบุญมา", "แม่ชี", "บุญมา", ""),
        ("ว่าที่ ร.ต. สมชาย ใจดี", "ว่าที่ร้อยตรี", "สมชาย", "ใจดี"),
        ("ว่าที่ร.ต.หญิงสุดา ใจดี", "ว่าที่ร้อยตรีหญิง", "สุดา", "ใจดี"),
        ("ร้อยตรี หญิงดี ใจดี", "ร้อยตรี", "หญิงดี", "ใจดี"),
        ("ร.ต.อ.สมชาย ใจดี", "ร้อยตำรวจเอก", "สมชาย", "ใจดี"),
        ("ร.อ.สมชาย ใจดี", "ร้อยเอก", "สมชาย", "ใจดี"),
        ("จ.ส.อ. สมชาย ใจดี", "จ่าสิบเอก", "สมชาย", "ใจดี"),
        ("จ.ส.ต.สมชาย ใจดี", "จ.ส.ต.", "สมชาย", "ใจดี"),
        ("ผศ.ดร.สมชาย ใจดี", "ผู้ช่วยศาสตราจารย์ ดร.", "สมชาย", "ใจดี"),
        ("Mr. John Smith", "Mr.", "John", "Smith"),
        ("Missy Smith", "", "Missy", "Smith"),
        ("", "", "", ""),
    ],
)
def test_split_name_when_written_so_then_three_parts(
    written: str, title: str, given_name: str, family_name: str
) -> None:
    assert split_name(written) == PersonName(title, given_name, family_name)


@given(st.sampled_from(TITLES), given_names, family_names)
def test_a_printed_name_comes_apart_again(title: str, given_name: str, family_name: str) -> None:
    assert split_name(display_name(title, given_name, family_name)) == (title, given_name, family_name)
    assert split_name(f"{title} {given_name}  {family_name}") == (title, given_name, family_name)
    assert full_title(title) == title


def test_display_name_sets_a_space_after_ranks_only() -> None:
    assert display_name("นางสาว", "กตัญญู", "ศรีสุข") == "นางสาวกตัญญู ศรีสุข"
    assert display_name("พระ", "สมชาย") == "พระสมชาย"
    assert display_name("ร้อยตรี", "สมชาย", "ใจดี") == "ร้อยตรี สมชาย ใจดี"
    assert display_name("ว่าที่ร้อยตรีหญิง", "สุดา", "ใจดี") == "ว่าที่ร้อยตรีหญิง สุดา ใจดี"
    assert display_name("", "แมะ") == "แมะ"
    assert display_name("ร้อยตรี", "") == "ร้อยตรี"


def test_full_title_when_unknown_then_as_written() -> None:
    assert full_title(" น.ส. ") == "นางสาว"
    assert full_title("ด.ช") == "เด็กชาย"
    assert full_title("ผู้ใหญ่") == "ผู้ใหญ่"
    assert full_title("") == ""


def test_mask_name_shows_first_letters_only() -> None:
    assert mask_name("นางสาว", "กตัญญู", "ศรีสุข") == "นางสาวก… ศ…"
    assert mask_name("นาย", "เกรียงไกร", "") == "นายเก…"
    assert mask_name("", "น้ำผึ้ง", "ณ นคร") == "น… ณ…"
    assert mask_name("", "", "") == ""


@given(st.sampled_from(TITLES), given_names, family_names)
def test_mask_name_never_shows_more_than_a_letter(title: str, given_name: str, family_name: str) -> None:
    shown = mask_name(title, given_name, family_name).removeprefix(title).strip()
    assert all(len(part) <= 3 and part.endswith("…") for part in shown.split())


@given(any_text)
def test_split_name_when_hostile_then_loses_no_word_and_never_raises(text: str) -> None:
    name = split_name(text)
    assert name == split_name(" ".join(text.split()))
    assert all("  " not in part and part == part.strip() for part in name)
    assert " ".join(repair(text).split()).endswith(f"{name.given_name} {name.family_name}".strip())
    assert isinstance(mask_name(*name), str)


def test_every_hostile_text_comes_apart() -> None:
    for text in HOSTILE:
        assert len(split_name(text)) == 3
        assert isinstance(full_title(text), str)


def _truth(data: Path, name: str) -> list[dict[str, str]]:
    text = (data / "registers" / f"{name}.truth.json").read_text(encoding="utf-8")
    members: list[dict[str, str]] = json.loads(text)["members"]
    return members


def test_every_name_of_a_register_kept_for_years_comes_apart_as_meant(data: Path) -> None:
    sheet = openpyxl.load_workbook(data / "registers" / "messy.xlsx").worksheets[0]
    for member in _truth(data, "messy"):
        written = str(sheet[f"C{member['_row']}"].value)
        assert split_name(written) == (member["title"], member["given_name"], member["family_name"]), written


def test_every_name_of_the_villages_comes_apart_as_meant(data: Path) -> None:
    book = openpyxl.load_workbook(data / "registers" / "villages.xlsx")
    for member in _truth(data, "villages"):
        cells = [str(cell.value or "") for cell in book[member["_sheet"]][int(member["_row"])]]
        written = " ".join(cells[1:4]) if cells[1] in TITLES else cells[1]
        assert split_name(written) == (member["title"], member["given_name"], member["family_name"]), written
