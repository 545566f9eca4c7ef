"""What goes wrong in a practice fund, so that a clerk meets it there first."""

from tests.usecases.practice.funds import PracticeFund


def decided(fund: PracticeFund, result: str, reason: str) -> int:
    return int(
        fund.rows(f"SELECT count(*) FROM decision WHERE result = '{result}' AND reason = '{reason}'")[0][0]
    )


def test_one_claim_is_late_one_is_made_twice_and_two_come_too_early_or_in_arrears(fund: PracticeFund) -> None:
    for reason in ("LATE_CLAIM", "DUPLICATE", "WAITING", "SUSPENDED"):
        assert decided(fund, "REFUSE", reason) == 1, reason


def test_one_stay_waits_for_its_papers(fund: PracticeFund) -> None:
    assert decided(fund, "PENDING", "DOC_MISSING") == 1


def test_the_heirs_of_one_death_quarrelled_and_the_next_meeting_named_them_by_shares(
    fund: PracticeFund,
) -> None:
    assert decided(fund, "PENDING", "HEIR_RESOLUTION") == 1
    assert decided(fund, "PAY", "HEIR_RESOLUTION") == 1
    shares = fund.rows(
        "SELECT p.share_no, p.payee, p.gross_satang, d.gross_satang FROM payment p"
        " JOIN decision d ON d.claim_id = p.claim_id AND d.result = 'PAY' AND d.reason = 'HEIR_RESOLUTION'"
    )
    assert [row[0] for row in shares] == [1, 2, 3]
    assert len({row[1] for row in shares}) == 3
    assert sum(row[2] for row in shares) == shares[0][3]
    assert shares[0][2] > shares[1][2]


def test_all_other_decisions_pay_and_every_benefit_of_the_rulebook_was_paid(fund: PracticeFund) -> None:
    others = fund.rows("SELECT count(*) FROM decision WHERE result <> 'PAY'")[0][0]
    paid = fund.rows("SELECT DISTINCT benefit FROM claim WHERE state = 'paid'")
    assert others == 6
    assert {benefit for (benefit,) in paid} == {
        "HOSP", "BIRTH", "DEATH", "FUNERAL", "ELDER", "DISABLED", "EDU", "TRADITION", "DISASTER", "VISIT",
    }  # fmt: skip


def test_the_old_and_the_disabled_are_paid_on_their_days_from_the_bank(fund: PracticeFund) -> None:
    rows = fund.rows(
        "SELECT c.benefit, e.date, count(*) FROM claim c JOIN payment p ON p.claim_id = c.id"
        " JOIN entry e ON e.id = p.entry_id WHERE c.benefit IN ('ELDER', 'DISABLED') GROUP BY 1, 2 ORDER BY 2"
    )
    assert [row[:2] for row in rows] == [
        ("DISABLED", "2024-12-03"),
        ("ELDER", "2025-04-13"),
        ("DISABLED", "2025-12-03"),
        ("ELDER", "2026-04-13"),
    ]
    assert all(many >= (15 if benefit == "ELDER" else 2) for benefit, _, many in rows)


def test_one_transfer_came_back_and_was_paid_again(fund: PracticeFund) -> None:
    rows = fund.rows(
        "SELECT claim_id, count(*), sum(reversed_by IS NULL) FROM payment GROUP BY claim_id, share_no HAVING count(*) > 1"
    )
    assert [row[1:] for row in rows] == [(2, 1)]
    assert fund.rows(f"SELECT state FROM claim WHERE id = {rows[0][0]}") == [("paid",)]


def test_one_stay_had_two_months_owed_set_off_with_a_receipt_of_its_own(fund: PracticeFund) -> None:
    assert fund.rows("SELECT setoff_satang FROM decision WHERE setoff_satang > 3000") == [(6000,)]
    lines = fund.rows("SELECT kind, first_month < last_month FROM receipt_line WHERE kind = 'setoff'")
    assert ("setoff", 1) in lines


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
    assert kinds["opening"] == kinds["pool_transfer"] == 1
    assert kinds["reversal"] == 2
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
