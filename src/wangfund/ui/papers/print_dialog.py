"""Which printer, how many copies, which pages: our own small form, in the words of a village."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from wangfund.domain.errors import Finding
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.keys import Key
from wangfund.ui.papers.printing import PrintChoice
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.widgets.text_field import NumberField

MOST_COPIES = 99
_WIDE = 560


class PrintDialog(FormDialog):
    """Gives a `PrintChoice`. A paper whose printing counts goes out once and whole: it asks for the printer only."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        printers: Sequence[str],
        pages: int,
        parent: QWidget | None,
        *,
        counted: bool = False,
        printer: str = "",
    ) -> None:
        super().__init__(theme, "พิมพ์", "พิมพ์", parent, width=_WIDE, key=Key.PRINT)
        self._pages, self._counted = pages, counted
        sheets = f"{name} · {pages:,} หน้า กระดาษ A4"
        self.form.add_note(WrapLabel(theme, sheets, Words.SECOND, "ink2"))
        chosen = printer if printer in printers else printers[0]
        self.printer = ChoiceField(theme, "เครื่องพิมพ์", [(p, p) for p in printers], chosen)
        self.form.add("printer", "เครื่องพิมพ์", self.printer)
        self.copies = NumberField(theme, "จำนวนชุด", low=1, high=MOST_COPIES, required=True)
        self.first = NumberField(theme, "ตั้งแต่หน้า", low=1, high=pages, required=True)
        self.last = NumberField(theme, "ถึงหน้า", low=1, high=pages, required=True)
        for field, number in ((self.copies, 1), (self.first, 1), (self.last, pages)):
            field.set_number(number)
        if counted:
            words = "ใบแรกเป็นต้นฉบับ ใบที่พิมพ์ครั้งต่อไปจะมีคำว่าสำเนา"
            self.form.add_note(WrapLabel(theme, words, Words.SECOND, "ink2"))
            return
        self.form.add("copies", "จำนวนชุด", self.copies)
        if pages > 1:
            self.form.add("first", "ตั้งแต่หน้า", self.first)
            self.form.add("last", "ถึงหน้า", self.last)

    def command(self) -> object | None:
        """The choice; pages the wrong way round are pointed out."""
        first, last = self.first.number or 1, self.last.number or self._pages
        if first > last:
            values = {"low": first, "high": self._pages}
            self.last.show_finding(Finding("NUMBER_OUT_OF_RANGE", "last", values=values))
            self.last.setFocus()
            return None
        copies = 1 if self._counted else self.copies.number or 1
        return PrintChoice(self.printer.value, copies, first, last)
