"""A fund that pays for other things writes rules, not Python: four benefits nobody thought of, from file to paper.

A share of a fare with a limit for the family, a bonus for years without a claim, a pension by months paid on
quarter days, a parent's death shared by brothers and sisters; waiting by whole months, two due dates a year.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from tests.cli.commands_run import Typed
from tests.documents.typeset.extractors import by_pdfium
from wangfund.domain.rulebook.parse import parse_rulebook
from wangfund.text.rule_rows import rule_rows

_DAY = date(2027, 5, 21)
_CODE_WORD = re.compile(r"[a-z]+_[a-z_]+|[A-Z]{3,}_?[A-Z]*")
"""A word of the rulebook's file; no member should ever read one."""
_PROFILE = """
name = "กองทุนสวัสดิการชุมชนตำบลทดลอง"
tambon = "ทดลอง"
amphoe = "เมืองสมมุติ"
province = "สมมุติ"
founded_on = "2010-01-01"
books_from = "2569-10"
fiscal_year_starts = 1
rulebook = "RULES"
[[villages]]
moo = 1
name = "บ้านทดลอง"
[[banks]]
name = "ธ.ก.ส."
number = "000-0-00000-0"
[[committee]]
role = "ประธาน"
name = "นางสาวตัวอย่าง มั่นคง"
"""


@pytest.fixture
def odd(typed: Typed, tmp_path: Path, data: Path) -> Path:
    """The odd fund with one member, 80 years old, who paid a year ahead in November 2026."""
    profile, file = tmp_path / "p.toml", tmp_path / "odd.wangfund"
    profile.write_text(_PROFILE.replace("RULES", str(data / "odd_fund.toml")), encoding="utf-8")
    typed.json("new", file, "--profile", profile, today=date(2026, 11, 20))
    words = ("join", file, "--name", "นางสาวทดสอบ ใจดี", "--village", "1", "--date", "2569-11-01")
    more = ("--amount", "365", "--cadence", "Y", "--birth-date", "1/1/2490")
    typed.json(*words, "--applied-on", "2569-11-01", *more, today=date(2026, 11, 20))
    return file


def test_the_odd_rules_pass_and_are_told_without_a_code(typed: Typed, data: Path) -> None:
    rules = data / "odd_fund.toml"
    assert typed.json("rulebook", "check", rules)["findings"] == []
    for row in rule_rows(parse_rulebook(rules.read_text(encoding="utf-8"))):
        lines = [row.name, row.short, row.below, *(line for said in row.said for line in said.lines)]
        assert not [line for line in lines if _CODE_WORD.search(line)]


@pytest.mark.parametrize(
    ("benefit", "facts", "reason", "net", "words"),
    [
        ("RIDE", {"who": "parent", "referral": True, "fare": 400, "trips": 3}, "CAPPED", 24_000, ""),
        (
            "RIDE",
            {"who": "child", "referral": True, "fare": "49.99"},
            "FARE_TOO_SMALL",
            0,
            "ค่ารถต่ำกว่า 50 บาท",
        ),
        ("RIDE", {"referral": False, "fare": 100}, "NO_REFERRAL", 0, "มีใบนัดหรือใบส่งตัว"),
        ("RIDE", {"referral": True}, "FACT_MISSING", 0, "ค่ารถ (บาท)"),
        ("RIDE", {"event": "2570-04-30", "referral": True, "fare": 99}, "WAITING", 0, "1 พ.ค. 2570"),
        ("QUIET", {"event": "2570-01-16"}, "WAITING", 0, "1 พ.ย. 2572"),
        ("PENSION", {"event": "2570-03-31"}, "PAID_TOO_FEW", 0, "จำนวนเดือนที่ส่งเงินสมทบ 4 ยังไม่ถึง 180"),
        ("PARENT", {"parent": "นายสมมุติ", "siblings": 3}, "OK", 33_333, ""),
    ],
)
def test_an_odd_claim_is_answered_in_words(
    typed: Typed, odd: Path, benefit: str, facts: dict[str, object], reason: str, net: int, words: str
) -> None:
    told = json.dumps({"event": "2570-05-20", **facts}, ensure_ascii=False)
    found = typed.json("claim", odd, "--member", "1", "--benefit", benefit, "--facts", told, today=_DAY)
    assert (found["reason"], found["net_satang"]) == (reason, net)
    said = " ".join(one["message"] for one in found["findings"])
    assert words in said
    assert not _CODE_WORD.search(said)


def test_odd_papers_are_printed_without_a_code(typed: Typed, odd: Path, tmp_path: Path) -> None:
    told = json.dumps({"event": "2570-05-20", "who": "spouse", "referral": False, "fare": 10})
    words = ("claim", odd, "--member", "1", "--benefit", "RIDE", "--facts", told, "--decide", "มติ 5")
    typed.json(*words, today=_DAY)
    papers = {
        "leaflet": ((), "เงินสมทบเดือนมกราคม–มิถุนายน"),
        "rights": (("--member", "1"), "รางวัลผู้ไม่เบิกค่ารถ"),
        "refusal": (("--number", "1"), "ค่ารถต่ำกว่า 50 บาท"),
        "request": (("--number", "1"), "20 พ.ค. 2570"),
    }
    for kind, (more, wanted) in papers.items():
        out = tmp_path / f"{kind}.pdf"
        typed.json("paper", odd, kind, *more, "--out", out, today=_DAY)
        text = by_pdfium(out.read_bytes())
        assert wanted.replace(" ", "") in text.replace(" ", ""), kind
        assert not _CODE_WORD.search(text), kind
