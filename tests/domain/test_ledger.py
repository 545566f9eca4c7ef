"""Every recipe balances, and the pools always add up to what the fund holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangfund.domain import accounts, ledger
from wangfund.domain.errors import Refused
from wangfund.domain.posting import Line

_CUT = (("welfare", 80), ("reserve", 10), ("admin", 10))
_AMOUNTS = st.integers(1, 10**12)
Lines = tuple[Line, ...]

RECIPES: dict[str, Callable[[int, int], Lines]] = {
    "money in": lambda a, _: ledger.money_in("1100", "3400", a, _CUT),
    "contribution": lambda a, _: ledger.contribution("1100", a, _CUT),
    "contribution with fee": lambda a, b: ledger.contribution("1201", a, _CUT, b, (("admin", 100),)),
    "fee alone": lambda a, _: ledger.contribution("1100", 0, _CUT, a, (("admin", 100),)),
    "expense": lambda a, _: ledger.expense("1100", "5400", a, "admin"),
    "benefit": lambda a, _: ledger.benefit("1100", "5102", a, 0, "welfare", _CUT),
    "benefit with set-off": lambda a, b: ledger.benefit("1201", "5104", a + b, b, "welfare", _CUT),
    "benefit all set off": lambda a, _: ledger.benefit("1100", "5102", a, a, "welfare", _CUT),
    "move": lambda a, _: ledger.move("1100", "1201", a),
    "cash short": lambda a, _: ledger.cash_short(a, "admin"),
    "cash over": lambda a, _: ledger.cash_over(a, "admin"),
    "pool transfer": lambda a, _: ledger.pool_transfer("3100", "welfare", "reserve", a),
}


def totals(lines: Lines) -> tuple[int, int]:
    return sum(line.debit_satang for line in lines), sum(line.credit_satang for line in lines)


def pools_and_assets(lines: Lines) -> tuple[int, int]:
    return (
        sum(line.credit_satang - line.debit_satang for line in lines if line.pool is not None),
        sum(line.debit_satang - line.credit_satang for line in lines if line.pool is None),
    )


@pytest.mark.parametrize("recipe", sorted(RECIPES))
@given(a=_AMOUNTS, b=_AMOUNTS)
def test_a_recipe_balances_line_by_line_and_pool_by_pool(recipe: str, a: int, b: int) -> None:
    lines = RECIPES[recipe](a, b)
    debit, credit = totals(lines)
    assert debit == credit > 0
    assert pools_and_assets(lines)[0] == pools_and_assets(lines)[1]
    for line in lines:
        assert (line.debit_satang > 0) != (line.credit_satang > 0)
        assert min(line.debit_satang, line.credit_satang) == 0
        assert (line.pool is None) == accounts.is_asset(line.account)


@pytest.mark.parametrize("recipe", sorted(RECIPES))
@given(a=_AMOUNTS, b=_AMOUNTS)
def test_a_mirror_undoes_and_its_mirror_is_the_entry_again(recipe: str, a: int, b: int) -> None:
    lines = RECIPES[recipe](a, b)
    back = ledger.mirror(lines)
    assert ledger.mirror(back) == lines
    assert totals(back) == totals(lines)
    moved: dict[tuple[str, str | None], int] = {}
    for line in (*lines, *back):
        key = (line.account, line.pool)
        moved[key] = moved.get(key, 0) + line.debit_satang - line.credit_satang
    assert set(moved.values()) == {0}


@given(
    st.dictionaries(st.sampled_from(["1100", "1201", "1202", "1300", "1400"]), st.integers(-(10**9), 10**12)),
    st.lists(
        st.tuples(
            st.sampled_from(["3100", "3400", "4100", "5104"]),
            st.sampled_from(["welfare", "reserve", "admin"]),
            st.integers(-(10**12), 10**12),
        ),
        max_size=8,
    ),
)
def test_balances_brought_forward_always_balance_with_their_difference(
    assets: dict[str, int], sources: list[tuple[str, str, int]]
) -> None:
    if not any(assets.values()) and not any(amount for *_, amount in sources):
        with pytest.raises(Refused) as refused:
            ledger.opening(assets, sources, "welfare")
        assert refused.value.code == "OPENING_EMPTY"
        return
    lines, difference = ledger.opening(assets, sources, "welfare")
    debit, credit = totals(lines)
    assert debit == credit
    assert difference == sum(assets.values()) - sum(amount for *_, amount in sources)
    assert pools_and_assets(lines)[0] == pools_and_assets(lines)[1] == sum(assets.values())
    named = sum(
        line.credit_satang - line.debit_satang
        for line in lines
        if line.account == accounts.BROUGHT_FORWARD_DIFFERENCE
    )
    assert named == difference


def test_a_benefit_wholly_set_off_moves_no_cash() -> None:
    assert [line.account for line in ledger.benefit("1100", "5102", 3000, 3000, "welfare", _CUT)] == [
        "5102", "3100", "3100", "3100",
    ]  # fmt: skip


def test_every_account_has_one_kind() -> None:
    kinds = (accounts.is_asset, accounts.is_source, accounts.is_welfare, accounts.is_running_cost)
    for account in (*accounts.CHART, "1201", "1209"):
        assert sum(kind(account) for kind in kinds) == 1, account
    assert len(set(accounts.CHART)) == len(accounts.CHART)
    assert [accounts.welfare_account(kind) for kind in (1, 13, 99)] == ["5101", "5113", "5199"]
    assert all(accounts.is_running_cost(account) for account in accounts.EXPENSES)
    assert all(accounts.is_source(account) for account in accounts.GRANTS)
