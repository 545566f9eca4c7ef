"""`join`, `leave`, `exempt`, `claim`: people come, are helped, and go."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.cli.commands_run import Typed
from tests.funds import BANK, TODAY, add_people, on, rows_of
from wangfund.store.fund_file import open_for_reading, open_fund

STAY = json.dumps({"event": "2569-11-10", "admitted": "2569-11-06"})


def test_join_with_fee_and_first_month_gives_number_and_receipt(typed: Typed, young: Path) -> None:
    found = typed.json("join", young, "--name", "น.ส.ขวัญข้าว ทดลอง", "--village", "๓", "--amount", "30")
    assert found["member_no"] == "0026"
    assert found["starts_on"] == "2026-11-20"
    assert found["receipt"] == 1
    assert typed.json("info", young)["balances_satang"]["cash"] == 300000 + 5000


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("VILLAGE_UNKNOWN", ("--name", "นาง ก ข", "--village", "77")),
        ("MEMBER_NO_TAKEN", ("--name", "นาง ก ข", "--village", "1", "--member", "0001")),
        ("ID_CHECK_DIGIT", ("--name", "นาง ก ข", "--village", "1", "--national-id", "1234567890123")),
        ("BIRTH_IN_FUTURE", ("--name", "นาง ก ข", "--village", "1", "--birth-date", "1/1/2580")),
        ("NAME_MISSING", ("--name", "นาง", "--village", "1")),
    ],
)
def test_join_refused_enters_nobody(typed: Typed, young: Path, code: str, words: tuple[str, ...]) -> None:
    if code == "NAME_MISSING":
        words = ("--name", " ", "--village", "1")
    before = young.read_bytes()
    typed.refused(code, "join", young, *words)
    assert young.read_bytes() == before


def test_leave_by_death_ends_the_day_after(typed: Typed, young: Path) -> None:
    words = ("leave", young, "--member", "0001", "--cause", "died", "--date", "2569-11-15")
    assert typed.json(*words) == {"member_no": "0001", "ended_on": "2026-11-16"}
    typed.refused("ALREADY_LEFT", *words)
    typed.refused("MEMBER_LEFT", "pay", young, "--member", "0001", "--amount", "30")
    typed.refused("CAUSE_UNKNOWN", "leave", young, "--member", "0002", "--cause", "bored")
    typed.refused("RESOLUTION_MISSING", "leave", young, "--member", "0002", "--cause", "lapsed")


def test_exempt_covers_months_by_resolution(typed: Typed, young: Path) -> None:
    words = ("exempt", young, "--member", "0002", "--from", "2569-11", "--to", "2570-01")
    found = typed.json(*words, "--resolution", "มติ 1/2569")
    assert found["covers"] == {"from": "2026-11", "to": "2027-01"}
    typed.refused("MONTHS_COVERED", *words, "--resolution", "มติ 1/2569")
    paid = typed.json("pay", young, "--member", "0002", "--amount", "30")
    assert paid["covers"]["from"] == "2027-02"


def test_claim_is_assessed_without_changing_anything(typed: Typed, young: Path) -> None:
    before = young.read_bytes()
    found = typed.json("claim", young, "--member", "0001", "--benefit", "hosp", "--facts", STAY)
    assert (found["result"], found["reason"], found["claim"]) == ("PAY", "OK", None)
    assert (found["gross_satang"], found["setoff_satang"], found["net_satang"]) == (40000, 0, 40000)
    assert young.read_bytes() == before


def test_claim_refused_by_the_rules_is_an_answer(typed: Typed, young: Path) -> None:
    facts = json.dumps({"event": "2569-11-10", "admitted": "2569-11-10"})
    found = typed.json("claim", young, "--member", "0001", "--benefit", "HOSP", "--facts", facts)
    assert found["result"] == "REFUSE"
    (finding,) = found["findings"]
    assert (finding["code"], finding["clause"]) == ("NO_NIGHT", "ข้อ 15.2")
    assert "นอนค้างคืน" in finding["message"]


def test_claim_decided_and_paid_with_set_off(typed: Typed, young: Path) -> None:
    found = typed.json(
        "claim", young, "--member", "0025", "--benefit", "HOSP", "--facts", STAY,
        "--claimed-on", "2569-11-12", "--decide", "มติ 3/2569", "--pay", "cash",
    )  # fmt: skip
    assert (found["gross_satang"], found["setoff_satang"], found["net_satang"]) == (40000, 3000, 37000)
    assert (found["claim"], found["voucher"], found["receipt"]) == (1, 1, 1)
    typed.refused("CLAIM_ALREADY_PAID", "claim", young, "--claim", "1", "--pay", "cash")


def test_claim_of_a_death_above_the_cash_limit_waits_for_the_bank(typed: Typed, young: Path) -> None:
    words = ("claim", young, "--member", "0003", "--benefit", "DEATH", "--facts", '{"event": "2026-11-14"}')
    said = typed.refused("CASH_LIMIT_EXCEEDED", *words, "--decide", "มติ 3/2569", "--pay", "cash")
    assert "5,000.00 บาท" in said.err
    assert "คำขอรหัส 1 " in said.err, "the decision stands, so its number must be told"
    assert "--claim 1 --pay" in said.err
    paid = typed.json("claim", young, "--claim", "1", "--pay", BANK)
    assert paid["net_satang"] == 1500000
    assert typed.json("info", young)["members"]["current"] == 24


def test_claim_of_a_member_who_died_since_is_paid_to_the_heir(typed: Typed, young: Path) -> None:
    typed.json("leave", young, "--member", "0001", "--cause", "died", "--date", "2569-11-15")
    words = ("claim", young, "--member", "0001", "--benefit", "HOSP", "--facts", STAY, "--decide", "มติ")
    typed.json(*words, "--pay", "cash")
    with open_for_reading(young, on(TODAY)) as books:
        [(heir,)] = rows_of(books, "SELECT heir_name FROM member WHERE member_no = '0001'")
        assert rows_of(books, "SELECT payee FROM voucher") == [(heir,)]


@pytest.mark.parametrize(
    ("code", "facts", "benefit"),
    [
        ("BENEFIT_UNKNOWN", STAY, "NOTHING"),
        ("FACTS_INVALID", "{}", "HOSP"),
        ("FACTS_INVALID", '{"event": "31/4/2569"}', "HOSP"),
        ("FACTS_INVALID", '{"event": "2026-11-10", "colour": 1}', "HOSP"),
    ],
)
def test_claim_that_cannot_be_understood_leaves_no_request(
    typed: Typed, young: Path, code: str, facts: str, benefit: str
) -> None:
    before = young.read_bytes()
    words = ("claim", young, "--member", "0001", "--benefit", benefit, "--facts", facts)
    typed.refused(code, *words)
    typed.refused(code, *words, "--decide", "มติ 1")
    assert young.read_bytes() == before


def test_claim_misused_says_how(typed: Typed, young: Path) -> None:
    member = ("claim", young, "--member", "0001", "--benefit", "HOSP")
    typed.misused("FACTS_NOT_JSON", *member, "--facts", "{")
    typed.misused("FACTS_NOT_JSON", *member, "--facts", "[" * 100_000)
    typed.misused("FACTS_NOT_JSON", *member, "--facts", "[1]")
    typed.misused("--facts", *member)
    typed.misused("--decide", *member, "--facts", STAY, "--pay", "cash")
    typed.misused("--decide --pay หรือ --withdraw", "claim", young, "--claim", "1")
    typed.refused("CLAIM_UNKNOWN", "claim", young, "--claim", "9", "--pay", "cash")
    typed.refused("MEMBER_UNKNOWN", "claim", young, "--member", "x", "--benefit", "HOSP", "--facts", STAY)


def test_claim_words_name_clause_steps_and_net(typed: Typed, young: Path) -> None:
    said = typed(
        "claim", young, "--member", "0025", "--benefit", "HOSP", "--facts", STAY, today=date(2026, 11, 20)
    )
    assert "4 คืน คืนละ 100 บาท (ข้อ 15.2) 400.00 บาท" in said.out
    assert "หักเงินสมทบที่ค้าง 1 เดือน รวม 30.00 บาท" in said.out
    assert "จ่ายสุทธิ 370.00 บาท" in said.out


def test_an_exemption_decided_after_the_event_cures_nothing_of_it(typed: Typed, young: Path) -> None:
    """9.11 rule 4: arrears stand as they stood at the end of the day before the event."""
    day = date(2027, 3, 1)

    def reason(event: str, today: date) -> str:
        facts = json.dumps({"event": event, "admitted": "2570-02-20"})
        words = ("claim", young, "--member", "0003", "--benefit", "HOSP", "--facts", facts)
        return str(typed.json(*words, today=today)["reason"])

    assert reason("2570-02-27", day) == "SUSPENDED"
    words = (
        "exempt",
        young,
        "--member",
        "0003",
        "--from",
        "2569-11",
        "--to",
        "2570-12",
        "--resolution",
        "มติ 3",
    )
    typed.json(*words, today=day)
    assert reason("2570-02-27", day) == "SUSPENDED"
    assert reason("2570-03-02", date(2027, 3, 2)) == "OK"


def test_paid_through_is_told_once_of_a_member_nobody_knew(typed: Typed, young: Path) -> None:
    with open_fund(young, on(TODAY)) as books:
        (member_id,) = add_people(books, 1, 1, through=None)
    number = f"{member_id:04d}"
    words = ("paid-through", young, "--member", number, "--through", "2569-10", "--source", "สมุดเล่ม 2 หน้า 14")
    typed.refused("COVERAGE_UNKNOWN", "pay", young, "--member", number, "--amount", "30")
    assert typed.json(*words) == {"member_no": number, "through": "2026-10"}
    typed.refused("COVERAGE_KNOWN", *words)
    paid = typed.json("pay", young, "--member", number, "--amount", "30")
    assert paid["covers"]["from"] == "2026-11"
