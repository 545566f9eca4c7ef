"""What goes wrong in a practice fund, so that a clerk meets it there first."""

from tests.usecases.practice.funds import PracticeFund


def decided(fund: PracticeFund, result: str, reason: str) -> int:
    return int(
        fund.rows(f"SELECT count(*) FROM decision WHERE result = '{result}' AND reason = '{reason}'")[0][0]
    )


def test_one_claim_is_late_one_is_made_twice_and_two_come_too_early_or_in_arrears(fund: PracticeFund) -> None:
    for reason in ("LATE_CLAIM", "DUPLICATE", "WAITING", "SUSPENDED"):
        assert decided(fund, "REFUSE", reason) == 1, reason


def test_one_death_waits_for_the_heirs_and_one_stay_for_its_papers(fund: PracticeFund) -> None:
    assert decided(fund, "PENDING", "HEIR_RESOLUTION") == 1
    assert decided(fund, "PENDING", "DOC_MISSING") == 1


def test_all_other_decisions_pay(fund: PracticeFund) -> None:
    others = fund.rows("SELECT count(*) FROM decision WHERE result <> 'PAY'")[0][0]
    paid = fund.rows("SELECT benefit, count(*) FROM claim WHERE state = 'paid' GROUP BY benefit")
    assert others == 6
    assert {benefit for benefit, _ in paid} == {"HOSP", "BIRTH", "DEATH", "FUNERAL"}


def test_one_stay_had_two_months_owed_set_off_with_a_receipt_of_its_own(fund: PracticeFund) -> None:
    assert fund.rows("SELECT setoff_satang FROM decision WHERE setoff_satang > 0") == [(6000,)]
    assert fund.rows("SELECT kind, first_month < last_month FROM receipt_line WHERE kind = 'setoff'") == [
        ("setoff", 1)
    ]


def test_one_receipt_was_taken_back_with_a_reason(fund: PracticeFund) -> None:
    rows = fund.rows(
        "SELECT e.reason, r.number FROM entry e JOIN receipt r ON r.entry_id = e.reverses_id WHERE e.kind = 'reversal'"
    )
    assert len(rows) == 1
    assert rows[0][0]


def test_a_collector_was_short_once_and_brought_it_in_later(fund: PracticeFund) -> None:
    moves = fund.rows(
        "SELECT e.kind, e.month, l.debit_satang - l.credit_satang FROM line l JOIN entry e ON e.id = l.entry_id"
        " WHERE l.account = '1400' ORDER BY e.id"
    )
    assert [kind for kind, _, _ in moves] == ["cash_difference", "hand_in"]
    assert moves[0][1] < moves[1][1]
    assert moves[0][2] == -moves[1][2] > 0
    assert fund.rows("SELECT count(*) FROM round WHERE counted_satang < sheet_satang") == [(1,)]


def test_books_open_with_what_was_brought_forward_and_a_difference(fund: PracticeFund) -> None:
    rows = fund.rows(
        "SELECT l.account FROM line l JOIN entry e ON e.id = l.entry_id WHERE e.kind = 'opening'"
    )
    assert ("3900",) in rows


def test_every_kind_of_money_has_moved(fund: PracticeFund) -> None:
    kinds = dict(fund.rows("SELECT kind, count(*) FROM entry GROUP BY kind"))
    assert kinds["opening"] == kinds["reversal"] == kinds["pool_transfer"] == 1
    assert kinds["grant"] == 3 + 2
    assert kinds["interest"] == 4
    assert {"donation", "expense", "benefit", "bank_transfer", "contribution"} <= kinds.keys()


def test_some_paid_a_part_and_some_paid_ahead(fund: PracticeFund) -> None:
    assert fund.rows("SELECT count(*) FROM receipt_line WHERE kind = 'part_payment'")[0][0] >= 1
    assert fund.rows(
        "SELECT count(*) FROM receipt r JOIN member m ON m.id = r.member_id"
        " WHERE m.cadence = 'M' AND r.amount_satang = 9000"
    )[0][0]


def test_every_payment_has_its_voucher_and_small_ones_leave_the_cash_box(fund: PracticeFund) -> None:
    rows = fund.rows(
        "SELECT p.net_satang, v.amount_satang, l.account FROM payment p JOIN voucher v ON v.entry_id = p.entry_id"
        " JOIN line l ON l.entry_id = p.entry_id AND l.credit_satang > 0 AND substr(l.account, 1, 1) = '1'"
    )
    assert rows
    assert all(net == voucher for net, voucher, _ in rows)
    assert all(account == "1201" for net, _, account in rows if net > 150_000)
    assert any(account == "1100" for _, _, account in rows)
