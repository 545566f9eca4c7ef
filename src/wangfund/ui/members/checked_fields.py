"""Fields of the register: each reads what is typed by the register's own rule and says what follows from it."""

from __future__ import annotations

from datetime import date

from wangfund.domain.errors import Finding
from wangfund.thai.period import Period
from wangfund.ui.members.joining import age_words, read_month
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.checked_field import Check
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.text_field import IdField, NumberField
from wangfund.ui.widgets.typed import Typed
from wangfund.ui.widgets.typed_field import TypedField


class RegisterIdField(IdField):
    """A national ID; `check` tells whose it is already."""

    def __init__(self, theme: Theme, name: str, check: Check) -> None:
        self._check = check
        super().__init__(theme, name)

    @property
    def typed(self) -> Typed[object]:
        """The digits, or what is known about them."""
        typed = super().typed
        if not isinstance(typed.value, str) or not typed.value:
            return typed
        found = next(iter(self._check(typed.value)), None)
        return typed if found is None else Typed(typed.value, found)


class BirthField(DateField):
    """A birth date; below it the age."""

    def __init__(self, theme: Theme, name: str, today: date) -> None:
        self._day = today
        super().__init__(theme, name, today, latest=today)

    @property
    def typed(self) -> Typed[object]:
        """The day, with the age as what follows from it."""
        typed = super().typed
        if isinstance(typed.value, date) and typed.finding is None:
            return Typed(typed.value, fact=age_words(typed.value, self._day))
        return typed


class VillageField(NumberField):
    """The number of a village; below it its name."""

    def __init__(self, theme: Theme, name: str, villages: tuple[tuple[int, str], ...]) -> None:
        self._villages = dict(villages)
        super().__init__(theme, name, low=1, high=99, required=True)

    @property
    def typed(self) -> Typed[object]:
        """The number, with the name as what follows from it."""
        typed = super().typed
        if not isinstance(typed.value, int):
            return typed
        village = self._villages.get(typed.value)
        if village is None:
            return Typed(None, Finding("VILLAGE_UNKNOWN", "moo", values={"moo": typed.value}))
        return Typed(typed.value, fact=village)


class MonthField(TypedField):
    """A month of the Buddhist era: 11/2569, ๑๑/๖๙, พ.ย. 69."""

    def __init__(self, theme: Theme, name: str, month: Period | None = None) -> None:
        super().__init__(theme, name, read_month, hint="ดด/ปปปป (พ.ศ.)")
        if month is not None:
            self.set_month(month)

    @property
    def month(self) -> Period | None:
        """The month, None while there is none to be trusted."""
        value = self.typed.value
        return value if isinstance(value, Period) else None

    def set_month(self, month: Period) -> None:
        """Fill the field."""
        self.set_text(f"{month.month}/{month.be_year}")
