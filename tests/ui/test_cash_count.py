"""Cash counted piece by piece."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.typing import press, type_text, wait
from wangfund.domain.papers.cash_count import PIECES
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.cash_count import CashCount, piece_name, read_pieces


def shown(theme: Theme, *, narrow: bool = False) -> CashCount:
    """A count on the screen, its first piece with the focus."""
    count = CashCount(theme, narrow=narrow)
    count.show()
    count.activateWindow()
    count.setFocus()
    wait(10)
    return count


def key_in(count: CashCount, text: str) -> None:
    """Type into the piece that has the focus."""
    here = QApplication.focusWidget()
    assert here in count.fields
    type_text(here, text)


def enter(key: Qt.Key = Qt.Key.Key_Return, keypad: bool = False) -> None:
    """Press a key on whatever has the focus."""
    here = QApplication.focusWidget()
    assert here is not None
    press(here, key, Qt.KeyboardModifier.KeypadModifier if keypad else Qt.KeyboardModifier.NoModifier)


def test_count_typed_by_keypad_walks_every_piece_and_tells_the_total(theme: Theme) -> None:
    count = shown(theme)
    told: list[int] = []
    over: list[bool] = []
    count.changed.connect(told.append)
    count.finished.connect(lambda: over.append(True))
    for pieces in ("2", "3", "8", "3", "8", "4", "1", "", "", "", "2"):
        key_in(count, pieces)
        enter(Qt.Key.Key_Enter, keypad=True)
    assert count.total_satang == told[-1] == 465_550
    assert count.counts == {
        100_000: 2, 50_000: 3, 10_000: 8, 5_000: 3, 2_000: 8, 1_000: 4, 500: 1, 25: 2,
    }  # fmt: skip
    assert over == [True]


def test_count_arrows_go_up_and_down_and_stop_at_the_ends(theme: Theme) -> None:
    count = shown(theme)
    enter(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is count.fields[0]
    enter(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is count.fields[1]
    enter(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is count.fields[0]
    count.fields[-1].setFocus()
    enter(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is count.fields[-1]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [("", 0), ("12", 12), ("๑๒", 12), ("1,200", 1200), (" 3 ", 3), ("0", 0), ("100000", 100_000)],
)
def test_pieces_as_people_write_them_are_read(text: str, pieces: int) -> None:
    assert read_pieces(text).value == pieces


@pytest.mark.parametrize("text", ["ก", "1.5", "-1", "100001", "9" * 14, "😀", "=1+1", "<b>", "1 2 x", "²"])
def test_pieces_that_are_no_number_are_a_finding(text: str) -> None:
    typed = read_pieces(text)
    assert typed.value is None
    assert typed.wrong


def test_count_with_a_wrong_number_keeps_it_says_so_and_counts_the_rest(theme: Theme) -> None:
    count = shown(theme)
    key_in(count, "2")
    enter()
    key_in(count, "สาม")
    enter()
    assert count.fields[1].text() == "สาม"
    assert count.fields[1].property("finding") == "error"
    assert count.total_satang == 200_000
    assert not count.check()
    assert QApplication.focusWidget() is count.fields[1]
    count.fields[1].selectAll()
    key_in(count, "3")
    assert count.check()
    assert count.fields[1].property("finding") == ""
    assert count.total_satang == 350_000


@settings(max_examples=20, deadline=None)
@given(st.dictionaries(st.sampled_from(PIECES), st.integers(0, 100_000)))
def test_count_kept_as_a_draft_comes_back_the_same(counts: dict[int, int]) -> None:
    count, again = CashCount(Theme()), CashCount(Theme(), narrow=True)
    told: list[int] = []
    again.changed.connect(told.append)
    count.set_counts(counts)
    again.set_text(count.text)
    assert again.counts == count.counts == {k: n for k, n in counts.items() if n}
    assert again.total_satang == sum(k * n for k, n in counts.items())
    assert told == []


@pytest.mark.parametrize("text", ["[]", "{", '{"100000": 5}', '{"7": "3"}', "nonsense", "null", '"x"'])
def test_count_given_a_damaged_draft_is_empty(theme: Theme, text: str) -> None:
    count = CashCount(theme)
    count.set_counts({100_000: 3})
    count.set_text(text)
    assert count.counts == {}
    assert count.text == ""


def test_count_keeps_a_wrong_number_in_its_draft(theme: Theme) -> None:
    count = shown(theme)
    key_in(count, "สอง")
    again = CashCount(theme)
    again.set_text(count.text)
    assert again.fields[0].text() == "สอง"
    assert not again.check()


def test_count_cleared_holds_nothing(theme: Theme) -> None:
    count = CashCount(theme)
    count.set_counts({25: 2})
    count.clear()
    assert (count.total_satang, count.text) == (0, "")


@pytest.mark.parametrize(("percent", "compact", "narrow"), [(100, False, True), (120, False, True)])
def test_count_where_it_is_narrow_fits_its_column(percent: int, *, compact: bool, narrow: bool) -> None:
    theme = Theme(percent=percent, compact=compact)
    count = CashCount(theme, narrow=narrow)
    assert count.minimumSizeHint().width() <= theme.px(320)


def test_count_at_the_usual_size_fits_the_step_of_the_close(theme: Theme) -> None:
    count = CashCount(theme)
    assert count.minimumSizeHint().width() <= 479
    assert count.minimumSizeHint().height() <= 500


def test_count_in_large_text_puts_notes_and_coins_side_by_side() -> None:
    count = shown(Theme(percent=160, compact=True))
    assert count.fields[len(PIECES) - 1].mapTo(count, count.fields[-1].rect().topLeft()).x() > (
        count.fields[0].mapTo(count, count.fields[0].rect().topLeft()).x()
    )
    assert count.minimumSizeHint().height() <= 500


def test_piece_is_called_by_its_name() -> None:
    assert [piece_name(p) for p in (100_000, 1_000, 50)] == ["1,000", "10", "50 สต."]
