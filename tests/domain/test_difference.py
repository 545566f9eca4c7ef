"""Where to look when money counted and recorded differ."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from wangfund.domain.difference import MOST_CLUES, MoneyMove, clues


def _move(entry_id: int, satang: int, day: int = 1, who: str = "ผู้ทดสอบ") -> MoneyMove:
    return MoneyMove(entry_id, date(2026, 10, day), "donation", who, "", satang)


def _codes(difference: int, *moves: MoneyMove) -> list[tuple[str, int]]:
    return [(clue.code, clue.move.entry_id) for clue in clues(difference, moves)]


def test_a_receipt_whose_money_is_not_in_the_box_is_named() -> None:
    assert _codes(-30_00, _move(1, 30_00), _move(2, 60_00), _move(3, -30_00)) == [("not_there", 1)]


def test_an_entry_made_twice_comes_first() -> None:
    found = _codes(-30_00, _move(1, 30_00, 2), _move(2, 30_00, 5), _move(3, 30_00, 5))
    assert found == [("twice", 3), ("twice", 2), ("not_there", 1)]


def test_money_put_on_the_wrong_side_makes_twice_its_amount() -> None:
    assert _codes(-60_00, _move(7, 30_00)) == [("wrong_side", 7)]
    assert _codes(60_00, _move(7, -30_00)) == [("wrong_side", 7)]


def test_two_digits_exchanged_are_found() -> None:
    assert _codes(-18_00, _move(4, 42_00)) == [("swapped", 4)]
    assert _codes(18_00, _move(4, -42_00)) == [("swapped", 4)]
    assert _codes(-17_00, _move(4, 42_00)) == []


def test_no_difference_needs_no_clue() -> None:
    assert clues(0, [_move(1, 0), _move(2, 5)]) == ()


@given(st.integers(-(10**12), 10**12), st.lists(st.integers(-(10**12), 10**12).filter(bool), max_size=40))
def test_clues_are_few_different_and_from_the_entries(difference: int, amounts: list[int]) -> None:
    moves = [_move(at, amount) for at, amount in enumerate(amounts)]
    found = clues(difference, moves)
    ids = [clue.move.entry_id for clue in found]
    assert len(found) <= MOST_CLUES
    assert len(set(ids)) == len(ids)
    assert all(clue.move in moves for clue in found)
