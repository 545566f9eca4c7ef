from hypothesis import given
from hypothesis import strategies as st

from wangfund.thai.digits import to_arabic, to_thai


def test_digits_change_and_all_else_stays() -> None:
    assert to_thai("ม.1 เลขที่ 20/345-6789 ²") == "ม.๑ เลขที่ ๒๐/๓๔๕-๖๗๘๙ ²"
    assert to_arabic("๐๑๒๓๔๕๖๗๘๙ ٣") == "0123456789 ٣"


@given(st.text())
def test_digits_there_and_back(text: str) -> None:
    assert to_arabic(to_thai(text)) == to_arabic(text)
    assert len(to_thai(text)) == len(text)
