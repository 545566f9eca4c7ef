"""The papers of claims by command: for the meeting, the request, and the letter when it is no."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.commands_run import Typed
from tests.funds import TODAY, on
from wangfund.store.fund_file import open_fund
from wangfund.usecases.request_claim import RequestClaim, request_claim

_STAY = '{"event": "2026-11-05", "admitted": "2026-11-02"}'
_DAY = ("--today", "2026-11-20")


def words_of(path: Path) -> str:
    return subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture
def asked(typed: Typed, young: Path) -> Path:
    with open_fund(young, on(TODAY)) as books:
        for number in ("0001", "0003"):
            request_claim(
                books, RequestClaim(number, "HOSP", {"event": "2026-11-05", "admitted": "2026-11-02"}, TODAY)
            )
        request_claim(books, RequestClaim("0002", "ELDER", {"event": "2026-04-13"}, TODAY))
    return young


def test_meeting_reads_every_claim_that_waits(typed: Typed, asked: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    assert typed.json("paper", asked, "approval", "--out", out, *_DAY)["papers"] == 3
    words = words_of(out)
    assert all(part in words for part in ("0001", "0003", "0002", "อนุมัติ", "แจ้งเพื่อทราบ", "รวม 3 คำขอ"))


@pytest.mark.parametrize("more", range(8))
def test_meeting_never_signs_a_page_without_figures(
    typed: Typed, asked: Path, tmp_path: Path, more: int
) -> None:
    for number in range(more):
        with open_fund(asked, on(TODAY)) as books:
            facts = {"event": "2026-11-05", "admitted": "2026-11-02"}
            request_claim(books, RequestClaim(f"{number + 4:04d}", "HOSP", facts, TODAY))
    out = tmp_path / "a.pdf"
    typed.json("paper", asked, "approval", "--out", out, *_DAY)
    last = words_of(out).rstrip("\f").split("\f")[-1]
    assert all(part in last for part in ("กองสวัสดิการ", "แจ้งเพื่อทราบ", "ประธานในที่ประชุม"))


def test_meeting_reads_what_is_left_of_the_limits(typed: Typed, young: Path, tmp_path: Path) -> None:
    told = ("--member", "0001", "--benefit", "HOSP", "--decide", "มติ", "--facts")
    typed.json("claim", young, *told, '{"event": "2026-09-09", "admitted": "2026-09-01"}', *_DAY)
    with open_fund(young, on(TODAY)) as books:
        facts = {"event": "2026-11-05", "admitted": "2026-11-02"}
        request_claim(books, RequestClaim("0001", "HOSP", facts, TODAY))
    out = tmp_path / "a.pdf"
    typed.json("paper", young, "approval", "--out", out, *_DAY)
    words = " ".join(words_of(out).split())
    assert "ปีนี้เหลือ 12 จาก 20 คืน" in words
    assert "เหลือ 4,200 จาก 5,000 บาท" in words


def test_meeting_reads_that_two_waiting_claims_are_one_event_or_one_member(
    typed: Typed, young: Path, tmp_path: Path
) -> None:
    stay, other = ("2026-11-05", "2026-11-02"), ("2026-10-12", "2026-10-10")
    with open_fund(young, on(TODAY)) as books:
        for number, (left, came) in (("0001", stay), ("0001", stay), ("0003", stay), ("0003", other)):
            request_claim(books, RequestClaim(number, "HOSP", {"event": left, "admitted": came}, TODAY))
        request_claim(books, RequestClaim("0004", "HOSP", {"event": other[0], "admitted": other[1]}, TODAY))
    out = tmp_path / "a.pdf"
    typed.json("paper", young, "approval", "--out", out, *_DAY)
    words = "".join(words_of(out).split())
    assert "เหตุเดียวกับคำขอ2/2569" in words
    assert "เหตุเดียวกับคำขอ1/2569" in words
    assert "คนเดียวกันมีคำขอ4/2569" in words
    assert "คนเดียวกันมีคำขอ3/2569" in words
    assert words.count("เหตุเดียวกับ") == words.count("คนเดียวกันมี") == 2


def test_meeting_reads_a_missing_paper_once(typed: Typed, young: Path, tmp_path: Path) -> None:
    facts = {"event": "2026-11-05", "admitted": "2026-11-02", "missing_docs": ["ใบรับรองการนอนรักษาตัว"]}
    with open_fund(young, on(TODAY)) as books:
        request_claim(books, RequestClaim("0001", "HOSP", facts, TODAY))
    out = tmp_path / "a.pdf"
    typed.json("paper", young, "approval", "--out", out, *_DAY)
    assert words_of(out).count("ยังขาด") == 1


def test_meeting_without_claims_says_so(typed: Typed, young: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    assert typed.json("paper", young, "approval", "--out", out, *_DAY)["papers"] == 0
    assert "ไม่มีคำขอรอพิจารณา" in words_of(out)


def test_request_form_is_printed_by_its_id(typed: Typed, asked: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.pdf"
    assert typed.json("paper", asked, "request", "--number", "1", "--out", out, *_DAY)["papers"] == 1
    assert "แบบคำขอรับสวัสดิการ" in words_of(out)
    assert typed("paper", asked, "request", "--out", out).code == 2
    assert typed("paper", asked, "request", "--number", "99", "--out", out).code == 1


def test_letter_is_only_for_a_claim_that_was_refused(typed: Typed, asked: Path, tmp_path: Path) -> None:
    out = tmp_path / "l.pdf"
    assert typed("paper", asked, "refusal", "--number", "3", "--out", out, *_DAY).code == 1
    typed.json("claim", asked, "--claim", "3", "--decide", "มติ 1/2569", *_DAY)
    said = typed("paper", asked, "refusal", "--number", "3", "--out", out, *_DAY)
    assert said.code == 0, said.err
    words = words_of(out)
    assert "ยังจ่ายให้ไม่ได้" in words
    assert "ข้อ" in words
