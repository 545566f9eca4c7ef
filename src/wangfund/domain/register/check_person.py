"""What the facts of a person may hold when a clerk types them: a name is letters, an heir is words, a number a number.

An import warns about such signs and waits for a person (`mend_person`); a form has the person there and says no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from wangfund.domain.errors import Finding
from wangfund.domain.register.mend_number import MEMBER_NO_LONGEST
from wangfund.domain.register.mend_person import NAME_LONGEST, RELATION_LONGEST, is_odd
from wangfund.domain.register.mend_place import HOUSE_NO_LONGEST
from wangfund.thai.printable import unprintable

TITLE_LONGEST: Final = 40
PHONE_LONGEST: Final = 40

_LETTER: Final = re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0e01-\u0e2e]")
_NOT_A_NAME: Final = re.compile(
    "[^A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u0e01-\u0e3a\u0e40-\u0e4e .'()\u2019-]"
)
_NOT_AN_HEIR: Final = re.compile(r"[<>=@{}\[\]\\|`^~]")
_NOT_A_HOUSE: Final = re.compile(r"[<>=@{}\[\]\\|`^~*#$%&+!?\"]")
_NOT_A_PHONE: Final = re.compile(r"[^0-9 ()+,/.-]")
_AS_LONG_AS_AN_ID: Final = re.compile(r"\d{13,}|\d-\d{4}-\d{5}-\d\d-\d")
"""An ID typed one field too far must not stand where it is shown to everybody."""
_NOT_A_NUMBER: Final = re.compile("[^0-9A-Za-z\u0e01-\u0e2e/.-]")


def check_name(field: str, name: str, *, required: bool = False) -> Iterator[Finding]:
    """What is wrong with a title, a given or a family name whose spaces are in order.

    NAME_MISSING, NAME_TOO_LONG, TEXT_UNPRINTABLE, NAME_NOT_LETTERS. The rule is `is_odd`, and at least one letter.
    """
    longest = TITLE_LONGEST if field == "title" else NAME_LONGEST
    if not name:
        if required:
            yield Finding("NAME_MISSING", field)
    elif len(name) > longest:
        yield Finding("NAME_TOO_LONG", field, values={"length": len(name)})
    elif strange := unprintable(name):
        yield Finding("TEXT_UNPRINTABLE", field, values={"characters": _named(strange)})
    elif is_odd(name) or _NOT_A_NAME.search(name) or not _LETTER.search(name):
        yield Finding("NAME_NOT_LETTERS", field, values={"text": name})


def check_heir(name: str, relation: str) -> Iterator[Finding]:
    """The heir may be written freely ("บุตรทุกคน"), in words: HEIR_TOO_LONG, TEXT_UNPRINTABLE, TEXT_NOT_WORDS."""
    for field, text, longest in (
        ("heir_name", name, NAME_LONGEST),
        ("heir_relation", relation, RELATION_LONGEST),
    ):
        if len(text) > longest:
            yield Finding("TEXT_TOO_LONG", field, values={"length": len(text), "longest": longest})
        elif text and not _LETTER.search(text):
            yield Finding("TEXT_NOT_WORDS", field, values={"text": text})
        else:
            yield from _plain(field, text, _NOT_AN_HEIR)


def check_house(house_no: str) -> Iterator[Finding]:
    """A house number: TEXT_TOO_LONG, NUMBER_OUT_OF_PLACE, TEXT_UNPRINTABLE, TEXT_NOT_WORDS."""
    if len(house_no) > HOUSE_NO_LONGEST:
        values = {"length": len(house_no), "longest": HOUSE_NO_LONGEST}
        yield Finding("TEXT_TOO_LONG", "house_no", values=values)
    elif _AS_LONG_AS_AN_ID.search(house_no):
        yield Finding("NUMBER_OUT_OF_PLACE", "house_no", values={"text": house_no})
    else:
        yield from _plain("house_no", house_no, _NOT_A_HOUSE)


def check_phone(phone: str) -> Iterator[Finding]:
    """One telephone number or several: PHONE_NOT_DIGITS, NUMBER_OUT_OF_PLACE."""
    if phone and (len(phone) > PHONE_LONGEST or _NOT_A_PHONE.search(phone)):
        yield Finding("PHONE_NOT_DIGITS", "phone", values={"text": phone[:PHONE_LONGEST]})
    elif _AS_LONG_AS_AN_ID.search(phone):
        yield Finding("NUMBER_OUT_OF_PLACE", "phone", values={"text": phone})


def check_member_no(member_no: str) -> Iterator[Finding]:
    """A member number as the fund writes it: digits, letters, a stroke: MEMBER_NO_ODD."""
    if member_no and (len(member_no) > MEMBER_NO_LONGEST or _NOT_A_NUMBER.search(member_no)):
        yield Finding("MEMBER_NO_ODD", "member_no", values={"text": member_no[:MEMBER_NO_LONGEST]})


def _plain(field: str, text: str, odd: re.Pattern[str]) -> Iterator[Finding]:
    if strange := unprintable(text):
        yield Finding("TEXT_UNPRINTABLE", field, values={"characters": _named(strange)})
    elif odd.search(text):
        yield Finding("TEXT_NOT_WORDS", field, values={"text": text})


def _named(letters: str) -> str:
    return " ".join(f"U+{ord(letter):04X}" for letter in letters)
