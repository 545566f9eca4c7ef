"""A paper on the screen: where its pages lie, which are drawn, what the keys do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.papers import darkness, paper
from tests.ui.typing import press, type_text, wait, wait_until
from wangfund.ui.papers.page_layout import FIT, ZOOMS, lay_out, next_zoom
from wangfund.ui.papers.pages import Pages, PageSize, page_count
from wangfund.ui.papers.paper_view import PaperView
from wangfund.ui.papers.view_bar import ViewBar
from wangfund.ui.theme.colours import Ground
from wangfund.ui.theme.theme import Theme

A4 = PageSize(595.28, 841.89)


@pytest.fixture
def view(qapp: QApplication) -> Iterator[PaperView]:
    made = PaperView(Theme())
    made.resize(640, 480)
    made.show()
    wait(5)
    yield made
    made.let_go()


def drawn(view: PaperView) -> PaperView:
    wait_until(lambda: view.settled)
    return view


@given(st.integers(1, 40), st.integers(120, 3000), st.sampled_from(ZOOMS))
def test_pages_lie_one_under_another_within_the_whole(count: int, place: int, zoom: float) -> None:
    layout = lay_out([A4] * count, place, zoom, 14)
    end = 0
    for box in layout.boxes:
        assert box.y >= end
        assert box.x >= 0
        assert box.x + box.width <= layout.width
        assert abs(box.height / box.width - A4.height / A4.width) < 0.02
        end = box.end
    assert end < layout.height


def test_at_zoom_one_the_page_fills_the_width() -> None:
    box = lay_out([A4], 640, FIT, 14).boxes[0]
    assert (box.x, box.width) == (14, 612)


def test_zoom_goes_step_by_step_and_stops_at_the_ends() -> None:
    assert next_zoom(FIT, 1) == 1.25
    assert next_zoom(ZOOMS[0], -1) == ZOOMS[0]
    assert next_zoom(ZOOMS[-1], 1) == ZOOMS[-1]


def test_no_pages_lie_nowhere() -> None:
    layout = lay_out((), 640, FIT, 14)
    assert layout.boxes == ()
    assert layout.page_at(100) == 0
    assert list(layout.seen(0, 500)) == []


def test_pages_of_a_paper_are_counted_and_drawn_in_parts() -> None:
    assert page_count(paper(3)) == 3
    pages = Pages(paper(1))
    whole, lower = pages.picture(0, 300, 424), pages.picture(0, 300, 424, top=100, rows=50)
    assert lower.height() == 50
    assert all(whole.pixel(x, 100 + y) == lower.pixel(x, y) for x in range(0, 300, 7) for y in range(50))
    pages.close()


def test_a_long_pack_never_holds_more_than_a_few_pictures(view: PaperView) -> None:
    view.show_pdf(paper(60), "ใบเสร็จ")
    most = 0
    for _ in range(140):
        press(view, Qt.Key.Key_PageDown)
        drawn(view)
        most = max(most, view.held)
    assert view.page == view.count == 60
    assert most <= 5


def test_only_what_is_seen_is_drawn(view: PaperView) -> None:
    view.show_pdf(paper(20), "ใบเสร็จ")
    assert drawn(view).held <= 2


def test_page_keys_turn_to_the_next_page_and_back(view: PaperView) -> None:
    view.show_pdf(paper(3), "ชุด")
    assert view.page == 1
    for _ in range(3):
        press(view, Qt.Key.Key_PageDown)
    assert view.page == 2
    press(view, Qt.Key.Key_End)
    assert view.page == 3
    press(view, Qt.Key.Key_PageUp)
    press(view, Qt.Key.Key_PageUp)
    press(view, Qt.Key.Key_PageUp)
    assert view.page == 2
    press(view, Qt.Key.Key_Home)
    assert view.page == 1


def test_plus_minus_and_nought_zoom_and_control_plus_is_left_to_the_window(view: PaperView) -> None:
    view.show_pdf(paper(1), "ชุด")
    press(view, Qt.Key.Key_Plus)
    assert view.zoom == 1.25
    assert drawn(view).horizontalScrollBar().maximum() > 0
    press(view, Qt.Key.Key_Minus)
    press(view, Qt.Key.Key_Minus)
    assert view.zoom == 0.75
    press(view, Qt.Key.Key_0)
    assert view.zoom == FIT
    press(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == FIT


def test_letters_in_the_view_do_nothing(view: PaperView) -> None:
    view.show_pdf(paper(1), "ชุด")
    type_text(view, "ก๑๒๓<b>😀")
    assert (view.page, view.zoom) == (1, FIT)


def test_the_picture_is_the_page(view: PaperView) -> None:
    view.show_pdf(paper(1), "ชุด")
    shown = drawn(view)._pictures[0]
    pages = Pages(paper(1))
    wanted = pages.picture(0, shown.width(), shown.height())
    pages.close()
    assert shown == wanted


def test_a_page_at_a_large_zoom_is_drawn_coarser_than_memory_allows(view: PaperView) -> None:
    view.resize(1900, 900)
    view.show_pdf(paper(1), "ชุด")
    view.set_zoom(9.0)
    assert view.zoom == ZOOMS[-1]
    picture = drawn(view)._pictures[0]
    assert picture.width() * picture.height() <= 9_010_000


@pytest.mark.parametrize("ground", list(Ground))
def test_paper_is_white_on_a_ground_that_is_not(ground: Ground) -> None:
    made = PaperView(Theme(ground))
    made.resize(640, 480)
    made.show_pdf(paper(1), "ชุด")
    made.show()
    drawn(made)
    picture = made.grab().toImage()
    assert picture.pixelColor(60, 60).name() == "#ffffff"
    if ground is not Ground.CONTRAST:
        assert picture.pixelColor(4, 240).lightnessF() < 0.9
    made.let_go()


def test_another_paper_takes_the_place_of_the_first_and_none_is_said_so(view: PaperView) -> None:
    bar = ViewBar(Theme(), view)
    view.show_pdf(paper(3), "ชุด")
    assert bar.where.text() == "หน้า 1/3"
    assert view.accessibleName() == "เอกสาร ชุด หน้า 1 จาก 3"
    view.show_pdf(paper(1), "ใบ")
    assert bar.where.text() == "หน้า 1/1"
    assert view.held == 0 or drawn(view).held == 1
    view.clear()
    assert bar.where.text() == ""
    assert not bar.larger.isEnabled()
    assert view.accessibleName() == "ยังไม่มีเอกสาร"
    press(view, Qt.Key.Key_PageDown)
    press(view, Qt.Key.Key_Plus)


def test_a_view_that_goes_lets_go_of_its_paper(qapp: QApplication) -> None:
    made = PaperView(Theme())
    made.show_pdf(paper(1), "ชุด")
    pages = made._pages
    assert pages is not None
    made.deleteLater()
    wait(0)
    wait(0)
    assert pages._document is None


def test_dark_cells_tell_where_ink_is() -> None:
    pages = Pages(paper(1))
    cells = darkness(pages.picture(0, 300, 424))
    pages.close()
    assert max(cells) > 0.01
    assert cells[-1] == 0.0
