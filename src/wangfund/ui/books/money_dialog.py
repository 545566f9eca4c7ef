"""What the three forms of money share: facts beside the fields while one types, refusals beside the field they are about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, cast

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from wangfund.domain.errors import Finding, FundError, Refused, Severity
from wangfund.ui.books.money_facts import Draft, Facts, place_name
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.frame.grow import grow
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.date_field import DateField
from wangfund.ui.widgets.finding_line import FindingLine
from wangfund.ui.widgets.money_field import MoneyField
from wangfund.ui.widgets.text_field import TextField
from wangfund.usecases.money_desk import MoneyDesk

FIELD_OF: Final[Mapping[str, str]] = {
    "WHO_MISSING": "who",
    "AMOUNT_NOT_POSITIVE": "amount",
    "AMOUNT_TOO_LARGE": "amount",
    "DATE_IN_FUTURE": "on",
    "DATE_BEFORE_BOOKS": "on",
    "PERIOD_CLOSED": "on",
    "MONEY_SHORT": "out_of",
    "CASH_LIMIT_EXCEEDED": "out_of",
    "SAME_PLACE": "into",
    "POOL_EMPTY": "pool",
    "RESOLUTION_MISSING": "resolution",
    "ADMIN_SHARE_EXCEEDED": "resolution",
    "REASON_MISSING": "reason",
}
"""Which field a refusal is about."""

_STOOD: Final = "stood"
_WIDE: Final = 1040
_EDGE: Final = 14
_NAME_LONGEST: Final = 120


class MoneyDialog(FormDialog):
    """Subclasses add their fields with `choice` and its kin, say the `facts`, and give the command."""

    def __init__(
        self, theme: Theme, desk: MoneyDesk, heading: str, verb: str, parent: QWidget | None, drafts: Drafts | None, draft: str
    ) -> None:  # fmt: skip
        columns = 3 if theme.compact else 2
        super().__init__(
            theme, heading, verb, parent, drafts=drafts, draft=draft, columns=columns, width=_WIDE
        )
        if theme.compact:
            # Three columns want the width of the window, and the title says the heading already.
            room = parent.window().width() - 2 * theme.px(_EDGE) if parent is not None else 960
            self.setMinimumWidth(min(theme.px(_WIDE), room))
            self.heading.hide()
        self.desk = desk
        self._added = 0
        self._in_column = 3 if theme.compact else 4

    def facts(self, told: Draft) -> Facts:
        """What follows from what stands in the fields."""
        raise NotImplementedError

    @property
    def told(self) -> Draft:
        """What stands in the fields now."""
        return Draft(
            self.day("on"),
            self.chosen("account"),
            self.satang("amount"),
            self.chosen("out_of"),
            self.chosen("into"),
            self.chosen("pool"),
            self.chosen("to_pool"),
            self.words("resolution"),
        )

    def begin(self) -> None:
        """Show what follows from what stands there already, then go on as forms do."""
        super().begin()
        kept = self._drafts.kept(self._draft) if self._drafts is not None else None
        if kept is not None and kept.get(_STOOD, self._stood) != self._stood:
            # The power may have gone between posting and forgetting what was typed.
            self.again.tell("นำสิ่งที่พิมพ์ค้างไว้กลับมาให้แล้ว แต่หลังจากนั้นมีเงินเข้าออก ดูรายการล่าสุดก่อนว่าลงไว้แล้วหรือยัง")
        for edit in self.form.findChildren(QLineEdit):
            edit.editingFinished.connect(self.show_facts)
        for box in self.form.findChildren(QComboBox):
            box.currentIndexChanged.connect(self.show_facts)
        self.form.changed.connect(self.show_facts)
        self.show_facts()

    def show_facts(self) -> None:
        """Put each fact under its field; what a person must mend stays said."""
        found = self.facts(self.told)
        for name, field in self.form.fields.items():
            below = _below(field)
            if below is None or below.finding is not None:
                continue
            fact = found.get(name)
            words = (
                (fact.short or fact.words)
                if fact is not None and self.theme.compact
                else fact.words
                if fact
                else ""
            )
            if fact is not None and fact.caution:
                below.show_caution(words)
            elif fact is not None:
                below.show_fact(words)
            elif isinstance(field, ChoiceField) or (isinstance(field, MoneyField) and below.words):
                below.show_fact("")
        grow(self)

    def complain(self, error: FundError) -> None:
        """Say beside its field what was refused about it."""
        super().complain(at_field(error, self.desk))

    @property
    def _stood(self) -> str:
        """What all places and pools held when this was opened: it changes with whatever is posted."""
        held = [(code, satang) for code, _, satang in self.desk.places]
        return " ".join(f"{code}={satang}" for code, satang in (*held, *self.desk.pools))

    def _keep(self) -> None:
        if self._drafts is not None:
            self._drafts.keep(self._draft, {**self.form.values(), _STOOD: self._stood})

    def put(self, name: str, words: str, field: QWidget, *, column: int | None = None) -> None:
        """Add a field, filling the columns downwards where none is named."""
        at = self._added // self._in_column if column is None else column
        self.form.add(name, words, field, column=at)
        self._added += 1

    def put_day(self, *, column: int | None = None) -> None:
        """The day the money moved: today unless it is changed, not before the first open day."""
        field = DateField(
            self.theme,
            "วันที่",
            self.desk.today,
            latest=self.desk.today,
            earliest=self.desk.first_day,
            required=True,
        )
        field.set_day(self.desk.today)
        self.put("on", "วันที่", field, column=column)

    def put_amount(self, *, column: int | None = None) -> None:
        """How much."""
        self.put("amount", "จำนวนเงิน", MoneyField(self.theme, "จำนวนเงิน", required=True), column=column)

    def put_text(
        self, name: str, words: str, *, required: bool = False, hint: str = "", column: int | None = None
    ) -> None:
        """A line of words."""
        field = TextField(
            self.theme,
            words,
            longest=_NAME_LONGEST,
            required=required,
            hint="" if self.theme.compact else hint,
        )
        self.put(name, words, field, column=column)

    def put_place(
        self, name: str, words: str, accounts: tuple[str, ...], value: str = "", *, column: int | None = None
    ) -> None:
        """A place money lies in."""
        choices = [(account, place_name(self.desk, account)) for account in accounts]
        self.put(name, words, ChoiceField(self.theme, words, choices, value), column=column)

    def choice(self, name: str) -> ChoiceField:
        """A choice by its name."""
        return cast("ChoiceField", self.form.fields[name])

    def chosen(self, name: str) -> str:
        """The code chosen in a field, "" where there is no such field or it is not there now."""
        field = self.form.fields.get(name)
        return field.value if isinstance(field, ChoiceField) and not field.isHidden() else ""

    def words(self, name: str) -> str:
        """The words in a field."""
        field = self.form.fields.get(name)
        return field.words if isinstance(field, TextField) and not field.isHidden() else ""

    def satang(self, name: str) -> int | None:
        """The amount in a field."""
        field = self.form.fields.get(name)
        return field.satang if isinstance(field, MoneyField) else None

    def day(self, name: str) -> date | None:
        """The day in a field."""
        field = self.form.fields.get(name)
        return field.day if isinstance(field, DateField) else None


def at_field(error: FundError, desk: MoneyDesk | None = None) -> FundError:
    """The same refusal, said beside the field it is about; a bank is called by its name."""
    field = FIELD_OF.get(error.code)
    if field is None or error.findings or not isinstance(error, Refused):
        return error
    values = dict(error.values)
    account = values.get("account")
    if desk is not None and isinstance(account, str):
        values["account"] = place_name(desk, account)
    return Refused(
        error.code, values, (Finding(error.code, field, severity=Severity.WARNING, values=values),)
    )


def _below(field: QWidget) -> FindingLine | None:
    below = getattr(field, "below", None)
    return below if isinstance(below, FindingLine) else None
