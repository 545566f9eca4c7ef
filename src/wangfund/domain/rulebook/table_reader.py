"""Reading one table of a rulebook word by word, gathering every fault instead of stopping at the first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from wangfund.domain.errors import Finding, Value
from wangfund.domain.money import SATANG_PER_BAHT
from wangfund.domain.rulebook.duration import Duration
from wangfund.domain.rulebook.toml_text import line_of

OPEN = "?"
"""What stands in a pattern where a fund still has to say its own word."""
MONEY_CAP_BAHT = 100_000_000
TEXT_CAP = 500
LIST_CAP = 200
WHOLE_CAP = 100_000
_NO_LETTERS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_Word = TypeVar("_Word", bound=StrEnum)
_Any = TypeVar("_Any")


class Faults:
    """The faults of one text, with their lines; and the words left open (path, clause), where that is allowed."""

    def __init__(self, lines: dict[str, int], *, may_leave_open: bool = False) -> None:
        self.lines = lines
        self.found: list[Finding] = []
        self.may_leave_open = may_leave_open
        self.left_open: dict[str, str] = {}

    def add(self, code: str, path: str, clause: str = "", **values: Value) -> None:
        """Note a fault at a path; the line is looked up."""
        said: dict[str, Value] = {"path": path, "line": line_of(self.lines, path), **values}
        self.found.append(Finding(code, field=path, clause=clause, values=said))


class TableReader:
    """One TOML table. Each reading method takes a key, notes what is wrong, and always gives a value.

    A key without default is required. `done()` notes the words nobody asked for. A word left open ("?")
    reads as not said: its default, or the least of its kind.
    """

    def __init__(self, raw: object, path: str, faults: Faults, clause: str = "") -> None:
        self.path = path
        self.faults = faults
        self._asked: set[str] = set()
        self._raw: dict[str, object] = {}
        if isinstance(raw, dict):
            self._raw = raw
        else:
            faults.add("RULEBOOK_WRONG_TYPE", path, clause, wanted="table")
        self.clause = clause
        if "clause" in self._raw:
            self.clause = self.text("clause", "") or clause

    def has(self, key: str) -> bool:
        """Whether the key stands in the table."""
        return key in self._raw

    def says(self, key: str) -> bool:
        """Whether the key stands in the table with a value, not left open; an open one is noted."""
        return self.has(key) and not self._is_open(key)

    def text(self, key: str, default: str | None = None) -> str:
        """One line of at most TEXT_CAP letters; a required text is not empty.

        Signs that control a screen or a printer, or turn the reading order, would show one thing and say another.
        """
        value = self._take(key, required=default is None)
        if value is None:
            return default or ""
        if not isinstance(value, str):
            return self._wrong(key, "text", default or "")
        if _is_no_line(value) or (default is None and not value.strip()):
            return self._bad(key, "text", default or "")
        return value

    def whole(self, key: str, default: int | None = None, low: int = 0, high: int = WHOLE_CAP) -> int:
        """A whole number between two bounds."""
        value = self._take(key, required=default is None)
        if value is None:
            return default if default is not None else low
        if not isinstance(value, int) or isinstance(value, bool):
            return self._wrong(key, "whole", low)
        if not low <= value <= high:
            return self._bad(key, f"{low}-{high}", low)
        return value

    def whole_or_none(self, key: str, low: int = 0, high: int = WHOLE_CAP) -> int | None:
        """A whole number, or None when the key is not there."""
        return self.whole(key, low=low, high=high) if self.says(key) else None

    def baht(self, key: str, default: int | None = None) -> int:
        """Money in satang from whole baht, or from a text or number with at most two decimals."""
        value = self._take(key, required=default is None)
        return (default or 0) if value is None else self._satang(key, value)

    def baht_or_none(self, key: str) -> int | None:
        """Money in satang, or None when the key is not there."""
        return self.baht(key) if self.says(key) else None

    def number(self, key: str) -> Decimal:
        """A number, exact."""
        value = self._take(key, required=True)
        if isinstance(value, Decimal) or (isinstance(value, int) and not isinstance(value, bool)):
            exact = Decimal(value)
            return exact if abs(exact) <= WHOLE_CAP else self._bad(key, "number", Decimal(0))
        return Decimal(0) if value is None else self._wrong(key, "number", Decimal(0))

    def flag(self, key: str, default: bool | None = None) -> bool:
        """Yes or no, as TOML writes it."""
        value = self._take(key, required=default is None)
        if value is None:
            return bool(default)
        return value if isinstance(value, bool) else self._wrong(key, "true_false", bool(default))

    def day(self, key: str) -> date:
        """A day of the Christian era, as TOML writes it."""
        value = self._take(key, required=True)
        if value is None:
            return date.max
        if not isinstance(value, date) or isinstance(value, datetime):
            return self._wrong(key, "date", date.max)
        if not 1900 <= value.year <= 2200:
            return self._bad(key, "1900-2200", date.max)
        return value

    def word(self, key: str, words: type[_Word], default: _Word | None = None) -> _Word:
        """One of the words of an enumeration."""
        first = default if default is not None else next(iter(words))
        value = self._take(key, required=default is None)
        if value is None:
            return first
        if not isinstance(value, str):
            return self._wrong(key, "text", first)
        try:
            return words(value)
        except ValueError:
            wanted = " ".join(word.value for word in words)
            self.faults.add(
                "RULEBOOK_UNKNOWN_WORD", self._at(key), self.clause, word=value[:60], wanted=wanted
            )
            return first

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts; a required list is not empty."""
        value = self._take(key, required=default is None)
        if value is None:
            return default or ()
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            return self._wrong(key, "texts", ())
        if len(value) > LIST_CAP or any(_is_no_line(one) or not one.strip() for one in value):
            return self._bad(key, "texts", ())
        if default is None and not value:
            return self._bad(key, "texts", ())
        return tuple(value)

    def duration(self, key: str) -> Duration:
        """A length: a whole number of years, or a text such as '180d' or '2y1d'."""
        value = self._take(key, required=True)
        if isinstance(value, int) and not isinstance(value, bool):
            return Duration(years=value) if 0 <= value <= 200 else self._bad(key, "0-200", Duration())
        if isinstance(value, str):
            try:
                return Duration.parse(value.strip())
            except ValueError:
                return self._bad(key, "duration", Duration())
        return Duration() if value is None else self._wrong(key, "duration", Duration())

    def moneys(self, key: str) -> tuple[tuple[str, int], ...]:
        """A small table of names with baht, in its order, as satang."""
        inner = self.table(key)
        return tuple((name, inner.baht(name)) for name in inner.keys())  # noqa: SIM118 (a reader is no dict)

    def keys(self) -> tuple[str, ...]:
        """The keys of the table, in its order, cut at LIST_CAP."""
        return tuple(self._raw)[:LIST_CAP]

    def table(self, key: str) -> TableReader:
        """The table under a key; an empty one when it is missing or left open."""
        value = self._take(key, required=True)
        return TableReader({} if value is None else value, self._at(key), self.faults, self.clause)

    def table_or_none(self, key: str) -> TableReader | None:
        """The table under a key, or None when the key is not there."""
        return self.table(key) if self.says(key) else None

    def tables(self, key: str, *, required: bool = False) -> tuple[TableReader, ...]:
        """The list of tables under a key; a required list is not empty."""
        value = self._take(key, required=required)
        if value is None:
            return ()
        if not isinstance(value, list):
            return self._wrong(key, "tables", ())
        if len(value) > LIST_CAP or (required and not value):
            return self._bad(key, "tables", ())
        at = self._at(key)
        return tuple(
            TableReader(one, f"{at}[{place}]", self.faults, self.clause) for place, one in enumerate(value)
        )

    def plain(self, key: str) -> object:
        """What stands under a key as JSON could say it: days as ISO text, decimals as numbers."""
        return _plain(self._take(key, required=True))

    def bad(self, key: str, wanted: str) -> None:
        """Note that a key's value makes no sense here."""
        self._bad(key, wanted, None)

    def done(self) -> None:
        """Note every word that nobody asked for."""
        self._asked.add("clause")
        self._note_unknown(key for key in self._raw if key not in self._asked)

    def _note_unknown(self, keys: Iterable[str]) -> None:
        for key in keys:
            self.faults.add("RULEBOOK_UNKNOWN_WORD", self._at(key[:60]), self.clause, word=key[:60])

    def _at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _is_open(self, key: str) -> bool:
        if not self.faults.may_leave_open or self._raw.get(key) != OPEN:
            return False
        self._asked.add(key)
        self.faults.left_open[self._at(key)] = self.clause
        return True

    def _take(self, key: str, *, required: bool) -> object:
        self._asked.add(key)
        if self._is_open(key):
            return None
        value = self._raw.get(key)
        if value is None and required:
            self.faults.add("RULEBOOK_MISSING_KEY", self._at(key), self.clause, word=key[:60])
        return value

    def _satang(self, key: str, value: object) -> int:
        if isinstance(value, str) and value.isascii() and len(value) < 16 and _is_plain_number(value):
            value = Decimal(value)
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            return self._wrong(key, "baht", 0)
        satang = value * SATANG_PER_BAHT
        if not 0 <= satang <= MONEY_CAP_BAHT * SATANG_PER_BAHT or satang != int(satang):
            return self._bad(key, "baht", 0)
        return int(satang)

    def _wrong(self, key: str, wanted: str, instead: _Any) -> _Any:
        self.faults.add("RULEBOOK_WRONG_TYPE", self._at(key), self.clause, wanted=wanted)
        return instead

    def _bad(self, key: str, wanted: str, instead: _Any) -> _Any:
        self.faults.add("RULEBOOK_BAD_VALUE", self._at(key), self.clause, wanted=wanted)
        return instead


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, (str, int, float)) else None


def _is_no_line(text: str) -> bool:
    return len(text) > TEXT_CAP or _NO_LETTERS.search(text) is not None


def _is_plain_number(text: str) -> bool:
    whole, _, cents = text.partition(".")
    return whole.isdigit() and (cents.isdigit() or not cents)
