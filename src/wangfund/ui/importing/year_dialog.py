"""Which year a matrix of contributions is of, and whether the file is taken as one at all."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtWidgets import QWidget

from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.choice_field import ChoiceField
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.widgets.text_field import NumberField

REGISTER: Final = "register"
MATRIX: Final = "matrix"
_FIRST_BE: Final = 2500
_BE: Final = 543


class FileIs(NamedTuple):
    """What a person says the file is; `year` (C.E.) of a matrix."""

    kind: str
    year: int | None


class YearDialog(FormDialog):
    """`ready` gives a FileIs. Where a file holds both, the register is offered first."""

    def __init__(
        self, theme: Theme, be_year: int | None, this_year: int, parent: QWidget | None, *, both: bool
    ) -> None:
        heading = "ไฟล์นี้มีทั้งทะเบียนและตารางเงินสมทบ" if both else "ตารางเงินสมทบรายปี"
        super().__init__(theme, heading, "อ่านไฟล์", parent, width=600)
        kinds = ((REGISTER, "ทะเบียนสมาชิก"), (MATRIX, "ตารางเงินสมทบรายปี"))
        self.kind = ChoiceField(theme, "นำเข้า", kinds if both else kinds[1:])
        self.year = NumberField(theme, "ปี พ.ศ.", low=_FIRST_BE, high=this_year + _BE, required=True)
        self.year.set_number(be_year)
        said = "แต่ละช่องคือเงินที่รับในเดือนนั้น โปรแกรมจะนับเดือนที่ชำระแล้วให้ ไม่ลงบัญชีเงิน"
        self.form.add("kind", "นำเข้า", self.kind)
        self.form.add("year", "ปี พ.ศ.", self.year)
        self.form.add_note(WrapLabel(theme, said, Words.SECOND, "ink2"))
        self.form.show_field("kind", shown=both)
        self.kind.box.currentIndexChanged.connect(self._on_kind)
        self._on_kind()

    def command(self) -> FileIs | None:
        """The answer."""
        if self.kind.value == REGISTER:
            return FileIs(REGISTER, None)
        number = self.year.number
        return None if number is None else FileIs(MATRIX, number - _BE)

    def _on_kind(self, _at: int = 0) -> None:
        self.form.show_field("year", shown=self.kind.value == MATRIX)
