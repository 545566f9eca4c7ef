from hypothesis import given
from hypothesis import strategies as st

from wangfund.documents.typeset.printable import printable


def test_printable_spells_thai_the_one_way() -> None:
    assert printable("เเก้ว นํ้า") == "แก้ว น้ำ"


def test_printable_is_one_line() -> None:
    assert printable("บรรทัดหนึ่ง\r\nบรรทัดสอง\u2028สาม") == "บรรทัดหนึ่ง บรรทัดสอง สาม"


def test_printable_keeps_a_space_that_joins_runs() -> None:
    assert printable(" · ชำระแล้ว ") == " · ชำระแล้ว "


def test_printable_leaves_what_looks_like_markup() -> None:
    assert printable("<b>นาย &amp; นาง</b>") == "<b>นาย &amp; นาง</b>"


def test_printable_keeps_characters_the_face_lacks() -> None:
    assert printable("✓ 😀") == "✓ 😀"


def test_mark_without_its_consonant_gets_something_to_stand_on() -> None:
    assert printable("่ก") == "\u25cc่ก"
    assert printable(" ี") == " \u25ccี"


@given(st.text())
def test_printable_twice_is_printable_once(text: str) -> None:
    assert printable(printable(text)) == printable(text)
