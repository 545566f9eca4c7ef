from __future__ import annotations

import io
import re
import struct
import tracemalloc
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font

from wangfund.documents import sheet_grid
from wangfund.documents.sheet_grid import read_sheets
from wangfund.documents.sheet_package import safe_package
from wangfund.domain.errors import Refused
from wangfund.domain.register.grid import MergedArea
from wangfund.domain.register.reading import read_register

REGISTERS = Path(__file__).parents[1] / "data" / "registers"
SHEET = "xl/worksheets/sheet1.xml"
TODAY = date(2026, 11, 5)
MOMENT = datetime.fromisoformat("2020-01-02T03:04")


def refusal(path: Path) -> Refused:
    with pytest.raises(Refused) as caught:
        read_sheets(path)
    return caught.value


def workbook(path: Path, *rows: list[object]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def with_part(source: Path, target: Path, part: str, content: bytes) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return target


def worksheet(data: bytes, before: bytes = b"") -> bytes:
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return before + b'<worksheet xmlns="' + space + b'"><sheetData>' + data + b"</sheetData></worksheet>"


def test_sheets_when_cells_are_of_every_kind_then_types_are_plain(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        [None, "ก", 12, 3345833517151, 1.5, True, date(2020, 1, 2), MOMENT],
        [],
        ["  ", "=1+1", "'007", "007"],
    )
    (sheet,) = read_sheets(path)
    assert sheet.rows[0] == (
        None,
        "ก",
        12,
        3345833517151,
        1.5,
        True,
        date(2020, 1, 2),
        MOMENT,
    )
    assert type(sheet.rows[0][2]) is int
    assert sheet.rows[2][:4] == (None, None, "'007", "007")


def test_sheets_when_merged_or_hidden_then_it_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first["A1"] = "ที่อยู่"
    first.merge_cells("A1:C2")
    book.create_sheet("ซ่อน").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    sheets = read_sheets(tmp_path / "a.xlsx")
    assert sheets[0].merged == (MergedArea(1, 1, 2, 3),)
    assert [sheet.hidden for sheet in sheets] == [False, True]


def test_file_when_missing_empty_or_no_spreadsheet_then_each_has_its_refusal(tmp_path: Path) -> None:
    cases = {
        "zero.xlsx": (b"", "FILE_ZERO"),
        "text.xlsx": ("เลขที่,ชื่อ".encode(), "FILE_NOT_SPREADSHEET"),
        "page.xls": (b"<html><table><tr><td>1</td></tr></table></html>", "FILE_NOT_SPREADSHEET"),
        "paper.pdf": (b"%PDF-1.7", "FILE_NOT_SPREADSHEET"),
        "cut.xlsx": ((REGISTERS / "clean.xlsx").read_bytes()[:30_000], "FILE_DAMAGED"),
        "head.xlsx": (b"PK\x03\x04" + bytes(100), "FILE_DAMAGED"),
        "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "FILE_OTHER_FORMAT"),
        "locked.xlsx": (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "FILE_PASSWORD",
        ),
        "nul.csv": (b"a\x00b", "FILE_NOT_SPREADSHEET"),
        "blank.csv": (b" , ,\n", "FILE_NO_CELLS"),
    }
    for name, (content, code) in cases.items():
        (tmp_path / name).write_bytes(content)
        assert refusal(tmp_path / name).code == code, name
    assert refusal(tmp_path / "none.xlsx").code == "FILE_MISSING"
    assert refusal(tmp_path).code == "FILE_UNREADABLE"
    assert refusal(workbook(tmp_path / "blank.xlsx")).code == "FILE_NO_CELLS"


def test_package_when_it_is_another_kind_of_zip_then_it_is_refused(tmp_path: Path) -> None:
    for name, part, code in (
        ("a.docx", "word/document.xml", "FILE_NOT_SPREADSHEET"),
        ("a.xlsx", "xl/workbook.bin", "FILE_NOT_SPREADSHEET"),
        ("a.ods", "content.xml", "FILE_OTHER_FORMAT"),
    ):
        with zipfile.ZipFile(tmp_path / name, "w") as package:
            package.writestr(part, "<x/>")
        assert refusal(tmp_path / name).code == code


def test_package_when_it_is_a_bomb_then_it_is_refused_without_the_memory(tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx", ["x"])
    bomb = with_part(source, tmp_path / "b.xlsx", SHEET, worksheet(b"<row/>" * 6_000_000))
    tracemalloc.start()
    assert refusal(bomb).code == "FILE_BOMB"
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    many = tmp_path / "many.xlsx"
    with zipfile.ZipFile(many, "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")
        for number in range(2_100):
            package.writestr(f"xl/{number}.xml", "")
    assert refusal(many).code == "FILE_BOMB"


def test_package_when_its_directory_lies_about_a_size_then_it_is_refused(tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx", ["x"] * 50)
    data = bytearray(
        with_part(source, tmp_path / "b.xlsx", SHEET, worksheet(b"<row/>" * 100_000)).read_bytes()
    )
    place = data.rfind(SHEET.encode()) - 46
    assert data[place : place + 4] == b"PK\x01\x02"
    data[place + 24 : place + 28] = struct.pack("<I", 100)
    (tmp_path / "c.xlsx").write_bytes(data)
    assert refusal(tmp_path / "c.xlsx").code == "FILE_DAMAGED"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_package_when_it_declares_entities_then_it_is_refused(tmp_path: Path, encoding: str) -> None:
    source = workbook(tmp_path / "a.xlsx", ["x"])
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    part = f'<?xml version="1.0" encoding="{encoding}"?>{" " * 5000}{laughs}<worksheet>&b;</worksheet>'
    assert (
        refusal(with_part(source, tmp_path / "b.xlsx", SHEET, part.encode(encoding))).code == "FILE_DOCTYPE"
    )


def test_package_when_parts_are_locked_by_password_then_it_says_so(tmp_path: Path) -> None:
    data = bytearray(workbook(tmp_path / "a.xlsx", ["x"]).read_bytes())
    place = 0
    while (place := data.find(b"PK\x01\x02", place)) >= 0:
        data[place + 8] |= 1
        place += 4
    (tmp_path / "b.xlsx").write_bytes(data)
    assert refusal(tmp_path / "b.xlsx").code == "FILE_PASSWORD"


def test_sheet_when_a_value_strays_to_the_far_corner_then_it_is_refused_and_named(tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx", ["x"])
    far = worksheet(
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    found = refusal(with_part(source, tmp_path / "b.xlsx", SHEET, far))
    assert (found.code, found.values["cell"]) == ("SHEET_TOO_LARGE", "XFD1048576")
    hidden = worksheet(
        b'<row r="1048576"><c x="&gt;" r="XFD1048576" t="inlineStr"><is><t>1</t></is></c></row>'
    )
    assert refusal(with_part(source, tmp_path / "c.xlsx", SHEET, hidden)).code == "SHEET_TOO_LARGE"
    wrong_row = worksheet(b'<row r="1"><c r="A1048576"><v>1</v></c><c r="XFD1"><v>1</v></c></row>')
    assert refusal(with_part(source, tmp_path / "e.xlsx", SHEET, wrong_row)).code == "SHEET_TOO_LARGE"
    beyond = worksheet(b'<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>')
    assert refusal(with_part(source, tmp_path / "f.xlsx", SHEET, beyond)).code == "FILE_DAMAGED"
    other_root = far.replace(b"worksheet", b"elsewhere")
    assert refusal(with_part(source, tmp_path / "g.xlsx", SHEET, other_root)).code == "SHEET_TOO_LARGE"
    unnumbered = worksheet((b"<row>" + b"<c><v>1</v></c>" * 2_500 + b"</row>") * 3)
    assert refusal(with_part(source, tmp_path / "d.xlsx", SHEET, unnumbered)).code == "SHEET_TOO_LARGE"


def test_sheet_when_a_million_blank_cells_are_styled_then_it_reads_as_small_as_it_is(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "x"
    for column in range(2, 16_385):
        sheet.cell(1, column).font = Font(bold=True)
    sheet["B1048576"].font = Font(bold=True)
    book.save(tmp_path / "a.xlsx")
    (read,) = read_sheets(tmp_path / "a.xlsx")
    assert read.rows == (("x",),)


def test_package_when_made_safe_then_only_plain_xml_is_left() -> None:
    data = safe_package((REGISTERS / "clean.xlsx").read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert all(part.filename.endswith((".xml", ".rels")) for part in package.infolist())
        assert all(part.compress_type == zipfile.ZIP_STORED for part in package.infolist())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_text_file_when_exported_in_any_code_page_then_it_is_a_register(
    tmp_path: Path, encoding: str, mark: str
) -> None:
    lines = [
        ["เลขที่สมาชิก", "ชื่อ-สกุล", "เลขบัตรประชาชน", "หมู่", "วันที่สมัคร"],
        ["0012", "นายสมชาย ใจดี", "1234567890121", "3", "1/1/2558"],
    ]
    path = tmp_path / "ทะเบียน.csv"
    path.write_bytes("\r\n".join(mark.join(line) for line in lines).encode(encoding))
    (row,) = read_register(read_sheets(path), TODAY).rows
    assert (row.member.member_no, row.member.given_name, row.findings) == ("0012", "สมชาย", ())


def test_register_when_names_are_hostile_then_they_come_through_as_text(tmp_path: Path) -> None:
    names = [
        "<script>alert(1)</script>",
        "'=cmd|' /C calc'!A0",
        "สมชาย 😀",
        "ก" * 10_000,
        '"; DROP TABLE members; --',
    ]
    head: list[object] = ["เลขที่สมาชิก", "ชื่อ-สกุล", "บ้านเลขที่", "หมู่", "วันที่สมัคร"]
    rows: list[list[object]] = [
        [number, name, "9", 3, "1/1/2558"] for number, name in enumerate(names, start=1)
    ]
    reading = read_register(read_sheets(workbook(tmp_path / "a.xlsx", head, *rows)), TODAY)
    assert len(reading.rows) == len(names)
    assert all(
        {"NAME_ODD_LETTERS", "NAME_TOO_LONG"} & {each.code for each in row.findings} for row in reading.rows
    )


def test_reader_when_it_panics_then_the_file_is_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def panic(_: bytes) -> None:
        raise type("PanicException", (BaseException,), {})

    monkeypatch.setattr(sheet_grid, "_read_workbook", panic)
    assert refusal(workbook(tmp_path / "a.xlsx", ["x"])).code == "FILE_DAMAGED"


NASTY = (
    b"", b"-1", b"0", b"A0", b"s", b"b", b"e", b"d", b"NaN", b"inf", b"1e308", b"65536", b"4294967296", b"9" * 20,
    b"ZZZZZZ1", b"XFD1048576", b"A1:XFD1048576", b"2020-13-45", b"&lt;", "ก".encode(),
)  # fmt: skip
VALUE = re.compile(rb'(?:="|>)([^<>"]{1,40})(?="|<)')


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=st.lists(
        st.tuples(st.integers(0, 20), st.integers(0, 9999), st.sampled_from(NASTY)), min_size=1, max_size=6
    )
)
def test_file_when_its_values_are_damaged_then_it_is_read_or_refused(
    tmp_path: Path, changes: list[tuple[int, int, bytes]]
) -> None:
    with zipfile.ZipFile(REGISTERS / "villages.xlsx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for part, place, value in changes:
        name = sorted(parts)[part % len(parts)]
        spots = list(VALUE.finditer(parts[name]))
        if spots:
            start, end = spots[place % len(spots)].span(1)
            parts[name] = parts[name][:start] + value + parts[name][end:]
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    try:
        read_register(read_sheets(path), TODAY)
    except Refused as refused:
        assert refused.code.startswith(("FILE_", "SHEET_"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hits=st.lists(st.tuples(st.integers(0, 15_000), st.integers(0, 255)), min_size=1, max_size=20))
def test_file_when_bytes_are_damaged_then_it_is_read_or_refused(
    tmp_path: Path, hits: list[tuple[int, int]]
) -> None:
    data = bytearray((REGISTERS / "matrix.xlsx").read_bytes())
    for place, value in hits:
        data[place % len(data)] = value
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    try:
        read_register(read_sheets(path), TODAY)
    except Refused as refused:
        assert refused.code.startswith(("FILE_", "SHEET_"))
