"""One benefit paid before the program is keyed: checked first, and what is only odd is recorded when said twice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from wangfund.domain.errors import FundError
from wangfund.domain.past.told import PastTold
from wangfund.text.messages import say_finding
from wangfund.ui.frame.page import Page
from wangfund.ui.past.keyed_dialog import KeyedDialog
from wangfund.ui.words import baht
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.past_batches import past_choices
from wangfund.usecases.record_past_benefits import (
    PastPreview,
    PastRecorded,
    RecordPastBenefits,
    keyed,
    preview_past_benefits,
    record_past_benefits,
)


def begin_keyed(
    page: Page,
    place: Workplace,
    done: Callable[[str, PastRecorded], object],
    *,
    member_no: str = "",
    member_name: str = "",
) -> None:
    """Open the form over a page; `done` gets what to say when it was recorded. Refused, it says why and stays."""
    try:
        choices = past_choices(place.books)
    except FundError as error:
        page.complain(error)
        return
    dialog = KeyedDialog(
        page.theme,
        choices,
        place.clock.today(),
        page,
        member_no=member_no,
        member_name=member_name,
        drafts=place.drafts,
    )
    sure: PastTold | None = None

    def previewed(told: PastTold, preview: PastPreview) -> None:
        nonlocal sure
        row = preview.rows[0]
        if row.findings and (row.wrong or sure != told):
            sure = told
            rest = dialog.form.show_findings(row.findings)
            words = [say_finding(finding).line for finding in rest]
            if not row.wrong:
                words.append("ถ้าเคยจ่ายอย่างนี้จริง กด F9 อีกครั้งเพื่อบันทึก")
            dialog.say(words)
            return
        # After this answer was told: while one act holds the form, it lets go of it at its end.
        QTimer.singleShot(0, dialog, lambda: record(told))

    def record(told: PastTold) -> None:
        page.act(
            place,
            "บันทึก",
            lambda _progress: record_past_benefits(place.books, RecordPastBenefits(keyed(told)), place.who),
            recorded,
            Changed.CLAIMS | Changed.MEMBERS,
            dialog=dialog,
        )

    def recorded(made: PastRecorded) -> None:
        dialog.finish()
        done(f"บันทึกแล้ว {baht(made.gross_satang)} บาท เป็นครั้งที่ {made.batch} ไม่ลงบัญชี", made)

    def ready(told: object) -> None:
        assert isinstance(told, PastTold)
        dialog.say(())
        page.act(
            place,
            "ตรวจ",
            lambda _progress: preview_past_benefits(place.books, keyed(told)),
            lambda preview: previewed(told, preview),
            Changed(0),
            dialog=dialog,
        )

    dialog.ready.connect(ready)
    dialog.open()
