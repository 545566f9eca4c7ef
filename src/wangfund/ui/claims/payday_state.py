"""A pay day on the screen: who is ticked, who is left out and why, the sums, and the command they come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from wangfund.text.message_fields import written
from wangfund.text.messages import say, say_finding
from wangfund.thai.dates import short_date
from wangfund.thai.digits import to_arabic
from wangfund.thai.search_key import search_key
from wangfund.ui.words import baht
from wangfund.usecases.pay_day import PayDay, PayDayList, PayDayPaid, PayDayRow
from wangfund.usecases.pay_days_past import PayDayPast

DRAFT: Final = "payday"
CHOSEN, NOT_PAID, DONE = "chosen", "not", "done"
LISTS: Final = {CHOSEN: "จ่ายได้", NOT_PAID: "ไม่ได้รับ", DONE: "จ่ายแล้ว"}
_PAID_ALREADY: Final = "DUPLICATE"


@dataclass(slots=True)
class PayDayState:
    """Lives while the pay day is looked at.

    `each` is what must be seen of every person ("" for nothing): then only those ticked one by one are paid, and nobody
    is left out with a reason. `ticked` and `excluded` are by member id; `done` what was paid here.
    """

    code: str
    name: str
    clause: str
    day: date
    facts: dict[str, object] = field(default_factory=dict)
    each: str = ""
    listed: PayDayList | None = None
    ticked: set[int] = field(default_factory=set)
    excluded: dict[int, str] = field(default_factory=dict)
    tab: str = CHOSEN
    text: str = ""
    done: PayDayPaid | None = None
    begun: bool = False

    @property
    def heading(self) -> str:
        """What stands over it."""
        return f"วันจ่าย {self.name} {short_date(self.day)}"

    def take(self, listed: PayDayList) -> None:
        """The list was read. At first everybody is ticked, or where each must be seen nobody."""
        first = self.listed is None and not self.begun
        self.listed = listed
        there = {row.member_id for row in listed.paid}
        self.excluded = {one: why for one, why in self.excluded.items() if one in there}
        if first and not self.each:
            self.ticked = there
        self.ticked = (self.ticked & there) - self.excluded.keys()

    def rows(self, tab: str) -> tuple[PayDayRow, ...]:
        """The rows of a list that fit what is looked for."""
        if self.listed is None:
            return ()
        refused = self.listed.refused
        rows = {
            CHOSEN: self.listed.paid,
            NOT_PAID: tuple(row for row in refused if row.assessment.reason != _PAID_ALREADY),
            DONE: tuple(row for row in refused if row.assessment.reason == _PAID_ALREADY),
        }[tab]
        words = to_arabic(search_key(self.text)).split()
        return tuple(row for row in rows if _fits(row, words))

    @property
    def chosen(self) -> tuple[PayDayRow, ...]:
        """Those who will be paid, in the order of the list."""
        if self.listed is None:
            return ()
        return tuple(row for row in self.listed.paid if row.member_id in self.ticked)

    @property
    def sums(self) -> tuple[int, int, int]:
        """Satang given, kept back for contributions owed, handed over."""
        gross = sum(row.assessment.gross_satang for row in self.chosen)
        net = sum(row.assessment.net_satang for row in self.chosen)
        return gross, gross - net, net

    def needs_reason(self, row: PayDayRow) -> bool:
        """Whether taking the tick away must be explained."""
        return row.member_id in self.ticked and not self.each

    def tick(self, row: PayDayRow) -> None:
        """Pay her, or where each must be seen take it away again."""
        self.begun = True
        if row.member_id in self.ticked:
            self.ticked.discard(row.member_id)
        else:
            self.ticked.add(row.member_id)
            self.excluded.pop(row.member_id, None)

    def leave_out(self, row: PayDayRow, reason: str) -> None:
        """Do not pay her, and say why."""
        self.begun = True
        self.ticked.discard(row.member_id)
        self.excluded[row.member_id] = reason

    def note(self, row: PayDayRow) -> str:
        """What stands beside her: why she is left out, or why the rules say no."""
        if row.member_id in self.excluded:
            return f"งดจ่าย: {self.excluded[row.member_id]}"
        if self.listed is not None and row in self.listed.paid:
            return ""
        return why_not(row)

    def sum_words(self) -> str:
        """How many of how many, and the sums."""
        if self.listed is None:
            return "กำลังตรวจสิทธิทุกคน"
        gross, kept, net = self.sums
        of = f"เลือก {len(self.chosen):,} จาก {len(self.listed.paid):,} คน"
        if not kept:
            return f"{of} · จ่าย {baht(net)} บาท"
        return f"{of} · ได้รับ {baht(gross)} หักเงินค้าง {baht(kept)} จ่ายจริง {baht(net)} บาท"

    def ask_words(self) -> str:
        """What is to be done first, "" where it is plain."""
        if self.each:
            return f"กดวรรคเมื่อเห็นแล้วว่า{self.each} จ่ายเฉพาะคนที่ติ๊ก"
        return "กดวรรคเพื่อจ่ายหรืองดจ่าย คนที่งดต้องบอกเหตุผล"

    def command(self, resolution: str, out_of: str, on: date) -> PayDay:
        """Everybody who is ticked, with what is said of each."""
        return PayDay(
            self.code,
            self.day,
            on,
            resolution,
            out_of,
            tuple(row.member_id for row in self.chosen),
            self.facts,
            dict(self.excluded),
        )

    def as_draft(self) -> dict[str, Any]:
        """What a draft keeps; {} while nothing was ticked by hand."""
        if not self.begun:
            return {}
        return {
            "code": self.code,
            "day": self.day.isoformat(),
            "facts": self.facts,
            "ticked": sorted(self.ticked),
            "excluded": {str(one): why for one, why in self.excluded.items()},
        }

    def recall(self, kept: Mapping[str, Any] | None) -> bool:
        """Bring back what was ticked before a power cut, if it was of this day."""
        if not kept or kept.get("code") != self.code or kept.get("day") != self.day.isoformat():
            return False
        ticked, excluded, facts = kept.get("ticked"), kept.get("excluded"), kept.get("facts")
        if not isinstance(ticked, list) or not isinstance(excluded, dict):
            return False
        self.ticked = {one for one in ticked if isinstance(one, int)}
        self.excluded = {int(one): str(why) for one, why in excluded.items() if str(one).isdigit()}
        if isinstance(facts, dict):
            self.facts = {**self.facts, **facts}
        self.begun = True
        return True


def state_of(past: PayDayPast, common: Mapping[str, object] | None = None) -> PayDayState:
    """A pay day to begin with: what must be seen of each is said of everybody who will be ticked."""
    each = " ".join(word.label for word in past.each)
    facts: dict[str, object] = {**(common or {}), **{word.name: True for word in past.each}}
    return PayDayState(past.benefit.code, past.benefit.name, past.benefit.clause, past.day, facts, each)


def paid_words(done: PayDayPaid, *, short: bool = False) -> str:
    """What was done, in a line; `short` where the whole of it stands elsewhere."""
    numbers = [voucher.number for _, voucher, _ in done.paid]
    if short:
        return f"จ่ายแล้ว {len(numbers):,} คน"
    spans = f"ใบสำคัญ จ {min(numbers):04d}" + (f"–{max(numbers):04d}" if len(numbers) > 1 else "")
    return f"จ่ายแล้ว {len(numbers):,} คน {baht(done.net_satang)} บาท {spans}"


def _fits(row: PayDayRow, words: list[str]) -> bool:
    key = search_key(f"{row.name} {row.member_no} {row.moo}/{row.house_no}")
    return all(word in key or row.member_no == word.zfill(4) for word in words)


def why_not(row: PayDayRow) -> str:
    """Why the rules say no, in the few words a list has room for; the claim itself says all of it."""
    said = row.assessment
    if said.reason in {"SUSPENDED", "LAPSED"}:
        return f"ค้างเงินสมทบ {said.arrears_months or 0:,} เดือน"
    deciding = next((f for f in said.findings if f.code == said.reason), None)
    other = "" if deciding is None else str(deciding.values.get("other_claim") or "")
    if said.reason == "DUPLICATE":
        return f"รับแล้ว คำขอ {written('other_claim', other)}" if other else "รับแล้ว"
    if said.first_day is not None:
        return f"มีสิทธิตั้งแต่ {short_date(said.first_day)}"
    return say_finding(deciding).message if deciding is not None else say(said.reason).message
