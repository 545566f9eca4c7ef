"""กลับรายการ: what will be written on the other side, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wangfund.domain.errors import FundError
from wangfund.ui.books.money_dialog import at_field
from wangfund.ui.books.sentences import after_reversal, reverse_name
from wangfund.ui.drafts import Drafts
from wangfund.ui.frame.form_dialog import FormDialog
from wangfund.ui.theme.sizes import Words
from wangfund.ui.theme.theme import Theme
from wangfund.ui.widgets.label import WrapLabel
from wangfund.ui.widgets.text_field import TextField
from wangfund.usecases.entry_view import EntryView
from wangfund.usecases.reverse_entry import ReverseEntry

_LONGEST = 200


class ReverseDialog(FormDialog):
    """Gives a `ReverseEntry`."""

    def __init__(
        self,
        theme: Theme,
        view: EntryView,
        parent: QWidget | None,
        *,
        reason: str = "",
        drafts: Drafts | None = None,
    ) -> None:
        draft = f"books.reverse {view.entry.id}"
        super().__init__(theme, "กลับรายการ", "กลับรายการ", parent, drafts=drafts, draft=draft, width=680)
        self.view = view
        self.form.add_note(WrapLabel(theme, reverse_name(view), Words.STRONG))
        self.form.add_note(WrapLabel(theme, " · ".join(after_reversal(view)), Words.SECOND, "ink2"))
        field = TextField(theme, "เหตุผล", longest=_LONGEST, required=True, hint="เช่น พิมพ์จำนวนเงินผิด")
        field.set_text(reason)
        self.form.add("reason", "เหตุผล", field)
        self._reason = field

    def command(self) -> ReverseEntry | None:
        """What is wanted."""
        return ReverseEntry(self.view.entry.id, self._reason.words)

    def complain(self, error: FundError) -> None:
        """Say beside the field what was refused about it."""
        super().complain(at_field(error))
