"""Fields for a line of words, a whole number and a national ID."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from wangfund.domain.errors import Finding, Severity
from wangfund.thai.national_id import check, format_id
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.typed import Typed, shown_short, typed_number, typed_text
from wangfund.ui.widgets.typed_field import TypedField


class TextField(TypedField):
    """A line of words, no longer than `longest`."""

    def __init__(
        self, theme: Theme, name: str, *, longest: int = 120, required: bool = False, hint: str = ""
    ) -> None:
        super().__init__(theme, name, partial(typed_text, longest=longest, required=required), hint=hint)

    @property
    def words(self) -> str:
        """The words with their spaces in order, "" while there are none to be trusted."""
        value = self.typed.value
        return value if isinstance(value, str) else ""


class NumberField(TypedField):
    """A whole number."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        low: int = 0,
        high: int = 1_000_000,
        required: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(theme, name, partial(typed_number, low=low, high=high, required=required), hint=hint)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    @property
    def number(self) -> int | None:
        """The number, None while there is none to be trusted."""
        value = self.typed.value
        return value if isinstance(value, int) else None

    def set_number(self, number: int | None) -> None:
        """Fill the field."""
        self.set_text("" if number is None else str(number))


class IdField(TypedField):
    """A national ID of thirteen digits; the check digit is worked out as it is typed. Empty is none."""

    def __init__(self, theme: Theme, name: str, *, required: bool = False) -> None:
        super().__init__(theme, name, partial(typed_id, required=required), hint="เลข 13 หลัก")

    @property
    def digits(self) -> str:
        """The thirteen digits, "" while there are none to be trusted."""
        value = self.typed.value
        return value if isinstance(value, str) else ""


def typed_id(text: str, *, required: bool = False) -> Typed[str]:
    """A national ID as typed."""
    if not text.strip():
        return Typed("", Finding("TEXT_EMPTY", "national_id") if required else None)
    reading = check(text)
    if reading.value is None:
        told = {"national_id": shown_short(text)}
        return Typed(None, Finding(reading.code or "ID_LENGTH", "national_id", values=told))
    if reading.code is not None:
        return Typed(reading.value, Finding(reading.code, "national_id", severity=Severity.WARNING))
    return Typed(reading.value, fact=format_id(reading.value))
