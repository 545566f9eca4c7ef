"""Any acts in any order: each is done whole or refused without a trace, and the books stay true."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.funds import BANK, NOVEMBER, PRICE, TODAY, close, money, on, problems, rows_of, stay, young_bytes
from wangfund.domain.errors import FundError
from wangfund.store.books import Books
from wangfund.store.fund_file import open_fund
from wangfund.usecases.close_month import take_back_draft
from wangfund.usecases.decide_claim import DecideClaim, decide_claim
from wangfund.usecases.end_membership import EndMembership, end_membership
from wangfund.usecases.enrol_member import EnrolMember, enrol_member
from wangfund.usecases.move_money import MoveMoney, move_money
from wangfund.usecases.pay_claim import PayClaim, pay_claim
from wangfund.usecases.receive_money import ReceiveMoney, receive_money
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round
from wangfund.usecases.request_claim import request_claim
from wangfund.usecases.reverse_entry import ReverseEntry, reverse_entry
from wangfund.usecases.spend_money import SpendMoney, spend_money
from wangfund.usecases.take_payment import TakePayment, take_payment
from wangfund.usecases.transfer_pool import TransferPool, transfer_pool

Act = Callable[[Books], Any]
_DAY = st.integers(0, 19).map(lambda n: TODAY - timedelta(days=n))
_MEMBER = st.integers(1, 27).map(lambda n: f"{n:04d}")
_SATANG = st.one_of(st.sampled_from([0, 1, PRICE, 2 * PRICE, 9000, 36500]), st.integers(-100, 4_000_00))
_PLACE = st.sampled_from(["cash", BANK, "1400", "1300", "nowhere"])
_POOL = st.sampled_from(["welfare", "reserve", "admin"])
_SAID = st.sampled_from(["", "มติ"])

ACTS: st.SearchStrategy[Act] = st.one_of(
    st.builds(lambda m, a, d, i: lambda b: take_payment(b, TakePayment(m, a, d, None, i)), _MEMBER, _SATANG, _DAY, _PLACE),
    st.builds(
        lambda moo, d, paid, counted: lambda b: record_round(b, RecordRound(NOVEMBER, d, [VillageRound(moo, paid, counted)])),
        st.integers(1, 3), _DAY, st.one_of(st.none(), st.dictionaries(st.integers(1, 8), _SATANG, max_size=4)), st.one_of(st.none(), _SATANG),
    ),
    st.builds(lambda d, a: lambda b: enrol_member(b, EnrolMember("", "ใคร", "", 1, d, d, amount_satang=a)), _DAY, _SATANG),
    st.builds(lambda m, d: lambda b: end_membership(b, EndMembership(m, "resigned", d)), _MEMBER, _DAY),
    st.builds(lambda d, a, i, p: lambda b: receive_money(b, ReceiveMoney(d, "4200", a, i, "x", pool=p)), _DAY, _SATANG, _PLACE, _POOL),
    st.builds(lambda d, a, o, r: lambda b: spend_money(b, SpendMoney(d, "5400", a, o, "x", "", r)), _DAY, _SATANG, _PLACE, _SAID),
    st.builds(lambda d, a, o, i: lambda b: move_money(b, MoveMoney(d, a, o, i, "x")), _DAY, _SATANG, _PLACE, _PLACE),
    st.builds(lambda d, a, f, t: lambda b: transfer_pool(b, TransferPool(d, a, f, t, "มติ")), _DAY, _SATANG, _POOL, _POOL),
    st.builds(lambda m, d, n: lambda b: request_claim(b, stay(m, d, n, TODAY)), _MEMBER, _DAY, st.integers(0, 12)),
    st.builds(lambda c: lambda b: decide_claim(b, DecideClaim(c, "มติ")), st.integers(1, 4)),
    st.builds(lambda c, o, d: lambda b: pay_claim(b, PayClaim(c, o, d)), st.integers(1, 4), _PLACE, _DAY),
    st.builds(lambda e: lambda b: reverse_entry(b, ReverseEntry(e, "ผิด")), st.integers(0, 30)),
    st.builds(lambda r: lambda b: close(b, NOVEMBER, r), st.sampled_from(["", "", "", "มติ"])),
    st.just(lambda b: take_back_draft(b, NOVEMBER)),
)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(ACTS, min_size=1, max_size=25))
def test_any_acts_leave_true_books(acts: list[Act]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.wangfund"
        path.write_bytes(young_bytes())
        with open_fund(path, on(TODAY)) as books:
            for act in acts:
                before = path.read_bytes()
                try:
                    act(books)
                except FundError as refused:
                    assert refused.code.isupper()
                    assert path.read_bytes() == before
            assert problems(books) == []
            balances = money(books)
            assert min(balances["1100"], balances["1201"], balances["1400"], balances.get("1300", 0)) >= 0
            held = sum(v for k, v in balances.items() if k.startswith("1"))
            assert sum(v for k, v in balances.items() if k.startswith("pool:")) == held
            # Nobody's credit is below nothing or a month's price.
            standing = rows_of(
                books,
                "SELECT sum(r.credit_satang) FROM receipt r WHERE NOT EXISTS"
                " (SELECT 1 FROM entry e WHERE e.reverses_id = r.entry_id) AND spell_id IS NOT NULL GROUP BY spell_id",
            )
            assert all(0 <= credit < PRICE for (credit,) in standing)
