"""A fund in a folder that something else copies: the offer to bring it to this computer, and the work itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from wangfund.domain.clock import Clock
from wangfund.domain.errors import Value
from wangfund.store.synced_folder import synced_folder
from wangfund.thai.dates import short_date
from wangfund.ui.frame.status import bangkok
from wangfund.ui.worker.progress import Progress

WORDS = "ทำสำเนาและตรวจ"


def move_task(path: Path, target: Path, clock: Clock) -> Callable[[Progress], Path]:
    """The work: copy the fund whole to a place of this computer's own, and verify the copy. Gives its path."""

    def work(progress: Progress) -> Path:
        from wangfund.usecases.move_fund import move_fund

        progress.step(WORDS, 0, 0)
        target.parent.mkdir(parents=True, exist_ok=True)
        return move_fund(path, target, clock)

    return work


def offer_words(path: Path, target: Path) -> str:
    """What will be done, in a sentence."""
    folder = synced_folder(path) or path.parent.name
    return (
        f"โฟลเดอร์ {folder} ถูกโปรแกรมอื่นคัดลอกอยู่เบื้องหลัง บัญชีอาจเสียหาย จึงเปิดให้ดูอย่างเดียว\n"
        f"จะทำสำเนาที่ตรวจครบแล้วไว้ที่ {target} แล้วทำงานจากที่นั่น\n"
        "แฟ้มเดิมไม่ถูกลบและไม่ถูกแก้ ต่อไปอย่าลงบัญชีในแฟ้มเดิมอีก"
    )


def locked_words(values: Mapping[str, Value]) -> str:
    """Who has a fund open, on which machine and since when, as far as the lock knows."""
    machine, user = str(values.get("machine") or ""), str(values.get("user") or "")
    who = " ".join(
        part for part in (f"เครื่อง {machine}" if machine else "", f"(ผู้ใช้ {user})" if user else "") if part
    )
    at = bangkok(str(values.get("since") or ""))
    since = f" ตั้งแต่ {short_date(at.date())} เวลา {at:%H.%M} น." if at is not None else ""
    return f"{who or 'มีผู้อื่น'} เปิดกองทุนนี้ทำงานอยู่{since} ท่านดูข้อมูลได้ แต่บันทึกไม่ได้จนกว่าจะปิดที่นั่นก่อน"
