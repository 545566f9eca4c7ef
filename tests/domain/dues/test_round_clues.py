"""Where to look when a round's cash and its sheet differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wangfund.domain.dues.round_clues import MOST_LINES, RoundLine, round_clues


def test_nothing_to_look_for_when_they_agree() -> None:
    assert round_clues(0, [RoundLine(1, 3000, 0)]) == ()


def test_over_by_what_one_owes_who_is_written_as_not_paying() -> None:
    lines = [RoundLine(1, 3000, 0), RoundLine(2, 6000, 0), RoundLine(3, 3000, 3000)]
    assert [(c.code, c.lines) for c in round_clues(3000, lines)] == [("not_paid", (1,))]
    assert [(c.code, c.lines) for c in round_clues(9000, lines)] == [("all_not_paid", (1, 2))]


def test_two_digits_exchanged_either_way() -> None:
    lines = [RoundLine(1, 3000, 21000)]
    assert round_clues(12000 - 21000, lines)[0].code == "swapped"
    assert round_clues(1800, [RoundLine(1, 3000, 1300)])[0].code == "swapped"
    assert round_clues(1800, [RoundLine(4, 3000, 20200)])[0].lines == (4,)


def test_short_by_what_one_is_written_to_have_paid() -> None:
    lines = [RoundLine(n, 3000, 3000) for n in range(1, 4)]
    assert [(c.code, c.lines) for c in round_clues(-3000, lines)] == [("paid", (1, 2, 3))]


def test_too_many_lines_are_not_named() -> None:
    lines = [RoundLine(n, 3000, 3000) for n in range(1, MOST_LINES + 2)]
    assert round_clues(-3000, lines)[0].lines == ()


@given(
    st.integers(-(10**9), 10**9),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), max_size=40),
)
def test_clues_name_lines_there_are_and_each_once(difference: int, amounts: list[tuple[int, int]]) -> None:
    lines = [RoundLine(n, due, paid) for n, (due, paid) in enumerate(amounts, 1)]
    named = [no for clue in round_clues(difference, lines) for no in clue.lines]
    assert len(named) == len(set(named))
    assert set(named) <= {line.no for line in lines}
