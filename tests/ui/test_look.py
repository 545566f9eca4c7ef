"""The tokens: contrast, icons, one stylesheet, keys in one table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

import wangfund.ui as room
from tests.ui.typing import wait
from wangfund.paths import bundled
from wangfund.ui.keys import Key, page_key
from wangfund.ui.pages import PAGES
from wangfund.ui.theme.colours import PALETTES, Ground, Palette
from wangfund.ui.theme.icons import icon
from wangfund.ui.theme.sizes import FACTORS, LINE, Words
from wangfund.ui.theme.stylesheet import stylesheet
from wangfund.ui.theme.theme import Theme, theme_for
from wangfund.ui.widgets.label import WrapLabel, breakable
from wangfund.ui.widgets.tabs import Tabs

SOURCE = Path(room.__file__).parent
SOURCES = sorted(SOURCE.rglob("*.py"))


def luminance(colour: str) -> float:
    wanted = QColor(colour)
    parts = (wanted.redF(), wanted.greenF(), wanted.blueF())
    r, g, b = (float(c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4) for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))
def test_words_are_legible_on_every_ground_they_stand_on(palette: Palette) -> None:
    p = palette
    pairs = [(ink, ground) for ink in (p.ink, p.ink2, p.ink3) for ground in (p.ground, p.panel, p.soft)]
    pairs += [
        (p.ink, p.pri_soft),
        (p.ink2, p.pri_soft),
        (p.on_pri, p.pri),
        (p.pri, p.panel),
        (p.pri, p.pri_soft),
    ]
    pairs += [
        (p.ok, p.ok_soft),
        (p.warn, p.warn_soft),
        (p.bad, p.bad_soft),
        (p.ok, p.panel),
        (p.bad, p.panel),
    ]
    pairs += [(p.rail_text, p.rail), (p.rail_chosen_text, p.rail_chosen), (p.warn, p.panel)]
    assert [(a, b) for a, b in pairs if contrast(a, b) < 4.5] == []
    assert contrast(p.field, p.panel) >= 3


def test_every_icon_that_is_named_is_bundled(qapp: QApplication) -> None:
    named = {
        name
        for path in SOURCES
        for name in re.findall(
            r'(?:icon_label\(\w+, |Mark\(|Line\(|Task\(|icon=|IconButton\(theme, |theme\.icon\(|t\.icon\()"([a-z0-9-]+)"',
            path.read_text(encoding="utf-8"),
        )
    }
    named |= {spec.item.icon for spec in PAGES}
    assert len(named) > 20
    for name in named:
        assert not icon(name, "#23477B", 20).isNull()
        assert bundled(f"resources/icons/{name}.svg").is_file()


def test_style_is_written_in_one_place_only() -> None:
    guilty = [
        path.name
        for path in SOURCES
        if path.parent.name != "theme"
        and re.search(r"setStyleSheet\((?!stylesheet)|#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8"))
    ]
    assert guilty == []


def test_nothing_turns_the_event_loop_by_hand() -> None:
    assert [path.name for path in SOURCES if "processEvents" in path.read_text(encoding="utf-8")] == []


def test_window_module_stays_small() -> None:
    assert len((SOURCE / "frame" / "window.py").read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("ground", list(Ground))
@pytest.mark.parametrize("percent", FACTORS)
def test_stylesheet_holds_only_whole_pixels_and_known_colours(ground: Ground, percent: int) -> None:
    sheet = stylesheet(Theme(ground, percent))
    assert not re.search(r"\d\.\d+px", sheet)
    known = set(map(str, _tokens(PALETTES[ground])))
    assert set(re.findall(r"#[0-9A-F]{6}", sheet)) <= known
    assert sheet.count("{") == sheet.count("}")


def _tokens(palette: Palette) -> list[object]:
    return [getattr(palette, name) for name in palette.__dataclass_fields__]


def test_fixed_heights_hold_the_tallest_thai(qapp: QApplication) -> None:
    for percent in FACTORS:
        theme = Theme(percent=percent)
        for words in Words:
            px = theme.px(words.value.px)
            assert theme.line_height(words) >= LINE * px + 7
            assert theme.metrics(words).height() >= 1.5 * px


def test_large_text_or_narrow_window_takes_the_compact_form() -> None:
    assert not theme_for(Ground.LIGHT, 120, 1366).compact
    assert theme_for(Ground.LIGHT, 140, 1366).compact
    assert theme_for(Ground.LIGHT, 100, 1024).compact


def test_no_key_means_two_things() -> None:
    keys = [key.sequence for key in Key] + [page_key(spec.item.number) for spec in PAGES]
    assert len(keys) == len(set(keys))
    assert all(key.value.does and key.shown for key in Key)


def test_long_thai_words_stay_whole_and_the_copy_says_the_same() -> None:
    text = "กองทุนสวัสดิการชุมชนตำบลบ้านนาสุขจ่ายสวัสดิการให้แก่สมาชิกที่เจ็บป่วยนอนโรงพยาบาลตามระเบียบ"
    copy = breakable(text)
    assert copy.replace("\u200b", "") == text
    assert copy.count("\u200b") >= 10
    assert not re.search("\u200b[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]", copy)


def test_wrapped_label_gives_back_what_it_was_told(qapp: QApplication) -> None:
    label = WrapLabel(Theme(), "ก" * 20)
    label.tell("สมาชิกที่เจ็บป่วยนอนโรงพยาบาลตามระเบียบของกองทุนสวัสดิการชุมชน")
    label.resize(160, 30)
    label.show()
    assert label.heightForWidth(160) > 2 * label.fontMetrics().height()
    assert "\u200b" not in label.words
    assert "\u200b" in label.text()
    label.tell("สั้น")
    assert label.heightForWidth(160) < 2 * label.fontMetrics().height()
    label.close()


def test_label_that_is_not_seen_or_has_no_room_yet_loads_no_dictionary(qapp: QApplication) -> None:
    # 60 MB and a quarter of a second, while a page is being turned to.
    told = WrapLabel(Theme(), "เจ้าภาพงานศพหรือพวงหรีด")
    for width in (10, 90):
        told.heightForWidth(width)
    assert "\u200b" not in told.text()
    told.resize(400, 30)
    told.show()
    for width in (10, 90):
        told.heightForWidth(width)
    assert "\u200b" not in told.text(), "a box that is only weighed is no line"
    told.resize(90, 90)
    wait(0)
    assert "\u200b" in told.text()
    told.close()


def test_label_with_a_word_too_long_for_its_box_is_broken_and_higher_once_it_is_seen(
    qapp: QApplication,
) -> None:
    box = QWidget()
    column = QVBoxLayout(box)
    told = WrapLabel(Theme(), "ไม่ต้องบันทึกอาการหรือชื่อโรคของสมาชิกลงในใบคำขอ")
    column.addWidget(told)
    column.addStretch()
    box.setFixedWidth(160)
    box.resize(160, 300)
    box.show()
    wait(20)
    assert "\u200b" in told.text()
    assert told.height() >= 2 * told.fontMetrics().height()
    box.close()


@pytest.mark.parametrize("percent", [100, 160])
def test_tabs_show_their_key_where_there_is_room_and_never_over_a_word(
    qapp: QApplication, percent: int
) -> None:
    theme = Theme(percent=percent)
    tabs = Tabs(theme, {"one": "รอตรวจ รอมติ", "two": "จ่ายแล้ว"}, "one", keys=("Alt", "arrow-right"))
    tabs.resize(900, 60)
    tabs.show()
    hints = [w for w in tabs.findChildren(QFrame) if w.property("part") == "key"]
    assert len(hints) == 2
    assert all(hint.isVisible() for hint in hints)
    for width in range(900, 200, -20):
        tabs.resize(width, 60)
        last = max(tab.geometry().right() for tab in tabs.findChildren(QPushButton))
        shown = [hint.mapTo(tabs, QPoint(0, 0)).x() for hint in hints if hint.isVisible()]
        assert all(left > last for left in shown), width
    assert not any(hint.isVisible() for hint in hints)
    tabs.close()
