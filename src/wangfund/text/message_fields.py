"""How a value is written inside a message: satang as baht, days and months in Thai, codes as words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Final

from wangfund.domain.errors import Value
from wangfund.text import terms
from wangfund.text.accounts import account_name
from wangfund.thai.dates import long_month, short_date
from wangfund.thai.era import FIRST_BE_YEAR, OFFSET
from wangfund.thai.money_text import format_baht
from wangfund.thai.period import Period

LONGEST_VALUE: Final = 120
"""Letters of a value a message shows; a longer one is cut."""

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH: Final = re.compile(r"\d{4}-\d{2}", re.ASCII)
_LENGTH: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?", re.ASCII)
_BANGKOK: Final = timezone(timedelta(hours=7))
# What a person wrote is shown as written, even when it looks like a date.
_AS_WRITTEN: Final = frozenset(
    {"value", "path", "name", "sheet", "text", "word", "house_no", "key", "detail"}
)


def written(name: str, value: Value) -> str:
    """The words of a value under its field's name."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "ใช่" if value else "ไม่ใช่"
    if isinstance(value, int):
        return _number(name, value)
    if name in _AS_WRITTEN:
        return _cut(value)
    if name in _WORDS:
        return _WORDS[name](value)
    return _cut(_dated(value))


def _number(name: str, value: int) -> str:
    if name.endswith("_satang"):
        return format_baht(value)
    if name.endswith("_permille"):
        return f"{value / 10:.1f}"
    if name == "fiscal_year":
        return str(value + OFFSET)
    return str(value)


def _dated(value: str) -> str:
    try:
        if _DAY.fullmatch(value):
            return short_date(date.fromisoformat(value))
        if _MONTH.fullmatch(value):
            return long_month(Period.parse(value))
    except ValueError:
        return value
    return value


def _length(value: str) -> str:
    found = _LENGTH.fullmatch(value)
    if found is None:
        return _cut(value)
    units = zip(found.groups(), ("ปี", "เดือน", "วัน"), strict=True)
    return " ".join(f"{number} {unit}" for number, unit in units if number) or "0 วัน"


def _since(value: str) -> str:
    try:
        at = datetime.fromisoformat(value).astimezone(_BANGKOK)
    except ValueError:
        return "–"
    return f"{short_date(at.date())} เวลา {at:%H.%M} น."


def _claim_number(value: str) -> str:
    number, slash, year = value.partition("/")
    if slash and year.isascii() and year.isdecimal() and len(year) == 4 and int(year) < FIRST_BE_YEAR:
        if number == "before":
            return f"ที่จ่ายก่อนใช้โปรแกรม ปี {int(year) + OFFSET}"
        return f"{number}/{int(year) + OFFSET}"
    return _cut(value)


def _cut(value: str) -> str:
    one_line = " ".join(value.split())
    return one_line if len(one_line) <= LONGEST_VALUE else one_line[: LONGEST_VALUE - 1] + "…"


def _from(words: Mapping[str, str]) -> Callable[[str], str]:
    return lambda value: words.get(value) or _cut(value)


_WORDS: Final[dict[str, Callable[[str], str]]] = {
    "account": account_name,
    "pool": _from(terms.POOLS),
    "field": _from(terms.FIELDS),
    "fact": _from(terms.FIELDS),
    "cadence": _from(terms.CADENCES),
    "cause": _from(terms.CAUSES),
    "state": _from(terms.CLAIM_STATES),
    "place": _from(terms.PLACES),
    "act": _from(terms.ACTS),
    "wanted": _from(terms.WANTED),
    "since": _since,
    "other_claim": _claim_number,
    **dict.fromkeys(("from", "to", "first_from", "first_to", "second_from", "second_to"), _length),
}
