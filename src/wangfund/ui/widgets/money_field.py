"""A field for an amount in baht: Thai digits, commas and the word for baht are understood."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from wangfund.thai.money_text import format_baht
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.typed import MOST_SATANG, typed_money
from wangfund.ui.widgets.typed_field import TypedField


class MoneyField(TypedField):
    """The amount stands at the right; leaving the field writes it with commas and two decimals."""

    def __init__(
        self, theme: Theme, name: str, *, most_satang: int = MOST_SATANG, required: bool = False
    ) -> None:
        super().__init__(
            theme, name, partial(typed_money, most_satang=most_satang, required=required), hint="0.00"
        )
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.edit.setProperty("money", "true")
        self.edit.editingFinished.connect(self._write_out)

    @property
    def satang(self) -> int | None:
        """The amount, None while there is none to be trusted."""
        value = self.typed.value
        return value if isinstance(value, int) else None

    def set_satang(self, satang: int | None) -> None:
        """Fill the field."""
        self.set_text("" if satang is None else format_baht(satang))

    def _write_out(self) -> None:
        satang = self.satang
        if satang is not None:
            self.edit.setText(format_baht(satang))
