"""The members' leaflet: every benefit with its clause, amounts and papers, from the rules the engine decides by."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from wangfund.documents import leaflet_pdf
from wangfund.domain.papers.fund_head import FundHead
from wangfund.domain.papers.leaflet import Leaflet
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.text import rule_words as say
from wangfund.usecases.found_fund import rulebook_source

_HEAD = FundHead("กองทุนสวัสดิการชุมชนตำบลบ้านนาสุข", "บ้านนาสุข", "เมืองสมมุติ", "สมมุติ", "")
_DAY = date(2026, 11, 20)


def words_of(path: Path) -> str:
    told = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True
    )
    return told.stdout


@pytest.mark.parametrize("name", ["nasuk", "daily_baht_caps", "daily_baht_tiers"])
def test_leaflet_tells_every_benefit_of_a_preset(name: str, tmp_path: Path) -> None:
    rules = parse_rulebook(rulebook_source(name))
    out = tmp_path / "leaflet.pdf"
    leaflet_pdf.render(Leaflet(_HEAD, rules, _DAY), out, _DAY)
    words = words_of(out)
    assert "สิทธิประโยชน์ของสมาชิก" in words
    for benefit in rules.benefits:
        assert benefit.name.split()[0][:10] in words
    assert "หน้า 1/" in words


def test_leaflet_twice_is_the_same_file(tmp_path: Path) -> None:
    rows = Leaflet(_HEAD, parse_rulebook(rulebook_source("nasuk")), _DAY)
    for name in ("a.pdf", "b.pdf"):
        leaflet_pdf.render(rows, tmp_path / name, _DAY)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_words_of_the_rules_say_the_numbers_of_the_rules() -> None:
    rules = parse_rulebook(rulebook_source("nasuk"))
    by_code = {benefit.code: benefit for benefit in rules.benefits}
    assert say.amount_lines(rules, by_code["HOSP"]) == ("คืนละ 100 บาท",)
    assert "ไม่เกิน 20 คืนต่อปีปฏิทิน นับรวมกับคลอดบุตร" in say.limit_lines(rules, by_code["HOSP"])
    assert say.deadline_words(by_code["HOSP"]) == "ยื่นภายใน 90 วัน นับจากวันออกจากโรงพยาบาล"
    assert say.amount_lines(rules, by_code["DEATH"])[:2] == (
        "อายุเมื่อสมัครต่ำกว่า 65 ปี:",
        "เป็นสมาชิกไม่ถึง 2 ปี 3,000 บาท",
    )
    assert say.condition_lines(rules, by_code["EDU"])[-1] == "เกรดเฉลี่ยตั้งแต่ 3.5"
    assert say.condition_lines(rules, by_code["HOSP"])[1] == "จำนวนคืนตั้งแต่ 1 คืน"
    assert say.condition_lines(rules, by_code["DISABLED"])[0] == "เป็นสมาชิกครบ 1 ปี"
    assert say.condition_lines(rules, by_code["FUNERAL"])[0] == "ไม่ต้องรอสิทธิ"
    assert say.ceiling_words(rules).startswith("รวมทุกเรื่องไม่เกินคนละ 5,000 บาท ต่อปีปฏิทิน ไม่นับเสียชีวิต")


def test_what_a_pattern_leaves_open_is_said_to_be_open() -> None:
    rules = parse_rulebook(rulebook_source("daily_baht_caps"))
    assert say.amount_lines(rules, rules.benefits[-1]) == ("ยังไม่ได้กำหนด",)
    elder = next(benefit for benefit in rules.benefits if benefit.name == "ผู้สูงอายุ")
    assert any("ยังไม่ได้กำหนด" in line for line in say.condition_lines(rules, elder))
