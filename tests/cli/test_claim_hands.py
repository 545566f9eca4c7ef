"""Claims by command: heirs, the meeting's no, papers that came later, and whose hands the money goes through."""

from __future__ import annotations

from pathlib import Path

from tests.cli.commands_run import Typed
from tests.funds import BANK, on, rows_of
from tests.funds import TODAY as DAY
from wangfund.store.fund_file import open_for_reading

_STAY = '{"event": "2026-11-05", "admitted": "2026-11-02"}'
_TODAY = ("--today", "2026-11-20")


def stay(typed: Typed, young: Path, *told: str) -> dict[str, object]:
    return typed.json(
        "claim", young, "--member", "0001", "--benefit", "HOSP", "--facts", _STAY, *told, *_TODAY
    )


def death(typed: Typed, young: Path, *told: str) -> dict[str, object]:
    facts = '{"event": "2026-11-08", "payee_is_beneficiary": false}'
    return typed.json(
        "claim", young, "--member", "0002", "--benefit", "DEATH", "--facts", facts, *told, *_TODAY
    )


def column(young: Path, sql: str) -> list[tuple[object, ...]]:
    with open_for_reading(young, on(DAY)) as books:
        return rows_of(books, sql)


def test_heirs_named_by_command_are_paid_a_share_each(typed: Typed, young: Path) -> None:
    made = death(typed, young, "--decide", "มติ 1", "--heir", "นางกอ ทดสอบ=2", "นายขอ ทดสอบ=1")
    assert (made["result"], made["net_satang"]) == ("PAY", 15_000_00)
    pay = ("claim", young, "--claim", str(made["claim"]), "--pay", BANK, "--slip", "T-1")
    assert "SHARE_NOT_NAMED" in typed(*pay, *_TODAY).err
    assert typed.json(*pay, "--share", "1", *_TODAY)["net_satang"] == 10_000_00
    assert typed.json(*pay, "--share", "2", *_TODAY)["net_satang"] == 5_000_00
    assert column(young, "SELECT payee, slip FROM payment") == [
        ("นางกอ ทดสอบ", "T-1"),
        ("นายขอ ทดสอบ", "T-1"),
    ]
    assert typed("claim", young, "--claim", "1", "--decide", "มติ", "--heir", "นางกอ=ครึ่ง", *_TODAY).code == 2


def test_one_payee_named_with_the_resolution_is_the_heir(typed: Typed, young: Path) -> None:
    made = death(typed, young, "--decide", "มติ 1", "--pay", BANK, "--payee", "นางกอ ทดสอบ")
    assert made["net_satang"] == 15_000_00
    assert column(young, "SELECT payee, share_no FROM payment") == [("นางกอ ทดสอบ", 1)]


def test_meeting_says_no_and_the_letter_says_why(typed: Typed, young: Path, tmp_path: Path) -> None:
    made = stay(typed, young, "--decide", "มติ 1", "--refuse", "ใบรับรองไม่ตรงกับวันที่เข้ารักษา", "--pay", "cash")
    assert (made["result"], made["reason"], made["net_satang"]) == ("REFUSE", "REFUSED_BY_MEETING", 0)
    out = tmp_path / "l.pdf"
    typed.json("paper", young, "refusal", "--number", str(made["claim"]), "--out", out, *_TODAY)
    assert out.stat().st_size > 1000


def test_papers_that_came_put_a_claim_right_by_command(typed: Typed, young: Path) -> None:
    facts = _STAY.replace("}", ', "missing_docs": ["ใบรับรอง"]}')
    told = ("claim", young, "--member", "0001", "--benefit", "HOSP", "--facts", facts, "--decide", "มติ 1")
    made = typed.json(*told, *_TODAY)
    assert made["reason"] == "DOC_MISSING"
    claim = ("claim", young, "--claim", str(made["claim"]))
    assert typed.json(*claim, "--facts", _STAY, *_TODAY)["result"] == "PAY"
    assert typed.json(*claim, "--decide", "มติ 2", "--pay", "cash", *_TODAY)["net_satang"] == 300_00


def test_one_who_approved_pays_only_with_a_reason_by_command(typed: Typed, young: Path) -> None:
    made = stay(typed, young, "--decide", "มติ 1", "--by", "committee", "--approver", "นายหนึ่ง ทดสอบ")
    pay = ("claim", young, "--claim", str(made["claim"]), "--pay", "cash", "--payer", "นายหนึ่ง ทดสอบ")
    assert "APPROVER_PAYS" in typed(*pay, *_TODAY).err
    assert "PROXY_WITHOUT_PAPERS" in typed(*pay, "--proxy", "นายหลาน ทดสอบ", *_TODAY).err
    told = ("--reason", "อยู่คนเดียว", "--proxy", "นายหลาน ทดสอบ", "--proxy-papers", "ใบมอบฉันทะ")
    typed.json(*pay, *told, *_TODAY)
    assert column(young, "SELECT payer, proxy, proxy_papers, one_hand_reason FROM payment") == [
        ("นายหนึ่ง ทดสอบ", "นายหลาน ทดสอบ", "ใบมอบฉันทะ", "อยู่คนเดียว")
    ]
