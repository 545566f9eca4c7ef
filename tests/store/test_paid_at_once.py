"""Several processes pay the same claims and shares at the same moment, past the lock that keeps them apart."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

from tests.funds import BANK, TODAY, even_salt, on, problems, rows_of, stay, young_bytes
from wangfund.domain.errors import FundError
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.heir_shares import HeirShare
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.request_claim import RequestClaim, request_claim

_DAY = date(2026, 11, 12)
_HANDS = 3
_STAYS = 6
_HEIRS = 3


def _approved(path: Path) -> list[tuple[int, int]]:
    """Stays of several members and a death of three heirs, approved: (claim, share)."""
    with open_fund(path, on(TODAY), salt=even_salt()) as books:
        wanted = []
        for at in range(_STAYS):
            claim, _ = request_claim(books, stay(f"{at + 1:04d}", date(2026, 11, 2), 3, _DAY))
            decide_claim(books, DecideClaim(claim, "มติ 1/2569", on=_DAY))
            wanted.append((claim, 0))
        told = {"event": "2026-11-08", "payee_is_beneficiary": False}
        claim, _ = request_claim(books, RequestClaim("0025", "DEATH", told, _DAY))
        heirs = tuple(HeirShare(f"นาย{name} ทดสอบ", "บุตร") for name in ("กอ", "ขอ", "คอ"))
        decide_claim(books, DecideClaim(claim, "มติ 1/2569", heirs, on=_DAY))
        return [*wanted, *((claim, share) for share in range(1, _HEIRS + 1))]


def test_each_share_is_paid_once_however_many_pay_it_at_the_same_moment(tmp_path: Path) -> None:
    path = tmp_path / "fund.wangfund"
    path.write_bytes(young_bytes())
    wanted = _approved(path)
    hands = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.store.test_paid_at_once", str(path), json.dumps(wanted)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(_HANDS)
    ]
    for hand in hands:
        assert hand.stdout is not None and hand.stdout.readline() == "ready\n"
    for hand in hands:
        assert hand.stdin is not None
        hand.stdin.write("go\n")
        hand.stdin.flush()
    said = [word for hand in hands for word in hand.communicate(timeout=120)[0].split()]
    assert [hand.returncode for hand in hands] == [0] * _HANDS
    assert said.count("paid") == len(wanted)
    assert set(said) <= {"paid", "CLAIM_ALREADY_PAID", "SHARE_PAID"}
    with open_fund(path, on(TODAY)) as books:
        assert problems(books) == []
        paid = rows_of(books, "SELECT claim_id, share_no, count(*) FROM payment GROUP BY claim_id, share_no")
        assert len(paid) == len(wanted) and {times for _, _, times in paid} == {1}
        assert rows_of(books, "SELECT count(*), count(DISTINCT number) FROM voucher") == [
            (len(wanted), len(wanted))
        ]
        # The months owed are set off once, with whichever share came first.
        assert rows_of(books, "SELECT count(*) FROM coverage WHERE kind = 'setoff'") == [(1,)]
        assert rows_of(books, "SELECT DISTINCT state FROM claim") == [("paid",)]


def main(path: Path, wanted: list[tuple[int, int]]) -> None:
    """Pay all of them, saying of each what came of it."""
    with Books(path, on(TODAY)) as books:
        print("ready", flush=True)
        sys.stdin.readline()
        for claim, share in wanted:
            try:
                pay_claim(books, PayClaim(claim, BANK, _DAY, share=share))
                print("paid", flush=True)
            except FundError as error:
                print(error.code, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), json.loads(sys.argv[2]))
