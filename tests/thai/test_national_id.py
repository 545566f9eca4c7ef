import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.thai.hostile import HOSTILE, any_text
from wangfund.thai.digits import to_thai
from wangfund.thai.national_id import check, check_digit, format_id, mask_id

first_twelve = st.from_regex(r"[1-8][0-9]{11}", fullmatch=True)


@pytest.mark.parametrize(
    "text",
    ["1-2345-67890-12-1", "1-1000-00000-01-6", "3-1000-00000-00-4", "5-1234-56789-01-7", "1-0000-00000-05-0"],
)
def test_check_when_digit_fits_then_digits(text: str) -> None:
    digits = text.replace("-", "")
    for writing in (
        text,
        digits,
        to_thai(text),
        digits.replace("", " "),
        f"\u200b{text}\u00a0",
        text.replace("-", "–"),
    ):
        assert check(writing) == (digits, None)
    assert format_id(digits) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "ID_EMPTY"),
        (" - ", "ID_EMPTY"),
        ("1-2345-67890-12-2", "ID_CHECK_DIGIT"),
        ("1-2345-67890-21-1", "ID_CHECK_DIGIT"),
        ("123456789012", "ID_LENGTH"),
        ("12345678901211", "ID_LENGTH"),
        ("123456789012x", "ID_LENGTH"),
        ("1.23457E+12", "ID_LENGTH"),
        ("٣100000000004", "ID_LENGTH"),
        ("ไม่มีบัตร", "ID_LENGTH"),
    ],
)
def test_check_when_not_to_be_trusted_then_code_alone(text: str, code: str) -> None:
    assert check(text) == (None, code)


@pytest.mark.parametrize("first", ["0", "9"])
def test_check_when_first_digit_is_of_the_unregistered_then_value_and_code(first: str) -> None:
    twelve = first + "12345678901"
    digits = f"{twelve}{check_digit(twelve)}"
    assert check(digits) == (digits, "ID_FIRST_DIGIT")


def remainder(digits: str) -> int:
    return sum(int(digit) * (13 - place) for place, digit in enumerate(digits[:12])) % 11


@given(first_twelve, st.integers(1, 12), st.integers(1, 9))
def test_one_wrong_digit_is_found_but_where_the_rule_itself_is_blind(
    twelve: str, place: int, more: int
) -> None:
    right = f"{twelve}{check_digit(twelve)}"
    assert check(right) == (right, None)
    wrong = right[:place] + str((int(right[place]) + more) % 10) + right[place + 1 :]
    # The third digit weighs eleven, and remainders 0 and 10 share the check digit 1.
    blind = place == 2 or (place < 12 and {remainder(right), remainder(wrong)} == {0, 10})
    assert check(wrong).code == (None if blind else "ID_CHECK_DIGIT")


@given(first_twelve)
def test_masked_number_shows_the_first_five_and_the_last(twelve: str) -> None:
    digits = f"{twelve}{check_digit(twelve)}"
    assert mask_id(digits) == f"{digits[0]}-{digits[1:5]}-xxxxx-xx-{digits[12]}"
    assert mask_id("1234567890121") == "1-2345-xxxxx-xx-1"


@pytest.mark.parametrize("text", ["", "1", "1-2345-67890-12-1", "๑๒๓๔๕๖๗๘๙๐๑๒๑", "1234567890121\n"])
def test_format_and_mask_when_not_thirteen_digits_then_refused(text: str) -> None:
    for write in (format_id, mask_id):
        with pytest.raises(ValueError, match=r"^ID_LENGTH$"):
            write(text)
    with pytest.raises(ValueError, match=r"^ID_LENGTH$"):
        check_digit(text)


@given(any_text)
def test_check_when_hostile_then_never_raises(text: str) -> None:
    value, code = check(text)
    assert code in {None, "ID_EMPTY", "ID_LENGTH", "ID_CHECK_DIGIT", "ID_FIRST_DIGIT"}
    assert (value is None) == (code not in {None, "ID_FIRST_DIGIT"})


def test_every_hostile_text_is_no_number() -> None:
    for text in HOSTILE:
        assert check(text).value is None
