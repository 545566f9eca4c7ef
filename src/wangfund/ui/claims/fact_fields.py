"""The field for each kind of fact a rulebook asks."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wangfund.domain.rulebook.model import FactType
from wangfund.thai.dates import short_date
from wangfund.ui.claims.asks import LONGEST, MOST_SATANG, MOST_WHOLE, Ask, typed_decimal
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.money_field import MoneyField
from wangfund.ui.widgets.text_field import NumberField, TextField
from wangfund.ui.widgets.typed_field import TypedField


class FactDate(DateField):
    """A day; left, it is written out as it was understood, so that the line below it is free for what is wrong."""

    def check(self) -> bool:
        """Show what is wrong, or the day in words."""
        well = super().check()
        typed = self.typed
        if isinstance(typed.value, date) and typed.finding is None:
            self.edit.setText(short_date(typed.value))
            self.below.show_fact("")
        return well


class DecimalField(TypedField):
    """A number with decimals, such as a grade."""

    def __init__(self, theme: Theme, name: str, *, required: bool = False) -> None:
        super().__init__(theme, name, partial(typed_decimal, required=required))
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def field_for(theme: Theme, ask: Ask, today: date) -> QWidget:
    """The field in which a fact is told, empty or with what stands there at first."""
    field = _field(theme, ask, today)
    if isinstance(field, (TypedField, ChoiceField)):
        field.below.give_room()
        if ask.first:
            # An empty field is not wrong before anybody was in it.
            field.set_text(ask.first)
    return field


def _field(theme: Theme, ask: Ask, today: date) -> QWidget:
    if ask.kind is FactType.DATE:
        # An event that has not happened cannot be claimed for; other days may lie ahead.
        latest = today if ask.name == "event" else None
        return FactDate(theme, ask.label, today, latest=latest, required=ask.required)
    if ask.kind is FactType.BAHT:
        return MoneyField(theme, ask.label, most_satang=MOST_SATANG, required=ask.required)
    if ask.kind is FactType.WHOLE:
        return NumberField(theme, ask.label, high=MOST_WHOLE, required=ask.required)
    if ask.kind is FactType.NUMBER:
        return DecimalField(theme, ask.label, required=ask.required)
    if ask.kind in {FactType.CHOICE, FactType.YES_NO}:
        choices = ask.choices if ask.required else tuple(one for one in ask.choices if one[0])
        return ChoiceField(theme, ask.label, choices, required=ask.required)
    return TextField(theme, ask.label, longest=LONGEST, required=ask.required)
